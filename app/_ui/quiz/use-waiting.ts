import { useSyncExternalStore } from 'react';
import { answerQueue } from './answer-queue';
import { allWaiting, isAnyInPage, waitingChanged } from './waiting-answers';

/** What waits in this browser, and why. */
export interface Waiting {
  readonly isOnline: boolean;
  /** The last answer that was sent did not arrive. */
  readonly isStuck: boolean;
  readonly answers: number;
  readonly sections: number;
  /** Answers are kept in this page alone. */
  readonly isInPage: boolean;
  /** Answers that the server did not take, by the slug of their lesson. */
  readonly offered: Readonly<Record<string, number>>;
}

const nothing: Waiting = {
  ...{ isOnline: true, isStuck: false, answers: 0, sections: 0, isInPage: false },
  offered: {},
};

let shown = nothing;

function look(): Waiting {
  const waiting = allWaiting();
  const offered: Record<string, number> = {};
  for (const { lesson, answer } of waiting)
    if (answer.isOffered) offered[lesson] = (offered[lesson] ?? 0) + 1;
  const now: Waiting = {
    isOnline: navigator.onLine !== false,
    isStuck: answerQueue.isStuck(),
    answers: waiting.filter(({ answer }) => !answer.isOffered).length,
    sections: sectionsWaiting(),
    isInPage: isAnyInPage(),
    offered,
  };
  if (JSON.stringify(now) !== JSON.stringify(shown)) shown = now;
  return shown;
}

/** Kept by lesson/progress-store.ts. */
function sectionsWaiting(): number {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('podium-sections-waiting') ?? '[]');
    return Array.isArray(kept) ? kept.length : 0;
  } catch {
    return 0;
  }
}

const changes = [waitingChanged, 'podium:progress', 'storage', 'online', 'offline', 'focus'] as const;

function subscribe(tell: () => void): () => void {
  for (const change of changes) window.addEventListener(change, tell);
  const stop = answerQueue.subscribe(tell);
  return () => {
    stop();
    for (const change of changes) window.removeEventListener(change, tell);
  };
}

/** Follows what waits here, of all lessons and of review, in this tab and in others. */
export const useWaiting = (): Waiting => useSyncExternalStore(subscribe, look, () => nothing);
