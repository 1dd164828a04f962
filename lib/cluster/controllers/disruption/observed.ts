import { withCondition } from '../../api/conditions';
import { withDisruptionAllowed } from '../../api/eviction';
import { scalableKinds, scaleOf } from '../../api/scale';
import { noBeliefs } from '../../belief';
import { factsOf } from '../../believable';
import { scaledFrom } from '../../int-or-percent';
import { controllerOf, isTerminating } from '../../keys';
import { kinds } from '../../kinds';
import { resourceOf } from '../../kinds/kind';
import type { KubeObject, Pod, PodDisruptionBudget, PodDisruptionBudgetStatus } from '../../objects';
import { isReady } from '../../pods';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import { momentOf, timestamp } from '../../time';

/**
 * What one look at a PodDisruptionBudget finds, and the status that follows from it.
 * Models getExpectedPodCount, buildDisruptedPodMap, countHealthyPods and updatePdbStatus of
 * pkg/controller/disruption/disruption.go (v1.37).
 */

const disruptionFacts = factsOf('disruption', [
  /** These two hold in Kubernetes, the others don't. */
  'percentageIsRoundedUp',
  'unreadyPodsUseItUp',
  'minAvailableIsWhatMayGo',
  'healthyPodsMayAllGo',
]);

/** So long an eviction that was granted counts, until the Pod is marked for deletion. */
const deletionTimeoutMs = 120_000;

interface Count {
  readonly expectedPods: number;
  readonly desiredHealthy: number;
  readonly unmanaged: readonly string[];
}

export class ObservedBudget {
  readonly pods: readonly Pod[];
  /** What the budget asks for, or why that cannot be said. */
  readonly count: Count | { readonly error: string };
  /** Pods whose eviction was granted, within the time for it; when that was, by name. */
  readonly promised: ReadonlyMap<string, string>;
  /** Pods that were to go and did not. */
  readonly overdue: readonly Pod[];
  readonly status: PodDisruptionBudgetStatus;

  constructor(
    readonly budget: PodDisruptionBudget,
    reading: Reading,
    readonly nowMs: number,
    private readonly beliefs = noBeliefs,
  ) {
    this.pods = podsOf(reading, budget);
    const rounded = beliefs.ask(disruptionFacts, 'percentageIsRoundedUp', true) ? 'up' : 'down';
    this.count = countOf(reading, budget, this.pods, rounded);
    const waiting = this.pods.filter((pod) => this.grantedAt(pod) !== undefined && !isTerminating(pod));
    const isOver = (pod: Pod) => momentOf(this.grantedAt(pod) ?? '') + deletionTimeoutMs < nowMs;
    this.overdue = waiting.filter(isOver);
    const kept = waiting.filter((pod) => !isOver(pod));
    this.promised = new Map(kept.map((pod) => [pod.metadata.name, this.grantedAt(pod) ?? '']));
    this.status = this.newStatus();
  }

  /** When the next of the promised Pods is overdue, ms. */
  get nextMs(): number | undefined {
    const moments = [...this.promised.values()].map((at) => momentOf(at) + deletionTimeoutMs);
    return moments.length ? Math.min(...moments) + 1 : undefined;
  }

  private grantedAt({ metadata }: Pod): string | undefined {
    return this.budget.status.disruptedPods?.[metadata.name];
  }

  /** Ready, not marked for deletion, and no eviction granted. */
  private get currentHealthy(): number {
    const areCounted = this.beliefs.ask(disruptionFacts, 'unreadyPodsUseItUp', true);
    return this.pods.filter((pod) => {
      const at = this.promised.get(pod.metadata.name);
      const isPromised = at !== undefined && momentOf(at) + deletionTimeoutMs > this.nowMs;
      return !isTerminating(pod) && !isPromised && (isReady(pod) || !areCounted);
    }).length;
  }

  private allowed(healthy: number, desired: number): number {
    const is = (fact: (typeof disruptionFacts)['names'][number]) =>
      this.beliefs.ask(disruptionFacts, fact, false);
    if (is('healthyPodsMayAllGo')) return healthy;
    if (is('minAvailableIsWhatMayGo')) return Math.min(healthy, desired);
    return Math.max(0, healthy - desired);
  }

  /** Where the count failed, nothing may be evicted and the rest stays. Source: updatePdbStatus, failSafe. */
  private newStatus(): PodDisruptionBudgetStatus {
    const { budget, count, promised } = this;
    const now = timestamp(this.nowMs);
    if ('error' in count) {
      const conditions = withCondition(budget.status.conditions, now, {
        type: 'DisruptionAllowed',
        status: 'False',
        reason: 'SyncFailed',
        message: count.error,
        observedGeneration: budget.status.observedGeneration,
      });
      return { ...budget.status, disruptionsAllowed: 0, conditions };
    }
    const { expectedPods, desiredHealthy } = count;
    const { currentHealthy } = this;
    const status = {
      observedGeneration: budget.metadata.generation,
      ...(promised.size > 0 && { disruptedPods: Object.fromEntries(promised) }),
      disruptionsAllowed: expectedPods > 0 ? this.allowed(currentHealthy, desiredHealthy) : 0,
      currentHealthy,
      desiredHealthy,
      expectedPods,
      conditions: budget.status.conditions,
    };
    return { ...status, conditions: withDisruptionAllowed(status, now) };
  }
}

function podsOf(
  reading: Reading,
  { metadata: { namespace }, spec: { selector } }: PodDisruptionBudget,
): Pod[] {
  if (!selector) return [];
  return reading
    .list<Pod>('Pod')
    .filter(({ metadata }) => metadata.namespace === namespace && selects(selector, metadata.labels));
}

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

type Expected = { readonly expectedPods: number; readonly unmanaged: readonly string[] };

/** The sum of what the Pods' owners want, each once. Source: getExpectedScale, finders. */
function expectedScale(reading: Reading, pods: readonly Pod[]): Expected | { readonly error: string } {
  const wanted = new Map<string, number>();
  const seen = new Set<string>();
  const unmanaged: string[] = [];
  for (const pod of pods) {
    const ref = controllerOf(pod.metadata);
    if (!ref) unmanaged.push(pod.metadata.name);
    if (!ref || seen.has(ref.uid)) continue;
    seen.add(ref.uid);
    const owner = ownerOf(reading, pod);
    const scale = owner && scaleOf(owner);
    const kind = kinds.get(ref.kind);
    if (owner && scale) wanted.set(owner.metadata.uid, scale.spec.replicas);
    else if (kind && !scalableKinds.has(ref.kind))
      return { error: `${resourceOf(kind)} does not implement the scale subresource` };
    else return { error: `found no controllers for pod ${JSON.stringify(pod.metadata.name)}` };
  }
  return { expectedPods: [...wanted.values()].reduce((sum, n) => sum + n, 0), unmanaged };
}

/** An integer `minAvailable` asks for no owners. Source: getExpectedPodCount. */
function countOf(
  reading: Reading,
  { spec: { minAvailable, maxUnavailable } }: PodDisruptionBudget,
  pods: readonly Pod[],
  rounded: 'up' | 'down',
): ObservedBudget['count'] {
  if (maxUnavailable === undefined && minAvailable === undefined)
    return { expectedPods: 0, desiredHealthy: 0, unmanaged: [] };
  if (maxUnavailable === undefined && typeof minAvailable === 'number')
    return { expectedPods: pods.length, desiredHealthy: minAvailable, unmanaged: [] };
  const scale = expectedScale(reading, pods);
  if ('error' in scale) return scale;
  const { expectedPods, unmanaged } = scale;
  const desiredHealthy =
    maxUnavailable === undefined
      ? scaledFrom(minAvailable ?? 0, expectedPods, rounded)
      : Math.max(0, expectedPods - scaledFrom(maxUnavailable, expectedPods, rounded));
  return { expectedPods, desiredHealthy, unmanaged };
}
