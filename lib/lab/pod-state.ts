import { isTerminating } from '../cluster/keys';
import type { ContainerStatus, Node, Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { rowOf } from '../cluster/printed/pod';
import type { PodState } from './view';

/** Reasons of waiting that time alone does not end: an image, a config or a volume is wrong. Source: pkg/kubelet/images, kuberuntime. */
const errors = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

const isWaiting = (statuses: readonly ContainerStatus[], is: (reason: string) => boolean): boolean =>
  statuses.some(({ state }) => state.waiting?.reason !== undefined && is(state.waiting.reason));

/** It was started again and has fallen again: it waits for its back-off, whether the API says that word yet or not. */
const fallsAgain = ({ state: { waiting, terminated }, restartCount }: ContainerStatus): boolean =>
  waiting?.reason === 'CrashLoopBackOff' ||
  (terminated !== undefined && terminated.exitCode !== 0 && restartCount > 0);

const states = new WeakMap<Pod, PodState>();

/** A Pod's state as the figure draws it. Pods are values, so each is looked at once. */
export function podStateOf(pod: Pod): PodState {
  const known = states.get(pod);
  if (known) return known;
  const state = stateOf(pod);
  states.set(pod, state);
  return state;
}

function stateOf(pod: Pod): PodState {
  if (isTerminating(pod)) return 'terminating';
  const { phase, containerStatuses = [], initContainerStatuses = [] } = pod.status;
  if (phase === 'Failed') return 'failed';
  if (phase === 'Succeeded') return 'succeeded';
  if (phase === 'Unknown') return 'unknown';
  if (!pod.spec.nodeName) return 'pending';
  const statuses = [...initContainerStatuses, ...containerStatuses];
  if (statuses.some(fallsAgain)) return 'crashLoop';
  if (isWaiting(statuses, (reason) => errors.has(reason))) return 'imageError';
  if (phase === 'Pending') return 'creating';
  if (isReady(pod)) return 'ready';
  return containerStatuses.some((c) => c.ready) ? 'partlyReady' : 'notReady';
}

/** Whether the cluster has noticed that nothing is heard of a node. */
export const isUnheard = ({ status }: Node): boolean =>
  status.conditions.some(({ type, status }) => type === 'Ready' && status === 'Unknown');

/** The state of a Pod on a node that is not heard of: what was last said of it may be long past. */
export const onUnheardNode = (state: PodState): PodState =>
  state === 'ready' || state === 'notReady' || state === 'partlyReady' ? 'unknown' : state;

/** kubectl's STATUS column. */
export const statusColumn = (pod: Pod): string => rowOf(pod).status;

/** kubectl's READY column: containers that are ready, of all. */
export const readyColumn = (pod: Pod): string => rowOf(pod).ready;
