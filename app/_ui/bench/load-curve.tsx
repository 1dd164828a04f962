'use client';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { loadMostMilli, loadStepMilli, roundedLoad } from '@/lib/lab/load-choice';
import { fill } from '../fill';
import styles from './load-bench.module.css';
import { type LoadLayout, minuteAt } from './load-layout';
import type { LoadWords } from './load-words';

/** What a key does to the work of a minute; undefined for a key that does nothing. */
function changed(key: string, milli: number): number | undefined {
  if (key === 'ArrowUp') return roundedLoad(milli + loadStepMilli);
  if (key === 'ArrowDown') return roundedLoad(milli - loadStepMilli);
  if (key === 'PageUp') return roundedLoad(milli + 10 * loadStepMilli);
  if (key === 'PageDown') return roundedLoad(milli - 10 * loadStepMilli);
  if (key === 'Home') return 0;
  return key === 'End' ? loadMostMilli : undefined;
}

/**
 * The field in which the curve is drawn: a slider for each minute, over its part of the chart. A pointer draws across all of them; a
 * key changes one, or leads to the next.
 */
export function LoadCurve({
  load,
  layout,
  words,
  onDraw,
}: {
  readonly load: readonly number[];
  readonly layout: LoadLayout;
  readonly words: LoadWords;
  readonly onDraw: (load: readonly number[]) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { work, left, right } = layout;
  const draw = (event: PointerEvent) => {
    const field = box.current?.getBoundingClientRect();
    if (!field || field.width === 0) return;
    const minute = minuteAt((event.clientX - field.left) / field.width);
    const milli = roundedLoad((1 - (event.clientY - field.top) / field.height) * loadMostMilli);
    if (load[minute] !== milli) onDraw(load.with(minute, milli));
  };
  const onKeyDown = (event: KeyboardEvent, minute: number) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const milli = changed(event.key, load[minute] ?? 0);
    if (step === undefined && milli === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) (box.current?.children[minute + step] as HTMLElement | undefined)?.focus();
    else if (milli !== undefined) onDraw(load.with(minute, milli));
  };
  return (
    <div
      ref={box}
      className={styles.curve}
      style={{ top: work.top, left, width: right - left, height: work.bottom - work.top }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        draw(event);
      }}
      onPointerMove={(event) => event.buttons !== 0 && draw(event)}
    >
      {load.map((milli, minute) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a minute is its place
          key={minute}
          role="slider"
          tabIndex={0}
          aria-label={fill(words.minute, { minute: minute + 1 })}
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={loadMostMilli}
          aria-valuenow={milli}
          aria-valuetext={fill(words.work, { milli })}
          onKeyDown={(event) => onKeyDown(event, minute)}
        />
      ))}
    </div>
  );
}
