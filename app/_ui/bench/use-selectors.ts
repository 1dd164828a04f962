'use client';
import { useEffect, useRef, useState } from 'react';
import { type ReadSelector, readSelector } from '@/lib/lab/selector-text';
import { type EditorId, editorIds, formOf, startReads, startTexts } from './selector-start';

/** What a field's text comes to: a selector, what keeps it from being one, or a text that is no YAML at all. */
export type Read = ReadSelector | { readonly fault: { readonly why: 'yaml'; readonly about: string } };

/** Three selectors as they are written, and which of them lights the board. YAML is loaded with the first letter. */
export function useSelectors() {
  const [texts, setTexts] = useState(startTexts);
  const [reads, setReads] = useState<Readonly<Record<EditorId, Read>>>(startReads);
  const [active, setActive] = useState<EditorId>('map');
  const newest = useRef(texts);
  useEffect(() => {
    newest.current = texts;
    if (texts === startTexts) return;
    void readAll(texts).then((all) => {
      if (newest.current === texts) setReads(all);
    }, ignore);
  }, [texts]);
  const write = (id: EditorId, text: string) => {
    setActive(id);
    setTexts((old) => ({ ...old, [id]: text }));
  };
  return { texts, reads, active, setActive, write };
}

export type Selectors = ReturnType<typeof useSelectors>;

/** Without its parser the board stays as it was. */
const ignore = () => undefined;

async function readAll(texts: Readonly<Record<EditorId, string>>): Promise<Readonly<Record<EditorId, Read>>> {
  const { parseDocument } = await import('yaml');
  const read = (id: EditorId): Read => {
    const document = parseDocument(texts[id], { version: '1.1', logLevel: 'silent', prettyErrors: false });
    const [error] = document.errors;
    if (error) return { fault: { why: 'yaml', about: error.message } };
    return readSelector(document.toJS(), formOf[id]);
  };
  return Object.fromEntries(editorIds.map((id) => [id, read(id)])) as Record<EditorId, Read>;
}
