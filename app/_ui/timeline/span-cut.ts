import type { LaneSpan } from '@/lib/lab/view';

/** A stretch of a lane, or the part of one that is drawn by itself. */
export interface SpanPart extends LaneSpan {
  /** Which part of the whole span it is, 0 to 1 at both ends; absent of a whole one. What marks its beginning stands at 0 alone. */
  readonly share?: readonly [from: number, to: number];
}

/** A span that lies across a moment as two; the grace period that is used up is shared out. */
export function cutAt(span: SpanPart, atMs: number): readonly SpanPart[] {
  if (span.fromMs >= atMs || span.toMs <= atMs) return [span];
  const { graceFrom = 0, graceTo, share: [from, to] = [0, 1] } = span;
  const done = (atMs - span.fromMs) / (span.toMs - span.fromMs);
  const grace = graceTo === undefined ? undefined : graceFrom + (graceTo - graceFrom) * done;
  const cut = from + (to - from) * done;
  return [
    { ...span, toMs: atMs, share: [from, cut], ...(grace !== undefined && { graceTo: grace }) },
    { ...span, fromMs: atMs, share: [cut, to], ...(grace !== undefined && { graceFrom: grace }) },
  ];
}
