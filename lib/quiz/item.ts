import type { Text } from '../text';

/**
 * Items as authors write them, with their keys. A file that imports a value of these starts with `import 'server-only'`;
 * what a browser may see of an item is `PublicItem` (public.ts).
 */
interface ItemBase {
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
}

export interface Choice {
  readonly text: Text;
  readonly correct: boolean;
  /** Why this choice is right or wrong; shown after an answer. */
  readonly because: Text;
}

export interface SingleItem extends ItemBase {
  readonly kind: 'single';
  readonly choices: readonly Choice[];
}

export interface MultipleItem extends ItemBase {
  readonly kind: 'multiple';
  readonly choices: readonly Choice[];
}

/** Steps to be put in order. Only the pairs in `before` count, so every legal order is right. */
export interface OrderItem extends ItemBase {
  readonly kind: 'order';
  /** `glyph` names the lane that is drawn beside the step; it must not give the order away. */
  readonly steps: readonly {
    readonly id: string;
    readonly text: Text;
    readonly glyph?: 'marked' | 'gone' | 'created' | 'running' | 'ready' | 'pending';
  }[];
  /** `[earlier, later]`, by step id; without cycles. */
  readonly before: readonly (readonly [string, string])[];
}

export type Item = SingleItem | MultipleItem | OrderItem;

export interface LessonQuiz {
  readonly items: readonly Item[];
}

export const defineQuiz = (quiz: LessonQuiz): LessonQuiz => quiz;

export const optionCount = (item: Item): number =>
  item.kind === 'order' ? item.steps.length : item.choices.length;
