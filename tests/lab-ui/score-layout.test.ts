import { expect, test } from 'vitest';
import { commandWords } from '@/app/_ui/lab/command-words';
import { labWords } from '@/app/_ui/lab/words';
import { controllerLabel, labelLetter, shortenMiddle, textWidth } from '@/app/_ui/timeline/lane-label';
import { layoutScore, mostLanes } from '@/app/_ui/timeline/score-layout';
import { cutAt } from '@/app/_ui/timeline/span-cut';
import { spanShape } from '@/app/_ui/timeline/span-shape';
import { timeScale } from '@/app/_ui/timeline/time-scale';
import type { Score } from '@/lib/lab/view';
import { blocked, early, many, span, troubled } from './fixtures';
import { rollout } from './score-fixtures';

const layout = (score: Score, width: number) =>
  layoutScore(score, width, (command) => commandWords(labWords.en, command));
const moments = [0, 100, 1_234, 9_999, 20_000, 33_600, 44_000, 60_000, 95_000, 240_000, 1_800_000, 3_600_000];
const widths = [258, 304, 842, 1_082];
const cases = widths.flatMap((width) => moments.map((endMs) => [width, endMs] as const));

test.each(cases)('the scale fits %i px for %i ms, runs one way and can be read back', (width, endMs) => {
  const scale = timeScale(endMs, endMs, width);
  expect(scale.x(0)).toBe(0);
  expect(scale.x(scale.endMs)).toBeCloseTo(width);
  expect(scale.endMs).toBeGreaterThan(endMs);
  let last = -1;
  for (let atMs = 0; atMs <= scale.endMs; atMs += scale.endMs / 97) {
    const x = scale.x(atMs);
    expect(x).toBeGreaterThan(last);
    expect(scale.at(x)).toBeCloseTo(atMs, 4);
    last = x;
  }
});

test.each(cases)('numbers of the scale do not touch (%i px, %i ms)', (width, endMs) => {
  const { ticks } = timeScale(endMs, endMs, width);
  expect(ticks[0]).toEqual({ atMs: 0, x: 0 });
  for (const [at, { x }] of ticks.entries())
    if (at > 0) expect(x - ticks[at - 1]!.x).toBeGreaterThanOrEqual(26);
});

test.each(widths)('the last 20 s stay readable: at least 6 px a second in %i px', (width) => {
  for (const nowMs of moments.filter((moment) => moment >= 20_000)) {
    const scale = timeScale(nowMs, nowMs, width);
    expect((scale.x(nowMs) - scale.x(nowMs - 20_000)) / 20).toBeGreaterThan(6);
  }
});

test('the scale stands still while time runs on, and changes only in steps', () => {
  const ends = new Set<number>();
  for (let nowMs = 0; nowMs <= 120_000; nowMs += 100) ends.add(timeScale(nowMs, nowMs, 842).endMs);
  expect(ends.size).toBeLessThanOrEqual(12);
});

test('going far back opens the stretch around that moment', () => {
  const scale = timeScale(30_000, 600_000, 842);
  expect((scale.x(40_000) - scale.x(20_000)) / 20).toBeGreaterThan(6);
  expect(scale.x(600_000)).toBeLessThanOrEqual(842);
});

test.each([328, 358, 960, 1_200])('words of the score do not touch the next tick (%i px)', (width) => {
  for (const score of [blocked.score, early.score, troubled.score]) {
    const placed = layout(score, width);
    for (const labels of [placed.commands, ...placed.controllers.map(({ states }) => states)]) {
      labels.forEach((label, at) => {
        const next = labels[at + 1]?.x ?? Number.POSITIVE_INFINITY;
        if (label.text !== '') expect(label.x + 6 + label.text.length * 6).toBeLessThanOrEqual(next);
      });
    }
  }
});

test('a state that is too short for its word keeps its tick and its full name', () => {
  const { states } = layout(blocked.score, 960).controllers[0]!;
  const short = states.filter((label) => label.text === '');
  expect(short.map((label) => label.title)).toContain('waitingForTermination');
  expect(states.find((label) => label.title === 'waitingForReady ×3')?.text).toBe('waitingForReady ×3');
});

test('commands of one moment share a tick', () => {
  const twice = { ...blocked.score, commands: [...early.score.commands, ...early.score.commands] };
  expect(layout(twice, 960).commands.map(({ text }) => text)).toEqual(['apply ×2']);
});

test('lanes do not touch, up to twelve of them, and the axis lies below them', () => {
  for (const count of [1, 3, 6, 9, 12]) {
    const { lanes, laneHeight, axisY } = layout(many(count).score, 960);
    for (const [at, { y }] of lanes.entries())
      if (at > 0) expect(y - lanes[at - 1]!.y).toBeGreaterThan(laneHeight);
    expect(axisY).toBeGreaterThan(lanes.at(-1)!.y + laneHeight / 2);
  }
});

test('a score is never longer than its limit: both ends are drawn, and a row between says how many are not', () => {
  const full = layout(many(mostLanes.desk).score, 960);
  expect(full.lanes).toHaveLength(mostLanes.desk);
  expect(full.notShown).toBeUndefined();
  for (const count of [mostLanes.desk + 1, 100, 1_000]) {
    const { lanes, notShown, height } = layout(many(count).score, 960);
    expect(lanes).toHaveLength(mostLanes.desk);
    expect(lanes[0]!.lane.label).toBe('web-0');
    expect(lanes.at(-1)!.lane.label).toBe(`web-${count - 1}`);
    expect(notShown?.count).toBe(count - mostLanes.desk);
    const rows = [...lanes.map(({ y }) => y), notShown!.y].sort((a, b) => a - b);
    for (const [at, y] of rows.entries()) if (at > 0) expect(y - rows[at - 1]!).toBeGreaterThanOrEqual(14);
    expect(height).toBeLessThan(520);
  }
});

test('what is known beyond the now-line is told apart', () => {
  const { lanes, nowX, runX } = layout({ ...blocked.score, nowMs: 10_000 }, 960);
  expect(runX).toBeGreaterThan(nowX);
  const [first] = lanes;
  expect(first!.shapes.some((shape) => shape.later)).toBe(true);
  expect(first!.shapes.filter((shape) => shape.key.startsWith('10000'))).toHaveLength(1);
});

test('a place that waits has dots up to the now-line even where its spans do not say so', () => {
  const lanes = blocked.score.lanes.map((lane) => ({
    ...lane,
    spans: lane.spans.filter((one) => one.state !== 'reserved'),
  }));
  const placed = layout({ ...blocked.score, lanes }, 960);
  const dots = placed.lanes[1]!.shapes.at(-1)!.shape;
  expect(dots.kind).toBe('dots');
  if (dots.kind !== 'dots') return;
  expect(dots.waits).toBe(true);
  expect(dots.x).toBeCloseTo(placed.left + placed.scale.x(29_400));
  expect(dots.to).toBeCloseTo(placed.nowX);
});

test('the arrow of a waiting lane points at the lane that it waits for', () => {
  const placed = layout(blocked.score, 960);
  expect(placed.arrows).toHaveLength(1);
  const [arrow] = placed.arrows;
  expect(arrow).toMatchObject({ lane: 'web-1', to: 'web-0' });
  expect(arrow!.toY).toBeLessThan(arrow!.fromY);
  expect(arrow!.x).toBeLessThanOrEqual(placed.nowX);
});

test.each([
  ['reserved', 'dots'],
  ['pending', 'dots'],
  ['creating', 'opening'],
  ['notReady', 'band'],
  ['partlyReady', 'band'],
  ['ready', 'band'],
  ['terminating', 'closing'],
  ['imageError', 'crossed'],
  ['crashLoop', 'fallen'],
  ['failed', 'cross'],
  ['succeeded', 'finished'],
  ['unknown', 'hatched'],
] as const)('a Pod that is %s is inked as %s', (state, kind) => {
  expect(spanShape(span(0, 1_000, state), 10, 90, 14).kind).toBe(kind);
});

test.each([
  ['crashLoop', 'fallen', { kind: 'fallen', square: 0 }],
  ['failed', 'cross', { kind: 'nothing' }],
  ['succeeded', 'finished', { kind: 'nothing' }],
] as const)(
  'what marks the beginning of %s is drawn once where the now-line cuts it',
  (state, kind, rest) => {
    const [before, after, more] = cutAt(span(0, 1_000, state), 400).flatMap((one) => cutAt(one, 700));
    expect(spanShape(before!, 10, 42, 14).kind).toBe(kind);
    expect(spanShape(after!, 42, 66, 14)).toMatchObject(rest);
    expect(spanShape(more!, 66, 90, 14)).toMatchObject(rest);
  },
);

test('an opening hairpin that the now-line cuts goes on as wide as it was there', () => {
  const [before, after] = cutAt(span(0, 1_000, 'creating'), 500);
  expect(spanShape(before!, 0, 40, 14)).toEqual({ kind: 'opening', path: 'M40 -3.5L0 0L40 3.5' });
  expect(spanShape(after!, 40, 80, 14)).toEqual({ kind: 'opening', path: 'M80 -7L40 -3.5M40 3.5L80 7' });
});

test('readiness is fill, revision is slits', () => {
  const band = (state: 'ready' | 'notReady', revision: number) => {
    const shape = spanShape(span(0, 1, state, { revision }), 0, 50, 14);
    return shape.kind === 'band' ? [shape.solid, shape.slits.length] : [];
  };
  expect(band('ready', 1)).toEqual([true, 0]);
  expect(band('notReady', 2)).toEqual([false, 1]);
  expect(band('ready', 3)).toEqual([true, 2]);
});

test('a closing hairpin is as high as what is left of the grace period', () => {
  const shape = spanShape(span(0, 1, 'terminating', { graceFrom: 0, graceTo: 0.5 }), 0, 40, 14);
  expect(shape).toMatchObject({ kind: 'closing', path: 'M0 -7L40 -3.5V3.5L0 7Z', solid: true });
});

test.each([350, 560, 960, 1_200])('every machine of a score has a lane above the Pods (%i px)', (width) => {
  const { controllers, lanes, youY } = layout(rollout, width);
  expect(controllers.map(({ title }) => title)).toEqual(['Deployment web', 'ReplicaSet web-6d4b75cb6d']);
  const rows = [youY, ...controllers.map(({ y }) => y), lanes[0]!.y];
  for (const [at, y] of rows.entries()) if (at > 0) expect(y - rows[at - 1]!).toBeGreaterThanOrEqual(20);
});

test('the score of a whole cluster has no lane of a machine', () => {
  const whole = { ...rollout, controllers: undefined, controller: { label: '', spans: [] } };
  const { controllers, lanes, youY } = layout(whole as Score, 960);
  expect(controllers).toEqual([]);
  expect(lanes[0]!.y - youY).toBe(34);
});

test.each([350, 560, 700, 960, 1_200])('no name runs into its lane (%i px)', (width) => {
  const { lanes, controllers, left, narrow } = layout(rollout, width);
  for (const { label } of lanes) expect(textWidth(label, labelLetter)).toBeLessThanOrEqual(left);
  for (const { label } of controllers) expect(textWidth(label, labelLetter - 0.4)).toBeLessThanOrEqual(left);
  expect(new Set(lanes.map(({ label }) => label)).size).toBe(lanes.length);
  expect(narrow).toBe(width < 480);
});

test('a long name is shortened in its middle, so that its beginning and the part of its own remain', () => {
  expect(shortenMiddle('web-6d4b75cb6d-7xk2p', 150)).toBe('web-6d4b7…6d-7xk2p');
  expect(shortenMiddle('web-6d4b75cb6d-7xk2p', 60)).toBe('…7xk2p');
  expect(shortenMiddle('web-0', 60)).toBe('web-0');
});

test('a machine that has no room for its kind has it as kubectl abbreviates it', () => {
  expect(controllerLabel('StatefulSet web', 118)).toBe('StatefulSet web');
  expect(controllerLabel('HorizontalPodAutoscaler web', 118)).toBe('hpa web');
});

test('a phone draws ten lanes, and all of them when asked', () => {
  const { score } = many(40);
  expect(layout(score, 350).lanes).toHaveLength(mostLanes.phone);
  expect(layout(score, 350).notShown?.count).toBe(30);
  const all = layoutScore(score, 350, () => '', { all: true });
  expect(all.lanes).toHaveLength(40);
  expect(all.notShown).toBeUndefined();
});

test('what of a lane has ended keeps its drawing while time runs on', () => {
  const later = { ...rollout, nowMs: rollout.nowMs + 16, endMs: rollout.endMs + 16 };
  const ended = (score: Score) =>
    layout(score, 960).lanes.flatMap(({ lane, shapes }) => {
      const over = lane.spans
        .filter(({ toMs }) => toMs <= rollout.nowMs)
        .map((one) => `${one.fromMs} ${one.state}`);
      return shapes.filter(({ key }) => over.includes(key)).map(({ shape }) => shape);
    });
  const [before, after] = [ended(rollout), ended(later)];
  expect(before.length).toBeGreaterThan(0);
  for (const [at, shape] of before.entries()) expect(after[at]).toBe(shape);
});
