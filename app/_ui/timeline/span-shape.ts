import type { SpanPart } from './span-cut';

/** How one stretch of a lane is inked. Coordinates in px, y from the middle of the lane. */
export type SpanShape =
  | { readonly kind: 'dots'; readonly x: number; readonly to: number; readonly waits: boolean }
  | { readonly kind: 'opening'; readonly path: string }
  | {
      readonly kind: 'band';
      readonly x: number;
      readonly to: number;
      readonly solid: boolean;
      readonly fill: number;
      readonly slits: readonly number[];
    }
  | {
      readonly kind: 'closing';
      readonly path: string;
      readonly solid: boolean;
      readonly slits: readonly string[];
    }
  | { readonly kind: 'crossed'; readonly x: number; readonly to: number; readonly crosses: readonly number[] }
  | { readonly kind: 'fallen'; readonly x: number; readonly to: number; readonly square: number }
  | { readonly kind: 'cross'; readonly x: number }
  | { readonly kind: 'finished'; readonly x: number }
  | { readonly kind: 'hatched'; readonly path: string }
  | { readonly kind: 'nothing' };

/** Nothing that happened may vanish: a stretch is at least this wide, px. */
const leastWidth = 1.5;

/**
 * The shape of a span between two places of a lane that is `height` px high. What stands where a state begins, a fall or an end,
 * is not drawn again at the part of it that goes on: that part of an end is nothing.
 */
export function spanShape(span: SpanPart, fromX: number, toX: number, height: number): SpanShape {
  const half = height / 2;
  const { share: [begin, end] = [0, 1] } = span;
  const to = Math.max(toX, fromX + leastWidth);
  switch (span.state) {
    case 'reserved':
    case 'pending':
      return { kind: 'dots', x: fromX, to, waits: span.state === 'reserved' };
    case 'creating':
      return { kind: 'opening', path: opening(fromX, to, half * begin, half * end) };
    case 'notReady':
    case 'partlyReady':
    case 'ready': {
      const fill = span.state === 'partlyReady' ? 0.5 : 0;
      return {
        kind: 'band',
        x: fromX,
        to,
        solid: span.state === 'ready',
        fill,
        slits: slitsOf(span.revision, height),
      };
    }
    case 'terminating':
      return closing(span, fromX, to, half);
    case 'imageError':
      return { kind: 'crossed', x: fromX, to, crosses: every(fromX + 8, to - 4, 15) };
    case 'crashLoop':
      return begin > 0
        ? { kind: 'fallen', x: fromX, to, square: 0 }
        : { kind: 'fallen', x: fromX, to, square: Math.min(height, Math.max(8, to - fromX)) };
    case 'failed':
      return begin > 0 ? { kind: 'nothing' } : { kind: 'cross', x: fromX + half };
    case 'succeeded':
      return begin > 0 ? { kind: 'nothing' } : { kind: 'finished', x: fromX };
    case 'unknown':
      return { kind: 'hatched', path: hatch(fromX, to, half) };
  }
}

/** `<`, or what of it lies between two heights. */
const opening = (fromX: number, to: number, low: number, high: number): string =>
  low === 0
    ? `M${n(to)} ${n(-high)}L${n(fromX)} 0L${n(to)} ${n(high)}`
    : `M${n(to)} ${n(-high)}L${n(fromX)} ${n(-low)}M${n(fromX)} ${n(low)}L${n(to)} ${n(high)}`;

/** `>`: as high at each end as what is left of the grace period there. */
function closing(span: SpanPart, fromX: number, to: number, half: number): SpanShape {
  const left = half * (1 - (span.graceFrom ?? 0));
  const right = half * (1 - (span.graceTo ?? (span.open ? 0 : 1)));
  const path = `M${n(fromX)} ${n(-left)}L${n(to)} ${n(-right)}V${n(right)}L${n(fromX)} ${n(left)}Z`;
  const slits = slitsOf(span.revision, half * 2).map(
    (y) => `M${n(fromX)} ${n(y)}L${n(to)} ${n((y * right) / Math.max(left, 0.1))}`,
  );
  return { kind: 'closing', path, solid: span.wasReady ?? true, slits };
}

function slitsOf(revision: number, height: number): readonly number[] {
  if (revision <= 1) return [];
  return revision === 2 ? [0] : [-height / 6, height / 6];
}

function hatch(fromX: number, to: number, half: number): string {
  const parts: string[] = [];
  for (const x of every(fromX, to + half * 2, 7)) {
    const low = Math.max(fromX, x - half * 2);
    const high = Math.min(to, x);
    if (high > low)
      parts.push(`M${n(low)} ${n(half - (low - (x - half * 2)))}L${n(high)} ${n(-half + (x - high))}`);
  }
  return parts.join('');
}

function every(from: number, to: number, step: number): readonly number[] {
  const places: number[] = [];
  for (let x = from; x <= to; x += step) places.push(n(x));
  return places;
}

const n = (value: number) => Math.round(value * 10) / 10;
