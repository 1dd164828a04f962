import { isSame } from '../../api/merge';
import { controllerOf, isTerminating, keyOf, kindOf, ownerKeys } from '../../keys';
import type { Job, KubeObject } from '../../objects';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { decide } from '../rules';
import type { BackOffRecord } from './back-off';
import { finishedCondition } from './conditions';
import { jobMachine, jobRules } from './job.machine';
import { Observed } from './observed';
import { track } from './status';

/** What Pods do is gathered for a second, so that many of them make one sync. Source: SyncJobBatchPeriod. */
const batchMs = 1000;
/** A new Job, a new spec and an end are looked at without that. */
const delayMs = 10;
/** Between the status that names ended Pods and the one that counts them: a patch for each Pod. */
const trackingMs = 30;

const selecting = (pod: KubeObject, reading: Reading): string[] =>
  reading
    .list<Job>('Job')
    .filter(
      (job) =>
        job.metadata.namespace === pod.metadata.namespace && selects(job.spec.selector, pod.metadata.labels),
    )
    .map(keyOf);

/** States that end a sync: no status is counted in them. */
const withoutStatus = new Set(['unmanaged', 'complete', 'failed']);
/** States that only put in order whose the Pods are: the sync goes on at once. */
const preparing = new Set(['releasingPods', 'adoptingPods']);

function nextSyncMs(
  { management, outcome, deadlineInMs }: Observed,
  isUnfinished: boolean,
): number | undefined {
  const waits = [
    ...(isUnfinished ? [trackingMs] : []),
    ...(management.waitsMs > 0 && !outcome ? [Math.max(batchMs, management.waitsMs)] : []),
    ...(deadlineInMs !== undefined && !outcome ? [deadlineInMs] : []),
  ];
  return waits.length ? Math.min(...waits) : undefined;
}

/**
 * Which writes wake which Job and how soon, and what one sync does.
 * Models addPod, updatePod, deletePod, updateJob and syncJob of pkg/controller/job/job_controller.go (v1.37).
 */
export const jobController: Controller = {
  name: 'job-controller',
  machine: 'job',
  kinds: ['Job', 'Pod'],
  delayMs,
  delayAfter({ key, before, after }) {
    if (kindOf(key) === 'Pod') return batchMs;
    if (!before || !after || finishedCondition(after as Job)) return delayMs;
    const isNews =
      before.metadata.generation !== after.metadata.generation ||
      isTerminating(before) !== isTerminating(after);
    return isNews ? delayMs : batchMs;
  },
  concerns({ key, before, after }, reading) {
    if (kindOf(key) === 'Job') return [key];
    const owners = [...new Set([...ownerKeys('Job', before), ...ownerKeys('Job', after)])];
    if (!after || controllerOf(after.metadata)) return owners;
    const isNews =
      !before ||
      controllerOf(before.metadata) !== undefined ||
      !isSame(before.metadata.labels, after.metadata.labels);
    return isNews ? [...owners, ...selecting(after, reading)] : owners;
  },
  sync(key, { reading, nowMs, state, memory, beliefs }: SyncContext): SyncResult {
    const job = reading.get<Job>(key);
    if (!job) return { writes: [] };
    const observed = new Observed(job, reading, nowMs, memory as BackOffRecord | undefined, beliefs);
    const result = decide(jobMachine, jobRules, state, observed, beliefs);
    if (withoutStatus.has(result.state ?? '')) return result;
    if (preparing.has(result.state ?? '')) return { ...result, againAfterMs: 0 };
    const { writes, isUnfinished, seen } = track(observed);
    return {
      ...result,
      writes: [...result.writes, ...writes],
      memory: { ...observed.backOff, seen } satisfies BackOffRecord,
      againAfterMs: nextSyncMs(observed, isUnfinished),
    };
  },
};
