import { isSame } from '../../api/merge';
import type { Node, NodeCondition, Taint } from '../../objects';
import { timestamp } from '../../time';

/**
 * What the node controller says about a node by taints. Models pkg/controller/nodelifecycle
 * node_lifecycle_controller.go doNoScheduleTaintingPass, and controller/util/node SwapNodeControllerTaint (v1.37).
 */
const unschedulable = 'node.kubernetes.io/unschedulable';
export const notReady = 'node.kubernetes.io/not-ready';
export const unreachable = 'node.kubernetes.io/unreachable';

const taintOf: Readonly<Record<string, Partial<Record<NodeCondition['status'], string>>>> = {
  Ready: { False: notReady, Unknown: unreachable },
  MemoryPressure: { True: 'node.kubernetes.io/memory-pressure' },
  DiskPressure: { True: 'node.kubernetes.io/disk-pressure' },
  NetworkUnavailable: { True: 'node.kubernetes.io/network-unavailable' },
  PIDPressure: { True: 'node.kubernetes.io/pid-pressure' },
};
const ofConditions = new Set([
  unschedulable,
  ...Object.values(taintOf).flatMap((keys) => Object.values(keys)),
]);

export const readyOf = (node: Node): NodeCondition | undefined =>
  node.status.conditions.find(({ type }) => type === 'Ready');
export const isNodeReady = (node: Node): boolean => readyOf(node)?.status === 'True';

/** The node with these taints instead. */
const withTaints = (node: Node, taints: readonly Taint[]): Node => ({
  ...node,
  spec: { ...node.spec, taints: taints.length ? taints : undefined },
});

/** The node with the NoSchedule taints that its conditions and `unschedulable` ask for; undefined if it has them. */
export function withConditionTaints(node: Node, nowMs: number): Node | undefined {
  const taints = node.spec.taints ?? [];
  const wanted = new Set(node.status.conditions.flatMap(({ type, status }) => taintOf[type]?.[status] ?? []));
  if (node.spec.unschedulable) wanted.add(unschedulable);
  const isOurs = (taint: Taint) => taint.effect === 'NoSchedule' && ofConditions.has(taint.key);
  const kept = taints.filter((taint) => !isOurs(taint) || wanted.has(taint.key));
  const lacking = [...wanted].filter((key) => !kept.some((taint) => isOurs(taint) && taint.key === key));
  const added = lacking.map((key): Taint => ({ key, effect: 'NoSchedule', timeAdded: timestamp(nowMs) }));
  const result = [...kept, ...added];
  return isSame(result, taints) ? undefined : withTaints(node, result);
}

const isEviction = ({ key, effect }: Taint): boolean =>
  effect === 'NoExecute' && (key === notReady || key === unreachable);

/** The taints by which the node controller has Pods evicted: not-ready and unreachable, NoExecute. */
export const evictionTaints = (node: Node): readonly Taint[] => (node.spec.taints ?? []).filter(isEviction);

/** The node with one of them in place of the other, or with none. */
export const withEvictionTaint = (node: Node, key: string | undefined, nowMs: number): Node =>
  withTaints(node, [
    ...(node.spec.taints ?? []).filter((taint) => !isEviction(taint)),
    ...(key ? [{ key, effect: 'NoExecute', timeAdded: timestamp(nowMs) } as const] : []),
  ]);
