import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostDays } from '@/lib/review/curve';
import { addDays, dayAt, daysBetween } from '@/lib/review/day';
import { ratingNumbers } from '@/lib/review/rate';
import { type CardState, nextCard } from '@/lib/review/scheduler';
import { retrievabilityOn } from '@/lib/review/why';

const START = '2026-01-01';
const DAYS = 365;
const { again, hard, good } = ratingNumbers;

interface Learned {
  readonly concept: string;
  readonly ratings: number[];
  card?: CardState;
  due: string;
}

/** Somebody who learns 40 concepts, two a day, and answers what is due on every day that they come; `knows` draws each rating. */
function liveAYear(knows: () => number, comes: (day: number) => boolean = () => true) {
  const cards: Learned[] = [];
  const asked: number[] = [];
  const late: number[] = [];
  const chances: number[] = [];
  for (let at = 0; at < DAYS; at += 1) {
    const day = addDays(START, at);
    asked.push(0);
    if (!comes(at)) continue;
    const learned = [0, 1].map((n): Learned => ({ concept: `concept-${2 * at + n}`, ratings: [], due: day }));
    if (at < 20) cards.push(...learned);
    for (const one of cards.filter(({ due }) => due <= day)) {
      if (one.card) {
        asked[at] = (asked[at] ?? 0) + 1;
        late.push(daysBetween(one.due, day));
        chances.push(retrievabilityOn(one.card, day));
      }
      const rating = knows();
      one.ratings.push(rating);
      one.card = nextCard(one.card, rating, day, one.concept);
      one.due = dayAt(one.card.due);
      const days = daysBetween(day, one.due);
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(mostDays);
    }
  }
  return { cards, asked, late, chances };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;

describe('a year of daily reviews of forty concepts', () => {
  it('asks each of them less and less of somebody who knows them, and none is ever late', () => {
    const { asked, late, cards } = liveAYear(() => good);
    expect(Math.max(...late)).toBe(0);
    const quarters = [0, 1, 2, 3].map((n) => sum(asked.slice(n * 91, (n + 1) * 91)));
    expect(quarters[0]).toBeGreaterThan(quarters[1] as number);
    expect(sum(asked)).toBeLessThan(40 * 6);
    expect(Math.min(...cards.map(({ ratings }) => ratings.length))).toBeGreaterThanOrEqual(5);
  });

  it('asks at about the chance that was asked for', () => {
    const { chances } = liveAYear(() => good);
    expect(Math.abs(mean(chances) - 0.9)).toBeLessThan(0.03);
  });

  it('spreads what was learned together over days: no day of the second half asks for more than a quarter', () => {
    const { asked } = liveAYear(() => good);
    expect(Math.max(...asked.slice(DAYS / 2))).toBeLessThanOrEqual(10);
  });

  it('asks each of them every day of somebody who knows none, and every one is due tomorrow', () => {
    const { asked, cards } = liveAYear(() => again);
    expect(new Set(asked.slice(20))).toEqual(new Set([40]));
    for (const { due } of cards) expect(due).toBe(addDays(START, DAYS));
  });

  it('asks more of somebody who finds them hard', () => {
    expect(sum(liveAYear(() => hard).asked)).toBeGreaterThan(sum(liveAYear(() => good).asked));
  });

  it('goes on where it was after a month away, with the longest due waiting as long as the month', () => {
    const { late, cards } = liveAYear(
      () => good,
      (day) => day < 60 || day >= 90,
    );
    expect(Math.max(...late)).toBeGreaterThan(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(30);
    for (const { due } of cards) expect(due > addDays(START, DAYS - 1)).toBe(true);
  });

  it('is the same year each time, whatever is known', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(again, hard, good), { minLength: 5, maxLength: 40 }), (known) => {
        const live = () => {
          let at = 0;
          return liveAYear(() => known[at++ % known.length] as number);
        };
        expect(live()).toEqual(live());
      }),
      { numRuns: 2 },
    );
  });
});
