import type { KubeletCommand } from '../command';
import type { Write } from '../controllers/controller';
import type { Pod } from '../objects';
import type { ContainerLife, Exit, KubeletAround, PodLife, ProbeLife } from './life';
import { knownOf } from './spec';
import { containerIDOf, statusOf } from './status';
import { Step } from './step';

/** What a kubelet that is told what to do writes for each word. Source: conformance README, `cases/`. */
export function play(pod: Pod, command: KubeletCommand, around: KubeletAround): Write[] {
  switch (command.act) {
    case 'run':
    case 'unready':
      return status(pod, around, { isReady: false });
    case 'ready':
      return status(pod, around, { isReady: true });
    case 'succeed':
      return status(pod, around, { isReady: false, exitCode: 0 });
    case 'fail':
      return status(pod, around, { isReady: false, exitCode: command.exitCode ?? 1 });
    case 'restart':
      return status(pod, around, { isReady: false, restarts: 1 });
    case 'gone':
      return [{ do: 'delete', object: pod, gracePeriodSeconds: 0 }];
  }
}

interface Told {
  readonly isReady: boolean;
  /** Every container has ended with it; else they run. */
  readonly exitCode?: number;
  readonly restarts?: number;
}

/** The status that a kubelet makes of a Pod of which it was told this. */
function status(pod: Pod, around: KubeletAround, { isReady, exitCode, restarts = 0 }: Told): Write[] {
  const { nowMs } = around;
  const exitOf = (code: number, containerID: string): Exit => ({
    exitCode: code,
    reason: code === 0 ? 'Completed' : 'Error',
    startedAtMs: nowMs,
    finishedAtMs: nowMs,
    containerID,
  });
  const containers: Record<string, ContainerLife> = {};
  const probes: Record<string, ProbeLife> = {};
  for (const { container, isInit, isSidecar } of knownOf(pod.spec).all) {
    const { name, image } = container;
    const old = pod.status.containerStatuses?.find((one) => one.name === name)?.restartCount ?? 0;
    const attempt = old + (isInit ? 0 : restarts);
    const containerID = containerIDOf(pod, name, attempt);
    const code = isInit && !isSidecar ? 0 : exitCode;
    const context = {
      attempt,
      startedAtMs: nowMs,
      containerID,
      ...(code !== undefined && { exit: exitOf(code, containerID) }),
      ...(attempt > 0 && { before: exitOf(1, containerIDOf(pod, name, attempt - 1)) }),
    };
    containers[name] = { state: code === undefined ? 'Running' : 'Terminated', context, image, files: [] };
    probes[`${name} readiness`] = {
      state: isReady || isInit ? 'Success' : 'Failure',
      context: { run: 0 },
      attempt,
      originMs: nowMs,
    };
  }
  const life: PodLife = {
    state: 'Working.ContainerCreating',
    containers,
    probes,
    images: {},
    sandbox: exitCode === undefined ? 'ready' : 'stopped',
    podIP: pod.status.podIP ?? around.newIP(),
    serial: 0,
    asked: 0,
    turnedAtMs: nowMs,
    volumes: {},
    faults: {},
  };
  const made = statusOf(new Step(pod, life, around), exitCode !== undefined);
  return [{ do: 'updateStatus', object: { ...pod, status: made } as Pod }];
}
