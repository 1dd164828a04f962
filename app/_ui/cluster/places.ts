import { kindOf } from '@/lib/cluster/keys';
import type { LabView, PodView, WorkloadView } from '@/lib/lab/view';
import { groupsOf, unowned } from './object-keys';

/** A row of places from the left: a Pod's uid, or undefined where a place was freed. */
type Shelf = readonly (string | undefined)[];

/** Who stands where: what the next view is placed by. */
export interface Places {
  /** Of each row (a node, or `''` for Pods without one) and group, or in packed rows of the row alone. */
  readonly shelves: ReadonlyMap<string, Shelf>;
  /** Groups from left to right, with how many places each keeps in every row. */
  readonly rooms: ReadonlyMap<string, number>;
  /** How many places each packed row keeps. */
  readonly lengths: ReadonlyMap<string, number>;
  readonly isPacked: boolean;
}

export interface Place {
  readonly pod: PodView;
  readonly row: string;
  readonly group: string;
  readonly at: number;
}

/** Sets with at most this many replicas have a column for each ordinal; larger ones keep the order alone. */
const mostOrdinals = 8;

export const shelfOf = (row: string, group: string, isPacked: boolean): string =>
  isPacked ? row : `${row} ${group}`;

/**
 * The rule of places. A Pod keeps the place in its row and group for as long as it lives on its node. A new one takes the first
 * freed place of its group in its row, or one more at the right end. A group keeps its room until its owner has the Pods that it
 * wants and none is ending; only then what is free at its right end is given up, so that groups after it move left for good, not
 * for the length of a replacement. Places of a small StatefulSet are its ordinals; a larger one keeps their order. In packed rows
 * a node is one row of places for all groups, in the order of groups when they are first seen; rows keep
 * their length until all groups are settled, so that the nodes below them stand still.
 */
export function placesAfter(before: Places | undefined, view: LabView, isPacked: boolean): Places {
  const groupOf = groupsOf(view.workloads ?? []);
  const living = new Set(view.pods.map(({ uid }) => uid));
  const known = before?.isPacked === isPacked && holdsAny(before, living) ? before : undefined;
  const roots = new Map((view.workloads ?? []).map((one) => [one.key, one]));
  const groups = groupsInOrder(known, view, groupOf, roots);
  const rank = new Map(groups.map((group, at) => [group, at]));
  const shelves = new Map<string, (string | undefined)[]>();
  const rows = new Map<string, PodView[]>();
  const nodes = new Set(view.nodes.map(({ name }) => name));
  for (const pod of view.pods) {
    const shelf = shelfOf(rowOf(pod, nodes), groupOf(pod), isPacked);
    const row = rows.get(shelf);
    if (row) row.push(pod);
    else rows.set(shelf, [pod]);
  }
  for (const [shelf, pods] of rows) {
    const group = groupOf(pods[0] as PodView);
    const byOrder = (a: PodView, b: PodView) =>
      (rank.get(groupOf(a)) ?? 0) - (rank.get(groupOf(b)) ?? 0) || (a.ordinal ?? 0) - (b.ordinal ?? 0);
    const isSet = !isPacked && kindOf(group) === 'StatefulSet';
    shelves.set(
      shelf,
      isSet
        ? inOrdinals(
            pods,
            (roots.get(group)?.wants ?? 0) <= mostOrdinals ? firstOrdinal(view, group) : undefined,
          )
        : filled(known?.shelves.get(shelf) ?? [], pods, byOrder),
    );
  }
  const settled = settledOf(view, groupOf, roots);
  const rooms = roomsOf({ known, view, groups, settled, roots, shelves });
  const kept = groups.every(settled) ? undefined : known?.lengths;
  return { shelves, rooms, lengths: isPacked ? lengthsOf(shelves, kept) : new Map(), isPacked };
}

const rowOf = (pod: PodView, nodes: ReadonlySet<string>): string =>
  pod.node !== undefined && nodes.has(pod.node) ? pod.node : '';

const holdsAny = (places: Places, living: ReadonlySet<string>): boolean =>
  [...places.shelves.values()].some((shelf) => shelf.some((uid) => uid !== undefined && living.has(uid)));

function groupsInOrder(
  known: Places | undefined,
  view: LabView,
  groupOf: (pod: PodView) => string,
  roots: ReadonlyMap<string, WorkloadView>,
): readonly string[] {
  const withPods = new Set(view.pods.map(groupOf));
  const wanting = [...roots.values()].filter(
    ({ key, wants = 0, kind }) =>
      kind !== 'HorizontalPodAutoscaler' && wants > 0 && groupOf({ owner: key } as PodView) === key,
  );
  const there = new Set([...withPods, ...wanting.map(({ key }) => key)]);
  const first = [...roots.keys()].filter((key) => there.has(key));
  const loose = [...withPods].filter((key) => !roots.has(key) && key !== unowned);
  const all = [...first, ...loose, ...(there.has(unowned) ? [unowned] : [])];
  const kept = [...(known?.rooms.keys() ?? [])].filter((key) => there.has(key));
  return [...kept, ...all.filter((key) => !kept.includes(key))];
}

/** The old places with those who are gone taken out, and the new ones put in. */
function filled(
  old: Shelf,
  pods: readonly PodView[],
  byOrder: (a: PodView, b: PodView) => number,
): (string | undefined)[] {
  const here = new Set(pods.map(({ uid }) => uid));
  const next = old.map((uid) => (uid !== undefined && here.has(uid) ? uid : undefined));
  const stood = new Set(next);
  let free = 0;
  for (const { uid } of pods.filter((pod) => !stood.has(pod.uid)).sort(byOrder)) {
    while (free < next.length && next[free] !== undefined) free++;
    next[free] = uid;
  }
  while (next.length > 0 && next.at(-1) === undefined) next.pop();
  return next;
}

function inOrdinals(pods: readonly PodView[], first: number | undefined): (string | undefined)[] {
  const sorted = [...pods].sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
  if (first === undefined) return sorted.map(({ uid }) => uid);
  const next: (string | undefined)[] = [];
  for (const pod of sorted) {
    const at = Math.max(0, (pod.ordinal ?? first) - first);
    while (next.length < at) next.push(undefined);
    next[next[at] === undefined ? at : next.length] = pod.uid;
  }
  return next;
}

/** The lowest ordinal that is seen of a set. */
export function firstOrdinal(view: LabView, set: string): number {
  const ordinals = [
    ...view.pods.filter(({ owner }) => owner === set),
    ...(isSubject(view, set) ? view.reserved : []),
  ]
    .map(({ ordinal }) => ordinal)
    .filter((ordinal) => ordinal !== undefined);
  return ordinals.includes(0) || ordinals.length === 0 ? 0 : Math.min(...ordinals);
}

/** `StatefulSet/web` as a view names its subject, for the key `StatefulSet/default/web`. */
export const isSubject = ({ subject }: Pick<LabView, 'subject'>, key: string): boolean =>
  subject !== undefined &&
  (subject === key || subject === `${kindOf(key)}/${key.slice(key.lastIndexOf('/') + 1)}`);

interface Rooms {
  readonly known: Places | undefined;
  readonly view: LabView;
  readonly groups: readonly string[];
  readonly settled: (group: string) => boolean;
  readonly roots: ReadonlyMap<string, WorkloadView>;
  readonly shelves: ReadonlyMap<string, Shelf>;
}

function lengthsOf(
  shelves: ReadonlyMap<string, Shelf>,
  kept: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const lengths = new Map(kept);
  for (const [row, uids] of shelves) lengths.set(row, Math.max(uids.length, kept.get(row) ?? 0));
  return lengths;
}

/** Whether a group has the Pods that it wants, and none of them is ending. */
function settledOf(
  view: LabView,
  groupOf: (pod: PodView) => string,
  roots: ReadonlyMap<string, WorkloadView>,
): (group: string) => boolean {
  const ending = new Set(view.pods.filter(({ state }) => state === 'terminating').map(groupOf));
  return (group) => {
    const root = roots.get(group);
    return !ending.has(group) && (root?.wants === undefined || root.has >= root.wants);
  };
}

function roomsOf({ known, view, groups, settled, roots, shelves }: Rooms): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const [shelf, uids] of shelves) {
    const group = shelf.slice(shelf.indexOf(' ') + 1);
    longest.set(group, Math.max(longest.get(group) ?? 0, uids.length));
  }
  return new Map(
    groups.map((group) => {
      const kept = settled(group) ? 0 : (known?.rooms.get(group) ?? 0);
      const asked = expected(roots.get(group), view.nodes.length);
      return [group, Math.max(1, longest.get(group) ?? 0, asked, kept)];
    }),
  );
}

/** Places that a group will need in a row: an even share, and for a Deployment one more for the Pod of an update. */
function expected(root: WorkloadView | undefined, nodes: number): number {
  const wants = root?.wants ?? 0;
  if (root?.kind === 'StatefulSet' && wants <= mostOrdinals) return wants;
  return Math.ceil(wants / Math.max(1, nodes)) + (root?.kind === 'Deployment' && wants > 0 ? 1 : 0);
}

/** Every Pod with its place. */
export function placed(places: Places, view: LabView): readonly Place[] {
  const groupOf = groupsOf(view.workloads ?? []);
  const nodes = new Set(view.nodes.map(({ name }) => name));
  const at = new Map<string, number>();
  for (const shelf of places.shelves.values())
    shelf.forEach((uid, index) => {
      if (uid !== undefined) at.set(uid, index);
    });
  return view.pods.map((pod) => ({
    pod,
    row: rowOf(pod, nodes),
    group: groupOf(pod),
    at: at.get(pod.uid) ?? 0,
  }));
}
