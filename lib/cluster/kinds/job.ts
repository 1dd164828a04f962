import { labelSelectorErrors, printedSelector } from '../api/labels';
import { nameErrors } from '../api/names';
import { type FieldError, invalidValue, required } from '../api/refusal';
import type { Job, JobSpec, Labels, ObjectMeta, PodTemplate } from '../objects';
import { selects } from '../selector';
import { jobSpecErrors } from './job-spec';
import { jobUpdateErrors } from './job-update';
import { defineKind } from './kind';
import { defaultedTemplate, isUnusable, templateLabelErrors } from './workload';

/** Labels that tell a Job's Pods; the two without a prefix are from before labels of Kubernetes had one. */
export const jobLabels = {
  controllerUid: 'batch.kubernetes.io/controller-uid',
  jobName: 'batch.kubernetes.io/job-name',
  oldControllerUid: 'controller-uid',
  oldJobName: 'job-name',
} as const;

const largestInt32 = 2_147_483_647;

/** A condition of a Pod is meant to be True. Source: SetDefaults_PodFailurePolicyOnPodConditionsPattern. */
export const defaultedFailurePolicy = ({ podFailurePolicy: policy }: Partial<JobSpec>) =>
  policy?.rules && {
    podFailurePolicy: {
      ...policy,
      rules: policy.rules.map((rule) => ({
        ...rule,
        ...(rule.onPodConditions && {
          onPodConditions: rule.onPodConditions.map((on) => ({ ...on, status: on.status || 'True' })),
        }),
      })),
    },
  };

/** Source: pkg/apis/batch/v1/defaults.go SetDefaults_Job, without what it does to labels. */
export function defaultedJobSpec(spec: JobSpec): JobSpec {
  const isSingle = spec.completions === undefined && spec.parallelism === undefined;
  const { podFailurePolicy } = spec;
  return {
    ...spec,
    ...(isSingle && { completions: 1 }),
    parallelism: spec.parallelism ?? 1,
    backoffLimit: spec.backoffLimit ?? (spec.backoffLimitPerIndex === undefined ? 6 : largestInt32),
    completionMode: spec.completionMode ?? 'NonIndexed',
    suspend: spec.suspend ?? false,
    podReplacementPolicy: spec.podReplacementPolicy ?? (podFailurePolicy ? 'Failed' : 'TerminatingOrFailed'),
    manualSelector: spec.manualSelector ?? false,
    ...defaultedFailurePolicy(spec),
    template: defaultedTemplate(spec.template),
  };
}

const generatedLabels = ({ name, uid }: ObjectMeta): Labels => ({
  [jobLabels.oldJobName]: name,
  [jobLabels.jobName]: name,
  [jobLabels.oldControllerUid]: uid,
  [jobLabels.controllerUid]: uid,
});

/**
 * A new Job gets a selector that finds its own Pods and no others, and the labels for it. Labels that it has from its
 * template are one map with the template's: what is added to one is in both.
 * Source: pkg/registry/batch/job/strategy.go generateSelector.
 */
function prepared(job: Job, before?: Job): Job {
  const { metadata, spec } = job;
  if (before || spec.manualSelector) return job;
  const own = spec.template.metadata?.labels;
  const labels = { ...generatedLabels(metadata), ...own };
  const matchLabels = { [jobLabels.controllerUid]: metadata.uid, ...spec.selector?.matchLabels };
  const template: PodTemplate = { ...spec.template, metadata: { ...spec.template.metadata, labels } };
  // A Job without labels that is read gets those of its template: then these are there.
  const isBare = Object.keys(metadata.labels ?? {}).length === 0;
  const inherits = isBare || (own && metadata.labels === own);
  return {
    ...job,
    metadata: inherits ? { ...metadata, labels } : metadata,
    spec: { ...spec, template, selector: { ...spec.selector, matchLabels } },
  };
}

function defaulted(object: Job): Job {
  const { metadata } = object;
  const spec = defaultedJobSpec(object.spec ?? ({} as JobSpec));
  const labels = spec.template.metadata?.labels;
  const inherits = labels && Object.keys(metadata.labels ?? {}).length === 0;
  return {
    ...object,
    metadata: inherits ? { ...metadata, labels } : metadata,
    spec,
    status: object.status ?? {},
  };
}

function generatedSelectorErrors({ metadata, spec }: Job): FieldError[] {
  if (spec.manualSelector || !spec.selector) return [];
  const labels = spec.template.metadata?.labels ?? {};
  const expected = generatedLabels(metadata);
  const order = [
    jobLabels.oldControllerUid,
    jobLabels.oldJobName,
    jobLabels.controllerUid,
    jobLabels.jobName,
  ];
  const errors = order.flatMap((key): FieldError[] => {
    const field = `spec.template.metadata.labels[${key}]`;
    const detail = `must be '${expected[key]}'`;
    if (labels[key] === undefined) return [required(field, detail)];
    return labels[key] === expected[key] ? [] : [invalidValue(field, labels, detail)];
  });
  if (!isUnusable(spec.selector) && !selects(spec.selector, expected))
    errors.push(
      invalidValue('spec.selector', printedSelector(spec.selector), '`selector` not auto-generated'),
    );
  return errors;
}

function selectorErrors({ selector, template }: JobSpec): FieldError[] {
  const errors = selector ? labelSelectorErrors(selector, 'spec.selector') : [required('spec.selector')];
  const isFound = selector && (isUnusable(selector) || selects(selector, template.metadata?.labels));
  if (!isFound) errors.push(templateLabelErrors(template.metadata?.labels, 'spec.template'));
  return errors;
}

/** The highest index must make a hostname. Source: validateNameAllowsCompletions. */
function nameAllowsIndexes({ metadata, spec }: Job): FieldError[] {
  if (spec.completionMode !== 'Indexed' || !spec.completions || spec.completions < 0) return [];
  const hostname = `${metadata.name}-${spec.completions - 1}`;
  return nameErrors('', hostname, 'label').length
    ? [
        invalidValue(
          'metadata.name',
          metadata.name,
          `will not able to create pod with invalid DNS label: ${hostname}`,
        ),
      ]
    : [];
}

/** Models pkg/apis/batch/validation ValidateJobCreate, ValidateJobUpdate, pkg/registry/batch/job/strategy.go (v1.37). */
export const job = defineKind<Job>({
  kind: 'Job',
  apiVersion: 'batch/v1',
  plural: 'jobs',
  orphansDependents: true,
  defaulted,
  prepared,
  validateCreate: generatedSelectorErrors,
  validate: (object) => [
    ...jobSpecErrors(object.spec, 'spec'),
    ...selectorErrors(object.spec),
    ...nameAllowsIndexes(object),
  ],
  validateUpdate: jobUpdateErrors,
});
