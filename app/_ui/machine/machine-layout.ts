import type { MachineView } from '@/lib/lab/view';

export interface MachineLayout {
  /** Of a row whose rule needs no more room, and of the box of a state, px. */
  readonly pitch: number;
  readonly boxHeight: number;
  /** The last transition by the rows of its states; equal when it stayed. */
  readonly last?: { readonly from: number; readonly to: number };
}

/** A box has room for a name on two lines. */
const leastPitch = 36;
const mostPitch = 52;
const mostBox = 32;
export const rowGap = 6;

/**
 * The states of a machine as a list in the order in which a sync asks, as far apart as `height` px allow. A last transition
 * whose states are not among them draws no arrow.
 */
export function layoutMachine({ states, last }: MachineView, height: number): MachineLayout {
  const pitch = Math.min(mostPitch, Math.max(leastPitch, Math.floor(height / Math.max(1, states.length))));
  const placed = { pitch, boxHeight: Math.min(mostBox, pitch - rowGap) };
  if (last === undefined) return placed;
  const [from, to] = [last.from, last.to].map((id) => states.findIndex((state) => state.id === id));
  return from === undefined || to === undefined || from < 0 || to < 0
    ? placed
    : { ...placed, last: { from, to } };
}
