import type { ClaimSpec, Labels, ObjectMeta, Volume } from '../../cluster/objects';
import { quantity } from '../../cluster/quantity';
import { claimText } from './claim-text';
import { multiline } from './lists';
import type { Page } from './page';
import { quantityText, sortedPairs } from './values';

type Source = Readonly<Record<string, unknown>>;

/** What one kind of volume is: its word, and its fields as `label: value`. */
type Lines = (source: Source) => readonly (readonly [label: string, value: unknown])[];

const isOptional = ({ optional }: Source): boolean => optional === true;

/** Kinds of volumes that are a list of fields, with what they are said to be. Source: pkg/describe print…VolumeSource (v1.37). */
const plain: Readonly<Record<string, readonly [says: string, of: Lines]>> = {
  hostPath: [
    'HostPath (bare host directory volume)',
    ({ path, type }) => [
      ['Path', path],
      ['HostPathType', type ?? '<none>'],
    ],
  ],
  emptyDir: [
    "EmptyDir (a temporary directory that shares a pod's lifetime)",
    ({ medium, sizeLimit }) => [
      ['Medium', medium],
      ['SizeLimit', quantity(String(sizeLimit ?? '0')) > 0 ? quantityText(String(sizeLimit)) : '<unset>'],
    ],
  ],
  secret: [
    'Secret (a volume populated by a Secret)',
    (source) => [
      ['SecretName', source.secretName],
      ['Optional', isOptional(source)],
    ],
  ],
  configMap: [
    'ConfigMap (a volume populated by a ConfigMap)',
    (source) => [
      ['Name', source.name],
      ['Optional', isOptional(source)],
    ],
  ],
  nfs: [
    'NFS (an NFS mount that lasts the lifetime of a pod)',
    ({ server, path, readOnly = false }) => [
      ['Server', server],
      ['Path', path],
      ['ReadOnly', readOnly],
    ],
  ],
  persistentVolumeClaim: [
    'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    ({ claimName, readOnly = false }) => [
      ['ClaimName', claimName],
      ['ReadOnly', readOnly],
    ],
  ],
  image: [
    'Image (a container image or OCI artifact)',
    ({ reference, pullPolicy }) => [
      ['Reference', reference],
      ['PullPolicy', pullPolicy],
    ],
  ],
  local: [
    'LocalVolume (a persistent volume backed by local storage on a node)',
    ({ path }) => [['Path', path]],
  ],
};

const other: Readonly<Record<string, (page: Page, source: Source, isInVolume: boolean) => void>> = {
  projected(page, { sources = [] }) {
    page.field(2, 'Type', 'Projected (a volume that contains injected data from multiple sources)');
    for (const source of sources as readonly Readonly<Record<string, Source | undefined>>[])
      projection(page, source);
  },
  downwardAPI(page, { items = [] }) {
    page.field(2, 'Type', 'DownwardAPI (a volume populated by information about the pod)');
    page.write(2, 'Items:\n');
    for (const { fieldRef, resourceFieldRef, path } of items as readonly Readonly<Record<string, Source>>[]) {
      if (fieldRef) page.write(3, `${fieldRef.fieldPath} -> ${path}\n`);
      if (resourceFieldRef) page.write(3, `${resourceFieldRef.resource} -> ${path}\n`);
    }
  },
  ephemeral(page, { volumeClaimTemplate }) {
    page.field(
      2,
      'Type',
      'EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)',
    );
    const template = volumeClaimTemplate as { metadata?: ObjectMeta; spec: ClaimSpec } | undefined;
    if (template) claimText(page.nested(2), { metadata: template.metadata ?? {}, spec: template.spec });
  },
  csi(page, { driver = '', fsType = '', readOnly = false, volumeHandle, volumeAttributes }, isInVolume) {
    page.field(2, 'Type', 'CSI (a Container Storage Interface (CSI) volume source)');
    page.field(2, 'Driver', String(driver));
    page.field(2, 'FSType', String(fsType));
    if (isInVolume) page.field(2, 'VolumeHandle', String(volumeHandle ?? ''));
    page.field(2, 'ReadOnly', String(readOnly));
    attributes(page, volumeAttributes as Labels | undefined);
  },
};

/** Longer ones are cut. */
const longestAttribute = 140;

/** Source: printCSIPersistentVolumeAttributesMultilineIndent. */
function attributes(page: Page, all: Labels | undefined): void {
  const lines = sortedPairs(all).map(([key, value]) => `${key}=${value}`);
  page.write(2, 'VolumeAttributes:\t');
  if (lines.length === 0) page.end('<none>');
  for (const [i, line] of lines.entries()) {
    if (i > 0) {
      page.write(2, '');
      page.write(2, '\t');
    }
    page.write(2, `${line.length > longestAttribute ? `${line.slice(0, longestAttribute)}...` : line}\n`);
  }
}

function projection(page: Page, source: Readonly<Record<string, Source | undefined>>): void {
  const { secret, downwardAPI, configMap, serviceAccountToken } = source;
  if (secret) {
    page.field(2, 'SecretName', String(secret.name ?? ''));
    page.field(2, 'Optional', isOptional(secret));
  } else if (downwardAPI) page.field(2, 'DownwardAPI', true);
  else if (configMap) {
    page.field(2, 'ConfigMapName', String(configMap.name ?? ''));
    page.field(2, 'Optional', isOptional(configMap));
  } else if (serviceAccountToken)
    page.field(2, 'TokenExpirationSeconds', Number(serviceAccountToken.expirationSeconds ?? 3600));
}

/** Kinds of volumes whose fields are not looked into here. */
const unmodelled = new Set(
  `gcePersistentDisk awsElasticBlockStore gitRepo iscsi glusterfs rbd flexVolume cinder cephfs flocker fc azureFile
  vsphereVolume quobyte azureDisk photonPersistentDisk portworxVolume scaleIO storageos`.split(/\s+/),
);

/** Where the data of a volume is. `isInVolume`: of a PersistentVolume, not of a Pod. */
export function volumeSource(page: Page, volume: object, isInVolume = false): void {
  const isKnown = (kind: string) =>
    Object.hasOwn(plain, kind) || Object.hasOwn(other, kind) || unmodelled.has(kind);
  const [kind, found] = Object.entries(volume).find(([name]) => isKnown(name)) ?? [];
  const source = (found ?? {}) as Source;
  if (kind === undefined) page.write(1, '<unknown>\n');
  else if (unmodelled.has(kind)) page.field(2, 'Type', `not modelled in Podium: ${kind}`);
  else if (Object.hasOwn(other, kind)) other[kind]?.(page, source, isInVolume);
  else {
    const [says, of] = plain[kind] ?? ['', () => []];
    page.field(2, 'Type', says);
    for (const [label, value] of of(source)) page.field(2, label, String(value ?? ''));
  }
}

/** Models describeVolumes. Leaves out: the fields of volumes of single vendors. */
export function volumes(page: Page, all: readonly Volume[] | undefined, indent = ''): void {
  if (!all?.length) {
    multiline(page, 'Volumes', [], indent);
    return;
  }
  page.write(0, `${indent}Volumes:\n`);
  for (const volume of all) {
    page.write(1, `${indent && ' '}${volume.name}:\n`);
    const { name: _, ...source } = volume;
    volumeSource(page, source);
  }
}
