import { expect, test } from 'vitest';
import { layoutMachine } from '@/app/_ui/machine/machine-layout';
import type { MachineView } from '@/lib/lab/view';
import { blocked, machineStates } from './fixtures';

const machine = blocked.machine as MachineView;

test('states stand in the order in which they are asked, one of them current', () => {
  const { states } = layoutMachine(machine, 392);
  expect(states.map(({ id }) => id)).toEqual(machineStates.map(({ id }) => id));
  expect(states.filter(({ current }) => current).map(({ id }) => id)).toEqual(['waitingForReady']);
});

test.each([1, 3, 7, 15, 24])('%i boxes do not touch', (count) => {
  const states = Array.from({ length: count }, (_, at) => ({ id: `s${at}`, guards: [] }));
  const layout = layoutMachine({ ...machine, states }, 392);
  expect(layout.pitch).toBeGreaterThan(layout.boxHeight);
  expect(layout.height).toBe((count - 1) * layout.pitch + layout.boxHeight);
});

test('the last transition runs from the middle of one box to the middle of another', () => {
  const { last, states, boxHeight } = layoutMachine(machine, 392);
  expect(last).toEqual({
    fromY: states[2]!.y + boxHeight / 2,
    toY: states[3]!.y + boxHeight / 2,
    stayed: false,
  });
});

test('a transition that stayed is told apart, and one between unknown states is not drawn', () => {
  const last = { ...machine.last!, from: 'waitingForReady' };
  expect(layoutMachine({ ...machine, last }, 392).last?.stayed).toBe(true);
  expect(layoutMachine({ ...machine, last: { ...last, from: 'nowhere' } }, 392).last).toBeUndefined();
});
