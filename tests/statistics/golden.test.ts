import { describe, expect, it } from 'vitest';
import { itemStatistics } from '@/lib/statistics/item-statistics';
import type { ScoreTable } from '@/lib/statistics/score-table';
import { testStatistics } from '@/lib/statistics/test-statistics';
import { average, joint, Rational, total, whole } from './rational';

/** Six learners, four items of one point: small enough to be worked out by hand. */
const table: ScoreTable = {
  max: [1, 1, 1, 1],
  scores: [
    [1, 1, 1, 0.5],
    [1, 0, 1, 1],
    [1, 1, 0, 0],
    [0, 1, 0, 0.5],
    [0, 0, 1, 0],
    [1, 0, 0, 0],
  ],
};

const exact = table.scores.map((row) => row.map((points) => Rational.of(points as number)));
const totals = exact.map(total);
const column = (item: number) => exact.map((row) => row[item] as Rational);
const restOf = (item: number) => totals.map((all, i) => all.minus(column(item)[i] as Rational));
const inOrder = (values: readonly Rational[]) => [...values].sort((a, b) => a.number - b.number);
const hundred = whole(100);

/** Printed to three decimals elsewhere: the rounded numbers keep the exact ones honest. */
const printed = {
  facility: [66.667, 50, 50, 33.333],
  sd: [0.5164, 0.5477, 0.5477, 0.4082],
  discriminationIndex: [7.372, -18.257, 0, 40],
  discriminativeEfficiency: [10, -25, 0, 40],
  effectiveWeight: [26.202, 21.394, 26.202, 26.202],
} as const;

const within = 1e-9;
const items = itemStatistics(table);
const near = (value: number | null | undefined, expected: number, tolerance = within) => {
  expect(value).not.toBeNull();
  expect(Math.abs((value as number) - expected), `${value} for ${expected}`).toBeLessThanOrEqual(tolerance);
};

describe('The golden vector of item statistics', () => {
  it.each([0, 1, 2, 3])('holds to 1e-9 for item %i, against exact fractions', (item) => {
    const [own, rest] = [column(item), restOf(item)];
    const found = items[item];
    const covariance = joint(own, rest);
    const spread = joint(own, own).times(joint(rest, rest)).number;
    near(found?.facility, average(own).times(hundred).number);
    near(found?.sd, Math.sqrt(joint(own, own).number));
    near(found?.discriminationIndex, (100 * covariance.number) / Math.sqrt(spread));
    const most = joint(inOrder(own), inOrder(rest));
    near(found?.discriminativeEfficiency, covariance.times(hundred).over(most).number);
    const pulls = table.max.map((_, i) => Math.sqrt(joint(column(i), totals).number));
    near(
      found?.effectiveWeight,
      (100 * (pulls[item] as number)) / pulls.reduce((sum, pull) => sum + pull, 0),
    );
    near(found?.intendedWeight, 25);
    expect(found?.n).toBe(6);
  });

  it.each(Object.keys(printed) as (keyof typeof printed)[])('has the printed numbers of %s', (name) => {
    for (const [item, value] of printed[name].entries()) near(items[item]?.[name], value, 5.1e-4);
  });
});

describe('The golden vector of test statistics', () => {
  const found = testStatistics(table);
  const n = whole(6);
  const away = (exponent: number) => total(totals.map((all) => all.minus(average(totals)).power(exponent)));
  const k2 = away(2).over(whole(5));

  it('holds to 1e-9 for mean, median and spread', () => {
    near(found.mean, average(totals).number);
    near(found.median, 1.75);
    near(found.sd, Math.sqrt(k2.number));
    near(k2.number, 1.1);
    expect([found.n, found.most]).toEqual([6, 4]);
  });

  it('holds to 1e-9 for skewness and kurtosis, against k-statistics in exact fractions', () => {
    const k3 = n.times(away(3)).over(whole(5 * 4));
    near(found.skewness, k3.number / k2.number ** 1.5);
    const [m2, m4] = [away(2).over(n), away(4).over(n)];
    const k4 = n
      .times(n)
      .times(
        whole(7)
          .times(m4)
          .minus(whole(15).times(m2.power(2))),
      )
      .over(whole(5 * 4 * 3));
    near(found.kurtosis, k4.over(k2.power(2)).number);
  });

  it('holds to 1e-9 for consistency, error ratio and standard error', () => {
    const spreads = total(table.max.map((_, item) => joint(column(item), column(item))));
    const cic = whole(400)
      .over(whole(3))
      .times(whole(1).minus(spreads.over(k2)));
    near(found.cic, cic.number);
    const share = whole(1).minus(cic.over(hundred));
    near(found.errorRatio, 100 * Math.sqrt(share.number));
    near(found.standardError, Math.sqrt(share.times(k2).number));
  });

  it('has the printed numbers', () => {
    near(found.mean, 2);
    near(((found.sd as number) * 100) / found.most, 26.22, 5e-4);
    near(found.skewness, 0.58508, 5e-6);
    near(found.kurtosis, -1.54959, 5e-6);
    near(found.cic, 8.0808, 5e-5);
    near(found.errorRatio, 95.8745, 5e-5);
    near(((found.standardError as number) * 100) / found.most, 25.1385, 5e-5);
  });
});
