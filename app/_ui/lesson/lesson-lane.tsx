'use client';

import { useHere } from '@/app/_ui/account/account-store';
import { fill } from '@/app/_ui/fill';
import styles from '@/app/_ui/kit/course-map.module.css';
import { Lane } from '@/app/_ui/kit/lane';
import type { MapLesson } from './course-states';
import { progressIn, useProgress } from './progress-store';
import { countSteps, laneOf } from './steps';
import { useCourseStates } from './use-course-states';

interface LessonLaneProps {
  readonly slug: string;
  /** The lessons of the course, in order. */
  readonly lessons: readonly MapLesson[];
  readonly href: string;
  readonly label: string;
  /** Where what is due is asked. */
  readonly review: string;
  readonly words: Readonly<Record<'lane' | 'goOn' | 'start' | 'again' | 'here' | 'due', string>>;
}

/** Progress of one lesson in its row of the course, what of it is due, and the red bar in the lesson where the reader is. */
export function LessonLane({ slug, lessons, href, label, review, words }: LessonLaneProps) {
  const view = useProgress();
  const due = useHere().dueOf.get(slug) ?? 0;
  const state = useCourseStates(lessons).get(slug);
  const all = lessons.flatMap(({ steps }) => steps ?? []);
  const steps = all.find((each) => each.slug === slug);
  if (!steps) return null;
  const states = laneOf(steps, progressIn(view, slug));
  const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length;
  const counts = { proven: count('proven', 'partly'), read: count('read'), toCome: count('toCome') };
  const isHere =
    all.findLast((each) => countSteps(each, progressIn(view, each.slug)).done > 0)?.slug === slug;
  const verb = isHere || state === 'begun' ? words.goOn : state === 'done' ? words.again : words.start;
  return (
    <>
      <span className={styles.lane}>
        <Lane states={states} label={fill(words.lane, counts)} />
      </span>
      <span className={styles.ways}>
        {(isHere || due === 0) && (
          <a
            className={isHere || state === 'next' ? styles.goOn : styles.start}
            href={href}
            aria-label={`${verb}: ${label}`}
          >
            {verb}
          </a>
        )}
        {due > 0 && (
          <a className={styles.due} href={review} aria-label={`${fill(words.due, { n: due })}: ${label}`}>
            {fill(words.due, { n: due })}
          </a>
        )}
      </span>
      {isHere && (
        <span className={styles.here} data-here>
          <span className="unseen">{words.here}</span>
        </span>
      )}
    </>
  );
}
