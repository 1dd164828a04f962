/** An event of Chromium's trace; `ts`, `dur` and `tdur` (time on a processor) are µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What Chromium is asked to write down: frames as DevTools counts them, tasks of every thread, the page's own marks. */
export const traceCategories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  'blink.user_timing',
  'toplevel',
];

/** One frame at 60 a second, ms; and how much later it may come without having missed its turn. */
export const frameMs = 16.7;
const jitterMs = 1;
/** From here on a task is long (Long Tasks API), ms. */
const longTaskMs = 50;

export interface Frames {
  readonly drawn: number;
  readonly meanMs: number;
  readonly p95Ms: number;
  /** Share of frames that came after more than a 60th of a second. */
  readonly lateShare: number;
  readonly longTasks: number;
  readonly longestTaskMs: number;
  /** Processor time for each frame that was drawn, of the page's thread and of the engine's. */
  readonly pageMs: number;
  readonly engineMs: number;
}

export const marks = { begin: 'podium-bench-begin', end: 'podium-bench-end' } as const;

/** Frames and tasks of the page between its two marks. */
export function framesIn(trace: string): Frames {
  const { traceEvents: events } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const markAt = (name: string) => {
    const mark = events.find((event) => event.name === name && event.ph !== 'M');
    if (!mark) throw new Error(`the trace has no mark ${name}`);
    return mark;
  };
  const { pid, tid, ts: from } = markAt(marks.begin);
  const to = markAt(marks.end).ts;
  const within = events.filter((event) => event.pid === pid && event.ts >= from && event.ts <= to);
  const drawn = within
    .filter(({ name }) => name === 'DrawFrame')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const gaps = drawn.slice(1).map((ts, at) => (ts - (drawn[at] ?? ts)) / 1000);
  const tasks = within.filter(({ name, ph }) => /(^|::)RunTask$/.test(name) && ph === 'X');
  const ofPage = tasks.filter((task) => task.tid === tid);
  const engines = threadsNamed(events, pid, /DedicatedWorker/);
  const lengths = ofPage.map(({ dur = 0 }) => dur / 1000);
  const inOrder = [...gaps].sort((a, b) => a - b);
  const each = (of: readonly TraceEvent[]) => busyMs(of) / Math.max(1, gaps.length);
  return {
    drawn: gaps.length,
    meanMs: gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length),
    p95Ms: inOrder[Math.floor((inOrder.length - 1) * 0.95)] ?? Number.NaN,
    lateShare: gaps.filter((gap) => gap > frameMs + jitterMs).length / Math.max(1, gaps.length),
    longTasks: lengths.filter((ms) => ms > longTaskMs).length,
    longestTaskMs: Math.max(0, ...lengths),
    pageMs: each(ofPage),
    engineMs: each(tasks.filter((task) => engines.has(task.tid))),
  };
}

const threadsNamed = (events: readonly TraceEvent[], pid: number, name: RegExp) =>
  new Set(
    events
      .filter(
        (event) => event.name === 'thread_name' && event.pid === pid && name.test(event.args?.name ?? ''),
      )
      .map(({ tid }) => tid),
  );

/** Processor time of tasks, those that run within another one counted once, ms. */
function busyMs(tasks: readonly TraceEvent[]): number {
  let until = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const { ts, dur = 0, tdur = dur } of [...tasks].sort((a, b) => a.ts - b.ts)) {
    if (ts < until) continue;
    until = ts + dur;
    sum += tdur;
  }
  return sum / 1000;
}
