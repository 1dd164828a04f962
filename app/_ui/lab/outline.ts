import type { LabView, PodView, WorkloadView } from '@/lib/lab/view';
import { isOneSet, nodeKey } from '../cluster/object-keys';
import { claimLabel, nodeLabel, outlineWords, podLabel, serviceLabel, workloadLabel } from './outline-words';
import { fill, type LabWords, shortName } from './words';

export interface OutlineItem {
  readonly id: string;
  readonly label: string;
  readonly items: readonly OutlineItem[];
  /** Of an object that can be selected. */
  readonly key?: string | undefined;
  /** It shows its items until the reader folds it; else it shows them when the reader opens it. */
  readonly isOpen?: boolean;
}

/** An item with nothing below it, put into words when it is read: of very many most are folded away. */
class Leaf implements OutlineItem {
  readonly items = [];

  constructor(
    readonly id: string,
    private readonly say: () => string,
    readonly key?: string,
  ) {}

  get label(): string {
    return this.say();
  }
}

/** Nodes of a cluster with more Pods than this, and Services with more endpoints, are folded at first. */
const mostOpen = 60;

/**
 * The scene in words, as a tree. Of one set: the set with its places in order of ordinals, the Services, the claims. Of anything
 * else: the cluster with its nodes and their Pods, what keeps Pods in the order of ownership, the Services, the claims.
 */
export function outlineOf(view: LabView, words: LabWords): readonly OutlineItem[] {
  const first = isOneSet(view)
    ? [setItem(view, words), nodesItem(view, words, false)]
    : [nodesItem(view, words, true), ...workloadItems(view, words)];
  return [...first, ...services(view, words), ...claims(view, words)];
}

const revisionsOf = (view: LabView): number =>
  Math.max(1, ...view.pods.map((pod) => pod.revision), ...view.reserved.map((place) => place.revision));

function setItem(view: LabView, words: LabWords): OutlineItem {
  const say = words.outline;
  const name = shortName(view.subject);
  const revisions = revisionsOf(view);
  const pods = view.pods.map((pod) => ({
    ordinal: pod.ordinal ?? 0,
    item: podItem(words, pod, revisions),
  }));
  const places = view.reserved.map(({ ordinal, ...place }) => ({
    ordinal,
    item: {
      id: `reserved ${place.name}`,
      label: fill(say.reserved, { name: place.name, image: place.image }),
      isOpen: true,
      items: waitsItems(place, words),
    },
  }));
  const inOrder = [...pods, ...places].sort((a, b) => a.ordinal - b.ordinal).map(({ item }) => item);
  const label = view.set === undefined ? fill(say.setGone, { name }) : fill(say.set, { name, ...view.set });
  const key = view.workloads?.[0]?.key;
  return { id: 'set', label, items: inOrder, isOpen: true, ...(key !== undefined && { key }) };
}

const waitsItems = (
  place: Pick<LabView['reserved'][number], 'name' | 'waitsFor'>,
  words: LabWords,
): readonly OutlineItem[] =>
  place.waitsFor === undefined
    ? []
    : [
        {
          id: `waits ${place.name}`,
          label: fill(words.outline.waits, {
            pod: place.waitsFor.pod,
            until: words.until[place.waitsFor.until],
          }),
          items: [],
        },
      ];

const podItem = (words: LabWords, pod: PodView, revisions: number): OutlineItem =>
  new Leaf(pod.uid, () => podLabel(words, pod, revisions), pod.key);

/** The cluster's nodes; with their Pods where no set lists these already. */
function nodesItem(view: LabView, words: LabWords, withPods: boolean): OutlineItem {
  const say = outlineWords[words.locale];
  const revisions = revisionsOf(view);
  const on = new Map<string, PodView[]>();
  for (const pod of view.pods) {
    const node = pod.node ?? '';
    const row = on.get(node);
    if (row) row.push(pod);
    else on.set(node, [pod]);
  }
  const isOpen = view.pods.length <= mostOpen;
  const items = (pods: readonly PodView[]) =>
    withPods ? pods.map((pod) => podItem(words, pod, revisions)) : [];
  const nodes = view.nodes.map((node): OutlineItem => {
    const pods = on.get(node.name) ?? [];
    return {
      id: `node ${node.name}`,
      key: nodeKey(node.name),
      label: nodeLabel(words, node, pods.length),
      items: items(pods),
      isOpen,
    };
  });
  const homeless = on.get('') ?? [];
  const waiting: readonly OutlineItem[] =
    homeless.length === 0 || !withPods
      ? []
      : [
          {
            id: 'noNode',
            label: fill(say.noNode, { count: homeless.length }),
            items: items(homeless),
            isOpen,
          },
        ];
  return {
    id: 'cluster',
    label: fill(say.cluster, { nodes: view.nodes.length, pods: view.pods.length }),
    items: [...waiting, ...nodes],
    isOpen: withPods,
  };
}

/** What keeps Pods, each under its owner; what an HPA scales under the HPA. */
function workloadItems(view: LabView, words: LabWords): readonly OutlineItem[] {
  const all = view.workloads ?? [];
  if (all.length === 0) return [];
  const keys = new Set(all.map(({ key }) => key));
  const scalers = new Map(all.flatMap(({ key, scales }) => (scales === undefined ? [] : [[scales, key]])));
  const above = ({ key, owner }: WorkloadView) =>
    owner !== undefined && keys.has(owner) ? owner : scalers.get(key);
  const below = (parent: string | undefined): readonly OutlineItem[] =>
    all
      .filter((one) => above(one) === parent)
      .map((one) => ({
        id: one.key,
        key: one.key,
        label: workloadLabel(words, one),
        items: below(one.key),
        isOpen: true,
      }));
  const label = fill(outlineWords[words.locale].workloads, { count: all.length });
  return [{ id: 'workloads', label, items: below(undefined), isOpen: true }];
}

const services = (view: LabView, words: LabWords): readonly OutlineItem[] =>
  view.services.map((service) => ({
    id: `service ${service.key}`,
    key: service.key,
    label: serviceLabel(words, service),
    isOpen: service.endpoints.length <= mostOpen,
    items: service.endpoints.map(({ pod, address, leftOut }) => {
      const what = leftOut === undefined ? address : words.leftOut[leftOut];
      return new Leaf(`endpoint ${service.key} ${pod}`, () => fill(words.outline.endpoint, { pod, what }));
    }),
  }));

const claims = (view: LabView, words: LabWords): readonly OutlineItem[] =>
  view.claims.map((claim) => ({
    id: `claim ${claim.key}`,
    key: claim.key,
    label: claimLabel(words, claim),
    items: [],
  }));
