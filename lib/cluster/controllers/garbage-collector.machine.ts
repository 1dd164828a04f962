import { type Beliefs, noBeliefs } from '../belief';
import { factsOf } from '../believable';
import { isTerminating, keyFor, namespaceOf } from '../keys';
import { kinds } from '../kinds';
import type { KubeObject, OwnerReference } from '../objects';
import type { Reading } from '../store';
import type { Controller, SyncContext, SyncResult, Write } from './controller';
import { decide, machineOf, type Rule } from './rules';

/**
 * Deletes what an owner leaves behind, as the deletion asked: in the background, before the owner, or not at all.
 * One machine per owner, whether it ever was there or not.
 * Models pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem, processDeletingDependentsItem,
 * orphanDependents and graph_builder.go processGraphChanges (v1.37).
 * Leaves out: the Event for an owner in another namespace.
 */
interface Observed {
  readonly reading: Reading;
  /** The owner, if it is still there. */
  readonly owner: KubeObject | undefined;
  readonly uid: string;
  readonly dependents: readonly KubeObject[];
  readonly beliefs?: Beliefs;
}

/** Does not hold in Kubernetes: the Pods of an owner that is gone go all at once, and not the last one by name first. */
const facts = factsOf('garbage-collector', ['podsGoOneByOne', 'orphaningDeletes']);

const orphan = 'orphan';
const foregroundDeletion = 'foregroundDeletion';

const awaits = (owner: KubeObject | undefined, finalizer: string): boolean =>
  owner !== undefined && isTerminating(owner) && (owner.metadata.finalizers?.includes(finalizer) ?? false);

/** Where the owner that a reference names would be; undefined for a kind that nobody serves here. */
function ownerKey(ref: OwnerReference, namespace: string): string | undefined {
  const kind = kinds.get(ref.kind);
  return kind && keyFor(ref.kind, kind.namespaced ? namespace : '', ref.name);
}

/** `absent`: no object of that name has that uid. `waiting`: it goes when its dependents are gone. Source: classifyReferences. */
function standing(reading: Reading, ref: OwnerReference, namespace: string): 'solid' | 'absent' | 'waiting' {
  const key = ownerKey(ref, namespace);
  if (!key) return 'solid';
  const owner = reading.get(key);
  if (owner?.metadata.uid !== ref.uid) return 'absent';
  return awaits(owner, foregroundDeletion) ? 'waiting' : 'solid';
}

const withMetadata = (object: KubeObject, metadata: Partial<KubeObject['metadata']>): Write => ({
  do: 'update',
  object: { ...object, metadata: { ...object.metadata, ...metadata } },
});

const withoutFinalizer = (owner: KubeObject, finalizer: string): Write =>
  withMetadata(owner, { finalizers: owner.metadata.finalizers?.filter((f) => f !== finalizer) });

const withoutOwners = (object: KubeObject, uids: readonly string[]): Write => {
  const owners = object.metadata.ownerReferences?.filter(({ uid }) => !uids.includes(uid));
  return withMetadata(object, { ownerReferences: owners?.length ? owners : undefined });
};

const unblocked = (object: KubeObject): Write =>
  withMetadata(object, {
    ownerReferences: object.metadata.ownerReferences?.map((ref) => ({ ...ref, blockOwnerDeletion: false })),
  });

/**
 * A dependent goes unless another of its owners stays; then it only loses the references to those that don't. Under an
 * owner that waits it takes its own dependents along first; two that wait for each other let go. Source: attemptToDeleteItem.
 */
function collected(reading: Reading, object: KubeObject): Write[] {
  if (isTerminating(object)) return [];
  const { metadata } = object;
  const refs = (metadata.ownerReferences ?? []).map((ref) => ({
    ref,
    is: standing(reading, ref, metadata.namespace ?? ''),
  }));
  const leaving = refs.filter(({ is }) => is !== 'solid');
  if (leaving.length === 0) return [];
  if (leaving.length < refs.length)
    return [
      withoutOwners(
        object,
        leaving.map(({ ref }) => ref.uid),
      ),
    ];
  const dependents = leaving.some(({ is }) => is === 'waiting') ? reading.ownedBy(metadata.uid) : [];
  if (dependents.length > 0) {
    const isCycle = dependents.some((dependent) => awaits(dependent, foregroundDeletion));
    return [
      ...(isCycle ? [unblocked(object)] : []),
      { do: 'delete', object, propagationPolicy: 'Foreground' },
    ];
  }
  // A finalizer that says otherwise is honoured: the API server finds it when no policy is given.
  const isDecided = [orphan, foregroundDeletion].some((f) => metadata.finalizers?.includes(f));
  return [{ do: 'delete', object, ...(!isDecided && { propagationPolicy: 'Background' }) }];
}

const collect = (observed: Observed): Write[] =>
  inTurn(observed).flatMap((object) => collected(observed.reading, object));

/** The dependents that may go now: all of them. One by one, the last Pod by name holds up the others until it is gone. */
function inTurn({ dependents, beliefs = noBeliefs }: Observed): readonly KubeObject[] {
  if (!beliefs.ask(facts, 'podsGoOneByOne', false)) return dependents;
  const last = dependents
    .filter(({ kind }) => kind === 'Pod')
    .reduce<KubeObject | undefined>((a, b) => (a && a.metadata.name > b.metadata.name ? a : b), undefined);
  return dependents.filter((object) => object.kind !== 'Pod' || object === last);
}

const isBlocking = (object: KubeObject, uid: string): boolean =>
  object.metadata.ownerReferences?.some((owner) => owner.uid === uid && owner.blockOwnerDeletion) ?? false;

export const garbageCollectorRules: readonly Rule<Observed>[] = [
  {
    name: 'dependentsAreToBeOrphaned',
    state: 'orphaning',
    holds: ({ owner }) => awaits(owner, orphan),
    writes: ({ owner, dependents, uid, beliefs = noBeliefs }) => [
      ...dependents.map(
        (object): Write =>
          beliefs.ask(facts, 'orphaningDeletes', false)
            ? { do: 'delete', object, propagationPolicy: 'Background' }
            : withoutOwners(object, [uid]),
      ),
      ...(owner ? [withoutFinalizer(owner, orphan)] : []),
    ],
  },
  {
    name: 'dependentsGoFirst',
    state: 'deletingDependents',
    holds: ({ owner, dependents, uid }) =>
      awaits(owner, foregroundDeletion) && dependents.some((object) => isBlocking(object, uid)),
    writes: collect,
  },
  {
    name: 'dependentsAreGone',
    state: 'releasingOwner',
    holds: ({ owner }) => awaits(owner, foregroundDeletion),
    writes: ({ owner }) => (owner ? [withoutFinalizer(owner, foregroundDeletion)] : []),
  },
  {
    name: 'ownerIsGone',
    state: 'collecting',
    holds: ({ owner, dependents }) => !owner && dependents.length > 0,
    writes: collect,
  },
  { name: 'nothingToCollect', state: 'idle', holds: () => true },
];

export const garbageCollectorMachine = machineOf('garbage-collector', garbageCollectorRules);

/** Owners are told apart by uid: a new object under an old name owns nothing of the old one's. */
const keyWithUid = (key: string, uid: string): string => `${key}#${uid}`;

/** Owners of references that came or went, where that gives the collector something to do. */
function ownersToLookAt(
  before: KubeObject | undefined,
  after: KubeObject | undefined,
  namespace: string,
  reading: Reading,
): string[] {
  const old = before?.metadata.ownerReferences ?? [];
  const now = after?.metadata.ownerReferences ?? [];
  if (old === now || (old.length === 0 && now.length === 0)) return [];
  const isIn = (refs: readonly OwnerReference[], { uid, blockOwnerDeletion }: OwnerReference) =>
    refs.some((ref) => ref.uid === uid && ref.blockOwnerDeletion === blockOwnerDeletion);
  const changed = [...old.filter((ref) => !isIn(now, ref)), ...now.filter((ref) => !isIn(old, ref))];
  return changed.flatMap((ref) => {
    const key = ownerKey(ref, namespace);
    return key && standing(reading, ref, namespace) !== 'solid' ? [keyWithUid(key, ref.uid)] : [];
  });
}

export const garbageCollector: Controller = {
  name: 'garbage-collector-controller',
  kinds: [...kinds.keys()].filter((kind) => kind !== 'Event'),
  delayMs: 20,
  concerns({ key, before, after }, reading) {
    const owners = ownersToLookAt(before, after, namespaceOf(key), reading);
    const isWork = after
      ? awaits(after, orphan) || awaits(after, foregroundDeletion)
      : before !== undefined && reading.ownedBy(before.metadata.uid).length > 0;
    const uid = (after ?? before)?.metadata.uid;
    return isWork && uid ? [keyWithUid(key, uid), ...owners] : owners;
  },
  sync(keyed, { reading, state, beliefs }: SyncContext): SyncResult {
    const [key = '', uid = ''] = keyed.split('#');
    const found = reading.get(key);
    const observed: Observed = {
      reading,
      uid,
      dependents: reading.ownedBy(uid),
      owner: found?.metadata.uid === uid ? found : undefined,
      beliefs,
    };
    const { writes } = decide(garbageCollectorMachine, garbageCollectorRules, state, observed, beliefs);
    return { writes };
  },
};
