import 'server-only';
import { chanceAfter, requestedRetention } from './curve';
import { dayAt, daysBetween } from './day';
import type { RatedDay, RatingReason, ReviewedConcept } from './public';
import { ratingName } from './rate';
import { cardsAfter, type LoggedRating, ratingsThatCount } from './replay';
import type { CardState } from './scheduler';

/** A rating with what is kept of its answer; null when that is gone. */
export interface ExplainedRating extends LoggedRating {
  readonly answer: { readonly correct: boolean; readonly hintsUsed: number | null } | null;
}

export type WhyThisDate = Omit<ReviewedConcept, 'concept' | 'title' | 'lesson'>;

/** Everything that a card's date is made of, as of a day of the learner. */
export function whyThisDate(
  card: CardState,
  logged: readonly ExplainedRating[],
  concept: string,
  today: string,
): WhyThisDate {
  const ratings = ratingsThatCount(logged);
  const intervals = cardsAfter(ratings, concept).map(({ scheduledDays }) => scheduledDays);
  const dueDay = dayAt(card.due);
  return {
    dueDay,
    inDays: daysBetween(today, dueDay),
    retrievability: retrievabilityOn(card, today),
    requestedRetention,
    stabilityDays: card.stability,
    difficulty: card.difficulty,
    reviews: card.reps,
    lapses: card.lapses,
    ratings: ratings.map((one, at) => ratedDay(one, intervals[at] ?? 0)).reverse(),
  };
}

/** The chance that what a card stands for is still known on a day. */
export const retrievabilityOn = (card: CardState, day: string): number =>
  chanceAfter(card.lastReview ? daysBetween(dayAt(card.lastReview), day) : 0, card.stability);

const ratedDay = (one: ExplainedRating, intervalDays: number): RatedDay => ({
  day: one.day,
  rating: ratingName(one.rating),
  reason: reasonOf(one),
  intervalDays,
});

/** Why the rating was given (rate.ts), read off what is kept. */
function reasonOf({ rating, answer }: ExplainedRating): RatingReason {
  const name = ratingName(rating);
  if (name !== 'hard') return name === 'again' ? 'wrong' : 'right';
  if (answer && !answer.correct) return 'almostRight';
  return (answer?.hintsUsed ?? 0) > 0 ? 'rightWithHint' : 'rightLater';
}
