'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { TextRefusal } from '@/lib/lab/view';
import { fill } from '../fill';
import { Menu } from '../lab/menu';
import type { CodeEditor } from './code-editor';
import { examples, withExample } from './examples';
import styles from './manifest.module.css';
import { PlainEditor } from './plain-editor';
import { Refusals } from './refusals';
import type { ManifestWords } from './words';

export interface ManifestEditorProps {
  /** Put into the editor whenever it becomes another text, e.g. as a file is opened. */
  readonly text: string;
  /** Name of the file, if it is one. */
  readonly name?: string;
  /** What the API server refused of the text that was applied last. */
  readonly refusals: readonly TextRefusal[];
  readonly onApply: (text: string) => unknown;
  /** Told the text each time that it is changed. */
  readonly onText?: (text: string) => void;
  /** Where the focus goes on Escape, if not to the figure around. */
  readonly onLeave?: () => void;
  readonly words: ManifestWords;
}

type Said = 'applied' | 'failed';

/**
 * An editor for manifests. CodeMirror is loaded when it opens; until then, and where it cannot be, a plain field does the same.
 * What is refused stands at its line in the API server's words until the text is applied again.
 */
export function ManifestEditor({
  text: given,
  name,
  refusals,
  onApply,
  onText,
  onLeave,
  words,
}: ManifestEditorProps) {
  const box = useRef<HTMLElement>(null);
  const [text, setText] = useState(given);
  const [shown, setShown] = useState(given);
  /** The text that was put in last by something else than the editor. */
  const [put, setPut] = useState({ text: given });
  const [said, setSaid] = useState<Said>();
  const [tabIndents, setTabIndents] = useState(false);
  if (shown !== given) {
    setShown(given);
    setText(given);
    setPut({ text: given });
    setSaid(undefined);
  }
  const write = (next: string) => {
    setText(next);
    setSaid(undefined);
    onText?.(next);
  };
  const insert = (example: string) => {
    const next = withExample(text, example);
    write(next);
    setPut({ text: next });
  };
  const apply = async (applied: string) => {
    setSaid(undefined);
    try {
      await onApply(applied);
      setSaid('applied');
    } catch {
      setSaid('failed');
    }
  };
  const leave = () => {
    if (onLeave) return onLeave();
    const figure = box.current?.closest<HTMLElement>('figure[tabindex]');
    if (figure) figure.focus();
    else box.current?.querySelector('button')?.focus();
  };
  const label = name === undefined ? words.label : fill(words.ofFile, { name });
  const { host, editor, isOpen } = useCodeEditor({
    label,
    refusals,
    words,
    text,
    put,
    write,
    apply,
    leave,
    setTabIndents,
  });
  return (
    <section ref={box} className={styles.editor} aria-label={label}>
      <div className={styles.bar}>
        {name !== undefined && <span className={styles.name}>{name}</span>}
        <Menu
          label={words.insert}
          empty=""
          choices={examples.map(({ kind, text: example }) => ({
            id: kind,
            label: kind,
            act: () => insert(example),
          }))}
        />
        <button type="button" className={styles.apply} onClick={() => void apply(text)}>
          {words.apply}
        </button>
      </div>
      <div className={styles.sheet}>
        <div ref={host} className={styles.code} hidden={!isOpen} />
        {!isOpen && <PlainEditor {...{ text, label, refusals, words, write, apply, leave }} />}
      </div>
      <Refusals refusals={refusals} words={words} atLine={!isOpen} onGo={editor} />
      <p className={styles.foot}>
        <span role="status">
          {said === 'failed'
            ? words.failed
            : said === 'applied' && refusals.length === 0
              ? words.applied
              : ''}
        </span>
        <span>{words.keys}</span>
        {isOpen && <span role="status">{tabIndents ? words.tabIndents : words.tabLeaves}</span>}
      </p>
    </section>
  );
}

interface CodeEditorAsks {
  readonly label: string;
  readonly text: string;
  readonly refusals: readonly TextRefusal[];
  readonly words: ManifestWords;
  readonly put: { readonly text: string };
  readonly write: (text: string) => void;
  readonly apply: (text: string) => Promise<void>;
  readonly leave: () => void;
  readonly setTabIndents: (indents: boolean) => void;
}

/** Loads CodeMirror into `host`, and keeps its text and its refusals as they are asked for. */
function useCodeEditor(asks: CodeEditorAsks) {
  const { put, refusals, label, words } = asks;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(undefined);
  const newest = useRef(asks);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    newest.current = asks;
  });
  useEffect(() => {
    let isGone = false;
    const open = async () => {
      const { openCodeEditor } = await import('./code-editor');
      if (isGone || host.current === null) return;
      const hadFocus = host.current.parentElement?.contains(document.activeElement) ?? false;
      host.current.hidden = false;
      editor.current = openCodeEditor(host.current, {
        label,
        text: newest.current.text,
        refusals: newest.current.refusals,
        refusalText: (refusal) => fill(words.refusal, { ...refusal }),
        onText: (next) => newest.current.write(next),
        onApply: (applied) => void newest.current.apply(applied),
        onLeave: () => newest.current.leave(),
        onTabIndents: (indents) => newest.current.setTabIndents(indents),
      });
      setIsOpen(true);
      if (hadFocus) editor.current.focus();
    };
    void open().catch(() => undefined);
    return () => {
      isGone = true;
      editor.current?.close();
      editor.current = undefined;
      setIsOpen(false);
    };
  }, [label, words]);
  useEffect(() => {
    editor.current?.setText(put.text);
  }, [put]);
  const refused = JSON.stringify(refusals);
  useEffect(() => {
    editor.current?.show(JSON.parse(refused) as readonly TextRefusal[]);
  }, [refused]);
  return { host, editor: editor as RefObject<CodeEditor | undefined>, isOpen };
}
