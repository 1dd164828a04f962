import { controllerOf, controllerRef } from '../../keys';
import type { CronJob, CronJobStatus, Job, KubeObject, Manifest, ObjectReference } from '../../objects';
import { offsetOf } from '../../schedule/zones';
import { dateOf, timestamp } from '../../time';
import type { Write } from '../controller';
import { said } from '../controller-ref';
import { type Fiction, machineOf, type Rule } from '../rules';
import { cronjobFacts } from './facts';
import type { Observed } from './observed';
import { statusWrite } from './status';

/**
 * The life of a CronJob, as a list of rules that each sync asks from top to bottom; the first that holds decides.
 * Models pkg/controller/cronjob/cronjob_controllerv2.go syncCronJob, utils.go getJobFromTemplate2 (v1.37).
 */

const scheduledAnnotation = 'batch.kubernetes.io/cronjob-scheduled-timestamp';

const pad = (n: number) => String(n).padStart(2, '0');

/** RFC 3339 in the CronJob's own time zone. */
function inZone(ms: number, zone: string | undefined): string {
  const seconds = offsetOf(zone ?? 'UTC') ?? 0;
  if (seconds === 0) return timestamp(ms);
  const minutes = Math.abs(seconds) / 60;
  const offset = `${seconds < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  return timestamp(ms + seconds * 1000).replace('Z', offset);
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Thu, 01 Jan 2026 00:01:00 +0000`. Source: time.RFC1123Z. */
function inWords(ms: number): string {
  const { year, month, day, weekday, hour, minute } = dateOf(ms);
  const seconds = pad(Math.floor(ms / 1000) % 60);
  return `${weekdays[weekday]}, ${pad(day)} ${months[month - 1]} ${year} ${pad(hour)}:${pad(minute)}:${seconds} +0000`;
}

function newJob({ cronjob, scheduledMs = 0, jobName }: Observed): Manifest {
  const { jobTemplate, timeZone } = cronjob.spec;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: jobName,
      namespace: cronjob.metadata.namespace,
      ...(jobTemplate.metadata?.labels && { labels: jobTemplate.metadata.labels }),
      annotations: {
        ...jobTemplate.metadata?.annotations,
        [scheduledAnnotation]: inZone(scheduledMs, timeZone),
      },
      ownerReferences: [controllerRef(cronjob)],
    },
    spec: jobTemplate.spec,
  };
}

const referenceTo = ({ apiVersion, kind, metadata }: KubeObject): ObjectReference => ({
  apiVersion,
  kind,
  namespace: metadata.namespace ?? '',
  name: metadata.name,
  uid: metadata.uid,
  resourceVersion: metadata.resourceVersion,
});

/** The status with a run that has just been started. */
const started = (observed: Observed, job: KubeObject, active: readonly ObjectReference[]): CronJobStatus => ({
  active: [...active, referenceTo(job)],
  lastScheduleTime: timestamp(observed.scheduledMs ?? 0),
});

/** Starts the run, unless a Job of its name is there: then it is only put on the list, if it is ours. */
function startJob(observed: Observed, active: readonly ObjectReference[]): Write[] {
  const { cronjob, namesake } = observed;
  if (namesake) {
    const isOurs = controllerOf(namesake.metadata)?.uid === cronjob.metadata.uid;
    return isOurs ? statusWrite(observed, started(observed, namesake, active)) : [];
  }
  return [
    {
      do: 'create',
      object: newJob(observed),
      made: (job) => [
        said(cronjob, 'Normal', 'SuccessfulCreate', `Created job ${job.metadata.name}`),
        ...statusWrite(observed, started(observed, job, active)),
      ],
      refused: ({ message }) => [
        said(cronjob, 'Warning', 'FailedCreate', `Error creating job: ${message}`),
        ...statusWrite(observed),
      ],
    },
  ];
}

export const deleteJob = (cronjob: CronJob, job: Job): Write[] => [
  { do: 'delete', object: job, propagationPolicy: 'Background' },
  said(cronjob, 'Normal', 'SuccessfulDelete', `Deleted job ${job.metadata.name}`),
];

function replaceJobs(observed: Observed): Write[] {
  const { active, jobs, cronjob } = observed;
  const running = jobs.filter(({ metadata }) => active.some(({ uid }) => uid === metadata.uid));
  return [...running.flatMap((job) => deleteJob(cronjob, job)), ...startJob(observed, [])];
}

const tooManyMissed =
  'too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew';

/** What is said of a due run that was waited for too often. */
const warnings = ({ cronjob, recent }: Observed): Write[] =>
  recent && 'missed' in recent && recent.missed === 'many'
    ? [said(cronjob, 'Warning', 'TooManyMissedTimes', tooManyMissed)]
    : [];

/** The status of a run that was not started; where it is believed to be lost, as if it had been. */
const skipped = (o: Observed): Write[] =>
  o.beliefs.ask(cronjobFacts, 'skippedRunIsLost', false)
    ? statusWrite(o, { active: o.active, lastScheduleTime: timestamp(o.scheduledMs ?? 0) })
    : statusWrite(o);

export const cronjobRules: readonly Rule<Observed>[] = [
  {
    name: 'isBeingDeleted',
    state: 'beingDeleted',
    holds: (o) => o.isBeingDeleted,
    writes: (o) => statusWrite(o),
  },
  {
    name: 'isSuspended',
    state: 'suspended',
    holds: ({ cronjob }) => cronjob.spec.suspend,
    writes: (o) => statusWrite(o),
  },
  {
    name: 'scheduleCannotBeRead',
    state: 'invalidSchedule',
    holds: ({ schedule }) => schedule === undefined,
    writes: (o) => [
      said(
        o.cronjob,
        'Warning',
        'UnparseableSchedule',
        `unparseable schedule: ${JSON.stringify(o.cronjob.spec.schedule)} : ${'problem' in o.parsed ? o.parsed.problem : ''}`,
      ),
      ...statusWrite(o),
    ],
  },
  {
    name: 'scheduleNeverComes',
    state: 'invalidSchedule',
    holds: ({ recent }) => recent !== undefined && 'problem' in recent,
    writes: (o) => [
      said(
        o.cronjob,
        'Warning',
        'InvalidSchedule',
        `invalid schedule: ${o.cronjob.spec.schedule} : ${o.recent && 'problem' in o.recent ? o.recent.problem : ''}`,
      ),
      ...statusWrite(o),
    ],
  },
  {
    name: 'scheduleHasChanged',
    state: 'waitingForSchedule',
    holds: ({ isRescheduled }) => isRescheduled,
    writes: (o) => statusWrite(o),
  },
  {
    name: 'noRunIsDue',
    state: 'waitingForSchedule',
    holds: ({ scheduledMs }) => scheduledMs === undefined,
    writes: (o) => statusWrite(o),
  },
  {
    name: 'startingDeadlineHasPassed',
    state: 'missedSchedule',
    holds: ({ isTooLate }) => isTooLate,
    writes: (o) => [
      ...warnings(o),
      said(
        o.cronjob,
        'Warning',
        'MissSchedule',
        `Missed scheduled time to start a job: ${inWords(o.scheduledMs ?? 0)}`,
      ),
      ...statusWrite(o),
    ],
  },
  {
    name: 'runWasStarted',
    state: 'waitingForSchedule',
    holds: ({ isProcessed }) => isProcessed,
    writes: (o) => [...warnings(o), ...statusWrite(o)],
  },
  {
    name: 'activeJobForbidsAnother',
    state: 'waitingForActiveJob',
    holds: ({ cronjob, active }) => cronjob.spec.concurrencyPolicy === 'Forbid' && active.length > 0,
    writes: (o) => [
      ...warnings(o),
      said(
        o.cronjob,
        'Normal',
        'JobAlreadyActive',
        'Not starting job because prior execution is running and concurrency policy is Forbid',
      ),
      ...skipped(o),
    ],
  },
  {
    name: 'activeJobIsReplaced',
    state: 'replacingJob',
    holds: ({ cronjob, active }) => cronjob.spec.concurrencyPolicy === 'Replace' && active.length > 0,
    writes: (o) => [...warnings(o), ...replaceJobs(o)],
  },
  {
    name: 'runIsDue',
    state: 'startingJob',
    holds: () => true,
    writes: (o) => [...warnings(o), ...startJob(o, o.active)],
  },
];

/** The first run comes when it is due by the schedule; it is believed to come at once. */
export const cronjobFictions: readonly Fiction<Observed>[] = [
  {
    name: 'firstRunComesAtOnce',
    before: 'noRunIsDue',
    state: 'startingFirstJob',
    holds: ({ cronjob, jobs }) => cronjob.status.lastScheduleTime === undefined && jobs.length === 0,
    writes: (o) => startJob(o, o.active),
  },
  {
    name: 'longJobStopsSchedule',
    before: 'activeJobForbidsAnother',
    state: 'stopped',
    holds: ({ cronjob }) => cronjob.status.lastScheduleTime !== undefined,
  },
  {
    name: 'suspendedRunIsLost',
    before: 'isSuspended',
    state: 'forgettingRun',
    holds: ({ cronjob, scheduledMs }) => cronjob.spec.suspend && scheduledMs !== undefined,
    writes: (o) => statusWrite(o, { lastScheduleTime: timestamp(o.scheduledMs ?? 0) }),
  },
];

export const cronjobMachine = machineOf('cronjob', cronjobRules, cronjobFictions);
