import { afterAll, describe, expect, it } from 'vitest';
import type { Cluster } from '@/lib/cluster/cluster';
import { statefulsetRules } from '@/lib/cluster/controllers/statefulset/statefulset.machine';
import type { ControllerRevision, PersistentVolumeClaim, Pod } from '@/lib/cluster/objects';
import { isReady } from '@/lib/cluster/pods';
import * as t from './web';

const states = new Set<string>();
const rules = new Set<string>();
const clusters: Cluster[] = [];

/** A cluster whose states count as reached when the file is through. */
const fresh = (kubelet: 'modelled' | 'played' = 'modelled') => {
  const cluster = t.newCluster(kubelet);
  clusters.push(cluster);
  return cluster;
};

const up = (replicas: number, ...spec: [spec?: Parameters<typeof t.web>[1], container?: object]) => {
  const cluster = fresh();
  t.must(cluster, t.apply(t.web(replicas, ...(spec as [object?, Record<string, unknown>?]))));
  t.rest(cluster);
  return cluster;
};

const allReady = (cluster: Cluster, names: readonly string[]) =>
  expect(t.seen(cluster)).toEqual(names.map((name) => `${name} Ready`));

describe('OrderedReady', () => {
  it('makes the next Pod only when the one before is Ready', () => {
    const cluster = fresh();
    t.must(cluster, t.apply(t.web(3)));
    for (const name of ['web-0', 'web-1', 'web-2']) {
      t.until(cluster, () => t.pod(cluster, name) !== undefined);
      expect(
        t
          .pods(cluster)
          .filter((pod) => pod.metadata.name !== name)
          .every(isReady),
      ).toBe(true);
    }
    t.rest(cluster);
    expect(t.order(cluster, 'created')).toEqual(['web-0', 'web-1', 'web-2']);
    allReady(cluster, ['web-0', 'web-1', 'web-2']);
    expect(t.stateOf(cluster)).toBe('steady');
  });

  it('scales up from the lowest free ordinal and down from the highest, one after the other', () => {
    const cluster = up(2);
    const from = cluster.journal.length;
    t.must(cluster, t.scale(4));
    t.rest(cluster);
    expect(t.order(cluster, 'created', from)).toEqual(['web-2', 'web-3']);
    t.must(cluster, t.scale(1));
    t.until(cluster, () => t.order(cluster, 'deleted').length === 2);
    expect(t.order(cluster, 'deleted')).toEqual(['web-3', 'web-2']);
    expect(t.pod(cluster, 'web-3')).toBeUndefined();
    t.rest(cluster);
    expect(t.order(cluster, 'deleted')).toEqual(['web-3', 'web-2', 'web-1']);
    allReady(cluster, ['web-0']);
  });

  it('does not scale down while a lower Pod is not Ready', () => {
    const cluster = up(3, {}, t.probed);
    t.must(cluster, { verb: 'failReadiness', pod: 'web-0' }, 3_000);
    t.must(cluster, t.scale(1), 20_000);
    expect(t.seen(cluster)).toEqual(['web-0 NotReady', 'web-1 Ready', 'web-2 Ready']);
    expect(cluster.stateOf('statefulset', t.setKey)).toMatchObject({
      state: 'waitingForReady',
      about: 'Pod/default/web-0',
    });
    t.must(cluster, { verb: 'mendReadiness', pod: 'web-0' });
    t.rest(cluster);
    allReady(cluster, ['web-0']);
  });

  it('scales the broken highest Pod away: the first unavailable one may go', () => {
    const cluster = up(3, {}, t.probed);
    t.must(cluster, { verb: 'failReadiness', pod: 'web-2' }, 3_000);
    t.must(cluster, t.scale(2));
    t.rest(cluster);
    allReady(cluster, ['web-0', 'web-1']);
  });

  it('lets the highest of two broken condemned Pods wait for the lower: neither goes until one is mended', () => {
    const cluster = up(4, {}, t.probed);
    for (const pod of ['web-2', 'web-3']) t.must(cluster, { verb: 'failReadiness', pod });
    cluster.run(cluster.nowMs + 3_000);
    t.must(cluster, t.scale(2), 20_000);
    expect(t.seen(cluster)).toEqual(['web-0 Ready', 'web-1 Ready', 'web-2 NotReady', 'web-3 NotReady']);
    expect(cluster.stateOf('statefulset', t.setKey)).toMatchObject({
      rule: 'predecessorOfCondemnedIsNotReady',
      about: 'Pod/default/web-2',
    });
    t.must(cluster, { verb: 'mendReadiness', pod: 'web-2' });
    t.rest(cluster);
    allReady(cluster, ['web-0', 'web-1']);
  });

  it('holds back the next Pod for minReadySeconds after Ready', () => {
    const cluster = fresh();
    t.must(cluster, t.apply(t.web(2, { minReadySeconds: 5 })));
    t.until(cluster, () => t.pods(cluster).some(isReady));
    const readyAtMs = Math.floor(cluster.nowMs / 1000) * 1000;
    t.until(cluster, () => t.pod(cluster, 'web-1') !== undefined);
    expect(cluster.nowMs).toBeGreaterThanOrEqual(readyAtMs + 5_000);
    expect(cluster.nowMs).toBeLessThan(readyAtMs + 6_000);
    t.rest(cluster);
    expect(t.set(cluster)?.status).toMatchObject({ readyReplicas: 2, availableReplicas: 2 });
  });
});

describe('Parallel', () => {
  it('makes and deletes all at once', () => {
    const cluster = fresh();
    t.must(cluster, t.apply(t.web(4, { podManagementPolicy: 'Parallel' })));
    t.until(cluster, () => t.pods(cluster).length > 0);
    expect(t.pods(cluster)).toHaveLength(4);
    t.rest(cluster);
    t.must(cluster, t.scale(1), 100);
    expect(t.seen(cluster)).toEqual([
      'web-0 Ready',
      'web-1 Terminating',
      'web-2 Terminating',
      'web-3 Terminating',
    ]);
    t.rest(cluster);
    allReady(cluster, ['web-0']);
  });

  it('waits for minReadySeconds with nothing but the count of available replicas', () => {
    const cluster = fresh();
    t.must(cluster, t.apply(t.web(3, { podManagementPolicy: 'Parallel', minReadySeconds: 5 })), 3_000);
    allReady(cluster, ['web-0', 'web-1', 'web-2']);
    expect(t.set(cluster)?.status).toMatchObject({ readyReplicas: 3, availableReplicas: 0 });
    expect(t.stateOf(cluster)).toBe('waitingForAvailable');
    t.rest(cluster);
    expect(t.set(cluster)?.status).toMatchObject({ readyReplicas: 3, availableReplicas: 3 });
    expect(t.stateOf(cluster)).toBe('steady');
  });

  it('still updates one Pod at a time, from the highest ordinal down', () => {
    const cluster = up(3, { podManagementPolicy: 'Parallel' });
    t.must(cluster, t.setImage('db:v2'));
    t.rest(cluster);
    expect(t.order(cluster, 'deleted')).toEqual(['web-2', 'web-1', 'web-0']);
    expect(t.seen(cluster)).toEqual(['web-0 Ready v2', 'web-1 Ready v2', 'web-2 Ready v2']);
  });

  it('replaces a broken old Pod by itself once the template is mended', () => {
    const cluster = up(3, { podManagementPolicy: 'Parallel' }, t.probed);
    t.must(cluster, t.setImage('db:broken'), 30_000);
    expect(t.seen(cluster)).toEqual(['web-0 Ready', 'web-1 Ready', 'web-2 NotReady broken']);
    t.must(cluster, t.setImage('db:v1'));
    t.rest(cluster);
    allReady(cluster, ['web-0', 'web-1', 'web-2']);
    expect(t.order(cluster, 'deleted')).toEqual(['web-2', 'web-2']);
  });
});

describe('identity', () => {
  it('gives each Pod a name, labels, a hostname and the Service as subdomain', () => {
    const cluster = up(2);
    const revision = t.set(cluster)?.status.currentRevision;
    for (const ordinal of [0, 1]) {
      const name = `web-${ordinal}`;
      expect(t.pod(cluster, name)).toMatchObject({
        metadata: {
          name,
          labels: {
            app: 'web',
            'apps.kubernetes.io/pod-index': String(ordinal),
            'statefulset.kubernetes.io/pod-name': name,
            'controller-revision-hash': revision,
          },
          ownerReferences: [{ kind: 'StatefulSet', name: 'web', controller: true }],
        },
        spec: { hostname: name, subdomain: 'web' },
      });
    }
  });

  it('gives a deleted Pod its name and its claim again, and another uid, only after the old one is gone', () => {
    const cluster = up(3, { volumeClaimTemplates: t.data });
    const before = t.pod(cluster, 'web-1');
    const claim = () => {
      const found = cluster.reading.find('PersistentVolumeClaim', 'default', 'data-web-1');
      return [found?.metadata.uid, found?.spec];
    };
    const bound = claim();
    t.must(cluster, t.deletePod('web-1'), 20);
    expect(t.pod(cluster, 'web-1')?.metadata.uid).toBe(before?.metadata.uid);
    t.rest(cluster);
    const after = t.pod(cluster, 'web-1');
    expect(after && isReady(after)).toBe(true);
    expect(after?.metadata.uid).not.toBe(before?.metadata.uid);
    expect(after?.spec.volumes).toEqual(before?.spec.volumes);
    expect(claim()).toEqual(bound);
  });

  it('counts from ordinals.start', () => {
    const cluster = up(2, { ordinals: { start: 5 } });
    allReady(cluster, ['web-5', 'web-6']);
    t.must(cluster, t.patch({ ordinals: { start: 6 } }));
    t.rest(cluster);
    allReady(cluster, ['web-6', 'web-7']);
  });

  it('replaces a Pod that has ended', () => {
    const cluster = fresh('played');
    t.must(cluster, t.apply(t.web(1)), 1_000);
    t.must(cluster, t.play('ready', 'web-0'), 1_000);
    const uid = t.pod(cluster, 'web-0')?.metadata.uid;
    t.must(cluster, t.play('fail', 'web-0'), 1_000);
    expect(t.pod(cluster, 'web-0')).toMatchObject({ status: { phase: 'Pending' } });
    expect(t.pod(cluster, 'web-0')?.metadata.uid).not.toBe(uid);
  });
});

describe('claims', () => {
  const bound = { volumeClaimTemplates: t.data };

  it('are made by name with the Pod, and outlive Pods, scaling and the set', () => {
    const cluster = up(3, bound);
    const three = ['data-web-0', 'data-web-1', 'data-web-2'];
    expect(t.claims(cluster)).toEqual(three);
    t.must(cluster, t.scale(1));
    t.rest(cluster);
    expect(t.claims(cluster)).toEqual(three);
    const volume = (name: string) =>
      cluster.reading.find<PersistentVolumeClaim>('PersistentVolumeClaim', 'default', name)?.spec.volumeName;
    const volumes = three.map(volume);
    t.must(cluster, t.deleteSet());
    t.rest(cluster);
    expect(t.pods(cluster)).toEqual([]);
    expect(t.claims(cluster)).toEqual(three);
    t.must(cluster, t.apply(t.web(3, bound)));
    t.rest(cluster);
    allReady(cluster, ['web-0', 'web-1', 'web-2']);
    expect(three.map(volume)).toEqual(volumes);
  });

  it('go with a Pod that is scaled away under whenScaled: Delete, and only then', () => {
    const cluster = up(3, { ...bound, persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } });
    t.must(cluster, t.deletePod('web-1'));
    t.rest(cluster);
    expect(t.claims(cluster)).toHaveLength(3);
    t.must(cluster, t.scale(1));
    t.rest(cluster);
    expect(t.claims(cluster)).toEqual(['data-web-0']);
    t.must(cluster, t.deleteSet());
    t.rest(cluster);
    expect(t.claims(cluster)).toEqual(['data-web-0']);
  });

  it('go with the set under whenDeleted: Delete, and stay when it is scaled', () => {
    const cluster = up(3, { ...bound, persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } });
    t.must(cluster, t.scale(2));
    t.rest(cluster);
    expect(t.claims(cluster)).toHaveLength(3);
    t.must(cluster, t.deleteSet());
    t.rest(cluster);
    expect([t.claims(cluster), t.pods(cluster)]).toEqual([[], []]);
  });

  it('that are going with an earlier Pod are waited for, and made anew', () => {
    const cluster = up(2, { ...bound, persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } });
    const uid = cluster.reading.find('PersistentVolumeClaim', 'default', 'data-web-1')?.metadata.uid;
    t.must(cluster, t.scale(1));
    t.until(cluster, () => t.pod(cluster, 'web-1') === undefined);
    t.must(cluster, t.scale(2));
    t.rest(cluster);
    allReady(cluster, ['web-0', 'web-1']);
    expect(cluster.reading.find('PersistentVolumeClaim', 'default', 'data-web-1')?.metadata.uid).not.toBe(
      uid,
    );
  });

  it('that were deleted go when their Pod goes, and a new Pod gets a new one', () => {
    const cluster = up(1, bound);
    const uid = cluster.reading.find('PersistentVolumeClaim', 'default', 'data-web-0')?.metadata.uid;
    t.must(cluster, { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'data-web-0' }, 5_000);
    expect(cluster.reading.find('PersistentVolumeClaim', 'default', 'data-web-0')?.metadata).toMatchObject({
      uid,
      finalizers: ['kubernetes.io/pvc-protection'],
    });
    t.must(cluster, t.deletePod('web-0'));
    t.rest(cluster);
    allReady(cluster, ['web-0']);
    expect(cluster.reading.find('PersistentVolumeClaim', 'default', 'data-web-0')?.metadata.uid).not.toBe(
      uid,
    );
  });

  it('that were deleted go with the Pod that uses them, not when it has ended', () => {
    const cluster = fresh('played');
    const [template] = t.data ?? [];
    const spec = {
      containers: [{ name: 'c', image: 'app:v1' }],
      volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }],
    };
    t.must(
      cluster,
      t.apply({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data' },
        spec: template?.spec,
      }),
    );
    t.must(cluster, t.apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec }), 1_000);
    t.must(cluster, t.play('run', 'p'));
    t.must(cluster, { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'data' }, 1_000);
    expect(t.claims(cluster)).toEqual(['data']);
    t.must(cluster, t.play('succeed', 'p'), 1_000);
    expect(t.claims(cluster)).toEqual(['data']);
    t.must(cluster, t.deletePod('p'), 1_000);
    expect(t.claims(cluster)).toEqual([]);
  });

  it('that a Pending Pod lacks are made again', () => {
    const huge = { resources: { requests: { cpu: '64' } } };
    const other = fresh('played');
    t.must(other, t.apply(t.web(1, bound, huge)), 1_000);
    expect(t.pod(other, 'web-0')?.spec.nodeName).toBeUndefined();
    const claim = other.reading.find('PersistentVolumeClaim', 'default', 'data-web-0');
    t.must(other, { verb: 'delete', kind: 'PersistentVolumeClaim', name: 'data-web-0' }, 1_000);
    const again = other.reading.find('PersistentVolumeClaim', 'default', 'data-web-0');
    expect(again && again.metadata.uid !== claim?.metadata.uid).toBe(true);
  });
});

describe('deleting the set', () => {
  it.each([undefined, 'Background', 'Foreground'] as const)('%s: all Pods go, in no order', (policy) => {
    const cluster = up(3);
    t.must(cluster, t.deleteSet(policy), 100);
    expect(t.seen(cluster)).toEqual(['web-0 Terminating', 'web-1 Terminating', 'web-2 Terminating']);
    expect(t.set(cluster) !== undefined).toBe(policy === 'Foreground');
    t.rest(cluster);
    expect([t.pods(cluster), t.set(cluster), cluster.reading.list('ControllerRevision')]).toEqual([
      [],
      undefined,
      [],
    ]);
  });

  it('Orphan: the Pods live on, and a new set adopts them with their revision', () => {
    const cluster = up(3);
    const uids = t.pods(cluster).map((pod) => pod.metadata.uid);
    t.must(cluster, t.deleteSet('Orphan'));
    t.rest(cluster);
    expect(t.set(cluster)).toBeUndefined();
    allReady(cluster, ['web-0', 'web-1', 'web-2']);
    expect(t.pods(cluster).every((pod) => !pod.metadata.ownerReferences?.length)).toBe(true);
    t.must(cluster, t.apply(t.web(3)));
    t.rest(cluster);
    expect(t.pods(cluster).map((pod) => pod.metadata.uid)).toEqual(uids);
    expect(
      t.pods(cluster).every((pod) => pod.metadata.ownerReferences?.[0]?.uid === t.set(cluster)?.metadata.uid),
    ).toBe(true);
    expect(cluster.reading.list('ControllerRevision')).toHaveLength(1);
  });

  it('Orphan, then a smaller set: it adopts the Pods above its range too, and scales them away', () => {
    const cluster = up(3);
    t.must(cluster, t.deleteSet('Orphan'));
    t.rest(cluster);
    t.must(cluster, t.apply(t.web(1)));
    t.rest(cluster);
    allReady(cluster, ['web-0']);
    expect(t.order(cluster, 'deleted')).toEqual(['web-2', 'web-1']);
  });
});

describe('adoption and release', () => {
  const label = (name: string, app: string) =>
    ({
      verb: 'patch',
      kind: 'Pod',
      name,
      type: 'merge',
      body: { metadata: { labels: { app } } },
    }) as const;

  it('releases a Pod whose labels leave the selector, and tries in vain to make another of its name', () => {
    const cluster = up(2);
    t.must(cluster, label('web-1', 'elsewhere'), 10_000);
    expect(t.pod(cluster, 'web-1')?.metadata.ownerReferences ?? []).toEqual([]);
    expect(cluster.stateOf('statefulset', t.setKey)).toMatchObject({
      state: 'creatingOrdinal',
      about: 'Pod/default/web-1',
    });
    const tries = cluster.journal.length;
    cluster.run(cluster.nowMs + 60_000);
    expect(cluster.journal.length - tries).toBeLessThan(20);
    const said = cluster.reading
      .list('Event')
      .filter((event) => (event as unknown as { message: string }).message.includes('Create Pod web-1'));
    expect(said).toMatchObject([{ count: 1 }]);
  });

  it('gives a bare Pod that it adopts the labels of its place, and says that it updated it', () => {
    const cluster = fresh();
    t.must(
      cluster,
      t.apply({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web-0', labels: { app: 'web' } },
        spec: { containers: [{ name: 'db', image: 'db:v1' }] },
      }),
    );
    const uid = t.pod(cluster, 'web-0')?.metadata.uid;
    t.must(cluster, t.apply(t.web(1, { updateStrategy: { type: 'OnDelete' } })));
    t.rest(cluster);
    expect(t.pod(cluster, 'web-0')?.metadata).toMatchObject({
      uid,
      labels: { 'statefulset.kubernetes.io/pod-name': 'web-0', 'apps.kubernetes.io/pod-index': '0' },
    });
    expect(cluster.reading.list('Event')).toContainEqual(
      expect.objectContaining({
        reason: 'SuccessfulUpdate',
        message: 'Update Pod web-0 in StatefulSet web successful',
      }),
    );
  });

  it('adopts it again when the labels come back', () => {
    const cluster = up(2);
    const uid = t.pod(cluster, 'web-1')?.metadata.uid;
    t.must(cluster, label('web-1', 'elsewhere'), 1_000);
    t.must(cluster, label('web-1', 'web'));
    t.rest(cluster);
    expect(t.pod(cluster, 'web-1')?.metadata).toMatchObject({
      uid,
      ownerReferences: [{ name: 'web', controller: true }],
    });
    expect(t.stateOf(cluster)).toBe('steady');
  });

  it('leaves alone a Pod that another controls, and one whose name is not of the set', () => {
    const cluster = up(1);
    const bare = (name: string): Parameters<typeof t.apply>[0] => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, labels: { app: 'web' } },
      spec: { containers: [{ name: 'db', image: 'db:v1' }] },
    });
    t.must(cluster, t.apply(bare('web-x')));
    t.must(cluster, t.apply(bare('web-01')));
    t.rest(cluster);
    expect(
      t.pods(cluster).map((pod) => [pod.metadata.name, pod.metadata.ownerReferences?.length ?? 0]),
    ).toEqual([
      ['web-0', 1],
      ['web-x', 0],
      ['web-01', 0],
    ]);
  });
});

describe('updates', () => {
  it('go from the highest ordinal down, each waits for the one before', () => {
    const cluster = up(3);
    const from = cluster.journal.length;
    t.must(cluster, t.setImage('db:v2'));
    t.rest(cluster);
    expect(t.order(cluster, 'deleted', from)).toEqual(['web-2', 'web-1', 'web-0']);
    expect(t.order(cluster, 'created', from)).toEqual(['web-2', 'web-1', 'web-0']);
    const { currentRevision, updateRevision } = t.set(cluster)?.status ?? {};
    expect(currentRevision).toBe(updateRevision);
  });

  it('stop at a Pod that never gets Ready; mending the template frees nothing, deleting the Pod does', () => {
    const cluster = up(3, {}, t.probed);
    t.must(cluster, t.setImage('db:broken'), 60_000);
    const stuck = ['web-0 Ready', 'web-1 Ready', 'web-2 NotReady broken'];
    expect(t.seen(cluster)).toEqual(stuck);
    t.must(cluster, t.setImage('db:v1'), 60_000);
    expect(t.seen(cluster)).toEqual(stuck);
    t.must(cluster, t.deletePod('web-2'));
    t.rest(cluster);
    allReady(cluster, ['web-0', 'web-1', 'web-2']);
    expect(t.set(cluster)?.status).toMatchObject({ updatedReplicas: 3, currentReplicas: 3 });
  });

  it('touch only ordinals from the partition up, and a Pod below it comes back as it was', () => {
    const cluster = up(3, { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } } });
    t.must(cluster, t.setImage('db:v2'));
    t.rest(cluster);
    expect(t.seen(cluster)).toEqual(['web-0 Ready', 'web-1 Ready', 'web-2 Ready v2']);
    t.must(cluster, t.deletePod('web-0'));
    t.rest(cluster);
    expect(t.seen(cluster)).toEqual(['web-0 Ready', 'web-1 Ready', 'web-2 Ready v2']);
    t.must(cluster, t.patch({ updateStrategy: { rollingUpdate: { partition: 0 } } }));
    t.rest(cluster);
    expect(t.seen(cluster)).toEqual(['web-0 Ready v2', 'web-1 Ready v2', 'web-2 Ready v2']);
  });

  it('under OnDelete wait for each Pod to be deleted', () => {
    const cluster = up(2, { updateStrategy: { type: 'OnDelete' } });
    t.must(cluster, t.setImage('db:v2'));
    t.rest(cluster);
    allReady(cluster, ['web-0', 'web-1']);
    t.must(cluster, t.deletePod('web-0'));
    t.rest(cluster);
    expect(t.seen(cluster)).toEqual(['web-0 Ready v2', 'web-1 Ready']);
  });

  it.each([
    [1, 4, 1],
    [2, 4, 2],
    [4, 4, 4],
    ['50%', 4, 2],
    ['60%', 4, 2],
    ['10%', 4, 1],
    ['100%', 4, 4],
  ])('with maxUnavailable %s of %d take down %d at once', (maxUnavailable, replicas, atOnce) => {
    const cluster = up(replicas, {
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } },
    });
    const from = cluster.journal.length;
    t.must(cluster, t.setImage('db:v2'));
    let most = 0;
    while (cluster.step())
      most = Math.max(
        most,
        replicas - t.pods(cluster).filter((p) => isReady(p) && !p.metadata.deletionTimestamp).length,
      );
    expect(most).toBe(atOnce);
    expect(t.order(cluster, 'deleted', from).slice(0, atOnce)).toEqual(
      Array.from({ length: atOnce }, (_, i) => `web-${replicas - 1 - i}`),
    );
    expect(t.seen(cluster).every((pod) => pod.endsWith('Ready v2'))).toBe(true);
  });

  it('keep as many old revisions as revisionHistoryLimit, and those that are in use', () => {
    const cluster = up(1, { revisionHistoryLimit: 2 });
    for (const n of [2, 3, 4, 5, 6]) {
      t.must(cluster, t.setImage(`db:v${n}`));
      t.rest(cluster);
    }
    const images = cluster.reading
      .list<ControllerRevision>('ControllerRevision')
      .sort((a, b) => a.revision - b.revision)
      .map(({ data }) => data.spec.template.spec.containers[0]?.image);
    expect(images).toEqual(['db:v4', 'db:v5', 'db:v6']);
  });

  it('back to an old template take its old revision, with a new number', () => {
    const cluster = up(1);
    const first = t.set(cluster)?.status.updateRevision;
    t.must(cluster, t.setImage('db:v2'));
    t.rest(cluster);
    t.must(cluster, t.setImage('db:v1'));
    t.rest(cluster);
    expect(t.set(cluster)?.status.updateRevision).toBe(first);
    const revisions = cluster.reading.list<ControllerRevision>('ControllerRevision');
    expect(revisions).toHaveLength(2);
    expect(revisions.find(({ metadata }) => metadata.name === first)?.revision).toBe(3);
  });
});

describe('status', () => {
  it('counts Pods by readiness and revision, and says which generation it has seen', () => {
    const cluster = up(3, {}, t.probed);
    t.must(cluster, t.setImage('db:broken'), 30_000);
    const set = t.set(cluster);
    expect(set?.status).toMatchObject({
      observedGeneration: set?.metadata.generation,
      replicas: 3,
      readyReplicas: 2,
      availableReplicas: 2,
      currentReplicas: 2,
      updatedReplicas: 1,
    });
    const revision = (name: string) =>
      (t.pod(cluster, name) as Pod).metadata.labels?.['controller-revision-hash'];
    expect(set?.status.currentRevision).toBe(revision('web-0'));
    expect(set?.status.updateRevision).toBe(revision('web-2'));
  });
});

afterAll(() => {
  for (const cluster of clusters) {
    for (const entry of cluster.journal) {
      if (entry.type !== 'transition' || entry.machine !== 'statefulset') continue;
      states.add(entry.to);
      rules.add(entry.guard);
    }
  }
  expect([...states].sort(), 'states of statefulsetMachine that a run reaches').toEqual(
    [...new Set(statefulsetRules.map((rule) => rule.state))].sort(),
  );
  expect([...rules].sort(), 'rules that a run goes by').toEqual(
    statefulsetRules.map((rule) => rule.name).sort(),
  );
});
