import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import type { Event, Job, JobStatus, Pod } from '@/lib/cluster/objects';
import { pi, podTemplate } from './job';
import { must, pods, threeNodes } from './web';

const played = (spec: object = {}): Cluster => {
  const cluster = new Cluster({ seed: 1, nodes: threeNodes, kubelet: 'played' });
  must(cluster, { verb: 'create', object: pi(spec) }, 1_500);
  return cluster;
};
const job = (cluster: Cluster) => cluster.reading.find<Job>('Job', 'default', 'pi');
const status = (cluster: Cluster): JobStatus => job(cluster)?.status ?? {};
const conditions = (cluster: Cluster) =>
  status(cluster).conditions?.map(({ type, status: is, reason }) => `${type} ${is} ${reason}`);
const stateOf = (cluster: Cluster) => cluster.stateOf('job', 'Job/default/pi')?.state;
const said = (cluster: Cluster, reason: string) =>
  cluster.reading.list<Event>('Event').filter((event) => event.reason === reason);
/** A Pod by its place in the order of creation. */
const nth = (cluster: Cluster, n: number): Pod => {
  const pod = pods(cluster)[n];
  if (!pod) throw new Error(`there is no Pod ${n}`);
  return pod;
};
const play = (
  cluster: Cluster,
  act: 'succeed' | 'fail' | 'ready' | 'gone',
  pod: Pod,
  exitCode?: number,
  thenMs = 1_500,
) =>
  must(
    cluster,
    { verb: 'kubelet', act, pod: pod.metadata.name, ...(exitCode !== undefined && { exitCode }) },
    thenMs,
  );
const patch = (spec: object): Command => ({
  verb: 'patch',
  kind: 'Job',
  name: 'pi',
  type: 'merge',
  body: { spec },
});
const remove = (propagationPolicy: 'Background' | 'Foreground' | 'Orphan'): Command => ({
  verb: 'delete',
  kind: 'Job',
  name: 'pi',
  propagationPolicy,
});
const annotation = (pod: Pod, name: string) => pod.metadata.annotations?.[`batch.kubernetes.io/${name}`];

describe('a Job', () => {
  it('tells of a Pod that has ended before it counts it, and counts it once', () => {
    const cluster = played({ completions: 2, parallelism: 1 });
    play(cluster, 'succeed', nth(cluster, 0));
    const uncounted = cluster.journal.flatMap((entry) =>
      entry.type === 'write' && entry.key === 'Job/default/pi'
        ? [(entry.after as Job).status.uncountedTerminatedPods?.succeeded?.length ?? 0]
        : [],
    );
    expect(Math.max(...uncounted)).toBe(1);
    cluster.run(cluster.nowMs + 60_000);
    expect(status(cluster)).toMatchObject({ succeeded: 1, active: 1, uncountedTerminatedPods: {} });
    expect(nth(cluster, 0).metadata.finalizers).toBeUndefined();
  });

  it('makes as many Pods more as parallelism is raised by, and deletes as many as it is lowered by', () => {
    const cluster = played({ completions: 9, parallelism: 2 });
    must(cluster, patch({ parallelism: 4 }), 100);
    expect(pods(cluster)).toHaveLength(4);
    must(cluster, patch({ parallelism: 1 }), 100);
    expect(status(cluster)).toMatchObject({ active: 1, terminating: 3 });
    cluster.run(cluster.nowMs + 5_000);
    expect(status(cluster).failed).toBeUndefined();
  });

  it('waits 10, 20, 40 s for the next Pod, from the end of the last one', () => {
    const cluster = played({ backoffLimit: 9 });
    const waits: number[] = [];
    for (let n = 0; n < 3; n++) {
      play(cluster, 'fail', nth(cluster, n), 1, 0);
      const failedMs = cluster.nowMs;
      while (pods(cluster).length === n + 1) cluster.step();
      waits.push(Math.round((cluster.nowMs - failedMs) / 1000));
      expect(stateOf(cluster)).toBe('creatingPods');
      cluster.run(cluster.nowMs + 1_500);
    }
    for (const [n, seconds] of [10, 20, 40].entries()) expect(waits[n]).toBeCloseTo(seconds, -0.5);
  });

  it('counts a failure that the policy ignores once for the back-off, and not at all for the limit', () => {
    const cluster = played({
      backoffLimit: 0,
      podFailurePolicy: { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [42] } }] },
    });
    play(cluster, 'fail', nth(cluster, 0), 42, 12_000);
    expect(pods(cluster)).toHaveLength(2);
    play(cluster, 'fail', nth(cluster, 1), 42, 18_000);
    expect(pods(cluster)).toHaveLength(2);
    cluster.run(cluster.nowMs + 4_000);
    expect(pods(cluster)).toHaveLength(3);
    expect(status(cluster).failed).toBeUndefined();
  });

  it('remembers its back-off in a copy of the cluster', () => {
    const cluster = played();
    play(cluster, 'fail', nth(cluster, 0));
    const copy = cluster.copy();
    for (const one of [cluster, copy]) one.run(one.nowMs + 12_000);
    expect(pods(copy).map(({ metadata }) => metadata.name)).toEqual(
      pods(cluster).map(({ metadata }) => metadata.name),
    );
    expect(pods(copy)).toHaveLength(2);
  });

  it('replaces a Pod that is going at once, or only when it has ended', () => {
    const alive = (policy: string) => {
      const cluster = played({ completions: 2, parallelism: 1, podReplacementPolicy: policy });
      play(cluster, 'ready', nth(cluster, 0));
      must(cluster, { verb: 'delete', kind: 'Pod', name: nth(cluster, 0).metadata.name }, 15_000);
      return { pods: pods(cluster).length, failed: status(cluster).failed, state: stateOf(cluster) };
    };
    expect(alive('TerminatingOrFailed')).toEqual({ pods: 2, failed: 1, state: 'running' });
    expect(alive('Failed')).toEqual({ pods: 1, failed: undefined, state: 'waitingForTermination' });
  });

  it('carries the failures of an index on to its next Pod, and loses the index at its limit', () => {
    const cluster = played({
      completionMode: 'Indexed',
      completions: 1,
      parallelism: 1,
      backoffLimitPerIndex: 1,
    });
    expect(annotation(nth(cluster, 0), 'job-index-failure-count')).toBe('0');
    play(cluster, 'fail', nth(cluster, 0));
    expect(nth(cluster, 0).metadata.finalizers).toHaveLength(1);
    cluster.run(cluster.nowMs + 12_000);
    expect(annotation(nth(cluster, 1), 'job-index-failure-count')).toBe('1');
    expect(nth(cluster, 0).metadata.finalizers).toBeUndefined();
    play(cluster, 'fail', nth(cluster, 1));
    expect(conditions(cluster)).toEqual(['FailureTarget True FailedIndexes', 'Failed True FailedIndexes']);
    expect(status(cluster)).toMatchObject({ failed: 2, failedIndexes: '0' });
    expect(stateOf(cluster)).toBe('failed');
  });

  it('ends early by its success policy, and deletes the rest', () => {
    const cluster = played({
      completionMode: 'Indexed',
      completions: 3,
      parallelism: 3,
      successPolicy: { rules: [{ succeededIndexes: '0' }] },
    });
    play(cluster, 'succeed', nth(cluster, 0));
    expect(conditions(cluster)).toEqual(['SuccessCriteriaMet True SuccessPolicy']);
    expect(stateOf(cluster)).toBe('waitingForTermination');
    for (const pod of pods(cluster).slice(1)) play(cluster, 'gone', pod);
    expect(conditions(cluster)).toContain('Complete True SuccessPolicy');
    expect(status(cluster)).toMatchObject({ succeeded: 1, completedIndexes: '0' });
    expect(status(cluster).failed).toBeUndefined();
  });

  it('takes up an index again that was cut off and added again', () => {
    const cluster = played({ completionMode: 'Indexed', completions: 2, parallelism: 2 });
    must(cluster, patch({ completions: 1, parallelism: 1 }), 2_000);
    expect(status(cluster)).toMatchObject({ active: 1, terminating: 1 });
    must(cluster, patch({ completions: 2, parallelism: 2 }), 2_000);
    expect(status(cluster).active).toBe(2);
  });

  it('runs against its deadline only while it is not suspended', () => {
    const cluster = played({ activeDeadlineSeconds: 10, suspend: true });
    expect(status(cluster).startTime).toBeUndefined();
    cluster.run(60_000);
    must(cluster, patch({ suspend: false }), 9_000);
    expect(stateOf(cluster)).toBe('running');
    cluster.run(cluster.nowMs + 1_500);
    expect(conditions(cluster)).toContain('FailureTarget True DeadlineExceeded');
  });

  it('looks again when its deadline is set later on', () => {
    const cluster = played();
    must(cluster, patch({ activeDeadlineSeconds: 5 }), 4_000);
    expect(conditions(cluster)).toContain('FailureTarget True DeadlineExceeded');
  });

  it('adopts Pods that its selector finds and nobody manages, and counts them', () => {
    const cluster = new Cluster({ seed: 1, nodes: threeNodes, kubelet: 'played' });
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'bare', labels: { job: 'pi' } },
      spec: podTemplate.spec,
    };
    must(cluster, { verb: 'create', object: pod }, 1_000);
    const selector = { matchLabels: { job: 'pi' } };
    must(cluster, { verb: 'create', object: pi({ manualSelector: true, selector }) }, 1_500);
    expect(pods(cluster)).toHaveLength(1);
    play(cluster, 'succeed', nth(cluster, 0));
    expect(conditions(cluster)).toContain('Complete True CompletionsReached');
  });

  it('lets go of a Pod that loses its labels', () => {
    const cluster = played();
    const { name } = nth(cluster, 0).metadata;
    const body = { metadata: { labels: { 'batch.kubernetes.io/controller-uid': 'other' } } };
    must(cluster, { verb: 'patch', kind: 'Pod', name, type: 'merge', body }, 1_500);
    expect(nth(cluster, 0).metadata.ownerReferences).toBeUndefined();
    expect(nth(cluster, 0).metadata.finalizers).toBeUndefined();
    expect(pods(cluster)).toHaveLength(2);
  });

  it.each(['Background', 'Orphan'] as const)(
    'takes its finalizer off its Pods when it is deleted: %s',
    (policy) => {
      const cluster = played();
      play(cluster, 'ready', nth(cluster, 0));
      must(cluster, remove(policy), 500);
      expect(job(cluster)).toBeUndefined();
      expect(nth(cluster, 0).metadata.finalizers).toBeUndefined();
      expect(nth(cluster, 0).metadata.deletionTimestamp !== undefined).toBe(policy === 'Background');
    },
  );

  it('goes after its Pods when that is asked for', () => {
    const cluster = played();
    play(cluster, 'ready', nth(cluster, 0));
    must(cluster, remove('Foreground'), 2_000);
    expect(stateOf(cluster)).toBe('beingDeleted');
    play(cluster, 'gone', nth(cluster, 0));
    expect(job(cluster)).toBeUndefined();
    expect(pods(cluster)).toEqual([]);
  });

  it('of another controller is left alone', () => {
    const cluster = played({ managedBy: 'acme.io/queue' });
    cluster.run(10_000);
    expect(pods(cluster)).toEqual([]);
    expect(status(cluster)).toEqual({});
    expect(stateOf(cluster)).toBe('unmanaged');
  });

  it('without a Pod to run is complete at once', () => {
    const cluster = played({ completions: 0 });
    expect(conditions(cluster)).toContain('Complete True CompletionsReached');
    expect(said(cluster, 'Completed')).toHaveLength(1);
  });

  it('that is made again under its name begins anew', () => {
    const cluster = played({ backoffLimit: 5 });
    play(cluster, 'fail', nth(cluster, 0));
    must(cluster, remove('Background'), 1_000);
    must(cluster, { verb: 'create', object: pi() }, 500);
    expect(pods(cluster).filter(({ metadata }) => metadata.deletionTimestamp === undefined)).toHaveLength(1);
  });

  it('is deleted so many seconds after its end, and looks when that is set later on', () => {
    const cluster = played();
    play(cluster, 'succeed', nth(cluster, 0));
    cluster.run(cluster.nowMs + 60_000);
    must(cluster, patch({ ttlSecondsAfterFinished: 100 }), 1_000);
    expect(job(cluster)).toBeDefined();
    cluster.run(cluster.nowMs + 60_000);
    expect(job(cluster)).toBeUndefined();
    expect(pods(cluster)).toEqual([]);
  });

  it('of 600 Pods makes and counts 500 a sync at most', () => {
    const cluster = new Cluster({
      seed: 1,
      nodes: Array.from({ length: 10 }, (_, i) => ({ name: `node-${i}` })),
      kubelet: 'played',
    });
    must(cluster, { verb: 'create', object: pi({ completions: 600, parallelism: 600 }) }, 15);
    expect(pods(cluster)).toHaveLength(500);
    cluster.run(3_000);
    expect(pods(cluster)).toHaveLength(600);
    for (const pod of pods(cluster)) play(cluster, 'succeed', pod, undefined, 0);
    cluster.run(cluster.nowMs + 10_000);
    expect(status(cluster).succeeded).toBe(600);
    expect(stateOf(cluster)).toBe('complete');
  });
});

describe('a Job that fails for one index', () => {
  it('has only that index among the failed ones, though it takes the other Pods down', () => {
    const cluster = played({
      completions: 3,
      parallelism: 3,
      completionMode: 'Indexed',
      backoffLimitPerIndex: 0,
      maxFailedIndexes: 0,
    });
    play(cluster, 'fail', nth(cluster, 1), 1, 5_000);
    expect(status(cluster)).toMatchObject({ failed: 3, failedIndexes: '1' });
    expect(conditions(cluster)).toContain('FailureTarget True MaxFailedIndexesExceeded');
  });
});
