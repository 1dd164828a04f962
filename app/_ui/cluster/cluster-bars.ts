import type { PodState, PodView } from '@/lib/lab/view';
import type { PlacedBand } from './cluster-layout';
import { packedLabel } from './cluster-scale';

/** What Pods of one bar have in common: solid is ready, hollow is on its way or on its way out, black is in trouble. */
export type BarForm = 'solid' | 'hollow' | 'black';

export interface BarPart {
  readonly form: BarForm;
  /** 1 to 3, as many slits less one; of what is black it is not told. */
  readonly revision: number;
  readonly count: number;
  readonly x: number;
  readonly width: number;
}

/** The Pods of a node, or of none, as shares of one bar. */
export interface PlacedBar {
  readonly row: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly BarPart[];
  /** Pods that are ready or through, and all. */
  readonly ready: number;
  readonly count: number;
}

const solid: ReadonlySet<PodState> = new Set(['ready', 'succeeded']);
const black: ReadonlySet<PodState> = new Set(['imageError', 'crashLoop', 'failed']);
const order: readonly BarForm[] = ['solid', 'hollow', 'black'];

const barHeight = 16;
/** Room of the numbers right of a bar, px. */
const countRoom = 64;

const formOf = ({ state }: PodView): BarForm =>
  solid.has(state) ? 'solid' : black.has(state) ? 'black' : 'hollow';

/** A bar for each band with Pods, and one for those that have no node in a row of its own. */
export function barsOf(
  pods: readonly PodView[],
  bands: readonly PlacedBand[],
  waiting: { readonly x: number; readonly y: number; readonly width: number },
): readonly PlacedBar[] {
  const byRow = new Map<string, PodView[]>();
  const rows = new Map(bands.map((band) => [band.node.name, band]));
  for (const pod of pods) {
    const row = pod.node !== undefined && rows.has(pod.node) ? pod.node : '';
    const list = byRow.get(row);
    if (list) list.push(pod);
    else byRow.set(row, [pod]);
  }
  return [...byRow].map(([row, here]) => {
    const band = rows.get(row);
    const { x, width } = band ?? waiting;
    const y = band ? band.y + (band.height - barHeight) / 2 : waiting.y;
    return barOf(row, here, { x: x + packedLabel, y, width: Math.max(20, width - packedLabel - countRoom) });
  });
}

function barOf(
  row: string,
  pods: readonly PodView[],
  at: { x: number; y: number; width: number },
): PlacedBar {
  const counts = new Map<string, { readonly form: BarForm; readonly revision: number; count: number }>();
  for (const pod of pods) {
    const form = formOf(pod);
    const revision = form === 'black' ? 1 : Math.min(3, Math.max(1, pod.revision));
    const part = counts.get(`${form} ${revision}`) ?? { form, revision, count: 0 };
    part.count += 1;
    counts.set(`${form} ${revision}`, part);
  }
  const parts = [...counts.values()].sort(
    (a, b) => order.indexOf(a.form) - order.indexOf(b.form) || a.revision - b.revision,
  );
  let x = at.x;
  const placed = parts.map((part) => {
    const width = (at.width * part.count) / pods.length;
    x += width;
    return { ...part, x: x - width, width };
  });
  const ready = pods.filter((pod) => formOf(pod) === 'solid').length;
  return { row, ...at, height: barHeight, parts: placed, ready, count: pods.length };
}
