/** The machines whose life is a chart with ways of its own, no list of rules. */
export const chartNames = ['pod', 'container', 'probe', 'packet'] as const;
export type ChartName = (typeof chartNames)[number];

/** A box of a chart. */
export interface ChartPart {
  /** A state's full name, `Working.Ready`; `all` is the frame of all states, `*` the box that stands for most of them. */
  readonly id: string;
  /** `frame`: a state that has parts, or all of them; `start`: the dot before an initial state. */
  readonly kind: 'state' | 'final' | 'frame' | 'start' | 'any';
  /** x, y, width, height in px. */
  readonly box: readonly [number, number, number, number];
}

/** One line for all ways from one box to another. `from` ends in `*` where a frame's own border, or most states, have them. */
export interface ChartLine {
  readonly from: string;
  readonly to: string;
  readonly points: readonly (readonly [number, number])[];
}

/** A machine's picture, computed by `npm run charts` from the machine that runs. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly ChartPart[];
  readonly lines: readonly ChartLine[];
  /** Which of the ways to lay it out was the best. */
  readonly variant: number;
}

export const anyName = '*';
export const boxHeight = 28;
/** Room for the name of a frame above its states, px. */
export const frameHead = 34;
/** Of a state's name: 11 px mono. */
export const letterWidth = 6.7;

/** The last part of a state's name: `Ready` of `Working.Ready`. */
export const stateOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1);
