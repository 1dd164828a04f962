import { noBeliefs } from '../../belief';
import { isTerminating, keyFor } from '../../keys';
import type { CronJob, Job, ObjectReference } from '../../objects';
import { type Parsed, parseSchedule, type Schedule } from '../../schedule/parse';
import type { Reading } from '../../store';
import { epochMinutes, timestamp } from '../../time';
import { managedBy } from '../controller-ref';
import { finishedCondition } from '../job/conditions';
import { nextScheduleInMs, type Recent, recentTime } from './schedule-times';

/** What the controller remembers: the schedule that it went by. */
export interface Remembered {
  readonly schedule: string;
  readonly timeZone: string | undefined;
}

/**
 * Everything that one sync of a CronJob looks at, made anew for each.
 * Models the first half of pkg/controller/cronjob/cronjob_controllerv2.go sync, syncCronJob (v1.37).
 */
export class Observed {
  /** Jobs that the CronJob manages, in order of creation. */
  readonly jobs: readonly Job[];
  /** Jobs of the active list that have finished and are kept; and entries of the list whose Job is gone. */
  readonly completed: readonly Job[];
  readonly missing: readonly ObjectReference[];
  /** Unfinished Jobs of ours that the list does not have. */
  readonly unexpected: readonly Job[];
  /** The list without those. */
  readonly active: readonly ObjectReference[];
  /** Finished Jobs beyond the history limits. */
  readonly superfluous: readonly Job[];
  readonly parsed: Parsed;
  readonly recent: Recent | undefined;

  constructor(
    readonly cronjob: CronJob,
    readonly reading: Reading,
    readonly nowMs: number,
    readonly remembered?: Remembered,
    readonly beliefs = noBeliefs,
  ) {
    const { spec, status } = cronjob;
    const listed = status.active ?? [];
    const isListed = ({ metadata }: Job) => listed.some(({ uid }) => uid === metadata.uid);
    this.jobs = managedBy<Job>(reading, cronjob, 'Job');
    this.unexpected = this.jobs.filter((job) => !finishedCondition(job) && !isListed(job));
    const known = new Set(this.jobs.map(({ metadata }) => metadata.uid));
    this.missing = listed.filter(({ uid, namespace, name }) => !known.has(uid) && !this.has(namespace, name));
    this.superfluous = [
      ...oldest(this.finishedAs('Complete'), spec.successfulJobsHistoryLimit),
      ...oldest(this.finishedAs('Failed'), spec.failedJobsHistoryLimit),
    ];
    this.completed = this.jobs.filter(
      (job) => finishedCondition(job) && isListed(job) && !this.superfluous.includes(job),
    );
    const ended = new Set([...this.completed, ...this.superfluous].map(({ metadata }) => metadata.uid));
    this.active = listed.filter((one) => !ended.has(one.uid) && !this.missing.includes(one));
    const { timeZone, schedule } = spec;
    this.parsed = parseSchedule(
      timeZone === undefined || schedule.includes('TZ') ? schedule : `TZ=${timeZone} ${schedule}`,
    );
    this.recent = this.schedule && recentTime(cronjob, nowMs, this.schedule, true);
  }

  private has(namespace: string, name: string): boolean {
    return this.reading.get(keyFor('Job', namespace, name)) !== undefined;
  }

  private finishedAs(type: 'Complete' | 'Failed'): Job[] {
    return this.jobs.filter((job) => finishedCondition(job)?.type === type);
  }

  get schedule(): Schedule | undefined {
    return 'schedule' in this.parsed ? this.parsed.schedule : undefined;
  }

  /** The schedule is another one than at the last sync. */
  get isRescheduled(): boolean {
    const { schedule, timeZone } = this.cronjob.spec;
    const { remembered } = this;
    return remembered !== undefined && (remembered.schedule !== schedule || remembered.timeZone !== timeZone);
  }

  /** The latest moment at which a Job should have started and none did, ms. */
  get scheduledMs(): number | undefined {
    return this.recent && 'timeMs' in this.recent ? this.recent.timeMs : undefined;
  }

  get isTooLate(): boolean {
    const { startingDeadlineSeconds: seconds } = this.cronjob.spec;
    const { scheduledMs, nowMs } = this;
    return scheduledMs !== undefined && seconds !== undefined && scheduledMs + seconds * 1000 < nowMs;
  }

  /** Named by the minute, so that no run is started twice. */
  get jobName(): string {
    return `${this.cronjob.metadata.name}-${epochMinutes(this.scheduledMs ?? 0)}`;
  }

  get isProcessed(): boolean {
    const { scheduledMs, cronjob } = this;
    if (scheduledMs === undefined) return false;
    return (
      this.active.some(({ name }) => name === this.jobName) ||
      cronjob.status.lastScheduleTime === timestamp(scheduledMs)
    );
  }

  /** A Job of the name that the next one would have. */
  get namesake(): Job | undefined {
    return this.reading.find<Job>('Job', this.cronjob.metadata.namespace ?? '', this.jobName);
  }

  /** When the last successful Job completed. */
  get lastSuccessfulTime(): string | undefined {
    const times = this.finishedAs('Complete').flatMap(({ status }) => status.completionTime ?? []);
    const before = this.cronjob.status.lastSuccessfulTime;
    return [...(before ? [before] : []), ...times].sort().at(-1);
  }

  /** Milliseconds until the sync for the next run; undefined while there will be none. */
  nextInMs(lastScheduleTime: string | undefined): number | undefined {
    const { cronjob, nowMs, schedule } = this;
    if (!schedule) return undefined;
    const status = { ...cronjob.status, lastScheduleTime };
    return nextScheduleInMs({ ...cronjob, status }, nowMs, schedule);
  }

  /** The time of the due run as the status will have it. */
  get startedTime(): string | undefined {
    return this.scheduledMs === undefined ? undefined : timestamp(this.scheduledMs);
  }

  get isBeingDeleted(): boolean {
    return isTerminating(this.cronjob);
  }
}

/** Those that started first, beyond the limit; equal ones by name. Source: removeOldestJobs, byJobStartTime. */
function oldest(jobs: readonly Job[], limit: number): Job[] {
  const startOf = ({ status, metadata }: Job) => `${status.startTime ?? '~'} ${metadata.name}`;
  const sorted = [...jobs].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  return sorted.slice(0, Math.max(0, jobs.length - limit));
}
