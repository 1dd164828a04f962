import { isSame } from '../../api/merge';
import type { Condition, ReplicaSetStatus } from '../../objects';
import { matchesLabels } from '../../selector';
import { timestamp } from '../../time';
import type { Observed, ReplicaOwner } from './observed';

const replicaFailure = 'ReplicaFailure';
const orAbsent = (count: number): number | undefined => count || undefined;

/**
 * The status that the Pods add up to. Counts of 0 are absent but for `replicas` and `terminatingReplicas`; a
 * ReplicationController doesn't know the latter.
 * Models calculateStatus of pkg/controller/replicaset/replica_set_utils.go (v1.37).
 */
export function statusOf({
  owner,
  pods,
  terminating,
  ready,
  available,
  surplus,
}: Observed): ReplicaSetStatus {
  const labels = owner.spec.template.metadata?.labels ?? {};
  // A failure stands until a sync finds the number right: the writes of this one are still to come.
  const conditions = (owner.status.conditions ?? []).filter(
    ({ type }) => type !== replicaFailure || surplus !== 0,
  );
  return {
    replicas: pods.length,
    fullyLabeledReplicas: orAbsent(
      pods.reduce((sum, pod) => sum + (matchesLabels(labels, pod.metadata.labels) ? 1 : 0), 0),
    ),
    readyReplicas: orAbsent(ready),
    availableReplicas: orAbsent(available),
    ...(owner.kind === 'ReplicaSet' && { terminatingReplicas: terminating }),
    observedGeneration: owner.metadata.generation,
    ...(conditions.length > 0 && { conditions }),
  };
}

/** The owner with its new status, or undefined when nothing changed. */
export function withStatus(observed: Observed): ReplicaOwner | undefined {
  const status = statusOf(observed);
  return isSame(status, observed.owner.status) ? undefined : { ...observed.owner, status };
}

/** The owner after a Pod of its could not be made. The first failure's text and time stand until all goes well. */
export function withFailure(observed: Observed, message: string): ReplicaOwner {
  const status = statusOf(observed);
  const failure: Condition = {
    type: replicaFailure,
    status: 'True',
    lastTransitionTime: timestamp(observed.nowMs),
    reason: 'FailedCreate',
    message,
  };
  const isKnown = status.conditions?.some(({ type }) => type === replicaFailure);
  const conditions = isKnown ? status.conditions : [...(status.conditions ?? []), failure];
  return { ...observed.owner, status: { ...status, conditions } };
}
