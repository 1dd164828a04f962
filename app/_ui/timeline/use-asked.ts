'use client';
import { useRef } from 'react';

/**
 * The moment that was asked for last, ms, for keys that go on from there: an engine that is busy shows it later, and what is
 * shown until then is behind. Once something else is shown than what was asked for, that is where one is.
 */
export function useAsked(nowMs: number) {
  const asked = useRef<{ readonly shownMs: number; readonly waiting: readonly number[] }>(undefined);
  const waitingNow = (): readonly number[] => {
    const { shownMs, waiting } = asked.current ?? { shownMs: nowMs, waiting: [] };
    if (nowMs === shownMs) return waiting;
    return waiting.slice(waiting.lastIndexOf(nowMs) + 1 || waiting.length);
  };
  return {
    from: (): number => waitingNow().at(-1) ?? nowMs,
    ask: (atMs: number): void => {
      asked.current = { shownMs: nowMs, waiting: [...waitingNow(), atMs] };
    },
  };
}
