import { getLessons, type Lesson } from '@/lib/course/lessons';
import { getNotes, getNotesParts, isWritten, type Note, type OpenNote } from '@/lib/course/notes';
import type { Text } from '@/lib/text';
import { isVerdict, type NotesView } from './views';

/** Sentences under one heading. */
export interface NotesGroup {
  readonly id: string;
  readonly title: Text;
  /** Of sentences by lesson. */
  readonly lesson?: Lesson;
  readonly notes: readonly (Note | OpenNote)[];
}

/** The sentences of a view by the lesson that deals with them; lessons with none of them are left out. */
export function notesByLesson(view: NotesView): readonly NotesGroup[] {
  const shown = isVerdict(view)
    ? getNotes().filter((note) => isWritten(note) && note.claim.verdict === view)
    : getNotes();
  return getLessons()
    .map((lesson) => ({
      id: lesson.slug,
      title: lesson.title,
      lesson,
      notes: shown.filter((note) => note.lesson.slug === lesson.slug),
    }))
    .filter(({ notes }) => notes.length > 0);
}

/** All sentences under the headings of the notes. */
export function notesAsWritten(): readonly NotesGroup[] {
  const notes = new Map(getNotes().map((note) => [note.id, note]));
  return getNotesParts().map(({ title, claims }, at) => ({
    id: `part-${at + 1}`,
    title,
    notes: claims.flatMap((id) => notes.get(id) ?? []),
  }));
}
