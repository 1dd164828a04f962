/** The moment at which every cluster begins, in the API's own writing. */
const beginning = { year: 2026, month: 1, day: 1 };
/** A Thursday. */
const weekdayOfBeginning = 4;
const epochMinutesAtBeginning = 29_453_760;

/**
 * A moment of the cluster's clock as RFC 3339 in whole seconds (meta/v1 Time). Counts on from 1 January 2026 by hand:
 * the model has no Date.
 */
export function timestamp(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const days = Math.floor(seconds / 86400);
  const { year, month, day } = addDays(days);
  const pad = (n: number) => String(n).padStart(2, '0');
  const rest = seconds % 86400;
  return `${year}-${pad(month)}-${pad(day)}T${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}Z`;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysInYear = (year: number) => (isLeap(year) ? 366 : 365);
const daysIn = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;

/** `days` may lie before the beginning. */
function addDays(days: number): { year: number; month: number; day: number } {
  let { year, month } = beginning;
  let day = beginning.day + days;
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  while (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day += daysIn(year, month);
  }
  return { year, month, day };
}

/** The moment as a calendar and a clock show it; Sunday is weekday 0. */
export function dateOf(ms: number) {
  const minutes = Math.floor(ms / 60_000);
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  const weekday = (((days + weekdayOfBeginning) % 7) + 7) % 7;
  return { ...addDays(days), weekday, hour: Math.floor(rest / 60), minute: rest % 60 };
}

/** Midnight of a date, ms since the cluster began. */
export function momentOfDate(year: number, month: number, day: number): number {
  let days = day - beginning.day;
  for (let y = beginning.year; y < year; y++) days += daysInYear(y);
  for (let y = year; y < beginning.year; y++) days -= daysInYear(y);
  for (let m = 1; m < month; m++) days += daysIn(year, m);
  return days * 86_400_000;
}

/** Minutes from the Unix epoch to a moment. */
export const epochMinutes = (ms: number): number => epochMinutesAtBeginning + Math.floor(ms / 60_000);

/** The number that stands between two places of a text. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 10 + text.charCodeAt(i) - 48;
  return number;
}

/** The inverse of `timestamp`, ms since the cluster began. Read by place, for it is asked of every Pod. */
export function momentOf(text: string): number {
  const dayMs = momentOfDate(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  const minutes = digits(text, 11, 13) * 60 + digits(text, 14, 16);
  return dayMs + (minutes * 60 + Number.parseFloat(text.slice(17))) * 1000;
}
