import { Fragment, type ReactNode } from 'react';
import { fill } from '@/app/_ui/fill';
import { InlineText } from '@/app/_ui/kit/inline-text';
import { VerdictMark } from '@/app/_ui/lesson/verdict-mark';
import { words } from '@/app/_ui/words';
import { isWritten, type Note, type OpenNote } from '@/lib/course/notes';
import type { Locale } from '@/lib/text';
import styles from './notes.module.css';
import { type NotesWords, notesWords } from './words';

interface PlacesProps {
  readonly note: Note;
  readonly locale: Locale;
  readonly say: NotesWords;
}

const lessonOf = ({ lesson }: OpenNote, locale: Locale) =>
  fill(notesWords[locale].lesson, { n: lesson.number, title: lesson.title[locale] });

/** A path that may break after each of its folders. */
const Breaking = ({ text }: { readonly text: string }) =>
  text.split(/(?<=\/)/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));

const Place = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    {children}
  </div>
);

/** Where the course explains, runs and asks a sentence, and where its verdict was looked up. */
function Places({ note, locale, say }: PlacesProps) {
  const { id, lesson, claim, runs, questions } = note;
  const href = `/${locale}/learn/${lesson.slug}`;
  return (
    <dl className={styles.places}>
      <Place name={say.taught}>
        <dd>
          <a href={`${href}#${id}`}>{lessonOf(note, locale)}</a>
        </dd>
      </Place>
      {runs.length > 0 && (
        <Place name={say.run}>
          {runs.map(({ page, kind, title }) => (
            <dd key={page}>
              <a href={`/${locale}${page}`}>
                <InlineText text={fill(say.runs[kind], { title: title[locale] })} />
              </a>
            </dd>
          ))}
        </Place>
      )}
      {questions > 0 && (
        <Place name={say.asked}>
          <dd>
            <a href={`${href}#quiz`}>{fill(say.questions[questions === 1 ? 0 : 1], { n: questions })}</a>
          </dd>
        </Place>
      )}
      <Place name={say.source}>
        <dd lang="en">
          <Breaking text={claim.source} />
        </dd>
      </Place>
    </dl>
  );
}

/** What the notes say, the verdict in ink and word, and what holds today. */
function Judged({ note: { claim }, locale, say }: PlacesProps) {
  return (
    <div className={styles.judged}>
      <blockquote>
        <p>{claim.quote[locale]}</p>
        {locale !== 'zh' && (
          <p className={styles.original}>
            {say.original}: <span lang="zh-CN">{claim.quote.zh}</span>
          </p>
        )}
      </blockquote>
      <p className={styles.verdict}>
        <VerdictMark verdict={claim.verdict} /> {words[locale].verdicts[claim.verdict]}
      </p>
      <p className={styles.today}>
        <InlineText text={claim.today[locale]} />
      </p>
    </div>
  );
}

interface NoteEntryProps {
  readonly note: Note | OpenNote;
  readonly locale: Locale;
}

/** One sentence of the notes; `#` and its id lead to it. */
export function NoteEntry({ note, locale }: NoteEntryProps) {
  const say = notesWords[locale];
  const title = fill(words[locale].claim.note, { n: note.number });
  return (
    <li id={note.id} className={styles.note}>
      <h3>
        <a href={`#${note.id}`} aria-label={title}>
          {note.number}
        </a>
      </h3>
      {isWritten(note) ? (
        <>
          <Judged {...{ note, locale, say }} />
          <Places {...{ note, locale, say }} />
        </>
      ) : (
        <p className={styles.open}>{fill(say.open, { lesson: lessonOf(note, locale) })}</p>
      )}
    </li>
  );
}
