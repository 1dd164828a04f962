import type { FutureName, FutureView, Lane, LaneSpan, Score } from '@/lib/lab/view';
import { type ForkScale, forkScale } from './fork-scale';
import { controllerLabel, kindLabel, labelLetter, shortenMiddle, textWidth } from './lane-label';
import { commandLabels, type Label, type SayCommand, stateLabels } from './score-labels';
import { controllersOf, laneShapes, narrowBelow, type PlacedLane } from './score-layout';
import { cutAt } from './span-cut';

/** A row of a Pod in one stretch of the picture. */
export interface FutureRow {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly y: number;
  readonly shapes: PlacedLane['shapes'];
}
/** What is drawn of one future, or of the past that all have in common: from `fromX` on. */
export interface FutureBlock {
  readonly name?: FutureName;
  readonly isHere: boolean;
  readonly fromX: number;
  readonly toX: number;
  readonly youY: number;
  readonly stateY?: number;
  /** Where its bracket meets it. */
  readonly middleY: number;
  readonly bottomY: number;
  readonly commands: readonly Label[];
  readonly states: readonly Label[];
  readonly rows: readonly FutureRow[];
}
/** A bracket at a fork: from `x` and `fromY` to each of `toYs`, `reach` px to the right; the first fork's says its time. */
export interface Bracket {
  readonly atMs: number;
  readonly x: number;
  readonly reach: number;
  readonly fromY: number;
  readonly toYs: readonly number[];
  /** The upright stroke that ends what was one. */
  readonly bar: { readonly fromY: number; readonly toY: number };
}
export interface FuturesLayout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly laneHeight: number;
  readonly scale: ForkScale;
  readonly axisY: number;
  readonly nowX: number;
  readonly runX: number;
  /** The names of lanes before each block end so far left of it, px. */
  readonly labelGap: number;
  readonly past: FutureBlock;
  /** Name of the machine whose states stand above the lanes. */
  readonly machine?: { readonly label: string; readonly title: string };
  readonly blocks: readonly FutureBlock[];
  readonly brackets: readonly Bracket[];
  /** Pods that have no row. */
  readonly hidden: number;
  readonly hiddenY: number;
}

const top = 22;
const right = 4;
const bracketRoom = 40;
const rowsOf = { desk: [12, 12, 8, 6], phone: [6, 6, 5, 4] } as const;

/**
 * Places several futures under each other on one scale of time, with what they have in common once. Every future has the
 * same rows; of many those stay in which the futures differ. `futures` are at least two, `say` gives a command's words.
 */
export function layoutFutures(
  futures: readonly FutureView[],
  nowMs: number,
  width: number,
  say: SayCommand,
  frozen?: ForkScale,
): FuturesLayout {
  const narrow = width < narrowBelow;
  const ordered = inOrder(futures);
  const forks = futures.flatMap(({ forkedAtMs }) => forkedAtMs ?? []);
  const first = Math.min(...forks);
  const { rows, hidden } = commonRows(futures, first, narrow);
  const longest = rows.reduce((most, { label }) => Math.max(most, textWidth(label, labelLetter)), 0);
  const left = Math.round(narrow ? 50 : Math.min(140, Math.max(118, longest + 8)));
  const labelRoom = Math.round(narrow ? 44 : Math.min(92, longest * 0.9 + 10));
  const endMs = Math.max(...futures.map(({ score }) => score.endMs), nowMs);
  const scale = frozen ?? forkScale({ nowMs, endMs, forks }, width - left - right, bracketRoom + labelRoom);
  const measure: Measure = {
    rows,
    say,
    nowMs,
    end: width - right,
    laneHeight: narrow ? 10 : 12,
    pitch: narrow ? 20 : 24,
    hasStates: futures.some(({ score }) => controllersOf(score).length > 0),
    room: { past: left - 6, block: labelRoom - 8 },
    left,
    scale,
  };
  const { blocks, bottom } = stack(ordered, first, measure, hidden > 0);
  const past = pastBlock(ordered, first, measure, blocks);
  const axisY = bottom + 14;
  return {
    width,
    height: axisY + 24,
    narrow,
    left,
    laneHeight: measure.laneHeight,
    scale,
    axisY,
    nowX: left + scale.x(nowMs),
    runX: left + scale.x(endMs),
    labelGap: 8,
    past,
    ...machineOf(futures, left - 6, narrow),
    blocks,
    brackets: bracketsOf(futures, past, blocks, { left, scale }),
    hidden,
    hiddenY: bottom - 4,
  };
}

function machineOf(futures: readonly FutureView[], room: number, narrow: boolean) {
  const first = futures.flatMap(({ score }) => controllersOf(score))[0];
  if (first === undefined) return {};
  const { label } = first;
  return { machine: { label: narrow ? kindLabel(label) : controllerLabel(label, room), title: label } };
}

interface Measure {
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly say: SayCommand;
  readonly nowMs: number;
  readonly end: number;
  readonly laneHeight: number;
  readonly pitch: number;
  readonly hasStates: boolean;
  readonly room: { readonly past: number; readonly block: number };
  readonly left: number;
  readonly scale: ForkScale;
}

const keyOfLane = (lane: Lane) => lane.key ?? lane.label;

/**
 * Each future above those that were forked from it, the latest first: so that no bracket crosses another future.
 */
function inOrder(futures: readonly FutureView[]): readonly FutureView[] {
  const known = new Set(futures.map(({ name }) => name));
  const below = (parent: FutureName | undefined): readonly FutureView[] =>
    futures
      .filter(({ from }) => (from !== undefined && known.has(from) ? from : undefined) === parent)
      .sort((a, b) => (parent === undefined ? 0 : (b.forkedAtMs ?? 0) - (a.forkedAtMs ?? 0)))
      .flatMap((one) => [one, ...below(one.name)]);
  return below(undefined);
}

/** The rows of every future, in the order of its lanes: those that differ after the fork before the others. */
function commonRows(futures: readonly FutureView[], sinceMs: number, narrow: boolean) {
  const known = new Map<string, { key: string; label: string; ordinal: number; signs: Set<string> }>();
  for (const { score } of futures)
    for (const lane of score.lanes) {
      const key = keyOfLane(lane);
      const ordinal = lane.ordinal ?? Number.MAX_SAFE_INTEGER;
      if (!known.has(key)) known.set(key, { key, label: lane.label, ordinal, signs: new Set() });
    }
  for (const { score } of futures) {
    const lanes = new Map(score.lanes.map((lane) => [keyOfLane(lane), lane]));
    for (const row of known.values()) row.signs.add(signOf(lanes.get(row.key), sinceMs));
  }
  const all = [...known.values()].sort((a, b) => a.ordinal - b.ordinal);
  const limit = rowsOf[narrow ? 'phone' : 'desk'][futures.length - 1] ?? 4;
  const wanted = [...all].sort((a, b) => b.signs.size - a.signs.size).slice(0, limit);
  const rows = all.filter((row) => wanted.includes(row));
  return { rows, hidden: all.length - rows.length };
}

const signOf = (lane: Lane | undefined, sinceMs: number) =>
  JSON.stringify(
    lane?.spans.filter(({ toMs }) => toMs > sinceMs).map(({ fromMs, toMs, state }) => [fromMs, toMs, state]),
  );

/** The part of a score from one moment to another. */
function part(score: Score, fromMs: number, toMs: number) {
  const clip = (span: LaneSpan) =>
    cutAt(span, fromMs)
      .flatMap((half) => cutAt(half, toMs))
      .filter((half) => half.fromMs < toMs && (half.toMs > fromMs || half.fromMs >= fromMs));
  return {
    commands: score.commands.filter(({ atMs }) => atMs >= fromMs && atMs < toMs),
    states: (controllersOf(score)[0]?.spans ?? [])
      .filter((span) => span.fromMs < toMs && span.toMs > fromMs)
      .map((span) => ({
        ...span,
        fromMs: Math.max(span.fromMs, fromMs),
        toMs: Math.min(span.toMs, toMs),
        times: span.fromMs < fromMs ? 1 : span.times,
      })),
    lanes: new Map(
      score.lanes.map((lane) => [keyOfLane(lane), { ...lane, spans: lane.spans.flatMap(clip) }]),
    ),
  };
}

/** From the top of a block to its state row, its first lane and its end. */
const blockRows = ({ rows, pitch, hasStates }: Measure, y: number) => {
  const stateY = hasStates ? y + 22 : undefined;
  const firstY = (stateY ?? y) + 24;
  return { stateY, firstY, bottomY: firstY + (Math.max(1, rows.length) - 1) * pitch + pitch / 2 };
};

function block(
  score: Score,
  [fromMs, toMs]: readonly [number, number],
  y: number,
  measure: Measure,
  as: { readonly name?: FutureName; readonly isHere: boolean },
): FutureBlock {
  const { rows, say, nowMs, left, scale, pitch, laneHeight, end, room } = measure;
  const { stateY, firstY, bottomY } = blockRows(measure, y);
  const isPast = as.name === undefined;
  const cut = part(score, fromMs, toMs);
  const x = (atMs: number) =>
    left + (!isPast && atMs === fromMs ? scale.xAfter(atMs) : scale.x(Math.min(atMs, toMs)));
  const toX = isPast ? left + scale.x(toMs) : end;
  return {
    ...as,
    fromX: x(fromMs),
    toX,
    youY: y,
    ...(stateY !== undefined && { stateY }),
    middleY: (firstY + firstY + (rows.length - 1) * pitch) / 2,
    bottomY,
    commands: commandLabels({ commands: cut.commands, nowMs }, x, say, toX),
    states: stateLabels(cut.states, nowMs, x),
    rows: rows.map(({ key, label }, at) => {
      const lane = cut.lanes.get(key) ?? { label, spans: [] };
      const { waitsFor: _, ...still } = lane as Lane;
      return {
        key,
        label: shortenMiddle(
          label,
          isPast ? room.past : room.block,
          isPast ? labelLetter : labelLetter * 0.88,
        ),
        title: label,
        y: firstY + at * pitch,
        shapes: laneShapes(still, x, nowMs, laneHeight),
      };
    }),
  };
}

const blockGap = 48;

function stack(futures: readonly FutureView[], first: number, measure: Measure, hides: boolean) {
  let y = top + 18;
  const blocks: FutureBlock[] = [];
  for (const { name, isHere, forkedAtMs, score } of futures) {
    const placed = block(score, [forkedAtMs ?? first, Number.POSITIVE_INFINITY], y, measure, {
      name,
      isHere,
    });
    blocks.push(placed);
    y = placed.bottomY + blockGap;
  }
  return { blocks, bottom: y - blockGap + (hides ? 20 : 0) };
}

/** What was before the first fork, in the middle beside the futures that begin there. */
function pastBlock(
  futures: readonly FutureView[],
  first: number,
  measure: Measure,
  blocks: readonly FutureBlock[],
): FutureBlock {
  const begins = blocks.filter((_, at) => (futures[at]?.forkedAtMs ?? first) === first);
  const middle = begins.reduce((sum, { middleY }) => sum + middleY, 0) / Math.max(1, begins.length);
  const { firstY } = blockRows(measure, 0);
  const half = ((measure.rows.length - 1) * measure.pitch) / 2;
  const score = (futures.find(({ isHere }) => isHere) ?? futures[0])?.score;
  const y = Math.max(top + 18, middle - half - firstY);
  if (score === undefined) throw new Error('a picture of futures needs a future');
  return block(score, [0, first], y, measure, { isHere: false });
}

/** One bracket at each moment of a fork: from the future that was forked to itself and to those made there. */
function bracketsOf(
  futures: readonly FutureView[],
  past: FutureBlock,
  blocks: readonly FutureBlock[],
  { left, scale }: { readonly left: number; readonly scale: ForkScale },
): readonly Bracket[] {
  const first = Math.min(...futures.flatMap(({ forkedAtMs }) => forkedAtMs ?? []));
  const blockOf = (name: FutureName | undefined) => blocks.find((one) => one.name === name);
  const groups = new Map<string, Bracket & { readonly toYs: number[] }>();
  for (const { name, forkedAtMs, from } of futures) {
    const child = blockOf(name);
    if (forkedAtMs === undefined || child === undefined) continue;
    const parent = forkedAtMs === first ? undefined : blockOf(from);
    const id = parent === undefined ? 'first' : `${forkedAtMs} ${from}`;
    const known = groups.get(id);
    const also = blockOf(from);
    if (known !== undefined) known.toYs.push(child.middleY);
    else
      groups.set(id, {
        atMs: forkedAtMs,
        x: left + scale.x(forkedAtMs),
        reach: bracketRoom,
        fromY: parent?.bottomY ?? past.middleY,
        toYs: [...(parent === undefined && also ? [also.middleY] : []), child.middleY],
        bar: barOf(parent ?? past, parent === undefined),
      });
  }
  return [...groups.values()].sort((a, b) => a.atMs - b.atMs);
}

/** Through the words of the past, too, for there it ends them; of a future that goes on only through its lanes. */
const barOf = ({ youY, rows, bottomY }: FutureBlock, isPast: boolean): Bracket['bar'] => ({
  fromY: isPast ? youY - 8 : (rows[0]?.y ?? youY) - 10,
  toY: bottomY,
});
