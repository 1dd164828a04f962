import { fill } from '../fill';
import styles from './item-marks.module.css';
import { type ItemSnapshot, type MarkState, markOf } from './quiz-item.machine';
import type { QuizWords } from './words';

interface ItemMarksProps {
  readonly items: readonly ItemSnapshot[];
  readonly current: number;
  readonly words: QuizWords;
  readonly show: (index: number) => void;
}

const inLegend = ['firstTry', 'later', 'wrong', 'new'] as const;

/** Where the reader is in the quiz: a mark for each item, which is also the way to it, and what the marks mean. */
export function ItemMarks({ items, current, words, show }: ItemMarksProps) {
  const place = current < items.length ? fill(words.itemOf, { n: current + 1, of: items.length }) : '';
  return (
    <nav className={styles.where} aria-label={words.items}>
      <p className={styles.place}>
        {words.quiz}
        <span>{place}</span>
      </p>
      <ol className={styles.marks}>
        {items.map((item, index) => (
          <li key={item.context.item.id}>
            <ItemButton item={item} index={index} isHere={index === current} words={words} show={show} />
          </li>
        ))}
      </ol>
      <p className={styles.legend}>
        {inLegend.map((state) => (
          <span key={state}>{words.legend[state]}</span>
        ))}
      </p>
    </nav>
  );
}

interface ItemButtonProps {
  readonly item: ItemSnapshot;
  readonly index: number;
  readonly isHere: boolean;
  readonly words: QuizWords;
  readonly show: (index: number) => void;
}

function ItemButton({ item, index, isHere, words, show }: ItemButtonProps) {
  const state = markOf(item);
  const label = fill(words.mark, { n: index + 1, state: words.states[state] });
  return (
    <button
      type="button"
      className={styles.mark}
      aria-label={label}
      title={label}
      aria-current={isHere ? 'step' : undefined}
      onClick={() => show(index)}
    >
      <svg viewBox="-14 -10 28 20" width={28} height={20} aria-hidden>
        {isHere && <path className={styles.here} d={state === 'new' ? 'M0 -9V9' : 'M-12 -9V9'} />}
        {!(isHere && state === 'new') && <MarkShape state={state} />}
      </svg>
    </button>
  );
}

function MarkShape({ state }: { readonly state: MarkState }) {
  switch (state) {
    case 'firstTry':
      return <circle className={styles.solid} r={7} />;
    case 'later':
      return (
        <>
          <circle className={styles.ring} r={6.2} />
          <path className={styles.solid} d="M-6.2 0A6.2 6.2 0 0 0 6.2 0Z" />
        </>
      );
    case 'wrong':
      return <circle className={styles.ring} r={6.2} />;
    case 'waiting':
      return (
        <>
          <circle className={styles.waits} r={6.2} />
          <circle className={styles.waitsCore} r={2.2} />
        </>
      );
    case 'new':
      return <circle className={styles.dots} r={6.2} pathLength={12} />;
  }
}
