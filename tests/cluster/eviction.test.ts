import { describe, expect, it } from 'vitest';
import { evictionOf, markedByEviction, needsNoBudget } from '@/lib/cluster/api/eviction';
import type { Manifest, ObjectMeta, Pod, PodDisruptionBudget } from '@/lib/cluster/objects';
import { timestamp } from '@/lib/cluster/time';
import { apply, must, newCluster, play, pod, pods, web } from './web';

const nowMs = 5_000_000;
const meta = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  namespace: 'default',
  uid: `uid-${name}`,
  resourceVersion: '1',
  creationTimestamp: timestamp(0),
  generation: 1,
  ...more,
});

const podOf = (how = ''): Pod => {
  const is = (word: string) => how.split(' ').includes(word);
  const phase = is('pending') ? 'Pending' : is('failed') ? 'Failed' : is('done') ? 'Succeeded' : 'Running';
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta('web-0', {
      labels: { app: 'web' },
      ...(is('going') && { deletionTimestamp: timestamp(nowMs) }),
    }),
    spec: { containers: [] },
    status: { phase, conditions: [{ type: 'Ready', status: is('unready') ? 'False' : 'True' }] },
  };
};

interface Budget {
  readonly name?: string;
  readonly spec?: Partial<PodDisruptionBudget['spec']>;
  readonly status?: Partial<PodDisruptionBudget['status']>;
  readonly meta?: Partial<ObjectMeta>;
}
const budgetOf = ({ name = 'web', spec, status, meta: more }: Budget = {}): PodDisruptionBudget => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: meta(name, more),
  spec: { minAvailable: 2, selector: { matchLabels: { app: 'web' } }, ...spec },
  status: {
    observedGeneration: 1,
    disruptionsAllowed: 1,
    currentHealthy: 3,
    desiredHealthy: 2,
    expectedPods: 3,
    ...status,
  },
});

const told = (how: string, ...budgets: Budget[]): string => {
  const result = evictionOf(podOf(how), budgets.map(budgetOf), nowMs);
  if (!result.ok)
    return [result.status.code, result.status.causes?.[0]?.message ?? result.status.message].join(' ');
  return result.value ? `costs ${result.value.metadata.name}` : 'free';
};
const none = { disruptionsAllowed: 0, currentHealthy: 2 };
const not = 'The disruption budget web does not allow evicting pods currently';
const needs = '429 The disruption budget web needs 2 healthy pods and has 2 currently';
const falseFor = (reason: string, message: string) => [
  { type: 'DisruptionAllowed', status: 'False' as const, reason, message },
];
const full = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`pod-${i}`, timestamp(nowMs)]));

const table: readonly (readonly [string, string, readonly Budget[], string])[] = [
  ['a Pod without a budget', '', [], 'free'],
  ['a Pod that its budget lets go', '', [{}], 'costs web'],
  ['a Pod that its budget needs', '', [{ status: none }], needs],
  ['a Pod that has ended', 'failed', [{ status: none }], 'free'],
  ['a Pod that has ended well', 'done', [{ status: none }], 'free'],
  ['a Pod that has not begun', 'pending unready', [{ status: none }], 'free'],
  ['a Pod that goes anyway', 'going', [{ status: none }], 'free'],
  [
    'a budget of other Pods',
    '',
    [{ spec: { selector: { matchLabels: { app: 'db' } } }, status: none }],
    'free',
  ],
  ['a budget of another namespace', '', [{ meta: { namespace: 'far' }, status: none }], 'free'],
  ['a budget that selects everything', '', [{ spec: { selector: {} }, status: none }], needs],
  ['a budget without a selector', '', [{ spec: { selector: undefined }, status: none }], 'free'],
  [
    'two budgets',
    '',
    [{}, { name: 'more' }],
    '500 This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
  ],
  ['an unready Pod beside enough healthy ones', 'unready', [{ status: none }], 'free'],
  [
    'an unready Pod beside too few',
    'unready',
    [{ status: { ...none, currentHealthy: 1 } }],
    '429 The disruption budget web needs 2 healthy pods and has 1 currently',
  ],
  [
    'an unready Pod that may always go',
    'unready',
    [{ spec: { unhealthyPodEvictionPolicy: 'AlwaysAllow' }, status: { ...none, currentHealthy: 0 } }],
    'free',
  ],
  [
    'a Ready one of that budget',
    '',
    [{ spec: { unhealthyPodEvictionPolicy: 'AlwaysAllow' }, status: none }],
    needs,
  ],
  [
    'an unready Pod where none need be healthy',
    'unready',
    [{ status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0 } }],
    '429 The disruption budget web needs 0 healthy pods and has 0 currently',
  ],
  [
    'a budget that was not counted since it changed',
    '',
    [{ meta: { generation: 2 } }],
    '429 The disruption budget web is still being processed by the server.',
  ],
  [
    'a budget that was never counted',
    '',
    [{ status: { observedGeneration: undefined } }],
    '429 The disruption budget web is still being processed by the server.',
  ],
  [
    'a budget that cannot be counted',
    '',
    [{ status: { ...none, conditions: falseFor('SyncFailed', 'no owners') } }],
    `429 ${not} because it failed sync: no owners`,
  ],
  [
    'another reason',
    '',
    [{ status: { ...none, currentHealthy: 3, conditions: falseFor('Holiday', 'not today') } }],
    `429 ${not} (Holiday): not today`,
  ],
  ['no reason at all', '', [{ status: { ...none, currentHealthy: 3 } }], `429 ${not}`],
  [
    'a budget below zero',
    '',
    [{ status: { disruptionsAllowed: -1 } }],
    `403 ${not}: pdb disruptions allowed is negative`,
  ],
  [
    'too many evictions that nobody confirmed',
    '',
    [{ status: { disruptedPods: full } }],
    `403 ${not}: too many pending evictions not confirmed by PDB controller`,
  ],
];

describe('the eviction of a Pod', () => {
  it.each(table)('%s', (_, how, budgets, expected) => {
    expect(told(how, ...budgets)).toBe(expected);
  });

  it('is refused in one sentence, with its cause behind it', () => {
    const result = evictionOf(podOf(), [budgetOf({ status: none })], nowMs);
    expect(result).toEqual({
      ok: false,
      status: {
        code: 429,
        reason: 'TooManyRequests',
        message: "Cannot evict pod as it would violate the pod's disruption budget.",
        causes: [
          {
            reason: 'DisruptionBudget',
            message: 'The disruption budget web needs 2 healthy pods and has 2 currently',
          },
        ],
      },
    });
  });

  it('takes one from the budget and notes the Pod', () => {
    const result = evictionOf(podOf(), [budgetOf({ status: { disruptionsAllowed: 2 } })], nowMs);
    expect(result.ok && result.value?.status).toMatchObject({
      disruptionsAllowed: 1,
      disruptedPods: { 'web-0': timestamp(nowMs) },
    });
    const last = evictionOf(podOf(), [budgetOf()], nowMs);
    expect(last.ok && last.value?.status.conditions).toMatchObject([
      { type: 'DisruptionAllowed', status: 'False', reason: 'InsufficientPods' },
    ]);
  });

  it('marks the Pod', () => {
    expect(markedByEviction(podOf(), nowMs).status.conditions?.at(-1)).toEqual({
      type: 'DisruptionTarget',
      status: 'True',
      reason: 'EvictionByEvictionAPI',
      message: 'Eviction API: evicting',
      lastTransitionTime: timestamp(nowMs),
    });
  });

  it.each(['failed', 'done', 'pending', 'going'])('asks no budget of a Pod that is %s', (how) => {
    expect(needsNoBudget(podOf(how))).toBe(true);
  });
});

const budget = (spec: object): Manifest => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'web' },
  spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
});

describe('evictions in a cluster', () => {
  const running = (spec: object) => {
    const cluster = newCluster('played');
    must(cluster, apply(web(2, { podManagementPolicy: 'Parallel' })), 1000);
    for (const { metadata } of pods(cluster)) must(cluster, play('ready', metadata.name), 500);
    must(cluster, apply(budget(spec)), 1000);
    return cluster;
  };
  const evict = { verb: 'evict', name: 'web-0' } as const;
  const allowed = (cluster: ReturnType<typeof newCluster>) =>
    cluster.reading.find<PodDisruptionBudget>('PodDisruptionBudget', 'default', 'web')?.status
      .disruptionsAllowed;

  it('are refused while the budget needs the Pod, and nothing happens', () => {
    const cluster = running({ minAvailable: 2 });
    expect(cluster.do(evict)).toMatchObject({ ok: false, status: { code: 429 } });
    expect(pod(cluster, 'web-0')?.metadata.deletionTimestamp).toBeUndefined();
  });

  it('are granted one after the other, never two at once', () => {
    const cluster = running({ maxUnavailable: 1 });
    expect(allowed(cluster)).toBe(1);
    must(cluster, evict);
    expect(pod(cluster, 'web-0')?.metadata.deletionTimestamp).toBeDefined();
    expect(cluster.do({ ...evict, name: 'web-1' })).toMatchObject({ ok: false, status: { code: 429 } });
    cluster.run(cluster.nowMs + 1000);
    expect(allowed(cluster)).toBe(0);
    must(cluster, play('gone', 'web-0'), 1000);
    must(cluster, play('ready', 'web-0'), 1000);
    expect(allowed(cluster)).toBe(1);
    must(cluster, { ...evict, name: 'web-1' });
  });

  it('of a Pod that is not there are refused by its name', () => {
    const cluster = running({ minAvailable: 2 });
    expect(cluster.do({ verb: 'evict', name: 'web-9' })).toMatchObject({
      status: { code: 404, message: 'pods "web-9" not found' },
    });
  });
});

describe('what the API server refuses in a PodDisruptionBudget', () => {
  const is = (text: string) => `PodDisruptionBudget.policy "web" is invalid: ${text}`;
  const percent =
    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";
  it.each<readonly [object, string]>([
    [
      { minAvailable: 1, maxUnavailable: 1 },
      is(
        'spec: Invalid value: {"MinAvailable":1,"Selector":{"matchLabels":{"app":"web"}},"MaxUnavailable":1,"UnhealthyPodEvictionPolicy":null}: minAvailable and maxUnavailable cannot be both set',
      ),
    ],
    [{ minAvailable: -1 }, is('spec.minAvailable: Invalid value: -1: must be greater than or equal to 0')],
    [{ minAvailable: 'half' }, is(`spec.minAvailable: Invalid value: "half": ${percent}`)],
    [
      { maxUnavailable: '101%' },
      is('spec.maxUnavailable: Invalid value: "101%": must not be greater than 100%'),
    ],
    [
      { selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } },
      is(
        "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
      ),
    ],
    [
      { unhealthyPodEvictionPolicy: 'Never' },
      is(
        'spec.unhealthyPodEvictionPolicy: Unsupported value: "Never": supported values: "AlwaysAllow", "IfHealthyBudget"',
      ),
    ],
  ])('%j', (spec, message) => {
    expect(newCluster().do(apply(budget(spec)))).toMatchObject({ ok: false, status: { code: 422, message } });
  });

  it('takes one without numbers', () => {
    expect(newCluster().do(apply(budget({})))).toMatchObject({ ok: true });
  });
});
