import type { LabView, PodView } from '@/lib/lab/view';
import { nodeKey } from '../cluster/object-keys';
import { wantsSaid } from '../cluster/workload-steps';
import { fill } from '../fill';
import type { InspectorWords } from './inspector-words';

export type Listed = Pick<LabView, 'pods' | 'workloads' | 'claims' | 'services' | 'nodes'>;

/** One object in the list: its kind as kubectl shortens it, its name, and how it stands. */
export interface ObjectRow {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for a Pod: `podWords` says it of those that are shown. */
  readonly what?: string;
  /** Steps to the right: what it belongs to stands above it. */
  readonly depth: number;
  readonly pod?: PodView;
  /** Rows of one group are folded together when they are many. */
  readonly group: string;
}

const shortKinds: Readonly<Record<string, string>> = {
  HorizontalPodAutoscaler: 'HPA',
  PersistentVolumeClaim: 'PVC',
  ReplicationController: 'RC',
};
export const shortKind = (kind: string): string => shortKinds[kind] ?? kind;

/** Everything in the cluster that a view tells of, in the order of ownership: workloads with their Pods, claims, Services, nodes. */
export function rowsOf(view: Listed, words: InspectorWords): readonly ObjectRow[] {
  const known = new Set(view.workloads.map(({ key }) => key));
  const podsOf = grouped(view.pods, ({ owner }) => ownerIn(known, owner));
  const workloads = view.workloads.flatMap((workload) => [
    {
      key: workload.key,
      kind: shortKind(workload.kind),
      name: workload.name,
      what: workloadWords(workload, words),
      depth: workload.depth,
      group: `${workload.kind} ${workload.owner ?? ''}`,
    },
    ...inOrder(podsOf.get(workload.key) ?? []).map((pod) => podRow(pod, workload.depth + 1)),
  ]);
  const alone = (podsOf.get('') ?? []).map((pod) => podRow(pod, 0));
  return [...workloads, ...alone, ...claimRows(view, words), ...serviceRows(view, words), ...nodeRows(view)];
}

/** Pods with an identity by their ordinals; the others as they are listed. */
const inOrder = (pods: readonly PodView[]): readonly PodView[] =>
  [...pods].sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));

const ownerIn = (known: ReadonlySet<string>, owner: string | undefined): string =>
  owner !== undefined && known.has(owner) ? owner : '';

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function workloadWords(workload: LabView['workloads'][number], words: InspectorWords): string {
  if (workload.isGoing) return words.going;
  const wants = wantsSaid(workload);
  if (wants === undefined) return workload.state ?? '';
  const status = fill(words.ready, { ready: workload.ready, wants });
  return workload.slowStartMs === undefined ? status : fill(words.slow, { status });
}

const podRow = (pod: PodView, depth: number): ObjectRow => ({
  key: pod.key,
  kind: 'Pod',
  name: pod.name,
  depth,
  pod,
  group: `Pod ${pod.owner ?? ''}`,
});

/** kubectl's READY and STATUS, its RESTARTS if there were any, and that its starts are slow. */
export function podWords(pod: PodView, words: InspectorWords): string {
  const status = `${pod.readyColumn} ${pod.statusColumn}`;
  const counted = pod.restarts > 0 ? fill(words.restarts, { status, count: pod.restarts }) : status;
  return pod.slowStartMs === undefined ? counted : fill(words.slow, { status: counted });
}

const claimRows = ({ claims }: Listed, words: InspectorWords): ObjectRow[] =>
  claims.map(({ key, name, phase, mounted, terminating }) => ({
    key,
    kind: 'PVC',
    name,
    what: terminating ? 'Terminating' : mounted || phase !== 'Bound' ? phase : fill(words.kept, { phase }),
    depth: 0,
    group: 'PVC',
  }));

const serviceRows = ({ services }: Listed, words: InspectorWords): ObjectRow[] =>
  services.map(({ key, name, endpoints }) => {
    const count = endpoints.filter(({ leftOut }) => leftOut === undefined).length;
    const text =
      count < endpoints.length ? words.endpointsOf : count === 1 ? words.oneEndpoint : words.endpoints;
    return {
      key,
      kind: 'Service',
      name,
      what: fill(text, { count, of: endpoints.length }),
      depth: 0,
      group: 'Service',
    };
  });

const nodeRows = ({ nodes }: Listed): ObjectRow[] =>
  nodes.map(({ name, ready, cordoned }) => ({
    key: nodeKey(name),
    kind: 'Node',
    name,
    what: `${ready ? 'Ready' : 'NotReady'}${cordoned ? ',SchedulingDisabled' : ''}`,
    depth: 0,
    group: 'Node',
  }));

/** A row, or the place where rows of a group are folded away. */
export type ShownRow = { readonly row: ObjectRow } | { readonly fold: string; readonly count: number };

/** Rows of a group that are listed before the others are folded; a group that is a little longer is not. */
const mostOfGroup = 6;

/** The rows with long groups folded, but for those that were opened; the selected one is always there. */
export function foldedRows(
  rows: readonly ObjectRow[],
  opened: ReadonlySet<string>,
  selected: string | undefined,
): readonly ShownRow[] {
  const sizes = new Map<string, number>();
  for (const { group } of rows) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const seen = new Map<string, number>();
  const left = new Map<string, number>();
  return rows.flatMap((row): ShownRow[] => {
    const { group, key } = row;
    const size = sizes.get(group) ?? 0;
    const at = (seen.get(group) ?? 0) + 1;
    seen.set(group, at);
    if (size <= mostOfGroup + 2) return [{ row }];
    const isLast = at === size;
    if (opened.has(group)) return isLast ? [{ row }, { fold: group, count: 0 }] : [{ row }];
    if (at <= mostOfGroup || key === selected) return isLast ? [{ row }, ...foldOf(group, left)] : [{ row }];
    left.set(group, (left.get(group) ?? 0) + 1);
    return isLast ? foldOf(group, left) : [];
  });
}

const foldOf = (group: string, left: ReadonlyMap<string, number>): ShownRow[] => [
  { fold: group, count: left.get(group) ?? 0 },
];
