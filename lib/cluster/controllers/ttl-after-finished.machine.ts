import { type Beliefs, noBeliefs } from '../belief';
import { factsOf } from '../believable';
import { isTerminating } from '../keys';
import type { Job } from '../objects';
import { momentOf } from '../time';
import type { Controller, SyncContext, SyncResult } from './controller';
import { finishedCondition } from './job/conditions';
import { decide, machineOf, type Rule } from './rules';

/**
 * Deletes a Job some time after it has finished, its Pods before it.
 * Models pkg/controller/ttlafterfinished/ttlafterfinished_controller.go processJob (v1.37).
 */
interface Observed {
  readonly job: Job;
  /** Milliseconds until the time is up; undefined for a Job that has not finished or has no limit. */
  readonly leftMs: number | undefined;
}

export const ttlAfterFinishedRules: readonly Rule<Observed>[] = [
  {
    name: 'needsNoCleanup',
    state: 'notFinished',
    holds: ({ job, leftMs }) => leftMs === undefined || isTerminating(job),
  },
  { name: 'timeIsNotUp', state: 'waitingForTime', holds: ({ leftMs = 0 }) => leftMs > 0 },
  {
    name: 'timeIsUp',
    state: 'deletingJob',
    holds: () => true,
    writes: ({ job }) => [{ do: 'delete', object: job, propagationPolicy: 'Foreground' }],
  },
];

export const ttlAfterFinishedMachine = machineOf('ttl-after-finished', ttlAfterFinishedRules);

/** Does not hold in Kubernetes: the time runs from the end of the Job. */
const facts = factsOf('ttl-after-finished', ['timeRunsFromCreation']);

function leftMs(job: Job, nowMs: number, beliefs: Beliefs): number | undefined {
  const { ttlSecondsAfterFinished: seconds } = job.spec;
  const finishedAt = finishedCondition(job)?.lastTransitionTime;
  if (seconds === undefined || finishedAt === undefined) return undefined;
  const isFromCreation = beliefs.ask(facts, 'timeRunsFromCreation', false);
  const from = isFromCreation ? job.metadata.creationTimestamp : finishedAt;
  return Math.max(0, momentOf(from) + seconds * 1000 - nowMs);
}

export const ttlAfterFinishedController: Controller = {
  name: 'ttl-after-finished-controller',
  machine: 'ttl-after-finished',
  kinds: ['Job'],
  delayMs: 10,
  concerns: ({ key, after }) =>
    after && !isTerminating(after) && leftMs(after as Job, 0, noBeliefs) !== undefined ? [key] : [],
  sync(key, { reading, nowMs, state, beliefs = noBeliefs }: SyncContext): SyncResult {
    const job = reading.get<Job>(key);
    if (!job) return { writes: [] };
    const observed = { job, leftMs: leftMs(job, nowMs, beliefs) };
    const result = decide(ttlAfterFinishedMachine, ttlAfterFinishedRules, state, observed, beliefs);
    return { ...result, againAfterMs: result.rule === 'timeIsNotUp' ? observed.leftMs : undefined };
  },
};
