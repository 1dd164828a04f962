import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import {
  namespaceMachine,
  namespaceRules,
  type Observed,
  observe,
} from '@/lib/cluster/controllers/namespace.machine';
import { decide } from '@/lib/cluster/controllers/rules';
import type { KubeObject, Manifest, Namespace, ObjectMeta, Pod } from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';

const newCluster = () => new Cluster({ seed: 1, nodes: [{ name: 'a' }], kubelet: 'played' });
const shop: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
const podIn = (namespace: string, more: Partial<ObjectMeta> = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', namespace, ...more },
  spec: { containers: [{ name: 'c', image: 'app:v1' }] },
});
const deleteShop: Command = { verb: 'delete', kind: 'Namespace', name: 'shop' };

function told(cluster: Cluster, command: Command): string {
  const result = cluster.do(command);
  return result.ok ? 'ok' : `${result.status.reason}: ${result.status.message}`;
}
const shopOf = (cluster: Cluster) => cluster.reading.find<Namespace>('Namespace', '', 'shop');

describe('namespaces', () => {
  it('of the system are there from the beginning', () => {
    const all = newCluster().reading.list<Namespace>('Namespace');
    expect(all.map(({ metadata }) => metadata.name)).toEqual([
      'default',
      'kube-system',
      'kube-public',
      'kube-node-lease',
    ]);
    for (const { metadata, spec, status } of all) {
      expect(metadata.labels).toEqual({ 'kubernetes.io/metadata.name': metadata.name });
      expect(spec).toEqual({ finalizers: ['kubernetes'] });
      expect(status).toEqual({ phase: 'Active' });
    }
  });

  it.each(['default', 'kube-system', 'kube-public'])('of the name %s never go', (name) => {
    expect(told(newCluster(), { verb: 'delete', kind: 'Namespace', name })).toBe(
      `Forbidden: namespaces ${JSON.stringify(name)} is forbidden: this namespace may not be deleted`,
    );
  });

  it('have to be there before anything is made in them', () => {
    const cluster = newCluster();
    expect(told(cluster, { verb: 'create', object: podIn('shop') })).toBe(
      'NotFound: namespaces "shop" not found',
    );
    cluster.do({ verb: 'create', object: shop });
    expect(told(cluster, { verb: 'create', object: podIn('shop') })).toBe('ok');
  });

  it('are held by who holds them: a client cannot let go', () => {
    const cluster = newCluster();
    cluster.do({ verb: 'create', object: shop });
    const body = { spec: { finalizers: [] } };
    cluster.do({ verb: 'patch', type: 'merge', kind: 'Namespace', name: 'shop', body });
    expect(shopOf(cluster)?.spec.finalizers).toEqual(['kubernetes']);
  });
});

describe('a namespace that is going', () => {
  const going = () => {
    const cluster = newCluster();
    cluster.do({ verb: 'create', object: shop });
    cluster.do({ verb: 'create', object: podIn('shop') });
    cluster.run(1000);
    cluster.do({ verb: 'kubelet', act: 'ready', pod: 'p', namespace: 'shop' });
    cluster.do(deleteShop);
    return cluster;
  };

  it('says so at once, without a grace', () => {
    const namespace = shopOf(going());
    expect(namespace?.status.phase).toBe('Terminating');
    expect(namespace?.metadata.deletionTimestamp).toBe(timestamp(1000));
    expect(namespace?.metadata).not.toHaveProperty('deletionGracePeriodSeconds');
  });

  it('takes nothing new', () => {
    expect(told(going(), { verb: 'create', object: podIn('shop', { name: 'q' }) })).toBe(
      'Forbidden: pods "q" is forbidden: unable to create new content in namespace shop because it is being terminated',
    );
  });

  it('is not made anew, and a second deletion changes nothing', () => {
    const cluster = going();
    expect(told(cluster, { verb: 'create', object: shop })).toBe(
      'AlreadyExists: object is being deleted: namespaces "shop" already exists',
    );
    const before = shopOf(cluster);
    expect(told(cluster, deleteShop)).toBe('ok');
    expect(shopOf(cluster)).toBe(before);
  });

  it('deletes its Pods after five seconds, says what it waits for, then deletes the rest and is gone', () => {
    const cluster = going();
    const stateOf = () => cluster.stateOf('namespace', 'Namespace//shop')?.state;
    cluster.run(5_900);
    const pod = () => cluster.reading.find<Pod>('Pod', 'shop', 'p');
    expect(pod()?.metadata.deletionTimestamp).toBeUndefined();
    cluster.run(6_100);
    expect(pod()?.metadata.deletionTimestamp).toBeDefined();
    expect(stateOf()).toBe('waitingForPods');
    const remaining = () =>
      shopOf(cluster)?.status.conditions?.flatMap(({ status, message }) =>
        status === 'True' ? message : [],
      );
    expect(remaining()).toEqual(['Some resources are remaining: pods. has 1 resource instances']);
    cluster.do({ verb: 'kubelet', act: 'gone', pod: 'p', namespace: 'shop' });
    cluster.run(60_000);
    expect(shopOf(cluster)).toBeUndefined();
    expect(cluster.reading.list('Event').filter(({ metadata }) => metadata.namespace === 'shop')).toEqual([]);
    expect(told(cluster, { verb: 'create', object: shop })).toBe('ok');
  });

  it('waits for finalizers of its content, and names them', () => {
    const cluster = newCluster();
    cluster.do({ verb: 'create', object: shop });
    const claim: Manifest = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 's', namespace: 'shop', finalizers: ['example.com/mine'] },
      spec: { ports: [{ port: 80 }] },
    };
    cluster.do({ verb: 'create', object: claim });
    cluster.do(deleteShop);
    cluster.run(30_000);
    expect(cluster.stateOf('namespace', 'Namespace//shop')?.state).toBe('waitingForContent');
    const said = shopOf(cluster)?.status.conditions?.filter(({ status }) => status === 'True');
    expect(said?.map(({ reason, message }) => `${reason}: ${message}`)).toEqual([
      'SomeResourcesRemain: Some resources are remaining: services. has 1 resource instances',
      'SomeFinalizersRemain: Some content in the namespace has finalizers remaining: example.com/mine in 1 resource instances',
    ]);
    const free: Command = {
      verb: 'patch',
      type: 'merge',
      kind: 'Service',
      name: 's',
      namespace: 'shop',
      body: { metadata: { finalizers: null } },
    };
    cluster.do(free);
    cluster.run(60_000);
    expect(shopOf(cluster)).toBeUndefined();
  });

  it('does not let its controllers bring the Pods back', () => {
    const cluster = newCluster();
    cluster.do({ verb: 'create', object: shop });
    const agent: Manifest = {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent', namespace: 'shop' },
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        template: {
          metadata: { labels: { app: 'agent' } },
          spec: { containers: [{ name: 'c', image: 'app:v1' }] },
        },
      },
    };
    cluster.do({ verb: 'apply', object: agent });
    cluster.run(1000);
    cluster.do(deleteShop);
    cluster.run(10_000);
    const [pod] = cluster.reading.list<Pod>('Pod');
    cluster.do({ verb: 'kubelet', act: 'gone', pod: pod?.metadata.name ?? '', namespace: 'shop' });
    cluster.run(12_000);
    expect(cluster.reading.list('Pod')).toEqual([]);
    cluster.run(60_000);
    expect(shopOf(cluster)).toBeUndefined();
    expect(cluster.reading.list('DaemonSet')).toEqual([]);
  });
});

const nowMs = 100_000;
const meta = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  uid: name,
  resourceVersion: '1',
  creationTimestamp: timestamp(0),
  ...more,
});
const marked = { deletionTimestamp: timestamp(nowMs - 5000) };

function observed(isGoing: boolean, holders: readonly string[], content: readonly KubeObject[]): Observed {
  const store = new Store();
  for (const object of content) store.put(object);
  const namespace: Namespace = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: meta('shop', isGoing ? marked : {}),
    spec: { finalizers: holders },
    status: { phase: isGoing ? 'Terminating' : 'Active' },
  };
  return observe(namespace, store, nowMs);
}

const thing = (kind: string, name: string, more: Partial<ObjectMeta> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: meta(name, { namespace: 'shop', ...more }),
  spec: { containers: [] },
  status: { phase: 'Running' },
});

const table: readonly (readonly [string, boolean, readonly string[], readonly KubeObject[], string])[] = [
  ['nothing is done in one that stays', false, ['kubernetes'], [thing('Pod', 'p')], 'isNotBeingDeleted'],
  [
    'Pods go first',
    true,
    ['kubernetes'],
    [thing('Pod', 'p'), thing('Service', 's')],
    'podsAreThere | p | delete p',
  ],
  [
    'nothing else goes before they are gone',
    true,
    ['kubernetes'],
    [thing('Pod', 'p', marked), thing('Service', 's')],
    'podsAreTerminating | p | updateStatus shop',
  ],
  [
    'then everything else goes, and nothing of another namespace',
    true,
    ['kubernetes'],
    [thing('Service', 's'), thing('Event', 'e'), thing('Service', 'x', { namespace: 'other' })],
    'contentIsThere | s | delete s, delete e',
  ],
  [
    'what has finalizers is waited for',
    true,
    ['kubernetes'],
    [thing('Service', 's', { ...marked, finalizers: ['mine'] })],
    'contentIsTerminating | s | updateStatus shop',
  ],
  [
    'then Kubernetes lets it go',
    true,
    ['kubernetes'],
    [],
    'kubernetesHoldsIt | updateStatus shop, finalize shop',
  ],
  ['others may still hold it', true, ['mine'], [], 'somebodyElseHoldsIt'],
];

describe('the rules of a namespace', () => {
  const told = (isGoing: boolean, holders: readonly string[], content: readonly KubeObject[]) =>
    decide(namespaceMachine, namespaceRules, undefined, observed(isGoing, holders, content));

  it.each(table)('%s', (_, isGoing, holders, content, wanted) => {
    const { rule, about, writes } = told(isGoing, holders, content);
    const did = writes.map(
      (write) => `${write.do} ${(write as { object: KubeObject }).object.metadata.name}`,
    );
    expect([rule, about?.split('/').at(-1), did.join(', ')].filter(Boolean).join(' | ')).toBe(wanted);
  });

  it('all stand in the table', () => {
    const named = new Set(table.map(([, , , , wanted]) => wanted.split(' | ')[0]));
    expect(namespaceRules.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });
});
