import { printedSelector } from '../api/labels';
import { isSame } from '../api/merge';
import { type FieldError, forbidden, invalidValue, unsupported } from '../api/refusal';
import type { StatefulSet, StatefulSetSpec } from '../objects';
import { defineKind } from './kind';
import {
  atLeastZero,
  defaultedTemplate,
  immutableField,
  selectedTemplateErrors,
  selectorErrors,
} from './workload';

/** Source: pkg/apis/apps/v1/defaults.go SetDefaults_StatefulSet. */
const defaultedSpec = (spec: StatefulSetSpec): StatefulSetSpec => {
  const strategy = { ...spec.updateStrategy, type: spec.updateStrategy?.type || 'RollingUpdate' };
  const rolling =
    strategy.type === 'OnDelete'
      ? strategy
      : { ...strategy, rollingUpdate: { partition: 0, maxUnavailable: 1, ...strategy.rollingUpdate } };
  return {
    revisionHistoryLimit: 10,
    ...spec,
    replicas: spec.replicas ?? 1,
    podManagementPolicy: spec.podManagementPolicy ?? 'OrderedReady',
    updateStrategy: rolling,
    persistentVolumeClaimRetentionPolicy: {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
      ...spec.persistentVolumeClaimRetentionPolicy,
    },
    template: defaultedTemplate(spec.template),
    ...(spec.volumeClaimTemplates && {
      volumeClaimTemplates: spec.volumeClaimTemplates.map((claim) => ({
        ...claim,
        spec: { volumeMode: 'Filesystem', ...claim.spec },
      })),
    }),
  };
};

function validatePolicies(spec: StatefulSetSpec): FieldError[] {
  const errors: FieldError[] = [];
  if (spec.podManagementPolicy !== 'OrderedReady' && spec.podManagementPolicy !== 'Parallel') {
    errors.push(
      invalidValue(
        'spec.podManagementPolicy',
        spec.podManagementPolicy,
        "must be 'OrderedReady' or 'Parallel'",
      ),
    );
  }
  const { type, rollingUpdate } = spec.updateStrategy;
  if (type === 'OnDelete' && rollingUpdate) {
    errors.push(
      invalidValue(
        'spec.updateStrategy.rollingUpdate',
        rollingUpdate,
        "only allowed for updateStrategy 'RollingUpdate'",
      ),
    );
  } else if (type !== 'OnDelete' && type !== 'RollingUpdate') {
    errors.push(
      invalidValue('spec.updateStrategy', spec.updateStrategy, "must be 'RollingUpdate' or 'OnDelete'"),
    );
  }
  for (const when of ['whenDeleted', 'whenScaled'] as const) {
    const policy = spec.persistentVolumeClaimRetentionPolicy?.[when];
    if (policy !== 'Retain' && policy !== 'Delete') {
      errors.push(
        unsupported(`spec.persistentVolumeClaimRetentionPolicy.${when}`, policy, ['Delete', 'Retain']),
      );
    }
  }
  return errors;
}

const changeable = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
] as const;
const immutable = ['serviceName', 'podManagementPolicy', 'selector'] as const;

function validateUpdate(spec: StatefulSetSpec, before: StatefulSetSpec): FieldError[] {
  const errors: FieldError[] = immutable.flatMap((field) =>
    field === 'selector'
      ? immutableField('spec.selector', printedSelector(spec.selector), printedSelector(before.selector))
      : immutableField(`spec.${field}`, spec[field], before[field]),
  );
  const others = (all: StatefulSetSpec) =>
    Object.fromEntries(
      Object.entries(all).filter(
        ([field]) => ![...changeable, ...immutable].some((known) => known === field),
      ),
    );
  if (!isSame(others(spec), others(before))) {
    const names = changeable.map((field) => `'${field}'`);
    errors.push(
      forbidden(
        'spec',
        `updates to statefulset spec for fields other than ${names.slice(0, -1).join(', ')} and ${names.at(-1)} are forbidden`,
      ),
    );
  }
  return errors;
}

/** Source: pkg/apis/apps/validation ValidateStatefulSet, ValidateStatefulSetUpdate (v1.37); the texts of the recordings. */
export const statefulset = defineKind<StatefulSet>({
  kind: 'StatefulSet',
  apiVersion: 'apps/v1',
  plural: 'statefulsets',
  defaulted: (object) => ({
    ...object,
    spec: defaultedSpec(object.spec),
    status: object.status ?? { replicas: 0, availableReplicas: 0 },
  }),
  validate: ({ spec }) => [
    ...validatePolicies(spec),
    ...atLeastZero('spec.replicas', spec.replicas),
    ...atLeastZero('spec.minReadySeconds', spec.minReadySeconds),
    ...atLeastZero('spec.ordinals.start', spec.ordinals?.start),
    ...selectorErrors(spec.selector, 'statefulset'),
    ...selectedTemplateErrors(spec.selector, spec.template, ''),
  ],
  validateUpdate: (object, before) => validateUpdate(object.spec, before.spec),
});
