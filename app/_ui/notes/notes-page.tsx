import type { Metadata } from 'next';
import { fill } from '@/app/_ui/fill';
import { alternates } from '@/app/_ui/kit/alternates';
import opening from '@/app/_ui/kit/opening.module.css';
import { Page } from '@/app/_ui/kit/page';
import { KeptHash } from '@/app/_ui/lesson/kept-hash';
import { words } from '@/app/_ui/words';
import type { Locale } from '@/lib/text';
import { type NotesGroup, notesAsWritten, notesByLesson } from './groups';
import { NoteEntry } from './note-entry';
import styles from './notes.module.css';
import { countedNotes, NotesWays } from './notes-ways';
import { isVerdict, type NotesView, notesPath } from './views';
import { notesWords } from './words';

interface NotesPageProps {
  readonly locale: Locale;
  readonly view: NotesView;
}

export function notesMetadata({ locale, view }: NotesPageProps): Metadata {
  const say = notesWords[locale];
  return {
    title: isVerdict(view) ? `${words[locale].verdicts[view]} · ${say.title}` : say.title,
    description: countedNotes(locale),
    alternates: alternates(locale, notesPath(view)),
  };
}

interface GroupProps {
  readonly group: NotesGroup;
  readonly locale: Locale;
}

/** Sentences under one heading. Where its lesson is the target of the address, it stands alone: the others are hidden by the styles. */
function Group({ group: { id, title, lesson, notes }, locale }: GroupProps) {
  const say = notesWords[locale];
  return (
    <section id={id} className={styles.group} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {lesson ? fill(say.lesson, { n: lesson.number, title: title[locale] }) : title[locale]}
      </h2>
      {lesson && (
        <p className={styles.alone}>
          <a href="#notes">{say.allLessons}</a>
        </p>
      )}
      <ol>
        {notes.map((note) => (
          <NoteEntry key={note.id} note={note} locale={locale} />
        ))}
      </ol>
    </section>
  );
}

/** The study notes in one of their views: what they say, whether it holds, and where the course takes it up. */
export function NotesPage({ locale, view }: NotesPageProps) {
  const say = notesWords[locale];
  const byLesson = notesByLesson(view);
  const groups = view === 'all' ? notesAsWritten() : byLesson;
  return (
    <Page locale={locale} path={notesPath(view)}>
      <KeptHash />
      <div className={opening.opening}>
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      <p className={styles.counted}>{countedNotes(locale)}</p>
      <NotesWays locale={locale} view={view} groups={byLesson} />
      <div id="notes" className={styles.groups}>
        {groups.map((group) => (
          <Group key={group.id} group={group} locale={locale} />
        ))}
      </div>
    </Page>
  );
}
