import type { ReactNode } from 'react';
import styles from './term.module.css';

export interface TermEntry {
  readonly word: string;
  readonly definition: ReactNode;
}

/** Where the words of a lesson stand in the glossary of the course. */
export interface GlossaryPlace {
  /** The address of the glossary. */
  readonly href: string;
  /** Anchors there and in the text, by word. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly words: Readonly<Record<'inGlossary' | 'allWords', string>>;
}

interface TermProps {
  readonly word: string;
  readonly children?: ReactNode;
  readonly place: GlossaryPlace;
}

/** After a button a line may end, and the next would begin with a full stop. */
const wordJoiner = '\u2060';

/** A word at its first use. Pressing it shows its definition, without a script too; Escape closes it. */
export function TermWord({ word, children, place: { href, anchors, words } }: TermProps) {
  const anchor = anchors.get(word);
  const id = `${anchor}-definition`;
  return (
    <>
      <span className="identity">
        <button type="button" id={anchor} className={styles.word} popoverTarget={id}>
          {word}
        </button>
        {wordJoiner}
      </span>
      <span id={id} popover="auto" className={styles.definition}>
        <strong>{word}</strong> {children} <a href={`${href}#${anchor}`}>{words.inGlossary}</a>
      </span>
    </>
  );
}

interface GlossaryListProps {
  readonly terms: readonly TermEntry[];
  readonly title: string;
  readonly place: GlossaryPlace;
}

/** The words of a lesson, in the order in which it used them. */
export function GlossaryList({ terms, title, place: { href, anchors, words } }: GlossaryListProps) {
  if (terms.length === 0) return null;
  return (
    <div className={styles.glossary}>
      <h3>{title}</h3>
      <dl>
        {terms.map(({ word, definition }) => (
          <div key={word}>
            <dt>
              <a href={`#${anchors.get(word)}`}>{word}</a>
            </dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.all}>
        <a href={href}>{words.allWords}</a>
      </p>
    </div>
  );
}
