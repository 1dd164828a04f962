'use client';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { FutureName, LabView } from '@/lib/lab/view';
import { useNearScreen } from '../quiz/use-near-screen';
import { actionOf, type FigureAction, focusOf } from './figure-keys';
import { useReach } from './reach';
import type { SessionClient } from './session-client';
import { type LabControl, useLab } from './use-lab';
import { usePausing } from './use-pausing';
import { useWidth } from './use-width';

/** What a figure can do beside running its cluster. One that lacks a part leaves its key to the browser. */
export type Beside = Partial<
  Record<'why' | 'outline' | 'keys' | 'machine' | 'yaml' | 'kubectl' | 'leave', () => void>
>;

export interface Figure {
  readonly lab: LabControl;
  readonly box: RefObject<HTMLElement | null>;
  readonly end: RefObject<HTMLSpanElement | null>;
  readonly width: number | undefined;
  /** Key of the selected object. A Pod that is gone is not selected any more. */
  readonly selected: string | undefined;
  readonly select: (selected: string | undefined) => void;
  /** Selects an object and leads to the first control that acts on it. */
  readonly askToDelete: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface FigureOptions {
  readonly client: SessionClient;
  readonly pauseAtMs: number;
  /** Each time that this number grows the figure plays. 0 without it. */
  readonly playOn?: number;
  /** Without hands and player for now. */
  readonly isHeld?: boolean;
  readonly onView?: ((view: LabView) => void) | undefined;
  /** Key of the object that is selected in the beginning. */
  readonly selected?: string | undefined;
  readonly beside?: Beside;
}

const never = () => false;

/** A figure's life, whatever its arrangement: its engine comes with the screen, it pauses unseen, and its keys act inside it. */
export function useFigure(options: FigureOptions): Figure {
  const { client, pauseAtMs, playOn = 0, isHeld = false, onView, beside } = options;
  const lab = useLab(client, pauseAtMs);
  const { view } = lab;
  const box = useRef<HTMLElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const [selected, select] = useState(options.selected);
  const come = useCallback(async () => client.start(), [client]);
  useNearScreen(box, never, come);
  useTouch(box, come);
  usePausing(box, lab.pause);
  useReach(client, box, select, lab);
  useEffect(() => onView?.(view), [view, onView]);
  useEffect(() => {
    if (playOn > 0) lab.play();
  }, [playOn, lab.play]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isHeld) return;
    const action = actionOf(event, focusOf(event.target as Element));
    const does = action && doesOf(action, lab, { leave: () => end.current?.focus(), ...beside });
    if (does === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  };
  const askToDelete = useCallback((key: string) => {
    select(key);
    requestAnimationFrame(() => breakingOf(box.current, key)?.focus());
  }, []);
  return {
    lab,
    box,
    end,
    width: useWidth(box),
    selected: isThere(view, selected) ? selected : undefined,
    select,
    askToDelete,
    onKeyDown,
  };
}

/** Calls back whenever the figure is touched, by whatever means. */
function useTouch(box: RefObject<HTMLElement | null>, onTouch: () => void): void {
  useEffect(() => {
    const element = box.current;
    const kinds = ['focusin', 'pointerdown'] as const;
    for (const kind of kinds) element?.addEventListener(kind, onTouch, { passive: true });
    return () => {
      for (const kind of kinds) element?.removeEventListener(kind, onTouch);
    };
  }, [box, onTouch]);
}

/** What acts on an object: for a Pod the control that deletes it, else the first of all that can be done to the chosen one. */
function breakingOf(box: HTMLElement | null, key: string): HTMLElement | null | undefined {
  const forPod = key.startsWith('Pod/') ? box?.querySelector<HTMLElement>('[data-hand=deletePod]') : null;
  return forPod ?? box?.querySelector<HTMLElement>('[data-hands] button');
}

/** Whether a Pod is still in the view; other kinds always are. */
function isThere(view: LabView, selected: string | undefined): boolean {
  if (selected === undefined) return false;
  if (selected.startsWith('Pod/')) return view.pods.some(({ key }) => key === selected);
  return true;
}

/** What an action does here; undefined where there is nothing to do it to. */
function doesOf(action: FigureAction, lab: LabControl, beside: Beside): (() => void) | undefined {
  const goTo = (name: FutureName) =>
    lab.view.futures.some((future) => future.name === name)
      ? () => void lab.goTo(name).catch(ignore)
      : undefined;
  const does: Readonly<Record<FigureAction, (() => void) | undefined>> = {
    playOrPause: lab.playing ? lab.pause : lab.play,
    step: () => lab.step(),
    back: () => lab.back(),
    stepTen: () => lab.step(10),
    backTen: () => lab.back(10),
    toStart: () => lab.seek(0),
    toEnd: lab.toEnd,
    slower: () => lab.faster(-1),
    faster: () => lab.faster(1),
    undo: lab.undo,
    redo: lab.redo,
    fork: () => void lab.fork().catch(ignore),
    toA: goTo('A'),
    toB: goTo('B'),
    toC: goTo('C'),
    toD: goTo('D'),
    why: beside.why,
    outline: beside.outline,
    machine: beside.machine,
    yaml: beside.yaml,
    kubectl: beside.kubectl,
    keys: beside.keys,
    leave: beside.leave,
  };
  return does[action];
}

/** A lost engine is told of in its place. */
const ignore = () => undefined;
