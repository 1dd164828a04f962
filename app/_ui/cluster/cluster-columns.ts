import type { ClaimView, LabView } from '@/lib/lab/view';
import type { ClusterLayout, PlacedBand, Rake, Rows } from './cluster-layout';
import { trunkX } from './cluster-scale';
import { groupsOf, inNamespaceOf } from './object-keys';
import { firstOrdinal, isSubject, type Place, type Places, placed } from './places';
import type { PlacedPod } from './scene-layout';
import { arrow } from './waiting-arrow';

/** Where rows may be drawn, px. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly compact: boolean;
}

const groupGap = 20;
const phoneGap = 14;
const leastBeside = 118;
const leastBelow = 36;
/** Widths of a place, px: few of them, so that one place more in a group moves only the groups after it. */
const besidePitches = [200, 168, 140, leastBeside];
const belowPitches = [96, 80, 66, 56, 48, 40, leastBelow];

const markIn = (pitch: number): number => Math.min(30, pitch - 8);

const stepUnder = (steps: readonly number[], most: number): number =>
  steps.find((step) => step <= most) ?? (steps.at(-1) as number);

const rakeStep = 10;

interface Group {
  readonly key: string;
  readonly x: number;
  readonly columns: number;
}
interface Grid {
  readonly mode: 'beside' | 'below';
  readonly pitch: number;
  readonly markSize: number;
  readonly groups: readonly Group[];
}

/**
 * Few Pods on few nodes: each group has the same columns in every row, so that it reads down as well as across. Where the groups
 * do not fit beside each other, a group goes on in a second line of the row.
 */
export function layoutColumns(
  view: LabView,
  places: Places,
  area: Area,
  services: ClusterLayout['services'],
): Rows {
  const left = area.x + (area.compact ? 8 : 122) + services.length * 12;
  const grid = gridOf(places.rooms, left, area.x + area.width - left - 4);
  const spots = placed(places, view);
  const claims = claimsOf(view, spots);
  const heights = heightsOf(grid, { area, rakes: services.length, hasDrawers: claims.size > 0 });
  const { above, line, waitingLine, words } = heights;
  const lines = linesOf(grid, spots);
  const waitingTop = area.y + (grid.groups.length > 1 ? 24 : 0);
  const { bands, bottom } = bandsOf(view, lines, heights, {
    ...area,
    y: waitingTop + waitingLine * lines('') + 8,
  });
  const tops = new Map(bands.map((band) => [band.node.name, band]));
  const topOf = (row: string) => {
    const band = tops.get(row);
    if (band === undefined) return waitingTop;
    const used = above + line * lines(row);
    return band.y + above + Math.max(0, (band.height - used) / 2);
  };
  const at = (row: string, group: string, index: number) => {
    const own = grid.groups.find(({ key }) => key === group);
    const columns = own?.columns ?? 1;
    return {
      x: (own?.x ?? left) + ((index % columns) + 0.5) * grid.pitch - besideShift(grid),
      y:
        topOf(row) +
        Math.floor(index / columns) * (tops.has(row) ? line : waitingLine) +
        6 +
        grid.markSize / 2,
    };
  };
  const pods = spots.map(
    (spot): PlacedPod => ({
      pod: spot.pod,
      ...at(spot.row, spot.group, spot.at),
      ...(spot.row === '' && grid.mode === 'below' ? { side: 'none', room: 0 } : roomIn(grid)),
    }),
  );
  const reserved = reservedAt(view, at);
  return {
    mode: grid.mode,
    pitch: grid.pitch,
    markSize: grid.markSize,
    bottom,
    waitingY: waitingTop + 6 + grid.markSize / 2,
    groups: headsOf(grid, area.y),
    bands,
    pods,
    bars: [],
    drawers: drawersOf(pods, claims, grid.markSize / 2 + words),
    rakes: services.map((service, level) =>
      rakeOf({ service, level, count: services.length, pods, grid, area }),
    ),
    reserved,
    arrows: arrowsOf(reserved, pods, grid.markSize / 2),
  };
}

interface Heights {
  /** Room for a phone's names and for the branches of rakes, above the marks of a row. */
  readonly above: number;
  readonly line: number;
  readonly waitingLine: number;
  /** Room for the words below a mark. */
  readonly words: number;
  readonly least: number;
}

function heightsOf(
  grid: Grid,
  of: { readonly area: Area; readonly rakes: number; readonly hasDrawers: boolean },
): Heights {
  const words = grid.mode === 'beside' ? 0 : 28;
  const waitingLine = grid.markSize + 12;
  return {
    above: (of.area.compact ? 18 : 0) + (of.rakes > 0 ? 14 + of.rakes * rakeStep : 0),
    line: waitingLine + words + (of.hasDrawers ? 26 : 0),
    waitingLine,
    words,
    least: of.area.compact ? 44 : 52,
  };
}

/** How many lines a row takes. */
const linesOf = (grid: Grid, spots: readonly Place[]) => (row: string) =>
  Math.max(1, ...spots.filter((spot) => spot.row === row).map((spot) => lineOf(grid, spot) + 1));

function bandsOf(
  view: LabView,
  lines: (row: string) => number,
  { above, line, least }: Heights,
  area: Area,
): { readonly bands: readonly PlacedBand[]; readonly bottom: number } {
  let y = area.y;
  const bands = view.nodes.map((node): PlacedBand => {
    const height = Math.max(least, above + line * lines(node.name) + 2);
    const band = { node, x: area.x, y, width: area.width, height };
    y += height + 6;
    return band;
  });
  return { bands, bottom: y };
}

const drawersOf = (
  pods: readonly PlacedPod[],
  claims: ReadonlyMap<string, ClaimView>,
  below: number,
): Rows['drawers'] =>
  pods.flatMap(({ pod, x, y }) => {
    const claim = claims.get(pod.uid);
    return claim === undefined ? [] : [{ claim, x, y: y + below + 9, podY: y + below }];
  });

const arrowsOf = (reserved: Rows['reserved'], pods: readonly PlacedPod[], radius: number): Rows['arrows'] =>
  reserved.flatMap(({ place, x, y }) => {
    const target = pods.find(({ pod }) => pod.name === place.waitsFor?.pod);
    return place.waitsFor === undefined || target === undefined
      ? []
      : [arrow({ x, y }, target, radius, place.name, place.waitsFor)];
  });

/** Beside a mark its words stand: the mark is at the left of its column. */
const besideShift = ({ mode, pitch, markSize }: Grid): number =>
  mode === 'beside' ? pitch / 2 - markSize / 2 - 8 : 0;

const lineOf = (grid: Grid, { group, at }: Place): number =>
  Math.floor(at / (grid.groups.find(({ key }) => key === group)?.columns ?? 1));

function roomIn({ mode, pitch, markSize }: Grid) {
  return mode === 'beside'
    ? { side: 'right' as const, room: pitch - markSize - 18 }
    : { side: 'below' as const, room: pitch - 4 };
}

/** How wide a place is: words beside the marks, else below them, else as many lines as it takes. */
export function gridOf(rooms: ReadonlyMap<string, number>, left: number, width: number): Grid {
  const total = [...rooms.values()].reduce((sum, room) => sum + room, 0);
  const gap = width < 360 ? phoneGap : groupGap;
  const room = width - Math.max(0, rooms.size - 1) * gap;
  const place = (
    mode: Grid['mode'],
    pitch: number,
    markSize: number,
    columnsOf: (room: number) => number,
  ): Grid => {
    let x = left;
    const groups = [...rooms].map(([key, wide]) => {
      const columns = columnsOf(wide);
      const group = { key, x, columns };
      x += columns * pitch + gap;
      return group;
    });
    return { mode, pitch, markSize, groups };
  };
  const each = room / Math.max(1, total);
  if (each >= leastBeside) return place('beside', stepUnder(besidePitches, each), 34, (wide) => wide);
  if (each >= leastBelow)
    return place(
      'below',
      stepUnder(belowPitches, each),
      markIn(stepUnder(belowPitches, each)),
      (wide) => wide,
    );
  const fits = Math.max(rooms.size, Math.floor(room / leastBelow));
  const spare = fits - rooms.size;
  const share = (wide: number) => 1 + Math.floor((spare * (wide - 1)) / Math.max(1, total - rooms.size));
  return place('below', leastBelow, markIn(leastBelow), (wide) => Math.min(wide, share(wide)));
}

function claimsOf(view: LabView, spots: readonly Place[]): ReadonlyMap<string, ClaimView> {
  const found = new Map<string, ClaimView>();
  const byPod = new Map([...view.claims].reverse().map((claim) => [claim.pod, claim]));
  for (const { pod } of spots) {
    const claim = byPod.get(pod.key);
    if (claim !== undefined) found.set(pod.uid, claim);
  }
  return found;
}

const headsOf = ({ groups, pitch }: Grid, y: number): Rows['groups'] =>
  groups.length < 2
    ? []
    : groups.map(({ key, x, columns }) => ({ key, fromX: x, toX: x + columns * pitch - 6, y }));

function reservedAt(
  view: LabView,
  at: (row: string, group: string, index: number) => { readonly x: number; readonly y: number },
): Rows['reserved'] {
  const set = (view.workloads ?? []).find(({ key }) => isSubject(view, key));
  if (set === undefined) return [];
  const group = groupsOf(view.workloads)({ owner: set.key });
  const first = firstOrdinal(view, set.key);
  return view.reserved.map((place) => ({ place, ...at('', group, place.ordinal - first) }));
}

interface Raking {
  readonly service: ClusterLayout['services'][number];
  readonly level: number;
  readonly count: number;
  readonly pods: readonly PlacedPod[];
  readonly grid: Grid;
  readonly area: Area;
}

function rakeOf({ service, level, count, pods, grid, area }: Raking): Rake {
  const x = area.x + trunkX(area.compact, level);
  const byName = inNamespaceOf(service.key, pods);
  const feet = service.service.endpoints.flatMap((endpoint) => {
    const spot = byName.get(endpoint.pod);
    if (spot?.pod.node === undefined) return [];
    const top = spot.y - grid.markSize / 2;
    return [
      {
        ...endpoint,
        x: spot.x + (level - (count - 1) / 2) * 13,
        fromY: top - 13 - (count - level) * rakeStep + 4,
        y: top - 12,
        room: grid.mode === 'beside' && count === 1 ? grid.pitch - 24 : 0,
      },
    ];
  });
  const branches = new Map<number, number>();
  for (const foot of feet) branches.set(foot.fromY, Math.max(branches.get(foot.fromY) ?? 0, foot.x));
  return {
    key: service.key,
    x,
    labelX: service.x - 3,
    fromY: service.y + 10,
    toY: Math.max(service.y + 10, ...branches.keys()),
    branches: [...branches].map(([y, toX]) => ({ y, toX })),
    feet,
  };
}
