import type { Entry, WriteEntry } from '../cluster/journal';
import { isTerminating, kindOf } from '../cluster/keys';
import type { EndpointSlice, KubeObject, Node, PersistentVolumeClaim, Pod } from '../cluster/objects';
import { ownerKeyOf } from './journal-index';
import { podStateOf } from './pod-state';

/** A change that a reader sees on one side only, or there at another time. */
export interface SeenDifference {
  readonly atMs: number;
  /** The object, as the side that changes it first calls it. */
  readonly key: string;
  /** What happens to it on each side, then or later; absent where nothing more happens to it up to the end of the runs. */
  readonly truth?: WriteEntry;
  readonly believed?: WriteEntry;
}

/** Two changes within this are the same: chance goes other ways once runs have parted. */
const sameWithinMs = 1000;

/** The first change from a moment on that is not on both sides. Of what comes at the very end the other side may come too late. */
export function seenDifference(
  truth: readonly Entry[],
  believed: readonly Entry[],
  fromMs: number,
  untilMs: number,
): SeenDifference | undefined {
  return unpaired(truth, believed, fromMs, untilMs).reduce<SeenDifference | undefined>(
    (first, found) => (!first || isBefore(found, first) ? found : first),
    undefined,
  );
}

/** Of each object the first change that is not on both sides. */
export function unpaired(
  truth: readonly Entry[],
  believed: readonly Entry[],
  fromMs: number,
  untilMs: number,
): SeenDifference[] {
  const [left, right] = [changesFrom(truth, fromMs, untilMs), changesFrom(believed, fromMs, untilMs)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap(
    (name) => firstOf(left.get(name) ?? [], right.get(name) ?? [], untilMs) ?? [],
  );
}

/** Of what comes at one moment, Pods are named first. */
const isBefore = (a: SeenDifference, b: SeenDifference): boolean =>
  a.atMs === b.atMs ? kindOf(a.key) === 'Pod' && kindOf(b.key) !== 'Pod' : a.atMs < b.atMs;

function firstOf(
  lefts: readonly WriteEntry[],
  rights: readonly WriteEntry[],
  untilMs: number,
): SeenDifference | undefined {
  for (let i = 0; i < Math.max(lefts.length, rights.length); i++) {
    const [truth, believed] = [lefts[i], rights[i]];
    if (truth && believed && isSameChange(truth, believed)) continue;
    const first = !believed || (truth && truth.atMs <= believed.atMs) ? truth : believed;
    const isCutOff = !(truth && believed) && (first?.atMs ?? 0) > untilMs - sameWithinMs;
    if (!first || isCutOff) return undefined;
    const { atMs, key } = first;
    return { atMs, key, ...(truth && { truth }), ...(believed && { believed }) };
  }
  return undefined;
}

const isSameChange = (left: WriteEntry, right: WriteEntry): boolean =>
  Math.abs(left.atMs - right.atMs) <= sameWithinMs &&
  lookOf(left.key, left.after) === lookOf(right.key, right.after);

/**
 * What a reader sees happen to each object. An object whose name is drawn by chance is told by its owner and its number among
 * those that the owner has made.
 */
function changesFrom(
  journal: readonly Entry[],
  fromMs: number,
  untilMs: number,
): ReadonlyMap<string, readonly WriteEntry[]> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const changes = new Map<string, WriteEntry[]>();
  for (const entry of journal) {
    if (entry.atMs > untilMs) break;
    if (entry.type !== 'write') continue;
    const { key, before, after } = entry;
    const look = lookOf(key, after);
    if (look === undefined || lookOf(key, before) === look) continue;
    const stem = after?.metadata.generateName;
    if (!before && stem) {
      const made = `${ownerKeyOf(after)} ${stem}`;
      counts.set(made, (counts.get(made) ?? 0) + 1);
      names.set(key, `${made} ${counts.get(made)}`);
    }
    if (entry.atMs < fromMs) continue;
    const name = names.get(key) ?? key;
    const list = changes.get(name);
    if (list) list.push(entry);
    else changes.set(name, [entry]);
  }
  return changes;
}

/** What a reader sees of an object; undefined for a kind that is not drawn. Where chance has put it is none of it. */
function lookOf(key: string, object: KubeObject | undefined): string | undefined {
  const look = looks[kindOf(key)];
  if (!look) return undefined;
  return object ? `${isTerminating(object) ? 'going ' : ''}${look(object)}` : 'gone';
}

const conditionsOf = ({ status }: KubeObject): string =>
  ((status as { conditions?: readonly { type: string; status: string }[] } | undefined)?.conditions ?? [])
    .map((one) => `${one.type} ${one.status}`)
    .join();
const specOf = ({ spec }: KubeObject): string => JSON.stringify(spec);
const specAndConditions = (object: KubeObject): string => specOf(object) + conditionsOf(object);

function lookOfPod(object: KubeObject): string {
  const pod = object as Pod;
  const restarts = (pod.status.containerStatuses ?? []).map(({ restartCount }) => restartCount);
  return `${podStateOf(pod)} ${restarts} ${pod.spec.containers.map(({ image }) => image)}`;
}

function lookOfSlice(object: KubeObject): string {
  const { endpoints } = object as EndpointSlice;
  return `${endpoints.filter(({ conditions }) => conditions.ready).length} of ${endpoints.length}`;
}

const looks: Readonly<Record<string, (object: KubeObject) => string>> = {
  Pod: lookOfPod,
  EndpointSlice: lookOfSlice,
  PersistentVolumeClaim: (object) => (object as PersistentVolumeClaim).status.phase,
  Node: (object) => specOf(object) + readinessOf(object as Node),
  Deployment: specAndConditions,
  Job: specAndConditions,
  ReplicaSet: specOf,
  ReplicationController: specOf,
  StatefulSet: specOf,
  DaemonSet: specOf,
  CronJob: specOf,
  HorizontalPodAutoscaler: specOf,
  Service: specOf,
};

const readinessOf = ({ status }: Node): string | undefined =>
  status.conditions.find(({ type }) => type === 'Ready')?.status;
