/**
 * What a browser sees of a quiz, in one language. Options have no ids of their own: an option is its place in this attempt,
 * and the places are shuffled anew for each try. Nothing here tells a right option from a wrong one, before an answer.
 */
export interface PublicItem {
  readonly id: string;
  readonly kind: 'single' | 'multiple' | 'order';
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly glyph?: string }[];
  readonly hintCount: number;
  /** `new`: not answered; `firstTry`: right at the first try; `later`: right later; `wrong`: answered, not yet right. */
  readonly state: ItemState;
  /** Number of the try that is open now, from 1. */
  readonly tryNumber: number;
  /** What was said of the answer that was right, to who gave it. */
  readonly result?: AnswerResult;
}

export type ItemState = 'new' | 'firstTry' | 'later' | 'wrong';

export interface PublicQuiz {
  readonly attempt: string;
  readonly lesson: string;
  readonly items: readonly PublicItem[];
}

/** Single and multiple: the chosen places. Order: the places from the earliest to the latest, each once. */
export interface AnswerRequest {
  readonly attempt: string;
  readonly item: string;
  readonly tryNumber: number;
  readonly places: readonly number[];
  readonly sure: boolean;
  /** Made by the browser, once for each press of Answer: the same id is the same answer, however often it arrives. */
  readonly submission: string;
}

export interface AnswerResult {
  readonly item: string;
  readonly correct: boolean;
  /** 0 to 1. */
  readonly points: number;
  /** By place. `right`: belongs to the answer. For order items, `placeInOrder` is one right order, from 0. */
  readonly options: readonly {
    readonly chosen: boolean;
    readonly right: boolean;
    readonly because?: string;
    readonly placeInOrder?: number;
  }[];
  readonly explanation: string;
  readonly state: ItemState;
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
