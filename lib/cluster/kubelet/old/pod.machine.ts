import { assign, setup } from 'xstate';

/**
 * A Pod's life on its kubelet. Delays are not in here: an action asks for them by name and the kubelet puts them on the
 * cluster's own clock. Models pkg/kubelet (syncPod, prober, killPod; v1.37) for containers that start together.
 * Leaves out, so far: restarts and back-off, init and sidecar containers, hooks, liveness and startup probes, image errors.
 */
export interface PodContext {
  readonly successes: number;
  readonly failures: number;
  /** Somebody makes the readiness probe fail. */
  readonly isToldToFail: boolean;
  readonly exitCode: number;
  readonly startedAtMs: number;
}

export type PodMessage =
  | { readonly type: 'started'; readonly nowMs: number }
  | {
      readonly type: 'probed';
      readonly succeeded: boolean;
      readonly thresholds: { readonly success: number; readonly failure: number };
    }
  | { readonly type: 'readyWithoutProbe' }
  | { readonly type: 'toldToFail' }
  | { readonly type: 'toldToMend' }
  | { readonly type: 'deleted' }
  | { readonly type: 'exited'; readonly exitCode: number }
  | { readonly type: 'sandboxRemoved' };

export const podMachine = setup({
  types: { context: {} as PodContext, events: {} as PodMessage },
  guards: {
    reachesSuccessThreshold: ({ context, event }) =>
      event.type === 'probed' && event.succeeded && context.successes + 1 >= event.thresholds.success,
    reachesFailureThreshold: ({ context, event }) =>
      event.type === 'probed' && !event.succeeded && context.failures + 1 >= event.thresholds.failure,
    endedWell: ({ event }) => event.type === 'exited' && event.exitCode === 0,
  },
  actions: {
    countProbe: assign(({ context, event }) =>
      event.type !== 'probed'
        ? context
        : event.succeeded
          ? { ...context, successes: context.successes + 1, failures: 0 }
          : { ...context, failures: context.failures + 1, successes: 0 },
    ),
    rememberStart: assign(({ context, event }) =>
      event.type === 'started' ? { ...context, startedAtMs: event.nowMs } : context,
    ),
    rememberExit: assign(({ context, event }) =>
      event.type === 'exited' ? { ...context, exitCode: event.exitCode } : context,
    ),
    failProbes: assign({ isToldToFail: true }),
    mendProbes: assign({ isToldToFail: false }),
    startContainers: () => undefined,
    beginProbing: () => undefined,
    probeAgain: () => undefined,
    reportStatus: () => undefined,
    reportUnhealthy: () => undefined,
    sendTerm: () => undefined,
    removeSandbox: () => undefined,
    deleteObject: () => undefined,
  },
}).createMachine({
  id: 'pod',
  initial: 'ContainerCreating',
  context: { successes: 0, failures: 0, isToldToFail: false, exitCode: 0, startedAtMs: 0 },
  on: { toldToFail: { actions: 'failProbes' }, toldToMend: { actions: 'mendProbes' } },
  entry: ['startContainers', 'reportStatus'],
  states: {
    ContainerCreating: {
      on: {
        started: { target: 'Running', actions: 'rememberStart' },
        deleted: 'RemovingSandbox',
      },
    },
    Running: {
      initial: 'NotReady',
      entry: ['reportStatus', 'beginProbing'],
      on: {
        toldToFail: { actions: ['failProbes', 'probeAgain'] },
        toldToMend: { actions: ['mendProbes', 'probeAgain'] },
        deleted: 'Terminating',
        exited: [
          { guard: 'endedWell', target: 'Succeeded', actions: 'rememberExit' },
          { target: 'Failed', actions: 'rememberExit' },
        ],
      },
      states: {
        NotReady: {
          on: {
            readyWithoutProbe: { target: 'Ready', actions: 'reportStatus' },
            probed: [
              {
                guard: 'reachesSuccessThreshold',
                target: 'Ready',
                actions: ['countProbe', 'reportStatus', 'probeAgain'],
              },
              { actions: ['countProbe', 'reportUnhealthy', 'probeAgain'] },
            ],
          },
        },
        Ready: {
          on: {
            probed: [
              {
                guard: 'reachesFailureThreshold',
                target: 'NotReady',
                actions: ['countProbe', 'reportUnhealthy', 'reportStatus', 'probeAgain'],
              },
              { actions: ['countProbe', 'reportUnhealthy', 'probeAgain'] },
            ],
          },
        },
      },
    },
    Terminating: {
      entry: 'sendTerm',
      on: { exited: { target: 'RemovingSandbox', actions: ['rememberExit', 'reportStatus'] } },
    },
    RemovingSandbox: { entry: 'removeSandbox', on: { sandboxRemoved: 'Gone' } },
    Succeeded: { entry: 'reportStatus', on: { deleted: 'RemovingSandbox' } },
    Failed: { entry: 'reportStatus', on: { deleted: 'RemovingSandbox' } },
    Gone: { type: 'final', entry: 'deleteObject' },
  },
});

export type PodState =
  | 'ContainerCreating'
  | 'Running.NotReady'
  | 'Running.Ready'
  | 'Terminating'
  | 'RemovingSandbox'
  | 'Succeeded'
  | 'Failed'
  | 'Gone';
