import { describe, expect, it } from 'vitest';
import { Chance } from '@/lib/cluster/chance';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import { finishedCondition, isTrue } from '@/lib/cluster/controllers/job/conditions';
import { overlap, parsed } from '@/lib/cluster/controllers/job/intervals';
import { isTracked } from '@/lib/cluster/controllers/job/pods';
import { isTerminating } from '@/lib/cluster/keys';
import type { Job, Pod } from '@/lib/cluster/objects';
import { hasEnded } from '@/lib/cluster/pods';
import { pi } from './job';
import { pods, threeNodes } from './web';

const seeds = Array.from({ length: 100 }, (_, i) => i + 1);
const stepsEach = 25;

const pick = <Value>(chance: Chance, all: readonly Value[]): Value =>
  all[chance.between(0, all.length - 1)] as Value;

/** A Job of any sort. */
function anySpec(chance: Chance): object {
  const indexed = chance.next() < 0.5;
  const completions = chance.between(1, 4);
  const isQueue = !indexed && chance.next() < 0.25;
  const isPerIndex = indexed && chance.next() < 0.5;
  const hasPolicy = chance.next() < 0.3;
  return {
    parallelism: chance.between(1, 3),
    ...(!isQueue && { completions }),
    ...(indexed && { completionMode: 'Indexed' }),
    ...(isPerIndex ? { backoffLimitPerIndex: chance.between(0, 2) } : { backoffLimit: chance.between(0, 4) }),
    ...(indexed && chance.next() < 0.3 && { successPolicy: { rules: [{ succeededCount: 1 }] } }),
    ...(hasPolicy && {
      podFailurePolicy: {
        rules: [
          {
            action: pick(chance, ['Ignore', 'Count', 'FailJob']),
            onExitCodes: { operator: 'In', values: [42] },
          },
        ],
      },
    }),
    ...(!hasPolicy && chance.next() < 0.3 && { podReplacementPolicy: 'Failed' }),
    ...(chance.next() < 0.2 && { activeDeadlineSeconds: chance.between(5, 60) }),
    suspend: chance.next() < 0.15,
  };
}

function anyCommand(chance: Chance, cluster: Cluster): Command | undefined {
  const alive = pods(cluster).filter((pod) => !hasEnded(pod));
  const pod = alive.length ? pick(chance, alive).metadata.name : undefined;
  const patch = (spec: object): Command => ({
    verb: 'patch',
    kind: 'Job',
    name: 'pi',
    type: 'merge',
    body: { spec },
  });
  const going = pods(cluster).find((one) => isTerminating(one) && !hasEnded(one));
  switch (chance.between(0, 8)) {
    case 0:
      return patch({ suspend: chance.next() < 0.5 });
    case 1:
      return patch({ parallelism: chance.between(0, 4) });
    case 2:
      return going && { verb: 'kubelet', act: 'gone', pod: going.metadata.name };
    case 3:
      return pod === undefined ? undefined : { verb: 'delete', kind: 'Pod', name: pod };
    case 4:
    case 5:
      return pod === undefined
        ? undefined
        : { verb: 'kubelet', act: 'fail', pod, exitCode: pick(chance, [1, 42]) };
    case 6:
      return pod === undefined ? undefined : { verb: 'kubelet', act: 'ready', pod };
    default:
      return pod === undefined ? undefined : { verb: 'kubelet', act: 'succeed', pod };
  }
}

/** What Kubernetes itself asks of a Job's status. Source: pkg/apis/batch/validation ValidateJobStatusUpdate. */
function statusFaults(before: Job, after: Job): string[] {
  const { status, spec } = after;
  const old = before.status;
  const completions = spec.completions ?? 0;
  const { uncountedTerminatedPods: uncounted = {} } = status;
  const uids = [...(uncounted.succeeded ?? []), ...(uncounted.failed ?? [])];
  const isOver = finishedCondition(after) !== undefined;
  const faults: readonly (readonly [string, boolean])[] = [
    ['more Pods are ready than active', (status.ready ?? 0) > (status.active ?? 0)],
    ['a finished Job has active Pods', isOver && (status.active ?? 0) > 0],
    ['a finished Job has terminating Pods', isOver && (status.terminating ?? 0) > 0],
    ['a finished Job has uncounted Pods', isOver && uids.length > 0],
    ['a finished Job never started', isOver && !status.startTime && !spec.suspend],
    ['a Pod is uncounted twice', new Set(uids).size < uids.length],
    ['failed went down', (status.failed ?? 0) < (old.failed ?? 0)],
    ['succeeded went down', (status.succeeded ?? 0) < (old.succeeded ?? 0)],
    ['Failed without FailureTarget', isTrue(after, 'Failed') && !isTrue(after, 'FailureTarget')],
    [
      'Complete without SuccessCriteriaMet',
      isTrue(after, 'Complete') && !isTrue(after, 'SuccessCriteriaMet'),
    ],
    ['both ends are met', isTrue(after, 'FailureTarget') && isTrue(after, 'SuccessCriteriaMet')],
    ['Complete without its time', isTrue(after, 'Complete') !== (status.completionTime !== undefined)],
    [
      'an index has succeeded and failed',
      overlap(parsed(status.completedIndexes, completions), parsed(status.failedIndexes, completions)) > 0,
    ],
    ...(['FailureTarget', 'SuccessCriteriaMet', 'Failed', 'Complete'] as const).map(
      (type) => [`${type} was taken back`, isTrue(before, type) && !isTrue(after, type)] as const,
    ),
  ];
  return faults.filter(([, isSo]) => isSo).map(([fault]) => fault);
}

const uncountedIn = ({ status }: Job): readonly string[] => [
  ...(status.uncountedTerminatedPods?.succeeded ?? []),
  ...(status.uncountedTerminatedPods?.failed ?? []),
];

const countedIn = ({ status }: Job): number =>
  (status.succeeded ?? 0) + (status.failed ?? 0) + uncountedIn({ status } as Job).length;

/** What is wrong with the writes of the Job, seen one after the other. */
function journalFaults(cluster: Cluster): string[] {
  const made = new Set<string>();
  const named = new Set<string>();
  return cluster.journal.flatMap((entry) => {
    if (entry.type !== 'write' || !entry.after) return [];
    if (entry.key.startsWith('Pod/')) made.add(entry.after.metadata.uid);
    if (!entry.key.startsWith('Job/')) return [];
    const after = entry.after as Job;
    const faults = entry.before ? statusFaults(entry.before as Job, after) : [];
    if (countedIn(after) > made.size) faults.push('more Pods are counted than there ever were');
    const old = entry.before ? uncountedIn(entry.before as Job) : [];
    for (const uid of uncountedIn(after).filter((one) => !old.includes(one))) {
      if (named.has(uid)) faults.push(`the Pod ${uid} is counted a second time`);
      named.add(uid);
    }
    const isWon = entry.before && isTrue(entry.before as Job, 'SuccessCriteriaMet');
    const lost = (job: Job) => job.status.uncountedTerminatedPods?.failed ?? [];
    if (isWon && lost(after).some((uid) => !lost(entry.before as Job).includes(uid)))
      faults.push('a Pod that was only stopped counts as failed');
    return faults.map((fault) => `${entry.atMs} ms: ${fault}`);
  });
}

const played = new Map<number, Cluster>();

/** One run of a seed; each is played once. */
function play(seed: number): Cluster {
  const known = played.get(seed);
  if (known) return known;
  const chance = new Chance(seed);
  const cluster = new Cluster({ seed, nodes: threeNodes, kubelet: 'played' });
  const made = cluster.do({ verb: 'create', object: pi(anySpec(chance)) });
  if (!made.ok) throw new Error(`seed ${seed}: ${made.status.message}`);
  for (let i = 0; i < stepsEach; i++) {
    cluster.run(cluster.nowMs + pick(chance, [5, 40, 900, 1_500, 12_000, 25_000]));
    const command = anyCommand(chance, cluster);
    if (command) cluster.do(command);
  }
  for (const pod of pods(cluster).filter((one) => isTerminating(one) && !hasEnded(one)))
    cluster.do({ verb: 'kubelet', act: 'gone', pod: pod.metadata.name });
  cluster.run(cluster.nowMs + 5_000);
  played.set(seed, cluster);
  return cluster;
}

const told = (seed: number, cluster: Cluster) =>
  `seed ${seed}: ${cluster.commands.map(({ atMs, command }) => `${atMs} ${JSON.stringify(command)}`).join('\n')}`;

describe('a Job under anything', () => {
  it.each(seeds)('keeps what Kubernetes asks of its status, seed %i', (seed) => {
    const cluster = play(seed);
    expect(journalFaults(cluster), told(seed, cluster)).toEqual([]);
  });

  it.each(seeds)('comes to rest with what its Pods add up to, seed %i', (seed) => {
    const cluster = play(seed);
    const job = cluster.reading.find<Job>('Job', 'default', 'pi') as Job;
    const all = cluster.reading.list<Pod>('Pod');
    const active = all.filter((pod) => !hasEnded(pod) && !isTerminating(pod));
    expect(job.status.active ?? 0, told(seed, cluster)).toBe(active.length);
    expect(active.length).toBeLessThanOrEqual(job.spec.parallelism);
    expect(job.status.uncountedTerminatedPods, told(seed, cluster)).toEqual({});
    if (finishedCondition(job)) expect(all.filter(isTracked), told(seed, cluster)).toEqual([]);
    if (job.spec.suspend && !finishedCondition(job)) expect(active).toEqual([]);
  });

  it('comes to both of its ends, and to none', () => {
    const ends = new Set(
      seeds.map((seed) => {
        const job = play(seed).reading.find<Job>('Job', 'default', 'pi') as Job;
        return finishedCondition(job)?.type ?? 'neither';
      }),
    );
    expect([...ends].sort()).toEqual(['Complete', 'Failed', 'neither']);
  });
});
