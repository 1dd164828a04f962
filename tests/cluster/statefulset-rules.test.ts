import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/cluster/controllers/rules';
import { newClaim, newRevision, podName } from '@/lib/cluster/controllers/statefulset/identity';
import { Observed } from '@/lib/cluster/controllers/statefulset/observed';
import {
  statefulsetMachine,
  statefulsetRules,
} from '@/lib/cluster/controllers/statefulset/statefulset.machine';
import { kinds } from '@/lib/cluster/kinds';
import type {
  ControllerRevision,
  KubeObject,
  Manifest,
  ObjectMeta,
  OwnerReference,
  PersistentVolumeClaim,
  Pod,
  StatefulSet,
  StatefulSetSpec,
} from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';
import { data, web } from './web';

const nowMs = 100_000;
const owner: OwnerReference = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  name: 'web',
  uid: 'set',
  controller: true,
};
const meta = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  namespace: 'default',
  uid: name,
  resourceVersion: '1',
  creationTimestamp: timestamp(0),
  ...more,
});

function setOf(spec: Partial<StatefulSetSpec>, more: Partial<ObjectMeta> = {}): StatefulSet {
  const kind = kinds.get('StatefulSet');
  const object = { ...web(3, spec), metadata: meta('web', { uid: 'set', ...more }) } as unknown as KubeObject;
  return kind?.defaulted(object) as StatefulSet;
}

const revisionOf = (set: StatefulSet, n: number, image = 'db:v1', owners = [owner]): ControllerRevision => {
  const { template } = set.spec;
  const containers = template.spec.containers.map((container) => ({ ...container, image }));
  const spec = { ...set.spec, template: { ...template, spec: { ...template.spec, containers } } };
  const made = newRevision({ ...set, spec }, n);
  return {
    ...made,
    metadata: { ...made.metadata, ...meta(`web-${image}`), ownerReferences: owners },
  } as unknown as ControllerRevision;
};

/** How a Pod stands: `ready`, `ready 3` (for 3 s), `running`, `pending`, `failed`; with ` going`, ` old`, ` free`, ` other`, ` unnamed`. */
function podOf(set: StatefulSet, ordinal: number, how: string): Pod {
  const words = how.split(' ');
  const seconds = Number(words.find((word) => /^\d+$/.test(word)) ?? 60);
  const is = (word: string) => words.includes(word);
  const phase = is('failed') ? 'Failed' : is('pending') ? 'Pending' : 'Running';
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(podName(set, ordinal), {
      labels: {
        app: is('other') ? 'other' : 'web',
        'controller-revision-hash': is('old') ? 'web-db:v0' : 'web-db:v1',
        ...(!is('unnamed') && { 'statefulset.kubernetes.io/pod-name': podName(set, ordinal) }),
      },
      ...(!is('free') && { ownerReferences: [owner] }),
      ...(is('going') && { deletionTimestamp: timestamp(nowMs) }),
    }),
    spec: { containers: [{ name: 'db', image: is('old') ? 'db:v0' : 'db:v1' }] },
    status: {
      phase,
      conditions: [
        {
          type: 'Ready',
          status: is('ready') ? 'True' : 'False',
          lastTransitionTime: timestamp(nowMs - seconds * 1000),
        },
      ],
    },
  };
}

const claimOf = (
  set: StatefulSet,
  ordinal: number,
  more: Partial<ObjectMeta> = {},
): PersistentVolumeClaim => {
  const [template] = data ?? [];
  if (!template) throw new Error('the tests have a claim template');
  const made = newClaim(set, template, ordinal, []) as Manifest & { metadata: { name: string } };
  return {
    ...made,
    metadata: { ...made.metadata, ...meta(made.metadata.name), ...more },
    status: { phase: 'Bound' },
  } as unknown as PersistentVolumeClaim;
};

interface Situation {
  readonly spec?: Partial<StatefulSetSpec>;
  readonly meta?: Partial<ObjectMeta>;
  /** By ordinal. */
  readonly pods?: Readonly<Record<number, string>>;
  readonly objects?: (set: StatefulSet) => KubeObject[];
  readonly revisions?: (set: StatefulSet) => ControllerRevision[];
}

function sync({ spec = {}, meta: more, pods = {}, objects, revisions }: Situation) {
  const set = setOf(spec, more);
  const store = new Store();
  const all = [
    set,
    ...(revisions?.(set) ?? [revisionOf(set, 1)]),
    ...Object.entries(pods).map(([ordinal, how]) => podOf(set, Number(ordinal), how)),
    ...(objects?.(set) ?? []),
  ];
  for (const object of all) store.put(object);
  return decide(statefulsetMachine, statefulsetRules, undefined, new Observed(set, store, nowMs));
}

const told = (situation: Situation): string => {
  const { rule, about, writes } = sync(situation);
  const did = writes.flatMap((write) =>
    write.do === 'event' ? [] : [`${write.do} ${(write as { object: Manifest }).object.metadata.name}`],
  );
  return [rule, about?.split('/').at(-1), did.join(', ')].filter(Boolean).join(' | ');
};

const ready3 = { 0: 'ready', 1: 'ready', 2: 'ready' };
const parallel: Partial<StatefulSetSpec> = { podManagementPolicy: 'Parallel' };
const old = (set: StatefulSet) => [revisionOf(set, 1, 'db:v0'), revisionOf(set, 2)];
const withData = { volumeClaimTemplates: data };
const threeClaims = (set: StatefulSet) => [0, 1, 2].map((n) => claimOf(set, n));
const goingClaim = (set: StatefulSet) => [
  claimOf(set, 0),
  claimOf(set, 1, { deletionTimestamp: timestamp(nowMs) }),
];

const table: readonly (readonly [string, Situation, string])[] = [
  [
    'a set that is being deleted does nothing',
    { meta: { deletionTimestamp: timestamp(nowMs) } },
    'isBeingDeleted',
  ],
  ['a new template is recorded first', { revisions: () => [] }, 'templateIsNew | create web-HASH'],
  [
    'an old template that comes back gets the next number',
    { revisions: (set) => [revisionOf(set, 1), revisionOf(set, 2, 'db:v0')] },
    'templateIsNew | update web-db:v1',
  ],
  [
    'a revision without an owner is adopted before a new one is made',
    { revisions: (set) => [revisionOf(set, 1, 'db:v1', [])] },
    'orphanRevisionMatchesSelector | update web-db:v1',
  ],
  [
    'a Pod that left the selector is released',
    { pods: { ...ready3, 1: 'ready other' } },
    'podHasLeftSelector | web-1 | update web-1',
  ],
  [
    'a Pod without an owner is adopted',
    { pods: { ...ready3, 1: 'ready free' } },
    'orphanMatchesSelector | web-1 | update web-1',
  ],
  [
    'a Pod above the range without an owner is adopted, too',
    { pods: { ...ready3, 7: 'ready free' } },
    'orphanMatchesSelector | web-7 | update web-7',
  ],
  [
    'a Pod that is going is not adopted',
    { pods: { ...ready3, 7: 'ready free going' } },
    'everyReplicaIsAvailable',
  ],
  ['an ended Pod is deleted', { pods: { ...ready3, 1: 'failed' } }, 'replicaHasEnded | web-1 | delete web-1'],
  [
    'an ended Pod above a Pod that is not Ready stays',
    { pods: { 0: 'running', 1: 'failed', 2: 'ready' } },
    'replicaIsNotReady | web-0',
  ],
  [
    'in parallel every ended Pod is deleted',
    { spec: parallel, pods: { 0: 'failed', 1: 'running', 2: 'failed' } },
    'replicaHasEnded | web-0 | delete web-0, delete web-2',
  ],
  [
    'an ended Pod that is going already is waited for',
    { pods: { ...ready3, 1: 'failed going' } },
    'replicaIsTerminating | web-1',
  ],
  [
    'no Pod before its old claim is gone',
    { spec: withData, pods: { 0: 'ready' }, objects: goingClaim },
    'claimIsOfEarlierPod | web-1',
  ],
  ['the lowest missing ordinal is made', { pods: { 0: 'ready' } }, 'ordinalIsMissing | web-1 | create web-1'],
  [
    'a gap is filled before the set grows',
    { pods: { 0: 'ready', 2: 'ready' } },
    'ordinalIsMissing | web-1 | create web-1',
  ],
  [
    'in parallel every missing ordinal is made',
    { spec: parallel, pods: { 1: 'pending' } },
    'ordinalIsMissing | web-0 | create web-0, create web-2',
  ],
  [
    'ordinals begin at ordinals.start',
    { spec: { ordinals: { start: 5 } } },
    'ordinalIsMissing | web-5 | create web-5',
  ],
  [
    'the claim is made before the Pod',
    { spec: withData },
    'ordinalIsMissing | web-0 | create data-web-0, create web-0',
  ],
  [
    'a claim that is there is used',
    { spec: withData, objects: threeClaims },
    'ordinalIsMissing | web-0 | create web-0',
  ],
  [
    'a Pending Pod without its claim gets it',
    { spec: withData, pods: { 0: 'pending' } },
    'pendingPodLacksClaim | web-0 | create data-web-0',
  ],
  [
    'a running Pod without its claim does not',
    { spec: withData, pods: { ...ready3, 0: 'running' } },
    'replicaIsNotReady | web-0',
  ],
  [
    'claims get the owner that the policy says',
    {
      spec: { ...withData, persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } },
      pods: ready3,
      objects: threeClaims,
    },
    'claimOwnersDifferFromPolicy | update data-web-0, update data-web-1, update data-web-2',
  ],
  [
    'an adopted Pod gets the labels of its place',
    { pods: { 0: 'ready', 1: 'ready unnamed' } },
    'adoptedPodLacksIdentity | web-1 | update web-1',
  ],
  [
    'but not before all below it are Available',
    { pods: { 0: 'running', 1: 'ready unnamed' } },
    'replicaIsNotReady | web-0',
  ],
  ['nor before it is itself', { pods: { 0: 'running unnamed' } }, 'replicaIsNotReady | web-0'],
  [
    'in parallel at once',
    { spec: parallel, pods: { 0: 'running', 1: 'running', 2: 'running unnamed' } },
    'adoptedPodLacksIdentity | web-2 | update web-2',
  ],
  [
    'a condemned Pod owns its claim under whenScaled: Delete',
    {
      spec: { ...withData, replicas: 2, persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } },
      pods: ready3,
      objects: threeClaims,
    },
    'claimOwnersDifferFromPolicy | update data-web-2',
  ],
  [
    'a Pod that is going is waited for',
    { pods: { 0: 'ready', 1: 'ready going', 2: 'ready' } },
    'replicaIsTerminating | web-1',
  ],
  ['a Pod that is not Ready is waited for', { pods: { 0: 'running' } }, 'replicaIsNotReady | web-0'],
  ['a Pending Pod is waited for', { pods: { 0: 'pending' } }, 'replicaIsNotReady | web-0'],
  [
    'a Ready Pod is waited for until it is Available',
    { spec: { minReadySeconds: 10 }, pods: { 0: 'ready 9' } },
    'replicaIsNotAvailable | web-0',
  ],
  [
    'an Available Pod is not',
    { spec: { minReadySeconds: 10 }, pods: { 0: 'ready 10' } },
    'ordinalIsMissing | web-1 | create web-1',
  ],
  [
    'a condemned Pod that is going is waited for',
    { pods: { ...ready3, 3: 'ready', 4: 'ready going' } },
    'condemnedIsTerminating | web-4',
  ],
  [
    'a broken condemned Pod waits for a broken lower one',
    { pods: { ...ready3, 3: 'running', 4: 'running' } },
    'predecessorOfCondemnedIsNotReady | web-3',
  ],
  [
    'the first broken condemned Pod may go',
    { pods: { ...ready3, 3: 'ready', 4: 'running' } },
    'hasTooManyReplicas | web-4 | delete web-4',
  ],
  [
    'the highest condemned Pod goes first, alone',
    { pods: { ...ready3, 3: 'ready', 4: 'ready' } },
    'hasTooManyReplicas | web-4 | delete web-4',
  ],
  [
    'in parallel all condemned Pods go',
    { spec: parallel, pods: { ...ready3, 3: 'running', 4: 'ready' } },
    'hasTooManyReplicas | web-4 | delete web-4, delete web-3',
  ],
  [
    'no condemned Pod goes while a replica is not Ready',
    { pods: { 0: 'running', 1: 'ready', 2: 'ready', 3: 'ready' } },
    'replicaIsNotReady | web-0',
  ],
  [
    'ordinals below ordinals.start are condemned',
    { spec: { ordinals: { start: 1 } }, pods: { ...ready3, 3: 'ready' } },
    'hasTooManyReplicas | web-0 | delete web-0',
  ],
  [
    'the highest old replica is replaced',
    { revisions: old, pods: { 0: 'ready old', 1: 'ready old', 2: 'ready' } },
    'highestOldReplicaIsDue | web-1 | delete web-1',
  ],
  [
    'below the partition nothing is',
    {
      spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } } },
      revisions: old,
      pods: { 0: 'ready old', 1: 'ready old', 2: 'ready' },
    },
    'everyReplicaIsAvailable',
  ],
  [
    'under OnDelete nothing is',
    {
      spec: { updateStrategy: { type: 'OnDelete' } },
      revisions: old,
      pods: { 0: 'ready old', 1: 'ready old', 2: 'ready' },
    },
    'everyReplicaIsAvailable',
  ],
  [
    'maxUnavailable of them go at once',
    {
      spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } } },
      revisions: old,
      pods: { 0: 'ready old', 1: 'ready old', 2: 'ready old' },
    },
    'highestOldReplicaIsDue | web-2 | delete web-2, delete web-1',
  ],
  [
    'less those that are unavailable',
    {
      spec: { ...parallel, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } } },
      revisions: old,
      pods: { 0: 'ready old', 1: 'ready old', 2: 'running' },
    },
    'highestOldReplicaIsDue | web-1 | delete web-1',
  ],
  [
    'in parallel an old Pod that is not Ready goes beyond that',
    { spec: parallel, revisions: old, pods: { 0: 'running old', 1: 'ready old', 2: 'running' } },
    'highestOldReplicaIsDue | web-0 | delete web-0',
  ],
  [
    'in parallel one that is going is waited for at last',
    { spec: parallel, pods: { ...ready3, 1: 'ready going' } },
    'someReplicaIsTerminating | web-1',
  ],
  [
    'and one that is not Ready',
    { spec: parallel, pods: { ...ready3, 1: 'running' } },
    'someReplicaIsNotReady | web-1',
  ],
  [
    'and one that is not Available',
    { spec: { ...parallel, minReadySeconds: 61 }, pods: ready3 },
    'someReplicaIsNotAvailable | web-0',
  ],
  [
    'revisions beyond the limit go, the oldest first',
    {
      spec: { revisionHistoryLimit: 1 },
      pods: ready3,
      revisions: (set) => [revisionOf(set, 1, 'db:a'), revisionOf(set, 2, 'db:b'), revisionOf(set, 3)],
    },
    'historyIsTooLong | delete web-db:a',
  ],
  [
    'but not one of a Pod that lives',
    {
      spec: { revisionHistoryLimit: 0, updateStrategy: { type: 'OnDelete' } },
      pods: { ...ready3, 1: 'ready old' },
      revisions: old,
    },
    'everyReplicaIsAvailable',
  ],
  ['then it is steady', { pods: ready3 }, 'everyReplicaIsAvailable'],
  ['no replicas are wanted, none are there', { spec: { replicas: 0 } }, 'everyReplicaIsAvailable'],
];

describe('the rules of a StatefulSet', () => {
  it.each(table)('%s', (_, situation, wanted) => {
    expect(told(situation).replace(/web-[bcdfghjklmnpqrstvwxz2456789]{8,10}$/, 'web-HASH')).toBe(wanted);
  });

  it('all stand in the table', () => {
    const named = new Set(table.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(statefulsetRules.map((rule) => rule.name).filter((name) => !named.has(name))).toEqual([]);
  });

  it('lead to the same state from every state: a sync depends on what it sees alone', () => {
    const set = setOf({});
    const store = new Store();
    for (const object of [set, revisionOf(set, 1), podOf(set, 0, 'running')]) store.put(object);
    const observed = new Observed(set, store, nowMs);
    const results = [...new Set(statefulsetRules.map((rule) => rule.state))].map((state) =>
      decide(statefulsetMachine, statefulsetRules, state, observed),
    );
    expect(new Set(results.map((result) => `${result.state} ${result.rule}`))).toEqual(
      new Set(['waitingForReady replicaIsNotReady']),
    );
  });
});
