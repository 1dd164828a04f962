import { isSame } from '../cluster/api/merge';
import type { Command, TimedCommand } from '../cluster/command';
import { type GoalState, goalStates } from './goals';
import { runLimits } from './limits';
import type { Hand, Lab } from './scenario';
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
  for (const { atMs, command } of commands) {
    if (!Number.isInteger(atMs) || atMs < last || atMs > untilMs)
      return `a command at ${atMs} ms is out of order`;
    if (!lab.hands.some((hand) => permits(hand, command, lab)))
      return `the lab has no hand for ${command.verb}`;
    last = atMs;
  }
  return undefined;
}

/** Whether a command is exactly what a hand of the figure does: a log is a stranger's word. */
function permits(hand: Hand, command: Command, lab: Lab): boolean {
  const [kind, name] = lab.subject.split('/');
  const isPlain = (...fields: string[]) => Object.keys(command).every((field) => fields.includes(field));
  const isOnSubject = 'kind' in command && command.kind === kind && command.name === name;
  switch (hand) {
    case 'scale':
      return (
        command.verb === 'scale' &&
        isOnSubject &&
        isPlain('verb', 'kind', 'name', 'replicas') &&
        Number.isInteger(command.replicas) &&
        command.replicas >= 0 &&
        command.replicas <= runLimits.replicas
      );
    case 'deletePod':
      return command.verb === 'delete' && command.kind === 'Pod' && isPlain('verb', 'kind', 'name');
    case 'deleteSet':
      return command.verb === 'delete' && isOnSubject && isPlain('verb', 'kind', 'name');
    case 'failReadiness':
      return (command.verb === 'failReadiness' || command.verb === 'mendReadiness') && isPlain('verb', 'pod');
    case 'setImage':
    case 'minReadySeconds':
    case 'whenScaled':
      return (
        command.verb === 'patch' &&
        isOnSubject &&
        isPlain('verb', 'kind', 'name', 'type', 'body') &&
        (hand === 'setImage' ? command.type === 'strategic' : command.type === 'merge') &&
        patchOf(hand, command.body, lab)
      );
    case 'policy':
      return false;
  }
}

/** Whether a patch changes the one field that its hand changes, to a value that the hand offers. */
function patchOf(hand: 'setImage' | 'minReadySeconds' | 'whenScaled', body: unknown, lab: Lab): boolean {
  const spec = (body as { spec?: PatchedSpec } | null | undefined)?.spec;
  switch (hand) {
    case 'setImage': {
      const container = spec?.template?.spec?.containers?.[0];
      const { name, image } = container ?? {};
      const wanted = { spec: { template: { spec: { containers: [{ name, image }] } } } };
      return typeof name === 'string' && !!lab.images?.includes(image ?? '') && isSame(body, wanted);
    }
    case 'minReadySeconds': {
      const minReadySeconds = spec?.minReadySeconds;
      return (
        Number.isInteger(minReadySeconds) &&
        (minReadySeconds ?? -1) >= 0 &&
        isSame(body, { spec: { minReadySeconds } })
      );
    }
    case 'whenScaled': {
      const whenScaled = spec?.persistentVolumeClaimRetentionPolicy?.whenScaled;
      return (
        (whenScaled === 'Retain' || whenScaled === 'Delete') &&
        isSame(body, { spec: { persistentVolumeClaimRetentionPolicy: { whenScaled } } })
      );
    }
  }
}

interface PatchedSpec {
  readonly template?: {
    readonly spec?: { readonly containers?: readonly { readonly name?: unknown; readonly image?: string }[] };
  };
  readonly minReadySeconds?: number;
  readonly persistentVolumeClaimRetentionPolicy?: { readonly whenScaled?: unknown };
}
