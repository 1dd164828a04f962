import { describe, expect, it } from 'vitest';
import { described, says } from './described';

const jobSpec = (more: object = {}) => ({
  template: {
    spec: {
      restartPolicy: 'Never',
      containers: [{ name: 'app', image: 'app:v1', args: ['exit', '0', '2'] }],
    },
  },
  ...more,
});
const jobOf = (more: object) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'pi' },
  spec: jobSpec(more),
});

describe('Jobs', () => {
  it('that run', () => {
    const lines = described('job pi', [jobOf({ completions: 2, ttlSecondsAfterFinished: 60 })], 1);
    expect(lines.slice(2, 17)).toEqual([
      'Selector:                    batch.kubernetes.io/controller-uid=UID',
      'Labels:                      batch.kubernetes.io/controller-uid=UID',
      '                             batch.kubernetes.io/job-name=pi',
      '                             controller-uid=UID',
      '                             job-name=pi',
      'Annotations:                 <none>',
      'Parallelism:                 1',
      'Completions:                 2',
      'Completion Mode:             NonIndexed',
      'Suspend:                     false',
      'Backoff Limit:               6',
      'TTL Seconds After Finished:  60',
      'Start Time:                  Thu, 01 Jan 2026 00:00:00 +0000',
      expect.stringMatching(/^Pods Statuses: {15}1 Active \(\d Ready\) \/ 0 Succeeded \/ 0 Failed$/),
      'Pod Template:',
    ]);
  });

  it('that have ended, by index, with a deadline', () => {
    const more = { completions: 3, parallelism: 3, completionMode: 'Indexed', activeDeadlineSeconds: 90 };
    const lines = described('job pi', [jobOf(more)], 20);
    expect(lines.slice(12, 19)).toEqual([
      'Backoff Limit:            6',
      'Start Time:               Thu, 01 Jan 2026 00:00:00 +0000',
      expect.stringMatching(/^Completed At: {13}Thu, 01 Jan 2026 00:00:0\d \+0000$/),
      expect.stringMatching(/^Duration: {17}\ds$/),
      'Active Deadline Seconds:  90s',
      'Pods Statuses:            0 Active (0 Ready) / 3 Succeeded / 0 Failed',
      'Completed Indexes:        0-2',
    ]);
    expect(says(lines)).toContain('job-controller: Job completed');
  });

  it('CronJob, with the Jobs that run', () => {
    const cron = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'tick' },
      spec: {
        schedule: '* * * * *',
        timeZone: 'Etc/UTC',
        startingDeadlineSeconds: 100,
        jobTemplate: { spec: { ...jobSpec({ parallelism: 1 }), activeDeadlineSeconds: 50 } },
      },
    };
    const lines = described('cj tick', [cron], 61);
    expect(lines.slice(4, 16)).toEqual([
      'Schedule:                      * * * * *',
      'Concurrency Policy:            Allow',
      'Suspend:                       False',
      'Time Zone:                     Etc/UTC',
      'Successful Job History Limit:  3',
      'Failed Job History Limit:      1',
      'Starting Deadline Seconds:     100s',
      'Selector:                      <unset>',
      'Parallelism:                   1',
      'Completions:                   <unset>',
      'Active Deadline Seconds:       50s',
      'Pod Template:',
    ]);
    expect(lines).toContain('Last Schedule Time:  Thu, 01 Jan 2026 00:01:00 +0000');
    expect(lines.join('\n')).toMatch(/\nActive Jobs: {9}tick-\d+\n/);
  });
});
