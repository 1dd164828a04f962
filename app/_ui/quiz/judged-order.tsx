import type { AnswerResult } from '@/lib/quiz/public';
import { fill } from '../fill';
import { InlineText } from '../kit/inline-text';
import styles from './judged-order.module.css';
import { LaneGlyph } from './lane-glyph';
import { movedIndices } from './ordering';
import quizStyles from './quiz.module.css';
import type { ItemContext } from './quiz-item.machine';
import { Sign } from './sign';
import type { QuizWords } from './words';

interface JudgedOrderProps {
  readonly context: ItemContext;
  readonly result: AnswerResult;
  readonly words: QuizWords;
}

interface Row {
  readonly place: number;
  readonly isMoved: boolean;
  /** Said at the end of a moved row. */
  readonly word: string;
}

/** The reader's order beside a right one; the fewest rows that would have to move are told apart in both. */
export function JudgedOrder({ context, result, words }: JudgedOrderProps) {
  const rank = (place: number) => result.options[place]?.placeInOrder ?? place;
  const right = context.item.options.map((_, place) => place).sort((a, b) => rank(a) - rank(b));
  const yours = context.isResultOfPlaces ? context.places : undefined;
  const moved = movedIndices((yours ?? []).map(rank));
  const isMoved = (place: number) => yours !== undefined && moved.has(yours.indexOf(place));
  const rows = (places: readonly number[], other: readonly number[], word: string): readonly Row[] =>
    places.map((place, index) => {
      const there = other.indexOf(place);
      return {
        place,
        isMoved: isMoved(place),
        word: fill(there === index ? words.order.samePlace : word, { n: there + 1 }),
      };
    });
  const { order } = words;
  const showsRight = yours === undefined || !result.correct;
  return (
    <>
      <div className={styles.orders}>
        {yours !== undefined && (
          <Order
            title={order.yours}
            rows={rows(yours, right, order.belongs)}
            isRight={result.correct}
            {...{ context, words }}
          />
        )}
        {showsRight && (
          <Order
            title={order.rightOne}
            rows={rows(right, yours ?? right, order.stood)}
            isRight
            {...{ context, words }}
          />
        )}
      </div>
      {moved.size > 0 && <p className={quizStyles.noteBelow}>{order.otherOrders}</p>}
    </>
  );
}

interface OrderProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly isRight: boolean;
  readonly context: ItemContext;
  readonly words: QuizWords;
}

function Order({ title, rows, isRight, context, words }: OrderProps) {
  const { item, result } = context;
  const sign = isRight ? words.signs.right : words.signs.wrong;
  return (
    <section className={styles.order} aria-label={title}>
      <h5 className={styles.title}>{title}</h5>
      <ol>
        {rows.map(({ place, isMoved, word }, index) => (
          <li key={place} className={styles.row} data-moved={isMoved && !(isRight && result?.correct)}>
            <span className={styles.number}>{index + 1}</span>
            <LaneGlyph name={item.options[place]?.glyph} />
            <span className={styles.text}>
              <InlineText text={item.options[place]?.text ?? ''} />
              {isRight && result?.options[place]?.because !== undefined && (
                <span className={styles.because}>
                  <InlineText text={result.options[place].because} />
                </span>
              )}
            </span>
            {isMoved && !result?.correct && (
              <span className={styles.word}>
                <Sign isRight={isRight} title={sign} />
                {word}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
