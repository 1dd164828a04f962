import type { Knowledge } from '../statistics/knowledge';

/** What a browser sees of classes. Moments are in ms since 1970; shares are 0 to 1; texts of the course are in one language. */
export interface ClassSummary {
  readonly id: string;
  readonly name: string;
  readonly learners: number;
  readonly isOwner: boolean;
}

/** A class that the asker is a learner of. */
export interface MyPlace {
  readonly classroom: string;
  readonly className: string;
  readonly nickname: string;
  readonly joinedAtMs: number;
}

/** GET /api/classes. */
export interface ClassList {
  /** Has an account, which it takes to make a class. */
  readonly mayMake: boolean;
  readonly classes: readonly ClassSummary[];
  readonly places: readonly MyPlace[];
}

export interface ClassLearnerView {
  /** The place in the class. */
  readonly id: string;
  readonly nickname: string;
  readonly joinedAtMs: number;
  readonly lastSeenAtMs: number | null;
}

export interface JoinCodeState {
  readonly id: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  readonly state: 'open' | 'ended' | 'over' | 'usedUp';
  readonly maxUses: number | null;
  readonly uses: number;
}

/** GET /api/classes/ID. */
export interface ClassView {
  readonly id: string;
  readonly name: string;
  readonly isOwner: boolean;
  readonly learners: readonly ClassLearnerView[];
  /** Newest first. */
  readonly codes: readonly JoinCodeState[];
}

/** POST /api/classes/ID/codes: the one time that a code is shown. */
export interface NewJoinCode {
  readonly id: string;
  readonly code: string;
  readonly expiresAtMs: number;
}

/** POST /api/join. */
export interface JoinedClass {
  readonly classroom: string;
  readonly className: string;
  readonly nickname: string;
  /** Shown this once; absent for who was in already. */
  readonly words?: string;
}

/** What a browser did before its reader typed their words. */
export interface DoneHere {
  readonly answers: number;
  readonly sections: number;
  readonly labs: number;
}

/**
 * POST /api/join/recover: back in, or the question that is to be answered first. `wasOther`: the browser was somebody else's until now, so
 * that what it still keeps is theirs.
 */
export type CameBack =
  | { readonly state: 'back'; readonly places: readonly MyPlace[]; readonly wasOther: boolean }
  | { readonly state: 'asks'; readonly done: DoneHere };

/** Why somebody needs the instructor, for `lessons` by their numbers and for concepts by their titles. */
export type Need =
  | { readonly kind: 'away'; readonly days: number }
  | { readonly kind: 'notBegun'; readonly days: number }
  | { readonly kind: 'wrongTwice'; readonly concepts: readonly string[] }
  | { readonly kind: 'low'; readonly lesson: number; readonly known: number; readonly asked: number }
  | { readonly kind: 'sureWrong'; readonly wrong: number; readonly sure: number }
  | { readonly kind: 'labsUnsolved'; readonly labs: number };

export interface ConceptCellView {
  readonly concept: string;
  readonly state: Knowledge;
  /** What the state rests on, newest first. */
  readonly tries: readonly { readonly atMs: number; readonly isRight: boolean; readonly isAided: boolean }[];
}

export interface GridCellView {
  /** `read`: begun, and nothing of it was asked yet. */
  readonly state: 'toCome' | 'read' | 'asked';
  readonly known: number;
  readonly asked: number;
  readonly sections: number;
  readonly labs: number;
  /** In the order of the column's concepts. */
  readonly concepts: readonly ConceptCellView[];
}

/** A share of a group; null where the group is too small for one. */
export interface GroupShare {
  readonly share: number | null;
  /** Learners who were asked. */
  readonly n: number;
}

export interface GridColumnView {
  readonly lesson: string;
  readonly number: number;
  readonly title: string;
  readonly sections: number;
  readonly labs: number;
  /** The mean over learners of how much is known of what they were asked. */
  readonly mean: GroupShare;
  readonly concepts: readonly { readonly id: string; readonly title: string; readonly known: GroupShare }[];
}

export interface GridRowView {
  readonly id: string;
  readonly nickname: string;
  /** The heaviest first. */
  readonly needs: readonly Need[];
  /** One a column. */
  readonly cells: readonly GridCellView[];
}

export interface WeakConcept {
  readonly title: string;
  readonly lesson: number;
  readonly known: number;
  readonly asked: number;
  readonly from: number;
  readonly to: number;
}

/** What to teach next, as far as the data say it. */
export type Advice =
  | { readonly kind: 'nobody' | 'nothingYet' }
  | { readonly kind: 'few'; readonly asked: number }
  | { readonly kind: 'weakest'; readonly concepts: readonly WeakConcept[] }
  | { readonly kind: 'allKnown'; readonly concepts: number };

/** What is believed by most, of those who were asked about its concept. */
export interface ClassBelief {
  readonly text: string;
  readonly n: number;
  readonly of: number;
}

/** GET /api/classes/ID/grid: who needs the instructor first stands first. */
export interface GridView {
  readonly name: string;
  /** The instructor's own date. */
  readonly today: string;
  readonly columns: readonly GridColumnView[];
  readonly rows: readonly GridRowView[];
  readonly advice: Advice;
  readonly belief?: ClassBelief;
}

/** One answer that was given, with how many of those who were asked gave it. */
export interface AnswerBar {
  /** Null: the right answer, or any other wrong one, of a question that is drawn anew for everybody. */
  readonly text: string | null;
  readonly isRight: boolean;
  readonly n: number;
  readonly of: number;
  /** Where the true share may lie with 95 % confidence. */
  readonly from: number;
  readonly to: number;
  /** What somebody believes who answers so. */
  readonly beliefs: readonly string[];
}

export interface FirstTryView {
  /** The place in the class. */
  readonly learner: string;
  readonly nickname: string;
  readonly atMs: number;
  /** Null where the question has changed since, or is another one for everybody. */
  readonly said: string | null;
  readonly isRight: boolean;
  readonly points: number;
  readonly sure: boolean;
  readonly hintsUsed: number | null;
}

export interface ItemView {
  readonly item: string;
  /** Its place in the quiz, from 1. */
  readonly number: number;
  /** Null for a question that is drawn anew for everybody. */
  readonly question: string | null;
  readonly concept: string;
  /** First tries at the question as it stands now. */
  readonly n: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  readonly sure: number;
  readonly sureWrong: number;
  /** First tries at an earlier form of it, which count nowhere here. */
  readonly earlier: number;
  /** An answer may be of several bars. */
  readonly isSeveral: boolean;
  /** Wrong ones first, the commonest first. Empty where nobody of the class has answered: what is right is told by no other way. */
  readonly bars: readonly AnswerBar[];
  readonly tries: readonly FirstTryView[];
}

/** GET /api/classes/ID/grid/LESSON. */
export interface LessonItems {
  readonly lesson: string;
  readonly number: number;
  readonly title: string;
  readonly items: readonly ItemView[];
}
