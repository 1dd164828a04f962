import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, shuffled } from '@/lib/quiz/chance';
import { score } from '@/lib/quiz/score';
import { placesOf } from '@/lib/quiz/shuffle';
import { multiple, order, single } from './items';

const items = [
  single('one', 4, 0),
  multiple('many', 5, [0, 1]),
  order('steps', 'ABCDE', ['A<B', 'B<C', 'C<D', 'D<E']),
  order('loose', 'ABCD', ['A<B']),
  order('pair', 'AB', ['A<B']),
];
const seeds = fc.string({ minLength: 1, maxLength: 32 });
const anyItem = fc.constantFrom(...items);

describe('the places of a try', () => {
  it('are all options, each once, and the same whenever they are asked', () => {
    fc.assert(
      fc.property(anyItem, seeds, fc.integer({ min: 1, max: 8 }), (item, seed, tryNumber) => {
        const places = placesOf(item, seed, tryNumber);
        const count = item.kind === 'order' ? item.steps.length : item.choices.length;
        expect(places.toSorted()).toEqual(Array.from({ length: count }, (_, index) => index));
        expect(placesOf(item, seed, tryNumber)).toEqual(places);
      }),
    );
  });

  it('are never those of the try before, as soon as there are two to choose from', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items.filter((item) => item.id !== 'pair')),
        seeds,
        fc.integer({ min: 1, max: 8 }),
        (item, seed, tryNumber) => {
          expect(placesOf(item, seed, tryNumber + 1)).not.toEqual(placesOf(item, seed, tryNumber));
        },
      ),
    );
  });

  it('never show steps in a right order already', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items.filter((item) => item.kind === 'order')),
        seeds,
        fc.integer({ min: 1, max: 8 }),
        (item, seed, tryNumber) => {
          expect(score(item, placesOf(item, seed, tryNumber)).correct).toBe(false);
        },
      ),
    );
  });
});

describe('over 1,000 seeds', () => {
  const seedList = Array.from({ length: 1_000 }, (_, number) => `seed-${number}`);

  it.each(items.filter((item) => item.kind !== 'order'))(
    'the place of an option of $id does not tell its place in the author file',
    (item) => {
      const count = item.choices.length;
      const middle = (count - 1) / 2;
      let covariance = 0;
      for (const seed of seedList) {
        const places = placesOf(item, seed, 1);
        for (const [place, index] of places.entries()) covariance += (place - middle) * (index - middle);
      }
      const variance = ((count * count - 1) / 12) * count * seedList.length;
      expect(Math.abs(covariance / variance)).toBeLessThan(0.05);
    },
  );

  it('the first option stands at each place about as often', () => {
    const counts = [0, 0, 0, 0];
    for (const seed of seedList) {
      const place = placesOf(items[0]!, seed, 1).indexOf(0);
      counts[place] = (counts[place] as number) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 250)).toBeLessThan(60);
  });
});

describe('the small generator', () => {
  it('keeps its stream: stored attempts depend on it', () => {
    const chance = chanceOf('podium');
    const stream = [chance(), chance(), chance()].map((value) => Math.floor(value * 2 ** 32));
    expect(stream).toMatchInlineSnapshot(`
      [
        1697431024,
        101821523,
        3611245418,
      ]
    `);
    expect(shuffled(8, chanceOf('podium'))).toMatchInlineSnapshot(`
      [
        6,
        4,
        7,
        1,
        2,
        5,
        0,
        3,
      ]
    `);
  });

  it('gives numbers from 0 to below 1, differing by text', () => {
    fc.assert(
      fc.property(seeds, (text) => {
        const chance = chanceOf(text);
        for (let round = 0; round < 20; round += 1) {
          const value = chance();
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1);
        }
        expect(chanceOf(text)()).not.toBe(chanceOf(`${text}x`)());
      }),
    );
  });
});
