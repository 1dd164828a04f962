import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Pod, PodSpec } from '@/lib/cluster/objects';
import { rowText } from '@/lib/cluster/printed/pod';
import { app, execProbe } from './life';
import * as t from './web';

const claim = (name: string, storageClassName = 'standard', accessModes = ['ReadWriteOnce']) =>
  t.apply({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: { accessModes, storageClassName, resources: { requests: { storage: '1Gi' } } },
  });

/** A Pod that is Ready while the rows are there; where it keeps them is said by the volume. */
const database = (name: string, volume: object, mount: object = {}, nodeName?: string) => {
  const spec: PodSpec = {
    containers: [
      app(['pause'], {
        readinessProbe: execProbe('/data/rows'),
        volumeMounts: [{ name: 'data', mountPath: '/data', ...mount }],
      }),
    ],
    volumes: [{ name: 'data', ...volume }],
    terminationGracePeriodSeconds: 1,
    ...(nodeName && { nodeName }),
  };
  return t.apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec });
};
const onClaim = (name: string) => ({ persistentVolumeClaim: { claimName: name } });
const run = (pod: string, ...argv: string[]) =>
  ({ verb: 'exec', pod, command: ['/app', ...argv] }) as const satisfies Parameters<Cluster['do']>[0];
const row = (cluster: Cluster, name: string) => rowText(t.pod(cluster, name) as Pod);

const newCluster = () => new Cluster({ seed: 1, nodes: [{ name: 'real-1' }] });

describe('what a container writes to a volume of a claim', () => {
  it('is there for the next Pod that mounts the claim, as data of an emptyDir is not', () => {
    const ready = [onClaim('rows'), { emptyDir: {} }].map((volume) => {
      const cluster = newCluster();
      t.must(cluster, claim('rows'), 1_000);
      t.must(cluster, database('db', volume), 4_000);
      expect(row(cluster, 'db')).toBe('0/1 Running 0');
      t.must(cluster, run('db', 'touch', '/data/rows'), 3_000);
      expect(row(cluster, 'db')).toBe('1/1 Running 0');
      t.must(cluster, { verb: 'delete', kind: 'Pod', name: 'db' }, 5_000);
      t.must(cluster, database('db', volume), 5_000);
      return row(cluster, 'db');
    });
    expect(ready).toEqual(['1/1 Running 0', '0/1 Running 0']);
  });

  it('goes with the volume: a new claim of the same name begins empty', () => {
    const cluster = newCluster();
    t.must(cluster, claim('rows'), 1_000);
    t.must(cluster, database('db', onClaim('rows')), 4_000);
    t.must(cluster, run('db', 'touch', '/data/rows'), 3_000);
    t.must(cluster, { verb: 'delete', kind: 'Pod', name: 'db' }, 5_000);
    t.must(cluster, { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'rows' }, 5_000);
    t.must(cluster, claim('rows'), 1_000);
    t.must(cluster, database('db', onClaim('rows')), 5_000);
    expect(row(cluster, 'db')).toBe('0/1 Running 0');
  });

  it('is seen at once by every other Pod that mounts the claim', () => {
    const cluster = newCluster();
    t.must(cluster, claim('rows'), 1_000);
    t.must(cluster, database('a', onClaim('rows')), 100);
    t.must(cluster, database('b', onClaim('rows')), 5_000);
    t.must(cluster, run('b', 'touch', '/data/rows'), 3_000);
    expect([row(cluster, 'a'), row(cluster, 'b')]).toEqual(['1/1 Running 0', '1/1 Running 0']);
    t.must(cluster, run('a', 'rm', '/data/rows'), 6_000);
    expect([row(cluster, 'a'), row(cluster, 'b')]).toEqual(['0/1 Running 0', '0/1 Running 0']);
  });

  it('lies below subPath, so that two mounts of one volume do not see each other', () => {
    const cluster = newCluster();
    t.must(cluster, claim('rows'), 1_000);
    t.must(cluster, database('a', onClaim('rows'), { subPath: 'a' }), 100);
    t.must(cluster, database('b', onClaim('rows'), { subPath: 'b' }), 5_000);
    t.must(cluster, run('b', 'touch', '/data/rows'), 3_000);
    expect([row(cluster, 'a'), row(cluster, 'b')]).toEqual(['0/1 Running 0', '1/1 Running 0']);
  });

  it('lies on the node for hostPath, so that a Pod on another node finds nothing, with a PersistentVolume or without', () => {
    const cluster = t.newCluster();
    const by = (hostPath: object) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'folder' },
      spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteMany'], hostPath },
    });
    t.must(cluster, t.apply(by({ path: '/srv/' })));
    t.must(cluster, claim('rows', '', ['ReadWriteMany']), 1_000);
    const at = (name: string, nodeName: string, volume: object) =>
      t.must(cluster, database(name, volume, {}, nodeName), 4_000);
    at('a', 'node-1', onClaim('rows'));
    at('b', 'node-1', { hostPath: { path: '/srv/data' } });
    at('c', 'node-2', onClaim('rows'));
    t.must(cluster, run('a', 'touch', '/data/data/rows'));
    t.must(cluster, { verb: 'delete', kind: 'Pod', name: 'a' }, 5_000);
    const has = (pod: string, path: string) => cluster.answerOf(run(pod, 'test', path))?.exitCode;
    expect([has('b', '/data/rows'), has('c', '/data/data/rows')]).toEqual([0, 1]);
    expect([row(cluster, 'b'), row(cluster, 'c')]).toEqual(['1/1 Running 0', '0/1 Running 0']);
  });

  it("of a StatefulSet comes back with the Pod's name", () => {
    const cluster = t.newCluster();
    t.must(
      cluster,
      t.apply(
        t.web(2, { volumeClaimTemplates: t.data }, { volumeMounts: [{ name: 'data', mountPath: '/data' }] }),
      ),
      10_000,
    );
    t.must(cluster, run('web-0', 'touch', '/data/rows'), 1_000);
    t.must(cluster, t.deletePod('web-0'), 10_000);
    const has = (pod: string) => cluster.answerOf(run(pod, 'test', '/data/rows'))?.exitCode;
    expect([has('web-0'), has('web-1')]).toEqual([0, 1]);
  });

  it('is what it was at the moment to which a cluster is copied', () => {
    const cluster = newCluster();
    t.must(cluster, claim('rows'), 1_000);
    t.must(cluster, database('db', onClaim('rows')), 4_000);
    const before = cluster.copy();
    t.must(cluster, run('db', 'touch', '/data/rows'), 3_000);
    before.run(before.nowMs + 3_000);
    expect([row(before, 'db'), row(cluster, 'db')]).toEqual(['0/1 Running 0', '1/1 Running 0']);
  });
});
