import type { KubeObject, ObjectMeta } from '../objects';
import { annotationErrors, labelErrors, labelKeyProblems } from './labels';
import { isSame } from './merge';
import { type NameForm, nameErrors } from './names';
import { type FieldError, forbidden, invalidValue, required } from './refusal';

/**
 * What every object's metadata may say. Models apimachinery pkg/api/validation ValidateObjectMeta, ValidateObjectMetaUpdate
 * (v1.37). Leaves out: managedFields.
 */

type Owners = NonNullable<ObjectMeta['ownerReferences']>;
const field = (name: string): string => `metadata.${name}`;

function ownerErrors(owners: Owners): FieldError[] {
  const at = field('ownerReferences');
  const errors: FieldError[] = [];
  let first = '';
  for (const [i, owner] of owners.entries()) {
    const { apiVersion, kind, name, controller } = owner;
    const here = `${at}[${i}]`;
    for (const part of ['apiVersion', 'kind', 'name', 'uid'] as const)
      if (!owner[part]) errors.push(required(`${here}.${part}`, 'must not be empty'));
    if (apiVersion && (apiVersion.split('/').length > 2 || apiVersion.endsWith('/')))
      errors.push(invalidValue(`${here}.apiVersion`, apiVersion, 'must be <group>/<version> or <version>'));
    if (apiVersion === 'v1' && kind === 'Event')
      errors.push(invalidValue(here, owner, '/v1, Kind=Event is disallowed from being an owner'));
    if (!controller) continue;
    const words = 'Only one reference can have Controller set to true. Found "true" in references for';
    if (first) errors.push(invalidValue(at, owners, `${words} ${first} and ${kind}/${name}`));
    else first = `${kind}/${name}`;
  }
  return errors;
}

const known = ['kubernetes', 'orphan', 'foregroundDeletion'];

function finalizerErrors(finalizers: readonly string[]): FieldError[] {
  const at = field('finalizers');
  const errors = finalizers.flatMap((name, i) => [
    ...labelKeyProblems(name).map((problem) => invalidValue(at, name, problem)),
    ...(name.includes('/') || known.includes(name)
      ? []
      : [
          invalidValue(
            `${at}[${i}]`,
            name,
            'name is neither a standard finalizer name nor is it fully qualified',
          ),
        ]),
  ]);
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion'))
    errors.push(invalidValue(at, finalizers, 'finalizer orphan and foregroundDeletion cannot be both set'));
  return errors;
}

/** The name, and where the object lives. */
function placeErrors(
  { generateName, name, namespace }: ObjectMeta,
  form: NameForm,
  isNamespaced: boolean,
): FieldError[] {
  const errors = generateName ? nameErrors(field('generateName'), generateName, form, 'prefix') : [];
  if (name) errors.push(...nameErrors(field('name'), name, form));
  else errors.push(required(field('name'), 'name or generateName is required'));
  if (isNamespaced) errors.push(...nameErrors(field('namespace'), namespace ?? '', 'label'));
  else if (namespace) errors.push(forbidden(field('namespace'), 'not allowed on this type'));
  return errors;
}

/** What is wrong with an object's metadata. */
export function metadataErrors(
  { metadata }: KubeObject,
  form: NameForm,
  isNamespaced: boolean,
  before?: ObjectMeta,
): FieldError[] {
  const { labels, annotations, ownerReferences = [], finalizers = [] } = metadata;
  const errors = before ? [] : placeErrors(metadata, form, isNamespaced);
  if (!before || !isSame(labels, before.labels)) errors.push(...labelErrors(labels, field('labels')));
  if (!before || !isSame(annotations, before.annotations))
    errors.push(...annotationErrors(annotations, field('annotations')));
  errors.push(...ownerErrors(ownerReferences), ...finalizerErrors(finalizers));
  if (!before?.deletionTimestamp) return errors;
  const added = finalizers.filter((name) => !before.finalizers?.includes(name)).sort();
  const list = added.map((name) => JSON.stringify(name)).join(', ');
  if (added.length)
    errors.push(
      forbidden(
        field('finalizers'),
        `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`,
      ),
    );
  return errors;
}
