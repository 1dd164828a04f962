import { describe, expect, it } from 'vitest';
import type { Cluster } from '@/lib/cluster/cluster';
import type { Entry } from '@/lib/cluster/journal';
import type { Container, Event, Manifest, Pod, PodSpec, Probe } from '@/lib/cluster/objects';
import { isReady } from '@/lib/cluster/pods';
import * as t from './web';

const bare = (container: Partial<Container>, spec: Partial<PodSpec> = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  spec: { containers: [{ name: 'c', image: 'app:v1', ...container }], ...spec },
});

const run = (manifest: Manifest, seed = 1): Cluster => {
  const cluster = t.newCluster('modelled', seed);
  t.must(cluster, t.apply(manifest));
  return cluster;
};

/** The moment of the first write after which something is so of the Pod. */
function when(cluster: Cluster, isSo: (pod: Pod | undefined) => boolean, fromMs = 0): number {
  const found = cluster.journal.find(
    (entry: Entry) =>
      entry.type === 'write' &&
      entry.key === 'Pod/default/p' &&
      entry.atMs >= fromMs &&
      isSo(entry.after as Pod | undefined),
  );
  if (!found) throw new Error('it was never so');
  return found.atMs;
}

const exec: Probe = { exec: { command: ['/app', 'test', '/app'] } };
const isRunning = (pod: Pod | undefined) => pod?.status.phase === 'Running';
const isReadyPod = (pod: Pod | undefined) => !!pod && isReady(pod);
const isGone = (pod: Pod | undefined) => pod === undefined;

describe('starting', () => {
  it.each([1, 2, 3, 4, 5])('takes 0.17 to 0.27 s from the node to Running (seed %i)', (seed) => {
    const cluster = run(bare({}), seed);
    t.rest(cluster);
    const bound = when(cluster, (pod) => pod?.spec.nodeName !== undefined);
    const tookMs = when(cluster, isRunning) - bound;
    expect(tookMs).toBeGreaterThanOrEqual(170);
    expect(tookMs).toBeLessThanOrEqual(270);
  });

  it('gives the Pod an address of its node', () => {
    const cluster = run(bare({}));
    t.rest(cluster);
    const status = t.pod(cluster, 'p')?.status;
    expect(status?.podIP).toMatch(/^10\.244\.[012]\.\d+$/);
    expect(status?.hostIP).toMatch(/^192\.168\.0\.1[123]$/);
  });

  it('is Ready at once without a readiness probe', () => {
    const cluster = run(bare({}));
    t.rest(cluster);
    expect(when(cluster, isReadyPod) - when(cluster, isRunning)).toBe(0);
  });
});

describe('readiness', () => {
  it.each([
    ['the first probe, soon after the start', {}, 0.04, 0.04],
    ['initialDelaySeconds, counted from the whole second of the start', { initialDelaySeconds: 3 }, 2, 14],
    ['initialDelaySeconds with a short period', { initialDelaySeconds: 3, periodSeconds: 1 }, 2, 4],
    ['successThreshold periods', { periodSeconds: 2, successThreshold: 3 }, 2, 5.1],
    ['both', { initialDelaySeconds: 1, periodSeconds: 5, successThreshold: 2 }, 5, 11],
  ])('comes after %s', (_, probe, from, to) => {
    const cluster = run(bare({ readinessProbe: { ...exec, ...probe } }));
    t.rest(cluster);
    const tookMs = when(cluster, isReadyPod) - when(cluster, isRunning);
    expect(tookMs).toBeGreaterThanOrEqual(from * 1000);
    expect(tookMs).toBeLessThanOrEqual(to * 1000);
  });

  it.each([
    [1, 5],
    [3, 2],
  ])(
    'ends with the failure number %i, a period of %i s each, and comes back when mended',
    (failureThreshold, periodSeconds) => {
      const cluster = run(bare({ readinessProbe: { ...exec, periodSeconds, failureThreshold } }));
      t.rest(cluster);
      const toldAtMs = cluster.nowMs;
      t.must(cluster, { verb: 'failReadiness', pod: 'p' }, 60_000);
      const tookMs = when(cluster, (pod) => !!pod && !isReady(pod), toldAtMs) - toldAtMs;
      expect(tookMs).toBeGreaterThan((failureThreshold - 1) * periodSeconds * 1000);
      expect(tookMs).toBeLessThanOrEqual(failureThreshold * periodSeconds * 1000);
      const unhealthy = cluster.reading.list<Event>('Event').find((event) => event.reason === 'Unhealthy');
      expect(unhealthy).toMatchObject({ type: 'Warning', involvedObject: { name: 'p' } });
      const mendedAtMs = cluster.nowMs;
      t.must(cluster, { verb: 'mendReadiness', pod: 'p' });
      t.rest(cluster);
      expect(when(cluster, isReadyPod, mendedAtMs) - mendedAtMs).toBeLessThanOrEqual(periodSeconds * 1000);
    },
  );

  it('does not end when it was mended before the threshold', () => {
    const cluster = run(bare({ readinessProbe: { ...exec, periodSeconds: 2, failureThreshold: 3 } }));
    t.rest(cluster);
    const from = cluster.nowMs;
    t.must(cluster, { verb: 'failReadiness', pod: 'p' }, 4_100);
    t.must(cluster, { verb: 'mendReadiness', pod: 'p' });
    t.rest(cluster);
    expect(() => when(cluster, (pod) => !!pod && !isReady(pod), from)).toThrow();
  });

  it('told to fail and told to mend again and again probes once a period', () => {
    const cluster = run(bare({ readinessProbe: { ...exec, periodSeconds: 1, failureThreshold: 1 } }));
    t.rest(cluster);
    const from = cluster.journal.length;
    for (let i = 0; i < 20; i++)
      t.must(cluster, { verb: i % 2 ? 'mendReadiness' : 'failReadiness', pod: 'p' }, 10);
    t.must(cluster, { verb: 'failReadiness', pod: 'p' }, 10_000);
    const unhealthy = cluster.journal
      .slice(from)
      .filter(
        (entry) => entry.type === 'write' && (entry.after as Event | undefined)?.reason === 'Unhealthy',
      );
    expect(unhealthy.length).toBeGreaterThanOrEqual(9);
    expect(unhealthy.length).toBeLessThanOrEqual(11);
  });

  it('never comes with a broken image', () => {
    const cluster = run(bare({ image: 'db:broken', readinessProbe: exec }));
    cluster.run(120_000);
    expect(isReadyPod(t.pod(cluster, 'p'))).toBe(false);
    expect(isRunning(t.pod(cluster, 'p'))).toBe(true);
  });
});

describe('ending', () => {
  const deleted = (container: Partial<Container>, spec: Partial<PodSpec> = {}, grace?: number) => {
    const cluster = run(bare(container, spec));
    cluster.run(5_000);
    const atMs = cluster.nowMs;
    t.must(cluster, t.deletePod('p', grace));
    t.rest(cluster);
    return { cluster, tookMs: when(cluster, isGone, atMs) - atMs };
  };

  it.each([
    ['at once with a program that heeds SIGTERM', { args: ['pause'] }, undefined, 0],
    ['when a graceful program is through', { args: ['graceful', '4'] }, undefined, 4],
    ['at the end of the grace period with a stubborn one', { args: ['stubborn'] }, undefined, 30],
    ['at the end of the grace period that was asked for', { args: ['stubborn'] }, 5, 5],
    ['at the end of the grace period if the program takes longer', { args: ['graceful', '60'] }, 7, 7],
  ])('comes %s', (_, container, grace, seconds) => {
    const { tookMs } = deleted(container, {}, grace);
    expect(tookMs).toBeGreaterThanOrEqual(seconds * 1000);
    expect(tookMs).toBeLessThanOrEqual(seconds * 1000 + 1_200);
  });

  it('keeps terminationGracePeriodSeconds', () => {
    const { cluster, tookMs } = deleted({ args: ['stubborn'] }, { terminationGracePeriodSeconds: 3 });
    expect(tookMs).toBeGreaterThan(3_000);
    expect(tookMs).toBeLessThan(4_200);
    const killed = cluster.reading.list<Event>('Event').find((event) => event.reason === 'Killing');
    expect(killed?.message).toBe('Stopping container c');
  });

  it('of a forced deletion is the object alone, at once', () => {
    const { cluster, tookMs } = deleted({ args: ['stubborn'] }, {}, 0);
    expect(tookMs).toBe(0);
    t.rest(cluster);
    expect(cluster.reading.list<Event>('Event').some(({ reason }) => reason === 'Killing')).toBe(true);
  });

  it('comes sooner when the Pod is deleted again with less grace, never later', () => {
    const cluster = run(bare({ args: ['stubborn'] }));
    cluster.run(5_000);
    const atMs = cluster.nowMs;
    t.must(cluster, t.deletePod('p', 20), 1_000);
    t.must(cluster, t.deletePod('p', 60), 1_000);
    t.must(cluster, t.deletePod('p', 3));
    t.rest(cluster);
    const tookMs = when(cluster, isGone, atMs) - atMs;
    expect(tookMs).toBeGreaterThanOrEqual(5_000);
    expect(tookMs).toBeLessThan(6_200);
  });

  it('of a Pod that is terminating can be forced', () => {
    const cluster = run(bare({ args: ['stubborn'] }));
    t.rest(cluster);
    t.must(cluster, t.deletePod('p'), 1_000);
    t.must(cluster, t.deletePod('p', 0));
    expect(t.pod(cluster, 'p')).toBeUndefined();
    t.must(cluster, t.apply(bare({})));
    t.rest(cluster);
    expect(isReadyPod(t.pod(cluster, 'p'))).toBe(true);
  });

  it('of a Pod without a node is at once', () => {
    const cluster = run(bare({ resources: { requests: { cpu: '64' } } }));
    cluster.run(5_000);
    expect(t.pod(cluster, 'p')?.spec.nodeName).toBeUndefined();
    t.must(cluster, t.deletePod('p'));
    expect(t.pod(cluster, 'p')).toBeUndefined();
  });

  it('while the container is being made needs no grace', () => {
    const cluster = run(bare({ args: ['stubborn'] }));
    t.until(cluster, () => cluster.lifeOf(t.pod(cluster, 'p')?.metadata.uid ?? '') !== undefined);
    t.must(cluster, t.deletePod('p'));
    t.rest(cluster);
    expect(t.pod(cluster, 'p')).toBeUndefined();
    expect(cluster.nowMs).toBeLessThan(2_000);
  });

  it.each([
    [0, 'Succeeded'],
    [3, 'Failed'],
  ] as const)('by itself with code %i leaves the Pod %s', (code, phase) => {
    const cluster = run(bare({ args: ['exit', String(code), '2'] }, { restartPolicy: 'Never' }));
    t.rest(cluster);
    const status = t.pod(cluster, 'p')?.status;
    expect(status).toMatchObject({
      phase,
      containerStatuses: [{ ready: false, state: { terminated: { exitCode: code } } }],
    });
    t.must(cluster, t.deletePod('p'));
    expect(t.pod(cluster, 'p')).toBeUndefined();
  });
});
