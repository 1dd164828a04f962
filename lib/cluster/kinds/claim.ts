import { annotationErrors, labelErrors, labelSelectorErrors } from '../api/labels';
import { nameErrors } from '../api/names';
import { type FieldError, forbidden, invalidValue, oneOf, required } from '../api/refusal';
import type { LabelSelector, Labels } from '../objects';
import { quantity } from '../quantity';
import type { Fields } from './paths';

/** What a claim may ask for, by itself or in a template. Models pkg/apis/core/validation ValidatePersistentVolumeClaimSpec (v1.37). */

const accessModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
export const volumeModes = ['Block', 'Filesystem'];

export function accessModeErrors(modes: unknown, at: string): FieldError[] {
  const list = (modes ?? []) as string[];
  const errors = list.flatMap((mode) => oneOf(at, mode, accessModes));
  const others = list.filter((mode) => mode !== 'ReadWriteOncePod' && accessModes.includes(mode));
  if (list.includes('ReadWriteOncePod') && others.length)
    errors.push(forbidden(at, 'may not use ReadWriteOncePod with other access modes'));
  return errors;
}

export const positiveErrors = (at: string, text: string): FieldError[] =>
  quantity(text) > 0 ? [] : [invalidValue(at, text, 'must be greater than zero')];

export const classNameErrors = (at: string, name: unknown): FieldError[] =>
  name ? nameErrors(at, name as string, 'subdomain') : [];

function sourceErrors(source: Fields | undefined, at: string): FieldError[] {
  if (!source) return [];
  const { name, kind, apiGroup } = source;
  const errors: FieldError[] = [];
  if (!name) errors.push(required(`${at}.name`));
  if (!kind) errors.push(required(`${at}.kind`));
  if (apiGroup) errors.push(...nameErrors(`${at}.apiGroup`, apiGroup as string, 'subdomain'));
  else if (kind !== 'PersistentVolumeClaim')
    errors.push(
      invalidValue(at, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup"),
    );
  return errors;
}

export function claimSpecErrors(spec: Fields, at: string): FieldError[] {
  const modes = spec.accessModes as string[] | undefined;
  const requests = (spec.resources as { requests?: Labels } | undefined)?.requests;
  const storage = requests?.storage;
  return [
    ...(modes?.length ? [] : [required(`${at}.accessModes`, 'at least 1 access mode is required')]),
    ...labelSelectorErrors(spec.selector as LabelSelector | undefined, `${at}.selector`),
    ...accessModeErrors(modes, `${at}.accessModes`),
    ...(storage === undefined
      ? [required(`${at}.resources[storage]`)]
      : positiveErrors(`${at}.resources[storage]`, storage)),
    ...classNameErrors(`${at}.storageClassName`, spec.storageClassName),
    ...oneOf(`${at}.volumeMode`, spec.volumeMode, volumeModes),
    ...sourceErrors(spec.dataSource as Fields | undefined, `${at}.dataSource`),
    ...sourceErrors(spec.dataSourceRef as Fields | undefined, `${at}.dataSourceRef`),
    ...classNameErrors(`${at}.volumeAttributesClassName`, spec.volumeAttributesClassName),
  ];
}

/** Labels and annotations, and nothing else. Source: ValidateTemplateObjectMeta. */
export const templateMetadataErrors = (metadata: Fields | undefined, at: string): FieldError[] => [
  ...annotationErrors(metadata?.annotations as Labels | undefined, `${at}.annotations`),
  ...labelErrors(metadata?.labels as Labels | undefined, `${at}.labels`),
  ...Object.keys(metadata ?? {})
    .filter((field) => field !== 'labels' && field !== 'annotations')
    .map((field) => forbidden(`${at}.${field}`, 'cannot be set')),
];
