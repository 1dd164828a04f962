import { describe, expect, it } from 'vitest';
import { rowText } from '@/lib/cluster/printed/pod';
import { app, deleted, execProbe, lastSeen, pod, run, says, statusOf } from './life';
import * as t from './web';

describe('probes', () => {
  it('of liveness end and restart the container, with the grace that they ask for', () => {
    const livenessProbe = { ...execProbe('/no'), failureThreshold: 1, terminationGracePeriodSeconds: 2 };
    const cluster = run(
      { terminationGracePeriodSeconds: 60, containers: [app(['stubborn'], { livenessProbe })] },
      5,
    );
    expect(statusOf(cluster)).toMatchObject({
      restartCount: 1,
      lastState: { terminated: { exitCode: 137 } },
    });
    expect(says(cluster, 'Killing')).toContain(
      'spec.containers{app} Container app failed liveness probe, will be restarted',
    );
  });

  it('of liveness and readiness wait for the startup probe', () => {
    const probe = { ...execProbe('/no'), failureThreshold: 1 };
    const startupProbe = { ...execProbe('/no'), failureThreshold: 100 };
    const cluster = run(
      { containers: [app(['pause'], { startupProbe, livenessProbe: probe, readinessProbe: probe })] },
      10,
    );
    expect(statusOf(cluster)).toMatchObject({ started: false, ready: false, restartCount: 0 });
    expect(new Set(says(cluster, 'Unhealthy'))).toEqual(
      new Set(['spec.containers{app} Startup probe failed: no /no']),
    );
  });

  it('of several containers speak for each alone', () => {
    const readinessProbe = execProbe('/no');
    const cluster = run({ containers: [app(['pause']), app(['pause'], { name: 'b', readinessProbe })] }, 5);
    expect([statusOf(cluster)?.ready, statusOf(cluster, 'b')?.ready]).toEqual([true, false]);
    expect(rowText(pod(cluster))).toBe('1/2 Running 0');
  });

  it.each([
    [{ httpGet: { path: '/healthz', port: 'web' } }, undefined],
    [
      { httpGet: { path: '/', port: 81 } },
      /^Readiness probe failed: Get "http:\/\/10\.244\.0\.2:81\/": dial tcp 10\.244\.0\.2:81: connect: connection refused$/,
    ],
    [{ tcpSocket: { port: 8080 } }, undefined],
    [
      { tcpSocket: { port: 81 } },
      /^Readiness probe failed: dial tcp 10\.244\.0\.2:81: connect: connection refused$/,
    ],
    [
      { exec: { command: ['/app', 'sleep', '5'] } },
      /^Readiness probe failed: command "\/app sleep 5" timed out$/,
    ],
  ])('that ask %j get the answer of the program', (handler, failure) => {
    const readinessProbe = { ...handler, periodSeconds: 2 };
    const ports = [{ name: 'web', containerPort: 8080 }];
    const cluster = run({ containers: [app(['serve', '8080'], { ports, readinessProbe })] }, 5);
    expect(statusOf(cluster)?.ready).toBe(failure === undefined);
    if (failure) expect(says(cluster, 'Unhealthy')[0]?.split('} ')[1]).toMatch(failure);
  });

  it('that can not change their answer are not asked again', () => {
    const probe = execProbe('/app');
    const cluster = run({ containers: [app(['pause'], { livenessProbe: probe, readinessProbe: probe })] }, 5);
    expect(cluster.nextDueMs).toBeUndefined();
    t.must(cluster, { verb: 'failLiveness', pod: 'p' }, 8_000);
    expect(statusOf(cluster)?.restartCount).toBeGreaterThan(0);
  });
});

describe('hooks', () => {
  const hook = (...argv: string[]) => ({ exec: { command: ['/app', ...argv] } });

  it('after the start hold back what is shown of the container until they are through', () => {
    const cluster = run(
      { containers: [app(['pause'], { lifecycle: { postStart: hook('sleep', '3') } })] },
      2,
    );
    expect(rowText(pod(cluster))).toBe('0/1 ContainerCreating 0');
    cluster.run(5_000);
    expect(rowText(pod(cluster))).toBe('1/1 Running 0');
  });

  it.each([
    ['take their time from the grace period', hook('sleep', '3'), 5, []],
    ['may sleep', { sleep: { seconds: 2 } }, 4, []],
    [
      'that fail are told of, and SIGTERM follows',
      hook('exit', '1'),
      2,
      ['spec.containers{app} PreStopHook failed'],
    ],
  ])('before the end %s', (_, preStop, seconds, told) => {
    const spec = {
      terminationGracePeriodSeconds: 20,
      containers: [app(['graceful', '2'], { lifecycle: { preStop } })],
    };
    const cluster = run(spec, 5);
    t.must(cluster, deleted, 20_000);
    const finishedAt = lastSeen(cluster).status.containerStatuses?.[0]?.state.terminated?.finishedAt;
    expect(finishedAt).toBe(`2026-01-01T00:00:${String(5 + seconds).padStart(2, '0')}Z`);
    expect(says(cluster, 'FailedPreStopHook')).toEqual(told);
  });
});

describe('images', () => {
  it.each([
    ['App:v1', 'InvalidImageName', 'InspectFailed'],
    ['localhost:1/app:v1', 'ErrImagePull', 'Failed'],
    ['absent', 'ErrImagePull', 'Failed'],
  ])('that are called %s are not to be had', (image, reason, event) => {
    const cluster = run({ containers: [app(['pause'], { image })] }, 3);
    expect(statusOf(cluster)?.state.waiting?.reason).toBe(reason);
    expect(says(cluster, event)[0]).toContain(image);
  });

  it('are pulled each time with the policy Always', () => {
    const cluster = run({ containers: [app(['pause'], { imagePullPolicy: 'Always' })] }, 3);
    expect(rowText(pod(cluster))).toBe('1/1 Running 0');
    expect(says(cluster, 'Pulled')[0]).toMatch(
      /^spec.containers\{app\} Successfully pulled image "app:v1" in /,
    );
  });
});
