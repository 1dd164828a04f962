import { isSame } from '../../api/merge';
import { controllerOf, keyFor, keyOf, kindOf } from '../../keys';
import type { KubeObject } from '../../objects';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { decide } from '../rules';
import { Observed, type ReplicaOwner, selectorOf } from './observed';
import { replicasetMachine, replicasetRules } from './replicaset.machine';
import { withStatus } from './status';

const ownerKey = (kind: string, object: KubeObject | undefined): string[] => {
  const owner = object && controllerOf(object.metadata);
  return owner?.kind === kind ? [keyFor(kind, object?.metadata.namespace ?? '', owner.name)] : [];
};

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
    const owners = [...ownerKey(kind, before), ...ownerKey(kind, after)];
    if (!after || controllerOf(after.metadata)) return owners;
    const isNews =
      !before ||
      controllerOf(before.metadata) !== undefined ||
      !isSame(before.metadata.labels, after.metadata.labels);
    return isNews ? [...owners, ...selecting(kind, after, reading)] : owners;
  },
  sync(key, { reading, nowMs, state }: SyncContext): SyncResult {
    const owner = reading.get<ReplicaOwner>(key);
    if (!owner) return { writes: [] };
    const observed = new Observed(owner, reading, nowMs);
    const result = decide(replicasetMachine, replicasetRules, state, observed);
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
