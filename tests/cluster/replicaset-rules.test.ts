import { describe, expect, it } from 'vitest';

import { Observed, type ReplicaOwner } from '@/lib/cluster/controllers/replicaset/observed';
import { podsToDelete } from '@/lib/cluster/controllers/replicaset/rank';
import {
  burstReplicas,
  replicasetMachine,
  replicasetRules,
} from '@/lib/cluster/controllers/replicaset/replicaset.machine';
import { statusOf, withFailure, withStatus } from '@/lib/cluster/controllers/replicaset/status';
import { decide } from '@/lib/cluster/controllers/rules';
import type { Condition, Manifest, ObjectMeta, OwnerReference, Pod } from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';

const nowMs = 100_000;

interface Situation {
  readonly kind?: ReplicaOwner['kind'];
  readonly replicas?: number;
  readonly minReadySeconds?: number;
  readonly meta?: Partial<ObjectMeta>;
  readonly conditions?: readonly Condition[];
  /** By name: how each Pod stands. */
  readonly pods?: Readonly<Record<string, string>>;
}

const meta = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  namespace: 'default',
  uid: `uid-${name}`,
  resourceVersion: '1',
  creationTimestamp: timestamp(0),
  ...more,
});

const labels = { app: 'web' };
const ownerOf = ({ kind = 'ReplicaSet', replicas = 2, ...more }: Situation): ReplicaOwner =>
  ({
    apiVersion: kind === 'ReplicaSet' ? 'apps/v1' : 'v1',
    kind,
    metadata: meta('web', { generation: 3, ...more.meta }),
    spec: {
      replicas,
      minReadySeconds: more.minReadySeconds,
      selector: kind === 'ReplicaSet' ? { matchLabels: labels } : labels,
      template: {
        metadata: { labels: { ...labels, tier: 'front' } },
        spec: { containers: [{ name: 'app', image: 'app:v1' }] },
      },
    },
    status: { replicas: 0, ...(more.conditions && { conditions: more.conditions }) },
  }) as ReplicaOwner;

const reference = (name: string, kind: string): OwnerReference => ({
  apiVersion: 'apps/v1',
  kind,
  name,
  uid: `uid-${name}`,
  controller: true,
});

/**
 * How a Pod stands, in words: a phase (`Running` unless said); `ready`, `ready 3` (for 3 s); `going`; `other` (labels),
 * `bare` (labels that the template has more of); `free` (nobody's), `theirs` (another's); `on NODE`, `unbound`;
 * `cost N`, `restarts N`, `born S` (so many seconds ago).
 */
function podOf(name: string, how: string, owner: ReplicaOwner): Pod {
  const words = how.split(' ');
  const is = (word: string) => words.includes(word);
  const after = (word: string) => (is(word) ? words[words.indexOf(word) + 1] : undefined);
  const number = (word: string, otherwise: number) => Number(after(word) ?? otherwise) || 0;
  const seconds = /^\d+$/.test(after('ready') ?? '') ? number('ready', 0) : 60;
  const cost = after('cost');
  const phase = words.find((word) => /^(Pending|Unknown|Failed|Succeeded)$/.test(word)) ?? 'Running';
  const refs = is('theirs') ? [reference('theirs', 'Job')] : [reference(owner.metadata.name, owner.kind)];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(name, {
      creationTimestamp: timestamp(nowMs - number('born', 90) * 1000),
      labels: is('other') ? { app: 'other' } : is('bare') ? labels : { ...labels, tier: 'front' },
      ...(!is('free') && { ownerReferences: refs }),
      ...(is('going') && { deletionTimestamp: timestamp(nowMs) }),
      ...(cost !== undefined && { annotations: { 'controller.kubernetes.io/pod-deletion-cost': cost } }),
    }),
    spec: { containers: [], ...(!is('unbound') && { nodeName: after('on') ?? 'node-1' }) },
    status: {
      phase: phase as Pod['status']['phase'],
      conditions: [
        {
          type: 'Ready',
          status: is('ready') ? 'True' : 'False',
          lastTransitionTime: timestamp(nowMs - seconds * 1000),
        },
      ],
      containerStatuses: [
        { name: 'app', image: 'app:v1', ready: true, restartCount: number('restarts', 0), state: {} },
      ],
    },
  };
}

function observe(situation: Situation): Observed {
  const owner = ownerOf(situation);
  const store = new Store();
  store.put(owner);
  for (const [name, how] of Object.entries(situation.pods ?? {})) store.put(podOf(name, how, owner));
  return new Observed(owner, store, nowMs);
}

function told(situation: Situation): string {
  const result = decide(replicasetMachine, replicasetRules, undefined, observe(situation));
  const did = result.writes.flatMap((write) => {
    if (write.do === 'event') return [`says ${write.reason}: ${write.message}`];
    const { name, generateName, ownerReferences } = (write as { object: Manifest }).object.metadata;
    const owned = write.do === 'update' ? ` of ${ownerReferences?.length ?? 0}` : '';
    return [`${write.do} ${name ?? generateName}${owned}`];
  });
  return [result.rule, result.about?.split('/').at(-1), did.join(', ')].filter(Boolean).join(' | ');
}

const two = { a: 'ready', b: 'ready' };
const table: readonly (readonly [string, Situation, string])[] = [
  [
    'an owner that is being deleted makes no Pods',
    { meta: { deletionTimestamp: timestamp(nowMs) } },
    'isBeingDeleted',
  ],
  [
    'and adopts none',
    { meta: { deletionTimestamp: timestamp(nowMs) }, pods: { a: 'ready free' } },
    'isBeingDeleted',
  ],
  ['missing Pods are made, all at once', {}, 'hasTooFewReplicas | create web-, create web-'],
  ['a missing Pod is made', { pods: { a: 'ready' } }, 'hasTooFewReplicas | create web-'],
  [
    'a Pod that is going is replaced at once',
    { pods: { ...two, b: 'ready going' } },
    'hasTooFewReplicas | create web-',
  ],
  [
    'a failed Pod is replaced and stays',
    { pods: { ...two, b: 'Failed' } },
    'hasTooFewReplicas | create web-',
  ],
  ['so is one that succeeded', { pods: { ...two, b: 'Succeeded' } }, 'hasTooFewReplicas | create web-'],
  [
    'a Pod of somebody else does not count',
    { pods: { ...two, b: 'ready theirs' } },
    'hasTooFewReplicas | create web-',
  ],
  [
    'a Pod that left the selector is released',
    { pods: { ...two, b: 'ready other' } },
    'podHasLeftSelector | b | update b of 0',
  ],
  [
    'one that left and is going is not',
    { pods: { ...two, c: 'ready other going' } },
    'everyReplicaIsAvailable',
  ],
  [
    'a Pod that nobody manages is adopted',
    { pods: { a: 'ready', b: 'ready free' } },
    'orphanMatchesSelector | b | update b of 1',
  ],
  [
    'even one too many: it may go afterwards',
    { pods: { ...two, c: 'ready free' } },
    'orphanMatchesSelector | c | update c of 1',
  ],
  [
    'one that has ended, is going or is not selected is not adopted',
    { pods: { ...two, c: 'Failed free', d: 'ready free going', e: 'ready free other' } },
    'everyReplicaIsAvailable',
  ],
  [
    'one too many goes',
    { pods: { ...two, c: 'ready' } },
    'hasTooManyReplicas | delete a, says SuccessfulDelete: Deleted pod: a',
  ],
  [
    'all go at zero',
    { replicas: 0, pods: two },
    'hasTooManyReplicas | delete a, says SuccessfulDelete: Deleted pod: a, delete b, says SuccessfulDelete: Deleted pod: b',
  ],
  ['a Pod that is not Ready is waited for', { pods: { a: 'ready', b: '' } }, 'someReplicaIsNotReady | b'],
  [
    'a Ready Pod is waited for until it is Available',
    { minReadySeconds: 5, pods: { a: 'ready', b: 'ready 4' } },
    'someReplicaIsNotAvailable | b',
  ],
  [
    'an Available Pod is not',
    { minReadySeconds: 5, pods: { a: 'ready', b: 'ready 5' } },
    'everyReplicaIsAvailable',
  ],
  ['then it is steady', { pods: two }, 'everyReplicaIsAvailable'],
  [
    'a ReplicationController keeps its count by the same rules',
    { kind: 'ReplicationController', pods: { a: 'ready', b: 'ready other' } },
    'podHasLeftSelector | b | update b of 0',
  ],
];

describe('the rules of a ReplicaSet', () => {
  it.each(table)('%s', (_, situation, wanted) => {
    expect(told(situation)).toBe(wanted);
  });

  it('all stand in the table, so every state is reached', () => {
    const named = new Set(table.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(replicasetRules.map((rule) => rule.name).filter((name) => !named.has(name))).toEqual([]);
    expect(Object.keys(replicasetMachine.states).sort()).toEqual(
      [...new Set(replicasetRules.map((rule) => rule.state))].sort(),
    );
  });

  it('lead to the same state from every state: a sync depends on what it sees alone', () => {
    const observed = observe({ pods: { a: 'ready', b: '' } });
    const ends = Object.keys(replicasetMachine.states).map(
      (state) => decide(replicasetMachine, replicasetRules, state, observed).state,
    );
    expect(new Set(ends)).toEqual(new Set(['waitingForReady']));
  });

  it('make and delete at most 500 Pods in one sync', () => {
    const writes = (situation: Situation) =>
      decide(replicasetMachine, replicasetRules, undefined, observe(situation)).writes.filter(
        (write) => write.do !== 'event',
      );
    expect(burstReplicas).toBe(500);
    expect(writes({ replicas: 501 })).toHaveLength(500);
    const pods = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`p${i}`, 'ready']));
    expect(writes({ replicas: 0, pods })).toHaveLength(500);
  });

  it('say what was made, and why a Pod could not be made', () => {
    const [write] = decide(replicasetMachine, replicasetRules, undefined, observe({})).writes;
    if (write?.do !== 'create') throw new Error('nothing is made');
    const pod = podOf('web-x', '', ownerOf({}));
    expect(write.made?.(pod)).toMatchObject([
      { do: 'event', type: 'Normal', reason: 'SuccessfulCreate', message: 'Created pod: web-x' },
    ]);
    expect(
      write.refused?.({ code: 403, reason: 'Forbidden', message: 'pods "web-" is forbidden: no room' }),
    ).toMatchObject([
      {
        do: 'event',
        type: 'Warning',
        reason: 'FailedCreate',
        message: 'Error creating: pods "web-" is forbidden: no room',
      },
      {
        do: 'updateStatus',
        object: { status: { conditions: [{ message: 'pods "web-" is forbidden: no room' }] } },
      },
    ]);
    const causes = [{ reason: 'NamespaceTerminating', message: 'namespace default is being terminated' }];
    expect(write.refused?.({ code: 403, reason: 'Forbidden', message: 'it is going', causes })).toEqual([]);
  });

  it('look again when the next Pod becomes Available', () => {
    const pods = { a: 'ready 3', b: 'ready 1', c: '' };
    expect(observe({ replicas: 3, minReadySeconds: 10, pods }).nextAvailableInMs).toBe(7000);
    expect(observe({ replicas: 3, pods }).nextAvailableInMs).toBeUndefined();
  });
});

/** Each row: Pods from the one that goes first to the one that stays longest, in two places each. */
const ranks: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['without a node before with one', { a: 'Pending unbound', b: 'Pending' }],
  ['Pending before Unknown before Running', { a: 'Pending', b: 'Unknown', c: '' }],
  ['not Ready before Ready', { a: '', b: 'ready' }],
  ['not Ready before Ready, whatever it costs', { a: 'cost 9', b: 'ready cost -9' }],
  ['the cheaper before the dearer', { a: 'ready cost -10', b: 'ready', c: 'ready cost 10' }],
  ['a cost that is no number is none', { a: 'ready cost -1', b: 'ready cost +5 born 90', c: 'ready cost 1' }],
  ['a cost beyond 32 bits is none', { a: 'ready cost -1', b: 'ready cost 2147483648', c: 'ready cost 1' }],
  ['Ready for a moment before Ready for long', { a: 'ready 2', b: 'ready 60' }],
  ['restarted often before restarted seldom', { a: 'ready restarts 5', b: 'ready restarts 1' }],
  ['young before old', { a: 'born 2', b: 'born 90' }],
  ['restarts before age', { a: 'restarts 3 born 90', b: 'born 2' }],
];

describe('who goes when there are too many', () => {
  const chosen = (pods: Readonly<Record<string, string>>, count: number): string[] => {
    const { owner, reading, pods: observed } = observe({ pods });
    return podsToDelete(observed, count, owner, reading, nowMs).map((pod) => pod.metadata.name);
  };

  it.each(ranks)('%s', (_, pods) => {
    const order = Object.keys(pods);
    const reversed = Object.fromEntries(Object.entries(pods).reverse());
    for (let count = 1; count < order.length; count++) {
      expect(chosen(pods, count)).toEqual(order.slice(0, count));
      expect(chosen(reversed, count)).toEqual(order.slice(0, count));
    }
  });

  it('ages of one order of magnitude are alike: the uid decides, which is chance', () => {
    expect(chosen({ b: 'ready 40', a: 'ready 60' }, 1)).toEqual(['a']);
    expect(chosen({ a: 'ready 60', b: 'ready 40' }, 1)).toEqual(['a']);
    expect(chosen({ b: 'ready 60', a: 'ready 40' }, 1)).toEqual(['a']);
  });

  it('of those that are alike in all the first made', () => {
    expect(chosen({ b: 'ready', a: 'ready' }, 1)).toEqual(['b']);
  });

  it('a Pod beside others of its Deployment before one alone, whichever ReplicaSet they are of', () => {
    const deployment = { ownerReferences: [reference('shop', 'Deployment')] };
    const owner = ownerOf({ meta: deployment });
    const old = { ...owner, metadata: meta('web-old', deployment) } as ReplicaOwner;
    const store = new Store();
    const put = (name: string, how: string, of: ReplicaOwner) => store.put(podOf(name, how, of));
    for (const set of [owner, old]) store.put(set);
    put('alone', 'ready on node-1', owner);
    put('beside', 'ready on node-2', owner);
    put('neighbour', 'ready on node-2', old);
    put('ended', 'Failed on node-1', old);
    put('gone', 'ready going on node-1', old);
    const { pods } = new Observed(owner, store, nowMs);
    expect(podsToDelete(pods, 1, owner, store, nowMs).map((pod) => pod.metadata.name)).toEqual(['beside']);
  });

  it('neighbours do not count without a Deployment', () => {
    expect(chosen({ a: 'ready on node-1', b: 'ready on node-2', c: 'ready on node-2' }, 1)).toEqual(['a']);
  });
});

describe('the status of a ReplicaSet', () => {
  const pods = { a: 'ready', b: 'ready 1 bare', c: '', d: 'ready going', e: 'Failed', f: 'going other' };

  it('counts Pods, those with all labels, Ready and Available ones, and those that are going', () => {
    expect(statusOf(observe({ replicas: 3, minReadySeconds: 5, pods }))).toEqual({
      replicas: 3,
      fullyLabeledReplicas: 2,
      readyReplicas: 2,
      availableReplicas: 1,
      terminatingReplicas: 1,
      observedGeneration: 3,
    });
  });

  it('leaves out counts of 0 but for replicas and terminatingReplicas', () => {
    expect(JSON.parse(JSON.stringify(statusOf(observe({}))))).toEqual({
      replicas: 0,
      terminatingReplicas: 0,
      observedGeneration: 3,
    });
  });

  it('of a ReplicationController knows nothing of those that are going', () => {
    expect(statusOf(observe({ kind: 'ReplicationController', pods }))).not.toHaveProperty(
      'terminatingReplicas',
    );
  });

  it('is written only when it changed', () => {
    const observed = observe({ pods: two });
    const owner = withStatus(observed);
    expect(owner).toBeDefined();
    expect(withStatus(new Observed(owner as ReplicaOwner, observed.reading, nowMs))).toBeUndefined();
  });

  it('keeps the first failure until the number is right', () => {
    const failed = withFailure(observe({}), 'no room');
    const [condition] = failed.status.conditions ?? [];
    expect(condition).toEqual({
      type: 'ReplicaFailure',
      status: 'True',
      reason: 'FailedCreate',
      message: 'no room',
      lastTransitionTime: timestamp(nowMs),
    });
    const { conditions } = failed.status;
    expect(withFailure(observe({ conditions }), 'still no room').status.conditions).toEqual(conditions);
    expect(statusOf(observe({ conditions })).conditions).toEqual(conditions);
    expect(statusOf(observe({ conditions, pods: two })).conditions).toBeUndefined();
  });
});
