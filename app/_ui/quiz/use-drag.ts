import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react';

interface Dragging {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly places: readonly number[];
  readonly pickUp: (place: number) => void;
  readonly moveTo: (place: number, to: number) => void;
  readonly putDown: (place: number) => void;
  readonly putBack: () => void;
}

/** A pointer that moved less is a click, px. */
const leastMove = 6;

/**
 * Dragging a row by a mouse, or on touch by its grip so that the page still scrolls. It only calls what the keys call too.
 * Listens on the window: a row that changes its place in the document loses its captured pointer.
 */
export function useDrag(dragging: Dragging) {
  const now = useRef(dragging);
  const held = useRef<{ readonly place: number; readonly y: number; isMoving: boolean }>(undefined);
  const hasDragged = useRef(false);
  useEffect(() => {
    now.current = dragging;
  });

  useEffect(() => {
    const move = (event: PointerEvent) => {
      const row = held.current;
      if (row === undefined) return;
      if (!row.isMoving) {
        if (Math.abs(event.clientY - row.y) < leastMove) return;
        row.isMoving = true;
        now.current.pickUp(row.place);
      }
      const { list, places, moveTo } = now.current;
      const from = places.indexOf(row.place);
      const to = rowAt(list.current, from, event.clientY);
      if (to !== from) moveTo(row.place, to);
    };
    const end = (event: PointerEvent) => {
      const row = held.current;
      held.current = undefined;
      if (!row?.isMoving) return;
      hasDragged.current = true;
      if (event.type === 'pointerup') now.current.putDown(row.place);
      else now.current.putBack();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  }, []);

  return {
    begin: (event: ReactPointerEvent<HTMLElement>, place: number) => {
      hasDragged.current = false;
      const isOnGrip = event.target instanceof Element && event.target.closest('[data-grip]') !== null;
      if (event.button !== 0 || !(event.pointerType === 'mouse' || isOnGrip)) return;
      held.current = { place, y: event.clientY, isMoving: false };
    },
    /** Whether the click that comes now ends a drag. Asked once. */
    wasDragged: () => {
      const was = hasDragged.current;
      hasDragged.current = false;
      return was;
    },
  };
}

/** Where a row belongs whose pointer is at `y`: it passes each neighbour whose middle the pointer has passed. */
function rowAt(list: HTMLElement | null, from: number, y: number): number {
  const rows = Array.from(list?.children ?? [], (row) => row.getBoundingClientRect());
  const middle = (index: number) => {
    const row = rows[index];
    return row === undefined ? undefined : row.top + row.height / 2;
  };
  let to = from;
  while ((middle(to + 1) ?? Infinity) < y) to++;
  while ((middle(to - 1) ?? -Infinity) > y) to--;
  return to;
}
