import type { Node, PersistentVolume, PersistentVolumeClaim, StorageClass } from '../../objects';
import { quantity } from '../../quantity';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import { matchesSelector } from '../scheduler/node-affinity';

/**
 * Which volume is for which claim. Models component-helpers storage/volume pv_helpers.go FindMatchingVolume, IsVolumeBoundToClaim
 * and pkg/controller/volume/persistentvolume/index.go (v1.37).
 */
export const noProvisioner = 'kubernetes.io/no-provisioner';
export const selectedNode = 'volume.kubernetes.io/selected-node';

export const classOf = (reading: Reading, claim: PersistentVolumeClaim): StorageClass | undefined =>
  claim.spec.storageClassName
    ? reading.find<StorageClass>('StorageClass', '', claim.spec.storageClassName)
    : undefined;

export const waitsForConsumer = (storageClass: StorageClass | undefined): boolean =>
  storageClass?.volumeBindingMode === 'WaitForFirstConsumer';

/** Whether the volume says that it is for this claim: by name, and by uid once it is bound. */
export function isFor(
  { spec: { claimRef } }: PersistentVolume,
  { metadata }: PersistentVolumeClaim,
): boolean {
  if (!claimRef || claimRef.name !== metadata.name || claimRef.namespace !== metadata.namespace) return false;
  return claimRef.uid === undefined || claimRef.uid === metadata.uid;
}

const sizeOf = (storage: string | undefined): number => quantity(storage);

/** How a volume can be another one than a claim asks for, in the words of checkVolumeSatisfyClaim and in its order. */
const misfits: readonly (readonly [
  string,
  (volume: PersistentVolume, claim: PersistentVolumeClaim) => boolean,
])[] = [
  [
    'requested PV is too small',
    (volume, { spec }) => sizeOf(volume.spec.capacity.storage) < sizeOf(spec.resources.requests.storage),
  ],
  [
    'storageClassName does not match',
    (volume, { spec }) => (volume.spec.storageClassName ?? '') !== (spec.storageClassName ?? ''),
  ],
  [
    'volumeAttributesClassName does not match',
    (volume, { spec }) =>
      (volume.spec.volumeAttributesClassName ?? '') !== (spec.volumeAttributesClassName ?? ''),
  ],
  [
    'incompatible volumeMode',
    (volume, { spec }) => (volume.spec.volumeMode ?? 'Filesystem') !== (spec.volumeMode ?? 'Filesystem'),
  ],
  [
    'incompatible accessMode',
    (volume, { spec }) => !spec.accessModes.every((mode) => volume.spec.accessModes?.includes(mode)),
  ],
];

/** Why a volume can't be the claim's, who names it or not; undefined if it can. */
export const misfitOf = (volume: PersistentVolume, claim: PersistentVolumeClaim): string | undefined =>
  volume.metadata.deletionTimestamp === undefined
    ? misfits.find(([, isSo]) => isSo(volume, claim))?.[0]
    : `the volume is marked for deletion ${JSON.stringify(volume.metadata.name)}`;

/** Whether a volume that was made for the claim can be its: neither the class nor labels count then. */
const isFitForOwn = (volume: PersistentVolume, claim: PersistentVolumeClaim): boolean => {
  const misfit = misfitOf(volume, {
    ...claim,
    spec: { ...claim.spec, storageClassName: volume.spec.storageClassName },
  });
  return misfit === undefined;
};

/** Whether a node may use the volume. */
export const isReachable = ({ spec }: PersistentVolume, node: Node): boolean =>
  !spec.nodeAffinity?.required || matchesSelector(spec.nodeAffinity.required, node);

/**
 * The volume for a claim: the one that was made for it, else the smallest that nobody has. Volumes with fewer access modes come
 * before all others, but for the scheduler, which asks for one that its node may use.
 */
export function volumeFor(
  claim: PersistentVolumeClaim,
  volumes: readonly PersistentVolume[],
  node?: Node,
): PersistentVolume | undefined {
  const isOwn = (volume: PersistentVolume) => isFor(volume, claim);
  const isFree = (volume: PersistentVolume) =>
    !volume.spec.claimRef &&
    volume.status.phase === 'Available' &&
    misfitOf(volume, claim) === undefined &&
    (!claim.spec.selector || selects(claim.spec.selector, volume.metadata.labels)) &&
    (!node || isReachable(volume, node));
  const modes = ({ spec }: PersistentVolume) => (node ? 0 : (spec.accessModes?.length ?? 0));
  const [best] = volumes
    .filter((volume) => (isOwn(volume) ? isFitForOwn(volume, claim) : isFree(volume)))
    .sort(
      (a, b) =>
        modes(a) - modes(b) ||
        Number(isOwn(b)) - Number(isOwn(a)) ||
        sizeOf(a.spec.capacity.storage) - sizeOf(b.spec.capacity.storage),
    );
  return best && (!node || isReachable(best, node)) ? best : undefined;
}
