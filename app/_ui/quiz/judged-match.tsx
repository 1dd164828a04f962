import { InlineText } from '../kit/inline-text';
import styles from './match-rows.module.css';
import type { ItemContext } from './quiz-item.machine';
import { Sign } from './sign';
import type { QuizWords } from './words';
import { yourWord } from './your-word';

interface JudgedMatchProps {
  readonly context: ItemContext;
  readonly words: QuizWords;
}

/** The rows of a match item after an answer: each right or wrong, with what belongs there and its reason. */
export function JudgedMatch({ context, words }: JudgedMatchProps) {
  const { item, result } = context;
  return (
    <ol className={styles.rows}>
      {item.stems?.map((stem, at) => {
        const judged = result?.stems?.[at];
        return (
          <li key={stem} className={styles.row}>
            <span className={styles.number} aria-hidden>
              {at + 1}
            </span>
            <span className={styles.stem}>
              <InlineText text={stem} />
            </span>
            {judged !== undefined && <JudgedStem {...{ context, judged, at, words }} />}
          </li>
        );
      })}
    </ol>
  );
}

interface JudgedStemProps extends JudgedMatchProps {
  readonly at: number;
  readonly judged: { readonly right: boolean; readonly answer: number; readonly because: string };
}

function JudgedStem({ context, judged: { right, answer, because }, at, words }: JudgedStemProps) {
  const { item, places, isResultOfPlaces } = context;
  const { match } = words.kinds;
  const yours = isResultOfPlaces ? item.options[places[at] ?? -1]?.text : undefined;
  const isMissed = isResultOfPlaces && yours === undefined;
  return (
    <div className={styles.judged}>
      {(right || yours !== undefined || isMissed) && (
        <Line isRight={right} text={right ? item.options[answer]?.text : yours} words={words}>
          {isMissed ? match.notChosen : yourWord(context, words)}
        </Line>
      )}
      {!right && (
        <Line isRight text={item.options[answer]?.text} words={words}>
          {match.belongs}
        </Line>
      )}
      <p className={styles.because}>
        <InlineText text={because} />
      </p>
    </div>
  );
}

interface LineProps {
  readonly isRight: boolean;
  readonly text: string | undefined;
  readonly words: QuizWords;
  readonly children: string;
}

const Line = ({ isRight, text, words: { signs }, children }: LineProps) => (
  <p className={styles.line}>
    <Sign isRight={isRight} title={isRight ? signs.right : signs.wrong} />
    {text !== undefined && (
      <span>
        <InlineText text={text} />
      </span>
    )}
    <span className={styles.word}>{children}</span>
  </p>
);
