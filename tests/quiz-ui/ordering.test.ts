import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedIndices, moveStep } from '@/app/_ui/quiz/ordering';

const permutation = fc
  .integer({ min: 1, max: 7 })
  .chain((size) => fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }));

describe('moving a step', () => {
  it.each([
    ['down', [0, 1, 2, 3], 0, 2, [1, 2, 0, 3]],
    ['up', [0, 1, 2, 3], 3, 1, [0, 3, 1, 2]],
    ['nowhere', [0, 1, 2], 1, 1, [0, 1, 2]],
    ['above the first', [0, 1, 2], 0, -1, [0, 1, 2]],
    ['below the last', [0, 1, 2], 2, 3, [0, 1, 2]],
  ])('%s', (_, places, from, to, moved) => {
    expect(moveStep(places, from, to)).toEqual(moved);
  });
});

describe('which rows have to move', () => {
  it.each([
    ['none of a right order', [0, 1, 2, 3], []],
    ['the one that was put last', [1, 2, 3, 0], [3]],
    ['all but one of a reversed order, the one in the middle stays', [2, 1, 0], [0, 2]],
    ['not a row that stands at its own place, if another will do', [1, 3, 2, 4, 0], [1, 4]],
    ['none of none', [], []],
  ])('%s', (_, values, moved) => {
    expect([...movedIndices(values)]).toEqual(moved);
  });

  it('leaves a rising rest, and no smaller set does', () => {
    fc.assert(
      fc.property(permutation, (values) => {
        const isRising = (rest: readonly number[]) =>
          rest.every((value, at) => at === 0 || (rest[at - 1] ?? 0) < value);
        const restWithout = (moved: ReadonlySet<number>) => values.filter((_, index) => !moved.has(index));
        const moved = movedIndices(values);
        expect(isRising(restWithout(moved))).toBe(true);
        for (let bits = 0; bits < 2 ** values.length; bits++) {
          const other = new Set(values.map((_, index) => index).filter((index) => bits & (1 << index)));
          if (other.size < moved.size) expect(isRising(restWithout(other))).toBe(false);
        }
      }),
      { numRuns: 60, verbose: true },
    );
  });
});
