/**
 * Sets of completion indexes, written as in a Job's status: `0-2,4`. Two neighbours are written `1,2`.
 * Models orderedIntervals of pkg/controller/job/indexed_job_utils.go (v1.37).
 */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

/** In rising order, without overlap and without neighbours that touch. */
export type Intervals = readonly Interval[];

export const single = (index: number): Interval => ({ first: index, last: index });
export const ofIndexes = (indexes: Iterable<number>): Intervals =>
  merged([], [...new Set(indexes)].sort((a, b) => a - b).map(single));

/** Reads a status; indexes from `completions` on are left away, and so is what cannot be read. */
export function parsed(text: string | undefined, completions: number): Intervals {
  const result: Interval[] = [];
  for (const part of text ? text.split(',') : []) {
    const [first = Number.NaN, end = first] = part.split('-').map(whole);
    if (Number.isNaN(first) || Number.isNaN(end)) continue;
    if (first >= completions) break;
    const last = Math.min(end, completions - 1);
    const before = result.at(-1);
    if (before && before.last === first - 1) result[result.length - 1] = { first: before.first, last };
    else result.push({ first, last });
  }
  return result;
}

const whole = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);

export const printed = (intervals: Intervals): string =>
  intervals
    .map(({ first, last }) =>
      last === first ? `${first}` : last === first + 1 ? `${first},${last}` : `${first}-${last}`,
    )
    .join(',');

export function merged(a: Intervals, b: Intervals): Intervals {
  const result: Interval[] = [];
  for (const next of [...a, ...b].sort((x, y) => x.first - y.first)) {
    const before = result.at(-1);
    if (!before || next.first > before.last + 1) result.push(next);
    else if (next.last > before.last) result[result.length - 1] = { first: before.first, last: next.last };
  }
  return result;
}

export const total = (intervals: Intervals): number =>
  intervals.reduce((sum, { first, last }) => sum + last - first + 1, 0);

export const has = (intervals: Intervals, index: number): boolean =>
  intervals.some(({ first, last }) => first <= index && index <= last);

/** How many indexes stand in both. */
export function overlap(a: Intervals, b: Intervals): number {
  let count = 0;
  for (const x of a)
    for (const y of b) count += Math.max(0, Math.min(x.last, y.last) - Math.max(x.first, y.first) + 1);
  return count;
}

/** The lowest `count` indexes below `completions` that are not in the set. */
export function lowestOutside(taken: Intervals, count: number, completions: number): number[] {
  const result: number[] = [];
  let candidate = 0;
  for (const { first, last } of [...taken, { first: completions, last: completions }]) {
    for (; candidate < Math.min(first, completions) && result.length < count; candidate++)
      result.push(candidate);
    candidate = Math.max(candidate, last + 1);
  }
  return result;
}
