import { describe, expect, it } from 'vitest';
import type { NodeOptions } from '@/lib/cluster/beginnings';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import { hashOf } from '@/lib/cluster/controllers/history';
import { kinds } from '@/lib/cluster/kinds';
import { daemonset } from '@/lib/cluster/kinds/daemonset';
import type { ControllerRevision, DaemonSet, Event, KubeObject, Manifest, Pod } from '@/lib/cluster/objects';

const nodes: readonly NodeOptions[] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];

const agent = (spec: object = {}, template: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent' },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    template: {
      metadata: { labels: { app: 'agent' } },
      spec: { containers: [{ name: 'app', image: 'agent:v1' }], ...template },
    },
    ...spec,
  },
});

const image = (version: string) => ({
  spec: { template: { spec: { containers: [{ name: 'app', image: `agent:${version}` }] } } },
});
const patch = (body: object): Command => ({
  verb: 'patch',
  type: 'strategic',
  kind: 'DaemonSet',
  name: 'agent',
  body,
});
const nodePatch = (name: string, body: object): Command => ({
  verb: 'patch',
  type: 'merge',
  kind: 'Node',
  name,
  body,
});

class Played {
  readonly cluster: Cluster;
  constructor(manifest: Manifest = agent(), on = nodes) {
    this.cluster = new Cluster({ seed: 1, nodes: on, kubelet: 'played' });
    this.do({ verb: 'apply', object: manifest });
    this.settle();
  }
  do(command: Command): void {
    const result = this.cluster.do(command);
    if (!result.ok) throw new Error(result.status.message);
  }
  settle(ms = 500): void {
    this.cluster.run(this.cluster.nowMs + ms);
  }
  get set(): DaemonSet {
    const set = this.cluster.reading.find<DaemonSet>('DaemonSet', 'default', 'agent');
    if (!set) throw new Error('the set is gone');
    return set;
  }
  get pods(): Pod[] {
    return this.cluster.reading.list<Pod>('Pod');
  }
  on(node: string): Pod {
    const pod = this.pods.find(({ spec }) => spec.nodeName === node);
    if (!pod) throw new Error(`no Pod on ${node}`);
    return pod;
  }
  kubelet(act: 'ready' | 'fail' | 'gone', node: string): void {
    this.do({ verb: 'kubelet', act, pod: this.on(node).metadata.name });
    this.settle();
  }
  allReady(): void {
    for (const pod of this.pods) this.do({ verb: 'kubelet', act: 'ready', pod: pod.metadata.name });
    this.settle();
  }
  get state(): string | undefined {
    return this.cluster.stateOf('daemonset', 'DaemonSet/default/agent')?.state;
  }
  get revisions(): ControllerRevision[] {
    return this.cluster.reading.list<ControllerRevision>('ControllerRevision');
  }
  reasons(on: string): string[] {
    return this.cluster.reading
      .list<Event>('Event')
      .filter(({ involvedObject }) => involvedObject.kind === on)
      .map(({ reason }) => reason);
  }
}

describe("a DaemonSet's Pods", () => {
  const played = new Played(agent({}, { tolerations: [{ key: 'gpu', operator: 'Exists' }] }));

  it('are meant for one node each, and the scheduler binds them there', () => {
    expect(played.pods.map(({ spec }) => spec.nodeName).sort()).toEqual(['a', 'b', 'c']);
    for (const { spec } of played.pods)
      expect(spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution).toEqual({
        nodeSelectorTerms: [
          { matchFields: [{ key: 'metadata.name', operator: 'In', values: [spec.nodeName] }] },
        ],
      });
    expect(played.reasons('Pod')).toEqual(['Scheduled', 'Scheduled', 'Scheduled']);
  });

  it('carry the hash of their template, and its number', () => {
    const [revision] = played.revisions;
    const hash = revision?.metadata.labels?.['controller-revision-hash'];
    expect(revision?.metadata.name).toBe(`agent-${hash}`);
    expect(played.on('a').metadata.labels).toEqual({
      app: 'agent',
      'controller-revision-hash': hash,
      'pod-template-generation': '1',
    });
  });

  it('tolerate what befalls a node, for ever', () => {
    const told = (played.on('a').spec.tolerations ?? []).map(
      ({ key, operator, effect, tolerationSeconds }) => `${key} ${operator} ${effect} ${tolerationSeconds}`,
    );
    expect(told).toEqual([
      'gpu Exists undefined undefined',
      'node.kubernetes.io/not-ready Exists NoExecute undefined',
      'node.kubernetes.io/unreachable Exists NoExecute undefined',
      'node.kubernetes.io/disk-pressure Exists NoSchedule undefined',
      'node.kubernetes.io/memory-pressure Exists NoSchedule undefined',
      'node.kubernetes.io/pid-pressure Exists NoSchedule undefined',
      'node.kubernetes.io/unschedulable Exists NoSchedule undefined',
    ]);
  });

  it('on the host network tolerate a node without a network, too', () => {
    const { tolerations } = new Played(agent({}, { hostNetwork: true })).on('a').spec;
    expect(tolerations?.at(-1)?.key).toBe('node.kubernetes.io/network-unavailable');
  });

  it('wait without a node where there is no room, and count as current all the same', () => {
    const big = { containers: [{ name: 'app', image: 'agent:v1', resources: { requests: { cpu: '3' } } }] };
    const full = new Played(agent({}, big), [{ name: 'a' }, { name: 'b', cpu: '2' }]);
    expect(full.set.status).toMatchObject({ desiredNumberScheduled: 2, currentNumberScheduled: 2 });
    expect(full.pods.filter(({ spec }) => !spec.nodeName)).toHaveLength(1);
    full.do({ verb: 'kubelet', act: 'ready', pod: full.on('a').metadata.name });
    full.settle();
    expect(full.state).toBe('waitingForScheduling');
  });
});

describe('a Failed Pod', () => {
  it('is replaced at once, then after a second, then after two', () => {
    const played = new Played();
    played.allReady();
    const failedAndReplacedAfterMs = () => {
      const { name } = played.on('a').metadata;
      const from = played.cluster.nowMs;
      played.do({ verb: 'kubelet', act: 'fail', pod: name });
      while (played.pods.some(({ metadata }) => metadata.name === name)) played.settle(10);
      const took = played.cluster.nowMs - from;
      played.settle(100);
      return took;
    };
    expect(failedAndReplacedAfterMs()).toBeLessThan(50);
    const second = failedAndReplacedAfterMs();
    expect(second).toBeGreaterThan(900);
    expect(second).toBeLessThan(1100);
    const third = failedAndReplacedAfterMs();
    expect(third).toBeGreaterThan(1850);
    expect(third).toBeLessThan(2100);
    expect(played.reasons('DaemonSet').filter((reason) => reason === 'FailedDaemonPod')).toHaveLength(3);
  });

  it('waits in a state of its own', () => {
    const played = new Played();
    played.allReady();
    played.kubelet('fail', 'a');
    played.kubelet('fail', 'a');
    expect(played.state).toBe('waitingForBackOff');
  });
});

describe('a node', () => {
  it('whose new taint only makes a Pod misscheduled does not wake the set', () => {
    const played = new Played();
    played.allReady();
    const taints = [{ key: 'gpu', effect: 'NoSchedule' }];
    played.do(nodePatch('b', { spec: { taints } }));
    played.settle();
    expect(played.set.status).toMatchObject({ desiredNumberScheduled: 3, numberMisscheduled: 0 });
    played.do(patch({ metadata: { labels: { woken: 'yes' } } }));
    played.settle();
    expect(played.set.status).toMatchObject({ desiredNumberScheduled: 2, numberMisscheduled: 1 });
    played.do(nodePatch('b', { spec: { taints: [] } }));
    played.settle();
    expect(played.set.status).toMatchObject({ desiredNumberScheduled: 3, numberMisscheduled: 0 });
  });

  it('that is cordoned wakes nobody and keeps its Pod', () => {
    const played = new Played();
    played.allReady();
    const before = played.cluster.journal.length;
    played.do(nodePatch('b', { metadata: { annotations: { note: 'x' } } }));
    played.settle();
    const woken = played.cluster.journal
      .slice(before)
      .filter(({ cause }) => cause.by === 'daemonset-controller');
    expect(woken).toEqual([]);
  });
});

describe('the status', () => {
  it('looks again a whole minReadySeconds after a look, so that Pods that are Ready a little later count as much later', () => {
    const played = new Played(agent({ minReadySeconds: 8 }));
    for (const pod of played.pods) {
      played.do({ verb: 'kubelet', act: 'ready', pod: pod.metadata.name });
      played.settle(1000);
    }
    const available = () => played.set.status.numberAvailable;
    played.settle(7000);
    expect(available()).toBe(1);
    played.settle(5000);
    expect(available()).toBe(1);
    played.settle(5000);
    expect(available()).toBe(3);
  });

  it('counts a Pod as Available after minReadySeconds', () => {
    const played = new Played(agent({ minReadySeconds: 5 }));
    played.allReady();
    expect(played.set.status).toMatchObject({ numberReady: 3, numberUnavailable: 3 });
    expect(played.state).toBe('waitingForAvailable');
    played.settle(6000);
    expect(played.set.status).toMatchObject({ numberReady: 3, numberAvailable: 3 });
    expect(played.set.status.numberUnavailable).toBeUndefined();
    expect(played.state).toBe('steady');
  });

  it('says which generation it has seen', () => {
    const played = new Played();
    played.do(patch(image('v2')));
    expect(played.set.metadata.generation).toBe(2);
    expect(played.set.status.observedGeneration).toBe(1);
    played.settle();
    expect(played.set.status.observedGeneration).toBe(2);
  });
});

describe('the history', () => {
  it('counts on when an old template comes back, under its old name', () => {
    const played = new Played();
    const [first] = played.revisions;
    for (const version of ['v2', 'v1']) {
      played.do(patch(image(version)));
      played.settle();
    }
    expect(played.revisions.map(({ revision }) => revision).sort()).toEqual([2, 3]);
    expect(played.revisions.find(({ revision }) => revision === 3)?.metadata.name).toBe(first?.metadata.name);
    expect(played.set.metadata.annotations?.['deprecated.daemonset.template.generation']).toBe('3');
  });

  it('keeps a patch that brings the template back', () => {
    const played = new Played();
    played.do(patch(image('v2')));
    played.settle();
    const old = played.revisions.find(({ revision }) => revision === 1);
    played.do(patch(old?.data ?? {}));
    expect(played.set.spec.template.spec.containers[0]?.image).toBe('agent:v1');
  });

  it('takes another name when the name is taken by something else', () => {
    const { spec } = daemonset.defaulted(agent() as unknown as DaemonSet);
    const cluster = new Cluster({ seed: 1, nodes, kubelet: 'played' });
    const name = `agent-${hashOf(spec.template)}`;
    const object = {
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: { name },
      data: {},
      revision: 7,
    };
    expect(cluster.do({ verb: 'create', object }).ok).toBe(true);
    cluster.do({ verb: 'apply', object: agent() });
    cluster.run(2000);
    const set = cluster.reading.find<DaemonSet>('DaemonSet', 'default', 'agent');
    expect(set?.status).toMatchObject({ collisionCount: 1, desiredNumberScheduled: 3 });
    const mine = cluster.reading.ownedBy(set?.metadata.uid ?? '').map((owned) => owned.metadata.name);
    expect(mine).toContain(`agent-${hashOf(spec.template, 1)}`);
  });
});

const errorsOf = (object: Manifest, before?: Manifest): string[] => {
  const kind = kinds.get('DaemonSet');
  if (!kind) throw new Error('the cluster serves DaemonSets');
  const set = kind.defaulted(object as unknown as KubeObject);
  const errors = before
    ? kind.validateUpdate(set, kind.defaulted(before as unknown as KubeObject))
    : kind.validate(set);
  return errors.map(({ field, detail }) => `${field}: ${detail}`);
};
const rolling = (rollingUpdate: object) =>
  agent({ updateStrategy: { type: 'RollingUpdate', rollingUpdate } });
const percent =
  "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

describe('the API server', () => {
  it('fills in what a client leaves out', () => {
    const { spec } = daemonset.defaulted(agent() as unknown as DaemonSet);
    expect(spec).toMatchObject({
      revisionHistoryLimit: 10,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
      template: { spec: { restartPolicy: 'Always' } },
    });
  });

  it.each<readonly [string, Manifest, string[]]>([
    ['takes a sound set', agent(), []],
    ['takes a surge in place of unavailability', rolling({ maxUnavailable: 0, maxSurge: '10%' }), []],
    [
      'refuses a selector that the labels of the template do not match',
      agent({ selector: { matchLabels: { app: 'other' } } }),
      [
        'spec.template.metadata.labels: Invalid value: {"app":"agent"}: `selector` does not match template `labels`',
      ],
    ],
    [
      'refuses a selector that asks for nothing',
      agent({ selector: {} }),
      ['spec.selector: Invalid value: {}: empty selector is invalid for daemonset'],
    ],
    [
      'refuses Pods that are not restarted',
      agent({}, { restartPolicy: 'Never' }),
      ['spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'],
    ],
    [
      'refuses a deadline of its Pods',
      agent({}, { activeDeadlineSeconds: 5 }),
      [
        'spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in DaemonSet is not Supported',
      ],
    ],
    [
      'refuses both limits at once',
      rolling({ maxUnavailable: 1, maxSurge: 1 }),
      [
        'spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero',
      ],
    ],
    [
      'refuses neither',
      rolling({ maxUnavailable: 0 }),
      ['spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0'],
    ],
    [
      'refuses more than all nodes',
      rolling({ maxUnavailable: '101%' }),
      [
        'spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: "101%": must not be greater than 100%',
      ],
    ],
    [
      'refuses what is neither a number nor a percentage',
      rolling({ maxUnavailable: 'some', maxSurge: 1 }),
      [`spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: "some": ${percent}`],
    ],
    [
      'refuses another strategy, by the names of its own types',
      agent({ updateStrategy: { type: 'Recreate' } }),
      [
        'spec.updateStrategy: Unsupported value: {"Type":"Recreate","RollingUpdate":null}: supported values: "RollingUpdate", "OnDelete"',
      ],
    ],
    [
      'refuses counts below 0',
      agent({ minReadySeconds: -1, revisionHistoryLimit: -1 }),
      [
        'spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0',
        'spec.revisionHistoryLimit: Invalid value: -1: must be greater than or equal to 0',
      ],
    ],
  ])('%s', (_, object, wanted) => {
    expect(errorsOf(object)).toEqual(wanted);
  });

  it('refuses another selector later', () => {
    const other = agent({ selector: { matchLabels: { app: 'agent', more: 'yes' } } });
    expect(errorsOf(other, agent())).toEqual([
      'spec.selector: Invalid value: {"matchLabels":{"app":"agent","more":"yes"}}: field is immutable',
    ]);
  });

  it('keeps the number of the template, whatever a client says of it', () => {
    const played = new Played();
    played.do(patch({ metadata: { annotations: { 'deprecated.daemonset.template.generation': '9' } } }));
    expect(played.set.metadata.annotations).toEqual({ 'deprecated.daemonset.template.generation': '1' });
  });
});
