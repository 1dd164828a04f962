import type { AnswerRequest, PublicItem } from '@/lib/quiz/public';

/** An answer on its way to the server, with the item as the reader saw it: its places mean these options. */
export interface WaitingAnswer {
  readonly request: AnswerRequest;
  readonly item: PublicItem;
}

/**
 * Answers that the server has not confirmed, kept in this browser so that neither a reload nor a closed tab loses one.
 * One entry a lesson and item, so that two tabs never rewrite each other's list. A browser that refuses to store
 * keeps nothing; the page then still holds its answers until it is closed.
 */
export interface WaitingAnswers {
  readonly keep: (answer: WaitingAnswer) => void;
  readonly find: (item: string) => WaitingAnswer | undefined;
  /** Removes the entry of an item if it is this submission's. */
  readonly forget: (item: string, submission: string) => void;
  readonly hasAny: () => boolean;
  /** Calls back with the item whose entry another tab removed; returns how to stop. */
  readonly onForgotten: (tell: (item: string) => void) => () => void;
}

export function waitingAnswers(lesson: string): WaitingAnswers {
  const prefix = `podium.answer.${lesson}.`;
  const find = (item: string) => parse(tryStorage((storage) => storage.getItem(prefix + item)));
  return {
    keep: (answer) => {
      tryStorage((storage) => storage.setItem(prefix + answer.request.item, JSON.stringify(answer)));
    },
    find,
    forget: (item, submission) => {
      if (find(item)?.request.submission === submission) {
        tryStorage((storage) => storage.removeItem(prefix + item));
      }
    },
    hasAny: () =>
      tryStorage((storage) => Object.keys(storage).some((key) => key.startsWith(prefix))) ?? false,
    onForgotten: (tell) => {
      const listen = (event: StorageEvent) => {
        if (event.key?.startsWith(prefix) && event.newValue === null) tell(event.key.slice(prefix.length));
      };
      window.addEventListener('storage', listen);
      return () => window.removeEventListener('storage', listen);
    },
  };
}

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
    return isWhole ? (value as WaitingAnswer) : undefined;
  } catch {
    return undefined;
  }
}
