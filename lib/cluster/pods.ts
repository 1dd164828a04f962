import { withCondition } from './api/conditions';
import { isTerminating, keyFor } from './keys';
import type { Condition, Pod } from './objects';
import { momentOf, timestamp } from './time';

/** The words of the Kubernetes documentation about Pods, as predicates. Source: pkg/api/v1/pod/util.go, stateful_set_utils.go. */

/** Keys of the claims that a Pod's volumes name. */
export const claimKeysOf = ({ metadata, spec }: Pod): string[] =>
  (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) =>
    persistentVolumeClaim
      ? [keyFor('PersistentVolumeClaim', metadata.namespace ?? '', persistentVolumeClaim.claimName)]
      : [],
  );

const conditionOf = (pod: Pod, type: string) =>
  pod.status.conditions?.find((condition) => condition.type === type);

export const isReady = (pod: Pod): boolean => conditionOf(pod, 'Ready')?.status === 'True';
export const isRunningAndReady = (pod: Pod): boolean => pod.status.phase === 'Running' && isReady(pod);
export const hasEnded = (pod: Pod): boolean =>
  pod.status.phase === 'Failed' || pod.status.phase === 'Succeeded';

/** No container of it runs, or will. Source: pkg/volume/util IsPodTerminated. */
export const isShutDown = (pod: Pod): boolean =>
  hasEnded(pod) ||
  (isTerminating(pod) &&
    (pod.status.containerStatuses ?? []).every(({ state }) => state.terminated || state.waiting));

/** The Pod with a condition of its status set. Source: pkg/api/v1/pod/util.go UpdatePodCondition. */
export const withPodCondition = (
  pod: Pod,
  condition: Omit<Condition, 'lastTransitionTime'>,
  nowMs: number,
): Pod => ({
  ...pod,
  status: {
    ...pod.status,
    conditions: withCondition(pod.status.conditions, timestamp(nowMs), condition),
  },
});

/** Since when the Pod is Ready, ms, in the whole seconds that the API keeps. */
export const readySinceMs = (pod: Pod): number | undefined => {
  const condition = conditionOf(pod, 'Ready');
  return condition?.status === 'True' && condition.lastTransitionTime
    ? momentOf(condition.lastTransitionTime)
    : undefined;
};

/** Milliseconds until a Ready Pod is Available; 0 if it is; undefined if it is not Ready. */
export function availableInMs(pod: Pod, minReadySeconds: number, nowMs: number): number | undefined {
  if (!isReady(pod)) return undefined;
  if (minReadySeconds === 0) return 0;
  const since = readySinceMs(pod);
  return since === undefined ? undefined : Math.max(0, since + minReadySeconds * 1000 - nowMs);
}

export const isAvailable = (pod: Pod, minReadySeconds: number, nowMs: number): boolean =>
  availableInMs(pod, minReadySeconds, nowMs) === 0;
export const isUnavailable = (pod: Pod, minReadySeconds: number, nowMs: number): boolean =>
  !isAvailable(pod, minReadySeconds, nowMs) || pod.status.phase !== 'Running' || isTerminating(pod);
