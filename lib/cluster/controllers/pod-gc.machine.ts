import { isTerminating, keyFor, keyOf, kindOf, nameOf } from '../keys';
import type { KubeObject, Node, Pod } from '../objects';
import { hasEnded, withPodCondition } from '../pods';
import type { Reading } from '../store';
import { momentOf } from '../time';
import type { Controller, SyncContext, SyncResult, Write } from './controller';
import { isNodeReady } from './node-lifecycle/taints';
import { decide, machineOf, type Rule } from './rules';

/**
 * Ends Pods that nobody else can end: those of a node that is gone, those that are to go and have no node, and those that
 * are to go on a node that is out of service. It looks every 20 s. One machine for each Pod that may be such a one.
 * Models pkg/controller/podgc/gc_controller.go (v1.37).
 * Leaves out: the deletion of ended Pods beyond `--terminated-pod-gc-threshold`, 12,500 of them.
 */
const everyMs = 20_000;
const quarantineMs = 40_000;
const outOfService = 'node.kubernetes.io/out-of-service';

/** Since when the Pod's node is missing, as a look noticed it, ms. */
type Memory = { readonly missingSinceMs: number };

interface Observed {
  readonly pod: Pod;
  readonly node: Node | undefined;
  readonly nowMs: number;
  /** Absent until a look has noticed that the node is missing. */
  readonly missingSinceMs: number | undefined;
}

/** The first look after a moment. */
export const lookAfterMs = (ms: number): number => (Math.floor(ms / everyMs) + 1) * everyMs;

const isOrphan = ({ pod, node }: Observed): boolean => pod.spec.nodeName !== undefined && !node;
const isOutOfService = ({ node }: Observed): boolean =>
  !!node && !isNodeReady(node) && (node.spec.taints ?? []).some(({ key }) => key === outOfService);
const deletedAtMs = ({ pod }: Observed): number =>
  momentOf(pod.metadata.deletionTimestamp ?? '') - (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;

/** When the Pod is to be ended; undefined when it is not. */
function dueMs(o: Observed): number | undefined {
  if (isOrphan(o)) return o.missingSinceMs === undefined ? undefined : o.missingSinceMs + quarantineMs;
  if (!isTerminating(o.pod)) return undefined;
  return !o.pod.spec.nodeName || isOutOfService(o) ? lookAfterMs(deletedAtMs(o)) : undefined;
}

const isDue = (o: Observed): boolean => o.nowMs >= (dueMs(o) ?? Number.POSITIVE_INFINITY);

function end(pod: Pod, failed: Pod): Write[] {
  return [
    ...(hasEnded(pod)
      ? []
      : [
          {
            do: 'updateStatus',
            object: { ...failed, status: { ...failed.status, phase: 'Failed' } } as KubeObject,
          } as const,
        ]),
    { do: 'delete', object: pod, gracePeriodSeconds: 0 },
  ];
}

const disrupted = {
  type: 'DisruptionTarget',
  status: 'True',
  reason: 'DeletionByPodGC',
  message: 'PodGC: node no longer exists',
} as const;

export const podGcRules: readonly Rule<Observed>[] = [
  {
    name: 'nodeIsGoneForGood',
    state: 'collectingOrphan',
    holds: (o) => isOrphan(o) && isDue(o),
    writes: ({ pod, nowMs }) => end(pod, withPodCondition(pod, disrupted, nowMs)),
  },
  { name: 'nodeIsMissing', state: 'quarantine', holds: isOrphan },
  {
    name: 'podIsDeletedWithoutNode',
    state: 'collectingUnscheduled',
    holds: (o) => !o.pod.spec.nodeName && isDue(o),
    writes: ({ pod }) => end(pod, pod),
  },
  {
    name: 'podIsDeletedOnNodeOutOfService',
    state: 'collectingOutOfService',
    holds: isDue,
    writes: ({ pod }) => end(pod, pod),
  },
  { name: 'nextLookIsNotYet', state: 'waitingForLook', holds: (o) => dueMs(o) !== undefined },
  { name: 'nothingToCollect', state: 'idle', holds: () => true },
];

export const podGcMachine = machineOf('pod-gc', podGcRules);

const nodeOf = (reading: Reading, { spec }: Pod): Node | undefined =>
  spec.nodeName ? reading.get<Node>(keyFor('Node', '', spec.nodeName)) : undefined;

/** Whether a Pod may be one of those: cheap, for it is asked at each write. */
function mayBeCollected(pod: Pod, reading: Reading): boolean {
  if (isTerminating(pod) && !pod.spec.nodeName) return true;
  if (!pod.spec.nodeName) return false;
  const node = nodeOf(reading, pod);
  return !node || (isTerminating(pod) && isOutOfService({ node } as Observed));
}

export const podGcController: Controller = {
  name: 'pod-garbage-collector-controller',
  machine: 'pod-gc',
  kinds: ['Node', 'Pod'],
  delayMs: 5,
  concerns({ key, before, after }, reading) {
    if (kindOf(key) === 'Pod') return after && mayBeCollected(after as Pod, reading) ? [key] : [];
    const isNew = !before;
    const isOut = !!after && isOutOfService({ node: after } as Observed);
    return !after || isNew || isOut ? reading.podsOn(nameOf(key)).map(keyOf) : [];
  },
  sync(key, { reading, nowMs, state, memory, beliefs }: SyncContext): SyncResult {
    const pod = reading.get<Pod>(key);
    if (!pod) return { writes: [] };
    const node = nodeOf(reading, pod);
    const known = (memory as Memory | null)?.missingSinceMs;
    const base: Observed = { pod, node, nowMs, missingSinceMs: known };
    const isLook = nowMs % everyMs === 0;
    const missingSinceMs = isOrphan(base) ? (known ?? (isLook ? nowMs : undefined)) : undefined;
    const observed = { ...base, missingSinceMs };
    const result = decide(podGcMachine, podGcRules, state, observed, beliefs);
    const kept = missingSinceMs === undefined ? null : ({ missingSinceMs } satisfies Memory);
    const waits = result.state === 'quarantine' || result.state === 'waitingForLook';
    const nextMs = dueMs(observed) ?? lookAfterMs(nowMs);
    return { ...result, memory: kept, ...(waits && { againAfterMs: nextMs - nowMs }) };
  },
};
