'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Command } from '@/lib/cluster/command';
import type { LabStatement, Scenario } from '@/lib/lab/scenario';
import type { Session, StepUnit } from '@/lib/lab/session';
import type { LabView } from '@/lib/lab/view';
import { type Speed, speeds } from './figure-keys';
import { openSession } from './open-session';

export interface LabControl {
  readonly session: Session;
  readonly view: LabView;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly unit: StepUnit;
  readonly setSpeed: (speed: Speed) => void;
  readonly setUnit: (unit: StepUnit) => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly step: (times?: number) => void;
  readonly back: (times?: number) => void;
  readonly seek: (atMs: number) => void;
  readonly toEnd: () => void;
  /** Does a command at this moment, and plays on so that its effects are seen. */
  readonly act: (command: Command) => void;
  readonly runWith: (policy: 'OrderedReady' | 'Parallel') => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly reset: () => void;
  readonly faster: (by: 1 | -1) => void;
}

/** Between two steps of play for a reader who wants no movement, ms. */
const stillStepMs = 1_500;
/** A frame that took longer (a sleeping tab) counts as this long, ms. */
const longestFrameMs = 100;

/**
 * A session on the screen: what it shows, and playing. The session decides, this hook asks it for a view after each
 * change. Play pauses by itself at `pauseAtMs` the first time, and where the session goes no further.
 */
export function useLab(
  scenario: Scenario | LabStatement,
  given: Session | undefined,
  pauseAtMs = scenario.pauseAtMs,
): LabControl {
  const [session] = useState(() => given ?? openSession(scenario));
  const [view, setView] = useState(() => session.view());
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const [unit, setUnit] = useState<StepUnit>('reconcile');
  const hasPaused = useRef(false);
  const draw = useCallback(() => setView(session.view()), [session]);

  const controls = useMemo(() => {
    const then = (change: () => void, next?: 'play' | 'pause') => {
      change();
      draw();
      if (next !== undefined) setPlaying(next === 'play');
    };
    const repeat = (times: number, once: () => boolean) => {
      for (let at = 0; at < times && once(); at++);
    };
    return {
      play: () => setPlaying(true),
      pause: () => setPlaying(false),
      seek: (atMs: number) => then(() => session.seek(atMs), 'pause'),
      toEnd: () => then(() => session.seek(Math.max(session.view().score.endMs, pauseAtMs)), 'pause'),
      act: (command: Command) => then(() => session.do(command), 'play'),
      undo: () => then(() => session.undo(), 'pause'),
      redo: () => then(() => session.redo(), 'pause'),
      step: (of: StepUnit, times: number) => then(() => repeat(times, () => session.step(of)), 'pause'),
      back: (of: StepUnit, times: number) => then(() => repeat(times, () => session.back(of)), 'pause'),
      runWith: (policy: 'OrderedReady' | 'Parallel') => {
        hasPaused.current = false;
        then(() => session.runWith(policy), 'play');
      },
      reset: () => {
        hasPaused.current = false;
        then(() => session.reset(), 'pause');
      },
    };
  }, [session, draw, pauseAtMs]);

  useEffect(() => {
    if (!playing) return;
    const stop = () => setPlaying(false);
    return run({ session, draw, stop, speed, unit, pauseAtMs, hasPaused });
  }, [playing, speed, unit, session, draw, pauseAtMs]);

  return {
    ...controls,
    session,
    view,
    playing,
    speed,
    unit,
    setSpeed,
    setUnit,
    step: (times = 1) => controls.step(unit, times),
    back: (times = 1) => controls.back(unit, times),
    faster: (by) =>
      setSpeed((old) => speeds[Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(old) + by))] ?? old),
  };
}

interface Run {
  readonly session: Session;
  readonly draw: () => void;
  readonly stop: () => void;
  readonly speed: number;
  readonly unit: StepUnit;
  readonly pauseAtMs: number;
  readonly hasPaused: { current: boolean };
}

/** Plays until it is told to stop by the function that it returns. */
function run({ session, draw, stop, speed, unit, pauseAtMs, hasPaused }: Run): () => void {
  // React ends this run a moment after `stop`: no frame may play in between.
  let stopped = false;
  const goTo = (atMs: number) => {
    const pauses = !hasPaused.current && session.nowMs < pauseAtMs && atMs >= pauseAtMs;
    const target = pauses ? pauseAtMs : atMs;
    session.seek(target);
    if (pauses) hasPaused.current = true;
    if (pauses || session.nowMs < target) {
      stopped = true;
      stop();
    }
    draw();
  };
  if (window.matchMedia?.('(prefers-reduced-motion: reduce)').matches) {
    const timer = setInterval(() => {
      const before = session.nowMs;
      if (!session.step(unit)) stop();
      const after = session.nowMs;
      if (!hasPaused.current && before < pauseAtMs && after >= pauseAtMs) {
        hasPaused.current = true;
        stop();
      }
      draw();
    }, stillStepMs);
    return () => clearInterval(timer);
  }
  let exactMs = session.nowMs;
  let last: number | undefined;
  const tick = (time: number) => {
    const passed = last === undefined ? 0 : Math.min(longestFrameMs, time - last);
    last = time;
    if (Math.round(exactMs) !== session.nowMs) exactMs = session.nowMs;
    exactMs += passed * speed;
    if (Math.round(exactMs) !== session.nowMs) goTo(Math.round(exactMs));
    if (!stopped) frame = requestAnimationFrame(tick);
  };
  let frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}
