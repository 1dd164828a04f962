'use client';
import { useState } from 'react';
import { fill } from '../fill';
import { InlineText } from '../kit/inline-text';
import styles from './terminal.module.css';
import type { TerminalWords } from './words';

interface HeadProps {
  readonly files: readonly string[];
  readonly onOpenFile: ((name: string) => void) | undefined;
  readonly onLines: () => void;
  /** All that is shown, for the clipboard. */
  readonly text: () => string;
  readonly isHelpOpen: boolean;
  readonly onHelp: () => void;
  readonly words: TerminalWords;
}

/** Above the prompt: the files at hand, the lines to choose from, the clipboard, help. */
export function TerminalHead({ files, onOpenFile, onLines, text, isHelpOpen, onHelp, words }: HeadProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // A page without https has no clipboard.
    if (navigator.clipboard === undefined) return;
    await navigator.clipboard.writeText(text());
    setCopied(true);
  };
  return (
    <div className={styles.head}>
      {files.length > 0 && (
        <ul className={styles.files} aria-label={words.files}>
          {files.map((name) => (
            <li key={name}>
              {onOpenFile === undefined ? (
                <span>{name}</span>
              ) : (
                <button
                  type="button"
                  aria-label={fill(words.openFile, { name })}
                  onClick={() => onOpenFile(name)}
                >
                  {name}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        <button type="button" onClick={onLines}>
          {words.lines}
        </button>
        <button
          type="button"
          onClick={() => void copy().catch(() => setCopied(false))}
          onBlur={() => setCopied(false)}
        >
          {copied ? words.copied : words.copy}
        </button>
        <button type="button" aria-expanded={isHelpOpen} onClick={onHelp}>
          {words.help}
        </button>
      </div>
    </div>
  );
}

export function TerminalHelp({ words }: { readonly words: TerminalWords }) {
  return (
    <section className={styles.help} aria-label={words.helpTitle}>
      <h3>{words.helpTitle}</h3>
      <ul>
        {words.helpSays.map((line) => (
          <li key={line}>
            <InlineText text={line} />
          </li>
        ))}
      </ul>
      <dl>
        {words.keys.map(([keys, says]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
