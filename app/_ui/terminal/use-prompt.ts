'use client';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Completion } from '@/lib/kubectl/completion';
import { earlier, later } from '@/lib/kubectl/history';
import { completed, type Edited, restOf, withChoice } from './prompt-text';

/** What can be chosen under the prompt: words for the one at the cursor, or whole lines. */
export interface Choices {
  readonly of: 'words' | 'lines';
  /** Where the word begins that a choice takes the place of. */
  readonly from: number;
  readonly all: readonly string[];
  /** Index of the one that is marked; -1 for none. */
  readonly at: number;
}

/** Choices that are shown at once. */
export const mostChoices = 120;

export interface PromptAsks {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Lines typed so far, the oldest first. */
  readonly history: readonly string[];
  /** Lines that the lesson offers. */
  readonly offered: readonly string[];
  readonly complete: ((line: string, at: number) => Promise<Completion>) | undefined;
}

/** The line that is being written: its text, where the arrows stand in the history, and what can be chosen. */
export function usePrompt({ field, history: given, offered, complete }: PromptAsks) {
  const [text, setText] = useState('');
  const [choices, setChoices] = useState<Choices>();
  const history = useMemo(() => given.filter((line, at) => line !== given[at - 1]), [given]);
  const place = useRef<{ readonly at: number; readonly typed: string }>(undefined);
  const caret = useRef<number>(undefined);
  const asked = useRef(0);

  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  useEffect(() => () => void asked.current++, []);

  const put = useCallback((next: Edited) => {
    setText(next.text);
    caret.current = next.at;
  }, []);
  const write = (next: string) => {
    place.current = undefined;
    asked.current++;
    setText(next);
    setChoices((old) =>
      old?.of === 'lines' ? { ...old, all: linesWith(next, history, offered), at: -1 } : undefined,
    );
  };
  const whole = (line: string) => put({ text: line, at: line.length });
  const here = (): Edited => ({ text, at: field.current?.selectionStart ?? text.length });

  const recall = (by: typeof earlier | typeof later) => {
    const { at, typed } = place.current ?? { at: history.length, typed: text };
    const found = by(history, at, typed);
    if (found === undefined) return;
    place.current = { at: found.at, typed };
    whole(found.line);
  };
  const mark = (by: number) =>
    setChoices(
      (old) =>
        old && {
          ...old,
          at: (old.at + by + (old.at < 0 && by < 0 ? 1 : 0) + old.all.length) % old.all.length,
        },
    );
  const take = (choice: string) => {
    if (choices?.of === 'words') put(withChoice(here(), choices.from, choice));
    else whole(choice);
    setChoices(undefined);
    field.current?.focus();
  };
  const tab = async () => {
    const edited = here();
    const ticket = ++asked.current;
    const found = await complete?.(edited.text, edited.at).catch(() => undefined);
    if (found === undefined || ticket !== asked.current) return;
    const next = completed(edited, found);
    if (next) put(next);
    else if (found.choices.length > 1)
      setChoices({ of: 'words', from: found.from, all: found.choices.slice(0, mostChoices), at: -1 });
  };
  return {
    text,
    choices,
    rest: restOf(text, [...offered, ...history]),
    write,
    whole,
    put,
    here,
    take,
    earlier: () => (choices ? mark(-1) : recall(earlier)),
    later: () => (choices ? mark(1) : recall(later)),
    complete: () => (choices ? mark(1) : void tab()),
    openLines: () => setChoices({ of: 'lines', from: 0, all: linesWith(text, history, offered), at: -1 }),
    close: () => setChoices(undefined),
    empty: () => {
      place.current = undefined;
      asked.current++;
      setText('');
      setChoices(undefined);
    },
  };
}

export type Prompt = ReturnType<typeof usePrompt>;

/** Lines in which a text stands: those of the lesson in its order, then the reader's own, the newest first. */
export function linesWith(
  text: string,
  history: readonly string[],
  offered: readonly string[],
): readonly string[] {
  const all = [...new Set([...offered, ...[...history].reverse()])];
  return all.filter((line) => line.includes(text.trim())).slice(0, mostChoices);
}
