'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LoadChoice } from '@/lib/lab/load-choice';
import type { LoadRun } from '@/lib/lab/load-run';
import type { SessionClient } from '../lab/session-client';

/** A choice is played once it has stood for so long, ms: a curve that is being drawn is not. */
const restMs = 150;

export interface Played {
  readonly choice: LoadChoice;
  readonly run: LoadRun;
}

export interface LoadPlays {
  /** The last choice that was played to its end, with its run; undefined before the first. */
  readonly played: Played | undefined;
  readonly isFailed: boolean;
  readonly startAgain: () => void;
}

/** Plays each choice in the page's worker from `isNear` on; of those that come fast the last. */
export function useLoadRun(client: SessionClient, choice: LoadChoice, isNear: boolean): LoadPlays {
  const [played, setPlayed] = useState<Played>();
  const [isFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const newest = useRef(choice);
  useEffect(() => () => client.end(), [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    newest.current = choice;
    if (!isNear) return;
    const timer = setTimeout(
      () => {
        client.ask('load', choice).then(
          (run) => newest.current === choice && setPlayed({ choice, run }),
          () => client.shown().status === 'failed' && setFailed(true),
        );
      },
      played === undefined ? 0 : restMs,
    );
    return () => clearTimeout(timer);
  }, [client, choice, isNear, attempt]);
  const startAgain = useCallback(() => {
    setFailed(false);
    client.startAgain();
    setAttempt((old) => old + 1);
  }, [client]);
  return { played, isFailed, startAgain };
}
