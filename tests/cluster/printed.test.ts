import { describe, expect, it } from 'vitest';
import type { Container, ContainerState, ContainerStatus, KubeObject, Pod } from '@/lib/cluster/objects';
import { humanDuration } from '@/lib/cluster/printed/duration';
import { restartsColumn, rowOf, rowText } from '@/lib/cluster/printed/pod';
import {
  daemonSetColumns,
  deploymentColumns,
  jobColumns,
  replicaSetColumns,
  statefulSetColumns,
} from '@/lib/cluster/printed/workloads';

type Seen = ContainerState & { ready?: boolean; started?: boolean; restarts?: number; last?: number };
type Given = {
  readonly phase?: Pod['status']['phase'];
  readonly reason?: string;
  readonly conditions?: Readonly<Record<string, string>>;
  /** Init containers by name; `~` before it makes a sidecar. */
  readonly init?: Readonly<Record<string, Seen | undefined>>;
  readonly containers: Readonly<Record<string, Seen | undefined>>;
  readonly going?: true;
};

const running: Seen = { running: { startedAt: '2026-01-01T00:00:00Z' }, ready: true, started: true };
const notReady: Seen = { ...running, ready: false };
const waits = (reason: string, restarts = 0): Seen => ({ waiting: { reason }, restarts });
const ended = (exitCode: number, reason = exitCode ? 'Error' : 'Completed', restarts = 0): Seen => ({
  terminated: { exitCode, reason },
  restarts,
});

const specOf = (seen: Given['containers']): Container[] =>
  Object.keys(seen).map((name) => ({
    name: name.replace('~', ''),
    image: 'app:v1',
    ...(name.startsWith('~') && { restartPolicy: 'Always' as const }),
  }));

const statusesOf = (seen: Given['containers']): ContainerStatus[] =>
  Object.entries(seen).flatMap(([name, one]) => {
    if (!one) return [];
    const { ready = false, started = false, restarts = 0, last, ...state } = one;
    const finishedAt = last === undefined ? undefined : `2026-01-01T00:00:${String(last).padStart(2, '0')}Z`;
    return [
      {
        name: name.replace('~', ''),
        image: 'app:v1',
        ready,
        started,
        restartCount: restarts,
        state,
        ...(finishedAt && { lastState: { terminated: { exitCode: 1, reason: 'Error', finishedAt } } }),
      },
    ];
  });

const pod = ({ phase = 'Running', reason, conditions = {}, init = {}, containers, going }: Given): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'p',
    uid: 'u',
    resourceVersion: '1',
    creationTimestamp: '2026-01-01T00:00:00Z',
    ...(going && { deletionTimestamp: '2026-01-01T00:00:30Z' }),
  },
  spec: { containers: specOf(containers), initContainers: specOf(init) },
  status: {
    phase,
    ...(reason && { reason }),
    conditions: Object.entries(conditions).map(([type, said]) => {
      const [status, why] = said.split(' ');
      return { type, status: status as 'True', ...(why && { reason: why }) };
    }),
    initContainerStatuses: statusesOf(init),
    containerStatuses: statusesOf(containers),
  },
});

const initialized = { Initialized: 'True' };

describe('kubectl’s row of a Pod', () => {
  it.each<[string, Given, string]>([
    [
      'shows the phase before any container',
      { phase: 'Pending', containers: { a: undefined } },
      '0/1 Pending 0',
    ],
    [
      'shows that the Pod is held back by a gate',
      {
        phase: 'Pending',
        conditions: { PodScheduled: 'False SchedulingGated' },
        containers: { a: undefined },
      },
      '0/1 SchedulingGated 0',
    ],
    [
      'shows the status’s own reason before the phase',
      { phase: 'Failed', reason: 'Evicted', containers: { a: undefined } },
      '0/1 Evicted 0',
    ],
    [
      'shows why a container waits',
      { containers: { a: waits('CrashLoopBackOff', 3) } },
      '0/1 CrashLoopBackOff 3',
    ],
    ['counts containers that are ready', { containers: { a: running, b: notReady } }, '1/2 Running 0'],
    ['shows how a container ended', { containers: { a: ended(137, 'OOMKilled') } }, '0/1 OOMKilled 0'],
    [
      'shows a signal where no reason is',
      { containers: { a: { terminated: { exitCode: 1, reason: '', signal: 9 } } } },
      '0/1 Signal:9 0',
    ],
    [
      'shows an exit code where no reason is',
      { containers: { a: { terminated: { exitCode: 7, reason: '' } } } },
      '0/1 ExitCode:7 0',
    ],
    [
      'lets the first container speak',
      { containers: { a: ended(1), b: waits('ErrImagePull') } },
      '0/2 Error 0',
    ],
    [
      'lets the second speak when the first runs',
      { containers: { a: running, b: waits('ErrImagePull') } },
      '1/2 ErrImagePull 0',
    ],
    [
      'says Running when one is done and another serves',
      { conditions: { Ready: 'True' }, containers: { a: ended(0), b: running } },
      '1/2 Running 0',
    ],
    [
      'says NotReady when one is done and the Pod is not ready',
      { containers: { a: ended(0), b: running } },
      '1/2 NotReady 0',
    ],
    [
      'says how the other failed when one is done',
      { containers: { a: ended(0), b: ended(3) } },
      '0/2 Error 0',
    ],
    [
      'says Completed when all are done',
      { phase: 'Succeeded', containers: { a: ended(0), b: ended(0) } },
      '0/2 Completed 0',
    ],
    [
      'adds up restarts',
      { containers: { a: { ...running, restarts: 2 }, b: { ...running, restarts: 3 } } },
      '2/2 Running 5',
    ],
    ['says that a Pod is going', { going: true, containers: { a: running } }, '1/1 Terminating 0'],
    [
      'but not when it has ended',
      { going: true, phase: 'Succeeded', containers: { a: ended(0) } },
      '0/1 Completed 0',
    ],
    [
      'says Unknown when it goes with a lost node',
      { going: true, reason: 'NodeLost', containers: { a: running } },
      '1/1 Unknown 0',
    ],
  ])('%s', (_, given, row) => expect(rowText(pod(given))).toBe(row));

  it.each<[string, Given, string]>([
    [
      'counts those that are done',
      { phase: 'Pending', init: { x: ended(0), y: running }, containers: { a: waits('PodInitializing') } },
      '0/1 Init:1/2 0',
    ],
    [
      'counts none while the first waits',
      {
        phase: 'Pending',
        init: { x: waits('PodInitializing'), y: waits('PodInitializing') },
        containers: { a: waits('PodInitializing') },
      },
      '0/1 Init:0/2 0',
    ],
    [
      'says how one failed, and how often it was tried',
      { phase: 'Pending', init: { x: ended(1, 'Error', 2) }, containers: { a: waits('PodInitializing') } },
      '0/1 Init:Error 2',
    ],
    [
      'says its exit code where no reason is',
      {
        phase: 'Pending',
        init: { x: { terminated: { exitCode: 3, reason: '' } } },
        containers: { a: undefined },
      },
      '0/1 Init:ExitCode:3 0',
    ],
    [
      'says why one waits',
      {
        phase: 'Pending',
        init: { x: waits('CrashLoopBackOff', 4) },
        containers: { a: waits('PodInitializing') },
      },
      '0/1 Init:CrashLoopBackOff 4',
    ],
    [
      'forgets their restarts once they are done',
      { conditions: initialized, init: { x: ended(0, 'Completed', 4) }, containers: { a: running } },
      '1/1 Running 0',
    ],
    [
      'counts a sidecar among the containers, ready while it serves',
      { phase: 'Pending', init: { '~s': running, x: running }, containers: { a: waits('PodInitializing') } },
      '1/2 Init:1/2 0',
    ],
    [
      'waits for a sidecar that has not started',
      {
        phase: 'Pending',
        init: { '~s': { ...notReady, started: false } },
        containers: { a: waits('PodInitializing') },
      },
      '0/2 Init:0/1 0',
    ],
    [
      'adds a sidecar’s restarts',
      {
        conditions: initialized,
        init: { '~s': { ...running, restarts: 2 } },
        containers: { a: { ...running, restarts: 1 } },
      },
      '2/2 Running 3',
    ],
    [
      'looks at the containers, too, when a sidecar fails later',
      { conditions: initialized, init: { '~s': waits('CrashLoopBackOff', 5) }, containers: { a: running } },
      '1/2 Init:CrashLoopBackOff 5',
    ],
    [
      'leaves a sidecar out that has ended well',
      {
        phase: 'Succeeded',
        conditions: initialized,
        init: { '~s': { ...ended(0), started: true, ready: true } },
        containers: { a: ended(0) },
      },
      '0/2 Completed 0',
    ],
  ])('with init containers: %s', (_, given, row) => expect(rowText(pod(given))).toBe(row));

  it('says how long ago the last restart was', () => {
    const row = rowOf(
      pod({
        containers: { a: { ...running, restarts: 1, last: 3 }, b: { ...running, restarts: 1, last: 9 } },
      }),
    );
    expect(restartsColumn(row, 14_000)).toBe('2 (5s ago)');
    expect(restartsColumn({ ...row, restarts: 0 }, 14_000)).toBe('0');
    expect(restartsColumn(rowOf(pod({ containers: { a: { ...running, restarts: 2 } } })), 14_000)).toBe('2');
  });
});

describe('how long ago, in two or three figures', () => {
  const [s, m, h] = [1000, 60_000, 3_600_000];
  const d = 24 * h;
  it.each<[number, string]>([
    [-2 * s, '<invalid>'],
    [-1 * s, '0s'],
    [999, '0s'],
    [119 * s, '119s'],
    [120 * s, '2m'],
    [9 * m + 5 * s, '9m5s'],
    [10 * m + 5 * s, '10m'],
    [179 * m, '179m'],
    [180 * m, '3h'],
    [7 * h + 59 * m, '7h59m'],
    [8 * h + 59 * m, '8h'],
    [47 * h, '47h'],
    [48 * h, '2d'],
    [7 * d + 23 * h, '7d23h'],
    [8 * d + 23 * h, '8d'],
    [729 * d, '729d'],
    [730 * d, '2y'],
    [731 * d, '2y1d'],
    [8 * 365 * d + d, '8y'],
  ])('%i ms is %s', (ms, text) => expect(humanDuration(ms)).toBe(text));
});

describe('kubectl’s columns of workloads', () => {
  const object = (spec: object, status: object, metadata = {}): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Any',
    metadata: { name: 'x', uid: 'u', resourceVersion: '1', creationTimestamp: '', ...metadata },
    spec,
    status,
  });
  const condition = (type: string, status = 'True') => ({ conditions: [{ type, status }] });

  it('shows a Deployment’s ready of desired, up to date and available', () => {
    const web = object(
      { replicas: 4 },
      { replicas: 5, readyReplicas: 3, updatedReplicas: 2, availableReplicas: 1 },
    );
    expect(deploymentColumns(web)).toEqual(['3/4', '2', '1']);
    expect(deploymentColumns(object({ replicas: 4 }, {}))).toEqual(['0/4', '0', '0']);
  });

  it('shows a ReplicaSet’s desired, current and ready', () => {
    expect(replicaSetColumns(object({ replicas: 4 }, { replicas: 3, readyReplicas: 2 }))).toEqual([
      '4',
      '3',
      '2',
    ]);
  });

  it('shows a StatefulSet’s ready of desired', () => {
    expect(statefulSetColumns(object({ replicas: 4 }, { readyReplicas: 2 }))).toEqual(['2/4']);
  });

  it('shows a DaemonSet’s desired, current, ready, up to date and available', () => {
    const status = {
      desiredNumberScheduled: 5,
      currentNumberScheduled: 4,
      numberReady: 3,
      updatedNumberScheduled: 2,
      numberAvailable: 1,
    };
    expect(daemonSetColumns(object({}, status))).toEqual(['5', '4', '3', '2', '1']);
  });

  it.each<[string, object, object, object, string[]]>([
    ['runs', { completions: 3 }, {}, {}, ['Running', '0/3']],
    ['is complete', { completions: 3 }, { succeeded: 3, ...condition('Complete') }, {}, ['Complete', '3/3']],
    ['has failed', { completions: 1 }, condition('Failed'), {}, ['Failed', '0/1']],
    ['is suspended', { completions: 1 }, condition('Suspended'), {}, ['Suspended', '0/1']],
    ['is suspended no more', { completions: 1 }, condition('Suspended', 'False'), {}, ['Running', '0/1']],
    ['will fail', { completions: 1 }, condition('FailureTarget'), {}, ['FailureTarget', '0/1']],
    ['is going', { completions: 1 }, {}, { deletionTimestamp: 'now' }, ['Terminating', '0/1']],
    ['has a work queue', { parallelism: 3 }, { succeeded: 1 }, {}, ['Running', '1/1 of 3']],
    ['has a work queue of one', { parallelism: 1 }, { succeeded: 1 }, {}, ['Running', '1/1']],
  ])('shows that a Job %s', (_, spec, status, metadata, columns) =>
    expect(jobColumns(object(spec, status, metadata))).toEqual(columns),
  );
});
