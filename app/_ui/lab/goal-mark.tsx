import styles from './lab-task.module.css';

/** State of a goal: solid with a tick holds, a half-filled circle is in progress, a cross failed. */
export function GoalMark({ state }: { readonly state: 'open' | 'holds' | 'failed' }) {
  return (
    <svg
      className={styles.mark}
      width={18}
      height={18}
      viewBox="-9 -9 18 18"
      aria-hidden="true"
      data-state={state}
    >
      {state === 'failed' ? (
        <path d="M-5.5 -5.5L5.5 5.5M5.5 -5.5L-5.5 5.5" strokeWidth={2.4} />
      ) : (
        <circle r={7.4} strokeWidth={1.8} fill={state === 'holds' ? 'currentColor' : 'none'} />
      )}
      {state === 'holds' && <path className={styles.tick} d="M-3.6 0.2L-1 2.9L3.8 -2.6" strokeWidth={1.9} />}
      {state === 'open' && <path d="M0 -4.4A4.4 4.4 0 0 1 0 4.4Z" fill="currentColor" stroke="none" />}
    </svg>
  );
}
