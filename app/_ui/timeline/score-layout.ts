import type { Lane, LaneSpan, Score } from '@/lib/lab/view';
import { controllerLabel, kindLabel, labelLetter, shortenMiddle, textWidth } from './lane-label';
import { commandLabels, type Label, type SayCommand, stateLabels } from './score-labels';
import { cutAt, type SpanPart } from './span-cut';
import { type SpanShape, spanShape } from './span-shape';
import { type TimeScale, timeScale } from './time-scale';

export interface PlacedLane {
  readonly lane: Lane;
  /** Its name, shortened in the middle where it has no room. */
  readonly label: string;
  readonly y: number;
  readonly shapes: readonly {
    readonly key: string;
    readonly revision: number;
    readonly later: boolean;
    readonly shape: SpanShape;
  }[];
}
/** The states of one machine over time. */
export interface PlacedController {
  readonly y: number;
  readonly title: string;
  /** Empty where the figure says a word of its own. */
  readonly label: string;
  readonly states: readonly Label[];
}
export interface ScoreLayout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly laneHeight: number;
  readonly scale: TimeScale;
  readonly youY: number;
  readonly axisY: number;
  readonly nowX: number;
  /** Where the cluster has been run to; right of it nothing is known. */
  readonly runX: number;
  readonly commands: readonly Label[];
  readonly controllers: readonly PlacedController[];
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

/** More lanes than this are not drawn at first: of a longer list both ends are, where a StatefulSet makes and removes Pods. */
export const mostLanes = { desk: 24, phone: 10 } as const;
/** Narrower than this a score is a phone's, px. */
export const narrowBelow = 480;

export interface ScoreOptions {
  /** The scale of a score that is being dragged stands still. */
  readonly frozen?: TimeScale | undefined;
  /** Every lane is drawn, however many. */
  readonly all?: boolean;
}

const top = 18;
const right = 4;

/**
 * Places a score: commands, the states of up to three machines and one lane a Pod over one scale that always fits `width`
 * px. Words that would touch their neighbour are left out and their tick stays. `say` gives a command's words.
 */
export function layoutScore(
  score: Score,
  width: number,
  say: SayCommand,
  { frozen, all = false }: ScoreOptions = {},
): ScoreLayout {
  const narrow = width < narrowBelow;
  const left = labelColumn(score, width);
  const { head, tail, hidden } = ends(score.lanes, all ? Number.POSITIVE_INFINITY : limitOf(width));
  const gap = hidden > 0 ? 1 : 0;
  const rows = head.length + gap + tail.length;
  const pitch = lanePitch(rows, narrow);
  const laneHeight = Math.min(narrow ? 12 : 14, pitch - 6);
  const scale = frozen ?? timeScale(score.nowMs, score.endMs, width - left - right);
  const x = (atMs: number) => left + scale.x(atMs);
  const youY = top + (narrow ? 16 : 18);
  const controllers = placeControllers(score, { x, left, narrow, youY });
  const firstLane = (controllers.at(-1)?.y ?? youY) + 34;
  const rowY = (row: number) => firstLane + row * pitch;
  const lanes = [...head, ...tail].map(
    (lane, at): PlacedLane => ({
      lane,
      label: shortenMiddle(lane.label, left - 6),
      y: rowY(at < head.length ? at : at + gap),
      shapes: laneShapes(lane, x, score.nowMs, laneHeight),
    }),
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
    axisY,
    controllers,
    lanes,
    ...(hidden > 0 && { notShown: { count: hidden, y: rowY(head.length) } }),
    nowX: x(score.nowMs),
    runX: x(Math.max(score.endMs, score.nowMs)),
    commands: commandLabels(score, x, say, width - right),
    arrows: arrowsOf(lanes, x, score.nowMs, { narrow, left }),
  };
}

/** How many lanes a score of this width draws at first. */
export const limitOf = (width: number): number => (width < narrowBelow ? mostLanes.phone : mostLanes.desk);

/** The machines whose lanes stand above the Pods; none where the figure is about the whole cluster. */
export function controllersOf(score: Score): readonly Pick<Score['controller'], 'label' | 'spans'>[] {
  if (score.controllers !== undefined) return score.controllers;
  return score.controller.label === '' ? [] : [score.controller];
}

const controllerPitch = 24;

function placeControllers(
  score: Score,
  at: {
    readonly x: (atMs: number) => number;
    readonly left: number;
    readonly narrow: boolean;
    readonly youY: number;
  },
): readonly PlacedController[] {
  const controllers = controllersOf(score);
  return controllers.map(({ label, spans }, row) => ({
    y: at.youY + 34 + row * controllerPitch,
    title: label,
    label: at.narrow ? narrowLabel(label, controllers.length) : controllerLabel(label, at.left - 6),
    states: stateLabels(spans, score.nowMs, at.x),
  }));
}

/** On a phone a StatefulSet alone is named by the figure's own word. */
const narrowLabel = (label: string, count: number): string =>
  count === 1 && label.startsWith('StatefulSet ') ? '' : kindLabel(label);

/** Room for labels: 118 px, 50 on a phone; more where Pods have long names and time has enough room. */
export function labelColumn(score: Score, width: number): number {
  const [least, most] = width < narrowBelow ? [50, 88] : [118, width < 720 ? 118 : 168];
  const longest = score.lanes.reduce((most, { label }) => Math.max(most, textWidth(label, labelLetter)), 0);
  return Math.round(Math.min(most, Math.max(least, longest + 8)));
}

/** The lanes that are drawn: all, or as many from either end as the limit allows. */
function ends(lanes: readonly Lane[], limit: number) {
  if (lanes.length <= limit) return { head: lanes, tail: [], hidden: 0 };
  const half = limit / 2;
  return { head: lanes.slice(0, half), tail: lanes.slice(-half), hidden: lanes.length - limit };
}

/** 34 px as long as it is comfortable; closer for more lanes, never so close that their names would touch. */
function lanePitch(count: number, narrow: boolean): number {
  const comfortable = narrow ? 32 : 34;
  return count <= 6 ? comfortable : Math.max(15, Math.round((comfortable * 6) / count));
}

/** A lane in ink: each stretch of it between its two places, what is known to come told apart. */
export function laneShapes(
  lane: Lane,
  x: (atMs: number) => number,
  nowMs: number,
  height: number,
): PlacedLane['shapes'] {
  return [...lane.spans, ...waitSpan(lane, nowMs)].flatMap((span) =>
    cutAt(span, nowMs).map((part) => ({
      key: `${part.fromMs} ${part.state}`,
      revision: part.revision,
      later: part.fromMs >= nowMs && part.toMs > nowMs,
      shape: shapeOf(part, x(part.fromMs), x(part.toMs), height),
    })),
  );
}

interface Drawn {
  readonly fromX: number;
  readonly toX: number;
  readonly height: number;
  readonly shape: SpanShape;
}

const drawn = new WeakMap<SpanPart, Drawn>();

/** The shape of a span: while it stands where it stood the same value, so that what is drawn of it is left alone. */
function shapeOf(span: SpanPart, fromX: number, toX: number, height: number): SpanShape {
  const known = drawn.get(span);
  if (known?.fromX === fromX && known.toX === toX && known.height === height) return known.shape;
  const shape = spanShape(span, fromX, toX, height);
  drawn.set(span, { fromX, toX, height, shape });
  return shape;
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
