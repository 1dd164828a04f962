import { isDefaultClass } from '../../cluster/api/default-class';
import type {
  PersistentVolume,
  PersistentVolumeClaim,
  PriorityClass,
  StorageClass,
} from '../../cluster/objects';
import { ageColumn, type ColumnOf, columnsFor, nameColumn } from './column';

const modes: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

/** `RWO,ROX`, in this order. Source: pkg/apis/core/v1/helper GetAccessModesAsString. */
export const accessModes = (all: readonly string[] | undefined): string =>
  Object.entries(modes)
    .filter(([mode]) => all?.includes(mode))
    .map(([, short]) => short)
    .join(',');

export const storage: Readonly<Record<string, readonly ColumnOf[]>> = {
  PersistentVolumeClaim: [
    nameColumn,
    ...columnsFor<PersistentVolumeClaim>([
      {
        name: 'Status',
        of: ({ status, metadata }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? '')),
      },
      { name: 'Volume', of: ({ spec }) => spec.volumeName ?? '' },
      {
        name: 'Capacity',
        of: ({ spec, status }) => (spec.volumeName ? (status?.capacity?.storage ?? '0') : ''),
      },
      {
        name: 'Access Modes',
        of: ({ spec, status }) => (spec.volumeName ? accessModes(status?.accessModes) : ''),
      },
      { name: 'StorageClass', of: ({ spec }) => spec.storageClassName ?? '' },
      {
        name: 'VolumeAttributesClass',
        of: ({ spec }) =>
          (spec as { readonly volumeAttributesClassName?: string }).volumeAttributesClassName ?? '<unset>',
      },
    ]),
    ageColumn,
    ...columnsFor<PersistentVolumeClaim>([
      { name: 'VolumeMode', isWide: true, of: ({ spec }) => spec.volumeMode ?? '<unset>' },
    ]),
  ],
  PersistentVolume: [
    nameColumn,
    ...columnsFor<PersistentVolume>([
      { name: 'Capacity', of: ({ spec }) => spec.capacity?.storage ?? '' },
      { name: 'Access Modes', of: ({ spec }) => accessModes(spec.accessModes) },
      { name: 'Reclaim Policy', of: ({ spec }) => spec.persistentVolumeReclaimPolicy ?? '' },
      {
        name: 'Status',
        of: ({ status, metadata }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? '')),
      },
      {
        name: 'Claim',
        of: ({ spec: { claimRef } }) => (claimRef ? `${claimRef.namespace}/${claimRef.name}` : ''),
      },
      { name: 'StorageClass', of: ({ spec }) => spec.storageClassName ?? '' },
      {
        name: 'VolumeAttributesClass',
        of: ({ spec }) =>
          (spec as { readonly volumeAttributesClassName?: string }).volumeAttributesClassName ?? '<unset>',
      },
      { name: 'Reason', of: ({ status }) => status?.reason ?? '' },
    ]),
    ageColumn,
    ...columnsFor<PersistentVolume>([
      { name: 'VolumeMode', isWide: true, of: ({ spec }) => spec.volumeMode ?? '<unset>' },
    ]),
  ],
  StorageClass: [
    ...columnsFor<StorageClass>([
      { name: 'Name', of: (object) => object.metadata.name + (isDefaultClass(object) ? ' (default)' : '') },
      { name: 'Provisioner', of: ({ provisioner }) => provisioner },
      { name: 'ReclaimPolicy', of: ({ reclaimPolicy }) => reclaimPolicy ?? 'Delete' },
      { name: 'VolumeBindingMode', of: ({ volumeBindingMode }) => volumeBindingMode ?? 'Immediate' },
      {
        name: 'AllowVolumeExpansion',
        of: ({ allowVolumeExpansion }) => String(allowVolumeExpansion ?? false),
      },
    ]),
    ageColumn,
  ],
  PriorityClass: [
    nameColumn,
    ...columnsFor<PriorityClass>([
      { name: 'Value', of: ({ value }) => String(value) },
      { name: 'Global-Default', of: ({ globalDefault }) => String(globalDefault ?? false) },
    ]),
    ageColumn,
    ...columnsFor<PriorityClass>([
      { name: 'PreemptionPolicy', of: ({ preemptionPolicy }) => preemptionPolicy ?? '' },
    ]),
  ],
};
