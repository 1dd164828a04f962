import { expect, test } from 'vitest';
import { layoutMachine } from '@/app/_ui/machine/machine-layout';
import type { MachineView } from '@/lib/lab/view';
import { blocked } from './fixtures';

const machine = blocked.machine as MachineView;
const ofStates = (count: number): MachineView => ({
  ...machine,
  states: Array.from({ length: count }, (_, at) => ({ id: `s${at}`, guards: [] })),
});

test.each([1, 3, 7, 15, 24])('%i boxes do not touch, and each has room for a name on two lines', (count) => {
  const { pitch, boxHeight } = layoutMachine(ofStates(count), 392);
  expect(pitch).toBeGreaterThan(boxHeight);
  expect(boxHeight).toBeGreaterThanOrEqual(2 * 13 + 3);
});

test('few states stand as far apart as the room lets them', () => {
  expect(layoutMachine(ofStates(8), 392).pitch).toBe(49);
  expect(layoutMachine(ofStates(2), 392).pitch).toBe(52);
});

test('the last transition runs from the row of one state to the row of another', () => {
  expect(layoutMachine(machine, 392).last).toEqual({ from: 2, to: 3 });
});

test('a transition that stayed is told apart, and one between unknown states is not drawn', () => {
  const last = { ...machine.last!, from: 'waitingForReady' };
  expect(layoutMachine({ ...machine, last }, 392).last).toEqual({ from: 3, to: 3 });
  expect(layoutMachine({ ...machine, last: { ...last, from: 'nowhere' } }, 392).last).toBeUndefined();
});
