import { describe, expect, it } from 'vitest';
import type { SyncContext } from '@/lib/cluster/controllers/controller';
import { nodeLifecycleMachine, nodeLifecycleRules } from '@/lib/cluster/controllers/node-lifecycle';
import { Observed } from '@/lib/cluster/controllers/node-lifecycle/observed';
import { decide } from '@/lib/cluster/controllers/rules';
import type { KubeObject, Node, Taint } from '@/lib/cluster/objects';
import { timestamp } from '@/lib/cluster/time';
import {
  bare,
  clusterOf,
  contextOf,
  events,
  look,
  node,
  nodeOf,
  readyIs,
  runningOn,
  silentSince,
  storeOf,
  taintsOf,
} from './nodes';
import { apply, must, play } from './web';

const evicting = (what: 'not-ready' | 'unreachable', seconds = 0): Taint => ({
  key: `node.kubernetes.io/${what}`,
  effect: 'NoExecute',
  timeAdded: timestamp(seconds * 1000),
});
const noSchedule = (what: string): Taint => ({ key: `node.kubernetes.io/${what}`, effect: 'NoSchedule' });
const known = { memory: { isRegistered: true } };
const unknown = { taints: [noSchedule('unreachable')] };
const other = nodeOf('other');

/** One sync of `node-1` at 100 s, with the rule that decided and what it wrote. */
function told(one: Node, others: readonly KubeObject[] = [other], context: Partial<SyncContext> = known) {
  const observed = new Observed(one, contextOf(storeOf(one, ...others), context));
  const { rule, writes } = decide(nodeLifecycleMachine, nodeLifecycleRules, undefined, observed);
  const did = writes.map((write) => {
    if (write.do === 'event') return `${write.reason} ${write.on.metadata.name}`;
    if (write.do === 'update') return taintsOf(write.object as Node).join(' ') || 'no taints';
    return write.do;
  });
  return [rule, ...did].join(' | ');
}

const lost = (n: number) =>
  Array.from({ length: n }, (_, i) => nodeOf(`lost-${i}`, unknown, readyIs('Unknown')));
const well = (n: number) => Array.from({ length: n }, (_, i) => nodeOf(`well-${i}`));

const table: readonly (readonly [string, string, string])[] = [
  ['a healthy node is left alone', told(nodeOf('node-1')), 'nodeIsHealthy'],
  [
    'a cordoned node is tainted',
    told(nodeOf('node-1', { unschedulable: true })),
    'conditionTaintsDiffer | unschedulable:NoSchedule',
  ],
  [
    'a taint of somebody else stays when the node is uncordoned',
    told(nodeOf('node-1', { taints: [noSchedule('unschedulable'), { key: 'gpu', effect: 'NoSchedule' }] })),
    'conditionTaintsDiffer | gpu:NoSchedule',
  ],
  [
    'a node under pressure is tainted',
    told(
      nodeOf(
        'node-1',
        {},
        {
          conditions: [
            { type: 'MemoryPressure', status: 'True' },
            { type: 'Ready', status: 'True' },
          ],
        },
      ),
    ),
    'conditionTaintsDiffer | memory-pressure:NoSchedule',
  ],
  [
    'a node that joined is registered by the next look',
    told(nodeOf('node-1'), [other], { memory: undefined }),
    'nodeIsNew | RegisteredNode node-1',
  ],
  [
    'a silent node is waited for',
    told(nodeOf('node-1'), [other], { ...known, ...silentSince('node-1', 59_000) }),
    'nodeIsSilent',
  ],
  [
    'until its lease has expired: 50 s after it was renewed, seen by a look',
    told(nodeOf('node-1'), [other], { ...known, ...silentSince('node-1', 49_000) }),
    'leaseHasExpired | updateStatus | NodeNotReady node-1',
  ],
  [
    'a node that was not Ready before says nothing when it is lost',
    told(nodeOf('node-1', { taints: [noSchedule('not-ready')] }, readyIs('False')), [other], {
      ...known,
      ...silentSince('node-1', 1_000),
    }),
    'leaseHasExpired | updateStatus',
  ],
  [
    'its Pods are not Ready any more',
    told(nodeOf('node-1'), [other, runningOn('node-1', 'a'), runningOn('other', 'b')], {
      ...known,
      ...silentSince('node-1', 49_000),
    }),
    'leaseHasExpired | updateStatus | NodeNotReady node-1 | updateStatus | NodeNotReady a',
  ],
  [
    'those of a node whose kubelet says that it is not Ready stay Ready',
    told(nodeOf('node-1', { taints: [noSchedule('not-ready')] }, readyIs('False', 100_000)), [
      other,
      runningOn('node-1', 'a'),
    ]),
    'evictionIsNotDueYet',
  ],
  [
    'one look later they are to be evicted',
    told(nodeOf('node-1', unknown, readyIs('Unknown', 95_000))),
    'evictionIsDue | unreachable:NoSchedule unreachable:NoExecute',
  ],
  [
    'but not by the same look',
    told(nodeOf('node-1', unknown, readyIs('Unknown', 100_000))),
    'evictionIsNotDueYet',
  ],
  [
    'and not within ten seconds of another node of the zone',
    told(nodeOf('node-1', unknown, readyIs('Unknown')), [
      other,
      nodeOf('third', { taints: [evicting('unreachable', 91)] }, readyIs('Unknown')),
    ]),
    'evictionIsNotDueYet',
  ],
  [
    'unless that is in another zone',
    told(nodeOf('node-1', unknown, readyIs('Unknown')), [
      other,
      {
        ...nodeOf('third', { taints: [evicting('unreachable', 91)] }, readyIs('Unknown')),
        metadata: { ...other.metadata, name: 'third', labels: { 'topology.kubernetes.io/zone': 'b' } },
      },
    ]),
    'evictionIsDue | unreachable:NoSchedule unreachable:NoExecute',
  ],
  [
    'a node that reports that it is not Ready is tainted so',
    told(nodeOf('node-1', { taints: [noSchedule('not-ready')] }, readyIs('False'))),
    'evictionIsDue | not-ready:NoSchedule not-ready:NoExecute',
  ],
  [
    'one taint takes the place of the other',
    told(nodeOf('node-1', { taints: [noSchedule('not-ready'), evicting('unreachable')] }, readyIs('False'))),
    'evictionIsDue | not-ready:NoSchedule not-ready:NoExecute',
  ],
  [
    'when every node is lost nobody is evicted',
    told(nodeOf('node-1', unknown, readyIs('Unknown')), lost(1)),
    'everyNodeIsLost',
  ],
  [
    'and those that were to be are not any more',
    told(
      nodeOf('node-1', { taints: [noSchedule('unreachable'), evicting('unreachable')] }, readyIs('Unknown')),
      lost(1),
    ),
    'everyNodeIsLost | unreachable:NoSchedule',
  ],
  [
    'when most nodes of a small zone are lost nobody is evicted',
    told(nodeOf('node-1', unknown, readyIs('Unknown')), [...lost(2), ...well(2)]),
    'mostOfTheZoneIsLost',
  ],
  [
    'two lost nodes are not most of a zone',
    told(nodeOf('node-1', unknown, readyIs('Unknown')), [...lost(1), ...well(1)]),
    'evictionIsDue | unreachable:NoSchedule unreachable:NoExecute',
  ],
  [
    'a lost node that is tainted rests',
    told(
      nodeOf('node-1', { taints: [noSchedule('unreachable'), evicting('unreachable')] }, readyIs('Unknown')),
    ),
    'nodeIsUnreachable',
  ],
  [
    'so does one that is not Ready',
    told(nodeOf('node-1', { taints: [noSchedule('not-ready'), evicting('not-ready')] }, readyIs('False'))),
    'nodeIsNotReady',
  ],
  [
    'a node that is Ready again keeps its Pods',
    told(nodeOf('node-1', { taints: [evicting('unreachable')] }, readyIs('True', 99_000))),
    'lostNodeIsReadyAgain | no taints',
  ],
];

describe('the rules of a node', () => {
  it.each(table)('%s', (_, got, wanted) => {
    expect(got).toBe(wanted);
  });

  it('all stand in the table', () => {
    const named = new Set(table.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(nodeLifecycleRules.map((rule) => rule.name).filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('a node that falls silent', () => {
  const start = () => {
    const cluster = clusterOf(2, { kubelet: 'played', flags: { nodeMonitorGracePeriodSeconds: 40 } });
    const tolerations = ['not-ready', 'unreachable'].map((what) => ({
      key: `node.kubernetes.io/${what}`,
      operator: 'Exists' as const,
      effect: 'NoExecute',
      tolerationSeconds: 30,
    }));
    must(cluster, apply(bare('a', { nodeName: 'node-1', tolerations })), 8_000);
    must(cluster, play('ready', 'a'));
    must(cluster, { verb: 'silence', node: 'node-1' });
    return cluster;
  };

  it('is given up after the grace period, with its Pods, and evicted from when the toleration is over', () => {
    const cluster = start();
    cluster.run(44_900);
    expect(node(cluster, 'node-1')?.status.conditions.map((c) => c.status)).toEqual([
      'False',
      'False',
      'False',
      'True',
    ]);
    cluster.run(46_000);
    expect(node(cluster, 'node-1')?.status.conditions.map((c) => `${c.status} ${c.reason}`)).toEqual(
      Array.from({ length: 4 }, () => 'Unknown NodeStatusUnknown'),
    );
    expect(taintsOf(node(cluster, 'node-1'))).toEqual(['unreachable:NoSchedule']);
    expect(look(cluster)).toEqual(['a Running node-1']);
    cluster.run(51_000);
    expect(taintsOf(node(cluster, 'node-1'))).toEqual(['unreachable:NoSchedule', 'unreachable:NoExecute']);
    cluster.run(79_900);
    expect(look(cluster)).toEqual(['a Running node-1']);
    cluster.run(81_000);
    expect(look(cluster)).toEqual(['a Terminating node-1']);
    expect(events(cluster, 'NodeNotReady')).toEqual([
      'NodeNotReady node-1: Node node-1 status is now: NodeNotReady',
      'NodeNotReady a: Node is not ready',
    ]);
    expect(events(cluster, 'TaintManagerEviction')).toEqual([
      'TaintManagerEviction a: Marking for deletion Pod default/a',
    ]);
  });

  it('keeps its Pods when it returns in time', () => {
    const cluster = start();
    cluster.run(60_000);
    must(cluster, { verb: 'restore', node: 'node-1' }, 10_000);
    expect(taintsOf(node(cluster, 'node-1'))).toEqual([]);
    expect(cluster.stateOf('node-lifecycle', 'Node//node-1')?.state).toBe('ready');
    cluster.run(200_000);
    expect(look(cluster)[0]).not.toContain('Terminating');
    expect(events(cluster)).toEqual(
      expect.arrayContaining([
        'NodeReady node-1: Node node-1 status is now: NodeReady',
        'TaintManagerEviction a: Cancelling deletion of Pod default/a',
      ]),
    );
  });

  it('is never given up when it returns at once', () => {
    const cluster = start();
    must(cluster, { verb: 'restore', node: 'node-1' }, 100_000);
    expect(events(cluster, 'NodeNotReady')).toEqual([]);
    expect(cluster.stateOf('node-lifecycle', 'Node//node-1')?.state).toBe('ready');
  });
});

describe('nodes that come and go', () => {
  it('are told of by the next look', () => {
    const cluster = clusterOf(1);
    cluster.run(7_000);
    must(cluster, { verb: 'addNode', node: { name: 'node-2' } }, 2_900);
    expect(events(cluster)).toEqual([]);
    cluster.run(10_100);
    expect(events(cluster)).toEqual([
      'RegisteredNode node-2: Node node-2 event: Registered Node node-2 in Controller',
    ]);
    must(cluster, { verb: 'delete', kind: 'Node', name: 'node-2' }, 6_000);
    expect(events(cluster, 'RemovingNode')).toEqual([
      'RemovingNode node-2: Node node-2 event: Removing Node node-2 from Controller',
    ]);
  });

  it('keep an address and a podCIDR that no other node had', () => {
    const cluster = clusterOf(2);
    must(cluster, { verb: 'delete', kind: 'Node', name: 'node-2' });
    must(cluster, { verb: 'addNode', node: { name: 'node-3' } });
    must(cluster, apply(bare('a', { nodeName: 'node-3' })), 2_000);
    expect(node(cluster, 'node-3')).toMatchObject({
      spec: { podCIDR: '10.244.2.0/24' },
      status: {
        addresses: [
          { type: 'InternalIP', address: '192.168.0.13' },
          { type: 'Hostname', address: 'node-3' },
        ],
      },
    });
    expect(cluster.reading.find('Pod', 'default', 'a')?.status).toMatchObject({
      hostIP: '192.168.0.13',
      podIP: '10.244.2.2',
    });
  });
});

describe('what is refused of a Node', () => {
  const patched = (spec: object): string => {
    const result = clusterOf(1).do({
      verb: 'patch',
      kind: 'Node',
      name: 'node-1',
      type: 'merge',
      body: { spec },
    });
    return result.ok ? '' : result.status.message.replace('Node "node-1" is invalid: ', '');
  };

  it.each([
    ['a taint without an effect', { taints: [{ key: 'a' }] }, 'metadata.taints[0].effect: Required value'],
    [
      'a taint of another effect',
      { taints: [{ key: 'a', effect: 'Never' }] },
      'metadata.taints[0].effect: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
    ],
    [
      'a taint twice',
      {
        taints: [
          { key: 'a', effect: 'NoSchedule' },
          { key: 'a', value: 'b', effect: 'NoSchedule' },
        ],
      },
      'metadata.taints[1]: Duplicate value: {"Key":"a","Value":"b","Effect":"NoSchedule","TimeAdded":null}: taints must be unique by key and effect pair',
    ],
    [
      'another podCIDR',
      { podCIDR: '10.1.0.0/24', podCIDRs: ['10.1.0.0/24'] },
      'spec.podCIDRs: Forbidden: node updates may not change podCIDR except from "" to valid',
    ],
  ])('%s', (_, spec, words) => {
    expect(patched(spec)).toBe(words);
  });

  it('nothing of cordoning', () => {
    expect(patched({ unschedulable: true })).toBe('');
  });
});
