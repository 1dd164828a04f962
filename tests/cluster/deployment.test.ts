import { describe, expect, it } from 'vitest';
import type { Cluster } from '@/lib/cluster/cluster';
import { isTerminating } from '@/lib/cluster/keys';
import type { Manifest, Pod, ReplicaSet } from '@/lib/cluster/objects';
import { hasEnded, isReady } from '@/lib/cluster/pods';
import { momentOf } from '@/lib/cluster/time';
import * as r from './rollout';
import * as t from './web';

const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** A Deployment that is complete, with a modelled kubelet unless told otherwise. */
function complete(manifest: Manifest): Cluster {
  const cluster = t.newCluster();
  t.must(cluster, t.apply(manifest));
  t.until(cluster, () => r.stateOf(cluster) === 'complete');
  return cluster;
}

const becomes = (cluster: Cluster, state: string) => t.until(cluster, () => r.stateOf(cluster) === state);

/** In a cluster whose kubelet is played: makes Pods of an image Ready that are not. */
function ready(cluster: Cluster, tag: string, count: number): void {
  const waiting = r
    .pods(cluster)
    .filter((pod) => pod.spec.containers[0]?.image === `app:${tag}` && !isReady(pod))
    .slice(0, count);
  expect(waiting.length).toBe(count);
  for (const pod of waiting) t.must(cluster, t.play('ready', pod.metadata.name), 200);
}

describe('a Deployment', () => {
  it('makes one ReplicaSet, named by the hash of its template, which its Pods carry', () => {
    const cluster = complete(r.deployment(3));
    const [replicaSet] = r.replicaSets(cluster);
    const hash = replicaSet?.metadata.labels?.['pod-template-hash'] ?? '';
    expect(hash).toMatch(new RegExp(`^[${alphabet}]{1,10}$`));
    expect(replicaSet?.metadata.name).toBe(`web-${hash}`);
    expect(replicaSet?.spec.selector.matchLabels).toEqual({ app: 'web', 'pod-template-hash': hash });
    for (const pod of r.pods(cluster)) {
      expect(pod.metadata.labels).toEqual({ app: 'web', 'pod-template-hash': hash });
      expect(pod.metadata.name).toMatch(new RegExp(`^web-${hash}-[${alphabet}]{5}$`));
    }
    expect(replicaSet?.metadata.annotations).toEqual({
      'deployment.kubernetes.io/revision': '1',
      'deployment.kubernetes.io/desired-replicas': '3',
      'deployment.kubernetes.io/max-replicas': '4',
    });
    expect(r.revisionOf(r.get(cluster))).toBe(1);
  });

  it('goes from its first ReplicaSet to complete', () => {
    const cluster = complete(r.deployment(3));
    expect(r.walkedStates(cluster)).toEqual(['creatingNewReplicaSet', 'waitingForReady', 'complete']);
    expect(r.events(cluster)).toEqual(['Scaled up replica set rs1 from 0 to 3']);
  });

  it('rolls within its bounds and says each step', () => {
    const cluster = complete(r.deployment(3));
    t.must(cluster, r.setImage('v2'), 20);
    becomes(cluster, 'complete');
    expect(r.sizes(cluster)).toEqual(['app:v1 0/0', 'app:v2 3/3']);
    expect(r.events(cluster).slice(1)).toEqual([
      'Scaled up replica set rs2 from 0 to 1',
      'Scaled down replica set rs1 from 3 to 2',
      'Scaled up replica set rs2 from 1 to 2',
      'Scaled down replica set rs1 from 2 to 1',
      'Scaled up replica set rs2 from 2 to 3',
      'Scaled down replica set rs1 from 1 to 0',
    ]);
  });

  it('serves an old template with its old ReplicaSet, as a new revision', () => {
    const cluster = complete(r.deployment(2));
    for (const tag of ['v2', 'v1', 'v2', 'v1']) {
      t.must(cluster, r.setImage(tag), 20);
      becomes(cluster, 'complete');
    }
    const [second, first] = r.replicaSets(cluster);
    expect(r.replicaSets(cluster)).toHaveLength(2);
    expect(first?.metadata.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '5',
      'deployment.kubernetes.io/revision-history': '1,3',
    });
    expect(second?.metadata.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '4',
      'deployment.kubernetes.io/revision-history': '2',
    });
    expect(r.revisionOf(r.get(cluster))).toBe(5);
  });

  it('takes a rollout that nobody finished back at once', () => {
    const cluster = complete(r.deployment(4));
    t.must(cluster, r.setImage('broken-not-here'), 20);
    t.must(cluster, r.patch({ template: { spec: { containers: [{ name: 'app', image: 'app:v1' }] } } }));
    becomes(cluster, 'complete');
    expect(r.sizes(cluster).at(-1)).toBe('app:v1 4/4');
  });

  it('has another name when another ReplicaSet has the one of the hash', () => {
    const before = complete(r.deployment(1));
    const [{ metadata } = {} as ReplicaSet] = r.replicaSets(before);
    const cluster = t.newCluster();
    const taken = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: { name: metadata.name, labels: { app: 'other' } },
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: 'other' } },
        template: {
          metadata: { labels: { app: 'other' } },
          spec: { containers: [{ name: 'app', image: 'app:v1' }] },
        },
      },
    };
    t.must(cluster, t.apply(taken as Manifest));
    t.must(cluster, t.apply(r.deployment(1)));
    becomes(cluster, 'complete');
    expect(r.get(cluster).status.collisionCount).toBe(1);
    expect(r.replicaSets(cluster).map((one) => one.metadata.name)).not.toContain(metadata.name);
  });

  it('lets a ReplicaSet go that is labelled otherwise, and makes another', () => {
    const cluster = complete(r.deployment(2));
    const [old] = r.replicaSets(cluster);
    const name = old?.metadata.name ?? '';
    const body = { metadata: { labels: { app: 'other' } } };
    t.must(cluster, { verb: 'patch', kind: 'ReplicaSet', name, type: 'merge', body }, 20);
    becomes(cluster, 'complete');
    const released = cluster.reading.find<ReplicaSet>('ReplicaSet', 'default', name);
    expect(released?.metadata.ownerReferences).toBeUndefined();
    expect(released?.spec.replicas).toBe(2);
    expect(r.replicaSets(cluster).map(({ metadata }) => metadata.name === name)).toEqual([false]);
  });

  it('adopts what an earlier Deployment of its name left behind', () => {
    const cluster = complete(r.deployment(2));
    const names = () => r.pods(cluster).map((pod) => pod.metadata.name);
    const before = names();
    t.must(cluster, r.remove('Orphan'), 1000);
    t.must(cluster, t.apply(r.deployment(2)), 1000);
    expect(names()).toEqual(before);
    expect(r.stateOf(cluster)).toBe('complete');
    expect(r.revisionOf(r.get(cluster))).toBe(1);
    expect(r.events(cluster)).toEqual(['Scaled up replica set rs1 from 0 to 2']);
  });

  it('puts back what somebody does to its ReplicaSets by hand', () => {
    const cluster = complete(r.deployment(3));
    const size = (replicas: number) => {
      const name = r.replicaSets(cluster)[0]?.metadata.name ?? '';
      t.must(cluster, { verb: 'scale', kind: 'ReplicaSet', name, replicas }, 3000);
    };
    size(5);
    expect(r.sizes(cluster)).toEqual(['app:v1 3/3']);
    size(1);
    expect(r.sizes(cluster)).toEqual(['app:v1 3/3']);
    t.must(cluster, r.setImage('v2'), 5000);
    size(2);
    expect(r.sizes(cluster)).toEqual(['app:v1 0/0', 'app:v2 3/3']);
  });

  it('scales to nothing and back without a rollout', () => {
    const cluster = complete(r.deployment(3));
    t.must(cluster, r.scale(0), 3000);
    expect(r.stateOf(cluster)).toBe('complete');
    expect(r.get(cluster).status).toMatchObject({ observedGeneration: 2, terminatingReplicas: 0 });
    expect(r.get(cluster).status.replicas).toBeUndefined();
    t.must(cluster, r.scale(2), 3000);
    expect(r.sizes(cluster)).toEqual(['app:v1 2/2']);
    expect(r.revisionOf(r.get(cluster))).toBe(1);
  });

  it('hands a new minReadySeconds to its ReplicaSet and makes no rollout of it', () => {
    const cluster = complete(r.deployment(2));
    t.must(cluster, r.patch({ minReadySeconds: 30 }), 1000);
    expect(r.replicaSets(cluster).map(({ spec }) => spec.minReadySeconds)).toEqual([30]);
    expect(r.stateOf(cluster)).toBe('waitingForAvailable');
    cluster.run(cluster.nowMs + 30_000);
    expect(r.stateOf(cluster)).toBe('complete');
  });

  it('goes with its ReplicaSets and Pods', () => {
    for (const policy of ['Background', 'Foreground'] as const) {
      const cluster = complete(r.deployment(2));
      t.must(cluster, r.remove(policy), 3000);
      expect(['Deployment', 'ReplicaSet', 'Pod'].flatMap((kind) => cluster.reading.list(kind))).toEqual([]);
    }
  });

  it('keeps as many old ReplicaSets as revisionHistoryLimit says', () => {
    const cluster = complete(r.deployment(1, { revisionHistoryLimit: 2 }));
    for (const tag of ['v2', 'v3', 'v4', 'v5']) {
      t.must(cluster, r.setImage(tag), 20);
      becomes(cluster, 'complete');
    }
    cluster.run(cluster.nowMs + 1000);
    expect(r.sizes(cluster)).toEqual(['app:v3 0/0', 'app:v4 0/0', 'app:v5 1/1']);
  });
});

describe('Recreate', () => {
  it('runs Pods of one template at a time', () => {
    const cluster = complete(r.deployment(3, { strategy: { type: 'Recreate' } }));
    t.must(cluster, r.setImage('v2'));
    const seen = new Set<string>();
    t.until(cluster, () => {
      const running = t.pods(cluster).filter((pod) => !hasEnded(pod));
      const images = new Set(running.map((pod) => pod.spec.containers[0]?.image));
      seen.add([...images].sort().join());
      return r.stateOf(cluster) === 'complete' && images.has('app:v2');
    });
    expect([...seen]).toEqual(['app:v1', '', 'app:v2']);
    const from = cluster.journal.findIndex(
      (entry) => entry.type === 'command' && entry.command.verb === 'patch',
    );
    expect(r.walkedStates(cluster, from)).toEqual([
      'scalingDownOldReplicaSets',
      'waitingForOldPodsToTerminate',
      'creatingNewReplicaSet',
      'waitingForReady',
      'complete',
    ]);
  });

  it('scales in the middle of it', () => {
    const cluster = complete(r.deployment(3, { strategy: { type: 'Recreate' } }));
    t.must(cluster, r.setImage('v2'), 100);
    t.must(cluster, r.scale(5));
    becomes(cluster, 'complete');
    expect(r.sizes(cluster)).toEqual(['app:v1 0/0', 'app:v2 5/5']);
  });
});

describe('the progress deadline', () => {
  const stuck = (spec: object = {}) => {
    const cluster = t.newCluster('played');
    t.must(cluster, t.apply(r.deployment(2, { progressDeadlineSeconds: 60, ...spec })), 500);
    return cluster;
  };

  it('runs from the last progress, and is told when it has passed', () => {
    const cluster = stuck();
    cluster.run(30_000);
    ready(cluster, 'v1', 1);
    const since = momentOf(r.condition(cluster, 'Progressing')?.lastUpdateTime ?? '');
    expect(since).toBe(30_000);
    cluster.run(since + 60_000);
    expect(r.progress(cluster)).toBe('True ReplicaSetUpdated');
    cluster.run(since + 61_500);
    expect(r.progress(cluster)).toBe('False ProgressDeadlineExceeded');
    expect(r.stateOf(cluster)).toBe('progressDeadlineExceeded');
    const name = r.replicaSets(cluster)[0]?.metadata.name;
    expect(r.condition(cluster, 'Progressing')?.message).toBe(
      `ReplicaSet "${name}" has timed out progressing.`,
    );
  });

  it('changes nothing else, and the rollout goes on when it can', () => {
    const cluster = stuck();
    cluster.run(100_000);
    expect(r.sizes(cluster)).toEqual(['app:v1 2/0']);
    ready(cluster, 'v1', 1);
    expect(r.progress(cluster)).toBe('True ReplicaSetUpdated');
    ready(cluster, 'v1', 1);
    expect(r.progress(cluster)).toBe('True NewReplicaSetAvailable');
    expect(r.stateOf(cluster)).toBe('complete');
  });

  it('does not run after the rollout, though Pods fail', () => {
    const cluster = stuck();
    ready(cluster, 'v1', 2);
    const [pod] = r.pods(cluster);
    t.must(cluster, t.play('unready', pod?.metadata.name ?? ''), 300_000);
    expect(r.progress(cluster)).toBe('True NewReplicaSetAvailable');
    expect(r.condition(cluster, 'Available')?.status).toBe('False');
    expect(r.stateOf(cluster)).toBe('waitingForReady');
  });

  it('does not run in a pause, and begins anew after it', () => {
    const cluster = stuck();
    t.must(cluster, r.patch({ paused: true }), 200_000);
    expect(r.progress(cluster)).toBe('Unknown DeploymentPaused');
    expect(r.stateOf(cluster)).toBe('paused');
    t.must(cluster, r.patch({ paused: false }), 30_000);
    expect(r.progress(cluster)).toBe('Unknown DeploymentResumed');
    cluster.run(cluster.nowMs + 33_000);
    expect(r.progress(cluster)).toBe('False ProgressDeadlineExceeded');
  });

  it('that has passed is told in a pause, too', () => {
    const cluster = stuck();
    cluster.run(100_000);
    t.must(cluster, r.patch({ paused: true }), 1000);
    expect(r.progress(cluster)).toBe('False ProgressDeadlineExceeded');
  });

  it('of 2147483647 s is none: nothing is said of progress', () => {
    const cluster = stuck({ progressDeadlineSeconds: 2147483647 });
    ready(cluster, 'v1', 2);
    expect(r.condition(cluster, 'Progressing')).toBeUndefined();
    expect(r.stateOf(cluster)).toBe('complete');
  });

  it('leaves no work behind once it is told', () => {
    const cluster = stuck();
    cluster.run(100_000);
    const before = cluster.journal.length;
    cluster.run(100_000_000);
    expect(cluster.journal.length).toBe(before);
  });
});

describe('a pause', () => {
  it('collects changes into one rollout, and scales all the same', () => {
    const cluster = complete(r.deployment(4));
    t.must(cluster, r.patch({ paused: true }), 1000);
    for (const tag of ['v2', 'v3', 'v4']) t.must(cluster, r.setImage(tag), 1000);
    t.must(cluster, r.scale(6), 3000);
    expect(r.sizes(cluster)).toEqual(['app:v1 6/6']);
    expect(r.get(cluster).status.updatedReplicas).toBeUndefined();
    t.must(cluster, r.patch({ paused: false }));
    becomes(cluster, 'complete');
    expect(r.sizes(cluster)).toEqual(['app:v1 0/0', 'app:v4 6/6']);
  });

  it('in mid-rollout keeps the shares when scaled', () => {
    const cluster = t.newCluster('played');
    t.must(cluster, t.apply(r.deployment(4)), 500);
    ready(cluster, 'v1', 4);
    t.must(cluster, r.setImage('v2'), 500);
    t.must(cluster, r.patch({ paused: true }), 500);
    expect(r.sizes(cluster)).toEqual(['app:v1 3/3', 'app:v2 2/0']);
    t.must(cluster, r.scale(8), 500);
    expect(r.sizes(cluster)).toEqual(['app:v1 6/3', 'app:v2 4/0']);
    expect(r.stateOf(cluster)).toBe('paused');
  });

  it('from the beginning makes nothing', () => {
    const cluster = t.newCluster();
    t.must(cluster, t.apply(r.deployment(2, { paused: true })), 5000);
    expect(r.replicaSets(cluster)).toEqual([]);
    expect(r.get(cluster).status).toMatchObject({ observedGeneration: 1, terminatingReplicas: 0 });
  });
});

describe('many Pods', () => {
  it('are counted when they are going', () => {
    const cluster = t.newCluster('played');
    t.must(cluster, t.apply(r.deployment(3)), 500);
    ready(cluster, 'v1', 3);
    t.must(cluster, r.scale(1), 500);
    expect(r.get(cluster).status).toMatchObject({ replicas: 1, terminatingReplicas: 2 });
    const going = cluster.reading.list<Pod>('Pod').filter(isTerminating);
    for (const pod of going) t.must(cluster, t.play('gone', pod.metadata.name), 200);
    expect(r.get(cluster).status).toMatchObject({ replicas: 1, terminatingReplicas: 0 });
  });
});
