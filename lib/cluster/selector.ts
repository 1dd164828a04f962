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
  (selector.matchExpressions ?? []).every((r) => holds(r, labels));
