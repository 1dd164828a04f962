import type { RatingName, RatingReason } from './public';

/** ts-fsrs' Rating, as it is stored. */
export const ratingNumbers = { again: 1, hard: 2, good: 3, easy: 4 } as const satisfies Record<
  RatingName,
  number
>;

const names: readonly RatingName[] = ['again', 'hard', 'good', 'easy'];

/** Throws for a number that is no rating. */
export function ratingName(rating: number): RatingName {
  const name = names[rating - 1];
  if (!name) throw new Error(`${rating} is no rating; FSRS knows 1 to 4`);
  return name;
}

/** What a rating is made of. */
export interface Graded {
  /** The item's. */
  readonly kind: string;
  /** From 1. */
  readonly tryNumber: number;
  readonly correct: boolean;
  /** 0 to 1. */
  readonly points: number;
  readonly hintsUsed: number;
}

export interface Rated {
  readonly rating: RatingName;
  readonly reason: RatingReason;
}

/** From so many points on an answer that is not right is nearly so. */
const nearlyRight = 0.75;

/**
 * The rating of an answer, if it is the first of the learner's day about its concept. Wrong: again. With at least three quarters of the
 * points, with a hint, or right at a later try: hard, which in FSRS is passed. Right: good. Easy is never given: nobody is asked how hard
 * it was. A check of a lab that does not solve it rates nothing: it is how one works in a lab, not what one says to know, and
 * unfinished is not wrong. The check that solves it rates, by its number.
 */
export function ratingOf({ kind, tryNumber, correct, points, hintsUsed }: Graded): Rated | undefined {
  if (kind === 'lab' && !correct) return undefined;
  if (!correct)
    return points >= nearlyRight
      ? { rating: 'hard', reason: 'almostRight' }
      : { rating: 'again', reason: 'wrong' };
  if (hintsUsed > 0) return { rating: 'hard', reason: 'rightWithHint' };
  if (tryNumber > 1) return { rating: 'hard', reason: 'rightLater' };
  return { rating: 'good', reason: 'right' };
}
