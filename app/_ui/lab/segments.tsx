'use client';
import { type KeyboardEvent, useId, useRef } from 'react';
import styles from './controls.module.css';

/** Choices by their values, each under its word. */
export const labelled = <Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
) => values.map((value) => ({ value, label: words[value] }));

/** Choices that are written as they are, with a unit behind. */
export const written = <Value extends string | number>(values: readonly Value[], unit = '') =>
  values.map((value) => ({ value, label: `${value}${unit}` }));

/**
 * One of a few, side by side. Tab leads to the chosen one, arrows from one to the next; only Space, Enter and the pointer
 * choose, for what is chosen acts at once.
 */
export function Segments<Value extends string | number>({
  label,
  shown = true,
  choices,
  value,
  onChoose,
}: {
  readonly label: string;
  /** False: the label is for screen readers only. */
  readonly shown?: boolean;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
}) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const entrance = Math.max(
    0,
    choices.findIndex((choice) => choice.value === value),
  );
  const move = (event: KeyboardEvent) => {
    const radios = [...(row.current?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])];
    const to = placeAfter(event.key, radios.indexOf(event.target as HTMLElement), radios.length);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    radios[to]?.focus();
  };
  return (
    <div className={styles.segments}>
      <span id={id} className={shown ? styles.legend : styles.hidden}>
        {label}
      </span>
      <div ref={row} className={styles.row} role="radiogroup" aria-labelledby={id} onKeyDown={move}>
        {choices.map((choice, at) => (
          // biome-ignore lint/a11y/useSemanticElements: native radio buttons choose at each arrow key
          <button
            key={choice.value}
            type="button"
            role="radio"
            className={styles.segment}
            aria-checked={choice.value === value}
            tabIndex={at === entrance ? 0 : -1}
            onClick={() => choice.value !== value && onChoose(choice.value)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Where a key leads in a row that goes round, or undefined for a key that does not move. */
function placeAfter(key: string, from: number, count: number): number | undefined {
  if (from < 0) return undefined;
  if (key === 'ArrowRight' || key === 'ArrowDown') return (from + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (from - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
