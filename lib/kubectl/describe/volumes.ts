import type { Volume } from '../../cluster/objects';
import { level } from './lines';

type Source = Readonly<Record<string, unknown>>;

const text = (value: unknown): string =>
  Array.isArray(value) ? `[${value.join(' ')}]` : value === undefined || value === null ? '' : String(value);

/** What each kind of volume says of itself; a kind that is not here is `<unknown>`. Source: the print…VolumeSource functions. */
const kinds: Readonly<Record<string, (source: Source) => string[]>> = {
  hostPath: ({ path, type }) => [
    'Type:\tHostPath (bare host directory volume)',
    `Path:\t${text(path)}`,
    `HostPathType:\t${type === undefined ? '<none>' : text(type)}`,
  ],
  emptyDir: ({ medium, sizeLimit }) => [
    "Type:\tEmptyDir (a temporary directory that shares a pod's lifetime)",
    `Medium:\t${text(medium)}`,
    `SizeLimit:\t${sizeLimit === undefined ? '<unset>' : text(sizeLimit)}`,
  ],
  secret: ({ secretName, optional }) => [
    'Type:\tSecret (a volume populated by a Secret)',
    `SecretName:\t${text(secretName)}`,
    `Optional:\t${optional ?? false}`,
  ],
  configMap: ({ name, optional }) => [
    'Type:\tConfigMap (a volume populated by a ConfigMap)',
    `Name:\t${text(name)}`,
    `Optional:\t${optional ?? false}`,
  ],
  persistentVolumeClaim: ({ claimName, readOnly }) => [
    'Type:\tPersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    `ClaimName:\t${text(claimName)}`,
    `ReadOnly:\t${readOnly ?? false}`,
  ],
  nfs: ({ server, path, readOnly }) => [
    'Type:\tNFS (an NFS mount that lasts the lifetime of a pod)',
    `Server:\t${text(server)}`,
    `Path:\t${text(path)}`,
    `ReadOnly:\t${readOnly ?? false}`,
  ],
  downwardAPI: ({ items }) => [
    'Type:\tDownwardAPI (a volume populated by information about the pod)',
    'Items:',
    ...((items ?? []) as readonly Source[]).map((item) => {
      const { fieldRef, resourceFieldRef, path } = item as {
        readonly fieldRef?: Source;
        readonly resourceFieldRef?: Source;
        readonly path?: string;
      };
      return level(1, `${text(fieldRef?.fieldPath ?? resourceFieldRef?.resource)} -> ${text(path)}`);
    }),
  ],
  projected: ({ sources }) => [
    'Type:\tProjected (a volume that contains injected data from multiple sources)',
    ...((sources ?? []) as readonly Readonly<Record<string, Source>>[]).flatMap((source) => {
      const { secret, downwardAPI, configMap, serviceAccountToken } = source;
      if (secret) return [`SecretName:\t${text(secret.name)}`, `Optional:\t${secret.optional ?? false}`];
      if (downwardAPI) return ['DownwardAPI:\ttrue'];
      if (configMap)
        return [`ConfigMapName:\t${text(configMap.name)}`, `Optional:\t${configMap.optional ?? false}`];
      return serviceAccountToken
        ? [`TokenExpirationSeconds:\t${text(serviceAccountToken.expirationSeconds)}`]
        : [];
    }),
  ],
};

/** Source: describeVolumes. */
export function volumeLines(volumes: readonly Volume[] | undefined, indent: string): string[] {
  if (!volumes?.length) return [`${indent}Volumes:\t<none>`];
  return [
    `${indent}Volumes:`,
    ...volumes.flatMap((volume) => {
      const [kind] = Object.keys(volume).filter((field) => field !== 'name');
      const of = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
      const head = level(1, `${indent ? ' ' : ''}${volume.name}:`);
      if (!of || kind === undefined) return [head, level(1, '<unknown>')];
      return [head, ...of((volume[kind] ?? {}) as Source).map((line) => level(2, line))];
    }),
  ];
}
