import type { CronJob } from '../../objects';
import { nextTime } from '../../schedule/next';
import type { Schedule } from '../../schedule/parse';
import { momentOf } from '../../time';

/**
 * Which run of a CronJob is due, and when to look again.
 * Models pkg/controller/cronjob/utils.go mostRecentScheduleTime, nextScheduleTimeDuration (v1.37).
 */
export type Recent =
  | {
      /** From when on runs are looked for. */
      readonly earliestMs: number;
      /** The latest run that should have started by now, if any. */
      readonly timeMs: number | undefined;
      readonly missed: 'none' | 'few' | 'many';
    }
  /** The schedule can be read and never comes: 30 February. */
  | { readonly problem: string };

/** From so many missed runs on there is a warning. */
const fewAtMost = 100;

/** So that a clock that is a little off misses nothing. Source: nextScheduleDelta. */
const lateByMs = 100;

export function recentTime(
  { metadata, spec, status }: CronJob,
  nowMs: number,
  schedule: Schedule,
  withDeadline: boolean,
): Recent {
  const { startingDeadlineSeconds: seconds } = spec;
  const sinceMs = momentOf(status.lastScheduleTime ?? metadata.creationTimestamp);
  const deadlineMs =
    withDeadline && seconds !== undefined ? nowMs - seconds * 1000 : Number.NEGATIVE_INFINITY;
  const earliestMs = Math.max(sinceMs, deadlineMs);
  const first = nextTime(schedule, earliestMs);
  const second = first === undefined ? undefined : nextTime(schedule, first);
  if (first !== undefined && nowMs < first) return { earliestMs, timeMs: undefined, missed: 'none' };
  if (first !== undefined && second !== undefined && nowMs < second)
    return { earliestMs, timeMs: first, missed: 'none' };
  const betweenSeconds =
    first === undefined || second === undefined ? 0 : Math.round((second - first) / 1000);
  if (first === undefined || betweenSeconds < 1)
    return { problem: 'time difference between two schedules is less than 1 second' };
  const count = Math.floor(Math.floor((nowMs - first) / 1000) / betweenSeconds) + 1;
  const missed = count > fewAtMost ? 'many' : count > 0 ? 'few' : 'none';
  return {
    earliestMs,
    timeMs: lastUntil(schedule, first + (count - 2) * betweenSeconds * 1000, nowMs),
    missed,
  };
}

/** The last time of the schedule after one moment and not after another. */
function lastUntil(schedule: Schedule, afterMs: number, untilMs: number): number | undefined {
  let last: number | undefined;
  for (let ms = nextTime(schedule, afterMs); ms !== undefined && ms <= untilMs; ms = nextTime(schedule, ms))
    last = ms;
  return last;
}

/** Milliseconds until the run after the most recent one; undefined when there is none. */
export function nextScheduleInMs(cronjob: CronJob, nowMs: number, schedule: Schedule): number | undefined {
  const recent = recentTime(cronjob, nowMs, schedule, false);
  const fromMs =
    'problem' in recent ? nowMs : (recent.timeMs ?? (recent.missed === 'none' ? recent.earliestMs : nowMs));
  const next = nextTime(schedule, fromMs);
  return next === undefined ? undefined : Math.max(0, next + lateByMs - nowMs);
}
