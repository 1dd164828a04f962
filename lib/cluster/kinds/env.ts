import { labelKeyProblems } from '../api/labels';
import { nameErrors } from '../api/names';
import { type FieldError, invalidValue, required, unsupported } from '../api/refusal';
import type { EnvFrom, EnvVar } from '../objects';
import { canonicalQuantity } from '../quantity';
import { backstepErrors, type Fields } from './paths';

/** Environment variables. Models pkg/apis/core/validation ValidateEnv, ValidateEnvFrom, validateObjectFieldSelector (v1.37). */

const variableErrors = (field: string, name: string): FieldError[] =>
  /^[\x20-\x3c\x3e-\x7e]*$/.test(name)
    ? []
    : [
        invalidValue(
          field,
          name,
          "a valid environment variable name must consist only of printable ASCII characters other than '='",
        ),
      ];

const envPaths = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
/** Fields of a Pod that can be selected by, here or elsewhere. Source: ConvertDownwardAPIFieldLabel. */
const known = [
  ...envPaths,
  'metadata.annotations',
  'metadata.labels',
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
];

export function fieldRefErrors(ref: Fields, paths: readonly string[], at: string): FieldError[] {
  const { apiVersion, fieldPath } = ref as Record<string, string>;
  const field = `${at}.fieldPath`;
  if (!fieldPath) return [required(field)];
  const cannot = (why: string) => [invalidValue(field, fieldPath, `error converting fieldPath: ${why}`)];
  if (apiVersion !== 'v1') return cannot(`unsupported pod version: ${apiVersion}`);
  const [, path, key] = /^(.*)\['([\s\S]*)'\]$/.exec(fieldPath) ?? [];
  if (path !== undefined && key !== undefined) {
    if (path !== 'metadata.annotations' && path !== 'metadata.labels')
      return cannot(`field label does not support subscript: ${fieldPath}`);
    const shown = path === 'metadata.annotations' ? key.toLowerCase() : key;
    return labelKeyProblems(shown).map((problem) => invalidValue(at, shown, problem));
  }
  if (!known.includes(fieldPath)) return cannot(`field label not supported: ${fieldPath}`);
  return paths.includes(fieldPath) ? [] : [unsupported(field, fieldPath, paths)];
}

const resources = ['limits', 'requests'].flatMap((list) =>
  ['cpu', 'ephemeral-storage', 'memory'].map((name) => `${list}.${name}`),
);
const units = '1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei';

export function resourceFieldErrors(ref: Fields, at: string, isVolume: boolean): FieldError[] {
  const { containerName, resource, divisor = '0' } = ref as Record<string, string>;
  const errors: FieldError[] = [];
  if (isVolume && !containerName) errors.push(required(`${at}.containerName`));
  else if (!resource) errors.push(required(`${at}.resource`));
  else if (!resources.includes(resource) && !/^(limits|requests)\.hugepages-/.test(resource))
    errors.push(unsupported(`${at}.resource`, resource, resources));
  const [, what = ''] =
    /^(?:limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-)/.exec(resource ?? '') ?? [];
  const unit = canonicalQuantity(divisor) ?? '';
  const allowed = what === 'cpu' ? '1m and 1' : units;
  if (unit !== '0' && what && !allowed.split(/, | and /).includes(unit)) {
    const name = { 'ephemeral-storage': 'local ephemeral storage', 'hugepages-': 'hugepages' }[what] ?? what;
    errors.push(
      invalidValue(
        `${at}.divisor`,
        resource,
        `only divisor's values ${allowed} are supported with the ${name} resource`,
      ),
    );
  }
  return errors;
}

const keyForm = '[-._a-zA-Z0-9]+';
function keyErrors({ name = '', key }: Fields, at: string): FieldError[] {
  const errors = nameErrors(`${at}.name`, name as string, 'subdomain');
  const field = `${at}.key`;
  if (!key) return [...errors, required(field)];
  const text = key as string;
  const wrong = (detail: string) => errors.push(invalidValue(field, text, detail));
  if (text.length > 253) wrong('must be no more than 253 characters');
  if (!new RegExp(`^${keyForm}$`).test(text))
    wrong(
      `a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '${keyForm}')`,
    );
  if (text === '.' || text === '..') wrong(`must not be '${text}'`);
  else if (text.startsWith('..')) wrong("must not start with '..'");
  return errors;
}

function fileKeyErrors(ref: Fields, at: string): FieldError[] {
  const { key, volumeName, path } = ref as Record<string, string>;
  return [
    ...(key ? variableErrors(`${at}.key`, key) : [required(`${at}.key`)]),
    ...(volumeName ? nameErrors(`${at}.volumeName`, volumeName, 'label') : [required(`${at}.volumeName`)]),
    ...(path ? backstepErrors(`${at}.path`, path) : [required(`${at}.path`)]),
  ];
}

const sources: Readonly<Record<string, (source: Fields, at: string) => FieldError[]>> = {
  fieldRef: (ref, at) => fieldRefErrors(ref, envPaths, at),
  resourceFieldRef: (ref, at) => resourceFieldErrors(ref, at, false),
  configMapKeyRef: keyErrors,
  secretKeyRef: keyErrors,
  fileKeyRef: fileKeyErrors,
};

export const envErrors = (env: readonly EnvVar[], at: string): FieldError[] =>
  env.flatMap(({ name, value, valueFrom }, i) => {
    const here = `${at}[${i}]`;
    const errors = name ? variableErrors(`${here}.name`, name) : [required(`${here}.name`)];
    if (!valueFrom) return errors;
    const from = `${here}.valueFrom`;
    const present = Object.keys(sources).filter((source) => valueFrom[source] !== undefined);
    for (const source of present)
      errors.push(...(sources[source]?.(valueFrom[source] as Fields, `${from}.${source}`) ?? []));
    const wrong = (detail: string) => errors.push(invalidValue(from, '', detail));
    if (present.length === 0)
      wrong(
        'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
      );
    else if (value) wrong('may not be specified when `value` is not empty');
    else if (present.length > 1) wrong('may not have more than one field specified at a time');
    return errors;
  });

/** A reference to a map by name. A name that only begins one may end with a dash. */
const refErrors = (ref: { name?: string } | undefined, at: string): FieldError[] => {
  if (!ref) return [];
  const { name } = ref;
  if (!name) return [required(`${at}.name`)];
  return nameErrors(`${at}.name`, name, 'subdomain', 'prefix');
};

export const envFromErrors = (list: readonly EnvFrom[], at: string): FieldError[] =>
  list.flatMap(({ prefix, configMapRef, secretRef }, i) => {
    const here = `${at}[${i}]`;
    const errors = [
      ...(prefix ? variableErrors(`${here}.prefix`, prefix) : []),
      ...refErrors(configMapRef, `${here}.configMapRef`),
      ...refErrors(secretRef, `${here}.secretRef`),
    ];
    if (!configMapRef && !secretRef)
      errors.push(invalidValue(at, '', 'must specify one of: `configMapRef` or `secretRef`'));
    if (configMapRef && secretRef)
      errors.push(invalidValue(at, '', 'may not have more than one field specified at a time'));
    return errors;
  });
