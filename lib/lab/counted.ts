import { isSame } from '../cluster/api/merge';
import { isTerminating } from '../cluster/keys';
import type { Json, KubeObject, LabelSelector, Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { selects } from '../cluster/selector';

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

/** The value at a dotted path; undefined where there is none. */
export function valueAt(value: unknown, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>(
      (within, field) =>
        typeof within === 'object' && within !== null && Object.hasOwn(within, field)
          ? (within as Readonly<Record<string, Json>>)[field]
          : undefined,
      value as Json | undefined,
    );
}

/** Objects of a kind, in any namespace: a cluster's reading has them. */
export interface Listed {
  list(kind: string): readonly KubeObject[];
}

export const countOf = ({ kind, where }: Counted, listed: Listed): number =>
  listed.list(kind).filter((object) => where === undefined || isSo(where, object)).length;

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
