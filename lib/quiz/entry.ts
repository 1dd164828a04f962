import { type Generator, variantOf } from './generator';
import type { Item } from './item';

/** A family of items in a quiz: each try shows another variant. */
export interface GeneratedEntry {
  readonly kind: 'generated';
  /** Unique in its quiz, kebab-case. Never renamed: answers are stored under it. */
  readonly id: string;
  readonly concept: string;
  readonly claims: readonly string[];
  readonly generator: Generator;
}

/** What a quiz asks in one place, with its keys: an item, or a family of items. */
export type Entry = Item | GeneratedEntry;

/** A lesson's entries: what the server grades by. */
export interface LessonQuiz {
  readonly items: readonly Entry[];
}

export const generatedEntry = (id: string, generator: Generator): GeneratedEntry => {
  const { concept, claims } = generator;
  return { kind: 'generated', id, concept, claims, generator };
};

export const isGenerated = (entry: Entry): entry is GeneratedEntry => entry.kind === 'generated';

/** The items of a quiz that an author wrote one by one. */
export const itemsOf = ({ items }: LessonQuiz): readonly Item[] =>
  items.filter((entry): entry is Item => !isGenerated(entry));

/** Variants of one generator that are remembered; the oldest go first. */
export const mostVariants = 200;

const drawn = new WeakMap<Generator, Map<string, Item>>();

/**
 * The item that an entry shows for the seed of a variant; for an item itself, which has no variants, the seed means nothing. The same
 * entry and seed: the same item, as long as it is remembered the same object. Its id is the item's own or the generator's, not the
 * entry's.
 */
export function itemOf(entry: Entry, variant: string | null): Item {
  if (!isGenerated(entry)) return entry;
  if (variant === null) throw new Error(`entry ${entry.id}: a generated entry needs the seed of a variant`);
  const { generator } = entry;
  const known = drawn.get(generator) ?? new Map<string, Item>();
  drawn.set(generator, known);
  const item = known.get(variant) ?? variantOf(generator, variant);
  if (!known.has(variant) && known.size >= mostVariants) known.delete(known.keys().next().value as string);
  known.set(variant, item);
  return item;
}
