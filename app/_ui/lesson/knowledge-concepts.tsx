import { fill } from '@/app/_ui/fill';
import { daysBetween, relativeDay } from '@/app/_ui/review/reader-dates';
import type { KnownConcept } from '@/lib/review/public';
import type { Knowledge } from '@/lib/statistics/knowledge';
import type { Locale } from '@/lib/text';
import { Because } from './knowledge-because';
import styles from './knowledge-concepts.module.css';
import { KnowledgeMark } from './knowledge-mark';
import type { KnowledgeWords } from './knowledge-words';

interface ConceptsProps {
  readonly concepts: readonly KnownConcept[];
  readonly today: string;
  readonly locale: Locale;
  readonly words: KnowledgeWords;
}

/** Concepts as lines: the state in ink and in its word, when it comes back. One that was tried opens: what its state rests on. */
export function Concepts({ concepts, today, locale, words }: ConceptsProps) {
  return (
    <ul className={styles.rows}>
      {concepts.map((concept) => (
        <li key={concept.concept} data-state={concept.state}>
          {concept.state === 'new' ? (
            <div className={styles.row}>
              <Row {...{ concept, today, locale, words }} />
            </div>
          ) : (
            <details>
              <summary className={styles.row}>
                <Row {...{ concept, today, locale, words }} />
                <span className={styles.because}>{words.because}</span>
              </summary>
              <Because {...{ concept, today, locale, words }} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

interface RowProps extends Omit<ConceptsProps, 'concepts'> {
  readonly concept: KnownConcept;
}

function Row({ concept, today, locale, words }: RowProps) {
  return (
    <>
      <KnowledgeMark state={concept.state} />
      <span className={styles.name}>{concept.title}</span>
      <span className={styles.state}>{words.states[concept.state]}</span>
      <span className={styles.due}>{dueText(concept, today, locale, words)}</span>
    </>
  );
}

function dueText({ dueDay }: KnownConcept, today: string, locale: Locale, { comesBack }: KnowledgeWords) {
  if (dueDay === undefined) return '';
  const inDays = Math.max(0, daysBetween(today, dueDay));
  return fill(comesBack, { when: relativeDay(locale, inDays) });
}

const inOrder: readonly Knowledge[] = ['solid', 'ok', 'fading', 'tried', 'new'];

/** What the inks mean. */
export function KnowledgeLegend({ words }: { readonly words: KnowledgeWords }) {
  return (
    <dl className={styles.legend}>
      {inOrder.map((state) => (
        <div key={state}>
          <dt>
            <KnowledgeMark state={state} /> {words.states[state]}
          </dt>
          <dd>{words.meanings[state]}</dd>
        </div>
      ))}
    </dl>
  );
}
