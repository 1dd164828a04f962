import { fnv1a } from '../chance';
import type { ContainerState, ContainerStatus, Pod, PodStatus } from '../objects';
import { timestamp } from '../time';
import { conditionsOf, hasAnyStarted } from './conditions';
import type { Exit } from './life';
import { hasStarted, probeResult } from './probes';
import { isStartedAgain, seenOf } from './restart';
import type { KnownContainer } from './spec';
import type { Step } from './step';

/** A hash of 64 hexadecimal digits, as runtimes and registries name things. */
function digest(text: string): string {
  let hash = fnv1a(text);
  let digits = '';
  for (let i = 0; i < 8; i++) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + i;
    digits += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return digits;
}

/** The name of an instance of a container. */
export const containerIDOf = (pod: Pod, name: string, attempt: number): string =>
  `containerd://${digest(`${pod.metadata.uid} ${name} ${attempt}`)}`;

const imageIDs = new Map<string, string>();
function imageIDOf(image: string): string {
  const known = imageIDs.get(image);
  if (known) return known;
  const made = `sha256:${digest(image)}`;
  imageIDs.set(image, made);
  return made;
}

const terminated = (exit: Exit): ContainerState => ({
  terminated: {
    exitCode: exit.exitCode,
    reason: exit.reason,
    ...(exit.message && { message: exit.message }),
    startedAt: timestamp(exit.startedAtMs),
    finishedAt: timestamp(exit.finishedAtMs),
    containerID: exit.containerID,
  },
});

/** Source: pkg/kubelet/kubelet_pods.go convertToAPIContainerStatuses, prober_manager.go UpdatePodStatus (v1.37). */
function containerStatusOf(step: Step, { container, isInit, isSidecar }: KnownContainer): ContainerStatus {
  const { name, image } = container;
  const life = step.container(name);
  const { context } = life;
  const seen = seenOf(life);
  let lastState: ContainerState = context.before ? terminated(context.before) : {};
  let state: ContainerState;
  if (seen === 'none')
    state = { waiting: { reason: step.known.inits.length > 0 ? 'PodInitializing' : 'ContainerCreating' } };
  else if (context.exit) state = terminated(context.exit);
  else state = { running: { startedAt: timestamp(context.startedAtMs) } };
  const isDone = isInit && context.exit?.exitCode === 0;
  if (context.waiting && !isDone && isStartedAgain(step, container, life)) {
    if (state.terminated) lastState = state;
    state = { waiting: context.waiting };
  }
  const isRunning = state.running !== undefined;
  const started = isInit && !isSidecar ? isRunning : isRunning && hasStarted(step, name);
  const ready =
    isInit && !isSidecar
      ? context.exit?.exitCode === 0
      : started &&
        (step.is('runningContainerIsReady', false) ||
          (probeResult(step, name, 'readiness') ?? 'Success') === 'Success');
  return {
    name,
    state,
    lastState,
    ready,
    restartCount: Math.max(context.attempt, 0),
    image: life.image ?? image,
    imageID: seen === 'none' ? '' : imageIDOf(life.image ?? image),
    ...(seen !== 'none' && { containerID: context.containerID }),
    started,
  };
}

type Phase = PodStatus['phase'];

/** Source: kubelet_pods.go getPhase (v1.37). `isEnded`: nothing will be started again, whatever the policy says. */
function phaseOf(step: Step, statuses: ReadonlyMap<string, ContainerStatus>, isEnded: boolean): Phase {
  const { pod } = step;
  const { restartPolicy, initContainers = [], containers } = pod.spec;
  let [pending, failed, waiting, running, stopped, succeeded] = [0, 0, 0, 0, 0, 0];
  for (const container of initContainers) {
    const { state, lastState, started } = statuses.get(container.name) ?? { state: {} };
    const last = state.terminated ?? lastState?.terminated;
    if (container.restartPolicy === 'Always') {
      if (state.running) {
        running++;
        if (!started) pending++;
      } else if (!last) {
        pending++;
        waiting++;
      }
    } else if (state.running || !last) pending++;
    else if (last.exitCode !== 0 && (container.restartPolicy ?? restartPolicy) === 'Never') failed++;
  }
  for (const { name } of containers) {
    const { state, lastState } = statuses.get(name) ?? { state: {} };
    if (state.running) running++;
    else if (state.terminated) {
      stopped++;
      if (state.terminated.exitCode === 0) succeeded++;
    } else if (lastState?.terminated) stopped++;
    else waiting++;
  }
  if (failed > 0) return 'Failed';
  if ((pending > 0 && !hasAnyStarted(pod, statuses)) || waiting > 0) return 'Pending';
  if (running > 0) return 'Running';
  if (stopped === 0) return 'Pending';
  if (isEnded) return stopped === succeeded ? 'Succeeded' : 'Failed';
  if (containers.some(({ name }) => isToCome(step, statuses.get(name), name))) return 'Running';
  return stopped === succeeded ? 'Succeeded' : 'Failed';
}

/** Whether a container that has ended is started again, by its status. */
function isToCome(step: Step, status: ContainerStatus | undefined, name: string): boolean {
  const { pod } = step;
  const container = pod.spec.containers.find((one) => one.name === name);
  const ended = status?.state.terminated;
  if (!container || !ended) return true;
  const exit = { ...ended, reason: '', startedAtMs: 0, finishedAtMs: 0, containerID: '' };
  const context = { attempt: 0, startedAtMs: 0, containerID: '', exit };
  const { metadata } = pod;
  const undeleted = { ...pod, metadata: { ...metadata, deletionTimestamp: undefined } };
  const life = { state: 'Terminated', context, files: [] } as const;
  return isStartedAgain({ pod: undeleted, is: step.is.bind(step) }, container, life);
}

const isTerminal = (phase: Phase): boolean => phase === 'Succeeded' || phase === 'Failed';

/**
 * The status that a kubelet makes of a Pod from what it has seen of its containers. Models kubelet_pods.go
 * generateAPIPodStatus (v1.37). `isEnded`: the Pod's containers have been stopped for good.
 */
export function statusOf(step: Step, isEnded: boolean): PodStatus {
  const { pod, life, nowMs, around } = step;
  const old = life.status ?? pod.status;
  const all = new Map<string, ContainerStatus>();
  const inits: ContainerStatus[] = [];
  const mains: ContainerStatus[] = [];
  for (const known of step.known.all) {
    const made = containerStatusOf(step, known);
    all.set(made.name, made);
    (known.isInit ? inits : mains).push(made);
  }
  let phase = phaseOf(step, all, isEnded);
  if (life.failure) phase = 'Failed';
  else if (!isTerminal(phase) && isTerminal(old.phase)) phase = old.phase;
  else if (isTerminal(pod.status.phase)) phase = pod.status.phase;
  const { reason, message } = life.failure ?? (phase === old.phase ? old : {});
  return {
    ...(pod.metadata.generation !== undefined && { observedGeneration: pod.metadata.generation }),
    phase,
    conditions: conditionsOf(pod, all, {
      phase,
      hasSandbox: life.sandbox === 'ready',
      before: old.conditions ?? [],
      nowMs,
    }),
    ...(message && { message }),
    ...(reason && { reason }),
    ...addressesOf(around.hostIP, life.podIP),
    startTime: old.startTime ?? timestamp(nowMs),
    ...(inits.length > 0 && { initContainerStatuses: inits }),
    containerStatuses: mains.length > 1 ? mains.sort((a, b) => (a.name < b.name ? -1 : 1)) : mains,
    qosClass: pod.status.qosClass,
  };
}

export const addressesOf = (hostIP: string | undefined, podIP: string | undefined): Partial<PodStatus> => ({
  ...(hostIP && { hostIP, hostIPs: [{ ip: hostIP }] }),
  ...(podIP && { podIP, podIPs: [{ ip: podIP }] }),
});

/**
 * The last status of a Pod that is taken away: a container that never ended, so far as anybody knows, has failed, and so has a
 * Pod that has no end of its own. Source: pkg/kubelet/status/status_manager.go TerminatePod (v1.37).
 */
export function lastStatusOf(step: Step): PodStatus {
  const status = statusOf(step, true);
  const hasInitialized =
    status.conditions?.find(({ type }) => type === 'Initialized')?.status === 'True' &&
    (step.known.inits.length === 0 ||
      step.known.mains.some(({ name }) => seenOf(step.container(name)) !== 'none'));
  const inits = status.initContainerStatuses ?? [];
  const reached = inits.findLastIndex(
    ({ state, lastState }) => state.waiting === undefined || lastState?.terminated,
  );
  const isLost = (one: ContainerStatus): boolean => one.state.terminated === undefined;
  return {
    ...status,
    phase: isTerminal(status.phase) ? status.phase : 'Failed',
    ...(inits.length > 0 && {
      initContainerStatuses: inits.map((one, i) => (i <= reached && isLost(one) ? lost(one) : one)),
    }),
    containerStatuses: (status.containerStatuses ?? []).map((one) =>
      hasInitialized && isLost(one) ? lost(one) : one,
    ),
  };
}

const lost = (status: ContainerStatus): ContainerStatus => ({
  ...status,
  state: {
    terminated: {
      exitCode: 137,
      reason: 'ContainerStatusUnknown',
      message: 'The container could not be located when the pod was terminated',
    },
  },
});

/** What the API shows of a status: a Pod's phase is not terminal while one of its containers may run. Source: mergePodStatus. */
export function shownOf(status: PodStatus, shown: PodStatus, isStopped: boolean): PodStatus {
  if (!isTerminal(status.phase) || isStopped || isTerminal(shown.phase)) return status;
  const { reason, message, ...rest } = status;
  return {
    ...rest,
    phase: shown.phase,
    ...(shown.reason && { reason: shown.reason }),
    ...(shown.message && { message: shown.message }),
  };
}
