import { withCondition } from '../api/conditions';
import { withDisruptionAllowed } from '../api/eviction';
import { isSame } from '../api/merge';
import { scaleOf } from '../api/scale';
import { scaledFrom } from '../int-or-percent';
import { controllerOf, isTerminating, keyOf, kindOf, namespaceOf } from '../keys';
import { kinds } from '../kinds';
import { resourceOf } from '../kinds/kind';
import type { KubeObject, Pod, PodDisruptionBudget, PodDisruptionBudgetStatus } from '../objects';
import { isReady } from '../pods';
import { selectorAsGo, selects } from '../selector';
import type { Reading } from '../store';
import { momentOf, timestamp } from '../time';
import type { Controller, SyncContext, SyncResult, Write } from './controller';
import { decide, machineOf, type Rule } from './rules';

/**
 * Counts how many Pods of a PodDisruptionBudget may be evicted now. Evictions themselves are api/eviction.ts.
 * Models pkg/controller/disruption/disruption.go (v1.37).
 * Leaves out: the Event MultiplePodDisruptionBudgets (each budget of a Pod is counted here, where upstream counts one
 * that it chose), and the end of a DisruptionTarget condition that no deletion followed.
 */

/** So long an eviction that was granted counts, until the Pod is marked for deletion. */
const deletionTimeoutMs = 120_000;

interface Count {
  readonly expectedPods: number;
  readonly desiredHealthy: number;
  readonly unmanaged: readonly string[];
}

export interface ObservedBudget {
  readonly budget: PodDisruptionBudget;
  readonly pods: readonly Pod[];
  /** What the budget asks for, or why that cannot be said. */
  readonly count: Count | { readonly error: string };
  readonly nowMs: number;
}

const isCounted = (count: ObservedBudget['count']): count is Count => !('error' in count);

/** The object that says how many Pods of this owner there should be: a ReplicaSet's is its Deployment. */
function ownerOf(reading: Reading, pod: Pod): KubeObject | undefined {
  const namespace = pod.metadata.namespace ?? '';
  const find = (object: KubeObject): KubeObject | undefined => {
    const ref = controllerOf(object.metadata);
    const owner = ref && reading.find(ref.kind, namespace, ref.name);
    return owner?.metadata.uid === ref?.uid ? owner : undefined;
  };
  const owner = find(pod);
  if (owner?.kind !== 'ReplicaSet' || controllerOf(owner.metadata)?.kind !== 'Deployment') return owner;
  return find(owner) ?? owner;
}

/** The sum of what the Pods' owners want, each once. Source: getExpectedScale, finders. */
function expectedScale(
  reading: Reading,
  pods: readonly Pod[],
): { readonly expectedPods: number; readonly unmanaged: readonly string[] } | { readonly error: string } {
  const wanted = new Map<string, number>();
  const unmanaged: string[] = [];
  for (const pod of pods) {
    const ref = controllerOf(pod.metadata);
    if (!ref) {
      unmanaged.push(pod.metadata.name);
      continue;
    }
    if (wanted.has(ref.uid)) continue;
    const owner = ownerOf(reading, pod);
    const scale = owner && scaleOf(owner);
    const kind = kinds.get(ref.kind);
    if (owner && scale) wanted.set(owner.metadata.uid, scale.spec.replicas);
    else if (kind && !isScalableKind(ref.kind))
      return { error: `${resourceOf(kind)} does not implement the scale subresource` };
    else return { error: `found no controllers for pod ${JSON.stringify(pod.metadata.name)}` };
  }
  return { expectedPods: [...wanted.values()].reduce((sum, n) => sum + n, 0), unmanaged };
}

const isScalableKind = (kind: string): boolean =>
  ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'].includes(kind);

/** Source: getExpectedPodCount. An integer `minAvailable` asks for no owners. */
export function countOf(
  reading: Reading,
  budget: PodDisruptionBudget,
  pods: readonly Pod[],
): ObservedBudget['count'] {
  const { minAvailable, maxUnavailable } = budget.spec;
  if (maxUnavailable === undefined && minAvailable === undefined)
    return { expectedPods: 0, desiredHealthy: 0, unmanaged: [] };
  if (maxUnavailable === undefined && typeof minAvailable === 'number')
    return { expectedPods: pods.length, desiredHealthy: minAvailable, unmanaged: [] };
  const scale = expectedScale(reading, pods);
  if ('error' in scale) return scale;
  const { expectedPods, unmanaged } = scale;
  const desiredHealthy =
    maxUnavailable === undefined
      ? scaledFrom(minAvailable ?? 0, expectedPods, 'up')
      : Math.max(0, expectedPods - scaledFrom(maxUnavailable, expectedPods, 'up'));
  return { expectedPods, desiredHealthy, unmanaged };
}

interface Disrupted {
  /** Pods whose eviction was granted and that are there still, unmarked, within the time for it. */
  readonly kept: Readonly<Record<string, string>>;
  /** Those whose time is over. */
  readonly overdue: readonly Pod[];
  readonly nextMs?: number;
}

/** Source: buildDisruptedPodMap. */
function disruptedOf({ budget, pods, nowMs }: ObservedBudget): Disrupted {
  const kept: Record<string, string> = {};
  const overdue: Pod[] = [];
  let nextMs = Number.POSITIVE_INFINITY;
  for (const pod of pods) {
    const at = budget.status.disruptedPods?.[pod.metadata.name];
    if (at === undefined || isTerminating(pod)) continue;
    const untilMs = momentOf(at) + deletionTimeoutMs;
    if (untilMs < nowMs) overdue.push(pod);
    else {
      kept[pod.metadata.name] = at;
      nextMs = Math.min(nextMs, untilMs);
    }
  }
  return { kept, overdue, ...(Number.isFinite(nextMs) && { nextMs }) };
}

/** Ready, not marked for deletion, and no eviction granted. Source: countHealthyPods. */
const healthyOf = (observed: ObservedBudget, { kept }: Disrupted): number =>
  observed.pods.filter((pod) => {
    if (isTerminating(pod)) return false;
    const at = kept[pod.metadata.name];
    const isPromised = at !== undefined && momentOf(at) + deletionTimeoutMs > observed.nowMs;
    return !isPromised && isReady(pod);
  }).length;

/** Source: updatePdbStatus, and failSafe where the count failed: nothing may be evicted then. */
export function budgetStatusOf(observed: ObservedBudget): PodDisruptionBudgetStatus {
  const { budget, count, nowMs } = observed;
  const now = timestamp(nowMs);
  if (!isCounted(count)) {
    const { status } = budget;
    const conditions = withCondition(status.conditions, now, {
      type: 'DisruptionAllowed',
      status: 'False',
      reason: 'SyncFailed',
      message: count.error,
      observedGeneration: status.observedGeneration,
    });
    return { ...status, disruptionsAllowed: 0, conditions };
  }
  const disrupted = disruptedOf(observed);
  const currentHealthy = healthyOf(observed, disrupted);
  const { expectedPods, desiredHealthy } = count;
  const status = {
    observedGeneration: budget.metadata.generation,
    ...(Object.keys(disrupted.kept).length > 0 && { disruptedPods: disrupted.kept }),
    disruptionsAllowed: expectedPods > 0 ? Math.max(0, currentHealthy - desiredHealthy) : 0,
    currentHealthy,
    desiredHealthy,
    expectedPods,
    conditions: budget.status.conditions,
  };
  return { ...status, conditions: withDisruptionAllowed(status, now) };
}

const said = (on: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string): Write => ({
  do: 'event',
  on,
  type,
  reason,
  message,
});

/** What a sync says whatever it comes to. */
function sayings(o: ObservedBudget): Write[] {
  const { budget, pods, count } = o;
  const none = pods.length === 0 ? [said(budget, 'Normal', 'NoPods', 'No matching pods found')] : [];
  if (!isCounted(count)) {
    const message = `Failed to calculate the number of expected pods: ${count.error}`;
    return [...none, said(budget, 'Warning', 'CalculateExpectedPodCountFailed', message)];
  }
  const unmanaged = `Pods selected by this PodDisruptionBudget (selector: ${selectorAsGo(budget.spec.selector)}) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these pods please set ".spec.minAvailable" field of the PDB to an integer value.`;
  const { namespace } = budget.metadata;
  const late = `Pod was expected by PDB ${namespace}/${namespace} to be deleted but it wasn't`;
  return [
    ...none,
    ...(count.unmanaged.length > 0 ? [said(budget, 'Warning', 'UnmanagedPods', unmanaged)] : []),
    ...disruptedOf(o).overdue.map((pod) => said(pod, 'Warning', 'NotDeleted', late)),
  ];
}

export const disruptionRules: readonly Rule<ObservedBudget>[] = [
  {
    name: 'expectedPodsAreUnknown',
    state: 'syncFailed',
    holds: ({ count }) => !isCounted(count),
    writes: sayings,
  },
  { name: 'noPodIsSelected', state: 'withoutPods', holds: ({ pods }) => pods.length === 0, writes: sayings },
  {
    name: 'evictedPodIsNotMarked',
    state: 'waitingForDeletion',
    holds: (o) => {
      const pod = o.pods.find(({ metadata }) => metadata.name in disruptedOf(o).kept);
      return pod ? keyOf(pod) : false;
    },
    writes: sayings,
  },
  {
    name: 'healthyPodsAreTooFew',
    state: 'insufficientPods',
    holds: (o) => budgetStatusOf(o).disruptionsAllowed === 0,
    writes: sayings,
  },
  { name: 'healthyPodsAreToSpare', state: 'sufficientPods', holds: () => true, writes: sayings },
];

export const disruptionMachine = machineOf('disruption', disruptionRules);

export const disruptionController: Controller = {
  name: 'controllermanager',
  machine: 'disruption',
  kinds: ['PodDisruptionBudget', 'Pod'],
  delayMs: 10,
  concerns({ key, before, after }, reading) {
    if (kindOf(key) === 'PodDisruptionBudget') return after ? [key] : [];
    return reading
      .list<PodDisruptionBudget>('PodDisruptionBudget')
      .filter(
        ({ metadata, spec: { selector } }) =>
          metadata.namespace === namespaceOf(key) &&
          selector &&
          selects(selector, (after ?? before)?.metadata.labels),
      )
      .map(keyOf);
  },
  sync(key, { reading, state, nowMs }: SyncContext): SyncResult {
    const budget = reading.get<PodDisruptionBudget>(key);
    if (!budget) return { writes: [] };
    const { selector } = budget.spec;
    const pods = reading
      .list<Pod>('Pod')
      .filter(
        ({ metadata }) =>
          !!selector &&
          metadata.namespace === budget.metadata.namespace &&
          selects(selector, metadata.labels),
      );
    const observed = { budget, pods, nowMs, count: countOf(reading, budget, pods) };
    const result = decide(disruptionMachine, disruptionRules, state, observed);
    const status = budgetStatusOf(observed);
    const { nextMs } = disruptedOf(observed);
    return {
      ...result,
      writes: [
        ...result.writes,
        ...(isSame(status, budget.status)
          ? []
          : [{ do: 'updateStatus' as const, object: { ...budget, status } }]),
      ],
      ...(nextMs !== undefined && { againAfterMs: nextMs - nowMs + 1 }),
    };
  },
};
