import styles from './choices.module.css';
import { InlineCode } from './inline-code';
import { JudgedOrder } from './judged-order';
import quizStyles from './quiz.module.css';
import type { ItemContext } from './quiz-item.machine';
import { Sign } from './sign';
import type { QuizWords } from './words';

interface JudgedProps {
  readonly context: ItemContext;
  readonly words: QuizWords;
}

/** What the server said of an answer: each option with its reason, then the explanation. */
export function Judged({ context, words }: JudgedProps) {
  const { item, result } = context;
  if (result === undefined) return null;
  return (
    <>
      {item.kind === 'order' ? (
        <JudgedOrder context={context} result={result} words={words} />
      ) : (
        <ol className={styles.lines}>
          {item.options.map(({ text }, place) => (
            <JudgedLine key={text} context={context} place={place} words={words} />
          ))}
        </ol>
      )}
      <p className={quizStyles.explanation}>
        <InlineCode>{result.explanation}</InlineCode>
      </p>
    </>
  );
}

function JudgedLine({ context, place, words }: JudgedProps & { readonly place: number }) {
  const option = context.item.options[place];
  const judged = context.result?.options[place];
  if (option === undefined || judged === undefined) return null;
  const { chosen, right, because } = judged;
  const word = chosen ? yourWord(context, words) : missedWord(context, words);
  return (
    <li className={styles.line} data-other={!chosen && !right}>
      <span className={styles.key} data-chosen={chosen} aria-hidden>
        {place + 1}
      </span>
      <span className={styles.text}>
        <InlineCode>{option.text}</InlineCode>
      </span>
      {(chosen || right) && (
        <span className={styles.word}>
          <Sign isRight={right} title={right ? words.signs.right : words.signs.wrong} />
          {word}
        </span>
      )}
      {because !== undefined && (
        <p className={styles.because}>
          <InlineCode>{because}</InlineCode>
        </p>
      )}
    </li>
  );
}

function yourWord({ sure, isResultOfPlaces }: ItemContext, { marks }: QuizWords): string {
  if (!isResultOfPlaces) return marks.yours;
  return sure ? marks.yoursSure : marks.yoursNotSure;
}

/** A single item has one line that happens; of a multiple item this one holds beside what was chosen. */
const missedWord = ({ item, result }: ItemContext, { marks }: QuizWords): string =>
  item.kind === 'multiple' && result?.options.some(({ chosen, right }) => chosen && right) === true
    ? marks.alsoHolds
    : marks.happens;
