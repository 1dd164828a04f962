import { useId } from 'react';
import { fill } from '../fill';
import { Choices } from './choices';
import { InlineCode } from './inline-code';
import { AnswerRow, NextRow } from './item-actions';
import { Judged } from './judged';
import { OrderRows } from './order-rows';
import styles from './quiz.module.css';
import type { ItemNotice, ItemSnapshot } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';
import { verdictOf } from './verdict';
import type { QuizWords } from './words';

interface QuizItemProps {
  readonly snapshot: ItemSnapshot;
  /** Whether no item is left that was never answered. */
  readonly isLast: boolean;
  readonly words: QuizWords;
  readonly run: QuizRun;
}

/** One item: its question, then what the reader does about it, then what became of that. */
export function QuizItem({ snapshot, isLast, words, run }: QuizItemProps) {
  const questionId = useId();
  const noticeId = useId();
  const { value, context } = snapshot;
  const { item, hints } = context;
  const verdict = verdictOf(words, snapshot);
  const isOpen = verdict === undefined;
  return (
    <div className={styles.item}>
      <h3 id={questionId} className={styles.question} data-focus="question" tabIndex={-1}>
        <InlineCode>{item.question}</InlineCode>
      </h3>
      {isOpen && item.tryNumber > 1 && (
        <p className={styles.note}>{fill(words.tryNumber, { n: item.tryNumber })}</p>
      )}
      {isOpen && item.kind === 'multiple' && <p className={styles.note}>{words.chooseAll}</p>}
      {isOpen && item.kind === 'order' && (
        <OrderRows
          context={context}
          isLocked={value !== 'open'}
          labelledBy={questionId}
          words={words}
          run={run}
        />
      )}
      {isOpen && item.kind !== 'order' && (
        <Choices context={context} labelledBy={questionId} describedBy={noticeId} choose={run.choose} />
      )}
      {verdict !== undefined && (
        <>
          <h4 className={styles.verdict} data-focus="result" tabIndex={-1}>
            {verdict}
          </h4>
          <Judged context={context} words={words} />
        </>
      )}
      {isOpen && (
        <ol className={styles.hints} aria-live="polite">
          {hints.map((hint, index) => (
            <li key={hint}>
              <b>{fill(words.hintNumber, { n: index + 1 })}</b> <InlineCode>{hint}</InlineCode>
            </li>
          ))}
        </ol>
      )}
      <p id={noticeId} className={styles.notice} role="status" data-waits={context.notice?.kind === 'waits'}>
        {noticeText(words, context.notice, item.kind === 'multiple')}
      </p>
      {isOpen ? (
        <AnswerRow snapshot={snapshot} words={words} run={run} />
      ) : (
        <NextRow snapshot={snapshot} isLast={isLast} words={words} run={run} />
      )}
    </div>
  );
}

function noticeText(words: QuizWords, notice: ItemNotice | undefined, isMultiple: boolean): string {
  if (notice === undefined) return '';
  if (notice.kind === 'refused') return notice.message === '' ? words.notices.refused : notice.message;
  return notice.kind === 'missing' && isMultiple ? words.notices.missingAny : words.notices[notice.kind];
}
