import { expect, test } from 'vitest';
import { layoutScene, ordinalsOf, type SceneLayout } from '@/app/_ui/cluster/scene-layout';
import { blocked, early, many, pod, steady, troubled } from './fixtures';

const widths = [328, 358, 564, 680, 804];

test.each(widths)('a Pod stands where its node’s row meets its ordinal’s column (%i px)', (width) => {
  const layout = layoutScene(blocked, width);
  for (const placed of layout.pods) {
    const band = layout.bands.find((one) => one.node.name === placed.pod.node);
    expect(placed.x).toBe(layout.columns.find((column) => column.ordinal === placed.pod.ordinal)?.x);
    expect(placed.y).toBeGreaterThan(band!.y);
    expect(placed.y).toBeLessThan(band!.y + band!.height);
  }
});

test('a replaced Pod may change its row, never its column', () => {
  const before = layoutScene(steady, 564);
  const moved = {
    ...steady,
    pods: steady.pods.map((one) => (one.ordinal === 1 ? pod(1, 'ready', { node: 'node-3' }) : one)),
  };
  const after = layoutScene(moved, 564);
  expect(after.pods.map(({ x }) => x)).toEqual(before.pods.map(({ x }) => x));
  expect(after.pods[1]?.y).not.toBe(before.pods[1]?.y);
});

test('columns stand still while Pods come and go', () => {
  const xs = (layout: SceneLayout) => layout.columns.map(({ x }) => x);
  expect(xs(layoutScene(early, 564))).toEqual(xs(layoutScene(steady, 564)));
  expect(xs(layoutScene(blocked, 564))).toEqual(xs(layoutScene(steady, 564)));
  expect(ordinalsOf({ ...steady, pods: [], claims: [] })).toEqual([0, 1, 2]);
});

test.each(widths.flatMap((width) => Array.from({ length: 12 }, (_, at) => [at + 1, width] as const)))(
  '%i ordinals fit %i px without touching',
  (count, width) => {
    const layout = layoutScene(many(count), width);
    expect(layout.mode).not.toBe('cells');
    const half = layout.markSize / 2;
    layout.columns.forEach(({ x }, at) => {
      expect(x - half).toBeGreaterThanOrEqual(0);
      expect(x + half).toBeLessThanOrEqual(width);
      const next = layout.columns[at + 1];
      if (next !== undefined) expect(next.x - x).toBeGreaterThanOrEqual(layout.markSize);
    });
    expect(
      layout.bands.every(
        (band, at) => at === 0 || band.y > layout.bands[at - 1]!.y + layout.bands[at - 1]!.height,
      ),
    ).toBe(true);
    expect(layout.claimsY).toBeGreaterThan(Math.max(...layout.pods.map(({ y }) => y + half)));
    expect(layout.height).toBeGreaterThan(layout.claimsY);
  },
);

test('more than twelve ordinals become cells that stay inside their node’s band', () => {
  const layout = layoutScene(many(100), 564);
  expect(layout.mode).toBe('cells');
  expect(layout.pods).toHaveLength(100);
  const places = new Set(layout.pods.map(({ x, y }) => `${x} ${y}`));
  expect(places.size).toBe(100);
  for (const { pod: one, x, y } of layout.pods) {
    const band = layout.bands.find((row) => row.node.name === one.node)!;
    expect(x + 8).toBeLessThanOrEqual(564);
    expect(y - 8).toBeGreaterThanOrEqual(band.y);
    expect(y + 8).toBeLessThanOrEqual(band.y + band.height);
  }
});

test('one arrow for each Pod that is waited for, ending above its mark', () => {
  const waits = { pod: 'web-0', until: 'ready', sinceMs: 100 } as const;
  const both = { ...early, reserved: early.reserved.map((place) => ({ ...place, waitsFor: waits })) };
  const layout = layoutScene(both, 564);
  expect(layout.arrows.map(({ from, to }) => [from, to])).toEqual([['web-1', 'web-0']]);
  const target = layout.pods.find((placed) => placed.pod.name === 'web-0')!;
  expect(layout.arrows[0]!.head.y).toBeLessThan(target.y - layout.markSize / 2);
});

test('an arrow to a Pod that is not there is not drawn', () => {
  const gone = { ...blocked, pods: blocked.pods.filter((one) => one.name !== 'web-0') };
  expect(layoutScene(gone, 564).arrows).toEqual([]);
});

test('a Pod without a node stands outside all bands', () => {
  const layout = layoutScene(troubled, 564);
  const homeless = layout.pods.find((placed) => placed.pod.state === 'pending')!;
  expect(homeless.y).toBe(layout.waitingY);
  expect(homeless.y).toBeLessThan(layout.bands[0]!.y);
});

test('a service has a foot for each Pod that it selects, and spans them', () => {
  const [service] = layoutScene(steady, 564).services;
  expect(service!.feet.map(({ pod: name }) => name)).toEqual(['web-0', 'web-1', 'web-2']);
  expect([service!.fromX, service!.toX]).toEqual([service!.feet[0]!.x, service!.feet[2]!.x]);
});

test('a claim has a line to its Pod when it is mounted, and none when it is kept', () => {
  const claims = layoutScene(blocked, 564).claims;
  expect(claims.map(({ podY }) => podY !== undefined)).toEqual([true, false, true]);
});
