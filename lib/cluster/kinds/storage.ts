import { isSame } from '../api/merge';
import { type FieldError, forbidden, required, unsupported } from '../api/refusal';
import type { PersistentVolume, PersistentVolumeClaim, StorageClass } from '../objects';
import { quantity } from '../quantity';
import { defineKind } from './kind';

const accessModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

const modeErrors = (modes: readonly string[] | undefined, words = ''): FieldError[] =>
  modes?.length
    ? modes.flatMap((mode) =>
        accessModes.includes(mode) ? [] : [unsupported('spec.accessModes', mode, accessModes)],
      )
    : [required('spec.accessModes', words)];

const storageOf = ({ spec }: PersistentVolumeClaim): string | undefined => spec.resources?.requests?.storage;

/** Only the volume's name, once, a class where there was none, and the size of a bound claim may change. */
function claimUpdateErrors(claim: PersistentVolumeClaim, before: PersistentVolumeClaim): FieldError[] {
  const { spec } = claim;
  const isResized = before.status.phase === 'Bound';
  const requests = { ...spec.resources?.requests, storage: storageOf(isResized ? before : claim) };
  const allowed = {
    ...spec,
    volumeName: before.spec.volumeName ?? undefined,
    storageClassName: before.spec.storageClassName ?? undefined,
    resources: { ...spec.resources, requests },
  };
  const isNamed = before.spec.volumeName === undefined || before.spec.volumeName === spec.volumeName;
  const isClassed =
    before.spec.storageClassName === undefined || before.spec.storageClassName === spec.storageClassName;
  if (!isNamed || !isClassed || !isSame(allowed, before.spec)) {
    const words =
      'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';
    return [forbidden('spec', words)];
  }
  return isResized && quantity(storageOf(claim)) < quantity(storageOf(before))
    ? [forbidden('spec.resources.requests.storage', 'field can not be less than status.capacity')]
    : [];
}

/**
 * Claims. Kept by a finalizer while a Pod uses them. Source: pkg/apis/core/validation ValidatePersistentVolumeClaimSpec and
 * ...Update; plugin/pkg/admission/storage/storageobjectinuseprotection. Leaves out: the difference that a refused change is
 * told with.
 */
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
  validate: (object) => [
    ...modeErrors(object.spec.accessModes, 'at least 1 access mode is required'),
    ...(storageOf(object) === undefined ? [required('spec.resources[storage]')] : []),
  ],
  validateUpdate: claimUpdateErrors,
});

/** Fields of a volume's spec that do not say where its data are. */
const general = new Set([
  'capacity',
  'accessModes',
  'claimRef',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'mountOptions',
  'volumeMode',
  'nodeAffinity',
  'volumeAttributesClassName',
]);

function volumeErrors({ spec }: PersistentVolume): FieldError[] {
  const isPlaced = Object.entries(spec).some(([field, value]) => !general.has(field) && value !== undefined);
  return [
    ...modeErrors(spec.accessModes),
    ...(spec.capacity?.storage === undefined ? [required('spec.capacity')] : []),
    ...(isPlaced ? [] : [required('spec', 'must specify a volume type')]),
    ...(spec.local !== undefined && !spec.nodeAffinity?.required
      ? [required('spec.nodeAffinity', 'Local volume requires node affinity')]
      : []),
  ];
}

/** Volumes. Source: pkg/apis/core/v1/defaults.go SetDefaults_PersistentVolume, pkg/apis/core/validation. */
export const volume = defineKind<PersistentVolume>({
  kind: 'PersistentVolume',
  apiVersion: 'v1',
  plural: 'persistentvolumes',
  namespaced: false,
  finalizers: ['kubernetes.io/pv-protection'],
  defaulted: (object) => ({
    ...object,
    spec: { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem', ...object.spec },
    status: object.status ?? { phase: 'Pending' },
  }),
  validate: volumeErrors,
});

/** Source: pkg/apis/storage/v1/defaults.go. */
export const storageclass = defineKind<StorageClass>({
  kind: 'StorageClass',
  apiVersion: 'storage.k8s.io/v1',
  plural: 'storageclasses',
  namespaced: false,
  hasStatus: false,
  defaulted: (object) => ({
    ...object,
    reclaimPolicy: object.reclaimPolicy ?? 'Delete',
    volumeBindingMode: object.volumeBindingMode ?? 'Immediate',
  }),
  validate: ({ provisioner }) => (provisioner ? [] : [required('provisioner')]),
});
