import { byKey } from './keys';
import type { LabelSelector, LabelSelectorRequirement, Labels } from './objects';

const holds = (requirement: LabelSelectorRequirement, labels: Labels): boolean => {
  const value = labels[requirement.key];
  switch (requirement.operator) {
    case 'In':
      return value !== undefined && (requirement.values ?? []).includes(value);
    case 'NotIn':
      return value === undefined || !(requirement.values ?? []).includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
};

/** Equality-based: every pair must be there. An empty map selects everything. */
export const matchesLabels = (wanted: Labels, labels: Labels = {}): boolean => {
  for (const key in wanted) if (labels[key] !== wanted[key]) return false;
  return true;
};

/** A LabelSelector against labels: pairs and expressions all hold. Source: meta/v1 LabelSelectorAsSelector. */
export const selects = (selector: LabelSelector, labels: Labels = {}): boolean =>
  matchesLabels(selector.matchLabels ?? {}, labels) &&
  (!selector.matchExpressions || selector.matchExpressions.every((r) => holds(r, labels)));

const written = ({ key, operator, values = [] }: LabelSelectorRequirement): string => {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return `${key} ${operator === 'In' ? 'in' : 'notin'} (${[...values].sort().join(',')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
  }
};

/** `app=web,tier in (a,b)`: a selector in one line, sorted by key. Source: apimachinery labels.Selector String. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const pairs = Object.entries(matchLabels).map(([key, value]) => ({ key, text: `${key}=${value}` }));
  const expressions = matchExpressions.map((one) => ({ key: one.key, text: written(one) }));
  return [...pairs, ...expressions]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text)
    .join(',');
}

const requirementAsGo = ({ key, operator, values = [] }: LabelSelectorRequirement): string =>
  `LabelSelectorRequirement{Key:${key},Operator:${operator},Values:[${values.join(' ')}],}`;

/** A selector as Go prints the struct, in messages that were not made for people. Source: meta/v1 LabelSelector String. */
export function selectorAsGo(selector: LabelSelector | undefined): string {
  if (!selector) return 'nil';
  const labels = Object.entries(selector.matchLabels ?? {}).sort(byKey);
  const pairs = labels.map(([key, value]) => `${key}: ${value},`).join('');
  const expressions = (selector.matchExpressions ?? []).map((one) => `${requirementAsGo(one)},`).join('');
  return `&LabelSelector{MatchLabels:map[string]string{${pairs}},MatchExpressions:[]LabelSelectorRequirement{${expressions}},}`;
}
