import { isTerminating } from '../../keys';
import type { Pod } from '../../objects';
import { isGoing } from '../controller-ref';
import { finishedMs, remainingMs } from './back-off';
import { allFailuresOf, indexesOf, superfluous } from './indexed';
import { lowestOutside, merged } from './intervals';
import type { Observed } from './observed';
import { goesBefore } from './pods';

/**
 * How many Pods a Job should have now, and what follows from that. Deleting comes before creating: one sync does one of them.
 * Models pkg/controller/job/job_controller.go manageJob (v1.37). Leaves out: the slow start of creations.
 */
export interface Management {
  readonly deletes: readonly Pod[];
  /** A new Pod for each, with its completion index in an indexed Job. */
  readonly creates: readonly (number | undefined)[];
  /** A Pod is missing, and its back-off has so many milliseconds to go. */
  readonly waitsMs: number;
}

/** So many Pods are made or deleted in one sync at most. Source: MaxPodCreateDeletePerSync. */
export const mostPodsPerSync = 500;

const nothing: Management = { deletes: [], creates: [], waitsMs: 0 };

export function managed(observed: Observed): Management {
  const { job, active, terminating } = observed;
  if (isTerminating(job) || observed.isCounting) return nothing;
  if (job.spec.suspend) return { ...nothing, deletes: removed(observed, active.length) };
  const wanted = wantedActive(observed);
  const deletes = removed(observed, Math.max(0, active.length - wanted)).slice(0, mostPodsPerSync);
  if (deletes.length) return { ...nothing, deletes };
  const missing = wanted - active.length - (observed.replacesOnlyFailed ? terminating : 0);
  return missing > 0 ? created(observed, missing) : nothing;
}

/** Parallelism, but no more than completions are missing; a work queue that had a success gets no new Pods. */
function wantedActive(observed: Observed): number {
  const { job, active, succeeded } = observed;
  const { completions } = job.spec;
  const parallelism = believedParallelism(observed);
  if (completions === undefined) return succeeded > 0 ? active.length : parallelism;
  return Math.max(0, Math.min(parallelism, completions - succeeded));
}

function believedParallelism(observed: Observed): number {
  const { parallelism, completions = parallelism } = observed.job.spec;
  if (observed.is('podsRunOneByOne', false)) return Math.min(1, parallelism);
  return observed.is('podsRunAllAtOnce', false) ? completions : parallelism;
}

/** At least so many active Pods, those that an indexed Job may not have first. Source: activePodsForRemoval. */
function removed({ job, active, isIndexed }: Observed, atLeast: number): Pod[] {
  const wrong = isIndexed ? superfluous(active, job.spec.completions ?? 0) : [];
  const others = active.filter((pod) => !wrong.includes(pod)).sort(goesBefore);
  return [...wrong, ...others.slice(0, Math.max(0, atLeast - wrong.length))];
}

function created(observed: Observed, missing: number): Management {
  const { job, isIndexed, nowMs } = observed;
  const isPerIndex = job.spec.backoffLimitPerIndex !== undefined;
  const waitsMs = isPerIndex ? 0 : remainingMs(observed.backOff, nowMs);
  if (waitsMs > 0) return { ...nothing, waitsMs };
  const count = Math.min(missing, mostPodsPerSync);
  if (!isIndexed) return { ...nothing, creates: Array.from({ length: count }, () => undefined) };
  const pending = pendingIndexes(observed, count);
  if (!isPerIndex) return { ...nothing, creates: pending };
  const waits = pending.map((index) => indexWaitsMs(observed, index));
  const due = pending.filter((_, i) => waits[i] === 0);
  return due.length || !pending.length
    ? { ...nothing, creates: due }
    : { ...nothing, waitsMs: Math.min(...waits) };
}

/** Source: firstPendingIndexes. */
function pendingIndexes(
  { job, active, pods, indexes, replacesOnlyFailed }: Observed,
  count: number,
): number[] {
  const going = replacesOnlyFailed ? pods.filter(isGoing) : [];
  const taken = merged(
    merged(indexes?.succeeded ?? [], indexes?.failed ?? []),
    indexesOf([...active, ...going]),
  );
  return lowestOutside(taken, count, job.spec.completions ?? 0);
}

function indexWaitsMs({ awaiting, nowMs }: Observed, index: number): number {
  const last = awaiting.get(index);
  return last
    ? remainingMs({ failures: allFailuresOf(last) + 1, lastFailureMs: finishedMs(last) }, nowMs)
    : 0;
}
