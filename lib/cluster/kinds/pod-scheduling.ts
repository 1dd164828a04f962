import { keyErrors, labelSelectorErrors, labelValueProblems, requirementErrors } from '../api/labels';
import { nameErrors } from '../api/names';
import { duplicate, type FieldError, forbidden, invalidValue, oneOf, required } from '../api/refusal';
import type {
  Affinity,
  LabelSelector,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
  Toleration,
  TopologySpreadConstraint,
} from '../objects';

/**
 * Where a Pod may run. Models pkg/apis/core/validation validateAffinity, ValidateTolerations,
 * validateTopologySpreadConstraints (v1.37).
 */

export const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const positive = (field: string, value: number): FieldError[] =>
  value > 0 ? [] : [invalidValue(field, value, 'must be greater than zero')];

function nodeFieldErrors({ key, operator, values = [] }: NodeSelectorRequirement, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (operator !== 'In' && operator !== 'NotIn')
    errors.push(invalidValue(`${at}.operator`, operator, 'not a valid selector operator'));
  else if (values.length !== 1)
    errors.push(
      required(
        `${at}.values`,
        "must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
      ),
    );
  if (key !== 'metadata.name')
    return [...errors, invalidValue(`${at}.key`, key, 'not a valid field selector key')];
  return [...errors, ...values.flatMap((value, i) => nameErrors(`${at}.values[${i}]`, value, 'subdomain'))];
}

const termErrors = (term: NodeSelectorTerm, at: string, isRequired: boolean): FieldError[] => [
  ...(term.matchExpressions ?? []).flatMap((one, i) =>
    requirementErrors(one, `${at}.matchExpressions[${i}]`, true, !isRequired),
  ),
  ...(term.matchFields ?? []).flatMap((one, i) => nodeFieldErrors(one, `${at}.matchFields[${i}]`)),
];

export function nodeSelectorErrors({ nodeSelectorTerms: terms }: NodeSelector, at: string): FieldError[] {
  const here = `${at}.nodeSelectorTerms`;
  if (!terms?.length) return [required(here, 'must have at least one node selector term')];
  return terms.flatMap((term, i) => termErrors(term, `${here}[${i}]`, true));
}

const needed = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
const weightErrors = (at: string, weight: number): FieldError[] =>
  weight > 0 && weight <= 100 ? [] : [invalidValue(`${at}.weight`, weight, 'must be in the range 1-100')];

/** Keys whose values come from the Pod itself. Source: ValidateMatchLabelKeysAndMismatchLabelKeys. */
function labelKeysErrors(
  at: string,
  match: readonly string[],
  mismatch: readonly string[],
  selector: LabelSelector | undefined,
): FieldError[] {
  const list = (keys: readonly string[], field: string) => {
    if (keys.length === 0) return [];
    if (!selector)
      return [forbidden(`${at}.${field}`, 'must not be specified when labelSelector is not set')];
    return keys.flatMap((key, i) => keyErrors(`${at}.${field}[${i}]`, key));
  };
  const errors = [...list(match, 'matchLabelKeys'), ...list(mismatch, 'mismatchLabelKeys')];
  const seen = new Set(Object.keys(selector?.matchLabels ?? {}));
  for (const { key } of selector?.matchExpressions ?? []) {
    const i = match.lastIndexOf(key);
    if (i >= 0 && seen.has(key))
      errors.push(invalidValue(`${at}[${i}]`, key, 'exists in both matchLabelKeys and labelSelector'));
    seen.add(key);
  }
  for (const [i, key] of match.entries())
    if (mismatch.includes(key))
      errors.push(
        invalidValue(
          `${at}.matchLabelKeys[${i}]`,
          key,
          'exists in both matchLabelKeys and mismatchLabelKeys',
        ),
      );
  return errors;
}

const podTermErrors = (term: PodAffinityTerm, at: string): FieldError[] => [
  ...labelSelectorErrors(term.labelSelector, `${at}.labelSelector`),
  ...labelSelectorErrors(term.namespaceSelector, `${at}.namespaceSelector`),
  ...(term.namespaces ?? []).flatMap((name) => nameErrors(`${at}.namespace`, name, 'label')),
  ...labelKeysErrors(at, term.matchLabelKeys ?? [], term.mismatchLabelKeys ?? [], term.labelSelector),
  ...(term.topologyKey ? [] : [required(`${at}.topologyKey`, 'can not be empty')]),
  ...keyErrors(`${at}.topologyKey`, term.topologyKey),
];

const podAffinityErrors = (affinity: PodAffinity | undefined, at: string): FieldError[] => [
  ...(affinity?.[needed] ?? []).flatMap((term, i) => podTermErrors(term, `${at}.${needed}[${i}]`)),
  ...(affinity?.[preferred] ?? []).flatMap(({ weight, podAffinityTerm }, i) => [
    ...weightErrors(`${at}.${preferred}[${i}]`, weight),
    ...podTermErrors(podAffinityTerm, `${at}.${preferred}[${i}].podAffinityTerm`),
  ]),
];

export function affinityErrors(affinity: Affinity | undefined, at: string): FieldError[] {
  const node = affinity?.nodeAffinity;
  const selector = node?.[needed];
  return [
    ...(selector ? nodeSelectorErrors(selector, `${at}.nodeAffinity.${needed}`) : []),
    ...(node?.[preferred] ?? []).flatMap(({ weight, preference }, i) => [
      ...weightErrors(`${at}.nodeAffinity.${preferred}[${i}]`, weight),
      ...termErrors(preference, `${at}.nodeAffinity.${preferred}[${i}].preference`, false),
    ]),
    ...podAffinityErrors(affinity?.podAffinity, `${at}.podAffinity`),
    ...podAffinityErrors(affinity?.podAntiAffinity, `${at}.podAntiAffinity`),
  ];
}

export const tolerationErrors = (tolerations: readonly Toleration[], at: string): FieldError[] =>
  tolerations.flatMap(({ key, operator, value = '', effect, tolerationSeconds }, i) => {
    const here = `${at}[${i}]`;
    const errors = key ? keyErrors(`${here}.key`, key) : [];
    if (!key && operator !== 'Exists')
      errors.push(
        invalidValue(
          `${here}.operator`,
          operator ?? '',
          'operator must be Exists when `key` is empty, which means "match all values and all keys"',
        ),
      );
    if (tolerationSeconds !== undefined && effect !== 'NoExecute')
      errors.push(
        invalidValue(
          `${here}.effect`,
          effect ?? '',
          "effect must be 'NoExecute' when `tolerationSeconds` is set",
        ),
      );
    if (!operator || operator === 'Equal') {
      const problems = labelValueProblems(value);
      if (problems.length) errors.push(invalidValue(`${here}.operator`, value, problems.join(';')));
    } else if (operator !== 'Exists')
      errors.push(...oneOf(`${here}.operator`, operator, ['Equal', 'Exists']));
    else if (value)
      errors.push(invalidValue(`${here}.operator`, value, "value must be empty when `operator` is 'Exists'"));
    return [...errors, ...(effect ? oneOf(`${here}.effect`, effect, effects) : [])];
  });

const inclusions = ['Honor', 'Ignore'];

export const topologyErrors = (list: readonly TopologySpreadConstraint[], at: string): FieldError[] =>
  list.flatMap((constraint, i) => {
    const here = `${at}[${i}]`;
    const { topologyKey, whenUnsatisfiable: when, minDomains, labelSelector } = constraint;
    const errors = positive(`${here}.maxSkew`, constraint.maxSkew);
    if (!topologyKey) errors.push(required(`${here}.topologyKey`, 'can not be empty'));
    errors.push(...oneOf(`${here}.whenUnsatisfiable`, when, ['DoNotSchedule', 'ScheduleAnyway']));
    const isAgain = list
      .slice(i + 1)
      .some((other) => other.topologyKey === topologyKey && other.whenUnsatisfiable === when);
    if (isAgain)
      errors.push(duplicate(`${here}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey}, ${when}}`));
    if (minDomains !== undefined) {
      errors.push(...positive(`${here}.minDomains`, minDomains));
      if (when !== 'DoNotSchedule')
        errors.push(
          invalidValue(
            `${here}.minDomains`,
            minDomains,
            `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${when}`,
          ),
        );
    }
    return [
      ...errors,
      ...oneOf(`${here}.nodeAffinityPolicy`, constraint.nodeAffinityPolicy, inclusions),
      ...oneOf(`${here}.nodeTaintsPolicy`, constraint.nodeTaintsPolicy, inclusions),
      ...labelKeysErrors(here, constraint.matchLabelKeys ?? [], [], labelSelector),
      ...labelSelectorErrors(labelSelector, `${here}.labelSelector`),
    ];
  });
