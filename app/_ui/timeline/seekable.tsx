'use client';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { runLimits } from '@/lib/lab/limits';
import { fill, type LabWords, seconds } from '../lab/words';
import styles from './score.module.css';
import { useAsked } from './use-asked';

export interface SeekableProps<Scale> {
  readonly nowMs: number;
  readonly endMs: number;
  readonly words: LabWords;
  /** Width of the drawing in its own px, however wide it is on the screen. */
  readonly width: number;
  /** The scale as it is drawn now: it is held while the reader drags. */
  readonly scale: Scale;
  readonly momentAt: (x: number, scale: Scale) => number;
  readonly onSeek?: ((atMs: number) => void) | undefined;
  /** The drawing; `frozen` is the scale that is held. */
  readonly children: ReactNode;
  readonly onFrozen: (scale: Scale | undefined) => void;
}

/** A drawing over time as a slider: click or drag goes to a moment, in steps of 0.1 s. Without `onSeek` it is a still. */
export function Seekable<Scale>({
  nowMs,
  endMs,
  words,
  width,
  scale,
  momentAt,
  onSeek,
  children,
  onFrozen,
}: SeekableProps<Scale>) {
  const [held, setHeld] = useState<Scale>();
  const asked = useAsked(nowMs);
  if (onSeek === undefined) return <div className={styles.score}>{children}</div>;
  const seekTo = (atMs: number) => {
    asked.ask(atMs);
    onSeek(atMs);
  };
  const hold = (next: Scale | undefined) => {
    setHeld(next);
    onFrozen(next);
  };
  const seek = (event: PointerEvent, on: Scale) => {
    const box = event.currentTarget.firstElementChild?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const x = ((event.clientX - box.left) * width) / box.width;
    seekTo(Math.round(momentAt(x, on) / 100) * 100);
  };
  const start = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    hold(scale);
    seek(event, scale);
  };
  return (
    <div
      className={`${styles.score} ${styles.alive}`}
      role="slider"
      tabIndex={0}
      aria-label={words.score.label}
      aria-valuemin={0}
      aria-valuemax={Math.round(Math.max(endMs, nowMs)) / 1000}
      aria-valuenow={Math.round(nowMs / 100) / 10}
      aria-valuetext={fill(words.score.at, { seconds: seconds(nowMs) })}
      onPointerDown={start}
      onPointerMove={(event) => held !== undefined && seek(event, held)}
      onPointerUp={() => hold(undefined)}
      onPointerCancel={() => hold(undefined)}
      onKeyDown={(event) => page(event, asked.from(), seekTo)}
    >
      {children}
    </div>
  );
}

/** A slider's own keys beside those of the figure: up and down by a second, pages by five, from the moment last asked for. */
function page(event: KeyboardEvent, fromMs: number, onSeek: (atMs: number) => void) {
  const by = { ArrowUp: 1_000, ArrowDown: -1_000, PageUp: 5_000, PageDown: -5_000 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  onSeek(Math.min(runLimits.ms, Math.max(0, fromMs + by)));
}
