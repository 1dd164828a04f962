import { isTerminating } from '../../keys';
import type { ReplicaSet } from '../../objects';
import { about, type Fiction, machineOf, type Rule } from '../rules';
import type { Observed } from './observed';
import type { Scaling } from './sizes';
import { hasDeadline, isComplete, progressingOf } from './status';
import { adopt, annotationsOfSize, create, release, sizeAll, undo, withRevision } from './writes';

/**
 * The life of a Deployment, as a list of rules that each sync asks from top to bottom; the first that holds decides.
 * Models pkg/controller/deployment/deployment_controller.go syncDeployment, sync.go, rolling.go, recreate.go (v1.37).
 * Upstream may do several of these in one sync; here each sync does one, and the write that it makes asks the next.
 * Leaves out: the rollback annotation of extensions/v1beta1, podReplacementPolicy, the limit of 15 retries.
 */

/** What of the status a sync with this rule tells: all (where absent), the counts alone, or nothing yet. */
export interface DeploymentRule extends Rule<Observed> {
  readonly tells?: 'counts' | 'nothing';
}

/** Sizes that are not as they should be, or of which the ReplicaSet does not know what they are a part of. */
const outOfProportion = (observed: Observed): Scaling[] => {
  const wanted = annotationsOfSize(observed);
  return observed.proportionalSizes.filter(
    ({ replicaSet: { metadata, spec }, replicas }) =>
      spec.replicas !== replicas ||
      Object.entries(wanted).some(([name, value]) => metadata.annotations?.[name] !== value),
  );
};

const toZero = (replicaSets: readonly ReplicaSet[]): Scaling[] =>
  replicaSets.map((replicaSet) => ({ replicaSet, replicas: 0 }));

const aboutFirst = (scalings: readonly Scaling[]): string | false => about(scalings[0]?.replicaSet);

/** No rollout goes on while this holds: what is there is sized, and no more. */
const isHeld = (observed: Observed) => !!observed.deployment.spec.paused || observed.isScaled;

const otherSize = (observed: Observed): Scaling[] => {
  const { activeOrLatest: replicaSet, deployment } = observed;
  const { replicas } = deployment.spec;
  return replicaSet && replicaSet.spec.replicas !== replicas ? [{ replicaSet, replicas }] : [];
};

const newIsSmallerThan = (observed: Observed, count: 'readyReplicas' | 'availableReplicas'): boolean =>
  (observed.newReplicaSet?.status[count] ?? 0) < (observed.newReplicaSet?.spec.replicas ?? 0);

const newSizeIf = ({ newReplicaSet: replicaSet, newSize: replicas }: Observed, sign: 1 | -1): Scaling[] =>
  replicaSet && (replicas - replicaSet.spec.replicas) * sign > 0 ? [{ replicaSet, replicas }] : [];

export const deploymentRules: readonly DeploymentRule[] = [
  {
    name: 'isBeingDeleted',
    state: 'beingDeleted',
    tells: 'counts',
    holds: ({ deployment }) => isTerminating(deployment),
  },
  {
    name: 'replicaSetHasLeftSelector',
    state: 'adoptingReplicaSets',
    tells: 'nothing',
    holds: (o) => about(o.strays[0]),
    writes: release,
  },
  {
    name: 'orphanMatchesSelector',
    state: 'adoptingReplicaSets',
    tells: 'nothing',
    holds: (o) => about(o.orphans[0]),
    writes: adopt,
  },
  {
    name: 'pauseHasEnded',
    state: 'resuming',
    tells: 'counts',
    holds: ({ deployment }) =>
      !deployment.spec.paused &&
      hasDeadline(deployment) &&
      progressingOf(deployment.status)?.reason === 'DeploymentPaused',
  },
  {
    name: 'newReplicaSetDiffers',
    state: 'recordingRevision',
    tells: 'nothing',
    holds: (o) => about(o.corrected),
    writes: (o) => (o.corrected ? [{ do: 'update', object: o.corrected }] : []),
  },
  {
    name: 'revisionIsNotRecorded',
    state: 'recordingRevision',
    tells: 'nothing',
    holds: (o) => o.unrecordedRevision !== undefined,
    writes: (o) => (o.unrecordedRevision === undefined ? [] : [withRevision(o, o.unrecordedRevision)]),
  },
  {
    name: 'onlyReplicaSetHasOtherSize',
    state: 'scaling',
    tells: 'counts',
    holds: (o) => isHeld(o) && aboutFirst(otherSize(o)),
    writes: (o) => sizeAll(o, otherSize(o)),
  },
  {
    name: 'newReplicaSetIsSaturated',
    state: 'scalingDownOldReplicaSets',
    tells: 'counts',
    holds: (o) => isHeld(o) && !o.activeOrLatest && o.isSaturated && about(o.activeOld[0]),
    writes: (o) => sizeAll(o, toZero(o.activeOld)),
  },
  {
    name: 'sizesAreOutOfProportion',
    state: 'scalingInProportion',
    tells: 'counts',
    holds: (o) => isHeld(o) && !o.activeOrLatest && aboutFirst(outOfProportion(o)),
    writes: (o) => sizeAll(o, outOfProportion(o)),
  },
  {
    name: 'pausedHistoryIsTooLong',
    state: 'cleaningUpHistory',
    tells: 'counts',
    holds: (o) => !!o.deployment.spec.paused && about(o.forgettable[0]),
    writes: (o) => o.forgettable.map((object) => ({ do: 'delete', object })),
  },
  {
    name: 'isPaused',
    state: 'paused',
    tells: 'counts',
    holds: ({ deployment }) => !!deployment.spec.paused,
  },
  { name: 'sizesStay', state: 'scaling', tells: 'counts', holds: (o) => o.isScaled },
  {
    name: 'oldReplicaSetsGoFirst',
    state: 'scalingDownOldReplicaSets',
    holds: (o) => o.isRecreated && about(o.activeOld[0]),
    writes: (o) => sizeAll(o, toZero(o.activeOld)),
  },
  {
    name: 'oldPodsAreStillThere',
    state: 'waitingForOldPodsToTerminate',
    holds: (o) => o.isRecreated && about(o.oldPod),
  },
  {
    name: 'newReplicaSetIsMissing',
    state: 'creatingNewReplicaSet',
    tells: 'nothing',
    holds: (o) => !o.newReplicaSet,
    writes: create,
  },
  {
    name: 'newReplicaSetIsTooLarge',
    state: 'scalingDownNewReplicaSet',
    holds: (o) => aboutFirst(newSizeIf(o, -1)),
    writes: (o) => sizeAll(o, newSizeIf(o, -1)),
  },
  {
    name: 'newReplicaSetMayGrow',
    state: 'scalingUpNewReplicaSet',
    holds: (o) => aboutFirst(newSizeIf(o, 1)),
    writes: (o) => sizeAll(o, newSizeIf(o, 1)),
  },
  {
    name: 'oldReplicasAreUnhealthy',
    state: 'cleaningUpUnhealthyReplicas',
    holds: (o) => aboutFirst(o.unhealthySizes),
    writes: (o) => sizeAll(o, o.unhealthySizes),
  },
  {
    name: 'enoughPodsAreAvailable',
    state: 'scalingDownOldReplicaSets',
    holds: (o) => aboutFirst(o.smallerOldSizes),
    writes: (o) => sizeAll(o, o.smallerOldSizes),
  },
  {
    name: 'historyIsTooLong',
    state: 'cleaningUpHistory',
    holds: (o) => o.wasComplete && about(o.forgettable[0]),
    writes: (o) => o.forgettable.map((object) => ({ do: 'delete', object })),
  },
  {
    name: 'progressDeadlineHasPassed',
    state: 'progressDeadlineExceeded',
    holds: (o) =>
      progressingOf(o.rolloutStatus)?.reason === 'ProgressDeadlineExceeded' && about(o.newReplicaSet),
  },
  {
    name: 'replicaSetFails',
    state: 'replicaFailure',
    holds: (o) => about(o.failure?.replicaSet),
  },
  {
    name: 'allReplicasAreUpdatedAndAvailable',
    state: 'complete',
    holds: (o) => isComplete(o.deployment, o.rolloutStatus),
  },
  {
    name: 'newPodsAreNotReady',
    state: 'waitingForReady',
    holds: (o) => newIsSmallerThan(o, 'readyReplicas') && about(o.newReplicaSet),
  },
  {
    name: 'newPodsAreNotAvailable',
    state: 'waitingForAvailable',
    holds: (o) => newIsSmallerThan(o, 'availableReplicas') && about(o.newReplicaSet),
  },
  { name: 'replicaSetsHaveToReport', state: 'waitingForReplicaSets', holds: () => true },
];

/**
 * A rollout that makes no progress ends where it stands; it is widely believed to go back. And a paused Deployment is scaled,
 * and keeps its template.
 */
export const deploymentFictions: readonly (Fiction<Observed> & DeploymentRule)[] = [
  {
    name: 'pauseStopsEverything',
    before: 'onlyReplicaSetHasOtherSize',
    state: 'standingStill',
    tells: 'counts',
    holds: ({ deployment }) => !!deployment.spec.paused,
  },
  {
    name: 'stuckRolloutIsUndone',
    before: 'progressDeadlineHasPassed',
    state: 'rollingBack',
    tells: 'nothing',
    holds: (o) => progressingOf(o.rolloutStatus)?.reason === 'ProgressDeadlineExceeded' && about(o.previous),
    writes: undo,
  },
];

export const deploymentMachine = machineOf('deployment', deploymentRules, deploymentFictions);
