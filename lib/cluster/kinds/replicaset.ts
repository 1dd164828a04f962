import { atLeastZero } from '../api/refusal';
import type { ReplicaSet } from '../objects';
import { defineKind } from './kind';
import { defaultedTemplate, immutableSelector, selectedTemplateErrors, selectorErrors } from './workload';

/** Source: pkg/apis/apps/v1/defaults.go SetDefaults_ReplicaSet; pkg/apis/apps/validation ValidateReplicaSet, ValidateReplicaSetUpdate (v1.37). */
export const replicaset = defineKind<ReplicaSet>({
  kind: 'ReplicaSet',
  apiVersion: 'apps/v1',
  plural: 'replicasets',
  defaulted: (object) => ({
    ...object,
    spec: {
      ...object.spec,
      replicas: object.spec.replicas ?? 1,
      template: defaultedTemplate(object.spec.template),
    },
    status: object.status ?? { replicas: 0 },
  }),
  validate: ({ spec }) => [
    ...atLeastZero('spec.replicas', spec.replicas),
    ...atLeastZero('spec.minReadySeconds', spec.minReadySeconds),
    ...selectorErrors(spec.selector, 'deployment'),
    ...selectedTemplateErrors(spec.selector, spec.template, 'invalid label selector'),
  ],
  validateUpdate: ({ spec }, before) => immutableSelector(spec.selector, before.spec.selector),
});
