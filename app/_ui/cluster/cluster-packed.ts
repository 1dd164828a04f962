import type { LabView } from '@/lib/lab/view';
import { barsOf } from './cluster-bars';
import type { Area } from './cluster-columns';
import type { PlacedBand, Rows } from './cluster-layout';
import { barsAbove, cellsAbove, packedLabel, smallFrom } from './cluster-scale';
import { type Place, type Places, placed } from './places';
import type { PlacedPod } from './scene-layout';

/** In a cell 25 stand in a row, two rows a node. */
const cellsPerLine = 25;
const gapBetween = 20;

/**
 * Many Pods, or many nodes: nodes in a grid of bands, each with one row of places that goes on in as many lines as it needs.
 * From 60 Pods on marks are 18 px, above 250 cells of 16 px with a mark of 12, without words; above 2,000 a node is one bar.
 */
export function layoutPacked(view: LabView, places: Places, area: Area): Rows {
  const { mode, pitch, markSize, most } = scaleOf(view.pods.length);
  const spots = placed(places, view);
  const byRow = rowsOf(spots);
  const usual = Math.min(most, Math.ceil(usualCount(view) / 6) * 6) * pitch;
  const across = acrossOf(area.width, usual, view.nodes.length);
  const bandWidth = (area.width - (across - 1) * gapBetween) / across;
  const perLine = Math.max(1, Math.min(most, Math.floor((bandWidth - packedLabel - 6) / pitch)));
  const isBars = spots.length > barsAbove;
  const linesOf = (row: string) =>
    isBars ? 1 : Math.max(1, Math.ceil((places.lengths.get(row) ?? 0) / perLine));
  const perWaiting = Math.max(1, Math.floor((area.width - packedLabel - 6) / pitch));
  const waitingTop = area.y + 2;
  const waits = places.lengths.get('') ?? 0;
  const waitingLines = isBars ? 1 : Math.max(1, Math.ceil(waits / perWaiting));
  let y = waitingTop + waitingLines * pitch + 10;
  const bands: PlacedBand[] = [];
  for (let first = 0; first < view.nodes.length; first += across) {
    const nodes = view.nodes.slice(first, first + across);
    const height = Math.max(34, Math.max(...nodes.map(({ name }) => linesOf(name))) * pitch + 4);
    bands.push(
      ...nodes.map((node, at) => ({
        node,
        x: area.x + at * (bandWidth + gapBetween),
        y,
        width: bandWidth,
        height,
        taintRoom: isBars
          ? 0
          : bandWidth - packedLabel - 14 - Math.min(perLine, lengthOf(byRow.get(node.name) ?? [])) * pitch,
      })),
    );
    y += height + 6;
  }
  return {
    mode,
    pitch,
    markSize,
    bottom: y,
    waitingY: waitingTop + pitch / 2,
    groups: [],
    bands,
    pods: isBars
      ? []
      : placeIn(spots, bands, { x: area.x, y: waitingTop - 2, perLine: perWaiting }, { pitch, perLine }),
    bars: isBars ? barsOf(view.pods, bands, { x: area.x + 16, y: waitingTop, width: area.width - 16 }) : [],
    drawers: [],
    rakes: [],
    reserved: [],
    arrows: [],
  };
}

function scaleOf(count: number) {
  if (count > cellsAbove) return { mode: 'cells' as const, pitch: 16, markSize: 12, most: cellsPerLine };
  const [pitch, markSize] = count < smallFrom ? [30, 26] : [22, 18];
  return { mode: 'small' as const, pitch, markSize, most: Math.floor(400 / pitch) };
}

function rowsOf(spots: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const rows = new Map<string, Place[]>();
  for (const spot of spots) {
    const row = rows.get(spot.row);
    if (row) row.push(spot);
    else rows.set(spot.row, [spot]);
  }
  return rows;
}

/** Marks in their bands, from the left and in lines; those without a node in the row that waits. */
function placeIn(
  spots: readonly Place[],
  bands: readonly PlacedBand[],
  waiting: { readonly x: number; readonly y: number; readonly perLine: number },
  line: { readonly pitch: number; readonly perLine: number },
): readonly PlacedPod[] {
  const byNode = new Map(bands.map((band) => [band.node.name, band]));
  return spots.map(({ pod, row, at }): PlacedPod => {
    const band = byNode.get(row);
    const perLine = band === undefined ? waiting.perLine : line.perLine;
    const { x, y } = band ?? waiting;
    return {
      pod,
      x: x + packedLabel + ((at % perLine) + 0.5) * line.pitch,
      y: y + 2 + (Math.floor(at / perLine) + 0.5) * line.pitch,
      side: 'none',
      room: 0,
    };
  });
}

/** Places that a row takes, freed ones among them. */
const lengthOf = (spots: readonly Place[]): number =>
  spots.reduce((most, { at }) => Math.max(most, at + 1), 0);

/** Pods of a node by what is wanted, so that an update, with more of them for a while, leaves the grid as it is. */
function usualCount(view: LabView): number {
  const wanted = view.workloads
    .filter(({ owner, kind }) => owner === undefined && kind !== 'HorizontalPodAutoscaler')
    .reduce((sum, { wants = 0 }) => sum + wants, 0);
  const isMore = view.pods.length > 2 * wanted;
  return Math.max(1, (isMore ? view.pods.length : wanted) / Math.max(1, view.nodes.length));
}

/** How many bands stand beside each other: as many as have room for a full line. */
const acrossOf = (width: number, line: number, nodes: number): number =>
  Math.max(1, Math.min(nodes, Math.floor((width + gapBetween) / (line + packedLabel + 6 + gapBetween))));
