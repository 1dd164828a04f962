import type { Lane, LaneSpan, Score } from '@/lib/lab/view';
import { type SpanShape, spanShape } from './span-shape';
import { type TimeScale, timeScale } from './time-scale';

export interface Label {
  readonly x: number;
  readonly text: string;
  /** What the tick stands for in full, where the text is short or missing. */
  readonly title: string;
  readonly atMs: number;
  readonly refused?: boolean;
}
export interface PlacedLane {
  readonly lane: Lane;
  readonly y: number;
  readonly shapes: readonly {
    readonly key: string;
    readonly revision: number;
    readonly later: boolean;
    readonly shape: SpanShape;
  }[];
}
export interface ScoreLayout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly laneHeight: number;
  readonly scale: TimeScale;
  readonly youY: number;
  readonly controllerY: number;
  readonly axisY: number;
  readonly nowX: number;
  /** Where the cluster has been run to; right of it nothing is known. */
  readonly runX: number;
  readonly commands: readonly Label[];
  readonly states: readonly Label[];
  readonly lanes: readonly PlacedLane[];
  /** How many lanes in the middle are not drawn, and the row that says so. */
  readonly notShown?: { readonly count: number; readonly y: number };
  readonly arrows: readonly {
    readonly lane: string;
    readonly to: string;
    readonly x: number;
    readonly fromY: number;
    readonly toY: number;
    readonly words?: 'left' | 'right';
  }[];
}

/** More lanes than this are not drawn: of a longer list both ends are, where a StatefulSet makes and removes Pods. */
export const mostLanes = 24;

const top = 18;
const right = 4;

/**
 * Places a score: commands, the controller's states and one lane a Pod over one scale that always fits `width` px.
 * Words that would touch their neighbour are left out and their tick stays. `sayCommand` gives a command's words.
 */
export function layoutScore(
  score: Score,
  width: number,
  sayCommand: (command: Score['commands'][number]['command']) => string,
  frozen?: TimeScale,
): ScoreLayout {
  const narrow = width < 480;
  const left = narrow ? 50 : 118;
  const { head, tail, hidden } = ends(score.lanes);
  const gap = hidden > 0 ? 1 : 0;
  const rows = head.length + gap + tail.length;
  const pitch = lanePitch(rows, narrow);
  const laneHeight = Math.min(narrow ? 12 : 14, pitch - 6);
  const scale = frozen ?? timeScale(score.nowMs, score.endMs, width - left - right);
  const x = (atMs: number) => left + scale.x(atMs);
  const youY = top + (narrow ? 16 : 18);
  const controllerY = youY + 34;
  const firstLane = controllerY + 34;
  const rowY = (row: number) => firstLane + row * pitch;
  const lanes = [...head, ...tail].map((lane, at) =>
    placeLane(lane, rowY(at < head.length ? at : at + gap), x, score.nowMs, laneHeight),
  );
  const axisY = firstLane + Math.max(1, rows) * pitch - pitch / 2 + 22;
  return {
    width,
    height: axisY + 24,
    narrow,
    left,
    laneHeight,
    scale,
    youY,
    controllerY,
    axisY,
    lanes,
    ...(hidden > 0 && { notShown: { count: hidden, y: rowY(head.length) } }),
    nowX: x(score.nowMs),
    runX: x(Math.max(score.endMs, score.nowMs)),
    commands: commandLabels(score, x, sayCommand, width - right),
    states: stateLabels(score, x),
    arrows: arrowsOf(lanes, x, score.nowMs, { narrow, left }),
  };
}

/** The lanes that are drawn: all, or as many from either end as the limit allows. */
function ends(lanes: readonly Lane[]) {
  if (lanes.length <= mostLanes) return { head: lanes, tail: [], hidden: 0 };
  const half = mostLanes / 2;
  return { head: lanes.slice(0, half), tail: lanes.slice(-half), hidden: lanes.length - mostLanes };
}

/** 34 px as long as it is comfortable; closer for more lanes, never under 14. */
function lanePitch(count: number, narrow: boolean): number {
  const comfortable = narrow ? 32 : 34;
  return count <= 6 ? comfortable : Math.max(14, Math.round((comfortable * 6) / count));
}

function placeLane(
  lane: Lane,
  y: number,
  x: (atMs: number) => number,
  nowMs: number,
  height: number,
): PlacedLane {
  const shapes = [...lane.spans, ...waitSpan(lane, nowMs)].flatMap((span) =>
    cutAt(span, nowMs).map((part) => ({
      key: `${part.fromMs} ${part.state}`,
      revision: part.revision,
      later: part.fromMs >= nowMs && part.toMs > nowMs,
      shape: spanShape(part, x(part.fromMs), x(part.toMs), height),
    })),
  );
  return { lane, y, shapes };
}

/** A span that lies across the now-line as two: what was, and what is known to come. */
function cutAt(span: LaneSpan, nowMs: number): readonly LaneSpan[] {
  if (span.fromMs >= nowMs || span.toMs <= nowMs) return [span];
  const { graceFrom = 0, graceTo } = span;
  const share = (nowMs - span.fromMs) / (span.toMs - span.fromMs);
  const grace = graceTo === undefined ? undefined : graceFrom + (graceTo - graceFrom) * share;
  return [
    { ...span, toMs: nowMs, ...(grace !== undefined && { graceTo: grace }) },
    { ...span, fromMs: nowMs, ...(grace !== undefined && { graceFrom: grace }) },
  ];
}

/** Since when a lane waits: its Pod is gone since then, or was never there. */
function waitsSince(lane: Lane, nowMs: number): number {
  const ended = lane.spans.filter((span) => span.toMs <= nowMs).map((span) => span.toMs);
  return Math.max(0, ...ended, Math.min(lane.waitsFor?.sinceMs ?? 0, nowMs));
}

/** The dots of a place that waits, where the view's spans do not say so themselves. */
function waitSpan(lane: Lane, nowMs: number): readonly LaneSpan[] {
  const said = lane.spans.some((span) => span.state === 'reserved' && span.toMs >= nowMs);
  if (lane.waitsFor === undefined || said) return [];
  return [{ fromMs: waitsSince(lane, nowMs), toMs: nowMs, state: 'reserved', revision: 1, open: true }];
}

const letter = 6.7;

function commandLabels(
  score: Score,
  x: (atMs: number) => number,
  say: (command: Score['commands'][number]['command']) => string,
  end: number,
) {
  const groups: { atMs: number; texts: string[]; refused: boolean }[] = [];
  for (const { atMs, command, refused } of score.commands) {
    const last = groups.at(-1);
    if (last !== undefined && last.atMs === atMs) last.texts.push(say(command));
    else groups.push({ atMs, texts: [say(command)], refused: refused !== undefined });
  }
  return groups.map(({ atMs, texts, refused }, index): Label => {
    const next = groups[index + 1];
    const until = atMs < score.nowMs ? Math.min(end, x(score.nowMs)) : end;
    const room = Math.min(until, next === undefined ? end : x(next.atMs)) - x(atMs) - 8;
    return { x: x(atMs), atMs, refused, title: texts.join(', '), text: shorten(merge(texts), room, letter) };
  });
}

function merge(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  if (rest.length === 0) return first;
  return rest.every((text) => text === first) ? `${first} ×${texts.length}` : `${first} +${rest.length}`;
}

function stateLabels(score: Score, x: (atMs: number) => number): readonly Label[] {
  const shown = score.controller.spans.filter((span) => span.fromMs <= score.nowMs);
  return shown.map((span) => {
    const text = span.times > 1 ? `${span.state} ×${span.times}` : span.state;
    const room = x(Math.min(span.toMs, score.nowMs)) - x(span.fromMs) - 9;
    const fits =
      [text, span.times > 1 ? `×${span.times}` : ''].find((one) => one.length * letter <= room) ?? '';
    return { x: x(span.fromMs), atMs: span.fromMs, title: text, text: fits };
  });
}

/** The text, its first word, or nothing: what fits in `room` px. */
function shorten(text: string, room: number, perLetter: number): string {
  const size = (one: string) =>
    [...one].reduce((sum, char) => sum + (char > '\u2e80' ? perLetter * 1.85 : perLetter), 0);
  const words = text.split(' ');
  for (let count = words.length; count > 0; count--) {
    const part = words.slice(0, count).join(' ');
    if (size(part) <= room) return part;
  }
  return '';
}

/** From each waiting lane up or down to the lane that it waits for, a little after the wait began. */
function arrowsOf(
  lanes: readonly PlacedLane[],
  x: (atMs: number) => number,
  nowMs: number,
  { narrow, left }: { readonly narrow: boolean; readonly left: number },
) {
  return lanes.flatMap(({ lane, y }) => {
    const target = lanes.find((other) => other.lane.label === lane.waitsFor?.lane);
    if (lane.waitsFor === undefined || target === undefined || target.y === y) return [];
    const began = lane.spans.find((span) => span.state === 'reserved' && span.toMs >= nowMs)?.fromMs;
    const since = x(began ?? waitsSince(lane, nowMs));
    const place = Math.min(since + 2, x(nowMs) - 6);
    const room = x(nowMs) - place - 12;
    const words = room >= 92 ? 'right' : place - left >= 96 ? 'left' : undefined;
    const upward = target.y < y;
    return [
      {
        lane: lane.label,
        to: target.lane.label,
        x: place,
        fromY: y + (upward ? -3 : 3),
        toY: target.y + (upward ? 9 : -9),
        ...(!narrow && words !== undefined && { words: words as 'left' | 'right' }),
      },
    ];
  });
}
