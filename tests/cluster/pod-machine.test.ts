import { describe, expect, it } from 'vitest';
import { type PodFacts, type PodMessage, type PodState, podMachine } from '@/lib/cluster/kubelet/pod.machine';
import { stepsOf } from '@/lib/cluster/step';

const facts: PodFacts = { phase: 'Pending', isReady: false, isDeleted: false, isInitializing: false };
const synced = (change: Partial<PodFacts>): PodMessage => ({
  type: 'synced',
  facts: { ...facts, ...change },
});

/** Every way to sync a Pod, and where it leads from each state in which its kubelet works on it. */
const syncs: readonly (readonly [string, PodMessage, PodState, string])[] = [
  ['nothing runs', synced({}), 'Working.ContainerCreating', 'containersAreMade'],
  ['init containers run', synced({ isInitializing: true }), 'Working.Initializing', 'initContainersRun'],
  ['containers run', synced({ phase: 'Running' }), 'Working.NotReady', 'containersRun'],
  ['containers are ready', synced({ phase: 'Running', isReady: true }), 'Working.Ready', 'isReady'],
  [
    'a restart is held back',
    synced({ phase: 'Running', waiting: 'CrashLoopBackOff' }),
    'Working.CrashLoopBackOff',
    'restartIsHeldBack',
  ],
  [
    'an image pull is held back',
    synced({ waiting: 'ImagePullBackOff' }),
    'Working.ImagePullBackOff',
    'imagePullIsHeldBack',
  ],
  ['an image is absent', synced({ waiting: 'ErrImagePull' }), 'Working.CannotStart', 'containerCannotStart'],
  [
    'a container waits for no reason of its own',
    synced({ waiting: 'ContainerCreating' }),
    'Working.ContainerCreating',
    'containersAreMade',
  ],
  ['all ended well', synced({ phase: 'Succeeded' }), 'Ending', 'hasEndedForGood'],
  ['the Pod failed', synced({ phase: 'Failed', waiting: 'CrashLoopBackOff' }), 'Ending', 'hasEndedForGood'],
];

const working: readonly PodState[] = [
  'Working.ContainerCreating',
  'Working.Initializing',
  'Working.NotReady',
  'Working.Ready',
  'Working.CannotStart',
  'Working.CrashLoopBackOff',
  'Working.ImagePullBackOff',
];

const step = stepsOf(podMachine);

function take(state: PodState, message: PodMessage) {
  const [outer = '', inner] = state.split('.');
  const before = podMachine.resolveState({
    value: (inner ? { [outer]: inner } : outer) as never,
    context: {},
  });
  const [after, actions] = step(before, message);
  const value = typeof after.value === 'string' ? after.value : Object.entries(after.value).flat().join('.');
  return { state: value, guard: (actions[0]?.params as { guard?: string } | undefined)?.guard };
}

const other = (type: PodMessage['type'], change: Partial<PodFacts> = {}): PodMessage => ({
  type,
  facts: { ...facts, ...change },
});

/** Where the other messages lead; what is not here changes nothing. */
const table: Readonly<Record<string, Readonly<Partial<Record<PodMessage['type'], PodState>>>>> = {
  ...Object.fromEntries(working.map((state) => [state, { deleted: 'Terminating' }])),
  Ending: { deleted: 'Terminating', stopped: 'Stopped' },
  Terminating: { stopped: 'Stopped' },
  Stopped: { removed: 'Failed' },
  Succeeded: {},
  Failed: {},
  Gone: {},
};

describe("a Pod's machine", () => {
  it.each(working.flatMap((from) => syncs.map((row) => [from, ...row] as const)))(
    'from %s, when %s, goes where that alone says',
    (from, _, message, to, guard) => {
      expect(take(from, message)).toEqual({ state: to, guard });
    },
  );

  it.each(
    Object.keys(table).flatMap((state) =>
      (['deleted', 'stopped', 'removed'] as const).map((type) => [state, type] as const),
    ),
  )('in %s takes %s as the table says', (state, type) => {
    expect(take(state as PodState, other(type)).state).toBe(table[state]?.[type] ?? state);
  });

  it.each(['Ending', 'Terminating', 'Stopped', 'Succeeded', 'Failed', 'Gone'] as const)(
    'in %s is not led back by what its containers do',
    (state) => {
      for (const [, message] of syncs) expect(take(state, message).state).toBe(state);
    },
  );

  it('is Gone when it was deleted, else it stays as it ended', () => {
    expect(take('Stopped', other('removed', { isDeleted: true, phase: 'Succeeded' })).state).toBe('Gone');
    expect(take('Stopped', other('removed', { phase: 'Succeeded' })).state).toBe('Succeeded');
    expect(take('Stopped', other('removed', { phase: 'Failed' })).state).toBe('Failed');
  });

  it('reaches every state', () => {
    const reached = new Set([
      ...syncs.map(([, , state]) => state),
      ...Object.values(table).flatMap((row) => Object.values(row)),
      'Gone',
      'Succeeded',
    ]);
    const all = Object.entries(podMachine.states).flatMap(([name, { states }]) => {
      const inner = Object.keys(states);
      return inner.length ? inner.map((one) => `${name}.${one}`) : [name];
    });
    expect([...reached].sort()).toEqual(all.sort());
  });
});
