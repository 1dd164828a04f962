import { type Locale, locales } from '../text';
import { hasChoices, type Item } from './item';
import { type Finding, misconceptionsIn } from './lint-item';
import type { Misconception } from './misconception';
import { publicItem } from './present';
import { placesOf } from './shuffle';

/** All items of the course: authored ones, and of each generator a sample of its variants. */
export interface CourseItems {
  /** By what names them in a message: `lesson five-to-two-to-four`, `generator pod-phase`. */
  readonly groups: readonly { readonly name: string; readonly items: readonly Item[] }[];
}

/** Share of items of which the longest option may be right, over the course. */
export const mostLongestRight = 0.35;
/** A misconception that only drawn items name, and fewer variants than this, is met too seldom. */
export const leastUses = 3;
/** Above this number nobody keeps the misconceptions of a concept apart. */
export const mostOfConcept = 8;
/** Options of a single item from which on each needs a misconception of its own. */
const needsOwnFrom = 4;

/** Every wrong choice names what is believed; a fourth option is there for another belief, not to fill up. */
export function lintBeliefs(item: Item): readonly Finding[] {
  if (!hasChoices(item)) return [];
  const wrong = item.choices.filter(({ correct }) => !correct);
  const unnamed = wrong.find(({ misconception }) => misconception === undefined);
  if (unnamed)
    return [
      [
        'every wrong choice names a misconception',
        `"${unnamed.text.en}" names none; name what leads there, or take another choice`,
      ],
    ];
  const named = wrong.map(({ misconception }) => misconception);
  const twice = named.find((id, index) => named.indexOf(id) !== index);
  return item.kind === 'multiple' || item.choices.length < needsOwnFrom || twice === undefined
    ? []
    : [
        [
          'a fourth option has a misconception of its own',
          `two wrong choices name ${twice}; drop one of them`,
        ],
      ];
}

/** How many letters and digits an option is seen to have, as it is served. */
const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Whether one served option is longer than all others, and right. */
export function isLongestServedRight(item: Item, locale: Locale): boolean {
  if (!hasChoices(item)) return false;
  const shown = placesOf(item, 'length', 1);
  const { options } = publicItem(item, shown, { tries: 0, solved: false }, locale);
  const lengths = options.map(({ text }) => lettersIn(text));
  const most = Math.max(...lengths);
  if (lengths.filter((length) => length === most).length > 1) return false;
  return item.choices[shown[lengths.indexOf(most)] ?? -1]?.correct ?? false;
}

/** The share of choice items whose longest option is right: each group counts once, whatever the size of its sample. */
export function longestServedRight({ groups }: CourseItems, locale: Locale): number {
  const shares = groups.flatMap(({ items }) => {
    const choiceItems = items.filter(hasChoices);
    const right = choiceItems.filter((item) => isLongestServedRight(item, locale)).length;
    return choiceItems.length === 0 ? [] : [right / choiceItems.length];
  });
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

export const lintLengths = (course: CourseItems): readonly Finding[] =>
  locales
    .map((locale) => [locale, longestServedRight(course, locale)] as const)
    .filter(([, share]) => share > mostLongestRight)
    .map(([locale, share]) => [
      'the longest option is right in at most 35 % of the items of the course',
      `in ${locale} it is in ${Math.round(share * 100)} %; shorten right options or give wrong ones their detail`,
    ]);

/** At how many seeds the right choice of a single item stood at each place. */
export function rightPlaces(item: Item, seeds: readonly string[]): readonly number[] {
  if (!hasChoices(item)) return [];
  const right = item.choices.findIndex(({ correct }) => correct);
  const counts = item.choices.map(() => 0);
  for (const seed of seeds) {
    const place = placesOf(item, seed, 1).indexOf(right);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Pearson's chi-square of counts against equal ones. */
export function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** How many items name each misconception; a variant of a generator is an item. */
export function usesIn({ groups }: CourseItems): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const item of groups.flatMap(({ items }) => items))
    for (const id of new Set(misconceptionsIn(item))) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}

/**
 * Misconceptions that no answer can tell of often enough, and concepts that have too many. `written` are those that an item of a lesson
 * names: everybody in a class meets that item, and review brings it back; a drawn one has to be likely enough to be drawn.
 */
export function lintMisconceptions(
  misconceptions: readonly Misconception[],
  uses: ReadonlyMap<string, number>,
  written: ReadonlySet<string>,
): readonly Finding[] {
  const rare = misconceptions.flatMap(({ id }): Finding[] => {
    const count = uses.get(id) ?? 0;
    return count >= leastUses || written.has(id)
      ? []
      : [
          [
            'a misconception is named by an item of a lesson, or by three variants',
            `${count} name ${id}; write an item or a generator that does, or put it together with another`,
          ],
        ];
  });
  const crowded = [...new Set(misconceptions.map(({ concept }) => concept))].flatMap((concept): Finding[] => {
    const count = misconceptions.filter((one) => one.concept === concept).length;
    return count <= mostOfConcept
      ? []
      : [['a concept has eight misconceptions at most', `${concept} has ${count}; put some together`]];
  });
  return [...rare, ...crowded];
}
