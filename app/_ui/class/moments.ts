import { dayText, readerLocale } from '@/app/_ui/review/reader-dates';
import type { Locale } from '@/lib/text';

/** A moment as a day of the reader. */
export function dayOfMoment(locale: Locale, atMs: number): string {
  const own = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });
  return dayText(locale, own.format(atMs), own.format(Date.now()));
}

/** A moment with its day and its time. */
export const timeText = (locale: Locale, atMs: number): string =>
  new Intl.DateTimeFormat(readerLocale(locale), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  }).format(atMs);
