import type { BackOffRecord } from '@/lib/cluster/controllers/job/back-off';
import { newCondition } from '@/lib/cluster/controllers/job/conditions';
import { trackingFinalizer } from '@/lib/cluster/controllers/job/pods';
import { kinds } from '@/lib/cluster/kinds';
import type {
  Job,
  JobCondition,
  JobSpec,
  JobStatus,
  KubeObject,
  Manifest,
  ObjectMeta,
  OwnerReference,
  Pod,
} from '@/lib/cluster/objects';
import { timestamp } from '@/lib/cluster/time';

/** Jobs and Pods of the tests, at this moment of the clock, ms. */
export const nowMs = 100_000;

export const podTemplate = {
  metadata: { labels: { job: 'pi' } },
  spec: { restartPolicy: 'Never' as const, containers: [{ name: 'app', image: 'app:v1' }] },
};

/** The Job `pi` as a client sends it. */
export const pi = (spec: object = {}, more: object = {}): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'pi', ...more },
  spec: { template: podTemplate, ...spec },
});

export const owner: OwnerReference = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  name: 'pi',
  uid: 'job',
  controller: true,
  blockOwnerDeletion: true,
};

export const meta = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  namespace: 'default',
  uid: name,
  resourceVersion: '1',
  creationTimestamp: timestamp(0),
  ...more,
});

export const condition = (
  type: Parameters<typeof newCondition>[0],
  status: 'True' | 'False' = 'True',
): JobCondition => newCondition(type, status, 'Why', 'because', 0);

/** The Job as the API server keeps it, with its first status written. */
export function jobOf(
  spec: Partial<JobSpec> = {},
  status: JobStatus = {},
  more: Partial<ObjectMeta> = {},
): Job {
  const kind = kinds.get('Job');
  const object = { ...pi(spec), metadata: meta('pi', { uid: 'job', ...more }) } as unknown as KubeObject;
  const defaulted = kind?.defaulted(object);
  const job = (defaulted && kind?.prepared?.(defaulted)) as Job;
  return { ...job, status: { startTime: timestamp(0), ready: 0, terminating: 0, ...status } };
}

/**
 * How a Pod stands: `pending`, `running`, `ready`, `succeeded`, `failed`, with `42` as exit code; and `going`, `free` (nobody
 * manages it), `other` (the selector does not find it), `counted` (without finalizer), `restarts=2`, `at=90` (s, when it
 * ended), `#3` (index), `failures=1`.
 */
export function podOf(name: string, how: string): Pod {
  const words = how.split(' ');
  const is = (word: string) => words.includes(word);
  const value = (key: string) => words.find((word) => word.startsWith(key))?.slice(key.length);
  const phase = is('failed')
    ? 'Failed'
    : is('succeeded')
      ? 'Succeeded'
      : is('pending')
        ? 'Pending'
        : 'Running';
  const index = value('#');
  const failures = value('failures=');
  const exitCode = Number(words.find((word) => /^\d+$/.test(word)) ?? (is('failed') ? 1 : 0));
  const endedAt = timestamp(Number(value('at=') ?? 99) * 1000);
  const hasEnded = phase === 'Failed' || phase === 'Succeeded';
  const terminated = { exitCode, reason: exitCode ? 'Error' : 'Completed', finishedAt: endedAt };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(name, {
      labels: { job: 'pi', ...(!is('other') && { 'batch.kubernetes.io/controller-uid': 'job' }) },
      annotations: {
        ...(index !== undefined && { 'batch.kubernetes.io/job-completion-index': index }),
        ...(failures !== undefined && { 'batch.kubernetes.io/job-index-failure-count': failures }),
      },
      ...(!is('free') && { ownerReferences: [owner] }),
      ...(!is('counted') && !is('free') && { finalizers: [trackingFinalizer] }),
      ...(is('going') && { deletionTimestamp: timestamp(nowMs), deletionGracePeriodSeconds: 0 }),
    }),
    spec: { ...podTemplate.spec, nodeName: 'node-1' },
    status: {
      phase,
      conditions: [{ type: 'Ready', status: is('ready') ? 'True' : 'False', lastTransitionTime: endedAt }],
      containerStatuses: [
        {
          name: 'app',
          image: 'app:v1',
          ready: is('ready'),
          restartCount: Number(value('restarts=') ?? 0),
          state: hasEnded ? { terminated } : { running: { startedAt: timestamp(0) } },
        },
      ],
    },
  };
}

/** A Job in a situation: its spec, its status, its Pods by name, what the controller remembers. */
export interface Situation {
  readonly spec?: Partial<JobSpec>;
  readonly status?: JobStatus;
  readonly meta?: Partial<ObjectMeta>;
  readonly pods?: Readonly<Record<string, string>>;
  readonly memory?: BackOffRecord;
}

export const objectsOf = ({ spec, status, meta: more, pods = {} }: Situation): readonly KubeObject[] => [
  jobOf(spec, status, more),
  ...Object.entries(pods).map(([name, how]) => podOf(name, how)),
];
