import type { MachineView } from '@/lib/lab/view';

export interface PlacedState {
  readonly id: string;
  readonly guards: readonly string[];
  readonly y: number;
  readonly current: boolean;
}
export interface MachineLayout {
  readonly height: number;
  readonly pitch: number;
  readonly boxHeight: number;
  /** As wide as the longest name needs, px. */
  readonly boxWidth: number;
  readonly states: readonly PlacedState[];
  /** The last transition, from the middle of one box to the middle of another; equal when it stayed. */
  readonly last?: { readonly fromY: number; readonly toY: number; readonly stayed: boolean };
}

/** px; a letter of the names is one of 11.5 px mono. */
const leastBox = 176;
const letterPx = 7;
const boxPaddingPx = 24;

/**
 * Places the states of a machine as a list in the order in which a sync asks, as far apart as `height` px allow
 * (28 to 52). A last transition whose states are not among them draws no arrow.
 */
export function layoutMachine(machine: MachineView, height: number): MachineLayout {
  const count = Math.max(1, machine.states.length);
  const pitch = Math.min(52, Math.max(28, Math.floor(height / count)));
  const boxHeight = Math.min(32, pitch - 6);
  const states = machine.states.map((state, at) => ({
    ...state,
    y: at * pitch,
    current: state.id === machine.current,
  }));
  const middle = (id: string) => {
    const state = states.find((one) => one.id === id);
    return state === undefined ? undefined : state.y + boxHeight / 2;
  };
  const fromY = machine.last && middle(machine.last.from);
  const toY = machine.last && middle(machine.last.to);
  const longest = Math.max(...states.map(({ id }) => id.length), 0);
  const boxWidth = Math.max(leastBox, Math.ceil(longest * letterPx + boxPaddingPx));
  const placed = { height: (count - 1) * pitch + boxHeight, pitch, boxHeight, boxWidth, states };
  if (fromY === undefined || toY === undefined) return placed;
  return { ...placed, last: { fromY, toY, stayed: fromY === toY } };
}
