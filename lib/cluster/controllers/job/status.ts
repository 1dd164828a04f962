import { isSame } from '../../api/merge';
import { isTerminating } from '../../keys';
import type { Job, JobCondition, JobStatus, Pod } from '../../objects';
import { isReady } from '../../pods';
import { timestamp } from '../../time';
import type { Write } from '../controller';
import { said } from '../controller-ref';
import { conditionOf, newCondition, withCondition } from './conditions';
import { verdictOn } from './failure-policy';
import { merged, ofIndexes, printed, total } from './intervals';
import type { Observed } from './observed';
import { endsByManagement } from './outcome';
import { indexOf, isTracked, withoutFinalizer } from './pods';

/**
 * What a Job's status says, and how Pods that have ended come into it so that none is counted twice: their uids are
 * written to uncountedTerminatedPods, then their finalizer is taken off, then they are counted. The first of these is one
 * sync; the others follow a moment later in the next.
 * Models pkg/controller/job/job_controller.go trackJobStatusAndRemoveFinalizers, enactJobFinished (v1.37).
 */
export interface Tracked {
  readonly writes: readonly Write[];
  /** Pods are to be let go of, or the end to be declared, as soon as this status is written. */
  readonly isUnfinished: boolean;
  /** Uids of the Pods to be let go of then. */
  readonly seen: readonly string[];
}

/** So many uids may stand in the status. Source: MaxUncountedPods. */
const mostUncounted = 500;

type Uncounted = Required<NonNullable<JobStatus['uncountedTerminatedPods']>>;

interface Ended {
  readonly release: readonly Pod[];
  readonly uncounted: Uncounted;
  readonly newIndexes: readonly number[];
  /** There are more; they come next. */
  readonly reachedMost: boolean;
}

export function track(observed: Observed): Tracked {
  const tracked = new Set(observed.pods.filter(isTracked).map(({ metadata }) => metadata.uid));
  const begun = counted(observed.job.status, tracked);
  const ended = endedPods(observed, begun);
  const first = firstStatus(observed, begun, ended);
  const said = saidOfSuspension(observed);
  const isEnding = observed.outcome !== undefined && !ended.reachedMost;
  if (!isSame(first, observed.job.status))
    return {
      writes: [statusWrite(observed.job, first), ...said],
      isUnfinished: ended.release.length > 0 || (isEnding && !first.terminating),
      seen: ended.release.map(({ metadata }) => metadata.uid),
    };
  for (const { metadata } of ended.release) tracked.delete(metadata.uid);
  const second = counted(first, tracked);
  const isAtEnd = isEnding && !hasUncounted(second) && !second.terminating;
  const last = isAtEnd ? finished(observed, second) : second;
  return {
    writes: [
      ...ended.release.map(withoutFinalizer),
      ...(isSame(last, observed.job.status) ? [] : [statusWrite(observed.job, last)]),
      ...(isAtEnd ? saidAtEnd(observed, last) : []),
    ],
    isUnfinished: false,
    seen: [],
  };
}

const statusWrite = (job: Job, status: JobStatus): Write => ({
  do: 'updateStatus',
  object: { ...job, status } as Job,
});

const hasUncounted = ({ uncountedTerminatedPods: uids }: JobStatus): boolean =>
  (uids?.succeeded?.length ?? 0) + (uids?.failed?.length ?? 0) > 0;

/** Counts the Pods whose finalizer is off. Source: cleanUncountedPodsWithoutFinalizers. */
function counted(status: JobStatus, tracked: ReadonlySet<string>): JobStatus {
  const { succeeded = [], failed = [] } = status.uncountedTerminatedPods ?? {};
  const left = {
    succeeded: succeeded.filter((uid) => tracked.has(uid)),
    failed: failed.filter((uid) => tracked.has(uid)),
  };
  return {
    ...status,
    succeeded: orAbsent((status.succeeded ?? 0) + succeeded.length - left.succeeded.length),
    failed: orAbsent((status.failed ?? 0) + failed.length - left.failed.length),
    uncountedTerminatedPods: writtenUncounted(left),
  };
}

const orAbsent = (count: number): number | undefined => count || undefined;
const writtenUncounted = ({ succeeded, failed }: Uncounted): JobStatus['uncountedTerminatedPods'] => ({
  ...(succeeded.length > 0 && { succeeded }),
  ...(failed.length > 0 && { failed }),
});

/** Pods that need their finalizer no more, and what they count as. */
function endedPods(observed: Observed, status: JobStatus): Ended {
  const { uncounted: known } = observed;
  const succeeded = [...(status.uncountedTerminatedPods?.succeeded ?? [])];
  const failed = [...(status.uncountedTerminatedPods?.failed ?? [])];
  const newIndexes: number[] = [];
  const release: Pod[] = [];
  let reachedMost = false;
  for (const pod of observed.pods) {
    const { uid } = pod.metadata;
    if (isTracked(pod) && observed.seen.has(uid)) {
      release.push(pod);
      continue;
    }
    if (!isTracked(pod) || !mayRelease(observed, pod)) continue;
    const isFull = newIndexes.length + succeeded.length + failed.length >= mostUncounted;
    if (isFull && !known.succeeded.has(uid) && !known.failed.has(uid)) {
      reachedMost = true;
      continue;
    }
    release.push(pod);
    if (pod.status.phase === 'Succeeded' && !known.failed.has(uid)) {
      const index = indexOf(pod);
      if (!observed.isIndexed) {
        if (!known.succeeded.has(uid)) succeeded.push(uid);
      } else if (index !== undefined && observed.hasValidIndex(pod)) newIndexes.push(index);
    } else if (countsAsFailed(observed, pod) && !known.failed.has(uid)) failed.push(uid);
  }
  return { release, uncounted: { succeeded, failed }, newIndexes, reachedMost };
}

/** Source: canRemoveFinalizer. */
function mayRelease(observed: Observed, pod: Pod): boolean {
  const { job, outcome, awaiting } = observed;
  if (isTerminating(job) || outcome || pod.status.phase === 'Succeeded') return true;
  if (!observed.isFailed(pod)) return false;
  return awaiting.get(indexOf(pod) ?? -1)?.metadata.uid !== pod.metadata.uid;
}

/** When the Job fails, so has every Pod of it that did not succeed. */
function countsAsFailed(observed: Observed, pod: Pod): boolean {
  const isLost = observed.isFailed(pod) || observed.outcome?.type === 'FailureTarget';
  return isLost && observed.hasValidIndex(pod) && verdictOn(observed.job.spec.podFailurePolicy, pod).counts;
}

/** The status as the sync's creations and deletions leave it, before anything is let go of. */
function firstStatus(observed: Observed, status: JobStatus, ended: Ended): JobStatus {
  const { indexes } = observed;
  const after = podsAfter(observed);
  const succeeded = indexes && merged(indexes.succeeded, ofIndexes(ended.newIndexes));
  return {
    ...status,
    active: orAbsent(after.active),
    ready: after.ready,
    terminating: after.terminating,
    ...(succeeded && {
      succeeded: orAbsent(total(succeeded)),
      completedIndexes: printed(succeeded) || undefined,
      failedIndexes: indexes.failed && printed(indexes.failed),
    }),
    uncountedTerminatedPods: writtenUncounted(ended.uncounted),
    conditions: conditionsOf(observed),
    startTime: startTimeOf(observed),
  };
}

function podsAfter(observed: Observed) {
  const { active, ready, terminating, management, outcome } = observed;
  if (outcome && !endsByManagement(observed))
    return { active: 0, ready: 0, terminating: terminating + active.length };
  const { deletes, creates } = management;
  return {
    active: active.length - deletes.length + creates.length,
    ready: ready - deletes.filter(isReady).length,
    terminating: terminating + deletes.length,
  };
}

function conditionsOf(observed: Observed): JobStatus['conditions'] {
  const { job, outcome, nowMs } = observed;
  const old = job.status.conditions ?? [];
  const suspension = suspensionOf(observed);
  const now = suspension ? withCondition(old, suspension) : old;
  const all =
    outcome && !outcome.isOld
      ? [...now, newCondition(outcome.type, 'True', outcome.reason, outcome.message, nowMs)]
      : now;
  return all.length ? all : undefined;
}

/** What `suspend` makes of the condition Suspended; nothing is said of a Job that comes to its end or is deleted. */
function suspensionOf({ job, outcome, nowMs }: Observed): JobCondition | undefined {
  if (outcome || isTerminating(job)) return undefined;
  return job.spec.suspend
    ? newCondition('Suspended', 'True', 'JobSuspended', 'Job suspended', nowMs)
    : newCondition('Suspended', 'False', 'JobResumed', 'Job resumed', nowMs);
}

/** The suspension that this sync brings or ends, if it does. */
function newSuspension(observed: Observed): 'Suspended' | 'Resumed' | undefined {
  const wanted = suspensionOf(observed);
  const was = conditionOf(observed.job, 'Suspended')?.status ?? 'False';
  if (!wanted || wanted.status === was) return undefined;
  return wanted.status === 'True' ? 'Suspended' : 'Resumed';
}

/** The running time begins with the first sync that is not suspended, and anew when the Job is resumed. */
function startTimeOf(observed: Observed): string | undefined {
  const { job, nowMs } = observed;
  const change = newSuspension(observed);
  if (change === 'Suspended') return undefined;
  if (change === 'Resumed') return timestamp(nowMs);
  return job.status.startTime ?? (job.spec.suspend ? undefined : timestamp(nowMs));
}

function saidOfSuspension(observed: Observed): Write[] {
  const reason = newSuspension(observed);
  const message = reason === 'Suspended' ? 'Job suspended' : 'Job resumed';
  return reason ? [said(observed.job, 'Normal', reason, message)] : [];
}

function finished({ outcome, nowMs }: Observed, status: JobStatus): JobStatus {
  if (!outcome) return status;
  const type = outcome.type === 'FailureTarget' ? 'Failed' : 'Complete';
  const condition = newCondition(type, 'True', outcome.reason, outcome.message, nowMs);
  return {
    ...status,
    conditions: withCondition(status.conditions ?? [], condition),
    ...(type === 'Complete' && { completionTime: condition.lastTransitionTime }),
  };
}

/** Source: recordJobFinished. */
function saidAtEnd({ job, outcome }: Observed, { succeeded = 0 }: JobStatus): Write[] {
  if (!outcome) return [];
  if (outcome.type === 'FailureTarget') return [said(job, 'Warning', outcome.reason, outcome.message)];
  const tooMany = succeeded > (job.spec.completions ?? Number.POSITIVE_INFINITY);
  const message = 'Too many succeeded pods running after completion count reached';
  return [
    ...(tooMany ? [said(job, 'Warning', 'TooManySucceededPods', message)] : []),
    said(job, 'Normal', 'Completed', 'Job completed'),
  ];
}
