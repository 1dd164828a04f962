import { expect, test } from 'vitest';
import { layoutCluster } from '@/app/_ui/cluster/cluster-layout';
import { groupsOf, isOneSet } from '@/app/_ui/cluster/object-keys';
import { type Places, placed, placesAfter } from '@/app/_ui/cluster/places';
import type { LabView, PodView, WorkloadView } from '@/lib/lab/view';
import { steady } from './fixtures';
import { cluster, crowd, deployment, mixed, podOf, replicaSet, set, workload } from './scene-views';

const web = (name: string, on: number | undefined, more: Partial<PodView> = {}) =>
  podOf(replicaSet, name, on, more);
const owners = (has = 3) => [
  workload(deployment, { has }),
  workload(replicaSet, { owner: deployment, depth: 1, has }),
];
const of = (pods: readonly PodView[], has = 3): LabView => cluster({ workloads: owners(has), pods });
/** Name → place in its row and group. */
const at = (places: Places, view: LabView) =>
  Object.fromEntries(placed(places, view).map(({ pod, at }) => [pod.name, at]));
const after = (before: Places | undefined, view: LabView) => placesAfter(before, view, false);

test('Pods fill a row from the left, in each group on its own', () => {
  const places = after(undefined, mixed);
  expect(at(places, mixed)).toMatchObject({ 'web-1-b': 0, 'web-1-c': 1, client: 0 });
  expect([...places.rooms.keys()]).toEqual([deployment, set, '']);
});

test('a Pod that stays on its node keeps its place when one before it goes', () => {
  const before = of([web('a', 1), web('b', 1), web('c', 1)]);
  const view = of([web('b', 1), web('c', 1)], 2);
  expect(at(after(after(undefined, before), view), view)).toEqual({ b: 1, c: 2 });
});

test('a new Pod takes the freed place, and the right end when none is free', () => {
  const first = after(undefined, of([web('a', 1), web('b', 1)]));
  const second = of([web('b', 1), web('c', 1), web('d', 1)]);
  expect(at(after(first, second), second)).toEqual({ c: 0, b: 1, d: 2 });
});

test('a Deployment’s old and new Pods are one group', () => {
  const newer = workload('ReplicaSet/default/web-2', { owner: deployment, depth: 1 });
  const view = cluster({ workloads: [...owners(), newer], pods: [web('a', 1), podOf(newer.key, 'b', 1)] });
  const groupOf = groupsOf(view.workloads);
  expect(view.pods.map(groupOf)).toEqual([deployment, deployment]);
  expect(at(after(undefined, view), view)).toEqual({ a: 0, b: 1 });
});

test('a group keeps its room while its owner lacks Pods or one is ending, and gives it up when it has all', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => web(name, 1));
  const full = after(undefined, of(five));
  expect(full.rooms.get(deployment)).toBe(5);
  const lacking = after(full, of(five.slice(0, 2), 2));
  expect(lacking.rooms.get(deployment)).toBe(5);
  const ending = after(full, of([...five.slice(0, 3), web('d', 1, { state: 'terminating' })]));
  expect(ending.rooms.get(deployment)).toBe(5);
  const settled = after(ending, of(five.slice(0, 3)));
  expect(settled.rooms.get(deployment)).toBe(3);
});

test('an update of a Deployment has room in each row before it begins', () => {
  const view = of([web('a', 1), web('b', 2), web('c', 3)]);
  expect(after(undefined, view).rooms.get(deployment)).toBe(2);
});

test('a small set’s places are its ordinals, on every node', () => {
  const places = after(undefined, mixed);
  expect(at(places, mixed)).toMatchObject({ 'db-0': 0, 'db-1': 1 });
  const moved = {
    ...mixed,
    pods: mixed.pods.map((pod) => (pod.name === 'db-1' ? { ...pod, node: 'node-2' } : pod)),
  };
  expect(at(after(places, moved), moved)['db-1']).toBe(1);
});

test('a large set keeps the order of its ordinals in each row', () => {
  const pods = [7, 2, 11].map((ordinal) => podOf(set, `db-${ordinal}`, 1, { ordinal }));
  const view = cluster({ workloads: [workload(set, { wants: 12, has: 3 })], pods });
  expect(at(after(undefined, view), view)).toEqual({ 'db-2': 0, 'db-7': 1, 'db-11': 2 });
});

test('the order of groups stays when another workload comes before them', () => {
  const first = after(undefined, mixed);
  const job = workload('Job/default/aaa', { wants: 1, has: 1 });
  const more = {
    ...mixed,
    workloads: [job, ...mixed.workloads],
    pods: [...mixed.pods, podOf(job.key, 'aaa-x', 1)],
  };
  expect([...after(first, more).rooms.keys()]).toEqual([deployment, set, '', job.key]);
});

test('a view that shares no Pod with the last one is placed anew', () => {
  const first = after(undefined, of([web('a', 1), web('b', 1)]));
  const other = of([web('x', 1), web('y', 1)]);
  expect(after(first, other)).toEqual(after(undefined, other));
});

test('placing the same view twice changes nothing', () => {
  const once = after(undefined, mixed);
  expect(after(once, mixed)).toEqual(once);
});

test('in packed rows a Pod keeps its place, too', () => {
  const all = crowd(200, 10);
  const first = placesAfter(undefined, all, true);
  const fewer = { ...all, pods: all.pods.filter((_, index) => index % 3 > 0) };
  const before = new Map(placed(first, all).map(({ pod, at }) => [pod.uid, at]));
  for (const { pod, at } of placed(placesAfter(first, fewer, true), fewer))
    expect(at).toBe(before.get(pod.uid));
});

test('packed rows keep their length until all groups have what they want: nodes stand still', () => {
  const waiting = (left: number, more: Partial<WorkloadView> = {}) => {
    const view = crowd(300, 10, (at) => (at < left ? { node: undefined, state: 'pending' } : {}));
    return { ...view, workloads: view.workloads.map((one) => ({ ...one, ...more })) };
  };
  const going = { has: 299 };
  const bands = (view: LabView, places: Places) =>
    layoutCluster(view, places, { width: 840, compact: false }).bands.map(({ y }) => y);
  const full = placesAfter(undefined, waiting(0, going), true);
  const many = placesAfter(full, waiting(120, going), true);
  const fewer = placesAfter(many, waiting(7, going), true);
  expect(bands(waiting(7, going), fewer)).toEqual(bands(waiting(120, going), many));
  const settled = placesAfter(fewer, waiting(0), true);
  expect(bands(waiting(0), settled)).toEqual(bands(waiting(0), placesAfter(undefined, waiting(0), true)));
  expect(bands(waiting(0), settled)).not.toEqual(bands(waiting(120, going), many));
});

test('the picture of one set is for a set that is alone', () => {
  const subject = 'StatefulSet/web';
  expect(isOneSet(steady)).toBe(true);
  expect(isOneSet({ ...steady, pods: [...steady.pods, podOf(undefined, 'client', 1)] })).toBe(false);
  expect(isOneSet(cluster({ subject, workloads: [workload('StatefulSet/default/web')] }))).toBe(true);
  expect(
    isOneSet(cluster({ subject, workloads: [workload('StatefulSet/default/web'), workload(deployment)] })),
  ).toBe(false);
  expect(isOneSet(cluster({ subject: 'Deployment/web', workloads: [workload(deployment)] }))).toBe(false);
  expect(isOneSet(cluster())).toBe(false);
});
