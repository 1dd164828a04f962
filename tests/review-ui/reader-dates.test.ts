// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  counted,
  daysBetween,
  dayText,
  percentText,
  readerLocale,
  relativeDay,
  utcOffsetMinutes,
} from '@/app/_ui/review/reader-dates';

const reads = (...languages: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
const zone = process.env.TZ;

afterEach(() => {
  vi.restoreAllMocks();
  process.env.TZ = zone;
});

describe('Dates', () => {
  it.each([
    [['de', 'en-GB', 'en-US'], 'en', 'en-GB'],
    [['zh-CN'], 'en', 'en'],
    [['zh-TW', 'en-US'], 'zh', 'zh-CN'],
  ] as const)('of a reader of %j are written on the %s page as %s', (languages, locale, expected) => {
    reads(...languages);
    expect(readerLocale(locale)).toBe(expected);
  });

  it('are the reader’s own days, wherever the clock stands', () => {
    reads('en-GB');
    for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env.TZ = place;
      expect(dayText('en', '2026-11-27', '2026-11-26')).toBe('Fri 27 Nov');
    }
  });

  it('name their year where it is not this one', () => {
    reads('en-GB');
    expect(dayText('en', '2027-01-02', '2026-12-30')).toBe('Sat, 2 Jan 2027');
    expect(dayText('zh', '2026-11-27', '2026-11-26')).toBe('11月27日周五');
  });

  it.each([
    ['en', 0, 'today'],
    ['en', 1, 'tomorrow'],
    ['en', 4, 'in 4 days'],
    ['en', -2, '2 days ago'],
    ['zh', 1, '明天'],
    ['zh', 4, '4天后'],
  ] as const)('are near in words: %s, %i days', (locale, days, expected) => {
    expect(relativeDay(locale, days)).toBe(expected);
  });

  it('lie so many days apart, over a change of the clock', () => {
    process.env.TZ = 'Europe/Berlin';
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-26', '2026-11-24')).toBe(-2);
  });

  it('go with how far the clock is ahead of UTC', () => {
    process.env.TZ = 'Asia/Kolkata';
    expect(utcOffsetMinutes()).toBe(330);
    process.env.TZ = 'UTC';
    expect(Object.is(utcOffsetMinutes(), 0)).toBe(true);
  });
});

describe('Numbers', () => {
  it.each([
    [0.874, '87%'],
    [0.9999, '99%'],
    [1, '100%'],
    [0.001, '1%'],
    [0, '0%'],
  ])('say of a chance of %f no more than is known: %s', (chance, expected) => {
    expect(percentText('en', chance)).toBe(expected);
  });

  it('choose the form of what they count', () => {
    const form = { one: '{n} concept in {of}', other: '{n} concepts in {of}' };
    expect([0, 1, 2].map((n) => counted('en', form, n, { of: 9 }))).toEqual([
      '0 concepts in 9',
      '1 concept in 9',
      '2 concepts in 9',
    ]);
    expect(counted('zh', { one: '一', other: '{n} 个' }, 1)).toBe('1 个');
  });
});
