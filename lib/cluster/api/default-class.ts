import type { KubeObject, PersistentVolumeClaim, StorageClass } from '../objects';
import type { Reading } from '../store';

/** Whether claims that name no class get this one. Source: pkg/volume/util/storageclass.go IsDefaultAnnotation. */
export const isDefaultClass = ({ metadata: { annotations } }: StorageClass): boolean =>
  annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true' ||
  annotations?.['storageclass.beta.kubernetes.io/is-default-class'] === 'true';

/** Of several default classes the newest, of those of one second the first by name. Source: GetDefaultClass. */
export function defaultClass(reading: Reading): StorageClass | undefined {
  const [first] = reading
    .list<StorageClass>('StorageClass')
    .filter(isDefaultClass)
    .sort(
      (a, b) =>
        -compared(a.metadata.creationTimestamp, b.metadata.creationTimestamp) ||
        compared(a.metadata.name, b.metadata.name),
    );
  return first;
}

const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A new claim with the default class, if it names none. Models plugin/pkg/admission/storage/storageclass/setdefault (v1.37). */
export function withDefaultClass(object: KubeObject, reading: Reading): KubeObject {
  if (object.kind !== 'PersistentVolumeClaim') return object;
  const { spec, metadata } = object as PersistentVolumeClaim;
  const namesOne =
    spec.storageClassName !== undefined ||
    metadata.annotations?.['volume.beta.kubernetes.io/storage-class'] !== undefined;
  const given = namesOne ? undefined : defaultClass(reading);
  return given ? { ...object, spec: { ...spec, storageClassName: given.metadata.name } } : object;
}
