import type { Cluster } from '../cluster/cluster';
import type { Entry } from '../cluster/journal';
import { keyOf } from '../cluster/keys';
import { kinds } from '../cluster/kinds';
import type { KubeObject } from '../cluster/objects';

/** Where one object is otherwise in another future. */
export interface ObjectDifference {
  readonly key: string;
  /** `left`, `right`: only there; `changed`: in both, not the same. */
  readonly is: 'left' | 'right' | 'changed';
  /** Paths of the fields that differ, as `spec.replicas`. */
  readonly paths: readonly string[];
}

/** Fields that say only when and by which number something was written. */
const bookkeeping = new Set([
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'lastTransitionTime',
  'startedAt',
  'finishedAt',
]);

function pathsThatDiffer(left: unknown, right: unknown, path: string, into: string[]): void {
  if (left === right) return;
  if (typeof left === 'object' && typeof right === 'object' && left !== null && right !== null) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
      if (!bookkeeping.has(key))
        pathsThatDiffer(
          (left as Record<string, unknown>)[key],
          (right as Record<string, unknown>)[key],
          path ? `${path}.${key}` : key,
          into,
        );
    return;
  }
  into.push(path);
}

/** Paths of the fields in which two values differ, those aside that only count and date. */
export function pathsOfDifference(left: unknown, right: unknown): string[] {
  const paths: string[] = [];
  pathsThatDiffer(left, right, '', paths);
  return paths.sort();
}

/** Objects of two clusters that differ, Events aside, in the order of their keys. */
export function differencesOf(left: Cluster, right: Cluster): ObjectDifference[] {
  const differences: ObjectDifference[] = [];
  for (const kind of kinds.keys()) {
    if (kind === 'Event') continue;
    const [lefts, rights] = [left, right].map(
      ({ reading }) => new Map(reading.list<KubeObject>(kind).map((object) => [keyOf(object), object])),
    );
    if (!lefts || !rights) continue;
    for (const [key, object] of lefts) {
      const other = rights.get(key);
      if (!other) differences.push({ key, is: 'left', paths: [] });
      else if (other !== object) {
        const paths = pathsOfDifference(object, other);
        if (paths.length) differences.push({ key, is: 'changed', paths });
      }
    }
    for (const key of rights.keys()) if (!lefts.has(key)) differences.push({ key, is: 'right', paths: [] });
  }
  return differences.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The first entries in which two journals part; undefined while one is the beginning of the other. */
export function firstDifference(
  left: readonly Entry[],
  right: readonly Entry[],
): { readonly sequence: number; readonly left: Entry; readonly right: Entry } | undefined {
  const shared = Math.min(left.length, right.length);
  for (let sequence = 0; sequence < shared; sequence++) {
    const [l, r] = [left[sequence], right[sequence]];
    if (l && r && l !== r && JSON.stringify(l) !== JSON.stringify(r)) return { sequence, left: l, right: r };
  }
  return undefined;
}
