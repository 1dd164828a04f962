import type { Command, KubeletCommand } from '../cluster/command';
import { controllerOf, isTerminating } from '../cluster/keys';
import type { KubeObject, Labels, Pod, ReplicaSet } from '../cluster/objects';
import { hasEnded, isReady } from '../cluster/pods';
import { timestamp } from '../cluster/time';
import type { Looked } from './look-at';
import type { Names } from './names';
import type { CaseStep, NodeReady, Step } from './recording';

interface Cluster extends Looked {
  readonly nowMs: number;
}

/** A step that cannot be done, because what it names is not there. */
export interface Refusal {
  readonly refused: NonNullable<CaseStep['refused']>;
}

export const isRefusal = (command: Command | Refusal | undefined): command is Refusal =>
  command !== undefined && 'refused' in command;

const notThere = (message: string): Refusal => ({ refused: { reason: 'NotFound', message } });

/** The command that a step means now; undefined for one that only lets time pass. Throws for a step that no recording has. */
export function commandOf(cluster: Cluster, names: Names, step: Step): Command | Refusal | undefined {
  if (step.kubelet) return kubeletCommand(cluster, names, step.kubelet, step.any === true);
  if (step.addNode ?? step.removeNode ?? step.node ?? step.nodeReady ?? step.silence)
    return nodeCommand(cluster, step);
  const nameOf = (kind: string, alias: string): string =>
    names.find(alias, cluster.reading.list<KubeObject>(kind))?.metadata.name ?? alias;
  const named = <Target extends { readonly kind: string; readonly name: string }>(
    target: Target,
  ): Target => ({
    ...target,
    name: nameOf(target.kind, target.name),
  });
  if (step.apply) return { verb: 'apply', object: step.apply };
  if (step.create) return { verb: 'create', object: step.create };
  if (step.scale) return { verb: 'scale', ...named(step.scale) };
  if (step.merge) return { verb: 'patch', type: 'merge', ...named(step.merge) };
  if (step.patch) return { verb: 'patch', type: 'strategic', ...named(step.patch) };
  if (step.rollback) return rollback(cluster, step.rollback);
  if (step.delete) return { verb: 'delete', ...named(step.delete) };
  if (step.evict) return { verb: 'evict', name: nameOf('Pod', step.evict) };
  if (step.metrics) {
    const usage = Object.entries(step.metrics).map(([pod, used]) => [nameOf('Pod', pod), used]);
    return { verb: 'metrics', usage: Object.fromEntries(usage) };
  }
  if (['wait', 'waitUntilSecond', 'nothing'].some((verb) => verb in step)) return undefined;
  throw new Error(`the model has no step ${Object.keys(step).join(', ')}`);
}

function nodeCommand(cluster: Cluster, step: Step): Command | undefined {
  if (step.addNode) return { verb: 'addNode', node: step.addNode };
  if (step.removeNode) return { verb: 'delete', kind: 'Node', name: step.removeNode };
  if (step.node) return { verb: 'patch', type: 'merge', kind: 'Node', ...step.node };
  if (step.nodeReady) return nodeReady(cluster, step.nodeReady);
  return step.silence ? { verb: 'silence', node: step.silence } : undefined;
}

function nodeReady({ nowMs }: Cluster, said: NodeReady): Command {
  const [name, ready] = 'name' in said ? [said.name, said.status ?? said.ready] : said;
  const status = typeof ready === 'string' ? ready : ready ? 'True' : 'False';
  const reason = status === 'True' ? 'KubeletReady' : 'KubeletNotReady';
  const condition = { type: 'Ready', status, reason, lastTransitionTime: timestamp(nowMs) };
  const body = { status: { conditions: [condition] } };
  return { verb: 'patch', type: 'strategic', subresource: 'status', kind: 'Node', name, body };
}

const revisionOf = ({ metadata }: ReplicaSet): number =>
  Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);

/** Puts the template of an old ReplicaSet into its Deployment. Source: kubectl pkg/polymorphichelpers DeploymentRollbacker. */
function rollback(
  { reading }: Cluster,
  { name, toRevision }: NonNullable<Step['rollback']>,
): Command | Refusal {
  const sets = reading
    .list<ReplicaSet>('ReplicaSet')
    .filter(({ metadata }) => controllerOf(metadata)?.name === name)
    .sort((a, b) => revisionOf(b) - revisionOf(a));
  const set = toRevision ? sets.find((one) => revisionOf(one) === toRevision) : sets[1];
  if (!set) return notThere(`Deployment ${name} has no revision ${toRevision ?? 'before this one'}`);
  const { template } = set.spec;
  const { 'pod-template-hash': _, ...labels }: Labels = template.metadata?.labels ?? {};
  const value = { ...template, metadata: { ...template.metadata, labels } };
  const body = [{ op: 'replace', path: '/spec/template', value }];
  return { verb: 'patch', type: 'json', kind: 'Deployment', name, body };
}

function kubeletCommand(
  cluster: Cluster,
  names: Names,
  [act, alias, exitCode]: NonNullable<Step['kubelet']>,
  isForAny: boolean,
): Command | Refusal {
  const pods = cluster.reading.list<Pod>('Pod');
  const pod = isForAny
    ? pods.find((one) => isOf(names.of(one), one, alias) && waitsFor[act]?.(one))
    : names.find(alias, pods);
  if (!pod) return notThere(`no Pod ${alias} for ${act} at ${cluster.nowMs} ms`);
  const command = { verb: 'kubelet', act: act as KubeletCommand['act'], pod: pod.metadata.name } as const;
  return exitCode === undefined ? command : { ...command, exitCode };
}

/** Whether the Pod is of the owner: its name is the owner's before `#` and `@`, or the owner is a StatefulSet or itself. */
function isOf(name: string, pod: Pod, owner: string): boolean {
  const [group] = owner.split(/#\d*$/);
  const [own] = name.split(/#\d+$/);
  const ownOfAnyNode = own?.replace(/@.*$/, '');
  const set = controllerOf(pod.metadata);
  return (
    own === group ||
    ownOfAnyNode === group ||
    own?.replace(/'\d+$/, '') === group?.replace(/'\d+$/, '') ||
    (set?.kind === 'StatefulSet' && set.name === group)
  );
}

const isAlive = (pod: Pod) => !!pod.spec.nodeName && !isTerminating(pod) && !hasEnded(pod);

/** When a Pod waits for a kubelet's word. */
const waitsFor: Readonly<Record<string, (pod: Pod) => boolean>> = {
  gone: isTerminating,
  ready: (pod) => isAlive(pod) && !isReady(pod),
  run: (pod) => isAlive(pod) && pod.status.phase === 'Pending',
  unready: (pod) => isAlive(pod) && isReady(pod),
  restart: (pod) => !!pod.spec.nodeName && pod.status.phase === 'Running',
  succeed: (pod) => !hasEnded(pod),
  fail: (pod) => !hasEnded(pod),
};
