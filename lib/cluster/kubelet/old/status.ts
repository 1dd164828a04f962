import type { Condition, ContainerState, ContainerStatus, Pod, PodStatus } from '../../objects';
import { timestamp } from '../../time';

/** What a kubelet knows of a Pod when it writes its status. */
export interface Life {
  readonly phase: PodStatus['phase'];
  readonly container: 'creating' | 'running' | { readonly exitCode: number };
  readonly ready: boolean;
  readonly podIP?: string;
  readonly hostIP?: string;
  readonly nowMs: number;
  readonly startedAtMs: number;
  readonly restartCount?: number;
}

const stateOf = (life: Life): ContainerState => {
  if (life.container === 'creating') return { waiting: { reason: 'ContainerCreating' } };
  if (life.container === 'running') return { running: { startedAt: timestamp(life.startedAtMs) } };
  const { exitCode } = life.container;
  return {
    terminated: {
      exitCode,
      reason: exitCode === 0 ? 'Completed' : 'Error',
      startedAt: timestamp(life.startedAtMs),
      finishedAt: timestamp(life.nowMs),
    },
  };
};

/** Conditions keep the moment of their last change, in whole seconds. */
function conditionsOf(pod: Pod, life: Life): Condition[] {
  const names = pod.spec.containers.map((c) => c.name).join(' ');
  const unready =
    life.phase === 'Succeeded'
      ? { reason: 'PodCompleted' }
      : life.phase === 'Failed'
        ? { reason: 'PodFailed' }
        : { reason: 'ContainersNotReady', message: `containers with unready status: [${names}]` };
  const hasSandbox = life.container === 'running';
  const set = (
    type: string,
    holds: boolean,
    otherwise: { reason?: string; message?: string } = {},
  ): Condition => {
    const status = holds ? 'True' : 'False';
    const old = pod.status.conditions?.find((c) => c.type === type);
    return {
      type,
      status,
      ...(holds ? {} : otherwise),
      lastTransitionTime:
        old?.status === status && old.lastTransitionTime ? old.lastTransitionTime : timestamp(life.nowMs),
    };
  };
  return [
    set('PodReadyToStartContainers', hasSandbox, { reason: 'PodSandboxNotReady' }),
    { ...set('Initialized', true), ...(life.phase === 'Succeeded' && { reason: 'PodCompleted' }) },
    set('Ready', life.ready, unready),
    set('ContainersReady', life.ready, unready),
    set('PodScheduled', true),
  ];
}

/** The whole status of a Pod. Source: pkg/kubelet/status/generate.go, kubelet_pods.go generateAPIPodStatus (v1.37). */
export function statusOf(pod: Pod, life: Life): PodStatus {
  const containerStatuses = pod.spec.containers.map(
    (container): ContainerStatus => ({
      name: container.name,
      image: container.image,
      ready: life.ready,
      started: life.container === 'running',
      restartCount: life.restartCount ?? 0,
      state: stateOf(life),
    }),
  );
  return {
    phase: life.phase,
    qosClass: pod.status.qosClass,
    conditions: conditionsOf(pod, life),
    startTime: pod.status.startTime ?? timestamp(life.nowMs),
    ...(life.hostIP && { hostIP: life.hostIP }),
    ...(life.podIP && { podIP: life.podIP }),
    containerStatuses,
  };
}
