import { isSame } from '../../api/merge';
import { isTerminating } from '../../keys';
import type { StatefulSet, StatefulSetStatus } from '../../objects';
import { isAvailable, isRunningAndReady } from '../../pods';
import { revisionOf } from './identity';
import type { Observed } from './observed';

const orAbsent = (count: number): number | undefined => count || undefined;

/**
 * The status that the Pods add up to. Counts of 0 are absent but for `replicas` and `availableReplicas`.
 * Models computeReplicaStatus and completeRollingUpdate of stateful_set_control.go, stateful_set_utils.go (v1.37).
 */
export function statusOf(observed: Observed): StatefulSetStatus {
  const { set } = observed;
  // In a deletion that goes from below, the revisions are gone before the set is.
  const current = observed.currentRevision?.metadata.name ?? set.status.currentRevision;
  const update = observed.updateRevision?.metadata.name ?? set.status.updateRevision;
  const counts = { replicas: 0, ready: 0, available: 0, current: 0, updated: 0 };
  for (const { pod } of [...observed.replicas, ...observed.condemned]) {
    if (!pod) continue;
    counts.replicas++;
    if (isRunningAndReady(pod)) {
      counts.ready++;
      if (isAvailable(pod, observed.minReadySeconds, observed.nowMs)) counts.available++;
    }
    if (isTerminating(pod)) continue;
    if (revisionOf(pod) === current) counts.current++;
    if (revisionOf(pod) === update) counts.updated++;
  }
  const isDone = (count: number) => count === set.spec.replicas;
  const isComplete =
    set.spec.updateStrategy.type === 'RollingUpdate' &&
    isDone(counts.updated) &&
    isDone(counts.ready) &&
    isDone(counts.replicas);
  return {
    observedGeneration: set.metadata.generation,
    replicas: counts.replicas,
    readyReplicas: orAbsent(counts.ready),
    currentReplicas: orAbsent(isComplete ? counts.updated : counts.current),
    updatedReplicas: orAbsent(counts.updated),
    availableReplicas: counts.available,
    currentRevision: isComplete ? update : current,
    updateRevision: update,
    collisionCount: 0,
  };
}

/** The set with its new status, or undefined when nothing changed. */
export function withStatus(observed: Observed): StatefulSet | undefined {
  const status = statusOf(observed);
  return isSame(status, observed.set.status) ? undefined : { ...observed.set, status };
}
