import { fill } from '../fill';
import { InlineText } from '../kit/inline-text';
import styles from './quiz.module.css';
import { type ItemSnapshot, markOf } from './quiz-item.machine';
import type { QuizWords } from './words';

interface SummaryProps {
  readonly items: readonly ItemSnapshot[];
  readonly words: QuizWords;
  readonly show: (index: number) => void;
}

/** How the quiz went, in one sentence with its counts, and the items that can be tried again. */
export function Summary({ items, words, show }: SummaryProps) {
  const open = items
    .map((item, index) => ({ item: item.context.item, state: markOf(item), index }))
    .filter(({ state }) => state !== 'firstTry' && state !== 'later');
  return (
    <div className={styles.item}>
      <h3 className={styles.question} data-focus="summary" tabIndex={-1}>
        {summarySentence(items, words)}
      </h3>
      {open.length > 0 && (
        <>
          <h4 className={styles.againTitle}>{words.summary.again}</h4>
          <ul className={styles.again}>
            {open.map(({ item, state, index }) => (
              <li key={item.id}>
                <button type="button" onClick={() => show(index)}>
                  <span className={styles.againItem}>{fill(words.summary.item, { n: index + 1 })}</span>
                  <span>
                    <InlineText text={item.question} />
                  </span>
                  <span className={styles.againState}>{words.states[state]}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Counts every item once; one whose answer is on its way counts as not right yet. */
export function summarySentence(items: readonly ItemSnapshot[], { summary }: QuizWords): string {
  const states = items.map(markOf);
  const of = items.length;
  const first = states.filter((state) => state === 'firstTry').length;
  const later = states.filter((state) => state === 'later').length;
  const wrong = of - first - later;
  if (first === of) return fill(summary.allFirst, { of });
  return fill(wrong === 0 ? summary.allRight : summary.mixed, { of, first, later, wrong });
}
