import { isTerminating, kindOf, namespaceOf } from '../keys';
import type { KubeObject, PersistentVolumeClaim, Pod, StorageClass } from '../objects';
import { claimKeysOf, hasEnded } from '../pods';
import type { Reading } from '../store';
import type { Controller, SyncContext, SyncResult, Write } from './controller';
import { decide, machineOf, type Rule } from './rules';
import { selectedNode } from './volumes/matching';

/**
 * Binds a claim to a volume made for it, and lets a claim go once no Pod uses it any more.
 * Models pkg/controller/volume/persistentvolume/pv_controller.go and pvc_protection_controller.go (v1.37); the provisioner
 * is one that always succeeds. Leaves out: matching of volumes made by hand, reclaim policies, resizing.
 */
interface Observed {
  readonly claim: PersistentVolumeClaim;
  readonly storageClass: StorageClass | undefined;
  readonly isUsed: boolean;
}

const protection = 'kubernetes.io/pvc-protection';

const waitsForConsumer = ({ claim, storageClass }: Observed): boolean =>
  storageClass?.volumeBindingMode === 'WaitForFirstConsumer' &&
  claim.metadata.annotations?.[selectedNode] === undefined;

const say = (on: KubeObject, reason: string, message: string): Write => ({
  do: 'event',
  on,
  type: 'Normal',
  reason,
  message,
});

function bind({ claim }: Observed): Write[] {
  const name = `pvc-${claim.metadata.uid}`;
  const capacity = { storage: claim.spec.resources.requests.storage ?? '1Gi' };
  const claimRef = {
    kind: 'PersistentVolumeClaim',
    apiVersion: 'v1',
    namespace: claim.metadata.namespace ?? '',
    name: claim.metadata.name,
    uid: claim.metadata.uid,
  };
  return [
    {
      do: 'create',
      object: {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name },
        spec: {
          capacity,
          accessModes: claim.spec.accessModes,
          claimRef,
          storageClassName: claim.spec.storageClassName,
          persistentVolumeReclaimPolicy: 'Delete',
        },
      },
    },
    { do: 'update', object: { ...claim, spec: { ...claim.spec, volumeName: name } } },
  ];
}

const rules: readonly Rule<Observed>[] = [
  {
    name: 'deletedClaimIsUnused',
    state: 'releasing',
    holds: ({ claim, isUsed }) => isTerminating(claim) && !isUsed,
    writes: ({ claim }) => [
      {
        do: 'update',
        object: {
          ...claim,
          metadata: {
            ...claim.metadata,
            finalizers: claim.metadata.finalizers?.filter((f) => f !== protection),
          },
        },
      },
    ],
  },
  { name: 'deletedClaimIsUsed', state: 'inUse', holds: ({ claim }) => isTerminating(claim) },
  {
    name: 'volumeIsChosen',
    state: 'bound',
    holds: ({ claim }) => claim.spec.volumeName !== undefined,
    writes: ({ claim }) =>
      claim.status.phase === 'Bound'
        ? []
        : [
            {
              do: 'updateStatus',
              object: {
                ...claim,
                status: {
                  phase: 'Bound',
                  accessModes: claim.spec.accessModes,
                  capacity: claim.spec.resources.requests,
                },
              },
            },
          ],
  },
  {
    name: 'storageClassIsMissing',
    state: 'waitingForStorageClass',
    holds: ({ storageClass }) => !storageClass,
  },
  {
    name: 'noPodUsesItYet',
    state: 'waitingForFirstConsumer',
    holds: waitsForConsumer,
    writes: ({ claim }) => [
      say(claim, 'WaitForFirstConsumer', 'waiting for first consumer to be created before binding'),
    ],
  },
  { name: 'nodeIsChosen', state: 'provisioning', holds: () => true, writes: bind },
];

export const persistentvolumeMachine = machineOf('persistentvolume', rules);

const isUsed = (reading: Reading, key: string): boolean =>
  reading
    .list<Pod>('Pod')
    .some(
      (pod) =>
        pod.metadata.namespace === namespaceOf(key) &&
        pod.status.phase !== 'Succeeded' &&
        pod.status.phase !== 'Failed' &&
        claimKeysOf(pod).includes(key),
    );

export const persistentvolumeController: Controller = {
  name: 'persistentvolume-controller',
  machine: 'persistentvolume',
  kinds: ['PersistentVolumeClaim', 'Pod'],
  delayMs: 4,
  concerns({ key, before, after }, reading) {
    if (kindOf(key) !== 'Pod') return [key];
    if (after && !hasEnded(after as Pod)) return [];
    return claimKeysOf((after ?? before) as Pod).filter((claim) => {
      const found = reading.get(claim);
      return found && isTerminating(found);
    });
  },
  sync(key, { reading, state }: SyncContext): SyncResult {
    const claim = reading.get<PersistentVolumeClaim>(key);
    if (!claim) return { writes: [] };
    const storageClass = reading.find<StorageClass>('StorageClass', '', claim.spec.storageClassName ?? '');
    return decide(persistentvolumeMachine, rules, state, {
      claim,
      storageClass,
      isUsed: isTerminating(claim) && isUsed(reading, key),
    });
  },
};
