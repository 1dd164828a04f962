import { isTerminating } from '../keys';
import type { Container, ContainerState, ContainerStatus, Pod } from '../objects';
import { hasEnded, isReady } from '../pods';
import { momentOf } from '../time';
import { humanDuration } from './duration';

/**
 * kubectl's row of a Pod: READY, STATUS, RESTARTS. Source: pkg/printers/internalversion/printers.go printPod (v1.37).
 * Leaves out: the columns of `-o wide`.
 */
export interface PodRow {
  readonly ready: string;
  readonly status: string;
  readonly restarts: number;
  /** When a container ended that was started again since, ms; the latest. */
  readonly lastRestartMs?: number;
}

type Terminated = NonNullable<ContainerState['terminated']>;

const isSidecar = (container: Container | undefined): boolean => container?.restartPolicy === 'Always';

const endOf = ({ reason, signal, exitCode }: Terminated): string =>
  reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode}`);

export function rowOf(pod: Pod): PodRow {
  const { initContainers = [], containers } = pod.spec;
  const { initContainerStatuses = [], containerStatuses = [] } = pod.status;
  const all = containers.length + initContainers.filter(isSidecar).length;
  const waited = initializing(pod);
  const init = waited ? initContainerStatuses.slice(0, waited.index + 1) : initContainerStatuses;
  const ready = init.filter((one) => isReadySidecar(pod, one)).length;
  if (waited && !isInitialized(pod))
    return { ready: `${ready}/${all}`, status: finalStatus(pod, waited.status), ...restartsOf(init) };
  return {
    ready: `${ready + containerStatuses.filter(isRunningAndReady).length}/${all}`,
    status: finalStatus(pod, statusOfContainers(pod, waited?.status ?? otherwise(pod))),
    ...restartsOf([...init.filter((one) => isSidecarOf(pod, one)), ...containerStatuses]),
  };
}

/** READY, STATUS and RESTARTS as one text, without how long ago. */
export const rowText = (pod: Pod): string => {
  const { ready, status, restarts } = rowOf(pod);
  return `${ready} ${status} ${restarts}`;
};

/** RESTARTS with how long ago the last one was: `1 (5s ago)`. */
export const restartsColumn = ({ restarts, lastRestartMs }: PodRow, nowMs: number): string =>
  restarts > 0 && lastRestartMs !== undefined
    ? `${restarts} (${humanDuration(nowMs - lastRestartMs)} ago)`
    : String(restarts);

/** What stands in STATUS while no container says more. */
const otherwise = ({ status }: Pod): string =>
  status.conditions?.some((c) => c.type === 'PodScheduled' && c.reason === 'SchedulingGated')
    ? 'SchedulingGated'
    : status.reason || status.phase;

const isInitialized = ({ status }: Pod): boolean =>
  status.conditions?.some((c) => c.type === 'Initialized' && c.status === 'True') ?? false;

const isRunningAndReady = ({ ready, state }: ContainerStatus): boolean =>
  ready && state.running !== undefined;

const isSidecarOf = (pod: Pod, { name }: ContainerStatus): boolean =>
  isSidecar(pod.spec.initContainers?.find((one) => one.name === name));

const hasStartedSidecar = (pod: Pod, one: ContainerStatus): boolean =>
  isSidecarOf(pod, one) && one.started === true;

const isReadySidecar = (pod: Pod, one: ContainerStatus): boolean =>
  hasStartedSidecar(pod, one) && one.ready && one.state.terminated?.exitCode !== 0;

/** The first init container that the Pod still waits for, and what STATUS says of it. */
function initializing(pod: Pod): { readonly index: number; readonly status: string } | undefined {
  const statuses = pod.status.initContainerStatuses ?? [];
  const index = statuses.findIndex(
    (one) => one.state.terminated?.exitCode !== 0 && !hasStartedSidecar(pod, one),
  );
  const state = statuses[index]?.state;
  if (!state) return undefined;
  const { terminated, waiting } = state;
  if (terminated) return { index, status: `Init:${endOf(terminated)}` };
  if (waiting?.reason && waiting.reason !== 'PodInitializing')
    return { index, status: `Init:${waiting.reason}` };
  return { index, status: `Init:${index}/${pod.spec.initContainers?.length ?? 0}` };
}

/** The first container's word counts; `Completed` gives way to what still runs or failed. */
function statusOfContainers(pod: Pod, unless: string): string {
  const statuses = pod.status.containerStatuses ?? [];
  const words = statuses.flatMap(({ state: { waiting, terminated } }) =>
    waiting?.reason ? [waiting.reason] : terminated ? [endOf(terminated)] : [],
  );
  const status = words[0] ?? unless;
  if (status !== 'Completed') return status;
  const hasRunning = statuses.some(isRunningAndReady);
  const failed = statuses.find(
    ({ state: { waiting, terminated } }) => !waiting?.reason && terminated && terminated.exitCode !== 0,
  );
  if (hasRunning && isReady(pod)) return 'Running';
  if (failed?.state.terminated) return endOf(failed.state.terminated);
  return hasRunning ? 'NotReady' : status;
}

function finalStatus(pod: Pod, status: string): string {
  if (!isTerminating(pod)) return status;
  if (pod.status.reason === 'NodeLost') return 'Unknown';
  return hasEnded(pod) ? status : 'Terminating';
}

function restartsOf(statuses: readonly ContainerStatus[]): Pick<PodRow, 'restarts' | 'lastRestartMs'> {
  const ends = statuses.flatMap(({ lastState }) => lastState?.terminated?.finishedAt ?? []).map(momentOf);
  return {
    restarts: statuses.reduce((sum, { restartCount }) => sum + restartCount, 0),
    ...(ends.length > 0 && { lastRestartMs: Math.max(...ends) }),
  };
}
