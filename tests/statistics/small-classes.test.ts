import { describe, expect, it } from 'vitest';
import { correlationInterval, wilson } from '@/lib/statistics/intervals';
import { itemStatistics } from '@/lib/statistics/item-statistics';
import type { ScoreTable } from '@/lib/statistics/score-table';
import { leastN, shownItem, shownTest } from '@/lib/statistics/small-classes';
import { testStatistics } from '@/lib/statistics/test-statistics';
import { discriminationWord, facilityWord } from '@/lib/statistics/words';

const points = (...rows: readonly (readonly (number | null)[])[]): ScoreTable => ({
  max: (rows[0] ?? [1, 1]).map(() => 1),
  scores: rows,
});
const repeated = (times: number, ...rows: readonly (readonly number[])[]): ScoreTable =>
  points(...Array.from({ length: times }, () => rows).flat());

describe('A table of scores', () => {
  it.each([
    ['a row of another length', { max: [1, 1], scores: [[1]] }, 'learner 0: 1 scores for 2 items'],
    ['points above the most', { max: [1], scores: [[2]] }, 'learner 0, item 0: 2 points of 1'],
    ['points below 0', { max: [1], scores: [[-0.1]] }, 'learner 0, item 0: -0.1 points of 1'],
    ['points that are no number', { max: [1], scores: [[Number.NaN]] }, 'NaN points of 1'],
    ['an item that earns nothing', { max: [0], scores: [] }, 'item 0: its most is 0'],
  ])('is refused with %s', (_, table, message) => {
    expect(() => itemStatistics(table)).toThrow(message);
    expect(() => testStatistics(table)).toThrow(message);
  });
});

describe('A class that says little', () => {
  it('of nobody has no number at all', () => {
    const nobody = { max: [1, 1], scores: [] };
    for (const item of itemStatistics(nobody))
      expect(item).toEqual({
        n: 0,
        facility: null,
        sd: null,
        discriminationIndex: null,
        discriminativeEfficiency: null,
        intendedWeight: 50,
        effectiveWeight: null,
        isAgainstRest: false,
      });
    expect(testStatistics(nobody)).toMatchObject({ n: 0, most: 2, mean: null, median: null, cic: null });
  });

  it('of one learner has means and no spread', () => {
    const one = points([1, 0.5]);
    expect(itemStatistics(one)[1]).toMatchObject({ n: 1, facility: 50, sd: null, discriminationIndex: null });
    expect(testStatistics(one)).toMatchObject({ n: 1, mean: 1.5, median: 1.5, sd: null, skewness: null });
  });

  it('of two learners has a spread, and no shape nor consistency', () => {
    const two = testStatistics(points([1, 1], [0, 0]));
    expect(two.sd).toBeCloseTo(Math.SQRT2, 12);
    expect(two).toMatchObject({ skewness: null, kurtosis: null, cic: null, standardError: null });
  });

  it('of three learners has a skewness and a consistency, and no kurtosis', () => {
    const three = testStatistics(points([1, 1], [0, 0], [0, 0]));
    expect(three.skewness).toBeCloseTo(Math.sqrt(3), 12);
    expect(three.cic).toBeCloseTo(100, 12);
    expect(three.kurtosis).toBeNull();
  });

  it.each([
    ['the item', [0.1, 0.1, 0.1], 0],
    ['the rest', [0, 0.2, 0.9], 100],
  ])('has no discrimination where %s does not vary, also when tenths are summed', (_, own, weight) => {
    const others = weight === 0 ? [0.5, 0.1, 0.3] : [0.7, 0.1, 0.5];
    const scores = own.map((points, i) => [points, [0.1, 0.7, 0.3][i] as number, others[i] as number]);
    const [item] = itemStatistics({ max: [1, 1, 1], scores });
    expect(item).toMatchObject({ discriminationIndex: null, discriminativeEfficiency: null });
    expect(item?.sd === 0).toBe(weight === 0);
    if (weight === 0) expect(item?.effectiveWeight).toBe(0);
  });

  it('has no consistency where totals do not vary', () => {
    expect(testStatistics(points([0.1, 0.7], [0.7, 0.1], [0.3, 0.5]))).toMatchObject({ sd: 0, cic: null });
  });

  it('gives no effective weight to an item that pulls against the rest', () => {
    const items = itemStatistics(points([1, 0, 0], [0, 1, 1], [0, 1, 1], [1, 0, 1]));
    expect(items[0]).toMatchObject({ isAgainstRest: true, effectiveWeight: null });
    expect((items[1]?.effectiveWeight ?? 0) + (items[2]?.effectiveWeight ?? 0)).toBeCloseTo(100, 9);
  });

  it('counts a learner only where there is a try, and a missing try as nothing in the total', () => {
    const table = points([1, null], [1, 1], [0, 0], [0, null]);
    expect(itemStatistics(table).map(({ n, facility }) => [n, facility])).toEqual([
      [4, 50],
      [2, 50],
    ]);
    expect(testStatistics(table)).toMatchObject({ n: 2, mean: 1 });
  });
});

describe('An interval', () => {
  it('of 8 right among 10 goes from 49 to 94 per cent', () => {
    const { from = 0, to = 0 } = wilson(8, 10) ?? {};
    expect([Math.round(100 * from), Math.round(100 * to)]).toEqual([49, 94]);
  });

  it('solves (p - share)^2 = z^2 p (1 - p) / n at both ends', () => {
    const z = 1.959963984540054;
    for (const [successes, n] of [
      [1, 3],
      [8, 10],
      [17.5, 40],
      [399, 400],
    ] as const) {
      const interval = wilson(successes, n);
      for (const p of [interval?.from ?? 0, interval?.to ?? 0])
        expect((p - successes / n) ** 2).toBeCloseTo((z * z * p * (1 - p)) / n, 12);
    }
  });

  it('starts at 0 when nobody was right, ends at 1 when everybody was, and is none of nobody', () => {
    expect(wilson(0, 7)?.from).toBe(0);
    expect(wilson(7, 7)?.to).toBe(1);
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow('3 successes of 2');
  });

  it('of a correlation of .3 among 20 goes from -.16 to .66', () => {
    const { from = 0, to = 0 } = correlationInterval(0.3, 20) ?? {};
    expect([from.toFixed(2), to.toFixed(2)]).toEqual(['-0.16', '0.66']);
    expect(correlationInterval(0.3, 3)).toBeNull();
  });
});

describe('A small class', () => {
  const rows = [
    [1, 1],
    [1, 0],
    [0, 0],
  ] as const;

  it.each([
    [
      3,
      [
        'facilityWord',
        'discriminationIndex',
        'discriminationWord',
        'discriminativeEfficiency',
        'effectiveWeight',
      ],
    ],
    [12, ['discriminationIndex', 'discriminationWord', 'discriminativeEfficiency', 'effectiveWeight']],
    [27, ['discriminationIndex', 'discriminationWord', 'discriminativeEfficiency', 'effectiveWeight']],
    [30, []],
  ])('of %i learners does not show %s of an item, and says from which n it would', (n, hidden) => {
    const [item] = itemStatistics(repeated(n / 3, ...rows));
    const { n: all, ...numbers } = shownItem(item ?? expect.fail('no item'));
    expect(all).toBe(n);
    const found = Object.entries(numbers).filter(([, one]) => one.hidden);
    expect(found.map(([name]) => name)).toEqual(hidden);
    for (const [, one] of found) {
      expect(one).toMatchObject({ value: null, n, hidden: 'tooFew' });
      expect(one.least).toBeGreaterThan(n);
    }
  });

  it('shows its facility with the interval of its n', () => {
    const [item] = itemStatistics(repeated(1, ...rows));
    const { value, n, interval } = shownItem(item ?? expect.fail('no item')).facility;
    expect(n).toBe(3);
    expect(value).toBeCloseTo(200 / 3, 9);
    expect(interval?.from).toBeCloseTo(100 * (wilson(2, 3)?.from ?? 0), 9);
  });

  it('of 29 learners has no consistency, and of 30 it has', () => {
    const shown = (n: number) => shownTest({ ...testStatistics(repeated(10, ...rows)), n });
    expect(shown(29).cic).toEqual({ value: null, n: 29, hidden: 'tooFew', least: leastN.consistency });
    expect(shown(30).cic.value).toBeGreaterThan(0);
    expect(shown(29).mean).toMatchObject({ value: 1, n: 29 });
  });

  it('is told another reason where more learners would not help', () => {
    const flat = itemStatistics(repeated(30, [1, 1])).map(shownItem)[0];
    expect(flat?.discriminationIndex).toEqual({ value: null, n: 30, hidden: 'noSpread' });
    const against = itemStatistics(repeated(10, [1, 0, 0], [0, 1, 1], [0, 1, 1])).map(shownItem)[0];
    expect(against?.effectiveWeight).toEqual({ value: null, n: 30, hidden: 'againstRest' });
  });

  it('of nobody shows nothing', () => {
    const [item] = itemStatistics({ max: [1], scores: [] });
    const { n, ...numbers } = shownItem(item ?? expect.fail('no item'));
    expect(n).toBe(0);
    for (const one of Object.values(numbers)) expect(one).toMatchObject({ value: null, hidden: 'tooFew' });
  });
});

describe('A word', () => {
  it.each([
    [0, 'extremelyDifficult'],
    [5, 'extremelyDifficult'],
    [6, 'veryDifficult'],
    [10, 'veryDifficult'],
    [11, 'difficult'],
    [19.9, 'difficult'],
    [20, 'moderatelyDifficult'],
    [34, 'moderatelyDifficult'],
    [35, 'aboutRight'],
    [65, 'aboutRight'],
    [66, 'fairlyEasy'],
    [80, 'fairlyEasy'],
    [81, 'easy'],
    [89, 'easy'],
    [90, 'veryEasy'],
    [94, 'veryEasy'],
    [95, 'extremelyEasy'],
    [100, 'extremelyEasy'],
  ])('for a facility of %d is %s', (facility, word) => {
    expect(facilityWord(facility)).toBe(word);
  });

  it.each([
    [-100, 'probablyInvalid'],
    [4.9, 'probablyInvalid'],
    [5, 'veryWeak'],
    [20, 'weak'],
    [30, 'adequate'],
    [49.9, 'adequate'],
    [50, 'veryGood'],
    [100, 'veryGood'],
  ])('for a discrimination of %d is %s', (index, word) => {
    expect(discriminationWord(index)).toBe(word);
  });

  it('is none for what is no number', () => {
    expect(() => facilityWord(Number.NaN)).toThrow('no word for NaN');
  });
});
