import { isSame } from '../../api/merge';
import type { DaemonSet, DaemonSetStatus } from '../../objects';
import { isReady } from '../../pods';
import type { Observed } from './observed';

const orAbsent = (count: number): number | undefined => count || undefined;

/**
 * The status that the nodes add up to: of each node its oldest Pod counts, one that is going too.
 * Models pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus (v1.37).
 */
export function statusOf(observed: Observed): DaemonSetStatus {
  const { set, places } = observed;
  const counts = { desired: 0, current: 0, misscheduled: 0, ready: 0, available: 0, updated: 0 };
  for (const { shouldRun, pods } of places) {
    const [oldest] = pods;
    if (!shouldRun) {
      if (oldest) counts.misscheduled++;
      continue;
    }
    counts.desired++;
    if (!oldest) continue;
    counts.current++;
    if (isReady(oldest)) counts.ready++;
    if (observed.isAvailable(oldest)) counts.available++;
    if (observed.isUpdated(oldest)) counts.updated++;
  }
  return {
    currentNumberScheduled: counts.current,
    numberMisscheduled: counts.misscheduled,
    desiredNumberScheduled: counts.desired,
    numberReady: counts.ready,
    observedGeneration: set.metadata.generation,
    updatedNumberScheduled: orAbsent(counts.updated),
    numberAvailable: orAbsent(counts.available),
    numberUnavailable: orAbsent(counts.desired - counts.available),
    ...(set.status.collisionCount !== undefined && { collisionCount: set.status.collisionCount }),
  };
}

/** The set with its new status, or undefined when nothing changed. */
export function withStatus(observed: Observed): DaemonSet | undefined {
  const status = statusOf(observed);
  return isSame(status, observed.set.status) ? undefined : { ...observed.set, status };
}
