import type { ReactNode } from 'react';
import { fill } from '@/app/_ui/fill';
import { VerdictMark } from '@/app/_ui/lesson/verdict-mark';
import { words } from '@/app/_ui/words';
import { verdicts } from '@/lib/course/claim';
import { countVerdicts, getNotes } from '@/lib/course/notes';
import type { Locale } from '@/lib/text';
import type { NotesGroup } from './groups';
import styles from './notes.module.css';
import { type NotesView, notesPath } from './views';
import { notesWords } from './words';

/** "Of 103 sentences 28 hold, …", counted. */
export function countedNotes(locale: Locale): string {
  const say = notesWords[locale];
  const notes = getNotes();
  const counts = countVerdicts(notes);
  const said = ([...verdicts, 'open'] as const)
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => fill(say.counts[verdict][counts[verdict] === 1 ? 0 : 1], { n: counts[verdict] }));
  return fill(say.counted, { of: notes.length, counts: said.join(say.between) });
}

interface WayProps {
  readonly locale: Locale;
  readonly to: NotesView;
  readonly view: NotesView;
  readonly children: ReactNode;
}

const Way = ({ locale, to, view, children }: WayProps) => (
  <a href={`/${locale}${notesPath(to)}`} aria-current={to === view ? 'page' : undefined}>
    {children}
  </a>
);

interface NotesWaysProps {
  readonly locale: Locale;
  readonly view: NotesView;
  /** What the page shows by lesson; nothing on the page in the notes' order. */
  readonly groups: readonly NotesGroup[];
}

/** Ways to fewer sentences, or to another order: links alone, so that each is an address and none needs a script. */
export function NotesWays({ locale, view, groups }: NotesWaysProps) {
  const say = notesWords[locale];
  const notes = getNotes();
  const counts = countVerdicts(notes);
  const at = view === 'all' ? `/${locale}${notesPath('by-lesson')}` : '';
  return (
    <div className={styles.ways}>
      <nav aria-label={say.byVerdict}>
        <ul className={styles.verdicts}>
          <li>
            <Way {...{ locale, view }} to={view === 'by-lesson' ? 'by-lesson' : 'all'}>
              {say.all} <span>{notes.length}</span>
            </Way>
          </li>
          {verdicts.map((verdict) => (
            <li key={verdict}>
              <Way {...{ locale, view }} to={verdict}>
                <VerdictMark verdict={verdict} /> {words[locale].verdicts[verdict]}{' '}
                <span>{counts[verdict]}</span>
              </Way>
            </li>
          ))}
        </ul>
      </nav>
      {(view === 'all' || view === 'by-lesson') && (
        <nav aria-label={say.order} className={styles.order}>
          {say.order}:{' '}
          <Way {...{ locale, view }} to="all">
            {say.asWritten}
          </Way>{' '}
          <Way {...{ locale, view }} to="by-lesson">
            {say.byLesson}
          </Way>
        </nav>
      )}
      <details className={styles.lessons}>
        <summary>{say.lessons}</summary>
        <ol>
          {groups.map(({ id, lesson, notes: { length } }) => (
            <li key={id}>
              <a href={`${at}#${id}`}>
                {lesson && fill(say.lesson, { n: lesson.number, title: lesson.title[locale] })}{' '}
                <span>{length}</span>
              </a>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
