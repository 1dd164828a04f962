import { describe, expect, it } from 'vitest';
import {
  type ContainerContext,
  type ContainerMessage,
  type ContainerState,
  containerMachine,
  type FailedState,
  failedStates,
} from '@/lib/cluster/kubelet/container.machine';
import type { Exit } from '@/lib/cluster/kubelet/life';
import {
  type ProbeContext,
  type ProbeMessage,
  type ProbeState,
  probeMachine,
} from '@/lib/cluster/kubelet/probe.machine';
import { stepsOf } from '@/lib/cluster/step';

const containerStep = stepsOf(containerMachine);
const probeStep = stepsOf(probeMachine);
const new_: ContainerContext = { attempt: -1, startedAtMs: 0, containerID: '' };
const exit = (exitCode: number): Exit => ({
  exitCode,
  reason: exitCode ? 'Error' : 'Completed',
  startedAtMs: 5,
  finishedAtMs: 9,
  containerID: 'a',
});
const started: ContainerMessage = { type: 'started', instance: { containerID: 'a', nowMs: 5 } };

function tell(state: ContainerState, context: ContainerContext, message: ContainerMessage) {
  const before = containerMachine.resolveState({ value: state as never, context });
  const [after] = containerStep(before, message);
  return { state: after.value as ContainerState, context: after.context as ContainerContext };
}

const reasons = Object.keys(failedStates) as FailedState[];

describe("a container's machine", () => {
  it('counts its instances and keeps the two last ends', () => {
    let now = tell('Waiting', new_, started);
    expect(now).toMatchObject({ state: 'Running', context: { attempt: 0, startedAtMs: 5 } });
    now = tell(now.state, now.context, { type: 'exited', exit: exit(1) });
    expect(now).toMatchObject({ state: 'Terminated', context: { exit: { exitCode: 1 } } });
    now = tell(now.state, now.context, started);
    expect(now.context).toMatchObject({ attempt: 1, before: { exitCode: 1 } });
    expect(now.context.exit).toBeUndefined();
    now = tell(now.state, now.context, { type: 'exited', exit: exit(2) });
    expect(now.context).toMatchObject({ exit: { exitCode: 2 }, before: { exitCode: 1 } });
  });

  it.each(reasons)('waits with the reason %s after an attempt that ended so, until it starts', (reason) => {
    const failed = tell('Waiting', new_, { type: 'failed', reason, message: 'why' });
    expect(failed).toMatchObject({
      state: reason,
      context: { attempt: -1, waiting: { reason, message: 'why' } },
    });
    expect(tell(failed.state, failed.context, started)).toMatchObject({
      state: 'Running',
      context: { attempt: 0 },
    });
    expect(tell(failed.state, failed.context, started).context.waiting).toBeUndefined();
  });

  it('counts an instance that could not run', () => {
    const instance = { containerID: 'b', nowMs: 7, exit: exit(128) };
    const { state, context } = tell('Waiting', new_, {
      type: 'failed',
      reason: 'RunContainerError',
      message: 'no such file',
      instance,
    });
    expect([state, context.attempt, context.exit?.exitCode]).toEqual(['RunContainerError', 0, 128]);
  });

  it('learns of an end while it waits for its hook to be through', () => {
    const running = tell('Waiting', new_, started);
    const failed = tell(running.state, running.context, {
      type: 'failed',
      reason: 'PostStartHookError',
      message: 'no',
    });
    const ended = tell(failed.state, failed.context, { type: 'exited', exit: exit(0) });
    expect(ended).toMatchObject({ state: 'PostStartHookError', context: { exit: { exitCode: 0 } } });
  });

  it('reaches every state', () => {
    const reached = ['Waiting', 'Running', 'Terminated', ...reasons];
    expect(Object.keys(containerMachine.states).sort()).toEqual(reached.sort());
  });
});

const thresholds = { success: 2, failure: 3 };
const probed = (succeeded: boolean, kills = false): ProbeMessage => ({
  type: 'probed',
  succeeded,
  kills,
  thresholds,
});

function probe(
  from: ProbeState,
  messages: readonly ProbeMessage[],
  context: ProbeContext = { run: 0 },
): ProbeState {
  let snapshot = probeMachine.resolveState({ value: from as never, context });
  for (const message of messages) [snapshot] = probeStep(snapshot, message) as [typeof snapshot, unknown];
  return snapshot.value as ProbeState;
}

describe("a probe's machine", () => {
  it.each([
    ['Unknown', 'Unknown'],
    ['Success', 'Success'],
    ['Failure', 'Failure'],
  ] as const)('begins with %s for a kind that does', (initially, state) => {
    for (const from of ['Unknown', 'Success', 'Failure', 'OnHold'] as const)
      expect(probe(from, [{ type: 'began', initially }])).toBe(state);
  });

  it('succeeds after successThreshold successes in a row', () => {
    expect(probe('Failure', [probed(true)])).toBe('Failure');
    expect(probe('Failure', [probed(true), probed(false), probed(true)])).toBe('Failure');
    expect(probe('Failure', [probed(true), probed(true)])).toBe('Success');
  });

  it('fails after failureThreshold failures in a row', () => {
    expect(probe('Success', [probed(false), probed(false)])).toBe('Success');
    expect(probe('Success', [probed(false), probed(false), probed(true), probed(false)])).toBe('Success');
    expect(probe('Success', [probed(false), probed(false), probed(false)])).toBe('Failure');
  });

  it('waits for the next instance when its failure ends the container', () => {
    const fails = [probed(false, true), probed(false, true), probed(false, true)];
    expect(probe('Success', fails)).toBe('OnHold');
    expect(probe('Success', [...fails, { type: 'began', initially: 'Success' }, probed(false, true)])).toBe(
      'Success',
    );
  });
});
