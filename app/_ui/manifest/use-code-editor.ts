'use client';
import { useEffect, useRef, useState } from 'react';
import type { TextRefusal } from '@/lib/lab/view';
import { fill } from '../fill';
import type { CodeEditor } from './code-editor';
import type { ManifestWords } from './words';

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
export function useCodeEditor(asks: CodeEditorAsks) {
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
  return { host, editor, isOpen };
}
