import type { Cluster } from '../cluster/cluster';
import type { TimedCommand } from '../cluster/command';
import { keyFor } from '../cluster/keys';
import type { Manifest } from '../cluster/objects';
import type { Scenario } from './scenario';
import { subjectKey } from './story';
import type { Edit, Later, LeftShell } from './typing';
import type { ShellState } from './typist';
import type { FutureName, Typed } from './view';

export type Policy = 'OrderedReady' | 'Parallel';

/** A line as a future keeps it. */
export interface TypedLine extends Typed {
  /** The cluster as the line met it, as long as it can be played again: it waits, and has done nothing or has an editor open. */
  readonly base?: Cluster;
  /** The prompt as the line found it, and as it left it from each moment on. */
  readonly shell: ShellState;
  readonly left: readonly LeftShell[];
  /** What it did: these commands of the future. */
  readonly did: readonly TimedCommand[];
  /** What was saved in the editors that it has opened, one after the other. */
  readonly edits: readonly Edit[];
}

/** One future of a session, as a value: undo keeps the old ones. */
export interface Future {
  readonly name: FutureName;
  readonly from?: FutureName;
  readonly forkedAtMs?: number;
  readonly policy?: Policy;
  /** What the reader did, in order of time. */
  readonly own: readonly TimedCommand[];
  readonly typed: readonly TypedLine[];
  readonly shell: ShellState;
}

export const futureNames: readonly FutureName[] = ['A', 'B', 'C', 'D'];

/** The scenario's commands and the reader's, in order of time; of equal moments the scenario's come first. */
export function toldCommands(scenario: Scenario, { policy, own }: Pick<Future, 'policy' | 'own'>): Later[] {
  const given = policy ? commandsUnder(policy, scenario) : scenario.commands;
  const marked = (commands: readonly TimedCommand[], isOwn: boolean) =>
    commands.map((timed) => marks(timed, isOwn));
  return [...marked(given, false), ...marked(own, true)].sort((a, b) => a.atMs - b.atMs);
}

const replaced = new WeakMap<Scenario, Partial<Record<Policy, readonly TimedCommand[]>>>();

/** The same values each time, so that a timeline sees that they are the same. */
function commandsUnder(policy: Policy, scenario: Scenario): readonly TimedCommand[] {
  const all = replaced.get(scenario) ?? {};
  const commands = all[policy] ?? scenario.commands.map((c) => withPolicy(c, scenario, policy));
  replaced.set(scenario, { ...all, [policy]: commands });
  return commands;
}

const known = new WeakMap<TimedCommand, Later>();

/** The same value for the same command, so that a timeline sees that it is the same. */
function marks(timed: TimedCommand, isOwn: boolean): Later {
  const seen = known.get(timed);
  if (seen?.isOwn === isOwn) return seen;
  const later = { ...timed, isOwn };
  known.set(timed, later);
  return later;
}

/** The scenario's own apply of its subject, with another policy from the start: a living set refuses the change. */
function withPolicy(timed: TimedCommand, scenario: Scenario, podManagementPolicy: Policy): TimedCommand {
  const { command } = timed;
  if (command.verb !== 'apply' && command.verb !== 'create') return timed;
  const { object } = command;
  if (keyFor(object.kind, 'default', object.metadata.name ?? '') !== subjectKey(scenario)) return timed;
  const changed: Manifest = { ...object, spec: { ...object.spec, podManagementPolicy } };
  return { ...timed, command: { ...command, object: changed } };
}
