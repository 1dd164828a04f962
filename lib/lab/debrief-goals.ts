import type { Entry } from '../cluster/journal';
import { decides } from './condition';
import type { Turn } from './gap-log';
import { type GoalState, turnsOfGoals } from './goals';
import type { Goal } from './scenario';

/** A stretch of a goal's lane, from the opening to the end of a run. */
export interface GoalSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: GoalState['state'];
}

/** A goal that came to hold, or did not hold any more, at a moment. */
export interface GoalTurn {
  readonly id: string;
  readonly holds: boolean;
  readonly atMs: number;
}

/** How each goal stood through a run, in the order of the goals. A goal over time stays failed. */
export function goalSpans(
  goals: readonly Goal[],
  journal: readonly Entry[],
  openAtMs: number,
  endMs: number,
): readonly (readonly GoalSpan[])[] {
  return turnsOfGoals(goals, journal).map((turns, place) => {
    const spans: GoalSpan[] = [];
    const isOverTime = goals[place]?.when === 'always';
    for (const { fromMs, toMs, holds } of stretches(turns, openAtMs, endMs)) {
      const last = spans.at(-1);
      const hasFailed = isOverTime && (!holds || last?.state === 'failed');
      const state = hasFailed ? 'failed' : holds ? 'holds' : 'open';
      if (last?.state === state) spans[spans.length - 1] = { ...last, toMs };
      else spans.push({ fromMs, toMs, state });
    }
    return spans;
  });
}

/** The turns of a condition between two moments, the first of them cut at its beginning. */
const stretches = (turns: readonly Turn[], openAtMs: number, endMs: number) =>
  turns.flatMap(({ atMs, holds }, at) => {
    const nextMs = turns[at + 1]?.atMs ?? Number.POSITIVE_INFINITY;
    if (nextMs <= openAtMs || atMs > endMs) return [];
    return [{ fromMs: Math.max(atMs, openAtMs), toMs: Math.min(nextMs, endMs), holds }];
  });

/**
 * What became of the goals since the opening, by the commands (their sequences) whose chains of causes wrote what decides it at
 * that moment. A change that no command began, or one that was there at the opening, is nobody's.
 */
export function goalTurns(
  goals: readonly Goal[],
  journal: readonly Entry[],
  roots: readonly (readonly number[])[],
  spans: readonly (readonly GoalSpan[])[],
): ReadonlyMap<number, readonly GoalTurn[]> {
  const byRoot = new Map<number, GoalTurn[]>();
  for (const [place, { id, condition }] of goals.entries()) {
    const isOf = decides(condition);
    for (const { fromMs: atMs, state } of spans[place]?.slice(1) ?? []) {
      const decided = journal.filter(
        (entry) => entry.atMs === atMs && entry.type === 'write' && isOf(entry.key),
      );
      const turn = { id, holds: state === 'holds', atMs };
      for (const root of new Set(decided.flatMap(({ sequence }) => roots[sequence] ?? [])))
        byRoot.set(root, [...(byRoot.get(root) ?? []), turn]);
    }
  }
  return byRoot;
}
