import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { readerLocale } from '../review/reader-dates';
import styles from './quiz.module.css';
import type { QuizWords } from './words';

interface DueLineProps {
  /** The reader's own date, `2026-11-28`. */
  readonly day: string;
  readonly locale: Locale;
  readonly words: QuizWords['due'];
}

/** When the concept of an item is asked again, with the way to where it is said why; once that day is there, the way to the review. */
export function DueLine({ day, locale, words }: DueLineProps) {
  const today = dayHere();
  const isDue = day <= today;
  return (
    <p className={styles.due}>
      {isDue ? words.now : fill(words.on, { day: dayInWords(locale, day, today) })}{' '}
      <a href={`/${locale}/review`}>{isDue ? words.review : words.why}</a>
    </p>
  );
}

/** Today by this browser's clock. */
function dayHere(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const dayInWords = (locale: Locale, day: string, today: string): string =>
  new Intl.DateTimeFormat(readerLocale(locale), {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  }).format(new Date(`${day}T00:00:00Z`));
