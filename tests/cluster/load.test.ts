import { expect, test } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { LoadCommand } from '@/lib/cluster/command';
import { keyOf } from '@/lib/cluster/keys';
import type { HorizontalPodAutoscaler, Json, Pod } from '@/lib/cluster/objects';

/** A Deployment of Pods that are Ready two seconds after their start, and an HPA of it. */

const main = (request?: string) => ({
  name: 'main',
  image: 'app:v1',
  command: ['/app', 'graceful', '2'],
  ...(request && { resources: { requests: { cpu: request } } }),
  readinessProbe: {
    exec: { command: ['/app', 'test', '/app'] },
    initialDelaySeconds: 2,
    periodSeconds: 1,
    failureThreshold: 1,
  },
});
const sidecar = (request?: string) => ({
  name: 'log',
  image: 'log:v1',
  command: ['/app', 'pause'],
  ...(request && { resources: { requests: { cpu: request } } }),
});

const utilization = (averageUtilization: number) => ({ type: 'Utilization', averageUtilization });
const ofPods = (target: number) => ({
  type: 'Resource',
  resource: { name: 'cpu', target: utilization(target) },
});

function started(
  load: Partial<LoadCommand>,
  { containers = [main('200m')] as Json[], replicas = 2, metrics = [ofPods(50)] as Json[] } = {},
) {
  const cluster = new Cluster({ seed: 3, nodes: [{ name: 'node-1' }, { name: 'node-2' }] });
  cluster.do({
    verb: 'apply',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        replicas,
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers } },
      },
    },
  });
  cluster.do({
    verb: 'apply',
    object: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        minReplicas: 2,
        maxReplicas: 10,
        metrics,
      },
    },
  });
  const done = cluster.do({ verb: 'load', kind: 'Deployment', name: 'web', shared: {}, ...load });
  expect(done.ok).toBe(true);
  return cluster;
}

const pods = (cluster: Cluster) => cluster.reading.list<Pod>('Pod');
const used = (cluster: Cluster) => pods(cluster).map((pod) => cluster.usageOf(keyOf(pod))?.cpu);
const hpa = (cluster: Cluster) =>
  cluster.reading.get<HorizontalPodAutoscaler>('HorizontalPodAutoscaler/default/web');
const active = (cluster: Cluster) =>
  hpa(cluster)?.status.conditions?.find(({ type }) => type === 'ScalingActive');

test('the Ready Pods share the work, and what each has is measured every 15 seconds', () => {
  const cluster = started({ shared: { cpu: '200m', memory: '256Mi' } });
  cluster.run(9_999);
  expect(used(cluster)).toEqual([undefined, undefined]);
  cluster.run(10_000);
  expect(used(cluster)).toEqual(['100m', '100m']);
  expect(cluster.usageOf(keyOf(pods(cluster)[0] as Pod))?.memory).toBe('131072Ki');
  cluster.do({ verb: 'load', kind: 'Deployment', name: 'web', shared: { cpu: '100m' } });
  cluster.run(24_999);
  expect(used(cluster)).toEqual(['100m', '100m']);
  cluster.run(25_000);
  expect(used(cluster)).toEqual(['50m', '50m']);
});

test('more Pods have less each: the autoscaler comes to rest at the number of its formula', () => {
  const cluster = started({ shared: { cpu: '700m' } });
  cluster.run(240_000);
  expect(hpa(cluster)?.status.desiredReplicas).toBe(7);
  expect(used(cluster)).toEqual(Array(7).fill('100m'));
  expect(hpa(cluster)?.status.currentMetrics?.[0]?.resource?.current.averageUtilization).toBe(50);
});

test('a Pod that is not Ready has no share', () => {
  const cluster = started({ shared: { cpu: '180m' } });
  cluster.run(20_000);
  cluster.do({ verb: 'failReadiness', pod: pods(cluster)[0]?.metadata.name ?? '' });
  cluster.run(26_000);
  expect(used(cluster)).toEqual(['0m', '180m']);
});

test('a container without a request leaves the percentage of the Pod unknown; one of the container alone is known', () => {
  const containers = [main('200m'), sidecar()];
  const load = { shared: { cpu: '600m' }, each: { log: { cpu: '10m' } } };
  const whole = started(load, { containers });
  whole.run(60_000);
  expect(active(whole)?.message).toMatch(/missing request for cpu in container log of Pod web-/);
  const ofMain = {
    type: 'ContainerResource',
    containerResource: { name: 'cpu', container: 'main', target: utilization(50) },
  };
  const alone = started(load, { containers, metrics: [ofMain] });
  alone.run(240_000);
  expect(hpa(alone)?.status.desiredReplicas).toBe(6);
  const asked = started(load, { containers: [main('200m'), sidecar('200m')] });
  asked.run(240_000);
  expect(active(asked)?.reason).toBe('ValidMetricFound');
});

test('a copy of the cluster goes on as the cluster does, and nothing that it does is felt there', () => {
  const cluster = started({ shared: { cpu: '700m' } });
  cluster.run(40_000);
  const copy = cluster.copy();
  copy.do({ verb: 'load', kind: 'Deployment', name: 'web', shared: { cpu: '0' } });
  copy.run(100_000);
  cluster.run(100_000);
  expect(used(copy)[0]).toBe('0m');
  expect(used(cluster)[0]).not.toBe('0m');
});

test('what is no quantity is refused', () => {
  const cluster = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }] });
  const say = (cpu: string) =>
    cluster.do({ verb: 'load', kind: 'Deployment', name: 'web', shared: { cpu } }).ok;
  expect([say('much'), say('-1'), say('0'), say('250m')]).toEqual([false, false, true, true]);
});
