import { expect, test } from 'vitest';
import { labWords } from '@/app/_ui/lab/words';
import { comparedOf, differenceWords } from '@/app/_ui/timeline/difference-words';
import { forkScale } from '@/app/_ui/timeline/fork-scale';
import { layoutFutures } from '@/app/_ui/timeline/futures-layout';
import { futuresWords } from '@/app/_ui/timeline/futures-words';
import type { FutureView } from '@/lib/lab/view';
import { locales } from '@/lib/text';
import { difference, four, secondDifference, two } from './score-fixtures';

const widths = [350, 560, 1_200];
const nowMs = 50_400;
const layout = (futures: readonly FutureView[], width: number, at = nowMs) =>
  layoutFutures(futures, at, width, (command) => command.verb);

const scales = widths.flatMap((width) =>
  [[46_000], [0], [46_000, 48_000], [1_000, 600_000]].flatMap((forks) =>
    [0, 4_400, 70_000].map((ahead) => ({ width, forks, endMs: Math.max(...forks) + ahead })),
  ),
);

test.each(scales)(
  'one scale has all futures: it runs one way and can be read back ($width px, $forks, $endMs)',
  (of) => {
    const scale = forkScale({ nowMs: of.endMs, endMs: of.endMs, forks: of.forks }, of.width, 60);
    let last = -1;
    for (let atMs = 0; atMs <= of.endMs; atMs += Math.max(100, of.endMs / 61)) {
      const x = scale.x(atMs);
      expect(x).toBeGreaterThan(last);
      expect(x).toBeLessThanOrEqual(of.width);
      expect(scale.at(x)).toBeCloseTo(atMs, 3);
      last = x;
    }
  },
);

test('the gap of a fork is no time: everywhere in it is the moment of the fork', () => {
  const scale = forkScale({ nowMs: 50_000, endMs: 50_000, forks: [46_000] }, 800, 60);
  expect(scale.xAfter(46_000) - scale.x(46_000)).toBe(60);
  for (const part of [0, 20, 60]) expect(scale.at(scale.x(46_000) + part)).toBe(46_000);
  expect(scale.x(46_001)).toBeGreaterThan(scale.xAfter(46_000));
});

test.each(widths)('futures stand under each other and never touch (%i px)', (width) => {
  for (const futures of [two, four]) {
    const { blocks, axisY } = layout(futures, width);
    expect(blocks.map(({ name }) => name)).toEqual(futures.map(({ name }) => name));
    for (const [at, { youY }] of blocks.entries())
      if (at > 0) expect(youY - 12).toBeGreaterThan(blocks[at - 1]!.bottomY + 20);
    expect(axisY).toBeGreaterThan(blocks.at(-1)!.bottomY);
  }
});

test.each(widths)(
  'the common past is drawn once, left of the bracket, and each future only right of it (%i px)',
  (width) => {
    const { past, blocks, brackets, scale, left } = layout(four, width);
    const xs = (block: NonNullable<typeof past>) =>
      block.rows.flatMap(({ shapes }) =>
        shapes.flatMap(({ shape }) => ('x' in shape && 'to' in shape ? [shape.x, shape.to] : [])),
      );
    expect(Math.max(...xs(past!))).toBeLessThanOrEqual(left + scale.x(46_000) + 0.01);
    for (const block of blocks) expect(Math.min(...xs(block))).toBeGreaterThanOrEqual(block.fromX - 0.01);
    expect(brackets.map(({ atMs }) => atMs)).toEqual([46_000, 48_000]);
    expect(past!.commands.map(({ title }) => title)).toEqual(['apply']);
    expect(blocks.map(({ commands }) => commands.map(({ atMs }) => atMs))).toEqual([
      [],
      [46_800],
      [48_500],
      [],
    ]);
  },
);

test('the first bracket leads to every future that begins there, the second from one future to the next', () => {
  const { brackets, blocks, past } = layout(four, 1_200);
  const [a, b, c, d] = blocks.map(({ middleY }) => middleY);
  expect(brackets[0]).toMatchObject({ fromY: past!.middleY });
  expect([...new Set(brackets[0]!.toYs)].sort((x, y) => x - y)).toEqual([a, b, d]);
  expect(brackets[1]).toMatchObject({ fromY: blocks[1]!.bottomY, toYs: [c] });
});

test('a future stands right below the one that it was forked from, so that no bracket crosses a third', () => {
  const later: readonly FutureView[] = [
    ...two,
    { name: 'C', isHere: false, forkedAtMs: 49_000, from: 'A', score: two[0]!.score },
  ];
  expect(layout(later, 1_200).blocks.map(({ name }) => name)).toEqual(['A', 'C', 'B']);
});

test('a future whose parent was dropped keeps its place and its bracket', () => {
  const orphans = four.filter(({ name }) => name === 'B' || name === 'C').map((one) => one);
  const { blocks, brackets } = layout(orphans, 1_200);
  expect(blocks.map(({ name }) => name)).toEqual(['B', 'C']);
  expect(brackets.every(({ toYs }) => toYs.length > 0)).toBe(true);
});

test('futures that have nothing in common any more are drawn whole, without a past and without a bracket', () => {
  const alone = two.map(({ name, isHere, score }): FutureView => ({ name, isHere, score }));
  for (const width of widths) {
    const { blocks, brackets, past, scale } = layout(alone, width);
    expect(past).toBeUndefined();
    expect(brackets).toEqual([]);
    expect(scale.at(scale.x(20_000))).toBeCloseTo(20_000);
    expect(blocks.map(({ commands }) => commands.map(({ atMs }) => atMs))).toEqual([[0], [0, 46_800]]);
  }
});

test('of two that lost their parent and a third that was forked later, only the third has a bracket', () => {
  const mixed: readonly FutureView[] = [
    { name: 'B', isHere: true, score: two[1]!.score },
    { name: 'C', isHere: false, score: two[0]!.score },
    { name: 'D', isHere: false, forkedAtMs: 48_000, from: 'B', score: two[1]!.score },
  ];
  const { blocks, brackets, past } = layout(mixed, 1_200);
  expect(past).toBeUndefined();
  expect(blocks.map(({ name }) => name)).toEqual(['B', 'D', 'C']);
  expect(brackets.map(({ atMs, toYs }) => [atMs, toYs.length])).toEqual([[48_000, 1]]);
});

test('every future has the same rows, and of many those stay in which they differ', () => {
  const long = two.map(
    ({ score, ...rest }, at): FutureView => ({
      ...rest,
      score: {
        ...score,
        lanes: Array.from({ length: 40 }, (_, n) => ({
          label: `web-${n}`,
          key: `Pod/default/web-${n}`,
          ordinal: n,
          spans: [
            {
              fromMs: 0,
              toMs: nowMs,
              state: n === 37 && at === 1 ? 'notReady' : 'ready',
              revision: 1,
              open: true,
            },
          ],
        })),
      },
    }),
  );
  for (const width of widths) {
    const { blocks, hidden } = layout(long, width);
    const rows = blocks.map((block) => block.rows.map(({ title }) => title));
    expect(rows[0]).toEqual(rows[1]);
    expect(rows[0]).toContain('web-37');
    expect(rows[0]!.length + hidden).toBe(40);
    const cut = long.map((future) => ({ ...future, score: { ...future.score, folded: 5 } }));
    expect(rows[0]!.length + layout(cut, width).hidden).toBe(45);
  }
});

test('a Pod that was gone before the fork has a row in the past alone, one that came later in the futures alone', () => {
  const life = (label: string, fromMs: number, toMs: number) => ({
    label,
    key: `Pod/default/${label}`,
    spans: [{ fromMs, toMs, state: 'ready', revision: 1, open: false } as const],
  });
  const lanes = [life('old', 0, 30_000), life('both', 0, nowMs), life('new', 47_000, nowMs)];
  const turned = two.map(({ score, ...rest }): FutureView => ({ ...rest, score: { ...score, lanes } }));
  const { past, blocks } = layout(turned, 1_200);
  expect(past!.rows.map(({ title }) => title)).toEqual(['old', 'both']);
  for (const { rows } of blocks) expect(rows.map(({ title }) => title)).toEqual(['both', 'new']);
});

test('what is not reached yet is told apart in every future', () => {
  const early = two.map(
    ({ score, ...rest }): FutureView => ({ ...rest, score: { ...score, nowMs: 20_000 } }),
  );
  const { blocks, past, nowX } = layout(early, 1_200, 20_000);
  expect(nowX).toBeLessThan(blocks[0]!.fromX);
  for (const block of blocks)
    for (const { shapes } of block.rows) expect(shapes.every(({ later }) => later)).toBe(true);
  expect(past!.rows[0]!.shapes.some(({ later }) => !later)).toBe(true);
});

test('the first difference names a Pod with its state in the upper and in the lower future', () => {
  expect(differenceWords('en', difference, two, nowMs)).toBe('web-2: cannot start | Running, not Ready +1');
  expect(differenceWords('en', secondDifference, four, nowMs)).toBe('web-1: Running, Ready | not there');
  expect(differenceWords('zh', secondDifference, four, nowMs)).toBe('web-1：Running，就绪 | 不存在');
});

test('what is no Pod is named with its kind and its first field', () => {
  const objects = [{ key: 'Deployment/default/web', is: 'changed', paths: ['spec.replicas'] }] as const;
  expect(differenceWords('en', { atMs: 1, objects }, two, nowMs)).toBe(
    'Deployment web: spec.replicas differs',
  );
  const claim = [{ key: 'PersistentVolumeClaim/default/data-web-0', is: 'right', paths: [] }] as const;
  expect(differenceWords('en', { atMs: 1, objects: claim }, two, nowMs)).toBe(
    'PersistentVolumeClaim data-web-0: only in B',
  );
  expect(differenceWords('en', { atMs: 1, objects: [] }, two, nowMs)).toBe('the same again now');
});

test('a future is compared with the one that it was forked from, the upper first', () => {
  expect(comparedOf(four)?.map(({ name }) => name)).toEqual(['B', 'C']);
  const atA = two.map((one) => ({ ...one, isHere: one.name === 'A' }));
  expect(comparedOf(atA)?.map(({ name }) => name)).toEqual(['A', 'B']);
});

test('both languages have the same places to fill', () => {
  const places = (text: unknown) => [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  for (const key of Object.keys(futuresWords.en) as (keyof typeof futuresWords.en)[])
    expect(places(futuresWords.zh[key]).sort(), key).toEqual(places(futuresWords.en[key]).sort());
  expect(locales.every((locale) => labWords[locale].locale === locale)).toBe(true);
});
