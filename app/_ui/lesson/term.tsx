import type { ReactNode } from 'react';
import styles from './term.module.css';

export interface TermEntry {
  readonly word: string;
  readonly definition: ReactNode;
}

interface TermProps {
  readonly word: string;
  readonly children?: ReactNode;
  /** All words of the lesson. */
  readonly terms: readonly TermEntry[];
}

/** A word at its first use. Pressing it shows its definition, without a script too; Escape closes it. */
export function TermWord({ word, children, terms }: TermProps) {
  const id = `term-${terms.findIndex((term) => term.word === word) + 1}`;
  return (
    <>
      <button type="button" className={styles.word} popoverTarget={id}>
        {word}
      </button>
      <span id={id} popover="auto" className={styles.definition}>
        <strong>{word}</strong> {children}
      </span>
    </>
  );
}

/** The words of a lesson, in the order in which it used them. */
export function GlossaryList({
  terms,
  title,
}: {
  readonly terms: readonly TermEntry[];
  readonly title: string;
}) {
  if (terms.length === 0) return null;
  return (
    <div className={styles.glossary}>
      <h3>{title}</h3>
      <dl>
        {terms.map(({ word, definition }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
