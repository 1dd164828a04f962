import { isTerminating, keyFor, keyOf } from '../../keys';
import type { Write } from '../controller';
import { adopt, release, said } from '../controller-ref';
import { machineOf, type Rule } from '../rules';
import { claimOwners, isNamed, named, newClaim, newPod, podName } from './identity';
import {
  hasEndedPlace,
  isReadyPlace,
  isTaken,
  isTerminatingPlace,
  type Observed,
  type Place,
  type Taken,
} from './observed';

/**
 * The life of a StatefulSet, as a list of rules that each sync asks from top to bottom; the first that holds decides.
 * Models pkg/controller/statefulset/stateful_set_control.go updateStatefulSet, processReplica, processCondemned (v1.37).
 * Upstream may do several of these in one sync; here each sync does one, and the write that it makes asks the next.
 * Leaves out: slow start of batches, retries with back-off.
 */

const keyAt = ({ set }: Observed, place: Place): string =>
  keyFor('Pod', set.metadata.namespace ?? '', podName(set, place.ordinal));
const about = (observed: Observed, place: Place | undefined): string | false =>
  place ? keyAt(observed, place) : false;

const says = ({ set }: Observed, reason: string, message: string): Write =>
  said(set, 'Normal', reason, message);

const deletePod = (observed: Observed, { pod }: Taken): Write[] => [
  { do: 'delete', object: pod },
  says(
    observed,
    'SuccessfulDelete',
    `Delete Pod ${pod.metadata.name} in StatefulSet ${observed.set.metadata.name} successful`,
  ),
];

function createClaims(observed: Observed, place: Place): Write[] {
  const { set } = observed;
  const existing = observed.claimsOf(place.ordinal);
  return (set.spec.volumeClaimTemplates ?? []).flatMap((template, i): Write[] => {
    if (existing[i]) return [];
    const object = newClaim(set, template, place.ordinal, claimOwners(set, undefined, false));
    const message = `Create Claim ${object.metadata.name} Pod ${podName(set, place.ordinal)} in StatefulSet ${set.metadata.name} success`;
    return [{ do: 'create', object }, says(observed, 'SuccessfulCreate', message)];
  });
}

function createPod(observed: Observed, place: Place): Write[] {
  const revision = observed.revisionFor(place.ordinal);
  if (!revision) return [];
  const name = podName(observed.set, place.ordinal);
  return [
    ...createClaims(observed, place),
    { do: 'create', object: newPod(observed.set, revision, place.ordinal) },
    says(
      observed,
      'SuccessfulCreate',
      `Create Pod ${name} in StatefulSet ${observed.set.metadata.name} successful`,
    ),
  ];
}

/** In order: the lowest unsettled place, if it is in this situation. In parallel: every place that is. */
const inTurn = (observed: Observed, isSo: (place: Place) => boolean): readonly Place[] => {
  if (!observed.ordered) return observed.replicas.filter(isSo);
  const first = observed.firstUnsettled;
  return first && isSo(first) ? [first] : [];
};

/** In order only: the place that everything above waits for, if it is in this situation. */
const waitedFor = (observed: Observed, isSo: (place: Place) => boolean): string | false =>
  observed.ordered ? about(observed, inTurn(observed, isSo)[0]) : false;

const isEnded = (place: Place) => hasEndedPlace(place) && !isTerminating(place.pod);
const isMissing = (observed: Observed) => (place: Place) => !isTaken(place) && !observed.hasStaleClaim(place);
const lacksClaim = (observed: Observed) => (place: Place) =>
  isTaken(place) && place.pod.status.phase === 'Pending' && observed.lacksClaim(place);

/** In order, a condemned Pod must be Available before it goes, unless it is the first that is not. */
function blockedCondemned(observed: Observed): Place | undefined {
  const [highest] = observed.condemned;
  const first = observed.firstUnavailable;
  if (!observed.ordered || !highest || isTerminating(highest.pod)) return undefined;
  return observed.isUnavailable(highest) && first?.ordinal !== highest.ordinal ? first : undefined;
}

function due(observed: Observed): readonly Taken[] {
  const alive = observed.condemned.filter(({ pod }) => !isTerminating(pod));
  return observed.ordered ? alive.slice(0, 1) : alive;
}

/** Pods without the labels of their place, as far up as everything is in order. */
const unnamed = (observed: Observed): readonly Taken[] =>
  observed.inOrder.filter(isTaken).filter(({ pod }) => !isNamed(pod) && !isTerminating(pod));

const saidUpdated = (observed: Observed, pod: string): Write =>
  says(
    observed,
    'SuccessfulUpdate',
    `Update Pod ${pod} in StatefulSet ${observed.set.metadata.name} successful`,
  );

const setIdentity = (observed: Observed, { pod, ordinal }: Taken): Write[] => [
  { do: 'update', object: named(pod, ordinal) },
  saidUpdated(observed, pod.metadata.name),
];

function mendClaims(observed: Observed): Write[] {
  const due = observed.claimsToMend();
  const replicas = new Set(due.flatMap(({ replica }) => replica?.metadata.name ?? []));
  return [
    ...due.map(
      ({ claim, owners }): Write => ({
        do: 'update',
        object: { ...claim, metadata: { ...claim.metadata, ownerReferences: owners } },
      }),
    ),
    ...[...replicas].map((pod) => saidUpdated(observed, pod)),
  ];
}

function recordRevision(observed: Observed): Write[] {
  const same = observed.sameRevision;
  const next = observed.nextRevision;
  return same
    ? [{ do: 'update', object: { ...same, revision: Number(next.revision) } as typeof same }]
    : [{ do: 'create', object: next }];
}

const revisionHistory = ({ revisions, set, replicas, condemned }: Observed) => {
  const live = new Set([
    set.status.currentRevision,
    set.status.updateRevision,
    ...[...replicas, ...condemned].map(({ pod }) => pod?.metadata.labels?.['controller-revision-hash']),
  ]);
  const old = revisions.slice(0, -1).filter((revision) => !live.has(revision.metadata.name));
  return old.slice(0, Math.max(0, old.length - (set.spec.revisionHistoryLimit ?? 10)));
};

export const statefulsetRules: readonly Rule<Observed>[] = [
  { name: 'isBeingDeleted', state: 'beingDeleted', holds: ({ set }) => isTerminating(set) },
  {
    name: 'orphanRevisionMatchesSelector',
    state: 'recordingRevision',
    holds: (o) => o.orphanRevisions.length > 0,
    writes: (o) => adopt(o.set, o.orphanRevisions),
  },
  {
    name: 'templateIsNew',
    state: 'recordingRevision',
    holds: (o) => !o.updateRevision,
    writes: recordRevision,
  },
  {
    name: 'podHasLeftSelector',
    state: 'adoptingPods',
    holds: (o) => o.strays.length > 0 && keyOf(o.strays[0] as Taken['pod']),
    writes: (o) => release(o.set, o.strays),
  },
  {
    name: 'orphanMatchesSelector',
    state: 'adoptingPods',
    holds: (o) => o.orphans.length > 0 && keyOf(o.orphans[0] as Taken['pod']),
    writes: (o) => adopt(o.set, o.orphans),
  },
  {
    name: 'adoptedPodLacksIdentity',
    state: 'settingIdentity',
    holds: (o) => about(o, unnamed(o)[0]),
    writes: (o) => unnamed(o).flatMap((place) => setIdentity(o, place)),
  },
  {
    name: 'replicaHasEnded',
    state: 'replacingEndedPod',
    holds: (o) => about(o, inTurn(o, isEnded)[0]),
    writes: (o) =>
      inTurn(o, isEnded)
        .filter(isTaken)
        .flatMap((place) => deletePod(o, place)),
  },
  {
    name: 'claimIsOfEarlierPod',
    state: 'waitingForClaimDeletion',
    holds: (o) => waitedFor(o, (place) => !isTaken(place) && o.hasStaleClaim(place)),
  },
  {
    name: 'ordinalIsMissing',
    state: 'creatingOrdinal',
    holds: (o) => about(o, inTurn(o, isMissing(o))[0]),
    writes: (o) => inTurn(o, isMissing(o)).flatMap((place) => createPod(o, place)),
  },
  {
    name: 'pendingPodLacksClaim',
    state: 'creatingClaims',
    holds: (o) => about(o, inTurn(o, lacksClaim(o))[0]),
    writes: (o) => inTurn(o, lacksClaim(o)).flatMap((place) => createClaims(o, place)),
  },
  {
    name: 'claimOwnersDifferFromPolicy',
    state: 'settingClaimOwners',
    holds: (o) => o.claimsToMend().length > 0,
    writes: mendClaims,
  },
  {
    name: 'replicaIsTerminating',
    state: 'waitingForTermination',
    holds: (o) => waitedFor(o, isTerminatingPlace),
  },
  {
    name: 'replicaIsNotReady',
    state: 'waitingForReady',
    holds: (o) => waitedFor(o, (place) => isTaken(place) && !isReadyPlace(place)),
  },
  { name: 'replicaIsNotAvailable', state: 'waitingForAvailable', holds: (o) => waitedFor(o, isReadyPlace) },
  {
    name: 'condemnedIsTerminating',
    state: 'waitingForTermination',
    holds: (o) =>
      o.ordered && o.condemned[0] && isTerminating(o.condemned[0].pod) ? about(o, o.condemned[0]) : false,
  },
  {
    name: 'predecessorOfCondemnedIsNotReady',
    state: 'waitingForReady',
    holds: (o) => about(o, blockedCondemned(o)),
  },
  {
    name: 'hasTooManyReplicas',
    state: 'deletingHighestOrdinal',
    holds: (o) => about(o, due(o)[0]),
    writes: (o) => due(o).flatMap((place) => deletePod(o, place)),
  },
  {
    name: 'highestOldReplicaIsDue',
    state: 'updatingHighestOrdinal',
    holds: (o) => about(o, o.dueForUpdate[0]),
    writes: (o) => o.dueForUpdate.flatMap((place) => deletePod(o, place)),
  },
  {
    name: 'someReplicaIsTerminating',
    state: 'waitingForTermination',
    holds: (o) => about(o, [...o.replicas, ...o.condemned].find(isTerminatingPlace)),
  },
  {
    name: 'someReplicaIsNotReady',
    state: 'waitingForReady',
    holds: (o) =>
      about(
        o,
        o.replicas.find((place) => !isReadyPlace(place)),
      ),
  },
  {
    name: 'someReplicaIsNotAvailable',
    state: 'waitingForAvailable',
    holds: (o) => about(o, o.firstUnsettled),
  },
  {
    name: 'historyIsTooLong',
    state: 'truncatingHistory',
    holds: (o) => revisionHistory(o).length > 0,
    writes: (o) => revisionHistory(o).map((object) => ({ do: 'delete', object })),
  },
  { name: 'everyReplicaIsAvailable', state: 'steady', holds: () => true },
];

export const statefulsetMachine = machineOf('statefulset', statefulsetRules);
