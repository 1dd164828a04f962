import { nameErrors } from '../api/names';
import { duplicate, type FieldError, forbidden, invalidValue, oneOf, required, wordOf } from '../api/refusal';
import type { Volume } from '../objects';
import { quantity } from '../quantity';
import { claimSpecErrors, templateMetadataErrors } from './claim';
import { fieldRefErrors, resourceFieldErrors } from './env';
import { backstepErrors, type Fields, fieldsOf, ownPathErrors } from './paths';

/**
 * Volumes of a Pod. Models pkg/apis/core/validation ValidateVolumes, validateVolumeSource (v1.37).
 * Leaves out: what is inside of sources that no lesson uses (disks of clouds, iSCSI, CSI and the like).
 */

type Look = (source: Fields, at: string, volume: Volume, owner: string) => FieldError[];
const text = (value: unknown): string => (value ?? '') as string;

const modeErrors = (field: string, mode: unknown, most = 0o777): FieldError[] =>
  typeof mode === 'number' && (mode > most || mode < 0)
    ? [
        invalidValue(
          field,
          mode,
          `must be a number between 0 and 0${most.toString(8)} (octal), both inclusive`,
        ),
      ]
    : [];

const keyToPathErrors = ({ key, path, mode }: Fields, at: string): FieldError[] => [
  ...(key ? [] : [required(`${at}.key`)]),
  ...(path ? [] : [required(`${at}.path`)]),
  ...ownPathErrors(`${at}.path`, text(path)),
  ...modeErrors(`${at}.mode`, mode),
];

const withItems =
  (name: string): Look =>
  (source, at) => [
    ...(source[name] ? [] : [required(`${at}.${name}`)]),
    ...modeErrors(`${at}.defaultMode`, source.defaultMode),
    ...fieldsOf(source.items).flatMap((item, i) => keyToPathErrors(item, `${at}.items[${i}]`)),
  ];

const fieldPaths = ['annotations', 'labels', 'name', 'namespace', 'uid'].map((name) => `metadata.${name}`);

function downwardFileErrors({ path, fieldRef, resourceFieldRef, mode }: Fields, at: string): FieldError[] {
  const errors = [...(path ? [] : [required(`${at}.path`)]), ...ownPathErrors(`${at}.path`, text(path))];
  if (fieldRef) {
    errors.push(...fieldRefErrors(fieldRef as Fields, fieldPaths, `${at}.fieldRef`));
    if (resourceFieldRef)
      errors.push(
        invalidValue(at, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously'),
      );
  } else if (resourceFieldRef)
    errors.push(...resourceFieldErrors(resourceFieldRef as Fields, `${at}.resourceFieldRef`, true));
  else errors.push(required(at, 'one of fieldRef and resourceFieldRef is required'));
  return [...errors, ...modeErrors(`${at}.mode`, mode)];
}

function tokenErrors({ expirationSeconds, path }: Fields, at: string, projected: string): FieldError[] {
  const seconds = expirationSeconds as number;
  const field = `${at}.expirationSeconds`;
  const errors: FieldError[] = [];
  if (seconds < 600)
    errors.push(invalidValue(field, seconds, 'may not specify a duration less than 10 minutes'));
  if (seconds > 2 ** 32)
    errors.push(invalidValue(field, seconds, 'may not specify a duration larger than 2^32 seconds'));
  errors.push(
    ...(path ? ownPathErrors(`${projected}.path`, path as string) : [required(`${projected}.path`)]),
  );
  return errors;
}

/** Files of several sources in one volume, each at a path of its own. Source: validateProjectionSources. */
const projectedErrors: Look = ({ defaultMode, sources }, at) => {
  const errors = modeErrors(`${at}.defaultMode`, defaultMode);
  const paths = new Set<unknown>();
  const take = (path: unknown, shown: unknown) => {
    if (path && paths.has(path)) errors.push(invalidValue(at, shown, 'conflicting duplicate paths'));
    paths.add(path);
  };
  for (const [i, source] of fieldsOf(sources).entries()) {
    const here = `${at}.sources[${i}]`;
    for (const kind of ['secret', 'configMap']) {
      const one = source[kind] as Fields | undefined;
      if (!one) continue;
      if (!one.name) errors.push(required(`${here}.${kind}.name`));
      for (const [j, item] of fieldsOf(one.items).entries()) {
        errors.push(...keyToPathErrors(item, `${here}.${kind}.items[${j}]`));
        take(item.path, one.name ?? '');
      }
    }
    for (const file of fieldsOf((source.downwardAPI as Fields | undefined)?.items)) {
      errors.push(...downwardFileErrors(file, `${here}.downwardAPI`));
      take(file.path, file.path);
    }
    const token = source.serviceAccountToken as Fields | undefined;
    if (token) errors.push(...tokenErrors(token, `${here}.serviceAccountToken`, at));
    if (Object.keys(source).length > 1)
      errors.push(forbidden(here, 'may not specify more than 1 volume type per source'));
  }
  return errors;
};

const hostPathTypes = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];
export const hostPathErrors = ({ path, type }: Fields, at: string): FieldError[] =>
  path
    ? [...backstepErrors(`${at}.path`, text(path)), ...oneOf(`${at}.type`, type, hostPathTypes)]
    : [required(`${at}.path`)];

export const nfsErrors = ({ server, path }: Fields, at: string): FieldError[] => [
  ...(server ? [] : [required(`${at}.server`)]),
  ...(path ? [] : [required(`${at}.path`)]),
  ...(text(path).startsWith('/') ? [] : [invalidValue(`${at}.path`, path ?? '', 'must be an absolute path')]),
];

/** The sources with something to look at, in the order in which the API server looks for them. */
const sources: Readonly<Record<string, Look>> = {
  emptyDir: ({ sizeLimit, mode }, at) => [
    ...(quantity(sizeLimit as string | undefined) < 0
      ? [forbidden(`${at}.sizeLimit`, 'SizeLimit field must be a valid resource quantity')]
      : []),
    ...modeErrors(`${at}.mode`, mode, 0o1777),
  ],
  hostPath: hostPathErrors,
  secret: withItems('secretName'),
  nfs: nfsErrors,
  persistentVolumeClaim: ({ claimName }, at) => (claimName ? [] : [required(`${at}.claimName`)]),
  downwardAPI: ({ defaultMode, items }, at) => [
    ...modeErrors(`${at}.defaultMode`, defaultMode),
    ...fieldsOf(items).flatMap((file) => downwardFileErrors(file, at)),
  ],
  configMap: withItems('name'),
  projected: projectedErrors,
  ephemeral: ({ volumeClaimTemplate }, at, { name }, owner) => {
    const { metadata, spec } = (volumeClaimTemplate ?? {}) as { metadata?: Fields; spec?: Fields };
    const here = `${at}.volumeClaimTemplate`;
    const claim = `${owner}-${name}`;
    const field = `${at.slice(0, -'.ephemeral'.length)}.name`;
    const words = `Invalid value: "${name}": PVC name "${claim}": `;
    return [
      ...(volumeClaimTemplate
        ? [
            ...templateMetadataErrors(metadata, `${here}.metadata`),
            ...claimSpecErrors(spec ?? {}, `${here}.spec`),
          ]
        : [required(here)]),
      ...(owner && name ? nameErrors(field, claim, 'subdomain') : []).map(({ detail }) => ({
        field,
        detail: detail.replace(/^Invalid value: "[^"]*": /, () => words),
      })),
    ];
  },
  image: ({ reference, pullPolicy }, at) => [
    ...(reference ? [] : [required(`${at}.reference`)]),
    ...wordOf(`${at}.pullPolicy`, pullPolicy, ['Always', 'IfNotPresent', 'Never']),
  ],
};
const order = Object.keys(sources);

/** A source after the first is one too many. */
function sourceErrors(volume: Volume, at: string, owner: string): FieldError[] {
  const present = Object.keys(volume).filter((field) => field !== 'name' && volume[field] !== undefined);
  if (present.length === 0) return [required(at, 'must specify a volume type')];
  present.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return present.flatMap((kind, i) =>
    i > 0
      ? [
          forbidden(
            `${at}.${kind === 'downwardAPI' ? 'downwarAPI' : kind}`,
            'may not specify more than 1 volume type',
          ),
        ]
      : (sources[kind]?.(volume[kind] as Fields, `${at}.${kind}`, volume, owner) ?? []),
  );
}

/** The sound volumes by name, and what is wrong with the others. `owner` is the Pod's name, if it has one yet. */
export function volumeErrors(
  volumes: readonly Volume[],
  at: string,
  owner: string,
): { readonly sound: ReadonlyMap<string, Volume>; readonly errors: FieldError[] } {
  const sound = new Map<string, Volume>();
  const made = new Set(
    volumes.flatMap(({ name, ephemeral }) => (ephemeral && owner ? `${owner}-${name}` : [])),
  );
  const errors = volumes.flatMap((volume, i) => {
    const here = `${at}[${i}]`;
    const { name, persistentVolumeClaim } = volume;
    const wrong = sourceErrors(volume, here, owner);
    if (name) wrong.push(...nameErrors(`${here}.name`, name, 'label'));
    else wrong.push(required(`${here}.name`));
    if (sound.has(name)) wrong.push(duplicate(`${here}.name`, name));
    if (wrong.length === 0) sound.set(name, volume);
    const claim = persistentVolumeClaim?.claimName;
    if (claim && made.has(claim))
      wrong.push(
        invalidValue(
          `${here}.persistentVolumeClaim.claimName`,
          claim,
          'must not reference a PVC that gets created for an ephemeral volume',
        ),
      );
    return wrong;
  });
  return { sound, errors };
}
