import { factsOf } from '../../believable';
import type { Chance } from '../../chance';
import { priorityOf } from '../../node-use';
import type { Pod } from '../../objects';
import { schedulerFacts } from './facts';
import { interPodAffinity } from './inter-pod-affinity';
import { nodeAffinity, requiredNames } from './node-affinity';
import { balancedAllocation, nodePorts, nodeResourcesFit } from './node-resources';
import { nodeUnschedulable, taintToleration } from './node-taints';
import type { Filter, NodeView, Plugin, Refusal, Snapshot } from './plugin';
import { podTopologySpread } from './pod-topology-spread';
import { volumeBinding } from './volume-binding';
import { volumeRestrictions } from './volume-restrictions';

/**
 * The judgement of every node for one Pod, as a value: which plugin refuses it in which words, or its points by plugin.
 * Models pkg/scheduler/schedule_one.go findNodesThatFitPod, prioritizeNodes, selectHost with the default plugins (v1.37).
 * Leaves out: ImageLocality (every image is on every node), limits of volumes and volumes' zones, resource claims.
 */
export interface Verdict {
  readonly node: string;
  readonly refusal?: Refusal;
  /** Points of each plugin that has something to say, times its weight. */
  readonly points?: Readonly<Record<string, number>>;
  readonly total?: number;
}

/** In the order in which they are asked: the first that refuses a node is heard. */
export const plugins: readonly Plugin[] = [
  nodeUnschedulable,
  taintToleration,
  nodeAffinity,
  nodePorts,
  nodeResourcesFit,
  volumeRestrictions,
  volumeBinding,
  podTopologySpread,
  interPodAffinity,
  balancedAllocation,
];

/** That the filter of a plugin counts, by the plugin's name: where it does not, it refuses no node. */
const facts = factsOf('scheduler', [
  ...plugins.flatMap(({ name, filter }) => (filter ? [name] : [])),
  ...schedulerFacts.names,
]);

type NamedFilter = readonly [string, Filter];

export const filtersOf = (pod: Pod, snapshot: Snapshot): NamedFilter[] =>
  plugins.flatMap(({ name, filter }): NamedFilter[] => {
    const judge = snapshot.beliefs.ask(facts, name, true) ? filter?.(pod, snapshot) : undefined;
    return judge ? [[name, judge]] : [];
  });

export function refusalOf(view: NodeView, filters: readonly NamedFilter[]): Refusal | undefined {
  for (const [plugin, judge] of filters) {
    const refusal = judge(view);
    if (refusal) return { plugin, ...refusal };
  }
  return undefined;
}

/** Nodes with the Pods for which they are being cleared as if those were there already, if they come before this one. */
export function withNominated(snapshot: Snapshot, pod: Pod): Snapshot {
  const nominated = snapshot.reading
    .nominatedPods()
    .filter((other) => other.metadata.uid !== pod.metadata.uid && priorityOf(other) >= priorityOf(pod));
  if (nominated.length === 0) return snapshot;
  const nodes = snapshot.nodes.map((view) => {
    const coming = nominated.filter(({ status }) => status.nominatedNodeName === view.node.metadata.name);
    return coming.length ? view.with([...view.pods, ...coming]) : view;
  });
  return { ...snapshot, nodes };
}

const notNamed: Refusal = {
  plugin: 'NodeAffinity',
  reasons: ["node(s) didn't satisfy plugin(s) [NodeAffinity]"],
  isFinal: true,
};

function scored(pod: Pod, snapshot: Snapshot, feasible: readonly NodeView[]): Verdict[] {
  const points = feasible.map((): Record<string, number> => ({}));
  const totals = feasible.map(() => 0);
  for (const { name, weight = 1, score } of feasible.length > 1 ? plugins : []) {
    const given = score?.(pod, snapshot)?.(feasible);
    for (const [i, n] of given?.entries() ?? []) {
      const of = points[i];
      if (of) of[name] = n * weight;
      totals[i] = (totals[i] ?? 0) + n * weight;
    }
  }
  return feasible.map(({ node }, i) => ({
    node: node.metadata.name,
    points: points[i] ?? {},
    total: totals[i] ?? 0,
  }));
}

/** Judges every node for a Pod, in the order of the nodes. */
export function judge(pod: Pod, seen: Snapshot): Verdict[] {
  const snapshot = withNominated(seen, pod);
  const names = requiredNames(pod);
  const filters = filtersOf(pod, snapshot);
  const feasible: NodeView[] = [];
  const refused = new Map<NodeView, Refusal>();
  for (const view of snapshot.nodes) {
    const isLookedAt = !names || names.has(view.node.metadata.name);
    const refusal = isLookedAt ? refusalOf(view, filters) : notNamed;
    if (refusal) refused.set(view, refusal);
    else feasible.push(view);
  }
  const scores = new Map(scored(pod, snapshot, feasible).map((verdict) => [verdict.node, verdict]));
  return snapshot.nodes.map((view) => {
    const node = view.node.metadata.name;
    const refusal = refused.get(view);
    return refusal ? { node, refusal } : (scores.get(node) ?? { node });
  });
}

/** The node with the most points; equal ones are drawn by chance. Undefined when every node is refused. */
export function chosenOf(verdicts: readonly Verdict[], chance: Chance): string | undefined {
  let best: string[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const { node, refusal, total = 0 } of verdicts) {
    if (refusal || total < most) continue;
    if (total > most) best = [];
    most = total;
    best.push(node);
  }
  return best.length > 1 ? best[chance.between(0, best.length - 1)] : best[0];
}

const counted = (reasons: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, n]) => `${n} ${reason}`)
    .sort()
    .join(', ');
};

/** `0/3 nodes are available: 3 Insufficient cpu.` Source: pkg/scheduler/framework/types.go FitError. */
export const unavailable = (nodes: number, reasons: readonly string[] | string): string =>
  `0/${nodes} nodes are available: ${typeof reasons === 'string' ? reasons : counted(reasons)}.`;
