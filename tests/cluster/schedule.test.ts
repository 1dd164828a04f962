import { describe, expect, it } from 'vitest';
import { durationSeconds } from '@/lib/cluster/schedule/duration';
import { nextTime } from '@/lib/cluster/schedule/next';
import { parseSchedule } from '@/lib/cluster/schedule/parse';
import { offsetOf } from '@/lib/cluster/schedule/zones';
import { dateOf, epochMinutes, momentOf, momentOfDate, timestamp } from '@/lib/cluster/time';

/** The next moments of a schedule after a moment, as `2026-01-01T00:01`. */
function next(text: string, from: string, count = 1): string[] {
  const parsed = parseSchedule(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const times: string[] = [];
  let ms: number | undefined = momentOf(from.length === 16 ? `${from}:00Z` : from);
  for (let i = 0; i < count; i++) {
    ms = nextTime(parsed.schedule, ms);
    if (ms === undefined) return [...times, 'never'];
    times.push(timestamp(ms).slice(0, 16));
  }
  return times;
}

describe('the next moment of a schedule', () => {
  it.each([
    ['* * * * *', '2026-01-01T00:00', ['2026-01-01T00:01', '2026-01-01T00:02']],
    ['* * * * *', '2026-01-01T00:00:59Z', ['2026-01-01T00:01']],
    ['*/15 * * * *', '2026-01-01T00:01', ['2026-01-01T00:15', '2026-01-01T00:30']],
    ['7/20 * * * *', '2026-01-01T00:00', ['2026-01-01T00:07', '2026-01-01T00:27', '2026-01-01T00:47']],
    ['0-10/5,30 * * * *', '2026-01-01T00:00', ['2026-01-01T00:05', '2026-01-01T00:10', '2026-01-01T00:30']],
    ['30 6-16/4 * * 1-5', '2026-01-01T00:00', ['2026-01-01T06:30', '2026-01-01T10:30', '2026-01-01T14:30']],
    ['0 0 * * MON-fri', '2026-01-02T12:00', ['2026-01-05T00:00']],
    ['0 0 * * 0', '2026-01-01T00:00', ['2026-01-04T00:00', '2026-01-11T00:00']],
    ['0 0 1 jan,jul *', '2026-01-01T00:00', ['2026-07-01T00:00', '2027-01-01T00:00']],
    ['0 0 31 * *', '2026-01-31T00:00', ['2026-03-31T00:00', '2026-05-31T00:00']],
    ['59 23 31 12 *', '2026-01-01T00:00', ['2026-12-31T23:59']],
    ['0 0 29 2 *', '2026-01-01T00:00', ['2028-02-29T00:00', '2032-02-29T00:00']],
    ['0 12 29 feb ?', '2028-02-29T12:00', ['2032-02-29T12:00']],
    ['@hourly', '2026-01-01T00:00', ['2026-01-01T01:00']],
    ['@daily', '2026-01-01T00:00', ['2026-01-02T00:00']],
    ['@midnight', '2026-01-01T00:00', ['2026-01-02T00:00']],
    ['@weekly', '2026-01-01T00:00', ['2026-01-04T00:00']],
    ['@monthly', '2026-01-01T00:00', ['2026-02-01T00:00']],
    ['@yearly', '2026-01-01T00:00', ['2027-01-01T00:00']],
    ['@annually', '2026-01-01T00:00', ['2027-01-01T00:00']],
    ['@every 90m', '2026-01-01T00:10', ['2026-01-01T01:40', '2026-01-01T03:10']],
    ['TZ=Asia/Shanghai 0 6 * * *', '2026-01-01T00:00', ['2026-01-01T22:00']],
    ['CRON_TZ=Etc/GMT+5 0 20 * * *', '2026-01-01T00:00', ['2026-01-01T01:00']],
    ['TZ= 0 0 * * *', '2026-01-01T00:00', ['2026-01-02T00:00']],
    ['TZ=America/Lima 0 0 1 1 *', '2026-01-01T00:00', ['2026-01-01T05:00']],
  ])('%s after %s', (text, from, wanted) => {
    expect(next(text, from, wanted.length)).toEqual(wanted);
  });

  it.each([
    [
      'both days are named: either is enough',
      '0 0 13 * 5',
      ['2026-01-02', '2026-01-09', '2026-01-13', '2026-01-16'],
    ],
    ['a star for the weekday: the day of the month decides', '0 0 13 * *', ['2026-01-13', '2026-02-13']],
    ['a star for the day of the month: the weekday decides', '0 0 * * 5', ['2026-01-02', '2026-01-09']],
    [
      'a field of commas names nothing, but the other one is enough',
      '0 0 , * 5',
      ['2026-01-02', '2026-01-09'],
    ],
    ['a star with step 1 is free as well', '0 0 13 * */1', ['2026-01-13', '2026-02-13']],
    [
      'a star with a greater step is not',
      '0 0 13 * */5',
      ['2026-01-02', '2026-01-04', '2026-01-09', '2026-01-11', '2026-01-13'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(next(text, '2026-01-01T00:00', wanted.length).map((time) => time.slice(0, 10))).toEqual(wanted);
  });

  it.each(['0 0 30 2 *', '0 0 31 4,6,9,11 *', ', * * * *'])('%s never comes', (text) => {
    expect(next(text, '2026-01-01T00:00')).toEqual(['never']);
  });

  it('is always later, on a full minute, and one that the fields name', () => {
    for (let i = 0, ms = 0; i < 500; i++) {
      const parsed = parseSchedule('*/7 3-21/3 * * 1,3,5');
      if ('problem' in parsed) throw new Error(parsed.problem);
      const then = nextTime(parsed.schedule, ms) ?? 0;
      const { minute, hour, weekday } = dateOf(then);
      expect(then).toBeGreaterThan(ms);
      expect(then % 60_000).toBe(0);
      expect([minute % 7, (hour - 3) % 3, [1, 3, 5].includes(weekday)]).toEqual([0, 0, true]);
      ms = then;
    }
  });
});

describe('a schedule that cannot be read', () => {
  const atoi = (text: string) =>
    `failed to parse int from ${text}: strconv.Atoi: parsing "${text}": invalid syntax`;
  it.each([
    ['', 'empty spec string'],
    ['* * * *', 'expected exactly 5 fields, found 4: [* * * *]'],
    ['every minute', 'expected exactly 5 fields, found 2: [every minute]'],
    ['0 * * * * *', 'expected exactly 5 fields, found 6: [0 * * * * *]'],
    ['60 * * * *', 'end of range (60) above maximum (59): 60'],
    ['* 24 * * *', 'end of range (24) above maximum (23): 24'],
    ['* * 0 * *', 'beginning of range (0) below minimum (1): 0'],
    ['* * * 13 *', 'end of range (13) above maximum (12): 13'],
    ['* * * * 7', 'end of range (7) above maximum (6): 7'],
    ['30-10 * * * *', 'beginning of range (30) beyond end of range (10): 30-10'],
    ['*/0 * * * *', 'step of range should be a positive number: */0'],
    ['1-2-3 * * * *', 'too many hyphens: 1-2-3'],
    ['*/5/5 * * * *', 'too many slashes: */5/5'],
    ['a * * * *', atoi('a')],
    ['-5 * * * *', atoi('')],
    ['*/-5 * * * *', 'negative number (-5) not allowed: -5'],
    ['* * * sun *', atoi('sun')],
    [
      '99999999999999999999 * * * *',
      'failed to parse int from 99999999999999999999: strconv.Atoi: parsing "99999999999999999999": value out of range',
    ],
    ['@often', 'unrecognized descriptor: @often'],
    ['@every x', 'failed to parse duration @every x: time: invalid duration "x"'],
    ['@every 5', 'failed to parse duration @every 5: time: missing unit in duration "5"'],
    ['@every 5d', 'failed to parse duration @every 5d: time: unknown unit "d" in duration "5d"'],
    ['TZ=Mars/Base 0 0 * * *', 'provided bad location Mars/Base: unknown time zone Mars/Base'],
    ['TZ=UTC', 'invalid schedule format: runtime error: slice bounds out of range [:-1]'],
  ])('%j: %s', (text, wanted) => {
    expect(parseSchedule(text)).toEqual({ problem: wanted });
  });
});

describe('durations, zones, the calendar', () => {
  it.each([
    ['1h30m', 5400],
    ['1.5h', 5400],
    ['100ms', 0.1],
    ['0', 0],
    ['-2s', -2],
  ])('%s is %d s', (text, seconds) => {
    expect(durationSeconds(text)).toEqual({ seconds });
  });

  it.each([
    ['UTC', 0],
    ['Asia/Shanghai', 8],
    ['Asia/Kolkata', 5.5],
    ['Etc/GMT-14', 14],
    ['Etc/GMT+12', -12],
    ['Etc/GMT+13', undefined],
    ['Etc/GMT+05', undefined],
    ['constructor', undefined],
    ['Europe/Berlin', undefined],
  ])('%s is %s hours east', (zone, hours) => {
    expect(offsetOf(zone)).toBe(hours === undefined ? undefined : hours * 3600);
  });

  it('counts weekdays from a Thursday, and backwards as well', () => {
    expect(dateOf(0)).toEqual({ year: 2026, month: 1, day: 1, weekday: 4, hour: 0, minute: 0 });
    expect(dateOf(-60_000)).toEqual({ year: 2025, month: 12, day: 31, weekday: 3, hour: 23, minute: 59 });
    expect(momentOfDate(2025, 12, 31)).toBe(-86_400_000);
    expect(dateOf(momentOfDate(2028, 2, 29))).toMatchObject({ month: 2, day: 29, weekday: 2 });
  });

  it('counts the minutes since 1970, as names of Jobs do', () => {
    expect(epochMinutes(0)).toBe(Date.UTC(2026, 0, 1) / 60_000);
    expect(epochMinutes(119_999)).toBe(Date.UTC(2026, 0, 1) / 60_000 + 1);
  });
});
