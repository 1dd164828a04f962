'use client';
import { useEffect, useRef, useState } from 'react';
import {
  type EditorId,
  editorIds,
  formOf,
  type SelectorChoice,
  startReads,
  startTexts,
} from '@/lib/lab/selector-board';
import { type ReadSelector, readSelector } from '@/lib/lab/selector-text';

/** What a field's text comes to: a selector, what keeps it from being one, or a text that is no YAML at all. */
export type Read = ReadSelector | { readonly fault: { readonly why: 'yaml'; readonly about: string } };

export type Reads = Readonly<Record<EditorId, Read>>;

/** What three selectors come to as they are written. YAML is loaded with the first text that is not the board's own. */
export function useReads(texts: SelectorChoice['texts']): Reads {
  const [reads, setReads] = useState<Reads>(startReads);
  const newest = useRef(texts);
  useEffect(() => {
    newest.current = texts;
    if (texts === startTexts) return;
    void readAll(texts).then((all) => {
      if (newest.current === texts) setReads(all);
    }, ignore);
  }, [texts]);
  return reads;
}

/** Without its parser the board stays as it was. */
const ignore = () => undefined;

async function readAll(texts: SelectorChoice['texts']): Promise<Reads> {
  const { parseDocument } = await import('yaml');
  const read = (id: EditorId): Read => {
    const document = parseDocument(texts[id], { version: '1.1', logLevel: 'silent', prettyErrors: false });
    const [error] = document.errors;
    if (error) return { fault: { why: 'yaml', about: error.message } };
    return readSelector(document.toJS(), formOf[id]);
  };
  return Object.fromEntries(editorIds.map((id) => [id, read(id)])) as Record<EditorId, Read>;
}
