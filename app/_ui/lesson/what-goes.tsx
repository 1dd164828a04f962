import { fill } from '@/app/_ui/fill';
import { keptHere } from '@/app/_ui/review/kept-here';
import { counted } from '@/app/_ui/review/reader-dates';
import type { Locale } from '@/lib/text';
import type { ExportedTable } from './exported';
import type { KeptWords } from './knowledge-words';

interface WhatGoesProps {
  /** Undefined until they have come. */
  readonly tables: readonly ExportedTable[] | 'failed' | undefined;
  readonly locale: Locale;
  readonly words: KeptWords;
}

/** What deleting takes away, counted. Where the server did not count, in general words. */
export function WhatGoes({ tables, locale, words }: WhatGoesProps) {
  if (tables === undefined) return <p role="status">{words.counting}</p>;
  return (
    <ul>
      {linesOf(tables, locale, words).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const inOrder = ['SectionRead', 'Answer', 'LabRun', 'ReviewCard', 'Classroom', 'Enrollment'] as const;

function linesOf(tables: readonly ExportedTable[] | 'failed', locale: Locale, words: KeptWords): string[] {
  const { answers, sections } = keptHere();
  const waiting = answers + sections;
  const here = waiting === 0 ? [] : [counted(locale, words.waits, waiting)];
  if (tables === 'failed') return [words.notCounted, ...here, words.cookie];
  const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows ?? [];
  const counts = inOrder.flatMap((name) => {
    const { length } = rowsOf(name);
    return length === 0 ? [] : [counted(locale, words.goes[name], length)];
  });
  const account = rowsOf('User').map(({ email }) => fill(words.account, { email: String(email) }));
  return [...counts, ...account, ...here, words.cookie];
}
