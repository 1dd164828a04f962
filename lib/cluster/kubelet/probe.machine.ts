import { assign, createMachine } from 'xstate';

/**
 * What a worker of the prober holds of the container that it probes: nothing yet, success, failure, or that it waits for the
 * next instance. Models pkg/kubelet/prober/worker.go doProbe (v1.37) from the probe's result on.
 */
export interface ProbeContext {
  readonly last?: 'success' | 'failure';
  /** How often in a row the last result came. */
  readonly run: number;
}

export type ProbeMessage =
  /** A new instance: what holds until the first result counts is the kind's own. */
  | { readonly type: 'began'; readonly initially: 'Unknown' | 'Success' | 'Failure' }
  | {
      readonly type: 'probed';
      readonly succeeded: boolean;
      readonly thresholds: { readonly success: number; readonly failure: number };
      /** A failure ends the container: startup and liveness. */
      readonly kills: boolean;
    };

export type ProbeState = 'Unknown' | 'Success' | 'Failure' | 'OnHold';

const runWith = (context: ProbeContext, result: 'success' | 'failure'): number =>
  context.last === result ? context.run + 1 : 1;

export const probeMachine = createMachine(
  {
    types: {} as { context: ProbeContext; events: ProbeMessage },
    id: 'probe',
    initial: 'Unknown',
    context: { run: 0 },
    on: {
      began: [
        { guard: 'beginsUnknown', target: '.Unknown' },
        { guard: 'beginsAsSuccess', target: '.Success' },
        { guard: 'beginsAsFailure', target: '.Failure' },
      ],
      probed: [
        { guard: 'reachesSuccessThreshold', target: '.Success', actions: 'count' },
        { guard: 'failsForGood', target: '.OnHold', actions: ['count', 'countAnew'] },
        { guard: 'reachesFailureThreshold', target: '.Failure', actions: 'count' },
        { actions: 'count' },
      ],
    },
    states: { Unknown: {}, Success: {}, Failure: {}, OnHold: {} },
  },
  {
    guards: {
      beginsUnknown: ({ event }) => event.type === 'began' && event.initially === 'Unknown',
      beginsAsSuccess: ({ event }) => event.type === 'began' && event.initially === 'Success',
      beginsAsFailure: ({ event }) => event.type === 'began' && event.initially === 'Failure',
      reachesSuccessThreshold: ({ context, event }) =>
        event.type === 'probed' && event.succeeded && runWith(context, 'success') >= event.thresholds.success,
      reachesFailureThreshold: ({ context, event }) =>
        event.type === 'probed' &&
        !event.succeeded &&
        !event.kills &&
        runWith(context, 'failure') >= event.thresholds.failure,
      failsForGood: ({ context, event }) =>
        event.type === 'probed' &&
        !event.succeeded &&
        event.kills &&
        runWith(context, 'failure') >= event.thresholds.failure,
    },
    actions: {
      count: assign(({ context, event }) => {
        if (event.type !== 'probed') return context;
        const last = event.succeeded ? 'success' : 'failure';
        return { last, run: runWith(context, last) } as const;
      }),
      countAnew: assign(({ context }) => ({ ...context, run: 0 })),
    },
  },
);
