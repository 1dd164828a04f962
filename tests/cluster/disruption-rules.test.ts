import { describe, expect, it } from 'vitest';
import { disruptionController } from '@/lib/cluster/controllers/disruption';
import { disruptionMachine, disruptionRules } from '@/lib/cluster/controllers/disruption/disruption.machine';
import { ObservedBudget } from '@/lib/cluster/controllers/disruption/observed';
import { decide } from '@/lib/cluster/controllers/rules';
import type {
  KubeObject,
  ObjectMeta,
  OwnerReference,
  Pod,
  PodDisruptionBudget,
  PodDisruptionBudgetSpec,
  PodDisruptionBudgetStatus,
} from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';

const nowMs = 1_000_000;
const meta = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  namespace: 'default',
  uid: `uid-${name}`,
  resourceVersion: '1',
  creationTimestamp: timestamp(0),
  generation: 2,
  ...more,
});
const refTo = (kind: string, name: string): OwnerReference => ({
  apiVersion: 'apps/v1',
  kind,
  name,
  uid: `uid-${name}`,
  controller: true,
});

interface Situation {
  readonly spec?: PodDisruptionBudgetSpec;
  readonly status?: Partial<PodDisruptionBudgetStatus>;
  /** How each Pod stands: `ready`, `unready`, `going`; `of KIND/NAME` (else of ReplicaSet/web), `free`. */
  readonly pods?: readonly string[];
  /** `Kind/name replicas`, with `of Kind/name` for its own owner. */
  readonly owners?: readonly string[];
}

function podOf(how: string, i: number): Pod {
  const words = how.split(' ');
  const [kind = '', name = ''] = (how.match(/of (\S+)/)?.[1] ?? 'ReplicaSet/web').split('/');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(`web-${i}`, {
      labels: { app: 'web' },
      ...(!words.includes('free') && { ownerReferences: [refTo(kind, name)] }),
      ...(words.includes('going') && { deletionTimestamp: timestamp(nowMs) }),
    }),
    spec: { containers: [] },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: words.includes('unready') ? 'False' : 'True' }],
    },
  };
}

function ownerOf(text: string): KubeObject {
  const [of = '', replicas = '0'] = text.split(' ');
  const [kind = '', name = ''] = of.split('/');
  const [ownerKind = '', ownerName = ''] = (text.match(/ of (\S+)/)?.[1] ?? '').split('/');
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: meta(name, { ...(ownerKind && { ownerReferences: [refTo(ownerKind, ownerName)] }) }),
    spec: { replicas: Number(replicas), selector: { matchLabels: { app: 'web' } } },
  };
}

function observe({
  spec = { minAvailable: 2 },
  status,
  pods = ['ready', 'ready', 'ready'],
  owners,
}: Situation) {
  const store = new Store();
  const all = pods.map(podOf);
  for (const object of [...all, ...(owners ?? ['ReplicaSet/web 3']).map(ownerOf)]) store.put(object);
  const budget: PodDisruptionBudget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: meta('web'),
    spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
    status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0, ...status },
  };
  return new ObservedBudget(budget, store, nowMs);
}

const statusFor = (situation: Situation) => observe(situation).status;
const sync = (situation: Situation) =>
  decide(disruptionMachine, disruptionRules, undefined, observe(situation));
/** `allowed`, `healthy/desired`, of how many. */
const counted = (situation: Situation): string => {
  const { disruptionsAllowed, currentHealthy, desiredHealthy, expectedPods, conditions } =
    statusFor(situation);
  return `${disruptionsAllowed} ${currentHealthy}/${desiredHealthy} of ${expectedPods} ${conditions?.[0]?.reason}`;
};
const granted = (secondsAgo: number) => ({
  disruptedPods: { 'web-0': timestamp(nowMs - secondsAgo * 1000) },
});

const counts: readonly (readonly [string, Situation, string])[] = [
  ['minAvailable as a number counts the Pods that are there', {}, '1 3/2 of 3 SufficientPods'],
  ['whatever their owners want', { owners: ['ReplicaSet/web 9'] }, '1 3/2 of 3 SufficientPods'],
  [
    'a Pod that is not Ready is not healthy',
    { pods: ['ready', 'ready', 'unready'] },
    '0 2/2 of 3 InsufficientPods',
  ],
  [
    'a Pod that goes is expected and not healthy',
    { pods: ['ready', 'ready', 'going'] },
    '0 2/2 of 3 InsufficientPods',
  ],
  [
    'minAvailable in percent is of what the owners want, rounded up',
    { spec: { minAvailable: '50%' } },
    '1 3/2 of 3 SufficientPods',
  ],
  ['maxUnavailable', { spec: { maxUnavailable: 1 } }, '1 3/2 of 3 SufficientPods'],
  [
    'maxUnavailable in percent is rounded up',
    { spec: { maxUnavailable: '34%' } },
    '2 3/1 of 3 SufficientPods',
  ],
  [
    'maxUnavailable of what the owner wants, not of what is there',
    { spec: { maxUnavailable: 1 }, owners: ['ReplicaSet/web 5'] },
    '0 3/4 of 5 InsufficientPods',
  ],
  ['never fewer than none', { spec: { maxUnavailable: 9 } }, '3 3/0 of 3 SufficientPods'],
  [
    'a ReplicaSet of a Deployment wants what the Deployment wants',
    { spec: { maxUnavailable: 1 }, owners: ['ReplicaSet/web 1 of Deployment/site', 'Deployment/site 4'] },
    '0 3/3 of 4 InsufficientPods',
  ],
  [
    'two ReplicaSets of one Deployment count once',
    {
      spec: { maxUnavailable: 1 },
      pods: ['ready', 'ready of ReplicaSet/new'],
      owners: [
        'ReplicaSet/web 1 of Deployment/site',
        'ReplicaSet/new 1 of Deployment/site',
        'Deployment/site 2',
      ],
    },
    '1 2/1 of 2 SufficientPods',
  ],
  [
    'a Deployment that is gone leaves its ReplicaSet',
    { spec: { maxUnavailable: 1 }, owners: ['ReplicaSet/web 3 of Deployment/site'] },
    '1 3/2 of 3 SufficientPods',
  ],
  [
    'owners of several kinds add up',
    {
      spec: { maxUnavailable: 1 },
      pods: ['ready', 'ready of StatefulSet/db', 'ready of ReplicationController/old'],
      owners: ['ReplicaSet/web 1', 'StatefulSet/db 2', 'ReplicationController/old 3'],
    },
    '0 3/5 of 6 InsufficientPods',
  ],
  [
    'Pods of nobody are not expected',
    { spec: { maxUnavailable: 1 }, pods: ['ready', 'ready', 'ready free'], owners: ['ReplicaSet/web 2'] },
    '2 3/1 of 2 SufficientPods',
  ],
  [
    'nothing is allowed where nothing is expected',
    { spec: { maxUnavailable: 1 }, pods: ['ready free'], owners: [] },
    '0 1/0 of 0 InsufficientPods',
  ],
  ['without Pods', { pods: [] }, '0 0/2 of 0 InsufficientPods'],
  ['neither number', { spec: {} }, '0 3/0 of 0 InsufficientPods'],
  ['a Pod whose eviction was granted is not healthy', { status: granted(1) }, '0 2/2 of 3 InsufficientPods'],
  ['for two minutes', { status: granted(119) }, '0 2/2 of 3 InsufficientPods'],
  ['not longer', { status: granted(121) }, '1 3/2 of 3 SufficientPods'],
];

describe('the count of a PodDisruptionBudget', () => {
  it.each(counts)('%s', (_, situation, expected) => {
    expect(counted(situation)).toBe(expected);
  });

  it('keeps the Pods whose eviction was granted until they are marked or two minutes are over', () => {
    expect(statusFor({ status: granted(1) }).disruptedPods).toEqual({
      'web-0': timestamp(nowMs - 1000),
    });
    expect(statusFor({ status: granted(121) })).not.toHaveProperty('disruptedPods');
    expect(statusFor({ status: granted(1), pods: ['going', 'ready', 'ready'] })).not.toHaveProperty(
      'disruptedPods',
    );
  });

  it('allows nothing when the count fails, and says why', () => {
    const status = { disruptionsAllowed: 1, expectedPods: 3, observedGeneration: 1 };
    const situation = { spec: { maxUnavailable: 1 }, pods: ['ready of DaemonSet/agent'], status };
    expect(statusFor(situation)).toMatchObject({
      disruptionsAllowed: 0,
      expectedPods: 3,
      observedGeneration: 1,
      conditions: [
        {
          type: 'DisruptionAllowed',
          status: 'False',
          reason: 'SyncFailed',
          message: 'daemonsets.apps does not implement the scale subresource',
        },
      ],
    });
  });
});

const selector =
  '&LabelSelector{MatchLabels:map[string]string{app: web,},MatchExpressions:[]LabelSelectorRequirement{},}';
const table: readonly (readonly [string, Situation, string, readonly string[]])[] = [
  [
    'owners without a scale',
    { spec: { maxUnavailable: 1 }, pods: ['ready of DaemonSet/agent'] },
    'expectedPodsAreUnknown > syncFailed',
    [
      'CalculateExpectedPodCountFailed: Failed to calculate the number of expected pods: daemonsets.apps does not implement the scale subresource',
    ],
  ],
  [
    'an owner that is gone',
    { spec: { minAvailable: '50%' }, owners: [] },
    'expectedPodsAreUnknown > syncFailed',
    [
      'CalculateExpectedPodCountFailed: Failed to calculate the number of expected pods: found no controllers for pod "web-0"',
    ],
  ],
  ['an integer asks for no owners', { owners: [] }, 'healthyPodsAreToSpare > sufficientPods', []],
  ['no Pods', { pods: [] }, 'noPodIsSelected > withoutPods', ['NoPods: No matching pods found']],
  ['an eviction is under way', { status: granted(1) }, 'evictedPodIsNotMarked > waitingForDeletion', []],
  [
    'a Pod that was to go stays',
    { status: granted(121) },
    'healthyPodsAreToSpare > sufficientPods',
    ["NotDeleted: Pod was expected by PDB default/default to be deleted but it wasn't"],
  ],
  ['just enough', { pods: ['ready', 'ready'] }, 'healthyPodsAreTooFew > insufficientPods', []],
  ['more than enough', {}, 'healthyPodsAreToSpare > sufficientPods', []],
  [
    'Pods of nobody, where it matters',
    { spec: { maxUnavailable: 1 }, pods: ['ready', 'ready free'], owners: ['ReplicaSet/web 1'] },
    'healthyPodsAreToSpare > sufficientPods',
    [
      `UnmanagedPods: Pods selected by this PodDisruptionBudget (selector: ${selector}) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these pods please set ".spec.minAvailable" field of the PDB to an integer value.`,
    ],
  ],
];

describe('the rules of a PodDisruptionBudget', () => {
  it.each(table)('%s', (_, situation, expected, says) => {
    const { rule, state, writes } = sync(situation);
    expect(`${rule} > ${state}`).toBe(expected);
    expect(writes.flatMap((w) => (w.do === 'event' ? [`${w.reason}: ${w.message}`] : []))).toEqual(says);
  });

  it('have each a row in the table, and reach every state', () => {
    const results = table.map(([, situation]) => sync(situation));
    expect([...new Set(results.map(({ rule }) => rule))].sort()).toEqual(
      disruptionRules.map(({ name }) => name).sort(),
    );
    expect([...new Set(results.map(({ state }) => state))].sort()).toEqual(
      Object.keys(disruptionMachine.states).sort(),
    );
  });
});

describe('the controller', () => {
  const budget = (name: string, labels: Record<string, string>, namespace = 'default') =>
    ({
      kind: 'PodDisruptionBudget',
      metadata: meta(name, { namespace }),
      spec: { selector: { matchLabels: labels } },
    }) as unknown as KubeObject;

  it('is woken by Pods that a budget of their namespace selects', () => {
    const store = new Store();
    for (const one of [
      budget('web', { app: 'web' }),
      budget('db', { app: 'db' }),
      budget('far', { app: 'web' }, 'far'),
    ])
      store.put(one);
    expect(
      disruptionController.concerns({ key: 'Pod/default/web-0', after: podOf('ready', 0) }, store),
    ).toEqual(['PodDisruptionBudget/default/web']);
  });
});
