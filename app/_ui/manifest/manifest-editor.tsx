'use client';
import { useRef, useState } from 'react';
import type { TextRefusal } from '@/lib/lab/view';
import { fill } from '../fill';
import { Menu } from '../lab/menu';
import { examples, withExample } from './examples';
import styles from './manifest.module.css';
import { PlainEditor } from './plain-editor';
import { Refusals } from './refusals';
import { useCodeEditor } from './use-code-editor';
import type { ManifestWords } from './words';

export interface ManifestEditorProps {
  /** Put into the editor whenever it becomes another text, e.g. as a file is opened. */
  readonly text: string;
  /** Name of the file, if it is one. */
  readonly name?: string;
  /** What the API server refused of the text that was applied last. */
  readonly refusals: readonly TextRefusal[];
  readonly onApply: (text: string) => unknown;
  /** The text is one that a line of kubectl has opened: it is saved, or left as it is. */
  readonly onCancel?: () => unknown;
  /** Told the text each time that it is changed. */
  readonly onText?: (text: string) => void;
  /** Where the focus goes on Escape, if not to the figure around. */
  readonly onLeave?: () => void;
  readonly words: ManifestWords;
}

/**
 * An editor for manifests. CodeMirror is loaded when it opens; until then, and where it cannot be, a plain field does the same.
 * What is refused stands at its line in the API server's words until the text is applied again.
 */
export function ManifestEditor(props: ManifestEditorProps) {
  const { name, refusals, words, onCancel } = props;
  const box = useRef<HTMLElement>(null);
  const [tabIndents, setTabIndents] = useState(false);
  const { text, put, said, write, insert, apply } = useManifest(props);
  const leave = () => {
    if (props.onLeave) return props.onLeave();
    const figure = box.current?.closest<HTMLElement>('figure[tabindex]');
    if (figure) figure.focus();
    else box.current?.querySelector('button')?.focus();
  };
  const label = name === undefined ? words.label : fill(words.ofFile, { name });
  const asks = { label, refusals, words, text, put, write, apply, leave, setTabIndents };
  const { host, editor, isOpen } = useCodeEditor(asks);
  return (
    <section ref={box} className={styles.editor} aria-label={label}>
      <div className={styles.bar}>
        {name !== undefined && <span className={styles.name}>{name}</span>}
        {onCancel === undefined ? (
          <Menu
            label={words.insert}
            empty=""
            choices={examples.map(({ kind, text: example }) => ({
              id: kind,
              label: kind,
              act: () => insert(example),
            }))}
          />
        ) : (
          <button type="button" className={styles.cancel} onClick={onCancel}>
            {words.cancel}
          </button>
        )}
        <button type="button" className={styles.apply} onClick={() => void apply(text)}>
          {onCancel === undefined ? words.apply : words.save}
        </button>
      </div>
      <div className={styles.sheet}>
        <div ref={host} className={styles.code} hidden={!isOpen} />
        {!isOpen && <PlainEditor {...{ text, label, refusals, words, write, apply, leave }} />}
      </div>
      <Refusals refusals={refusals} words={words} atLine={!isOpen} onGo={editor} />
      <p className={styles.foot}>
        <span role="status">{saidText(words, said, refusals.length)}</span>
        <span>{onCancel === undefined ? words.keys : words.editKeys}</span>
        {isOpen && <span role="status">{tabIndents ? words.tabIndents : words.tabLeaves}</span>}
      </p>
    </section>
  );
}

type Said = 'applied' | 'failed' | undefined;

const saidText = (words: ManifestWords, said: Said, refused: number): string =>
  said === 'failed' ? words.failed : said === 'applied' && refused === 0 ? words.applied : '';

/** The text as it is written, and what came of applying it. */
function useManifest({ text: given, onApply, onText }: ManifestEditorProps) {
  const [text, setText] = useState(given);
  const [shown, setShown] = useState(given);
  /** The text that was put in last by something else than the editor. */
  const [put, setPut] = useState({ text: given });
  const [said, setSaid] = useState<Said>();
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
  return {
    text,
    put,
    said,
    write,
    insert: (example: string) => {
      const next = withExample(text, example);
      write(next);
      setPut({ text: next });
    },
    apply: async (applied: string) => {
      setSaid(undefined);
      try {
        await onApply(applied);
        setSaid('applied');
      } catch {
        setSaid('failed');
      }
    },
  };
}
