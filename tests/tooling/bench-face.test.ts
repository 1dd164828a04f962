import { describe, expect, it } from 'vitest';
import { rolloutLink } from '@/bin/bench-face/rollout';
import { framesIn, marks } from '@/bin/bench-face/trace';
import { readLink } from '@/lib/lab/link';

const page = { pid: 7, tid: 1 };
const engine = { pid: 7, tid: 2 };
const at = (ms: number) => ms * 1000;
const drawn = (ms: number) => ({ ...page, tid: 3, name: 'DrawFrame', ph: 'I', ts: at(ms) });
const task = (thread: typeof page, ms: number, lasts: number, busy = lasts) => ({
  ...thread,
  name: 'RunTask',
  ph: 'X',
  ts: at(ms),
  dur: at(lasts),
  tdur: at(busy),
});

const traceOf = (events: readonly object[]) =>
  JSON.stringify({
    traceEvents: [
      { ...engine, name: 'thread_name', ph: 'M', ts: 0, args: { name: 'DedicatedWorker thread' } },
      { ...page, name: marks.begin, ph: 'R', ts: at(100) },
      { ...page, name: marks.end, ph: 'R', ts: at(200) },
      ...events,
    ],
  });

describe('the bench of figures reads a trace', () => {
  it('counts the frames between its marks, and those that came too late', () => {
    const frames = framesIn(traceOf([90, 100, 117, 133, 167, 183, 210].map(drawn)));
    expect(frames.drawn).toBe(4);
    expect(frames.meanMs).toBeCloseTo(83 / 4);
    expect(frames.p95Ms).toBeCloseTo(17);
    expect(frames.lateShare).toBe(0.25);
  });

  it('counts long tasks of the page, and processor time of page and engine a frame, tasks within tasks once', () => {
    const frames = framesIn(
      traceOf([
        drawn(110),
        drawn(120),
        drawn(130),
        task(page, 110, 60, 8),
        task(page, 112, 20, 6),
        task(engine, 111, 10, 4),
        task(engine, 20, 10, 4),
      ]),
    );
    expect(frames).toMatchObject({ longTasks: 1, longestTaskMs: 60, pageMs: 4, engineMs: 2 });
  });

  it('leaves out what another process did', () => {
    const other = { ...drawn(120), pid: 8 };
    expect(framesIn(traceOf([drawn(110), other, drawn(130)])).drawn).toBe(1);
  });
});

it.each([100, 1_000])('the bench’s cluster of %i Pods is one that a link may hold', (pods) => {
  const read = readLink(rolloutLink(pods));
  if (!read.ok || typeof read.link.scenario === 'string') throw new Error('it does not open');
  expect(read.link.scenario.nodes.length).toBe(pods / 20);
  expect(read.link.scenario.commands.length).toBe(pods / 100);
  expect(read.link.state.futures[0]?.commands.length).toBe(pods / 100);
});
