import { useRef } from 'react';
import { fill } from '../fill';
import { InlineText, withoutMarkup } from '../kit/inline-text';
import { LaneGlyph } from './lane-glyph';
import styles from './order-rows.module.css';
import type { ItemContext } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';
import { useDrag } from './use-drag';
import { useOrdering } from './use-ordering';
import type { QuizWords } from './words';

interface OrderRowsProps {
  readonly context: ItemContext;
  readonly isLocked: boolean;
  readonly labelledBy: string;
  readonly words: QuizWords;
  readonly run: QuizRun;
}

/**
 * The steps of an order item, the earliest on top. Each row has its two buttons; a row can also be picked up (a click or
 * Space), moved by the arrow keys and put down or back, or be dragged. What happened is said in the line below.
 */
export function OrderRows({ context, isLocked, labelledBy, words, run }: OrderRowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const { item, places } = context;
  const ordering = useOrdering({ list, context, isLocked, words: words.order, arrange: run.arrange });
  const { isPicked, moveTo, pickUp, putDown } = ordering;
  const drag = useDrag({ list, places, ...ordering });
  return (
    <>
      <ol ref={list} className={styles.rows} aria-labelledby={labelledBy} data-locked={isLocked}>
        {places.map((place, index) => {
          const { text = '', glyph } = item.options[place] ?? {};
          const step = withoutMarkup(text);
          return (
            <li key={place} className={styles.row} data-picked={isPicked(place)}>
              <button
                type="button"
                className={styles.step}
                data-step={place}
                aria-pressed={isPicked(place)}
                onPointerDown={(event) => drag.begin(event, place)}
                onClick={() => {
                  if (drag.wasDragged()) return;
                  if (isPicked(place)) putDown(place);
                  else pickUp(place);
                }}
                onKeyDown={(event) => ordering.onKey(event, place)}
              >
                <span className={styles.grip} data-grip>
                  <span className={styles.number}>{index + 1}</span>
                  <LaneGlyph name={glyph} />
                </span>
                <span className={styles.text}>
                  <InlineText text={text} />
                </span>
              </button>
              <MoveButton
                part="up"
                place={place}
                isPossible={!isLocked && index > 0}
                label={fill(words.order.up, { step })}
                move={() => moveTo(place, index - 1, 'up')}
              />
              <MoveButton
                part="down"
                place={place}
                isPossible={!isLocked && index < places.length - 1}
                label={fill(words.order.down, { step })}
                move={() => moveTo(place, index + 1, 'down')}
              />
            </li>
          );
        })}
      </ol>
      <p className={styles.status} role="status">
        {ordering.said}
      </p>
    </>
  );
}

interface MoveButtonProps {
  readonly part: 'up' | 'down';
  readonly place: number;
  readonly isPossible: boolean;
  readonly label: string;
  readonly move: () => void;
}

/** Stays reachable at the ends of the list, so that a row moved there keeps the focus. */
function MoveButton({ part, place, isPossible, label, move }: MoveButtonProps) {
  return (
    <button
      type="button"
      className={styles.move}
      aria-label={label}
      aria-disabled={!isPossible}
      onClick={move}
      {...{ [`data-${part}`]: place }}
    >
      <svg viewBox="-8 -8 16 16" width={16} height={16} aria-hidden>
        <path d={part === 'up' ? 'M0 -5L5 1H1.5V5H-1.5V1H-5Z' : 'M0 5L-5 -1H-1.5V-5H1.5V-1H5Z'} />
      </svg>
    </button>
  );
}
