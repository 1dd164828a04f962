import { isSame } from '../../api/merge';
import { type Beliefs, noBeliefs } from '../../belief';
import { controllerOf, isTerminating } from '../../keys';
import type { Condition, Deployment, DeploymentStatus, Pod, ReplicaSet } from '../../objects';
import { hasEnded } from '../../pods';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import { withBelievedLimits } from './believed-limits';
import { deploymentFacts } from './facts';
import {
  desiredReplicasOf,
  isSameTemplate,
  newestAnnotations,
  revisionAnnotation,
  revisionOf,
} from './replicasets';
import {
  availableReplicas,
  byCreation,
  maxReplicas,
  minAvailable,
  newSize,
  proportionalSizes,
  type Scaling,
  specReplicas,
} from './sizes';
import { isComplete, rolloutStatus } from './status';

export const isRecreated = ({ spec }: Deployment): boolean => spec.strategy.type === 'Recreate';

/** A history limit of this many ReplicaSets is none. */
const unlimited = 2147483647;

/**
 * Everything that one sync of a Deployment looks at. Made anew for each sync from the objects as they stand.
 * Models pkg/controller/deployment/deployment_controller.go getReplicaSetsForDeployment, sync.go, rolling.go reconcileOldReplicaSets,
 * recreate.go oldPodsRunning, and util/deployment_util.go FindNewReplicaSet, FindOldReplicaSets (v1.37).
 */
export class Observed {
  /** ReplicaSets of ours, the oldest first. */
  readonly replicaSets: readonly ReplicaSet[];
  /** ReplicaSets of ours that the selector finds no more. */
  readonly strays: readonly ReplicaSet[];
  /** The oldest that has the template of now; all others are old. */
  readonly newReplicaSet: ReplicaSet | undefined;
  readonly oldReplicaSets: readonly ReplicaSet[];
  /** The Deployment with the limits that its rollout goes by. */
  private readonly limited: Deployment;
  private statusOfRollout: DeploymentStatus | undefined;

  constructor(
    readonly deployment: Deployment,
    readonly reading: Reading,
    readonly nowMs: number,
    private readonly beliefs: Beliefs = noBeliefs,
  ) {
    this.limited = withBelievedLimits(beliefs, deployment);
    const { uid } = deployment.metadata;
    const owned = reading
      .ownedBy(uid)
      .filter(
        (object): object is ReplicaSet =>
          object.kind === 'ReplicaSet' && controllerOf(object.metadata)?.uid === uid,
      );
    const isSelected = this.isSelected.bind(this);
    this.replicaSets = owned.filter(isSelected).sort(byCreation);
    this.strays = owned.filter((replicaSet) => !isSelected(replicaSet));
    const { template } = deployment.spec;
    this.newReplicaSet = this.replicaSets.find(({ spec }) => isSameTemplate(spec.template, template));
    this.oldReplicaSets = this.replicaSets.filter((replicaSet) => replicaSet !== this.newReplicaSet);
  }

  private is(fact: (typeof deploymentFacts)['names'][number], truth: boolean): boolean {
    return this.beliefs.ask(deploymentFacts, fact, truth);
  }

  get isRecreated(): boolean {
    return this.is('oldPodsGoFirst', isRecreated(this.deployment));
  }

  /** New Pods that are not Available count as missing. */
  private get isNewAwaited(): boolean {
    return this.is('newPodsHaveToBeAvailable', true);
  }

  /** The old ReplicaSet of the highest revision. */
  get previous(): ReplicaSet | undefined {
    return [...this.oldReplicaSets].sort((a, b) => revisionOf(b) - revisionOf(a))[0];
  }

  private isSelected({ metadata }: ReplicaSet | Pod): boolean {
    return selects(this.deployment.spec.selector, metadata.labels);
  }

  /** ReplicaSets that the selector finds and nobody manages. */
  get orphans(): ReplicaSet[] {
    return this.reading
      .list<ReplicaSet>('ReplicaSet')
      .filter(
        (replicaSet) =>
          !controllerOf(replicaSet.metadata) &&
          replicaSet.metadata.namespace === this.deployment.metadata.namespace &&
          !isTerminating(replicaSet) &&
          this.isSelected(replicaSet),
      );
  }

  /** The number that the newest template has or is to get. */
  get nextRevision(): number {
    return 1 + Math.max(0, ...this.oldReplicaSets.map(revisionOf));
  }

  /** The new ReplicaSet with the annotations and minReadySeconds that it should have, if it has others. */
  get corrected(): ReplicaSet | undefined {
    const { newReplicaSet: now, deployment } = this;
    if (!now) return undefined;
    const { minReadySeconds } = deployment.spec;
    const annotations = newestAnnotations(deployment, now.metadata.annotations, this.nextRevision);
    const isRight =
      isSame(annotations, now.metadata.annotations ?? {}) &&
      (now.spec.minReadySeconds ?? 0) === (minReadySeconds ?? 0);
    if (isRight) return undefined;
    return { ...now, metadata: { ...now.metadata, annotations }, spec: { ...now.spec, minReadySeconds } };
  }

  /** The revision that the Deployment should show, if it shows another. */
  get unrecordedRevision(): string | undefined {
    const revision = this.newReplicaSet?.metadata.annotations?.[revisionAnnotation];
    return revision === this.deployment.metadata.annotations?.[revisionAnnotation] ? undefined : revision;
  }

  get active(): ReplicaSet[] {
    return this.replicaSets.filter(({ spec }) => spec.replicas > 0);
  }

  get activeOld(): ReplicaSet[] {
    return this.oldReplicaSets.filter(({ spec }) => spec.replicas > 0);
  }

  /** `replicas` is another than when the active ReplicaSets were sized: that is shared out before any rollout goes on. */
  get isScaled(): boolean {
    return this.active.some((replicaSet) => {
      const desired = desiredReplicasOf(replicaSet);
      return desired !== undefined && desired !== this.deployment.spec.replicas;
    });
  }

  /** The only ReplicaSet with replicas; if none has any, the newest. */
  get activeOrLatest(): ReplicaSet | undefined {
    const { active } = this;
    if (active.length > 1) return undefined;
    return active[0] ?? this.newReplicaSet ?? this.oldReplicaSets.at(-1);
  }

  /** The new ReplicaSet has all that the Deployment wants, knows that that is all, and all are available. */
  get isSaturated(): boolean {
    const { newReplicaSet, deployment } = this;
    if (!newReplicaSet) return false;
    const { replicas } = deployment.spec;
    return (
      newReplicaSet.spec.replicas === replicas &&
      desiredReplicasOf(newReplicaSet) === replicas &&
      (newReplicaSet.status.availableReplicas ?? 0) === replicas
    );
  }

  get proportionalSizes(): Scaling[] {
    return this.deployment.spec.strategy.type === 'RollingUpdate'
      ? proportionalSizes(this.limited, this.active)
      : [];
  }

  /** A Pod of an old ReplicaSet that has not ended, whether it is going or not; else such a ReplicaSet that counts some. */
  get oldPod(): Pod | ReplicaSet | undefined {
    const counting = this.oldReplicaSets.find(({ status }) => status.replicas > 0);
    if (counting) return counting;
    return this.oldReplicaSets
      .flatMap(({ metadata }) => this.reading.ownedBy(metadata.uid))
      .find(
        (object): object is Pod =>
          object.kind === 'Pod' && this.isSelected(object as Pod) && !hasEnded(object as Pod),
      );
  }

  /** The size that the new ReplicaSet should have now. */
  get newSize(): number {
    return newSize(this.limited, this.newReplicaSet?.spec.replicas ?? 0, specReplicas(this.replicaSets));
  }

  /**
   * How many old replicas may go although they count as available. New ones that are not available yet are taken off, or
   * the rollout would go on over their heads.
   */
  private get mayGo(): number {
    const { newReplicaSet, replicaSets } = this;
    const newUnavailable = this.isNewAwaited
      ? (newReplicaSet?.spec.replicas ?? 0) - (newReplicaSet?.status.availableReplicas ?? 0)
      : 0;
    return specReplicas(replicaSets) - minAvailable(this.limited) - newUnavailable;
  }

  /** Old replicas that are not available: they go first, and nobody loses them. */
  get unhealthySizes(): Scaling[] {
    let left = this.mayGo;
    const scalings: Scaling[] = [];
    for (const replicaSet of this.activeOld) {
      const { replicas } = replicaSet.spec;
      const unhealthy = replicas - (replicaSet.status.availableReplicas ?? 0);
      if (left <= 0 || unhealthy < 0) break;
      const going = Math.min(left, unhealthy);
      left -= going;
      if (going > 0) scalings.push({ replicaSet, replicas: replicas - going });
    }
    return scalings;
  }

  /** An old ReplicaSet that counts more available Pods than it wants: it has yet to see that it was scaled down. */
  get laggard(): ReplicaSet | undefined {
    return this.activeOld.find(({ spec, status }) => (status.availableReplicas ?? 0) > spec.replicas);
  }

  /** Old replicas that may go since enough others are available, from the oldest ReplicaSet on. */
  get smallerOldSizes(): Scaling[] {
    if (this.mayGo <= 0 || this.laggard) return [];
    const activeAndNew = this.newReplicaSet ? [...this.activeOld, this.newReplicaSet] : this.activeOld;
    const has = this.isNewAwaited ? availableReplicas(activeAndNew) : specReplicas(activeAndNew);
    let left = has - minAvailable(this.limited);
    const scalings: Scaling[] = [];
    for (const replicaSet of this.activeOld) {
      if (left <= 0) break;
      const going = Math.min(replicaSet.spec.replicas, left);
      left -= going;
      scalings.push({ replicaSet, replicas: replicaSet.spec.replicas - going });
    }
    return scalings;
  }

  /** Old ReplicaSets beyond the history limit, of the lowest revisions, that are empty and known to be. */
  get forgettable(): ReplicaSet[] {
    const { revisionHistoryLimit } = this.deployment.spec;
    if (revisionHistoryLimit === undefined || revisionHistoryLimit === unlimited) return [];
    const alive = this.oldReplicaSets.filter((replicaSet) => !isTerminating(replicaSet));
    const kept = this.is('historyIsKept', true) ? revisionHistoryLimit : 0;
    const counted = alive.length + (this.is('currentReplicaSetIsHistory', false) ? 1 : 0);
    const tooMany = Math.max(0, Math.min(alive.length, counted - kept));
    return [...alive]
      .sort((a, b) => revisionOf(a) - revisionOf(b) || byCreation(a, b))
      .slice(0, tooMany)
      .filter(
        ({ spec, status, metadata }) =>
          spec.replicas === 0 &&
          status.replicas === 0 &&
          (metadata.generation ?? 0) <= (status.observedGeneration ?? 0),
      );
  }

  /** The ReplicaSet that can't make or delete its Pods, the new one before the old ones, and what it says of that. */
  get failure(): { readonly replicaSet: ReplicaSet; readonly condition: Condition } | undefined {
    const first = this.newReplicaSet ? [this.newReplicaSet] : [];
    for (const replicaSet of [...first, ...this.oldReplicaSets]) {
      const condition = replicaSet.status.conditions?.find(({ type }) => type === 'ReplicaFailure');
      if (condition) return { replicaSet, condition };
    }
    return undefined;
  }

  get rolloutStatus(): DeploymentStatus {
    this.statusOfRollout ??= rolloutStatus(this);
    return this.statusOfRollout;
  }

  /** As the status that is stored says: the rollout was over before this sync. */
  get wasComplete(): boolean {
    return isComplete(this.deployment, this.deployment.status);
  }

  get mostReplicas(): number {
    return maxReplicas(this.limited);
  }
}
