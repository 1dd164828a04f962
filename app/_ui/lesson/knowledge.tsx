'use client';

import { useEffect, useRef, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { useAsked } from '@/app/_ui/review/use-asked';
import type { Words } from '@/app/_ui/words';
import type { KnowledgeOfConcepts } from '@/lib/review/public';
import type { Locale } from '@/lib/text';
import { Kept } from './kept';
import styles from './knowledge.module.css';
import { Concepts } from './knowledge-concepts';
import { type KnownLesson, KnownLessonTable } from './knowledge-steps';
import { KnowledgeSummary } from './knowledge-summary';
import type { KnowledgeWords } from './knowledge-words';
import { NotBegun } from './not-begun';
import { progressIn, refreshProgress, useProgress } from './progress-store';

interface KnowledgeProps {
  readonly locale: Locale;
  /** The lessons that are written, in the order of the course. */
  readonly lessons: readonly KnownLesson[];
  readonly words: Words['progress'];
  readonly say: KnowledgeWords;
  readonly lane: string;
}

const isKnowledge = (body: unknown): body is KnowledgeOfConcepts => {
  const { today, concepts } = (body ?? {}) as Partial<KnowledgeOfConcepts>;
  return typeof today === 'string' && Array.isArray(concepts);
};

/** What the learner knows and has done, what is kept of that, and the way to take it along and to delete it. */
export function Knowledge(props: KnowledgeProps) {
  const [isErased, setErased] = useState(false);
  if (isErased) return <Erased {...props} />;
  return (
    <>
      <Known {...props} />
      <Kept locale={props.locale} words={props.say.kept} onErased={() => setErased(true)} />
    </>
  );
}

/** Each lesson with anything in it: its concepts with why, its steps; then the concepts of the others, folded. */
function Known({ locale, lessons, words, say, lane }: KnowledgeProps) {
  const view = useProgress();
  const [asked, again] = useAsked('/api/knowledge', locale, isKnowledge);
  const known = asked.value;
  const conceptsOf = (slug: string) => known?.concepts.filter(({ lesson }) => lesson.slug === slug) ?? [];
  const begun = lessons.filter((lesson) => {
    const { sections, items, labs } = progressIn(view, lesson.slug);
    const isTried = conceptsOf(lesson.slug).some(({ state }) => state !== 'new');
    return isTried || sections.length + Object.keys(items).length + labs.length > 0;
  });
  const isFailed = view.status === 'failed';
  if (isFailed && begun.length === 0)
    return <Failed lines={[words.failed, words.failedKept]} words={words} />;
  if (view.status === 'loading') return <p className={styles.quiet}>{words.loading}</p>;
  const slugs = new Set(begun.map(({ slug }) => slug));
  return (
    <>
      {begun.length === 0 && <Empty lessons={lessons} words={words} />}
      {begun.length > 0 && known && <KnowledgeSummary {...{ known, locale }} words={say} />}
      {asked.status === 'loading' && <p className={styles.quiet}>{say.loading}</p>}
      {(asked.status === 'failed' || asked.status === 'offline') && (
        <Failed lines={[say.failed, say.failedKept]} words={words} again={again} />
      )}
      {begun.map((lesson) => (
        <KnownLessonTable
          key={lesson.slug}
          {...{ lesson, words, lane }}
          progress={progressIn(view, lesson.slug)}
        >
          {known && conceptsOf(lesson.slug).length > 0 && (
            <div className={styles.concepts}>
              <h3>{say.concepts}</h3>
              <Concepts concepts={conceptsOf(lesson.slug)} {...{ locale }} today={known.today} words={say} />
            </div>
          )}
        </KnownLessonTable>
      ))}
      {known && <NotBegun {...{ known, slugs, locale }} words={say} />}
    </>
  );
}

interface EmptyProps {
  readonly lessons: readonly KnownLesson[];
  readonly words: Words['progress'];
}

function Empty({ lessons: [first], words }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <p>{words.empty}</p>
      {first && (
        <a className={styles.button} href={first.href}>
          {fill(words.emptyAction, { n: first.number, title: first.title })}
        </a>
      )}
    </div>
  );
}

interface FailedProps {
  readonly lines: readonly string[];
  readonly words: Words['progress'];
  readonly again?: () => void;
}

function Failed({ lines, words, again = () => void refreshProgress() }: FailedProps) {
  return (
    <div className={styles.failed} role="alert">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <button type="button" className={styles.button} onClick={again}>
        {words.again}
      </button>
    </div>
  );
}

/** Takes the place of all that was here; the focus comes along, for the button that had it is gone. */
function Erased({ lessons: [first], say: { kept } }: KnowledgeProps) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useEffect(() => sentence.current?.focus(), []);
  return (
    <div className={styles.empty}>
      <p ref={sentence} tabIndex={-1} role="status">
        {kept.erased}
      </p>
      {first && (
        <a className={styles.button} href={first.href}>
          {fill(kept.erasedAction, { n: first.number, title: first.title })}
        </a>
      )}
    </div>
  );
}
