import { isTerminating } from '../cluster/keys';
import type { Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { rowOf } from '../cluster/printed/pod';
import type { PodState } from './view';

/** A Pod's state as the figure draws it. */
export function podStateOf(pod: Pod): PodState {
  if (isTerminating(pod)) return 'terminating';
  const { phase, containerStatuses = [] } = pod.status;
  if (phase === 'Failed') return 'failed';
  if (phase === 'Succeeded') return 'succeeded';
  if (phase === 'Unknown') return 'unknown';
  if (!pod.spec.nodeName) return 'pending';
  if (phase === 'Pending') return 'creating';
  if (isReady(pod)) return 'ready';
  return containerStatuses.some((c) => c.ready) ? 'partlyReady' : 'notReady';
}

/** kubectl's STATUS column. */
export const statusColumn = (pod: Pod): string => rowOf(pod).status;

/** kubectl's READY column: containers that are ready, of all. */
export const readyColumn = (pod: Pod): string => rowOf(pod).ready;
