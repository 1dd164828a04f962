import { labelKeyProblems } from '../api/labels';
import {
  atLeastZero,
  type FieldError,
  invalidValue,
  required,
  tooLong,
  tooMany,
  unsupported,
} from '../api/refusal';
import type {
  JobSpec,
  OnExitCodes,
  OnPodCondition,
  PodFailurePolicyRule,
  SuccessPolicyRule,
} from '../objects';

/**
 * What a Job's podFailurePolicy and successPolicy may say.
 * Models pkg/apis/batch/validation validatePodFailurePolicy, validateSuccessPolicy, validateIndexesFormat (v1.37).
 */

type AnyJobSpec = Partial<JobSpec> & Pick<JobSpec, 'template'>;

const most = { rules: 20, values: 255, conditions: 20, indexesBytes: 64 * 1024 } as const;
const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore'] as const;
const operators = ['In', 'NotIn'] as const;
const statuses = ['False', 'True', 'Unknown'] as const;

/** Something is wrong with the whole of it, so that no value is printed. */
const invalidAsAWhole = (field: string, detail: string): FieldError => ({
  field,
  detail: `Invalid value: ${detail}`,
});

/** One of a few words. Go prints the list of them in a way of its own when none is given. */
const oneOf = (field: string, value: string | undefined, known: readonly string[]): FieldError[] => {
  if (!value) return [required(field, `valid values: [${known.map((word) => `"${word}"`).join(' ')}]`)];
  return known.includes(value) ? [] : [unsupported(field, value, known)];
};

export function podFailurePolicyErrors(spec: AnyJobSpec, at: string): FieldError[] {
  const rules = spec.podFailurePolicy?.rules ?? [];
  const init = (spec.template.spec as { initContainers?: readonly { name: string }[] }).initContainers ?? [];
  const names = [...(spec.template.spec.containers ?? []), ...init].map(({ name }) => name);
  return [
    ...tooMany(`${at}.rules`, rules.length, most.rules),
    ...rules.flatMap((rule, i) => failureRuleErrors(spec, rule, `${at}.rules[${i}]`, names)),
  ];
}

function failureRuleErrors(
  spec: AnyJobSpec,
  rule: PodFailurePolicyRule,
  at: string,
  names: readonly string[],
): FieldError[] {
  const { action, onExitCodes, onPodConditions = [] } = rule;
  const errors: FieldError[] = [];
  if (action !== 'FailIndex') errors.push(...oneOf(`${at}.action`, action, actions));
  else if (spec.backoffLimitPerIndex === undefined)
    errors.push(invalidValue(`${at}.action`, action, 'requires the backoffLimitPerIndex to be set'));
  if (onExitCodes) errors.push(...onExitCodesErrors(onExitCodes, `${at}.onExitCodes`, names));
  errors.push(...onPodConditionsErrors(onPodConditions, `${at}.onPodConditions`));
  if (onExitCodes && onPodConditions.length)
    errors.push(invalidAsAWhole(at, 'specifying both OnExitCodes and OnPodConditions is not supported'));
  if (!onExitCodes && !onPodConditions.length)
    errors.push(invalidAsAWhole(at, 'specifying one of OnExitCodes and OnPodConditions is required'));
  return errors;
}

const onPodConditionsErrors = (patterns: readonly OnPodCondition[], at: string): FieldError[] => [
  ...tooMany(at, patterns.length, most.conditions),
  ...patterns.flatMap(({ type, status }, i) => [
    ...labelKeyProblems(type).map((problem) => invalidValue(`${at}[${i}].type`, type, problem)),
    ...oneOf(`${at}[${i}].status`, status, statuses),
  ]),
];

function onExitCodesErrors(on: OnExitCodes, at: string, names: readonly string[]): FieldError[] {
  const { operator, containerName, values } = on;
  const errors = oneOf(`${at}.operator`, operator, operators);
  if (containerName !== undefined && !names.includes(containerName))
    errors.push(
      invalidValue(
        `${at}.containerName`,
        containerName,
        'must be one of the container or initContainer names in the pod template',
      ),
    );
  if (!values?.length) errors.push(invalidValue(`${at}.values`, values, 'at least one value is required'));
  else errors.push(...tooMany(`${at}.values`, values.length, most.values));
  for (const [i, value] of (values ?? []).entries()) {
    const here = `${at}.values[${i}]`;
    if (operator === 'In' && value === 0)
      errors.push(invalidValue(here, value, 'must not be 0 for the In operator'));
    if (values.indexOf(value) < i) errors.push({ field: here, detail: `Duplicate value: ${value}` });
  }
  if ((values ?? []).some((value, i) => i > 0 && (values[i - 1] ?? value) > value))
    errors.push(invalidValue(`${at}.values`, values, 'must be ordered'));
  return errors;
}

export function successPolicyErrors(spec: AnyJobSpec, at: string): FieldError[] {
  const rules = spec.successPolicy?.rules ?? [];
  return [
    ...(rules.length
      ? []
      : [
          required(`${at}.rules`, 'at least one rules must be specified when the successPolicy is specified'),
        ]),
    ...tooMany(`${at}.rules`, rules.length, most.rules),
    ...rules.flatMap((rule, i) => successRuleErrors(rule, spec.completions ?? 0, `${at}.rules[${i}]`)),
  ];
}

function successRuleErrors(rule: SuccessPolicyRule, completions: number, at: string): FieldError[] {
  const { succeededIndexes, succeededCount } = rule;
  const errors: FieldError[] = [];
  let total = 0;
  if (succeededCount === undefined && succeededIndexes === undefined)
    errors.push(required(at, 'at least one of succeededCount or succeededIndexes must be specified'));
  if (succeededIndexes !== undefined) {
    const field = `${at}.succeededIndexes`;
    errors.push(...tooLong(field, succeededIndexes, most.indexesBytes));
    const count = countedIndexes(succeededIndexes, completions);
    if (typeof count === 'number') total = count;
    else
      errors.push(invalidValue(field, succeededIndexes, `error parsing succeededIndexes: ${count.problem}`));
  }
  if (succeededCount !== undefined) {
    const field = `${at}.succeededCount`;
    const atMost = (limit: number, what: string) =>
      errors.push(invalidValue(field, succeededCount, `must be less than or equal to ${limit} (${what})`));
    errors.push(...atLeastZero(field, succeededCount));
    if (succeededCount > completions) atMost(completions, 'the number of specified completions');
    if (succeededIndexes !== undefined && succeededCount > total)
      atMost(total, 'the number of indexes in the specified succeededIndexes field');
  }
  return errors;
}

/** How many indexes a text like `0-2,4` names, or what is wrong with it. Source: validateIndexesFormat. */
function countedIndexes(text: string, completions: number): number | { readonly problem: string } {
  let total = 0;
  let last: number | undefined;
  for (const fragment of text ? text.split(',') : []) {
    const interval = intervalOf(fragment, completions);
    if ('problem' in interval) return interval;
    const [first, end] = interval;
    if (last !== undefined && last >= first) return notIncreasing(last, first);
    total += end - first + 1;
    last = end;
  }
  return total;
}

const notIncreasing = (previous: number, current: number) => ({
  problem: `non-increasing order, previous: ${previous}, current: ${current}`,
});

function intervalOf(
  fragment: string,
  completions: number,
): readonly [number, number] | { readonly problem: string } {
  const limits = fragment.split('-');
  if (limits.length > 2)
    return {
      problem: `the fragment ${JSON.stringify(fragment)} violates the requirement that an index interval can have at most two parts separated by '-'`,
    };
  const numbers: number[] = [];
  for (const limit of limits) {
    if (!/^[+-]?\d+$/.test(limit))
      return { problem: `cannot convert string to integer for index: ${JSON.stringify(limit)}` };
    if (Number(limit) >= completions) return { problem: `too large index: ${JSON.stringify(limit)}` };
    numbers.push(Number(limit));
  }
  const [first = 0, end = first] = numbers;
  return numbers.length > 1 && first >= end ? notIncreasing(first, end) : [first, end];
}
