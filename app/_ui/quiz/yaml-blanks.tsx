import { Fragment } from 'react';
import { fill } from '../fill';
import quizStyles from './quiz.module.css';
import type { ItemContext } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';
import source from './source.module.css';
import type { QuizWords } from './words';
import styles from './written.module.css';
import { type Blank, blankCount, sourceLines } from './yaml-source';

interface YamlBlanksProps {
  readonly context: ItemContext;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly words: QuizWords;
  readonly run: QuizRun;
}

/** A manifest with a field in each of its blanks. A field grows with what is written in it and tells nothing of what belongs there. */
export function YamlBlanks({ context, labelledBy, describedBy, words, run }: YamlBlanksProps) {
  const { item, texts, notice } = context;
  const { filled } = words.kinds.yaml;
  const of = blankCount(item.source ?? '');
  return (
    <>
      <ManifestLines
        source={item.source ?? ''}
        labelledBy={labelledBy}
        show={(blank) => (
          <BlankField
            label={blankLabel(words, blank, of)}
            text={texts[blank.at] ?? ''}
            isRefused={notice?.kind === 'refused'}
            describedBy={describedBy}
            write={(text) => run.write(blank.at, text)}
          />
        )}
      />
      <p className={styles.status}>
        {fill(filled, { n: texts.filter((text) => text.trim() !== '').length, of })}
      </p>
    </>
  );
}

interface ManifestLinesProps {
  readonly source: string;
  readonly labelledBy: string;
  /** What stands in a blank. */
  readonly show: (blank: Blank) => React.ReactNode;
}

/** A manifest line by line; what does not fit goes on below, set in. */
export function ManifestLines({ source: text, labelledBy, show }: ManifestLinesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would have no legend, and a manifest is no list of fields
    <div className={source.text} role="group" aria-labelledby={labelledBy} data-wraps>
      {sourceLines(text).map(({ number, parts, blanks }) => (
        <div key={number} className={source.line}>
          <span className={source.number} aria-hidden>
            {number}
          </span>
          <span className={source.code}>
            {parts[0]}
            {blanks.map((blank, index) => (
              <Fragment key={blank.at}>
                {show(blank)}
                {parts[index + 1]}
              </Fragment>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}

interface BlankFieldProps {
  readonly label: string;
  readonly text: string;
  readonly isRefused: boolean;
  readonly describedBy: string;
  readonly write: (text: string) => void;
}

function BlankField({ label, text, isRefused, describedBy, write }: BlankFieldProps) {
  return (
    <label className={styles.blank} data-text={text}>
      <span className={quizStyles.unseen}>{label}</span>
      <input
        type="text"
        size={1}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={500}
        data-step
        value={text}
        aria-invalid={isRefused}
        aria-describedby={describedBy}
        onChange={(event) => write(event.target.value)}
      />
    </label>
  );
}

function blankLabel({ kinds: { yaml } }: QuizWords, { at, path, isField }: Blank, of: number): string {
  const label = !isField ? yaml.value : path === '' ? yaml.fieldAtTop : yaml.field;
  return fill(label, { n: at + 1, of, path });
}
