'use client';

import { useHere } from '@/app/_ui/account/account-store';
import { fill } from '@/app/_ui/fill';
import styles from '@/app/_ui/kit/course-map.module.css';
import { Lane } from '@/app/_ui/kit/lane';
import { progressIn, useProgress } from './progress-store';
import { countSteps, type LessonSteps, laneOf } from './steps';

interface LessonLaneProps {
  readonly slug: string;
  readonly all: readonly LessonSteps[];
  readonly href: string;
  readonly label: string;
  /** Where what is due is asked. */
  readonly review: string;
  readonly words: Readonly<Record<'lane' | 'goOn' | 'start' | 'here' | 'due', string>>;
}

/** Progress of one lesson in its row of the course, what of it is due, and the red bar in the lesson where the reader is. */
export function LessonLane({ slug, all, href, label, review, words }: LessonLaneProps) {
  const view = useProgress();
  const due = useHere().dueOf.get(slug) ?? 0;
  const steps = all.find((each) => each.slug === slug);
  if (!steps) return null;
  const states = laneOf(steps, progressIn(view, slug));
  const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length;
  const counts = { proven: count('proven', 'partly'), read: count('read'), toCome: count('toCome') };
  const isHere =
    all.findLast((each) => countSteps(each, progressIn(view, each.slug)).done > 0)?.slug === slug;
  return (
    <>
      <span className={styles.lane}>
        <Lane states={states} label={fill(words.lane, counts)} />
      </span>
      <span className={styles.ways}>
        {(isHere || due === 0) && (
          <a
            className={styles.goOn}
            href={href}
            aria-label={`${isHere ? words.goOn : words.start}: ${label}`}
          >
            {isHere ? words.goOn : words.start}
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
