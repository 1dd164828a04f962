'use client';

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
  readonly words: Readonly<Record<'lane' | 'goOn' | 'start' | 'here', string>>;
}

/** Progress of one lesson in its row of the course, and the red bar in the lesson where the reader is. */
export function LessonLane({ slug, all, href, label, words }: LessonLaneProps) {
  const view = useProgress();
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
      <a className={styles.goOn} href={href} aria-label={`${isHere ? words.goOn : words.start}: ${label}`}>
        {isHere ? words.goOn : words.start}
      </a>
      {isHere && (
        <span className={styles.here} data-here>
          <span className="unseen">{words.here}</span>
        </span>
      )}
    </>
  );
}
