import type { AuthoredItem } from './authored';
import { chanceOf } from './chance';
import { chanceScore } from './chance-score';
import { DeriveFault, derive, noneHappens } from './derive';
import { Draw, Redraw } from './draw';
import type { Item, ItemKind } from './item';
import { mostChance } from './lint-item';

type WithoutNames<Of> = Of extends unknown ? Omit<Of, 'id' | 'concept' | 'claims'> : never;

/** An item without what its generator says of all variants. */
export type Draft = WithoutNames<Exclude<AuthoredItem, { readonly kind: 'lab' }>>;

/** A family of items: each seed draws another one. Its key comes from a run, or from a rule of the library, never from the author. */
export interface Generator {
  /** Unique among all generators, kebab-case. Never renamed: answers are stored under it. */
  readonly id: string;
  readonly concept: string;
  readonly claims: readonly string[];
  readonly kind: ItemKind;
  /** A draw in which no choice is right is thrown away, instead of being the author's mistake. */
  readonly mayHaveNone?: boolean;
  /** Draws the words, the numbers and the run of one variant. */
  readonly draw: (draw: Draw) => Draft;
}

export const defineGenerator = (generator: Generator): Generator => generator;

/** Draws that are thrown away before the generator counts as broken. */
const mostRedraws = 200;

/** The variant of a seed: the same seed, the same item, key and all. One that is too easily guessed is drawn again. Its id is the generator's. */
export function variantOf(generator: Generator, seed: string | number): Item {
  const { id, concept, claims, kind } = generator;
  for (let round = 0; round < mostRedraws; round += 1) {
    const draw = new Draw(chanceOf(`${id}/${seed}/${round}`));
    const draft = drawn(generator, draw);
    if (!draft) continue;
    if (draft.kind !== kind) throw new Error(`generator ${id}: drew a ${draft.kind} item, not ${kind}`);
    const item = keyed({ ...draft, id, concept, claims } as AuthoredItem, generator, seed, draw);
    if (item && chanceScore(item) <= mostChance) return item;
  }
  throw new Error(`generator ${id}: no draw of seed ${seed} is good after ${mostRedraws}; need less`);
}

/** The item with its key; undefined for one without a right choice where that may be. */
function keyed(
  item: AuthoredItem,
  generator: Generator,
  seed: string | number,
  draw: Draw,
): Item | undefined {
  try {
    return derive(item, { file: `content/generators seed ${seed}`, names: draw.names });
  } catch (error) {
    if (generator.mayHaveNone && error instanceof DeriveFault && error.rule === noneHappens) return undefined;
    throw error;
  }
}

function drawn(generator: Generator, draw: Draw): Draft | undefined {
  try {
    return withoutTwins(generator.draw(draw));
  } catch (error) {
    if (error instanceof Redraw) return undefined;
    throw error;
  }
}

/** Drawn numbers may lead two mistakes to the same wrong one: the mistake that is named first has it. */
function withoutTwins(draft: Draft): Draft {
  if (draft.kind !== 'numeric' || !draft.wrong) return draft;
  const first = new Map(draft.wrong.toReversed().map((one) => [one.answer, one]));
  return { ...draft, wrong: draft.wrong.filter((one) => first.get(one.answer) === one) };
}
