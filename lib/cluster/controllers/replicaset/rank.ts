import { type Beliefs, noBeliefs } from '../../belief';
import { deletionCost } from '../../deletion-cost';
import { controllerOf } from '../../keys';
import type { KubeObject, Pod, ReplicaSet } from '../../objects';
import { isReady, readySinceMs } from '../../pods';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import { momentOf } from '../../time';
import { isActive, managedBy } from '../controller-ref';
import { replicasetFacts } from './facts';

/**
 * Which Pods go when there are too many.
 * Models pkg/controller/controller_utils.go ActivePodsWithRanks and replica_set.go getPodsToDelete (v1.37).
 * Leaves out: restarts of sidecars as a measure of their own.
 */

/** What is compared of a Pod, looked up once. */
interface Ranked {
  readonly pod: Pod;
  readonly assigned: boolean;
  readonly phase: number;
  readonly ready: boolean;
  readonly cost: number;
  readonly neighbours: number;
  readonly readySinceMs: number;
  readonly readyOrder: number;
  readonly restarts: number;
  readonly createdMs: number;
  readonly createdOrder: number;
}

const phases: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 };
/** The whole part of an age's binary logarithm in nanoseconds: Pods of one order of age are alike. */
function orderOfAge(sinceMs: number, nowMs: number): number {
  let rest = (nowMs - sinceMs) * 1e6;
  if (rest <= 0) return -1;
  let order = 0;
  for (; rest >= 2; rest /= 2) order++;
  return order;
}

const byUid = (a: Ranked, b: Ranked): number => (a.pod.metadata.uid < b.pod.metadata.uid ? -1 : 1);

/** Below 0 when `a` goes before `b`. Ages of one order are alike: then the uid decides, which is chance. */
function compare(a: Ranked, b: Ranked): number {
  const difference =
    Number(a.assigned) - Number(b.assigned) ||
    a.phase - b.phase ||
    Number(a.ready) - Number(b.ready) ||
    a.cost - b.cost ||
    b.neighbours - a.neighbours;
  if (difference) return difference;
  if (a.ready && a.readySinceMs !== b.readySinceMs) return a.readyOrder - b.readyOrder || byUid(a, b);
  if (a.restarts !== b.restarts) return b.restarts - a.restarts;
  return a.createdMs === b.createdMs ? 0 : a.createdOrder - b.createdOrder || byUid(a, b);
}

/**
 * Active Pods on each node, of all ReplicaSets that have this one's controller: a Pod that stands beside many of its
 * Deployment goes before one that stands alone. Nothing for a ReplicaSet without a controller.
 * Source: getIndirectlyRelatedPods, getPodsRankedByRelatedPodsOnSameNode.
 */
function podsOnNodes(reading: Reading, owner: KubeObject): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const deployment = owner.kind === 'ReplicaSet' ? controllerOf(owner.metadata)?.uid : undefined;
  if (!deployment) return counts;
  for (const set of reading.ownedBy(deployment)) {
    if (set.kind !== 'ReplicaSet') continue;
    const { selector } = (set as ReplicaSet).spec;
    for (const pod of managedBy<Pod>(reading, set, 'Pod')) {
      const node = pod.spec.nodeName ?? '';
      if (isActive(pod) && selects(selector, pod.metadata.labels))
        counts.set(node, (counts.get(node) ?? 0) + 1);
    }
  }
  return counts;
}

function rankedPod(pod: Pod, onNodes: ReadonlyMap<string, number>, nowMs: number, beliefs: Beliefs): Ranked {
  const ready = !beliefs.ask(replicasetFacts, 'unreadyPodGoesFirst', true) || isReady(pod);
  const isTurned = beliefs.ask(replicasetFacts, 'highestCostGoesFirst', false);
  const readySince = ready ? (readySinceMs(pod) ?? 0) : 0;
  const createdMs = momentOf(pod.metadata.creationTimestamp);
  const restarts = (pod.status.containerStatuses ?? []).reduce(
    (most, { restartCount }) => Math.max(most, restartCount),
    0,
  );
  return {
    pod,
    ready,
    restarts,
    createdMs,
    assigned: Boolean(pod.spec.nodeName),
    phase: phases[pod.status.phase] ?? 0,
    cost: (deletionCost(pod.metadata.annotations) ?? 0) * (isTurned ? -1 : 1),
    neighbours: onNodes.get(pod.spec.nodeName ?? '') ?? 0,
    readySinceMs: readySince,
    readyOrder: orderOfAge(readySince, nowMs),
    createdOrder: orderOfAge(createdMs, nowMs),
  };
}

/** A merge sort of our own: the order is not transitive (uids decide among some alike only), and engines differ on such. */
function sorted(all: readonly Ranked[]): readonly Ranked[] {
  if (all.length < 2) return all;
  const middle = all.length >> 1;
  const left = sorted(all.slice(0, middle));
  const right = sorted(all.slice(middle));
  const merged: Ranked[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length || r < right.length) {
    const a = left[l];
    const b = right[r];
    if (a && (!b || compare(a, b) <= 0)) {
      merged.push(a);
      l++;
    } else if (b) {
      merged.push(b);
      r++;
    }
  }
  return merged;
}

/** The `count` Pods that go first. Of Pods that are alike in all, those that were made first. */
export function podsToDelete(
  pods: readonly Pod[],
  count: number,
  owner: KubeObject,
  reading: Reading,
  nowMs: number,
  beliefs: Beliefs = noBeliefs,
): readonly Pod[] {
  if (count >= pods.length) return pods;
  const onNodes = podsOnNodes(reading, owner);
  const ranked = pods.map((pod) => rankedPod(pod, onNodes, nowMs, beliefs));
  return sorted(ranked)
    .slice(0, count)
    .map(({ pod }) => pod);
}
