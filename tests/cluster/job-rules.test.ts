import { describe, expect, it } from 'vitest';
import { jobMachine, jobRules } from '@/lib/cluster/controllers/job/job.machine';
import { Observed } from '@/lib/cluster/controllers/job/observed';
import { decide } from '@/lib/cluster/controllers/rules';
import type { Job, JobSpec, Manifest } from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';
import { condition, nowMs, objectsOf, type Situation } from './job';

function sync(situation: Situation, state?: string) {
  const store = new Store();
  const [job, ...pods] = objectsOf(situation);
  for (const object of [job, ...pods]) if (object) store.put(object);
  return decide(jobMachine, jobRules, state, new Observed(job as Job, store, nowMs, situation.memory));
}

/** `rule | what it is about | what is written`. */
function told(situation: Situation): string {
  const { rule, about, writes } = sync(situation);
  const did = writes.flatMap((write) => {
    if (write.do === 'event') return [];
    const { metadata } = (write as { object: Manifest }).object;
    return [`${write.do} ${metadata.name ?? metadata.generateName}`];
  });
  return [rule, about?.split('/').at(-1), did.join(', ')].filter(Boolean).join(' | ');
}

const two: Partial<JobSpec> = { parallelism: 2, completions: 3 };
const indexed: Partial<JobSpec> = { ...two, completionMode: 'Indexed' };
const perIndex: Partial<JobSpec> = { ...indexed, backoffLimitPerIndex: 1 };
const queue: Partial<JobSpec> = { parallelism: 2 };
const onFailure = (backoffLimit: number): Partial<JobSpec> => ({
  backoffLimit,
  template: { spec: { restartPolicy: 'OnFailure', containers: [{ name: 'app', image: 'app:v1' }] } },
});
const failOn42: Partial<JobSpec> = {
  podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }] },
};
const ended = (type: 'Complete' | 'Failed') => ({ conditions: [condition(type)] });
const failing = { conditions: [condition('FailureTarget')] };
const going = { deletionTimestamp: timestamp(nowMs) };

const table: readonly (readonly [string, Situation, string])[] = [
  [
    'a Job of another controller is left alone',
    { spec: { managedBy: 'acme.io/queue' } },
    'anotherControllerManagesIt',
  ],
  [
    'one that names this controller is not',
    { spec: { managedBy: 'kubernetes.io/job-controller' } },
    'hasTooFewActivePods | create pi-',
  ],
  [
    'a complete Job is over, whatever its Pods do',
    { status: ended('Complete'), pods: { a: 'running' } },
    'isComplete',
  ],
  ['so is a failed one', { status: ended('Failed'), pods: { a: 'running' } }, 'hasFailed'],
  [
    'a Pod that left the selector is released',
    { pods: { a: 'running', b: 'running other' } },
    'podHasLeftSelector | b | update b',
  ],
  [
    'a Pod that nobody manages is adopted',
    { pods: { a: 'running free' } },
    'orphanMatchesSelector | a | update a',
  ],
  ['one that is going is not', { pods: { a: 'running free going' } }, 'hasTooFewActivePods | create pi-'],
  ['a Job that is being deleted adopts none', { meta: going, pods: { a: 'running free' } }, 'isBeingDeleted'],
  ['nor does it make any', { meta: going }, 'isBeingDeleted'],
  ['a first Pod is made', {}, 'hasTooFewActivePods | create pi-'],
  ['as many as parallelism says', { spec: two }, 'hasTooFewActivePods | create pi-, create pi-'],
  [
    'but no more than completions are missing',
    { spec: two, status: { succeeded: 2 } },
    'hasTooFewActivePods | create pi-',
  ],
  [
    'one that has ended and is named in the status is counted first',
    { spec: two, pods: { a: 'succeeded', b: 'running' }, memory: { failures: 0, seen: ['a'] } },
    'endedPodsAreNamed',
  ],
  ['then they are waited for', { spec: two, pods: { a: 'running', b: 'pending' } }, 'podsAreActive'],
  [
    'a Pod that has succeeded is replaced at once while more are wanted',
    { spec: two, pods: { a: 'succeeded', b: 'running' } },
    'hasTooFewActivePods | create pi-',
  ],
  [
    'the last success meets the criteria',
    { spec: two, status: { succeeded: 2 }, pods: { a: 'succeeded' } },
    'completionsAreReached',
  ],
  [
    'and what still runs is deleted, uncounted',
    { spec: two, status: { succeeded: 3 }, pods: { a: 'running' } },
    'completionsAreReached | update a, delete a',
  ],
  ['no completions are wanted: complete at once', { spec: { completions: 0 } }, 'completionsAreReached'],
  ['a work queue has parallelism Pods', { spec: queue }, 'hasTooFewActivePods | create pi-, create pi-'],
  [
    'and none after a first success',
    { spec: queue, pods: { a: 'succeeded', b: 'running' } },
    'podsAreActive',
  ],
  [
    'it is complete when the others have ended, too',
    { spec: queue, pods: { a: 'succeeded', b: 'failed' } },
    'completionsAreReached',
  ],
  [
    'less parallelism deletes those that have come least far',
    { spec: { parallelism: 1, completions: 3 }, pods: { a: 'ready', b: 'pending', c: 'running' } },
    'hasTooManyActivePods | b | update b, delete b, update c, delete c',
  ],
  ['no parallelism wants none', { spec: { parallelism: 0, completions: 1 } }, 'noPodIsWanted'],
  [
    'a failed Pod is not replaced before its back-off',
    { pods: { a: 'failed at=91' } },
    'failedPodWaitsForBackOff',
  ],
  ['but then', { pods: { a: 'failed at=90' } }, 'hasTooFewActivePods | create pi-'],
  [
    'failures in a row double it',
    { memory: { failures: 1, lastFailureMs: 50_000 }, pods: { a: 'failed at=81' } },
    'failedPodWaitsForBackOff',
  ],
  [
    'a deleted Pod counts as failed at once',
    { spec: { backoffLimit: 0 }, pods: { a: 'running going' } },
    'failedPodsExceedBackoffLimit',
  ],
  [
    'unless only failed ones are replaced: then it is waited for',
    { spec: { backoffLimit: 0, podReplacementPolicy: 'Failed' }, pods: { a: 'running going' } },
    'podsAreTerminating',
  ],
  [
    'too many failed Pods fail the Job, and its other Pods go with their finalizer on',
    { spec: { ...two, backoffLimit: 1 }, status: { failed: 1 }, pods: { a: 'failed', b: 'running' } },
    'failedPodsExceedBackoffLimit | delete b',
  ],
  [
    'as many as the limit do not',
    { spec: { backoffLimit: 1 }, pods: { a: 'failed at=90' } },
    'hasTooFewActivePods | create pi-',
  ],
  [
    'uncounted failures count',
    {
      spec: { backoffLimit: 0 },
      status: { uncountedTerminatedPods: { failed: ['a'] } },
      pods: { a: 'failed' },
    },
    'failedPodsExceedBackoffLimit',
  ],
  [
    'restarts in place reach the limit, too',
    { spec: onFailure(2), pods: { a: 'running restarts=2' } },
    'restartsReachBackoffLimit | delete a',
  ],
  ['one fewer does not', { spec: onFailure(2), pods: { a: 'running restarts=1' } }, 'podsAreActive'],
  [
    'with limit 0 the first one does',
    { spec: onFailure(0), pods: { a: 'running restarts=1' } },
    'restartsReachBackoffLimit | delete a',
  ],
  ['and none does not', { spec: onFailure(0), pods: { a: 'running' } }, 'podsAreActive'],
  [
    'restarts do not count under Never',
    { spec: { backoffLimit: 2 }, pods: { a: 'running restarts=9' } },
    'podsAreActive',
  ],
  [
    'the active deadline fails the Job',
    { spec: { activeDeadlineSeconds: 100 }, pods: { a: 'running' } },
    'activeDeadlineHasPassed | delete a',
  ],
  [
    'a second before it does not',
    { spec: { activeDeadlineSeconds: 101 }, pods: { a: 'running' } },
    'podsAreActive',
  ],
  ['a suspended Job has no deadline', { spec: { activeDeadlineSeconds: 1, suspend: true } }, 'isSuspended'],
  [
    'an exit code of the policy fails the Job at once',
    { spec: failOn42, pods: { a: 'failed 42' } },
    'podFailurePolicySaysFailJob',
  ],
  [
    'another one does not',
    { spec: failOn42, pods: { a: 'failed 7 at=90' } },
    'hasTooFewActivePods | create pi-',
  ],
  [
    'what is decided stays so: the Job fails although enough has succeeded since',
    { status: { ...failing, succeeded: 1 }, pods: { a: 'running' } },
    'failureTargetWasSet | delete a',
  ],
  [
    'and success stays success',
    { status: { conditions: [condition('SuccessCriteriaMet')], failed: 9 }, pods: { a: 'running' } },
    'successCriteriaWereMet | delete a',
  ],
  [
    'the end is not declared while a Pod is going',
    { status: failing, pods: { a: 'running going' } },
    'podsOfItsEndAreTerminating',
  ],
  [
    'suspending deletes the Pods, uncounted',
    { spec: { suspend: true }, pods: { a: 'running' } },
    'isSuspendedWithActivePods | update a, delete a',
  ],
  ['then it waits', { spec: { suspend: true } }, 'isSuspended'],
  [
    'an indexed Job makes the lowest indexes that are missing',
    { spec: indexed, pods: { a: 'running #0' } },
    'hasTooFewActivePods | create pi-1-',
  ],
  [
    'and not those that have succeeded',
    { spec: indexed, status: { completedIndexes: '0' }, pods: { a: 'succeeded #1' } },
    'hasTooFewActivePods | create pi-2-',
  ],
  [
    'a second Pod of an index goes, and one without an index, and one beyond the last',
    { spec: indexed, pods: { a: 'ready #0', b: 'pending #0', c: 'running', d: 'running #3' } },
    'hasTooManyActivePods | c | update c, delete c, update d, delete d, update b, delete b',
  ],
  [
    'every index has succeeded',
    { spec: indexed, status: { completedIndexes: '0,1' }, pods: { a: 'succeeded #2' } },
    'completionsAreReached',
  ],
  [
    'a failed index stands back for its own back-off only',
    { spec: perIndex, pods: { a: 'failed #0 at=95 failures=0', b: 'running #1' } },
    'failedPodWaitsForBackOff',
  ],
  [
    'others go on meanwhile',
    { spec: { ...perIndex, parallelism: 3 }, pods: { a: 'failed #0 at=95 failures=0', b: 'running #1' } },
    'hasTooFewActivePods | create pi-2-',
  ],
  [
    'more failures than the limit lose the index, not the Job',
    { spec: perIndex, pods: { a: 'failed #0 at=10 failures=1', b: 'running #1' } },
    'hasTooFewActivePods | create pi-2-',
  ],
  [
    'the Job fails when every index has ended and one is lost',
    {
      spec: perIndex,
      status: { completedIndexes: '1,2' },
      pods: { a: 'failed #0 failures=1' },
    },
    'everyIndexHasEndedAndSomeFailed',
  ],
  [
    'or when more are lost than it may lose',
    {
      spec: { ...perIndex, maxFailedIndexes: 0 },
      pods: { a: 'failed #0 failures=1', b: 'running #1' },
    },
    'tooManyIndexesHaveFailed | delete b',
  ],
  [
    'FailIndex loses the index with the first failure',
    {
      spec: {
        ...perIndex,
        podReplacementPolicy: 'Failed',
        podFailurePolicy: {
          rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [42] } }],
        },
      },
      status: { completedIndexes: '1,2' },
      pods: { a: 'failed 42 #0 failures=0' },
    },
    'everyIndexHasEndedAndSomeFailed',
  ],
  [
    'a success policy ends the Job early, and the rest of its Pods go',
    {
      spec: { ...indexed, successPolicy: { rules: [{ succeededIndexes: '0' }] } },
      pods: { a: 'succeeded #0', b: 'running #1' },
    },
    'successPolicyIsMet | delete b',
  ],
  [
    'failing comes before succeeding',
    { spec: { ...two, backoffLimit: 0 }, status: { succeeded: 3 }, pods: { a: 'failed' } },
    'failedPodsExceedBackoffLimit',
  ],
];

describe('the rules of a Job', () => {
  it.each(table)('%s', (_, situation, wanted) => {
    expect(told(situation)).toBe(wanted);
  });

  it('all stand in the table', () => {
    const named = new Set(table.map(([, , wanted]) => wanted.split(' | ')[0]));
    expect(jobRules.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });

  it('reach every state of the machine', () => {
    const reached = new Set(table.map(([, situation]) => sync(situation).state));
    expect(Object.keys(jobMachine.states).filter((state) => !reached.has(state))).toEqual([]);
  });

  it('lead to the same state from every state: a sync depends on what it sees alone', () => {
    const situation: Situation = { spec: two, pods: { a: 'running', b: 'pending' } };
    const results = Object.keys(jobMachine.states).map((state) => sync(situation, state));
    expect(new Set(results.map(({ state, rule }) => `${state} ${rule}`))).toEqual(
      new Set(['running podsAreActive']),
    );
  });
});
