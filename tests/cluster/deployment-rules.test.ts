import { describe, expect, it } from 'vitest';
import { deploymentMachine, deploymentRules } from '@/lib/cluster/controllers/deployment/deployment.machine';
import { Observed } from '@/lib/cluster/controllers/deployment/observed';
import { newReplicaSet } from '@/lib/cluster/controllers/deployment/replicasets';
import { maxReplicas, maxUnavailable, proportionalSizes } from '@/lib/cluster/controllers/deployment/sizes';
import { decide } from '@/lib/cluster/controllers/rules';
import { kinds } from '@/lib/cluster/kinds';
import type {
  Condition,
  Deployment,
  DeploymentSpec,
  DeploymentStatus,
  KubeObject,
  ObjectMeta,
  OwnerReference,
  Pod,
  ReplicaSet,
} from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';

const nowMs = 1_000_000;
const owner: OwnerReference = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  name: 'web',
  uid: 'deployment',
  controller: true,
};
const meta = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  namespace: 'default',
  uid: name,
  resourceVersion: '1',
  generation: 1,
  creationTimestamp: timestamp(0),
  ...more,
});

type Spec = Partial<DeploymentSpec>;
const container = (image: string) => ({ name: 'app', image: `app:${image}` });
const templateOf = (image: string) => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [container(image)] },
});

/** Wants four replicas of app:v2 and has revision 2, unless said otherwise. */
function deploymentOf(
  spec: Spec = {},
  status: DeploymentStatus = {},
  more: Partial<ObjectMeta> = {},
): Deployment {
  const made = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: meta('web', {
      uid: 'deployment',
      annotations: { 'deployment.kubernetes.io/revision': '2' },
      ...more,
    }),
    spec: { replicas: 4, selector: { matchLabels: { app: 'web' } }, template: templateOf('v2'), ...spec },
    status,
  } as unknown as KubeObject;
  return kinds.get('Deployment')?.defaulted(made) as Deployment;
}

interface Some {
  readonly size?: number;
  /** Pods that its status counts, that are Ready, that are available: as many as its size, unless said otherwise. */
  readonly counted?: number;
  readonly ready?: number;
  readonly available?: number;
  readonly revision?: string;
  /** What it was told of the whole: four replicas, five at most. */
  readonly desired?: string;
  readonly most?: string;
  readonly bornMs?: number;
  readonly conditions?: readonly Condition[];
  readonly meta?: Partial<ObjectMeta>;
  readonly minReadySeconds?: number;
}

/** A ReplicaSet of a Deployment's with an image: `rs('v1', { size: 3, available: 2 })`, called `web-v1`. */
const rs =
  (image: string, some: Some = {}) =>
  (deployment: Deployment): ReplicaSet => {
    const { size = 0, counted = size, ready = counted, available = ready } = some;
    const template = kinds.get('Deployment')?.defaulted({
      ...deployment,
      spec: { ...deployment.spec, template: templateOf(image) },
    } as KubeObject) as Deployment;
    const made = newReplicaSet(template, 1, size, 5) as unknown as ReplicaSet;
    return {
      ...made,
      metadata: meta(`web-${image}`, {
        labels: made.metadata.labels,
        ownerReferences: [owner],
        creationTimestamp: timestamp(some.bornMs ?? (image === 'v1' ? 1000 : 2000)),
        annotations: {
          'deployment.kubernetes.io/revision': some.revision ?? image.slice(1),
          'deployment.kubernetes.io/desired-replicas': some.desired ?? '4',
          'deployment.kubernetes.io/max-replicas': some.most ?? '5',
        },
        ...some.meta,
      }),
      spec: {
        ...made.spec,
        ...(some.minReadySeconds !== undefined && { minReadySeconds: some.minReadySeconds }),
      },
      status: {
        replicas: counted,
        readyReplicas: ready,
        availableReplicas: available,
        observedGeneration: 1,
        ...(some.conditions && { conditions: some.conditions }),
      },
    };
  };

const podOf = (replicaSet: string, phase: Pod['status']['phase']) => (): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: meta(`${replicaSet}-x`, {
    labels: { app: 'web' },
    ownerReferences: [{ ...owner, kind: 'ReplicaSet', name: replicaSet, uid: replicaSet }],
    deletionTimestamp: timestamp(nowMs + 30_000),
  }),
  spec: { containers: [container('v1')] },
  status: { phase },
});

interface Situation {
  readonly spec?: Spec;
  readonly status?: DeploymentStatus;
  readonly meta?: Partial<ObjectMeta>;
  readonly objects?: readonly ((deployment: Deployment) => KubeObject)[];
}

function observe({ spec, status, meta: more, objects = [] }: Situation): Observed {
  const deployment = deploymentOf(spec, status, more);
  const store = new Store();
  for (const object of [deployment, ...objects.map((make) => make(deployment))]) store.put(object);
  return new Observed(deployment, store, nowMs);
}

const sync = (situation: Situation) =>
  decide(deploymentMachine, deploymentRules, undefined, observe(situation));

/** `newReplicaSetMayGrow | web-v2 | web-v2 1->2`: the rule, what it is about, what is done. */
function told(situation: Situation): string {
  const observed = observe(situation);
  const { rule, about, writes } = decide(deploymentMachine, deploymentRules, undefined, observed);
  const did = writes.flatMap((write) => {
    if (write.do === 'event') return [];
    const object = write.object as ReplicaSet;
    const { name } = object.metadata;
    if (write.do === 'create') return [`create web-HASH of ${object.spec.replicas}`];
    const before = observed.reading.find<ReplicaSet>(object.kind, 'default', name);
    const isSized = write.do === 'update' && before?.spec.replicas !== object.spec.replicas;
    return [isSized ? `${name} ${before?.spec.replicas}->${object.spec.replicas}` : `${write.do} ${name}`];
  });
  return [rule, about?.split('/').at(-1), did.join(', ')].filter(Boolean).join(' | ');
}

const recreate: Spec = { strategy: { type: 'Recreate' } };
const rolling = (maxSurge: number | string, maxUnavailable: number | string): Spec => ({
  strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
});
const progressing = (
  reason: string,
  secondsAgo = 0,
  status: Condition['status'] = 'True',
): DeploymentStatus => ({
  conditions: [{ type: 'Progressing', status, reason, lastUpdateTime: timestamp(nowMs - secondsAgo * 1000) }],
});
const done: DeploymentStatus = {
  observedGeneration: 1,
  replicas: 4,
  updatedReplicas: 4,
  readyReplicas: 4,
  availableReplicas: 4,
};
const fails: Condition = { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate' };
const going = { deletionTimestamp: timestamp(nowMs) };

const table: readonly (readonly [string, Situation, string])[] = [
  [
    'a Deployment that is being deleted does nothing',
    { meta: going, objects: [rs('v1', { size: 4 })] },
    'isBeingDeleted',
  ],
  [
    'a ReplicaSet that left the selector is let go',
    { objects: [rs('v2', { size: 4, meta: { labels: { app: 'other' } } })] },
    'replicaSetHasLeftSelector | web-v2 | update web-v2',
  ],
  [
    'a ReplicaSet that nobody manages is adopted',
    { objects: [rs('v2', { size: 4, meta: { ownerReferences: undefined } })] },
    'orphanMatchesSelector | web-v2 | update web-v2',
  ],
  [
    'one that is going is not',
    {
      objects: [rs('v2', { size: 4, meta: { ownerReferences: undefined, ...going } })],
    },
    'newReplicaSetIsMissing | create web-HASH of 4',
  ],
  [
    'the end of a pause is told first',
    { status: progressing('DeploymentPaused', 0, 'Unknown'), objects: [rs('v2', { size: 4 })] },
    'pauseHasEnded',
  ],
  [
    'without a deadline nobody tells of it',
    {
      spec: { progressDeadlineSeconds: 2147483647 },
      status: progressing('DeploymentPaused', 0, 'Unknown'),
      objects: [rs('v2', { size: 4 })],
    },
    'allReplicasAreUpdatedAndAvailable',
  ],
  [
    'an old template that comes back gets the next revision',
    { objects: [rs('v2', { size: 0 }), rs('v3', { size: 4, revision: '3' })] },
    'newReplicaSetDiffers | web-v2 | update web-v2',
  ],
  [
    'the new ReplicaSet has the annotations of the Deployment',
    {
      meta: { annotations: { 'deployment.kubernetes.io/revision': '2', why: 'change' } },
      objects: [rs('v2', { size: 4 })],
    },
    'newReplicaSetDiffers | web-v2 | update web-v2',
  ],
  [
    'and its minReadySeconds',
    { spec: { minReadySeconds: 5 }, objects: [rs('v2', { size: 4, minReadySeconds: 4 })] },
    'newReplicaSetDiffers | web-v2 | update web-v2',
  ],
  [
    'the Deployment shows the revision of the new ReplicaSet',
    { meta: { annotations: {} }, objects: [rs('v2', { size: 4 })] },
    'revisionIsNotRecorded | update web',
  ],
  [
    'a scaled Deployment with one ReplicaSet scales that',
    { spec: { replicas: 6 }, objects: [rs('v2', { size: 4 })] },
    'onlyReplicaSetHasOtherSize | web-v2 | web-v2 4->6',
  ],
  [
    'though it is not the new one',
    { spec: { replicas: 6 }, objects: [rs('v1', { size: 4 })] },
    'onlyReplicaSetHasOtherSize | web-v1 | web-v1 4->6',
  ],
  [
    'a paused Deployment scales',
    { spec: { replicas: 6, paused: true }, objects: [rs('v1', { size: 4 })] },
    'onlyReplicaSetHasOtherSize | web-v1 | web-v1 4->6',
  ],
  [
    'a paused one without replicas scales the newest ReplicaSet',
    {
      spec: { paused: true, template: templateOf('v3') },
      objects: [rs('v1'), rs('v2')],
    },
    'onlyReplicaSetHasOtherSize | web-v2 | web-v2 0->4',
  ],
  [
    'when the new ReplicaSet has all, the old ones go',
    {
      spec: { paused: true },
      objects: [rs('v1', { size: 2 }), rs('v2', { size: 4 })],
    },
    'newReplicaSetIsSaturated | web-v1 | web-v1 2->0',
  ],
  [
    'in mid-rollout the difference is shared out',
    { spec: { replicas: 8 }, objects: [rs('v1', { size: 3 }), rs('v2', { size: 2, available: 0 })] },
    'sizesAreOutOfProportion | web-v1 | web-v1 3->6, web-v2 2->4',
  ],
  [
    'and told to the ReplicaSets, whose sizes may stay as they are',
    {
      spec: { paused: true },
      objects: [rs('v1', { size: 3, desired: '5' }), rs('v2', { size: 2, available: 0 })],
    },
    'sizesAreOutOfProportion | web-v1 | update web-v1',
  ],
  [
    'a paused Deployment forgets old ReplicaSets',
    {
      spec: { paused: true, revisionHistoryLimit: 0 },
      objects: [rs('v1'), rs('v2', { size: 4 })],
    },
    'pausedHistoryIsTooLong | web-v1 | delete web-v1',
  ],
  ['a paused one makes no rollout', { spec: { paused: true }, objects: [rs('v1', { size: 4 })] }, 'isPaused'],
  [
    'under Recreate nothing is shared out',
    {
      spec: { replicas: 8, ...recreate },
      objects: [rs('v1', { size: 3 }), rs('v2', { size: 2, available: 0 })],
    },
    'sizesStay',
  ],
  [
    'Recreate takes all old Pods at once',
    { spec: recreate, objects: [rs('v1', { size: 4 })] },
    'oldReplicaSetsGoFirst | web-v1 | web-v1 4->0',
  ],
  [
    'and waits while an old ReplicaSet counts some',
    { spec: recreate, objects: [rs('v1', { size: 0, counted: 1 })] },
    'oldPodsAreStillThere | web-v1',
  ],
  [
    'and while one is going',
    { spec: recreate, objects: [rs('v1'), podOf('web-v1', 'Running')] },
    'oldPodsAreStillThere | web-v1-x',
  ],
  [
    'but not for one that has ended',
    { spec: recreate, objects: [rs('v1'), podOf('web-v1', 'Failed')] },
    'newReplicaSetIsMissing | create web-HASH of 4',
  ],
  [
    'then it makes the new ones at once',
    { spec: recreate, objects: [rs('v1'), rs('v2')] },
    'newReplicaSetMayGrow | web-v2 | web-v2 0->4',
  ],
  ['the first ReplicaSet has all replicas', {}, 'newReplicaSetIsMissing | create web-HASH of 4'],
  [
    'the next one has as many as may surge',
    { objects: [rs('v1', { size: 4 })] },
    'newReplicaSetIsMissing | create web-HASH of 1',
  ],
  [
    'or none',
    { spec: rolling(0, 1), objects: [rs('v1', { size: 4 })] },
    'newReplicaSetIsMissing | create web-HASH of 0',
  ],
  [
    'a new ReplicaSet that somebody made too large is made smaller',
    { objects: [rs('v2', { size: 6 })] },
    'newReplicaSetIsTooLarge | web-v2 | web-v2 6->4',
  ],
  [
    'even while the old ones fill the surge',
    { objects: [rs('v1', { size: 4 }), rs('v2', { size: 6 })] },
    'newReplicaSetIsTooLarge | web-v2 | web-v2 6->4',
  ],
  [
    'the new ReplicaSet grows when an old Pod has made room',
    { objects: [rs('v1', { size: 3 }), rs('v2', { size: 1, available: 0 })] },
    'newReplicaSetMayGrow | web-v2 | web-v2 1->2',
  ],
  [
    'up to what is wanted',
    { spec: rolling('100%', 0), objects: [rs('v1', { size: 2 }), rs('v2', { size: 1 })] },
    'newReplicaSetMayGrow | web-v2 | web-v2 1->4',
  ],
  [
    'old replicas that are not available go first',
    { objects: [rs('v1', { size: 4, available: 3 }), rs('v2', { size: 1, available: 0 })] },
    'oldReplicasAreUnhealthy | web-v1 | web-v1 4->3',
  ],
  [
    'from the oldest ReplicaSet on, and no more than may go',
    {
      objects: [
        rs('v0', { size: 1, available: 0, bornMs: 0 }),
        rs('v1', { size: 3, available: 0 }),
        rs('v2', { size: 1, available: 1 }),
      ],
    },
    'oldReplicasAreUnhealthy | web-v0 | web-v0 1->0, web-v1 3->2',
  ],
  [
    'then as many as the available ones allow',
    { objects: [rs('v1', { size: 4 }), rs('v2', { size: 1, available: 0 })] },
    'enoughPodsAreAvailable | web-v1 | web-v1 4->3',
  ],
  [
    'from the oldest ReplicaSet on',
    {
      objects: [rs('v0', { size: 1, bornMs: 0 }), rs('v1', { size: 1 }), rs('v2', { size: 3 })],
    },
    'enoughPodsAreAvailable | web-v0 | web-v0 1->0, web-v1 1->0',
  ],
  [
    'none goes while too few are available',
    { objects: [rs('v1', { size: 3 }), rs('v2', { size: 2, ready: 0 })] },
    'newPodsAreNotReady | web-v2',
  ],
  [
    'none goes while an old ReplicaSet has not seen yet that it is smaller',
    {
      objects: [rs('v1', { size: 3, counted: 4 }), rs('v2', { size: 2, available: 1 })],
    },
    'newPodsAreNotAvailable | web-v2',
  ],
  [
    'when all is done, ReplicaSets beyond the history limit go, the lowest revision first',
    {
      spec: { revisionHistoryLimit: 1 },
      status: done,
      objects: [rs('v1', { bornMs: 3000 }), rs('v0', { bornMs: 0, revision: '0' }), rs('v2', { size: 4 })],
    },
    'historyIsTooLong | web-v0 | delete web-v0',
  ],
  [
    'but none that has Pods still',
    {
      spec: { revisionHistoryLimit: 0 },
      status: done,
      objects: [rs('v1', { counted: 1 }), rs('v2', { size: 4 })],
    },
    'replicaSetsHaveToReport',
  ],
  [
    'and none before all is done',
    {
      spec: { revisionHistoryLimit: 0 },
      objects: [rs('v1'), rs('v2', { size: 4, available: 3 })],
    },
    'newPodsAreNotAvailable | web-v2',
  ],
  [
    'no progress in 600 s is told',
    {
      status: { ...progressing('ReplicaSetUpdated', 601), updatedReplicas: 4, replicas: 4 },
      objects: [rs('v2', { size: 4, ready: 0 })],
    },
    'progressDeadlineHasPassed | web-v2',
  ],
  [
    'no progress in exactly 600 s is not',
    {
      status: { ...progressing('ReplicaSetUpdated', 600), updatedReplicas: 4, replicas: 4 },
      objects: [rs('v2', { size: 4, ready: 0 })],
    },
    'newPodsAreNotReady | web-v2',
  ],
  [
    'a rollout that was over has no deadline',
    {
      status: { ...progressing('NewReplicaSetAvailable', 6000), ...done, replicas: 5 },
      objects: [rs('v1', { counted: 1 }), rs('v2', { size: 4, available: 3 })],
    },
    'newPodsAreNotAvailable | web-v2',
  ],
  [
    'a ReplicaSet that cannot make its Pods is told of',
    { objects: [rs('v2', { size: 4, counted: 0, conditions: [fails] })] },
    'replicaSetFails | web-v2',
  ],
  [
    'new Pods that are not Ready are waited for',
    { objects: [rs('v2', { size: 4, ready: 3 })] },
    'newPodsAreNotReady | web-v2',
  ],
  [
    'and Ready ones until they are available',
    { objects: [rs('v2', { size: 4, available: 3 })] },
    'newPodsAreNotAvailable | web-v2',
  ],
  [
    'and old ReplicaSets until they count no Pod',
    { objects: [rs('v1', { size: 0, counted: 1 }), rs('v2', { size: 4 })] },
    'replicaSetsHaveToReport',
  ],
  [
    'then the rollout is complete',
    { objects: [rs('v1'), rs('v2', { size: 4 })] },
    'allReplicasAreUpdatedAndAvailable',
  ],
  [
    'no replicas are wanted, none are there',
    { spec: { replicas: 0 }, objects: [rs('v2', { desired: '0' })] },
    'allReplicasAreUpdatedAndAvailable',
  ],
];

describe('the rules of a Deployment', () => {
  it.each(table)('%s', (_, situation, wanted) => {
    expect(told(situation)).toBe(wanted);
  });

  it('all stand in the table, so that each of its states is reached', () => {
    const named = new Set(table.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(deploymentRules.map((rule) => rule.name).filter((name) => !named.has(name))).toEqual([]);
    const reached = new Set(table.map(([, situation]) => sync(situation).state));
    expect(Object.keys(deploymentMachine.states).filter((state) => !reached.has(state))).toEqual([]);
  });

  it('lead to the same state from every state: a sync depends on what it sees alone', () => {
    const observed = observe({ objects: [rs('v2', { size: 4, ready: 3 })] });
    const results = Object.keys(deploymentMachine.states).map((state) =>
      decide(deploymentMachine, deploymentRules, state, observed),
    );
    expect(new Set(results.map((result) => `${result.state} ${result.rule}`))).toEqual(
      new Set(['waitingForReady newPodsAreNotReady']),
    );
  });
});

describe('what a ReplicaSet is told', () => {
  const written = (situation: Situation) =>
    sync(situation).writes.flatMap((write) =>
      'object' in write ? [(write.object as ReplicaSet).metadata.annotations] : [],
    )[0];

  it('is the size of the whole, with its surge', () => {
    expect(written({ spec: { replicas: 10 }, objects: [rs('v2', { size: 4 })] })).toMatchObject({
      'deployment.kubernetes.io/desired-replicas': '10',
      'deployment.kubernetes.io/max-replicas': '13',
    });
  });

  it('is its earlier revisions, when it serves again', () => {
    const annotations = written({ objects: [rs('v2', { revision: '2' }), rs('v3', { revision: '7' })] });
    expect(annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '8',
      'deployment.kubernetes.io/revision-history': '2',
    });
  });

  it('is nothing that kubectl keeps for itself', () => {
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': '{}', why: 'change' };
    expect(written({ meta: { annotations } })).toEqual({
      why: 'change',
      'deployment.kubernetes.io/revision': '1',
      'deployment.kubernetes.io/desired-replicas': '4',
      'deployment.kubernetes.io/max-replicas': '5',
    });
  });
});

describe('how many Pods there may be', () => {
  it.each([
    [10, '25%', '25%', 13, 2],
    [4, '25%', '25%', 5, 1],
    [2, '25%', '25%', 3, 0],
    [1, '25%', '25%', 2, 0],
    [3, 1, 0, 4, 0],
    [3, 0, 1, 3, 1],
    [3, '0%', '10%', 3, 1],
    [2, 0, 5, 2, 2],
    [0, '25%', '25%', 0, 0],
    [3, '200%', '100%', 9, 3],
  ])(
    '%i replicas, maxSurge %s, maxUnavailable %s: %i at most, %i may be unavailable',
    (replicas, surge, unavailable, most, missing) => {
      const deployment = deploymentOf({ replicas, ...rolling(surge, unavailable) });
      expect([maxReplicas(deployment), maxUnavailable(deployment)]).toEqual([most, missing]);
    },
  );

  it('is no more than wanted under Recreate, which is available with all of them only', () => {
    const deployment = deploymentOf(recreate);
    expect([maxReplicas(deployment), maxUnavailable(deployment)]).toEqual([4, 0]);
  });
});

describe('scaling in proportion', () => {
  const sizes = (replicas: number, spec: Spec, ...some: readonly [string, number, string][]) => {
    const deployment = deploymentOf({ replicas, ...spec });
    const active = some.map(([image, size, most], i) =>
      rs(image, { size, most, bornMs: i * 1000 })(deployment),
    );
    return Object.fromEntries(
      proportionalSizes(deployment, active).map(({ replicaSet, replicas: n }) => [
        replicaSet.metadata.name,
        n,
      ]),
    );
  };

  it('keeps the shares', () => {
    expect(sizes(15, {}, ['v1', 8, '13'], ['v2', 5, '13'])).toEqual({ 'web-v1': 12, 'web-v2': 7 });
  });

  it('gives what rounding leaves to the largest', () => {
    expect(sizes(11, rolling(0, 1), ['v1', 4, '10'], ['v2', 3, '10'], ['v3', 3, '10'])).toEqual({
      'web-v1': 5,
      'web-v2': 3,
      'web-v3': 3,
    });
  });

  it('grows the newest of equal ones first, and shrinks the oldest first', () => {
    expect(sizes(7, rolling(0, 1), ['v1', 3, '6'], ['v2', 3, '6'])).toEqual({ 'web-v1': 3, 'web-v2': 4 });
    expect(sizes(5, rolling(0, 1), ['v1', 3, '6'], ['v2', 3, '6'])).toEqual({ 'web-v1': 2, 'web-v2': 3 });
  });

  it('goes down to nothing', () => {
    expect(sizes(0, {}, ['v1', 3, '5'], ['v2', 2, '5'])).toEqual({ 'web-v1': 0, 'web-v2': 0 });
  });

  it('takes the size of the whole from the status where a ReplicaSet was not told', () => {
    const deployment = deploymentOf({ replicas: 8, ...rolling(0, 1) }, { replicas: 4 });
    const active = [
      rs('v1', { size: 3, most: '' })(deployment),
      rs('v2', { size: 1, most: 'x' })(deployment),
    ];
    expect(proportionalSizes(deployment, active).map(({ replicas }) => replicas)).toEqual([6, 2]);
  });
});
