import type { Json } from '../cluster/objects';
import type { Counted } from '../lab/counted';
import type { Text } from '../text';
import type { Happening } from './happening';
import type {
  Choice,
  Item,
  ItemBase,
  LabItem,
  MatchItem,
  MatchStem,
  NumericItem,
  OrderItem,
  Step,
} from './item';
import type { Run } from './run';

/**
 * Items as authors write them: with their key, or with what the key is read from in a run of the engine. `derive` (derive.ts)
 * makes the plain item of either.
 */
export type AuthoredItem = Item | HappenedItem | HappensOrder | ReadMatch | ReadNumeric | AuthoredLab;

/** An item whose key is read from a run: its own, or a scenario of the lesson's `lab.ts` by its id. */
interface FromRun extends Omit<ItemBase, 'run'> {
  readonly run: Run | ({ readonly scenario: string } & Pick<Run, 'isOfSeed'>);
}

export interface HappenedChoice extends Omit<Choice, 'correct' | 'because'> {
  /** Two reasons where the author can't know which of them is called for. */
  readonly because: Text | { readonly right: Text; readonly wrong: Text };
  /** The choice is right if this is so at `judgedAtMs`. */
  readonly happened: Happening;
}

/** Choices are judged at one moment of the run. */
export interface HappenedItem extends FromRun {
  readonly kind: 'single' | 'multiple' | 'predict';
  readonly judgedAtMs: number;
  readonly choices: readonly HappenedChoice[];
}

/** Pairs of steps that come in one order in the run of every seed are fixed; all others are free. */
export interface HappensOrder extends FromRun, Pick<OrderItem, 'kind' | 'turned'> {
  /** Counted from here: a step that is so before it has not happened yet; 0 unless said otherwise. */
  readonly fromMs?: number;
  readonly untilMs: number;
  /** `happens`: the step happens at the first moment at which this is so. */
  readonly steps: readonly (Step & { readonly happens: Happening })[];
}

/** Each stem is an object whose value at a path says the choice. */
export interface ReadMatch extends FromRun, Pick<MatchItem, 'kind'> {
  readonly judgedAtMs: number;
  readonly choices: readonly (MatchItem['choices'][number] & { readonly value: Json })[];
  readonly stems: readonly (Omit<MatchStem, 'choice'> & { readonly reads: Reading })[];
}

/** What a number or a value is read from. Paths are dotted; `Kind/name` in the namespace `default`, or of the whole cluster. */
export type Reading =
  | { readonly object: string; readonly path: string; readonly atMs: number }
  | { readonly count: Counted; readonly atMs: number }
  /** The largest or smallest count at any moment from `fromMs` on. */
  | { readonly most: Counted; readonly fromMs: number; readonly untilMs: number }
  | { readonly least: Counted; readonly fromMs: number; readonly untilMs: number }
  /** How many were created, those that are gone included. */
  | { readonly created: Counted; readonly fromMs: number; readonly untilMs: number }
  /** Seconds from `fromMs` to the first moment from there on at which this is so. */
  | { readonly first: Happening; readonly fromMs: number; readonly untilMs: number };

export interface ReadNumeric extends FromRun, Omit<NumericItem, 'answer' | keyof ItemBase> {
  readonly reads: Reading;
}

/** A lab item's goals are those of its lab; each weighs 1 unless `weights` says otherwise. */
export interface AuthoredLab extends Omit<LabItem, 'goals'> {
  readonly weights?: Readonly<Record<string, number>>;
}

/** A generator of content/generators in a quiz, by its id: each try shows another variant. */
export interface AuthoredGenerated {
  readonly kind: 'generated';
  /** Unique in its lesson, kebab-case. Never renamed: answers are stored under it. */
  readonly id: string;
  readonly generator: string;
}

/** What a lesson's `quiz.ts` exports as default. */
export interface AuthoredQuiz {
  readonly items: readonly (AuthoredItem | AuthoredGenerated)[];
}

export const defineQuiz = (quiz: AuthoredQuiz): AuthoredQuiz => quiz;
