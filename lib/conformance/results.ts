import table from '@/recordings/results.json';
import type { Outcome } from './outcome';

/** The outcomes of the last run of the tests: a test fails when this is not what a run finds. */
export const results: readonly Outcome[] = table;

/** The outcomes by what they are about, in the order of the table. */
export function resultsByGroup(): (readonly [string, readonly Outcome[]])[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of results) {
    const group = groups.get(outcome.group);
    if (group) group.push(outcome);
    else groups.set(outcome.group, [outcome]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
