'use client';

import { fill } from '@/app/_ui/fill';
import styles from '@/app/_ui/kit/course-map.module.css';
import type { MapLesson } from './course-states';
import { useCourseStates } from './use-course-states';

interface LessonNeedsProps {
  readonly slug: string;
  readonly lessons: readonly MapLesson[];
  readonly words: Readonly<
    Record<'done' | 'begun' | 'next' | 'needs' | 'need' | 'needDone' | 'between' | 'stop', string>
  >;
}

/** What the lines of the map say, in words: whether the lesson is done or can be begun next, and which lessons it builds on. */
export function LessonNeeds({ slug, lessons, words }: LessonNeedsProps) {
  const states = useCourseStates(lessons);
  const state = states.get(slug);
  const said = state === 'done' || state === 'begun' || state === 'next' ? words[state] : '';
  const needs = lessons
    .filter((lesson) => lessons.find((one) => one.slug === slug)?.needs.includes(lesson.slug))
    .map((lesson) =>
      fill(states.get(lesson.slug) === 'done' ? words.needDone : words.need, { n: lesson.number }),
    )
    .join(words.between);
  const sentences = [...(said ? [said] : []), ...(needs ? [fill(words.needs, { lessons: needs })] : [])];
  if (sentences.length === 0) return null;
  return <span className={styles.needs}>{sentences.map((one) => one + words.stop).join('')}</span>;
}
