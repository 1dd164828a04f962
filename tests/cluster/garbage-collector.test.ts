import { describe, expect, it } from 'vitest';
import { ApiServer } from '@/lib/cluster/api/server';
import { Chance } from '@/lib/cluster/chance';
import type { Cluster } from '@/lib/cluster/cluster';
import {
  garbageCollectorMachine,
  garbageCollectorRules,
} from '@/lib/cluster/controllers/garbage-collector.machine';
import { decide } from '@/lib/cluster/controllers/rules';
import { isTerminating, keyOf } from '@/lib/cluster/keys';
import { kinds } from '@/lib/cluster/kinds';
import type { KubeObject, Manifest, ObjectMeta, OwnerReference } from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { apply, must, newCluster } from './web';

/** Objects that nobody acts on, so that only the collector moves them. */
const plain = (name: string, metadata: Partial<ObjectMeta> = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, ...metadata },
  spec: { clusterIP: 'None' },
});

const refTo = (object: KubeObject, more: Partial<OwnerReference> = {}): OwnerReference => ({
  apiVersion: object.apiVersion,
  kind: object.kind,
  name: object.metadata.name,
  uid: object.metadata.uid,
  ...more,
});

/** Makes `name` with these owners, which block or not. */
function make(cluster: Cluster, name: string, owners: readonly KubeObject[] = [], blockOwnerDeletion = true) {
  const ownerReferences = owners.map((owner) => refTo(owner, { blockOwnerDeletion }));
  const made = must(cluster, apply(plain(name, owners.length ? { ownerReferences } : {})), 100);
  if (!made) throw new Error(`${name} was not made`);
  return made;
}

const find = (cluster: Cluster, name: string): KubeObject | undefined =>
  cluster.reading.get(`Service/default/${name}`);
const left = (cluster: Cluster): string[] =>
  cluster.reading
    .list('Service')
    .map((object) => object.metadata.name + (isTerminating(object) ? ' going' : ''))
    .filter((name) => name !== 'kubernetes');
const ownersOf = (cluster: Cluster, name: string): string[] =>
  (find(cluster, name)?.metadata.ownerReferences ?? []).map((ref) => ref.name);
const remove = (
  cluster: Cluster,
  name: string,
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan',
  kind = 'Service',
) => must(cluster, { verb: 'delete', kind, name, ...(propagationPolicy && { propagationPolicy }) }, 500);
const finalize = (cluster: Cluster, name: string, finalizers: readonly string[]) =>
  must(
    cluster,
    { verb: 'patch', type: 'merge', kind: 'Service', name, body: { metadata: { finalizers } } },
    500,
  );

describe('what an owner leaves behind', () => {
  it('goes in the background, through every storey', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    const b = make(cluster, 'b', [a]);
    make(cluster, 'c', [b]);
    make(cluster, 'free');
    remove(cluster, 'a');
    expect(left(cluster)).toEqual(['free']);
  });

  it('goes before the owner in the foreground, the lowest storey first', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    const b = make(cluster, 'b', [a]);
    make(cluster, 'c', [b]);
    finalize(cluster, 'c', ['test/hold']);
    remove(cluster, 'a', 'Foreground');
    expect(left(cluster)).toEqual(['a going', 'b going', 'c going']);
    expect(find(cluster, 'b')?.metadata.finalizers).toEqual(['foregroundDeletion']);
    finalize(cluster, 'c', []);
    expect(left(cluster)).toEqual([]);
  });

  it('is not waited for if it does not block, and goes all the same', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    make(cluster, 'b', [a], false);
    finalize(cluster, 'b', ['test/hold']);
    remove(cluster, 'a', 'Foreground');
    expect(left(cluster)).toEqual(['b going']);
  });

  it('is waited for no more when somebody unblocks it or takes the reference off', () => {
    for (const blockOwnerDeletion of [false, undefined]) {
      const cluster = newCluster();
      const a = make(cluster, 'a');
      make(cluster, 'b', [a]);
      finalize(cluster, 'b', ['test/hold']);
      remove(cluster, 'a', 'Foreground');
      expect(left(cluster)).toEqual(['a going', 'b going']);
      const ownerReferences = blockOwnerDeletion === false ? [refTo(a, { blockOwnerDeletion })] : null;
      const body = { metadata: { ownerReferences } };
      must(cluster, { verb: 'patch', type: 'merge', kind: 'Service', name: 'b', body }, 500);
      expect(left(cluster)).toEqual(['b going']);
    }
  });

  it('stays when it is orphaned, without the reference', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    const b = make(cluster, 'b', [a]);
    make(cluster, 'c', [b]);
    remove(cluster, 'a', 'Orphan');
    expect(left(cluster)).toEqual(['b', 'c']);
    expect(ownersOf(cluster, 'b')).toEqual([]);
    expect(ownersOf(cluster, 'c')).toEqual(['b']);
  });

  it('stays while another owner does, and loses the reference to the one that is gone', () => {
    for (const policy of ['Background', 'Foreground'] as const) {
      const cluster = newCluster();
      const a = make(cluster, 'a');
      const b = make(cluster, 'b');
      make(cluster, 'c', [a, b]);
      remove(cluster, 'a', policy);
      expect(left(cluster)).toEqual(['b', 'c']);
      expect(ownersOf(cluster, 'c')).toEqual(['b']);
      remove(cluster, 'b');
      expect(left(cluster)).toEqual([]);
    }
  });

  it('stays while its owner is going without waiting for it', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    make(cluster, 'b', [a]);
    finalize(cluster, 'a', ['test/hold']);
    remove(cluster, 'a');
    expect(left(cluster)).toEqual(['a going', 'b']);
    finalize(cluster, 'a', []);
    expect(left(cluster)).toEqual([]);
  });

  it('does not go to a new owner of the old name', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    finalize(cluster, 'a', ['test/hold']);
    make(cluster, 'b', [a]);
    must(cluster, { verb: 'delete', kind: 'Service', name: 'a' });
    must(cluster, {
      verb: 'patch',
      type: 'merge',
      kind: 'Service',
      name: 'a',
      body: { metadata: { finalizers: [] } },
    });
    make(cluster, 'a');
    cluster.run(cluster.nowMs + 500);
    expect(left(cluster)).toEqual(['a']);
  });

  it('goes with its own way of going if it has one already', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    const b = make(cluster, 'b', [a]);
    make(cluster, 'c', [b]);
    finalize(cluster, 'b', ['orphan']);
    remove(cluster, 'a');
    expect(left(cluster)).toEqual(['c']);
  });

  it('that is going already keeps its own moment', () => {
    const cluster = newCluster('played');
    const a = make(cluster, 'a');
    const spec = { terminationGracePeriodSeconds: 30, containers: [{ name: 'c', image: 'app:v1' }] };
    const metadata = { name: 'p', ownerReferences: [refTo(a)] };
    must(cluster, apply({ apiVersion: 'v1', kind: 'Pod', metadata, spec }), 500);
    must(cluster, { verb: 'delete', kind: 'Pod', name: 'p', gracePeriodSeconds: 600 });
    const at = cluster.reading.get('Pod/default/p')?.metadata.deletionTimestamp;
    remove(cluster, 'a');
    expect(at).toBeDefined();
    expect(cluster.reading.get('Pod/default/p')?.metadata.deletionTimestamp).toBe(at);
  });

  it('two that own each other go when both are foreground: one lets go', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    const b = make(cluster, 'b', [a]);
    const body = { metadata: { ownerReferences: [refTo(b, { blockOwnerDeletion: true })] } };
    must(cluster, { verb: 'patch', type: 'merge', kind: 'Service', name: 'a', body }, 500);
    expect(left(cluster)).toEqual(['a', 'b']);
    remove(cluster, 'a', 'Foreground');
    expect(left(cluster)).toEqual([]);
  });
});

describe('an owner that is not there', () => {
  const ghost: OwnerReference = { apiVersion: 'v1', kind: 'Service', name: 'ghost', uid: 'none' };
  const withOwners = (...ownerReferences: OwnerReference[]) => apply(plain('b', { ownerReferences }));

  it('takes along what is made with it', () => {
    const cluster = newCluster();
    must(cluster, withOwners(ghost), 500);
    expect(left(cluster)).toEqual([]);
  });

  it('takes along what gets it later', () => {
    const cluster = newCluster();
    make(cluster, 'b');
    const body = { metadata: { ownerReferences: [ghost] } };
    must(cluster, { verb: 'patch', type: 'merge', kind: 'Service', name: 'b', body }, 500);
    expect(left(cluster)).toEqual([]);
  });

  it('is one of the right name and another uid', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    must(cluster, withOwners({ ...refTo(a), uid: 'another' }), 500);
    expect(left(cluster)).toEqual(['a']);
  });

  it('is only struck out beside one that is', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    must(cluster, withOwners(ghost, refTo(a)), 500);
    expect(ownersOf(cluster, 'b')).toEqual(['a']);
  });

  it('may be of a kind that nobody serves here: nothing can be said of it', () => {
    const cluster = newCluster();
    const widget = { ...ghost, apiVersion: 'example.com/v1', kind: 'Widget', name: 'widget', uid: 'w' };
    must(cluster, withOwners(widget), 500);
    expect(left(cluster)).toEqual(['b']);
    must(cluster, apply(plain('c', { ownerReferences: [ghost, widget] })), 500);
    expect(ownersOf(cluster, 'c')).toEqual(['widget']);
  });

  it('is not looked for in a namespace if it has none: a Node may own', () => {
    const cluster = newCluster();
    const node = cluster.reading.get('Node//node-1');
    if (!node) throw new Error('there is no node');
    must(cluster, withOwners(refTo(node)), 500);
    expect(left(cluster)).toEqual(['b']);
  });
});

describe('a deletion', () => {
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'app', image: 'app:v1' }] },
  };
  const owner = (kind: string, apiVersion: string): Manifest => ({
    apiVersion,
    kind,
    metadata: { name: 'web' },
    spec: {
      replicas: 2,
      selector: kind === 'ReplicationController' ? { app: 'web' } : { matchLabels: { app: 'web' } },
      template,
    },
  });
  const owners = [owner('ReplicaSet', 'apps/v1'), owner('ReplicationController', 'v1')];

  it.each(owners)('by kubectl takes the Pods of a $kind along', (object) => {
    const cluster = newCluster('played');
    must(cluster, apply(object), 500);
    expect(cluster.reading.list('Pod')).toHaveLength(2);
    remove(cluster, 'web', undefined, object.kind);
    expect(cluster.reading.get(keyOf(object as KubeObject))).toBeUndefined();
    expect(cluster.reading.list('Pod').filter((pod) => !isTerminating(pod))).toEqual([]);
  });

  it('of a client that says nothing leaves the dependents of the two kinds that always did so', () => {
    expect([...kinds.values()].filter((kind) => kind.orphansDependents).map((kind) => kind.kind)).toEqual([
      'ReplicationController',
      'Job',
    ]);
    const store = new Store();
    let version = 0;
    const api = new ApiServer({
      store,
      chance: new Chance(1),
      nowMs: () => 0,
      next: () => ++version,
      written: () => undefined,
    });
    store.put({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: madeMeta('default', ''),
      status: { phase: 'Active' },
    } as KubeObject);
    for (const object of owners) {
      const made = api.create(object, { by: 'client' });
      expect(made).toMatchObject({ ok: true });
      const key = { kind: object.kind, namespace: 'default', name: 'web' };
      expect(api.delete(key, {}, { by: 'client' })).toMatchObject({ ok: true });
      const after = store.get(`${object.kind}/default/web`);
      expect(after?.metadata.finalizers).toEqual(
        object.kind === 'ReplicationController' ? ['orphan'] : undefined,
      );
    }
  });

  it('in the foreground that is repeated in the background waits no more', () => {
    const cluster = newCluster();
    const a = make(cluster, 'a');
    make(cluster, 'b', [a]);
    finalize(cluster, 'b', ['test/hold']);
    remove(cluster, 'a', 'Foreground');
    expect(left(cluster)).toEqual(['a going', 'b going']);
    remove(cluster, 'a', 'Background');
    expect(left(cluster)).toEqual(['b going']);
  });

  it('that only marks is a change of the object: its generation grows once', () => {
    const cluster = newCluster('played');
    must(cluster, apply(owner('ReplicaSet', 'apps/v1')), 500);
    for (let times = 0; times < 2; times++) remove(cluster, 'web', 'Foreground', 'ReplicaSet');
    expect(cluster.reading.get('ReplicaSet/default/web')).toMatchObject({
      metadata: { generation: 2 },
      status: { observedGeneration: 2 },
    });
  });

  it('keeps its moment when it is repeated', () => {
    const cluster = newCluster();
    make(cluster, 'a');
    finalize(cluster, 'a', ['test/hold']);
    remove(cluster, 'a');
    const at = find(cluster, 'a')?.metadata.deletionTimestamp;
    cluster.run(cluster.nowMs + 5000);
    remove(cluster, 'a', 'Foreground');
    expect(find(cluster, 'a')?.metadata.deletionTimestamp).toBe(at);
  });
});

const madeMeta = (name: string, namespace = 'default'): ObjectMeta => ({
  name,
  ...(namespace && { namespace }),
  uid: name,
  resourceVersion: '1',
  creationTimestamp: '2026-01-01T00:00:00Z',
});
const held = (finalizer: string): Partial<ObjectMeta> => ({
  deletionTimestamp: '2026-01-01T00:00:00Z',
  finalizers: [finalizer],
});
const table: readonly (readonly [string, Partial<ObjectMeta> | undefined, boolean | undefined, string])[] = [
  [
    'an owner that lets its dependents go',
    held('orphan'),
    true,
    'dependentsAreToBeOrphaned update b, update a',
  ],
  [
    'one that waits for a dependent that blocks',
    held('foregroundDeletion'),
    true,
    'dependentsGoFirst delete b',
  ],
  ['one that nobody blocks', held('foregroundDeletion'), false, 'dependentsAreGone update a'],
  ['one that is gone', undefined, true, 'ownerIsGone delete b'],
  ['one that is there', {}, true, 'nothingToCollect'],
  ['one that is going by another finalizer', held('test/hold'), true, 'nothingToCollect'],
  ['nobody', undefined, undefined, 'nothingToCollect'],
];

describe('the rules of the garbage collector', () => {
  it.each(table)('%s', (_, metadata, blockOwnerDeletion, wanted) => {
    const store = new Store();
    const object = (name: string, more: Partial<ObjectMeta>): KubeObject => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...madeMeta(name), ...more },
    });
    const owner = metadata && object('a', metadata);
    const ref = { apiVersion: 'v1', kind: 'Service', name: 'a', uid: 'a', blockOwnerDeletion };
    const dependents = blockOwnerDeletion === undefined ? [] : [object('b', { ownerReferences: [ref] })];
    for (const each of [owner, ...dependents]) if (each) store.put(each);
    const observed = { reading: store, owner, uid: 'a', dependents };
    const { rule, writes } = decide(garbageCollectorMachine, garbageCollectorRules, undefined, observed);
    const did = writes.map(
      (write) => `${write.do} ${(write as { object: KubeObject }).object.metadata.name}`,
    );
    expect([rule, did.join(', ')].filter(Boolean).join(' ')).toBe(wanted);
  });

  it('all stand in the table, so every state is reached', () => {
    const named = new Set(table.map((row) => row[3].split(' ')[0]));
    expect(garbageCollectorRules.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });
});
