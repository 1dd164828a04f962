import { isSame } from '../cluster/api/merge';
import { isTerminating } from '../cluster/keys';
import type { Json, KubeObject, LabelSelector, Labels, Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { selects } from '../cluster/selector';
import type { Reading } from '../cluster/store';
import { type Condition, holds } from '../lab/condition';
import { valueAt } from './yaml-fill';

/** Which objects are counted: of a kind, in any namespace, for which this is so. */
export interface Counted {
  readonly kind: string;
  readonly where?: ObjectTest;
}

/** A statement about one object. `path` is dotted; a label is asked with `selectedBy`. */
export type ObjectTest =
  | { readonly path: string; readonly equals: Json }
  | { readonly path: string; readonly exists: boolean }
  /** The list there has an element with these fields. */
  | { readonly path: string; readonly has: Json }
  | { readonly ready: boolean }
  | { readonly terminating: boolean }
  | { readonly selectedBy: LabelSelector }
  | { readonly all: readonly ObjectTest[] }
  | { readonly any: readonly ObjectTest[] }
  | { readonly not: ObjectTest };

/**
 * What can be said of a cluster at one moment, as data: a condition of a lab, how many objects of a sort there are, or, without
 * any cluster, whether a selector selects these labels.
 */
export type Happening =
  | Condition
  | { readonly count: Counted; readonly is: number }
  | { readonly count: Counted; readonly atLeast: number }
  | { readonly count: Counted; readonly atMost: number }
  | { readonly labels: Labels; readonly selectedBy: LabelSelector }
  | { readonly all: readonly Happening[] }
  | { readonly any: readonly Happening[] }
  | { readonly not: Happening };

export function happens(happening: Happening, reading: Reading): boolean {
  if ('all' in happening) return happening.all.every((one) => happens(one, reading));
  if ('any' in happening) return happening.any.some((one) => happens(one, reading));
  if ('not' in happening) return !happens(happening.not, reading);
  if ('selectedBy' in happening) return selects(happening.selectedBy, happening.labels);
  if (!('count' in happening)) return holds(happening, reading);
  const count = countOf(happening.count, reading);
  if ('is' in happening) return count === happening.is;
  return 'atLeast' in happening ? count >= happening.atLeast : count <= happening.atMost;
}

export const countOf = ({ kind, where }: Counted, reading: Reading): number =>
  reading.list(kind).filter((object) => where === undefined || isSo(where, object)).length;

/** Whether the statement is true of an object. */
export function isSo(test: ObjectTest, object: KubeObject): boolean {
  if ('all' in test) return test.all.every((one) => isSo(one, object));
  if ('any' in test) return test.any.some((one) => isSo(one, object));
  if ('not' in test) return !isSo(test.not, object);
  if ('ready' in test) return isReady(object as Pod) === test.ready;
  if ('terminating' in test) return isTerminating(object) === test.terminating;
  if ('selectedBy' in test) return selects(test.selectedBy, object.metadata.labels);
  const value = valueAt(object as unknown as Json, test.path);
  if ('has' in test) return Array.isArray(value) && value.some((element) => includes(element, test.has));
  return 'exists' in test ? (value !== undefined) === test.exists : isSame(value ?? null, test.equals);
}

/** Whether a value has all that another one says. */
function includes(value: Json | undefined, said: Json): boolean {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return isSame(value, said);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const within = value as Readonly<Record<string, Json | undefined>>;
  return Object.entries(said).every(([field, one]) => one === undefined || includes(within[field], one));
}
