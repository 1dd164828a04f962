'use client';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Command } from '@/lib/cluster/command';
import type { Completion } from '@/lib/kubectl/completion';
import type { Prediction } from '@/lib/lab/scenario';
import type { SessionState, StepUnit } from '@/lib/lab/session';
import type { FutureName, LabView, ObjectView, TextRefusal, Typed } from '@/lib/lab/view';
import type { World } from '@/lib/network/world';
import { type Speed, speeds } from './figure-keys';
import { runPlay } from './play';
import type { SessionClient, Shown } from './session-client';

/** What the components of a figure may call. Each call is done at the moment that is shown, in the order in which it was made. */
export interface LabControl extends Pick<Shown, 'canUndo' | 'canRedo' | 'status' | 'failure'> {
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
  /** The new future's name, which one is in then; undefined when there are four. */
  readonly fork: () => Promise<FutureName | undefined>;
  readonly goTo: (name: FutureName) => Promise<boolean>;
  readonly drop: (name: FutureName) => Promise<boolean>;
  /** Types a line, and plays on if it did something or still waits. */
  readonly type: (line: string) => Promise<Typed>;
  /** Ctrl-C at a line that waits. */
  readonly interrupt: (id: number) => Promise<boolean>;
  /** Answers the editor that a line has opened, and plays on as `type` does. */
  readonly edited: (id: number, text: string | undefined) => Promise<Typed | undefined>;
  readonly complete: (line: string, at: number) => Promise<Completion>;
  /** Applies a text, and plays on if nothing of it was refused. */
  readonly applyText: (yaml: string) => Promise<{ readonly refusals: readonly TextRefusal[] }>;
  readonly inspect: (key: string) => Promise<ObjectView | undefined>;
  /** The network as the objects of the shown moment make it. */
  readonly world: () => Promise<World>;
  readonly state: () => Promise<SessionState>;
  readonly happened: (prediction: Prediction) => Promise<number>;
  /** A new engine after one that failed; it does all that the reader did. */
  readonly startAgain: () => void;
}

/**
 * A session on the screen: what it shows, and playing. The session decides, this hook asks it for a view after each
 * change. Play pauses by itself at `pauseAtMs` the first time, and where the session goes no further.
 */
export function useLab(client: SessionClient, pauseAtMs: number): LabControl {
  const shown = useSyncExternalStore(client.subscribe, client.shown, client.shown);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const [unit, setUnit] = useState<StepUnit>('reconcile');
  const hasPaused = useRef(false);
  useEffect(() => () => client.end(), [client]);

  const controls = useMemo(() => controlsOf(client, pauseAtMs, setPlaying, hasPaused), [client, pauseAtMs]);
  const { status } = shown;
  useEffect(() => {
    if (!playing) return;
    if (status === 'failed') return setPlaying(false);
    return runPlay({ client, stop: () => setPlaying(false), speed, unit, pauseAtMs, hasPaused });
  }, [playing, speed, unit, client, pauseAtMs, status]);

  const faster = useCallback(
    (by: 1 | -1) =>
      setSpeed((old) => speeds[Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(old) + by))] ?? old),
    [],
  );
  return {
    ...controls,
    ...shown,
    playing,
    speed,
    unit,
    setSpeed,
    setUnit,
    step: (times = 1) => controls.step(unit, times),
    back: (times = 1) => controls.back(unit, times),
    faster,
  };
}

function controlsOf(
  client: SessionClient,
  pauseAtMs: number,
  setPlaying: (playing: boolean) => void,
  hasPaused: { current: boolean },
) {
  const then =
    <Args extends unknown[]>(next: 'play' | 'pause', change: (...args: Args) => void) =>
    (...args: Args) => {
      change(...args);
      setPlaying(next === 'play');
    };
  /** After a line: goes on where it did something or waits, and stands while an editor is open. */
  const goOn = (typed: Typed | undefined, fromMs: number, hasDone: boolean) => {
    if (typed?.editor) return setPlaying(false);
    if (typed && (typed.exit === undefined || typed.untilMs > fromMs || hasDone)) setPlaying(true);
  };
  const commandCount = () => client.shown().view.score.commands.length;
  const afresh = () => {
    hasPaused.current = false;
  };
  return {
    play: () => setPlaying(true),
    pause: () => setPlaying(false),
    seek: then('pause', (atMs: number) => client.tell('seek', atMs)),
    toEnd: then('pause', () => client.tell('seek', Math.max(client.shown().view.score.endMs, pauseAtMs))),
    act: then('play', (command: Command) => client.tell('do', command)),
    undo: then('pause', () => client.tell('undo')),
    redo: then('pause', () => client.tell('redo')),
    step: then('pause', (unit: StepUnit, times: number) => client.tell('step', unit, times)),
    back: then('pause', (unit: StepUnit, times: number) => client.tell('back', unit, times)),
    runWith: then('play', (policy: 'OrderedReady' | 'Parallel') => {
      afresh();
      client.tell('runWith', policy);
    }),
    reset: then('pause', () => {
      afresh();
      client.tell('reset');
    }),
    fork: () => client.ask('fork'),
    goTo: (name: FutureName) => client.ask('goTo', name),
    drop: (name: FutureName) => client.ask('drop', name),
    type: async (line: string) => {
      const before = commandCount();
      const typed = await client.ask('type', line);
      goOn(typed, typed.atMs, commandCount() !== before);
      return typed;
    },
    interrupt: (id: number) => client.ask('interrupt', id),
    edited: async (id: number, text: string | undefined) => {
      const before = commandCount();
      const typed = await client.ask('edited', id, text);
      goOn(typed, client.shown().view.nowMs, commandCount() !== before);
      return typed;
    },
    complete: (line: string, at: number) => client.ask('complete', line, at),
    applyText: async (yaml: string) => {
      const answer = await client.ask('applyText', yaml);
      if (answer.refusals.length === 0) setPlaying(true);
      return answer;
    },
    inspect: (key: string) => client.ask('inspect', key),
    world: () => client.ask('world'),
    state: () => client.ask('state'),
    happened: (prediction: Prediction) => client.ask('happened', prediction),
    startAgain: () => client.startAgain(),
  };
}
