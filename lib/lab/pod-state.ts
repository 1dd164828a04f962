import { isTerminating } from '../cluster/keys';
import type { Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
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

/** kubectl's STATUS column. Source: kubernetes pkg/printers/internalversion printPod. */
export function statusColumn(pod: Pod): string {
  const { phase, containerStatuses = [] } = pod.status;
  const ended = phase === 'Failed' || phase === 'Succeeded';
  if (isTerminating(pod) && !ended) return 'Terminating';
  const state = containerStatuses[0]?.state;
  return state?.terminated?.reason ?? (state?.running ? phase : state?.waiting?.reason) ?? phase;
}

/** kubectl's READY column: containers that are ready, of all. */
export const readyColumn = (pod: Pod): string =>
  `${(pod.status.containerStatuses ?? []).filter((c) => c.ready).length}/${pod.spec.containers.length}`;
