import type { Cluster } from '../cluster/cluster';
import type { Command } from '../cluster/command';
import { portWarnings } from '../cluster/kinds/pod-warnings';
import type { KubeObject } from '../cluster/objects';
import { Failure, Refused } from './failure';
import { isBool, isTrue } from './flags/flag';
import type { Parsed } from './flags/parse';
import type { Folder } from './folder';

/** What kubectl uses of a cluster: it reads, it does commands, and for a dry run it tries one on a copy. */
export type ClusterAtHand = Pick<
  Cluster,
  | 'nowMs'
  | 'reading'
  | 'journal'
  | 'do'
  | 'copy'
  | 'options'
  | 'silentSinceMs'
  | 'usageOf'
  | 'answerOf'
  | 'wrote'
>;

/** What a kubeconfig would keep: the namespace in which lines stand that name none. */
export interface Context {
  namespace: string;
}

/** What a verb is called with. */
export interface Call extends Pick<Parsed, 'words' | 'dashAt' | 'flags'> {
  /** The verb as it was typed in full: `kubectl rollout status`. */
  readonly path: string;
  readonly cluster: ClusterAtHand;
  readonly folder: Folder;
  /** What comes in through a pipe, for `-f -`; undefined when nothing does. */
  readonly stdin?: string;
  /** `-n`, or the namespace that the shell stands in. */
  readonly namespace: string;
  /** Whether `-n` was typed. */
  readonly isNamespaceTyped: boolean;
  /** What the shell keeps from line to line: `config` changes it. */
  readonly context: Context;
  out(...lines: string[]): void;
  /** As `out`, for as many lines as there may be: a call takes no hundred thousand arguments. */
  print(lines: readonly string[]): void;
  err(...lines: string[]): void;
}

/** Does a command; a refusal is thrown in the API server's words. */
export function asked(call: Pick<Call, 'cluster'>, command: Command): KubeObject | undefined {
  const result = call.cluster.do(command);
  if (!result.ok) throw new Refused(result.status);
  return result.value;
}

/** What a command would do: nothing stays of it. */
export function tried(call: Pick<Call, 'cluster'>, command: Command): KubeObject | undefined {
  const result = call.cluster.copy().do(command);
  if (!result.ok) throw new Refused(result.status);
  return result.value;
}

export type DryRun = 'none' | 'client' | 'server';

/** Source: kubectl pkg/cmd/util GetDryRunStrategy. */
export function dryRunOf({ flags, err }: Pick<Call, 'flags' | 'err'>): DryRun {
  const typed = flags.text('dry-run');
  const deprecated = (instead: DryRun, what = `=${typed}`): DryRun => {
    const kind = what ? ' (boolean value)' : '';
    err(`W helpers.go] --dry-run${what} is deprecated${kind} and can be replaced with --dry-run=${instead}.`);
    return instead;
  };
  if (typed === 'none' || typed === 'client' || typed === 'server') return typed;
  if (typed === 'unchanged') return deprecated('client', '');
  if (isBool(typed)) return deprecated(isTrue(typed) ? 'client' : 'none');
  throw new Failure(`Invalid dry-run value (${typed}). Must be "none", "server", or "client".`);
}

/** Does a command, or tries it for `--dry-run=server`. */
export function askedOrTried(call: Call, dryRun: DryRun, command: Command): KubeObject | undefined {
  const before = command.verb === 'patch' && generationOf(call, command);
  const object = dryRun === 'server' ? tried(call, command) : asked(call, command);
  const isWarned = object && warned.has(command.verb) && before !== object.metadata.generation;
  if (isWarned) for (const warning of portWarnings(object)) call.err(`Warning: ${warning}`);
  return object;
}

/** A change that leaves a spec as it is, is not warned of; a Pod is looked at with every change. */
const generationOf = (
  { cluster }: Call,
  { kind, name, namespace = 'default' }: Extract<Command, { verb: 'patch' }>,
): number | undefined =>
  kind === 'Pod' ? undefined : cluster.reading.find(kind, namespace, name)?.metadata.generation;

/** What writes an object that somebody wrote: the API server may warn of it. */
const warned: ReadonlySet<Command['verb']> = new Set(['create', 'apply', 'patch']);

/** What follows what a verb says it did. */
export const dryRunSuffix = (dryRun: DryRun): string =>
  dryRun === 'client' ? ' (dry run)' : dryRun === 'server' ? ' (server dry run)' : '';
