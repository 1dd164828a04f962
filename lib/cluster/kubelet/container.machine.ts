import { assign, createMachine } from 'xstate';
import type { Exit } from './life';

/**
 * A container's life as its kubelet sees it, over all its instances: waiting for a reason, running, terminated, and held back
 * after it failed. Models pkg/kubelet/kuberuntime startContainer with the reasons of pkg/kubelet/container/sync_result.go and
 * pkg/kubelet/images/types.go (v1.37). What an instance does is program.ts, when it is started again restart.ts.
 */
export interface ContainerContext {
  /** Counts instances from 0; -1 before the first. It is the restart count. */
  readonly attempt: number;
  readonly startedAtMs: number;
  readonly containerID: string;
  /** How the newest instance ended, and the one before it. */
  readonly exit?: Exit;
  readonly before?: Exit;
  /** Why it does not start, as the last attempt left it. */
  readonly waiting?: { readonly reason: string; readonly message: string };
}

/** A made instance: `exit` when it could not even run. */
export interface Instance {
  readonly containerID: string;
  readonly nowMs: number;
}

export type ContainerMessage =
  | { readonly type: 'started'; readonly instance: Instance }
  | {
      readonly type: 'failed';
      readonly reason: FailedState;
      readonly message: string;
      /** The instance that was made and could not run. */
      readonly instance?: Instance & { readonly exit: Exit };
    }
  | { readonly type: 'exited'; readonly exit: Exit };

/** The states of a container that the kubelet could not start, by their reasons, with the guard that leads there. */
export const failedStates = {
  ErrImagePull: 'imageCannotBePulled',
  ImagePullBackOff: 'imagePullIsHeldBack',
  ErrImageNeverPull: 'imageIsAbsentAndNeverPulled',
  InvalidImageName: 'imageNameIsInvalid',
  CreateContainerConfigError: 'configurationIsMissing',
  RunContainerError: 'programCannotRun',
  PostStartHookError: 'postStartHookFailed',
  CrashLoopBackOff: 'restartIsHeldBack',
} as const;
export type FailedState = keyof typeof failedStates;
export type ContainerState = 'Waiting' | 'Running' | 'Terminated' | FailedState;

const failedNames = Object.keys(failedStates) as FailedState[];

export const containerMachine = createMachine(
  {
    types: {} as { context: ContainerContext; events: ContainerMessage },
    id: 'container',
    initial: 'Waiting',
    context: { attempt: -1, startedAtMs: 0, containerID: '' },
    on: {
      started: { target: '.Running', actions: 'rememberStart' },
      failed: failedNames.map((reason) => ({
        guard: failedStates[reason],
        target: `.${reason}`,
        actions: 'rememberFailure',
      })) as never,
    },
    states: {
      Waiting: {},
      Running: { on: { exited: { target: 'Terminated', actions: 'rememberExit' } } },
      Terminated: {},
      ...(Object.fromEntries(
        failedNames.map((reason) => [reason, { on: { exited: { actions: 'rememberExit' } } }]),
      ) as Record<FailedState, object>),
    },
  },
  {
    guards: Object.fromEntries(
      failedNames.map((reason) => [
        failedStates[reason],
        ({ event }: { event: ContainerMessage }) => event.type === 'failed' && event.reason === reason,
      ]),
    ),
    actions: {
      rememberStart: assign(({ context, event }) =>
        event.type !== 'started'
          ? context
          : {
              attempt: context.attempt + 1,
              startedAtMs: event.instance.nowMs,
              containerID: event.instance.containerID,
              before: context.exit ?? context.before,
              exit: undefined,
              waiting: undefined,
            },
      ),
      rememberFailure: assign(({ context, event }) => {
        if (event.type !== 'failed') return context;
        const waiting = { reason: event.reason, message: event.message };
        if (!event.instance) return { ...context, waiting };
        const { exit, containerID, nowMs } = event.instance;
        const before = context.exit ?? context.before;
        return { attempt: context.attempt + 1, startedAtMs: nowMs, containerID, before, exit, waiting };
      }),
      rememberExit: assign(({ context, event }) =>
        event.type === 'exited' ? { ...context, exit: event.exit } : context,
      ),
    },
  },
);
