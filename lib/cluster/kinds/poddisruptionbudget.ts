import { asGo } from '../api/as-go';
import { labelSelectorErrors } from '../api/labels';
import { type FieldError, invalidValue, unsupported } from '../api/refusal';
import { atMost100Percent, intOrPercentErrors } from '../int-or-percent';
import type { PodDisruptionBudget, PodDisruptionBudgetSpec } from '../objects';
import { defineKind } from './kind';

const evictionPolicies = ['AlwaysAllow', 'IfHealthyBudget'];

/** The spec as the API server prints it in a refusal: by the names that its own code has for the fields. */
const printed = (spec: PodDisruptionBudgetSpec): object => asGo('PodDisruptionBudgetSpec', spec);

function validate(spec: PodDisruptionBudgetSpec): FieldError[] {
  const errors: FieldError[] = [];
  if (spec.minAvailable !== undefined && spec.maxUnavailable !== undefined)
    errors.push(invalidValue('spec', printed(spec), 'minAvailable and maxUnavailable cannot be both set'));
  for (const field of ['minAvailable', 'maxUnavailable'] as const) {
    const value = spec[field];
    if (value === undefined) continue;
    errors.push(...intOrPercentErrors(value, `spec.${field}`), ...atMost100Percent(value, `spec.${field}`));
  }
  errors.push(...labelSelectorErrors(spec.selector, 'spec.selector'));
  const policy = spec.unhealthyPodEvictionPolicy;
  if (policy !== undefined && !evictionPolicies.includes(policy))
    errors.push(unsupported('spec.unhealthyPodEvictionPolicy', policy, evictionPolicies));
  return errors;
}

/** Nothing is defaulted. Source: pkg/apis/policy/validation ValidatePodDisruptionBudgetSpec (v1.37). */
export const poddisruptionbudget = defineKind<PodDisruptionBudget>({
  kind: 'PodDisruptionBudget',
  apiVersion: 'policy/v1',
  plural: 'poddisruptionbudgets',
  nameForm: 'segment',
  defaulted: (object) => ({
    ...object,
    spec: object.spec ?? {},
    status: object.status ?? { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
  }),
  validate: ({ spec }) => validate(spec),
});
