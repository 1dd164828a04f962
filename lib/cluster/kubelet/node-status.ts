import { healthyConditions } from '../beginnings';
import type { Write } from '../controllers/controller';
import type { Node, NodeCondition } from '../objects';

/** The Event by which a kubelet tells that a condition turned to good. */
const reasons: Readonly<Record<string, string>> = {
  MemoryPressure: 'NodeHasSufficientMemory',
  DiskPressure: 'NodeHasNoDiskPressure',
  PIDPressure: 'NodeHasSufficientPID',
  Ready: 'NodeReady',
};

/**
 * What a kubelet writes of its node when it can speak again, or has got a network: every condition as it should be, with an Event
 * for each that was not. Models pkg/kubelet/nodestatus/setters.go and kubelet_node_status.go recordNodeStatusEvent (v1.37).
 * Leaves out: the up to ten seconds until its next report.
 */
export function postStatus(node: Node, nowMs: number, hasNetwork = true): Write[] {
  const old = new Map(node.status.conditions.map((condition) => [condition.type, condition]));
  const conditions = healthyConditions(nowMs, hasNetwork).map((condition): NodeCondition => {
    const known = old.get(condition.type);
    return known?.status === condition.status
      ? { ...condition, lastTransitionTime: known.lastTransitionTime ?? condition.lastTransitionTime }
      : condition;
  });
  const types = new Set(conditions.map(({ type }) => type));
  const others = node.status.conditions.filter(({ type }) => !types.has(type));
  const changed = conditions.filter(({ type, status }) => old.get(type)?.status !== status);
  if (changed.length === 0) return [];
  const { name } = node.metadata;
  return [
    {
      do: 'updateStatus',
      object: { ...node, status: { ...node.status, conditions: [...others, ...conditions] } } as Node,
    },
    ...changed.map(({ type, status }): Write => {
      const reason = type === 'Ready' && status !== 'True' ? 'NodeNotReady' : (reasons[type] ?? type);
      const message = `Node ${name} status is now: ${reason}`;
      return { do: 'event', on: node, type: 'Normal', reason, message };
    }),
  ];
}
