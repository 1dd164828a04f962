import ELK, { type ElkExtendedEdge, type ElkNode, type LayoutOptions } from 'elkjs';
import type { ChartLayout, ChartLine, ChartPart } from '@/app/_ui/machine/chart-layout';
import { anyName, boxHeight, frameHead, letterWidth, stateOf } from '@/app/_ui/machine/chart-layout';
import type { ChartArrow, ReadChart } from './read-machine';

/** `down` fits a phone and a narrow panel, `wide` a figure: at most so many px wide. */
export const widths = { down: 344, wide: 600 } as const;
export type Shape = keyof typeof widths;

const padding = { left: 12, right: 7 };
const dotSize = 8;
/** Room of the double stroke of a final state, px. */
const endWidth = 9;
/** Between a frame's left border and the place where its ways part, px. */
const entry = 14;
/** Room of the words of the box that stands for many states, px. */
const anyWidth = 164;
/** A way that at least this share of all states has, word for word, is drawn once. */
const leastShared = 0.5;

const common: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '7',
  'elk.layered.thoroughness': '20',
  'elk.spacing.componentComponent': '16',
};

/** States of one frame: in one column, entered from its left border. */
const frameOptions: LayoutOptions = {
  ...common,
  'elk.direction': 'RIGHT',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.mergeEdges': 'true',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.padding': `[top=${frameHead},left=0,bottom=10,right=8]`,
  'elk.spacing.nodeNode': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '15',
};

/** Ways to lay out the whole, from which the best is taken: no single one is best for every graph. */
export function* variants(shape: Shape): Generator<LayoutOptions> {
  for (const direction of shape === 'down' ? ['DOWN'] : ['RIGHT', 'DOWN'])
    for (const placement of ['NETWORK_SIMPLEX', 'BRANDES_KOEPF', 'LINEAR_SEGMENTS'])
      for (const layering of ['NETWORK_SIMPLEX', 'LONGEST_PATH', 'COFFMAN_GRAHAM'])
        for (const order of ['NONE', 'PREFER_EDGES'])
          for (const cycles of ['GREEDY', 'DEPTH_FIRST'])
            yield {
              ...common,
              'elk.direction': direction,
              'elk.padding': '[top=3,left=3,bottom=3,right=3]',
              'elk.aspectRatio': direction === 'DOWN' ? '0.3' : '5',
              'elk.layered.nodePlacement.strategy': placement,
              'elk.layered.layering.strategy': layering,
              'elk.layered.layering.coffmanGraham.layerBound': shape === 'down' ? '3' : '4',
              'elk.layered.considerModelOrder.strategy': order,
              'elk.layered.cycleBreaking.strategy': cycles,
              'elk.spacing.nodeNode': shape === 'down' ? '7' : '12',
              'elk.spacing.edgeNode': shape === 'down' ? '5' : '8',
              'elk.spacing.edgeEdge': shape === 'down' ? '5' : '7',
              'elk.layered.spacing.nodeNodeBetweenLayers': '18',
              'elk.layered.spacing.edgeNodeBetweenLayers': '8',
              'elk.layered.spacing.edgeEdgeBetweenLayers': '6',
            };
}

/** The pictures of a machine's parts before they are placed: nodes within nodes, each with the lines among its own. */
function drawnOf(chart: ReadChart, options: LayoutOptions): ElkNode {
  const shared = sharedWays(chart);
  const whole = chart.arrows.some(({ from }) => from === '');
  const root: ElkNode = { id: '', layoutOptions: options, ...partsOf(chart, undefined) };
  const ways = new Map<string, ElkExtendedEdge>();
  const lineOf = (from: string, to: string) => ({ id: `${from}>${to}`, sources: [from], targets: [to] });
  for (const arrow of chart.arrows) {
    const { from, to } = shared.has(arrow) ? { ...arrow, from: anyName } : arrow;
    const begin = from === '' || to.startsWith(`${from}.`) ? `${from}${anyName}` : from;
    ways.set(`${begin}>${to}`, lineOf(begin, to));
  }
  for (const { id, isInitial } of chart.states) if (isInitial) ways.set(`o>${id}`, lineOf(`o${id}`, id));
  if (shared.has(undefined)) root.children?.push({ id: anyName, width: anyWidth, height: boxHeight });
  const home = whole ? { ...root, id: 'all', layoutOptions: frameOptions } : root;
  if (whole) home.children?.unshift({ id: anyName, width: entry, height: 1 });
  for (const way of ways.values()) homeOf(chart, home, way).edges?.push(way);
  return whole ? { id: '', layoutOptions: options, children: [home] } : home;
}

/** The node that has both ends of a line. */
function homeOf({ name }: ReadChart, root: ElkNode, { id, sources, targets }: ElkExtendedEdge): ElkNode {
  const ends = [...sources, ...targets];
  const find = (node: ElkNode): ElkNode | undefined =>
    ends.every((end) => node.children?.some((one) => one.id === end))
      ? node
      : node.children?.map(find).find((one) => one !== undefined);
  const home = find(root);
  if (home === undefined)
    throw new Error(
      `${name}: the way ${id} crosses the border of a frame; charts are laid out frame by frame`,
    );
  return home;
}

/** The states with one parent, a start before the initial one; a frame for a state that has parts. */
function partsOf(chart: ReadChart, parent: string | undefined): Pick<ElkNode, 'children' | 'edges'> {
  const children = chart.states
    .filter((state) => state.parent === parent)
    .flatMap(({ id, isInitial, isFinal, hasParts }): ElkNode[] => {
      const dot = isInitial ? [{ id: `o${id}`, width: dotSize, height: dotSize }] : [];
      if (!hasParts) return [...dot, box(id, isFinal)];
      const { children: inside = [], edges } = partsOf(chart, id);
      const any: ElkNode = { id: `${id}${anyName}`, width: entry, height: 1 };
      return [...dot, { id, layoutOptions: frameOptions, children: [any, ...inside], edges: edges ?? [] }];
    });
  return { children, edges: [] };
}

const box = (id: string, isFinal: boolean): ElkNode => ({
  id,
  width:
    Math.ceil(stateOf(id).length * letterWidth) + padding.left + padding.right + (isFinal ? endWidth : 0),
  height: boxHeight,
});

/** Ways that most states have in common, word for word. */
function sharedWays(chart: ReadChart) {
  const sign = ({ event, guard, to }: ChartArrow) => JSON.stringify([event, guard, to]);
  const count = new Map<string, number>();
  for (const arrow of chart.arrows) count.set(sign(arrow), (count.get(sign(arrow)) ?? 0) + 1);
  const kept = [...count].filter(([, times]) => times >= chart.states.length * leastShared);
  const signs = new Set(kept.map(([one]) => one));
  return { has: (arrow: ChartArrow | undefined) => (arrow ? signs.has(sign(arrow)) : signs.size > 0) };
}

/**
 * The layout of a machine in one shape: of all ways to lay it out the one that fits and reads best, the same each time.
 * `variant`: only this one, which is fast.
 */
export async function layOut(chart: ReadChart, shape: Shape, variant?: number): Promise<ChartLayout> {
  const elk = new ELK();
  const known = new Set<string>();
  let best: { readonly layout: ChartLayout; readonly cost: number } | undefined;
  for (const [at, options] of [...variants(shape)].entries()) {
    if (variant !== undefined && variant !== at) continue;
    const layout = { ...read(chart, await elk.layout(drawnOf(chart, options))), variant: at };
    const sign = JSON.stringify({ ...layout, variant: 0 });
    if (known.has(sign)) continue;
    known.add(sign);
    const cost = Math.max(0, layout.width - widths[shape]) * 1_000 + costOf(layout);
    if (best === undefined || cost < best.cost) best = { layout, cost };
  }
  if (best === undefined || best.layout.width > widths[shape])
    throw new Error(
      `${chart.name}: no layout is at most ${widths[shape]} px wide, the best is ${best?.layout.width}`,
    );
  return best.layout;
}

/** What makes lines hard to follow: crossings, then bends, length and how high the whole is. */
export function costOf({ lines, height }: Pick<ChartLayout, 'lines' | 'height'>): number {
  const segments = lines.flatMap(({ points }, line) =>
    points.slice(1).map((to, at) => ({ line, from: points[at] ?? to, to })),
  );
  let crossings = 0;
  for (const [at, a] of segments.entries())
    for (const b of segments.slice(at + 1)) if (a.line !== b.line && cross(a, b)) crossings++;
  const length = segments.reduce(
    (sum, { from, to }) => sum + Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1]),
    0,
  );
  return crossings * 4 + segments.length - lines.length + length / 100 + height / 20;
}

interface Segment {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}
const between = (value: number, a: number, b: number) => value > Math.min(a, b) && value < Math.max(a, b);
const cross = (a: Segment, b: Segment): boolean => {
  const [upright, level] = a.from[0] === a.to[0] ? [a, b] : [b, a];
  return (
    upright.from[0] === upright.to[0] &&
    level.from[1] === level.to[1] &&
    between(upright.from[0], level.from[0], level.to[0]) &&
    between(level.from[1], upright.from[1], upright.to[1])
  );
};

function read(chart: ReadChart, placed: ElkNode): Omit<ChartLayout, 'variant'> {
  const parts: ChartPart[] = [];
  const lines: ChartLine[] = [];
  const visit = (node: ElkNode, dx: number, dy: number) => {
    for (const { sections = [], id } of (node.edges ?? []) as ElkExtendedEdge[]) {
      const [section] = sections;
      if (section === undefined) throw new Error(`${chart.name}: ${id} has no line`);
      const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
      const [from = '', to = ''] = id.split('>');
      // A frame's ways begin at its border, not where they part.
      if (from.endsWith(anyName) && node.layoutOptions === frameOptions)
        points.unshift({ x: 0, y: section.startPoint.y });
      lines.push({
        from,
        to,
        points: straightened(points.map(({ x, y }) => [round(dx + x), round(dy + y)])),
      });
    }
    for (const one of node.children ?? []) {
      const { id, x = 0, y = 0, width = 0, height = 0 } = one;
      const state = chart.states.find((known) => known.id === id);
      const kind = kindOf(one, state?.isFinal ?? false, state !== undefined);
      if (kind !== undefined)
        parts.push({ id, kind, box: [round(dx + x), round(dy + y), round(width), round(height)] });
      visit(one, dx + x, dy + y);
    }
  };
  visit(placed, 0, 0);
  return { width: Math.ceil(placed.width ?? 0), height: Math.ceil(placed.height ?? 0), parts, lines };
}

type Point = readonly [number, number];

/** Steps aside that are so short look like a fault, px. */
const shortest = 4;

/** A line of level and upright strokes alone; instead of a short step aside its end moves along the border of its box. */
function straightened(points: readonly Point[]): readonly Point[] {
  const once = withoutStep(cornersOf(points));
  return [...withoutStep([...once].reverse())].reverse();
}

/** The points at which a line turns; what rounding has put askew is put right. */
function cornersOf(points: readonly Point[]): readonly Point[] {
  const corners: Point[] = [];
  for (const [x, y] of points) {
    const last = corners.at(-1);
    const before = corners.at(-2);
    if (last === undefined) {
      corners.push([x, y]);
      continue;
    }
    const isUpright = Math.abs(x - last[0]) < Math.abs(y - last[1]);
    const next: Point = isUpright ? [last[0], y] : [x, last[1]];
    const goesOn = before !== undefined && (isUpright ? before[0] === next[0] : before[1] === next[1]);
    if (goesOn) corners.pop();
    corners.push(next);
  }
  return corners;
}

function withoutStep(points: readonly Point[]): readonly Point[] {
  const [a, b, c, ...rest] = points;
  if (a === undefined || b === undefined || c === undefined || rest.length === 0) return points;
  const along = Math.abs(a[0] - b[0]) < Math.abs(a[1] - b[1]) ? 0 : 1;
  const step = Math.abs(c[along] - b[along]);
  if (step >= shortest) return points;
  return [along === 0 ? [c[0], a[1]] : [a[0], c[1]], ...rest];
}

/** What a node is in the picture; the point of a frame's border from which its ways begin is nothing of its own. */
function kindOf(
  { children, width }: ElkNode,
  isFinal: boolean,
  isState: boolean,
): ChartPart['kind'] | undefined {
  if (children !== undefined) return 'frame';
  if (isState) return isFinal ? 'final' : 'state';
  if (width === entry) return undefined;
  return width === dotSize ? 'start' : 'any';
}

const round = (value: number) => Math.round(value * 2) / 2;
