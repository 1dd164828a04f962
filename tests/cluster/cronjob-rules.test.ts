import { describe, expect, it } from 'vitest';
import { cronjobMachine, cronjobRules } from '@/lib/cluster/controllers/cronjob/cronjob.machine';
import { Observed, type Remembered } from '@/lib/cluster/controllers/cronjob/observed';
import { nextScheduleInMs, recentTime } from '@/lib/cluster/controllers/cronjob/schedule-times';
import { observations } from '@/lib/cluster/controllers/cronjob/status';
import { newCondition } from '@/lib/cluster/controllers/job/conditions';
import { decide } from '@/lib/cluster/controllers/rules';
import { controllerRef } from '@/lib/cluster/keys';
import { kinds } from '@/lib/cluster/kinds';
import type {
  CronJob,
  CronJobSpec,
  CronJobStatus,
  Job,
  KubeObject,
  Manifest,
  ObjectMeta,
} from '@/lib/cluster/objects';
import { parseSchedule } from '@/lib/cluster/schedule/parse';
import { Store } from '@/lib/cluster/store';
import { epochMinutes, timestamp } from '@/lib/cluster/time';
import { jobOf, meta, podTemplate } from './job';

const minute = 60_000;
const at = (minutes: number, ms = 0) => minutes * minute + ms;
const nameAt = (minutes: number) => `tick-${epochMinutes(at(minutes))}`;

function cronjobOf(spec: object = {}, status: CronJobStatus = {}, more: Partial<ObjectMeta> = {}): CronJob {
  const object = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: meta('tick', { uid: 'cron', ...more }),
    spec: { schedule: '* * * * *', jobTemplate: { spec: { template: podTemplate } }, ...spec },
    status,
  } as unknown as KubeObject;
  return kinds.get('CronJob')?.defaulted(object) as CronJob;
}

/** How a Job of the CronJob stands: `running`, `complete`, `failed`; `free`: somebody else's. */
function childOf(cronjob: CronJob, name: string, how: string): Job {
  const type = how.includes('complete') ? 'Complete' : 'Failed';
  const isOver = !how.includes('running');
  return {
    ...jobOf(),
    metadata: meta(name, {
      uid: name,
      ...(!how.includes('free') && { ownerReferences: [controllerRef(cronjob)] }),
    }),
    status: {
      startTime: timestamp(0),
      ...(isOver && { conditions: [newCondition(type, 'True', '', '', 0)] }),
      ...(how.includes('complete') && { completionTime: timestamp(at(1)) }),
    },
  };
}

const ref = (name: string) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  namespace: 'default',
  name,
  uid: name,
  resourceVersion: '1',
});

interface Situation {
  readonly spec?: Partial<CronJobSpec>;
  readonly meta?: Partial<ObjectMeta>;
  /** Names of the active list. */
  readonly active?: readonly string[];
  readonly last?: number;
  readonly jobs?: Readonly<Record<string, string>>;
  readonly remembered?: Remembered;
  /** ms */
  readonly now?: number;
}

function observe({
  spec,
  meta: more,
  active,
  last,
  jobs = {},
  remembered,
  now = at(3, 100),
}: Situation): Observed {
  const status: CronJobStatus = {
    ...(active && { active: active.map(ref) }),
    ...(last !== undefined && { lastScheduleTime: timestamp(at(last)) }),
  };
  const cronjob = cronjobOf(spec, status, more);
  const store = new Store();
  store.put(cronjob);
  for (const [name, how] of Object.entries(jobs)) store.put(childOf(cronjob, name, how));
  return new Observed(cronjob, store, now, remembered);
}

const sync = (situation: Situation, state?: string) =>
  decide(cronjobMachine, cronjobRules, state, observe(situation));

function told(situation: Situation): string {
  const { rule, writes } = sync(situation);
  const did = writes.map((write) =>
    write.do === 'event'
      ? write.reason
      : `${write.do} ${(write as { object: Manifest }).object.metadata.name}`,
  );
  return [rule, did.join(', ')].filter(Boolean).join(' | ');
}

const forbid: Partial<CronJobSpec> = { concurrencyPolicy: 'Forbid' };
const replace: Partial<CronJobSpec> = { concurrencyPolicy: 'Replace' };
const running = { a: 'running' };

const table: readonly (readonly [string, Situation, string])[] = [
  [
    'one that is being deleted starts nothing',
    { meta: { deletionTimestamp: timestamp(0) } },
    'isBeingDeleted',
  ],
  ['nor a suspended one', { spec: { suspend: true } }, 'isSuspended'],
  [
    'what it sees of its Jobs is written all the same',
    { spec: { suspend: true }, active: ['a'], jobs: { a: 'complete' } },
    'isSuspended | updateStatus tick',
  ],
  [
    'a schedule that cannot be read',
    { spec: { schedule: 'now' } },
    'scheduleCannotBeRead | UnparseableSchedule',
  ],
  [
    'a schedule that never comes',
    { spec: { schedule: '0 0 30 2 *' } },
    'scheduleNeverComes | InvalidSchedule',
  ],
  [
    'a new schedule begins with its next run',
    { remembered: { schedule: '0 * * * *', timeZone: undefined } },
    'scheduleHasChanged',
  ],
  [
    'so does a new time zone',
    { spec: { timeZone: 'Asia/Shanghai' }, remembered: { schedule: '* * * * *', timeZone: 'UTC' } },
    'scheduleHasChanged',
  ],
  ['no run is due before the first minute', { now: at(0, 59_999) }, 'noRunIsDue'],
  ['nor after the last one was started', { last: 3 }, 'noRunIsDue'],
  ['a run is due', { last: 2 }, `runIsDue | create ${nameAt(3)}`],
  ['of several that were missed the last one', { last: 0 }, `runIsDue | create ${nameAt(3)}`],
  [
    'after more than a hundred there is a warning as well',
    { now: at(200), last: 0 },
    `runIsDue | TooManyMissedTimes, create ${nameAt(200)}`,
  ],
  ['after a hundred there is not', { now: at(100), last: 0 }, `runIsDue | create ${nameAt(100)}`],
  [
    'with a deadline only its time is looked at',
    { now: at(200), last: 0, spec: { startingDeadlineSeconds: 120 } },
    `runIsDue | create ${nameAt(200)}`,
  ],
  [
    'a run from before the deadline is not looked for',
    { spec: { schedule: '0 * * * *', startingDeadlineSeconds: 10 }, now: at(60, 10_100), last: undefined },
    'noRunIsDue',
  ],
  [
    'with none left to wait there is never one',
    { spec: { schedule: '* * * * *', startingDeadlineSeconds: 0 }, now: at(3, 100), last: 2 },
    'noRunIsDue',
  ],
  [
    'a run that is on the list was started',
    { last: 2, active: [nameAt(3)], jobs: { [nameAt(3)]: 'running' } },
    'runWasStarted',
  ],
  ['Allow: side by side', { last: 2, active: ['a'], jobs: running }, `runIsDue | create ${nameAt(3)}`],
  [
    'Forbid: not while one is active',
    { spec: forbid, last: 2, active: ['a'], jobs: running },
    'activeJobForbidsAnother | JobAlreadyActive',
  ],
  [
    'but as soon as it has finished',
    { spec: forbid, last: 2, active: ['a'], jobs: { a: 'complete' } },
    `runIsDue | create ${nameAt(3)}`,
  ],
  [
    'Replace: in place of it',
    { spec: replace, last: 2, active: ['a'], jobs: running },
    `activeJobIsReplaced | delete a, SuccessfulDelete, create ${nameAt(3)}`,
  ],
  [
    'a Job of that name that is ours is put on the list',
    { last: 2, jobs: { [nameAt(3)]: 'running' } },
    'runIsDue | updateStatus tick',
  ],
  ["somebody else's is left alone", { last: 2, jobs: { [nameAt(3)]: 'running free' } }, 'runIsDue'],
];

describe('the rules of a CronJob', () => {
  it.each(table)('%s', (_, situation, wanted) => {
    expect(told(situation)).toBe(wanted);
  });

  const missed: Situation = { spec: { startingDeadlineSeconds: 1 }, now: at(3, 1_500), last: 2 };

  it('say of a run that is too late when it should have been', () => {
    const observed = observe(missed);
    const late = Object.defineProperty(observed, 'recent', {
      value: { earliestMs: at(2), timeMs: at(3), missed: 'none' },
    });
    const { rule, state, writes } = decide(cronjobMachine, cronjobRules, undefined, late);
    expect([rule, state]).toEqual(['startingDeadlineHasPassed', 'missedSchedule']);
    expect(writes[0]).toMatchObject({
      reason: 'MissSchedule',
      message: 'Missed scheduled time to start a job: Thu, 01 Jan 2026 00:03:00 +0000',
    });
  });

  it('all stand in the table', () => {
    const named = new Set([
      ...table.map(([, , wanted]) => wanted.split(' | ')[0]),
      'startingDeadlineHasPassed',
    ]);
    expect(cronjobRules.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });

  it('reach every state of the machine', () => {
    const reached = new Set([...table.map(([, situation]) => sync(situation).state), 'missedSchedule']);
    expect(Object.keys(cronjobMachine.states).filter((state) => !reached.has(state))).toEqual([]);
  });

  it('lead to the same state from every state', () => {
    const results = Object.keys(cronjobMachine.states).map((state) => sync({ last: 3 }, state));
    expect(new Set(results.map(({ state, rule }) => `${state} ${rule}`))).toEqual(
      new Set(['waitingForSchedule noRunIsDue']),
    );
  });

  it('make a Job of the template, with the time of its run in the time zone of the CronJob', () => {
    const spec = {
      timeZone: 'Asia/Kolkata',
      jobTemplate: { metadata: { labels: { a: 'b' } }, spec: { completions: 2, template: podTemplate } },
    };
    const [write] = sync({ spec, last: 2 }).writes;
    expect((write as { object: Manifest }).object).toMatchObject({
      metadata: {
        name: nameAt(3),
        labels: { a: 'b' },
        annotations: { 'batch.kubernetes.io/cronjob-scheduled-timestamp': '2026-01-01T05:33:00+05:30' },
        ownerReferences: [{ kind: 'CronJob', name: 'tick', controller: true }],
      },
      spec: { completions: 2 },
    });
  });
});

describe('what a CronJob sees of its Jobs', () => {
  const events = (situation: Situation) =>
    observations(observe(situation)).map((write) => (write as { message: string }).message);

  it('is a completed one, once', () => {
    expect(events({ active: ['a'], jobs: { a: 'complete' } })).toEqual([
      'Saw completed job: a, condition: Complete',
    ]);
    expect(events({ jobs: { a: 'failed' } })).toEqual([]);
  });

  it('is twice when an old one is deleted with it', () => {
    const spec = { successfulJobsHistoryLimit: 1 };
    const jobs = { a: 'complete', b: 'complete' };
    const said = 'Saw completed job: b, condition: Complete';
    expect(events({ spec, active: ['b'], jobs })).toEqual([said, said]);
  });

  it('is missed when it is deleted as soon as it has finished', () => {
    const spec = { successfulJobsHistoryLimit: 0 };
    expect(events({ spec, active: ['a'], jobs: { a: 'complete' } })).toEqual(['Active job went missing: a']);
  });

  it('is missed when it is gone', () => {
    expect(events({ active: ['a'] })).toEqual(['Active job went missing: a']);
  });

  it('is not its own making', () => {
    expect(events({ jobs: running })).toEqual(['Saw a job that the controller did not create or forgot: a']);
  });

  it('goes into its history, the oldest out of it', () => {
    const jobs = { c: 'complete', a: 'complete', b: 'complete', d: 'complete', e: 'failed', f: 'failed' };
    expect(observe({ jobs }).superfluous.map(({ metadata }) => metadata.name)).toEqual(['a', 'e']);
    const keepAll = { successfulJobsHistoryLimit: 9, failedJobsHistoryLimit: 9 };
    expect(observe({ jobs, spec: keepAll }).superfluous).toEqual([]);
  });

  it('tells when it last succeeded', () => {
    expect(observe({ jobs: { a: 'complete' } }).lastSuccessfulTime).toBe(timestamp(at(1)));
  });
});

describe('when a CronJob looks again', () => {
  const schedule = (text: string) => {
    const parsed = parseSchedule(text);
    if ('problem' in parsed) throw new Error(parsed.problem);
    return parsed.schedule;
  };

  it.each([
    ['* * * * *', 3, at(3, 100), at(1)],
    ['* * * * *', 1, at(3, 100), at(1)],
    ['0 * * * *', 0, at(30), at(30, 100)],
    ['@every 90s', 0, at(0, 10), at(1, 30_090)],
  ])('%s, last run at minute %i, now %i ms: after %i ms', (text, last, now, wanted) => {
    const cronjob = cronjobOf({ schedule: text }, { lastScheduleTime: timestamp(at(last)) });
    expect(nextScheduleInMs(cronjob, now, schedule(text))).toBe(wanted);
  });

  it.each([
    [0, at(0, 59_999), undefined, 'none'],
    [0, at(1), at(1), 'none'],
    [0, at(5), at(5), 'few'],
    [0, at(101), at(101), 'many'],
  ])('last run at minute %i, now %i ms: due is %s, missed are %s', (last, now, timeMs, missed) => {
    const cronjob = cronjobOf({}, { lastScheduleTime: timestamp(at(last)) });
    expect(recentTime(cronjob, now, schedule('* * * * *'), true)).toMatchObject({ timeMs, missed });
  });

  const uneven = '30 6-16/4 * * *';

  it('finds the last run of a schedule whose runs are not evenly apart', () => {
    const recent = recentTime(cronjobOf({ schedule: uneven }), at(60 * 35), schedule(uneven), true);
    expect(recent).toMatchObject({ timeMs: at(60 * 34 + 30) });
  });

  it('overlooks it after a long gap, as Kubernetes does, and looks again at the next one', () => {
    const cronjob = cronjobOf({ schedule: uneven });
    expect(recentTime(cronjob, at(60 * 47), schedule(uneven), true)).toMatchObject({
      timeMs: undefined,
      missed: 'few',
    });
    expect(nextScheduleInMs(cronjob, at(60 * 47), schedule(uneven))).toBe(at(60 * 7 + 30, 100));
  });
});
