import { useId } from 'react';
import { fill } from '../fill';
import { InlineText, withoutMarkup } from '../kit/inline-text';
import styles from './match-rows.module.css';
import type { ItemContext } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';
import type { QuizWords } from './words';

interface MatchRowsProps {
  readonly context: ItemContext;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly words: QuizWords;
  readonly run: QuizRun;
}

/** As many choices are shown as lines of their own; of more one is chosen from a list that opens. */
const mostShown = 3;

/** The rows of a match item, each with the choices for it: the browser's own controls, so its own keys. */
export function MatchRows({ context, labelledBy, describedBy, words, run }: MatchRowsProps) {
  const { item, places } = context;
  const { stems = [], options } = item;
  const { chosen } = words.kinds.match;
  const Control = options.length <= mostShown ? ChoiceRadios : ChoiceSelect;
  const n = places.filter((place) => place >= 0).length;
  return (
    <>
      <ol className={styles.rows} aria-labelledby={labelledBy} aria-describedby={describedBy}>
        {stems.map((stem, at) => (
          <MatchRow key={stem} stem={stem} at={at}>
            {(stemId) => (
              <Control
                options={options}
                place={places[at] ?? -1}
                stemId={stemId}
                words={words}
                choose={(place) => run.pair(at, place)}
              />
            )}
          </MatchRow>
        ))}
      </ol>
      <p className={styles.status}>{fill(chosen, { n, of: stems.length })}</p>
    </>
  );
}

interface MatchRowProps {
  readonly stem: string;
  readonly at: number;
  readonly children: (stemId: string) => React.ReactNode;
}

function MatchRow({ stem, at, children }: MatchRowProps) {
  const stemId = useId();
  return (
    <li className={styles.row}>
      <span className={styles.number} aria-hidden>
        {at + 1}
      </span>
      <span id={stemId} className={styles.stem}>
        <InlineText text={stem} />
      </span>
      {children(stemId)}
    </li>
  );
}

interface ControlProps {
  readonly options: ItemContext['item']['options'];
  /** -1 for none. */
  readonly place: number;
  readonly stemId: string;
  readonly words: QuizWords;
  readonly choose: (place: number) => void;
}

function ChoiceSelect({ options, place, stemId, words, choose }: ControlProps) {
  return (
    <select
      className={styles.select}
      aria-labelledby={stemId}
      data-step
      value={place}
      onChange={(event) => choose(Number(event.target.value))}
    >
      <option value={-1}>{words.kinds.match.none}</option>
      {options.map(({ text }, at) => (
        <option key={text} value={at}>
          {withoutMarkup(text)}
        </option>
      ))}
    </select>
  );
}

function ChoiceRadios({ options, place, stemId, choose }: ControlProps) {
  const name = useId();
  return (
    <div className={styles.radios} role="radiogroup" aria-labelledby={stemId}>
      {options.map(({ text }, at) => (
        <label key={text}>
          <input
            type="radio"
            name={name}
            checked={at === place}
            data-step={at === Math.max(place, 0) ? true : undefined}
            onChange={() => choose(at)}
          />
          <span>
            <InlineText text={text} />
          </span>
        </label>
      ))}
    </div>
  );
}
