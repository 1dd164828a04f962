import type { Condition, Deployment, DeploymentCondition, DeploymentStatus, ReplicaSet } from '../../objects';
import { momentOf, timestamp } from '../../time';
import type { Observed } from './observed';
import { availableReplicas, minAvailable, specReplicas } from './sizes';

/**
 * What a Deployment's status says: counts that its ReplicaSets add up to, and whether it is Available and Progressing.
 * Models pkg/controller/deployment/sync.go calculateStatus, checkPausedConditions, progress.go syncRolloutStatus,
 * requeueStuckDeployment, and util/deployment_util.go DeploymentComplete, DeploymentProgressing, DeploymentTimedOut (v1.37).
 */

/** A deadline of this many seconds is none. */
const never = 2147483647;

export const hasDeadline = ({ spec }: Deployment): boolean =>
  spec.progressDeadlineSeconds !== undefined && spec.progressDeadlineSeconds !== never;

type Conditions = readonly DeploymentCondition[];
type New = Pick<DeploymentCondition, 'type' | 'status' | 'reason' | 'message'>;

const conditionOf = (conditions: Conditions | undefined, type: string): DeploymentCondition | undefined =>
  conditions?.find((condition) => condition.type === type);

export const progressingOf = (status: DeploymentStatus): DeploymentCondition | undefined =>
  conditionOf(status.conditions, 'Progressing');

const drop = (conditions: Conditions, type: string): Conditions =>
  conditions.filter((condition) => condition.type !== type);

/** Puts a condition in place; one of the same status and reason stays as it is. Source: SetDeploymentCondition. */
function put(conditions: Conditions, condition: DeploymentCondition): Conditions {
  const old = conditionOf(conditions, condition.type);
  if (old?.status === condition.status && old.reason === condition.reason) return conditions;
  const lastTransitionTime =
    old?.status === condition.status ? old.lastTransitionTime : condition.lastTransitionTime;
  return [...drop(conditions, condition.type), { ...condition, lastTransitionTime }];
}

const at = (nowMs: number, condition: New): DeploymentCondition => {
  const now = timestamp(nowMs);
  return { ...condition, lastUpdateTime: now, lastTransitionTime: now };
};

const progressing = (status: New['status'], reason: string, message: string): New => ({
  type: 'Progressing',
  status,
  reason,
  message,
});

/** The conditions with another word on progress. */
export const withProgress = (
  { conditions = [] }: DeploymentStatus,
  nowMs: number,
  status: New['status'],
  reason: string,
  message: string,
): Conditions => put(conditions, at(nowMs, progressing(status, reason, message)));

/** A pause, its end, and a ReplicaSet that was there before its Deployment: noted at once, and only with a deadline. */
function noted({ deployment, newReplicaSet, nowMs }: Observed): Conditions {
  const { spec, status } = deployment;
  const conditions = status.conditions ?? [];
  if (!hasDeadline(deployment)) return conditions;
  const reason = progressingOf(status)?.reason;
  if (spec.paused && reason !== 'DeploymentPaused' && reason !== 'ProgressDeadlineExceeded')
    return withProgress(status, nowMs, 'Unknown', 'DeploymentPaused', 'Deployment is paused');
  if (!spec.paused && reason === 'DeploymentPaused')
    return withProgress(status, nowMs, 'Unknown', 'DeploymentResumed', 'Deployment is resumed');
  if (newReplicaSet && !reason) {
    const message = `Found new replica set ${JSON.stringify(newReplicaSet.metadata.name)}`;
    return withProgress(status, nowMs, 'True', 'FoundNewReplicaSet', message);
  }
  return conditions;
}

const sum = (
  replicaSets: readonly ReplicaSet[],
  count: 'replicas' | 'readyReplicas' | 'terminatingReplicas',
) => replicaSets.reduce((all, { status }) => all + (status[count] ?? 0), 0);
const orAbsent = (count: number): number | undefined => count || undefined;

const availability = (isEnough: boolean): New =>
  isEnough
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };

/** Counts and availability alone, as they are told of a Deployment that is paused, scaled or deleted. */
export function countsOf(observed: Observed): DeploymentStatus {
  const { deployment, replicaSets, newReplicaSet, nowMs } = observed;
  const available = availableReplicas(replicaSets);
  const isEnough = available >= minAvailable(deployment);
  return {
    observedGeneration: deployment.metadata.generation,
    replicas: orAbsent(sum(replicaSets, 'replicas')),
    updatedReplicas: orAbsent(newReplicaSet?.status.replicas ?? 0),
    readyReplicas: orAbsent(sum(replicaSets, 'readyReplicas')),
    availableReplicas: orAbsent(available),
    unavailableReplicas: orAbsent(Math.max(0, specReplicas(replicaSets) - available)),
    terminatingReplicas: sum(replicaSets, 'terminatingReplicas'),
    collisionCount: deployment.status.collisionCount,
    conditions: put(noted(observed), at(nowMs, availability(isEnough))),
  };
}

/** All replicas are of the newest template and available, and no old one is left. */
export const isComplete = ({ spec, metadata }: Deployment, status: DeploymentStatus): boolean =>
  (status.updatedReplicas ?? 0) === spec.replicas &&
  (status.replicas ?? 0) === spec.replicas &&
  (status.availableReplicas ?? 0) === spec.replicas &&
  (status.observedGeneration ?? 0) >= (metadata.generation ?? 0);

const oldReplicas = ({ replicas = 0, updatedReplicas = 0 }: DeploymentStatus) => replicas - updatedReplicas;

/** More new Pods, fewer old ones, more that are ready or available than the status said so far. */
const hasProgressed = (before: DeploymentStatus, now: DeploymentStatus): boolean =>
  (now.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
  oldReplicas(now) < oldReplicas(before) ||
  (now.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
  (now.availableReplicas ?? 0) > (before.availableReplicas ?? 0);

const deadlineMs = ({ spec }: Deployment, { lastUpdateTime }: DeploymentCondition): number =>
  momentOf(lastUpdateTime ?? timestamp(0)) + (spec.progressDeadlineSeconds ?? 0) * 1000;

function hasTimedOut(
  deployment: Deployment,
  current: DeploymentCondition | undefined,
  nowMs: number,
): boolean {
  if (!current || current.reason === 'NewReplicaSetAvailable') return false;
  return current.reason === 'ProgressDeadlineExceeded' || deadlineMs(deployment, current) < nowMs;
}

function progressed(
  observed: Observed,
  counts: DeploymentStatus,
  current: DeploymentCondition | undefined,
): Conditions {
  const { deployment, newReplicaSet, nowMs } = observed;
  const conditions = counts.conditions ?? [];
  const subject = newReplicaSet
    ? `ReplicaSet ${JSON.stringify(newReplicaSet.metadata.name)}`
    : `Deployment ${JSON.stringify(deployment.metadata.name)}`;
  if (isComplete(deployment, counts))
    return withProgress(
      counts,
      nowMs,
      'True',
      'NewReplicaSetAvailable',
      `${subject} has successfully progressed.`,
    );
  if (hasProgressed(deployment.status, counts)) {
    const now = at(nowMs, progressing('True', 'ReplicaSetUpdated', `${subject} is progressing.`));
    const { lastTransitionTime } = current?.status === 'True' ? current : now;
    return [...drop(conditions, 'Progressing'), { ...now, lastTransitionTime }];
  }
  if (hasTimedOut(deployment, current, nowMs))
    return withProgress(
      counts,
      nowMs,
      'False',
      'ProgressDeadlineExceeded',
      `${subject} has timed out progressing.`,
    );
  return conditions;
}

const asDeploymentCondition = (condition: Condition): DeploymentCondition => ({
  type: condition.type,
  status: condition.status,
  lastUpdateTime: condition.lastTransitionTime,
  lastTransitionTime: condition.lastTransitionTime,
  reason: condition.reason,
  message: condition.message,
});

/** The status in a rollout: counts, and what they say of progress. */
export function rolloutStatus(observed: Observed): DeploymentStatus {
  const { deployment, failure } = observed;
  const counts = countsOf(observed);
  const current = progressingOf(counts);
  const wasComplete =
    counts.replicas === counts.updatedReplicas && current?.reason === 'NewReplicaSetAvailable';
  const conditions = !hasDeadline(deployment)
    ? drop(counts.conditions ?? [], 'Progressing')
    : wasComplete
      ? (counts.conditions ?? [])
      : progressed(observed, counts, current);
  return {
    ...counts,
    conditions: failure
      ? put(conditions, asDeploymentCondition(failure.condition))
      : drop(conditions, 'ReplicaFailure'),
  };
}

/** Upstream looks again every few milliseconds after a rollout that is over, to no effect. */
const neverTimesOut = new Set(['ProgressDeadlineExceeded', 'NewReplicaSetAvailable']);

/**
 * Milliseconds until the progress deadline is to be looked at again, if a rollout is on that has not passed it: a second
 * after it, since times are whole seconds; at once when it is nearer than that.
 */
export function progressCheckInMs(
  deployment: Deployment,
  status: DeploymentStatus,
  nowMs: number,
): number | undefined {
  const current = progressingOf(deployment.status);
  if (!hasDeadline(deployment) || !current || isComplete(deployment, status)) return undefined;
  if (current.reason && neverTimesOut.has(current.reason)) return undefined;
  const leftMs = deadlineMs(deployment, current) - nowMs;
  return leftMs < 1000 ? Math.max(0, leftMs) + 1 : leftMs + 1000;
}
