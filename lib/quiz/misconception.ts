import type { Belief } from '../cluster/belief';
import type { Text } from '../text';

/** Something that is believed of Kubernetes and is not so. Wrong choices name it by its id. */
export interface Misconception {
  /** Kebab-case. Never renamed: answers are counted under it. */
  readonly id: string;
  readonly concept: string;
  /** The belief as a sentence, as somebody would say it who holds it. */
  readonly text: Text;
  /** The machine whose rule is believed to be another; absent where no machine is. */
  readonly belief?: Belief;
}

export const defineMisconceptions = (misconceptions: readonly Misconception[]): readonly Misconception[] =>
  misconceptions;
