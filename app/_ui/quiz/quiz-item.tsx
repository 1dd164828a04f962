import { useId } from 'react';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { InlineText } from '../kit/inline-text';
import { AnswerRow, LabRow, NextRow } from './item-actions';
import { Judged } from './judged';
import { OpenItem } from './open-item';
import styles from './quiz.module.css';
import type { ItemContext, ItemSnapshot } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';
import { verdictOf } from './verdict';
import type { QuizWords } from './words';

interface QuizItemProps {
  readonly snapshot: ItemSnapshot;
  /** Whether no item is left that was never answered. */
  readonly isLast: boolean;
  readonly lesson: string;
  readonly locale: Locale;
  readonly words: QuizWords;
  readonly run: QuizRun;
}

/** One item: its question, then what the reader does about it, then what became of that. */
export function QuizItem({ snapshot, isLast, lesson, locale, words, run }: QuizItemProps) {
  const questionId = useId();
  const noticeId = useId();
  const { context } = snapshot;
  const { item, hints } = context;
  const verdict = verdictOf(words, snapshot);
  const isOpen = verdict === undefined;
  return (
    <div className={styles.item}>
      <h3 id={questionId} className={styles.question} data-focus="question" tabIndex={-1}>
        <InlineText text={item.question} />
      </h3>
      {isOpen && (
        <OpenItem
          {...{ snapshot, lesson, locale, words, run }}
          labelledBy={questionId}
          describedBy={noticeId}
        />
      )}
      {verdict !== undefined && (
        <>
          <h4 className={styles.verdict} data-focus="result" tabIndex={-1}>
            {verdict}
          </h4>
          <Judged {...{ context, locale, words }} labelledBy={questionId} />
        </>
      )}
      {isOpen && (
        <ol className={styles.hints} aria-live="polite">
          {hints.map((hint, index) => (
            <li key={hint}>
              <b>{fill(words.hintNumber, { n: index + 1 })}</b> <InlineText text={hint} />
            </li>
          ))}
        </ol>
      )}
      <p
        id={noticeId}
        className={styles.notice}
        role="status"
        data-waits={context.notice?.kind === 'waits' || context.notice?.kind === 'waitsInPage'}
      >
        {noticeText(words, context)}
      </p>
      <Actions {...{ snapshot, isLast, isOpen, words, run }} />
    </div>
  );
}

type ActionsProps = Pick<QuizItemProps, 'snapshot' | 'isLast' | 'words' | 'run'> & {
  readonly isOpen: boolean;
};

function Actions({ isOpen, isLast, ...row }: ActionsProps) {
  if (!isOpen) return <NextRow {...row} isLast={isLast} />;
  return row.snapshot.context.item.kind === 'lab' ? (
    <LabRow {...row} isLast={isLast} />
  ) : (
    <AnswerRow {...row} />
  );
}

function noticeText(words: QuizWords, { notice, item }: ItemContext): string {
  if (notice === undefined) return '';
  if (notice.kind === 'refused') return notice.message === '' ? words.notices.refused : notice.message;
  return notice.kind === 'missing' ? missingText(words, item.kind) : words.notices[notice.kind];
}

function missingText({ notices, kinds }: QuizWords, kind: ItemContext['item']['kind']): string {
  if (kind === 'multiple') return notices.missingAny;
  return kind === 'single' || kind === 'predict' || kind === 'order' ? notices.missing : kinds.missing[kind];
}
