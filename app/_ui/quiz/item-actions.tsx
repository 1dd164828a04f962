import { useId } from 'react';
import { fill } from '../fill';
import { KeyHints } from './key-hints';
import styles from './quiz.module.css';
import type { ItemSnapshot } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';
import type { QuizWords } from './words';

interface AnswerRowProps {
  readonly snapshot: ItemSnapshot;
  readonly words: QuizWords;
  readonly run: QuizRun;
}

/** What can be done with an item before it is judged. One black button stays in its place, so that it keeps the focus. */
export function AnswerRow({ snapshot: { value, context }, words, run }: AnswerRowProps) {
  const isOpen = value === 'open';
  const isWaiting = value === 'waitingToSend';
  return (
    <div className={styles.actions}>
      <SureSwitch sure={context.sure} isLocked={!isOpen} words={words} setSure={run.setSure} />
      <button
        type="button"
        className={`${styles.button} ${styles.primary}`}
        aria-disabled={value === 'answering'}
        onClick={isOpen ? run.answer : run.sendWaiting}
      >
        {value === 'answering' ? words.sending : isWaiting ? words.sendNow : words.answer}
      </button>
      <HintButton {...{ context, isOpen, words, run }} />
      {isOpen && <KeyHints item={context.item} words={words} />}
    </div>
  );
}

type SureSwitchProps = {
  readonly sure: boolean;
  readonly isLocked: boolean;
  readonly words: QuizWords;
  readonly setSure: (sure: boolean) => void;
};

function SureSwitch({ sure, isLocked, words, setSure }: SureSwitchProps) {
  const name = useId();
  return (
    <div className={styles.switch} role="radiogroup" aria-label={words.certainty} aria-disabled={isLocked}>
      {[true, false].map((value) => (
        <label key={String(value)}>
          <input type="radio" name={name} checked={sure === value} onChange={() => setSure(value)} />
          <span>{value ? words.sure : words.notSure}</span>
        </label>
      ))}
    </div>
  );
}

interface HintButtonProps {
  readonly context: ItemSnapshot['context'];
  readonly isOpen: boolean;
  readonly words: QuizWords;
  readonly run: QuizRun;
}

function HintButton({ context, isOpen, words, run }: HintButtonProps) {
  const { item, hintsLeft, isAskingHint } = context;
  if (item.hintCount === 0) return null;
  return (
    <button
      type="button"
      className={styles.button}
      aria-disabled={!isOpen || hintsLeft === 0 || isAskingHint}
      onClick={run.askHint}
    >
      {hintsLeft === 0 ? words.noHints : fill(words.hint, { left: hintsLeft })}
    </button>
  );
}

/** What can be done with an item that is answered elsewhere: it can be passed. */
export function LabRow({ snapshot: { value, context }, isLast, words, run }: NextRowProps) {
  return (
    <div className={styles.actions}>
      <button type="button" className={styles.button} onClick={run.next}>
        {isLast ? words.toSummary : words.next}
      </button>
      <HintButton {...{ context, words, run }} isOpen={value === 'open'} />
    </div>
  );
}

type NextRowProps = AnswerRowProps & { readonly isLast: boolean };

/** What can be done after an item was judged. */
export function NextRow({ snapshot, isLast, words, run }: NextRowProps) {
  const { value, context } = snapshot;
  return (
    <div className={styles.actions}>
      <button type="button" className={`${styles.button} ${styles.primary}`} onClick={run.next}>
        {isLast ? words.toSummary : words.next}
      </button>
      {value !== 'right' && (
        <button
          type="button"
          className={styles.button}
          aria-disabled={value === 'reopening'}
          onClick={run.tryAgain}
        >
          {value === 'reopening' ? words.reopening : words.tryAgain}
        </button>
      )}
      <span className={styles.keys}>
        <kbd>Enter</kbd>
      </span>
      {context.result !== undefined && <span className={styles.saved}>{words.saved}</span>}
    </div>
  );
}
