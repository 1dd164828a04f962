import { describe, expect, it } from 'vitest';
import type { Cluster } from '@/lib/cluster/cluster';
import { controllerOf, isTerminating } from '@/lib/cluster/keys';
import type { Event, KubeObject, Manifest, Pod, ReplicaSet } from '@/lib/cluster/objects';
import { apply, must, newCluster } from './web';

const template = (labels: object, spec: object = {}) => ({
  metadata: { labels },
  spec: { containers: [{ name: 'app', image: 'app:v1' }], ...spec },
});

const set = (spec: object = {}, metadata: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: 'web', ...metadata },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'web' } },
    template: template({ app: 'web' }),
    ...spec,
  },
});

const old = (spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'ReplicationController',
  metadata: { name: 'old' },
  spec: { replicas: 2, template: template({ app: 'old' }), ...spec },
});

const pod = (name: string, labels: object): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: labels as never },
  spec: template({}).spec,
});

const podsOf = (cluster: Cluster, owner = 'web'): Pod[] =>
  cluster.reading.list<Pod>('Pod').filter((p) => controllerOf(p.metadata)?.name === owner);
const alive = (cluster: Cluster, owner?: string): Pod[] =>
  podsOf(cluster, owner).filter((p) => !isTerminating(p));
const statusOf = (cluster: Cluster): ReplicaSet['status'] | undefined =>
  cluster.reading.get<ReplicaSet>('ReplicaSet/default/web')?.status;
const said = (cluster: Cluster, on: string): string[] =>
  cluster.reading
    .list<Event>('Event')
    .filter((event) => event.involvedObject.name === on)
    .map((event) => `${event.reportingComponent} ${event.reason}`);
const scaleTo = (cluster: Cluster, replicas: number, thenMs: number): KubeObject | undefined =>
  must(cluster, { verb: 'scale', kind: 'ReplicaSet', name: 'web', replicas }, thenMs);
const merge = (cluster: Cluster, kind: string, name: string, body: object, thenMs = 0) =>
  must(cluster, { verb: 'patch', type: 'merge', kind, name, body }, thenMs);

describe('a ReplicaSet', () => {
  it('makes its Pods from the template, names them after itself and manages them', () => {
    const cluster = newCluster();
    must(cluster, apply(set()), 50);
    const pods = podsOf(cluster);
    expect(pods).toHaveLength(3);
    for (const { metadata } of pods) {
      expect(metadata.name).toMatch(/^web-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
      expect(metadata.labels).toEqual({ app: 'web' });
      expect(controllerOf(metadata)).toMatchObject({ kind: 'ReplicaSet', blockOwnerDeletion: true });
    }
  });

  it('cuts a long name for its Pods so that there is room for a suffix', () => {
    const cluster = newCluster();
    must(cluster, apply(set({ replicas: 1 }, { name: 'w'.repeat(70) })), 50);
    expect(cluster.reading.list<Pod>('Pod')[0]?.metadata.name).toMatch(/^w{58}[a-z0-9]{5}$/);
  });

  it('makes no more than wanted, however often it is asked', () => {
    const cluster = newCluster();
    must(cluster, apply(set({ replicas: 40 })), 5000);
    expect(podsOf(cluster)).toHaveLength(40);
    expect(statusOf(cluster)).toMatchObject({ replicas: 40, readyReplicas: 40, availableReplicas: 40 });
    expect(cluster.nextDueMs).toBeUndefined();
  });

  it('stands where its Pods stand', () => {
    const cluster = newCluster();
    must(cluster, apply(set()), 100);
    const state = () => cluster.stateOf('replicaset', 'ReplicaSet/default/web')?.state;
    expect(state()).toBe('waitingForReady');
    cluster.run(3000);
    expect(state()).toBe('steady');
  });

  it('leaves Pods of the old template alone: only new ones are of the new', () => {
    const cluster = newCluster();
    must(cluster, apply(set()), 2000);
    const before = podsOf(cluster).map((p) => p.metadata.uid);
    const body = { spec: { template: { spec: { containers: [{ name: 'app', image: 'app:v2' }] } } } };
    merge(cluster, 'ReplicaSet', 'web', body, 2000);
    expect(podsOf(cluster).map((p) => p.metadata.uid)).toEqual(before);
    scaleTo(cluster, 4, 2000);
    expect(podsOf(cluster).map((p) => p.spec.containers[0]?.image)).toEqual([
      'app:v1',
      'app:v1',
      'app:v1',
      'app:v2',
    ]);
  });

  it('adopts a Pod that comes later, and one that gets its labels later', () => {
    const cluster = newCluster();
    must(cluster, apply(pod('late', { app: 'other' })), 1000);
    must(cluster, apply(set({ replicas: 1 })), 1000);
    merge(cluster, 'Pod', 'late', { metadata: { labels: { app: 'web' } } }, 30);
    expect(controllerOf(cluster.reading.get('Pod/default/late')?.metadata as never)?.name).toBe('web');
    expect(alive(cluster)).toHaveLength(1);
  });

  it('lets a relabelled Pod go and makes another in its place; it comes back with its labels', () => {
    const cluster = newCluster();
    must(cluster, apply(set()), 2000);
    const name = podsOf(cluster)[0]?.metadata.name ?? '';
    merge(cluster, 'Pod', name, { metadata: { labels: { app: 'debug' } } }, 2000);
    expect(cluster.reading.get(`Pod/default/${name}`)?.metadata.ownerReferences).toBeUndefined();
    expect(alive(cluster)).toHaveLength(3);
    merge(cluster, 'Pod', name, { metadata: { labels: { app: 'web' } } }, 40_000);
    expect(podsOf(cluster)).toHaveLength(3);
  });

  it('takes a Pod back whose reference to it somebody took off', () => {
    const cluster = newCluster('played');
    must(cluster, apply(set({ replicas: 1 })), 500);
    const name = podsOf(cluster)[0]?.metadata.name ?? '';
    merge(cluster, 'Pod', name, { metadata: { ownerReferences: null } }, 500);
    expect(podsOf(cluster).map((p) => p.metadata.name)).toContain(name);
    expect(alive(cluster)).toHaveLength(1);
  });

  it('adopts a Pod that another owner let go', () => {
    const cluster = newCluster('played');
    must(cluster, apply(set({ replicas: 1 })), 500);
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 's' },
      spec: { clusterIP: 'None' },
    };
    const other = must(cluster, apply(service));
    const ref = {
      apiVersion: 'v1',
      kind: 'Service',
      name: 's',
      uid: other?.metadata.uid ?? '',
      controller: true,
    };
    const theirs = pod('theirs', { app: 'web' });
    must(cluster, apply({ ...theirs, metadata: { ...theirs.metadata, ownerReferences: [ref] } }), 500);
    expect(podsOf(cluster)).toHaveLength(1);
    merge(cluster, 'Pod', 'theirs', { metadata: { ownerReferences: null } }, 15);
    expect(podsOf(cluster).map((p) => p.metadata.name)).toContain('theirs');
  });

  it('adopts nothing of another namespace', () => {
    const cluster = newCluster('played');
    must(cluster, apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }));
    const there = pod('there', { app: 'web' });
    must(cluster, apply({ ...there, metadata: { ...there.metadata, namespace: 'shop' } }));
    must(cluster, apply(set({ replicas: 1 })), 500);
    expect(cluster.reading.get('Pod/shop/there')?.metadata.ownerReferences).toBeUndefined();
    expect(podsOf(cluster)).toHaveLength(1);
  });

  it('of two that select the same Pods each keeps its own', () => {
    const cluster = newCluster();
    must(cluster, apply(set()), 2000);
    must(cluster, apply(set({}, { name: 'twin' })), 2000);
    expect(podsOf(cluster)).toHaveLength(3);
    expect(podsOf(cluster, 'twin')).toHaveLength(3);
  });

  it('counts those that are going until they are gone', () => {
    const cluster = newCluster('played');
    must(cluster, apply(set()), 100);
    for (const { metadata } of podsOf(cluster))
      must(cluster, { verb: 'kubelet', act: 'ready', pod: metadata.name }, 50);
    scaleTo(cluster, 1, 100);
    expect(statusOf(cluster)).toMatchObject({ replicas: 1, terminatingReplicas: 2 });
    const going = podsOf(cluster).filter(isTerminating);
    for (const { metadata } of going)
      must(cluster, { verb: 'kubelet', act: 'gone', pod: metadata.name }, 100);
    expect(statusOf(cluster)).toMatchObject({ replicas: 1, terminatingReplicas: 0 });
  });

  it('counts a Pod as Available to the second', () => {
    const cluster = newCluster('played');
    must(cluster, apply(set({ replicas: 1, minReadySeconds: 7 })), 1000);
    must(cluster, { verb: 'kubelet', act: 'ready', pod: podsOf(cluster)[0]?.metadata.name ?? '' }, 6990);
    expect(statusOf(cluster)).toMatchObject({ readyReplicas: 1 });
    expect(statusOf(cluster)?.availableReplicas).toBeUndefined();
    cluster.run(8020);
    expect(statusOf(cluster)).toMatchObject({ readyReplicas: 1, availableReplicas: 1 });
  });
});

describe('a Pod', () => {
  it.each([
    ['ten', false],
    ['08', false],
    ['2147483648', false],
    ['2147483647', true],
    ['-1', true],
    ['0', true],
  ])('may cost %s: %s', (cost, isTaken) => {
    const annotations = { 'controller.kubernetes.io/pod-deletion-cost': cost };
    const bare = pod('p', { app: 'web' });
    const object = { ...bare, metadata: { ...bare.metadata, annotations } };
    const result = newCluster().do({ verb: 'create', object });
    expect(result.ok ? '' : result.status.message).toBe(
      isTaken
        ? ''
        : `Pod "p" is invalid: metadata.annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: "${cost}": must be a 32bit integer`,
    );
  });
});

describe('a ReplicationController', () => {
  it('selects by the labels of its template unless it says otherwise, and has them itself', () => {
    const cluster = newCluster();
    const made = must(cluster, apply(old()), 2000);
    expect(made?.metadata.labels).toEqual({ app: 'old' });
    expect(made?.spec).toMatchObject({ replicas: 2, selector: { app: 'old' } });
    expect(podsOf(cluster, 'old')).toHaveLength(2);
  });

  it('speaks as replication-controller, a ReplicaSet as replicaset-controller', () => {
    const cluster = newCluster();
    must(cluster, apply(old()));
    must(cluster, apply(set()), 100);
    expect(new Set(said(cluster, 'old'))).toEqual(new Set(['replication-controller SuccessfulCreate']));
    expect(new Set(said(cluster, 'web'))).toEqual(new Set(['replicaset-controller SuccessfulCreate']));
  });

  it('may change what it selects', () => {
    const cluster = newCluster();
    must(cluster, apply(old()), 2000);
    const body = { spec: { selector: { app: 'new' }, template: { metadata: { labels: { app: 'new' } } } } };
    merge(cluster, 'ReplicationController', 'old', body, 2000);
    expect(podsOf(cluster, 'old').map((p) => p.metadata.labels)).toEqual([{ app: 'new' }, { app: 'new' }]);
    expect(cluster.reading.list('Pod')).toHaveLength(4);
  });
});

const invalidSet = (detail: string) => `ReplicaSet.apps "web" is invalid: ${detail}`;
const notMatching = (labels: string) =>
  `spec.template.metadata.labels: Invalid value: ${labels}: \`selector\` does not match template \`labels\``;
const refusals: readonly (readonly [string, Manifest, string])[] = [
  [
    'without a selector',
    set({ selector: undefined }),
    invalidSet(`[spec.selector: Required value, ${notMatching('{"app":"web"}')}]`),
  ],
  [
    'with an empty selector',
    set({ selector: {} }),
    invalidSet('spec.selector: Invalid value: {}: empty selector is invalid for deployment'),
  ],
  [
    'whose template is not selected',
    set({ template: template({ zone: 'b', app: 'other' }) }),
    invalidSet(notMatching('{"app":"other","zone":"b"}')),
  ],
  ['whose template has no labels', set({ template: template({}) }), invalidSet(notMatching('{}'))],
  [
    'with fewer than no replicas and seconds',
    set({ replicas: -1, minReadySeconds: -2 }),
    invalidSet(
      '[spec.replicas: Invalid value: -1: must be greater than or equal to 0, spec.minReadySeconds: Invalid value: -2: must be greater than or equal to 0]',
    ),
  ],
  [
    'whose Pods are not restarted for ever',
    set({ template: template({ app: 'web' }, { restartPolicy: 'Never' }) }),
    invalidSet('spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'),
  ],
  [
    'without containers',
    set({ template: template({ app: 'web' }, { containers: [] }) }),
    invalidSet('spec.template.spec.containers: Required value'),
  ],
  [
    'with an expression that lacks its values',
    set({ selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } }),
    invalidSet(
      '[spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is \'In\' or \'NotIn\', spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"In"}]}: invalid label selector]',
    ),
  ],
  [
    'with an expression that has values where none may be',
    set({ selector: { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['x'] }] } }),
    "spec.selector.matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
  ],
  [
    'with an operator that there is not',
    set({ selector: { matchExpressions: [{ key: 'app', operator: 'Like', values: ['x'] }] } }),
    'spec.selector.matchExpressions[0].operator: Invalid value: "Like": not a valid selector operator',
  ],
  [
    'with a label value of its template that may not be',
    set({ template: template({ app: 'web', note: 'a b' }) }),
    `spec.template.labels: Invalid value: "a b": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
  ],
  [
    'with a label of its own that is too long',
    set({}, { labels: { app: 'x'.repeat(64) } }),
    `metadata.labels: Invalid value: "${'x'.repeat(64)}": must be no more than 63 bytes`,
  ],
  [
    'with a label whose name is too long',
    set({}, { labels: { [`example.com/${'x'.repeat(64)}`]: '' } }),
    `metadata.labels: Invalid value: "example.com/${'x'.repeat(64)}": name part must be no more than 63 bytes`,
  ],
  [
    'with an annotation key whose prefix is no domain',
    set({}, { annotations: { 'My_Corp/x': '1' } }),
    'metadata.annotations: Invalid value: "My_Corp/x": prefix part a lowercase RFC 1123 subdomain must consist of',
  ],
  [
    'with a deletion cost for its Pods that is no number',
    set({
      template: {
        ...template({ app: 'web' }),
        metadata: {
          labels: { app: 'web' },
          annotations: { 'controller.kubernetes.io/pod-deletion-cost': '+1' },
        },
      },
    }),
    invalidSet(
      'spec.template.annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: "+1": must be a 32bit integer',
    ),
  ],
  [
    'with a key of two slashes',
    set({}, { labels: { 'a/b/c': '1' } }),
    'metadata.labels: Invalid value: "a/b/c": a valid label key must consist of',
  ],
  [
    'with a key without a name',
    set({}, { labels: { 'example.com/': '1' } }),
    'metadata.labels: Invalid value: "example.com/": name part must be non-empty',
  ],
  [
    'a controller that selects nothing and has no labels',
    old({ template: template({}) }),
    'ReplicationController "old" is invalid: spec.selector: Required value',
  ],
  [
    'a controller without a template',
    old({ template: undefined, selector: { app: 'old' } }),
    'ReplicationController "old" is invalid: spec.template: Required value',
  ],
  [
    'a controller whose template is not selected',
    old({ selector: { app: 'older' } }),
    `ReplicationController "old" is invalid: ${notMatching('{"app":"old"}')}`,
  ],
];

describe('the API server refuses a ReplicaSet', () => {
  it.each(refusals)('%s', (_, object, words) => {
    const cluster = newCluster();
    const result = cluster.do({ verb: 'create', object });
    expect(result.ok ? '' : result.status.message).toContain(words);
    expect(result).toMatchObject({ status: { code: 422, reason: 'Invalid' } });
  });

  it('that changes what it selects, and takes the same selector in another order', () => {
    const cluster = newCluster();
    const selector = { matchLabels: { app: 'web', tier: 'x' } };
    must(cluster, apply(set({ selector, template: template({ app: 'web', tier: 'x' }) })));
    const again = { matchLabels: { tier: 'x', app: 'web' } };
    merge(cluster, 'ReplicaSet', 'web', { spec: { selector: again } });
    const body = { spec: { selector: { matchLabels: { zone: 'a' } } } };
    const result = cluster.do({ verb: 'patch', type: 'merge', kind: 'ReplicaSet', name: 'web', body });
    expect(result.ok ? '' : result.status.message).toContain(
      'spec.selector: Invalid value: {"matchLabels":{"app":"web","tier":"x","zone":"a"}}: field is immutable',
    );
  });
});
