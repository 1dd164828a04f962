import { reviewLesson } from '@/lib/quiz/item-ref';
import type { PublicQuiz } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';

/**
 * Quizzes that were opened in this browser, to be answered without a connection: what is still to be answered of them, as anybody sees it
 * before an answer. What was said of an answer is not kept. A new reader's browser forgets them with all else (review/kept-here.ts).
 */
const keyOf = (lesson: string, locale: Locale) => `podium-quiz-${locale}-${lesson}`;

/** Keeps what is open of a quiz as it came. A browser that is full or stores nothing keeps none. */
export function keepQuiz(quiz: PublicQuiz, locale: Locale): void {
  if (quiz.lesson === reviewLesson) return;
  const items = quiz.items.filter(({ result }) => result === undefined);
  try {
    localStorage.setItem(keyOf(quiz.lesson, locale), JSON.stringify({ ...quiz, items } satisfies PublicQuiz));
  } catch {
    // The quiz is then fetched each time.
  }
}

export function keptQuiz(lesson: string, locale: Locale): PublicQuiz | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(lesson, locale)) ?? 'null');
    const isQuiz = typeof kept === 'object' && kept !== null && 'items' in kept && Array.isArray(kept.items);
    return isQuiz ? (kept as PublicQuiz) : undefined;
  } catch {
    return undefined;
  }
}

/** An item that was judged is no longer as it is kept: its next try has another order. */
export function keepWithout(lesson: string, item: string, locale: Locale): void {
  const kept = keptQuiz(lesson, locale);
  if (kept) keepQuiz({ ...kept, items: kept.items.filter(({ id }) => id !== item) }, locale);
}
