import { controllerOf, keyFor, keyOf, kindOf, namespaceOf } from '../../keys';
import type { Job, Pod } from '../../objects';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { managedBy } from '../controller-ref';
import { decide, machineOf, type Rule } from '../rules';
import { finishedCondition } from './conditions';
import { isOfAnother } from './job.machine';
import { isTracked, withoutFinalizer } from './pods';

/**
 * Pods that still hold the finalizer of a Job that will not count them any more: the Job is gone, has finished, or let go
 * of them. The finalizer is taken off, so that they can go.
 * Models pkg/controller/job/job_controller.go syncOrphanPod, handleSingleOrphanPod (v1.37).
 */
interface Observed {
  readonly pod: Pod;
  /** Somebody else's Pod; or a Job's that counts it itself. */
  readonly isKept: boolean;
}

export const orphanPodRules: readonly Rule<Observed>[] = [
  { name: 'jobCountsIt', state: 'kept', holds: ({ pod, isKept }) => !isTracked(pod) || isKept },
  {
    name: 'noJobCountsIt',
    state: 'released',
    holds: () => true,
    writes: ({ pod }) => [withoutFinalizer(pod)],
  },
];

export const orphanPodMachine = machineOf('job-orphan-pod', orphanPodRules);

function jobOf(pod: Pod, find: (name: string) => Job | undefined): Job | 'another' | undefined {
  const owner = controllerOf(pod.metadata);
  if (!owner) return undefined;
  if (owner.kind !== 'Job' || owner.apiVersion !== 'batch/v1') return 'another';
  const job = find(owner.name);
  return job?.metadata.uid === owner.uid ? job : undefined;
}

const isOpen = (job: Job | 'another' | undefined): boolean =>
  job === 'another' || (job !== undefined && (isOfAnother(job) || !finishedCondition(job)));

export const orphanPodController: Controller = {
  name: 'job-controller',
  kinds: ['Job', 'Pod'],
  delayMs: 10,
  concerns({ key, before, after }, reading) {
    if (kindOf(key) === 'Pod') {
      if (!after || !isTracked(after)) return [];
      const job = jobOf(after as Pod, (name) => reading.find<Job>('Job', namespaceOf(key), name));
      return isOpen(job) ? [] : [key];
    }
    const job = (after ?? before) as Job;
    const isOver = !after || (finishedCondition(job) && !(before && finishedCondition(before as Job)));
    return isOver ? managedBy<Pod>(reading, job, 'Pod').filter(isTracked).map(keyOf) : [];
  },
  sync(key, { reading, beliefs }: SyncContext): SyncResult {
    const pod = reading.get<Pod>(key);
    if (!pod) return { writes: [] };
    const job = jobOf(pod, (name) => reading.get<Job>(keyFor('Job', namespaceOf(key), name)));
    const { writes } = decide(
      orphanPodMachine,
      orphanPodRules,
      undefined,
      { pod, isKept: isOpen(job) },
      beliefs,
    );
    return { writes };
  },
};
