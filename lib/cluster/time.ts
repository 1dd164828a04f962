/** The moment at which every cluster begins, in the API's own writing. */
const beginning = { year: 2026, month: 1, day: 1 };

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
const daysIn = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;

function addDays(days: number): { year: number; month: number; day: number } {
  let { year, month } = beginning;
  let day = beginning.day + days;
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return { year, month, day };
}

/** The inverse of `timestamp`, ms since the cluster began. */
export function momentOf(text: string): number {
  const [date = '', clock = ''] = text.replace('Z', '').split('T');
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  let days = day - beginning.day;
  for (let y = beginning.year; y < year; y++) days += isLeap(y) ? 366 : 365;
  for (let m = 1; m < month; m++) days += daysIn(year, m);
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
