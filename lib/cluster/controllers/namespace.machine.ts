import { isTerminating } from '../keys';
import { kinds } from '../kinds';
import type { Condition, KubeObject, Namespace, Pod } from '../objects';
import { hasEnded } from '../pods';
import type { Reading } from '../store';
import { momentOf, timestamp } from '../time';
import type { Controller, SyncContext, SyncResult, Write } from './controller';
import { about, decide, machineOf, type Rule } from './rules';

/**
 * Empties a namespace that is going, first of its Pods, then of all else, and lets it go.
 * Models pkg/controller/namespace/namespace_controller.go and deletion/namespaced_resources_deleter.go, status_condition_utils.go
 * (v1.37). It looks at the content from time to time and is not told of it, as Kubernetes does.
 * Leaves out: what goes wrong with discovery; upstream deletes the rest in the same sync when no Pod has remained.
 */

/** A namespace that is going is looked at so long after each of its changes, ms. Source: namespaceDeletionGracePeriod. */
const gracePeriodMs = 5_000;
/** So long the finalizers of something are thought to take, seconds. Source: finalizerEstimateSeconds. */
const finalizerEstimateSeconds = 15;
/** Where nothing says how long it may take, the controller asks at once, then twice as late each time. */
const retry = { firstMs: 5, longestMs: 60_000 } as const;

export interface Observed {
  readonly namespace: Namespace;
  readonly pods: readonly Pod[];
  /** Everything else in the namespace. */
  readonly others: readonly KubeObject[];
  readonly nowMs: number;
}

const namespaced = [...kinds.values()].filter((kind) => kind.namespaced && kind.kind !== 'Pod');

export function observe(namespace: Namespace, reading: Reading, nowMs: number): Observed {
  const inIt = ({ metadata }: KubeObject) => metadata.namespace === namespace.metadata.name;
  const isGoing = isTerminating(namespace);
  return {
    namespace,
    pods: isGoing ? reading.list<Pod>('Pod').filter(inIt) : [],
    others: isGoing ? namespaced.flatMap(({ kind }) => reading.list(kind).filter(inIt)) : [],
    nowMs,
  };
}

const remaining = ({ pods, others }: Observed): readonly KubeObject[] => (pods.length ? pods : others);
const finalizersOf = (objects: readonly KubeObject[]): string[] =>
  objects.flatMap(({ metadata }) => metadata.finalizers ?? []);

const toDelete = (objects: readonly KubeObject[]) => objects.filter((object) => !isTerminating(object));
const remove = (objects: readonly KubeObject[]): Write[] =>
  toDelete(objects).map((object) => ({ do: 'delete', object, propagationPolicy: 'Background' }));

/** The longest grace of the Pods that run, seconds; 0 once that has passed. Source: estimateGracefulTermination. */
function estimateSeconds({ namespace, pods, nowMs }: Observed): number {
  const graces = pods
    .filter((pod) => !hasEnded(pod))
    .map(({ spec }) => spec.terminationGracePeriodSeconds ?? 0);
  const longest = Math.max(0, ...graces);
  const deletedMs = momentOf(namespace.metadata.deletionTimestamp ?? timestamp(nowMs));
  return nowMs - deletedMs >= longest * 1000 ? 0 : longest;
}

const counted = (names: readonly string[], says: (name: string, count: number) => string): string => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => says(name, count))
    .sort()
    .join(', ');
};

/** `pods.`, `statefulsets.apps`: resource and group, with the dot in any case. */
const dotted = (object: KubeObject): string => {
  const kind = kinds.get(object.kind);
  return kind ? `${kind.plural}.${kind.group}` : object.kind;
};

const fine: readonly (readonly [type: string, reason: string, message: string])[] = [
  ['NamespaceDeletionDiscoveryFailure', 'ResourcesDiscovered', 'All resources successfully discovered'],
  [
    'NamespaceDeletionGroupVersionParsingFailure',
    'ParsedGroupVersions',
    'All legacy kube types successfully parsed',
  ],
  [
    'NamespaceDeletionContentFailure',
    'ContentDeleted',
    'All content successfully deleted, may be waiting on finalization',
  ],
  ['NamespaceContentRemaining', 'ContentRemoved', 'All content successfully removed'],
  ['NamespaceFinalizersRemaining', 'ContentHasNoFinalizers', 'All content-preserving finalizers finished'],
];

/** What is wrong, by the type of the condition: what remains, its finalizers, and what ought to be gone by now. */
function troubles(observed: Observed): Map<string, readonly [reason: string, message: string]> {
  const left = remaining(observed);
  const finalizers = finalizersOf(left);
  const found = new Map<string, readonly [string, string]>();
  if (left.length > 0) {
    const list = counted(left.map(dotted), (name, count) => `${name} has ${count} resource instances`);
    found.set('NamespaceContentRemaining', ['SomeResourcesRemain', `Some resources are remaining: ${list}`]);
  }
  if (finalizers.length > 0) {
    const list = counted(finalizers, (name, count) => `${name} in ${count} resource instances`);
    found.set('NamespaceFinalizersRemaining', [
      'SomeFinalizersRemain',
      `Some content in the namespace has finalizers remaining: ${list}`,
    ]);
  }
  const isUnexpected = observed.pods.length > 0 && estimateSeconds(observed) === 0 && finalizers.length === 0;
  if (isUnexpected) {
    const { name } = observed.namespace.metadata;
    found.set('NamespaceDeletionContentFailure', [
      'ContentDeletionFailed',
      `Failed to delete all resource types, 1 remaining: unexpected items still remain in namespace: ${name} for gvr: /v1, Resource=pods`,
    ]);
  }
  return found;
}

/** The conditions after a look. Times change with the status of a condition. Source: updateConditions. */
function tell(observed: Observed): Write[] {
  const { namespace, nowMs } = observed;
  const found = troubles(observed);
  const before = namespace.status.conditions ?? [];
  const conditions = fine.map(([type, fineReason, fineMessage]): Condition => {
    const trouble = found.get(type);
    const old = before.find((condition) => condition.type === type);
    const status = trouble ? 'True' : 'False';
    const [reason, message] = trouble ?? [fineReason, fineMessage];
    const lastTransitionTime = old?.status === status ? old.lastTransitionTime : timestamp(nowMs);
    return { type, status, lastTransitionTime, reason, message };
  });
  const status = { ...namespace.status, conditions };
  return [{ do: 'updateStatus', object: { ...namespace, status } as Namespace }];
}

export const namespaceRules: readonly Rule<Observed>[] = [
  { name: 'isNotBeingDeleted', state: 'active', holds: ({ namespace }) => !isTerminating(namespace) },
  {
    name: 'podsAreThere',
    state: 'deletingPods',
    holds: ({ pods }) => about(toDelete(pods)[0]),
    writes: ({ pods }) => remove(pods),
  },
  {
    name: 'podsAreTerminating',
    state: 'waitingForPods',
    holds: ({ pods }) => about(pods[0]),
    writes: tell,
  },
  {
    name: 'contentIsThere',
    state: 'deletingContent',
    holds: ({ others }) => about(toDelete(others)[0]),
    writes: ({ others }) => remove(others),
  },
  {
    name: 'contentIsTerminating',
    state: 'waitingForContent',
    holds: ({ others }) => about(others[0]),
    writes: tell,
  },
  {
    name: 'kubernetesHoldsIt',
    state: 'finalizing',
    holds: ({ namespace }) => (namespace.spec.finalizers ?? []).includes('kubernetes'),
    writes: (o) => [
      ...tell(o),
      {
        do: 'finalize',
        object: {
          ...o.namespace,
          spec: {
            ...o.namespace.spec,
            finalizers: o.namespace.spec.finalizers?.filter((f) => f !== 'kubernetes'),
          },
        } as Namespace,
      },
    ],
  },
  { name: 'somebodyElseHoldsIt', state: 'heldByOthers', holds: () => true },
];

export const namespaceMachine = machineOf('namespace', namespaceRules);

/** How often in a row nothing said how long it may take. */
interface Tries {
  readonly count: number;
}

/** When to look again, after a sync that is left waiting. Source: namespace_controller.go worker. */
function wait(observed: Observed, tries: number): Pick<SyncResult, 'againAfterMs' | 'memory'> {
  const hasFinalizers = finalizersOf(remaining(observed)).length > 0;
  const seconds = estimateSeconds(observed) || (hasFinalizers ? finalizerEstimateSeconds : 0);
  if (seconds > 0) return { againAfterMs: (Math.floor(seconds / 2) + 1) * 1000, memory: { count: 0 } };
  const againAfterMs = Math.min(retry.firstMs * 2 ** tries, retry.longestMs);
  return { againAfterMs, memory: { count: tries + 1 } };
}

export const namespaceController: Controller = {
  name: 'namespace-controller',
  machine: 'namespace',
  kinds: ['Namespace'],
  delayMs: gracePeriodMs,
  concerns: ({ key, after }) => (after && isTerminating(after) ? [key] : []),
  sync(key, { reading, state, nowMs, memory, beliefs }: SyncContext): SyncResult {
    const namespace = reading.get<Namespace>(key);
    if (!namespace) return { writes: [] };
    const observed = observe(namespace, reading, nowMs);
    const result = decide(namespaceMachine, namespaceRules, state, observed, beliefs);
    const isDeleting = result.state === 'deletingPods' || result.state === 'deletingContent';
    if (isDeleting) return { ...result, againAfterMs: 0 };
    const isWaiting = result.state === 'waitingForPods' || result.state === 'waitingForContent';
    return isWaiting ? { ...result, ...wait(observed, (memory as Tries | undefined)?.count ?? 0) } : result;
  },
};
