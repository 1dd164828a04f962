import { scaledFrom } from '../../int-or-percent';
import type { Pod } from '../../objects';
import { isReady } from '../../pods';
import { isAlive, type Observed, type Place } from './observed';

/**
 * What each node has to have and has too much of, whatever the update strategy says.
 * Models pkg/controller/daemon/daemon_controller.go manage and podsShouldBeOnNode (v1.37).
 */

/** Whether a node may have a new Pod beside the old one. Source: daemonset_util.go AllowsSurge. */
export function allowsSurge(observed: Observed): boolean {
  const { type, rollingUpdate } = observed.set.spec.updateStrategy;
  if (observed.is('newPodComesFirst', false)) return type === 'RollingUpdate';
  return type === 'RollingUpdate' && scaledFrom(rollingUpdate?.maxSurge ?? 0, 1, 'up') > 0;
}

const isFailed = (pod: Pod): boolean => pod.status.phase === 'Failed';
const isSucceeded = (pod: Pod): boolean => pod.status.phase === 'Succeeded';

/** Those that neither go nor have ended. */
const running = ({ pods }: Place): Pod[] =>
  pods.filter((pod) => isAlive(pod) && !isFailed(pod) && !isSucceeded(pod));

const where = (observed: Observed, isSo: (place: Place) => boolean): readonly Place[] =>
  observed.places.filter(isSo);
const staying = (observed: Observed) => where(observed, ({ shouldContinue }) => shouldContinue);

export interface Ended {
  readonly node: string;
  readonly pod: Pod;
}

/** Failed Pods whose back-off is over, and Succeeded ones: a daemon doesn't end. */
export const endedPods = (observed: Observed): Ended[] =>
  staying(observed).flatMap(({ node, pods }) =>
    pods
      .filter((pod) => isAlive(pod))
      .filter((pod) => isSucceeded(pod) || (isFailed(pod) && observed.backOffOf(node) === undefined))
      .map((pod) => ({ node, pod })),
  );

/** Failed Pods that have to stay for now, with the delay after which the set looks again, ms. */
export const heldBackPods = (observed: Observed): { readonly pod: Pod; readonly delayMs: number }[] =>
  staying(observed).flatMap(({ node, pods }) => {
    const delayMs = observed.backOffOf(node);
    const failed = pods.filter((pod) => isAlive(pod) && isFailed(pod));
    return delayMs === undefined ? [] : failed.map((pod) => ({ pod, delayMs }));
  });

/** Pods on nodes that may not have them any longer. */
export const misplacedPods = (observed: Observed): Pod[] =>
  where(observed, ({ shouldContinue }) => !shouldContinue).flatMap(({ pods }) => pods.filter(isAlive));

/** With surge: the oldest up-to-date Pod and the oldest old one of a node. */
const pairOf = (observed: Observed, place: Place): { readonly fresh?: Pod; readonly old?: Pod } => {
  const alive = running(place);
  return {
    fresh: alive.find((pod) => observed.isUpdated(pod)),
    old: alive.find((pod) => !observed.isUpdated(pod)),
  };
};

/** All but the oldest of a node; with surge, all but the oldest up-to-date one and the oldest old one. */
export const excessPods = (observed: Observed): Pod[] =>
  staying(observed).flatMap((place) => {
    const alive = running(place);
    if (!allowsSurge(observed) || alive.length < 2) return alive.slice(1);
    const { fresh, old } = pairOf(observed, place);
    return alive.filter((pod) => pod !== fresh && pod !== old);
  });

/** With surge: old Pods beside which the new one is Available, or that are not Ready themselves. */
export const relievedPods = (observed: Observed): Pod[] =>
  allowsSurge(observed)
    ? staying(observed).flatMap((place) => {
        const { fresh, old } = pairOf(observed, place);
        return fresh && old && (!isReady(old) || observed.isAvailable(fresh)) ? [old] : [];
      })
    : [];

/** Nodes without a Pod. With surge one that is going doesn't count, without it its end is waited for. */
export const emptyNodes = (observed: Observed): string[] =>
  where(
    observed,
    (place) =>
      place.shouldRun && (place.pods.length === 0 || (allowsSurge(observed) && running(place).length === 0)),
  ).map(({ node }) => node);
