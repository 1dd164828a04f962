'use client';
import { useCallback, useEffect, useState } from 'react';
import { type Speed, speeds } from './figure-keys';
import { stillStepMs, wantsStillness } from './play';

/** Where the reader is among the stops of a run that is known from its beginning to its end, and what goes from there. */
export interface Stops {
  /** A stop, or a moment of the run between two. */
  readonly at: number;
  readonly speed: Speed;
  readonly playing: boolean;
  readonly play: () => void;
  readonly pause: () => void;
  readonly step: (times?: number) => void;
  readonly back: (times?: number) => void;
  readonly toStart: () => void;
  readonly toEnd: () => void;
  /** Goes there, and stands. */
  readonly seek: (to: number) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly faster: (by: 1 | -1) => void;
}

export interface StopsOptions {
  /** Play ends with it: another one begins at rest. */
  readonly run: unknown;
  /** In order, and the same list as long as they are the same. */
  readonly stops: readonly number[];
  readonly wanted: number;
  readonly move: (to: number) => void;
  /** How long play stays at a stop at 1×, ms: as long as its sentence takes to read. */
  readonly stayMs: number;
}

/** Steps and play over the stops of one run. */
export function useStops({ run, stops, wanted, move, stayMs }: StopsOptions): Stops {
  const [played, setPlayed] = useState<unknown>();
  const [speed, setSpeed] = useState<Speed>(1);
  const start = stops[0] ?? 0;
  const end = stops.at(-1) ?? 0;
  const at = Math.min(Math.max(wanted, start), end);
  const playing = run !== undefined && played === run;
  const pause = useCallback(() => setPlayed(undefined), []);
  usePlaying({ playing, at, stops, waitMs: stayMs / speed, move, pause });
  const seek = (to: number) => {
    pause();
    move(to);
  };
  return {
    ...{ at, speed, playing, pause, seek, setSpeed },
    play: () => {
      if (at >= end) move(start);
      setPlayed(run);
    },
    step: (times = 1) => {
      const next = stops.filter((stop) => stop > at);
      seek(next[Math.min(times, next.length) - 1] ?? end);
    },
    back: (times = 1) => {
      const before = stops.filter((stop) => stop < at);
      seek(before[Math.max(0, before.length - times)] ?? start);
    },
    toStart: () => seek(start),
    toEnd: () => seek(end),
    faster: (by) =>
      setSpeed((old) => speeds[Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(old) + by))] ?? old),
  };
}

interface Playing extends Pick<Stops, 'playing' | 'at' | 'pause'>, Pick<StopsOptions, 'stops' | 'move'> {
  readonly waitMs: number;
}

/** Goes from stop to stop until the last one, or until told to stop. */
function usePlaying({ playing, at, stops, waitMs, move, pause }: Playing): void {
  useEffect(() => {
    if (!playing) return;
    const next = stops.find((one) => one > at);
    const go = () => {
      if (next !== undefined) move(next);
      if (next === undefined || next === stops.at(-1)) pause();
    };
    const timer = setTimeout(go, wantsStillness() ? stillStepMs : waitMs);
    return () => clearTimeout(timer);
  }, [playing, at, stops, waitMs, move, pause]);
}
