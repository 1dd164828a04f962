import fc from 'fast-check';
import { Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { mostDays } from '@/lib/review/curve';
import { addDays, dayAt, daysBetween, momentOf } from '@/lib/review/day';
import { ratingNumbers } from '@/lib/review/rate';
import { cardsAfter, type LoggedRating, ratingsThatCount, replayRatings } from '@/lib/review/replay';
import { type CardState, nextCard } from '@/lib/review/scheduler';
import { retrievabilityOn, whyThisDate } from '@/lib/review/why';

/** A failing run prints its seed; `PODIUM_SEED=… npx vitest run tests/review` plays it again. */
const seed = Number(process.env.PODIUM_SEED ?? Date.now() & 0x7fffffff);
const check = <Args extends [unknown, ...unknown[]]>(property: fc.IProperty<Args>): void =>
  fc.assert(property, { seed, numRuns: 200 });

const START = '2026-01-01';
const HOUR_MS = 60 * 60 * 1_000;

/** A history: each rating some hours after the one before, in a place that may lie elsewhere each time. */
const histories = fc
  .array(
    fc.record({
      afterHours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 24 * 400 })),
      rating: fc.constantFrom(...Object.values(ratingNumbers)),
      offsetHours: fc.integer({ min: -12, max: 14 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((steps) => {
    let atMs = Number(momentOf(START));
    return steps.map(({ afterHours, rating, offsetHours }, at): LoggedRating => {
      atMs += afterHours * HOUR_MS;
      const day = dayAt(new Date(atMs + offsetHours * HOUR_MS));
      return { id: at + 1, rating, reviewedAt: new Date(atMs), day };
    });
  });

describe('a card', () => {
  it('is the same whether its ratings came one after another or are replayed', () => {
    check(
      fc.property(histories, (history) => {
        let card: CardState | undefined;
        let last = '';
        const first = history[0]?.day;
        for (const { day, rating } of history) {
          if (day <= last) continue;
          card = nextCard(card, rating, day, `order/${first}`);
          last = day;
        }
        expect(replayRatings(ratingsThatCount(history), 'order')).toEqual(card);
      }),
    );
  });

  it('is due on a later day than its last rating, at most 180 days later', () => {
    check(
      fc.property(histories, fc.string(), (history, concept) => {
        const ratings = ratingsThatCount(history);
        for (const [at, card] of cardsAfter(ratings, concept).entries()) {
          const days = daysBetween(ratings[at]?.day as string, dayAt(card.due));
          expect(days).toBe(card.scheduledDays);
          expect(days).toBeGreaterThanOrEqual(1);
          expect(days).toBeLessThanOrEqual(mostDays);
          expect(Number.isInteger(days)).toBe(true);
          expect(card.reps).toBe(at + 1);
        }
      }),
    );
  });

  it('of one history is one card, in whichever order the ratings are handed over', () => {
    check(
      fc.property(
        histories.chain((history) =>
          fc.tuple(
            fc.constant(history),
            fc.shuffledSubarray(history, { minLength: history.length, maxLength: history.length }),
          ),
        ),
        ([history, shuffled]) => {
          const card = (of: readonly LoggedRating[]) => replayRatings(ratingsThatCount(of), 'order');
          expect(card(shuffled)).toEqual(card(history));
        },
      ),
    );
  });

  it('of what was forgotten is due tomorrow', () => {
    check(
      fc.property(histories, (history) => {
        const ratings = ratingsThatCount(history);
        const last = ratings.at(-1) as LoggedRating;
        const forgotten = [...ratings.slice(0, -1), { ...last, rating: Rating.Again }];
        expect(dayAt(replayRatings(forgotten, 'order').due)).toBe(addDays(last.day, 1));
      }),
    );
  });

  it('survives its way through the columns of the database', () => {
    check(
      fc.property(histories, (history) => {
        const ratings = ratingsThatCount(history);
        const last = ratings.pop() as LoggedRating;
        if (ratings.length === 0) return;
        const card = replayRatings(ratings, 'order');
        const { due, lastReview, ...numbers } = JSON.parse(JSON.stringify(card));
        const stored = { ...numbers, due: new Date(due), lastReview: new Date(lastReview) };
        expect(nextCard(stored, last.rating, last.day, 'x')).toEqual(
          nextCard(card, last.rating, last.day, 'x'),
        );
      }),
    );
  });
});

describe('why this date', () => {
  it('names every rating that counts, newest first, with the days that it gave', () => {
    check(
      fc.property(histories, (history) => {
        const counted = ratingsThatCount(history);
        const card = replayRatings(counted, 'order');
        const logged = history.map((one) => ({ ...one, answer: null }));
        const why = whyThisDate(card, logged, 'order', addDays(START, 3));
        expect(why.ratings.map(({ day }) => day)).toEqual(counted.map(({ day }) => day).reverse());
        expect(addDays(why.ratings[0]?.day as string, why.ratings[0]?.intervalDays as number)).toBe(
          why.dueDay,
        );
        expect(why.reviews).toBe(why.ratings.length);
        expect(addDays(addDays(START, 3), why.inDays)).toBe(why.dueDay);
      }),
    );
  });

  it('gives a chance that is 1 on the day of the answer and falls from then on, never to 0', () => {
    check(
      fc.property(histories, (history) => {
        const card = replayRatings(ratingsThatCount(history), 'order');
        const last = dayAt(card.lastReview as Date);
        const chances = [0, 1, 2, 30, 365].map((days) => retrievabilityOn(card, addDays(last, days)));
        expect(chances[0]).toBe(1);
        for (const [at, chance] of chances.entries()) {
          expect(chance).toBeGreaterThan(0);
          if (at > 0) expect(chance).toBeLessThan(chances[at - 1] as number);
        }
      }),
    );
  });
});
