'use client';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { BelievedFilm } from '@/lib/lab/believed-film';
import { actionOf, type FigureAction, focusOf } from '../lab/figure-keys';

export interface Reel {
  readonly at: number;
  readonly last: number;
  /** The moment at which the runs part. */
  readonly parting: number;
  readonly isPlaying: boolean;
  readonly go: (at: number) => void;
  readonly play: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A moment is shown at least and at most so long, whatever lies between it and the next, ms of the reader's time. */
const shown = { leastMs: 350, mostMs: 1400 } as const;
/** And so long for a reader who wants no movement. */
const stillMs = 1500;

/** Goes through a film, from the moment on at which its runs part: both sides at once, by steps or by itself. */
export function useReel(film: BelievedFilm | undefined, partingMs: number): Reel {
  const last = Math.max(0, (film?.length ?? 1) - 1);
  const found = film?.findIndex(({ atMs }) => atMs >= partingMs) ?? 0;
  const parting = found < 0 ? last : found;
  const [chosen, choose] = useState<number>();
  const [isPlaying, setPlaying] = useState(false);
  const at = Math.min(last, chosen ?? parting);
  useEffect(() => {
    if (!isPlaying) return;
    if (film === undefined || at >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => choose(at + 1), waitOf(film, at));
    return () => clearTimeout(timer);
  }, [film, at, last, isPlaying]);
  const go = (to: number) => {
    setPlaying(false);
    choose(Math.min(last, Math.max(0, to)));
  };
  const play = () => {
    if (!isPlaying && (chosen === undefined || at >= last)) choose(0);
    setPlaying(!isPlaying);
  };
  const acts: Partial<Readonly<Record<FigureAction, () => void>>> = {
    playOrPause: play,
    step: () => go(at + 1),
    back: () => go(at - 1),
    toStart: () => go(0),
    toEnd: () => go(last),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const action = actionOf(event, focusOf(event.target as Element));
    const act = action && acts[action];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return { at, last, parting, isPlaying, go, play, onKeyDown };
}

function waitOf(film: BelievedFilm, at: number): number {
  if (window.matchMedia?.('(prefers-reduced-motion: reduce)').matches) return stillMs;
  const passed = (film[at + 1]?.atMs ?? 0) - (film[at]?.atMs ?? 0);
  return Math.min(shown.mostMs, Math.max(shown.leastMs, passed));
}
