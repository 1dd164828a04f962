import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import type { Json } from '@/lib/cluster/objects';
import { type Condition, decides, holds } from '@/lib/lab/condition';
import { gapOf } from '@/lib/lab/gap';
import { endOfWay, type Way } from '@/lib/lab/way';

const pod = (name: string, container: Record<string, Json>, spec: Record<string, Json> = {}): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app: name } },
    spec: { ...spec, terminationGracePeriodSeconds: 1, containers: [{ name: 'main', ...container }] },
  } as never,
});
const service = (name: string, port: Json, spec: Record<string, Json> = {}): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app: name }, ports: [port], ...spec },
  } as never,
});
const serves = (port: number) => ({ image: 'httpd:2.4', command: ['/app', 'serve', String(port)] });
const door = service('front', { port: 80, targetPort: 3128 }, { type: 'NodePort' });

const clusterOf = (...commands: readonly Command[]) => {
  const cluster = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }, { name: 'node-2' }] });
  for (const command of commands) cluster.do(command);
  cluster.run(10_000);
  return cluster;
};
const whole = clusterOf(
  pod('front', serves(3128)),
  door,
  pod('db', serves(3306)),
  service('db', { port: 3306 }, { clusterIP: 'None' }),
);
const way = (...through: string[]): Way => ({ from: 'outside', through });

describe('a request from Service to Service', () => {
  it('is answered when a Pod behind each is ready and listens', () => {
    expect(endOfWay(whole.reading, way('front:80', 'db:3306'))).toEqual({ how: 'answered', at: 'db' });
  });

  it.each([
    ['finds no Service', way('front:80', 'rows:3306'), { how: 'noService', at: 'rows' }],
    ['finds no such port', way('front:81'), { how: 'noDoor', at: 'front' }],
    ['has no way in where no port of the nodes is open', way('db:3306'), { how: 'noDoor', at: 'db' }],
    [
      'is refused where a headless Service is asked at a port of its own',
      way('front:80', 'db:80'),
      { how: 'refused', at: 'db' },
    ],
  ])('%s', (_, asked, end) => {
    expect(endOfWay(whole.reading, asked)).toEqual(end);
  });

  it('needs no open port when it begins inside', () => {
    expect(endOfWay(whole.reading, { from: 'inside', through: ['db:3306'] }).how).toBe('answered');
  });

  it('ends where the last ready Pod goes, and a goal says at which Service', () => {
    const other = whole.copy();
    other.do({ verb: 'delete', kind: 'Pod', name: 'db' });
    other.run(15_000);
    const condition: Condition = { way: way('front:80', 'db:3306'), is: true };
    expect(holds(condition, other.reading)).toBe(false);
    expect(holds({ ...condition, is: false }, other.reading)).toBe(true);
    const lack = {
      about: 'way',
      key: 'Service/default/db',
      from: 'outside',
      how: 'noEndpoint',
      wanted: true,
    };
    expect(gapOf(condition, other.reading)).toEqual([lack]);
    expect(gapOf({ not: { ...condition, is: false } }, other.reading)).toEqual([lack]);
    expect(
      ['Node//node-1', 'Pod/default/x', 'Service/default/x', 'EndpointSlice/default/x'].map(
        decides(condition),
      ),
    ).toEqual([false, true, true, true]);
  });
});

describe('a program that tries to reach a Service', () => {
  const asks = ['nc', '-z', '-w', '1', 'db', '3306'];
  const apache = { image: 'httpd:2.4' };
  const askerOf = (container: Record<string, Json>, spec?: Record<string, Json>) =>
    clusterOf(service('db', { port: 3306 }), pod('asker', { ...apache, ...container }, spec));
  const read = (cluster: Cluster) =>
    cluster.reading.list('Pod').find(({ metadata }) => metadata.name === 'asker') as unknown as {
      status: {
        phase: string;
        containerStatuses: { ready: boolean; restartCount: number }[];
        initContainerStatuses?: { state: object }[];
      };
    };

  it('as a probe makes its Pod Ready when that answers, and not Ready again when it is gone', () => {
    const cluster = askerOf({
      ...serves(80),
      readinessProbe: { exec: { command: asks }, periodSeconds: 1, failureThreshold: 1 },
    });
    const isReady = () => read(cluster).status.containerStatuses[0]?.ready;
    expect(isReady()).toBe(false);
    cluster.do(pod('db', serves(3306)));
    cluster.run(15_000);
    expect(isReady()).toBe(true);
    cluster.do({ verb: 'delete', kind: 'Pod', name: 'db' });
    cluster.run(20_000);
    expect(isReady()).toBe(false);
  });

  it('once, before it begins, ends with 1 while nobody answers, and goes on when it has begun', () => {
    const cluster = askerOf({ command: ['sh', '-c', `${asks.join(' ')} && exec /app serve 80`] });
    expect(read(cluster).status.containerStatuses[0]).toMatchObject({ ready: false, restartCount: 1 });
    cluster.do(pod('db', serves(3306)));
    cluster.run(30_000);
    const { restartCount } = read(cluster).status.containerStatuses[0] ?? { restartCount: 0 };
    expect(read(cluster).status.containerStatuses[0]?.ready).toBe(true);
    cluster.do({ verb: 'delete', kind: 'Pod', name: 'db' });
    cluster.run(90_000);
    expect(read(cluster).status.containerStatuses[0]).toMatchObject({ ready: true, restartCount });
  });

  it('until it answers holds back what comes after it, and asks no more then', () => {
    const wait = {
      name: 'wait',
      image: 'busybox:1.37',
      command: ['sh', '-c', 'until nc -z db 3306; do sleep 1; done'],
    };
    const cluster = askerOf(serves(80), { initContainers: [wait] });
    expect(read(cluster).status.phase).toBe('Pending');
    expect(read(cluster).status.initContainerStatuses?.[0]?.state).toHaveProperty('running');
    cluster.do(pod('db', serves(3306)));
    cluster.run(15_000);
    expect(read(cluster).status.containerStatuses[0]?.ready).toBe(true);
    cluster.do({ verb: 'delete', kind: 'Pod', name: 'db' });
    cluster.run(60_000);
    expect(read(cluster).status.containerStatuses[0]?.ready).toBe(true);
  });

  it('ends a wait when its Pod goes, and is found by kubectl exec', () => {
    const cluster = askerOf(serves(80));
    const ask = { verb: 'exec', pod: 'asker', command: asks } as const;
    const exec = () => cluster.answerOf(ask)?.exitCode;
    expect(exec()).toBe(1);
    cluster.do(pod('db', serves(3306)));
    cluster.run(15_000);
    expect(exec()).toBe(0);
  });
});
