import type { AnswerRequest, PublicItem } from '@/lib/quiz/public';

/** An answer on its way to the server, with the item as the reader saw it: its places mean these options. */
export interface WaitingAnswer {
  readonly request: AnswerRequest;
  readonly item: PublicItem;
  /** When it was given, ms since 1970 by this browser's clock: answers are sent in this order. */
  readonly givenAtMs: number;
  /** The server did not take it: its quiz offers it again, and nobody sends it by itself. */
  readonly isOffered?: boolean;
}

/** The same with the slug of its lesson. */
export interface LessonAnswer {
  readonly lesson: string;
  readonly answer: WaitingAnswer;
}

/**
 * Answers that the server has not confirmed, kept in this browser so that neither a reload nor a closed tab loses one.
 * One entry a lesson and item, so that two tabs never rewrite each other's list. What a browser refuses to store, because
 * it may not or because it is full, is kept in the page until it is closed.
 */
export interface WaitingAnswers {
  /** Whether it is stored; if not, it is lost with the page. */
  readonly keep: (answer: WaitingAnswer) => boolean;
  readonly find: (item: string) => WaitingAnswer | undefined;
  /** Removes the entry of an item if it is this submission's. */
  readonly forget: (item: string, submission: string) => void;
  readonly hasAny: () => boolean;
  /** Calls back with the item whose entry another tab removed; returns how to stop. */
  readonly onForgotten: (tell: (item: string) => void) => () => void;
}

const prefix = 'podium.answer.';
const keyOf = (lesson: string, item: string) => `${prefix}${lesson}.${item}`;
/** Told in this page when the answers or sections that wait have changed; other tabs hear of it from the storage. */
export const waitingChanged = 'podium:waiting';

/** What could not be stored, by key. */
const inPage = new Map<string, WaitingAnswer>();

export function waitingAnswers(lesson: string): WaitingAnswers {
  const own = keyOf(lesson, '');
  const find = (item: string) => read(keyOf(lesson, item));
  return {
    keep: (answer) => keep(keyOf(lesson, answer.request.item), answer),
    find,
    forget: (item, submission) => {
      if (find(item)?.request.submission === submission) remove(keyOf(lesson, item));
    },
    hasAny: () => keys().some((key) => key.startsWith(own)),
    onForgotten: (tell) => {
      const listen = (event: StorageEvent) => {
        if (event.key?.startsWith(own) && event.newValue === null) tell(event.key.slice(own.length));
      };
      window.addEventListener('storage', listen);
      return () => window.removeEventListener('storage', listen);
    },
  };
}

/** Every answer that waits in this browser, of all lessons and of review, the earliest first. */
export function allWaiting(): readonly LessonAnswer[] {
  return keys()
    .flatMap((key) => {
      const answer = read(key);
      const lesson = key.slice(prefix.length).split('.')[0] ?? '';
      return answer === undefined ? [] : [{ lesson, answer }];
    })
    .sort((one, other) => one.answer.givenAtMs - other.answer.givenAtMs);
}

/** Whether answers of this page are kept in the page alone. */
export const isAnyInPage = (): boolean => inPage.size > 0;

function keep(key: string, answer: WaitingAnswer): boolean {
  const isStored =
    tryStorage((storage) => {
      storage.setItem(key, JSON.stringify(answer));
      return true;
    }) === true;
  if (isStored) inPage.delete(key);
  else inPage.set(key, answer);
  tell();
  return isStored;
}

function remove(key: string) {
  inPage.delete(key);
  tryStorage((storage) => storage.removeItem(key));
  tell();
}

const read = (key: string) => inPage.get(key) ?? parse(tryStorage((storage) => storage.getItem(key)));

const keys = (): readonly string[] => {
  const stored = tryStorage((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix))) ?? [];
  return [...new Set([...stored, ...inPage.keys()])];
};

const tell = () => void window.dispatchEvent(new Event(waitingChanged));

function tryStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.localStorage);
  } catch {
    return undefined;
  }
}

function parse(text: string | null | undefined): WaitingAnswer | undefined {
  if (text === null || text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Partial<WaitingAnswer> | null;
    const old = value?.request as { places?: unknown; response?: unknown } | undefined;
    // What waited since before answers were called so.
    if (old && Array.isArray(old.places)) {
      old.response = old.places;
      delete old.places;
    }
    const isWhole =
      typeof value?.request?.submission === 'string' &&
      Array.isArray(value.request.response) &&
      Array.isArray(value.item?.options);
    return isWhole ? ({ givenAtMs: 0, ...value } as WaitingAnswer) : undefined;
  } catch {
    return undefined;
  }
}
