import type { ClaimView, LabView, NodeView, PodView, ReservedView, ServiceView } from '@/lib/lab/view';
import { inNamespaceOf } from './object-keys';
import { layoutCells } from './scene-cells';
import { arrow, type WaitingArrow } from './waiting-arrow';

/** How much is said beside a mark: words to its right or left, one short word under it, or nothing (`small`, cells of 16 px). */
export type SceneMode = 'beside' | 'below' | 'small' | 'cells';

export interface Column {
  readonly ordinal: number;
  readonly x: number;
  readonly name: string;
}
export interface PlacedPod {
  readonly pod: PodView;
  readonly x: number;
  readonly y: number;
  /** Where its words stand, and how many px they may take. */
  readonly side: 'right' | 'left' | 'below' | 'none';
  readonly room: number;
}
export interface PlacedService {
  readonly service: ServiceView;
  readonly y: number;
  readonly fromX: number;
  readonly toX: number;
  /** `room`: px for words up to the next foot or the edge. */
  readonly feet: readonly {
    readonly x: number;
    readonly room: number;
    readonly pod: string;
    readonly address?: string;
    readonly leftOut?: string;
  }[];
}
/** What a mark needs to know of the drawing that it stands in. */
export interface Marked {
  readonly width: number;
  readonly mode: SceneMode;
  readonly markSize: number;
  readonly pods: readonly PlacedPod[];
}
export interface SceneLayout extends Marked {
  readonly height: number;
  readonly compact: boolean;
  readonly pitch: number;
  readonly columns: readonly Column[];
  /** Where the columns' thin lines begin and end. */
  readonly lineTop: number;
  readonly claimsY: number;
  readonly services: readonly PlacedService[];
  readonly waitingY: number;
  readonly bands: readonly { readonly node: NodeView; readonly y: number; readonly height: number }[];
  readonly reserved: readonly { readonly place: ReservedView; readonly x: number; readonly y: number }[];
  readonly claims: readonly { readonly claim: ClaimView; readonly x: number; readonly podY?: number }[];
  readonly arrows: readonly WaitingArrow[];
}

/** Below this width in px the scene is drawn for a phone. */
export const compactBelow = 480;
const labelWidth = 118;
const mostColumns = 12;

const sizes = {
  wide: {
    lineTop: 46,
    service: 71,
    serviceStep: 44,
    waiting: 68,
    beside: 49,
    below: 76,
    gap: 6,
    afterBands: 18,
    claims: 40,
  },
  compact: {
    lineTop: 24,
    service: 42,
    serviceStep: 44,
    waiting: 66,
    beside: 50,
    below: 80,
    gap: 6,
    afterBands: 18,
    claims: 44,
  },
} as const;

/**
 * Places everything of a view: rows are nodes, columns are ordinals. The place of a Pod follows from its node and its
 * ordinal alone, so a replaced Pod may change its row and never its column. Pure; px; `width` is the whole drawing.
 */
export function layoutScene(view: LabView, width: number): SceneLayout {
  const compact = width < compactBelow;
  const ordinals = ordinalsOf(view);
  if (ordinals.length > mostColumns) return layoutCells(view, width, compact);
  const size = compact ? sizes.compact : sizes.wide;
  const { xs, pitch, mode } = placeColumns(ordinals.length, width, compact);
  const markSize = mode === 'beside' ? 34 : Math.min(30, Math.max(20, pitch - 8));
  const columns = ordinals.map((ordinal, at) => ({
    ordinal,
    x: xs[at] ?? 0,
    name: `${nameOf(view.subject ?? '')}-${ordinal}`,
  }));
  const xOf = (ordinal: number | undefined) => columns.find((column) => column.ordinal === ordinal)?.x;

  const lastService = size.service + Math.max(0, view.services.length - 1) * size.serviceStep;
  const waitingY = lastService + size.waiting;
  const rowHeight = size[mode];
  const firstBand = waitingY + (mode === 'beside' ? 34 : 58);
  const bands = view.nodes.map((node, at) => ({
    node,
    y: firstBand + at * (rowHeight + size.gap),
    height: rowHeight,
  }));
  const claimsY = firstBand + bands.length * (rowHeight + size.gap) + size.afterBands;

  const markY = mode === 'beside' ? rowHeight / 2 : compact ? 38 : 24;
  const rowOf = (pod: PodView) => bands.find((band) => band.node.name === pod.node);
  const spots = placePods(view.pods, xOf, (pod) => {
    const band = rowOf(pod);
    return band === undefined ? waitingY : band.y + markY;
  });
  const pods = spots.map((spot) => ({
    ...spot,
    ...roomFor(spot, spots, { width, mode, pitch, compact, markSize }),
  }));
  const reserved = view.reserved.flatMap((place) => {
    const x = xOf(place.ordinal);
    return x === undefined ? [] : [{ place, x, y: waitingY }];
  });
  return {
    width,
    height: claimsY + size.claims,
    compact,
    mode,
    pitch,
    markSize,
    columns,
    lineTop: size.lineTop,
    claimsY,
    waitingY,
    bands,
    pods,
    reserved,
    services: view.services.map((service, at) =>
      placeService(service, size.service + at * size.serviceStep, spots, width),
    ),
    claims: view.claims.flatMap((claim) =>
      placeClaim(claim, xOf(claim.ordinal), spots, mode === 'below' ? markSize / 2 + wordsBelow : 0),
    ),
    arrows: arrowsOf(reserved, pods, markSize / 2),
  };
}

/** The ordinals that have a column: all that were ever seen, and all that the set wants, so that columns stay put. */
export function ordinalsOf(view: LabView): readonly number[] {
  const seen = [...view.pods, ...view.reserved, ...view.claims, ...view.score.lanes]
    .map((thing) => thing.ordinal)
    .filter((ordinal) => ordinal !== undefined);
  const first = seen.length > 0 ? Math.min(...seen) : 0;
  const wanted = Array.from({ length: view.set?.replicas ?? 0 }, (_, at) => first + at);
  return [...new Set([...seen, ...wanted])].sort((a, b) => a - b);
}

export const nameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

function placeColumns(count: number, width: number, compact: boolean) {
  const steps = Math.max(1, count - 1);
  const left = compact ? 64 : labelWidth + 25;
  const besidePitch = Math.min(compact ? 150 : 220, (width - left - (compact ? 64 : 112)) / steps);
  if (besidePitch >= 96 || count <= 1)
    return { xs: spread(count, left, besidePitch), pitch: besidePitch, mode: 'beside' as const };
  const edge = compact ? 26 : labelWidth + 22;
  const pitch = Math.min(96, (width - edge - 26) / steps);
  return { xs: spread(count, edge, pitch), pitch, mode: 'below' as const };
}

const spread = (count: number, left: number, pitch: number) =>
  Array.from({ length: count }, (_, at) => left + at * pitch);

interface Spot {
  readonly pod: PodView;
  readonly x: number;
  readonly y: number;
}

function placePods(
  pods: readonly PodView[],
  xOf: (ordinal: number | undefined) => number | undefined,
  yOf: (pod: PodView) => number,
) {
  return pods.flatMap((pod): Spot[] => {
    const x = xOf(pod.ordinal);
    return x === undefined ? [] : [{ pod, x, y: yOf(pod) }];
  });
}

interface Room {
  readonly width: number;
  readonly mode: SceneMode;
  readonly pitch: number;
  readonly compact: boolean;
  readonly markSize: number;
}

/** Words go to the right up to the next mark of the row or the edge; to the left where the right has too little. */
function roomFor(spot: Spot, all: readonly Spot[], { width, mode, pitch, compact, markSize }: Room) {
  if (mode === 'below') return { side: 'below' as const, room: pitch - 2 };
  const row = all.filter((other) => other !== spot && other.y === spot.y);
  const edge = markSize / 2 + 9;
  const next = Math.min(
    width,
    ...row.filter((other) => other.x > spot.x).map((other) => other.x - markSize / 2 - 4),
  );
  const right = next - spot.x - edge;
  if (right >= (compact ? 76 : 78)) return { side: 'right' as const, room: right };
  const before = Math.max(
    0,
    ...row.filter((other) => other.x < spot.x).map((other) => other.x + markSize / 2 + 4),
  );
  const left = spot.x - edge - before;
  return left > right ? { side: 'left' as const, room: left } : { side: 'right' as const, room: right };
}

function placeService(service: ServiceView, y: number, spots: readonly Spot[], width: number): PlacedService {
  const byName = inNamespaceOf(service.key, spots);
  const feet = service.endpoints.flatMap((endpoint) => {
    const spot = byName.get(endpoint.pod);
    return spot === undefined ? [] : [{ ...endpoint, x: spot.x }];
  });
  const xs = feet.map((foot) => foot.x);
  const roomAt = (x: number) => Math.min(width + 12, ...xs.filter((other) => other > x)) - x - 20;
  return {
    service,
    y,
    feet: feet.map((foot) => ({ ...foot, room: roomAt(foot.x) })),
    fromX: Math.min(...xs, Number.POSITIVE_INFINITY),
    toX: Math.max(...xs, Number.NEGATIVE_INFINITY),
  };
}

function placeClaim(claim: ClaimView, x: number | undefined, spots: readonly Spot[], below: number) {
  if (x === undefined) return [];
  const spot = spots.find((one) => one.x === x);
  return [claim.mounted && spot !== undefined ? { claim, x, podY: spot.y + below } : { claim, x }];
}

/** Room of the two short words under a mark, px: a claim's line begins below them. */
const wordsBelow = 32;

/** One arrow for each Pod that is waited for: from the first place that waits. */
function arrowsOf(
  reserved: SceneLayout['reserved'],
  pods: readonly PlacedPod[],
  radius: number,
): readonly WaitingArrow[] {
  const pointed = new Set<string>();
  return reserved.flatMap(({ place, x, y }) => {
    const target = pods.find(({ pod }) => pod.name === place.waitsFor?.pod);
    if (place.waitsFor === undefined || target === undefined || pointed.has(target.pod.name)) return [];
    pointed.add(target.pod.name);
    return [arrow({ x, y }, target, radius, place.name, place.waitsFor)];
  });
}
