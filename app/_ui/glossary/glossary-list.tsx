import { fill } from '@/app/_ui/fill';
import { InlineText } from '@/app/_ui/kit/inline-text';
import { words } from '@/app/_ui/words';
import { type GlossaryEntry, glossaryOf } from '@/lib/course/glossary';
import { getLesson } from '@/lib/course/lessons';
import { type Locale, locales } from '@/lib/text';
import styles from './glossary.module.css';
import { glossaryWords } from './words';

/** What the glossary is, with the number of its words. */
export const glossaryLead = (locale: Locale): string =>
  fill(glossaryWords[locale].lead, { n: glossaryOf(locale).length });

interface EntryProps {
  readonly entry: GlossaryEntry;
  readonly locale: Locale;
}

/** A word, the same in the other language, its explanation, and the place in the course that explains it. */
function Entry({ entry: { word, inOther, definition, anchor, lesson: slug }, locale }: EntryProps) {
  const other = locales.find((each) => each !== locale) ?? locale;
  const lesson = getLesson(slug);
  return (
    <div id={anchor} className={styles.entry}>
      <dt>
        {word}
        {inOther !== word && (
          <span lang={words[other].htmlLang} className={styles.other}>
            {inOther}
          </span>
        )}
      </dt>
      <dd>
        <InlineText text={definition} />
      </dd>
      {lesson && (
        <dd className={styles.where}>
          <a href={`/${locale}/learn/${slug}#${anchor}`}>
            {fill(glossaryWords[locale].lesson, { n: lesson.number, title: lesson.title[locale] })}
          </a>
        </dd>
      )}
    </div>
  );
}

interface GlossaryProps {
  readonly glossary: readonly GlossaryEntry[];
  readonly locale: Locale;
}

/** The words of the course, letter by letter, with a way to each letter. */
export function Glossary({ glossary, locale }: GlossaryProps) {
  const letters = [...new Set(glossary.map(({ letter }) => letter))];
  return (
    <>
      <nav className={styles.letters} aria-label={glossaryWords[locale].letters}>
        {letters.map((letter) => (
          <a key={letter} href={`#letter-${letter.toLowerCase()}`}>
            {letter}
          </a>
        ))}
      </nav>
      {letters.map((letter) => (
        <section key={letter} className={styles.part} aria-labelledby={`letter-${letter.toLowerCase()}`}>
          <h2 id={`letter-${letter.toLowerCase()}`}>{letter}</h2>
          <dl>
            {glossary
              .filter((entry) => entry.letter === letter)
              .map((entry) => (
                <Entry key={entry.anchor} entry={entry} locale={locale} />
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}
