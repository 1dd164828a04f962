import { describe, expect, it } from 'vitest';
import type { Usage } from '@/lib/cluster/controllers/controller';
import {
  horizontalpodautoscalerMachine,
  horizontalpodautoscalerRules,
} from '@/lib/cluster/controllers/horizontalpodautoscaler/horizontalpodautoscaler.machine';
import { type Memory, nothingRemembered } from '@/lib/cluster/controllers/horizontalpodautoscaler/memory';
import { Observed } from '@/lib/cluster/controllers/horizontalpodautoscaler/observed';
import { statusOf } from '@/lib/cluster/controllers/horizontalpodautoscaler/status';
import { decide } from '@/lib/cluster/controllers/rules';
import { defaultFlags } from '@/lib/cluster/flags';
import { horizontalpodautoscaler } from '@/lib/cluster/kinds/horizontalpodautoscaler';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
  HorizontalPodAutoscalerStatus,
  KubeObject,
  MetricSpec,
  ObjectMeta,
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
  generation: 1,
  ...more,
});

interface Situation {
  readonly spec?: Partial<HorizontalPodAutoscalerSpec>;
  readonly status?: Partial<HorizontalPodAutoscalerStatus>;
  readonly memory?: Partial<Memory>;
  /** Replicas that the target wants; none: there is no target. */
  readonly replicas?: number;
  /** What each Pod uses of its 100m of CPU, or `-` for not measured. */
  readonly uses?: readonly string[];
  readonly others?: readonly KubeObject[];
  readonly hasMetricsApi?: boolean;
}

const podOf = (i: number): KubeObject =>
  ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(`web-${i}`, { labels: { app: 'web' } }),
    spec: { containers: [{ name: 'app', image: 'app:v1', resources: { requests: { cpu: '100m' } } }] },
    status: {
      phase: 'Running',
      startTime: timestamp(0),
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: timestamp(0) }],
    },
  }) as KubeObject;

const hpaOf = (name: string, { spec, status }: Situation = {}): HorizontalPodAutoscaler => {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  const metrics: MetricSpec[] = [
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
  ];
  return horizontalpodautoscaler.defaulted({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: meta(name),
    spec: { scaleTargetRef, minReplicas: 1, maxReplicas: 10, metrics, ...spec },
    status: { desiredReplicas: 0, currentMetrics: null, ...status },
  });
};

function observe(situation: Situation): Observed {
  const { replicas = 2, uses = Array(replicas).fill('50m'), others = [] } = situation;
  const store = new Store();
  const hpa = hpaOf('web', situation);
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: meta('web'),
    spec: { replicas, selector: { matchLabels: { app: 'web' } } },
    status: { replicas },
  };
  const usage = new Map<string, Usage>();
  for (const [i, cpu] of uses.entries())
    if (cpu !== '-') usage.set(`Pod/default/web-${i}`, { cpu, memory: '64Mi', atMs: nowMs });
  for (const object of [hpa, deployment, ...uses.map((_, i) => podOf(i)), ...others])
    if (object !== deployment || situation.replicas !== -1) store.put(object as KubeObject);
  return new Observed(hpa, {
    reading: store,
    nowMs,
    memory: { ...nothingRemembered, ...situation.memory },
    flags: defaultFlags,
    outside: {
      silentSinceMs: () => undefined,
      hasMetricsApi: situation.hasMetricsApi ?? true,
      usageOf: (key) => usage.get(key),
    },
  });
}

const sync = (situation: Situation) =>
  decide(horizontalpodautoscalerMachine, horizontalpodautoscalerRules, undefined, observe(situation));

const told = (situation: Situation): string => {
  const { rule, state, about, writes } = sync(situation);
  const did = writes.map((write) =>
    write.do === 'event'
      ? `${write.reason}`
      : write.do === 'scale'
        ? `${write.object.kind} to ${write.replicas}`
        : write.do,
  );
  return [`${rule} > ${state}`, about, did.join(', ')].filter(Boolean).join(' | ');
};

const target = 'Deployment/default/web';
const ref = (kind: string, apiVersion = 'apps/v1', name = 'web') => ({
  scaleTargetRef: { kind, name, apiVersion },
});
const rival = { ...hpaOf('rival'), status: { conditions: [{ type: 'ScalingActive', status: 'True' }] } };
const tooFew: Partial<HorizontalPodAutoscalerSpec> = { minReplicas: 3 };
const windows = { behavior: { scaleDown: { stabilizationWindowSeconds: 60 } } };
const six = { recommendations: [{ replicas: 4, atMs: nowMs - 1000 }] };

const table: readonly (readonly [string, Situation, string])[] = [
  [
    'the target is not there',
    { replicas: -1, uses: [] },
    'targetHasNoScale > failedGetScale | FailedGetScale',
  ],
  ['its kind is not there', { spec: ref('Web') }, 'targetHasNoScale > failedGetScale | FailedGetScale'],
  ['its kind has no scale', { spec: ref('DaemonSet') }, 'targetHasNoScale > failedGetScale | FailedGetScale'],
  [
    'a version that is not there does not matter',
    { spec: ref('Deployment', 'apps/v9') },
    'desiredMatchesCurrent > steady',
  ],
  ['scaled to zero it is off', { replicas: 0 }, `targetIsScaledToZero > scalingDisabled | ${target}`],
  [
    'more than maxReplicas',
    { replicas: 12 },
    `replicasAreAboveMax > rescaling | ${target} | Deployment to 10, SuccessfulRescale`,
  ],
  [
    'fewer than minReplicas',
    { spec: tooFew },
    `replicasAreBelowMin > rescaling | ${target} | Deployment to 3, SuccessfulRescale`,
  ],
  [
    'out of bounds no metric is asked',
    { replicas: 12, uses: [] },
    `replicasAreAboveMax > rescaling | ${target} | Deployment to 10, SuccessfulRescale`,
  ],
  [
    'two autoscalers of the same Pods',
    { others: [rival as KubeObject] },
    'podsHaveAnotherAutoscaler > ambiguousSelector | HorizontalPodAutoscaler/default/rival | AmbiguousSelector, FailedComputeMetricsReplicas',
  ],
  ['another that never came to its Pods', { others: [hpaOf('rival')] }, 'desiredMatchesCurrent > steady'],
  [
    'no Pod was measured',
    { uses: ['-', '-'] },
    'metricsDecideNothing > failedGetMetrics | FailedGetResourceMetric, FailedComputeMetricsReplicas',
  ],
  [
    'nothing measures',
    { hasMetricsApi: false },
    'metricsDecideNothing > failedGetMetrics | FailedGetResourceMetric, FailedComputeMetricsReplicas',
  ],
  [
    'above the target',
    { uses: ['100m', '100m'] },
    `desiredIsAboveCurrent > rescaling | ${target} | Deployment to 4, SuccessfulRescale`,
  ],
  [
    'below the target',
    { uses: ['10m', '10m'], memory: { recommendations: [{ replicas: 1, atMs: nowMs }] } },
    `desiredIsBelowCurrent > rescaling | ${target} | Deployment to 1, SuccessfulRescale`,
  ],
  [
    'below the target, for the first time',
    { uses: ['10m', '10m'] },
    'recentRecommendationsDiffer > stabilizing',
  ],
  [
    'below, and higher not long ago',
    { replicas: 4, uses: Array(4).fill('10m'), spec: windows, memory: six },
    'recentRecommendationsDiffer > stabilizing',
  ],
  ['as many as may be', { uses: ['100m', '100m'], spec: { maxReplicas: 2 } }, 'limitIsReached > limited'],
  [
    'as few as may be',
    {
      uses: ['1m', '1m'],
      spec: { minReplicas: 2 },
      memory: { recommendations: [{ replicas: 1, atMs: nowMs }] },
    },
    'limitIsReached > limited',
  ],
  ['as many as are wanted', {}, 'desiredMatchesCurrent > steady'],
];

describe('the rules of a HorizontalPodAutoscaler', () => {
  it.each(table)('%s', (_, situation, expected) => {
    expect(told(situation)).toBe(expected);
  });

  it('have each a row in the table', () => {
    const ruled = new Set(table.map(([, situation]) => sync(situation).rule));
    expect([...ruled].sort()).toEqual(horizontalpodautoscalerRules.map(({ name }) => name).sort());
  });

  it('reach every state of the machine', () => {
    const reached = new Set(table.map(([, situation]) => sync(situation).state));
    expect([...reached].sort()).toEqual(Object.keys(horizontalpodautoscalerMachine.states).sort());
  });
});

const conditions = (situation: Situation): string[] =>
  (statusOf(observe(situation)).conditions ?? []).map(
    ({ type, status, reason }) => `${type} ${status} ${reason}`,
  );
const said = (situation: Situation): string[] =>
  sync(situation).writes.flatMap((write) => (write.do === 'event' ? [write.message] : []));
const messageOf = (situation: Situation, type: string) =>
  statusOf(observe(situation)).conditions?.find((condition) => condition.type === type)?.message;

describe('the status', () => {
  it.each<readonly [string, Situation, readonly string[]]>([
    ['without a target', { replicas: -1, uses: [] }, ['AbleToScale False FailedGetScale']],
    ['off', { replicas: 0 }, ['AbleToScale True SucceededGetScale', 'ScalingActive False ScalingDisabled']],
    [
      'out of bounds',
      { replicas: 12 },
      ['AbleToScale True SucceededRescale', 'ScaledToZero False NotScaledToZero'],
    ],
    [
      'ambiguous',
      { others: [rival as KubeObject] },
      ['AbleToScale True SucceededGetScale', 'ScalingActive False AmbiguousSelector'],
    ],
    [
      'without metrics',
      { uses: ['-', '-'] },
      ['AbleToScale True SucceededGetScale', 'ScalingActive False FailedGetResourceMetric'],
    ],
    [
      'after a rescale',
      { uses: ['100m', '100m'] },
      [
        'AbleToScale True SucceededRescale',
        'ScalingActive True ValidMetricFound',
        'ScalingLimited False DesiredWithinRange',
        'ScaledToZero False NotScaledToZero',
      ],
    ],
    [
      'at rest',
      {},
      [
        'AbleToScale True ReadyForNewScale',
        'ScalingActive True ValidMetricFound',
        'ScalingLimited False DesiredWithinRange',
      ],
    ],
    [
      'stabilized',
      { uses: ['10m', '10m'] },
      [
        'AbleToScale True ScaleDownStabilized',
        'ScalingActive True ValidMetricFound',
        'ScalingLimited False DesiredWithinRange',
      ],
    ],
    [
      'limited',
      { uses: ['100m', '100m'], spec: { maxReplicas: 2 } },
      [
        'AbleToScale True ReadyForNewScale',
        'ScalingActive True ValidMetricFound',
        'ScalingLimited True TooManyReplicas',
      ],
    ],
  ])('%s', (_, situation, expected) => {
    expect(conditions(situation)).toEqual(expected);
  });

  it('says what was measured, of CPU in thousandths and of memory in bytes', () => {
    const memory = { name: 'memory', target: { type: 'AverageValue' as const, averageValue: '64Mi' } };
    const cpu = { name: 'cpu', target: { type: 'Utilization' as const, averageUtilization: 50 } };
    const spec = {
      metrics: [
        { type: 'Resource' as const, resource: memory },
        { type: 'Resource' as const, resource: cpu },
      ],
    };
    expect(statusOf(observe({ spec, uses: ['50m', '51m'] })).currentMetrics).toEqual([
      { type: 'Resource', resource: { name: 'memory', current: { averageValue: '64Mi' } } },
      {
        type: 'Resource',
        resource: { name: 'cpu', current: { averageUtilization: 50, averageValue: '50m' } },
      },
    ]);
  });

  it('keeps the last wish while nothing can be decided, and shows the metric that failed as nothing', () => {
    expect(statusOf(observe({ uses: ['-', '-'], status: { desiredReplicas: 7 } }))).toMatchObject({
      currentReplicas: 2,
      desiredReplicas: 7,
      currentMetrics: [{ type: '' }],
      observedGeneration: 1,
    });
  });

  it('leaves out that there are no replicas', () => {
    expect(statusOf(observe({ replicas: 0 }))).not.toHaveProperty('currentReplicas');
  });

  it('says when it last rescaled', () => {
    expect(statusOf(observe({ uses: ['100m', '100m'] })).lastScaleTime).toBe(timestamp(nowMs));
    const old = { lastScaleTime: timestamp(0) };
    expect(statusOf(observe({ status: old })).lastScaleTime).toBe(timestamp(0));
  });

  it('keeps the moment of a condition whose status stays', () => {
    const lastTransitionTime = timestamp(5000);
    const before = [{ type: 'AbleToScale', status: 'True' as const, lastTransitionTime }];
    expect(statusOf(observe({ status: { conditions: before } })).conditions?.[0]).toMatchObject({
      reason: 'ReadyForNewScale',
      lastTransitionTime,
    });
    expect(
      statusOf(observe({ replicas: -1, uses: [], status: { conditions: before } })).conditions?.[0],
    ).toMatchObject({
      status: 'False',
      lastTransitionTime: timestamp(nowMs),
    });
  });
});

const metric = (spec: Partial<MetricSpec>): Situation => ({ spec: { metrics: [spec as MetricSpec] } });
const noAdapter =
  'unable to fetch metrics from custom metrics API: no custom metrics API (custom.metrics.k8s.io) registered';
const failed = 'invalid metrics (1 invalid out of 1), first error is: failed to get';

describe('what is said', () => {
  it.each<readonly [string, Situation, readonly string[]]>([
    ['no target', { replicas: -1, uses: [] }, ['deployments.apps "web" not found']],
    ['no kind', { spec: ref('Web') }, ['no matches for kind "Web" in group "apps"']],
    [
      'another group',
      { spec: ref('Deployment', 'extensions/v1beta1') },
      ['no matches for kind "Deployment" in group "extensions"'],
    ],
    [
      'no scale',
      { spec: ref('DaemonSet') },
      ['the server could not find the requested resource (get daemonsets web)'],
    ],
    [
      'too many',
      { replicas: 12 },
      ['New size: 10; reason: Current number of replicas above Spec.MaxReplicas'],
    ],
    ['too few', { spec: tooFew }, ['New size: 3; reason: Current number of replicas below Spec.MinReplicas']],
    [
      'above',
      { uses: ['100m', '100m'] },
      ['New size: 4; reason: cpu resource utilization (percentage of request) above target'],
    ],
    [
      'below',
      { uses: ['10m', '10m'], memory: { recommendations: [{ replicas: 1, atMs: 0 }] } },
      ['New size: 1; reason: All metrics below target'],
    ],
    [
      'ambiguous',
      { others: [rival as KubeObject] },
      Array(2).fill(
        'pods by selector app=web are controlled by more than one HPA (e.g. [default/web default/rival])',
      ),
    ],
    [
      'a container, where the Pod has no other',
      {
        ...metric({
          type: 'ContainerResource',
          containerResource: {
            name: 'cpu',
            container: 'app',
            target: { type: 'Utilization', averageUtilization: 25 },
          },
        }),
      },
      ['New size: 4; reason: cpu container resource utilization (percentage of request) above target'],
    ],
    [
      'a container that is not there',
      metric({
        type: 'ContainerResource',
        containerResource: {
          name: 'cpu',
          container: 'db',
          target: { type: 'Utilization', averageUtilization: 50 },
        },
      }),
      [
        'failed to get cpu utilization: did not receive metrics for targeted pods (pods might be unready)',
        `${failed} db container metric value: failed to get cpu utilization: did not receive metrics for targeted pods (pods might be unready)`,
      ],
    ],
    [
      'a Pods metric',
      metric({
        type: 'Pods',
        pods: { metric: { name: 'hits' }, target: { type: 'AverageValue', averageValue: '10' } },
      }),
      [
        `unable to get metric hits: ${noAdapter}`,
        `${failed} pods metric value: unable to get metric hits: ${noAdapter}`,
      ],
    ],
    [
      'an Object metric',
      metric({
        type: 'Object',
        object: {
          metric: { name: 'hits' },
          describedObject: { kind: 'Service', name: 'web' },
          target: { type: 'Value', value: '10' },
        },
      }),
      [
        `unable to get metric hits on Service default/web: ${noAdapter}`,
        `${failed} object metric value: unable to get metric hits on Service default/web: ${noAdapter}`,
      ],
    ],
    [
      'an External metric',
      metric({
        type: 'External',
        external: { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue: '10' } },
      }),
      [
        'unable to get external metric default/queue/nil: unable to fetch metrics from external metrics API: the server could not find the requested resource (get queue.external.metrics.k8s.io)',
        `${failed} queue external metric value: failed to get queue external metric: unable to get external metric default/queue/nil: unable to fetch metrics from external metrics API: the server could not find the requested resource (get queue.external.metrics.k8s.io)`,
      ],
    ],
  ])('%s', (_, situation, expected) => {
    expect(said(situation)).toEqual(expected);
  });

  it('is the same in the condition, with what it means', () => {
    expect(messageOf({ uses: ['-', '-'] }, 'ScalingActive')).toBe(
      'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: no metrics returned from resource metrics API',
    );
    expect(messageOf({ hasMetricsApi: false }, 'ScalingActive')).toBe(
      'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)',
    );
    expect(messageOf({ spec: ref('Web') }, 'AbleToScale')).toBe(
      `the HPA controller was unable to get the target's current scale: no matches for kind "Web" in group "apps"`,
    );
  });
});

describe('several metrics', () => {
  const cpu = (percent: number): MetricSpec => ({
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: percent } },
  });
  const missing: MetricSpec = {
    type: 'Pods',
    pods: { metric: { name: 'hits' }, target: { type: 'AverageValue', averageValue: '1' } },
  };
  const both = (first: MetricSpec, second: MetricSpec): Situation => ({ spec: { metrics: [first, second] } });

  it('go with the highest', () => {
    expect(told(both(cpu(50), cpu(25)))).toContain('Deployment to 4');
    expect(told(both(cpu(10), cpu(25)))).toContain('Deployment to 4');
  });

  it('scale up though one of them fails, which says so', () => {
    expect(told(both(missing, cpu(25)))).toBe(
      `desiredIsAboveCurrent > rescaling | ${target} | FailedGetPodsMetric, Deployment to 4, SuccessfulRescale`,
    );
    expect(conditions(both(missing, cpu(25)))).toContain('ScalingActive True ValidMetricFound');
  });

  it('never scale down when one of them fails', () => {
    expect(told(both(missing, cpu(100)))).toBe(
      'metricsDecideNothing > failedGetMetrics | FailedGetPodsMetric, FailedComputeMetricsReplicas',
    );
    expect(said(both(missing, cpu(100)))[1]).toMatch(
      /^invalid metrics \(1 invalid out of 2\), first error is: /,
    );
  });

  it('rest though one of them fails', () => {
    expect(told(both(cpu(50), missing))).toBe('desiredMatchesCurrent > steady | FailedGetPodsMetric');
  });
});
