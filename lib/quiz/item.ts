import type { Json } from '../cluster/objects';
import type { Text } from '../text';
import type { Asks } from './asks';
import type { Run } from './run';

/**
 * Items as they are graded, with their keys. A file that imports a value of these starts with `import 'server-only'`;
 * what a browser may see of an item is `PublicItem` (public.ts). An author may leave the key to a run: see authored.ts.
 */
export interface ItemBase {
  /** Unique in its lesson, kebab-case. Never renamed: answers are stored under it. */
  readonly id: string;
  /** What knowing the answer proves, kebab-case: `statefulset-order`. */
  readonly concept: string;
  /** Claims of the study notes that the item asks. */
  readonly claims: readonly string[];
  readonly question: Text;
  readonly hints: readonly Text[];
  /** Said after every answer, below the reasons. */
  readonly explanation: Text;
  /** The run that the item asks about: a belief is played on it. */
  readonly run?: Run;
  /** What of the run the key was read from. */
  readonly asks?: Asks;
}

export interface Choice {
  readonly text: Text;
  readonly correct: boolean;
  /** Why this choice is right or wrong; shown after an answer. */
  readonly because: Text;
  /** The entry of content/misconceptions.ts that leads here; for wrong choices. */
  readonly misconception?: string;
}

export interface SingleItem extends ItemBase {
  readonly kind: 'single';
  readonly choices: readonly Choice[];
}

export interface MultipleItem extends ItemBase {
  readonly kind: 'multiple';
  readonly choices: readonly Choice[];
}

/** What happens next: one choice, and its key comes from a run. */
export interface PredictItem extends ItemBase {
  readonly kind: 'predict';
  readonly choices: readonly Choice[];
}

export interface Step {
  readonly id: string;
  readonly text: Text;
  /** Names the lane that is drawn beside the step; it must not give the order away. */
  readonly glyph?: 'marked' | 'gone' | 'created' | 'running' | 'ready' | 'pending';
}

/** Steps to be put in order. Only the pairs in `before` count, so every legal order is right. */
export interface OrderItem extends ItemBase {
  readonly kind: 'order';
  readonly steps: readonly Step[];
  /** `[earlier, later]`, by step id; without cycles. */
  readonly before: readonly (readonly [string, string])[];
  /** What somebody believes who puts `[first, second]` in that, wrong, order. */
  readonly turned?: readonly { readonly pair: readonly [string, string]; readonly misconception: string }[];
}

/** To each stem one choice; a choice may serve many stems or none. */
export interface MatchItem extends ItemBase {
  readonly kind: 'match';
  readonly choices: readonly { readonly id: string; readonly text: Text }[];
  readonly stems: readonly MatchStem[];
}

export interface MatchStem {
  readonly text: Text;
  /** Id of the right choice. */
  readonly choice: string;
  readonly because: Text;
  /** By the id of a wrong choice: what leads there. */
  readonly wrong?: Readonly<Record<string, string>>;
}

/** How far from the number an answer may be. `relative` to a: a ± |a|·t; `nominal`: a ± t; `geometric`: a/(1+t) to a·(1+t). */
export interface Tolerance {
  readonly by: 'relative' | 'nominal' | 'geometric';
  readonly t: number;
}

export interface NumericItem extends ItemBase {
  readonly kind: 'numeric';
  /** In the first of `units`, where there are some. */
  readonly answer: number;
  /** Without it the number itself is asked for. */
  readonly tolerance?: Tolerance;
  /** Names as they are typed behind the number; `times`: how many of the first unit one of this is. The first is shown beside the field. */
  readonly units?: readonly { readonly name: string; readonly times: number }[];
  /** What the right number in an unknown unit costs, 0 to 1. Without it such an answer is none. */
  readonly unitPenalty?: number;
  readonly because: Text;
  /** Numbers that a misconception leads to, with what is said of them. */
  readonly wrong?: readonly {
    readonly answer: number;
    readonly because: Text;
    readonly misconception?: string;
  }[];
}

/** A manifest with blanks, each written `___`. Filled in it must mean what it means with the key. */
export interface YamlItem extends ItemBase {
  readonly kind: 'yaml';
  readonly source: string;
  /** In the order in which they stand in the source. */
  readonly blanks: readonly YamlBlank[];
}

export interface YamlBlank {
  /** What is written there, as text: the key, and what an answer shows. */
  readonly text: string;
  /** The place of the value in the document, dotted; absent for a blank that is a field's name. */
  readonly path?: string;
  /** Other values that are as good there, in their types. */
  readonly accepts?: readonly Json[];
  /** Its share of the points against the other blanks; 1 unless said otherwise. */
  readonly weight?: number;
  readonly because: Text;
  /** Values of mistakes, compared in their types. */
  readonly wrong?: readonly {
    readonly value: Json;
    readonly because: Text;
    readonly misconception?: string;
  }[];
}

/** Something to be found in a text: the fault, the line that does it. */
export interface HotspotItem extends ItemBase {
  readonly kind: 'hotspot';
  /** The text that the regions are lines of; without it they are a list of names. */
  readonly source?: string;
  readonly regions: readonly Region[];
}

export interface Region {
  /** The region in words; with `lines` what a screen reader says beside them. */
  readonly text: Text;
  /** First and last line in the source, from 1. Regions don't overlap. */
  readonly lines?: readonly [number, number];
  /** 1: found. Above 0: near it, worth so much. 0: something else. */
  readonly points: number;
  readonly because: Text;
  readonly misconception?: string;
}

/** A lab of the lesson as an item: answered by what was done in it, worth the goals that it reaches. */
export interface LabItem extends ItemBase {
  readonly kind: 'lab';
  /** Id of the lab in the lesson's `lab.ts`. */
  readonly lab: string;
  /** The lab's goals, in its order. */
  readonly goals: readonly { readonly id: string; readonly text: Text; readonly weight?: number }[];
}

export type ChoiceItem = SingleItem | MultipleItem | PredictItem;
export type Item = ChoiceItem | OrderItem | MatchItem | NumericItem | YamlItem | HotspotItem | LabItem;
export type ItemKind = Item['kind'];

export const hasChoices = (item: Item): item is ChoiceItem =>
  item.kind === 'single' || item.kind === 'multiple' || item.kind === 'predict';

/** Whether at most one of the options can be chosen. */
export const choosesOne = (item: Item): boolean =>
  item.kind === 'single' || item.kind === 'predict' || (item.kind === 'hotspot' && faultCount(item) === 1);

export const faultCount = ({ regions }: HotspotItem): number =>
  regions.filter(({ points }) => points === 1).length;

/** How many options can be chosen or put in order; none where a text or a log is the answer. */
export function optionCount(item: Item): number {
  switch (item.kind) {
    case 'order':
      return item.steps.length;
    case 'hotspot':
      return item.regions.length;
    case 'numeric':
    case 'yaml':
    case 'lab':
      return 0;
    default:
      return item.choices.length;
  }
}
