import type { Belief } from '../cluster/belief';
import type { Parting } from '../lab/believed-parting';
import type { Scenario } from '../lab/scenario';

/**
 * What a browser sees of a quiz, in one language. Options have no ids of their own: an option is its place in this attempt,
 * and the places are shuffled anew for each try. Nothing here tells a right option from a wrong one, before an answer.
 */
export interface PublicItem {
  readonly id: string;
  readonly kind:
    | 'single'
    | 'multiple'
    | 'predict'
    | 'order'
    | 'match'
    | 'numeric'
    | 'yaml'
    | 'hotspot'
    | 'lab';
  /** Each try is another variant. */
  readonly isGenerated?: boolean;
  readonly question: string;
  /** Choices, steps or regions by place; none where a text or a lab's log is the answer. */
  readonly options: readonly PublicOption[];
  /** Of a match item: what a choice is to be found for, by place. */
  readonly stems?: readonly string[];
  /** Of a yaml item the manifest with `___` for each blank; of a hotspot the text that the regions are lines of. */
  readonly source?: string;
  /** Of a numeric item: shown beside the field. */
  readonly unit?: string;
  /** Of a hotspot: whether one region is asked for, or all that there are. */
  readonly chooses?: 'one' | 'several';
  /** Of a lab item: the lab to be opened. */
  readonly lab?: string;
  readonly hintCount: number;
  /** `new`: not answered; `firstTry`: right at the first try; `later`: right later; `wrong`: answered, not yet right. */
  readonly state: ItemState;
  /** Number of the try that is open now, from 1. */
  readonly tryNumber: number;
  /** What was said of the answer that was right, to who gave it. */
  readonly result?: AnswerResult;
}

export interface PublicOption {
  readonly text: string;
  readonly glyph?: string;
  /** First and last line in `source`, from 1. */
  readonly lines?: readonly [number, number];
}

export type ItemState = 'new' | 'firstTry' | 'later' | 'wrong';

export interface PublicQuiz {
  readonly attempt: string;
  readonly lesson: string;
  readonly items: readonly PublicItem[];
}

/**
 * `response`: single, multiple, predict and hotspot: the chosen places. Order: the places from the earliest to the latest, each
 * once. Match: for each stem by place the place of its choice, -1 for none. Numeric: one text. Yaml: a text for each blank.
 */
export interface AnswerRequest {
  readonly attempt: string;
  readonly item: string;
  readonly tryNumber: number;
  readonly response: readonly number[] | readonly string[];
  readonly sure: boolean;
  /** Made by the browser, once for each press of Answer: the same id is the same answer, however often it arrives. */
  readonly submission: string;
  /** How far the reader's clock is ahead of UTC: the answer counts for the reader's own day. */
  readonly utcOffsetMinutes?: number;
}

/** What somebody believes who answers so, and the run in which it shows. */
export interface BelievedAnswer {
  readonly text: string;
  /** Absent where the belief is no machine's, or makes no difference in the item's run. */
  readonly run?: BelievedPlay;
}

/** An item's run twice, to be played side by side: as it is, and as it is believed to be. */
export interface BelievedPlay {
  /** Opens where both are still the same, a little before the command after which they part. */
  readonly scenario: Scenario;
  /** Held from its own `sinceMs` on. */
  readonly belief: Belief;
  /** A little beyond where they part. */
  readonly untilMs: number;
  readonly parting: Parting;
}

export interface AnswerResult {
  readonly item: string;
  readonly correct: boolean;
  /** 0 to 1. */
  readonly points: number;
  /** By place. `right`: belongs to the answer; `near`: a region beside it. For order items, `placeInOrder` is one right order, from 0. */
  readonly options: readonly {
    readonly chosen: boolean;
    readonly right: boolean;
    readonly near?: boolean;
    readonly because?: string;
    readonly placeInOrder?: number;
  }[];
  /** Of a match item, by place: `answer` is the place of the right choice. */
  readonly stems?: readonly { readonly right: boolean; readonly answer: number; readonly because: string }[];
  /** Of a numeric item one, of a yaml item one for each blank: what is right there, and what is said of what was written. */
  readonly texts?: readonly {
    readonly right: boolean;
    readonly answer: string;
    readonly because: string;
    /** The lowest and the highest number that count as right, in the unit of the item. */
    readonly accepts?: readonly [number, number];
  }[];
  /** Of a lab item. */
  readonly goals?: readonly { readonly text: string; readonly met: boolean }[];
  /** Empty for a lab that is not solved. */
  readonly explanation: string;
  readonly state: ItemState;
  /** What was answered, by place or as texts: for who comes back to it. */
  readonly given?: readonly number[] | readonly string[];
  /** What the wrong parts come from. */
  readonly believed?: readonly BelievedAnswer[];
  /** The reader's own date on which the concept comes back, `2026-11-29`. */
  readonly dueDay?: string;
}

export interface LessonProgress {
  /** Ids of sections that were read. */
  readonly sections: readonly string[];
  readonly items: Readonly<Record<string, ItemState>>;
  /** Ids of labs that replayed to solved on the server. */
  readonly labs: readonly string[];
}

/** By lesson slug; lessons without any progress are absent. */
export interface Progress {
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

/** Every refusal of `/api` has this body. `code` is for programs, `message` for people, in the language of the request. */
export interface ApiError {
  readonly error: { readonly code: string; readonly message: string };
}

/** 409 `already-answered`: the try counts with another submission's answer, and this is its result. */
export interface AlreadyAnswered extends ApiError {
  readonly result: AnswerResult;
}
