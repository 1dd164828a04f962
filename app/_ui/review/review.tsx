'use client';

import { useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { Quiz } from '@/app/_ui/quiz/quiz';
import { useWaiting } from '@/app/_ui/quiz/use-waiting';
import type { QuizWords } from '@/app/_ui/quiz/words';
import type { ReviewState } from '@/lib/review/public';
import type { Locale } from '@/lib/text';
import { DueList, LaterList } from './concept-dates';
import { Instead } from './instead';
import { counted, dayText, relativeDay } from './reader-dates';
import styles from './review.module.css';
import type { NumberedLesson } from './to-do-instead';
import { useAsked } from './use-asked';
import type { ReviewWords } from './words';

export interface ReviewProps {
  readonly locale: Locale;
  readonly words: ReviewWords;
  readonly quizWords: QuizWords;
  /** Concepts that one review asks at most. */
  readonly most: number;
  /** The lessons that are written, in the order of the course. */
  readonly lessons: readonly NumberedLesson[];
}

/** How long an item of a review takes, minutes: to read it, to answer it, to read what is said of the answer. */
const minutesEach = 0.75;

const isReviewState = (body: unknown): body is ReviewState => {
  const { today, due, later, open } = (body ?? {}) as Partial<ReviewState>;
  return typeof today === 'string' && Array.isArray(due) && Array.isArray(later) && typeof open === 'number';
};

/**
 * What is due today, as a sentence and as questions; then why each is due, and what comes later. The questions stay until the
 * page is left, for the last answer makes nothing due and its result is to be read. They also come for what today's review asked
 * and is not right yet, and for an answer that the server did not take, to be given again.
 */
export function Review(props: ReviewProps) {
  const { locale, words, quizWords } = props;
  const [asked, again] = useAsked('/api/review', locale, isReviewState);
  const { answers, offered } = useWaiting();
  const [isBegun, begin] = useState(false);
  const hasQuestions =
    asked.status === 'ready' &&
    (asked.value.due.length > 0 || asked.value.open > 0 || offered.review !== undefined);
  if (hasQuestions && !isBegun) begin(true);
  if (asked.status === 'loading') return <p className={styles.quiet}>{words.loading}</p>;
  return (
    <>
      {asked.status === 'ready' ? (
        <Opening {...props} state={asked.value} isBegun={isBegun} />
      ) : (
        <Unanswered {...{ locale, words, again, answers }} isOffline={asked.status === 'offline'} />
      )}
      {isBegun && (
        <section className={styles.questions} aria-labelledby="questions">
          <h2 id="questions" className="unseen">
            {words.questions}
          </h2>
          <Quiz lesson="review" locale={locale} words={quizWords} />
        </section>
      )}
      {asked.status === 'ready' && (
        <>
          <DueList state={asked.value} locale={locale} words={words} />
          <LaterList state={asked.value} locale={locale} words={words} />
        </>
      )}
    </>
  );
}

interface OpeningProps extends ReviewProps {
  readonly state: ReviewState;
  readonly isBegun: boolean;
}

/** What is the case today, and what to do if that is nothing. */
function Opening({ state, isBegun, locale, words, lessons, most }: OpeningProps) {
  const isNobody = state.due.length + state.later.length === 0;
  return (
    <div className={styles.sentence}>
      <p role="status">{isNobody ? words.empty : dueSentence({ state, isBegun, locale, words, most })}</p>
      {state.due.length + state.open === 0 && <Instead {...{ isNobody, locale, words, lessons }} />}
    </div>
  );
}

/** The sentence of the day. */
export function dueSentence({
  state,
  isBegun,
  locale,
  words,
  most,
}: Omit<OpeningProps, 'lessons' | 'quizWords'>) {
  const space = locale === 'zh' ? '' : ' ';
  const { length } = state.due;
  if (length > 0) {
    const inOne = Math.min(length, most);
    return [
      counted(locale, words.due, length),
      ...(inOne < length ? [counted(locale, words.most, inOne)] : []),
      counted(locale, words.minutes, Math.max(1, Math.ceil(inOne * minutesEach))),
    ].join(space);
  }
  const isToGoOn = state.open > 0;
  return [
    isBegun || isToGoOn ? words.doneToday : words.nothingDue,
    ...(isToGoOn ? [counted(locale, words.open, state.open)] : []),
    nextSentence(state, locale, words),
  ].join(space);
}

/** Which concept comes next and when, with how many others on that day. */
function nextSentence({ later, today }: ReviewState, locale: Locale, words: ReviewWords): string {
  const [first] = later;
  if (first === undefined) return '';
  const others = later.filter(({ dueDay }) => dueDay === first.dueDay).length - 1;
  const values = {
    title: first.title,
    when: relativeDay(locale, first.inDays),
    date: dayText(locale, first.dueDay, today),
  };
  return others === 0 ? fill(words.next, values) : counted(locale, words.nextMany, others, values);
}

interface UnansweredProps extends Pick<ReviewProps, 'locale' | 'words'> {
  readonly isOffline: boolean;
  /** How many answers wait in this browser. */
  readonly answers: number;
  readonly again: () => void;
}

function Unanswered({ isOffline, answers, again, locale, words }: UnansweredProps) {
  return (
    <div className={styles.failed} role="alert">
      <p>{isOffline ? words.offline : words.failed}</p>
      <p>{isOffline ? words.offlineKept : words.failedKept}</p>
      {answers > 0 && <p>{counted(locale, words.waiting, answers)}</p>}
      <button type="button" className={styles.button} onClick={again}>
        {words.again}
      </button>
    </div>
  );
}
