import { describe, expect, it } from 'vitest';
import { addDays, dayAt, daysBetween } from '@/lib/review/day';
import { ratingNumbers } from '@/lib/review/rate';
import { type CardState, nextCard } from '@/lib/review/scheduler';

const { again, hard, good, easy } = ratingNumbers;
const START = '2026-11-26';

/** Rates on the day on which the card is due, each time; the gaps in days. Without a seed, so nothing is moved. */
function gaps(ratings: readonly number[], seed?: string): number[] {
  let card: CardState | undefined;
  return ratings.map((rating) => {
    const day = card ? dayAt(card.due) : START;
    card = nextCard(card, rating, day, seed);
    return daysBetween(day, dayAt(card.due));
  });
}

const goods = (count: number) => Array.from({ length: count }, () => good);

describe('the schedule: whole-day steps, back tomorrow when forgotten, 180 days at most', () => {
  it.each([
    ['again', 1],
    ['hard', 1],
    ['good', 2],
    ['easy', 8],
  ] as const)('after a first answer rated %s it is due in %i days', (name, days) => {
    expect(gaps([ratingNumbers[name]])).toEqual([days]);
  });

  it('after good each time the gaps are 2, 11, 46 and 163 days, and then 180', () => {
    expect(gaps(goods(8))).toEqual([2, 11, 46, 163, 180, 180, 180, 180]);
  });

  it.each([
    [2, [1, 4, 10]],
    [6, [1, 9, 21]],
  ])('after %i times good, what is forgotten comes back after %j days', (count, expected) => {
    expect(gaps([...goods(count), again, good, good]).slice(count)).toEqual(expected);
  });

  it('is passed by hard, which asks sooner than good and does not count as a lapse', () => {
    const before = nextCard(nextCard(undefined, good, START), good, addDays(START, 2));
    const [one, other] = [hard, good].map((rating) => nextCard(before, rating, dayAt(before.due)));
    expect(one?.lapses).toBe(0);
    expect(Number(one?.due)).toBeLessThan(Number(other?.due));
    expect(nextCard(before, again, dayAt(before.due)).lapses).toBe(1);
  });

  it('goes to 180 days and no further, also for easy', () => {
    expect(Math.max(...gaps([easy, easy, easy, easy, easy]))).toBe(180);
  });

  it('refuses a second rating of a day, and a day that is over', () => {
    const card = nextCard(undefined, good, START);
    for (const day of [START, addDays(START, -1)])
      expect(() => nextCard(card, good, day)).toThrow('a card is rated once a day, in order');
  });
});

describe('dates that are moved', () => {
  const seeds = Array.from({ length: 200 }, (_, at) => `concept-${at}/${START}`);
  const third = (seed: string) => gaps(goods(3), seed)[2] as number;

  it('are moved alike each time by one seed', () => {
    for (const seed of seeds.slice(0, 20))
      expect(gaps([...goods(5), again, hard], seed)).toEqual(gaps([...goods(5), again, hard], seed));
  });

  it('lie around the date that they are moved from, and seldom together', () => {
    const days = seeds.map(third);
    const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
    expect(Math.abs(mean - 46)).toBeLessThan(3);
    expect(new Set(days).size).toBeGreaterThan(6);
    const most = Math.max(...[...new Set(days)].map((day) => days.filter((one) => one === day).length));
    expect(most).toBeLessThan(seeds.length / 3);
  });

  it('do not touch what comes back in a day or two', () => {
    for (const seed of seeds.slice(0, 20)) {
      expect(gaps([good], seed)).toEqual([2]);
      expect(gaps([good, good, again], seed)[2]).toBe(1);
    }
  });
});
