import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { fill } from '../fill';
import { withoutMarkup } from '../kit/inline-text';
import { moveStep } from './ordering';
import type { ItemContext } from './quiz-item.machine';
import type { QuizWords } from './words';

type Part = 'step' | 'up' | 'down';

interface Ordering {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly context: ItemContext;
  readonly isLocked: boolean;
  readonly words: QuizWords['order'];
  readonly arrange: (places: readonly number[]) => void;
}

/**
 * Moving the steps of an order item: which one is picked up, what was said of it last, and where the focus goes. Moves
 * are made at once; putting back restores the order from before the step was picked up.
 */
export function useOrdering({ list, context: { item, places }, isLocked, words, arrange }: Ordering) {
  const [picked, setPicked] = useState<{ readonly place: number; readonly before: readonly number[] }>();
  const [said, setSaid] = useState(words.idle);
  const focusNext = useFocusOnMoved(list, places);

  const say = (template: string, place: number, order: readonly number[]) => {
    const step = withoutMarkup(item.options[place]?.text ?? '');
    setSaid(fill(template, { step, n: order.indexOf(place) + 1, of: order.length }));
  };
  const moveTo = (place: number, to: number, part?: Part) => {
    const moved = moveStep(places, places.indexOf(place), to);
    if (isLocked || moved === places) return;
    if (part !== undefined) focusNext(place, part);
    arrange(moved);
    say(picked?.place === place ? words.pickedUp : words.moved, place, moved);
  };
  const pickUp = (place: number) => {
    if (isLocked) return;
    setPicked({ place, before: places });
    say(words.pickedUp, place, places);
  };
  const putDown = (place: number) => {
    setPicked(undefined);
    say(words.putDown, place, places);
  };
  const putBack = () => {
    if (picked === undefined) return;
    if (picked.before !== places) {
      focusNext(picked.place, 'step');
      arrange(picked.before);
    }
    setPicked(undefined);
    say(words.putBack, picked.place, picked.before);
  };
  const onKey = (event: KeyboardEvent, place: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const to = places.indexOf(place) + by;
    if (event.key === 'Escape' && picked !== undefined) putBack();
    else if (by !== 0 && picked?.place === place) moveTo(place, to, 'step');
    else if (by !== 0) list.current?.querySelector<HTMLElement>(`[data-step="${places[to]}"]`)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isPicked = (place: number) => picked?.place === place;
  return { said, isPicked, moveTo, pickUp, putDown, putBack, onKey };
}

/** A row that changes its place in the document loses the focus; this gives it back once the row stands there. */
function useFocusOnMoved(list: RefObject<HTMLOListElement | null>, places: readonly number[]) {
  const wanted = useRef<{ readonly place: number; readonly part: Part }>(undefined);
  useLayoutEffect(() => {
    const { current } = wanted;
    if (current === undefined || places.length === 0) return;
    wanted.current = undefined;
    list.current?.querySelector<HTMLElement>(`[data-${current.part}="${current.place}"]`)?.focus();
  }, [list, places]);
  return (place: number, part: Part) => {
    wanted.current = { place, part };
  };
}
