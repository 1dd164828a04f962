import { describe, expect, it } from 'vitest';
import type { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import type { Deployment, Event, Manifest, Pod, Probe } from '@/lib/cluster/objects';
import { isReady } from '@/lib/cluster/pods';
import { rowText } from '@/lib/cluster/printed/pod';
import { app, pod, run, says, statusOf } from './life';
import * as t from './web';

const slow = (kind: string, name: string, ms: number): Command => ({ verb: 'slowStart', kind, name, ms });
const mend = (kind: string, name: string): Command => ({ verb: 'mendStart', kind, name });
const crash: Command = { verb: 'crash', pod: 'p' };
const http: Probe = { httpGet: { path: '/', port: 8080 }, periodSeconds: 1 };
const serving = (probes: Readonly<Record<string, Probe>>) => app(['serve', '8080'], probes);

/** Seconds from a moment on until something is so, looked at each tenth; at most two minutes. */
function secondsUntil(cluster: Cluster, isSo: () => boolean): number {
  const fromMs = cluster.nowMs;
  while (!isSo()) {
    if (cluster.nowMs - fromMs > 120_000) throw new Error('it never came to be so');
    cluster.run(cluster.nowMs + 100);
  }
  return (cluster.nowMs - fromMs) / 1000;
}
const isUp = (cluster: Cluster, name: string) => () => {
  const one = t.pod(cluster, name);
  return !!one && isReady(one);
};

/** A Pod that is Ready, whose container was crashed after its starts were slowed. */
function crashed(probes: Readonly<Record<string, Probe>>, ms: number, told: readonly Command[] = []) {
  const cluster = run({ containers: [serving(probes)] }, 5);
  t.must(cluster, slow('Pod', 'p', ms));
  for (const command of told) t.must(cluster, command);
  t.must(cluster, crash, 2_000);
  return cluster;
}

describe('a slow start', () => {
  it('leaves an instance that runs as it is', () => {
    const cluster = run({ containers: [serving({ readinessProbe: http, livenessProbe: http })] }, 5);
    t.must(cluster, slow('Pod', 'p', 30_000), 60_000);
    expect(isReady(pod(cluster))).toBe(true);
    expect(says(cluster, 'Unhealthy')).toEqual([]);
  });

  it.each([
    ['httpGet', http, /connection refused$/],
    ['tcpSocket', { tcpSocket: { port: 8080 }, periodSeconds: 1 }, /connection refused$/],
    ['exec', { exec: { command: ['/app', 'test', '/app'] }, periodSeconds: 1 }, /no \/app$/],
  ] as const)(
    'makes the next instance answer %s so much later, and not at all before',
    (_, readinessProbe, says) => {
      const cluster = crashed({ readinessProbe }, 30_000);
      const startedMs = Date.parse(statusOf(cluster)?.state.running?.startedAt ?? '') % 86_400_000;
      secondsUntil(cluster, isUp(cluster, 'p'));
      expect(cluster.nowMs - startedMs).toBeGreaterThanOrEqual(30_000);
      expect(cluster.nowMs - startedMs).toBeLessThan(33_000);
      const unhealthy = cluster.reading.list<Event>('Event').filter(({ reason }) => reason === 'Unhealthy');
      expect(unhealthy.length).toBeGreaterThan(0);
      for (const { message } of unhealthy) expect(message.trim()).toMatch(says);
    },
  );

  it('is seen by nobody where no probe asks: the Pod is Ready at once', () => {
    const cluster = crashed({}, 30_000);
    expect(isReady(pod(cluster))).toBe(true);
  });

  it('longer than a liveness probe has patience ends the container again and again, and it is held back', () => {
    const livenessProbe = { ...http, periodSeconds: 2, failureThreshold: 2 };
    const cluster = crashed({ livenessProbe, readinessProbe: http }, 30_000);
    secondsUntil(cluster, () => rowText(pod(cluster)).includes('CrashLoopBackOff'));
    cluster.run(cluster.nowMs + 120_000);
    expect(statusOf(cluster)?.restartCount).toBeGreaterThan(3);
    expect(isReady(pod(cluster))).toBe(false);
    expect(says(cluster, 'Killing')[0]).toBe(
      'spec.containers{app} Container app failed liveness probe, will be restarted',
    );
  });

  it('is waited for by a startup probe that has the patience: the liveness probe asks nothing until then', () => {
    const livenessProbe = { ...http, periodSeconds: 2, failureThreshold: 2 };
    const startupProbe = { ...http, failureThreshold: 60 };
    const cluster = crashed({ livenessProbe, startupProbe, readinessProbe: http }, 30_000);
    expect(secondsUntil(cluster, isUp(cluster, 'p'))).toBeGreaterThan(25);
    expect(statusOf(cluster)?.restartCount).toBe(1);
    expect(says(cluster, 'Unhealthy').every((one) => one.includes('Startup probe failed'))).toBe(true);
  });

  it('fails a postStart hook that asks the process, and the container is started anew', () => {
    const postStart = { httpGet: { path: '/', port: 8080 } };
    const cluster = run({ containers: [app(['serve', '8080'], { lifecycle: { postStart } })] }, 5);
    t.must(cluster, slow('Pod', 'p', 10_000));
    t.must(cluster, crash, 3_000);
    expect(says(cluster, 'FailedPostStartHook').length).toBeGreaterThan(0);
  });

  it('lets a program that ends do so as much later; an init container is as fast as ever', () => {
    const first = { ...app(['exit', '0', '1']), name: 'first' };
    const cluster = t.newCluster();
    const spec = { initContainers: [first], containers: [app(['exit', '0', '2'])], restartPolicy: 'Never' };
    t.must(cluster, t.apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec } as Manifest));
    t.must(cluster, slow('Pod', 'p', 10_000));
    const endedAfter = secondsUntil(cluster, () => pod(cluster).status.phase === 'Succeeded');
    expect(endedAfter).toBeGreaterThan(13);
    expect(endedAfter).toBeLessThan(17);
  });

  it('said of a copy is not said of the original', () => {
    const cluster = run({ containers: [app(['pause'])] }, 5);
    const copy = cluster.copy();
    t.must(copy, slow('Pod', 'p', 10_000));
    expect(cluster.slowStartAt(pod(cluster))).toBeUndefined();
    expect(copy.copy().slowStartAt(pod(copy))).toMatchObject({ ms: 10_000 });
  });

  it('asked for again and again is the last one’s', () => {
    const cluster = crashed({ readinessProbe: http }, 60_000, [slow('Pod', 'p', 10_000)]);
    expect(secondsUntil(cluster, isUp(cluster, 'p'))).toBeLessThan(12);
  });
});

describe('a mended start', () => {
  it('is as fast as before', () => {
    const cluster = crashed({ readinessProbe: http }, 60_000, [mend('Pod', 'p')]);
    expect(isReady(pod(cluster))).toBe(true);
  });

  it('lets the start through that is under way: the next probe is answered', () => {
    const cluster = crashed({ readinessProbe: { ...http, periodSeconds: 4 } }, 60_000);
    t.must(cluster, mend('Pod', 'p'));
    expect(secondsUntil(cluster, isUp(cluster, 'p'))).toBeLessThanOrEqual(4);
  });

  it('gives a program that ends its own time from then on', () => {
    const cluster = run({ containers: [app(['pause'])] }, 5);
    const job = { ...app(['exit', '0', '2']), name: 'app' };
    t.must(cluster, { verb: 'delete', kind: 'Pod', name: 'p', gracePeriodSeconds: 0 }, 1_000);
    const spec = { containers: [job], restartPolicy: 'Never' };
    t.must(cluster, t.apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec } as Manifest));
    t.must(cluster, slow('Pod', 'p', 60_000), 5_000);
    t.must(cluster, mend('Pod', 'p'));
    expect(secondsUntil(cluster, () => pod(cluster).status.phase === 'Succeeded')).toBeLessThan(4.5);
  });

  it('that was never slow is no error', () => {
    const cluster = run({ containers: [app(['pause'])] }, 5);
    expect(cluster.do(mend('Pod', 'p')).ok).toBe(true);
  });
});

const web = (replicas: number) => t.web(replicas, {}, t.probed);

describe('what is said of a StatefulSet', () => {
  it('holds for all its Pods, those to come too: the next ordinal waits as long', () => {
    const cluster = t.newCluster();
    t.must(cluster, t.apply(web(3)));
    t.must(cluster, slow('StatefulSet', 'web', 10_000));
    const seconds = ['web-0', 'web-1', 'web-2'].map((name) => secondsUntil(cluster, isUp(cluster, name)));
    for (const one of seconds) expect(one).toBeGreaterThan(9.5);
    t.must(cluster, mend('StatefulSet', 'web'));
    t.must(cluster, t.scale(4));
    expect(secondsUntil(cluster, isUp(cluster, 'web-3'))).toBeLessThan(2);
  });

  it('gives way to what is said of one Pod, by its name, whatever life of it that is', () => {
    const cluster = t.newCluster();
    t.must(cluster, t.apply(web(3)), 10_000);
    t.must(cluster, slow('Pod', 'web-1', 20_000));
    for (const name of ['web-1', 'web-2']) {
      t.must(cluster, t.deletePod(name), 500);
      const seconds = secondsUntil(cluster, isUp(cluster, name));
      expect(seconds > 15, `${name} ${seconds}`).toBe(name === 'web-1');
    }
    t.must(cluster, slow('StatefulSet', 'web', 60_000));
    t.must(cluster, slow('Pod', 'web-1', 5_000));
    t.must(cluster, t.deletePod('web-1'), 500);
    expect(secondsUntil(cluster, isUp(cluster, 'web-1'))).toBeLessThan(8);
  });

  it('goes with the set: one of the same name that is made later is as fast as any', () => {
    const cluster = t.newCluster();
    t.must(cluster, t.apply(web(1)), 5_000);
    t.must(cluster, slow('StatefulSet', 'web', 60_000));
    t.must(cluster, slow('Pod', 'web-0', 60_000));
    t.must(cluster, t.deleteSet(), 60_000);
    t.must(cluster, t.apply(web(1)));
    expect(secondsUntil(cluster, isUp(cluster, 'web-0'))).toBeLessThan(2);
  });
});

describe('what is said of a Deployment', () => {
  const deployment = (image: string) =>
    ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'api' },
      spec: {
        replicas: 3,
        progressDeadlineSeconds: 20,
        strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: { app: 'api' } },
        template: {
          metadata: { labels: { app: 'api' } },
          spec: { containers: [{ name: 'app', image, ...t.probed }] },
        },
      },
    }) as Manifest;
  const progressing = (cluster: Cluster) =>
    cluster.reading
      .get<Deployment>('Deployment/default/api')
      ?.status?.conditions?.find(({ type }) => type === 'Progressing')?.reason;
  const rolled = (ms: number) => {
    const cluster = t.newCluster();
    t.must(cluster, t.apply(deployment('app:v1')), 5_000);
    t.must(cluster, slow('Deployment', 'api', ms));
    t.must(cluster, t.apply(deployment('app:v2')));
    return cluster;
  };
  const newOnes = (cluster: Cluster) =>
    cluster.reading
      .list<Pod>('Pod')
      .filter((one) => isReady(one) && one.spec.containers[0]?.image === 'app:v2').length;

  it('reaches the Pods of the ReplicaSets that it makes: a rollout goes one start at a time', () => {
    const cluster = rolled(10_000);
    for (const count of [1, 2, 3])
      expect(
        secondsUntil(cluster, () => newOnes(cluster) === count),
        `${count}`,
      ).toBeGreaterThan(9);
    cluster.run(cluster.nowMs + 5_000);
    expect(progressing(cluster)).toBe('NewReplicaSetAvailable');
  });

  it('longer than progressDeadlineSeconds: the rollout is told to be stuck, and goes on all the same', () => {
    const cluster = rolled(30_000);
    secondsUntil(cluster, () => progressing(cluster) === 'ProgressDeadlineExceeded');
    expect(newOnes(cluster)).toBe(0);
    secondsUntil(cluster, () => newOnes(cluster) === 1);
  });
});

describe('a slow start is refused', () => {
  const cluster = run({ containers: [app(['pause'])] }, 5);
  it.each<[string, Command, string]>([
    ['of what is not there', slow('StatefulSet', 'web', 5_000), 'statefulsets.apps "web" not found'],
    ['in another namespace', { ...slow('Pod', 'p', 5_000), namespace: 'far' }, 'pods "p" not found'],
    ['of a kind without containers', slow('Service', 'p', 5_000), 'a Service starts no containers'],
    ['and mended there, too', mend('Frog', 'p'), 'a Frog starts no containers'],
    ['by nothing', slow('Pod', 'p', 0), 'a start can be slower by 1 to 600000 ms, in whole ones, not by 0'],
    ['by less than nothing', slow('Pod', 'p', -5), 'not by -5'],
    ['by a part of a millisecond', slow('Pod', 'p', 1.5), 'not by 1.5'],
    ['by more than ten minutes', slow('Pod', 'p', 600_001), 'not by 600001'],
    ['by what is no number', slow('Pod', 'p', 'x' as never), 'not by x'],
  ])('%s', (_, command, message) => {
    const done = cluster.do(command);
    expect(done.ok ? '' : done.status.message).toContain(message);
    expect(cluster.slowStartAt(pod(cluster))).toBeUndefined();
  });
});
