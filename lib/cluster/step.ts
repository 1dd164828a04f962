import { type AnyStateMachine, createActor, type SnapshotFrom } from 'xstate';

/** An action that a step asks for: data, done by whoever made the step. */
export interface Asked {
  readonly type: string;
  readonly params?: unknown;
}

/**
 * Pure steps of one machine: `step(snapshot, event)` gives the next snapshot and the actions that it asks for, in order.
 * XState's own `transition` does the same and makes an actor for each call; here one scope serves them all, which is
 * four times as fast. Nothing is kept from step to step.
 */
export function stepsOf<Machine extends AnyStateMachine>(machine: Machine) {
  const asked: Asked[] = [];
  const self = createActor(machine);
  const scope = {
    self,
    id: '',
    sessionId: '',
    system: self.system,
    logger: () => undefined,
    defer: () => undefined,
    stopChild: () => undefined,
    emit: () => undefined,
    actionExecutor: (action: Asked) => {
      asked.push(action);
    },
  } as unknown as Parameters<Machine['transition']>[2];
  return (snapshot: SnapshotFrom<Machine>, event: unknown): [SnapshotFrom<Machine>, readonly Asked[]] => {
    asked.length = 0;
    const next = machine.transition(snapshot, event as never, scope) as SnapshotFrom<Machine>;
    return [next, [...asked]];
  };
}
