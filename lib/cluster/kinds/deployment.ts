import { asGo } from '../api/as-go';
import { atLeastZero, type FieldError, forbidden, invalidValue, unsupported } from '../api/refusal';
import { atMost100Percent, intOrPercentErrors, numberIn } from '../int-or-percent';
import type { Deployment, DeploymentSpec } from '../objects';
import { defineKind } from './kind';
import { defaultedTemplate, immutableSelector, selectedTemplateErrors, selectorErrors } from './workload';

type Strategy = DeploymentSpec['strategy'];

const defaultedStrategy = (strategy: Partial<Strategy> | undefined): Strategy => {
  const type = strategy?.type ?? 'RollingUpdate';
  if (type !== 'RollingUpdate') return { ...strategy, type };
  const { maxSurge = '25%', maxUnavailable = '25%' } = strategy?.rollingUpdate ?? {};
  return { ...strategy, type, rollingUpdate: { ...strategy?.rollingUpdate, maxSurge, maxUnavailable } };
};

/** Source: pkg/apis/apps/v1/defaults.go SetDefaults_Deployment. */
const defaultedSpec = (spec: DeploymentSpec): DeploymentSpec => ({
  revisionHistoryLimit: 10,
  progressDeadlineSeconds: 600,
  ...spec,
  replicas: spec.replicas ?? 1,
  strategy: defaultedStrategy(spec.strategy),
  template: defaultedTemplate(spec.template),
});

/** Source: pkg/apis/apps/validation ValidateRollingUpdateDeployment. */
function rollingUpdateErrors({
  maxSurge = 0,
  maxUnavailable = 0,
}: NonNullable<Strategy['rollingUpdate']>): FieldError[] {
  const field = 'spec.strategy.rollingUpdate';
  const isStill = numberIn(maxUnavailable) === 0 && numberIn(maxSurge) === 0;
  return [
    ...intOrPercentErrors(maxUnavailable, `${field}.maxUnavailable`),
    ...intOrPercentErrors(maxSurge, `${field}.maxSurge`),
    ...(isStill
      ? [invalidValue(`${field}.maxUnavailable`, maxUnavailable, 'may not be 0 when `maxSurge` is 0')]
      : []),
    ...atMost100Percent(maxUnavailable, `${field}.maxUnavailable`),
  ];
}

/** Source: pkg/apis/apps/validation ValidateDeploymentStrategy. */
function strategyErrors({ type, rollingUpdate }: Strategy): FieldError[] {
  if (type === 'RollingUpdate') return rollingUpdateErrors(rollingUpdate ?? {});
  if (type !== 'Recreate')
    return [
      unsupported('spec.strategy', asGo('DeploymentStrategy', { type, rollingUpdate }), [
        'Recreate',
        'RollingUpdate',
      ]),
    ];
  return rollingUpdate
    ? [forbidden('spec.strategy.rollingUpdate', "may not be specified when strategy `type` is 'Recreate'")]
    : [];
}

function deadlineErrors({
  progressDeadlineSeconds: seconds,
  minReadySeconds = 0,
}: DeploymentSpec): FieldError[] {
  const field = 'spec.progressDeadlineSeconds';
  if (seconds === undefined) return [];
  return [
    ...atLeastZero(field, seconds),
    ...(seconds <= minReadySeconds
      ? [invalidValue(field, seconds, 'must be greater than minReadySeconds')]
      : []),
  ];
}

/** Source: pkg/apis/apps/validation ValidateDeployment, pkg/registry/apps/deployment/strategy.go ValidateUpdate (v1.37). */
export const deployment = defineKind<Deployment>({
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  plural: 'deployments',
  defaulted: (object) => ({ ...object, spec: defaultedSpec(object.spec), status: object.status ?? {} }),
  validate: ({ spec }) => [
    ...atLeastZero('spec.replicas', spec.replicas),
    ...selectorErrors(spec.selector, 'deployment'),
    ...selectedTemplateErrors(spec.selector, spec.template, 'invalid label selector'),
    ...strategyErrors(spec.strategy),
    ...atLeastZero('spec.minReadySeconds', spec.minReadySeconds),
    ...atLeastZero('spec.revisionHistoryLimit', spec.revisionHistoryLimit),
    ...deadlineErrors(spec),
  ],
  validateUpdate: ({ spec }, before) => immutableSelector(spec.selector, before.spec.selector),
});
