import styles from './terminal.module.css';
import type { Prompt } from './use-prompt';
import type { TerminalWords } from './words';

/** Keys that a phone's keyboard does not have. */
export function TouchKeys({
  prompt,
  words,
  onInterrupt,
  waits,
}: {
  readonly prompt: Prompt;
  readonly words: TerminalWords;
  readonly onInterrupt: () => void;
  readonly waits: boolean;
}) {
  const keys = [
    ['Tab', words.buttons.complete, prompt.complete],
    ['↑', words.buttons.earlier, prompt.earlier],
    ['↓', words.buttons.later, prompt.later],
    ...(waits ? ([['Ctrl C', words.interrupt, onInterrupt]] as const) : []),
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys, not a form
    <div className={styles.touchKeys} role="group" aria-label={words.buttons.row}>
      {keys.map(([sign, label, act]) => (
        <button
          key={sign}
          type="button"
          aria-label={label}
          onPointerDown={(event) => event.preventDefault()}
          onClick={act}
        >
          {sign}
        </button>
      ))}
    </div>
  );
}
