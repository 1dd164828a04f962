import { keyOf, kindOf, ownerKeys } from '../../keys';
import type { KubeObject } from '../../objects';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { mayBeAdopted } from '../controller-ref';
import { decide } from '../rules';
import { Observed, type ReplicaOwner, selectorOf } from './observed';
import { replicasetMachine, replicasetRules } from './replicaset.machine';
import { withStatus } from './status';

/** Who might adopt a Pod that nobody manages. */
const selecting = (kind: string, pod: KubeObject, reading: Reading): string[] =>
  reading
    .list<ReplicaOwner>(kind)
    .filter(
      (owner) =>
        owner.metadata.namespace === pod.metadata.namespace &&
        selects(selectorOf(owner), pod.metadata.labels),
    )
    .map(keyOf);

/**
 * Which writes wake which owner, and what one sync does. The status goes first: it counts what was there before the
 * writes, and a refused creation adds its condition to it.
 * Models addPod, updatePod, deletePod and syncReplicaSet of pkg/controller/replicaset/replica_set.go;
 * pkg/controller/replication is the same controller under another name (v1.37).
 */
const controllerFor = (kind: ReplicaOwner['kind'], name: string): Controller => ({
  name,
  machine: 'replicaset',
  kinds: [kind, 'Pod'],
  // Before a Deployment: of a set that was scaled by hand the Pods are made before it is scaled back.
  delayMs: 9,
  concerns({ key, before, after }, reading) {
    if (kindOf(key) === kind) return [key];
    const owners = [...ownerKeys(kind, before), ...ownerKeys(kind, after)];
    return after && mayBeAdopted(before, after) ? [...owners, ...selecting(kind, after, reading)] : owners;
  },
  sync(key, { reading, nowMs, state, beliefs }: SyncContext): SyncResult {
    const owner = reading.get<ReplicaOwner>(key);
    if (!owner) return { writes: [] };
    const observed = new Observed(owner, reading, nowMs, beliefs);
    const result = decide(replicasetMachine, replicasetRules, state, observed, beliefs);
    const status = withStatus(observed);
    return {
      ...result,
      writes: [...(status ? [{ do: 'updateStatus' as const, object: status }] : []), ...result.writes],
      againAfterMs: observed.nextAvailableInMs,
    };
  },
});

export const replicasetController = controllerFor('ReplicaSet', 'replicaset-controller');
export const replicationController = controllerFor('ReplicationController', 'replication-controller');
