import { describe, expect, it } from 'vitest';
import { transition } from 'xstate';
import {
  type PodContext,
  type PodMessage,
  type PodState,
  podMachine,
} from '@/lib/cluster/kubelet/pod.machine';

const thresholds = { success: 2, failure: 3 };
const messages: Readonly<Record<string, PodMessage>> = {
  started: { type: 'started', nowMs: 5 },
  succeeds: { type: 'probed', succeeded: true, thresholds },
  fails: { type: 'probed', succeeded: false, thresholds },
  readyWithoutProbe: { type: 'readyWithoutProbe' },
  deleted: { type: 'deleted' },
  'exited 0': { type: 'exited', exitCode: 0 },
  'exited 1': { type: 'exited', exitCode: 1 },
  sandboxRemoved: { type: 'sandboxRemoved' },
};

const states: readonly PodState[] = [
  'ContainerCreating',
  'Running.NotReady',
  'Running.Ready',
  'Terminating',
  'RemovingSandbox',
  'Succeeded',
  'Failed',
];

/** Where each message leads. What is not here must change nothing. */
const table: Readonly<Record<string, Readonly<Record<string, PodState>>>> = {
  ContainerCreating: { started: 'Running.NotReady', deleted: 'RemovingSandbox' },
  'Running.NotReady': {
    readyWithoutProbe: 'Running.Ready',
    deleted: 'Terminating',
    'exited 0': 'Succeeded',
    'exited 1': 'Failed',
  },
  'Running.Ready': { deleted: 'Terminating', 'exited 0': 'Succeeded', 'exited 1': 'Failed' },
  Terminating: { 'exited 0': 'RemovingSandbox', 'exited 1': 'RemovingSandbox' },
  RemovingSandbox: { sandboxRemoved: 'Gone' },
  Succeeded: { deleted: 'RemovingSandbox' },
  Failed: { deleted: 'RemovingSandbox' },
};

const context: PodContext = { successes: 0, failures: 0, isToldToFail: false, exitCode: 0, startedAtMs: 0 };

function take(state: string, message: PodMessage, from: PodContext = context) {
  const [outer = '', inner] = state.split('.');
  const value = inner ? { [outer]: inner } : outer;
  const before = podMachine.resolveState({ value: value as never, context: from });
  const [after, actions] = transition(podMachine, before, message);
  const flat = typeof after.value === 'string' ? after.value : Object.entries(after.value).flat().join('.');
  return { state: flat, context: after.context, actions: actions.map(({ type }) => type) };
}

describe("a Pod's machine", () => {
  it.each(states.flatMap((state) => Object.keys(messages).map((name) => [state, name] as const)))(
    'in %s takes %s as the table says',
    (state, name) => {
      const message = messages[name];
      if (!message) throw new Error(name);
      expect(take(state, message).state).toBe(table[state]?.[name] ?? state);
    },
  );

  it.each(states.filter((state) => !state.startsWith('Running')))(
    'in %s does nothing about a probe',
    (state) => {
      for (const name of ['succeeds', 'fails', 'readyWithoutProbe']) {
        const message = messages[name];
        if (!message) throw new Error(name);
        expect(take(state, message)).toEqual({ state, context, actions: [] });
      }
    },
  );

  it('is final when it is gone', () => {
    expect(take('RemovingSandbox', { type: 'sandboxRemoved' }).actions).toContain('deleteObject');
    for (const message of Object.values(messages)) expect(take('Gone', message).state).toBe('Gone');
  });

  it('is Ready after successThreshold successes in a row', () => {
    const succeeds = messages.succeeds as PodMessage;
    const once = take('Running.NotReady', succeeds);
    expect(once).toMatchObject({ state: 'Running.NotReady', context: { successes: 1 } });
    expect(take('Running.NotReady', succeeds, once.context).state).toBe('Running.Ready');
    const broken = take('Running.NotReady', messages.fails as PodMessage, once.context);
    expect(broken.context).toMatchObject({ successes: 0, failures: 1 });
  });

  it('is not Ready any more after failureThreshold failures in a row', () => {
    const fails = messages.fails as PodMessage;
    const twice = take('Running.Ready', fails, take('Running.Ready', fails).context);
    expect(twice).toMatchObject({ state: 'Running.Ready', context: { failures: 2 } });
    expect(take('Running.Ready', fails, twice.context)).toMatchObject({ state: 'Running.NotReady' });
    expect(take('Running.Ready', messages.succeeds as PodMessage, twice.context).context.failures).toBe(0);
  });

  it.each(states)('remembers in %s that somebody makes the probe fail, and that it was mended', (state) => {
    const told = take(state, { type: 'toldToFail' });
    expect(told).toMatchObject({ state, context: { isToldToFail: true } });
    expect(take(state, { type: 'toldToMend' }, told.context).context.isToldToFail).toBe(false);
  });
});
