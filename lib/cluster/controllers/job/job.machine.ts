import { controllerRef, isTerminating } from '../../keys';
import type { Job, Pod } from '../../objects';
import type { Write } from '../controller';
import { deletePod } from '../controller-ref';
import { about, machineOf, type Rule } from '../rules';
import { finishedCondition } from './conditions';
import { failureCounts } from './indexed';
import type { Observed } from './observed';
import { outcomeRules } from './outcome';
import { createJobPod, deleteUncounted, isTracked, trackingFinalizer, withoutFinalizer } from './pods';

/**
 * The life of a Job, as a list of rules that each sync asks from top to bottom; the first that holds decides.
 * Models pkg/controller/job/job_controller.go syncJob, getPodsForJob, manageJob (v1.37).
 * Adopting and releasing is a sync of its own here, followed by another at once.
 */

/** Jobs of other controllers are left alone. */
const ourName = 'kubernetes.io/job-controller';

export const isOfAnother = ({ spec }: Job): boolean =>
  spec.managedBy !== undefined && spec.managedBy !== ourName;

const adoptPods = ({ job, orphans }: Observed): Write[] =>
  orphans.map((pod) => ({
    do: 'update',
    object: {
      ...pod,
      metadata: {
        ...pod.metadata,
        ownerReferences: [...(pod.metadata.ownerReferences ?? []), controllerRef(job)],
        finalizers: isTracked(pod)
          ? pod.metadata.finalizers
          : [...(pod.metadata.finalizers ?? []), trackingFinalizer],
      },
    },
  }));

const releasePods = ({ job, strays }: Observed): Write[] =>
  strays.map((stray) => {
    const { object: pod } = withoutFinalizer(stray) as { object: Pod };
    const owners = pod.metadata.ownerReferences?.filter(({ uid }) => uid !== job.metadata.uid);
    const ownerReferences = owners?.length ? owners : undefined;
    return { do: 'update', object: { ...pod, metadata: { ...pod.metadata, ownerReferences } } };
  });

const createPods = ({ job, management, awaiting }: Observed): Write[] =>
  management.creates.map((index) => {
    const isPerIndex = index !== undefined && job.spec.backoffLimitPerIndex !== undefined;
    return createJobPod(job, index, isPerIndex ? failureCounts(job, awaiting.get(index)) : {});
  });

const deletePods = ({ job, management }: Observed): Write[] =>
  management.deletes.flatMap((pod) => deleteUncounted(job, pod));

/** At the end every active Pod goes; its finalizer stays until it is counted. */
const endPods = ({ job, active }: Observed): Write[] => active.flatMap((pod) => deletePod(pod, job));

const endings = outcomeRules.map(
  ({ name, type }): Rule<Observed> => ({
    name,
    state: type === 'FailureTarget' ? 'failing' : 'succeeding',
    holds: ({ outcome }) => outcome?.rule === name,
    writes: name === 'completionsAreReached' ? deletePods : endPods,
  }),
);

export const jobRules: readonly Rule<Observed>[] = [
  {
    name: 'anotherControllerManagesIt',
    state: 'unmanaged',
    holds: ({ job }) => isOfAnother(job),
  },
  { name: 'isComplete', state: 'complete', holds: ({ job }) => finishedCondition(job)?.type === 'Complete' },
  { name: 'hasFailed', state: 'failed', holds: ({ job }) => finishedCondition(job)?.type === 'Failed' },
  {
    name: 'podHasLeftSelector',
    state: 'releasingPods',
    holds: ({ strays }) => about(strays[0]),
    writes: releasePods,
  },
  {
    name: 'orphanMatchesSelector',
    state: 'adoptingPods',
    holds: ({ orphans }) => about(orphans[0]),
    writes: adoptPods,
  },
  {
    name: 'podsOfItsEndAreTerminating',
    state: 'waitingForTermination',
    holds: ({ outcome, active, terminating }) =>
      outcome?.isOld === true && active.length === 0 && terminating > 0,
  },
  ...endings,
  { name: 'isBeingDeleted', state: 'beingDeleted', holds: ({ job }) => isTerminating(job) },
  { name: 'endedPodsAreNamed', state: 'countingPods', holds: ({ isCounting }) => isCounting },
  {
    name: 'isSuspendedWithActivePods',
    state: 'suspending',
    holds: ({ job, active }) => job.spec.suspend && active.length > 0,
    writes: deletePods,
  },
  { name: 'isSuspended', state: 'suspended', holds: ({ job }) => job.spec.suspend },
  {
    name: 'hasTooManyActivePods',
    state: 'deletingPods',
    holds: ({ management }) => about(management.deletes[0]),
    writes: deletePods,
  },
  {
    name: 'hasTooFewActivePods',
    state: 'creatingPods',
    holds: ({ management }) => management.creates.length > 0,
    writes: createPods,
  },
  {
    name: 'failedPodWaitsForBackOff',
    state: 'backingOff',
    holds: ({ management }) => management.waitsMs > 0,
  },
  { name: 'podsAreActive', state: 'running', holds: ({ active }) => active.length > 0 },
  {
    name: 'podsAreTerminating',
    state: 'waitingForTermination',
    holds: ({ terminating }) => terminating > 0,
  },
  { name: 'noPodIsWanted', state: 'idle', holds: () => true },
];

export const jobMachine = machineOf('job', jobRules);
