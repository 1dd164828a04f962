import { fill } from '@/app/_ui/fill';
import type { Locale } from '@/lib/text';

/** A sentence for one and for several; in Chinese both are the same. `{n}` is the number. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/**
 * How the reader writes dates and numbers in the language of the page: a reader of English by the region that the browser
 * names first, a reader of Chinese as the page, whose script is the simplified one.
 */
export function readerLocale(locale: Locale): string {
  if (locale === 'zh') return 'zh-CN';
  const own = typeof navigator === 'undefined' ? [] : navigator.languages;
  return own.find((each) => /^en(-|$)/i.test(each)) ?? 'en';
}

export function counted(
  locale: Locale,
  { one, other }: Counted,
  n: number,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const form = new Intl.PluralRules(locale).select(n) === 'one' ? one : other;
  return fill(form, { n: numberText(locale, n), ...more });
}

/** At most one decimal. */
export const numberText = (locale: Locale, n: number): string =>
  new Intl.NumberFormat(readerLocale(locale), { maximumFractionDigits: 1 }).format(n);

/** A chance from 0 to 1 in whole percent. Only what is certain is 100 or 0. */
export function percentText(locale: Locale, chance: number): string {
  const whole = Math.round(chance * 100);
  const shown = whole === 100 && chance < 1 ? 99 : whole === 0 && chance > 0 ? 1 : whole;
  return new Intl.NumberFormat(readerLocale(locale), { style: 'percent' }).format(shown / 100);
}

/** A day of the reader, `2026-11-27`, with its weekday; with its year where that is not today's. */
export function dayText(locale: Locale, day: string, today: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(readerLocale(locale), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(new Date(`${day}T00:00:00Z`));
}

/** “tomorrow”, “in 4 days”, “3 days ago”. */
export const relativeDay = (locale: Locale, inDays: number): string =>
  new Intl.RelativeTimeFormat(readerLocale(locale), { numeric: 'auto' }).format(inDays, 'day');

const dayMs = 86_400_000;

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** How far the reader's clock is ahead of UTC now, minutes. */
export const utcOffsetMinutes = (): number => 0 - new Date().getTimezoneOffset();
