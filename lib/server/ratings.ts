import 'server-only';
import { dayAt, momentOf } from '@/lib/review/day';
import { type Graded, ratingNumbers, ratingOf } from '@/lib/review/rate';
import { ratingsThatCount, replayRatings } from '@/lib/review/replay';
import type { CardState } from '@/lib/review/scheduler';
import type { Transaction } from './db';
import { canBeReviewed } from './review-pool';

/** An answer that was just kept, as the review takes it. */
export interface RatedAnswer extends Graded {
  readonly id: number;
  readonly concept: string;
  readonly createdAt: Date;
  /** The learner's own date. */
  readonly day: string;
}

/**
 * Rates a concept by an answer, in the transaction that keeps it: of a learner's day the first answer about a concept counts, in a
 * lesson or in a review, and later ones are practice. An answer is rated once, however often this is called. The first rating makes the
 * card. Resolves with the day on which the concept comes back; undefined for an answer that rates nothing (rate.ts), and for a
 * concept that no review can ask.
 */
export async function rateAnswer(
  tx: Transaction,
  learner: string,
  answer: RatedAnswer,
): Promise<string | undefined> {
  const rated = ratingOf(answer);
  if (!rated) return undefined;
  const { concept, day } = answer;
  const card = await tx.reviewCard.findUnique({
    where: { learnerId_concept: { learnerId: learner, concept } },
    include: { logs: true },
  });
  const logs = card?.logs ?? [];
  const last = ratingsThatCount(logs).at(-1);
  const counts = (!last || day > last.day) && !logs.some(({ answerId }) => answerId === answer.id);
  const { due } =
    card && !counts ? card : await keepRating(tx, learner, answer, ratingNumbers[rated.rating], card);
  return canBeReviewed(concept) ? dayAt(due) : undefined;
}

type StoredCard = CardState & { readonly id: number };

/** Logs the rating beside the card as it was before it, and makes the card anew from all its ratings. */
async function keepRating(
  tx: Transaction,
  learnerId: string,
  { id: answerId, concept, createdAt: reviewedAt, day }: RatedAnswer,
  rating: number,
  card: StoredCard | null,
): Promise<CardState> {
  const { id: cardId, ...before } =
    card ??
    (await tx.reviewCard.create({ data: { learnerId, concept, createdAt: reviewedAt, ...unrated(day) } }));
  const { state, due, stability, difficulty, scheduledDays, learningSteps } = before;
  const memory = { state, due, stability, difficulty, scheduledDays, learningSteps };
  await tx.reviewLog.create({ data: { cardId, answerId, rating, reviewedAt, day, ...memory } });
  const ratings = ratingsThatCount(await tx.reviewLog.findMany({ where: { cardId } }));
  const after = replayRatings(ratings, concept);
  await tx.reviewCard.update({ where: { id: cardId }, data: { ...after } });
  return after;
}

const unrated = (day: string): CardState => ({
  due: momentOf(day),
  stability: 0,
  difficulty: 0,
  scheduledDays: 0,
  learningSteps: 0,
  reps: 0,
  lapses: 0,
  state: 0,
  lastReview: null,
});
