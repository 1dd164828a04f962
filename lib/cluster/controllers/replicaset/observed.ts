import { type Beliefs, noBeliefs } from '../../belief';
import { isTerminating } from '../../keys';
import type { LabelSelector, Labels, Pod, ReplicaSet, ReplicationController } from '../../objects';
import { availableInMs, hasEnded, isReady } from '../../pods';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import { managedBy, orphanPods } from '../controller-ref';
import { replicasetFacts } from './facts';

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
  readonly firstUnready: Pod | undefined = undefined;
  readonly firstUnavailable: Pod | undefined = undefined;
  /** Milliseconds until the next Ready Pod becomes Available, if one waits for that. */
  readonly nextAvailableInMs: number | undefined;

  constructor(
    readonly owner: ReplicaOwner,
    readonly reading: Reading,
    readonly nowMs: number,
    readonly beliefs: Beliefs = noBeliefs,
  ) {
    const selector = selectorOf(owner);
    const isAsked = beliefs.ask(replicasetFacts, 'labelsAreAsked', true);
    const isSelected = (labels: Labels | undefined) => !isAsked || selects(selector, labels);
    const seconds = owner.spec.minReadySeconds ?? 0;
    const pods: Pod[] = [];
    const strays: Pod[] = [];
    const counts = { terminating: 0, ready: 0, available: 0 };
    let nextMs = Number.POSITIVE_INFINITY;
    for (const pod of managedBy<Pod>(reading, owner, 'Pod')) {
      if (hasEnded(pod)) continue;
      const isCounted = isSelected(pod.metadata.labels);
      if (isTerminating(pod)) counts.terminating += isCounted ? 1 : 0;
      else if (!isCounted) strays.push(pod);
      else {
        pods.push(pod);
        const inMs = isReady(pod) ? (availableInMs(pod, seconds, nowMs) ?? 0) : undefined;
        if (inMs === undefined) this.firstUnready ??= pod;
        else counts.ready++;
        if (inMs === 0) counts.available++;
        else this.firstUnavailable ??= pod;
        if (inMs) nextMs = Math.min(nextMs, inMs);
      }
    }
    this.pods = pods;
    this.strays = strays;
    this.orphans = orphanPods(reading, owner, (pod) => !hasEnded(pod) && isSelected(pod.metadata.labels));
    this.terminating = counts.terminating;
    this.ready = counts.ready;
    this.available = counts.available;
    this.nextAvailableInMs = nextMs < Number.POSITIVE_INFINITY ? nextMs : undefined;
  }

  /** Pods too many; below 0: too few. */
  get surplus(): number {
    return this.pods.length - this.owner.spec.replicas;
  }
}
