import type { Command, Status, TimedCommand } from '../cluster/command';
import { keyFor, namespaceOf } from '../cluster/keys';
import { runLimits } from './limits';
import { canBePlayed, countsIn, isFlatterThan, permits } from './permits';
import type { Lab, LabStatement, Scenario } from './scenario';

/** Why a run does not take a command: what it would come to with it, and the most (of `early`, the least) that it may be. */
export interface Denial {
  readonly why:
    | 'early'
    | 'commands'
    | 'commandLength'
    | 'commandDepth'
    | 'form'
    | 'replicas'
    | 'pods'
    | 'logLength'
    | 'hand';
  readonly asked: number;
  readonly limit: number;
}

type Permitting = Pick<LabStatement, 'openAtMs' | 'hands' | 'subject' | 'images'>;

/** Somebody's commands one after the other, as far as a run has to be bounded. A lab's are those that its check may be sent. */
export class Tally {
  private commands = 0;
  private pods = 0;
  private length = 0;
  /** Of each object, how many Pods were asked for last. */
  private readonly counts = new Map<string, number>();
  private readonly lab: Permitting | undefined;

  /** Of a cluster without goals the commands that it begins with are a part of its link: they count too. */
  constructor(scenario: Pick<Scenario, 'commands'> | Lab | LabStatement) {
    this.lab = 'goals' in scenario ? scenario : undefined;
    if (!this.lab) for (const { command } of scenario.commands) this.add(command);
  }

  add(command: Command): void {
    this.commands += 1;
    this.length += sentLength(command);
    this.pods += this.podsFor(command);
    const { key, count } = askedOf(command);
    if (key !== undefined && count !== undefined) this.counts.set(key, count);
    if (command.verb === 'delete') this.forget(command.kind, command.name, command.namespace);
  }

  /** What is made anew after its deletion is asked for once more. */
  private forget(kind: string, name: string, namespace = 'default'): void {
    this.counts.delete(keyFor(kind, namespace, name));
    if (kind !== 'Namespace') return;
    for (const key of this.counts.keys()) if (namespaceOf(key) === name) this.counts.delete(key);
  }

  /** Why a command cannot come next; undefined when it can. */
  denialOf({ atMs, command }: TimedCommand): Denial | undefined {
    const { lab } = this;
    if (lab && atMs < lab.openAtMs) return { why: 'early', asked: atMs, limit: lab.openAtMs };
    return this.tooMuch(command) ?? impossible(command, lab);
  }

  private tooMuch(command: Command): Denial | undefined {
    const { commands, commandLength, commandDepth, pods, logLength, replicas } = runLimits;
    const over = (why: Denial['why'], asked: number, limit: number): Denial | undefined =>
      asked > limit ? { why, asked, limit } : undefined;
    if (!isFlatterThan(commandDepth, command))
      return { why: 'commandDepth', asked: commandDepth + 1, limit: commandDepth };
    const { length } = JSON.stringify(command);
    return (
      over('commands', this.commands + 1, commands) ??
      over('commandLength', length, commandLength) ??
      (this.lab && over('replicas', Math.max(0, ...countsIn(command)), replicas)) ??
      over('pods', this.pods + this.podsFor(command), pods) ??
      (this.lab && over('logLength', this.length + sentLength(command), logLength))
    );
  }

  /** How many Pods a command may add at most: what it asks for beyond what was asked for the same object before. */
  private podsFor(command: Command): number {
    if (command.verb === 'addNode') return runLimits.pods / runLimits.nodes;
    const { key, count } = askedOf(command);
    const before = key === undefined ? undefined : this.counts.get(key);
    return Math.max(0, (count ?? 0) - (before ?? 0));
  }
}

/** How many Pods a command asks for, and for which object: without a key for a new one each time, without a count for none. */
function askedOf(command: Command): { readonly key?: string; readonly count?: number } {
  const { namespace = 'default' } = command;
  const counts = countsIn(command);
  switch (command.verb) {
    case 'apply':
    case 'create': {
      const { kind, metadata } = command.object;
      const count = Math.max(1, ...counts);
      if (metadata.name === undefined) return { count };
      return { key: keyFor(kind, metadata.namespace ?? namespace, metadata.name), count };
    }
    case 'scale':
    case 'patch':
      if (counts.length === 0) return {};
      return { key: keyFor(command.kind, namespace, command.name), count: Math.max(0, ...counts) };
    default:
      return {};
  }
}

/** Bytes that a command is at most in the body of a check, with its moment. */
const sentLength = (command: Command): number =>
  JSON.stringify({ atMs: runLimits.ms, command }).replace(/[^ -~]/g, 'xxx').length + 1;

function impossible(command: Command, lab: Permitting | undefined): Denial | undefined {
  if (lab?.hands.some((hand) => permits(hand, command, lab)) ?? canBePlayed(command)) return undefined;
  return { why: lab ? 'hand' : 'form', asked: 0, limit: 0 };
}

/** Whether a log of a cluster without goals is more than one may be. */
export function isTooMuch(log: readonly TimedCommand[]): boolean {
  const before = new Tally({ commands: [] });
  return log.some((timed) => {
    const denial = before.denialOf(timed);
    before.add(timed.command);
    return denial !== undefined;
  });
}

/** A denial as the API server would put it: what the limit is, and what to do. */
export function denialText({ why, asked, limit }: Denial): string {
  switch (why) {
    case 'early':
      return `this lab begins at ${seconds(limit)} and nothing can be done before: go there or later`;
    case 'hand':
      return 'the lab has no hand for this';
    case 'form':
      return 'this is not a command that can be played';
    case 'replicas':
      return `a lab runs at most ${limit} replicas of one object, and this asks for ${asked}: ask for ${limit} or fewer`;
    case 'pods':
      return `a run asks for at most ${limit} Pods in all, and with this it would ask for ${asked}: ask for fewer, or undo something`;
    case 'commands':
      return `a run holds at most ${limit} commands: undo some, or start over`;
    case 'commandLength':
      return `a command is at most ${limit} characters long, and this one has ${asked}: write less at once`;
    case 'commandDepth':
      return `a command has at most ${limit} objects and lists in one another: write it flatter`;
    case 'logLength':
      return `all commands of a lab together are at most ${limit} bytes long, and with this they would be ${asked}: undo some, or start over`;
  }
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** A denial in the form of a refusal of the API server. */
export const statusOf = (denial: Denial): Status => ({
  code: 403,
  reason: 'Forbidden',
  message: denialText(denial),
});
