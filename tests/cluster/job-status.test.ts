import { describe, expect, it } from 'vitest';
import { Observed } from '@/lib/cluster/controllers/job/observed';
import { track } from '@/lib/cluster/controllers/job/status';
import type { Job, JobStatus, KubeObject } from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';
import { condition, nowMs, objectsOf, type Situation } from './job';

/** What a sync writes of the status and its Pods: `status {…}`, `update a`, Events by their reason. */
function tracked(situation: Situation) {
  const store = new Store();
  const [job, ...pods] = objectsOf(situation);
  for (const object of [job, ...pods]) if (object) store.put(object);
  const { writes, isUnfinished, seen } = track(new Observed(job as Job, store, nowMs, situation.memory));
  let status: JobStatus | undefined;
  const told = writes.map((write) => {
    if (write.do === 'event') return write.reason;
    const { metadata, status: written } = (write as { object: KubeObject }).object;
    if (write.do === 'updateStatus') status = written as JobStatus;
    return `${write.do} ${metadata.name}`;
  });
  const conditions = status?.conditions?.map(({ type, status: is, reason }) => `${type} ${is} ${reason}`);
  return { told, status: status && { ...status, conditions }, isUnfinished, seen };
}

const counted: JobStatus = { active: 1, uncountedTerminatedPods: {} };

describe("a Job's status", () => {
  it('counts active, ready and terminating Pods as the sync leaves them', () => {
    const { status } = tracked({
      spec: { parallelism: 3, completions: 4 },
      pods: { a: 'ready', b: 'pending', c: 'running going counted' },
    });
    expect(status).toMatchObject({ active: 3, ready: 1, terminating: 1 });
  });

  it('writes nothing when nothing changed', () => {
    expect(tracked({ status: counted, pods: { a: 'running' } }).told).toEqual([]);
  });

  it('names a Pod that ended before it lets go of it', () => {
    const { told, status, isUnfinished, seen } = tracked({
      spec: { completions: 2, parallelism: 1 },
      status: counted,
      pods: { a: 'succeeded' },
    });
    expect(told).toEqual(['updateStatus pi']);
    expect(status).toMatchObject({ uncountedTerminatedPods: { succeeded: ['a'] } });
    expect(status?.succeeded).toBeUndefined();
    expect({ isUnfinished, seen }).toEqual({ isUnfinished: true, seen: ['a'] });
  });

  it('lets go of it and counts it then', () => {
    const { told, status } = tracked({
      spec: { completions: 2, parallelism: 1 },
      status: { ...counted, uncountedTerminatedPods: { succeeded: ['a'] } },
      pods: { a: 'succeeded', b: 'running' },
    });
    expect(told).toEqual(['update a', 'updateStatus pi']);
    expect(status).toMatchObject({ succeeded: 1, uncountedTerminatedPods: {} });
  });

  it('counts one whose Pod is gone by now', () => {
    const { status } = tracked({
      spec: { completions: 2, parallelism: 1 },
      status: { ...counted, uncountedTerminatedPods: { failed: ['gone'] } },
      pods: { b: 'running' },
    });
    expect(status).toMatchObject({ failed: 1, uncountedTerminatedPods: {} });
  });

  it('says what the Job will come to before it says that it has', () => {
    const { told, status } = tracked({ status: { ...counted, active: undefined }, pods: { a: 'succeeded' } });
    expect(told).toEqual(['updateStatus pi']);
    expect(status?.conditions).toEqual(['SuccessCriteriaMet True CompletionsReached']);
  });

  it('declares the end with its Event when all is counted', () => {
    const { told, status } = tracked({
      status: {
        conditions: [condition('SuccessCriteriaMet')],
        uncountedTerminatedPods: { succeeded: ['a'] },
      },
      pods: { a: 'succeeded' },
    });
    expect(told).toEqual(['update a', 'updateStatus pi', 'Completed']);
    expect(status?.conditions).toEqual(['SuccessCriteriaMet True Why', 'Complete True Why']);
    expect(status?.completionTime).toBe(timestamp(nowMs));
  });

  it('does not while a Pod is going', () => {
    const { told, isUnfinished } = tracked({
      status: {
        conditions: [condition('FailureTarget')],
        failed: 1,
        terminating: 1,
        uncountedTerminatedPods: {},
      },
      pods: { a: 'running going counted' },
    });
    expect({ told, isUnfinished }).toEqual({ told: [], isUnfinished: false });
  });

  it('counts every Pod of a failing Job as failed that did not succeed', () => {
    const { status } = tracked({
      spec: { activeDeadlineSeconds: 1, parallelism: 2, completions: 2 },
      status: counted,
      pods: { a: 'running', b: 'succeeded' },
    });
    expect(status?.uncountedTerminatedPods).toEqual({ failed: ['a'], succeeded: ['b'] });
    expect(status).toMatchObject({ ready: 0, terminating: 1 });
    expect(status?.active).toBeUndefined();
  });

  it('counts none of a succeeding Job', () => {
    const { status } = tracked({
      spec: {
        completionMode: 'Indexed',
        completions: 2,
        parallelism: 2,
        successPolicy: { rules: [{ succeededCount: 1 }] },
      },
      pods: { a: 'running #0', b: 'succeeded #1' },
    });
    expect(status?.uncountedTerminatedPods).toEqual({});
    expect(status).toMatchObject({ succeeded: 1, completedIndexes: '1' });
  });

  it('does not count a failure that the policy ignores, but lets go of the Pod', () => {
    const { status, seen } = tracked({
      spec: {
        podFailurePolicy: { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [42] } }] },
      },
      status: counted,
      pods: { a: 'failed 42' },
    });
    expect(status?.uncountedTerminatedPods).toEqual({});
    expect(seen).toEqual(['a']);
  });

  it('keeps the failed Pod of an index until its replacement is there', () => {
    const spec = {
      completionMode: 'Indexed',
      completions: 1,
      parallelism: 1,
      backoffLimitPerIndex: 1,
    } as const;
    const failed = 'failed #0 failures=0';
    expect(tracked({ spec, pods: { a: failed } }).seen).toEqual([]);
    expect(tracked({ spec, pods: { a: failed, b: 'running #0' } }).seen).toEqual(['a']);
  });

  it('lets go of every Pod when the Job is being deleted', () => {
    const { seen } = tracked({ meta: { deletionTimestamp: timestamp(nowMs) }, pods: { a: 'running' } });
    expect(seen).toEqual(['a']);
  });

  it('names 500 Pods at most', () => {
    const pods = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`p${i}`, 'succeeded']));
    const { status } = tracked({ spec: { completions: 600, parallelism: 1 }, pods });
    expect(status?.uncountedTerminatedPods?.succeeded).toHaveLength(500);
  });

  it.each([
    ['is suspended', { suspend: true }, {}, ['Suspended True JobSuspended'], 'Suspended', undefined],
    [
      'is resumed: its time begins anew',
      { suspend: false },
      { conditions: [condition('Suspended')], startTime: undefined },
      ['Suspended False JobResumed'],
      'Resumed',
      timestamp(nowMs),
    ],
  ])('says that it %s', (_, spec, status, conditions, event, startTime) => {
    const result = tracked({ spec, status });
    expect(result.status?.conditions).toEqual(conditions);
    expect(result.status?.startTime).toBe(startTime);
    expect(result.told).toContain(event);
  });

  it('says nothing of a Job that was never suspended', () => {
    expect(tracked({}).status?.conditions).toBeUndefined();
  });

  it('warns of more successes than were wanted', () => {
    const { told } = tracked({
      status: {
        succeeded: 2,
        conditions: [condition('SuccessCriteriaMet')],
        uncountedTerminatedPods: {},
      },
    });
    expect(told).toEqual(['updateStatus pi', 'TooManySucceededPods', 'Completed']);
  });
});
