import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import { answererOf, listenersOf } from '@/lib/cluster/kubelet/listeners';
import { bindError, collide, type Socket, socketOf } from '@/lib/cluster/kubelet/sockets';
import type { Container, Pod } from '@/lib/cluster/objects';
import { worldFrom } from '@/lib/network/from-cluster';
import { app, run, statusOf } from './life';
import * as t from './web';

const socket = (text: string): Socket => socketOf(text) as Socket;
const server = (name: string, at: string, more: Partial<Container> = {}) =>
  app(['serve', at], { name, ...more });
const pair = (one: string, other: string, seconds = 3) =>
  run({ containers: [server('a', one), server('b', other)] }, seconds);

describe('two sockets of one network namespace', () => {
  it.each([
    ['8080', '8080', true],
    ['8080', '127.0.0.1:8080', true],
    ['0.0.0.0:8080', '10.244.1.2:8080', true],
    ['127.0.0.1:8080', '10.244.1.2:8080', false],
    ['127.0.0.1:8080', '127.0.0.2:8080', false],
    ['8080', '8081', false],
    ['53', '53/udp', false],
    ['53/udp', '127.0.0.1:53/UDP', true],
  ])('%s and %s collide: %s', (one, other, expected) => {
    expect(collide(socket(one), socket(other))).toBe(expected);
    expect(collide(socket(other), socket(one))).toBe(expected);
  });

  it('are told of in the words of Go', () => {
    expect(bindError(socket('8080'), [socket('8080')], '10.0.0.1')).toBe(
      'listen tcp :8080: bind: address already in use',
    );
    expect(bindError(socket('127.0.0.1:53/udp'), [socket('53/udp')], '10.0.0.1')).toBe(
      'listen udp 127.0.0.1:53: bind: address already in use',
    );
    expect(bindError(socket('10.9.9.9:80'), [], '10.0.0.1')).toBe(
      'listen tcp 10.9.9.9:80: bind: cannot assign requested address',
    );
    expect(bindError(socket('10.0.0.1:80'), [], '10.0.0.1')).toBeUndefined();
  });
});

describe('a program that listens', () => {
  it('ends with 1 when a container of its Pod listens there, and is held back like any that ends', () => {
    const cluster = pair('8080', '8080', 3);
    expect(statusOf(cluster, 'a')?.state.running).toBeDefined();
    expect(statusOf(cluster, 'b')).toMatchObject({ restartCount: 1 });
    expect(
      statusOf(cluster, 'b')?.state.terminated ?? statusOf(cluster, 'b')?.lastState?.terminated,
    ).toMatchObject({
      exitCode: 1,
      reason: 'Error',
    });
    cluster.run(40_000);
    expect(statusOf(cluster, 'b')?.restartCount).toBeGreaterThanOrEqual(2);
    expect(statusOf(cluster, 'a')?.restartCount).toBe(0);
  });

  it.each([
    ['8080', '8081'],
    ['53', '53/udp'],
    ['127.0.0.1:8080', '127.0.0.2:8080'],
  ])('runs beside another: %s and %s', (one, other) => {
    const cluster = pair(one, other);
    for (const name of ['a', 'b'])
      expect(statusOf(cluster, name)).toMatchObject({ restartCount: 0, ready: true });
  });

  it('can have the address of its Pod while another has the loopback address', () => {
    const env = [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }];
    const cluster = run(
      { containers: [server('a', '127.0.0.1:8080'), server('b', '$(POD_IP):8080', { env })] },
      3,
    );
    const listeners = listenersOf(t.pod(cluster, 'p') as Pod);
    const { podIP = '' } = (t.pod(cluster, 'p') as Pod).status;
    expect(answererOf(listeners, '127.0.0.1', 8080)?.container).toBe('a');
    expect(answererOf(listeners, podIP, 8080)?.container).toBe('b');
  });

  it('leaves its port to the one that starts next when it ends', () => {
    const cluster = pair('8080', '8080', 30);
    t.must(cluster, { verb: 'crash', pod: 'p', container: 'a' });
    const isRunning = (name: string) => statusOf(cluster, name)?.state.running !== undefined;
    cluster.run(120_000);
    expect([isRunning('a'), isRunning('b')].filter(Boolean)).toHaveLength(1);
    const [first] = listenersOf(t.pod(cluster, 'p') as Pod);
    expect(isRunning(first?.container ?? '')).toBe(true);
  });

  it('answers the probes of all containers of its Pod', () => {
    const readinessProbe = { httpGet: { port: 8080 }, periodSeconds: 1 };
    const cluster = run(
      { containers: [server('a', '8080'), app(['pause'], { name: 'b', readinessProbe })] },
      5,
    );
    expect(statusOf(cluster, 'b')?.ready).toBe(true);
  });

  it('at the loopback address alone answers no probe', () => {
    const readinessProbe = { httpGet: { port: 8080 }, periodSeconds: 1 };
    const cluster = run({ containers: [server('a', '127.0.0.1:8080', { readinessProbe })] }, 5);
    expect(statusOf(cluster, 'a')?.ready).toBe(false);
  });
});

describe('Pods beside each other on a node', () => {
  const two = (hostNetwork: boolean, at = '8080') => {
    const cluster = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }] });
    for (const name of ['one', 'two'])
      t.must(
        cluster,
        t.apply({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name },
          spec: { hostNetwork, containers: [server('a', at)] },
        }),
      );
    cluster.run(4_000);
    return cluster;
  };
  const falls = (cluster: Cluster) =>
    ['one', 'two'].map((name) => (t.pod(cluster, name) as Pod).status.containerStatuses?.[0]?.restartCount);

  it('have ports of their own', () => {
    expect(falls(two(false))).toEqual([0, 0]);
  });

  it('share the ports of the node when both use its network, and share them with its kubelet', () => {
    expect(falls(two(true)).sort()).toEqual([0, 1]);
    expect(falls(two(true, '10250'))).toEqual([1, 1]);
  });

  it('listen in the network of the node when they use it', () => {
    expect(worldFrom(two(true).reading).nodes[0]?.listens).toEqual([8080]);
  });
});

describe('files that programs share', () => {
  const log = (both: boolean) => {
    const volumeMounts = [{ name: 'logs', mountPath: '/logs' }];
    return run(
      {
        volumes: [{ name: 'logs', emptyDir: {} }],
        containers: [
          app(['write', '/logs/app.log'], { name: 'main', volumeMounts }),
          app(['follow', '/logs/app.log'], { name: 'reader', ...(both && { volumeMounts }) }),
        ],
      },
      3,
    );
  };

  it('are in a volume that both mount, and nowhere else', () => {
    expect(statusOf(log(true), 'reader')).toMatchObject({ restartCount: 0, ready: true });
    expect(statusOf(log(false), 'reader')).toMatchObject({ restartCount: 1 });
  });
});
