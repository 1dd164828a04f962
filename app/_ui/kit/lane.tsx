import type { StepState } from '@/app/_ui/lesson/steps';
import styles from './lane.module.css';

interface LaneProps {
  readonly states: readonly StepState[];
  /** The same in words. */
  readonly label: string;
}

/** Progress in ink: proven solid, partly half full, read hollow, to come dots. One cell a step. */
export function Lane({ states, label }: LaneProps) {
  return (
    <span className={styles.lane} role="img" aria-label={label}>
      {states.map((state, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
        <span key={at} className={styles.cell} data-state={state} />
      ))}
    </span>
  );
}

/** What the four inks mean. */
export function LaneLegend({
  words,
  label,
}: {
  readonly words: Readonly<Record<StepState, string>>;
  readonly label: string;
}) {
  return (
    <ul className={styles.legend} aria-label={label}>
      {(['proven', 'partly', 'read', 'toCome'] as const).map((state) => (
        <li key={state}>
          <span className={styles.cell} data-state={state} aria-hidden="true" />
          {words[state]}
        </li>
      ))}
    </ul>
  );
}
