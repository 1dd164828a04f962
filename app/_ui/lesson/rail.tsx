'use client';

import { fill } from '@/app/_ui/fill';
import type { Words } from '@/app/_ui/words';
import { progressIn, useProgress } from './progress-store';
import styles from './rail.module.css';
import { countSteps, type LessonSteps } from './steps';
import { useKeptHash } from './use-kept-hash';
import { useReading } from './use-reading';

interface RailProps {
  readonly steps: LessonSteps;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** "Lesson 7 of 14" and the part's name. */
  readonly place: string;
  readonly part: string;
  readonly words: Words['lesson'];
}

/** Where the reader is in a lesson: its sections as a lane, the red bar at the one on the screen, what is saved. */
export function Rail({ steps, sections, place, part, words }: RailProps) {
  const view = useProgress();
  const progress = progressIn(view, steps.slug);
  useKeptHash();
  const here = useReading(steps.slug, steps.sections);
  return (
    <div className={styles.rail}>
      <p className={styles.place}>
        <span>{place}</span> <span className={styles.part}>{part}</span>
      </p>
      <nav aria-label={words.rail} className={styles.nav}>
        <ol>
          {sections.map(({ id, title }) => {
            const isRead = progress.sections.includes(id);
            return (
              <li key={id} data-read={isRead || undefined} data-here={id === here || undefined}>
                <a href={`#${id}`} aria-current={id === here ? 'location' : undefined}>
                  {title}
                  {isRead && <span className="unseen">, {words.read}</span>}
                </a>
              </li>
            );
          })}
        </ol>
      </nav>
      <p className={`${styles.saved} needs-script`}>{savedLine(view, countSteps(steps, progress), words)}</p>
    </div>
  );
}

function savedLine(
  { status, waiting }: ReturnType<typeof useProgress>,
  { done, of }: ReturnType<typeof countSteps>,
  words: Words['lesson'],
): string {
  if (waiting.length > 0 && status === 'failed') return fill(words.waiting, { n: waiting.length });
  if (done === 0) return words.notAsked;
  return done === of ? fill(words.savedAll, { m: of }) : fill(words.saved, { n: done, m: of });
}
