import type { FutureName, FutureView, Lane, LaneSpan, Score } from '@/lib/lab/view';
import { type ForkScale, forkScale } from './fork-scale';
import { inOrder, keyOfLane, type Row, rowsOf } from './futures-rows';
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
  /** Absent where nothing is common: forked at 0 s, or what they were forked from was dropped. */
  readonly past?: FutureBlock;
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
  const forks = forksOf(futures);
  const first = Math.min(...forks);
  const { past: before, after, hidden } = rowsOf(futures, first, narrow);
  const longest = [...before, ...after].reduce(
    (most, { label }) => Math.max(most, textWidth(label, labelLetter)),
    0,
  );
  const left =
    first === 0
      ? 8
      : Math.round(
          narrow ? Math.min(62, Math.max(50, longest + 8)) : Math.min(140, Math.max(118, longest + 8)),
        );
  const labelRoom = Math.round(Math.min(narrow ? 56 : 92, longest * 0.9 + 10));
  const endMs = Math.max(...futures.map(({ score }) => score.endMs), nowMs);
  const scale = frozen ?? forkScale({ nowMs, endMs, forks }, width - left - right, bracketRoom + labelRoom);
  const measure: Measure = {
    rows: { past: before, block: after },
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
  const brackets = bracketsOf(futures, past, blocks, { left, scale });
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
    ...(first > 0 && { past }),
    ...machineOf(futures, left - 6, narrow),
    blocks,
    brackets,
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

/** The moments of the forks; 0 where more than one future is forked from nothing that is left, for all before may differ. */
function forksOf(futures: readonly FutureView[]): readonly number[] {
  const forks = futures.flatMap(({ forkedAtMs }) => forkedAtMs ?? []);
  return futures.length - forks.length > 1 || forks.length === 0 ? [0, ...forks] : forks;
}

interface Measure {
  readonly rows: { readonly past: readonly Row[]; readonly block: readonly Row[] };
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
const blockRows = ({ pitch, hasStates }: Measure, y: number, count: number) => {
  const stateY = hasStates ? y + 22 : undefined;
  const firstY = (stateY ?? y) + 24;
  return { stateY, firstY, bottomY: firstY + (Math.max(1, count) - 1) * pitch + pitch / 2 };
};

function block(
  score: Score,
  [fromMs, toMs]: readonly [number, number],
  y: number,
  measure: Measure,
  as: { readonly name?: FutureName; readonly isHere: boolean },
): FutureBlock {
  const { say, nowMs, left, scale, pitch, laneHeight, end, room } = measure;
  const isPast = as.name === undefined;
  const rows = measure.rows[isPast ? 'past' : 'block'];
  const { stateY, firstY, bottomY } = blockRows(measure, y, rows.length);
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
    middleY: firstY + ((Math.max(1, rows.length) - 1) * pitch) / 2,
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
  const count = Math.max(1, measure.rows.past.length);
  const { firstY } = blockRows(measure, 0, count);
  const half = ((count - 1) * measure.pitch) / 2;
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
  const first = Math.min(...forksOf(futures));
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
