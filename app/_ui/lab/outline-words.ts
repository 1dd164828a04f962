import { kindOf } from '@/lib/cluster/keys';
import type { ClaimView, LabView, NodeView, PodView, ServiceView, WorkloadView } from '@/lib/lab/view';
import { nodeKey } from '../cluster/object-keys';
import { wantsSaid } from '../cluster/workload-steps';
import { spoken } from '../language/spoken';
import type { en } from './outline-words-en';
import { fill, type LabWords } from './words';

export type OutlineWords = Readonly<Record<keyof typeof en, string>>;

export const outlineWords = spoken('outline');

/** kubectl's READY column says that all its containers are ready. */
const isReady = ({ readyColumn }: PodView) => {
  const [ready, all] = readyColumn.split('/');
  return ready === all && ready !== '0';
};

/** That the starts of an object are slow, behind what else is said of it. */
function slowSaid(words: LabWords, ms: number | undefined): string {
  const say = outlineWords[words.locale];
  return ms === undefined ? '' : `${say.and}${fill(say.slowStart, { seconds: ms / 1000 })}`;
}

/** A Pod in the outline's words: "web-0, Pod on node-1, Running, not Ready, revision 1 of 2, each start 30 s slower". */
export function podLabel(words: LabWords, pod: PodView, revisions = pod.revision): string {
  const label = fill(words.outline.pod, {
    name: pod.name,
    node: pod.node ?? words.outline.noNode,
    status: pod.statusColumn,
    ready: isReady(pod) ? words.outline.ready : words.outline.notReady,
    revision: fill(words.outline.revision, { n: pod.revision, of: Math.max(revisions, pod.revision) }),
  });
  return `${label}${slowSaid(words, pod.slowStartMs)}`;
}

/** "node-1, node, 4 CPU, 8 GiB, Ready, taint gpu:NoSchedule, requested: CPU 25 %, memory 13 %, 3 Pods". */
export function nodeLabel(words: LabWords, node: NodeView, pods: number): string {
  const say = outlineWords[words.locale];
  const state = [
    node.ready ? say.ready : say.notReady,
    ...(node.ready && node.isSilent ? [say.silent] : []),
    ...(node.cordoned ? [say.cordoned] : []),
    ...(node.taints ?? []).map((taint) => fill(say.taint, taint)),
  ].join(say.and);
  const share = (part: number) => Math.round(part * 100);
  const { cpu = 0, memory = 0 } = node.requested ?? {};
  const requested =
    cpu > 0 || memory > 0 ? fill(say.requested, { cpu: share(cpu), memory: share(memory) }) : '';
  return fill(say.node, { name: node.name, size: node.size, state, requested, pods });
}

/** "ReplicaSet web-5d, wants 3, has 2, 2 Ready, revision 2, scaling". */
export function workloadLabel(words: LabWords, one: WorkloadView): string {
  const say = outlineWords[words.locale];
  const wants = wantsSaid(one);
  const counts = fill(wants === undefined ? say.has : say.wantsHas, { wants, has: one.has });
  const label = [
    fill(say.workload, { kind: one.kind, name: one.name, counts, ready: one.ready }),
    ...(one.scales === undefined
      ? []
      : [fill(say.scales, { name: one.scales.slice(one.scales.lastIndexOf('/') + 1) })]),
    ...(one.revision === undefined ? [] : [fill(say.revision, { n: one.revision })]),
    ...(one.state === undefined ? [] : [one.state]),
    ...(one.isGoing ? [say.going] : []),
  ].join(say.and);
  return `${label}${slowSaid(words, one.slowStartMs)}`;
}

export const serviceLabel = (words: LabWords, { name, endpoints }: ServiceView): string =>
  fill(words.outline.service, {
    name,
    count: endpoints.filter(({ leftOut }) => leftOut === undefined).length,
    of: endpoints.length,
  });

export const claimLabel = (words: LabWords, claim: ClaimView): string =>
  fill(words.outline.claim, {
    name: claim.name,
    phase: claim.phase,
    capacity: claim.capacity,
    use: claim.mounted ? words.outline.mounted : words.outline.kept,
  });

/** Words for any object of a view, by its key: what a screen reader hears of it in the scene. */
export function labelsOf(view: LabView, words: LabWords): (key: string) => string {
  const find = new Map<string, () => string>();
  const onNode = new Map<string, number>();
  for (const pod of view.pods) {
    find.set(pod.key, () => podLabel(words, pod));
    if (pod.node !== undefined) onNode.set(pod.node, (onNode.get(pod.node) ?? 0) + 1);
  }
  for (const node of view.nodes)
    find.set(nodeKey(node.name), () => nodeLabel(words, node, onNode.get(node.name) ?? 0));
  for (const one of view.workloads ?? []) find.set(one.key, () => workloadLabel(words, one));
  for (const service of view.services) find.set(service.key, () => serviceLabel(words, service));
  for (const claim of view.claims) find.set(claim.key, () => claimLabel(words, claim));
  return (key) => find.get(key)?.() ?? `${kindOf(key)} ${key.slice(key.lastIndexOf('/') + 1)}`;
}
