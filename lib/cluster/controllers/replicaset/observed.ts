import { isTerminating } from '../../keys';
import type { LabelSelector, Labels, Pod, ReplicaSet, ReplicationController } from '../../objects';
import { availableInMs, isReady } from '../../pods';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import { isActive, isGoing, managedBy, orphanPods } from '../controller-ref';

/** Both keep a number of like Pods; they differ in how they select. */
export type ReplicaOwner = ReplicaSet | ReplicationController;

export const selectorOf = (owner: ReplicaOwner): LabelSelector =>
  owner.kind === 'ReplicaSet' ? owner.spec.selector : { matchLabels: owner.spec.selector };

/**
 * Everything that one sync looks at, made anew for each in one pass over the owner's Pods.
 * Models the first half of pkg/controller/replicaset/replica_set.go syncReplicaSet and claimPods (v1.37).
 */
export class Observed {
  /** Active Pods that the owner manages and its selector finds: those that count. In order of creation. */
  readonly pods: readonly Pod[];
  /** Pods that are going and count no more. */
  readonly terminating: number;
  /** Pods that the owner manages and its selector finds no more; and those that it finds and nobody manages. */
  readonly strays: readonly Pod[];
  readonly orphans: readonly Pod[];
  readonly ready: number;
  readonly available: number;
  readonly firstUnready: Pod | undefined;
  readonly firstUnavailable: Pod | undefined;
  /** Milliseconds until the next Ready Pod becomes Available, if one waits for that. */
  readonly nextAvailableInMs: number | undefined;

  constructor(
    readonly owner: ReplicaOwner,
    readonly reading: Reading,
    readonly nowMs: number,
  ) {
    const selector = selectorOf(owner);
    const isSelected = (labels: Labels | undefined) => selects(selector, labels);
    const pods: Pod[] = [];
    const strays: Pod[] = [];
    let terminating = 0;
    for (const pod of managedBy<Pod>(reading, owner, 'Pod')) {
      if (isActive(pod)) (isSelected(pod.metadata.labels) ? pods : strays).push(pod);
      else if (isGoing(pod) && isSelected(pod.metadata.labels)) terminating++;
    }
    this.pods = pods;
    this.terminating = terminating;
    this.strays = isTerminating(owner) ? [] : strays;
    this.orphans = isTerminating(owner) ? [] : orphanPods(reading, owner, isSelected);
    const seconds = owner.spec.minReadySeconds ?? 0;
    const waits = pods.map((pod) => (isReady(pod) ? (availableInMs(pod, seconds, nowMs) ?? 0) : undefined));
    const waiting = waits.filter((ms): ms is number => ms !== undefined && ms > 0);
    this.ready = waits.reduce<number>((sum, ms) => sum + (ms === undefined ? 0 : 1), 0);
    this.available = this.ready - waiting.length;
    this.firstUnready = pods[waits.indexOf(undefined)];
    this.firstUnavailable = pods[waits.findIndex((ms) => ms !== 0)];
    this.nextAvailableInMs = waiting.length ? waiting.reduce((a, b) => Math.min(a, b)) : undefined;
  }

  /** Pods too many; below 0: too few. */
  get surplus(): number {
    return this.pods.length - this.owner.spec.replicas;
  }
}
