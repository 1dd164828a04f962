import { type FieldError, forbidden, invalidValue } from '../api/refusal';
import type { PriorityClass } from '../objects';
import { defineKind } from './kind';

const highestOfUsers = 1_000_000_000;
/** Source: pkg/apis/scheduling/v1/helpers.go SystemPriorityClasses. */
export const systemClasses: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

function errorsOf({ metadata: { name }, value }: PriorityClass): FieldError[] {
  if (!name.startsWith('system-')) {
    const words = `maximum allowed value of a user defined priority is ${highestOfUsers}`;
    return value > highestOfUsers ? [forbidden('value', words)] : [];
  }
  const known = systemClasses[name];
  if (known === value) return [];
  const error =
    known === undefined
      ? `${name} is not a known system priority class`
      : `value of ${name} PriorityClass must be ${known}`;
  return [
    forbidden(
      'metadata.name',
      `priority class names with 'system-' prefix are reserved for system use only. error: ${error}`,
    ),
  ];
}

/** Source: pkg/apis/scheduling/validation ValidatePriorityClass, ValidatePriorityClassUpdate; v1/defaults.go. */
export const priorityclass = defineKind<PriorityClass>({
  kind: 'PriorityClass',
  apiVersion: 'scheduling.k8s.io/v1',
  plural: 'priorityclasses',
  namespaced: false,
  hasStatus: false,
  defaulted: (object) => ({
    ...object,
    value: object.value ?? 0,
    preemptionPolicy: object.preemptionPolicy ?? 'PreemptLowerPriority',
  }),
  validate: errorsOf,
  validateUpdate: (object, before) => [
    ...(object.value === before.value ? [] : [forbidden('value', 'may not be changed in an update.')]),
    ...(object.preemptionPolicy === before.preemptionPolicy
      ? []
      : [invalidValue('preemptionPolicy', object.preemptionPolicy, 'field is immutable')]),
  ],
});
