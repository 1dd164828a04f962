'use client';
import { useId } from 'react';
import styles from './controls.module.css';

/** One of a few, side by side; native radio buttons, so that arrows choose and Tab passes by. */
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
  const name = useId();
  return (
    <fieldset className={styles.segments}>
      <legend className={shown ? styles.legend : styles.hidden}>{label}</legend>
      <div className={styles.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
