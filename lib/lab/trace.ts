import type { Command } from '../cluster/command';
import type { Entry, TransitionEntry, WriteEntry } from '../cluster/journal';
import { isTerminating, kindOf, nameOf, namespaceOf } from '../cluster/keys';
import type { Event, KubeObject, Pod } from '../cluster/objects';
import { readyColumn, statusColumn } from './pod-state';

/** `predecessorIsNotReady` as words: "predecessor is not ready". */
const asWords = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('.', ', ')
    .toLowerCase();

/** `Pod/web-0`; with the namespace where it is not `default`. */
const shortKey = (key: string): string => {
  const namespace = namespaceOf(key);
  return `${kindOf(key)}/${namespace && namespace !== 'default' ? `${namespace}/` : ''}${nameOf(key)}`;
};

function commandText(command: Command): string {
  switch (command.verb) {
    case 'apply':
    case 'create':
      return `${command.verb} ${command.object.kind}/${command.object.metadata.name ?? ''}`;
    case 'scale':
      return `scale ${command.kind}/${command.name} to ${command.replicas}`;
    case 'patch':
      return `patch ${command.kind}/${command.name} ${JSON.stringify(command.body)}`;
    case 'delete':
      return `delete ${command.kind}/${command.name}`;
    default:
      return JSON.stringify(command);
  }
}

function transitionText({ machine, key, from, to, guard, about }: TransitionEntry): string {
  const reason = guard === 'kubelet' ? '' : `: ${asWords(guard)}${about ? ` (${shortKey(about)})` : ''}`;
  const moved = from === to ? asWords(to) : `${asWords(from)} → ${asWords(to)}`;
  return `  ${machine} ${shortKey(key)}: ${moved}${reason}`;
}

const replicasOf = (object: KubeObject): unknown =>
  (object.spec as { replicas?: unknown } | undefined)?.replicas;

function writeText({ key, before, after }: WriteEntry): string | undefined {
  if (kindOf(key) === 'Event') {
    const { type, reason, message, involvedObject } = (after ?? before) as Event;
    return after && `  ${type} ${reason} ${involvedObject.kind}/${involvedObject.name}: ${message}`;
  }
  const name = shortKey(key);
  if (!before) return `+ ${name}`;
  if (!after) return `- ${name}`;
  if (isTerminating(after) && !isTerminating(before)) return `x ${name}`;
  if (replicasOf(before) !== replicasOf(after))
    return `~ ${name} ${String(replicasOf(before))}->${String(replicasOf(after))}`;
  if (kindOf(key) !== 'Pod') return undefined;
  const [old, now] = [before as Pod, after as Pod].map((pod) => `${readyColumn(pod)} ${statusColumn(pod)}`);
  const node = (after as Pod).spec.nodeName;
  if (node && !(before as Pod).spec.nodeName) return `~ ${name} on ${node}`;
  return old === now ? undefined : `~ ${name} ${now}`;
}

/**
 * One line for an entry: when, who, what. Undefined for a write that changes nothing which a reader would name (status
 * counts, resource versions).
 */
export function traceLine(entry: Entry): string | undefined {
  const text =
    entry.type === 'command'
      ? `${commandText(entry.command)}${entry.refused ? ` — refused: ${entry.refused.message}` : ''}`
      : entry.type === 'transition'
        ? transitionText(entry)
        : writeText(entry);
  return text && `${(entry.atMs / 1000).toFixed(3).padStart(9)}  ${entry.cause.by.padEnd(28)} ${text}`;
}
