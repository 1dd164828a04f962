import { asGo } from '../api/as-go';
import { labelKeyProblems, sortedLabels } from '../api/labels';
import { isSame } from '../api/merge';
import {
  duplicate,
  type FieldError,
  forbidden,
  invalidValue,
  oneOf,
  required,
  unsupported,
} from '../api/refusal';
import type { NodeSelector, PersistentVolume, PersistentVolumeClaim, StorageClass } from '../objects';
import { quantity } from '../quantity';
import { accessModeErrors, claimSpecErrors, classNameErrors, positiveErrors, volumeModes } from './claim';
import { unifiedDiff } from './diff';
import { defineKind } from './kind';
import { backstepErrors, type Fields, fieldsOf } from './paths';
import { defaultedClaimSpec, defaultedResources } from './pod-defaults';
import { nodeSelectorErrors } from './pod-scheduling';
import { hostPathErrors, nfsErrors } from './pod-volumes';
import { immutableField, unchanged } from './workload';

const storageOf = ({ spec }: PersistentVolumeClaim): string | undefined => spec.resources?.requests?.storage;

/** Only the volume's name, once, a class where there was none, and the size of a bound claim may change. */
function claimUpdateErrors(claim: PersistentVolumeClaim, before: PersistentVolumeClaim): FieldError[] {
  const isBound = before.status.phase === 'Bound';
  const requests = { ...claim.spec.resources?.requests, storage: storageOf(isBound ? before : claim) };
  const now = {
    ...claim.spec,
    resources: { ...claim.spec.resources, requests },
    ...(isBound && {
      volumeAttributesClassName: (before.spec as unknown as Fields).volumeAttributesClassName,
    }),
  };
  const then = {
    ...before.spec,
    volumeName: before.spec.volumeName || claim.spec.volumeName,
    ...(before.spec.storageClassName === undefined && { storageClassName: claim.spec.storageClassName }),
  };
  const errors: FieldError[] = [];
  if (!isSame(now, then)) {
    const words =
      'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';
    const [a, b] = [then, now].map((spec) => asGo('PersistentVolumeClaimSpec', spec));
    errors.push(forbidden('spec', `${words}\n${unifiedDiff(a, b)}`));
  }
  const [size, old] = [quantity(storageOf(claim)), quantity(storageOf(before))];
  if (size < old && size <= quantity(before.status.capacity?.storage))
    errors.push(forbidden('spec.resources.requests.storage', 'field can not be less than status.capacity'));
  return [...errors, ...immutableField('volumeMode', claim.spec.volumeMode, before.spec.volumeMode)];
}

/**
 * Claims. Kept by a finalizer while a Pod uses them. Models pkg/apis/core/validation ValidatePersistentVolumeClaim and
 * ...Update (v1.37); plugin/pkg/admission/storage/storageobjectinuseprotection.
 */
export const claim = defineKind<PersistentVolumeClaim>({
  kind: 'PersistentVolumeClaim',
  apiVersion: 'v1',
  plural: 'persistentvolumeclaims',
  hasGeneration: false,
  finalizers: ['kubernetes.io/pvc-protection'],
  defaulted: (object) => ({
    ...object,
    spec: defaultedClaimSpec(object.spec ?? {}),
    status: object.status ?? { phase: 'Pending' },
  }),
  validate: ({ spec }) => claimSpecErrors(spec as unknown as Fields, 'spec'),
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
const placesOf = (spec: object): string[] =>
  Object.entries(spec).flatMap(([field, value]) =>
    general.has(field) || value === undefined ? [] : [field],
  );

function capacityErrors(capacity: Readonly<Record<string, string>> | undefined): FieldError[] {
  const at = 'spec.capacity';
  const entries = Object.entries(capacity ?? {});
  const errors = entries.length ? [] : [required(at)];
  if (capacity?.storage === undefined || entries.length > 1)
    errors.push(unsupported(at, capacity ? sortedLabels(capacity) : null, ['storage']));
  for (const [name, text] of entries) {
    if (quantity(text) < 0)
      errors.push(
        invalidValue(`${at}[${name}]`, Math.ceil(quantity(text)), 'must be a valid resource quantity'),
      );
    errors.push(...positiveErrors(`${at}[${name}]`, text));
  }
  return errors;
}

const localErrors = ({ path }: Fields, at: string): FieldError[] =>
  path ? backstepErrors(`${at}.path`, path as string) : [required(`${at}.path`)];
/** In the order in which the API server looks for them; others come after. */
const places: Readonly<Record<string, (source: Fields, at: string) => FieldError[]>> = {
  hostPath: hostPathErrors,
  nfs: nfsErrors,
  local: localErrors,
};
const order = Object.keys(places);

function placeErrors(spec: PersistentVolume['spec']): FieldError[] {
  const present = placesOf(spec).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  if (present.length === 0) return [required('spec', 'must specify a volume type')];
  return present.flatMap((kind, i) => {
    if (i > 0) return [forbidden(`spec.${kind}`, 'may not specify more than 1 volume type')];
    const errors = places[kind]?.((spec as unknown as Fields)[kind] as Fields, `spec.${kind}`) ?? [];
    return kind === 'local' && !spec.nodeAffinity?.required
      ? [...errors, required('spec.nodeAffinity', 'Local volume requires node affinity')]
      : errors;
  });
}

function volumeErrors({ spec }: PersistentVolume): FieldError[] {
  const { accessModes, nodeAffinity, persistentVolumeReclaimPolicy: policy } = spec;
  const affinity = nodeAffinity?.required as NodeSelector | undefined;
  const path = (spec as unknown as { hostPath?: { path?: string } }).hostPath?.path;
  const attributes = (spec as unknown as Fields).volumeAttributesClassName;
  return [
    ...(accessModes?.length ? [] : [required('spec.accessModes')]),
    ...accessModeErrors(accessModes, 'spec.accessModes'),
    ...capacityErrors(spec.capacity),
    ...oneOf('spec.persistentVolumeReclaimPolicy', policy, ['Delete', 'Recycle', 'Retain']),
    ...(affinity ? nodeSelectorErrors(affinity, 'spec.nodeAffinity.required') : []),
    ...(nodeAffinity && !affinity
      ? [required('spec.nodeAffinity.required', 'must specify required node constraints')]
      : []),
    ...placeErrors(spec),
    ...(path !== undefined && /^\/+$/.test(path) && policy === 'Recycle'
      ? [forbidden('spec.persistentVolumeReclaimPolicy', "may not be 'recycle' for a hostPath mount of '/'")]
      : []),
    ...classNameErrors('spec.storageClassName', spec.storageClassName),
    ...oneOf('spec.volumeMode', spec.volumeMode, volumeModes),
    ...classNameErrors('spec.volumeAttributesClassName', attributes),
  ];
}

function volumeUpdateErrors({ spec }: PersistentVolume, { spec: before }: PersistentVolume): FieldError[] {
  const place = (of: object) => asGo('PersistentVolumeSpec', of, 'PersistentVolumeSource');
  const [then, now] = [place(before), place(spec)];
  return [
    ...(isSame(then, now)
      ? []
      : [
          forbidden(
            'spec.persistentvolumesource',
            `spec.persistentvolumesource is immutable after creation\n${unifiedDiff(then, now)}`,
          ),
        ]),
    ...immutableField('volumeMode', spec.volumeMode, before.volumeMode),
    ...(before.nodeAffinity !== undefined && !isSame(spec.nodeAffinity, before.nodeAffinity)
      ? [
          invalidValue(
            'nodeAffinity',
            spec.nodeAffinity ? asGo('VolumeNodeAffinity', spec.nodeAffinity) : null,
            'field is immutable, except for updating from beta label to GA',
          ),
        ]
      : []),
  ];
}

/** Volumes. Models pkg/apis/core/v1/defaults.go SetDefaults_PersistentVolume, pkg/apis/core/validation ValidatePersistentVolume (v1.37). */
export const volume = defineKind<PersistentVolume>({
  kind: 'PersistentVolume',
  apiVersion: 'v1',
  plural: 'persistentvolumes',
  hasGeneration: false,
  namespaced: false,
  finalizers: ['kubernetes.io/pv-protection'],
  defaulted: (object) => {
    const spec = { volumeMode: 'Filesystem', ...object.spec };
    const { hostPath } = spec as unknown as { hostPath?: object };
    return {
      ...object,
      spec: {
        ...spec,
        persistentVolumeReclaimPolicy: spec.persistentVolumeReclaimPolicy || 'Retain',
        ...(spec.capacity && { capacity: defaultedResources({ limits: spec.capacity }).limits }),
        ...(hostPath && { hostPath: { type: '', ...hostPath } }),
      },
      status: object.status ?? {
        phase: 'Pending',
        lastPhaseTransitionTime: object.metadata.creationTimestamp,
      },
    } as PersistentVolume;
  },
  validate: volumeErrors,
  validateUpdate: volumeUpdateErrors,
});

function topologyErrors(terms: readonly Fields[]): FieldError[] {
  return terms.flatMap(({ matchLabelExpressions }, i) => {
    const keys = new Set<unknown>();
    return fieldsOf(matchLabelExpressions).flatMap(({ key, values }, j) => {
      const at = `allowedTopologies[${i}].matchLabelExpressions[${j}]`;
      const list = (values ?? []) as string[];
      const errors = list.length ? [] : [required(`${at}.values`)];
      for (const [n, value] of list.entries())
        if (list.indexOf(value) < n) errors.push(duplicate(`${at}.values[${n}]`, value));
      errors.push(...labelKeyProblems(key as string).map((words) => invalidValue(`${at}.key`, key, words)));
      if (keys.has(key)) errors.push(duplicate(`${at}.key`, key));
      keys.add(key);
      return errors;
    });
  });
}

const bindingModes = ['Immediate', 'WaitForFirstConsumer'];

function classErrors(object: StorageClass): FieldError[] {
  const { provisioner, reclaimPolicy, volumeBindingMode } = object;
  const fields = object as unknown as Fields;
  return [
    ...labelKeyProblems(provisioner ? provisioner.toLowerCase() : 'a').map((words) =>
      invalidValue('provisioner', provisioner.toLowerCase(), words),
    ),
    ...Object.keys(fields.parameters ?? {}).flatMap((key) =>
      key ? [] : [invalidValue('parameters', key, 'field can not be empty.')],
    ),
    ...(reclaimPolicy ? oneOf('reclaimPolicy', reclaimPolicy, ['Delete', 'Retain']) : []),
    ...oneOf('volumeBindingMode', volumeBindingMode, bindingModes),
    ...topologyErrors(fieldsOf(fields.allowedTopologies)),
    ...(provisioner ? [] : [required('provisioner')]),
  ];
}

/** Models pkg/apis/storage/v1/defaults.go, pkg/apis/storage/validation ValidateStorageClass and ...Update (v1.37). */
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
  validate: classErrors,
  validateUpdate: (now, before) =>
    (['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'] as const).flatMap((field) =>
      unchanged(field, (now as unknown as Fields)[field], (before as unknown as Fields)[field]),
    ),
});
