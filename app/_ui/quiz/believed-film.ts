'use client';
import { useEffect, useState } from 'react';
import type { BelievedFilm } from '@/lib/lab/believed-film';
import type { LabView } from '@/lib/lab/view';
import type { BelievedPlay } from '@/lib/quiz/public';
import { openInWorker } from '../lab/session-client';

export type Filming =
  | { readonly status: 'starting' | 'failed'; readonly film?: undefined }
  | { readonly status: 'ready'; readonly film: BelievedFilm };

/** A session draws from a first view; of this one nothing is drawn. */
const nothingYet: LabView = {
  nowMs: 0,
  endMs: 0,
  sentence: { key: 'emptyCluster' },
  why: [],
  nodes: [],
  pods: [],
  workloads: [],
  reserved: [],
  claims: [],
  services: [],
  score: { nowMs: 0, endMs: 0, commands: [], controller: { label: '', spans: [] }, lanes: [] },
  events: [],
  failing: [],
  goals: [],
  futures: [],
  typed: [],
};

/** Both runs of an answer, played once by the page's engine, which is let go of afterwards; `retry` asks it again. */
export function useFilm(run: BelievedPlay): Filming & { readonly retry: () => void } {
  const [filming, setFilming] = useState<Filming>({ status: 'starting' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks again
  useEffect(() => {
    const client = openInWorker(run.scenario, nothingYet);
    let isOver = false;
    const tell = (now: Filming) => {
      if (!isOver) setFilming(now);
    };
    const fail = () => tell({ status: 'failed' });
    setFilming({ status: 'starting' });
    client
      .ask('believed', run.belief, run.untilMs, run.parting.atMs)
      .then((film) => tell({ status: 'ready', film }), fail)
      .then(() => client.end());
    return () => {
      isOver = true;
      client.end();
    };
  }, [run, round]);
  return { ...filming, retry: () => setRound((now) => now + 1) };
}
