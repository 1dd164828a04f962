import type { LaneSpan } from '@/lib/lab/view';

/** A span that lies across a moment as two; the grace period that is used up is shared out. */
export function cutAt(span: LaneSpan, atMs: number): readonly LaneSpan[] {
  if (span.fromMs >= atMs || span.toMs <= atMs) return [span];
  const { graceFrom = 0, graceTo } = span;
  const share = (atMs - span.fromMs) / (span.toMs - span.fromMs);
  const grace = graceTo === undefined ? undefined : graceFrom + (graceTo - graceFrom) * share;
  return [
    { ...span, toMs: atMs, ...(grace !== undefined && { graceTo: grace }) },
    { ...span, fromMs: atMs, ...(grace !== undefined && { graceFrom: grace }) },
  ];
}
