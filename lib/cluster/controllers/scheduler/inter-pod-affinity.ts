import type { LabelSelector, Labels, Namespace, Pod, PodAffinity, PodAffinityTerm } from '../../objects';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import type { NodeView, Plugin, Snapshot } from './plugin';

/**
 * Pods that want to be where others are, or where they are not: within one value of a label of the nodes.
 * Models plugins/interpodaffinity filtering.go, scoring.go (v1.37), with what a Pod's terms say of its own labels
 * (matchLabelKeys) read here and not written into the Pod.
 */
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

/** How much was counted, by the key and the value of a label of the nodes. */
type Counts = Map<string, Map<string, number>>;

function addAt(counts: Counts, view: NodeView, key: string, n: number): void {
  const value = view.label(key);
  if (value === undefined) return;
  const values = counts.get(key) ?? new Map<string, number>();
  if (values.size === 0) counts.set(key, values);
  values.set(value, (values.get(value) ?? 0) + n);
}

const countAt = (counts: Counts, view: NodeView, key: string): number => {
  const value = view.label(key);
  return value === undefined ? 0 : (counts.get(key)?.get(value) ?? 0);
};

/** Counts what the terms that mean the Pod weigh, where the node is. */
function weigh(counts: Counts, view: NodeView, terms: readonly Meant[], pod: Pod, reading: Reading): void {
  for (const { key, means, weight } of terms) if (means(pod, reading)) addAt(counts, view, key, weight);
}

const labelsOfNamespace = (reading: Reading, name: string): Labels =>
  reading.find<Namespace>('Namespace', '', name)?.metadata.labels ?? { 'kubernetes.io/metadata.name': name };

/** The selector of a term with what it takes from the labels of the Pod that has it. */
function selectorOf({ labelSelector, matchLabelKeys, mismatchLabelKeys }: PodAffinityTerm, owner: Pod) {
  if (!labelSelector || (!matchLabelKeys && !mismatchLabelKeys)) return labelSelector;
  const of = (keys: readonly string[] | undefined, operator: 'In' | 'NotIn') =>
    (keys ?? []).flatMap((key) => {
      const value = owner.metadata.labels?.[key];
      return value === undefined ? [] : [{ key, operator, values: [value] }];
    });
  const added = [...of(matchLabelKeys, 'In'), ...of(mismatchLabelKeys, 'NotIn')];
  return { ...labelSelector, matchExpressions: [...(labelSelector.matchExpressions ?? []), ...added] };
}

interface Meant {
  readonly key: string;
  readonly weight: number;
  readonly means: (pod: Pod, reading: Reading) => boolean;
}

/** A term of `owner`, and whether it means a Pod. */
function meant(term: PodAffinityTerm, owner: Pod, weight = 1): Meant {
  const selector: LabelSelector | undefined = selectorOf(term, owner);
  const { namespaces = [], namespaceSelector, topologyKey } = term;
  const own = owner.metadata.namespace ?? '';
  const isNamed = (name: string) =>
    namespaces.length === 0 && !namespaceSelector ? name === own : namespaces.includes(name);
  const means = ({ metadata }: Pod, reading: Reading): boolean => {
    if (!selector || !selects(selector, metadata.labels)) return false;
    const name = metadata.namespace ?? '';
    return (
      isNamed(name) || (!!namespaceSelector && selects(namespaceSelector, labelsOfNamespace(reading, name)))
    );
  };
  return { key: topologyKey, weight, means };
}

interface Terms {
  readonly together: readonly Meant[];
  readonly apart: readonly Meant[];
  /** What it wishes for its own place. */
  readonly wishes: readonly Meant[];
  /** What it wishes for others once it is there: what it requires counts a little, too. */
  readonly wishesForOthers: readonly Meant[];
}

const termsOfPods = new WeakMap<Pod, Terms>();

/** The terms of a Pod, made once: a Pod is a value. */
function termsOf(pod: Pod): Terms {
  const known = termsOfPods.get(pod);
  if (known) return known;
  const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {};
  const needs = (affinity: PodAffinity | undefined) =>
    (affinity?.[required] ?? []).map((term) => meant(term, pod));
  const likes = (affinity: PodAffinity | undefined, sign: 1 | -1) =>
    (affinity?.[preferred] ?? []).map((one) => meant(one.podAffinityTerm, pod, sign * one.weight));
  const together = needs(podAffinity);
  const wishes = [...likes(podAffinity, 1), ...likes(podAntiAffinity, -1)];
  const terms = {
    together,
    apart: needs(podAntiAffinity),
    wishes,
    wishesForOthers: [...wishes, ...together],
  };
  termsOfPods.set(pod, terms);
  return terms;
}

/** Where Pods of the cluster have a required anti-affinity that means this Pod. */
function forbidden(pod: Pod, { nodes, reading }: Snapshot): Counts {
  const counts: Counts = new Map();
  for (const view of nodes) {
    if (view.use.affine === 0) continue;
    for (const other of view.pods)
      if (hasTerms(other)) weigh(counts, view, termsOf(other).apart, pod, reading);
  }
  return counts;
}

/** Where Pods are that all terms (for affinity) or one of them (for anti-affinity) mean. */
function found(terms: readonly Meant[], { nodes, reading }: Snapshot, isTogether: boolean): Counts {
  const counts: Counts = new Map();
  if (terms.length === 0) return counts;
  for (const view of nodes)
    for (const other of view.pods) {
      if (!isTogether) weigh(counts, view, terms, other, reading);
      else if (terms.every(({ means }) => means(other, reading)))
        for (const { key } of terms) addAt(counts, view, key, 1);
    }
  return counts;
}

const isAnyAffine = ({ nodes }: Snapshot): boolean => nodes.some(({ use }) => use.affine > 0);
const hasTerms = ({ spec: { affinity } }: Pod): boolean =>
  !!(affinity?.podAffinity || affinity?.podAntiAffinity);

export const interPodAffinity: Plugin = {
  name: 'InterPodAffinity',
  filter: (pod, snapshot) => {
    if (!hasTerms(pod) && !isAnyAffine(snapshot)) return undefined;
    const { reading } = snapshot;
    const { together, apart } = termsOf(pod);
    const friends = found(together, snapshot, true);
    const foes = found(apart, snapshot, false);
    const closed = forbidden(pod, snapshot);
    const isFirst = friends.size === 0 && together.every(({ means }) => means(pod, reading));
    return (view) => {
      const isNear = together.every(
        ({ key }) => view.label(key) !== undefined && (isFirst || countAt(friends, view, key) > 0),
      );
      if (!isNear) return { reasons: ["node(s) didn't match pod affinity rules"], isFinal: true };
      if (apart.some(({ key }) => countAt(foes, view, key) > 0))
        return { reasons: ["node(s) didn't match pod anti-affinity rules"], isFinal: false };
      if ([...closed.keys()].some((key) => countAt(closed, view, key) > 0))
        return { reasons: ["node(s) didn't satisfy existing pods anti-affinity rules"], isFinal: false };
      return undefined;
    };
  },
  weight: 2,
  score: (pod, snapshot) => {
    const { reading, nodes } = snapshot;
    const { wishes } = termsOf(pod);
    if (wishes.length === 0 && !isAnyAffine(snapshot)) return undefined;
    const counts: Counts = new Map();
    for (const view of nodes) {
      if (wishes.length === 0 && view.use.affine === 0) continue;
      for (const other of view.pods) {
        weigh(counts, view, wishes, other, reading);
        if (hasTerms(other)) weigh(counts, view, termsOf(other).wishesForOthers, pod, reading);
      }
    }
    if (counts.size === 0) return undefined;
    return (views) => spreadOut(views.map((view) => pointsOf(view, counts)));
  },
};

const pointsOf = (view: NodeView, counts: Counts): number => {
  let points = 0;
  for (const key of counts.keys()) points += countAt(counts, view, key);
  return points;
};

/** From the least to the most points as 0 to 100. */
function spreadOut(points: readonly number[]): number[] {
  const [least, most] = [Math.min(...points), Math.max(...points)];
  return points.map((n) => (most > least ? Math.floor((100 * (n - least)) / (most - least)) : 0));
}
