import { withCondition } from '../../api/conditions';
import { keyOf } from '../../keys';
import type { ClaimCondition, PersistentVolumeClaim } from '../../objects';
import { isShutDown } from '../../pods';
import type { Reading } from '../../store';
import { timestamp } from '../../time';

/**
 * The condition Unused of a claim that is bound: whether a Pod names it, with a node or without.
 * Models pkg/controller/volume/pvcprotection updateUnusedCondition (v1.37).
 */
const isReferenced = (claim: PersistentVolumeClaim, reading: Reading): boolean =>
  reading.podsWith(keyOf(claim)).some((pod) => !isShutDown(pod));

/** The condition is not there, or says something else than the Pods. */
export function isMisnoted(claim: PersistentVolumeClaim, reading: Reading): boolean {
  const unused = claim.status.conditions?.find(({ type }) => type === 'Unused');
  return unused?.status !== (isReferenced(claim, reading) ? 'False' : 'True');
}

export function withUse(
  claim: PersistentVolumeClaim,
  reading: Reading,
  nowMs: number,
): PersistentVolumeClaim {
  const [status, reason, message] = isReferenced(claim, reading)
    ? (['False', 'PodUsingPVC', 'A pod is currently referencing this PVC'] as const)
    : (['True', 'NoPodsUsingPVC', 'No pods are currently referencing this PVC'] as const);
  const condition = { type: 'Unused', status, reason, message, lastProbeTime: null } as const;
  const conditions = withCondition(claim.status.conditions, timestamp(nowMs), condition) as ClaimCondition[];
  return { ...claim, status: { ...claim.status, conditions } };
}
