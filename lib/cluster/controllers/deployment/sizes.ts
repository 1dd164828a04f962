import { scaledFrom } from '../../int-or-percent';
import type { Deployment, ReplicaSet } from '../../objects';
import { maxReplicasOf } from './replicasets';

/**
 * How many Pods a Deployment may have and must have, and what each of its ReplicaSets gets of that.
 * Models pkg/controller/deployment/util/deployment_util.go ResolveFenceposts, NewRSNewReplicas, GetReplicaSetProportion and
 * sync.go scale (v1.37). Leaves out: podReplacementPolicy, which is off.
 */

/** A ReplicaSet and the size that it is to have. */
export interface Scaling {
  readonly replicaSet: ReplicaSet;
  readonly replicas: number;
}

const isRolling = ({ spec }: Deployment): boolean => spec.strategy.type === 'RollingUpdate';

/** Pods beyond `replicas`; a percentage is rounded up. */
export const maxSurge = (deployment: Deployment): number =>
  isRolling(deployment)
    ? scaledFrom(deployment.spec.strategy.rollingUpdate?.maxSurge ?? 0, deployment.spec.replicas, 'up')
    : 0;

/** Pods short of `replicas`; a percentage is rounded down. Where nothing may surge either, it is 1. */
export function maxUnavailable(deployment: Deployment): number {
  const { replicas, strategy } = deployment.spec;
  if (!isRolling(deployment) || replicas === 0) return 0;
  const most = scaledFrom(strategy.rollingUpdate?.maxUnavailable ?? 0, replicas, 'down');
  return Math.min(replicas, most === 0 && maxSurge(deployment) === 0 ? 1 : most);
}

export const minAvailable = (deployment: Deployment): number =>
  deployment.spec.replicas - maxUnavailable(deployment);

export const maxReplicas = (deployment: Deployment): number =>
  deployment.spec.replicas + maxSurge(deployment);

export const specReplicas = (replicaSets: readonly ReplicaSet[]): number =>
  replicaSets.reduce((sum, { spec }) => sum + spec.replicas, 0);

export const availableReplicas = (replicaSets: readonly ReplicaSet[]): number =>
  replicaSets.reduce((sum, { status }) => sum + (status.availableReplicas ?? 0), 0);

/** The size of the new ReplicaSet in a rollout: as far as the surge allows, all at once under Recreate. */
export function newSize(deployment: Deployment, now: number, allNow: number): number {
  const { replicas } = deployment.spec;
  if (!isRolling(deployment) || now >= replicas) return replicas;
  const room = maxReplicas(deployment) - allNow;
  return room <= 0 ? now : now + Math.min(room, replicas - now);
}

/** What a ReplicaSet gains or loses when the whole changes in proportion. Source: getReplicaSetFraction. */
function fractionOf(deployment: Deployment, replicaSet: ReplicaSet): number {
  const size = replicaSet.spec.replicas;
  if (deployment.spec.replicas === 0) return -size;
  const before = maxReplicasOf(replicaSet) || (deployment.status.replicas ?? 0);
  return before === 0 ? 0 : Math.round((size * maxReplicas(deployment)) / before) - size;
}

/**
 * The sizes of active ReplicaSets after a change of `replicas` in mid-rollout: the difference is shared out in proportion,
 * from the largest down, and what rounding leaves goes to the largest.
 */
export function proportionalSizes(deployment: Deployment, active: readonly ReplicaSet[]): Scaling[] {
  const allowed = deployment.spec.replicas > 0 ? maxReplicas(deployment) : 0;
  const toAdd = allowed - specReplicas(active);
  const newest = toAdd > 0 ? -1 : 1;
  const sorted = [...active].sort((a, b) => b.spec.replicas - a.spec.replicas || newest * byCreation(a, b));
  let left = toAdd;
  const sizes = sorted.map((replicaSet) => {
    const fraction = left === 0 ? 0 : fractionOf(deployment, replicaSet);
    const share = toAdd > 0 ? Math.min(fraction, left) : Math.max(fraction, left);
    left -= share;
    return replicaSet.spec.replicas + share;
  });
  return sorted.map((replicaSet, i) => ({
    replicaSet,
    replicas: i === 0 ? Math.max(0, (sizes[i] ?? 0) + left) : (sizes[i] ?? 0),
  }));
}

/** The oldest first; of one second, by name. Source: controller.ReplicaSetsByCreationTimestamp. */
export function byCreation({ metadata: a }: ReplicaSet, { metadata: b }: ReplicaSet): number {
  if (a.creationTimestamp !== b.creationTimestamp) return a.creationTimestamp < b.creationTimestamp ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}
