import type { Reading } from '../quiz/authored';
import type { Run } from '../quiz/run';

/**
 * A number that a text says and a run knows: `<Fact id="second-restart">10 s</Fact>`. A test plays the run and compares, to as many digits
 * as the text has. A text that only a run knows (a name, a reason) is compared whole.
 */
export interface Fact {
  /** Unique in its lesson, kebab-case. */
  readonly id: string;
  /** A scenario of the lesson's `lab.ts` by its id, or a run of its own. */
  readonly run: { readonly scenario: string } | Run;
  readonly reads: Reading;
  /** What the number that was read is multiplied with, where the text counts in another unit: 0.001 for seconds of a field in ms. */
  readonly times?: number;
}

export const defineFacts = (facts: readonly Fact[]): readonly Fact[] => facts;
