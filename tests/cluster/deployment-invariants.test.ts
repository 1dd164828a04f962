import { describe, expect, it } from 'vitest';
import { Chance } from '@/lib/cluster/chance';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import { maxReplicas, minAvailable } from '@/lib/cluster/controllers/deployment/sizes';
import { controllerOf } from '@/lib/cluster/keys';
import type { DeploymentSpec, Pod, ReplicaSet } from '@/lib/cluster/objects';
import { isRunningAndReady } from '@/lib/cluster/pods';
import * as r from './rollout';
import * as t from './web';

const seeds = 60;
const movesPerWalk = 14;

/** Its image `broken` never becomes Ready. */
const app = { name: 'app', image: 'app:v1', ...t.probed };

/** Long enough that the controllers have seen what was done before: nobody is faster than they are. */
const waitsMs = [60, 150, 400, 1_000, 3_000, 12_000] as const;

function rule(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** What a restless user does with one Deployment, drawn from a seed. */
class User {
  private readonly chance: Chance;

  constructor(seed: number) {
    this.chance = new Chance(seed ^ 0xdeb107);
  }

  /** With minReadySeconds a rollover may go below: of Ready Pods a ReplicaSet prefers those on a shared node, available or not. */
  first(minReadySeconds: object) {
    const limit = this.chance.next() < 0.3 ? { revisionHistoryLimit: this.chance.between(0, 2) } : {};
    return r.deployment(this.chance.between(1, 9), {
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [app] } },
      ...this.bounds(),
      ...minReadySeconds,
      ...limit,
    });
  }

  bounds(): Pick<DeploymentSpec, 'strategy'> {
    const [surge, unavailable] = this.oneOf([
      ['25%', '25%'],
      [1, 0],
      [0, 1],
      ['100%', 0],
      [0, '50%'],
      [2, 2],
      ['10%', '10%'],
    ] as const);
    return r.rolling(surge, unavailable);
  }

  /** A new template, one that was, or one whose Pods never come up; a pause or its end. */
  rollout(): Command {
    if (this.chance.next() < 0.2) return r.patch({ paused: this.chance.next() < 0.4 });
    return r.setImage(this.oneOf(['v1', 'v2', 'v3', 'v4', 'v5', 'broken']));
  }

  anything(cluster: Cluster): Command {
    const pod = this.oneOf(r.pods(cluster));
    const replicaSet = this.oneOf(r.replicaSets(cluster));
    switch (this.chance.between(0, 6)) {
      case 0:
        return r.scale(this.chance.between(0, 9));
      case 1:
        return r.patch(this.bounds());
      case 2:
        return pod ? t.deletePod(pod.metadata.name) : r.scale(2);
      case 3:
        return replicaSet
          ? { verb: 'delete', kind: 'ReplicaSet', name: replicaSet.metadata.name }
          : r.scale(3);
      case 4:
        return r.patch({ strategy: { type: 'Recreate', rollingUpdate: null } });
      default:
        return this.rollout();
    }
  }

  waitMs(): number {
    return this.oneOf(waitsMs);
  }

  private oneOf<Value>(values: readonly Value[]): Value {
    return values[this.chance.between(0, values.length - 1)] as Value;
  }
}

/** Never above `replicas` and the surge, never fewer available than `maxUnavailable` allows. */
function staysInBounds(cluster: Cluster): void {
  const deployment = r.get(cluster);
  const pods = r.pods(cluster);
  const most = maxReplicas(deployment);
  rule(pods.length <= most, `${pods.length} Pods, ${most} at most`);
  const wanted = r.replicaSets(cluster).reduce((sum, { spec }) => sum + spec.replicas, 0);
  rule(wanted <= most, `the ReplicaSets want ${wanted}, ${most} at most`);
  const available = pods.filter(isRunningAndReady).length;
  const least = minAvailable(deployment);
  rule(available >= least, `${available} available, ${least} at least; ${r.sizes(cluster)}`);
}

/** After a minute without moves: the status counts the Pods, nothing is lost, and what can be done is done. */
function restsWell(cluster: Cluster): void {
  cluster.run(cluster.nowMs + 60_000);
  const { spec, status, metadata } = r.get(cluster);
  const pods = r.pods(cluster);
  const sum = (count: (replicaSet: ReplicaSet) => number | undefined) =>
    r.replicaSets(cluster).reduce((all, one) => all + (count(one) ?? 0), 0);
  rule(status.observedGeneration === metadata.generation, 'the generation is not observed');
  rule((status.replicas ?? 0) === pods.length, `the status counts ${status.replicas} of ${pods.length} Pods`);
  rule(
    (status.availableReplicas ?? 0) === sum((one) => one.status.availableReplicas),
    'the ReplicaSets have more or fewer available Pods than the status',
  );
  const ownerless = cluster.reading.list<Pod>('Pod').filter((pod) => !controllerOf(pod.metadata));
  rule(ownerless.length === 0, `Pods without an owner: ${ownerless.map((pod) => pod.metadata.name)}`);
  const newest = r.replicaSets(cluster).at(-1);
  const image = spec.template.spec.containers[0]?.image;
  if (spec.paused || image === 'app:broken') return;
  rule(r.stateOf(cluster) === 'complete', `it is ${r.stateOf(cluster)}; ${r.sizes(cluster)}`);
  rule(r.progress(cluster) === 'True NewReplicaSetAvailable', `it is ${r.progress(cluster)}`);
  rule(pods.length === spec.replicas, `${pods.length} Pods of ${spec.replicas}`);
  rule(
    pods.every((pod) => pod.spec.containers[0]?.image === image),
    'an old Pod is left',
  );
  const old = r.replicaSets(cluster).length - 1;
  rule(old <= (spec.revisionHistoryLimit ?? 10), `${old} old ReplicaSets are kept`);
  rule(
    newest !== undefined && r.revisionOf(newest) === r.revisionOf(r.get(cluster)),
    'the revision is another',
  );
}

function walk(
  seed: number,
  minReadySeconds: number | undefined,
  next: (user: User, cluster: Cluster) => Command,
  see: (cluster: Cluster) => void,
) {
  const cluster = new Cluster({ seed, nodes: t.threeNodes });
  const user = new User(seed);
  try {
    t.must(cluster, t.apply(user.first({ minReadySeconds })));
    t.until(cluster, () => r.stateOf(cluster) === 'complete');
    for (let i = 0; i < movesPerWalk; i++) {
      cluster.do(next(user, cluster));
      const untilMs = cluster.nowMs + user.waitMs();
      let read = cluster.journal.length;
      while (cluster.step(untilMs)) {
        const isNew = cluster.journal
          .slice(read)
          .some((entry) => entry.type === 'write' && !entry.key.startsWith('Event/'));
        read = cluster.journal.length;
        if (isNew) see(cluster);
      }
      cluster.run(untilMs);
    }
    restsWell(cluster);
  } catch (error) {
    const commands = cluster.commands.map(({ atMs, command }) => `${atMs} ${JSON.stringify(command)}`);
    throw new Error(`seed ${seed} at ${cluster.nowMs} ms: ${String(error)}\n${commands.join('\n')}`);
  }
  return cluster;
}

describe('whatever templates a Deployment gets, one after the other', () => {
  it(`it stays within its bounds from complete on (${seeds} seeds)`, () => {
    for (let seed = 0; seed < seeds; seed++) walk(seed, undefined, (user) => user.rollout(), staysInBounds);
  });
});

describe('whatever is done to a Deployment', () => {
  it(`it comes to rest as it was asked for (${seeds} seeds)`, () => {
    const states = new Set<string>();
    for (let seed = 0; seed < seeds; seed++) {
      const cluster = walk(
        seed,
        [undefined, undefined, 1, 4][seed % 4],
        (user, now) => user.anything(now),
        () => undefined,
      );
      for (const state of r.walkedStates(cluster)) states.add(state);
    }
    expect([...states]).toEqual(
      expect.arrayContaining([
        'cleaningUpHistory',
        'cleaningUpUnhealthyReplicas',
        'complete',
        'creatingNewReplicaSet',
        'paused',
        'recordingRevision',
        'resuming',
        'scaling',
        'scalingDownOldReplicaSets',
        'scalingInProportion',
        'scalingUpNewReplicaSet',
        'waitingForAvailable',
        'waitingForOldPodsToTerminate',
        'waitingForReady',
      ]),
    );
  });
});
