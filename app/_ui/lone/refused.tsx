import styles from './lone.module.css';
import type { Opened } from './opened';
import type { LoneWords } from './words';

/** In place of what a link should have opened: what is wrong with it, and what is here instead. */
export function Refused({
  opened,
  words,
  instead,
}: {
  readonly opened: Opened;
  readonly words: LoneWords;
  readonly instead: string;
}) {
  if (opened.kind !== 'refused') return null;
  return (
    <div role="alert" className={styles.refused}>
      <p>{words.refused[opened.why]}</p>
      <p>{instead}</p>
    </div>
  );
}
