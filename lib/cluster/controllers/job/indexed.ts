import type { Job, Pod } from '../../objects';
import { finishedMs } from './back-off';
import { verdictOn } from './failure-policy';
import { has, type Intervals, merged, ofIndexes, parsed } from './intervals';
import {
  failureCountAnnotation,
  goesBefore,
  ignoredFailureCountAnnotation,
  indexOf,
  isTracked,
} from './pods';

/**
 * An indexed Job: which indexes have succeeded or failed, how often each failed, and whose failed Pod waits for its
 * replacement. Models pkg/controller/job/indexed_job_utils.go (v1.37).
 */
export interface Indexes {
  /** As the status has them. */
  readonly known: Intervals;
  readonly succeeded: Intervals;
  /** Undefined without backoffLimitPerIndex. */
  readonly failed: Intervals | undefined;
}

/** A Pod failed, by the Job's own measure. */
export type IsFailed = (pod: Pod) => boolean;

const validIndex = (pod: Pod, completions: number): number[] => {
  const index = indexOf(pod);
  return index !== undefined && index < completions ? [index] : [];
};

export const indexesOf = (pods: readonly Pod[]): Intervals =>
  ofIndexes(pods.flatMap((pod) => indexOf(pod) ?? []));

/**
 * A failed Pod that the status names has had its say about its index: the Pods that a failing Job takes down are named in the same
 * write in which their indexes had not failed.
 */
export function indexesIn(job: Job, pods: readonly Pod[], isFailed: IsFailed): Indexes {
  const { completions = 0, backoffLimitPerIndex } = job.spec;
  const tracked = pods.filter(isTracked);
  const known = parsed(job.status.completedIndexes, completions);
  const ended = tracked.filter(({ status }) => status.phase === 'Succeeded');
  const named = new Set(job.status.uncountedTerminatedPods?.failed);
  const failed = tracked.filter(
    (pod) => isFailed(pod) && !named.has(pod.metadata.uid) && isIndexLost(job, pod),
  );
  const of = (some: readonly Pod[]) => ofIndexes(some.flatMap((pod) => validIndex(pod, completions)));
  return {
    known,
    succeeded: merged(known, of(ended)),
    failed:
      backoffLimitPerIndex === undefined
        ? undefined
        : merged(parsed(job.status.failedIndexes, completions), of(failed)),
  };
}

/** Whether this failure is the one too many for its index. Source: isIndexFailed. */
function isIndexLost({ spec }: Job, pod: Pod): boolean {
  const { action, counts } = verdictOn(spec.podFailurePolicy, pod);
  if (action === 'FailIndex') return true;
  return counts && failuresOf(pod) >= (spec.backoffLimitPerIndex ?? Number.POSITIVE_INFINITY);
}

const countIn = (pod: Pod, annotation: string): number => {
  const text = pod.metadata.annotations?.[annotation] ?? '';
  return /^\d+$/.test(text) && Number(text) < 2 ** 31 ? Number(text) : 0;
};

/** How often Pods of this index had failed before this one. */
const failuresOf = (pod: Pod): number => countIn(pod, failureCountAnnotation);

/** The same with the failures that a policy ignores: what the back-off goes by. */
export const allFailuresOf = (pod: Pod): number =>
  failuresOf(pod) + countIn(pod, ignoredFailureCountAnnotation);

/** What a new Pod of the index carries on from the one that it replaces. Source: addIndexFailureCountAnnotation. */
export function failureCounts(job: Job, replaced: Pod | undefined): Readonly<Record<string, string>> {
  if (!replaced) return { [failureCountAnnotation]: '0' };
  const { counts } = verdictOn(job.spec.podFailurePolicy, replaced);
  const ignored = countIn(replaced, ignoredFailureCountAnnotation) + (counts ? 0 : 1);
  return {
    [failureCountAnnotation]: String(failuresOf(replaced) + (counts ? 1 : 0)),
    ...(ignored > 0 && { [ignoredFailureCountAnnotation]: String(ignored) }),
  };
}

/**
 * Failed Pods that are kept until their replacement has been made, because it takes their counts: the last one of each
 * index that has neither ended nor a Pod. Source: getPodsWithDelayedDeletionPerIndex.
 */
export function awaitingReplacement(
  job: Job,
  pods: readonly Pod[],
  active: readonly Pod[],
  indexes: Indexes,
  isFailed: IsFailed,
): ReadonlyMap<number, Pod> {
  const settled = merged(merged(indexes.succeeded, indexes.failed ?? []), indexesOf(active));
  const last = new Map<number, Pod>();
  for (const pod of pods) {
    const [index] = validIndex(pod, job.spec.completions ?? 0);
    if (index === undefined || !isTracked(pod) || !isFailed(pod) || has(settled, index)) continue;
    const before = last.get(index);
    const isLater =
      !before || (allFailuresOf(before) <= allFailuresOf(pod) && finishedMs(pod) >= finishedMs(before));
    if (isLater) last.set(index, pod);
  }
  return last;
}

/** Active Pods that no indexed Job may have: without an index, beyond the last, or a second one of the same. */
export function superfluous(active: readonly Pod[], completions: number): Pod[] {
  const byIndex = new Map<number, Pod[]>();
  const wrong: Pod[] = [];
  for (const pod of active) {
    const [index] = validIndex(pod, completions);
    if (index === undefined) wrong.push(pod);
    else byIndex.set(index, [...(byIndex.get(index) ?? []), pod]);
  }
  const repeated = [...byIndex.values()].flatMap((pods) => pods.sort(goesBefore).slice(0, -1));
  return [...wrong, ...repeated];
}
