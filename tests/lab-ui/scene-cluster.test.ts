import { describe, expect, test } from 'vitest';
import { cellsOf, difference, sheetsOf } from '@/app/_ui/cluster/cell-painter';
import { gridOf } from '@/app/_ui/cluster/cluster-columns';
import { type ClusterLayout, layoutCluster } from '@/app/_ui/cluster/cluster-layout';
import { packs } from '@/app/_ui/cluster/cluster-scale';
import { podAt } from '@/app/_ui/cluster/cluster-scene';
import { placedAfter } from '@/app/_ui/cluster/placed-scene';
import { placesAfter } from '@/app/_ui/cluster/places';
import { neighbour } from '@/app/_ui/cluster/scene-buttons';
import { looksSame } from '@/app/_ui/cluster/scene-sign';
import { mostSteps, restless, stepsOf } from '@/app/_ui/cluster/workload-steps';
import type { LabView } from '@/lib/lab/view';
import { cluster, crowd, deployment, mixed, node, podOf, replicaSet, workload } from './scene-views';

const widths = [358, 604, 960, 1240];
const layoutOf = (view: LabView, width = 604, selected?: string): ClusterLayout =>
  layoutCluster(view, placesAfter(undefined, view, packs(view)), { width, compact: width < 480, selected });
const views = {
  mixed,
  forty: crowd(40, 5),
  hundred: crowd(100, 12),
  thousand: crowd(1000, 20),
  manyNodes: crowd(30, 50),
};

test.each(
  Object.entries(views).flatMap(([name, view]) => widths.map((width) => [name, width, view] as const)),
)(
  '%s at %i px: each Pod stands in its node’s band, on a place of its own, inside the drawing',
  (_, width, view) => {
    const layout = layoutOf(view, width);
    const half = layout.markSize / 2;
    for (const { pod, x, y } of layout.pods) {
      const band = layout.bands.find((one) => one.node.name === pod.node)!;
      expect(x - half).toBeGreaterThanOrEqual(band.x);
      expect(x + half).toBeLessThanOrEqual(Math.min(width, band.x + band.width));
      expect(y - half).toBeGreaterThanOrEqual(band.y);
      expect(y + half).toBeLessThanOrEqual(band.y + band.height);
    }
    expect(new Set(layout.pods.map(({ x, y }) => `${x} ${y}`)).size).toBe(view.pods.length);
    expect(layout.bands).toHaveLength(view.nodes.length);
    expect(layout.height).toBeGreaterThan(Math.max(...layout.bands.map(({ y, height }) => y + height)));
  },
);

test('on a phone a node is meant by its whole band, and a Pod by its words too; elsewhere by what is drawn', () => {
  const layout = layoutOf(mixed, 358);
  for (const { node, x, width } of layout.bands) {
    const box = layout.boxes.get(`Node//${node.name}`)!;
    expect(box.x + box.width / 2 + (box.reach?.[0] ?? 0)).toBe(x + width);
  }
  const beside = layout.pods.filter(({ side }) => side === 'right' || side === 'below');
  expect(beside.length).toBeGreaterThan(0);
  for (const { pod } of beside)
    expect(Math.max(...(layout.boxes.get(pod.key)?.reach ?? [0]))).toBeGreaterThan(20);
  expect([...layoutOf(mixed, 1_000).boxes.values()].filter(({ reach }) => reach)).toEqual([]);
});

test('on a phone what owns, Services, claims and nodes are as large as a finger, and what owns and Services do not overlap', () => {
  for (const view of [mixed, crowd(40, 5)]) {
    const layout = layoutOf(view, 358);
    const boxes = [...layout.boxes.values()].filter(({ key }) => !key.startsWith('Pod/'));
    expect(boxes.length).toBeGreaterThan(3);
    for (const { key, width, height } of boxes)
      expect([key, Math.min(width, height) >= 44]).toEqual([key, true]);
    const listed = [
      ...layout.steps.map(({ workload }) => workload.key),
      ...layout.services.map(({ key }) => key),
    ];
    const inOrder = listed.map((key) => layout.boxes.get(key)!).sort((a, b) => a.y - b.y);
    for (const [at, box] of inOrder.slice(1).entries()) {
      const above = inOrder[at]!;
      expect(box.y - box.height / 2).toBeGreaterThanOrEqual(above.y + above.height / 2);
    }
  }
});

test.each(widths)('bands do not touch (%i px)', (width) => {
  const { bands } = layoutOf(views.thousand, width);
  for (const a of bands)
    for (const b of bands)
      if (a !== b)
        expect(
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
        ).toBe(true);
});

test.each([
  [3, 'beside', 34],
  [59, 'below', 30],
  [60, 'small', 18],
  [250, 'small', 18],
  [251, 'cells', 12],
])('%i Pods on three nodes: %s, marks of at most %i px', (count, mode, size) => {
  const layout = layoutOf(crowd(count, 3));
  expect(layout.mode).toBe(mode);
  expect(layout.markSize).toBeLessThanOrEqual(size);
});

test('cells stand 25 a row where there is room, in steps of 16 px', () => {
  const layout = layoutOf(views.thousand, 604);
  const first = layout.pods.filter(({ pod }) => pod.node === 'node-1');
  expect(new Set(first.map(({ x }) => x)).size).toBe(25);
  expect(new Set(first.map(({ y }) => y)).size).toBe(2);
  const xs = [...new Set(first.map(({ x }) => x))].sort((a, b) => a - b);
  expect(xs[1]! - xs[0]!).toBe(16);
});

test('groups are named only where there is more than one', () => {
  expect(layoutOf(crowd(3, 3)).groups).toEqual([]);
  expect(layoutOf(mixed).groups.map(({ key }) => key)).toEqual([deployment, 'StatefulSet/default/db', '']);
});

test('a Pod without a node stands outside all bands', () => {
  const view = cluster({ workloads: mixed.workloads, pods: [podOf(replicaSet, 'web-1-x', undefined)] });
  const layout = layoutOf(view);
  expect(layout.pods[0]!.y).toBeLessThan(layout.bands[0]!.y);
});

test('a Service has a foot over each Pod that it selects, solid or hollow, on one trunk', () => {
  const [rake] = layoutOf(mixed).rakes;
  expect(rake!.feet).toHaveLength(3);
  expect(rake!.feet.filter(({ leftOut }) => leftOut !== undefined)).toHaveLength(1);
  for (const foot of rake!.feet) {
    const spot = layoutOf(mixed).pods.find(({ x, y }) => x === foot.x && y > foot.y);
    expect(spot, `${foot.x}`).toBeTruthy();
  }
  expect(rake!.toY).toBe(Math.max(...rake!.feet.map(({ fromY }) => fromY)));
});

test('of more than two Services only the selected one has a rake; all are in the list', () => {
  const service = mixed.services[0]!;
  const view = {
    ...mixed,
    services: ['a', 'b', 'c'].map((name) => ({ ...service, name, key: `Service/default/${name}` })),
  };
  expect(layoutOf(view).rakes).toEqual([]);
  expect(layoutOf(view).services).toHaveLength(3);
  expect(layoutOf(view, 604, 'Service/default/b').rakes.map(({ key }) => key)).toEqual(['Service/default/b']);
});

test('a claim is a drawer under its Pod; one that is kept stands at the foot', () => {
  const { pod: _, ...free } = mixed.claims[0]!;
  const key = 'PersistentVolumeClaim/default/data-db-9';
  const kept = { ...free, key, name: 'data-db-9', mounted: false };
  const layout = layoutOf({ ...mixed, claims: [...mixed.claims, kept] });
  expect(layout.drawers.map(({ claim }) => claim.name)).toEqual(['data-db-0', 'data-db-1']);
  for (const drawer of layout.drawers) {
    const spot = layout.pods.find(({ pod }) => drawer.claim.name.endsWith(pod.name))!;
    expect(drawer.x).toBe(spot.x);
    expect(drawer.y).toBeGreaterThan(spot.y);
  }
  expect(layout.claims.map(({ claim }) => claim.name)).toEqual(['data-db-9']);
});

test('a claim that a Pod of a Deployment has mounted is a drawer under it, too', () => {
  const claim = { ...mixed.claims[0]!, key: 'PersistentVolumeClaim/default/disk', name: 'disk' };
  const layout = layoutOf({ ...mixed, claims: [{ ...claim, pod: 'Pod/default/web-1-b' }] });
  const spot = layout.pods.find(({ pod }) => pod.name === 'web-1-b')!;
  expect(layout.drawers.map(({ x }) => x)).toEqual([spot.x]);
  expect(layout.boxes.has('PersistentVolumeClaim/default/disk')).toBe(true);
});

test('a Service of another namespace stands on none of the Pods that have the same names', () => {
  const far = { ...mixed.services[0]!, key: 'Service/shop/web' };
  const layout = layoutOf({ ...mixed, services: [far] });
  expect(layout.rakes.map(({ feet }) => feet)).toEqual([[]]);
  expect(layout.boxes.has('Service/shop/web')).toBe(true);
});

test('everything that is drawn can be chosen by its key', () => {
  const { boxes } = layoutOf(mixed);
  const keys = [
    ...mixed.pods.map(({ key }) => key),
    ...mixed.workloads.map(({ key }) => key),
    'Node//node-1',
    'Service/default/web',
    'PersistentVolumeClaim/default/data-db-1',
  ];
  expect(keys.filter((key) => !boxes.has(key))).toEqual([]);
});

test('arrows lead from a node to its Pod, on to the next one, and down to the next row', () => {
  const boxes = [...layoutOf(mixed).boxes.values()];
  const from = (key: string) => boxes.find((box) => box.key === key)!;
  const node2 = from('Node//node-2');
  expect(neighbour(boxes, node2, 'ArrowRight')?.key).toBe('Pod/default/web-1-b');
  expect(neighbour(boxes, from('Pod/default/web-1-b'), 'ArrowRight')?.key).toBe('Pod/default/web-1-c');
  expect(neighbour(boxes, node2, 'ArrowDown')?.key).toBe('Node//node-3');
});

test('ownership goes from the HPA to the ReplicaSet, a step to the right each', () => {
  const hpa = workload('HorizontalPodAutoscaler/default/web', { scales: deployment });
  const { shown } = stepsOf([hpa, ...mixed.workloads], undefined);
  expect(shown.map(({ depth, from }) => [depth, from])).toEqual([
    [0, undefined],
    [1, 0],
    [2, 1],
    [0, undefined],
  ]);
});

test('more than six workloads fold, empty ones first; the selected one is shown', () => {
  const many = Array.from({ length: 18 }, (_, at) =>
    workload(`Job/default/job-${at}`, at < 12 ? { wants: 0, has: 0 } : {}),
  );
  const names = (selected?: string) => stepsOf(many, selected).shown.map(({ workload }) => workload.name);
  expect(names()).toEqual(['job-12', 'job-13', 'job-14', 'job-15', 'job-16', 'job-17']);
  expect(stepsOf(many, undefined).folded).toBe(12);
  expect(names('Job/default/job-3')).toContain('job-3');
  expect(names('Job/default/job-3')).toHaveLength(mostSteps);
});

test('a machine at rest has no word', () => {
  expect(restless(workload(deployment, { state: 'complete' }))).toBeUndefined();
  expect(restless(workload(deployment, { state: 'scalingUpNewReplicaSet' }))).toBe('scalingUpNewReplicaSet');
});

test('between two drawings of cells only what differs is drawn again', () => {
  const before = layoutOf(views.thousand);
  const view = crowd(1000, 20, (at) => (at === 17 ? { state: 'crashLoop' } : {}));
  const { changed, cleared } = difference(cellsOf(before.pods), cellsOf(layoutOf(view).pods));
  expect(changed.map(([, cell]) => cell.uid)).toEqual(['uid web-1-17']);
  expect(cleared).toEqual([]);
  const fewer = { ...views.thousand, pods: views.thousand.pods.slice(0, 999) };
  const gone = difference(cellsOf(before.pods), cellsOf(layoutOf(fewer).pods));
  expect([gone.changed.length, gone.cleared.length]).toEqual([0, 1]);
});

test.each([320, 840])(
  'a picture of cells comes in sheets: each Pod is on one of them, whole (%i px)',
  (width) => {
    const layout = layoutOf(views.thousand, width);
    const sheets = sheetsOf(layout);
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.flatMap(({ pods }) => pods).length).toBe(1_000);
    expect(new Set(sheets.flatMap(({ pods }) => pods))).toEqual(new Set(layout.pods));
    for (const { top, height, pods } of sheets) {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + height).toBeLessThanOrEqual(layout.height);
      for (const { y } of pods) {
        expect(y - layout.pitch / 2).toBeGreaterThanOrEqual(top);
        expect(y + layout.pitch / 2).toBeLessThanOrEqual(top + height);
      }
    }
  },
);

test('the Pod under the pointer is found by its cell', () => {
  const layout = layoutOf(views.thousand);
  const { pod, x, y } = layout.pods[321]!;
  expect(podAt(layout, x + 5, y - 5)).toBe(pod.key);
  expect(podAt(layout, 2, 2)).toBeUndefined();
});

test('up to eight nodes are rows, more are a grid', () => {
  const nodes = (count: number) => cluster({ nodes: Array.from({ length: count }, (_, at) => node(at + 1)) });
  expect([packs(nodes(8)), packs(nodes(9))]).toEqual([false, true]);
});

test('one place more in a group moves the groups after it and none before, as long as places are as wide', () => {
  const of = (wide: number) =>
    gridOf(
      new Map([
        ['a', 4],
        ['b', wide],
        ['c', 2],
      ]),
      140,
      470,
    );
  expect(of(4).pitch).toBe(of(3).pitch);
  const xs = (wide: number) => of(wide).groups.map(({ x }) => x);
  expect(xs(4).slice(0, 2)).toEqual(xs(3).slice(0, 2));
  expect(xs(4)[2]).toBeGreaterThan(xs(3)[2]!);
});

test('the grid of nodes stays while an update has more Pods for a while', () => {
  const view = crowd(84, 12);
  const surge = { ...view, pods: [...view.pods, ...crowd(140, 12).pods.slice(84)] };
  const grid = (now: LabView) => layoutOf(now).bands.map(({ x, width }) => [x, width]);
  expect(grid(surge)).toEqual(grid(view));
});

describe('above 2,000 Pods a node is one bar', () => {
  const huge = crowd(2_001, 40, (at) => ({
    ...(at % 4 === 1 && { state: 'notReady' }),
    ...(at % 4 === 2 && { state: 'crashLoop', revision: 2 }),
    ...(at % 4 === 3 && { revision: 2 }),
  }));

  test('2,000 are cells yet', () => {
    expect(layoutOf(crowd(2_000, 40)).bars).toEqual([]);
    expect(layoutOf(crowd(2_000, 40)).pods).toHaveLength(2_000);
  });

  test.each(widths)('its parts fill it by their shares, inside its band (%i px)', (width) => {
    const layout = layoutOf(huge, width);
    expect(layout.pods).toEqual([]);
    expect(layout.bars).toHaveLength(40);
    expect(layout.bars.reduce((sum, { count }) => sum + count, 0)).toBe(2_001);
    for (const bar of layout.bars) {
      const band = layout.bands.find(({ node }) => node.name === bar.row)!;
      expect(bar.x).toBeGreaterThan(band.x);
      expect(bar.x + bar.width).toBeLessThan(band.x + band.width);
      expect(bar.y).toBeGreaterThanOrEqual(band.y);
      expect(bar.y + bar.height).toBeLessThanOrEqual(band.y + band.height);
      let { x } = bar;
      for (const part of bar.parts) {
        expect(part.x).toBeCloseTo(x);
        expect(part.width / bar.width).toBeCloseTo(part.count / bar.count);
        x += part.width;
      }
      expect(x).toBeCloseTo(bar.x + bar.width);
    }
  });

  test('ready Pods come first, by revision; then those on their way, then those in trouble', () => {
    const pods = huge.pods.map((pod) => ({ ...pod, node: 'node-1' }));
    const [bar] = layoutOf({ ...huge, pods }).bars;
    expect(bar?.parts.map(({ form, revision, count }) => [form, revision, count])).toEqual([
      ['solid', 1, 501],
      ['solid', 2, 500],
      ['hollow', 1, 500],
      ['black', 1, 500],
    ]);
    expect([bar?.ready, bar?.count]).toEqual([1_001, 2_001]);
  });

  test('Pods without a node have a bar of their own', () => {
    const pods = huge.pods.map(({ node: _, ...pod }, at) => (at < 10 ? pod : { ...pod, node: 'node-1' }));
    const bars = layoutOf({ ...huge, pods }).bars;
    expect(bars.map(({ row, count }) => [row, count])).toEqual([
      ['', 10],
      ['node-1', 1_991],
    ]);
  });
});

describe('a scene after the one before', () => {
  const options = { width: 960, compact: false };
  const ending = (view: LabView, graceUsed: number): LabView => ({
    ...view,
    pods: view.pods.map((pod, at) => (at === 3 ? { ...pod, state: 'terminating', graceUsed } : pod)),
  });

  test('keeps its places where only a Pod looks otherwise, and shows that one as it is now', () => {
    const view = ending(crowd(200), 0.1);
    const first = placedAfter(undefined, view, options);
    const next = placedAfter(first, ending(view, 0.6), options);
    expect(next.layout.boxes).toBe(first.layout.boxes);
    expect(next.layout.pods.map(({ pod }) => pod.graceUsed).filter((used) => used !== undefined)).toEqual([
      0.6,
    ]);
    expect(next.layout.pods[0]).toBe(first.layout.pods[0]);
  });

  test.each<[string, (view: LabView) => LabView, object]>([
    ['a Pod is gone', (view) => ({ ...view, pods: view.pods.slice(1) }), {}],
    ['a Pod ends', (view) => ending(view, 0), {}],
    [
      'a Pod has a node',
      (view) => ({
        ...view,
        pods: view.pods.map((pod, at) => (at === 0 ? { ...pod, node: 'node-9' } : pod)),
      }),
      {},
    ],
    ['a workload is another', (view) => ({ ...view, workloads: [...view.workloads] }), {}],
    ['a node is another', (view) => ({ ...view, nodes: [...view.nodes] }), {}],
    ['the width is another', (view) => ({ ...view }), { width: 700 }],
    ['another object is selected', (view) => ({ ...view }), { selected: deployment }],
  ])('is placed anew when %s', (_, change, more) => {
    const view = crowd(200);
    const first = placedAfter(undefined, view, options);
    const next = placedAfter(first, change(view), { ...options, ...more });
    expect(next.layout.boxes).not.toBe(first.layout.boxes);
    expect(next.layout).toEqual(layoutCluster(change(view), next.places, { ...options, ...more }));
  });
});

describe('whether a scene looks the same', () => {
  test.each<[string, (view: LabView) => LabView, boolean]>([
    ['time has passed', (view) => ({ ...view, nowMs: 9_000 }), true],
    ['the same is told once more', (view) => structuredClone(view), true],
    [
      'a Pod is another',
      (view) => ({ ...view, pods: view.pods.map((pod) => ({ ...pod, uid: 'x' })) }),
      false,
    ],
    [
      'a Pod is in another state',
      (view) => ({ ...view, pods: view.pods.map((pod) => ({ ...pod, state: 'failed' })) }),
      false,
    ],
    [
      'a Pod starts slowly from now on',
      (view) => ({ ...view, pods: view.pods.map((pod) => ({ ...pod, slowStartMs: 10_000 })) }),
      false,
    ],
    [
      'a node is cordoned',
      (view) => ({ ...view, nodes: view.nodes.map((one) => ({ ...one, cordoned: true })) }),
      false,
    ],
    ['a Service is gone', (view) => ({ ...view, services: [] }), false],
    [
      'a workload wants more',
      (view) => ({ ...view, workloads: view.workloads.map((one) => ({ ...one, wants: 9 })) }),
      false,
    ],
  ])('when %s', (_, change, isSame) => {
    expect(looksSame(mixed, change(mixed))).toBe(isSame);
  });

  test('a core that shrinks does so in steps, in cells in fewer', () => {
    const at = (n: number, graceUsed: number) => crowd(n, 10, () => ({ state: 'terminating', graceUsed }));
    expect(looksSame(at(60, 0.5), at(60, 0.505))).toBe(true);
    expect(looksSame(at(60, 0.5), at(60, 0.53))).toBe(false);
    expect(looksSame(at(120, 0.5), at(120, 0.53))).toBe(true);
    expect(looksSame(at(120, 0.5), at(120, 0.6))).toBe(false);
  });
});
