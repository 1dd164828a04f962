import type { ContainerStatus, Pod, PodStatus } from '../../objects';
import { momentOf } from '../../time';

/**
 * How long a Job waits before it replaces a failed Pod: 10 s after the first failure, twice as long after each further
 * one in a row, ten minutes at most. Models pkg/controller/job/backoff_utils.go (v1.37).
 */
const backOff = { firstMs: 10_000, longestMs: 600_000 } as const;

/** What the controller remembers of a Job; a success forgets the failures before it. */
export interface BackOffRecord {
  readonly failures: number;
  readonly lastFailureMs?: number;
  /** Uids of Pods that were judged and hold their finalizer yet. */
  readonly seen?: readonly string[];
}

const noFailures: BackOffRecord = { failures: 0 };

/** The record after Pods have ended that were not known to have. */
export function recordAfter(
  before: BackOffRecord = noFailures,
  succeeded: readonly Pod[],
  failed: readonly Pod[],
): BackOffRecord {
  const failures = failed.map(finishedMs);
  if (succeeded.length === 0)
    return failures.length
      ? { failures: before.failures + failures.length, lastFailureMs: Math.max(...failures) }
      : before;
  const lastSuccessMs = Math.max(...succeeded.map(finishedMs));
  const later = failures.filter((ms) => ms > lastSuccessMs);
  return later.length ? { failures: later.length, lastFailureMs: Math.max(...later) } : noFailures;
}

/** Milliseconds until the next Pod may be made; 0: now. */
export function remainingMs({ failures, lastFailureMs }: BackOffRecord, nowMs: number): number {
  if (failures === 0 || lastFailureMs === undefined) return 0;
  const delayMs = Math.min(backOff.firstMs * 2 ** (failures - 1), backOff.longestMs);
  return Math.max(0, delayMs - (nowMs - lastFailureMs));
}

interface Statuses extends PodStatus {
  readonly initContainerStatuses?: readonly ContainerStatus[];
}
interface InitContainer {
  readonly name: string;
  readonly restartPolicy?: string;
}

/**
 * When a Pod came to its end, ms: with its last container, else with its Ready condition, else with the request to
 * delete it. Source: getFinishedTime.
 */
export function finishedMs(pod: Pod): number {
  const { metadata, status } = pod;
  const ended = lastContainerMs(pod);
  if (ended !== undefined) return ended;
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  if (ready?.status === 'False' && ready.lastTransitionTime) return momentOf(ready.lastTransitionTime);
  if (metadata.deletionTimestamp)
    return momentOf(metadata.deletionTimestamp) - (metadata.deletionGracePeriodSeconds ?? 0) * 1000;
  return momentOf(metadata.creationTimestamp);
}

/** A sidecar ends after the containers that it serves. */
function lastContainerMs({ spec, status }: Pod): number | undefined {
  const { containerStatuses = [], initContainerStatuses = [] } = status as Statuses;
  const sidecars = ((spec.initContainers ?? []) as readonly InitContainer[])
    .filter(({ restartPolicy }) => restartPolicy === 'Always')
    .map(({ name }) => name);
  const counted = [
    ...containerStatuses,
    ...initContainerStatuses.filter(({ name }) => sidecars.includes(name)),
  ];
  const ends = counted.map(({ state }) => state.terminated?.finishedAt);
  if (ends.length === 0 || ends.some((end) => !end)) return undefined;
  return Math.max(...ends.map((end) => momentOf(end ?? '')));
}
