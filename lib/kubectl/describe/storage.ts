import { isDefaultClass } from '../../cluster/api/default-class';
import type { PersistentVolume, PersistentVolumeClaim, Pod, StorageClass } from '../../cluster/objects';
import type { Reading } from '../../cluster/store';
import { ageOf } from '../printers/age';
import { accessModes } from '../printers/columns-storage';
import { formatLabels } from '../printers/columns-workloads';
import { claimText, classOf } from './claim-text';
import { describerOf } from './describer';
import { multiline } from './lists';
import type { Page } from './page';
import { boolText, dateText, listText, quantityText } from './values';
import { volumeSource } from './volumes';
import { labelled } from './workloads';

/** Pods of the namespace that have the claim as a volume, and the Pod that it was made for. Source: getPodsForPVC. */
function usersOf(reading: Reading, { metadata }: PersistentVolumeClaim): string[] {
  const owners = new Set((metadata.ownerReferences ?? []).map(({ uid }) => uid));
  return reading
    .list<Pod>('Pod')
    .filter(
      (pod) =>
        pod.metadata.namespace === metadata.namespace &&
        (owners.has(pod.metadata.uid) ||
          pod.spec.volumes?.some(({ persistentVolumeClaim: claim }) => claim?.claimName === metadata.name)),
    )
    .map((pod) => pod.metadata.name)
    .sort();
}

/** Models pkg/describe describePersistentVolumeClaim (v1.37). */
export const claim = describerOf<PersistentVolumeClaim>((page, object, { reading, nowMs }) => {
  claimText(page, object, nowMs);
  multiline(page, 'Used By', usersOf(reading, object));
  const { conditions = [] } = object.status ?? {};
  if (conditions.length === 0) return;
  page.write(0, 'Conditions:\n');
  page.write(1, 'Type\tStatus\tLastProbeTime\tLastTransitionTime\tReason\tMessage\n');
  page.write(1, '----\t------\t-----------------\t------------------\t------\t-------\n');
  for (const { type, status, lastProbeTime, lastTransitionTime, reason = '', message = '' } of conditions)
    page.write(
      1,
      `${type} \t${status} \t${dateText(lastProbeTime ?? undefined)} \t${dateText(lastTransitionTime)} \t${reason} \t${message}\n`,
    );
});

/** Models describePersistentVolume. */
export const volume = describerOf<PersistentVolume>((page, object, { nowMs }) => {
  const { metadata, spec, status } = object;
  const { claimRef, volumeMode } = spec;
  page.field(0, 'Name', metadata.name);
  labelled(page, object);
  page.field(0, 'Finalizers', listText(metadata.finalizers));
  page.field(0, 'StorageClass', classOf(metadata, spec));
  page.field(
    0,
    'Status',
    metadata.deletionTimestamp
      ? `Terminating (lasts ${ageOf(metadata.deletionTimestamp, nowMs)})`
      : (status?.phase ?? ''),
  );
  page.field(0, 'Claim', claimRef ? `${claimRef.namespace}/${claimRef.name}` : '');
  page.field(0, 'Reclaim Policy', spec.persistentVolumeReclaimPolicy ?? '');
  page.field(0, 'Access Modes', accessModes(spec.accessModes));
  if (volumeMode) page.field(0, 'VolumeMode', volumeMode);
  page.field(0, 'Capacity', quantityText(spec.capacity?.storage));
  nodeAffinity(page, spec.nodeAffinity);
  page.field(0, 'Message', status?.message ?? '');
  page.write(0, 'Source:\n');
  volumeSource(page, spec, true);
});

/** Source: printVolumeNodeAffinity. */
function nodeAffinity(page: Page, affinity: PersistentVolume['spec']['nodeAffinity']): void {
  const required = affinity?.required;
  page.field(0, 'Node Affinity', required ? '' : '<none>');
  if (!required) return;
  const terms = required.nodeSelectorTerms ?? [];
  page.field(1, 'Required Terms', terms.length > 0 ? '' : '<none>');
  for (const [i, { matchExpressions = [] }] of terms.entries()) {
    const lines = matchExpressions.map(
      ({ key, operator, values = [] }) =>
        `${key} ${operator.toLowerCase()}${values.length > 0 ? ` [${values.join(', ')}]` : ''}`,
    );
    numberedTerm(page, 2, i, lines);
  }
}

/** A numbered term; its further lines stand below its first. */
function numberedTerm(page: Page, level: number, index: number, lines: readonly string[]): void {
  page.write(level, `Term ${index}:\t`);
  if (lines.length === 0) page.end('<none>');
  for (const [i, line] of lines.entries()) {
    if (i > 0) page.write(level, '\t');
    page.write(0, `${line}\n`);
  }
}

/** Fields that describe reads and the model does not. */
interface Read {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly mountOptions?: readonly string[];
  readonly allowedTopologies?: readonly {
    readonly matchLabelExpressions?: readonly { readonly key: string; readonly values?: readonly string[] }[];
  }[];
}

/** Models describeStorageClass. */
export const storageClass = describerOf<StorageClass>((page, object) => {
  const { metadata, provisioner, allowVolumeExpansion, reclaimPolicy, volumeBindingMode } = object;
  const { parameters, mountOptions = [], allowedTopologies } = object as Read;
  page.field(0, 'Name', metadata.name);
  page.field(0, 'IsDefaultClass', isDefaultClass(object) ? 'Yes' : 'No');
  page.field(0, 'Annotations', formatLabels(metadata.annotations));
  page.field(0, 'Provisioner', provisioner);
  page.field(0, 'Parameters', formatLabels(parameters));
  page.field(
    0,
    'AllowVolumeExpansion',
    allowVolumeExpansion === undefined ? '<unset>' : boolText(allowVolumeExpansion),
  );
  if (mountOptions.length === 0) page.field(0, 'MountOptions', '<none>');
  else page.write(0, 'MountOptions:\n');
  for (const option of mountOptions) page.write(1, `${option}\n`);
  page.field(0, 'ReclaimPolicy', reclaimPolicy ?? 'Delete');
  page.field(0, 'VolumeBindingMode', volumeBindingMode ?? 'Immediate');
  if (!allowedTopologies) return;
  page.field(0, 'AllowedTopologies', allowedTopologies.length > 0 ? '' : '<none>');
  for (const [i, { matchLabelExpressions = [] }] of allowedTopologies.entries())
    numberedTerm(
      page,
      1,
      i,
      matchLabelExpressions.map(
        ({ key, values = [] }) => `${key} in${values.length > 0 ? ` [${values.join(', ')}]` : ''}`,
      ),
    );
});
