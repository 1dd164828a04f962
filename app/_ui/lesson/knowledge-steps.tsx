import type { ReactNode } from 'react';
import { fill } from '@/app/_ui/fill';
import { Lane } from '@/app/_ui/kit/lane';
import type { Words } from '@/app/_ui/words';
import type { LessonProgress } from '@/lib/quiz/public';
import styles from './knowledge.module.css';
import { countSteps, type LessonSteps, laneOf, type StepState } from './steps';

export interface KnownLesson extends LessonSteps {
  readonly number: number;
  readonly title: string;
  readonly href: string;
  /** In the order of `sections`. */
  readonly sectionTitles: readonly string[];
}

interface TableProps {
  readonly lesson: KnownLesson;
  readonly progress: LessonProgress;
  readonly words: Words['progress'];
  readonly lane: string;
  /** What is known of its concepts. */
  readonly children?: ReactNode;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly state: StepState;
  readonly said: string;
}

/** A lesson that is begun: how far it is, its concepts, its steps. */
export function KnownLessonTable({ lesson, progress, words, lane, children }: TableProps) {
  const { done, of } = countSteps(lesson, progress);
  const states = laneOf(lesson, progress);
  const count = (...wanted: StepState[]) => states.filter((state) => wanted.includes(state)).length;
  const label = fill(lane, {
    proven: count('proven', 'partly'),
    read: count('read'),
    toCome: count('toCome'),
  });
  return (
    <section className={styles.lesson} aria-labelledby={lesson.slug}>
      <div className={styles.head}>
        <h2 id={lesson.slug}>
          <span>{lesson.number}</span> {lesson.title}
        </h2>
        <Lane states={states} label={label} />
        <p>{fill(words.summary, { n: done, m: of })}</p>
        <a href={lesson.href}>{words.goOn}</a>
      </div>
      {children}
      <div className={styles.groups}>
        <Group title={words.sections} rows={sectionRows(lesson, progress, words)} />
        <Group title={words.items} rows={itemRows(lesson, progress, words)} />
        <Group title={words.labs} rows={labRows(lesson, progress, words)} />
      </div>
    </section>
  );
}

const sectionRows = (
  lesson: KnownLesson,
  progress: LessonProgress,
  words: Words['progress'],
): readonly Row[] =>
  lesson.sections.map((id, at) => {
    const isRead = progress.sections.includes(id);
    return {
      key: id,
      name: lesson.sectionTitles[at] ?? id,
      href: `${lesson.href}#${id}`,
      state: isRead ? 'read' : 'toCome',
      said: isRead ? words.sectionRead : words.sectionToCome,
    };
  });

const itemStates = { firstTry: 'proven', later: 'proven', wrong: 'read', new: 'toCome' } as const;

const itemRows = (lesson: KnownLesson, progress: LessonProgress, words: Words['progress']): readonly Row[] =>
  lesson.items.map((id, at) => {
    const state = progress.items[id] ?? 'new';
    return {
      key: id,
      name: fill(words.item, { n: at + 1 }),
      href: `${lesson.href}#quiz`,
      state: itemStates[state],
      said: words[state],
    };
  });

const labRows = (lesson: KnownLesson, progress: LessonProgress, words: Words['progress']): readonly Row[] =>
  lesson.labs.map((id) => {
    const isSolved = progress.labs.includes(id);
    return {
      key: id,
      name: lesson.sectionTitles[lesson.sections.indexOf('lab')] ?? words.labs,
      href: `${lesson.href}#lab`,
      state: isSolved ? 'proven' : 'toCome',
      said: isSolved ? words.labSolved : words.labToCome,
    };
  });

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.key} data-state={row.state}>
            <a href={row.href}>{row.name}</a>
            <span className={styles.said}>{row.said}</span>
            <span className={styles.ink} data-state={row.state} aria-hidden="true" />
          </li>
        ))}
      </ul>
    </div>
  );
}
