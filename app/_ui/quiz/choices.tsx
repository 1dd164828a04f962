import { useId } from 'react';
import { InlineText } from '../kit/inline-text';
import styles from './choices.module.css';
import { choosesOne, type ItemContext } from './quiz-item.machine';

interface ChoicesProps {
  readonly context: ItemContext;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly choose: (place: number) => void;
}

/** The lines of a choice item, to be chosen by pointer, by arrow keys as the browser does it, or by number. */
export function Choices({ context: { item, places }, labelledBy, describedBy, choose }: ChoicesProps) {
  const name = useId();
  const isSingle = choosesOne(item);
  return (
    <fieldset
      className={styles.lines}
      role={isSingle ? 'radiogroup' : 'group'}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {item.options.map(({ text }, place) => (
        <label key={text} className={styles.line}>
          <input
            className={styles.input}
            type={isSingle ? 'radio' : 'checkbox'}
            name={name}
            checked={places.includes(place)}
            onChange={() => choose(place)}
          />
          <span className={styles.key} aria-hidden>
            {place + 1}
          </span>
          <span className={styles.text}>
            <InlineText text={text} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
