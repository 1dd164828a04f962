import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceStatistics } from '@/lib/statistics/distractors';
import { itemStatistics } from '@/lib/statistics/item-statistics';
import { type Knowledge, knowledgeOf } from '@/lib/statistics/knowledge';
import type { ScoreTable } from '@/lib/statistics/score-table';
import { testStatistics } from '@/lib/statistics/test-statistics';

/** A failing run prints its seed; `PODIUM_SEED=… npx vitest run tests/statistics` plays it again. */
const seed = Number(process.env.PODIUM_SEED ?? Date.now() & 0x7fffffff);
const check = <Args extends [unknown, ...unknown[]]>(property: fc.IProperty<Args>): void =>
  fc.assert(property, { seed, numRuns: 300 });

const steps = 8;
/** Points in eighths of the most, some of them missing: exact in binary, so ties are ties. */
const points = fc.option(fc.integer({ min: 0, max: steps }), { nil: null, freq: 6 });
const tables: fc.Arbitrary<ScoreTable> = fc
  .integer({ min: 1, max: 6 })
  .chain((items) =>
    fc.record({
      max: fc.array(fc.constantFrom(1, 2, 5), { minLength: items, maxLength: items }),
      rows: fc.array(fc.array(points, { minLength: items, maxLength: items }), { maxLength: 12 }),
    }),
  )
  .map(({ max, rows }) => ({
    max,
    scores: rows.map((row) =>
      row.map((eighths, i) => (eighths === null ? null : (eighths * (max[i] as number)) / steps)),
    ),
  }));

const flat = (value: unknown): (number | null | boolean)[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(flat) : [value as number];

function sameNumbers(left: unknown, right: unknown): void {
  const [a, b] = [flat(left), flat(right)];
  expect(b.length).toBe(a.length);
  for (const [i, one] of a.entries()) {
    const other = b[i];
    if (typeof one !== 'number' || typeof other !== 'number') expect(other).toBe(one);
    else expect(Math.abs(one - other), `${one} and ${other}`).toBeLessThan(1e-6 * Math.max(1, Math.abs(one)));
  }
}

const permuted = <Value>(values: readonly Value[]) =>
  fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });

describe(`Statistics of any class (seed ${seed})`, () => {
  it('do not depend on the order of the learners', () => {
    check(
      fc.property(
        tables.chain((table) => fc.tuple(fc.constant(table), permuted(table.scores))),
        ([table, scores]) => {
          sameNumbers(itemStatistics(table), itemStatistics({ ...table, scores }));
          sameNumbers(testStatistics(table), testStatistics({ ...table, scores }));
        },
      ),
    );
  });

  it('follow the order of the items', () => {
    check(
      fc.property(tables, ({ max, scores }) => {
        const turned = { max: max.toReversed(), scores: scores.map((row) => row.toReversed()) };
        sameNumbers(itemStatistics({ max, scores }), itemStatistics(turned).toReversed());
        sameNumbers(testStatistics({ max, scores }), testStatistics(turned));
      }),
    );
  });

  it('scale with the points: what is in points is multiplied, what is in per cent stays', () => {
    check(
      fc.property(tables, fc.constantFrom(0.001, 0.1, 3, 1000), (table, by) => {
        const scaled: ScoreTable = {
          max: table.max.map((most) => most * by),
          scores: table.scores.map((row) => row.map((one) => (one === null ? null : one * by))),
        };
        const times = (value: number | null) => (value === null ? null : value * by);
        sameNumbers(
          itemStatistics(table).map((item) => ({ ...item, sd: times(item.sd) })),
          itemStatistics(scaled),
        );
        const test = testStatistics(table);
        const { most, mean, median, sd, standardError } = test;
        sameNumbers(
          {
            ...test,
            most: times(most),
            mean: times(mean),
            median: times(median),
            sd: times(sd),
            standardError: times(standardError),
          },
          testStatistics(scaled),
        );
      }),
    );
  });

  it('stay inside their ranges, and are never NaN or infinite', () => {
    check(
      fc.property(tables, (table) => {
        const items = itemStatistics(table);
        const test = testStatistics(table);
        for (const value of [...flat(items), ...flat(test)])
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        for (const { facility, discriminationIndex: index, discriminativeEfficiency: share } of items) {
          if (facility !== null) expect(facility >= 0 && facility <= 100).toBe(true);
          if (index !== null) expect(Math.abs(index)).toBeLessThanOrEqual(100 + 1e-9);
          if (share !== null) expect(share).toBeLessThanOrEqual(100 + 1e-9);
        }
        const weights = items.flatMap(({ effectiveWeight }) => effectiveWeight ?? []);
        if (weights.length) expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 6);
        if (test.cic !== null) expect(test.cic).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });
});

const choices = 4;
const tries = fc.array(
  fc.record({
    chosen: fc.subarray([0, 1, 2, 3]),
    points: fc.integer({ min: 0, max: 1 }),
    total: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 50 },
);

describe(`A table of choices (seed ${seed})`, () => {
  it('does not depend on the order of the learners', () => {
    check(
      fc.property(
        tries.chain((all) => fc.tuple(fc.constant(all), permuted(all))),
        ([all, other]) => {
          const [left, right] = [choiceStatistics(all, choices, [0]), choiceStatistics(other, choices, [0])];
          sameNumbers(
            left.map(({ flags: _, ...row }) => row),
            right.map(({ flags: _, ...row }) => row),
          );
          expect(right.map(({ flags }) => flags)).toEqual(left.map(({ flags }) => flags));
        },
      ),
    );
  });

  it('counts each choice of each learner once', () => {
    check(
      fc.property(tries, (all) => {
        const counted = choiceStatistics(all, choices, [0]).reduce((sum, { n }) => sum + n, 0);
        expect(counted).toBe(all.reduce((sum, { chosen }) => sum + chosen.length, 0));
      }),
    );
  });
});

const firstTries = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      variant: fc.constantFrom('a', 'b', 'c'),
      atMs: fc.integer({ min: 0, max: 5 * 86_400_000 - 1 }),
      isRight: fc.boolean(),
      isAided: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .map((all) => all.map((one) => ({ ...one, day: `2026-11-0${1 + Math.floor(one.atMs / 86_400_000)}` })));

describe(`What a learner knows (seed ${seed})`, () => {
  it('does not depend on the order in which tries arrive, nor on tries that arrive twice', () => {
    check(
      fc.property(
        firstTries.chain((all) => fc.tuple(fc.constant(all), permuted([...all, ...all.slice(0, 2)]))),
        ([all, arrived]) => {
          expect(knowledgeOf(arrived)).toEqual(knowledgeOf(all));
        },
      ),
    );
  });

  it('never falls when a right try without a hint follows', () => {
    const order: readonly Knowledge[] = ['new', 'tried', 'ok', 'solid'];
    check(
      fc.property(firstTries, (all) => {
        const next = {
          id: 'next',
          variant: 'd',
          atMs: 6 * 86_400_000,
          day: '2026-11-07',
          isRight: true,
          isAided: false,
        };
        const [before, after] = [knowledgeOf(all).state, knowledgeOf([...all, next]).state];
        const least = before === 'solid' ? 'ok' : before;
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(Math.max(order.indexOf(least), 2));
      }),
    );
  });

  it('is explained up to the rule that decides', () => {
    check(
      fc.property(firstTries, (all) => {
        const { state, because, tries: evidence } = knowledgeOf(all);
        expect(because.slice(0, -1).every(({ holds }) => holds)).toBe(true);
        expect(because.at(-1)?.holds).toBe(state === 'solid');
        const named = new Set(evidence.map(({ id }) => id));
        for (const { tries: ids } of because) for (const id of ids) expect(named.has(id)).toBe(true);
      }),
    );
  });
});
