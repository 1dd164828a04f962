import { useId } from 'react';
import { fill } from '../fill';
import type { ItemContext } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';
import type { QuizWords } from './words';
import styles from './written.module.css';

interface NumberFieldProps {
  readonly context: ItemContext;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly words: QuizWords;
  readonly run: QuizRun;
}

/** The field of a numeric item. What is no number is told by the server in its words; the try stays open. */
export function NumberField({ context, labelledBy, describedBy, words, run }: NumberFieldProps) {
  const id = useId();
  const { item, texts, notice } = context;
  const { label, labelIn } = words.kinds.numeric;
  return (
    <div className={styles.number}>
      <label htmlFor={id} className={styles.label}>
        {item.unit === undefined ? label : fill(labelIn, { unit: item.unit })}
      </label>
      <span className={styles.entry}>
        <input
          id={id}
          className={styles.field}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          data-step
          value={texts[0] ?? ''}
          aria-invalid={notice?.kind === 'refused' || notice?.kind === 'missing'}
          aria-describedby={`${describedBy} ${labelledBy}`}
          onChange={(event) => run.write(0, event.target.value)}
        />
        {item.unit !== undefined && (
          <span className={styles.unit} aria-hidden>
            {item.unit}
          </span>
        )}
      </span>
    </div>
  );
}
