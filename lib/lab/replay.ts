import type { TimedCommand } from '../cluster/command';
import { denialText, Tally } from './denial';
import { type GoalState, goalStates } from './goals';
import { runLimits } from './limits';
import type { Lab } from './scenario';
import { optionsOf } from './story';
import { Timeline } from './timeline';

export interface Replay {
  readonly solved: boolean;
  readonly goals: readonly GoalState[];
  /** Why the log could not have come from this lab; then nothing was played. */
  readonly refused?: string;
}

/** Plays a reader's commands on the lab's own start and says how the goals stand at `untilMs`. */
export function replayLab(lab: Lab, commands: readonly TimedCommand[], untilMs: number): Replay {
  const refused = whyImpossible(lab, commands, untilMs);
  if (refused) return { solved: false, goals: [], refused };
  const inOrder = [...lab.commands, ...commands].sort((a, b) => a.atMs - b.atMs);
  const timeline = new Timeline(optionsOf(lab), inOrder);
  timeline.at(untilMs);
  const goals = goalStates(lab.goals, timeline.journal, lab.openAtMs, untilMs);
  return { solved: goals.every((goal) => goal.state === 'holds'), goals };
}

function whyImpossible(lab: Lab, commands: readonly TimedCommand[], untilMs: number): string | undefined {
  if (commands.length > runLimits.commands) return `more than ${runLimits.commands} commands`;
  if (!(untilMs >= lab.openAtMs && untilMs <= runLimits.ms))
    return `the end ${untilMs} ms is outside the lab's time`;
  const before = new Tally(lab);
  let last = 0;
  for (const timed of commands) {
    const { atMs, command } = timed;
    if (!Number.isInteger(atMs) || atMs < last || atMs > untilMs)
      return `a command at ${atMs} ms is out of order`;
    const denial = before.denialOf(timed);
    if (denial) return denial.why === 'hand' ? `the lab has no hand for ${command.verb}` : denialText(denial);
    before.add(command);
    last = atMs;
  }
  return undefined;
}
