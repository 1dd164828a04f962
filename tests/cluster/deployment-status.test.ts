import { describe, expect, it } from 'vitest';
import { Observed } from '@/lib/cluster/controllers/deployment/observed';
import { newReplicaSet } from '@/lib/cluster/controllers/deployment/replicasets';
import { progressCheckInMs } from '@/lib/cluster/controllers/deployment/status';
import { kinds } from '@/lib/cluster/kinds';
import type {
  Condition,
  Deployment,
  DeploymentCondition,
  DeploymentStatus,
  KubeObject,
  ObjectMeta,
  ReplicaSet,
  ReplicaSetStatus,
} from '@/lib/cluster/objects';
import { Store } from '@/lib/cluster/store';
import { timestamp } from '@/lib/cluster/time';
import { deployment } from './rollout';

const nowMs = 500_000;
const at = (seconds: number) => timestamp(nowMs + seconds * 1000);
const meta = (name: string): ObjectMeta => ({
  name,
  namespace: 'default',
  uid: name,
  resourceVersion: '1',
  generation: 1,
  creationTimestamp: timestamp(0),
});

function deploymentOf(status: DeploymentStatus, spec: object = {}): Deployment {
  const made = { ...deployment(4, spec), metadata: meta('web'), status } as unknown as KubeObject;
  return kinds.get('Deployment')?.defaulted(made) as Deployment;
}

function observe(status: DeploymentStatus, counts: Partial<ReplicaSetStatus>, spec: object = {}): Observed {
  const owner = deploymentOf(status, spec);
  const made = newReplicaSet(owner, 1, 4, 5) as unknown as ReplicaSet;
  const store = new Store();
  store.put(owner);
  store.put({
    ...made,
    metadata: { ...made.metadata, ...meta('rs') },
    status: { replicas: 4, ...counts },
  } as ReplicaSet);
  return new Observed(owner, store, nowMs);
}

const progressing = (reason: string, status: Condition['status'], updated = 0): DeploymentCondition => ({
  type: 'Progressing',
  status,
  reason,
  lastUpdateTime: at(updated),
  lastTransitionTime: at(-400),
});

const conditions = (status: DeploymentStatus, type: string) =>
  status.conditions?.filter((condition) => condition.type === type);

describe('what a Deployment says of progress', () => {
  const before = { replicas: 4, updatedReplicas: 4, readyReplicas: 1, availableReplicas: 1 };
  const said = (
    current: DeploymentCondition,
    counts: Partial<ReplicaSetStatus>,
    old: DeploymentStatus = before,
  ) => conditions(observe({ ...old, conditions: [current] }, counts).rolloutStatus, 'Progressing')?.[0];

  it('is that more Pods are ready, with a new time and the same transition', () => {
    expect(said(progressing('ReplicaSetUpdated', 'True', -100), { readyReplicas: 2 })).toEqual({
      type: 'Progressing',
      status: 'True',
      reason: 'ReplicaSetUpdated',
      message: 'ReplicaSet "rs" is progressing.',
      lastUpdateTime: at(0),
      lastTransitionTime: at(-400),
    });
  });

  it('is a transition when it was not progressing', () => {
    const found = said(progressing('ProgressDeadlineExceeded', 'False', -100), { readyReplicas: 2 });
    expect(found).toMatchObject({ status: 'True', lastTransitionTime: at(0) });
  });

  it.each([
    ['more updated', { replicas: 4 }, { ...before, updatedReplicas: 3, replicas: 3 }],
    ['fewer old', { replicas: 4 }, { ...before, replicas: 5 }],
    ['more available', { readyReplicas: 1, availableReplicas: 1 }, { ...before, availableReplicas: 0 }],
  ])('is progress: %s', (_, counts, old) => {
    expect(said(progressing('NewReplicaSetCreated', 'True', -100), counts, old)?.reason).toBe(
      'ReplicaSetUpdated',
    );
  });

  it('is nothing new when nothing is better', () => {
    const current = progressing('ReplicaSetUpdated', 'True', -100);
    expect(said(current, { readyReplicas: 1, availableReplicas: 1 })).toEqual(current);
    expect(said(current, {})).toEqual(current);
  });

  it('is that all is available, at the end', () => {
    const all = { readyReplicas: 4, availableReplicas: 4 };
    expect(said(progressing('ReplicaSetUpdated', 'True', -100), all)).toMatchObject({
      reason: 'NewReplicaSetAvailable',
      message: 'ReplicaSet "rs" has successfully progressed.',
      lastUpdateTime: at(0),
    });
  });

  it('stays so when Pods fail later', () => {
    const current = progressing('NewReplicaSetAvailable', 'True', -100);
    expect(said(current, { readyReplicas: 3 })).toEqual(current);
  });

  it('begins with a ReplicaSet that was found', () => {
    const found = conditions(observe(before, { readyReplicas: 1 }).rolloutStatus, 'Progressing')?.[0];
    expect(found).toMatchObject({ reason: 'FoundNewReplicaSet', message: 'Found new replica set "rs"' });
  });
});

describe('what a Deployment says of itself', () => {
  it('is Available with maxUnavailable fewer than wanted', () => {
    const available = (availableReplicas: number, spec: object = {}) =>
      conditions(observe({}, { availableReplicas }, spec).rolloutStatus, 'Available')?.map(
        ({ status, reason }) => `${status} ${reason}`,
      );
    expect(available(3)).toEqual(['True MinimumReplicasAvailable']);
    expect(available(2)).toEqual(['False MinimumReplicasUnavailable']);
    expect(available(3, { strategy: { type: 'Recreate' } })).toEqual(['False MinimumReplicasUnavailable']);
  });

  it('is ReplicaFailure as its ReplicaSet says, as long as that says so', () => {
    const failure = {
      type: 'ReplicaFailure',
      status: 'True' as const,
      reason: 'FailedCreate',
      message: 'exceeded quota',
      lastTransitionTime: at(-30),
    };
    const told = { ...failure, lastUpdateTime: at(-30) };
    expect(conditions(observe({}, { conditions: [failure] }).rolloutStatus, 'ReplicaFailure')).toEqual([
      told,
    ]);
    expect(conditions(observe({ conditions: [told] }, {}).rolloutStatus, 'ReplicaFailure')).toEqual([]);
  });

  it('leaves out counts of 0 but for Pods that are going', () => {
    const { conditions: _, ...counts } = observe({}, { replicas: 0 }).rolloutStatus;
    expect(JSON.parse(JSON.stringify(counts))).toEqual({
      observedGeneration: 1,
      unavailableReplicas: 4,
      terminatingReplicas: 0,
    });
  });
});

describe('the progress deadline is looked at again', () => {
  const checkIn = (current: DeploymentCondition | undefined, spec: object = {}, now = nowMs) => {
    const status = { replicas: 4, conditions: current ? [current] : [] };
    return progressCheckInMs(deploymentOf(status, spec), status, now);
  };
  const stuck = progressing('ReplicaSetUpdated', 'True', -100);

  it('a second after it', () => expect(checkIn(stuck)).toBe(501_000));
  it('at once when less than a second is left', () => expect(checkIn(stuck, {}, nowMs + 499_500)).toBe(501));
  it('at once when it has passed', () => expect(checkIn(stuck, {}, nowMs + 500_000)).toBe(1));
  it('not when it was told', () =>
    expect(checkIn(progressing('ProgressDeadlineExceeded', 'False', -700))).toBeUndefined());
  it('not after a rollout that is over', () =>
    expect(checkIn(progressing('NewReplicaSetAvailable', 'True', -700))).toBeUndefined());
  it('not where none is set', () =>
    expect(checkIn(stuck, { progressDeadlineSeconds: 2147483647 })).toBeUndefined());
  it('not before anything was said of progress', () => expect(checkIn(undefined)).toBeUndefined());
  it('not when all is done', () => {
    const done = { observedGeneration: 1, replicas: 4, updatedReplicas: 4, availableReplicas: 4 };
    const status = { ...done, conditions: [stuck] };
    expect(progressCheckInMs(deploymentOf(status), status, nowMs)).toBeUndefined();
  });
});
