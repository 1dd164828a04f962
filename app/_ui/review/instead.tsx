import { fill } from '@/app/_ui/fill';
import { useProgress } from '@/app/_ui/lesson/progress-store';
import type { Locale } from '@/lib/text';
import styles from './review.module.css';
import { type NumberedLesson, toDoInstead } from './to-do-instead';
import type { ReviewWords } from './words';

interface InsteadProps {
  /** No concept has a date yet. */
  readonly isNobody: boolean;
  readonly locale: Locale;
  readonly words: ReviewWords;
  readonly lessons: readonly NumberedLesson[];
}

/** The one thing to do when nothing is due. */
export function Instead({ isNobody, locale, words, lessons }: InsteadProps) {
  const view = useProgress();
  const asking = lessons.find(({ items }) => items.length > 0);
  if (isNobody && asking) {
    return (
      <a className={styles.button} href={`${asking.href}#quiz`}>
        {fill(words.emptyAction, { n: asking.number, title: asking.title })}
      </a>
    );
  }
  if (view.status === 'loading') return null;
  const todo = toDoInstead(lessons, view);
  return (
    <a className={styles.button} href={todo?.lesson.href ?? `/${locale}/play`}>
      {todo
        ? fill(words.instead[todo.kind], { n: todo.lesson.number, title: todo.lesson.title })
        : words.instead.play}
    </a>
  );
}
