import type { LaneSpan } from '@/lib/lab/view';

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
  | { readonly kind: 'hatched'; readonly path: string };

/** Nothing that happened may vanish: a stretch is at least this wide, px. */
const leastWidth = 1.5;

/** The shape of a span between two places of a lane that is `height` px high. */
export function spanShape(span: LaneSpan, fromX: number, toX: number, height: number): SpanShape {
  const half = height / 2;
  const to = Math.max(toX, fromX + leastWidth);
  switch (span.state) {
    case 'reserved':
    case 'pending':
      return { kind: 'dots', x: fromX, to, waits: span.state === 'reserved' };
    case 'creating':
      return { kind: 'opening', path: `M${n(to)} ${-half}L${n(fromX)} 0L${n(to)} ${half}` };
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
      return { kind: 'fallen', x: fromX, to, square: Math.min(height, Math.max(8, to - fromX)) };
    case 'failed':
      return { kind: 'cross', x: fromX + half };
    case 'succeeded':
      return { kind: 'finished', x: fromX };
    case 'unknown':
      return { kind: 'hatched', path: hatch(fromX, to, half) };
  }
}

/** `>`: as high at each end as what is left of the grace period there. */
function closing(span: LaneSpan, fromX: number, to: number, half: number): SpanShape {
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
