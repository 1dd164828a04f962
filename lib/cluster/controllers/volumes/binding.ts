import type { ClaimRef, PersistentVolume, PersistentVolumeClaim, StorageClass } from '../../objects';
import type { Write } from '../controller';
import { isFor } from './matching';

/**
 * What is written when a claim and a volume come together. Models pkg/controller/volume/persistentvolume/pv_controller.go
 * bind, and a provisioner as an external one does its part (v1.37).
 */
export const bindCompleted = 'pv.kubernetes.io/bind-completed';
export const boundByController = 'pv.kubernetes.io/bound-by-controller';
export const provisionedBy = 'pv.kubernetes.io/provisioned-by';

const refTo = ({ apiVersion, kind, metadata }: PersistentVolumeClaim): ClaimRef => ({
  kind,
  namespace: metadata.namespace ?? '',
  name: metadata.name,
  uid: metadata.uid,
  apiVersion,
});

/** Binds both to each other: the volume first. */
export function bind(claim: PersistentVolumeClaim, volume: PersistentVolume): Write[] {
  const isOwn = isFor(volume, claim);
  const byController = { [boundByController]: 'yes' };
  const bound: PersistentVolume = {
    ...volume,
    metadata: {
      ...volume.metadata,
      annotations: { ...volume.metadata.annotations, ...(!isOwn && byController) },
    },
    spec: { ...volume.spec, claimRef: refTo(claim) },
  };
  const annotations = {
    ...claim.metadata.annotations,
    ...(!claim.spec.volumeName && byController),
    [bindCompleted]: 'yes',
  };
  const spec = { ...claim.spec, volumeName: volume.metadata.name };
  const status = {
    phase: 'Bound',
    accessModes: volume.spec.accessModes ?? claim.spec.accessModes,
    capacity: volume.spec.capacity,
  } as const;
  return [
    { do: 'update', object: bound },
    { do: 'updateStatus', object: { ...bound, status: { phase: 'Bound' } } as PersistentVolume },
    { do: 'update', object: { ...claim, metadata: { ...claim.metadata, annotations }, spec } },
    { do: 'updateStatus', object: { ...claim, status } },
  ];
}

/** Models the provisioner of a class: a volume of the size that was asked for, made for this claim. */
export function provision(claim: PersistentVolumeClaim, storageClass: StorageClass | undefined): Write[] {
  const name = `pvc-${claim.metadata.uid}`;
  const { provisioner = '', reclaimPolicy = 'Delete' } = storageClass ?? {};
  return [
    {
      do: 'create',
      object: {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name, annotations: { [provisionedBy]: provisioner } },
        spec: {
          capacity: { storage: claim.spec.resources.requests.storage ?? '1Gi' },
          accessModes: claim.spec.accessModes,
          claimRef: refTo(claim),
          storageClassName: claim.spec.storageClassName,
          persistentVolumeReclaimPolicy: reclaimPolicy,
          volumeMode: claim.spec.volumeMode,
          csi: { driver: provisioner, volumeHandle: name },
        },
      },
    },
  ];
}
