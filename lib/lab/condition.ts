import { isSame } from '../cluster/api/merge';
import { isTerminating, keyFor } from '../cluster/keys';
import type { Json, KubeObject, Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';

/**
 * A statement about a cluster at one moment, as data: it travels to the browser and is asked again on the server.
 * `object` is `Kind/name` in the namespace `default`, or of a kind of the whole cluster; `path` is dotted (`status.readyReplicas`, `spec.template.spec.containers.0.image`).
 */
export type Condition =
  | { readonly object: string; readonly exists: boolean }
  | { readonly object: string; readonly path: string; readonly equals: Json }
  /** Ready as kubectl counts it: condition Ready is True. False also when the Pod is not there. */
  | { readonly pod: string; readonly ready: boolean }
  | { readonly pod: string; readonly terminating: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Objects by their keys: a cluster's reading, or those alone that a condition names. */
export interface Known {
  get(key: string): KubeObject | undefined;
}

const candidates = (object: string): readonly [string, string] => {
  const [kind = '', name = ''] = object.split('/');
  return [keyFor(kind, 'default', name), keyFor(kind, '', name)];
};

/** Keys of the objects that decide whether a condition holds: nothing else has to be known. */
export function keysOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(keysOf);
  if ('any' in condition) return condition.any.flatMap(keysOf);
  if ('not' in condition) return keysOf(condition.not);
  return candidates('pod' in condition ? `Pod/${condition.pod}` : condition.object);
}

export const find = (known: Known, object: string): KubeObject | undefined => {
  const [inDefault, ofCluster] = candidates(object);
  return known.get(inDefault) ?? known.get(ofCluster);
};

export const valueAt = (object: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, field) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined,
      object,
    );

/** Whether the statement is true of a cluster as it stands. */
export function holds(condition: Condition, known: Known): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, known));
  if ('any' in condition) return condition.any.some((one) => holds(one, known));
  if ('not' in condition) return !holds(condition.not, known);
  if ('pod' in condition) {
    const pod = find(known, `Pod/${condition.pod}`) as Pod | undefined;
    if ('ready' in condition) return (!!pod && isReady(pod)) === condition.ready;
    return (!!pod && isTerminating(pod)) === condition.terminating;
  }
  const object = find(known, condition.object);
  if ('exists' in condition) return !!object === condition.exists;
  return !!object && isSame(valueAt(object, condition.path) ?? null, condition.equals);
}
