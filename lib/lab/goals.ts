import type { Entry } from '../cluster/journal';
import type { Condition } from './condition';
import { GapLog, type Turn, turnAt } from './gap-log';
import type { Goal, Hint } from './scenario';
import type { LabView } from './view';

export type GoalState = LabView['goals'][number];

const conditions = new WeakMap<readonly Goal[], readonly Condition[]>();

function conditionsOf(goals: readonly Goal[]): readonly Condition[] {
  const list = conditions.get(goals) ?? goals.map(({ condition }) => condition);
  conditions.set(goals, list);
  return list;
}

/** The turns of each goal's condition, in the order of the goals. */
export function turnsOfGoals(
  goals: readonly Goal[],
  journal: readonly Entry[],
): readonly (readonly Turn[])[] {
  const log = GapLog.of(journal, conditionsOf(goals));
  return goals.map((_, place) => log.turnsOf(place));
}

/** The first turn at or after the opening in which a condition does not hold, with its moment. */
function broken(turns: readonly Turn[], openAtMs: number, nowMs: number): Turn | undefined {
  if (nowMs < openAtMs) return undefined;
  const at = turns.findIndex(({ holds }, at) => {
    const nextMs = turns[at + 1]?.atMs ?? Number.POSITIVE_INFINITY;
    return !holds && nextMs > openAtMs;
  });
  const turn = turns[at];
  return turn && turn.atMs <= nowMs ? { ...turn, atMs: Math.max(turn.atMs, openAtMs) } : undefined;
}

/**
 * How each goal stands, and what is missing where it does not hold. `now` holds or is open, with the moment since when;
 * `always` holds as long as it held at every moment since the lab opened, and has failed, with the moment and with what was
 * missing then, once it did not. The same value as before where nothing of it has changed.
 */
export function goalStates(
  goals: readonly Goal[],
  journal: readonly Entry[],
  openAtMs: number,
  nowMs: number,
): readonly GoalState[] {
  if (goals.length === 0) return [];
  const turns = turnsOfGoals(goals, journal);
  const states = goals.map(({ id, when }, place): GoalState => {
    const own = turns[place] ?? [];
    const failed = when === 'always' ? broken(own, openAtMs, nowMs) : undefined;
    if (failed) return { id, state: 'failed', sinceMs: failed.atMs, gap: failed.gap };
    const turn = turnAt(own, nowMs);
    if (turn?.holds) return { id, state: 'holds', sinceMs: turn.atMs };
    return { id, state: 'open', gap: turn?.gap ?? [] };
  });
  return asBefore(goals, states);
}

const lastOf = new WeakMap<readonly Goal[], readonly GoalState[]>();

/** Turns are kept, so that what is missing is the same value as long as it is the same. */
function asBefore(goals: readonly Goal[], states: readonly GoalState[]): readonly GoalState[] {
  const before = lastOf.get(goals) ?? [];
  const isKept = (one: GoalState | undefined, { state, sinceMs, gap }: GoalState) =>
    one?.state === state && one.sinceMs === sinceMs && one.gap === gap;
  const kept = states.map((state, at) => (isKept(before[at], state) ? (before[at] ?? state) : state));
  const same = kept.every((state, at) => state === before[at]) ? before : kept;
  lastOf.set(goals, same);
  return same;
}

const whens = new WeakMap<readonly Hint[], readonly Condition[]>();
const always: Condition = { all: [] };

/** Places of the hints that fit a cluster as it stands at a moment; one without a `when` always does. */
export function fittingHints(
  hints: readonly Hint[],
  journal: readonly Entry[],
  nowMs: number,
): readonly number[] {
  const list = whens.get(hints) ?? hints.map(({ when }) => when ?? always);
  whens.set(hints, list);
  const log = GapLog.of(journal, list);
  return hints.flatMap((_, place) => (turnAt(log.turnsOf(place), nowMs)?.holds ? [place] : []));
}
