import { describe, expect, it } from 'vitest';
import examples from '@/content/examples';
import type { TimedCommand } from '@/lib/cluster/command';
import { createSession } from '@/lib/lab/create-session';
import { type Example, exampleScenario } from '@/lib/lab/examples';
import type { LabView } from '@/lib/lab/view';
import {
  about,
  autoscaler,
  cronjob,
  daemonset,
  deployment,
  imageOf,
  job,
  made,
  pod,
  service,
} from './objects';

const open = (subject: string | undefined, commands: readonly TimedCommand[], atMs: number) => {
  const session = createSession(about(subject, commands));
  session.seek(atMs);
  return session;
};
const viewOf = (subject: string | undefined, commands: readonly TimedCommand[], atMs: number): LabView =>
  open(subject, commands, atMs).view();
const steps = (view: LabView) =>
  view.workloads.map(({ depth, kind, wants, has, revision }) => [depth, kind, wants, has, revision]);

describe('what keeps Pods is listed in the order of ownership', () => {
  it('a Deployment, then its ReplicaSets, the newest first; an HPA before what it scales', () => {
    const commands: TimedCommand[] = [
      ...made(0, deployment('a', 2), deployment('b', 1), autoscaler('a-scaler', 'a')),
      { atMs: 10_000, command: imageOf('a', 'web:2') },
      { atMs: 20_000, command: imageOf('a', 'web:3') },
    ];
    const { workloads } = viewOf(undefined, commands, 60_000);
    expect(
      workloads.map(({ kind, name, depth, wants, has }) => [
        kind,
        name.replace(/-\w{8,10}$/, ''),
        depth,
        wants,
        has,
      ]),
    ).toEqual([
      ['HorizontalPodAutoscaler', 'a-scaler', 0, undefined, 2],
      ['Deployment', 'a', 0, 2, 2],
      ['ReplicaSet', 'a', 1, 2, 2],
      ['ReplicaSet', 'a', 1, 0, 0],
      ['ReplicaSet', 'a', 1, 0, 0],
      ['Deployment', 'b', 0, 1, 1],
      ['ReplicaSet', 'b', 1, 1, 1],
    ]);
    const [scaler, a, first] = workloads;
    expect([scaler?.scales, first?.owner, first?.image, first?.state]).toEqual([
      a?.key,
      a?.key,
      'web:3',
      'steady',
    ]);
    expect(workloads.map(({ revision }) => revision)).toEqual([undefined, undefined, 3, 2, 1, undefined, 1]);
  });

  it('a CronJob, then its Jobs; a Job wants what is left of it', () => {
    const view = viewOf(
      undefined,
      made(0, cronjob('tick', '* * * * *'), job('once', 'sleep 5', { completions: 3, parallelism: 2 })),
      61_500,
    );
    expect(steps(view)).toEqual([
      [0, 'CronJob', undefined, 1, undefined],
      [1, 'Job', 1, 1, undefined],
      [0, 'Job', 0, 0, undefined],
    ]);
    expect(
      viewOf(undefined, made(0, job('once', 'sleep 5', { completions: 3, parallelism: 2 })), 3_000).workloads,
    ).toMatchObject([{ kind: 'Job', wants: 2, has: 2, state: 'running' }]);
  });
});

describe('a Pod', () => {
  it('has the revision of its ReplicaSet among its Deployment’s, whatever other Deployments did before', () => {
    const commands: TimedCommand[] = [
      ...made(0, deployment('other', 1), deployment('web', 1)),
      { atMs: 5_000, command: imageOf('other', 'web:2') },
      { atMs: 6_000, command: imageOf('other', 'web:3') },
      { atMs: 30_000, command: imageOf('web', 'web:2') },
    ];
    const revisions = (atMs: number) =>
      viewOf('Deployment/web', commands, atMs)
        .pods.filter(({ owner, state }) => owner?.includes('/web-') && state === 'ready')
        .map(({ revision, kind }) => [revision, kind]);
    expect(revisions(29_000)).toEqual([[1, 'ReplicaSet']]);
    expect(revisions(60_000)).toEqual([[2, 'ReplicaSet']]);
  });

  it('keeps the revision of a template to which its Deployment goes back', () => {
    const commands: TimedCommand[] = [
      ...made(0, deployment('web', 1)),
      { atMs: 5_000, command: imageOf('web', 'web:2') },
      { atMs: 20_000, command: imageOf('web', 'web:1') },
    ];
    expect(
      viewOf('Deployment/web', commands, 40_000).pods.map(({ revision, image }) => [revision, image]),
    ).toEqual([[1, 'web:1']]);
  });

  it('of a DaemonSet has the revision of its template', () => {
    const commands: TimedCommand[] = [
      ...made(0, daemonset('agent')),
      { atMs: 5_000, command: imageOf('agent', 'agent:2', 'DaemonSet') },
    ];
    const { pods } = viewOf('DaemonSet/agent', commands, 60_000);
    expect(pods.map(({ revision, kind }) => [revision, kind])).toEqual([1, 2, 3].map(() => [2, 'DaemonSet']));
  });

  it.each<[string, readonly TimedCommand[], number, string]>([
    ['whose image there is not', made(0, pod('p', 'absent:1')), 5_000, 'imageError'],
    [
      'that falls again and again',
      made(0, {
        ...pod('p'),
        spec: { containers: [{ name: 'app', image: 'busybox', command: ['sh', '-c', 'exit 1'] }] },
      }),
      30_000,
      'crashLoop',
    ],
    [
      'on a node of which nothing is heard',
      [
        ...made(0, { ...pod('p'), spec: { ...(pod('p').spec as object), nodeName: 'node-1' } }),
        { atMs: 2_000, command: { verb: 'silence', node: 'node-1' } },
      ],
      90_000,
      'unknown',
    ],
  ])('%s is drawn so, in the scene and in its lane', (_, commands, atMs, state) => {
    const view = viewOf(undefined, commands, atMs);
    expect(view.pods[0]?.state).toBe(state);
    expect(view.score.lanes[0]?.spans.at(-1)).toMatchObject({ state, open: true });
  });
});

describe('a node', () => {
  it('says what its Pods request, its taints, and whether it is silent before anybody has noticed', () => {
    const requests = {
      containers: [{ name: 'app', image: 'a', resources: { requests: { cpu: '1', memory: '2Gi' } } }],
      nodeName: 'node-1',
    };
    const commands: TimedCommand[] = [
      ...made(0, { ...pod('p'), spec: requests }),
      { atMs: 1_000, command: { verb: 'silence', node: 'node-2' } },
      {
        atMs: 1_000,
        command: {
          verb: 'patch',
          kind: 'Node',
          name: 'node-3',
          type: 'merge',
          body: { spec: { taints: [{ key: 'x', effect: 'NoSchedule' }] } },
        },
      },
    ];
    const [one, two, three] = viewOf(undefined, commands, 2_000).nodes;
    expect(one).toMatchObject({ requested: { cpu: 0.25, memory: 0.25 }, isSilent: false, taints: [] });
    expect(two).toMatchObject({ isSilent: true, ready: true, requested: { cpu: 0, memory: 0 } });
    expect(three?.taints).toEqual([{ key: 'x', effect: 'NoSchedule' }]);
  });
});

const deadline = { progressDeadlineSeconds: 10 };
const rollout: readonly TimedCommand[] = [
  ...made(0, deployment('web', 3)),
  { atMs: 10_000, command: imageOf('web', 'web:2') },
];

describe('the sentence', () => {
  it.each<[string, string | undefined, readonly TimedCommand[], number, object]>([
    ['of nothing', undefined, [], 1_000, { key: 'emptyCluster', count: 3 }],
    ['of a calm cluster', undefined, made(0, deployment('web', 3)), 20_000, { key: 'calm', count: 3, of: 3 }],
    [
      'of a cluster in which somebody lacks Pods',
      undefined,
      [
        ...made(0, deployment('web', 3)),
        { atMs: 20_000, command: { verb: 'scale', kind: 'Deployment', name: 'web', replicas: 5 } },
      ],
      20_005,
      { key: 'lacksPods', subject: 'web', count: 3, of: 5 },
    ],
    [
      'of a cluster with a Pod in error',
      undefined,
      made(0, deployment('web', 1, 'absent:1')),
      5_000,
      { key: 'podInError', subjectState: 'imageError' },
    ],
    [
      'of a cluster with a silent node',
      undefined,
      [...made(0, deployment('web', 3)), { atMs: 20_000, command: { verb: 'silence', node: 'node-2' } }],
      21_000,
      { key: 'nodeSilent', subject: 'node-2' },
    ],
    [
      'of a cluster with a Pod that nobody hears of: its node, not the Pod',
      undefined,
      [...made(0, deployment('web', 3)), { atMs: 20_000, command: { verb: 'silence', node: 'node-2' } }],
      90_000,
      { key: 'nodeSilent', subject: 'node-2' },
    ],
    [
      'of a cluster with a rollout that has begun',
      undefined,
      rollout,
      10_400,
      { key: 'progressing', subject: 'web', of: 3 },
    ],
    [
      'of a cluster whose Job has failed',
      undefined,
      made(0, job('once', 'exit 1', { backoffLimit: 0 })),
      30_000,
      { key: 'jobFailed', subject: 'once', state: 'BackoffLimitExceeded' },
    ],
    [
      'of a cluster whose Job is through',
      undefined,
      made(0, job('once', 'sleep 1', { completions: 2 })),
      30_000,
      { key: 'idle' },
    ],
    [
      'of a Deployment at rest',
      'Deployment/web',
      made(0, deployment('web', 3)),
      20_000,
      { key: 'machine', machine: 'deployment', state: 'complete', subject: 'web', count: 3, of: 3 },
    ],
    [
      'of a Deployment that rolls out',
      'Deployment/web',
      rollout,
      10_400,
      { key: 'progressing', subject: 'web', of: 3 },
    ],
    [
      'of a Deployment whose rollout stands',
      'Deployment/web',
      [
        ...made(0, deployment('web', 2, 'web:1', deadline)),
        { atMs: 5_000, command: imageOf('web', 'absent:1') },
      ],
      60_000,
      { key: 'deadlineExceeded', subject: 'web' },
    ],
    [
      'of a DaemonSet',
      'DaemonSet/agent',
      made(0, daemonset('agent')),
      20_000,
      { key: 'machine', machine: 'daemonset', state: 'steady', count: 3, of: 3 },
    ],
    [
      'of a Job at work',
      'Job/once',
      made(0, job('once', 'sleep 5')),
      3_000,
      { key: 'machine', machine: 'job', state: 'running' },
    ],
    [
      'of a Job that is through',
      'Job/once',
      made(0, job('once', 'sleep 1', { completions: 2 })),
      30_000,
      { key: 'jobComplete', count: 2, of: 2 },
    ],
    [
      'of a Job that failed',
      'Job/once',
      made(0, job('once', 'exit 1', { backoffLimit: 0 })),
      30_000,
      { key: 'jobFailed', subject: 'once', state: 'BackoffLimitExceeded' },
    ],
    [
      'of a CronJob',
      'CronJob/tick',
      made(0, cronjob('tick', '* * * * *')),
      3_000,
      { key: 'machine', machine: 'cronjob', state: 'waitingForSchedule' },
    ],
    [
      'of an HPA',
      'HorizontalPodAutoscaler/h',
      made(0, deployment('web', 2), autoscaler('h', 'web')),
      40_000,
      { key: 'machine', machine: 'horizontalpodautoscaler', subject: 'h' },
    ],
    [
      'of a Service',
      'Service/web',
      made(0, deployment('web', 3), service('web', 'web')),
      20_000,
      { key: 'serviceHas', subject: 'web', count: 3, of: 3 },
    ],
    [
      'of a bare Pod',
      'Pod/p',
      made(0, pod('p')),
      10_000,
      { key: 'podIs', subject: 'p', subjectState: 'ready', state: 'Running' },
    ],
    ['of what is not there yet', 'Deployment/web', [], 1_000, { key: 'empty', subject: 'web' }],
    [
      'of what is deleted',
      'Deployment/web',
      [
        ...made(0, deployment('web', 3)),
        { atMs: 20_000, command: { verb: 'delete', kind: 'Deployment', name: 'web' } },
      ],
      20_200,
      { key: 'objectDeleted', subject: 'web', count: 3 },
    ],
  ])('%s', (_, subject, commands, atMs, sentence) => {
    expect(viewOf(subject, commands, atMs).sentence).toMatchObject(sentence);
  });
});

describe('the sentence of an example of the playground at its pause', () => {
  const said: Readonly<Record<string, object>> = {
    'deployment-and-service': { key: 'calm', count: 3, of: 3 },
    'stuck-rollout': { key: 'deadlineExceeded', subject: 'web' },
    'statefulset-claims': { key: 'calm', count: 1, of: 1 },
    'job-failures': { key: 'jobFailed', subject: 'import', state: 'BackoffLimitExceeded' },
    'cronjob-each-minute': { key: 'idle' },
    'silent-node': { key: 'nodeSilent', subject: 'node-2', count: 1 },
    'unready-endpoint': { key: 'waitsForReady', subject: 'web', objectState: 'notReady' },
    'fits-nowhere': { key: 'waitsForReady', subject: 'big', objectState: 'pending' },
  };

  it.each(examples.filter(({ id }) => id in said))('$id', (example) => {
    const session = createSession(exampleScenario(example));
    session.seek(session.scenario.pauseAtMs);
    expect(session.view().sentence).toMatchObject(said[example.id] ?? {});
  });

  it('says that all is well at no moment of a rollout', () => {
    const session = createSession(about(undefined, rollout));
    session.seek(10_000);
    const said: string[] = [];
    while (session.step('change') && session.nowMs < 60_000) {
      const { sentence, pods } = session.view();
      if (pods.some(({ image, state }) => image !== 'web:2' && state !== 'terminating'))
        said.push(sentence.key);
    }
    expect(said.length).toBeGreaterThan(3);
    expect(said).not.toContain('calm');
  });

  it('while a Deployment starts, counts its Pods', () => {
    const example = examples.find(({ id }) => id === 'deployment-and-service');
    const session = createSession(exampleScenario(example as Example));
    session.seek(800);
    expect(session.view().sentence).toEqual({ key: 'starting', subject: 'web', count: 0, of: 3 });
  });
});

describe('why a whole cluster is as its sentence says', () => {
  it.each<[string, readonly TimedCommand[], number, object]>([
    [
      'a Pod in error: down to what was asked',
      made(0, deployment('web', 1, 'absent:1')),
      5_000,
      { key: 'command', atMs: 0 },
    ],
    [
      'a silent node: that it was cut off',
      [...made(0, pod('p')), { atMs: 2_000, command: { verb: 'silence', node: 'node-2' } }],
      5_000,
      { key: 'command', atMs: 2_000, command: { verb: 'silence', node: 'node-2' } },
    ],
    ['calm: what was done last', rollout, 60_000, { key: 'command', atMs: 10_000 }],
  ])('%s', (_, commands, atMs, last) => {
    expect(viewOf(undefined, commands, atMs).why.at(-1)).toMatchObject(last);
  });
});

describe('a step to the next change', () => {
  it('of a whole cluster stops at Pods, nodes and workloads, and at no other moment', () => {
    const session = open(
      undefined,
      [
        ...made(1_000, deployment('web', 1)),
        {
          atMs: 20_000,
          command: {
            verb: 'patch',
            kind: 'Node',
            name: 'node-1',
            type: 'merge',
            body: { spec: { unschedulable: true } },
          },
        },
      ],
      1_000,
    );
    const seen: string[] = [];
    const picture = () => {
      const { pods, nodes, workloads } = session.view();
      return JSON.stringify([
        pods.map(({ name, state }) => [name, state]),
        nodes,
        workloads.map(({ key, wants }) => [key, wants]),
      ]);
    };
    seen.push(picture());
    while (session.step('change') && session.nowMs < 30_000) seen.push(picture());
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.at(-1)).toContain('"cordoned":true');
  });
});

describe('the score', () => {
  it('of a Deployment has the Pods of all its ReplicaSets, and its machine’s lane above its newest ReplicaSet’s', () => {
    const commands = [...made(0, deployment('other', 2)), ...rollout];
    const { score } = viewOf('Deployment/web', commands, 60_000);
    expect(score.lanes).toHaveLength(6);
    expect(new Set(score.lanes.flatMap(({ spans }) => spans.map(({ revision }) => revision)))).toEqual(
      new Set([1, 2]),
    );
    expect(
      score.controllers?.map(({ machine, label }) => `${machine} ${label.replace(/-\w+$/, '')}`),
    ).toEqual(['deployment Deployment web', 'replicaset ReplicaSet web']);
    expect(score.controller.spans).toEqual(score.controllers?.[0]?.spans);
    expect(score.controllers?.[1]?.spans[0]?.fromMs).toBeGreaterThan(10_000);
  });

  it('of an HPA follows what it scales; of a CronJob the Pods of its Jobs; of a Service those that it selects', () => {
    const hpa = viewOf(
      'HorizontalPodAutoscaler/h',
      made(0, deployment('web', 2), autoscaler('h', 'web')),
      10_000,
    );
    expect(hpa.score.controllers?.map(({ machine }) => machine)).toEqual([
      'horizontalpodautoscaler',
      'deployment',
      'replicaset',
    ]);
    expect(hpa.score.lanes).toHaveLength(2);
    const cron = viewOf('CronJob/tick', made(0, cronjob('tick', '* * * * *'), pod('p')), 130_000);
    expect(cron.score.lanes.map(({ label }) => label.slice(0, 5))).toEqual(['tick-', 'tick-']);
    expect(
      viewOf('Service/p', made(0, pod('p'), pod('q'), service('p', 'p')), 5_000).score.lanes.map(
        ({ label }) => label,
      ),
    ).toEqual(['p']);
    expect(
      viewOf(undefined, made(0, pod('p'), pod('q')), 5_000).score.lanes.map(({ label }) => label),
    ).toEqual(['p', 'q']);
  });

  it('folds lanes of Pods that are gone away when there are more than 24: the latest of them stay, and all that live', () => {
    const commands: TimedCommand[] = [...made(0, deployment('web', 10))];
    for (let n = 2; n < 6; n++) commands.push({ atMs: n * 40_000, command: imageOf('web', `web:${n}`) });
    const { score, pods } = viewOf('Deployment/web', commands, 240_000);
    expect(score.lanes).toHaveLength(24);
    expect(score.folded).toBe(26);
    const labels = score.lanes.map(({ label }) => label);
    for (const { name } of pods) expect(labels).toContain(name);
    const ends = score.lanes.flatMap(({ spans }) => (spans.at(-1)?.open ? [] : (spans.at(-1)?.toMs ?? [])));
    expect(Math.min(...ends)).toBeGreaterThan(160_000);
  });
});

describe('an object that is opened', () => {
  const commands = [...rollout, ...made(0, service('web', 'web'), pod('alone', 'absent:1'))].sort(
    (a, b) => a.atMs - b.atMs,
  );
  const session = open(undefined, commands, 40_000);
  const inspected = (key: string) => session.inspect(key);

  it('shows YAML as kubectl prints it, without managedFields', () => {
    const yaml = inspected('Deployment/default/web')?.yaml ?? '';
    expect(yaml).toMatch(/^apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n/);
    expect(yaml).toContain('\n      - image: web:2\n');
    expect(yaml).not.toContain('managedFields');
  });

  it('shows its Events, and why it is as it is down to a command', () => {
    const web = inspected('Deployment/default/web');
    expect(web?.events[0]).toMatchObject({ reason: 'ScalingReplicaSet', on: 'Deployment/web' });
    expect(web?.events.every(({ on }) => on === 'Deployment/web')).toBe(true);
    expect(web?.why.at(-1)).toMatchObject({ key: 'command', atMs: 10_000 });
  });

  it('shows the machine that keeps it, as a list of rules, or of a Pod as a chart', () => {
    const kinds = (key: string) => [
      inspected(key)?.machine?.name,
      inspected(key)?.machine?.current,
      inspected(key)?.machineKind,
    ];
    expect(kinds('Deployment/default/web')).toEqual(['deployment.machine', 'complete', 'rules']);
    expect(kinds('Service/default/web')).toEqual(['endpointslice.machine', expect.any(String), 'rules']);
    expect(kinds('Node//node-1')).toEqual(['node-lifecycle.machine', 'ready', 'rules']);
    expect(kinds('Pod/default/alone')).toEqual(['pod.machine', 'Working.ImagePullBackOff', 'chart']);
    const states = inspected('Pod/default/alone')?.machine?.states ?? [];
    expect(states).toContainEqual({ id: 'Working.Ready', guards: ['isReady'] });
    expect(states).toContainEqual({ id: 'Gone', guards: ['isDeleted'] });
    expect(states.some(({ id }) => id === 'Working')).toBe(false);
  });

  it('shows the scheduler’s machine of a Pod that has no node', () => {
    const big = {
      ...pod('big'),
      spec: { containers: [{ name: 'a', image: 'a', resources: { requests: { cpu: '99' } } }] },
    };
    const view = open(undefined, made(0, big), 5_000).inspect('Pod/default/big');
    expect([view?.machine?.name, view?.machineKind]).toEqual(['scheduler.machine', 'rules']);
  });

  it('is not there when it is gone', () => {
    expect(inspected('Pod/default/nobody')).toBeUndefined();
    session.seek(0);
    expect(session.inspect('Pod/default/alone')).toBeDefined();
    session.seek(40_000);
  });
});

const disk: TimedCommand['command'][] = [
  {
    verb: 'create',
    object: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'disk' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  },
];

it('claims and Services are named by their keys; a claim says which Pod has it mounted, of any kind', () => {
  const template = {
    metadata: { labels: { app: 'store' } },
    spec: {
      containers: [{ name: 'app', image: 'web:1', volumeMounts: [{ name: 'd', mountPath: '/d' }] }],
      volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'disk' } }],
    },
  };
  const there = {
    verb: 'create',
    object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  };
  const far = { ...service('web', 'web'), metadata: { name: 'web', namespace: 'shop' } };
  const view = viewOf(
    undefined,
    [
      { atMs: 0, command: disk[0] as TimedCommand['command'] },
      { atMs: 0, command: there as TimedCommand['command'] },
      ...made(0, deployment('store', 1, 'web:1', { template }), service('web', 'store'), far),
    ],
    30_000,
  );
  expect(view.pods).toHaveLength(1);
  expect(view.claims).toMatchObject([
    { key: 'PersistentVolumeClaim/default/disk', mounted: true, pod: view.pods[0]?.key },
  ]);
  expect(view.services.map(({ key, endpoints }) => [key, endpoints.length])).toEqual([
    ['Service/default/web', 1],
    ['Service/shop/web', 0],
  ]);
});

it('an Event that came again says when it came first', () => {
  const { events } = viewOf(undefined, made(0, pod('bad', 'absent:1')), 120_000);
  for (const { atMs, firstAtMs, count } of events)
    if (count === 1) expect(firstAtMs).toBe(atMs);
    else expect(firstAtMs).toBeLessThan(atMs);
  expect(events.some(({ count }) => count > 1)).toBe(true);
});
