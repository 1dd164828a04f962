import { isOwnedBy, isTerminating, keyOf, namespaceOf } from '../keys';
import type { KubeObject } from '../objects';
import type { Reading } from '../store';
import type { Controller, SyncContext, SyncResult, Write } from './controller';
import { decide, machineOf, type Rule } from './rules';

/**
 * Deletes what an owner leaves behind, as the deletion asked: in the background, before the owner, or not at all.
 * One machine per owner. Models pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem, orphanDependents (v1.37).
 */
interface Observed {
  readonly reading: Reading;
  /** The owner, if it is still there. */
  readonly owner: KubeObject | undefined;
  readonly uid: string;
  readonly dependents: readonly KubeObject[];
}

const awaits = ({ owner }: Observed, finalizer: string): boolean =>
  !!owner && isTerminating(owner) && (owner.metadata.finalizers ?? []).includes(finalizer);

const withoutFinalizer = (owner: KubeObject, finalizer: string): Write => ({
  do: 'update',
  object: {
    ...owner,
    metadata: { ...owner.metadata, finalizers: owner.metadata.finalizers?.filter((f) => f !== finalizer) },
  },
});

const withoutOwner = (object: KubeObject, uid: string): Write => {
  const owners = object.metadata.ownerReferences?.filter((owner) => owner.uid !== uid);
  return {
    do: 'update',
    object: {
      ...object,
      metadata: { ...object.metadata, ownerReferences: owners?.length ? owners : undefined },
    },
  };
};

const hasOtherOwner = (reading: Reading, object: KubeObject, uid: string): boolean =>
  (object.metadata.ownerReferences ?? []).some((owner) => {
    const other =
      owner.uid === uid ? undefined : reading.find(owner.kind, object.metadata.namespace ?? '', owner.name);
    return other?.metadata.uid === owner.uid;
  });

const collect = ({ reading, dependents, uid }: Observed): Write[] =>
  dependents.flatMap((object): Write[] => {
    if (hasOtherOwner(reading, object, uid)) return [withoutOwner(object, uid)];
    return isTerminating(object) ? [] : [{ do: 'delete', object }];
  });

const isBlocking = (object: KubeObject, uid: string): boolean =>
  object.metadata.ownerReferences?.some((owner) => owner.uid === uid && owner.blockOwnerDeletion) ?? false;

const rules: readonly Rule<Observed>[] = [
  {
    name: 'dependentsAreToBeOrphaned',
    state: 'orphaning',
    holds: (o) => awaits(o, 'orphan'),
    writes: (o) => [
      ...o.dependents.map((object) => withoutOwner(object, o.uid)),
      ...(o.owner ? [withoutFinalizer(o.owner, 'orphan')] : []),
    ],
  },
  {
    name: 'dependentsGoFirst',
    state: 'deletingDependents',
    holds: (o) => awaits(o, 'foregroundDeletion') && o.dependents.some((object) => isBlocking(object, o.uid)),
    writes: collect,
  },
  {
    name: 'dependentsAreGone',
    state: 'releasingOwner',
    holds: (o) => awaits(o, 'foregroundDeletion'),
    writes: (o) => (o.owner ? [withoutFinalizer(o.owner, 'foregroundDeletion')] : []),
  },
  {
    name: 'ownerIsGone',
    state: 'collecting',
    holds: (o) => !o.owner && o.dependents.length > 0,
    writes: collect,
  },
  { name: 'nothingToCollect', state: 'idle', holds: () => true },
];

export const garbageCollectorMachine = machineOf('garbage-collector', rules);

/** Owners are told apart by uid: a new object under an old name owns nothing of the old one's. */
const keyWithUid = (key: string, uid: string): string => `${key}#${uid}`;

export const garbageCollector: Controller = {
  name: 'garbage-collector-controller',
  kinds: [
    'StatefulSet',
    'Deployment',
    'ReplicaSet',
    'ReplicationController',
    'DaemonSet',
    'CronJob',
    'Job',
    'Pod',
    'PersistentVolumeClaim',
    'ControllerRevision',
    'Service',
    'EndpointSlice',
  ],
  delayMs: 20,
  concerns({ key, before, after }, reading) {
    const own = before && (!after || isTerminating(after)) ? [keyWithUid(key, before.metadata.uid)] : [];
    const owners = (!after ? (before?.metadata.ownerReferences ?? []) : []).flatMap((ref) => {
      const owner = reading.find(ref.kind, namespaceOf(key), ref.name);
      return owner && isTerminating(owner) ? [keyWithUid(keyOf(owner), ref.uid)] : [];
    });
    return [...own, ...owners];
  },
  sync(keyed, { reading, state }: SyncContext): SyncResult {
    const [key = '', uid = ''] = keyed.split('#');
    const found = reading.get(key);
    const dependents = reading.ownedBy(uid).filter((object) => isOwnedBy(object, uid));
    const { writes } = decide(garbageCollectorMachine, rules, state, {
      reading,
      uid,
      dependents,
      owner: found?.metadata.uid === uid ? found : undefined,
    });
    return { writes };
  },
};
