import { createMachine } from 'xstate';

/**
 * A Pod's life on its kubelet, in the words that a learner sees. Models the worker of pkg/kubelet/pod_workers.go (v1.37): it
 * syncs the Pod until the Pod is deleted or its containers have ended for good, then it stops what runs (SyncTerminatingPod),
 * then it takes the sandbox away (SyncTerminatedPod). What a sync does to containers is actions.ts; its delays are the
 * kubelet's.
 */
export interface PodFacts {
  /** The phase that the kubelet has made, though the API may not show it yet. */
  readonly phase: string;
  readonly isReady: boolean;
  readonly isDeleted: boolean;
  /** Its init containers are not through. */
  readonly isInitializing: boolean;
  /** A container waits for the reason of this name: the first. */
  readonly waiting?: string;
}

export type PodMessage = {
  readonly type: 'synced' | 'deleted' | 'stopped' | 'removed';
  readonly facts: PodFacts;
};

const guards = {
  hasEndedForGood: ({ phase }: PodFacts) => phase === 'Succeeded' || phase === 'Failed',
  restartIsHeldBack: ({ waiting }: PodFacts) => waiting === 'CrashLoopBackOff',
  imagePullIsHeldBack: ({ waiting }: PodFacts) => waiting === 'ImagePullBackOff',
  containerCannotStart: ({ waiting }: PodFacts) =>
    waiting !== undefined && waiting !== 'ContainerCreating' && waiting !== 'PodInitializing',
  isReady: ({ phase, isReady }: PodFacts) => phase === 'Running' && isReady,
  containersRun: ({ phase }: PodFacts) => phase === 'Running',
  initContainersRun: ({ isInitializing }: PodFacts) => isInitializing,
  containersAreMade: () => true,
  isDeleted: ({ isDeleted }: PodFacts) => isDeleted,
  hasSucceeded: ({ phase }: PodFacts) => phase === 'Succeeded',
} as const;
type Guard = keyof typeof guards;

const by = (guard: Guard, target: string) => ({
  guard,
  target,
  actions: [{ type: 'decide' as const, params: { guard } }],
});
const because = (guard: string, target: string) => ({
  target,
  actions: [{ type: 'decide' as const, params: { guard } }],
});

export const podMachine = createMachine(
  {
    types: {} as { context: object; events: PodMessage },
    id: 'pod',
    initial: 'Working',
    context: {},
    states: {
      Working: {
        initial: 'ContainerCreating',
        on: {
          synced: [
            by('hasEndedForGood', 'Ending'),
            by('restartIsHeldBack', '.CrashLoopBackOff'),
            by('imagePullIsHeldBack', '.ImagePullBackOff'),
            by('containerCannotStart', '.CannotStart'),
            by('isReady', '.Ready'),
            by('containersRun', '.NotReady'),
            by('initContainersRun', '.Initializing'),
            by('containersAreMade', '.ContainerCreating'),
          ],
          deleted: because('podWasDeleted', 'Terminating'),
        },
        states: {
          ContainerCreating: {},
          Initializing: {},
          NotReady: {},
          Ready: {},
          CannotStart: {},
          CrashLoopBackOff: {},
          ImagePullBackOff: {},
        },
      },
      /** Its containers have ended for good; what is left is stopped after the next look. */
      Ending: {
        on: {
          deleted: because('podWasDeleted', 'Terminating'),
          stopped: because('containersAreStopped', 'Stopped'),
        },
      },
      Terminating: { on: { stopped: because('containersAreStopped', 'Stopped') } },
      Stopped: {
        on: {
          removed: [by('isDeleted', 'Gone'), by('hasSucceeded', 'Succeeded'), because('hasFailed', 'Failed')],
        },
      },
      Succeeded: {},
      Failed: {},
      Gone: { type: 'final' },
    },
  },
  {
    guards: Object.fromEntries(
      Object.entries(guards).map(([name, holds]) => [
        name,
        ({ event }: { event: PodMessage }) => holds(event.facts),
      ]),
    ) as Record<Guard, ({ event }: { event: PodMessage }) => boolean>,
    actions: { decide: () => undefined },
  },
);

export type PodState =
  | `Working.${
      | 'ContainerCreating'
      | 'Initializing'
      | 'NotReady'
      | 'Ready'
      | 'CannotStart'
      | 'CrashLoopBackOff'
      | 'ImagePullBackOff'}`
  | 'Ending'
  | 'Terminating'
  | 'Stopped'
  | 'Succeeded'
  | 'Failed'
  | 'Gone';

export const isWorking = (state: PodState): boolean => state.startsWith('Working');
