import type { AnswerResult } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { InlineText } from '../kit/inline-text';
import { Believed } from './believed';
import styles from './choices.module.css';
import { DueLine } from './due-line';
import { JudgedMatch } from './judged-match';
import { JudgedOrder } from './judged-order';
import { JudgedRegions } from './judged-regions';
import { JudgedNumber, JudgedYaml } from './judged-written';
import { JudgedGoals } from './lab-link';
import quizStyles from './quiz.module.css';
import type { ItemContext } from './quiz-item.machine';
import { Sign } from './sign';
import { calibrationOf } from './verdict';
import type { QuizWords } from './words';
import { yourRegion } from './your-word';

interface LineProps {
  readonly context: ItemContext;
  readonly words: QuizWords;
}

interface JudgedProps extends LineProps {
  /** Id of the question. */
  readonly labelledBy: string;
  readonly locale: Locale;
}

/** What the server said of an answer: each part with its reason, then the explanation, then when the concept comes back. */
export function Judged(props: JudgedProps) {
  const { context, locale, words } = props;
  const { result } = context;
  if (result === undefined) return null;
  const uncalibrated = calibrationOf(context);
  return (
    <>
      {uncalibrated !== undefined && <p className={quizStyles.note}>{words.calibration[uncalibrated]}</p>}
      {tellsOfParts(result) && <JudgedParts {...props} />}
      {result.believed && <Believed believed={result.believed} locale={locale} asIf={words.asIf} />}
      {result.explanation !== '' && (
        <p className={quizStyles.explanation}>
          <InlineText text={result.explanation} />
        </p>
      )}
      {result.dueDay !== undefined && <DueLine day={result.dueDay} locale={locale} words={words.due} />}
    </>
  );
}

/** Of an answer to a question that has changed since, nothing is told of its parts: what stands there now was not answered. */
const tellsOfParts = ({ options, stems, texts, goals }: AnswerResult): boolean =>
  options.length > 0 || [stems, texts, goals].some((parts) => parts !== undefined);

function JudgedParts({ context, labelledBy, words }: Omit<JudgedProps, 'locale'>) {
  const { item, result } = context;
  switch (item.kind) {
    case 'order':
      return result && <JudgedOrder {...{ context, result, words }} />;
    case 'match':
      return <JudgedMatch {...{ context, words }} />;
    case 'numeric':
      return <JudgedNumber {...{ context, words }} />;
    case 'yaml':
      return <JudgedYaml {...{ context, words, labelledBy }} />;
    case 'lab':
      return result?.goals && <JudgedGoals goals={result.goals} words={words} />;
    case 'hotspot':
      if (item.source !== undefined) return <JudgedRegions {...{ context, words }} />;
  }
  return (
    <ol className={styles.lines}>
      {item.options.map(({ text }, place) => (
        <JudgedLine key={text} {...{ context, place, words }} />
      ))}
    </ol>
  );
}

function JudgedLine({ context, place, words }: LineProps & { readonly place: number }) {
  const option = context.item.options[place];
  const judged = context.result?.options[place];
  if (option === undefined || judged === undefined) return null;
  const { chosen, right, near, because } = judged;
  const word = chosen ? yourRegion(context, words, near === true) : missedWord(context, words);
  return (
    <li className={styles.line} data-other={!chosen && !right}>
      <span className={styles.key} data-chosen={chosen} aria-hidden>
        {place + 1}
      </span>
      <span className={styles.text}>
        <InlineText text={option.text} />
      </span>
      {(chosen || right) && (
        <span className={styles.word}>
          <Sign isRight={right} title={right ? words.signs.right : words.signs.wrong} />
          {word}
        </span>
      )}
      {near && !chosen && <span className={styles.word}>{words.kinds.hotspot.near}</span>}
      {because !== undefined && (
        <p className={styles.because}>
          <InlineText text={because} />
        </p>
      )}
    </li>
  );
}

/** A single item has one line that happens; of a multiple item this one holds beside what was chosen. */
function missedWord({ item, result }: ItemContext, { marks }: QuizWords): string {
  const isPartlyFound = result?.options.some(({ chosen, right }) => chosen && right) === true;
  const mayBeMany = item.kind === 'multiple' || item.kind === 'hotspot';
  return mayBeMany && isPartlyFound ? marks.alsoHolds : marks.happens;
}
