import { describe, expect, it } from 'vitest';
import { judge, snapshotOf } from '@/lib/cluster/controllers/scheduler';
import type { KubeObject, Labels, Node, Pod, PodAffinityTerm, PodSpec, Taint } from '@/lib/cluster/objects';
import { metaOf, nodeOf, podOf, storeOf } from './nodes';

const labelled = (name: string, labels: Labels, taints?: readonly Taint[]): Node => {
  const one = nodeOf(name, taints ? { taints } : {});
  return { ...one, metadata: { ...one.metadata, labels: { 'kubernetes.io/hostname': name, ...labels } } };
};
const zoned = (name: string, zone: string) => labelled(name, { zone });
const on = (nodeName: string, name: string, labels: Labels = {}, spec: Partial<PodSpec> = {}): Pod =>
  podOf(name, { nodeName, ...spec }, { labels });
const asking = (requests: Labels): Partial<PodSpec> => ({
  containers: [{ name: 'app', image: 'app:v1', resources: { requests } }],
});
const term = (topologyKey: string, matchLabels: Labels = { app: 'web' }): PodAffinityTerm => ({
  topologyKey,
  labelSelector: { matchLabels },
});
const apart = (...terms: PodAffinityTerm[]): Partial<PodSpec> => ({
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } },
});
const together = (...terms: PodAffinityTerm[]): Partial<PodSpec> => ({
  affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } },
});
const near = (weight: number, kind: 'podAffinity' | 'podAntiAffinity', key = 'kubernetes.io/hostname') => ({
  affinity: {
    [kind]: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight, podAffinityTerm: term(key) }] },
  },
});
const web = (spec: Partial<PodSpec> = {}) => podOf('new', spec, { labels: { app: 'web' } });
const port = (hostPort: number, protocol = 'TCP', hostIP?: string): Partial<PodSpec> => ({
  containers: [
    {
      name: 'app',
      image: 'app:v1',
      ports: [{ containerPort: 80, hostPort, protocol, ...(hostIP && { hostIP }) }],
    },
  ],
});

/** For each node its name, or why it is refused. `!` is for good: removing Pods would not help. */
const refusals = (pod: Pod, ...objects: readonly KubeObject[]): string[] =>
  judge(pod, snapshotOf(storeOf(...objects))).map(({ node, refusal }) =>
    refusal ? `${node}${refusal.isFinal ? '!' : ''} ${refusal.plugin}: ${refusal.reasons.join(', ')}` : node,
  );

/** The points of one plugin for each node. */
const points = (plugin: string, pod: Pod, ...objects: readonly KubeObject[]): (number | undefined)[] =>
  judge(pod, snapshotOf(storeOf(...objects))).map((verdict) => verdict.points?.[plugin]);

const [one, two] = [nodeOf('n1'), nodeOf('n2')];
const gpu: Taint = { key: 'gpu', effect: 'NoSchedule' };
const spread = (more: object = {}): Partial<PodSpec> => ({
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'zone',
      whenUnsatisfiable: 'DoNotSchedule',
      labelSelector: { matchLabels: { app: 'web' } },
      ...more,
    },
  ],
});
/** A claim for one Pod alone, or for whoever comes. */
const claim = (...accessModes: string[]): KubeObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: metaOf('data', { annotations: { 'pv.kubernetes.io/bind-completed': 'yes' } }),
  spec: { accessModes, resources: { requests: { storage: '1Gi' } }, volumeName: 'pv' },
  status: { phase: 'Bound' },
});
const disk: KubeObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: metaOf('pv', { namespace: undefined }),
  spec: { capacity: { storage: '1Gi' } },
  status: { phase: 'Bound' },
};
const mounting: Partial<PodSpec> = {
  volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }],
};
const takenByOne =
  'VolumeRestrictions: node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod';
const unspread = "PodTopologySpread: node(s) didn't match pod topology spread constraints";
const notNear = "n1! InterPodAffinity: node(s) didn't match pod affinity rules";
const isApart = "n1 InterPodAffinity: node(s) didn't match pod anti-affinity rules";

describe('a node is refused', () => {
  const table: readonly (readonly [string, string[], string[]])[] = [
    ['by nobody when it has room', refusals(web(), one), ['n1']],
    [
      'when it is cordoned',
      refusals(web(), nodeOf('n1', { unschedulable: true })),
      ['n1! NodeUnschedulable: node(s) were unschedulable'],
    ],
    [
      'when its taint is not tolerated',
      refusals(web(), nodeOf('n1', { taints: [gpu] })),
      ['n1! TaintToleration: node(s) had untolerated taint(s)'],
    ],
    [
      'but not when it is',
      refusals(web({ tolerations: [{ key: 'gpu', operator: 'Exists' }] }), nodeOf('n1', { taints: [gpu] })),
      ['n1'],
    ],
    [
      'and not for a taint that is a wish',
      refusals(web(), nodeOf('n1', { taints: [{ key: 'gpu', effect: 'PreferNoSchedule' }] })),
      ['n1'],
    ],
    [
      'when it lacks a label',
      refusals(web({ nodeSelector: { disk: 'ssd' } }), one),
      ["n1! NodeAffinity: node(s) didn't match Pod's node affinity/selector"],
    ],
    [
      'unseen, when the Pod names another',
      refusals(
        web({
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [
                  { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n2'] }] },
                ],
              },
            },
          },
        }),
        one,
        two,
      ),
      ["n1! NodeAffinity: node(s) didn't satisfy plugin(s) [NodeAffinity]", 'n2'],
    ],
    [
      'every one, when its claim is for one Pod and another has it',
      refusals(web(mounting), one, two, claim('ReadWriteOncePod'), disk, on('n1', 'a', {}, mounting)),
      [`n1 ${takenByOne}`, `n2 ${takenByOne}`],
    ],
    [
      'not when that one has no node yet, nor when the claim is for whoever comes',
      [
        ...refusals(web(mounting), one, claim('ReadWriteOncePod'), disk, podOf('a', mounting)),
        ...refusals(web(mounting), one, claim('ReadWriteOnce'), disk, on('n1', 'a', {}, mounting)),
      ],
      ['n1', 'n1'],
    ],
    [
      'when too little is left',
      refusals(web(asking({ cpu: '2' })), one, on('n1', 'a', {}, asking({ cpu: '2500m' }))),
      ['n1 NodeResourcesFit: Insufficient cpu'],
    ],
    [
      'for everything that is short, for good when it never had so much',
      refusals(
        web(asking({ cpu: '5', memory: '9Gi', 'ephemeral-storage': '1Ti', 'example.com/gpu': '1' })),
        one,
      ),
      [
        'n1! NodeResourcesFit: Insufficient cpu, Insufficient memory, Insufficient ephemeral-storage, Insufficient example.com/gpu',
      ],
    ],
    [
      'for an init container that asks for more than all the others',
      refusals(
        web({
          initContainers: [{ name: 'i', image: 'i:v1', resources: { requests: { cpu: '5' } } }],
          ...asking({ cpu: '1' }),
        }),
        one,
      ),
      ['n1! NodeResourcesFit: Insufficient cpu'],
    ],
    [
      'for a sidecar beside the containers',
      refusals(
        web({
          initContainers: [
            { name: 'i', image: 'i:v1', restartPolicy: 'Always', resources: { requests: { cpu: '2' } } },
          ],
          ...asking({ cpu: '2500m' }),
        }),
        one,
      ),
      ['n1! NodeResourcesFit: Insufficient cpu'],
    ],
    [
      'when it is full of Pods',
      refusals(
        web(),
        nodeOf('n1', {}, { allocatable: { cpu: '4', memory: '8Gi', pods: '1' } }),
        on('n1', 'a'),
      ),
      ['n1 NodeResourcesFit: Too many pods'],
    ],
    [
      'but an ended Pod takes no room',
      refusals(web(asking({ cpu: '4' })), one, {
        ...on('n1', 'a', {}, asking({ cpu: '4' })),
        status: { phase: 'Succeeded' },
      }),
      ['n1'],
    ],
    [
      'when its port is taken',
      refusals(web(port(80)), one, on('n1', 'a', {}, port(80))),
      ["n1 NodePorts: node(s) didn't have free ports for the requested pod ports"],
    ],
    [
      'but not for another protocol, number or address',
      [
        ...refusals(web(port(80, 'UDP')), one, on('n1', 'a', {}, port(80))),
        ...refusals(web(port(81)), one, on('n1', 'a', {}, port(80))),
        ...refusals(web(port(80, 'TCP', '10.0.0.1')), one, on('n1', 'a', {}, port(80, 'TCP', '10.0.0.2'))),
      ],
      ['n1', 'n1', 'n1'],
    ],
    [
      'when the Pod wants to be beside another that is not there',
      refusals(web(together(term('zone', { app: 'db' }))), zoned('n1', 'a')),
      [notNear],
    ],
    [
      'and where the other is not',
      refusals(
        web(together(term('zone', { app: 'db' }))),
        zoned('n1', 'a'),
        zoned('n2', 'b'),
        on('n2', 'db', { app: 'db' }),
      ),
      [notNear, 'n2'],
    ],
    [
      'but the first of those that want to be together may be anywhere',
      refusals(web(together(term('zone'))), zoned('n1', 'a'), zoned('n2', 'b')),
      ['n1', 'n2'],
    ],
    [
      'where the label of the term is missing, even for the first',
      refusals(web(together(term('zone'))), one),
      [notNear],
    ],
    [
      'when the Pod wants to be away from one in the zone',
      refusals(
        web(apart(term('zone'))),
        zoned('n1', 'a'),
        zoned('n2', 'a'),
        zoned('n3', 'b'),
        on('n2', 'x', { app: 'web' }),
      ),
      [isApart, isApart.replace('n1', 'n2'), 'n3'],
    ],
    [
      'but a Pod of another namespace does not count',
      refusals(
        web(apart(term('zone'))),
        zoned('n1', 'a'),
        podOf('x', { nodeName: 'n1' }, { namespace: 'other', labels: { app: 'web' } }),
      ),
      ['n1'],
    ],
    [
      'unless the term names that',
      refusals(
        web(apart({ ...term('zone'), namespaces: ['other'] })),
        zoned('n1', 'a'),
        podOf('x', { nodeName: 'n1' }, { namespace: 'other', labels: { app: 'web' } }),
      ),
      [isApart],
    ],
    [
      'or selects every namespace',
      refusals(
        web(apart({ ...term('zone'), namespaceSelector: {} })),
        zoned('n1', 'a'),
        podOf('x', { nodeName: 'n1' }, { namespace: 'other', labels: { app: 'web' } }),
      ),
      [isApart],
    ],
    [
      'and a term without a selector means nobody',
      refusals(web(apart({ topologyKey: 'zone' })), zoned('n1', 'a'), on('n1', 'x', { app: 'web' })),
      ['n1'],
    ],
    [
      'when a Pod that is there does not want the new one beside it',
      refusals(web(), zoned('n1', 'a'), zoned('n2', 'a'), on('n2', 'x', { app: 'old' }, apart(term('zone')))),
      ['n1', 'n2'].map(
        (name) => `${name} InterPodAffinity: node(s) didn't satisfy existing pods anti-affinity rules`,
      ),
    ],
    [
      'when its zone would have too many',
      refusals(web(spread()), zoned('n1', 'a'), zoned('n2', 'b'), on('n1', 'x', { app: 'web' })),
      [`n1 ${unspread}`, 'n2'],
    ],
    [
      'but as many as maxSkew more are allowed',
      refusals(
        web(spread({ maxSkew: 2 })),
        zoned('n1', 'a'),
        zoned('n2', 'b'),
        on('n1', 'x', { app: 'web' }),
      ),
      ['n1', 'n2'],
    ],
    [
      'for good without the label',
      refusals(web(spread()), one),
      [`n1! ${unspread} (missing required label)`],
    ],
    [
      'when there are fewer zones than minDomains',
      refusals(web(spread({ minDomains: 2 })), zoned('n1', 'a'), on('n1', 'x', { app: 'web' })),
      [`n1 ${unspread}`],
    ],
    [
      'and a zone that the Pod may not use is not compared',
      refusals(
        web({ ...spread(), nodeSelector: { zone: 'a' } }),
        zoned('n1', 'a'),
        zoned('n2', 'b'),
        on('n1', 'x', { app: 'web' }),
      ),
      ['n1', "n2! NodeAffinity: node(s) didn't match Pod's node affinity/selector"],
    ],
    [
      'a Pod that is going is not counted',
      refusals(
        web(spread()),
        zoned('n1', 'a'),
        zoned('n2', 'b'),
        podOf('x', { nodeName: 'n1' }, { labels: { app: 'web' }, deletionTimestamp: '2026-01-01T00:00:00Z' }),
      ),
      ['n1', 'n2'],
    ],
    [
      'and a wish refuses nobody',
      refusals(web(spread({ whenUnsatisfiable: 'ScheduleAnyway' })), one),
      ['n1'],
    ],
  ];

  it.each(table)('%s', (_, got, wanted) => {
    expect(got).toEqual(wanted);
  });

  it('by the first plugin that has something against it', () => {
    const node = nodeOf('n1', { unschedulable: true, taints: [gpu] });
    expect(refusals(web(asking({ cpu: '100' })), node)).toEqual([
      'n1! NodeUnschedulable: node(s) were unschedulable',
    ]);
  });
});

const owned = (name: string, nodeName?: string): Pod =>
  podOf(name, nodeName ? { nodeName } : {}, {
    labels: { app: 'web' },
    ownerReferences: [
      { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'rs', controller: true },
    ],
  });

describe('a node is liked better', () => {
  const table: readonly (readonly [string, (number | undefined)[], number[]])[] = [
    [
      'the less of it is used: the mean of the shares that are left of CPU and memory, in whole per cent',
      points(
        'NodeResourcesFit',
        web(asking({ cpu: '1', memory: '2Gi' })),
        one,
        two,
        on('n2', 'a', {}, asking({ cpu: '1', memory: '4Gi' })),
      ),
      [75, 37],
    ],
    [
      'and a container that asks for nothing counts for a tenth of a CPU and 200 MiB',
      points('NodeResourcesFit', web(), one, two, on('n2', 'a')),
      [97, 95],
    ],
    [
      'the nearer CPU and memory are used alike',
      points(
        'NodeResourcesBalancedAllocation',
        web(asking({ cpu: '1', memory: '2Gi' })),
        one,
        two,
        on('n2', 'a', {}, asking({ cpu: '2' })),
      ),
      [100, 75],
    ],
    [
      'three times as much without taints that are wishes',
      points(
        'TaintToleration',
        web(),
        one,
        nodeOf('n2', { taints: [{ key: 'old', effect: 'PreferNoSchedule' }] }),
      ),
      [300, 0],
    ],
    [
      'by its labels, twice as much',
      points(
        'NodeAffinity',
        web({
          affinity: {
            nodeAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                { weight: 5, preference: { matchExpressions: [{ key: 'disk', operator: 'Exists' }] } },
              ],
            },
          },
        }),
        one,
        labelled('n2', { disk: 'ssd' }),
      ),
      [0, 200],
    ],
    [
      'beside those the Pod likes',
      points('InterPodAffinity', web(near(10, 'podAffinity')), one, two, on('n2', 'a', { app: 'web' })),
      [0, 200],
    ],
    [
      'away from those it does not',
      points('InterPodAffinity', web(near(10, 'podAntiAffinity')), one, two, on('n2', 'a', { app: 'web' })),
      [200, 0],
    ],
    [
      'where it is liked',
      points('InterPodAffinity', web(), one, two, on('n1', 'a', {}, near(1, 'podAffinity'))),
      [200, 0],
    ],
    [
      'where it is needed',
      points(
        'InterPodAffinity',
        web(),
        one,
        two,
        on('n1', 'a', { app: 'web' }, together(term('kubernetes.io/hostname'))),
      ),
      [200, 0],
    ],
    [
      'the fewer Pods of the same ReplicaSet it has, if nothing else is said',
      points('PodTopologySpread', owned('new'), one, two, owned('a', 'n2'), owned('b', 'n2')),
      [200, 80],
    ],
    [
      'the fewer Pods of the same Service it has, for a Pod without an owner',
      points('PodTopologySpread', web(), one, two, on('n2', 'a', { app: 'web' }), {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { ...one.metadata, name: 'web', namespace: 'default' },
        spec: { selector: { app: 'web' } },
      } as KubeObject),
      [200, 132],
    ],
    [
      'the fewer Pods its zone has, where the Pod says so',
      points(
        'PodTopologySpread',
        web(spread({ whenUnsatisfiable: 'ScheduleAnyway' })),
        zoned('n1', 'a'),
        zoned('n2', 'b'),
        on('n1', 'x', { app: 'web' }),
      ),
      [0, 200],
    ],
  ];

  it.each(table)('%s', (_, got, wanted) => {
    expect(got).toEqual(wanted);
  });

  it('by nobody who has nothing to say', () => {
    const [verdict] = judge(web(), snapshotOf(storeOf(one, two)));
    expect(Object.keys(verdict?.points ?? {}).sort()).toEqual(['NodeResourcesFit', 'TaintToleration']);
  });
});
