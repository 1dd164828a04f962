import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authored } from '@/lib/quiz/answer';
import { chanceOf, shuffled } from '@/lib/quiz/chance';
import { publicItem } from '@/lib/quiz/present';
import { score } from '@/lib/quiz/score';
import { placesOf } from '@/lib/quiz/shuffle';
import { hotspot, lab, match, multiple, numeric, order, service, single } from './items';

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

describe('the places of the other kinds', () => {
  const pairs = match('pairs', 4, [0, 1, 2]);

  it('of a match item are its choices and behind them its stems, each shuffled by itself', () => {
    const places = placesOf(pairs, 'seed', 1);
    expect(places.slice(0, 4).toSorted()).toEqual([0, 1, 2, 3]);
    expect(places.slice(4).toSorted()).toEqual([4, 5, 6]);
    const stems = new Set(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => String(placesOf(pairs, seed, 1).slice(4))),
    );
    expect(stems.size).toBeGreaterThan(2);
  });

  it('bring a response to the stems and choices that it means', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 5 }), (seed, tryNumber) => {
        const shown = placesOf(pairs, seed, tryNumber);
        const view = publicItem(pairs, shown, { tries: 0, solved: false }, 'en');
        const right = (view.stems ?? []).map((stem) =>
          view.options.findIndex(({ text }) => text === `pairs-${'abc'[Number(stem.slice(-1)) - 1]}`),
        );
        expect(score(pairs, authored(pairs, shown, right)).correct).toBe(true);
      }),
    );
  });

  it('of a text are its lines as they stand, whatever the author wrote first', () => {
    const item = hotspot('spot', [0, 1, 0]);
    const turned = { ...item, regions: item.regions.toReversed() };
    for (const number of [1, 2, 3]) expect(placesOf(turned, `seed-${number}`, number)).toEqual([2, 1, 0]);
  });

  it('of named regions are shuffled', () => {
    const orders = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
      String(placesOf(hotspot('names', [1, 0, 0, 0], false), seed, 1)),
    );
    expect(new Set(orders).size).toBeGreaterThan(2);
  });

  it.each([numeric('n', 1), service('fill'), lab('goals', [1])])('of $kind are none', (item) => {
    expect(placesOf(item, 'seed', 3)).toEqual([]);
  });
});
