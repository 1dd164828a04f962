import { asGo } from '../api/as-go';
import { nameErrors } from '../api/names';
import { atLeastZero, type FieldError, invalidValue, required, tooLong, unsupported } from '../api/refusal';
import type { JobSpec } from '../objects';
import { podFailurePolicyErrors, successPolicyErrors } from './job-policies';
import { templateErrors } from './workload';

/**
 * What a Job's spec may say, by itself or in a CronJob.
 * Models pkg/apis/batch/validation validateJobSpec (v1.37). Leaves out: `scheduling`, which needs a feature gate that is off.
 */

const most = {
  indexedParallelism: 100_000,
  failedIndexes: 100_000,
  completionsWithoutMore: 100_000,
  parallelismAbove: 10_000,
  failedIndexesAbove: 10_000,
  managedByBytes: 63,
} as const;

const counts = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const;

/** What is asked of a spec, with or without its defaults. */
type AnyJobSpec = Partial<JobSpec> & Pick<JobSpec, 'template'>;

/** Everything but the selector. `at` is `spec`, or `spec.jobTemplate.spec` in a CronJob. */
export function jobSpecErrors(spec: AnyJobSpec, at: string): FieldError[] {
  const errors = counts.flatMap((field) => atLeastZero(`${at}.${field}`, spec[field]));
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined)
    errors.push(required(`${at}.backoffLimitPerIndex`, 'when maxFailedIndexes is specified'));
  if (spec.managedBy !== undefined) errors.push(...managedByErrors(spec.managedBy, `${at}.managedBy`));
  errors.push(...completionModeErrors(spec, at));
  if (spec.podFailurePolicy) errors.push(...podFailurePolicyErrors(spec, `${at}.podFailurePolicy`));
  if (spec.successPolicy && spec.completionMode !== 'Indexed')
    errors.push(
      invalidValue(
        `${at}.successPolicy`,
        asGo('SuccessPolicy', spec.successPolicy),
        'requires indexed completion mode',
      ),
    );
  else if (spec.successPolicy) errors.push(...successPolicyErrors(spec, `${at}.successPolicy`));
  return [
    ...errors,
    ...replacementErrors(spec, `${at}.podReplacementPolicy`),
    ...templateErrors(spec.template, `${at}.template`),
    ...restartPolicyErrors(spec, `${at}.template.spec.restartPolicy`),
  ];
}

function managedByErrors(value: string, field: string): FieldError[] {
  if (!value) return [required(field)];
  const [host = '', ...rest] = value.split('/');
  const path = rest.join('/');
  if (!host || !path)
    return [invalidValue(field, value, 'must be a domain-prefixed path (such as "acme.io/foo")')];
  return [...nameErrors(field, host, 'subdomain'), ...tooLong(field, value, most.managedByBytes)];
}

function completionModeErrors(spec: AnyJobSpec, at: string): FieldError[] {
  const { completionMode: mode, backoffLimitPerIndex, maxFailedIndexes } = spec;
  if (mode === 'Indexed') return indexedErrors(spec, at);
  const errors: FieldError[] = [];
  if (mode !== undefined && mode !== 'NonIndexed')
    errors.push(unsupported(`${at}.completionMode`, mode, ['NonIndexed', 'Indexed']));
  else
    for (const [field, value] of Object.entries({ backoffLimitPerIndex, maxFailedIndexes }))
      if (value !== undefined)
        errors.push(invalidValue(`${at}.${field}`, value, 'requires indexed completion mode'));
  return errors;
}

function indexedErrors(spec: AnyJobSpec, at: string): FieldError[] {
  const { completions, parallelism, maxFailedIndexes, backoffLimitPerIndex } = spec;
  const errors: FieldError[] = [];
  const limited = (field: string, value: number | undefined, limit: number, when = '') => {
    if (value !== undefined && value > limit)
      errors.push(invalidValue(`${at}.${field}`, value, `must be less than or equal to ${limit}${when}`));
  };
  if (completions === undefined)
    errors.push(required(`${at}.completions`, 'when completion mode is Indexed'));
  limited('parallelism', parallelism, most.indexedParallelism, ' when completion mode is Indexed');
  if (completions !== undefined && maxFailedIndexes !== undefined && maxFailedIndexes > completions)
    errors.push(
      invalidValue(`${at}.maxFailedIndexes`, maxFailedIndexes, 'must be less than or equal to completions'),
    );
  limited('maxFailedIndexes', maxFailedIndexes, most.failedIndexes);
  const isLarge = completions !== undefined && completions > most.completionsWithoutMore;
  if (!isLarge || backoffLimitPerIndex === undefined) return errors;
  const above = most.completionsWithoutMore;
  if (maxFailedIndexes === undefined)
    errors.push(required(`${at}.maxFailedIndexes`, `must be specified when completions is above ${above}`));
  const when = ` when completions are above ${above} and used with backoff limit per index`;
  limited('parallelism', parallelism, most.parallelismAbove, when);
  limited('maxFailedIndexes', maxFailedIndexes, most.failedIndexesAbove, when);
  return errors;
}

function replacementErrors(spec: AnyJobSpec, field: string): FieldError[] {
  const policy = spec.podReplacementPolicy;
  const allowed = spec.podFailurePolicy ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
  return policy === undefined || allowed.includes(policy) ? [] : [unsupported(field, policy, allowed)];
}

function restartPolicyErrors(spec: AnyJobSpec, field: string): FieldError[] {
  const policy = spec.template.spec.restartPolicy;
  if (!policy || policy === 'Always') return [required(field, 'valid values: "OnFailure", "Never"')];
  if (policy !== 'OnFailure' && policy !== 'Never')
    return [unsupported(field, policy, ['OnFailure', 'Never'])];
  return spec.podFailurePolicy && policy !== 'Never'
    ? [invalidValue(field, policy, 'only "Never" is supported when podFailurePolicy is specified')]
    : [];
}
