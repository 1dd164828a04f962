import { isSame } from '../cluster/api/merge';
import { isTerminating, keyFor, kindOf } from '../cluster/keys';
import type { Json, KubeObject, Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import type { Listing } from '../cluster/service-answer';
import { roadsFrom } from '../network/from-cluster';
import { isAnswered } from '../network/reach';
import type { Text } from '../text';
import { type Counted, countOf, type Listed, valueAt } from './counted';
import { endOfWay, type Way } from './way';

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
  /** How many objects of a sort there are. `what` names them in words, for who has too many or too few of them. */
  | (Counting & { readonly count: Counted; readonly what: Text })
  /**
   * Whether Pod `from`, in the namespace `default`, gets an answer from port `port` of Pod `to`, as the cluster's network stands
   * (VXLAN). What a reader breaks in the network view is no part of the cluster.
   */
  | { readonly reaches: Reach; readonly is: boolean }
  /** Whether a request is answered that goes from Service to Service. */
  | { readonly way: Way; readonly is: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface Reach {
  readonly from: string;
  readonly to: string;
  readonly port: number;
}

/** Between which numbers a count is right. */
export type Counting = { readonly is: number } | { readonly atLeast: number } | { readonly atMost: number };

/** Objects by their keys and kinds: a cluster's reading, or those alone that decide whether a condition holds. */
export interface Known extends Listed {
  get(key: string): KubeObject | undefined;
}

const candidates = (object: string): readonly [string, string] => {
  const [kind = '', name = ''] = object.split('/');
  return [keyFor(kind, 'default', name), keyFor(kind, '', name)];
};

/** Keys of the objects that decide whether a condition holds, beside those of the kinds that it counts: nothing else has to be known. */
export function keysOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(keysOf);
  if ('any' in condition) return condition.any.flatMap(keysOf);
  if ('not' in condition) return keysOf(condition.not);
  if ('count' in condition || 'reaches' in condition || 'way' in condition) return [];
  return candidates('pod' in condition ? `Pod/${condition.pod}` : condition.object);
}

/** The kinds of which every object may decide whether a condition holds. */
export function kindsOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(kindsOf);
  if ('any' in condition) return condition.any.flatMap(kindsOf);
  if ('not' in condition) return kindsOf(condition.not);
  if ('reaches' in condition) return ['Node', 'Pod'];
  if ('way' in condition) return ['EndpointSlice', 'Pod', 'Service'];
  return 'count' in condition ? [condition.count.kind] : [];
}

/** Whether a write of the object with this key may change what holds. */
export function decides(condition: Condition): (key: string) => boolean {
  const [keys, kinds] = [new Set(keysOf(condition)), new Set(kindsOf(condition))];
  return (key) => keys.has(key) || kinds.has(kindOf(key));
}

export const isCounted = (counting: Counting, count: number): boolean => {
  if ('is' in counting) return count === counting.is;
  return 'atLeast' in counting ? count >= counting.atLeast : count <= counting.atMost;
};

export const find = (known: Known, object: string): KubeObject | undefined => {
  const [inDefault, ofCluster] = candidates(object);
  return known.get(inDefault) ?? known.get(ofCluster);
};

/** Whether the statement is true of a cluster as it stands. */
export function holds(condition: Condition, known: Known): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, known));
  if ('any' in condition) return condition.any.some((one) => holds(one, known));
  if ('not' in condition) return !holds(condition.not, known);
  if ('count' in condition) return isCounted(condition, countOf(condition.count, known));
  if ('reaches' in condition) return reaches(condition.reaches, known) === condition.is;
  if ('way' in condition)
    return (endOfWay(listingOf(known), condition.way).how === 'answered') === condition.is;
  if ('pod' in condition) {
    const pod = find(known, `Pod/${condition.pod}`) as Pod | undefined;
    if ('ready' in condition) return (!!pod && isReady(pod)) === condition.ready;
    return (!!pod && isTerminating(pod)) === condition.terminating;
  }
  const object = find(known, condition.object);
  if ('exists' in condition) return !!object === condition.exists;
  return !!object && isSame(valueAt(object, condition.path) ?? null, condition.equals);
}

export const listingOf = (known: Listed): Listing => ({ list: (kind) => known.list(kind) }) as Listing;

const reaches = ({ from, to, port }: Reach, known: Known): boolean =>
  isAnswered(roadsFrom(listingOf(known)), from, to, port);
