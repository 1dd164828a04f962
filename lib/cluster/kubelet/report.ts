import { isSame } from '../api/merge';
import type { Pod, PodStatus } from '../objects';
import { isDeleted, type PodLife } from './life';
import { isWorking, type PodFacts } from './pod.machine';
import { triggerReadiness } from './probes';
import { shownOf, statusOf } from './status';
import type { Step } from './step';

/** Whether everything of a Pod has been stopped: from then on the API may show the phase that it ended in. */
export const isOver = ({ state }: PodLife): boolean =>
  !isWorking(state) && state !== 'Ending' && state !== 'Terminating';

/** What a Pod's machine has to know of its status. */
export function factsOf(step: Step, status: PodStatus): PodFacts {
  const condition = (type: string) => status.conditions?.find((c) => c.type === type)?.status === 'True';
  const isInitializing = !condition('Initialized');
  const inits = status.initContainerStatuses ?? [];
  const statuses = isInitializing ? inits : [...(status.containerStatuses ?? []), ...inits];
  const waiting = statuses.find(({ state }) => {
    const reason = state.waiting?.reason;
    return reason !== undefined && reason !== 'PodInitializing' && reason !== 'ContainerCreating';
  })?.state.waiting?.reason;
  return {
    phase: status.phase,
    isReady: condition('Ready'),
    isDeleted: isDeleted(step.pod),
    isInitializing,
    ...(waiting && { waiting }),
  };
}

/**
 * Writes the status that the kubelet has made, if it is another one than the last. Says what the Pod's machine has to know.
 * Source: pkg/kubelet/status/status_manager.go updateStatusInternal (v1.37).
 */
export function report(step: Step, status: PodStatus, isForced = false): PodFacts {
  const { life, pod } = step;
  if (isForced || !life.status || !isSame(life.status, status)) {
    step.set({ status });
    if (!step.around.isSilent)
      step.writes.push({
        do: 'updateStatus',
        object: { ...pod, status: shownOf(status, pod.status, isOver(life)) } as Pod,
      });
  }
  return factsOf(step, status);
}

/** One status that is made now: whoever waits for readiness is probed. */
export function sync(step: Step): void {
  const facts = report(step, statusOf(step, false));
  triggerReadiness(step);
  if (isWorking(step.life.state)) step.move('synced', facts);
}
