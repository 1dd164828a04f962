import type { KubeObject, Node, NodeCondition, Pod } from '../../objects';
import { timestamp } from '../../time';
import type { Write } from '../controller';
import { said } from '../controller-ref';
import { machineOf, type Rule } from '../rules';
import type { Observed } from './observed';
import { withConditionTaints, withEvictionTaint } from './taints';

/**
 * A node as the node controller sees it: it gives a silent node up, says so by conditions and taints, and takes the Pods
 * of a lost node out of service. What the taints do to the Pods is the taint-eviction controller's.
 * Models pkg/controller/nodelifecycle/node_lifecycle_controller.go (v1.37).
 * Leaves out: the startup grace of a node that never reported, `node.kubernetes.io/exclude-disruption`.
 */
const fromKubelet = ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'Ready'];

export const say = (
  on: KubeObject,
  reason: string,
  message: string,
  type: 'Normal' | 'Warning' = 'Normal',
): Write => said(on, type, reason, message);

/** Every condition that the kubelet used to report is Unknown from now on. */
function withUnknownConditions(node: Node, nowMs: number): Node {
  const lastTransitionTime = timestamp(nowMs);
  const known = node.status.conditions.map((condition): NodeCondition => {
    if (condition.status === 'Unknown' || !fromKubelet.includes(condition.type)) return condition;
    return {
      ...condition,
      status: 'Unknown',
      reason: 'NodeStatusUnknown',
      message: 'Kubelet stopped posting node status.',
      lastTransitionTime,
    };
  });
  const missing = fromKubelet
    .filter((type) => !known.some((condition) => condition.type === type))
    .map(
      (type): NodeCondition => ({
        type,
        status: 'Unknown',
        reason: 'NodeStatusNeverUpdated',
        message: 'Kubelet never posted node status.',
        lastTransitionTime,
      }),
    );
  return { ...node, status: { ...node.status, conditions: [...known, ...missing] } };
}

/** Only of a node that falls silent: while the kubelet itself says that it is not ready, its Pods stay as they are. */
const notReadyAnyMore = (pod: Pod, nowMs: number): Write[] => {
  const conditions = pod.status.conditions?.map((condition) =>
    condition.type === 'Ready'
      ? { ...condition, status: 'False' as const, lastTransitionTime: timestamp(nowMs) }
      : condition,
  );
  return [
    { do: 'updateStatus', object: { ...pod, status: { ...pod.status, conditions } } as Pod },
    say(pod, 'NodeNotReady', 'Node is not ready', 'Warning'),
  ];
};

const taint = (o: Observed, key: string | undefined): Write[] => [
  { do: 'update', object: withEvictionTaint(o.node, key, o.nowMs) },
];

const name = (o: Observed): string => o.node.metadata.name;

export const nodeLifecycleRules: readonly Rule<Observed>[] = [
  {
    name: 'conditionTaintsDiffer',
    state: 'tainting',
    holds: (o) => withConditionTaints(o.node, o.nowMs) !== undefined,
    writes: (o) => [{ do: 'update', object: withConditionTaints(o.node, o.nowMs) ?? o.node }],
  },
  {
    name: 'nodeIsNew',
    state: 'registering',
    holds: (o) => !o.isRegistered && o.nowMs >= o.seenAtMs,
    writes: (o) => [
      say(o.node, 'RegisteredNode', `Node ${name(o)} event: Registered Node ${name(o)} in Controller`),
    ],
  },
  {
    name: 'leaseHasExpired',
    state: 'markingUnreachable',
    holds: (o) => o.isLost && o.ready?.status !== 'Unknown',
    writes: (o) => [
      { do: 'updateStatus', object: withUnknownConditions(o.node, o.nowMs) },
      ...(o.ready?.status === 'True'
        ? [
            say(o.node, 'NodeNotReady', `Node ${name(o)} status is now: NodeNotReady`),
            ...o.readyPods.flatMap((pod) => notReadyAnyMore(pod, o.nowMs)),
          ]
        : []),
    ],
  },
  {
    name: 'lostNodeIsReadyAgain',
    state: 'endingEvictions',
    holds: (o) => o.ready?.status === 'True' && o.hasEvictionTaint && o.nowMs >= o.taintDueMs,
    writes: (o) => taint(o, undefined),
  },
  {
    name: 'everyNodeIsLost',
    state: 'fullDisruption',
    holds: (o) => o.wantedTaint !== undefined && o.isEveryNodeLost,
    writes: (o) => (o.hasEvictionTaint ? taint(o, undefined) : []),
  },
  {
    name: 'mostOfTheZoneIsLost',
    state: 'partialDisruption',
    holds: (o) => o.wantedTaint !== undefined && !o.hasWantedTaint && o.areEvictionsStopped,
  },
  {
    name: 'evictionIsDue',
    state: 'startingEvictions',
    holds: (o) => o.wantedTaint !== undefined && !o.hasWantedTaint && o.nowMs >= o.taintDueMs,
    writes: (o) => taint(o, o.wantedTaint),
  },
  {
    name: 'evictionIsNotDueYet',
    state: 'waitingToEvict',
    holds: (o) => o.wantedTaint !== undefined && !o.hasWantedTaint,
  },
  { name: 'nodeIsUnreachable', state: 'unreachable', holds: (o) => o.ready?.status === 'Unknown' },
  { name: 'nodeIsNotReady', state: 'notReady', holds: (o) => o.ready?.status === 'False' },
  { name: 'nodeIsSilent', state: 'waitingForLease', holds: (o) => o.lostAtMs !== undefined },
  { name: 'nodeIsHealthy', state: 'ready', holds: () => true },
];

export const nodeLifecycleMachine = machineOf('node-lifecycle', nodeLifecycleRules);
