import type { Answer } from './answer';
import { chanceOf, shuffled } from './chance';
import { choosesOne, type Item, optionCount } from './item';
import { score } from './score';

/** Above this many answers the mean is taken over a sample. */
const MAX_ENUMERATED = 5_040;
const SAMPLE = 5_000;

/**
 * What blind guessing earns on average, 0 to 1: one choice for a single item, any non-empty set of choices for a multiple one, any
 * order of the steps, any choice for each stem. Exact for up to 12 choices or 7 steps; above that over 5,000 seeded guesses.
 * A number, a blank or a goal is not guessed blindly: 0. Source: Moodle's random guess score.
 */
export function chanceScore(item: Item): number {
  // Each stem is right in one guess of as many as there are choices, whatever stands at the others.
  if (item.kind === 'match') return 1 / item.choices.length;
  const all = guesses(item);
  const points = all.map((guess) => score(item, guess).points);
  return points.length === 0 ? 0 : points.reduce((sum, value) => sum + value, 0) / points.length;
}

function guesses(item: Item): readonly Answer[] {
  const count = optionCount(item);
  const indices = Array.from({ length: count }, (_, index) => index);
  if (count === 0) return [];
  if (choosesOne(item)) return indices.map((index) => [index]);
  if (item.kind === 'order')
    return factorial(count) <= MAX_ENUMERATED
      ? permutations(indices)
      : sample((chance) => shuffled(count, chance));
  return 2 ** count <= MAX_ENUMERATED
    ? nonEmptySubsets(indices)
    : sample((chance) => indices.filter(() => chance() < 0.5));
}

function sample(draw: (chance: () => number) => number[]): readonly (readonly number[])[] {
  const chance = chanceOf('chance score');
  return Array.from({ length: SAMPLE }, () => draw(chance)).filter((guess) => guess.length > 0);
}

const nonEmptySubsets = (indices: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** indices.length - 1 }, (_, bits) =>
    indices.filter((index) => ((bits + 1) >> index) & 1),
  );

const factorial = (count: number): number => (count <= 1 ? 1 : count * factorial(count - 1));

/** All orders of these, each once. */
export function permutations(indices: readonly number[]): readonly (readonly number[])[] {
  if (indices.length === 0) return [[]];
  return indices.flatMap((first) =>
    permutations(indices.filter((index) => index !== first)).map((rest) => [first, ...rest]),
  );
}
