import { type Verdict, verdicts } from '@/lib/course/claim';

/** The notes beside the page that has them all in their own order: all by lesson, or those with one verdict. */
export const notesViews = ['by-lesson', ...verdicts] as const;
export type NotesView = 'all' | (typeof notesViews)[number];

export const isNotesView = (value: string): value is (typeof notesViews)[number] =>
  notesViews.some((view) => view === value);

export const isVerdict = (view: NotesView): view is Verdict => verdicts.some((verdict) => verdict === view);

/** The address of a view without the language. */
export const notesPath = (view: NotesView): string => (view === 'all' ? '/notes' : `/notes/${view}`);
