import type { AnswerResult } from '@/lib/quiz/public';
import { fill } from '../fill';
import { InlineText } from '../kit/inline-text';
import type { ItemContext } from './quiz-item.machine';
import { Sign } from './sign';
import type { QuizWords } from './words';
import styles from './written.module.css';
import { ManifestLines } from './yaml-blanks';
import { type Blank, sourceLines } from './yaml-source';
import { yourWord } from './your-word';

interface JudgedWrittenProps {
  readonly context: ItemContext;
  readonly words: QuizWords;
  readonly labelledBy: string;
}

type JudgedText = NonNullable<AnswerResult['texts']>[number];

/** What was written, when the result is of that; an answer of another tab or another day is not at hand. */
const writtenAt = ({ texts, isResultOfPlaces }: ItemContext, at: number): string | undefined =>
  isResultOfPlaces ? (texts[at] ?? '') : undefined;

/** A number after an answer: what was written, what is right and how far from it still counts, and why. */
export function JudgedNumber({ context, words }: Omit<JudgedWrittenProps, 'labelledBy'>) {
  const judged = context.result?.texts?.[0];
  if (judged === undefined) return null;
  const { numeric } = words.kinds;
  const { accepts } = judged;
  const unit = context.item.unit === undefined ? '' : ` ${context.item.unit}`;
  return (
    <ol className={styles.told} data-single>
      <li className={styles.one}>
        <div className={styles.body}>
          <WrittenLines
            judged={judged}
            written={writtenAt(context, 0)}
            yours={yourWord(context, words)}
            belongs={numeric.answer}
            empty=""
            words={words}
          />
          {accepts !== undefined && (
            <p className={styles.word}>
              {fill(numeric.accepts, { low: accepts[0], high: `${accepts[1]}${unit}` })}
            </p>
          )}
          <p className={styles.because}>
            <InlineText text={judged.because} />
          </p>
        </div>
      </li>
    </ol>
  );
}

/** A manifest after an answer: what stood in each blank, ticked or crossed, and below the reasons by number. */
export function JudgedYaml({ context, words, labelledBy }: JudgedWrittenProps) {
  const { item, result } = context;
  const { yaml } = words.kinds;
  const blanks = sourceLines(item.source ?? '').flatMap((line) => line.blanks);
  return (
    <>
      <ManifestLines
        source={item.source ?? ''}
        labelledBy={labelledBy}
        show={({ at }) => (
          <Stood at={at} written={writtenAt(context, at)} judged={result?.texts?.[at]} words={words} />
        )}
      />
      <h5 className={styles.title}>{yaml.listed}</h5>
      <ol className={styles.told}>
        {result?.texts?.map((judged, at) => (
          <li key={blanks[at]?.at} className={styles.one}>
            <span className={styles.key} aria-hidden>
              {at + 1}
            </span>
            <div className={styles.body}>
              <p className={styles.path}>{pathOf(blanks[at], words)}</p>
              <WrittenLines
                judged={judged}
                written={writtenAt(context, at)}
                yours={yourWord(context, words)}
                belongs={yaml.belongs}
                empty={yaml.empty}
                words={words}
              />
              <p className={styles.because}>
                <InlineText text={judged.because} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

interface StoodProps {
  readonly at: number;
  readonly written: string | undefined;
  readonly judged: JudgedText | undefined;
  readonly words: QuizWords;
}

/** In the manifest: what the reader wrote, or what belongs there when that is not known. */
function Stood({ at, written, judged, words: { signs } }: StoodProps) {
  const isRight = judged?.right ?? false;
  return (
    <span className={styles.stood} data-right={isRight || written === undefined}>
      <span className={styles.key}>{at + 1}</span>
      {written !== undefined && <Sign isRight={isRight} title={isRight ? signs.right : signs.wrong} />}
      <span className={styles.value}>{written ?? judged?.answer}</span>
    </span>
  );
}

interface WrittenLinesProps {
  readonly judged: JudgedText;
  readonly written: string | undefined;
  /** Said at what was written. */
  readonly yours: string;
  /** Said at what is right. */
  readonly belongs: string;
  readonly empty: string;
  readonly words: QuizWords;
}

function WrittenLines({ judged, written, yours, belongs, empty, words: { signs } }: WrittenLinesProps) {
  const { right, answer } = judged;
  const isSame = right && written?.trim() === answer;
  return (
    <>
      {written !== undefined && (
        <p className={styles.line}>
          <Sign isRight={right} title={right ? signs.right : signs.wrong} />
          {written.trim() === '' ? empty : <code>{written}</code>}
          <span className={styles.word}>{yours}</span>
        </p>
      )}
      {!isSame && (
        <p className={styles.line}>
          <Sign isRight title={signs.right} />
          <code>{answer}</code>
          <span className={styles.word}>{belongs}</span>
        </p>
      )}
    </>
  );
}

function pathOf(blank: Blank | undefined, { kinds: { yaml } }: QuizWords): string {
  if (blank === undefined) return '';
  const { path, isField } = blank;
  if (isField && path === '') return yaml.fieldTop;
  return isField ? fill(yaml.fieldOf, { path }) : path;
}
