import { describe, expect, it } from 'vitest';
import { getGenerators, getMisconceptions } from '@/lib/course/generators';
import { getQuiz, quizLessons } from '@/lib/course/quiz';
import { chanceOf } from '@/lib/quiz/chance';
import { chanceScore } from '@/lib/quiz/chance-score';
import { Draw, Redraw } from '@/lib/quiz/draw';
import { itemsOf, type LessonQuiz } from '@/lib/quiz/entry';
import { type Generator, variantOf } from '@/lib/quiz/generator';
import { hasChoices, type Item } from '@/lib/quiz/item';
import {
  chiSquare,
  leastUses,
  lintBeliefs,
  lintLengths,
  lintMisconceptions,
  longestServedRight,
  rightPlaces,
  usesIn,
} from '@/lib/quiz/lint-course';
import { lintItem, misconceptionsIn, mostChance } from '@/lib/quiz/lint-item';
import { locales } from '@/lib/text';
import { choice, multiple, numeric, single } from '../quiz/items';

/** Variants of each generator that are looked at. */
const seeds = [0, 1, 2, 3, 4];
/** How many further variants are looked at for a misconception that few of those name. */
const mostSeeds = 200;

const generators = getGenerators();
const misconceptions = getMisconceptions();
const authoredGroups = quizLessons().flatMap((slug) =>
  itemsOf(getQuiz(slug) as LessonQuiz).map((item) => ({ name: `${slug} ${item.id}`, items: [item] })),
);
const written = new Set(usesIn({ groups: authoredGroups }).keys());
const groups = [
  ...authoredGroups,
  ...generators.map((generator) => ({
    name: `generator ${generator.id}`,
    items: seeds.map((seed) => variantOf(generator, seed)),
  })),
];
const all = groups.flatMap(({ items }) => items);

/** What a draw may come to, before any run: whether this misconception is in it. */
function mayName({ id, draw }: Generator, seed: number, misconception: string): boolean {
  try {
    return JSON.stringify(draw(new Draw(chanceOf(`${id}/${seed}/0`)))).includes(`"${misconception}"`);
  } catch (error) {
    if (error instanceof Redraw) return false;
    throw error;
  }
}

/** How often each misconception is named; of one that the sample names too seldom more variants are drawn. */
function usesOfAll(): ReadonlyMap<string, number> {
  const uses = new Map(usesIn({ groups }));
  for (const { id, concept } of misconceptions.filter((one) => !written.has(one.id))) {
    const asking = generators.filter((one) => one.concept === concept);
    for (let seed = seeds.length; seed < mostSeeds && (uses.get(id) ?? 0) < leastUses; seed += 1)
      for (const generator of asking.filter((one) => mayName(one, seed, id)))
        if (misconceptionsIn(variantOf(generator, seed)).includes(id)) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return uses;
}

describe('every item of the course', () => {
  it.each(groups)('$name keeps the rules of items and of choices', ({ items }) => {
    expect(items.flatMap((item) => [...lintItem(item), ...lintBeliefs(item)])).toEqual([]);
  });

  it('earns a blind guess 0.4 at most', () => {
    const earned = all.map((item) => [item.id, chanceScore(item)] as const);
    expect(earned.filter(([, points]) => points > mostChance)).toEqual([]);
  });
});

describe('the course as a whole', () => {
  it('has its longest option right in at most 35 % of the items, in each language', () => {
    expect(lintLengths({ groups })).toEqual([]);
  });

  it('has every misconception named by an item of a lesson or by three variants, and eight at most of one concept', () => {
    expect(lintMisconceptions(misconceptions, usesOfAll(), written)).toEqual([]);
  }, 60_000);

  it('has right choices as often at one place as at another', () => {
    // Chi-square that one fair course in a thousand is above, by degrees of freedom.
    const limits = [0, 10.83, 13.82, 16.27, 18.47, 20.52];
    const series = 'series 1';
    const attempts = Array.from({ length: 300 }, (_, n) => `${series}/${n}`);
    const sums = new Map<number, readonly number[]>();
    for (const item of all.filter((one) => hasChoices(one) && one.kind !== 'multiple')) {
      const counts = rightPlaces(item, attempts);
      const sum = sums.get(counts.length) ?? counts.map(() => 0);
      sums.set(
        counts.length,
        sum.map((count, place) => count + (counts[place] ?? 0)),
      );
    }
    expect(sums.size).toBeGreaterThan(0);
    for (const [options, counts] of sums)
      expect([series, options, counts, chiSquare(counts) < (limits[options - 1] ?? 0)]).toEqual([
        series,
        options,
        counts,
        true,
      ]);
  });
});

describe('the lint of the course tells', () => {
  const wrong = (id: string, misconception?: string) => ({
    ...choice(id),
    ...(misconception !== undefined && { misconception }),
  });
  const withChoices = (...choices: ReturnType<typeof choice>[]): Item => ({ ...single('a', 3, 0), choices });

  it('of a wrong choice that names nothing', () => {
    expect(lintBeliefs(withChoices(choice('p', true), wrong('q', 'x'), wrong('r')))).toEqual([
      ['every wrong choice names a misconception', expect.stringContaining('"r" names none')],
    ]);
  });

  it('of a fourth option that repeats a misconception, not of a third', () => {
    const [p, q, r, s] = [choice('p', true), wrong('q', 'x'), wrong('r', 'x'), wrong('s', 'y')];
    expect(lintBeliefs(withChoices(p, q, r))).toEqual([]);
    expect(lintBeliefs(withChoices(p, q, r, s))).toEqual([
      ['a fourth option has a misconception of its own', 'two wrong choices name x; drop one of them'],
    ]);
  });

  it('of lengths by the letters that are served, each group once', () => {
    const giving = withChoices(choice('the longest of all', true), choice('short'), choice('`-- .. --`'));
    const fair = withChoices(choice('one', true), choice('the longest of all'), choice('two'));
    const course = {
      groups: [
        { name: 'a', items: [giving] },
        { name: 'b', items: [fair, fair, fair] },
      ],
    };
    for (const locale of locales) expect(longestServedRight(course, locale)).toBe(0.5);
    expect(lintLengths(course)).toHaveLength(2);
    expect(lintLengths({ groups: [{ name: 'a', items: [fair, multiple('m', 3, [0])] }] })).toEqual([]);
  });

  it('of places that are not even', () => {
    expect(chiSquare([100, 100, 100])).toBe(0);
    expect(chiSquare([160, 70, 70])).toBeGreaterThan(13.82);
  });

  it('of a misconception that two items name, and of a ninth for one concept', () => {
    const of = (id: string) => ({ id, concept: 'c', text: { en: id, zh: id } });
    const nine = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(of);
    const items = [1, 2, 3].map((n) =>
      numeric('n', 12, {
        wrong: nine
          .filter(({ id }) => id !== 'i' || n < 3)
          .map(({ id }, at) => ({ answer: at + 20, because: of(id).text, misconception: id })),
      }),
    );
    expect(lintMisconceptions(nine, usesIn({ groups: [{ name: 'x', items }] }), new Set())).toEqual([
      [
        'a misconception is named by an item of a lesson, or by three variants',
        expect.stringContaining('2 name i;'),
      ],
      ['a concept has eight misconceptions at most', 'c has 9; put some together'],
    ]);
  });
});
