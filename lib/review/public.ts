import type { Knowledge, KnowledgeReason } from '../statistics/knowledge';

/** What a browser sees of review and of what is known, in one language. Dates are the learner's own, `2026-11-26`. */
export interface ConceptName {
  /** Its id, kebab-case. */
  readonly concept: string;
  readonly title: string;
  /** The lesson that teaches it; its text may not be written yet. */
  readonly lesson: { readonly slug: string; readonly title: string; readonly isWritten: boolean };
}

export type RatingName = 'again' | 'hard' | 'good' | 'easy';

/** Why an answer was rated so: the rows of the rating map (rating.ts). */
export type RatingReason = 'wrong' | 'rightWithHint' | 'almostRight' | 'rightLater' | 'right';

export interface RatedDay {
  readonly day: string;
  readonly rating: RatingName;
  readonly reason: RatingReason;
  /** Days until it was to come back. */
  readonly intervalDays: number;
}

/** A concept with the date on which it comes back, and everything that the date is made of. */
export interface ReviewedConcept extends ConceptName {
  readonly dueDay: string;
  /** Days from today; negative: it is late by so many. */
  readonly inDays: number;
  /** The chance that it is still known today, 0 to 1. */
  readonly retrievability: number;
  /** The chance at which it is asked again, 0 to 1. */
  readonly requestedRetention: number;
  /** FSRS: days after which the chance is .9, and how hard it is for this learner, 1 to 10. */
  readonly stabilityDays: number;
  readonly difficulty: number;
  readonly reviews: number;
  readonly lapses: number;
  /** Newest first. */
  readonly ratings: readonly RatedDay[];
}

/** GET /api/review. */
export interface ReviewState {
  readonly today: string;
  /** The longest due first. */
  readonly due: readonly ReviewedConcept[];
  /** The soonest first. */
  readonly later: readonly ReviewedConcept[];
  /** Questions of today's review that are not right yet. */
  readonly open: number;
}

export interface KnownTry {
  readonly id: string;
  readonly day: string;
  readonly isRight: boolean;
  /** With a hint. */
  readonly isAided: boolean;
  /** In a lesson's quiz or in a review. */
  readonly where: 'lesson' | 'review';
}

export interface KnownConcept extends ConceptName {
  readonly state: Knowledge;
  readonly because: readonly KnowledgeReason[];
  /** What the state rests on, newest first. */
  readonly tries: readonly KnownTry[];
  readonly dueDay?: string;
}

/** GET /api/knowledge: every concept that can be asked, in the order of the course. */
export interface KnowledgeOfConcepts {
  readonly today: string;
  readonly concepts: readonly KnownConcept[];
}
