import { isSame } from '../../api/merge';
import { kindOf } from '../../keys';
import type { KubeObject, Node, Pod } from '../../objects';
import { claimKeysOf, hasEnded } from '../../pods';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { decide } from '../rules';
import { Observed, schedulerMachine, schedulerRules } from './scheduler.machine';

export { judge, type Verdict } from './placement';
export { snapshotOf } from './plugin';
export { schedulerMachine, schedulerRules } from './scheduler.machine';

/** Pods that were told that no node fits, and wish for something that this may bring about. */
const waiting = (reading: Reading, may: (pod: Pod) => boolean = () => true): string[] =>
  [...reading.unschedulablePods()].filter((key) => {
    const pod = reading.get<Pod>(key);
    return pod && may(pod);
  });

const looksAtPods = ({ spec }: Pod): boolean =>
  !!spec.affinity?.podAffinity ||
  !!spec.affinity?.podAntiAffinity ||
  !!spec.topologySpreadConstraints?.length;

/** A Pod that waits is asked for when what it wants changes, not when it is told that it must wait. */
function forWaiting(key: string, before: Pod | undefined, after: Pod): string[] {
  const isOnlyTold = before?.spec === after.spec && isSame(before.metadata.labels, after.metadata.labels);
  return isOnlyTold ? [] : [key];
}

function forPod(key: string, before: Pod | undefined, after: Pod | undefined, reading: Reading): string[] {
  if (after && !after.spec.nodeName) return forWaiting(key, before, after);
  if (!after) return before?.spec.nodeName ? waiting(reading) : [];
  if (hasEnded(after) && before && !hasEnded(before)) return waiting(reading);
  const isMoved =
    !before?.spec.nodeName ||
    before.metadata.labels !== after.metadata.labels ||
    before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp;
  return isMoved ? waiting(reading, looksAtPods) : [];
}

/** What the scheduler reads of a node. */
const readOf = ({ metadata, spec, status }: Node) => [metadata.labels, spec, status.allocatable];

function forVolumes(key: string, before: KubeObject | undefined, reading: Reading): string[] {
  const isClaim = kindOf(key) === 'PersistentVolumeClaim';
  if (!isClaim && before) return [];
  return [...reading.unboundPods()].filter((podKey) => {
    const claims = claimKeysOf(reading.get<Pod>(podKey) as Pod);
    return isClaim ? claims.includes(key) : claims.length > 0;
  });
}

export const scheduler: Controller = {
  name: 'default-scheduler',
  machine: 'scheduler',
  kinds: ['Pod', 'Node', 'PersistentVolumeClaim', 'PersistentVolume', 'StorageClass'],
  delayMs: 8,
  concerns({ key, before, after }, reading) {
    switch (kindOf(key)) {
      case 'Pod':
        return forPod(key, before as Pod | undefined, after as Pod | undefined, reading);
      case 'Node':
        if (!after || (before && isSame(readOf(before as Node), readOf(after as Node)))) return [];
        return waiting(reading);
      default:
        return forVolumes(key, before, reading);
    }
  },
  sync(key, { reading, nowMs, chance, state, beliefs }: SyncContext): SyncResult {
    const pod = reading.get<Pod>(key);
    if (!pod) return { writes: [] };
    const observed = new Observed(pod, reading, nowMs, chance, beliefs);
    return decide(schedulerMachine, schedulerRules, state, observed, beliefs);
  },
};
