import type { TimedCommand } from '../cluster/command';
import { type GoalState, goalStates } from './goals';
import { runLimits } from './limits';
import { permits, podsAskedFor } from './permits';
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
  let last = lab.openAtMs;
  let pods = 0;
  for (const { atMs, command } of commands) {
    if (!Number.isInteger(atMs) || atMs < last || atMs > untilMs)
      return `a command at ${atMs} ms is out of order`;
    if (!lab.hands.some((hand) => permits(hand, command, lab)))
      return `the lab has no hand for ${command.verb}`;
    last = atMs;
    pods += podsAskedFor(command);
    if (pods > runLimits.pods) return `commands that ask for more than ${runLimits.pods} Pods`;
  }
  return undefined;
}
