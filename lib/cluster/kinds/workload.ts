import {
  annotationErrors,
  labelErrors,
  labelSelectorErrors,
  printedSelector,
  sortedLabels,
} from '../api/labels';
import { isSame } from '../api/merge';
import { type FieldError, forbidden, invalidValue, oneOf, required } from '../api/refusal';
import { deletionCostErrors } from '../deletion-cost';
import type { LabelSelector, Labels, PodTemplate } from '../objects';
import { selects } from '../selector';
import { defaultedPodSpec } from './pod-defaults';
import { validatePodSpec } from './pod-spec';

/**
 * What every kind that makes Pods asks of its manifest: the selector, the template of its Pods, counts.
 * Models pkg/apis/core/validation ValidatePodTemplateSpec, ValidateNonnegativeField, ValidateImmutableField and what
 * pkg/apis/apps/validation says in one form for each kind (v1.37).
 */

/** Source: apimachinery pkg/api/validation ValidateImmutableField. */
export const immutableField = (field: string, value: unknown, before: unknown): FieldError[] =>
  isSame(value, before) ? [] : [invalidValue(field, value, 'field is immutable')];

/** As upstream's declarations say it, without the value. */
export const unchanged = (field: string, value: unknown, before: unknown): FieldError[] =>
  isSame(value, before) ? [] : [invalidValue(field, null, 'field is immutable')];

export const immutableSelector = (
  selector: LabelSelector | undefined,
  before: LabelSelector,
  field = 'spec.selector',
): FieldError[] => immutableField(field, selector && printedSelector(selector), printedSelector(before));

export const hasRequirements = (selector: LabelSelector): boolean =>
  Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length > 0;

/** A selector that no client may use: a key, a value or an operator that there is not. Source: LabelSelectorAsSelector. */
export const isUnusable = (selector: LabelSelector | undefined): boolean =>
  labelSelectorErrors(selector, '').length > 0;

/** It must be there, be well formed and ask for something: `empty selector is invalid for replicaset`. */
export function selectorErrors(
  selector: LabelSelector | undefined,
  kindInWords: string,
  field = 'spec.selector',
): FieldError[] {
  if (!selector) return [required(field)];
  const errors = labelSelectorErrors(selector, field);
  if (!hasRequirements(selector))
    errors.push(
      invalidValue(field, printedSelector(selector), `empty selector is invalid for ${kindInWords}`),
    );
  return errors;
}

/** The template's labels must be those that the selector finds. */
export const templateLabelErrors = (labels: Labels | undefined, field: string): FieldError =>
  invalidValue(
    `${field}.metadata.labels`,
    labels ? sortedLabels(labels) : null,
    '`selector` does not match template `labels`',
  );

/** A template of Pods in itself. Source: ValidatePodTemplateSpec; its labels have the path `template.labels`. */
export const templateErrors = (template: PodTemplate, field = 'spec.template'): FieldError[] => [
  ...labelErrors(template.metadata?.labels, `${field}.labels`),
  ...annotationErrors(template.metadata?.annotations, `${field}.annotations`),
  ...deletionCostErrors(template.metadata?.annotations, `${field}.annotations`),
  ...validatePodSpec(template.spec, `${field}.spec`),
];

/** Pods that are replaced when they end are restarted for ever as well. `owner` is the kind's name in a message. */
export const alwaysRestarts = ({ spec }: PodTemplate, owner: string): FieldError[] => [
  ...oneOf('spec.template.spec.restartPolicy', spec.restartPolicy, ['Always']),
  ...(spec.activeDeadlineSeconds === undefined
    ? []
    : [
        forbidden(
          'spec.template.spec.activeDeadlineSeconds',
          `activeDeadlineSeconds in ${owner} is not Supported`,
        ),
      ]),
];

/**
 * A template under the selector of a ReplicaSet, Deployment or StatefulSet: found by it, sound, and restarted for ever.
 * `unusable` is what the kind says of a selector that is not well formed; the template isn't looked at then.
 * Source: pkg/apis/apps/validation ValidatePodTemplateSpecForReplicaSet, ValidatePodTemplateSpecForStatefulSet.
 */
export function selectedTemplateErrors(
  selector: LabelSelector | undefined,
  template: PodTemplate,
  unusable: string,
  owner = 'ReplicaSet',
): FieldError[] {
  if (selector && isUnusable(selector))
    return [
      invalidValue('spec.selector', printedSelector(selector), unusable),
      ...(owner === 'StatefulSet' ? alwaysRestarts(template, owner) : []),
    ];
  // Without a selector nothing is found, and with an empty one nothing is asked.
  const isAsked = selector === undefined || hasRequirements(selector);
  const isFound = !isAsked || (selector && selects(selector, template.metadata?.labels));
  return [
    ...(isFound ? [] : [templateLabelErrors(template.metadata?.labels, 'spec.template')]),
    ...templateErrors(template),
    ...alwaysRestarts(template, owner),
  ];
}

/** The template with the defaults of its Pods. */
export const defaultedTemplate = (template: PodTemplate | undefined): PodTemplate => ({
  ...template,
  spec: defaultedPodSpec(template?.spec ?? { containers: [] }),
});
