'use client';
import { useEffect, useRef, useState } from 'react';
import { ManifestEditor } from '../manifest/manifest-editor';
import { manifestWords } from '../manifest/words';
import { Terminal } from '../terminal/terminal';
import { terminalWords } from '../terminal/words';
import styles from './full.module.css';
import type { LabControl } from './use-lab';
import type { LabWords } from './words';

export interface PromptProps {
  readonly lab: Pick<LabControl, 'view' | 'type' | 'interrupt' | 'edited' | 'complete'>;
  readonly files: readonly string[];
  readonly onOpenFile?: (name: string) => void;
  /** Each time that this number grows the prompt takes the focus. */
  readonly focusOn: number;
  readonly onLeave: () => void;
  readonly words: LabWords;
}

const noRefusals = [] as const;
/** A lost engine is told of in its place. */
const lost = () => undefined;

/** kubectl on a lab's cluster. As in a terminal, an editor that a line opens takes the place of the prompt until it is closed. */
export function Prompt({ lab, files, onOpenFile, focusOn, onLeave, words: { locale } }: PromptProps) {
  const { view } = lab;
  const box = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState(0);
  const open = view.typed.findLast(({ editor }) => editor !== undefined);
  const { editor } = open ?? {};
  const text = editor?.text;
  useEffect(() => {
    if (text !== undefined) box.current?.querySelector<HTMLElement>('textarea, [contenteditable]')?.focus();
  }, [text]);
  const close = async (saved: string | undefined) => {
    if (open === undefined) return;
    const ended = await lab.edited(open.id, saved);
    if (!ended?.editor) setClosed((old) => old + 1);
  };
  return (
    <>
      <div className={styles.pane} hidden={editor !== undefined}>
        <Terminal
          typed={view.typed}
          nowMs={view.nowMs}
          futures={view.futures}
          onType={lab.type}
          complete={lab.complete}
          onInterrupt={(id) => void lab.interrupt(id).catch(lost)}
          focusOn={focusOn + closed}
          files={files}
          {...(onOpenFile && { onOpenFile })}
          onLeave={onLeave}
          words={terminalWords[locale]}
        />
      </div>
      {editor !== undefined && (
        <div ref={box} className={styles.pane}>
          <ManifestEditor
            text={editor.text}
            name={editor.name}
            refusals={noRefusals}
            onApply={close}
            onCancel={() => void close(undefined).catch(lost)}
            onLeave={onLeave}
            words={manifestWords[locale]}
          />
        </div>
      )}
    </>
  );
}
