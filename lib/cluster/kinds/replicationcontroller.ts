import { nameErrors } from '../api/names';
import { atLeastZero, type FieldError, required } from '../api/refusal';
import type { ReplicationController } from '../objects';
import { matchesLabels } from '../selector';
import { defineKind } from './kind';
import { alwaysRestarts, defaultedTemplate, templateErrors, templateLabelErrors } from './workload';

const isEmpty = (labels: object | undefined): boolean => Object.keys(labels ?? {}).length === 0;

/** Selector and labels are the template's labels unless said. Source: pkg/apis/core/v1/defaults.go SetDefaults_ReplicationController. */
function defaulted(object: ReplicationController): ReplicationController {
  const { spec, metadata } = object;
  const labels = spec.template?.metadata?.labels;
  return {
    ...object,
    metadata: { ...metadata, ...(labels && isEmpty(metadata.labels) && { labels }) },
    spec: {
      ...spec,
      replicas: spec.replicas ?? 1,
      ...(labels && isEmpty(spec.selector) && { selector: labels }),
      ...(spec.template && { template: defaultedTemplate(spec.template) }),
    },
    status: object.status ?? { replicas: 0 },
  };
}

/** Source: pkg/apis/core/validation ValidateReplicationControllerSpec. */
/** What upstream's declarations find comes last: counts and the name. */
function validate({ spec, metadata }: ReplicationController): FieldError[] {
  const { template, selector } = spec;
  const declared = [
    ...atLeastZero('spec.replicas', spec.replicas),
    ...atLeastZero('spec.minReadySeconds', spec.minReadySeconds),
    ...(metadata.name ? nameErrors('metadata.name', metadata.name, 'subdomain') : []).map((error) => ({
      ...error,
      detail: error.detail.replace('253 characters', '253 bytes'),
    })),
  ];
  const errors = isEmpty(selector) ? [required('spec.selector')] : [];
  if (!template) return [...errors, required('spec.template'), ...declared];
  if (!isEmpty(selector) && !matchesLabels(selector ?? {}, template.metadata?.labels))
    errors.push(templateLabelErrors(template.metadata?.labels, 'spec.template'));
  return [
    ...errors,
    ...templateErrors(template),
    ...alwaysRestarts(template, 'ReplicationController'),
    ...declared,
  ];
}

/** The selector is a plain map and may change. Source: ValidateReplicationController, ValidateReplicationControllerUpdate (v1.37). */
export const replicationcontroller = defineKind<ReplicationController>({
  kind: 'ReplicationController',
  apiVersion: 'v1',
  plural: 'replicationcontrollers',
  nameForm: 'segment',
  orphansDependents: true,
  defaulted,
  validate,
});
