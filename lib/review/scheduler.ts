import 'server-only';
import { type Card, createEmptyCard, fsrs, type Grade, type State, StrategyMode } from 'ts-fsrs';
import { mostDays, requestedRetention } from './curve';
import { addDays, dayAt, daysBetween, momentOf } from './day';

/** What a card is after its ratings: the columns that FSRS makes. `due` and `lastReview` are days of the learner (day.ts). */
export interface CardState {
  readonly due: Date;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
  readonly lastReview: Date | null;
}

/** Whole days, since nobody comes back after ten minutes; what was forgotten comes back tomorrow. FSRS' own weights. */
const settings = {
  request_retention: requestedRetention,
  maximum_interval: mostDays,
  learning_steps: [],
  relearning_steps: ['1d'] as const,
};

/**
 * The card after a rating on a day of the learner, 1 to 4 as FSRS counts them; `before` is undefined for the first. It is due after 1 to
 * 180 days. With a `seed`, dates some days away are moved a little, so that what was learned together does not always come back
 * together; the same seed and the same card move them alike. Throws for a day that is not after the last rating's.
 */
export function nextCard(
  before: CardState | undefined,
  rating: number,
  day: string,
  seed?: string,
): CardState {
  const last = before?.lastReview && dayAt(before.lastReview);
  if (last && daysBetween(last, day) < 1)
    throw new Error(`a card is rated once a day, in order: ${day} is not after ${last}`);
  const scheduler = fsrs({ ...settings, enable_fuzz: seed !== undefined });
  scheduler.useStrategy(StrategyMode.SEED, () => `${seed}/${before?.reps ?? 0}`);
  const { card } = scheduler.next(fsrsCard(before, day), momentOf(day), rating as Grade);
  // FSRS goes beyond its own maximum by a day, to keep Good later than Hard.
  const scheduledDays = Math.max(1, Math.min(mostDays, card.scheduled_days));
  const { stability, difficulty, reps, lapses, state } = card;
  return {
    ...{ stability, difficulty, reps, lapses, state, scheduledDays },
    due: momentOf(addDays(day, scheduledDays)),
    learningSteps: card.learning_steps,
    lastReview: momentOf(day),
  };
}

function fsrsCard(before: CardState | undefined, day: string): Card {
  const empty = createEmptyCard(momentOf(day));
  if (!before) return empty;
  const { due, stability, difficulty, reps, lapses, lastReview } = before;
  return {
    ...empty,
    ...{ due, stability, difficulty, reps, lapses },
    state: before.state as State,
    scheduled_days: before.scheduledDays,
    learning_steps: before.learningSteps,
    ...(lastReview && { last_review: lastReview }),
  };
}
