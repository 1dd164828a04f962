import { isSame } from '../api/merge';
import { type FieldError, forbidden, invalidValue, required, unsupported } from '../api/refusal';
import type { StatefulSet, StatefulSetSpec } from '../objects';
import { selects } from '../selector';
import { defineKind } from './kind';
import { defaultedPodSpec, validatePodSpec } from './pod';

/** Source: pkg/apis/apps/v1/defaults.go SetDefaults_StatefulSet. */
const defaultedSpec = (spec: StatefulSetSpec): StatefulSetSpec => {
  const strategy = spec.updateStrategy ?? { type: 'RollingUpdate' };
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
    template: { ...spec.template, spec: defaultedPodSpec(spec.template?.spec ?? { containers: [] }) },
    ...(spec.volumeClaimTemplates && {
      volumeClaimTemplates: spec.volumeClaimTemplates.map((claim) => ({
        ...claim,
        spec: { volumeMode: 'Filesystem', ...claim.spec },
      })),
    }),
  };
};

const atLeastZero = (field: string, value: number | undefined): FieldError[] =>
  value !== undefined && value < 0 ? [invalidValue(field, value, 'must be greater than or equal to 0')] : [];

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

function validateTemplate(spec: StatefulSetSpec): FieldError[] {
  const errors: FieldError[] = [];
  const labels = spec.template.metadata?.labels ?? {};
  const hasSelector =
    Object.keys(spec.selector?.matchLabels ?? {}).length + (spec.selector?.matchExpressions ?? []).length > 0;
  if (!spec.selector) errors.push(required('spec.selector'));
  else if (!hasSelector)
    errors.push(invalidValue('spec.selector', spec.selector, 'empty selector is invalid for statefulset'));
  if (!hasSelector || !selects(spec.selector, labels)) {
    errors.push(
      invalidValue('spec.template.metadata.labels', labels, '`selector` does not match template `labels`'),
    );
  }
  errors.push(...validatePodSpec(spec.template.spec, 'spec.template.spec'));
  if (spec.template.spec.restartPolicy !== 'Always') {
    errors.push(
      unsupported('spec.template.spec.restartPolicy', spec.template.spec.restartPolicy, ['Always']),
    );
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
  const errors: FieldError[] = immutable
    .filter((field) => !isSame(spec[field], before[field]))
    .map((field) => invalidValue(`spec.${field}`, spec[field], 'field is immutable'));
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
    ...validateTemplate(spec),
  ],
  validateUpdate: (object, before) => validateUpdate(object.spec, before.spec),
});
