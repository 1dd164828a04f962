import type { LabelSelector, LabelSelectorRequirement, Labels } from '../cluster/objects';

/**
 * Selectors as somebody writes them who tries them out: which condition a written value is, which objects can carry it, and what
 * a line of labels says. It imports nothing but types, so that a page can have it without the engine.
 */

/** `map`: as a ReplicationController or a Service has it, pairs alone. `selector`: matchLabels and matchExpressions. */
export type SelectorForm = 'map' | 'selector';

/** What keeps a written value from being a selector; `about`: the field, key or operator that is meant. */
export interface SelectorFault {
  readonly why:
    | 'empty'
    | 'notMap'
    | 'notText'
    | 'unknownField'
    | 'notList'
    | 'noKey'
    | 'operator'
    | 'valuesNeeded'
    | 'valuesForbidden';
  readonly about?: string;
}

export type ReadSelector = { readonly selector: LabelSelector } | { readonly fault: SelectorFault };

const faultOf = (why: SelectorFault['why'], about?: string): { readonly fault: SelectorFault } => ({
  fault: { why, ...(about !== undefined && { about }) },
});

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A parsed text as a selector. Stricter than matching needs: what the API server would refuse is a fault. */
export function readSelector(value: unknown, form: SelectorForm): ReadSelector {
  if (value === null || value === undefined) return faultOf('empty');
  if (!isMap(value)) return faultOf('notMap');
  if (Object.keys(value).length === 0) return faultOf('empty');
  if (form === 'map') {
    const fault = pairFault(value);
    return fault ?? { selector: { matchLabels: value as Labels } };
  }
  const strange = Object.keys(value).find((field) => field !== 'matchLabels' && field !== 'matchExpressions');
  if (strange !== undefined) return faultOf('unknownField', strange);
  const { matchLabels, matchExpressions } = value;
  if (matchLabels !== undefined && matchLabels !== null) {
    if (!isMap(matchLabels)) return faultOf('notMap', 'matchLabels');
    const fault = pairFault(matchLabels);
    if (fault) return fault;
  }
  if (matchExpressions !== undefined && matchExpressions !== null) {
    if (!Array.isArray(matchExpressions)) return faultOf('notList', 'matchExpressions');
    for (const one of matchExpressions) {
      const fault = requirementFault(one);
      if (fault) return fault;
    }
  }
  const selector: LabelSelector = {
    ...(isMap(matchLabels) && { matchLabels: matchLabels as Labels }),
    ...(Array.isArray(matchExpressions) && {
      matchExpressions: matchExpressions as LabelSelectorRequirement[],
    }),
  };
  return isEmpty(selector) ? faultOf('empty') : { selector };
}

const isEmpty = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean =>
  Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;

function pairFault(pairs: Readonly<Record<string, unknown>>) {
  const wrong = Object.entries(pairs).find(([, value]) => typeof value !== 'string');
  return wrong && faultOf('notText', wrong[0]);
}

function requirementFault(one: unknown) {
  if (!isMap(one)) return faultOf('notMap', 'matchExpressions');
  const strange = Object.keys(one).find((field) => !['key', 'operator', 'values'].includes(field));
  if (strange !== undefined) return faultOf('unknownField', strange);
  const { key, operator, values } = one;
  if (typeof key !== 'string' || key === '') return faultOf('noKey');
  const isListed = Array.isArray(values) && values.length > 0;
  if (values !== undefined && values !== null && !Array.isArray(values)) return faultOf('notList', 'values');
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (!isListed) return faultOf('valuesNeeded', operator);
      return values.every((value) => typeof value === 'string') ? undefined : faultOf('notText', key);
    case 'Exists':
    case 'DoesNotExist':
      return isListed ? faultOf('valuesForbidden', operator) : undefined;
    default:
      return faultOf('operator', typeof operator === 'string' ? operator : '');
  }
}

/**
 * Which objects can carry a condition. A map can say pairs; In with one value is a pair in other words. `because`: the first
 * part that no map can say.
 */
export type Carriers =
  | { readonly isEquality: true; readonly pairs: Labels }
  | {
      readonly isEquality: false;
      readonly because: { readonly operator: LabelSelectorRequirement['operator']; readonly key: string };
    };

export function carriersOf({ matchLabels = {}, matchExpressions = [] }: LabelSelector): Carriers {
  const pairs: Record<string, string> = { ...matchLabels };
  for (const { key, operator, values = [] } of matchExpressions) {
    const [only] = values;
    const isPair = operator === 'In' && values.length === 1 && only !== undefined;
    // In a map a key has one value: `app=a` and `app in (b)` together are no pair.
    if (!isPair || (key in pairs && pairs[key] !== only))
      return { isEquality: false, because: { operator, key } };
    pairs[key] = only;
  }
  return { isEquality: true, pairs };
}

/** `app=web,tier=front` as labels; undefined where a part is no pair. An empty line is no labels. */
export function labelsOfLine(line: string): Labels | undefined {
  const labels: Record<string, string> = {};
  for (const part of line.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const [, key, value] = /^([^=\s]+)\s*=\s*(\S*)$/.exec(part) ?? [];
    if (key === undefined || value === undefined) return undefined;
    labels[key] = value;
  }
  return labels;
}

export const lineOfLabels = (labels: Labels = {}): string =>
  Object.entries(labels)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

/** What a merge patch has to say so that the labels become others; undefined when they are the same. */
export function relabelling(from: Labels, to: Labels): Readonly<Record<string, string | null>> | undefined {
  const gone = Object.keys(from).filter((key) => !(key in to));
  const changed = Object.entries(to).filter(([key, value]) => from[key] !== value);
  if (gone.length + changed.length === 0) return undefined;
  return { ...Object.fromEntries(gone.map((key) => [key, null])), ...Object.fromEntries(changed) };
}
