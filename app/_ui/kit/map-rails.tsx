'use client';

import type { LessonState, MapLesson } from '@/app/_ui/lesson/course-states';
import { useCourseStates } from '@/app/_ui/lesson/use-course-states';
import styles from './map-rails.module.css';
import type { RowLines } from './needs-lines';
import { bend, nodeX, nodeY, radius, railsWidth, trackX } from './rails-places';

const Node = ({ x, state }: { readonly x: number; readonly state: LessonState }) => (
  <>
    <circle cx={x} cy={nodeY} r={radius} className={styles.node} data-state={state} />
    {state === 'begun' && (
      <path
        d={`M${x - radius} ${nodeY}a${radius} ${radius} 0 0 0 ${radius * 2} 0z`}
        className={styles.half}
      />
    )}
  </>
);

interface MapRailsProps {
  /** Place of the lesson in the course, from 0. */
  readonly row: number;
  readonly lines: RowLines;
  readonly tracks: number;
  readonly lessons: readonly MapLesson[];
}

/**
 * What leads to a lesson and from it to others, as a piece of the lines that run down the whole map: each row draws its own, so that
 * it may be as high as its words. A line is dotted until the lesson that it comes from is done. The words beside it say the same.
 */
export function MapRails({ row, lines, tracks, lessons }: MapRailsProps) {
  const states = useCourseStates(lessons);
  const stateAt = (at: number) => states.get(lessons[at]?.slug ?? '') ?? 'later';
  const ink = (from: number) => ({
    className: styles.line,
    'data-done': stateAt(from) === 'done' || undefined,
  });
  const x = nodeX(tracks);
  const { passing, arriving, leaving, leadsDown } = lines;
  const headX = x - radius - 2;
  return (
    <svg className={styles.rails} width={railsWidth(tracks)} aria-hidden="true">
      {passing.map(({ from, track }) => (
        <line key={from} x1={trackX(track)} x2={trackX(track)} y1="0" y2="100%" {...ink(from)} />
      ))}
      {leadsDown && <line x1={x} x2={x} y1={nodeY + radius + 1} y2="100%" {...ink(row)} />}
      {leaving !== undefined && <Leaving x={x} to={trackX(leaving)} ink={ink(row)} />}
      {arriving.map(({ from, track, goesOn }) =>
        track === undefined ? (
          <g key={from}>
            <line x1={x} x2={x} y1="0" y2={nodeY - radius - 6} {...ink(from)} />
            <path d={`M${x - 3} ${nodeY - radius - 7}h6l-3 5z`} className={styles.head} />
          </g>
        ) : (
          <g key={from}>
            {!goesOn && (
              <line x1={trackX(track)} x2={trackX(track)} y1="0" y2={nodeY - bend} {...ink(from)} />
            )}
            <path d={`M${trackX(track) + bend} ${nodeY}H${headX - 5}`} className={styles.gap} />
            <path
              d={`M${trackX(track)} ${nodeY - bend}q0 ${bend} ${bend} ${bend}H${headX - 4}`}
              {...ink(from)}
            />
            <path d={`M${headX - 5} ${nodeY - 3}v6l5-3z`} className={styles.head} />
          </g>
        ),
      )}
      <Node x={x} state={stateAt(row)} />
    </svg>
  );
}

interface LeavingProps {
  readonly x: number;
  readonly to: number;
  readonly ink: { readonly className: string | undefined; readonly 'data-done': true | undefined };
}

/** A line from the foot of a node to its track and on to the rows below. */
function Leaving({ x, to, ink }: LeavingProps) {
  const y = nodeY + radius + 1 + bend;
  return (
    <>
      <path d={`M${x - bend} ${y}H${to + bend}`} className={styles.gap} />
      <path
        d={`M${x} ${y - bend}q0 ${bend} ${-bend} ${bend}H${to + bend}q${-bend} 0 ${-bend} ${bend}`}
        {...ink}
      />
      <line x1={to} x2={to} y1={y + bend} y2="100%" {...ink} />
    </>
  );
}

/** The mark of a lesson that can be begun next, in a line of text. */
export const NextMark = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <circle cx="7" cy="7" r={radius} className={styles.node} data-state="next" />
  </svg>
);
