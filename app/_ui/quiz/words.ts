import type { Locale } from '@/lib/text';
import type { KindWords } from './kind-words';
import type { MarkState } from './quiz-item.machine';
import { en } from './words-en';
import { zh } from './words-zh';

/** Every word of a quiz that does not come with its items, in one language. `{name}` is filled in. */
export interface QuizWords {
  readonly quiz: string;
  readonly items: string;
  readonly itemOf: string;
  readonly mark: string;
  readonly states: Readonly<Record<MarkState, string>>;
  readonly legend: Readonly<Record<'firstTry' | 'later' | 'wrong' | 'new', string>>;
  readonly starting: string;
  readonly noScript: string;
  readonly nothing: string;
  readonly notLoaded: string;
  readonly loadAgain: string;
  readonly chooseAll: string;
  /** What a wrong answer comes from. */
  readonly asIf: string;
  readonly tryNumber: string;
  readonly otherVariant: string;
  readonly certainty: string;
  readonly sure: string;
  readonly notSure: string;
  readonly answer: string;
  readonly sending: string;
  readonly sendNow: string;
  readonly hint: string;
  readonly noHints: string;
  readonly hintNumber: string;
  readonly notices: Readonly<
    Record<
      | 'missing'
      | 'missingAny'
      | 'waits'
      | 'waitsInPage'
      | 'elsewhere'
      | 'anew'
      | 'offered'
      | 'hintFailed'
      | 'notReopened'
      | 'refused',
      string
    >
  >;
  readonly verdicts: Readonly<
    Record<'right' | 'partly' | 'wrong' | 'wrongOrder' | 'sureAndWrong' | 'known', string>
  >;
  /** Said below the verdict, where being sure and being right do not go together. */
  readonly calibration: Readonly<Record<'sureAndWrong' | 'rightNotSure', string>>;
  /** When the concept comes back. */
  /** `on` and `why` before the day on which a concept comes back, `now` and `review` from that day on. */
  readonly due: Readonly<Record<'on' | 'why' | 'now' | 'review', string>>;
  readonly announced: string;
  readonly saved: string;
  readonly marks: Readonly<Record<'yours' | 'yoursSure' | 'yoursNotSure' | 'happens' | 'alsoHolds', string>>;
  readonly signs: Readonly<Record<'right' | 'wrong', string>>;
  readonly order: Readonly<
    Record<
      | 'steps'
      | 'up'
      | 'down'
      | 'idle'
      | 'pickedUp'
      | 'putDown'
      | 'putBack'
      | 'moved'
      | 'yours'
      | 'rightOne'
      | 'otherOrders'
      | 'belongs'
      | 'stood'
      | 'samePlace',
      string
    >
  >;
  readonly kinds: KindWords;
  readonly next: string;
  readonly toSummary: string;
  readonly tryAgain: string;
  readonly reopening: string;
  readonly summary: Readonly<Record<'allFirst' | 'allRight' | 'mixed' | 'again' | 'item', string>>;
  readonly keys: Readonly<
    Record<'label' | 'choose' | 'sure' | 'answer' | 'hint' | 'pick' | 'move' | 'back', string>
  >;
}

export const quizWords: Record<Locale, QuizWords> = { en, zh };
