import { useEffect, useRef } from 'react';
import styles from './terminal.module.css';
import type { Choices } from './use-prompt';
import type { TerminalWords } from './words';

/** What can be chosen under the prompt. The field keeps the focus; the arrows mark one, Enter takes it. */
export function ChoiceList({
  id,
  choices,
  words,
  onTake,
}: {
  readonly id: string;
  readonly choices: Choices;
  readonly words: TerminalWords;
  readonly onTake: (choice: string) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const { at } = choices;
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);
  if (choices.all.length === 0) return <p className={styles.said}>{words.noLines}</p>;
  return (
    <div
      ref={list}
      id={id}
      className={styles.choices}
      data-of={choices.of}
      role="listbox"
      aria-label={choices.of === 'lines' ? words.lines : words.choices}
    >
      {choices.all.map((choice, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
        // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant
        <div
          key={choice}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === choices.at}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(choice)}
        >
          {choice}
        </div>
      ))}
    </div>
  );
}
