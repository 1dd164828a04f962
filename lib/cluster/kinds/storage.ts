import type { PersistentVolume, PersistentVolumeClaim, StorageClass } from '../objects';
import { defineKind } from './kind';

/** Kept by a finalizer while a Pod uses it. Source: plugin/pkg/admission/storage/storageobjectinuseprotection. */
export const claim = defineKind<PersistentVolumeClaim>({
  kind: 'PersistentVolumeClaim',
  apiVersion: 'v1',
  plural: 'persistentvolumeclaims',
  finalizers: ['kubernetes.io/pvc-protection'],
  defaulted: (object) => ({
    ...object,
    spec: { volumeMode: 'Filesystem', ...object.spec },
    status: object.status ?? { phase: 'Pending' },
  }),
});

export const volume = defineKind<PersistentVolume>({
  kind: 'PersistentVolume',
  apiVersion: 'v1',
  plural: 'persistentvolumes',
  namespaced: false,
});
export const storageclass = defineKind<StorageClass>({
  kind: 'StorageClass',
  apiVersion: 'storage.k8s.io/v1',
  plural: 'storageclasses',
  namespaced: false,
  hasStatus: false,
});
