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

/** Whether claims that name no class get this one. */
export const isDefault = ({ metadata }: StorageClass): boolean =>
  metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';

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

/** Whether the claim's wishes are met: class, mode, access modes, labels, size. */
export function satisfies(volume: PersistentVolume, { spec }: PersistentVolumeClaim): boolean {
  const { capacity, accessModes = [], storageClassName = '', volumeMode = 'Filesystem' } = volume.spec;
  return (
    storageClassName === (spec.storageClassName ?? '') &&
    volumeMode === (spec.volumeMode ?? 'Filesystem') &&
    spec.accessModes.every((mode) => accessModes.includes(mode)) &&
    (!spec.selector || selects(spec.selector, volume.metadata.labels)) &&
    sizeOf(capacity.storage) >= sizeOf(spec.resources.requests.storage)
  );
}

/** Whether a node may use the volume. */
export const isReachable = ({ spec }: PersistentVolume, node: Node): boolean =>
  !spec.nodeAffinity?.required || matchesSelector(spec.nodeAffinity.required, node);

/** The volume for a claim: the one that was made for it, else the smallest that nobody has. With a node: one that it may use. */
export function volumeFor(
  claim: PersistentVolumeClaim,
  volumes: readonly PersistentVolume[],
  node?: Node,
): PersistentVolume | undefined {
  const usable = volumes.filter(
    (volume) => !volume.metadata.deletionTimestamp && (!node || isReachable(volume, node)),
  );
  const own = usable.find((volume) => isFor(volume, claim) && satisfies(volume, claim));
  if (own) return own;
  const free = usable.filter(
    (volume) => !volume.spec.claimRef && volume.status.phase === 'Available' && satisfies(volume, claim),
  );
  const [smallest] = free.sort((a, b) => sizeOf(a.spec.capacity.storage) - sizeOf(b.spec.capacity.storage));
  return smallest;
}
