import type { Json } from '../cluster/objects';
import { find } from '../lab/condition';
import { type Counted, countOf, isSo, valueAt } from '../lab/counted';
import type { Reading } from './authored';
import { happens } from './happening';
import { objectsAt, play } from './play';
import type { Run } from './run';

/** What readings come to in the run of a seed, each as `read` has it. Those of one moment are read from one play. */
export function readEach(readings: readonly Reading[], run: Run, seed: number): (Json | undefined)[] {
  const played = new Map<number, ReturnType<typeof objectsAt>>();
  const at = (atMs: number) => {
    const objects = played.get(atMs) ?? objectsAt(run, seed, atMs);
    played.set(atMs, objects);
    return objects;
  };
  return readings.map((reading) => read(reading, run, seed, at));
}

/** What a reading comes to in the run of a seed; undefined when there is nothing to read, or it never comes. */
export function read(
  reading: Reading,
  run: Run,
  seed: number,
  at = (atMs: number) => objectsAt(run, seed, atMs),
): Json | undefined {
  if ('object' in reading) {
    const object = find(at(reading.atMs), reading.object);
    return object && valueAt(object as unknown as Json, reading.path);
  }
  if ('count' in reading) return countOf(reading.count, at(reading.atMs));
  if ('first' in reading) return firstSeconds(reading, run, seed);
  if ('created' in reading) return created(reading, run, seed);
  const counts = countsFrom('most' in reading ? reading.most : reading.least, reading, run, seed);
  return counts.length === 0 ? undefined : 'most' in reading ? Math.max(...counts) : Math.min(...counts);
}

/** Rounded to tenths: what a clock beside a figure shows. */
function firstSeconds(
  { first, fromMs, untilMs }: Extract<Reading, { first: unknown }>,
  run: Run,
  seed: number,
): number | undefined {
  for (const { atMs, nextMs, objects } of play(run, seed, untilMs))
    if (nextMs > fromMs && happens(first, objects))
      return Math.round((Math.max(atMs, fromMs) - fromMs) / 100) / 10;
  return undefined;
}

function countsFrom(
  counted: Counted,
  { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
  run: Run,
  seed: number,
): number[] {
  const counts: number[] = [];
  for (const { nextMs, objects } of play(run, seed, untilMs))
    if (nextMs > fromMs) counts.push(countOf(counted, objects));
  return counts;
}

/** Objects are told apart by their uid; one counts as soon as `where` is so of it. */
function created(
  { created: { kind, where }, fromMs, untilMs }: Extract<Reading, { created: unknown }>,
  run: Run,
  seed: number,
): number {
  const before = new Set<string>();
  const since = new Set<string>();
  for (const { atMs, objects } of play(run, seed, untilMs)) {
    for (const object of objects.list(kind)) {
      const { uid } = object.metadata;
      if (atMs < fromMs) before.add(uid);
      else if (!before.has(uid) && (where === undefined || isSo(where, object))) since.add(uid);
    }
  }
  return since.size;
}
