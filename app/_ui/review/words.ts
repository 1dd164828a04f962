import type { RatingName, RatingReason } from '@/lib/review/public';
import type { Locale } from '@/lib/text';
import type { Counted } from './reader-dates';
import { en } from './words-en';
import { zh } from './words-zh';

/** Every word of the page of review in one language. `{name}` is filled in. */
export interface ReviewWords {
  readonly title: string;
  readonly lead: string;
  readonly loading: string;
  readonly noScript: string;
  readonly due: Counted;
  readonly minutes: Counted;
  readonly most: Counted;
  readonly doneToday: string;
  readonly nothingDue: string;
  /** Questions of today's review. */
  readonly open: Counted;
  readonly next: string;
  readonly nextMany: Counted;
  readonly instead: Readonly<Record<'goOn' | 'begin' | 'play', string>>;
  readonly empty: string;
  readonly emptyAction: string;
  readonly offline: string;
  readonly offlineKept: string;
  readonly waiting: Counted;
  readonly failed: string;
  readonly failedKept: string;
  readonly again: string;
  readonly questions: string;
  readonly dates: string;
  readonly datesLead: string;
  readonly later: string;
  readonly laterLead: string;
  readonly known: string;
  readonly answeredToday: string;
  readonly why: WhyWords;
}

/** What is said of a date. */
export interface WhyWords {
  readonly open: string;
  readonly date: string;
  readonly noRating: string;
  readonly rule: Counted;
  readonly ruleAgain: Counted;
  readonly chance: string;
  readonly chanceLater: string;
  readonly memory: string;
  readonly memoryText: Counted;
  readonly memoryLevels: Readonly<Record<'short' | 'weeks' | 'months', string>>;
  readonly difficulty: string;
  readonly difficultyText: string;
  readonly difficultyLevels: Readonly<Record<'low' | 'medium' | 'high', string>>;
  readonly asked: string;
  readonly askedText: string;
  readonly reviews: Counted;
  readonly lapses: Counted;
  readonly neverLapsed: string;
  readonly days: string;
  readonly columns: Readonly<Record<'day' | 'answer' | 'rating' | 'interval', string>>;
  readonly interval: Counted;
  readonly reasons: Readonly<Record<RatingReason, string>>;
  readonly ratings: Readonly<Record<RatingName, string>>;
  readonly firstOnly: string;
}

export const reviewWords: Readonly<Record<Locale, ReviewWords>> = { en, zh };
