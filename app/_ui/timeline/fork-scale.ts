import { type Segment, type TimeScale, ticksOf, timeScale } from './time-scale';

/** Time against place with a gap at each fork, where its bracket and the names of the lanes stand. */
export interface ForkScale {
  /** Of the moment of a fork: the place before its gap. */
  x(atMs: number): number;
  /** Of the moment of a fork: the place behind its gap. */
  xAfter(atMs: number): number;
  /** The moment at a place; anywhere in a gap the moment of its fork. */
  at(x: number): number;
  readonly ticks: TimeScale['ticks'];
  /** Places at which the scale changes its measure, forks aside. */
  readonly breaks: readonly number[];
}

/** The futures are given at least and at most this share of the width: of what is common all has been seen. */
const futureShare = { least: 0.55, most: 0.75 } as const;
/** The scale ends so long after the fork, in steps, with some time ahead; what is longer is pressed together as in a score. */
const horizonsMs = [6, 10, 15, 20, 30, 40].map((one) => one * 1000);
const spare = 1.15;

/**
 * One scale for all futures: the common past evenly, then from the first fork on as a score of its own, over `width` px with
 * all gaps. `forks` are the moments of the forks; `gap` is the width of each gap in px.
 */
export function forkScale(
  {
    nowMs,
    endMs,
    forks,
  }: { readonly nowMs: number; readonly endMs: number; readonly forks: readonly number[] },
  width: number,
  gap: number,
): ForkScale {
  const cuts = [...new Set(forks)].sort((a, b) => a - b);
  const first = cuts[0] ?? 0;
  const free = width - cuts.length * gap;
  const segments = segmentsOf(first, nowMs, endMs, free);
  const raw = (atMs: number) => {
    const segment = segments.find((one) => atMs <= one.toMs) ?? segments.at(-1);
    if (segment === undefined) return 0;
    return place(segment, Math.min(atMs, segment.toMs));
  };
  const gapsBefore = (atMs: number) => cuts.filter((cut) => cut < atMs).length * gap;
  const x = (atMs: number) => raw(atMs) + gapsBefore(atMs);
  const xAfter = (atMs: number) => x(atMs) + (cuts.includes(atMs) ? gap : 0);
  const at = (where: number) => {
    const fork = cuts.find((cut) => where >= x(cut) && where <= x(cut) + gap);
    if (fork !== undefined) return fork;
    const passed = cuts.filter((cut) => where > x(cut) + gap).length * gap;
    return momentAt(segments, where - passed);
  };
  const ticks = segments.flatMap((segment, index) => ticksOf(segment, index === 0));
  return {
    x,
    xAfter,
    at,
    ticks: ticks
      .filter(({ atMs }) => cuts.every((cut) => Math.abs(raw(cut) - raw(atMs)) > 34))
      .map(({ atMs }) => ({ atMs, x: x(atMs) })),
    breaks: segments.slice(first > 0 ? 2 : 1).map(({ fromMs }) => x(fromMs)),
  };
}

function segmentsOf(first: number, nowMs: number, endMs: number, width: number): readonly Segment[] {
  const ahead = Math.max(endMs, nowMs) - first;
  const share = first + ahead === 0 ? 1 : ahead / (first + ahead);
  const taken = first === 0 ? 1 : Math.min(futureShare.most, Math.max(futureShare.least, share));
  const begin = width * (1 - taken);
  const later = sinceFork(Math.max(0, nowMs - first), ahead, width * taken).map((segment) => ({
    fromMs: segment.fromMs + first,
    toMs: segment.toMs + first,
    fromX: segment.fromX + begin,
    toX: segment.toX + begin,
  }));
  return first === 0 ? later : [{ fromMs: 0, toMs: first, fromX: 0, toX: begin }, ...later];
}

function sinceFork(nowMs: number, endMs: number, width: number): readonly Segment[] {
  const toMs = horizonsMs.find((one) => one >= endMs * spare);
  if (toMs === undefined) return timeScale(nowMs, endMs, width).segments;
  return [{ fromMs: 0, toMs, fromX: 0, toX: width }];
}

const place = ({ fromMs, toMs, fromX, toX }: Segment, atMs: number) =>
  fromX + (Math.max(0, atMs - fromMs) / (toMs - fromMs)) * (toX - fromX);

function momentAt(segments: readonly Segment[], x: number): number {
  const segment = segments.find((one) => x <= one.toX) ?? segments.at(-1);
  if (segment === undefined) return 0;
  const share = Math.min(1, Math.max(0, (x - segment.fromX) / (segment.toX - segment.fromX)));
  return segment.fromMs + share * (segment.toMs - segment.fromMs);
}
