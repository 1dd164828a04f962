import { dateOf, momentOfDate } from '../time';
import type { Field, FieldsSchedule, Schedule } from './parse';

/** A schedule that names no day in so many years never comes. Source: SpecSchedule.Next. */
const yearsAhead = 5;

/**
 * The first moment after `fromMs` that a schedule names, ms; undefined when there is none in five years.
 * Models github.com/robfig/cron v3.0.1 SpecSchedule.Next, ConstantDelaySchedule.Next.
 */
export function nextTime(schedule: Schedule, fromMs: number): number | undefined {
  const fromSeconds = Math.floor(fromMs / 1000);
  if ('everySeconds' in schedule) return (fromSeconds + schedule.everySeconds) * 1000;
  const local = (fromSeconds + 1 + schedule.offsetSeconds) * 1000;
  const found = nextLocal(schedule, Math.ceil(local / 60_000) * 60_000);
  return found === undefined ? undefined : found - schedule.offsetSeconds * 1000;
}

const isIn = ({ values }: Field, value: number): boolean => values.has(value);

/** Both days must fit, where one of them is free; else one is enough. */
function isDay({ dayOfMonth, dayOfWeek }: FieldsSchedule, day: number, weekday: number): boolean {
  const [ofMonth, ofWeek] = [isIn(dayOfMonth, day), isIn(dayOfWeek, weekday)];
  return dayOfMonth.isStar || dayOfWeek.isStar ? ofMonth && ofWeek : ofMonth || ofWeek;
}

/** From a full minute on, which may be the answer itself. */
function nextLocal(schedule: FieldsSchedule, fromMs: number): number | undefined {
  const { minute, hour, month } = schedule;
  if ([minute, hour, month].some(({ values }) => values.size === 0)) return undefined;
  const start = dateOf(fromMs);
  const lastYear = start.year + yearsAhead;
  for (let ms = fromMs; ; ) {
    const at = dateOf(ms);
    if (at.year > lastYear) return undefined;
    if (!isIn(month, at.month))
      ms = momentOfDate(at.month === 12 ? at.year + 1 : at.year, at.month === 12 ? 1 : at.month + 1, 1);
    else if (!isDay(schedule, at.day, at.weekday)) ms = momentOfDate(at.year, at.month, at.day) + 86_400_000;
    else if (!isIn(hour, at.hour)) ms += (60 - at.minute) * 60_000;
    else if (!isIn(minute, at.minute)) ms += 60_000;
    else return ms;
  }
}
