import 'server-only';
import type { Transaction } from './db';

/** An answer that was just kept, as the review takes it. */
export interface RatedAnswer {
  readonly id: number;
  readonly concept: string;
  readonly kind: string;
  readonly tryNumber: number;
  readonly correct: boolean;
  readonly points: number;
  readonly hintsUsed: number;
  readonly createdAt: Date;
  /** The learner's own date. */
  readonly day: string;
}

/** Rates a concept by an answer, in the transaction that keeps it: of a learner's day the first answer about a concept counts. Resolves with the day on which the concept comes back. */
export async function rateAnswer(
  _tx: Transaction,
  _learner: string,
  _answer: RatedAnswer,
): Promise<string | undefined> {
  return undefined;
}
