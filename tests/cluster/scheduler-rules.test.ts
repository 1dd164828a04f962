import { describe, expect, it } from 'vitest';
import { Chance } from '@/lib/cluster/chance';
import { decide } from '@/lib/cluster/controllers/rules';
import { schedulerMachine, schedulerRules } from '@/lib/cluster/controllers/scheduler';
import { Observed } from '@/lib/cluster/controllers/scheduler/scheduler.machine';
import type {
  KubeObject,
  Node,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  PodSpec,
  StorageClass,
} from '@/lib/cluster/objects';
import { bare, clusterOf, events, look, metaOf, nodeOf, podOf, storeOf } from './nodes';
import { apply, must } from './web';

const cpu = (n: string, more: Partial<PodSpec> = {}): Partial<PodSpec> => ({
  containers: [{ name: 'app', image: 'app:v1', resources: { requests: { cpu: n } } }],
  ...more,
});
const withClaim = (more: Partial<PodSpec> = {}): Partial<PodSpec> => ({
  volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
  ...more,
});
const classOf = (
  name: string,
  volumeBindingMode: StorageClass['volumeBindingMode'],
  provisioner = 'podium.dev/always',
): StorageClass => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: metaOf(name, { namespace: undefined }),
  provisioner,
  volumeBindingMode,
});
const claimOf = (
  storageClassName: string,
  more: Partial<PersistentVolumeClaim['spec']> = {},
  phase: PersistentVolumeClaim['status']['phase'] = 'Pending',
): PersistentVolumeClaim => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: metaOf('data'),
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
    storageClassName,
    ...more,
  },
  status: { phase },
});
const volumeOn = (node: string, name = 'pv-1'): PersistentVolume => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: metaOf(name, { namespace: undefined }),
  spec: {
    capacity: { storage: '1Gi' },
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'local',
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] },
        ],
      },
    },
  },
  status: { phase: 'Available' },
});
const late = classOf('late', 'WaitForFirstConsumer');
const local = classOf('local', 'WaitForFirstConsumer', 'kubernetes.io/no-provisioner');

/** One sync of a Pod: the rule, what it says, and what it does. */
function told(pod: Pod, ...objects: readonly KubeObject[]): string {
  const store = storeOf(pod, ...objects);
  const observed = new Observed(pod, store, 100_000, new Chance(1));
  const { rule, writes } = decide(schedulerMachine, schedulerRules, undefined, observed);
  const did = writes.map((write) => {
    if (write.do === 'event') return `${write.reason}: ${write.message}`;
    if (write.do === 'bind') return `bind ${write.node}`;
    if (write.do === 'create') return write.do;
    return `${write.do} ${write.object.kind}/${write.object.metadata.name}`;
  });
  return [rule, ...did].join(' | ');
}

const small = nodeOf('n1', {}, { allocatable: { cpu: '1', memory: '8Gi', pods: '110' } });
const two: readonly Node[] = [small, { ...small, metadata: { ...small.metadata, name: 'n2' } }];
const running = (name: string, n: string, priority = 0, nodeName = 'n1') =>
  podOf(name, { ...cpu(n), nodeName, priority });
const waits = 'updateStatus Pod/new';
const unhelpful = '1 Preemption is not helpful for scheduling';
const failed = (nodes: number, why: string, preemption: string) =>
  `noNodeFits | FailedScheduling: 0/${nodes} nodes are available: ${why}. preemption: ${preemption} | ${waits}`;
/** Stopped before any node was looked at: nothing is said of preemption. */
const stopped = (why: string) =>
  `noNodeFits | FailedScheduling: 0/1 nodes are available: ${why}. not found | ${waits}`;
const noVictims = '0/1 nodes are available: 1 No preemption victims found for incoming pod.';
const notHelpful = (n: number) =>
  `0/${n} nodes are available: ${n} Preemption is not helpful for scheduling.`;
const bound = 'nodeFits | bind n1 | Scheduled: Successfully assigned default/new to n1';

const table: readonly (readonly [string, string, string])[] = [
  ['a Pod with a node is left alone', told(podOf('new', { nodeName: 'n1' }), small), 'isBoundOrGoing'],
  [
    'a Pod that is going is, too',
    told(podOf('new', {}, { deletionTimestamp: '2026-01-01T00:00:00Z' }), small),
    'isBoundOrGoing',
  ],
  [
    'a Pod of another scheduler is',
    told(podOf('new', { schedulerName: 'mine' }), small),
    'hasAnotherScheduler',
  ],
  [
    'a Pod with a gate waits, and says so',
    told(podOf('new', { schedulingGates: [{ name: 'wait' }] }), small),
    `schedulingGatesAreLeft | ${waits}`,
  ],
  ['a Pod is bound where it fits', told(podOf('new', cpu('1')), small), bound],
  [
    'without nodes it waits',
    told(podOf('new')),
    `noNodeFits | FailedScheduling: no nodes available to schedule pods | ${waits}`,
  ],
  [
    'where others have the room it waits',
    told(podOf('new', cpu('1')), small, running('a', '500m')),
    failed(1, '1 Insufficient cpu', noVictims),
  ],
  [
    'where nobody could give it, too',
    told(podOf('new', cpu('2')), small),
    failed(1, '1 Insufficient cpu', notHelpful(1)),
  ],
  [
    'reasons are counted and sorted as words',
    told(
      podOf('new', { ...cpu('1'), nodeSelector: { 'kubernetes.io/hostname': 'n1' } }),
      ...two.map((node, i) => ({
        ...node,
        metadata: { ...node.metadata, labels: { 'kubernetes.io/hostname': `n${i + 1}` } },
      })),
      running('a', '1'),
    ),
    failed(
      2,
      "1 Insufficient cpu, 1 node(s) didn't match Pod's node affinity/selector",
      `0/2 nodes are available: 1 No preemption victims found for incoming pod, ${unhelpful}.`,
    ),
  ],
  [
    'what was said is not said again',
    told(
      podOf(
        'new',
        cpu('2'),
        {},
        {
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: `0/1 nodes are available: 1 Insufficient cpu. preemption: ${notHelpful(1)}`,
            },
          ],
        },
      ),
      small,
    ),
    'noNodeFits',
  ],
  [
    'others of a lower priority give way',
    told(podOf('new', { ...cpu('1'), priority: 10 }), small, running('a', '500m')),
    `othersGiveWay | FailedScheduling: 0/1 nodes are available: 1 Insufficient cpu. preemption: found a potential placement for pod on node n1, preempting 1 victims | ${waits} | updateStatus Pod/a | delete Pod/a | Preempted: Preempted by pod new on node n1`,
  ],
  [
    'as few as it takes, the least important',
    told(
      podOf('new', { ...cpu('500m'), priority: 10 }),
      small,
      running('a', '500m', 5),
      running('b', '500m', 1),
    ),
    `othersGiveWay | FailedScheduling: 0/1 nodes are available: 1 Insufficient cpu. preemption: found a potential placement for pod on node n1, preempting 1 victims | ${waits} | updateStatus Pod/b | delete Pod/b | Preempted: Preempted by pod new on node n1`,
  ],
  [
    'where the least important ones are',
    told(
      podOf('new', { ...cpu('1'), priority: 10 }),
      ...two,
      running('a', '1', 5),
      running('b', '1', 1, 'n2'),
    ),
    `othersGiveWay | FailedScheduling: 0/2 nodes are available: 2 Insufficient cpu. preemption: found a potential placement for pod on node n2, preempting 1 victims | ${waits} | updateStatus Pod/b | delete Pod/b | Preempted: Preempted by pod new on node n2`,
  ],
  [
    'rather where no budget is broken',
    told(
      podOf('new', { ...cpu('1'), priority: 10 }),
      ...two,
      { ...running('a', '1', 1), metadata: metaOf('a', { labels: { app: 'kept' } }) },
      running('b', '1', 5, 'n2'),
      {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: metaOf('kept'),
        spec: { selector: { matchLabels: { app: 'kept' } } },
        status: { disruptionsAllowed: 0 },
      } as KubeObject,
    ),
    `othersGiveWay | FailedScheduling: 0/2 nodes are available: 2 Insufficient cpu. preemption: found a potential placement for pod on node n2, preempting 1 victims | ${waits} | updateStatus Pod/b | delete Pod/b | Preempted: Preempted by pod new on node n2`,
  ],
  [
    'nobody of the same priority does',
    told(podOf('new', { ...cpu('1'), priority: 10 }), small, running('a', '500m', 10)),
    failed(1, '1 Insufficient cpu', noVictims),
  ],
  [
    'nor does anybody for a Pod that never preempts',
    told(podOf('new', { ...cpu('1'), priority: 10, preemptionPolicy: 'Never' }), small, running('a', '500m')),
    failed(1, '1 Insufficient cpu', 'not eligible due to preemptionPolicy=Never.'),
  ],
  [
    'and nobody more while those of before are going',
    told(podOf('new', { ...cpu('1'), priority: 10 }, {}, { nominatedNodeName: 'n1' }), small, {
      ...running('a', '500m'),
      metadata: metaOf('a', { deletionTimestamp: '2026-01-01T00:00:00Z' }),
    }),
    failed(1, '1 Insufficient cpu', 'not eligible due to a terminating pod on the nominated node.'),
  ],
  [
    'room that is being made for another is taken',
    told(
      podOf('new', cpu('1')),
      small,
      podOf('other', { ...cpu('1'), priority: 10 }, {}, { nominatedNodeName: 'n1' }),
    ),
    failed(1, '1 Insufficient cpu', noVictims),
  ],
  [
    'but not from one that comes first',
    told(
      podOf('new', { ...cpu('1'), priority: 20 }),
      small,
      podOf('other', { ...cpu('1'), priority: 10 }, {}, { nominatedNodeName: 'n1' }),
    ),
    bound,
  ],
  [
    'a claim that is missing is named',
    told(podOf('new', withClaim()), small),
    stopped('persistentvolumeclaim "data" not found'),
  ],
  [
    'so is one that is going',
    told(podOf('new', withClaim()), small, {
      ...claimOf('late'),
      metadata: metaOf('data', { deletionTimestamp: '2026-01-01T00:00:00Z' }),
    }),
    stopped('persistentvolumeclaim "data" is being deleted'),
  ],
  [
    'and one whose volume is gone',
    told(podOf('new', withClaim()), small, claimOf('late', { volumeName: 'pv-1' }, 'Lost')),
    stopped('persistentvolumeclaim "data" bound to non-existent persistentvolume "pv-1"'),
  ],
  [
    'a claim that is to be bound without the Pod is waited for',
    told(podOf('new', withClaim()), small, claimOf('standard'), classOf('standard', 'Immediate')),
    stopped('pod has unbound immediate PersistentVolumeClaims'),
  ],
  [
    'a claim that waits for the Pod is told the node',
    told(podOf('new', withClaim()), small, claimOf('late'), late),
    'claimWaitsForNode | update PersistentVolumeClaim/data',
  ],
  [
    'a volume that was made by hand is taken',
    told(podOf('new', withClaim()), small, claimOf('local'), local, volumeOn('n1')),
    'claimWaitsForNode | update PersistentVolume/pv-1',
  ],
  [
    'a node that may use no such volume is refused',
    told(podOf('new', withClaim()), small, claimOf('local'), local, volumeOn('n2')),
    failed(1, "1 node(s) didn't find available persistent volumes to bind", notHelpful(1)),
  ],
  [
    'and one that may not use the volume of the claim',
    told(
      podOf('new', withClaim()),
      small,
      claimOf('local', { volumeName: 'pv-1' }, 'Bound'),
      local,
      volumeOn('n2'),
    ),
    failed(1, "1 node(s) didn't match PersistentVolume's node affinity", notHelpful(1)),
  ],
  [
    'then its binding is waited for',
    told(
      podOf('new', withClaim()),
      small,
      {
        ...claimOf('late'),
        metadata: metaOf('data', { annotations: { 'volume.kubernetes.io/selected-node': 'n1' } }),
      },
      late,
    ),
    'volumeIsNotBound',
  ],
  [
    'and then the Pod is bound',
    told(
      podOf('new', withClaim()),
      small,
      claimOf('local', { volumeName: 'pv-1' }, 'Bound'),
      local,
      volumeOn('n1'),
    ),
    bound,
  ],
];

describe('the rules of the scheduler', () => {
  it.each(table)('%s', (_, got, wanted) => {
    expect(got).toBe(wanted);
  });

  it('all stand in the table', () => {
    const named = new Set(table.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(schedulerRules.map((rule) => rule.name).filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('a Pod that waits', () => {
  it('takes the room of one that has ended', () => {
    const cluster = clusterOf([{ name: 'n1', cpu: '1' }], { kubelet: 'played' });
    must(cluster, apply(bare('first', cpu('1'))), 100);
    must(cluster, apply(bare('second', cpu('1'))), 100);
    must(cluster, { verb: 'kubelet', act: 'succeed', pod: 'first' }, 100);
    expect(look(cluster)).toEqual(['first Succeeded n1', 'second Pending n1']);
  });

  it('comes beside the one that it needs', () => {
    const cluster = clusterOf(2, { kubelet: 'played' });
    const affinity: PodSpec['affinity'] = {
      podAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'db' } } },
        ],
      },
    };
    must(cluster, apply(bare('web', { affinity })), 100);
    expect(look(cluster)).toEqual(['web Pending -']);
    must(
      cluster,
      apply(bare('db', { nodeSelector: { 'kubernetes.io/hostname': 'node-2' } }, { app: 'db' })),
      100,
    );
    expect(look(cluster)).toEqual(['web Pending node-2', 'db Pending node-2']);
  });

  it('is bound when its last gate is taken off', () => {
    const cluster = clusterOf(1, { kubelet: 'played' });
    must(cluster, apply(bare('a', { schedulingGates: [{ name: 'x' }] })), 100);
    expect(events(cluster)).toEqual([]);
    must(
      cluster,
      { verb: 'patch', kind: 'Pod', name: 'a', type: 'merge', body: { spec: { schedulingGates: null } } },
      100,
    );
    expect(look(cluster)).toEqual(['a Pending node-1']);
  });

  it('gets the room that it had cleared', () => {
    const cluster = clusterOf([{ name: 'n1', cpu: '1' }], { kubelet: 'played' });
    must(cluster, apply(bare('low', cpu('1'))), 100);
    const metadata = { name: 'high' };
    const manifest = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata, value: 100 };
    must(cluster, apply(manifest));
    must(cluster, apply(bare('high', { ...cpu('1'), priorityClassName: 'high' })), 100);
    expect(look(cluster)).toEqual(['low Terminating n1', 'high Pending -']);
    must(cluster, apply(bare('late', cpu('1'))), 100);
    must(cluster, { verb: 'kubelet', act: 'gone', pod: 'low' }, 100);
    expect(look(cluster)).toEqual(['high Pending n1', 'late Pending -']);
    expect(events(cluster, 'Preempted')).toHaveLength(1);
  });

  it('is spread evenly over equal nodes with its siblings', () => {
    const cluster = clusterOf(4, { kubelet: 'played' });
    const template = {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'a', image: 'a:v1' }] },
    };
    const spec = { replicas: 12, selector: { matchLabels: { app: 'web' } }, template };
    must(
      cluster,
      apply({ apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'web' }, spec }),
      1_000,
    );
    const on = (name: string) => look(cluster).filter((line) => line.endsWith(name)).length;
    expect([1, 2, 3, 4].map((n) => on(`node-${n}`))).toEqual([3, 3, 3, 3]);
  });
});

describe('a Pod’s priority', () => {
  const classOfPriority = (name: string, value: number, more: object = {}) =>
    apply({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value, ...more });
  const refused = (cluster: ReturnType<typeof clusterOf>, command: ReturnType<typeof apply>) => {
    const result = cluster.do(command);
    return result.ok ? '' : result.status.message;
  };
  const specOf = (cluster: ReturnType<typeof clusterOf>) =>
    cluster.reading.find<Pod>('Pod', 'default', 'a')?.spec;

  it('is that of its class', () => {
    const cluster = clusterOf(1);
    must(cluster, classOfPriority('high', 7, { preemptionPolicy: 'Never' }));
    must(cluster, apply(bare('a', { priorityClassName: 'high' })));
    expect(specOf(cluster)).toMatchObject({ priority: 7, preemptionPolicy: 'Never' });
  });

  it('may be one of the system', () => {
    const cluster = clusterOf(1);
    must(cluster, apply(bare('a', { priorityClassName: 'system-node-critical' })));
    expect(specOf(cluster)).toMatchObject({ priority: 2_000_001_000 });
  });

  it('is that of the default class, else 0', () => {
    const cluster = clusterOf(1);
    must(cluster, apply(bare('a')));
    expect(specOf(cluster)).toMatchObject({ priority: 0, preemptionPolicy: 'PreemptLowerPriority' });
    must(cluster, classOfPriority('usual', 5, { globalDefault: true }));
    must(cluster, { verb: 'delete', kind: 'Pod', name: 'a', gracePeriodSeconds: 0 });
    must(cluster, apply(bare('a')));
    expect(specOf(cluster)).toMatchObject({ priority: 5, priorityClassName: 'usual' });
  });

  it('is not the Pod’s to say', () => {
    const cluster = clusterOf(1);
    expect(refused(cluster, apply(bare('a', { priorityClassName: 'gone' })))).toBe(
      'pods "a" is forbidden: no PriorityClass with name gone was found',
    );
    expect(refused(cluster, apply(bare('a', { priority: 9 })))).toBe(
      'pods "a" is forbidden: the integer value of priority (9) must not be provided in pod spec; priority admission controller computed 0 from the given PriorityClass name',
    );
  });

  it('is asked before there is a name, and before the name is looked up', () => {
    const cluster = clusterOf(1);
    must(cluster, apply(bare('a')));
    const object = bare('a', { priorityClassName: 'gone' });
    expect(refused(cluster, { verb: 'create', object })).toBe(
      'pods "a" is forbidden: no PriorityClass with name gone was found',
    );
    const unnamed = { ...object, metadata: { generateName: 'a-' } } as unknown as typeof object;
    expect(refused(cluster, { verb: 'create', object: unnamed })).toBe(
      'pods "a-" is forbidden: no PriorityClass with name gone was found',
    );
  });

  it('has a limit for who is not the system', () => {
    const cluster = clusterOf(1);
    expect(refused(cluster, classOfPriority('huge', 1_000_000_001))).toContain(
      'value: Forbidden: maximum allowed value of a user defined priority is 1000000000',
    );
    expect(refused(cluster, classOfPriority('system-mine', 1))).toContain(
      'error: system-mine is not a known system priority class',
    );
    must(cluster, classOfPriority('high', 7));
    expect(refused(cluster, classOfPriority('high', 8))).toContain(
      'value: Forbidden: may not be changed in an update.',
    );
  });
});
