import type { Cluster } from '../cluster/cluster';
import type { Command, Status } from '../cluster/command';
import { kinds } from '../cluster/kinds';
import type { KubeObject } from '../cluster/objects';
import { warningsOf } from '../cluster/warnings';
import { Failure, Refused } from './failure';
import { isBool, isTrue } from './flags/flag';
import type { Parsed } from './flags/parse';
import type { Folder } from './folder';
import { findKind } from './resources';

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
  /** What the API server warns of: each message is printed once a line. */
  warn(message: string): void;
}

/** Does a command; a refusal is thrown in the API server's words, and what it warns of is printed. */
export const asked = (call: Call, command: Command): KubeObject | undefined =>
  answered(call, call.cluster, command);

/** What a command would do: nothing stays of it. */
export const tried = (call: Call, command: Command): KubeObject | undefined =>
  answered(call, call.cluster.copy(), command);

function answered(call: Call, cluster: Pick<Cluster, 'do'>, command: Command): KubeObject | undefined {
  const before = standing(call, command);
  const result = cluster.do(command);
  const object = result.ok ? result.value : nameless(command, result.status);
  if (object && warned.has(command.verb))
    for (const warning of warningsOf(object, before)) call.warn(warning);
  if (!result.ok) throw new Refused(result.status);
  return result.value;
}

/** What was about to be made when its name turned out to be taken: that is looked at last. */
const nameless = (command: Command, { reason }: Status): KubeObject | undefined =>
  command.verb === 'create' && reason === 'AlreadyExists'
    ? kinds.get(command.object.kind)?.defaulted(command.object as unknown as KubeObject)
    : undefined;

/** What writes an object that somebody wrote. */
const warned: ReadonlySet<Command['verb']> = new Set(['create', 'apply', 'patch', 'scale']);

/** What is there where a command writes. */
function standing({ cluster }: Call, command: Command): KubeObject | undefined {
  const { kind, name } =
    command.verb === 'apply'
      ? { kind: command.object.kind, name: command.object.metadata.name }
      : command.verb === 'patch' || command.verb === 'scale'
        ? command
        : { kind: '', name: '' };
  const resource = findKind(kind);
  return resource?.find(cluster.reading, command.namespace ?? 'default', name ?? '');
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
export const askedOrTried = (call: Call, dryRun: DryRun, command: Command): KubeObject | undefined =>
  dryRun === 'server' ? tried(call, command) : asked(call, command);

/** What follows what a verb says it did. */
export const dryRunSuffix = (dryRun: DryRun): string =>
  dryRun === 'client' ? ' (dry run)' : dryRun === 'server' ? ' (server dry run)' : '';
