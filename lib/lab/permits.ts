import { isSame } from '../cluster/api/merge';
import type { Command } from '../cluster/command';
import { runLimits } from './limits';
import type { Hand, Lab } from './scenario';

type Permitting = Pick<Lab, 'subject' | 'images'>;

/** Whether a command is exactly what a hand of the figure does: a log is a stranger's word. */
export function permits(hand: Hand, command: Command, lab: Permitting): boolean {
  if (hand === 'kubectl' || hand === 'any') return isOneOf(hand, command) && isWithinLimits(command);
  // A line that was typed names the namespace in which the hands act without a word.
  const { namespace = 'default', ...plain } = command;
  return namespace === 'default' && isExactly(hand, plain as Command, lab);
}

function isExactly(hand: Exclude<Hand, 'kubectl' | 'any'>, command: Command, lab: Permitting): boolean {
  const isPlain = (...fields: string[]) => Object.keys(command).every((field) => fields.includes(field));
  const isNamed = (is: readonly string[]) => is.includes(command.verb);
  switch (hand) {
    case 'scale':
      return (
        command.verb === 'scale' &&
        isOnSubject(command, lab) &&
        isPlain('verb', 'kind', 'name', 'replicas') &&
        isCount(command.replicas)
      );
    case 'deletePod':
      return command.verb === 'delete' && command.kind === 'Pod' && isPlain('verb', 'kind', 'name');
    case 'deleteSet':
      return command.verb === 'delete' && isOnSubject(command, lab) && isPlain('verb', 'kind', 'name');
    case 'delete':
      return (
        command.verb === 'delete' &&
        isPlain('verb', 'kind', 'name', 'gracePeriodSeconds') &&
        (command.gracePeriodSeconds === undefined || command.gracePeriodSeconds === 0)
      );
    case 'failReadiness':
      return isNamed(['failReadiness', 'mendReadiness']) && isPlain('verb', 'pod');
    case 'failLiveness':
      return isNamed(['failLiveness', 'mendLiveness']) && isPlain('verb', 'pod');
    case 'slowStart':
      return (
        (isNamed(['slowStart']) && isPlain('verb', 'kind', 'name', 'ms')) ||
        (isNamed(['mendStart']) && isPlain('verb', 'kind', 'name'))
      );
    case 'crash':
      return isNamed(['crash']) && isPlain('verb', 'pod', 'container');
    case 'silence':
      return isNamed(['silence', 'restore']) && isPlain('verb', 'node');
    case 'cordon':
      return isCordon(command);
    case 'drain':
      return isCordon(command) || (command.verb === 'evict' && isPlain('verb', 'name'));
    case 'taint':
      return (
        command.verb === 'patch' && command.kind === 'Node' && isTaint(command.body) && isPlain(...patch)
      );
    case 'setImage':
    case 'minReadySeconds':
    case 'whenScaled':
      return (
        command.verb === 'patch' &&
        isOnSubject(command, lab) &&
        isPlain(...patch) &&
        (hand === 'setImage' ? command.type === 'strategic' : command.type === 'merge') &&
        isPatchOf(hand, command.body, lab)
      );
    case 'policy':
      return false;
  }
}

const patch = ['verb', 'kind', 'name', 'type', 'body'];

const isCount = (replicas: number): boolean =>
  Number.isInteger(replicas) && replicas >= 0 && replicas <= runLimits.replicas;

/** On the lab's subject; in a lab without one, on anything. */
function isOnSubject(command: Command, { subject }: Permitting): boolean {
  if (!('kind' in command)) return false;
  if (subject === undefined) return true;
  const [kind, name] = subject.split('/');
  return command.kind === kind && command.name === name;
}

const isCordon = (command: Command): boolean =>
  command.verb === 'patch' &&
  command.kind === 'Node' &&
  Object.keys(command).every((field) => patch.includes(field)) &&
  [true, false, null].some((unschedulable) => isSame(command.body, { spec: { unschedulable } }));

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** A patch that sets a node's taints and nothing else. */
function isTaint(body: unknown): boolean {
  const taints = (body as { spec?: { taints?: unknown } } | null | undefined)?.spec?.taints;
  if (taints === null) return isSame(body, { spec: { taints: null } });
  return (
    Array.isArray(taints) &&
    taints.length <= 10 &&
    isSame(body, { spec: { taints } } as never) &&
    taints.every(
      (taint) =>
        typeof taint?.key === 'string' &&
        effects.includes(taint.effect) &&
        Object.keys(taint).every((field) => ['key', 'value', 'effect', 'timeAdded'].includes(field)),
    )
  );
}

/** Whether a patch changes the one field that its hand changes, to a value that the hand offers. */
function isPatchOf(
  hand: 'setImage' | 'minReadySeconds' | 'whenScaled',
  body: unknown,
  lab: Permitting,
): boolean {
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

const ofKubectl = ['apply', 'create', 'scale', 'patch', 'delete', 'evict', 'exec'];
const ofBreaking = [
  'failReadiness',
  'mendReadiness',
  'failLiveness',
  'mendLiveness',
  'slowStart',
  'mendStart',
  'crash',
  'silence',
  'restore',
  'addNode',
  'metrics',
  'load',
];

const isOneOf = (hand: 'kubectl' | 'any', { verb }: Command): boolean =>
  ofKubectl.includes(verb) || (hand === 'any' && ofBreaking.includes(verb));

/**
 * A stranger's value that is a command of a form that the model can take, no longer and no deeper than a manifest is; numbers of
 * Pods are whole, the API server refuses those below 0.
 */
export const canBePlayed = (command: unknown): command is Command =>
  isObject(command) && isFlatterThan(runLimits.commandDepth, command) && canBeTaken(command as Command);

const canBeTaken = (command: Command): boolean =>
  isOneOf('any', command) &&
  JSON.stringify(command).length <= runLimits.commandLength &&
  isFormed(command) &&
  countsIn(command).every(Number.isInteger);

const isWithinLimits = (command: Command): boolean =>
  canBePlayed(command) && countsIn(command).every((count) => count <= runLimits.replicas);

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a value has at most so many objects and lists in one another. */
export const isFlatterThan = (depth: number, value: unknown): boolean =>
  !isObject(value) || (depth > 0 && Object.values(value).every((one) => isFlatterThan(depth - 1, one)));

/** Quantities by resource, as text: what they say is the cluster's to judge. */
const isAmounts = (value: unknown): boolean =>
  isObject(value) && !Array.isArray(value) && Object.values(value).every(isText);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function isFormed(command: Command): boolean {
  if (command.namespace !== undefined && !isText(command.namespace)) return false;
  switch (command.verb) {
    case 'apply':
    case 'create':
      return (
        isObject(command.object) &&
        isText(command.object.kind) &&
        isText(command.object.apiVersion) &&
        isObject(command.object.metadata)
      );
    case 'scale':
      return isText(command.kind) && isText(command.name) && Number.isInteger(command.replicas);
    case 'patch':
      return (
        isText(command.kind) &&
        isText(command.name) &&
        ['merge', 'strategic', 'json'].includes(command.type) &&
        isObject(command.body)
      );
    case 'delete':
      return isText(command.kind) && isText(command.name);
    case 'evict':
      return isText(command.name);
    case 'exec':
      return isText(command.pod) && Array.isArray(command.command) && command.command.every(isText);
    case 'slowStart':
      return isText(command.kind) && isText(command.name) && Number.isInteger(command.ms);
    case 'mendStart':
      return isText(command.kind) && isText(command.name);
    case 'silence':
    case 'restore':
      return isText(command.node);
    case 'addNode':
      return isObject(command.node) && isText(command.node.name);
    case 'metrics':
      return isObject(command.usage) && Object.values(command.usage).every(isObject);
    case 'load':
      return (
        isText(command.kind) &&
        isText(command.name) &&
        [command.shared, ...Object.values(command.each ?? {})].every(isAmounts)
      );
    default:
      return 'pod' in command && isText(command.pod);
  }
}

const counting = new Set(['replicas', 'parallelism', 'completions', 'maxReplicas', 'minReplicas']);

/** Every number of Pods that a command asks for, wherever it stands. */
export function countsIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(countsIn);
  if (!isObject(value)) return [];
  const { path, value: patched } = value as { path?: unknown; value?: unknown };
  const isPointed = isText(path) && counting.has(path.slice(path.lastIndexOf('/') + 1));
  const pointed = isPointed && typeof patched === 'number' ? [patched] : [];
  const own = Object.entries(value).flatMap(([field, one]) =>
    counting.has(field) && typeof one === 'number' ? [one] : countsIn(one),
  );
  return [...pointed, ...own];
}
