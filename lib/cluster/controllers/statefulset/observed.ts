import { isSame } from '../../api/merge';
import { type Beliefs, noBeliefs } from '../../belief';
import { controllerOf, isTerminating } from '../../keys';
import type { ControllerRevision, PersistentVolumeClaim, Pod, StatefulSet } from '../../objects';
import { availableInMs, hasEnded, isReady, isRunningAndReady, isUnavailable } from '../../pods';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import { orphanPods } from '../controller-ref';
import { nextRevision, orphanRevisions, revisionsOf, revisionWith } from '../history';
import { believedOrdinals } from './believed-ordinals';
import { statefulsetFacts } from './facts';
import {
  claimKeys,
  isOrdered,
  isStale,
  newRevision,
  ordinalOf,
  ownersUnderPolicy,
  podName,
  revisionOf,
  startOrdinal,
} from './identity';

/** A place in the set: an ordinal and the Pod that stands there, if one does. */
export interface Place {
  readonly ordinal: number;
  readonly pod: Pod | undefined;
}

export type Taken = Place & { readonly pod: Pod };
export const isTaken = (place: Place): place is Taken => place.pod !== undefined;

/** A claim whose owners are not those of the retention policy, with the owners that it should have. */
export interface ClaimToMend {
  readonly claim: PersistentVolumeClaim;
  readonly owners: PersistentVolumeClaim['metadata']['ownerReferences'];
  /** Whose claim it is, if that Pod is to stay: of it the set says that it was updated. */
  readonly replica: Pod | undefined;
}

/**
 * Everything that one sync of a StatefulSet looks at. Made anew for each sync from the objects as they stand.
 * Models the first half of stateful_set_control.go updateStatefulSet (v1.37).
 */
export class Observed {
  readonly replicas: readonly Place[];
  /** Pods outside the range of ordinals, the highest ordinal first. */
  readonly condemned: readonly Taken[];
  readonly revisions: readonly ControllerRevision[];
  /** Pods that the selector finds and nobody manages; and Pods of ours that it finds no more. */
  readonly orphans: readonly Pod[];
  readonly strays: readonly Pod[];
  readonly ordered: boolean;
  readonly minReadySeconds: number;

  constructor(
    readonly set: StatefulSet,
    readonly reading: Reading,
    readonly nowMs: number,
    private readonly beliefs: Beliefs = noBeliefs,
  ) {
    this.ordered = this.is('podsAreOrdered', isOrdered(set));
    this.minReadySeconds = set.spec.minReadySeconds ?? 0;
    const owned = reading.ownedBy(set.metadata.uid);
    const mine = owned.filter(
      (object): object is Pod =>
        object.kind === 'Pod' && controllerOf(object.metadata)?.uid === set.metadata.uid,
    );
    const isSelected = (pod: Pod) => selects(set.spec.selector, pod.metadata.labels);
    const places = mine.filter(isSelected).flatMap((pod) => this.placeOf(pod) ?? []);
    const start = startOrdinal(set);
    const byOrdinal = new Map(places.map((place) => [place.ordinal, place.pod]));
    const wanted =
      believedOrdinals(beliefs, [...byOrdinal.keys()], start, set.spec.replicas) ??
      Array.from({ length: set.spec.replicas }, (_, i) => start + i);
    const inOrder = this.is('highestOrdinalStartsFirst', false) ? [...wanted].reverse() : wanted;
    this.replicas = inOrder.map((ordinal) => ({ ordinal, pod: byOrdinal.get(ordinal) }));
    const isInRange = new Set(wanted);
    const downwards = this.is('lowestOrdinalGoesFirst', false) ? -1 : 1;
    this.condemned = places
      .filter((place) => !isInRange.has(place.ordinal))
      .sort((a, b) => (b.ordinal - a.ordinal) * downwards);
    this.strays = mine.filter((pod) => !isSelected(pod) && !isTerminating(pod));
    // Only Pods with a name of this set's can be orphans of its.
    this.orphans = orphanPods(
      reading,
      set,
      (pod) => ordinalOf(set, pod.metadata.name) !== undefined && isSelected(pod),
    );
    this.revisions = revisionsOf(reading, set);
  }

  /** What a fact is believed to be, or is. */
  is(fact: (typeof statefulsetFacts)['names'][number], truth: boolean): boolean {
    return this.beliefs.ask(statefulsetFacts, fact, truth);
  }

  private placeOf(pod: Pod): Taken | undefined {
    const ordinal = ordinalOf(this.set, pod.metadata.name);
    return ordinal === undefined ? undefined : { ordinal, pod };
  }

  /** Revisions of this template's labels that an earlier set of the name left behind. Source: adoptOrphanRevisions. */
  get orphanRevisions(): ControllerRevision[] {
    return this.revisions.length > 0 ? [] : orphanRevisions(this.reading, this.set, this.set.spec.selector);
  }

  /** The revision that holds the template as it is now, if it was recorded already. */
  get sameRevision(): ControllerRevision | undefined {
    return revisionWith(this.revisions, this.set.spec.template);
  }

  get updateRevision(): ControllerRevision | undefined {
    const last = this.revisions.at(-1);
    return last && this.sameRevision === last ? last : undefined;
  }

  get currentRevision(): ControllerRevision | undefined {
    return (
      this.revisions.find((revision) => revision.metadata.name === this.set.status.currentRevision) ??
      this.updateRevision
    );
  }

  get nextRevision() {
    return newRevision(this.set, nextRevision(this.revisions));
  }

  /** Which template a new Pod of an ordinal takes: below the partition the current one, else the newest. */
  revisionFor(ordinal: number): ControllerRevision | undefined {
    const { type, rollingUpdate } = this.set.spec.updateStrategy;
    const isBelow = ordinal < startOrdinal(this.set) + (rollingUpdate?.partition ?? 0);
    const isTurned = rollingUpdate?.partition !== undefined && this.is('partitionIsOfTheLowest', false);
    const isHeldBack = type === 'RollingUpdate' && isBelow !== isTurned;
    return isHeldBack ? this.currentRevision : this.updateRevision;
  }

  claimsOf(ordinal: number): (PersistentVolumeClaim | undefined)[] {
    return claimKeys(this.set, ordinal).map((key) => this.reading.get<PersistentVolumeClaim>(key));
  }

  /** A free place whose old claim has not gone yet. */
  hasStaleClaim({ ordinal, pod }: Place): boolean {
    return this.claimsOf(ordinal).some((claim) => claim && isStale(claim, podName(this.set, ordinal), pod));
  }

  lacksClaim({ ordinal }: Place): boolean {
    return this.claimsOf(ordinal).some((claim) => !claim);
  }

  isUnavailable({ pod }: Place): boolean {
    if (!pod || !this.is('unreadyPodIsWaitedFor', true)) return !pod || isTerminating(pod) || hasEnded(pod);
    return isUnavailable(pod, this.minReadySeconds, this.nowMs);
  }

  /** Settled: nothing above it has to wait for it. */
  isSettled(place: Place): boolean {
    return isTaken(place) && !this.isUnavailable(place);
  }

  /** The lowest ordinal that is not settled; in order, everything above waits for it. */
  get firstUnsettled(): Place | undefined {
    return this.replicas.find((place) => !this.isSettled(place));
  }

  /** The lowest unavailable place, of the replicas first: the one condemned Pod that may go although it is not Ready. */
  get firstUnavailable(): Place | undefined {
    return (
      this.replicas.find((place) => this.isUnavailable(place)) ??
      this.condemned.findLast((place) => this.isUnavailable(place))
    );
  }

  /** The places that a sync gets to: in order, those below the first that is not settled. */
  get inOrder(): readonly Place[] {
    const first = this.ordered ? this.firstUnsettled : undefined;
    return first ? this.replicas.slice(0, this.replicas.indexOf(first)) : this.replicas;
  }

  claimsToMend(): ClaimToMend[] {
    const mend = (place: Place, isCondemned: boolean) =>
      isTaken(place)
        ? this.claimsOf(place.ordinal).flatMap((claim) => {
            if (!claim || isTerminating(claim)) return [];
            const isPods = this.is('claimGoesWithPod', false);
            const owners = ownersUnderPolicy(this.set, claim, place.pod, isCondemned, isPods);
            return isSame(owners, claim.metadata.ownerReferences ?? [])
              ? []
              : [
                  {
                    claim,
                    owners: owners.length ? owners : undefined,
                    replica: isCondemned ? undefined : place.pod,
                  },
                ];
          })
        : [];
    if (!this.set.spec.volumeClaimTemplates?.length) return [];
    const isBlocked = this.ordered && this.firstUnsettled !== undefined;
    return [
      ...this.inOrder.flatMap((place) => mend(place, false)),
      ...(isBlocked ? [] : this.condemned.flatMap((place) => mend(place, true))),
    ];
  }

  /**
   * Old replicas that may go now, the highest ordinal first, within maxUnavailable. In parallel, old ones that are not
   * Available go first and cost nothing: nobody loses them. Source: updateStatefulSetAfterInvariantEstablished.
   */
  get dueForUpdate(): Taken[] {
    if (!this.isUpdating) return [];
    const old = this.outdated.filter(({ pod }) => !isTerminating(pod));
    const unavailable = this.replicas.filter((place) => this.isUnavailable(place)).length;
    const left = Math.max(0, this.maxUnavailable - unavailable);
    if (this.ordered) return old.slice(0, left);
    const lost = old.filter((place) => this.isUnavailable(place));
    return [...lost, ...old.filter((place) => !this.isUnavailable(place)).slice(0, left)];
  }

  private get isUpdating(): boolean {
    if (this.set.spec.updateStrategy.type === 'RollingUpdate') return true;
    const update = this.updateRevision?.metadata.name;
    const isUpdated = (place: Place) => isTaken(place) && revisionOf(place.pod) === update;
    return this.is('oneUpdatedPodUpdatesAll', false) && this.replicas.some(isUpdated);
  }

  /** Replicas from the partition up that are not of the newest revision, the highest ordinal first. */
  get outdated(): Taken[] {
    const partition = this.set.spec.updateStrategy.rollingUpdate?.partition ?? 0;
    const update = this.updateRevision?.metadata.name;
    const isTurned = partition > 0 && this.is('partitionIsOfTheLowest', false);
    const old = this.replicas
      .slice(isTurned ? 0 : partition, isTurned ? partition : undefined)
      .filter(isTaken)
      .filter(({ pod }) => revisionOf(pod) !== update);
    return this.is('lowestOrdinalIsUpdatedFirst', false) ? old : old.reverse();
  }

  /** A percentage is rounded down, to 1 at least. Source: getStatefulSetMaxUnavailable. */
  get maxUnavailable(): number {
    const value = this.set.spec.updateStrategy.rollingUpdate?.maxUnavailable ?? 1;
    if (typeof value === 'number') return Math.max(1, value);
    return Math.max(1, Math.floor((this.set.spec.replicas * Number.parseInt(value, 10)) / 100));
  }

  /** Milliseconds until the next Ready Pod becomes Available, if one waits for that. */
  get nextAvailableInMs(): number | undefined {
    if (this.minReadySeconds === 0) return undefined;
    const waits = [...this.replicas, ...this.condemned]
      .flatMap(({ pod }) =>
        pod && isReady(pod) ? (availableInMs(pod, this.minReadySeconds, this.nowMs) ?? 0) : 0,
      )
      .filter((ms) => ms > 0);
    return waits.length ? Math.min(...waits) : undefined;
  }
}

export const hasEndedPlace = (place: Place): place is Taken => isTaken(place) && hasEnded(place.pod);
export const isTerminatingPlace = (place: Place): boolean => isTaken(place) && isTerminating(place.pod);
export const isReadyPlace = (place: Place): boolean => isTaken(place) && isRunningAndReady(place.pod);
