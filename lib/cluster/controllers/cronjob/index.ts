import { kindOf, ownerKeys } from '../../keys';
import type { CronJob } from '../../objects';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { decide } from '../rules';
import { cronjobMachine, cronjobRules, deleteJob } from './cronjob.machine';
import { Observed, type Remembered } from './observed';
import { observations } from './status';

/** After these the next run is waited for; the other states wait for somebody to change something. */
const timed = new Set([
  'waitingForSchedule',
  'missedSchedule',
  'waitingForActiveJob',
  'replacingJob',
  'startingJob',
  'startingFirstJob',
  'forgettingRun',
]);

/**
 * Which writes wake which CronJob, and what one sync does: it tidies the history, tells of its Jobs, and starts the run
 * that is due. Models pkg/controller/cronjob/cronjob_controllerv2.go sync (v1.37).
 */
export const cronjobController: Controller = {
  name: 'cronjob-controller',
  machine: 'cronjob',
  kinds: ['CronJob', 'Job'],
  delayMs: 10,
  concerns({ key, before, after }) {
    if (kindOf(key) === 'CronJob') return [key];
    return [...new Set([...ownerKeys('CronJob', before), ...ownerKeys('CronJob', after)])];
  },
  sync(key, { reading, nowMs, state, memory, beliefs }: SyncContext): SyncResult {
    const cronjob = reading.get<CronJob>(key);
    if (!cronjob) return { writes: [] };
    const observed = new Observed(cronjob, reading, nowMs, memory as Remembered | undefined, beliefs);
    const result = decide(cronjobMachine, cronjobRules, state, observed, beliefs);
    const { schedule, timeZone } = cronjob.spec;
    return {
      ...result,
      writes: [
        ...observed.superfluous.flatMap((job) => deleteJob(cronjob, job)),
        ...observations(observed),
        ...result.writes,
      ],
      memory: { schedule, timeZone } satisfies Remembered,
      againAfterMs: timed.has(result.state ?? '') ? nextInMs(observed, result.state) : undefined,
    };
  },
};

/** A run that was started is the last one that was due. */
function nextInMs(observed: Observed, state: string | undefined): number | undefined {
  const { cronjob, startedTime } = observed;
  const isStarting = state === 'replacingJob' || state === 'startingJob';
  return observed.nextInMs(isStarting ? startedTime : cronjob.status.lastScheduleTime);
}
