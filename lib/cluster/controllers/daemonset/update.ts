import { scaledFrom } from '../../int-or-percent';
import type { Pod } from '../../objects';
import { isAlive, type Observed, type Place } from './observed';

/**
 * Which Pods of an old template go, and where new ones come beside them, within maxUnavailable or maxSurge.
 * Models pkg/controller/daemon/update.go rollingUpdate, findUpdatedPodsOnNode, updatedDesiredNodeCounts (v1.37). Kubernetes goes
 * through the nodes by chance, here they come in their order.
 */

export interface Limits {
  readonly maxUnavailable: number;
  readonly maxSurge: number;
  readonly desired: number;
}

/** Percentages are of the nodes that should run the Pod, rounded up. Where both come to 0, one may be unavailable. */
export function limitsOf(observed: Observed): Limits {
  const { set, places } = observed;
  const desired = places.filter(({ shouldRun }) => shouldRun).length;
  const { rollingUpdate } = set.spec.updateStrategy;
  const isFirst = observed.is('newPodComesFirst', false);
  const rounded = observed.is('unavailableIsRoundedUp', true) ? 'up' : 'down';
  const asked = scaledFrom(rollingUpdate?.maxUnavailable ?? 0, desired, rounded);
  const maxSurge = isFirst ? Math.max(1, asked) : scaledFrom(rollingUpdate?.maxSurge ?? 0, desired, 'up');
  const limited = observed.is('limitIsAsked', true) ? asked : desired;
  const maxUnavailable = observed.is('updateGoesOneByOne', false) ? Math.min(1, limited) : limited;
  const isStuck = desired > 0 && maxSurge === 0 && maxUnavailable === 0;
  return { desired, maxSurge, maxUnavailable: isStuck ? 1 : maxUnavailable };
}

/** A node's Pods that are not going: at most one up to date and one old, or else the excess has to go first. */
interface Pair {
  readonly place: Place;
  readonly fresh: Pod | undefined;
  readonly old: Pod | undefined;
}

interface Pairs {
  readonly pairs: readonly Pair[];
  /** Nodes with more Pods than that. */
  readonly crowded: number;
}

function pairsOf(observed: Observed): Pairs {
  const pairs: Pair[] = [];
  let crowded = 0;
  for (const place of observed.places) {
    if (!place.shouldRun && place.pods.length === 0) continue;
    const alive = place.pods.filter(isAlive);
    const fresh = alive.filter((pod) => observed.isUpdated(pod));
    const old = alive.filter((pod) => !observed.isUpdated(pod));
    if (fresh.length > 1 || old.length > 1) crowded++;
    else pairs.push({ place, fresh: fresh[0], old: old[0] });
  }
  return { pairs, crowded };
}

export const isRolling = ({ set }: Observed): boolean => set.spec.updateStrategy.type === 'RollingUpdate';
const surges = (observed: Observed): boolean => isRolling(observed) && limitsOf(observed).maxSurge > 0;
const replaces = (observed: Observed): boolean => isRolling(observed) && !surges(observed);

/** Pods of an old template that are not going. */
export const outdatedPods = (observed: Observed): Pod[] =>
  observed.pods.filter((pod) => isAlive(pod) && !observed.isUpdated(pod));

/** Without surge: old Pods that are not Available go at once, nobody loses them. */
export const lostOldPods = (observed: Observed): Pod[] =>
  replaces(observed)
    ? pairsOf(observed).pairs.flatMap(({ fresh, old }) =>
        old && !fresh && !observed.isAvailable(old) ? [old] : [],
      )
    : [];

/** Without surge: as many Available old Pods as maxUnavailable leaves room for. */
export function dueOldPods(observed: Observed): Pod[] {
  if (!replaces(observed)) return [];
  const { pairs, crowded } = pairsOf(observed);
  const candidates: Pod[] = [];
  let unavailable = crowded;
  for (const { fresh, old } of pairs) {
    const only = fresh && old ? undefined : (fresh ?? old);
    if (!only || !observed.isAvailable(only)) unavailable++;
    else if (old) candidates.push(old);
  }
  return candidates.slice(0, Math.max(0, limitsOf(observed).maxUnavailable - unavailable));
}

/** With surge: nodes that get a new Pod beside the old one: those whose old one is not Available, and maxSurge others. */
export function surgingNodes(observed: Observed): string[] {
  if (!surges(observed)) return [];
  const { pairs, crowded } = pairsOf(observed);
  const waiting = pairs.filter(({ fresh, old }) => fresh && old && !observed.isAvailable(fresh)).length;
  const alone = pairs.filter(({ place, fresh, old }) => old && !fresh && place.shouldRun);
  const isLost = ({ old }: Pair) => old !== undefined && !observed.isAvailable(old);
  const left = Math.max(0, limitsOf(observed).maxSurge - crowded - waiting);
  const chosen = [...alone.filter(isLost), ...alone.filter((pair) => !isLost(pair)).slice(0, left)];
  return chosen.map(({ place }) => place.node);
}

/**
 * With surge: old Pods on nodes that take no new one. One that is not Available goes, another only when as many as are
 * wanted are Available elsewhere.
 */
export function unwantedOldPods(observed: Observed): Pod[] {
  if (!surges(observed)) return [];
  const { pairs } = pairsOf(observed);
  const available = pairs.filter(({ fresh, old }) => {
    const first = old ?? fresh;
    return first && observed.isAvailable(first);
  }).length;
  const stranded = pairs.flatMap(({ place, fresh, old }) => (old && !fresh && !place.shouldRun ? [old] : []));
  const isLost = (pod: Pod) => !observed.isAvailable(pod);
  const spare = Math.max(0, available - limitsOf(observed).desired);
  return [...stranded.filter(isLost), ...stranded.filter((pod) => !isLost(pod)).slice(0, spare)];
}

/** Revisions beyond the limit, the oldest first, but none of a Pod that is there. Source: cleanupHistory. */
export function historyToGo({ oldRevisions, set, liveHashes }: Observed): Observed['oldRevisions'] {
  const count = Math.max(0, oldRevisions.length - (set.spec.revisionHistoryLimit ?? 10));
  const isLive = ({ metadata }: Observed['oldRevisions'][number]) =>
    liveHashes.has(metadata.labels?.['controller-revision-hash'] ?? '');
  return oldRevisions.filter((revision) => !isLive(revision)).slice(0, count);
}
