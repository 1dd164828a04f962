import { counted } from '@/app/_ui/review/reader-dates';
import type { KnowledgeOfConcepts, KnownConcept } from '@/lib/review/public';
import type { Locale } from '@/lib/text';
import { Concepts } from './knowledge-concepts';
import type { KnowledgeWords } from './knowledge-words';
import styles from './not-begun.module.css';

interface NotBegunProps {
  readonly known: KnowledgeOfConcepts;
  /** Slugs of the lessons that are begun. */
  readonly slugs: ReadonlySet<string>;
  readonly locale: Locale;
  readonly words: KnowledgeWords;
}

/** The concepts of the other lessons: a line a lesson, folded unless another lesson's quiz has asked one of them. */
export function NotBegun({ known: { concepts, today }, slugs, locale, words }: NotBegunProps) {
  const others = concepts.filter(({ lesson }) => !slugs.has(lesson.slug));
  const lessons = [...new Set(others.map(({ lesson }) => lesson.slug))];
  if (lessons.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="not-begun">
      <h2 id="not-begun">{words.notBegun}</h2>
      {lessons.map((slug) => (
        <Folded
          key={slug}
          own={others.filter(({ lesson }) => lesson.slug === slug)}
          {...{ today, locale, words }}
        />
      ))}
    </section>
  );
}

interface FoldedProps extends Pick<NotBegunProps, 'locale' | 'words'> {
  readonly own: readonly KnownConcept[];
  readonly today: string;
}

function Folded({ own, today, locale, words }: FoldedProps) {
  const lesson = own[0]?.lesson;
  return (
    <details className={styles.lesson} open={own.some(({ state }) => state !== 'new')}>
      <summary>
        {lesson?.title}
        <span>{counted(locale, words.notBegunCount, own.length)}</span>
      </summary>
      <Concepts concepts={own} {...{ today, locale, words }} />
    </details>
  );
}
