import { describe, expect, it } from 'vitest';
import { getGenerators } from '@/lib/course/generators';
import { getQuiz, quizLessons } from '@/lib/course/quiz';
import { authored, type Response } from '@/lib/quiz/answer';
import { type Chance, chanceOf, shuffled } from '@/lib/quiz/chance';
import { chanceScore, permutations } from '@/lib/quiz/chance-score';
import { Draw, Redraw } from '@/lib/quiz/draw';
import { itemsOf, type LessonQuiz } from '@/lib/quiz/entry';
import { type Draft, type Generator, variantOf } from '@/lib/quiz/generator';
import { choosesOne, type Item, type ItemKind, type MatchItem, optionCount } from '@/lib/quiz/item';
import { mostChance } from '@/lib/quiz/lint-item';
import { brokenPairs, fixedPairs } from '@/lib/quiz/order';
import { publicItem } from '@/lib/quiz/present';
import { score } from '@/lib/quiz/score';
import { placesOf } from '@/lib/quiz/shuffle';
import { validate } from '@/lib/quiz/validate';
import { locales, type Text } from '@/lib/text';
import { hotspot } from './items';

const seeds = Array.from({ length: 1_000 }, (_, number) => `seed-${number}`);
const authoredItems = quizLessons().flatMap((slug) => itemsOf(getQuiz(slug) as LessonQuiz));
/** The first variant of the first generator of each kind. */
const variants = [...new Set(getGenerators().map(({ kind }) => kind))].map((kind: ItemKind) =>
  variantOf(getGenerators().find((one) => one.kind === kind) as Generator, 1),
);
const items = [...authoredItems, ...variants, hotspot('names', [1, 0, 0, 0], false)];
const isShuffled = (item: Item) =>
  optionCount(item) > 1 && !(item.kind === 'hotspot' && item.source !== undefined);

/** Spearman's, of places that are a permutation: 1 for the order itself, -1 for the order turned round. */
function rankCorrelation(places: readonly number[]): number {
  const count = places.length;
  const squares = places.reduce((sum, index, place) => sum + (index - place) ** 2, 0);
  return 1 - (6 * squares) / (count * (count ** 2 - 1));
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the mean is when every order but those that are never shown is as likely as any other. */
function expectedCorrelation(item: Item): number {
  if (item.kind !== 'order') return 0;
  const pairs = fixedPairs(item);
  const all = permutations(item.steps.map((_, at) => at));
  const shown = all.filter((order) => brokenPairs(pairs, order).length > 0 && rankCorrelation(order) < 1);
  return mean(shown.map(rankCorrelation));
}

describe('over 1,000 seeds the places of options', () => {
  it.each(items.filter(isShuffled))('of $id ($kind) do not tell the order in its file', (item) => {
    const count = optionCount(item);
    const found = mean(seeds.map((seed) => rankCorrelation(placesOf(item, seed, 1).slice(0, count))));
    const expected = expectedCorrelation(item);
    // The mean of so many has a standard deviation of 1/sqrt(999 (n - 1)): 0.022 for three options.
    expect(Math.abs(found - expected)).toBeLessThan(0.08);
    expect(Math.abs(expected)).toBeLessThan(0.1);
  });

  it.each(items.filter(choosesOne).filter(isShuffled))(
    'of $id ($kind) have the right one at each place about as often',
    (item) => {
      const count = optionCount(item);
      const right = Array.from({ length: count }, (_, at) => at).find((at) => score(item, [at]).correct);
      const at = new Array<number>(count).fill(0);
      for (const seed of seeds) {
        const place = placesOf(item, seed, 1).indexOf(right as number);
        at[place] = (at[place] ?? 0) + 1;
      }
      for (const times of at) expect(Math.abs(times - seeds.length / count)).toBeLessThan(75);
    },
  );

  it.each(items.filter((item) => item.kind === 'match'))(
    'of $id (match) do not tell which stem they belong to',
    (item: MatchItem) => {
      const near = seeds.map((seed) => {
        const places = placesOf(item, seed, 1);
        const [choices, stems] = [places.slice(0, item.choices.length), places.slice(item.choices.length)];
        const isBeside = stems.map((stem, place) => {
          const { choice } = item.stems[stem - item.choices.length] as MatchItem['stems'][number];
          return item.choices[choices[place] ?? -1]?.id === choice ? 1 : 0;
        });
        return mean(isBeside);
      });
      // Beside a stem that stands below the last choice there is none.
      const beside = Math.min(1, item.choices.length / item.stems.length);
      expect(Math.abs(mean(near) - beside / item.choices.length)).toBeLessThan(0.06);
    },
  );

  it.each(items.filter((item) => item.kind === 'order'))(
    'of $id (order) are never those of its file, nor a right order, at no try',
    (item) => {
      for (const seed of seeds)
        for (const tryNumber of [1, 2]) {
          const places = placesOf(item, seed, tryNumber);
          expect([rankCorrelation(places) < 1, score(item, places).correct]).toEqual([true, false]);
        }
    },
  );
});

/** What somebody sends who knows nothing but what is on the screen. */
function blindGuess(item: Item, shown: readonly number[], chance: Chance): Response {
  const view = publicItem(item, shown, { tries: 0, solved: false }, 'en');
  const below = (count: number) => Math.floor(chance() * count);
  const count = view.options.length;
  switch (item.kind) {
    case 'order':
      return shuffled(count, chance);
    case 'match':
      return (view.stems ?? []).map(() => below(count));
    case 'numeric':
      return [String(below(10))];
    case 'yaml':
      return item.blanks.map(() => {
        const words = (view.source ?? '').split(/[^\w.-]+/).filter((word) => /^\w/.test(word));
        return words[below(words.length)] ?? 'x';
      });
    default:
      return choosesOne(item)
        ? [below(count)]
        : view.options.flatMap((_, place) => (chance() < 0.5 ? [place] : []));
  }
}

describe('blind guesses', () => {
  it.each(items.filter(({ kind }) => kind !== 'lab'))('earn at most 0.4 of $id ($kind)', (item) => {
    const points = seeds.flatMap((seed) => {
      const chance = chanceOf(`guess/${seed}`);
      const shown = placesOf(item, seed, 1);
      const guess = blindGuess(item, shown, chance);
      return validate(item, guess) === undefined ? [score(item, authored(item, shown, guess)).points] : [];
    });
    expect(points.length).toBeGreaterThan(400);
    // Twice the standard deviation of the mean of so many.
    expect(mean(points)).toBeLessThanOrEqual(mostChance + 0.03);
    if (optionCount(item) > 0) expect(Math.abs(mean(points) - chanceScore(item))).toBeLessThan(0.06);
  });
});

/** What a generator writes before anything is run; undefined for a draw that it throws away. */
function draftOf({ id, draw }: Generator, seed: number): Draft | undefined {
  try {
    return draw(new Draw(chanceOf(`${id}/${seed}/0`)));
  } catch (error) {
    if (error instanceof Redraw) return undefined;
    throw error;
  }
}

function textsOf(draft: Draft): readonly (readonly Text[])[] {
  const words = (parts: readonly { readonly text: Text }[]) => parts.map(({ text }) => text);
  if ('choices' in draft) return [words(draft.choices), 'stems' in draft ? words(draft.stems) : []];
  if ('steps' in draft) return [words(draft.steps)];
  return 'regions' in draft ? [words(draft.regions)] : [];
}

describe('over 200 seeds a generator', () => {
  // That each of these has one key costs a run: `npm run generators` holds a thousand of each against all rules.
  it.each(getGenerators())('$id ($kind) writes options that differ in both languages', (generator) => {
    const drafts = Array.from({ length: 200 }, (_, seed) => draftOf(generator, seed)).flatMap(
      (draft) => draft ?? [],
    );
    expect(drafts.length).toBeGreaterThan(20);
    for (const draft of drafts)
      for (const texts of textsOf(draft))
        for (const locale of locales) {
          const said = texts.map((text) => text[locale].trim().toLowerCase());
          expect(new Set(said).size, `${draft.question.en}\n${said.join('\n')}`).toBe(said.length);
        }
  });
});
