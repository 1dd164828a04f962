import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceScore, permutations } from '@/lib/quiz/chance-score';
import { brokenPairs, fixedPairs, nearestLegalOrder } from '@/lib/quiz/order';
import { score } from '@/lib/quiz/score';
import { indicesOf, multiple, order, single } from './items';

describe('a single item', () => {
  const item = single('one', 3, 1);

  it.each([
    [[1], 1, true],
    [[0], 0, false],
    [[2], 0, false],
  ])('answered with %j earns %d', (answer, points, correct) => {
    expect(score(item, answer)).toMatchObject({ points, correct });
  });
});

describe('a multiple item with two of five right', () => {
  const item = multiple('many', 5, [0, 1]);

  it.each([
    ['exactly the right ones', [0, 1], 1],
    ['the right ones in another order', [1, 0], 1],
    ['one right', [0], 0.5],
    ['both right and one wrong', [0, 1, 2], 0.5],
    ['one right and one wrong', [0, 2], 0.5],
    ['one right and two wrong', [0, 2, 3], 0],
    ['both right and two wrong', [0, 1, 2, 3], 0],
    ['everything', [0, 1, 2, 3, 4], 0],
    ['only wrong', [2, 3, 4], 0],
  ])('earns for %s', (_, answer, points) => {
    expect(score(item, answer)).toMatchObject({ points, correct: points === 1 });
  });
});

/** The life of a Pod between API server, scheduler and kubelet; the recorded vectors of fixed-pairs scoring. */
const podLife = order('pod-life', 'ASBKEDC', ['A<S', 'S<B', 'B<K', 'K<E', 'E<D', 'A<C']);

describe('an order item', () => {
  it('fixes the pairs that before says and those that follow', () => {
    expect(fixedPairs(podLife)).toHaveLength(16);
  });

  it.each([
    ['ASCBKED', 1],
    ['ASBKEDC', 1],
    ['ACBSKED', 0.875],
    ['ACSBEKD', 0.875],
    ['DEKBSCA', 0],
  ])('answered %s earns %d', (word, points) => {
    expect(score(podLife, indicesOf(podLife, word))).toMatchObject({ points, correct: points === 1 });
  });

  it('takes each of its six legal orders as right and no other', () => {
    const all = permutations([0, 1, 2, 3, 4, 5, 6]);
    expect(all).toHaveLength(5_040);
    expect(all.filter((answer) => score(podLife, answer).correct)).toHaveLength(6);
  });

  it.each([
    [3, 0.278],
    [4, 0.194],
    [5, 0.163],
    [6, 0.145],
    [7, 0.129],
  ])('that is a chain of %d steps gives blind guessing %d', (count, mean) => {
    const letters = 'ABCDEFG'.slice(0, count);
    const before = Array.from({ length: count - 1 }, (_, at) => `${letters[at]}<${letters[at + 1]}`);
    expect(chanceScore(order('chain', letters, before))).toBeCloseTo(mean, 3);
  });

  it('with several legal orders gives blind guessing what was measured', () => {
    expect(chanceScore(podLife)).toBeCloseTo(0.144, 3);
  });

  it('throws on a cycle and on a step that is not there', () => {
    expect(() => fixedPairs(order('round', 'AB', ['A<B', 'B<A']))).toThrow('cycle');
    expect(() => fixedPairs(order('stray', 'AB', ['A<X']))).toThrow('"X"');
  });
});

describe('an order item whose steps are a chain', () => {
  const chain = (count: number) => {
    const letters = 'ABCDEF'.slice(0, count);
    return order(
      'chain',
      letters,
      [...letters].slice(1).map((letter, at) => `${letters[at]}<${letter}`),
    );
  };

  // The share of pairs in order is Moodle's "relative to all previous and next"; of its nine rules that one and all-or-nothing exist here.
  it.each([
    ['ABCDE', 1],
    ['BACDE', 0.9],
    ['BCDEA', 0.6],
    ['EDCBA', 0],
    ['ABCED', 0.9],
    ['CABED', 0.7],
  ])('answered %s has the share %d of its pairs in order, q, and earns 2q - 1', (word, q) => {
    const { points, correct } = score(chain(5), indicesOf(chain(5), word));
    expect(points).toBeCloseTo(Math.max(0, 2 * q - 1), 12);
    expect(correct).toBe(word === 'ABCDE');
  });

  it.each([
    [3, 0.167],
    [4, 0.042],
    [5, 0.008],
    [6, 0.001],
  ])('of %d is wholly right in %d of all orders', (count, share) => {
    const all = permutations(Array.from({ length: count }, (_, at) => at));
    const right = all.filter((answer) => score(chain(count), answer).correct);
    expect(right.length / all.length).toBeCloseTo(share, 3);
  });

  it.each([3, 4, 5, 6])('of %d has half of its pairs in order by chance', (count) => {
    const pairs = fixedPairs(chain(count));
    const all = permutations(Array.from({ length: count }, (_, at) => at));
    const broken = all.reduce((sum, answer) => sum + brokenPairs(pairs, answer).length, 0);
    expect(broken / all.length / pairs.length).toBeCloseTo(0.5, 12);
  });
});

/** Any order item without cycles: pairs go from a lower to a higher index. */
const anyOrderItem = fc.integer({ min: 2, max: 7 }).chain((count) => {
  const letters = 'ABCDEFG'.slice(0, count);
  const pair = fc.tuple(fc.nat(count - 2), fc.nat(count - 2)).map(([from, step]) => {
    const to = Math.min(count - 1, from + 1 + step);
    return `${letters[from]}<${letters[to]}`;
  });
  const guess = fc.shuffledSubarray(
    Array.from({ length: count }, (_, index) => index),
    { minLength: count, maxLength: count },
  );
  return fc.tuple(
    fc.array(pair, { minLength: 1, maxLength: 8 }).map((before) => order('any', letters, before)),
    guess,
  );
});

describe('for every order item and answer', () => {
  it('points lie between 0 and 1, and are 1 exactly for a legal order', () => {
    fc.assert(
      fc.property(anyOrderItem, ([item, guess]) => {
        const { points, correct } = score(item, guess);
        const isLegal = brokenPairs(fixedPairs(item), guess).length === 0;
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(1);
        expect(correct).toBe(isLegal);
        expect(points === 1).toBe(isLegal);
      }),
    );
  });

  it('an answer and its reverse are never both worth something', () => {
    fc.assert(
      fc.property(anyOrderItem, ([item, guess]) => {
        const both = [guess, guess.toReversed()].map((one) => score(item, one).points);
        expect(Math.min(...both)).toBe(0);
      }),
    );
  });

  it('the nearest legal order is legal, and is the answer itself when that is legal', () => {
    fc.assert(
      fc.property(anyOrderItem, ([item, guess]) => {
        const pairs = fixedPairs(item);
        const legal = nearestLegalOrder(pairs, guess);
        expect(legal.toSorted()).toEqual(guess.toSorted());
        expect(brokenPairs(pairs, legal)).toEqual([]);
        if (brokenPairs(pairs, guess).length === 0) expect(legal).toEqual(guess);
      }),
    );
  });
});

describe('chance', () => {
  it.each([
    ['one of three', single('a', 3, 0), 1 / 3],
    ['one of four', single('b', 4, 0), 1 / 4],
    ['one of two', single('c', 2, 0), 1 / 2],
    // 31 sets: {0,1} 1; {0},{1} .5; {0,1,x} .5 three times; {0,x},{1,x} .5 six times: 6.5 / 31.
    ['two of five', multiple('d', 5, [0, 1]), 6.5 / 31],
  ])('of %s is the mean over all guesses', (_, item, mean) => {
    expect(chanceScore(item)).toBeCloseTo(mean, 10);
  });

  it('is sampled for long lists, near the exact value and the same each time', () => {
    const letters = 'ABCDEFGH';
    const chain = order(
      'long',
      letters,
      [...'ABCDEFG'].map((letter, at) => `${letter}<${letters[at + 1]}`),
    );
    expect(chanceScore(chain)).toBe(chanceScore(chain));
    expect(chanceScore(chain)).toBeGreaterThan(0.09);
    expect(chanceScore(chain)).toBeLessThan(0.14);
  });
});
