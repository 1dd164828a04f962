import { asGo } from '../api/as-go';
import { nameErrors } from '../api/names';
import { atLeastZero, type FieldError, invalidValue, oneOf } from '../api/refusal';
import { atMost100Percent, intOrPercentErrors, numberIn } from '../int-or-percent';
import type { StatefulSet, StatefulSetSpec } from '../objects';
import { claimSpecErrors } from './claim';
import { defineKind } from './kind';
import type { Fields } from './paths';
import { defaultedClaimSpec } from './pod-defaults';
import {
  defaultedTemplate,
  immutableField,
  immutableSelector,
  selectedTemplateErrors,
  selectorErrors,
} from './workload';

type Strategy = StatefulSetSpec['updateStrategy'];

function defaultedStrategy(given: Partial<Strategy> | undefined): Strategy {
  const type = given?.type || 'RollingUpdate';
  const rolling = given?.rollingUpdate ?? (given?.type ? undefined : {});
  if (type !== 'RollingUpdate' || !rolling) return { ...given, type };
  return { ...given, type, rollingUpdate: { partition: 0, maxUnavailable: 1, ...rolling } };
}

type Claim = NonNullable<StatefulSetSpec['volumeClaimTemplates']>[number];

const defaultedClaim = (claim: Claim): Claim =>
  ({
    ...claim,
    kind: 'PersistentVolumeClaim',
    apiVersion: 'v1',
    spec: defaultedClaimSpec(claim.spec ?? {}),
    status: (claim as unknown as Fields).status ?? { phase: 'Pending' },
  }) as Claim;

/** Source: pkg/apis/apps/v1/defaults.go SetDefaults_StatefulSet. */
const defaultedSpec = (spec: StatefulSetSpec): StatefulSetSpec => ({
  revisionHistoryLimit: 10,
  ...spec,
  replicas: spec.replicas ?? 1,
  serviceName: spec.serviceName ?? '',
  podManagementPolicy: spec.podManagementPolicy || 'OrderedReady',
  updateStrategy: defaultedStrategy(spec.updateStrategy),
  persistentVolumeClaimRetentionPolicy: {
    whenDeleted: spec.persistentVolumeClaimRetentionPolicy?.whenDeleted || 'Retain',
    whenScaled: spec.persistentVolumeClaimRetentionPolicy?.whenScaled || 'Retain',
  },
  template: defaultedTemplate(spec.template),
  ...(spec.volumeClaimTemplates && {
    volumeClaimTemplates: spec.volumeClaimTemplates.map(defaultedClaim),
  }),
});

function strategyErrors(strategy: Strategy): FieldError[] {
  const at = 'spec.updateStrategy';
  const { type, rollingUpdate } = strategy;
  if (type !== 'OnDelete' && type !== 'RollingUpdate')
    return [
      invalidValue(at, asGo('StatefulSetUpdateStrategy', strategy), "must be 'RollingUpdate' or 'OnDelete'"),
    ];
  if (!rollingUpdate) return [];
  if (type === 'OnDelete')
    return [
      invalidValue(
        `${at}.rollingUpdate`,
        asGo('RollingUpdateStatefulSetStrategy', rollingUpdate),
        "only allowed for updateStrategy 'RollingUpdate'",
      ),
    ];
  const { partition, maxUnavailable } = rollingUpdate;
  const errors = atLeastZero(`${at}.rollingUpdate.partition`, partition);
  if (maxUnavailable === undefined) return errors;
  const field = `${at}.rollingUpdate.maxUnavailable`;
  errors.push(...intOrPercentErrors(maxUnavailable, field));
  if (numberIn(maxUnavailable) === 0) errors.push(invalidValue(field, maxUnavailable, 'cannot be 0'));
  return [...errors, ...atMost100Percent(maxUnavailable, field)];
}

function policyErrors({
  podManagementPolicy: policy,
  persistentVolumeClaimRetentionPolicy: retention,
  ...spec
}: StatefulSetSpec): FieldError[] {
  const at = 'spec.persistentVolumeClaimRetentionPolicy';
  return [
    ...(policy === 'OrderedReady' || policy === 'Parallel'
      ? []
      : [invalidValue('spec.podManagementPolicy', policy, "must be 'OrderedReady' or 'Parallel'")]),
    ...strategyErrors(spec.updateStrategy),
    ...(['whenDeleted', 'whenScaled'] as const).flatMap((when) =>
      oneOf(`${at}.${when}`, retention?.[when], ['Retain', 'Delete']),
    ),
  ];
}

/** The template as its Pods will have it: with the claims for volumes, and without names that the set gives. */
function asOfPods({ template, volumeClaimTemplates = [] }: StatefulSetSpec): StatefulSetSpec['template'] {
  const { hostname: _, subdomain: _s, ...spec } = template.spec;
  if (volumeClaimTemplates.length === 0) return { ...template, spec };
  const names = volumeClaimTemplates.map(({ metadata }) => metadata?.name ?? '');
  const own = [...new Set(names)].map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
  const volumes = [...own, ...(spec.volumes ?? []).filter(({ name }) => !names.includes(name))];
  return { ...template, spec: { ...spec, volumes } };
}

const claimErrors = ({ volumeClaimTemplates = [], serviceName }: StatefulSetSpec) => ({
  claims: volumeClaimTemplates.flatMap(({ spec }, i) =>
    claimSpecErrors(spec as unknown as Fields, `spec.volumeClaimTemplates[${i}].spec`),
  ),
  service: serviceName ? nameErrors('spec.serviceName', serviceName, 'label') : [],
});

/** What is asked of claims and of the Service's name is asked of a new set only: they don't change. */
function specErrors(spec: StatefulSetSpec, isNew: boolean): FieldError[] {
  const { claims, service } = isNew ? claimErrors(spec) : { claims: [], service: [] };
  return [
    ...policyErrors(spec),
    ...claims,
    ...atLeastZero('spec.replicas', spec.replicas),
    ...atLeastZero('spec.minReadySeconds', spec.minReadySeconds),
    ...atLeastZero('spec.ordinals.start', spec.ordinals?.start),
    ...service,
    ...selectorErrors(spec.selector, 'statefulset'),
    ...selectedTemplateErrors(spec.selector, asOfPods(spec), '', 'StatefulSet'),
  ];
}

const newClaimStatus = {
  Phase: 'Pending',
  AccessModes: null,
  Capacity: null,
  Conditions: null,
  AllocatedResources: null,
  AllocatedResourceStatuses: null,
  CurrentVolumeAttributesClassName: null,
  ModifyVolumeStatus: null,
  HealthStatus: null,
};
const printedClaims = (claims: StatefulSetSpec['volumeClaimTemplates']) =>
  claims?.map((claim) => ({ ...asGo('PersistentVolumeClaim', claim), Status: newClaimStatus })) ?? null;

function updateErrors(spec: StatefulSetSpec, before: StatefulSetSpec): FieldError[] {
  const [now, then] = [spec, before].map(({ volumeClaimTemplates }) => printedClaims(volumeClaimTemplates));
  return [
    ...specErrors(spec, false),
    ...immutableSelector(spec.selector, before.selector),
    ...(now?.length || then?.length ? immutableField('spec.volumeClaimTemplates', now, then) : []),
    ...immutableField('spec.serviceName', spec.serviceName ?? '', before.serviceName ?? ''),
    ...immutableField('spec.podManagementPolicy', spec.podManagementPolicy, before.podManagementPolicy),
  ];
}

/** Models pkg/apis/apps/validation ValidateStatefulSet, ValidateStatefulSetUpdate (v1.37). */
export const statefulset = defineKind<StatefulSet>({
  kind: 'StatefulSet',
  apiVersion: 'apps/v1',
  plural: 'statefulsets',
  nameForm: 'label',
  defaulted: (object) => ({
    ...object,
    spec: defaultedSpec(object.spec),
    status: object.status ?? { replicas: 0, availableReplicas: 0 },
  }),
  validateCreate: ({ spec }) => specErrors(spec, true),
  validateUpdate: (object, before) => updateErrors(object.spec, before.spec),
});
