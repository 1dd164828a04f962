'use client';
import { type KeyboardEvent, type PointerEvent, type Ref, useRef } from 'react';
import styles from './full.module.css';

export interface DividerProps {
  readonly label: string;
  /** `vertical` stands between two columns. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Size in px of the part after it, or before it when `grows` is `before`. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly grows?: 'before' | 'after';
  readonly onSize: (size: number) => void;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLDivElement>;
}

/** One press of an arrow key, px. */
const keyStep = 16;

/** A line between two parts that can be dragged, and moved by arrow keys, Home and End. */
export function Divider(props: DividerProps) {
  const { label, orientation, size, least, most, grows = 'after', onSize, className = '' } = props;
  const held = useRef<{ readonly at: number; readonly size: number }>(undefined);
  const sign = grows === 'before' ? 1 : -1;
  const to = (next: number) => onSize(Math.round(Math.min(most, Math.max(least, next))));
  const placeOf = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
  const onKeyDown = (event: KeyboardEvent) => {
    const [back, on] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const moved: Readonly<Record<string, number>> = {
      [back]: size - sign * keyStep,
      [on]: size + sign * keyStep,
      Home: least,
      End: most,
    };
    const next = moved[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    to(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved takes the focus; hr does not
    <div
      ref={props.ref}
      role="separator"
      tabIndex={0}
      className={`${styles.divider} ${className}`}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { at: placeOf(event), size };
      }}
      onPointerMove={(event) => {
        const from = held.current;
        if (from !== undefined) to(from.size + sign * (placeOf(event) - from.at));
      }}
      onPointerUp={() => {
        held.current = undefined;
      }}
      onPointerCancel={() => {
        held.current = undefined;
      }}
    />
  );
}
