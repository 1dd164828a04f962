import type { Command, TimedCommand } from '../cluster/command';
import { type GoalState, goalStates } from './goals';
import type { Hand, Lab } from './scenario';
import { optionsOf } from './story';
import { Timeline } from './timeline';

export interface Replay {
  readonly solved: boolean;
  readonly goals: readonly GoalState[];
  /** Why the log could not have come from this lab; then nothing was played. */
  readonly refused?: string;
}

/** A log of a lab is never longer. */
const maxCommands = 500;
const limitMs = 3_600_000;

/** Plays a reader's commands on the lab's own start and says how the goals stand at `untilMs`. */
export function replayLab(lab: Lab, commands: readonly TimedCommand[], untilMs: number): Replay {
  const refused = whyImpossible(lab, commands, untilMs);
  if (refused) return { solved: false, goals: [], refused };
  const timeline = new Timeline(optionsOf(lab), [...lab.commands, ...commands]);
  timeline.at(untilMs);
  const goals = goalStates(lab.goals, timeline.journal, lab.openAtMs, untilMs);
  return { solved: goals.every((goal) => goal.state === 'holds'), goals };
}

function whyImpossible(lab: Lab, commands: readonly TimedCommand[], untilMs: number): string | undefined {
  if (commands.length > maxCommands) return `more than ${maxCommands} commands`;
  if (!(untilMs >= lab.openAtMs && untilMs <= limitMs))
    return `the end ${untilMs} ms is outside the lab's time`;
  let last = lab.openAtMs;
  for (const { atMs, command } of commands) {
    if (!Number.isInteger(atMs) || atMs < last || atMs > untilMs)
      return `a command at ${atMs} ms is out of order`;
    if (!lab.hands.some((hand) => permits(hand, command))) return `the lab has no hand for ${command.verb}`;
    last = atMs;
  }
  return undefined;
}

/** Which hand of the figure a command comes from. */
function permits(hand: Hand, command: Command): boolean {
  switch (hand) {
    case 'scale':
      return command.verb === 'scale';
    case 'deletePod':
      return command.verb === 'delete' && command.kind === 'Pod';
    case 'deleteSet':
      return command.verb === 'delete' && command.kind === 'StatefulSet';
    case 'failReadiness':
      return command.verb === 'failReadiness' || command.verb === 'mendReadiness';
    case 'setImage':
    case 'minReadySeconds':
    case 'whenScaled':
      return command.verb === 'patch' && command.kind === 'StatefulSet';
    case 'policy':
      return false;
  }
}
