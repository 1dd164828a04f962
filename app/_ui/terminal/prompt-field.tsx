'use client';
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId } from 'react';
import { ChoiceList } from './choice-list';
import { type PromptAction, promptActionOf } from './prompt-keys';
import { pastedLines } from './prompt-text';
import styles from './terminal.module.css';
import type { Prompt } from './use-prompt';
import type { TerminalWords } from './words';

export interface PromptFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly prompt: Prompt;
  readonly words: TerminalWords;
  readonly onRun: (lines: readonly string[]) => void;
  readonly onInterrupt: () => void;
  readonly onClear: () => void;
  readonly onLeave: () => void;
}

/** The `$`, the line that is being written with its grey rest, and under it what can be chosen. */
export function PromptField(props: PromptFieldProps) {
  const { field, prompt, words, onRun } = props;
  const { text, choices, rest } = prompt;
  const list = useId();
  const does = actionsOf(props);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const action = promptActionOf(event, {
      isEmpty: text.trim() === '',
      isAtEnd: selectionStart === text.length && selectionEnd === text.length,
      hasRest: rest !== '',
      hasSelection: selectionStart !== selectionEnd || !(window.getSelection()?.isCollapsed ?? true),
      hasChoices: choices !== undefined,
    });
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    does[action]();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[\r\n]/.test(pasted)) return;
    event.preventDefault();
    const { text, at } = prompt.here();
    const { lines, rest } = pastedLines(text.slice(0, at) + pasted + text.slice(at));
    onRun(lines);
    prompt.whole(rest);
  };
  const isOpen = choices !== undefined && choices.all.length > 0;
  return (
    <>
      <div className={styles.prompt}>
        <span className={styles.dollar} aria-hidden="true">
          ${' '}
        </span>
        <span className={styles.field}>
          <span className={styles.ghost} aria-hidden="true">
            <span>{text}</span>
            {choices === undefined && rest}
          </span>
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label={words.field}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-activedescendant={isOpen && choices.at >= 0 ? `${list}-${choices.at}` : undefined}
            value={text}
            onChange={(event) => prompt.write(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="send"
          />
        </span>
      </div>
      {choices !== undefined && <ChoiceList id={list} choices={choices} words={words} onTake={prompt.take} />}
    </>
  );
}

function actionsOf({
  field,
  prompt,
  onRun,
  onInterrupt,
  onClear,
  onLeave,
}: PromptFieldProps): Readonly<Record<PromptAction, () => void>> {
  const { text, choices, rest } = prompt;
  const marked = choices?.all[choices.at];
  const to = (at: number) => field.current?.setSelectionRange(at, at);
  return {
    run: () => {
      if (marked !== undefined) return prompt.take(marked);
      if (text.trim() !== '') onRun([text.trim()]);
      prompt.empty();
    },
    complete: prompt.complete,
    earlier: prompt.earlier,
    later: prompt.later,
    takeRest: () => prompt.whole(text + rest),
    lines: prompt.openLines,
    interrupt: () => {
      prompt.empty();
      onInterrupt();
    },
    clear: onClear,
    toStart: () => to(0),
    toEnd: () => to(text.length),
    cutBefore: () => prompt.put({ text: text.slice(prompt.here().at), at: 0 }),
    cutAfter: () => prompt.put({ text: text.slice(0, prompt.here().at), at: prompt.here().at }),
    leave: () => (choices === undefined ? onLeave() : prompt.close()),
  };
}
