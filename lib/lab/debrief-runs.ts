import { type GoalState, goalStates } from './goals';
import type { Gap } from './lack';
import type { Goal } from './scenario';
import type { Timeline } from './timeline';

/** How a goal would stand at the end without some commands, where that is another state than it has. */
export interface WithoutIt {
  readonly id: string;
  readonly state: GoalState['state'];
  readonly gap?: Gap;
}

/** `runs`: how many runs are played once more; `entries`: what they together may write into their journals. */
export interface RunLimits {
  readonly runs: number;
  readonly entries: number;
}

interface Ended {
  readonly goals: readonly Goal[];
  /** The goals as the whole log leaves them. */
  readonly states: readonly GoalState[];
  readonly openAtMs: number;
  readonly endMs: number;
}

/**
 * Plays a run once more without each of these groups of its commands (by their places in the timeline): which goals would stand
 * otherwise at the end. Beyond the limits nothing is tried: undefined.
 */
export function runsWithout(
  timeline: Timeline,
  groups: readonly (readonly number[])[],
  { goals, states, openAtMs, endMs }: Ended,
  limits: RunLimits,
): readonly (readonly WithoutIt[] | undefined)[] {
  let entries = 0;
  return groups.map((places, at) => {
    if (goals.length === 0) return [];
    if (at >= limits.runs || entries >= limits.entries) return undefined;
    const other = timeline.branch(timeline.commands.filter((_, place) => !places.includes(place)));
    const begun = other.journal.length;
    other.at(endMs);
    entries += other.journal.length - begun;
    const there = goalStates(goals, other.journal, openAtMs, endMs);
    return there.flatMap(({ id, state, gap }, place) =>
      state === states[place]?.state ? [] : [{ id, state, ...(gap && { gap }) }],
    );
  });
}
