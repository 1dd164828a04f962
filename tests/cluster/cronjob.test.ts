import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import type { CronJob, Event, Job, Manifest } from '@/lib/cluster/objects';
import { podTemplate } from './job';
import { must, pods, threeNodes } from './web';

const minute = 60_000;
const hour = 60 * minute;

const tick = (spec: object = {}): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'tick' },
  spec: { schedule: '* * * * *', jobTemplate: { spec: { template: podTemplate } }, ...spec },
});
/** A CronJob that is made half a minute after the cluster began. */
const played = (spec: object = {}): Cluster => {
  const cluster = new Cluster({ seed: 1, nodes: threeNodes, kubelet: 'played' });
  cluster.run(minute / 2);
  must(cluster, { verb: 'create', object: tick(spec) }, 1_000);
  return cluster;
};
const jobs = (cluster: Cluster) => cluster.reading.list<Job>('Job').map(({ metadata }) => metadata.name);
const cronjob = (cluster: Cluster) => cluster.reading.find<CronJob>('CronJob', 'default', 'tick');
const patch = (spec: object): Command => ({
  verb: 'patch',
  kind: 'CronJob',
  name: 'tick',
  type: 'merge',
  body: { spec },
});
const count = (cluster: Cluster, reason: string) =>
  cluster.reading
    .list<Event>('Event')
    .filter((event) => event.reason === reason && event.involvedObject.kind === 'CronJob')
    .reduce((sum, event) => sum + event.count, 0);
const finish = (cluster: Cluster, act: 'succeed' | 'fail' = 'succeed') => {
  for (const pod of pods(cluster))
    if (pod.status.phase === 'Pending') must(cluster, { verb: 'kubelet', act, pod: pod.metadata.name });
  cluster.run(cluster.nowMs + 2_000);
};

describe('a CronJob', () => {
  it('names its Jobs by the minute of their run', () => {
    const cluster = played();
    cluster.run(3 * minute + 500);
    expect(jobs(cluster)).toEqual(['tick-29453761', 'tick-29453762', 'tick-29453763']);
  });

  it('runs at the hour of its time zone', () => {
    const cluster = played({ schedule: '30 8 * * *', timeZone: 'Asia/Shanghai' });
    cluster.run(hour);
    expect(cronjob(cluster)?.status.lastScheduleTime).toBe('2026-01-01T00:30:00Z');
  });

  it('keeps three successful Jobs and one that failed', () => {
    const cluster = played();
    for (let n = 1; n <= 7; n++) {
      cluster.run(n * minute + 1_000);
      finish(cluster, n === 2 || n === 4 ? 'fail' : 'succeed');
      cluster.run(cluster.nowMs + 30_000);
    }
    expect(jobs(cluster).length).toBeGreaterThan(0);
    const finished = cluster.reading
      .list<Job>('Job')
      .flatMap(
        ({ status }) =>
          status.conditions?.find(({ type }) => type === 'Complete' || type === 'Failed')?.type ?? [],
      );
    expect(finished.filter((type) => type === 'Complete').length).toBeLessThanOrEqual(3);
    expect(finished.filter((type) => type === 'Failed').length).toBeLessThanOrEqual(1);
  });

  it('makes up for one run at most when it is resumed', () => {
    const cluster = played({ suspend: true });
    cluster.run(10 * minute + 5_000);
    expect(jobs(cluster)).toEqual([]);
    must(cluster, patch({ suspend: false }), 1_000);
    expect(jobs(cluster)).toEqual(['tick-29453770']);
  });

  it('but none that was due before its starting deadline', () => {
    const cluster = played({ schedule: '*/5 * * * *', suspend: true, startingDeadlineSeconds: 20 });
    cluster.run(10 * minute + 30_000);
    must(cluster, patch({ suspend: false }), 1_000);
    expect(jobs(cluster)).toEqual([]);
    cluster.run(15 * minute + 1_000);
    expect(jobs(cluster)).toEqual(['tick-29453775']);
  });

  it('warns when it has missed more than a hundred runs, and starts the last one', () => {
    const cluster = played({ suspend: true });
    cluster.run(102 * minute + 5_000);
    must(cluster, patch({ suspend: false }), 1_000);
    expect(count(cluster, 'TooManyMissedTimes')).toBe(1);
    expect(jobs(cluster)).toEqual(['tick-29453862']);
  });

  it('goes by a new schedule from its next run on', () => {
    const cluster = played({ schedule: '0 0 1 1 *' });
    cluster.run(10 * minute + 10_000);
    must(cluster, patch({ schedule: '*/5 * * * *' }), 5_000);
    expect(jobs(cluster)).toEqual([]);
    cluster.run(15 * minute + 1_000);
    expect(jobs(cluster)).toEqual(['tick-29453775']);
  });

  it('says of a schedule that never comes that it is invalid', () => {
    const cluster = played({ schedule: '0 0 31 2 *' });
    cluster.run(hour);
    expect(count(cluster, 'InvalidSchedule')).toBe(1);
    expect(cluster.stateOf('cronjob', 'CronJob/default/tick')?.state).toBe('invalidSchedule');
  });

  it('keeps its Jobs from each other under Forbid, and starts the next as soon as it may', () => {
    const cluster = played({ concurrencyPolicy: 'Forbid' });
    cluster.run(3 * minute + 10_000);
    expect(jobs(cluster)).toEqual(['tick-29453761']);
    expect(cluster.stateOf('cronjob', 'CronJob/default/tick')?.state).toBe('waitingForActiveJob');
    finish(cluster);
    expect(jobs(cluster)).toEqual(['tick-29453761', 'tick-29453763']);
    expect(cronjob(cluster)?.status.lastSuccessfulTime).toBeDefined();
  });

  it('misses a Job that somebody deletes', () => {
    const cluster = played();
    cluster.run(minute + 1_000);
    must(
      cluster,
      { verb: 'delete', kind: 'Job', name: 'tick-29453761', propagationPolicy: 'Background' },
      1_000,
    );
    expect(count(cluster, 'MissingJob')).toBe(1);
    expect(cronjob(cluster)?.status.active).toBeUndefined();
  });

  it('takes its Jobs and their Pods with it', () => {
    const cluster = played();
    cluster.run(2 * minute + 1_000);
    must(cluster, { verb: 'delete', kind: 'CronJob', name: 'tick' }, 2_000);
    expect(jobs(cluster)).toEqual([]);
    for (const pod of pods(cluster)) must(cluster, { verb: 'kubelet', act: 'gone', pod: pod.metadata.name });
    cluster.run(cluster.nowMs + 2 * minute);
    expect([...jobs(cluster), ...pods(cluster)]).toEqual([]);
  });

  it('rests between its runs: a year of a monthly one is few steps', () => {
    const cluster = played({ schedule: '@monthly', suspend: false });
    const from = cluster.journal.length;
    while (cluster.nextDueMs !== undefined && cluster.nextDueMs < 365 * 24 * hour) {
      cluster.step();
      if (pods(cluster).some(({ status }) => status.phase === 'Pending')) finish(cluster);
    }
    expect(cronjob(cluster)?.status.lastScheduleTime).toBe('2026-12-01T00:00:00Z');
    expect(cluster.journal.length - from).toBeLessThan(1_000);
  });
});
