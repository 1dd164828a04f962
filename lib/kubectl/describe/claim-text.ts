import type { ClaimSpec, ObjectMeta, PersistentVolumeClaim } from '../../cluster/objects';
import { ageOf } from '../printers/age';
import { accessModes } from '../printers/columns-storage';
import { annotations, labels } from './lists';
import type { Page } from './page';
import { listText, quantityText } from './values';

const betaClassAnnotation = 'volume.beta.kubernetes.io/storage-class';

/** Source: kubectl pkg/util/storage GetPersistentVolumeClass, GetPersistentVolumeClaimClass. */
export const classOf = (
  { annotations: all = {} }: Pick<ObjectMeta, 'annotations'>,
  { storageClassName = '' }: { readonly storageClassName?: string },
): string => all[betaClassAnnotation] ?? storageClassName;

interface Claim {
  readonly metadata: Partial<ObjectMeta>;
  readonly spec: ClaimSpec;
  readonly status?: PersistentVolumeClaim['status'];
}

interface DataSource {
  readonly dataSource?: { readonly apiGroup?: string; readonly kind: string; readonly name: string };
}

/** A claim; with `nowMs` one that is there, without it the template of one. Models printPersistentVolumeClaim (v1.37). */
export function claimText(page: Page, { metadata, spec, status }: Claim, nowMs?: number): void {
  const isThere = nowMs !== undefined;
  if (isThere) {
    page.field(0, 'Name', metadata.name ?? '');
    page.field(0, 'Namespace', metadata.namespace ?? '');
  }
  page.field(0, 'StorageClass', classOf(metadata, spec));
  if (isThere)
    page.field(
      0,
      'Status',
      metadata.deletionTimestamp
        ? `Terminating (lasts ${ageOf(metadata.deletionTimestamp, nowMs)})`
        : (status?.phase ?? ''),
    );
  page.field(0, 'Volume', spec.volumeName ?? '');
  labels(page, 'Labels', metadata.labels);
  annotations(page, 'Annotations', metadata.annotations);
  if (isThere) page.field(0, 'Finalizers', listText(metadata.finalizers));
  page.field(0, 'Capacity', spec.volumeName ? quantityText(status?.capacity?.storage) : '');
  page.field(0, 'Access Modes', spec.volumeName ? accessModes(status?.accessModes) : '');
  if (spec.volumeMode) page.field(0, 'VolumeMode', spec.volumeMode);
  const { dataSource } = spec as DataSource;
  if (!dataSource) return;
  page.write(0, 'DataSource:\n');
  if (dataSource.apiGroup) page.field(1, 'APIGroup', dataSource.apiGroup);
  page.field(1, 'Kind', dataSource.kind);
  page.field(1, 'Name', dataSource.name);
}
