import { describe, expect, it } from 'vitest';
import { finishedMs, recordAfter, remainingMs } from '@/lib/cluster/controllers/job/back-off';
import { verdictOn } from '@/lib/cluster/controllers/job/failure-policy';
import { failureCounts } from '@/lib/cluster/controllers/job/indexed';
import {
  lowestOutside,
  merged,
  overlap,
  parsed,
  printed,
  total,
} from '@/lib/cluster/controllers/job/intervals';
import { orphanPodMachine, orphanPodRules } from '@/lib/cluster/controllers/job/orphan-pods.machine';
import { createJobPod, goesBefore } from '@/lib/cluster/controllers/job/pods';
import { successMessage } from '@/lib/cluster/controllers/job/success-policy';
import { decide } from '@/lib/cluster/controllers/rules';
import {
  ttlAfterFinishedMachine,
  ttlAfterFinishedRules,
} from '@/lib/cluster/controllers/ttl-after-finished.machine';
import type { Manifest, Pod, PodFailurePolicy, SuccessPolicyRule } from '@/lib/cluster/objects';
import { timestamp } from '@/lib/cluster/time';
import { jobOf, nowMs, podOf } from './job';

describe('sets of indexes', () => {
  it.each([
    ['', ''],
    ['0', '0'],
    ['0,1', '0,1'],
    ['0-1', '0,1'],
    ['0-2,4', '0-2,4'],
    ['0-1,2', '0-2'],
    ['1,x,3', '1,3'],
    ['5-20', '5-9'],
    ['12', ''],
  ])('%j below 10 is %j', (text, wanted) => {
    expect(printed(parsed(text, 10))).toBe(wanted);
  });

  it.each([
    ['0-2', '3', '0-3'],
    ['0,4', '1-3', '0-4'],
    ['1-5', '2', '1-5'],
    ['', '7', '7'],
  ])('%j with %j is %j', (a, b, wanted) => {
    expect(printed(merged(parsed(a, 10), parsed(b, 10)))).toBe(wanted);
  });

  it.each([
    ['0-4', '2-6', 3],
    ['0,2', '1,3', 0],
    ['0-9', '0,4,9', 3],
  ])('%j and %j share %i', (a, b, wanted) => {
    expect(overlap(parsed(a, 10), parsed(b, 10))).toBe(wanted);
    expect(total(parsed(a, 10))).toBeGreaterThanOrEqual(wanted);
  });

  it.each([
    ['', 2, [0, 1]],
    ['0,2', 3, [1, 3, 4]],
    ['0-8', 3, [9]],
    ['0-9', 3, []],
  ])('outside %j the lowest %i are %j', (taken, count, wanted) => {
    expect(lowestOutside(parsed(taken, 10), count, 10)).toEqual(wanted);
  });
});

describe('a podFailurePolicy', () => {
  const rules: PodFailurePolicy['rules'] = [
    { action: 'Ignore', onPodConditions: [{ type: 'Ready', status: 'Unknown' }] },
    { action: 'FailJob', onExitCodes: { operator: 'In', values: [42], containerName: 'app' } },
    { action: 'Count', onExitCodes: { operator: 'In', values: [7] } },
    { action: 'FailIndex', onExitCodes: { operator: 'NotIn', values: [1, 2] } },
  ];
  const verdict = (pod: Pod) => verdictOn({ rules }, pod);

  it.each([
    ['failed 42', 'FailJob', true],
    ['failed 7', 'Count', true],
    ['failed 9', 'FailIndex', true],
    ['failed 2', undefined, true],
    ['succeeded', undefined, true],
  ])('%s: %s', (how, action, counts) => {
    expect(verdict(podOf('a', how))).toMatchObject({ action, counts });
  });

  it('says why in the words of the Event', () => {
    expect(verdict(podOf('a', 'failed 42')).failJob).toBe(
      'Container app for pod default/a failed with exit code 42 matching FailJob rule at index 1',
    );
    const onCondition = [
      { action: 'FailJob', onPodConditions: [{ type: 'Ready', status: 'False' }] } as const,
    ];
    expect(verdictOn({ rules: onCondition }, podOf('a', 'failed')).failJob).toBe(
      'Pod default/a has condition Ready matching FailJob rule at index 0',
    );
  });

  it('ignores by the first rule that matches', () => {
    const pod = podOf('a', 'failed 42');
    const conditions = [{ type: 'Ready', status: 'Unknown' as const }];
    expect(verdict({ ...pod, status: { ...pod.status, conditions } })).toEqual({
      action: 'Ignore',
      counts: false,
    });
  });

  it('does not look at another container', () => {
    const other = [
      { action: 'FailJob', onExitCodes: { operator: 'In', values: [42], containerName: 'b' } } as const,
    ];
    expect(verdictOn({ rules: other }, podOf('a', 'failed 42')).action).toBeUndefined();
  });

  it('counts what no policy speaks of', () => {
    expect(verdictOn(undefined, podOf('a', 'failed'))).toEqual({ action: undefined, counts: true });
  });
});

describe('a successPolicy', () => {
  it.each<readonly [readonly SuccessPolicyRule[], string, string | undefined]>([
    [[{ succeededCount: 2 }], '0', undefined],
    [[{ succeededCount: 2 }], '0,4', 'Matched rules at index 0'],
    [[{ succeededIndexes: '0-2' }], '0,1', undefined],
    [[{ succeededIndexes: '0-2' }], '0-3', 'Matched rules at index 0'],
    [[{ succeededIndexes: '0-2', succeededCount: 1 }], '3,4', undefined],
    [[{ succeededIndexes: '0-2', succeededCount: 1 }], '2', 'Matched rules at index 0'],
    [[{ succeededIndexes: '9' }, { succeededCount: 1 }], '2', 'Matched rules at index 1'],
    [[{ succeededCount: 0 }], '', undefined],
  ])('%j with %j: %s', (rules, succeeded, wanted) => {
    expect(successMessage({ rules }, 5, parsed(succeeded, 5))).toBe(wanted);
  });
});

describe('the back-off', () => {
  it.each([
    [1, 10],
    [2, 20],
    [3, 40],
    [6, 320],
    [7, 600],
    [40, 600],
  ])('after %i failures in a row is %i s', (failures, seconds) => {
    expect(remainingMs({ failures, lastFailureMs: nowMs }, nowMs)).toBe(seconds * 1000);
    expect(remainingMs({ failures, lastFailureMs: nowMs }, nowMs + seconds * 1000)).toBe(0);
  });

  it('is none without failures', () => {
    expect(remainingMs({ failures: 0 }, nowMs)).toBe(0);
  });

  const before = { failures: 3, lastFailureMs: 50_000 };
  it.each([
    ['nothing ended', [], [], before],
    ['a failure adds up', [], ['failed at=60'], { failures: 4, lastFailureMs: 60_000 }],
    ['two of one sync are two', [], ['failed at=60', 'failed at=55'], { failures: 5, lastFailureMs: 60_000 }],
    ['a success forgets them', ['succeeded at=60'], [], { failures: 0 }],
    ['a failure before it, too', ['succeeded at=60'], ['failed at=60'], { failures: 0 }],
    ['not one after it', ['succeeded at=60'], ['failed at=61'], { failures: 1, lastFailureMs: 61_000 }],
  ])('%s', (_, succeeded, failed, wanted) => {
    const pods = (hows: readonly string[]) => hows.map((how, i) => podOf(`p${i}`, how));
    expect(recordAfter(before, pods(succeeded), pods(failed))).toEqual(wanted);
  });

  it('counts from the last container, else from the Ready condition, else from the request to delete', () => {
    const pod = podOf('a', 'failed at=60');
    expect(finishedMs(pod)).toBe(60_000);
    const bare: Pod = { ...pod, status: { ...pod.status, containerStatuses: [] } };
    const conditions = [{ type: 'Ready', status: 'False' as const, lastTransitionTime: timestamp(50_000) }];
    expect(finishedMs({ ...bare, status: { ...bare.status, conditions } })).toBe(50_000);
    const deletion = { deletionTimestamp: timestamp(80_000), deletionGracePeriodSeconds: 30 };
    const going = { ...bare, metadata: { ...bare.metadata, ...deletion } };
    expect(finishedMs({ ...going, status: { ...bare.status, conditions: [] } })).toBe(50_000);
    expect(finishedMs({ ...bare, status: { ...bare.status, conditions: [] } })).toBe(0);
  });

  it('waits for every container', () => {
    const pod = podOf('a', 'failed at=60');
    const running = podOf('b', 'running at=70').status.containerStatuses ?? [];
    const both = [...(pod.status.containerStatuses ?? []), ...running];
    expect(finishedMs({ ...pod, status: { ...pod.status, containerStatuses: both } })).toBe(60_000);
    expect(finishedMs({ ...podOf('b', 'running at=70') })).toBe(70_000);
  });
});

describe("a Job's new Pod", () => {
  const made = (write: ReturnType<typeof createJobPod>): Manifest => (write as { object: Manifest }).object;

  it('holds the finalizer that keeps it until it is counted', () => {
    expect(made(createJobPod(jobOf(), undefined)).metadata).toMatchObject({
      generateName: 'pi-',
      finalizers: ['batch.kubernetes.io/job-tracking'],
      labels: { job: 'pi', 'batch.kubernetes.io/job-name': 'pi' },
    });
  });

  it('tells its index in name, label, annotation, hostname and environment', () => {
    const { metadata, spec } = made(createJobPod(jobOf(), 3, { more: '1' }));
    expect(metadata).toMatchObject({
      generateName: 'pi-3-',
      labels: { 'batch.kubernetes.io/job-completion-index': '3' },
      annotations: { 'batch.kubernetes.io/job-completion-index': '3', more: '1' },
    });
    expect(spec).toMatchObject({ hostname: 'pi-3' });
    expect(JSON.stringify(spec)).toContain(
      `{"name":"JOB_COMPLETION_INDEX","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"metadata.labels['batch.kubernetes.io/job-completion-index']"}}}`,
    );
  });

  it('keeps the index when a long name is cut', () => {
    const job = jobOf();
    const long = { ...job, metadata: { ...job.metadata, name: 'x'.repeat(60) } };
    expect(made(createJobPod(long, 12)).metadata.generateName).toBe(`${'x'.repeat(54)}-12-`);
  });

  it.each([
    [undefined, { 'batch.kubernetes.io/job-index-failure-count': '0' }],
    ['failed #0 failures=1', { 'batch.kubernetes.io/job-index-failure-count': '2' }],
    [
      'failed 42 #0 failures=1',
      {
        'batch.kubernetes.io/job-index-failure-count': '1',
        'batch.kubernetes.io/job-index-ignored-failure-count': '1',
      },
    ],
  ])('in place of %s carries on its count', (how, wanted) => {
    const ignore = { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [42] } } as const] };
    const job = jobOf({ podFailurePolicy: ignore, backoffLimitPerIndex: 3 });
    expect(failureCounts(job, how === undefined ? undefined : podOf('a', how))).toEqual(wanted);
  });

  it.each([
    ['pending', 'running'],
    ['running', 'ready'],
    ['ready at=80', 'ready at=70'],
    ['running restarts=2', 'running restarts=1'],
  ])('goes before another when it is %s and that one %s', (first, second) => {
    expect(goesBefore(podOf('a', first), podOf('b', second))).toBeLessThan(0);
    expect(goesBefore(podOf('b', second), podOf('a', first))).toBeGreaterThan(0);
  });
});

describe('the machines beside a Job', () => {
  it.each([
    ['a Pod that its Job counts is kept', 'running', true, 'kept jobCountsIt'],
    ['one without finalizer, too', 'running counted', false, 'kept jobCountsIt'],
    ['one that nobody counts is released', 'running', false, 'released noJobCountsIt'],
  ])('%s', (_, how, isKept, wanted) => {
    const { state, rule } = decide(orphanPodMachine, orphanPodRules, undefined, {
      pod: podOf('a', how),
      isKept,
    });
    expect(`${state} ${rule}`).toBe(wanted);
  });

  it.each([
    [undefined, {}, 'notFinished needsNoCleanup'],
    [5000, {}, 'waitingForTime timeIsNotUp'],
    [0, {}, 'deletingJob timeIsUp'],
    [0, { deletionTimestamp: timestamp(nowMs) }, 'notFinished needsNoCleanup'],
  ])('%s ms of its time are left: %j', (leftMs, more, wanted) => {
    const job = jobOf({}, {}, more);
    const { state, rule } = decide(ttlAfterFinishedMachine, ttlAfterFinishedRules, undefined, {
      job,
      leftMs,
    });
    expect(`${state} ${rule}`).toBe(wanted);
  });
});
