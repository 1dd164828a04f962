'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { LabView } from '@/lib/lab/view';
import { Scene, type SceneProps } from '../cluster/scene';
import { Machine } from '../machine/machine';
import { Score } from '../timeline/score';
import styles from './figure.module.css';
import type { LabWords } from './words';

/** Room of the machine and of the gap before it, beside the scene, px. */
const machineRoom = 396;
const sideBySideFrom = 900;
/** Widths for which the server draws: the figure in three columns at 1280 px, and a phone of 390 px. */
const drawnFor = { wide: 960, narrow: 358 } as const;
const compactGap = 40;

/** A compact figure gives the scene a little less than half of its width, and the score the rest. */
const compactParts = (whole: number) => {
  const scene = Math.round((whole - compactGap) * 0.48);
  return { scene, score: whole - compactGap - scene };
};

/**
 * Draws for the measured width; before it was measured (on the server, without script) for a desk and a phone, of
 * which CSS shows one, so that nothing shifts when the figure comes alive.
 */
export function Fitted({
  width,
  children,
}: {
  readonly width: number | undefined;
  readonly children: (width: number) => ReactNode;
}) {
  if (width !== undefined) return children(width);
  return (
    <>
      <div className={styles.wideOnly}>{children(drawnFor.wide)}</div>
      <div className={styles.narrowOnly}>{children(drawnFor.narrow)}</div>
    </>
  );
}

type Selecting = Pick<SceneProps, 'selected' | 'onSelect' | 'onDelete'>;

export function SceneAt({
  width,
  view,
  words,
  compact,
  ...selecting
}: Selecting & {
  readonly width: number | undefined;
  readonly view: LabView;
  readonly words: LabWords;
  readonly compact?: boolean;
}) {
  const beside = (whole: number) => (compact ? compactParts(whole).scene : whole - machineRoom);
  return (
    <Fitted width={width}>
      {(whole) => (
        <Scene
          view={view}
          words={words}
          width={whole >= sideBySideFrom ? beside(whole) : whole}
          {...selecting}
        />
      )}
    </Fitted>
  );
}

export function ScoreAt({
  width,
  view,
  words,
  compact,
  onSeek,
}: {
  readonly width: number | undefined;
  readonly view: LabView;
  readonly words: LabWords;
  readonly compact?: boolean;
  readonly onSeek?: (atMs: number) => void;
}) {
  const widthOf = (whole: number) => (compact && whole >= sideBySideFrom ? compactParts(whole).score : whole);
  return (
    <Fitted width={width}>
      {(whole) => (
        <Score score={view.score} width={widthOf(whole)} words={words} {...(onSeek && { onSeek })} />
      )}
    </Fitted>
  );
}

export function MachineOf({ view, words }: { readonly view: LabView; readonly words: LabWords }) {
  if (view.machine === undefined) return <p className={styles.noMachine}>{words.machine.none}</p>;
  return <Machine machine={view.machine} height={392} words={words} />;
}

/** Between two readings of the live region, ms. */
const readingPauseMs = 2_000;

/** Reads the newest text to screen readers, at most once every two seconds; what came between is left out. */
export function LiveText({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  const newest = useRef(text);
  const saidAt = useRef(0);
  const first = useRef(text);
  useEffect(() => {
    newest.current = text;
    if (text === first.current) return;
    first.current = '';
    const wait = Math.max(0, saidAt.current + readingPauseMs - Date.now());
    const timer = setTimeout(() => {
      saidAt.current = Date.now();
      setSaid(newest.current);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className={styles.hidden} role="status" aria-live="polite">
      {said}
    </p>
  );
}
