import 'server-only';
import { type CardState, nextCard } from './scheduler';

/** A rating as it was logged. `day`: the learner's own date then. */
export interface LoggedRating {
  readonly id: number;
  readonly rating: number;
  readonly reviewedAt: Date;
  readonly day: string;
}

/** Makes a concept's card from its ratings that count, oldest first, at least one. */
export type ReplayRatings = (ratings: readonly LoggedRating[], concept: string) => CardState;

/**
 * The ratings that count, oldest first: of each of the learner's days the first. One of a day that was over already when it was given,
 * as when somebody flies towards the west, does not count either.
 */
export function ratingsThatCount<Rating extends LoggedRating>(ratings: readonly Rating[]): Rating[] {
  const inOrder = [...ratings].sort((a, b) => Number(a.reviewedAt) - Number(b.reviewedAt) || a.id - b.id);
  let last = '';
  return inOrder.filter(({ day }) => {
    const counts = day > last;
    if (counts) last = day;
    return counts;
  });
}

/**
 * The card after each of the ratings that count, oldest first. The dates are moved by a seed of concept and first day: the same history
 * gives the same dates, whoever has it, so a card keeps its date when two learners become one.
 */
export function cardsAfter(ratings: readonly LoggedRating[], concept: string): readonly CardState[] {
  const cards: CardState[] = [];
  const seed = `${concept}/${ratings[0]?.day}`;
  for (const { rating, day } of ratings) cards.push(nextCard(cards.at(-1), rating, day, seed));
  return cards;
}

/** The card after all of them. Throws without any. */
export const replayRatings: ReplayRatings = (ratings, concept) => {
  const card = cardsAfter(ratings, concept).at(-1);
  if (!card) throw new Error(`the card of ${concept} has no rating to be made from`);
  return card;
};
