import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Flags } from '@/lib/cluster/flags';
import type { Event, HorizontalPodAutoscaler, Manifest, StatefulSet } from '@/lib/cluster/objects';
import { timestamp } from '@/lib/cluster/time';
import { apply, must, newCluster, play, pods, threeNodes, web } from './web';

const key = 'HorizontalPodAutoscaler/default/web';
const cpu = (averageUtilization: number) => [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } },
];
const hpa = (spec: object = {}, name = 'web'): Manifest => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' },
    minReplicas: 1,
    maxReplicas: 10,
    metrics: cpu(50),
    ...spec,
  },
});

/** A StatefulSet of Ready Pods that ask for 100m each. */
function running(replicas: number, flags: Partial<Flags> = {}, metricsServer = true): Cluster {
  const cluster = new Cluster({
    seed: 1,
    nodes: threeNodes,
    kubelet: 'played',
    flags: { horizontalPodAutoscalerCpuInitializationPeriodSeconds: 0, ...flags },
    metricsServer,
  });
  const resources = { requests: { cpu: '100m' } };
  must(cluster, apply(web(replicas, { podManagementPolicy: 'Parallel' }, { resources })), 1000);
  for (const { metadata } of pods(cluster)) must(cluster, play('ready', metadata.name));
  cluster.run(cluster.nowMs + 1000);
  return cluster;
}
const use = (cluster: Cluster, usage: Record<string, string>) =>
  must(cluster, {
    verb: 'metrics',
    usage: Object.fromEntries(Object.entries(usage).map(([pod, used]) => [pod, { cpu: used }])),
  });
const wanted = (cluster: Cluster) =>
  cluster.reading.get<StatefulSet>('StatefulSet/default/web')?.spec.replicas;
const autoscaler = (cluster: Cluster) => cluster.reading.get<HorizontalPodAutoscaler>(key);
const events = (cluster: Cluster, reason: string) =>
  cluster.reading.list<Event>('Event').filter((event) => event.reason === reason);
/** Moments at which the controller changed the scale, in seconds since `fromMs`. */
const rescales = (cluster: Cluster, fromMs: number) =>
  cluster.journal.flatMap((entry) =>
    entry.type === 'write' &&
    entry.key === 'StatefulSet/default/web' &&
    entry.cause.by === 'horizontal-pod-autoscaler'
      ? [(entry.atMs - fromMs) / 1000]
      : [],
  );

describe('an HPA in a cluster', () => {
  it('is looked at when it is made, and every 15 seconds', () => {
    const cluster = running(2);
    const fromMs = cluster.nowMs;
    use(cluster, { 'web-0': '250m', 'web-1': '250m' });
    must(cluster, apply(hpa()), 40_000);
    expect(rescales(cluster, fromMs)).toEqual([0.01, 15.01, 30.01]);
    expect(wanted(cluster)).toBe(10);
  });

  it('is looked at when its spec changes, which does not move its next time', () => {
    const cluster = running(2);
    const fromMs = cluster.nowMs;
    must(cluster, apply(hpa()), 5000);
    must(cluster, apply(hpa({ minReplicas: 3 })), 1000);
    expect(rescales(cluster, fromMs)).toEqual([5.01]);
    must(cluster, { verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 2 }, 20_000);
    expect(rescales(cluster, fromMs)).toEqual([5.01, 15.01]);
  });

  it('is not looked at when only its labels change', () => {
    const cluster = running(2);
    must(cluster, apply(hpa()), 1000);
    const entries = cluster.journal.length;
    const body = { metadata: { labels: { tier: 'front' } } };
    must(cluster, { verb: 'patch', kind: 'HorizontalPodAutoscaler', name: 'web', type: 'merge', body }, 5000);
    expect(
      cluster.journal.slice(entries).filter((entry) => entry.cause.by === 'horizontal-pod-autoscaler'),
    ).toEqual([]);
  });

  it('scales down only when the highest wish of five minutes is low', () => {
    const cluster = running(4);
    const fromMs = cluster.nowMs;
    use(cluster, { 'web-0': '10m', 'web-1': '10m', 'web-2': '10m', 'web-3': '10m' });
    must(cluster, apply(hpa()), 299_000);
    expect(wanted(cluster)).toBe(4);
    expect(cluster.stateOf('horizontalpodautoscaler', key)?.state).toBe('stabilizing');
    cluster.run(fromMs + 330_000);
    expect(wanted(cluster)).toBe(1);
    expect(rescales(cluster, fromMs)).toEqual([315.01]);
  });

  it('forgets what it remembered when it is made again', () => {
    const cluster = running(4);
    use(cluster, { 'web-0': '10m', 'web-1': '10m', 'web-2': '10m', 'web-3': '10m' });
    must(cluster, apply(hpa()), 200_000);
    must(cluster, { verb: 'delete', kind: 'HorizontalPodAutoscaler', name: 'web' }, 20_000);
    must(cluster, apply(hpa()), 290_000);
    expect(wanted(cluster)).toBe(4);
    cluster.run(cluster.nowMs + 30_000);
    expect(wanted(cluster)).toBe(1);
  });

  it('remembers in a copy what it remembered, and each goes on alone', () => {
    const cluster = running(4);
    use(cluster, { 'web-0': '10m', 'web-1': '10m', 'web-2': '10m', 'web-3': '10m' });
    must(cluster, apply(hpa()), 200_000);
    const copy = cluster.copy();
    use(copy, { 'web-0': '90m', 'web-1': '90m', 'web-2': '90m', 'web-3': '90m' });
    copy.run(copy.nowMs + 20_000);
    expect(wanted(copy)).toBe(8);
    cluster.run(cluster.nowMs + 130_000);
    expect(wanted(cluster)).toBe(1);
  });

  it('keeps a measured value until the next one', () => {
    const cluster = running(2, { horizontalPodAutoscalerCpuInitializationPeriodSeconds: 300 });
    use(cluster, { 'web-0': '100m', 'web-1': '100m' });
    must(cluster, apply(hpa()), 1000);
    expect(autoscaler(cluster)?.status.conditions?.[1]?.message).toContain('pods might be unready');
    cluster.run(cluster.nowMs + 45_000);
    expect(wanted(cluster)).toBe(4);
  });

  it('says of a cluster without a metrics-server what it lacks', () => {
    const cluster = running(2, {}, false);
    must(cluster, apply(hpa()), 1000);
    expect(events(cluster, 'FailedGetResourceMetric')[0]?.message).toContain(
      'the server could not find the requested resource (get pods.metrics.k8s.io)',
    );
  });

  it('says so 25 times in all, then once in five minutes, and counts the others with it', () => {
    const cluster = running(2, { horizontalPodAutoscalerSyncPeriodSeconds: 1 });
    const counts = () =>
      ['FailedGetResourceMetric', 'FailedComputeMetricsReplicas'].map(
        (reason) => events(cluster, reason)[0]?.count,
      );
    must(cluster, apply(hpa()), 60_500);
    expect(counts()).toEqual([13, 12]);
    cluster.run(cluster.nowMs + 240_000);
    expect(counts()).toEqual([301, 12]);
  });

  it('fights no other HPA of the same Pods: both stop', () => {
    const cluster = running(2);
    use(cluster, { 'web-0': '50m', 'web-1': '50m' });
    must(cluster, apply(hpa()), 1000);
    must(cluster, apply(hpa({ minReplicas: 2 }, 'other')), 20_000);
    for (const name of ['web', 'other'])
      expect(
        cluster.stateOf('horizontalpodautoscaler', `HorizontalPodAutoscaler/default/${name}`)?.state,
      ).toBe('ambiguousSelector');
  });

  it('waits for a target that is not there yet', () => {
    const cluster = newCluster('played');
    must(cluster, apply(hpa({ minReplicas: 3 })), 1000);
    expect(autoscaler(cluster)?.status).toMatchObject({
      desiredReplicas: 0,
      conditions: [{ type: 'AbleToScale', status: 'False', reason: 'FailedGetScale' }],
    });
    must(cluster, apply(web(1)), 15_000);
    expect(wanted(cluster)).toBe(3);
    expect(autoscaler(cluster)?.status.lastScaleTime).toBe(timestamp(15_010));
  });
});

describe('the manifest of an HPA', () => {
  const spec = (manifest: Manifest) => {
    const cluster = newCluster();
    must(cluster, apply(manifest));
    return cluster.reading.get<HorizontalPodAutoscaler>(key)?.spec;
  };
  const ref = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' };

  it('measures 80 % of the CPU and keeps one replica, if it says no more', () => {
    expect(spec(hpa({ minReplicas: undefined, metrics: undefined }))).toEqual({
      scaleTargetRef: ref,
      minReplicas: 1,
      maxReplicas: 10,
      metrics: cpu(80),
    });
  });

  it('gets the rules of both directions with the first rule of one', () => {
    const behavior = { scaleDown: { stabilizationWindowSeconds: 8 } };
    expect(spec(hpa({ behavior }))?.behavior).toEqual({
      scaleUp: {
        stabilizationWindowSeconds: 0,
        selectPolicy: 'Max',
        policies: [
          { type: 'Pods', value: 4, periodSeconds: 15 },
          { type: 'Percent', value: 100, periodSeconds: 15 },
        ],
      },
      scaleDown: {
        stabilizationWindowSeconds: 8,
        selectPolicy: 'Max',
        policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
      },
    });
  });

  const v1 = (more: object): Manifest => ({
    apiVersion: 'autoscaling/v1',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: { scaleTargetRef: ref, maxReplicas: 10, ...more },
  });

  it('may be autoscaling/v1, and is kept as autoscaling/v2', () => {
    expect(spec(v1({ targetCPUUtilizationPercentage: 60 }))).toEqual({
      scaleTargetRef: ref,
      minReplicas: 1,
      maxReplicas: 10,
      metrics: cpu(60),
    });
    expect(spec(v1({}))?.metrics).toEqual(cpu(80));
  });

  it('of autoscaling/v1 changes what is kept', () => {
    const cluster = newCluster();
    must(cluster, apply(hpa()));
    must(cluster, apply(v1({ targetCPUUtilizationPercentage: 70 })));
    expect(autoscaler(cluster)).toMatchObject({ apiVersion: 'autoscaling/v2', spec: { metrics: cpu(70) } });
  });

  it('knows the fields of its own version only', () => {
    for (const object of [v1({ metrics: cpu(50) }), hpa({ targetCPUUtilizationPercentage: 5 })])
      expect(newCluster().do({ verb: 'create', object })).toMatchObject({ status: { code: 400 } });
  });
});

describe('what the API server refuses in an HPA', () => {
  const is = (text: string) => `HorizontalPodAutoscaler.autoscaling "web" is invalid: ${text}`;
  const up = (rules: object) => ({ behavior: { scaleUp: rules } });
  const resource = (target: object) => ({
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
  });
  const types = '"ContainerResource", "External", "Object", "Pods", "Resource"';
  it.each<readonly [object, string]>([
    [
      { maxReplicas: 0, minReplicas: 0 },
      is(
        '[spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas, spec.maxReplicas: Required value]',
      ),
    ],
    [
      { maxReplicas: 1, minReplicas: 2 },
      is('spec.maxReplicas: Invalid value: 1: must be greater than or equal to `minReplicas`'),
    ],
    [{ minReplicas: -1 }, is('spec.minReplicas: Invalid value: -1: must be greater than or equal to 0')],
    [
      { scaleTargetRef: { kind: 'StatefulSet', name: 'web' } },
      is('spec.scaleTargetRef.apiVersion: Invalid value: "": apiVersion must specify API group'),
    ],
    [
      { scaleTargetRef: { apiVersion: 'a/b/c', kind: 'a/b' } },
      is(
        `[spec.scaleTargetRef.kind: Invalid value: "a/b": may not contain '/', spec.scaleTargetRef.name: Required value, spec.scaleTargetRef.apiVersion: Invalid value: "a/b/c": unexpected GroupVersion string: a/b/c]`,
      ),
    ],
    [
      { metrics: [{ type: 'Cpu' }] },
      is(`spec.metrics[0].type: Unsupported value: "Cpu": supported values: ${types}`),
    ],
    [
      { metrics: [{ type: 'Resource' }] },
      is('spec.metrics[0].resource: Required value: must populate information for the given metric source'),
    ],
    [
      { metrics: [{ ...cpu(5)[0], pods: {} }] },
      is(
        '[spec.metrics[0].pods.metric.name: Required value: must specify a metric name, spec.metrics[0].pods.target.type: Required value: must specify a metric target type, spec.metrics[0].pods.target.type: Invalid value: "": must be either Utilization, Value, or AverageValue, spec.metrics[0].pods.target.averageValue: Required value: must specify a positive target averageValue, spec.metrics[0].pods: Forbidden: must populate the given metric source only]',
      ),
    ],
    [
      resource({ type: 'Utilization' }),
      is(
        'spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization',
      ),
    ],
    [
      resource({ type: 'Utilization', averageUtilization: 0 }),
      is('spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0'),
    ],
    [
      resource({ type: 'AverageValue', averageValue: '0' }),
      is('spec.metrics[0].resource.target.averageValue: Invalid value: "0": must be positive'),
    ],
    [
      resource({ type: 'Utilization', averageUtilization: 5, averageValue: '1' }),
      is(
        'spec.metrics[0].resource.target.averageValue: Forbidden: may not set both a target raw value and a target utilization',
      ),
    ],
    [
      {
        metrics: [
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'gpu',
              container: '',
              target: { type: 'Utilization', averageUtilization: 5 },
            },
          },
        ],
      },
      is(
        '[spec.metrics[0].containerResource.name: Invalid value: "gpu": must be a standard resource for containers, spec.metrics[0].containerResource.container: Required value: must specify a container]',
      ),
    ],
    [
      {
        metrics: [
          {
            type: 'Object',
            object: {
              describedObject: { kind: 'Service', name: 'web' },
              metric: { name: 'hits' },
              target: { type: 'Value' },
            },
          },
        ],
      },
      is(
        'spec.metrics[0].object.target.averageValue: Required value: must set either a target value or averageValue',
      ),
    ],
    [
      {
        metrics: [
          {
            type: 'External',
            external: { metric: { name: 'q' }, target: { type: 'Value', value: '1', averageValue: '1' } },
          },
        ],
      },
      is(
        'spec.metrics[0].external.target.value: Forbidden: may not set both a target value for metric and a per-pod target',
      ),
    ],
    [
      up({ policies: [] }),
      is('spec.behavior.scaleUp.policies: Required value: must specify at least one Policy'),
    ],
    [
      up({ policies: [{ type: 'Some', value: 0, periodSeconds: 1801 }] }),
      is(
        '[spec.behavior.scaleUp.policies[0].type: Unsupported value: "Some": supported values: "Percent", "Pods", spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero, spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800]',
      ),
    ],
    [
      up({ stabilizationWindowSeconds: 3601, selectPolicy: 'Most' }),
      is(
        '[spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600, spec.behavior.scaleUp.selectPolicy: Unsupported value: "Most": supported values: "Disabled", "Max", "Min"]',
      ),
    ],
    [
      { behavior: { scaleDown: { tolerance: '-1' } } },
      is('spec.behavior.scaleDown.tolerance: Invalid value: "-1": must be greater than or equal to 0'),
    ],
  ])('%j', (spec, message) => {
    expect(newCluster().do(apply(hpa(spec)))).toMatchObject({ ok: false, status: { code: 422, message } });
  });

  it('takes a ReplicationController without a version', () => {
    expect(
      newCluster().do(apply(hpa({ scaleTargetRef: { kind: 'ReplicationController', name: 'web' } }))),
    ).toMatchObject({ ok: true });
  });
});
