// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { labWords } from '@/app/_ui/lab/words';
import { Chart } from '@/app/_ui/machine/chart';
import { type ChartLayout, chartNames, letterWidth, stateOf } from '@/app/_ui/machine/chart-layout';
import { exceptions, lineOf, pathOf, stateNamed, waysOf } from '@/app/_ui/machine/chart-ways';
import { chartWords } from '@/app/_ui/machine/chart-words';
import { charts } from '@/app/_ui/machine/charts';
import { Machine } from '@/app/_ui/machine/machine';
import { ruleWords } from '@/app/_ui/machine/rule-words';
import { layOut, widths } from '@/bin/charts/lay-out';
import { chartMachines } from '@/bin/charts/machines';
import { readMachine } from '@/bin/charts/read-machine';
import { locales } from '@/lib/text';

afterEach(cleanup);
const shapes = ['down', 'wide'] as const;
const cases = chartNames.flatMap((name) => shapes.map((shape) => ({ name, shape })));
type Box = ChartLayout['parts'][number]['box'];

describe('the machine that runs', () => {
  test.each(chartNames)(
    '%s: its chart has the states and the ways of the machine (else: npm run -s charts)',
    (name) => {
      const { states, arrows } = charts[name];
      expect({ name, states, arrows }).toEqual(readMachine(name, chartMachines[name]));
    },
  );

  test.each(cases)(
    '$name, $shape: the layout is what is computed from it (else: npm run -s charts)',
    async (of) => {
      const kept = charts[of.name].shapes[of.shape];
      const { name } = of;
      expect(await layOut(readMachine(name, chartMachines[name]), of.shape, kept.variant)).toEqual(kept);
    },
  );

  test('a state, a rule or a way more is another chart', () => {
    const part = {
      initial: 'a',
      states: { a: { on: { go: { target: 'b', guard: 'may' } } }, b: {} },
    } as const;
    const before = readMachine('x', createMachine(part));
    expect(before.arrows).toEqual([{ from: 'a', to: 'b', event: 'go', guard: 'may' }]);
    expect(readMachine('x', createMachine({ ...part, states: { ...part.states, c: {} } }))).not.toEqual(
      before,
    );
    const freed = { ...part, states: { ...part.states, a: { on: { go: { target: 'b' } } } } };
    expect(readMachine('x', createMachine(freed)).arrows).toEqual([{ from: 'a', to: 'b', event: 'go' }]);
  });

  test('a way that crosses the border of a frame is refused, for it would not be drawn', async () => {
    const inside = { initial: 'b', states: { b: { on: { out: '#x.c' } } } };
    const machine = createMachine({ id: 'x', initial: 'a', states: { a: inside, c: {} } });
    await expect(layOut(readMachine('x', machine), 'down', 0)).rejects.toThrow(
      'crosses the border of a frame',
    );
  });
});

const inside = ([x, y, width, height]: Box, [px, py]: readonly [number, number], by = 0) =>
  px > x + by && px < x + width - by && py > y + by && py < y + height - by;
const overlap = (a: Box, b: Box) =>
  a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];

describe.each(cases)('$name, $shape', ({ name, shape }) => {
  const chart = charts[name];
  const layout = chart.shapes[shape];
  const boxes = layout.parts.filter(({ kind }) => kind === 'state' || kind === 'final');

  test('every state has one box with room for its name, and no two boxes touch', () => {
    const leaves = chart.states.filter(({ hasParts }) => !hasParts).map(({ id }) => id);
    expect(boxes.map(({ id }) => id).sort()).toEqual([...leaves].sort());
    for (const { id, box } of boxes)
      expect(box[2], id).toBeGreaterThanOrEqual(stateOf(id).length * letterWidth + 19);
    for (const [at, { id, box }] of boxes.entries())
      for (const other of boxes.slice(at + 1))
        expect(overlap(box, other.box), `${id} ${other.id}`).toBe(false);
  });

  test('it is as narrow as its place, and nothing lies outside', () => {
    expect(layout.width).toBeLessThanOrEqual(widths[shape]);
    for (const { box } of layout.parts) {
      expect(Math.min(box[0], box[1])).toBeGreaterThanOrEqual(0);
      expect(box[0] + box[2]).toBeLessThanOrEqual(layout.width);
      expect(box[1] + box[3]).toBeLessThanOrEqual(layout.height);
    }
  });

  test('every way has a line, every line a way or a start', () => {
    const ids = chart.states.map(({ id }) => id);
    const leavesOf = (from: string) =>
      boxes.map(({ id }) => id).filter((id) => from === '' || id === from || id.startsWith(`${from}.`));
    for (const { from, to } of chart.arrows)
      for (const source of leavesOf(from))
        expect(lineOf(layout, source, to)?.to, `${source} to ${to}`).toBe(to);
    for (const line of layout.lines)
      if (!line.from.startsWith('o') || ids.includes(line.from))
        expect(waysOf(chart, line).length, `${line.from} to ${line.to}`).toBeGreaterThan(0);
  });

  test('lines run level or upright, without steps aside that look like a fault', () => {
    for (const { from, to, points } of layout.lines)
      for (const [at, [x, y]] of points.entries()) {
        const [nextX, nextY] = points[at + 1] ?? [x, Number.NaN];
        if (Number.isNaN(nextY)) continue;
        const [dx, dy] = [Math.abs(x - nextX), Math.abs(y - nextY)];
        expect(Math.min(dx, dy), `${from} to ${to}`).toBe(0);
        expect(Math.max(dx, dy), `${from} to ${to}`).toBeGreaterThanOrEqual(4);
      }
  });

  test('a line ends at the border of its state, and goes through no box on its way', () => {
    for (const { from, to, points } of layout.lines) {
      const target = layout.parts.find(({ id, kind }) => id === to && kind !== 'start')!.box;
      const end = points.at(-1)!;
      expect(inside(target, end, 1)).toBe(false);
      expect(inside([target[0] - 1, target[1] - 1, target[2] + 2, target[3] + 2], end)).toBe(true);
      for (const [at, a] of points.entries()) {
        const b = points[at + 1];
        if (b === undefined) continue;
        const along: Box = [
          Math.min(a[0], b[0]),
          Math.min(a[1], b[1]),
          Math.abs(a[0] - b[0]) || 0.1,
          Math.abs(a[1] - b[1]) || 0.1,
        ];
        for (const { id, box } of boxes) {
          const core: Box = [box[0] + 1, box[1] + 1, box[2] - 2, box[3] - 2];
          expect(overlap(along, core), `${from} to ${to} through ${id}`).toBe(false);
        }
      }
    }
  });
});

test('a transition of a part leads along the line of the frame or of the box that has the way', () => {
  const pod = charts.pod.shapes.down;
  expect(lineOf(pod, 'Working.Ready', 'Terminating')).toMatchObject({ from: 'Working', to: 'Terminating' });
  expect(lineOf(pod, 'Working.NotReady', 'Working.Ready')).toMatchObject({
    from: 'Working*',
    to: 'Working.Ready',
  });
  expect(lineOf(charts.packet.shapes.down, 'routing', 'dropped')).toMatchObject({ from: '*', to: 'dropped' });
  expect(lineOf(pod, 'Gone', 'Working.Ready')).toBeUndefined();
});

test('the box for many names the states that do not have its ways', () => {
  expect(exceptions(charts.packet, charts.packet.shapes.down)).toEqual(['socket']);
});

test('a state is found by its full name and by the last part of it', () => {
  expect(stateNamed(charts.pod, 'Working.Ready')).toBe('Working.Ready');
  expect(stateNamed(charts.pod, 'Ready')).toBe('Working.Ready');
  expect(stateNamed(charts.pod, 'Working')).toBeUndefined();
});

test('a line stops where its head begins', () => {
  const points = [
    [0, 0],
    [10, 0],
    [10, 20],
  ] as const;
  expect(pathOf({ from: 'a', to: 'b', points }, 5)).toEqual({
    line: 'M0 0L10 0L10 15',
    head: 'M10 20L7.25 15L12.75 15Z',
  });
});

const pod = (current: string, from: string) => (
  <Chart name="pod" current={current} last={{ from, to: current, words: '33.6 s it is Ready' }} locale="en" />
);

test('one state is current and one line is the last, in each shape; the words of the last are said', () => {
  const { container } = render(pod('Working.Ready', 'Working.NotReady'));
  const marked = [...container.querySelectorAll('[data-current]')].map((one) =>
    one.getAttribute('data-state'),
  );
  expect(marked).toEqual(['Working.Ready', 'Working.Ready']);
  expect(container.querySelectorAll('.lastLine')).toHaveLength(2);
  expect(container.querySelector('.last')?.textContent).toBe('33.6 s it is Ready');
  const label = 'Statechart of pod.machine, now in Ready, 33.6 s it is Ready';
  expect(screen.getAllByRole('img', { name: label })).toHaveLength(2);
});

test('a final state is marked as one, and only that', () => {
  const { container } = render(<Chart name="packet" locale="en" />);
  const ends = [...container.querySelectorAll('.wide [data-kind=final]')].map((one) =>
    one.getAttribute('data-state'),
  );
  expect(ends).toEqual(['delivered', 'dropped', 'rejected']);
});

test.each(['en', 'zh'] as const)('the list has every state and every way, in %s', (locale) => {
  for (const name of chartNames) {
    const { container } = render(<Chart name={name} locale={locale} />);
    const list = within(container.querySelector('details')!);
    expect(list.getByText(chartWords[locale].list)).toBeTruthy();
    const items = container.querySelectorAll('details li').length;
    const common = charts[name].arrows.some(({ from }) => from === '') ? 1 : 0;
    expect(items).toBe(charts[name].states.length + charts[name].arrows.length + common);
    cleanup();
  }
});

test('the view of a Pod is drawn as a chart, that of a controller as the list of its rules', async () => {
  const last = { from: 'Working.NotReady', to: 'Working.Ready', guard: 'isReady', atMs: 33_600 };
  const { container, rerender } = render(
    <Machine
      machine={{ name: 'pod.machine', states: [], current: 'Working.Ready', last }}
      height={300}
      words={labWords.en}
    />,
  );
  const said = '33.6 s the Pod is Running and Ready';
  await waitFor(() => expect(container.querySelector('.last')?.textContent).toBe(said));
  const states = [{ id: 'steady', guards: [] }];
  rerender(
    <Machine
      machine={{ name: 'statefulset.machine', states, current: 'steady' }}
      height={300}
      words={labWords.en}
    />,
  );
  expect(container.querySelector('svg[role=img]')).toBeNull();
  expect(screen.getByText('steady')).toBeTruthy();
});

test.each(locales)(
  'all rules of a state stand beside it in the list, none waits for a pointer: %s',
  (locale) => {
    const rules = ['hasTooFewReplicas', 'hasTooManyReplicas'];
    const states = [{ id: 'creatingPods', guards: rules }];
    const { container } = render(
      <Machine
        machine={{ name: 'replicaset.machine', states, current: 'steady' }}
        height={300}
        words={labWords[locale]}
      />,
    );
    const row = screen.getByText('creatingPods').closest('li');
    for (const rule of rules) expect(row?.textContent).toContain(ruleWords(locale, 'replicaset', rule));
    expect(container.querySelector('[title]')).toBeNull();
  },
);

const ui = path.join(import.meta.dirname, '../../app');

test('no text of a chart is smaller than 11 px, and a drawing is never made smaller', () => {
  const css = readFileSync(path.join(ui, '_ui/machine/chart.module.css'), 'utf8');
  const sizes = [...css.matchAll(/font-size: ([\d.]+)px/g)].map(([, size]) => Number(size));
  expect(sizes.length).toBeGreaterThan(2);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  expect(css).not.toMatch(/svg[^}]*max-width/);
  const { container } = render(<Chart name="packet" locale="en" height={10} />);
  for (const svg of container.querySelectorAll('svg[role=img]'))
    expect(svg.getAttribute('viewBox')).toBe(
      `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`,
    );
});

test('what lays out charts never comes to the browser', () => {
  for (const file of readdirSync(ui, { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(file))
      expect(readFileSync(path.join(ui, file), 'utf8'), file).not.toMatch(
        /from '(elkjs|@\/bin\/|.*\/bin\/charts)/,
      );
});
