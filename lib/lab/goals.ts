import type { Entry } from '../cluster/journal';
import { Store } from '../cluster/store';
import { holds } from './condition';
import type { Goal } from './scenario';
import type { LabView } from './view';

export type GoalState = LabView['goals'][number];

interface Moment {
  readonly atMs: number;
  /** The objects stand so until here, or, at the last, up to the end. */
  readonly nextMs: number;
  readonly reading: Store;
}

/** The objects of a cluster at its beginning and after each moment, from its journal alone. */
function* moments(journal: readonly Entry[], untilMs: number): Generator<Moment> {
  const reading = new Store();
  let atMs = 0;
  for (const entry of journal) {
    if (entry.atMs > untilMs) break;
    if (entry.atMs > atMs) yield { atMs, nextMs: entry.atMs, reading };
    atMs = entry.atMs;
    if (entry.type !== 'write') continue;
    if (entry.after) reading.put(entry.after);
    else reading.remove(entry.key);
  }
  yield { atMs, nextMs: Number.POSITIVE_INFINITY, reading };
}

/**
 * How each goal stands. `now` holds or is open, with the moment since when; `always` holds as long as it held at every
 * moment since the lab opened, and has failed, with the moment, once it did not.
 */
export function goalStates(
  goals: readonly Goal[],
  journal: readonly Entry[],
  openAtMs: number,
  nowMs: number,
): GoalState[] {
  if (goals.length === 0) return [];
  const since = new Map<string, number>();
  const failed = new Map<string, number>();
  for (const { atMs, nextMs, reading } of moments(journal, nowMs)) {
    for (const { id, condition, when } of goals) {
      const isSo = holds(condition, reading);
      if (!isSo) since.delete(id);
      else if (!since.has(id)) since.set(id, atMs);
      const isOpen = nextMs > openAtMs && nowMs >= openAtMs;
      if (!isSo && when === 'always' && isOpen && !failed.has(id)) failed.set(id, Math.max(atMs, openAtMs));
    }
  }
  return goals.map(({ id }): GoalState => {
    const failedAt = failed.get(id);
    if (failedAt !== undefined) return { id, state: 'failed', sinceMs: failedAt };
    const sinceMs = since.get(id);
    return sinceMs === undefined ? { id, state: 'open' } : { id, state: 'holds', sinceMs };
  });
}
