import { keyFor, kindOf, nameOf } from '../../keys';
import type { KubeObject, Node, Pod } from '../../objects';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { decide } from '../rules';
import { nodeLifecycleMachine, nodeLifecycleRules, say } from './node-lifecycle.machine';
import { isLook, type Memory, nextLookMs, Observed } from './observed';
import { isNodeReady } from './taints';

export { nodeLifecycleMachine, nodeLifecycleRules } from './node-lifecycle.machine';

/** A node that is gone is told by the next look. Its key says which one it was. */
function removed(key: string, uid: string, nowMs: number): SyncResult {
  if (!isLook(nowMs)) return { writes: [], againAfterMs: nextLookMs(nowMs) - nowMs };
  const name = nameOf(key);
  const on = { apiVersion: 'v1', kind: 'Node', metadata: { name, uid } } as KubeObject;
  return { writes: [say(on, 'RemovingNode', `Node ${name} event: Removing Node ${name} from Controller`)] };
}

/** Nodes that are lost: whether they are evicted from depends on the others. */
const lostNodes = (reading: Reading): string[] =>
  reading
    .list<Node>('Node')
    .filter((node) => !isNodeReady(node))
    .map(({ metadata }) => keyFor('Node', '', metadata.name));

export const nodeLifecycleController: Controller = {
  name: 'node-controller',
  machine: 'node-lifecycle',
  kinds: ['Node', 'Pod'],
  delayMs: 10,
  concerns({ key, before, after }, reading) {
    if (kindOf(key) === 'Pod') {
      const node = (after as Pod | undefined)?.spec.nodeName;
      if (!node || node === (before as Pod | undefined)?.spec.nodeName) return [];
      const nodeKey = keyFor('Node', '', node);
      const found = reading.get<Node>(nodeKey);
      return found && !isNodeReady(found) ? [nodeKey] : [];
    }
    const isSame = before && after && isNodeReady(before as Node) === isNodeReady(after as Node);
    const others = isSame ? [] : lostNodes(reading).filter((other) => other !== key);
    return [after ? key : `${key}#${before?.metadata.uid}`, ...others];
  },
  concernsSilence: (node) => [keyFor('Node', '', node)],
  sync(keyed, context: SyncContext): SyncResult {
    const [key = '', uid] = keyed.split('#');
    const { nowMs } = context;
    if (uid) return removed(key, uid, nowMs);
    const node = context.reading.get<Node>(key);
    if (!node) return { writes: [] };
    const observed = new Observed(node, context);
    const result = decide(nodeLifecycleMachine, nodeLifecycleRules, context.state, observed, context.beliefs);
    const isTold = result.state === 'registering';
    const memory: Memory = { isRegistered: observed.isRegistered || isTold };
    const { nextMs } = observed;
    const againAfterMs = isTold ? 0 : nextMs === undefined ? undefined : nextMs - nowMs;
    return { ...result, memory, ...(againAfterMs !== undefined && { againAfterMs }) };
  },
};
