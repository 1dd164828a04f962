import type { PodState } from '@/lib/lab/view';

/** Stroke of a mark in px: thick enough at 12 px, not clumsy at 40. */
export const markStroke = (size: number): number =>
  size >= 30 ? 2.4 : size >= 20 ? 2.1 : size >= 15 ? 1.9 : 1.6;

/** A dash pattern of round dots that closes on itself around a circle. */
export function dots(r: number, width: number): string {
  const around = 2 * Math.PI * r;
  const count = Math.max(8, Math.round(around / (width * 1.75)));
  return `0 ${Math.round((around / count) * 1000) / 1000}`;
}

const black: ReadonlySet<PodState> = new Set(['imageError', 'crashLoop', 'failed']);

/** Class of the hue: failure is ink, a place that waits is `wait`, all else its revision. */
export function revisionClass(state: PodState, revision: number): 'wait' | 'ink' | 'rev1' | 'rev2' | 'rev3' {
  if (state === 'reserved') return 'wait';
  if (black.has(state)) return 'ink';
  return revision <= 1 ? 'rev1' : revision === 2 ? 'rev2' : 'rev3';
}

/** Lines at 45 degrees across a circle, `gap` px apart, as a path. */
export function chords(r: number, gap: number): string {
  const parts: string[] = [];
  for (let offset = -Math.floor(r / gap) * gap; offset <= r; offset += gap) {
    const half = Math.sqrt(Math.max(0, r * r - offset * offset));
    if (half < 1) continue;
    const turn = Math.SQRT1_2;
    const point = (along: number) => `${round((along - offset) * turn)} ${round((-along - offset) * turn)}`;
    parts.push(`M${point(-half)}L${point(half)}`);
  }
  return parts.join('');
}

const round = (value: number) => Math.round(value * 100) / 100;
