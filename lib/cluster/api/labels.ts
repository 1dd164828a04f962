import { byKey } from '../keys';
import type { LabelSelector, LabelSelectorRequirement, Labels, NodeSelectorRequirement } from '../objects';
import { nameErrors } from './names';
import { type FieldError, forbidden, invalidValue, required } from './refusal';

/**
 * What may stand in labels, annotations and selectors. Models apimachinery pkg/util/validation IsQualifiedName,
 * IsValidLabelValue and pkg/apis/meta/v1/validation ValidateLabels, ValidateLabelSelector; pkg/api/validation
 * ValidateAnnotations (v1.37).
 */

const longest = 63;
const word = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const keyPattern = new RegExp(`^${word}$`);
const valuePattern = new RegExp(`^(${word})?$`);
const characters =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const keyDetail = `${characters} (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${word}')`;
const valueDetail = `a valid label must be an empty string or ${characters.replace('must consist', 'consist')} (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(${word})?')`;
const tooLong = `must be no more than ${longest} bytes`;

/** What is wrong with the key of a label: `name`, or `prefix/name` with a DNS subdomain for prefix. */
export function labelKeyProblems(key: string): string[] {
  const parts = key.split('/');
  if (parts.length > 2)
    return [
      `a valid label key ${keyDetail} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  const name = parts.at(-1) ?? '';
  const problems: string[] = [];
  if (parts.length === 2 && !parts[0]) problems.push('prefix part must be non-empty');
  else if (parts.length === 2)
    problems.push(...subdomainProblems(parts[0] ?? '').map((problem) => `prefix part ${problem}`));
  if (!name) problems.push('name part must be non-empty');
  else if (name.length > longest) problems.push(`name part ${tooLong}`);
  if (!keyPattern.test(name)) problems.push(`name part ${keyDetail}`);
  return problems;
}

const subdomainProblems = (name: string): string[] =>
  nameErrors('', name, 'subdomain').map(({ detail }) =>
    detail.slice(`Invalid value: ${JSON.stringify(name)}: `.length),
  );

/** What is wrong with the value of a label. */
export const labelValueProblems = (value: string): string[] => [
  ...(value.length > longest ? [tooLong] : []),
  ...(valuePattern.test(value) ? [] : [valueDetail]),
];

/** What is wrong with a label's key, or with another qualified name. */
export const keyErrors = (at: string, key: string): FieldError[] =>
  labelKeyProblems(key).map((problem) => invalidValue(at, key, problem));

/** Labels, each key and each value. */
export const labelErrors = (labels: Labels | undefined, at: string): FieldError[] =>
  Object.entries(labels ?? {}).flatMap(([key, value]) => [
    ...keyErrors(at, key),
    ...labelValueProblems(value).map((problem) => invalidValue(at, value, problem)),
  ]);

/** Annotations: the keys of labels, in any case, and any value. */
export const annotationErrors = (annotations: Labels | undefined, at: string): FieldError[] =>
  Object.keys(annotations ?? {}).flatMap((key) =>
    labelKeyProblems(key.toLowerCase()).map((problem) => invalidValue(at, key, problem)),
  );

/**
 * What is wrong with one expression of a selector. One of nodes may compare numbers; `isLoose` lets values be what they are.
 */
export function requirementErrors(
  { key, operator, values = [] }: LabelSelectorRequirement | NodeSelectorRequirement,
  at: string,
  isOfNodes = false,
  isLoose = false,
): FieldError[] {
  const errors: FieldError[] = [];
  if (operator === 'In' || operator === 'NotIn') {
    if (!values.length)
      errors.push(required(`${at}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length)
      errors.push(
        forbidden(`${at}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"),
      );
  } else if (isOfNodes && (operator === 'Gt' || operator === 'Lt')) {
    if (values.length !== 1)
      errors.push(required(`${at}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'"));
  } else errors.push(invalidValue(`${at}.operator`, operator ?? '', 'not a valid selector operator'));
  errors.push(...keyErrors(`${at}.key`, key ?? ''));
  if (!isLoose)
    for (const [i, value] of values.entries())
      errors.push(
        ...labelValueProblems(value).map((problem) => invalidValue(`${at}.values[${i}]`, value, problem)),
      );
  return errors;
}

/** A selector's pairs and expressions. An absent selector has nothing wrong with it. */
export const labelSelectorErrors = (selector: LabelSelector | undefined, at: string): FieldError[] => [
  ...labelErrors(selector?.matchLabels, `${at}.matchLabels`),
  ...(selector?.matchExpressions ?? []).flatMap((expression, i) =>
    requirementErrors(expression, `${at}.matchExpressions[${i}]`),
  ),
];

/** Labels as the API server prints them: sorted by key. */
export const sortedLabels = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).sort(byKey));

/** A selector as the API server prints it. */
export const printedSelector = (selector: LabelSelector): LabelSelector => ({
  ...(Object.keys(selector.matchLabels ?? {}).length > 0 && {
    matchLabels: sortedLabels(selector.matchLabels ?? {}),
  }),
  ...(selector.matchExpressions?.length && {
    matchExpressions: selector.matchExpressions.map(({ key, operator, values }) => ({
      key,
      operator,
      ...(values?.length && { values }),
    })),
  }),
});
