import type { ClaimView, LabView, NodeView, ServiceView } from '@/lib/lab/view';
import type { PlacedBar } from './cluster-bars';
import { type Area, layoutColumns } from './cluster-columns';
import { layoutPacked } from './cluster-packed';
import { packedLabel, trunkX } from './cluster-scale';
import { nodeKey } from './object-keys';
import type { Places } from './places';
import type { PlacedPod, SceneLayout, SceneMode } from './scene-layout';
import { type Step, stepsOf } from './workload-steps';

/** Something that can be chosen, by the key of its object: its middle and its size, px. */
export interface Box {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How much further to the right, and down, a press still means it, px. */
  readonly reach?: readonly [number, number];
}

export interface PlacedBand {
  readonly node: NodeView;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** In a grid: what its Pods leave of its right end. */
  readonly taintRoom?: number;
}

/** A Service as a rake: a trunk beside the rows, a branch in each row where it selects, a foot above each Pod. */
export interface Rake {
  readonly key: string;
  readonly x: number;
  /** Where its name begins: the trunk hangs from there. */
  readonly labelX: number;
  readonly fromY: number;
  readonly toY: number;
  readonly branches: readonly { readonly y: number; readonly toX: number }[];
  readonly feet: readonly {
    readonly x: number;
    readonly fromY: number;
    readonly y: number;
    readonly room: number;
    readonly address?: string;
    readonly leftOut?: string;
  }[];
}

/** What stands in rows: one way of drawing when there are few Pods, another when there are many. */
export interface Rows {
  readonly mode: SceneMode;
  readonly markSize: number;
  readonly pitch: number;
  readonly bottom: number;
  readonly waitingY: number;
  readonly groups: readonly {
    readonly key: string;
    readonly fromX: number;
    readonly toX: number;
    readonly y: number;
  }[];
  readonly bands: readonly PlacedBand[];
  readonly pods: readonly PlacedPod[];
  /** Instead of Pods, where they are too many. */
  readonly bars: readonly PlacedBar[];
  readonly drawers: readonly {
    readonly claim: ClaimView;
    readonly x: number;
    readonly y: number;
    readonly podY: number;
  }[];
  readonly rakes: readonly Rake[];
  readonly reserved: SceneLayout['reserved'];
  readonly arrows: SceneLayout['arrows'];
}

export interface ClusterLayout extends Rows {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  readonly rowsX: number;
  /** Where the names of nodes begin on a phone, right of the trunks of rakes. */
  readonly namesX: number;
  readonly steps: readonly (Step & { readonly x: number; readonly y: number })[];
  readonly stepsWidth: number;
  readonly folded: { readonly count: number; readonly x: number; readonly y: number } | undefined;
  readonly services: readonly {
    readonly service: ServiceView;
    readonly key: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly foldedServices: number;
  readonly claims: readonly {
    readonly claim: ClaimView;
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  }[];
  readonly foldedClaims: number;
  readonly claimsY: number;
  readonly boxes: ReadonlyMap<string, Box>;
}

/** From this width on what owns stands left of the rows, px; else, and over a grid of nodes, above them. */
const besideFrom = 900;
const besideWidth = 300;
/** What a finger needs, px: on a phone what is chosen is at least so high. */
const finger = 44;
const serviceHeight = 22;
const mostServices = 6;
const mostClaims = 12;
export const stepIndent = 18;

export interface ClusterOptions {
  readonly width: number;
  readonly compact: boolean;
  readonly selected?: string | undefined;
}

/**
 * Places everything of a cluster: ownership as steps, Services as a list with a rake over their Pods, nodes as bands with their
 * Pods in them, claims as drawers. Places of Pods are given (`placesAfter`); all else follows from the view. Pure; px.
 */
export function layoutCluster(view: LabView, places: Places, options: ClusterOptions): ClusterLayout {
  const { width, compact, selected } = options;
  const workloads = view.workloads ?? [];
  const beside = width >= besideFrom && workloads.length > 0 && !places.isPacked;
  const rowsX = beside ? besideWidth + 32 : 0;
  const { shown, folded } = stepsOf(workloads, selected);
  const stepHeight = compact ? finger + 4 : beside ? 40 : 26;
  const serviceStep = compact ? finger : serviceHeight;
  const steps = shown.map((step, at) => ({ ...step, x: step.depth * stepIndent, y: at * stepHeight }));
  const stepsBottom = (shown.length + (folded > 0 ? 0.6 : 0)) * stepHeight;
  const servicesY = beside || shown.length === 0 ? 0 : stepsBottom + 8;
  const listed = servicesListed(view, selected);
  const servicesBottom = servicesY + listed.length * serviceStep + (listed.length > 0 ? 6 : 0);
  const foldedServices = view.services.length - listed.length;
  const area: Area = {
    x: rowsX,
    y: servicesBottom + (foldedServices > 0 ? 20 : 0),
    width: width - rowsX,
    compact,
  };
  const rakesOf = places.isPacked ? [] : rakedServices(listed, selected);
  const servicesX = rowsX + (rakesOf.length === 0 ? (compact ? 6 : 10) : trunkX(compact, rakesOf.length) + 4);
  const services = listed.map((service, at) => ({
    service,
    key: service.key,
    x: servicesX,
    y: servicesY + at * serviceStep + (serviceStep - serviceHeight) / 2,
  }));
  const raked = services.filter(({ service }) => rakesOf.includes(service));
  const rows = places.isPacked ? layoutPacked(view, places, area) : layoutColumns(view, places, area, raked);
  const claims = placeClaims(view, rows, area, selected);
  const bottom = claims.bottom;
  const layout = {
    ...rows,
    width,
    compact,
    rowsX,
    namesX: rakesOf.length === 0 ? 6 : trunkX(true, rakesOf.length) + 2,
    steps,
    stepsWidth: beside ? besideWidth : width,
    folded: folded > 0 ? { count: folded, x: 0, y: shown.length * stepHeight } : undefined,
    services,
    foldedServices,
    claims: claims.placed,
    foldedClaims: claims.folded,
    claimsY: claims.y,
    height: Math.ceil(Math.max(bottom, beside ? stepsBottom : 0) + 8),
  };
  return { ...layout, boxes: boxesOf(layout, stepHeight) };
}

function servicesListed(view: LabView, selected: string | undefined): readonly ServiceView[] {
  if (view.services.length <= mostServices) return view.services;
  const first = view.services.slice(0, mostServices);
  const chosen = view.services.find(({ key }) => key === selected);
  return chosen === undefined || first.includes(chosen) ? first : [...first.slice(0, -1), chosen];
}

/** Two Services at most have a rake at once; of more, the selected one. */
const rakedServices = (
  listed: readonly ServiceView[],
  selected: string | undefined,
): readonly ServiceView[] => (listed.length <= 2 ? listed : listed.filter(({ key }) => key === selected));

/** Claims that have no drawer under a Pod: in a line at the foot. */
function placeClaims(view: LabView, rows: Rows, area: Area, selected: string | undefined) {
  const drawn = new Set(rows.drawers.map(({ claim }) => claim.key));
  const rest = view.claims.filter(({ key }) => !drawn.has(key));
  const chosen = rest.find(({ key }) => key === selected);
  const first = rest.slice(0, mostClaims);
  const shown =
    chosen === undefined || first.includes(chosen) ? first : [...first.slice(0, mostClaims - 1), chosen];
  const left = area.compact ? 4 : 118;
  const perRow = Math.max(1, Math.floor((area.width - left) / claimWidth));
  const y = rows.bottom + (area.compact ? 30 : 12);
  const placed = shown.map((claim, at) => ({
    claim,
    key: claim.key,
    x: area.x + left + (at % perRow) * claimWidth + 16,
    y: y + Math.floor(at / perRow) * (area.compact ? finger + 4 : 38),
    width: claimWidth,
  }));
  const folded = rest.length - shown.length;
  const last = placed.at(-1)?.y;
  return { placed, folded, y, bottom: last === undefined ? rows.bottom : last + (folded > 0 ? 52 : 32) };
}

const claimWidth = 168;
/** How far a Pod's words stand below its box. */
const wordsBelow = 24;

type Unboxed = Omit<ClusterLayout, 'boxes'>;

function boxesOf(layout: Unboxed, stepHeight: number): ReadonlyMap<string, Box> {
  const boxes: Box[] = [];
  const put = (key: string, left: number, top: number, width: number, height: number, reach?: Box['reach']) =>
    boxes.push({
      key,
      x: left + width / 2,
      y: top + height / 2,
      width,
      height,
      // A finger means a node by its band, and a Pod by its words.
      ...(layout.compact && reach && { reach }),
    });
  const tall = (drawn: number) => (layout.compact ? Math.max(finger, drawn) : drawn);
  /** How much further up a box begins than what is drawn. */
  const more = (drawn: number) => (tall(drawn) - drawn) / 2;
  for (const { workload, x, y } of layout.steps)
    put(
      workload.key,
      x - 4,
      y + 1,
      Math.min(layout.stepsWidth - x, stepHeight > 30 ? 280 : 470),
      stepHeight - 4,
    );
  for (const { key, x, y } of layout.services)
    put(key, x - 6, y - more(serviceHeight), Math.min(300, layout.width - x), tall(serviceHeight));
  for (const band of layout.bands) {
    const label =
      layout.mode === 'small' || layout.mode === 'cells' ? packedLabel : layout.compact ? 58 : 104;
    put(nodeKey(band.node.name), band.x, band.y, label, band.height, [band.width - label, 0]);
  }
  const reach =
    layout.mode === 'cells' ? layout.pitch : Math.min(44, Math.max(layout.markSize + 4, layout.pitch - 2));
  for (const { pod, x, y, side, room } of layout.pods)
    put(pod.key, x - reach / 2, y - reach / 2, reach, reach, [
      side === 'right' ? room : 0,
      side === 'below' ? wordsBelow : 0,
    ]);
  for (const { claim, x, y } of layout.drawers) {
    const wide = layout.compact ? Math.min(finger, layout.pitch - 2) : 28;
    put(claim.key, x - wide / 2, y - 3, wide, tall(20));
  }
  for (const { key, x, y, width } of layout.claims) put(key, x - 20, y - 4 - more(30), width - 8, tall(30));
  return new Map(boxes.map((box) => [box.key, box]));
}
