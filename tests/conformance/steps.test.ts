import { describe, expect, it } from 'vitest';
import type { Cluster } from '@/lib/cluster/cluster';
import type { Deployment, Node, Pod, PodTemplate } from '@/lib/cluster/objects';
import { Names } from '@/lib/conformance/names';
import { beginningMs, newCluster } from '@/lib/conformance/play-case';
import type { Step } from '@/lib/conformance/recording';
import { commandOf, isRefusal } from '@/lib/conformance/steps';

const app = { name: 'app', image: 'app:v1' };
const template = (name: string) => ({ metadata: { labels: { app: name } }, spec: { containers: [app] } });
const set = (kind: string, name: string, replicas: number) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: { replicas, selector: { matchLabels: { app: name } }, template: template(name) },
});
const newImage = (name: string, image: string): Step => ({
  patch: {
    kind: 'Deployment',
    name,
    body: { spec: { template: { spec: { containers: [{ name: 'app', image }] } } } },
  },
});

/** A cluster on which steps were done, one a second, and the names in it. */
function clusterAfter(...steps: Step[]): {
  cluster: Cluster;
  names: Names;
  act: (step: Step) => ReturnType<typeof commandOf>;
} {
  const cluster = newCluster({});
  const names = new Names();
  let read = 0;
  const act = (step: Step) => {
    const command = commandOf(cluster, names, step);
    if (command && !isRefusal(command)) cluster.do(command);
    cluster.run(cluster.nowMs + 1000);
    for (; read < cluster.journal.length; read++) {
      const entry = cluster.journal[read];
      if (entry?.type === 'write' && entry.after) names.see(entry.after);
    }
    return command;
  };
  for (const step of steps) act(step);
  return { cluster, names, act };
}

describe('a kubelet step for any Pod of an owner', () => {
  const replicas: Step = { apply: set('ReplicaSet', 'web', 3) };
  const any = (act: string, owner: string): Step => ({ kubelet: [act, owner], any: true });
  const podOf = (command: ReturnType<typeof commandOf>) =>
    command && 'pod' in command ? command.pod : command;

  it('is for the oldest that waits for it', () => {
    const { cluster, act } = clusterAfter(replicas);
    const pods = cluster.reading.list<Pod>('Pod').map(({ metadata }) => metadata.name);
    expect([1, 2, 3].map(() => podOf(act(any('ready', 'web'))))).toEqual(pods);
    expect(act(any('ready', 'web'))).toEqual({
      refused: { reason: 'NotFound', message: `no Pod web for ready at ${cluster.nowMs - 1000} ms` },
    });
  });

  it('is for one that is marked for deletion when it says gone', () => {
    const { cluster, act } = clusterAfter(replicas, { delete: { kind: 'Pod', name: 'web#2' } });
    const second = cluster.reading.list<Pod>('Pod')[1]?.metadata.name;
    expect(podOf(act(any('gone', 'web')))).toBe(second);
  });

  it('is for one that has not ended when it says succeed or fail', () => {
    const { cluster, act } = clusterAfter(replicas, { kubelet: ['fail', 'web#1'] });
    const pods = cluster.reading.list<Pod>('Pod').map(({ metadata }) => metadata.name);
    expect(podOf(act(any('succeed', 'web')))).toBe(pods[1]);
  });

  it('knows the Pods of a StatefulSet by its name and by theirs', () => {
    const { act } = clusterAfter({ apply: set('StatefulSet', 'db', 1) });
    expect(podOf(act(any('run', 'db')))).toBe('db-0');
    expect(podOf(act(any('ready', "db-0'2")))).toBe('db-0');
  });
});

describe('a rollback', () => {
  const versions = [
    { apply: set('Deployment', 'web', 1) },
    newImage('web', 'app:v2'),
    newImage('web', 'app:v3'),
  ];
  const templateAfter = (step: Step): PodTemplate | undefined => {
    const { cluster, act } = clusterAfter(...versions);
    act(step);
    return cluster.reading.find<Deployment>('Deployment', 'default', 'web')?.spec.template;
  };
  const imageAfter = (step: Step) => templateAfter(step)?.spec.containers[0]?.image;

  it('puts the template of that revision back', () => {
    expect(imageAfter({ rollback: { name: 'web', toRevision: 1 } })).toBe('app:v1');
  });

  it('to no revision puts back the one before the newest', () => {
    expect(imageAfter({ rollback: { name: 'web' } })).toBe('app:v2');
  });

  it('leaves out the label that the controller put on the template', () => {
    const template = templateAfter({ rollback: { name: 'web', toRevision: 1 } });
    expect(template?.metadata?.labels).toEqual({ app: 'web' });
  });

  it('to a revision that is not there is refused', () => {
    const { act } = clusterAfter(...versions);
    expect(act({ rollback: { name: 'web', toRevision: 9 } })).toEqual({
      refused: { reason: 'NotFound', message: 'Deployment web has no revision 9' },
    });
  });
});

describe('steps on nodes', () => {
  const readyOf = (cluster: Cluster) =>
    cluster.reading.list<Node>('Node')[0]?.status.conditions.filter(({ type }) => type === 'Ready');

  it.each<[string, Step]>([
    ['a list', { nodeReady: ['node-1', false] }],
    ['an object', { nodeReady: { name: 'node-1', ready: false } }],
    ['words', { nodeReady: { name: 'node-1', status: 'False' } }],
  ])('set the Ready condition, said by %s', (_, step) => {
    const command = commandOf(newCluster({}), new Names(), step);
    expect(command).toMatchObject({ verb: 'patch', kind: 'Node', name: 'node-1', subresource: 'status' });
    const { cluster } = clusterAfter(step);
    expect(readyOf(cluster)).toHaveLength(1);
    expect(readyOf(cluster)?.[0]?.status).toBe('False');
  });

  it('add, change and remove one', () => {
    const { cluster, act } = clusterAfter({ addNode: { name: 'node-9' } });
    const names = () => cluster.reading.list<Node>('Node').map(({ metadata }) => metadata.name);
    expect(names()).toContain('node-9');
    act({ node: { name: 'node-9', body: { spec: { unschedulable: true } } } });
    expect(cluster.reading.find<Node>('Node', '', 'node-9')?.spec.unschedulable).toBe(true);
    act({ removeNode: 'node-9' });
    expect(names()).not.toContain('node-9');
  });
});

describe('names in steps', () => {
  it.each<[string, Step]>([
    ['delete', { delete: { kind: 'Pod', name: 'web#2' } }],
    ['evict', { evict: 'web#2' }],
    ['merge', { merge: { kind: 'Pod', name: 'web#2', body: {} } }],
    ['kubelet', { kubelet: ['run', 'web#2'] }],
    ['metrics', { metrics: { 'web#2': { cpu: '1m' } } }],
  ])('are aliases in %s', (_, step) => {
    const { cluster, names } = clusterAfter({ apply: set('ReplicaSet', 'web', 3) });
    const second = cluster.reading.list<Pod>('Pod')[1]?.metadata.name ?? '-';
    expect(JSON.stringify(commandOf(cluster, names, step))).toContain(second);
  });

  it('are those of ReplicaSets, too', () => {
    const { act } = clusterAfter({ apply: set('Deployment', 'web', 1) });
    expect(act({ delete: { kind: 'ReplicaSet', name: 'web/rs1' } })).toMatchObject({
      name: expect.stringMatching(/^web-[a-z0-9]+$/),
    });
  });
});

describe('the moment at which a case begins', () => {
  it('lets the seconds of the minute fall where they fell', () => {
    const steps = [
      { do: { nothing: 'quiet takes 1.5 s' }, at: [0, 1.5] as const },
      { do: { wait: 1 }, at: [1.6, 4] as const },
      { do: { waitUntilSecond: 30 }, at: [4, 20.5] as const },
    ];
    expect(beginningMs(steps)).toBe((30 - (20.5 - 1.5)) * 1000);
    expect(beginningMs([...steps, { do: { waitUntilSecond: 4 }, at: [21, 54.5] }])).toBe(11_000);
  });

  it('is within the minute before', () => {
    expect(beginningMs([{ do: { waitUntilSecond: 4 }, at: [0, 50] }])).toBe((4 - 50 + 60) * 1000);
  });

  it('is the middle of a second where no step waits for one', () => {
    expect(beginningMs([{ do: { wait: 3 }, at: [0, 4] }])).toBe(500);
  });
});
