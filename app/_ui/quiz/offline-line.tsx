'use client';
import { useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import page from '../kit/page.module.css';
import { counted } from '../review/reader-dates';
import styles from './offline-line.module.css';
import type { OfflineWords } from './offline-words';
import { sendOthers } from './outbox';
import { useWaiting, type Waiting } from './use-waiting';
import { waitingChanged } from './waiting-answers';

interface OfflineLineProps {
  readonly locale: Locale;
  readonly words: OfflineWords;
}

/**
 * One line under the header while this browser is offline or keeps answers that the server does not take, with how many. It also
 * sends the answers that wait for the quiz of another page.
 */
export function OfflineLine({ locale, words }: OfflineLineProps) {
  const waiting = useWaiting();
  useSending(locale);
  const sentence = useSentence(waiting, locale, words);
  const offered = Object.entries(waiting.offered);
  return (
    <div className={`${page.inner} ${styles.place}`}>
      <p className={styles.line} role="status">
        {sentence}
      </p>
      {offered.map(([lesson, n]) => (
        <p key={lesson} className={styles.line}>
          {counted(locale, words.offered, n)}{' '}
          {lesson === 'review' ? (
            <a href={`/${locale}/review`}>{words.toReview}</a>
          ) : (
            <a href={`/${locale}/learn/${lesson}#quiz`}>{words.toQuiz}</a>
          )}
        </p>
      ))}
    </div>
  );
}

/** What stands in the line; once something has waited, also that it is sent. */
function useSentence(waiting: Waiting, locale: Locale, words: OfflineWords): string {
  const [hasWaited, setHasWaited] = useState(false);
  const { isOnline, isStuck, answers, sections } = waiting;
  const waits = answers + sections > 0;
  const isSaid = !isOnline || (isStuck && waits);
  if (isSaid && waits && !hasWaited) setHasWaited(true);
  if (!isSaid) return hasWaited && !waits ? words.sent : '';
  return sentenceOf(waiting, locale, words);
}

export function sentenceOf(waiting: Waiting, locale: Locale, words: OfflineWords): string {
  const { isOnline, answers, sections, isInPage } = waiting;
  const said = [isOnline ? words.unreachable : words.offline, waitsText(answers, sections, locale, words)];
  if (isInPage) said.push(words.inPage);
  return said.join(locale === 'zh' ? '' : ' ');
}

function waitsText(answers: number, sections: number, locale: Locale, words: OfflineWords): string {
  if (answers + sections === 0) return words.nothingWaits;
  const ofAnswers = counted(locale, words.answers, answers);
  const ofSections = counted(locale, words.sections, sections);
  const both = fill(words.both, { answers: ofAnswers, sections: ofSections });
  const what = answers === 0 ? ofSections : sections === 0 ? ofAnswers : both;
  return counted(locale, words.waits, answers + sections, { what });
}

/** Sends what waits for other pages: now, when the connection is back, when the server asked for it, and when there is more. */
function useSending(locale: Locale) {
  const isSending = useRef(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const send = async () => {
      if (isSending.current) return;
      isSending.current = true;
      clearTimeout(timer);
      const againMs = await sendOthers(locale);
      isSending.current = false;
      if (againMs !== undefined && !isOver) timer = setTimeout(() => void send(), againMs);
    };
    void send();
    const changes = ['online', waitingChanged] as const;
    for (const change of changes) window.addEventListener(change, send);
    return () => {
      isOver = true;
      clearTimeout(timer);
      for (const change of changes) window.removeEventListener(change, send);
    };
  }, [locale]);
}
