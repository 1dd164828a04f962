import type { Command } from '@/lib/cluster/command';
import { fill, type LabWords } from './words';

type CommandKey = keyof LabWords['commands'];

/** A command in the few words that fit over its tick in the score: "set image db:v2", "scale to 5", "delete web-2". */
export function commandWords(words: LabWords, command: Command): string {
  if (command.verb === 'kubelet') return `${command.act} ${command.pod}`;
  const { key, values } = describe(command);
  return fill(words.commands[key], values);
}

/** The same as a reason: "because you deleted web-2". */
export function becauseWords(words: LabWords, command: Command): string {
  if (command.verb === 'kubelet') return commandWords(words, command);
  const { key, values } = describe(command);
  return fill(words.because[key], values);
}

type Described = {
  readonly key: CommandKey;
  readonly values: Readonly<Record<string, string | number | undefined>>;
};

function describe(command: Exclude<Command, { readonly verb: 'kubelet' }>): Described {
  switch (command.verb) {
    case 'apply':
    case 'create': {
      const name = at(command.object, 'metadata', 'name');
      return {
        key: command.verb,
        values: { object: `${command.object.kind} ${typeof name === 'string' ? name : ''}`.trim() },
      };
    }
    case 'scale':
      return { key: 'scale', values: { object: command.name, count: command.replicas } };
    case 'delete':
      return {
        key: 'delete',
        values: { object: command.kind === 'Pod' ? command.name : `${command.kind} ${command.name}` },
      };
    case 'failReadiness':
    case 'mendReadiness':
    case 'failLiveness':
    case 'mendLiveness':
    case 'crash':
      return { key: command.verb, values: { object: command.pod } };
    case 'slowStart':
      return { key: 'slowStart', values: { object: command.name, count: command.ms / 1000 } };
    case 'mendStart':
      return { key: 'mendStart', values: { object: command.name } };
    case 'exec':
      return { key: 'exec', values: { object: command.pod, command: command.command.join(' ') } };
    case 'evict':
      return { key: 'evict', values: { object: command.name } };
    case 'addNode':
      return { key: 'addNode', values: { object: command.node.name } };
    case 'silence':
    case 'restore':
      return { key: command.verb, values: { object: command.node } };
    case 'metrics':
      return { key: 'metrics', values: {} };
    case 'load': {
      const { cpu, memory } = command.shared;
      const count = [cpu, memory].filter((amount) => amount !== undefined).join(', ');
      return { key: 'load', values: { object: command.name, count: count || '0' } };
    }
    case 'patch':
      return describePatch(command.name, command.body);
  }
}

function describePatch(object: string, body: object): Described {
  const image = at(body, 'spec', 'template', 'spec', 'containers', '0', 'image');
  if (image !== undefined) return { key: 'setImage', values: { image: String(image) } };
  const minReadySeconds = at(body, 'spec', 'minReadySeconds');
  if (minReadySeconds !== undefined)
    return { key: 'minReadySeconds', values: { count: String(minReadySeconds) } };
  const whenScaled = at(body, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenScaled');
  if (whenScaled !== undefined) return { key: 'whenScaled', values: { value: String(whenScaled) } };
  return { key: 'patch', values: { object } };
}

/** The value at a path, or undefined where the path ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[step];
  }
  return here;
}
