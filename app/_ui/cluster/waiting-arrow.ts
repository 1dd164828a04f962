/** Waiting as a line: from who waits to what is awaited, with room for its words. All px. */
export interface WaitingArrow {
  readonly from: string;
  readonly to: string;
  readonly until: 'ready' | 'available' | 'gone';
  readonly path: string;
  /** The head: where it points and its turn in degrees. */
  readonly head: { readonly x: number; readonly y: number; readonly turn: number };
  readonly words: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve that leaves the waiting mark sideways and comes down on the awaited one; straight down in one column. */
export function arrow(
  from: Point,
  to: Point,
  radius: number,
  name: string,
  waits: { readonly pod: string; readonly until: WaitingArrow['until'] },
): WaitingArrow {
  const side = Math.sign(to.x - from.x);
  const start =
    side === 0 ? { x: from.x, y: from.y + radius + 3 } : { x: from.x + side * (radius + 3), y: from.y + 4 };
  const end =
    side === 0 ? { x: to.x, y: to.y - radius - 4 } : { x: to.x - side * radius * 0.5, y: to.y - radius - 3 };
  const reach = Math.abs(end.x - start.x);
  const first = side === 0 ? start : { x: start.x + side * reach * 0.55, y: start.y + 3 };
  const second =
    side === 0
      ? end
      : { x: end.x - side * Math.min(26, reach * 0.3), y: start.y + Math.min(14, (end.y - start.y) * 0.4) };
  const bent = side === 0 ? start : second;
  const turn = (Math.atan2(end.y - bent.y, end.x - bent.x) * 180) / Math.PI;
  const tight = reach < 84;
  return {
    from: name,
    to: waits.pod,
    until: waits.until,
    path: `M${at(start)}C${at(first)} ${at(second)} ${at(end)}`,
    head: { ...end, turn: Math.round(turn) },
    words:
      side === 0
        ? { x: from.x - radius - 8, y: from.y + 4, anchor: 'end' }
        : tight
          ? { x: from.x, y: from.y - radius - 6, anchor: 'middle' }
          : { x: from.x + side * (radius + 9), y: from.y - 2, anchor: side < 0 ? 'end' : 'start' },
  };
}

const at = (point: Point) => `${Math.round(point.x * 10) / 10} ${Math.round(point.y * 10) / 10}`;
