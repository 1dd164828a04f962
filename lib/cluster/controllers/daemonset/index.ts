import { isSame } from '../../api/merge';
import { type Beliefs, noBeliefs } from '../../belief';
import { keyOf, kindOf, ownerKeys } from '../../keys';
import type { DaemonSet, KubeObject, Node, Pod } from '../../objects';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { managedBy, mayBeAdopted } from '../controller-ref';
import { decide } from '../rules';
import { type BackOffs, lengthened } from './back-off';
import { daemonsetMachine, daemonsetRules } from './daemonset.machine';
import { endedPods, heldBackPods } from './manage';
import { Observed } from './observed';
import { placementIn } from './placement';
import { withStatus } from './status';

const kind = 'DaemonSet';

/** Sets that might adopt a Pod or a revision that nobody manages. */
const selecting = ({ metadata }: KubeObject, reading: Reading): string[] =>
  reading
    .list<DaemonSet>(kind)
    .filter(
      (set) => set.metadata.namespace === metadata.namespace && selects(set.spec.selector, metadata.labels),
    )
    .map(keyOf);

/** A node that joined wakes the sets that want to run there. Source: addNode. */
const wantedOn = (node: Node, reading: Reading, beliefs: Beliefs): string[] =>
  reading
    .list<DaemonSet>(kind)
    .filter((set) => placementIn(set, beliefs)(node).shouldRun)
    .map(keyOf);

/**
 * A node whose labels or taints changed wakes the sets that lack a Pod there, or have one too many, or say that some are
 * misscheduled. So a Pod that only a new NoSchedule taint makes misscheduled is not counted until something else wakes its
 * set. Source: updateNode, shouldIgnoreNodeUpdate, syncNodeUpdate.
 */
function changedOn(before: Node, after: Node, reading: Reading, beliefs: Beliefs): string[] {
  if (
    isSame(before.metadata.labels ?? {}, after.metadata.labels ?? {}) &&
    isSame(before.spec.taints ?? [], after.spec.taints ?? [])
  )
    return [];
  const { name } = after.metadata;
  const isConcerned = (set: DaemonSet): boolean => {
    const { shouldRun, shouldContinue } = placementIn(set, beliefs)(after);
    const isThere = managedBy<Pod>(reading, set, 'Pod').some(({ spec }) => spec.nodeName === name);
    return isThere ? !shouldContinue || set.status.numberMisscheduled > 0 : shouldRun;
  };
  return reading.list<DaemonSet>(kind).filter(isConcerned).map(keyOf);
}

/** Models the event handlers and syncDaemonSet of pkg/controller/daemon/daemon_controller.go (v1.37). A node that leaves wakes nobody. */
export const daemonsetController: Controller = {
  name: 'daemonset-controller',
  machine: 'daemonset',
  kinds: [kind, 'Pod', 'ControllerRevision', 'Node'],
  // Before the taint eviction, which writes a condition first: of a NoExecute taint both say that they delete the Pod.
  delayMs: 6,
  concerns({ key, before, after }, reading, beliefs = noBeliefs) {
    if (kindOf(key) === kind) return [key];
    if (kindOf(key) === 'Node') {
      if (!after) return [];
      return before
        ? changedOn(before as Node, after as Node, reading, beliefs)
        : wantedOn(after as Node, reading, beliefs);
    }
    const owners = [...ownerKeys(kind, before), ...ownerKeys(kind, after)];
    return after && mayBeAdopted(before, after) ? [...owners, ...selecting(after, reading)] : owners;
  },
  sync(key, { reading, nowMs, state, memory, beliefs }: SyncContext): SyncResult {
    const set = reading.get<DaemonSet>(key);
    if (!set) return { writes: [] };
    const backOffs = (memory ?? {}) as BackOffs;
    const observed = new Observed(set, reading, nowMs, backOffs, beliefs);
    const result = decide(daemonsetMachine, daemonsetRules, state, observed, beliefs);
    const isKnown = observed.currentRevision !== undefined && result.state !== 'beingDeleted';
    const status = isKnown ? withStatus(observed) : undefined;
    const ended = result.rule === 'podHasEnded' ? endedPods(observed) : [];
    const nodes = ended.filter(({ pod }) => pod.status.phase === 'Failed').map(({ node }) => node);
    const again = [observed.nextLookInMs, ...heldBackPods(observed).map(({ delayMs }) => delayMs)];
    const delays = again.filter((ms): ms is number => ms !== undefined);
    return {
      ...result,
      writes: [...result.writes, ...(status ? [{ do: 'updateStatus' as const, object: status }] : [])],
      ...(nodes.length > 0 && {
        memory: lengthened(backOffs, nodes, set.status.observedGeneration ?? 0, nowMs),
      }),
      ...(delays.length > 0 && { againAfterMs: Math.min(...delays) }),
    };
  },
};
