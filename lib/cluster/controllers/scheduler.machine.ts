import type { Chance } from '../chance';
import { controllerOf, isTerminating, kindOf } from '../keys';
import type { StorageClass } from '../kinds/storage';
import { allocatableOf, type NodeUse, requestOf } from '../node-use';
import type { Node, PersistentVolumeClaim, Pod } from '../objects';
import { claimKeysOf } from '../pods';
import type { Reading } from '../store';
import type { Controller, SyncContext, SyncResult, Write } from './controller';
import { selectedNode } from './persistentvolume.machine';
import { decide, machineOf, type Rule } from './rules';
import { matchesNode, nodeAffinityRefusal } from './scheduler/node-affinity';

/**
 * Chooses a node for a Pod: filters, scores, binds. Models pkg/scheduler/schedule_one.go and its default plugins (v1.37):
 * NodeUnschedulable, TaintToleration, NodeAffinity (what it requires), NodeResourcesFit, VolumeBinding, and a spread of
 * the Pods of one owner. Leaves out, so far: affinity between Pods, topology spread constraints, preemption.
 */
interface Observed {
  readonly pod: Pod;
  readonly verdicts: readonly { readonly node: Node; readonly refusal?: string }[];
  readonly claims: readonly (PersistentVolumeClaim | undefined)[];
  readonly waitingClaims: readonly PersistentVolumeClaim[];
  readonly chosen: string | undefined;
}

const tolerates = (pod: Pod, taint: { key: string; value?: string; effect: string }): boolean =>
  (pod.spec.tolerations ?? []).some(
    (t) =>
      (t.effect === undefined || t.effect === taint.effect) &&
      (t.key === undefined || t.key === taint.key) &&
      (t.operator === 'Exists' || (t.value ?? '') === (taint.value ?? '')),
  );

function refusal(pod: Pod, node: Node, use: Readonly<NodeUse>): string | undefined {
  if (
    node.spec.unschedulable &&
    !tolerates(pod, { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' })
  )
    return 'node(s) were unschedulable';
  if ((node.spec.taints ?? []).some((taint) => taint.effect !== 'PreferNoSchedule' && !tolerates(pod, taint)))
    return 'node(s) had untolerated taint(s)';
  if (!matchesNode(pod, node)) return nodeAffinityRefusal;
  const allocatable = allocatableOf(node);
  const { requested } = requestOf(pod.spec);
  if (use.pods + 1 > allocatable.pods) return 'Too many pods';
  if (use.requested.cpu + requested.cpu > allocatable.cpu) return 'Insufficient cpu';
  if (use.requested.memory + requested.memory > allocatable.memory) return 'Insufficient memory';
  return undefined;
}

/** Higher is better: first few Pods of the same owner, then least allocated. Equal nodes are drawn by chance. */
function score(owner: string | undefined, node: Node, use: Readonly<NodeUse>): number {
  const siblings = owner ? (use.siblings.get(owner) ?? 0) : 0;
  const allocatable = allocatableOf(node);
  const free = (what: 'cpu' | 'memory') => Math.max(0, 1 - use.scored[what] / allocatable[what]);
  return (free('cpu') + free('memory')) / 2 - siblings;
}

function choose(reading: Reading, pod: Pod, chance: Chance): Pick<Observed, 'verdicts' | 'chosen'> {
  const verdicts: { node: Node; refusal?: string }[] = [];
  let best: string[] = [];
  let bestScore = Number.NEGATIVE_INFINITY;
  const owner = controllerOf(pod.metadata)?.uid;
  for (const node of reading.list<Node>('Node')) {
    const use = reading.loadOf(node.metadata.name);
    const refused = refusal(pod, node, use);
    verdicts.push(refused ? { node, refusal: refused } : { node });
    if (refused) continue;
    const points = score(owner, node, use);
    if (points > bestScore) best = [];
    if (points >= bestScore) best.push(node.metadata.name);
    bestScore = Math.max(points, bestScore);
  }
  return { verdicts, chosen: best.length > 1 ? best[chance.between(0, best.length - 1)] : best[0] };
}

/** Refusals that would end if other Pods went: there, preemption looked for victims. It finds none, for no Pod has a priority. */
const needsRoom = /^(Insufficient|Too many)/;

const counted = (reasons: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, n]) => `${n} ${reason}`)
    .sort()
    .join(', ');
};

/** Why no node fits, in the scheduler's words. Source: pkg/scheduler/framework/types.go FitError. */
function failure({ verdicts }: Observed): string {
  if (verdicts.length === 0) return 'no nodes available to schedule pods';
  const reasons = verdicts.flatMap(({ refusal: reason }) => reason ?? []);
  const victims = reasons.map((reason) =>
    needsRoom.test(reason)
      ? 'No preemption victims found for incoming pod'
      : 'Preemption is not helpful for scheduling',
  );
  const nodes = `0/${verdicts.length} nodes are available`;
  return `${nodes}: ${counted(reasons)}. preemption: ${nodes}: ${counted(victims)}.`;
}

const unschedulable = (pod: Pod, message: string): Write[] => {
  const told = pod.status.conditions?.find((c) => c.type === 'PodScheduled');
  if (told?.message === message) return [];
  const condition = { type: 'PodScheduled', status: 'False' as const, reason: 'Unschedulable', message };
  const others = (pod.status.conditions ?? []).filter((c) => c.type !== 'PodScheduled');
  return [
    { do: 'event', on: pod, type: 'Warning', reason: 'FailedScheduling', message },
    { do: 'updateStatus', object: { ...pod, status: { ...pod.status, conditions: [...others, condition] } } },
  ];
};

const missingClaim = ({ pod, claims }: Observed): string | false => {
  const i = claims.findIndex((claim) => !claim);
  return claimKeysOf(pod)[i] ?? false;
};

const rules: readonly Rule<Observed>[] = [
  {
    name: 'isBoundOrGoing',
    state: 'done',
    holds: ({ pod }) => pod.spec.nodeName !== undefined || isTerminating(pod),
  },
  {
    name: 'claimIsMissing',
    state: 'unschedulable',
    holds: missingClaim,
    writes: (o) =>
      unschedulable(o.pod, `persistentvolumeclaim "${String(missingClaim(o)).split('/').at(-1)}" not found`),
  },
  {
    name: 'noNodeFits',
    state: 'unschedulable',
    holds: ({ chosen }) => !chosen,
    writes: (o) => unschedulable(o.pod, failure(o)),
  },
  {
    name: 'claimWaitsForNode',
    state: 'reservingVolumes',
    holds: ({ waitingClaims }) =>
      waitingClaims.some((claim) => claim.metadata.annotations?.[selectedNode] === undefined),
    writes: ({ waitingClaims, chosen }) =>
      waitingClaims
        .filter((claim) => claim.metadata.annotations?.[selectedNode] === undefined)
        .map((claim) => ({
          do: 'update',
          object: {
            ...claim,
            metadata: {
              ...claim.metadata,
              annotations: { ...claim.metadata.annotations, [selectedNode]: chosen ?? '' },
            },
          },
        })),
  },
  {
    name: 'volumeIsNotBound',
    state: 'waitingForVolumes',
    holds: ({ claims }) => claims.some((claim) => claim?.status.phase !== 'Bound'),
  },
  {
    name: 'nodeFits',
    state: 'binding',
    holds: () => true,
    writes: ({ pod, chosen }) => [
      { do: 'bind', object: pod, node: chosen ?? '' },
      {
        do: 'event',
        on: pod,
        type: 'Normal',
        reason: 'Scheduled',
        message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${chosen}`,
      },
    ],
  },
];

export const schedulerMachine = machineOf('scheduler', rules);

function observe(pod: Pod, { reading, chance }: SyncContext): Observed {
  if (pod.spec.nodeName || isTerminating(pod))
    return { pod, verdicts: [], claims: [], waitingClaims: [], chosen: undefined };
  const claims = claimKeysOf(pod).map((key) => reading.get<PersistentVolumeClaim>(key));
  const waitingClaims = claims.filter((claim): claim is PersistentVolumeClaim => {
    const storageClass =
      claim && reading.find<StorageClass>('StorageClass', '', claim.spec.storageClassName ?? '');
    return (
      !!claim &&
      claim.status.phase === 'Pending' &&
      storageClass?.volumeBindingMode === 'WaitForFirstConsumer'
    );
  });
  const reserved = claims
    .map((claim) => claim?.metadata.annotations?.[selectedNode])
    .find((node) => node !== undefined);
  const choice = choose(reading, pod, chance);
  const isStillPossible = choice.verdicts.some(
    ({ node, refusal: refused }) => node.metadata.name === reserved && !refused,
  );
  return {
    pod,
    claims,
    waitingClaims,
    verdicts: choice.verdicts,
    chosen: isStillPossible && waitingClaims.length > 0 ? reserved : choice.chosen,
  };
}

export const scheduler: Controller = {
  name: 'default-scheduler',
  machine: 'scheduler',
  kinds: ['Pod', 'Node', 'PersistentVolumeClaim'],
  delayMs: 8,
  concerns({ key, after }, reading) {
    if (kindOf(key) === 'Pod') {
      const pod = after as Pod | undefined;
      if (pod) return pod.spec.nodeName ? [] : [key];
    }
    // A node, a claim or a Pod that went may make room: ask for every Pod that waits.
    return [...reading.unboundPods()];
  },
  sync(key, context: SyncContext): SyncResult {
    const pod = context.reading.get<Pod>(key);
    if (!pod) return { writes: [] };
    return decide(schedulerMachine, rules, context.state, observe(pod, context));
  },
};
