import { anyName, type ChartLayout, type ChartLine, stateOf } from './chart-layout';
import type { Chart } from './charts';

/** A state by its full name or by the last part of it; undefined for one that the machine does not have. */
export function stateNamed({ states }: Chart, name: string | undefined): string | undefined {
  const leaves = states.filter(({ hasParts }) => !hasParts);
  return (leaves.find(({ id }) => id === name) ?? leaves.find(({ id }) => stateOf(id) === name))?.id;
}

/** `Working` of `Working.Ready`, nearest first. */
const above = (id: string): readonly string[] => {
  const steps = id.split('.');
  return steps.slice(1).map((_, at) => steps.slice(0, steps.length - 1 - at).join('.'));
};

/** The line of a transition: its own, or that of the frame that has the way, or of the box that stands for many states. */
export function lineOf({ lines }: ChartLayout, from: string, to: string): ChartLine | undefined {
  const frames = above(from);
  const froms = [from, ...frames, ...frames.map((frame) => `${frame}${anyName}`), anyName];
  for (const target of [to, ...above(to)])
    for (const source of froms) {
      const line = lines.find((one) => one.from === source && one.to === target);
      if (line !== undefined) return line;
    }
  return undefined;
}

/** The ways that a line stands for: of the frame whose border it leaves, or of all states that the box for many means. */
export function waysOf({ arrows }: Chart, { from, to }: ChartLine): Chart['arrows'] {
  const all = arrows.filter((arrow) => arrow.to === to);
  if (from !== anyName) return all.filter((arrow) => arrow.from === from.replace(/\*$/, ''));
  const own = all.filter((arrow) => arrow.from === '');
  return own.length > 0 ? own : all;
}

/** States that do not have the ways of the box for many, ends and frames aside. */
export function exceptions({ states, arrows }: Chart, { lines }: ChartLayout): readonly string[] {
  const targets = lines.filter(({ from }) => from === anyName).map(({ to }) => to);
  const has = (id: string) => arrows.some(({ from, to }) => from === id && targets.includes(to));
  return states
    .filter(({ id, isFinal, hasParts }) => !isFinal && !hasParts && !has(id))
    .map(({ id }) => stateOf(id));
}

/** A line as a path that ends where its head begins, and the head, `size` px long. */
export function pathOf(
  { points }: ChartLine,
  size: number,
): { readonly line: string; readonly head: string } {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [fromX, fromY] = points.at(-2) ?? [x, y];
  const isUpright = Math.abs(y - fromY) > Math.abs(x - fromX);
  const [dx, dy] = isUpright ? [0, Math.sign(y - fromY)] : [Math.sign(x - fromX), 0];
  const [tipX, tipY] = [x - dx * size, y - dy * size];
  const half = size * 0.55;
  return {
    line: `M${[...points.slice(0, -1), [tipX, tipY]].map((point) => point.join(' ')).join('L')}`,
    head: `M${x} ${y}L${tipX - dy * half} ${tipY - dx * half}L${tipX + dy * half} ${tipY + dx * half}Z`,
  };
}
