import { controllerOf } from '../../keys';
import type { LabelSelector, Pod, Service, TopologySpreadConstraint } from '../../objects';
import { matchesLabels, selects } from '../../selector';
import { schedulerFacts } from './facts';
import { matchesNode } from './node-affinity';
import { isKeptOff } from './node-taints';
import type { NodeView, Plugin, Snapshot } from './plugin';

/**
 * Pods spread over the values of a label of the nodes: strictly where a Pod's constraints say DoNotSchedule, as well as it
 * goes where they say ScheduleAnyway, and by the two constraints of the system where a Pod has none.
 * Models plugins/podtopologyspread filtering.go, scoring.go, common.go (v1.37).
 */
const hostname = 'kubernetes.io/hostname';
const unmatched = "node(s) didn't match pod topology spread constraints";

interface Constraint {
  readonly maxSkew: number;
  readonly topologyKey: string;
  readonly minDomains: number;
  /** Matching Pods on a node. */
  readonly countOn: (view: NodeView) => number;
  /** Whether the node is one of those that are compared. */
  readonly includes: (view: NodeView) => boolean;
  readonly selectsItself: boolean;
}

const countOf =
  (pod: Pod, selector: LabelSelector) =>
  (view: NodeView): number => {
    let n = 0;
    for (const { metadata } of view.pods)
      if (
        !metadata.deletionTimestamp &&
        metadata.namespace === pod.metadata.namespace &&
        selects(selector, metadata.labels)
      )
        n++;
    return n;
  };

function constraintOf(pod: Pod, spec: TopologySpreadConstraint): Constraint {
  const { labels } = pod.metadata;
  const keys = (spec.matchLabelKeys ?? []).filter((key) => labels?.[key] !== undefined);
  const added = Object.fromEntries(keys.map((key) => [key, labels?.[key] ?? '']));
  const { labelSelector } = spec;
  const selector = labelSelector && {
    ...labelSelector,
    matchLabels: { ...labelSelector.matchLabels, ...added },
  };
  const { nodeAffinityPolicy = 'Honor', nodeTaintsPolicy = 'Ignore' } = spec;
  return {
    maxSkew: spec.maxSkew,
    topologyKey: spec.topologyKey,
    minDomains: spec.minDomains ?? 1,
    countOn: selector ? countOf(pod, selector) : () => 0,
    includes: ({ node }) =>
      (nodeAffinityPolicy === 'Ignore' || matchesNode(pod, node)) &&
      (nodeTaintsPolicy === 'Ignore' || !isKeptOff(pod, node.spec.taints)),
    selectsItself: !!selector && selects(selector, labels),
  };
}

const constraintsOf = (pod: Pod, when: TopologySpreadConstraint['whenUnsatisfiable']): Constraint[] =>
  (pod.spec.topologySpreadConstraints ?? [])
    .filter(({ whenUnsatisfiable }) => whenUnsatisfiable === when)
    .map((spec) => constraintOf(pod, spec));

const hasAllKeys = (view: NodeView, constraints: readonly Constraint[]): boolean =>
  constraints.every(({ topologyKey }) => view.label(topologyKey) !== undefined);

/** Matching Pods by the value of the constraint's label, of the nodes that are compared. */
function countsBy(constraint: Constraint, views: readonly NodeView[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const view of views) {
    const value = view.label(constraint.topologyKey);
    if (value !== undefined && constraint.includes(view))
      counts.set(value, (counts.get(value) ?? 0) + constraint.countOn(view));
  }
  return counts;
}

/** Owners whose Pods the system spreads of itself; a Pod that a Service selects is spread among the Pods of that. */
const spreadKinds = new Set(['ReplicaSet', 'ReplicationController', 'StatefulSet']);
/** Source: plugins/podtopologyspread/plugin.go systemDefaultConstraints. */
const ofTheSystem = [
  { topologyKey: hostname, maxSkew: 3 },
  { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 5 },
];

/**
 * How many Pods of its kind are on a node: of its owner, else of the Services that select it. Upstream asks for the labels
 * of both together, which the Pods of the owner have.
 */
function siblingsOn(pod: Pod, { reading }: Snapshot): ((view: NodeView) => number) | undefined {
  const owner = controllerOf(pod.metadata);
  if (owner && spreadKinds.has(owner.kind)) return ({ use }) => use.siblings.get(owner.uid) ?? 0;
  const { namespace, labels } = pod.metadata;
  const selectors = reading
    .list<Service>('Service')
    .filter(({ metadata }) => metadata.namespace === namespace)
    .flatMap(({ spec }) => (spec.selector && matchesLabels(spec.selector, labels) ? [spec.selector] : []));
  return selectors.length ? countOf(pod, { matchLabels: Object.assign({}, ...selectors) }) : undefined;
}

function defaultConstraints(pod: Pod, snapshot: Snapshot): Constraint[] {
  const countOn = siblingsOn(pod, snapshot);
  if (!countOn) return [];
  const includes = ({ node }: NodeView) => matchesNode(pod, node);
  return ofTheSystem.map((one) => ({ ...one, countOn, includes, minDomains: 1, selectsItself: true }));
}

/** More Pods are worse, the more so the more domains there are. */
function pointsOf(
  constraints: readonly Constraint[],
  views: readonly NodeView[],
  all: readonly NodeView[],
): number[] {
  const parts = constraints.map((constraint) => {
    const { topologyKey, maxSkew } = constraint;
    const values = new Set(views.map((view) => view.label(topologyKey)));
    const isPerNode = topologyKey === hostname;
    const weight = Math.log((isPerNode ? views.length : values.size) + 2);
    const counts =
      isPerNode || !views.some((view) => view.label(topologyKey) !== undefined)
        ? undefined
        : countsBy(constraint, all);
    return (view: NodeView): number => {
      const value = view.label(topologyKey);
      if (value === undefined) return 0;
      const n = counts ? (counts.get(value) ?? 0) : constraint.countOn(view);
      return n * weight + (maxSkew - 1);
    };
  });
  return views.map((view) => Math.round(parts.reduce((sum, part) => sum + part(view), 0)));
}

export const podTopologySpread: Plugin = {
  name: 'PodTopologySpread',
  filter: (pod, { nodes, beliefs }) => {
    const is = (fact: (typeof schedulerFacts)['names'][number]) => beliefs.ask(schedulerFacts, fact, false);
    const constraints = [
      ...constraintsOf(pod, 'DoNotSchedule'),
      ...(is('scheduleAnywayHoldsBack') ? constraintsOf(pod, 'ScheduleAnyway') : []),
    ];
    if (constraints.length === 0) return undefined;
    const compared = nodes.filter((view) => hasAllKeys(view, constraints));
    const judged = constraints.map((constraint) => {
      const counts = countsBy(constraint, compared);
      const isShort = counts.size < constraint.minDomains;
      return {
        ...constraint,
        counts,
        least: isShort || counts.size === 0 || is('maxSkewIsTheMost') ? 0 : Math.min(...counts.values()),
        maxSkew: is('spreadMeansEqual') ? 1 : constraint.maxSkew,
      };
    });
    return (view) => {
      for (const { topologyKey, counts, least, maxSkew, selectsItself } of judged) {
        const value = view.label(topologyKey);
        if (value === undefined) return { reasons: [`${unmatched} (missing required label)`], isFinal: true };
        const n = (counts.get(value) ?? 0) + (selectsItself ? 1 : 0);
        if (n - least > maxSkew) return { reasons: [unmatched], isFinal: false };
      }
      return undefined;
    };
  },
  weight: 2,
  score: (pod, snapshot) => {
    const isOwn = (pod.spec.topologySpreadConstraints?.length ?? 0) > 0;
    const constraints = isOwn ? constraintsOf(pod, 'ScheduleAnyway') : defaultConstraints(pod, snapshot);
    if (constraints.length === 0) return undefined;
    return (views) => {
      const isIn = (view: NodeView) => !isOwn || hasAllKeys(view, constraints);
      const compared = views.filter(isIn);
      const points = new Map(
        pointsOf(constraints, compared, snapshot.nodes.filter(isIn)).map((n, i) => [compared[i], n]),
      );
      const [least, most] = [Math.min(...points.values()), Math.max(...points.values())];
      return views.map((view) => {
        const n = points.get(view);
        if (n === undefined) return 0;
        return most === 0 ? 100 : Math.floor((100 * (most + least - n)) / most);
      });
    };
  },
};
