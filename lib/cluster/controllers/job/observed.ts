import { type Beliefs, noBeliefs } from '../../belief';
import { isTerminating } from '../../keys';
import type { ContainerStatus, Job, Pod, PodStatus } from '../../objects';
import { isReady } from '../../pods';
import { selects } from '../../selector';
import type { Reading } from '../../store';
import { momentOf } from '../../time';
import { isActive, isGoing, managedBy, orphanPods } from '../controller-ref';
import { type BackOffRecord, recordAfter } from './back-off';
import { jobFacts } from './facts';
import { verdictOn } from './failure-policy';
import { awaitingReplacement, type Indexes, indexesIn } from './indexed';
import { total } from './intervals';
import { type Management, managed } from './management';
import { type Outcome, outcomeOf } from './outcome';
import { indexOf, isTracked } from './pods';

const noPods: ReadonlyMap<number, Pod> = new Map();

/**
 * Everything that one sync of a Job looks at, made anew for each in a few passes over its Pods.
 * Models the first half of pkg/controller/job/job_controller.go syncJob (v1.37).
 */
export class Observed {
  /** Pods that the Job manages and its selector finds. */
  readonly pods: readonly Pod[];
  readonly active: readonly Pod[];
  readonly ready: number;
  /** Going, and not ended yet. */
  readonly terminating: number;
  /** Pods that the Job manages and its selector finds no more; and those that it finds and nobody manages. */
  readonly strays: readonly Pod[];
  readonly orphans: readonly Pod[];
  readonly isIndexed: boolean;
  readonly uncounted: { readonly succeeded: ReadonlySet<string>; readonly failed: ReadonlySet<string> };
  /** All successes and failures, with those that the status has not counted yet. */
  readonly succeeded: number;
  readonly failed: number;
  readonly indexes: Indexes | undefined;
  /** This sync is the second half of the one before: Pods are counted, and none is made or deleted. */
  readonly isCounting: boolean;
  /** With backoffLimitPerIndex: failed Pods that wait for their replacement, by index. */
  readonly awaiting: ReadonlyMap<number, Pod>;
  readonly backOff: BackOffRecord;
  /** Uids of Pods that the sync before this one has judged: now they are let go of. */
  readonly seen: ReadonlySet<string>;
  private cachedManagement: Management | undefined;
  private cachedOutcome: Outcome | 'none' | undefined;

  constructor(
    readonly job: Job,
    readonly reading: Reading,
    readonly nowMs: number,
    remembered?: BackOffRecord,
    readonly beliefs: Beliefs = noBeliefs,
  ) {
    const { spec, status } = job;
    const mine = managedBy<Pod>(reading, job, 'Pod');
    const isSelected = (pod: Pod) => selects(spec.selector, pod.metadata.labels);
    this.pods = mine.filter(isSelected);
    this.strays = isTerminating(job) ? [] : mine.filter((pod) => !isSelected(pod));
    this.orphans = isTerminating(job) ? [] : orphanPods(reading, job, isSelected);
    this.active = this.pods.filter(isActive);
    this.ready = this.active.filter(isReady).length;
    this.terminating = this.pods.filter(isGoing).length;
    this.seen = new Set(remembered?.seen);
    this.isCounting = this.pods.some((pod) => isTracked(pod) && this.seen.has(pod.metadata.uid));
    this.isIndexed = spec.completionMode === 'Indexed';
    this.uncounted = {
      succeeded: new Set(status.uncountedTerminatedPods?.succeeded),
      failed: new Set(status.uncountedTerminatedPods?.failed),
    };
    const newSucceeded = this.pods.filter(
      (pod) => this.isNews(pod, this.uncounted.succeeded) && pod.status.phase === 'Succeeded',
    );
    const newFailed = this.pods.filter(
      (pod) => this.isNews(pod, this.uncounted.failed) && this.isFailed(pod),
    );
    const counted = newFailed.filter((pod) => verdictOn(spec.podFailurePolicy, pod).counts);
    this.failed = (status.failed ?? 0) + counted.length + this.uncounted.failed.size;
    this.indexes = this.isIndexed ? indexesIn(job, this.pods, (pod) => this.isFailed(pod)) : undefined;
    this.succeeded = this.indexes
      ? total(this.indexes.succeeded)
      : (status.succeeded ?? 0) + newSucceeded.length + this.uncounted.succeeded.size;
    this.awaiting =
      this.indexes?.failed === undefined
        ? noPods
        : awaitingReplacement(job, this.pods, this.active, this.indexes, (pod) => this.isFailed(pod));
    this.backOff = recordAfter(remembered, newSucceeded, newFailed);
  }

  /** What a fact is believed to be, or is. */
  is(fact: (typeof jobFacts)['names'][number], truth: boolean): boolean {
    return this.beliefs.ask(jobFacts, fact, truth);
  }

  /** A Pod whose end is in no counter yet. Source: getValidPodsWithFilter. */
  private isNews(pod: Pod, uncounted: ReadonlySet<string>): boolean {
    const { uid } = pod.metadata;
    return isTracked(pod) && !uncounted.has(uid) && !this.seen.has(uid) && this.hasValidIndex(pod);
  }

  hasValidIndex(pod: Pod): boolean {
    if (!this.isIndexed) return true;
    const index = indexOf(pod);
    return index !== undefined && index < (this.job.spec.completions ?? 0);
  }

  /**
   * Failed, or on its way out: what is deleted counts as failed at once, unless the Job replaces Pods only when they have
   * failed. Source: isPodFailed.
   */
  isFailed(pod: Pod): boolean {
    if (pod.status.phase === 'Failed') return true;
    if (this.replacesOnlyFailed) return false;
    return isTerminating(pod) && pod.status.phase !== 'Succeeded';
  }

  get replacesOnlyFailed(): boolean {
    return this.job.spec.podReplacementPolicy === 'Failed';
  }

  /** Restarts in place of all containers of Pods that have not ended, under restartPolicy OnFailure. */
  get restarts(): number {
    if (this.job.spec.template.spec.restartPolicy !== 'OnFailure') return 0;
    return this.pods
      .filter(({ status }) => status.phase === 'Running' || status.phase === 'Pending')
      .flatMap(({ status }) => [
        ...((status as PodStatus & { initContainerStatuses?: ContainerStatus[] }).initContainerStatuses ??
          []),
        ...(status.containerStatuses ?? []),
      ])
      .reduce((sum, { restartCount }) => sum + restartCount, 0);
  }

  /** Milliseconds until the active deadline; at 0 it has passed. Undefined while none runs. */
  get deadlineInMs(): number | undefined {
    const { activeDeadlineSeconds, suspend } = this.job.spec;
    if (activeDeadlineSeconds === undefined || suspend) return undefined;
    if (!this.is('deadlineIsOfTheJob', true)) return undefined;
    const { startTime } = this.job.status;
    const startMs = startTime === undefined ? this.nowMs : momentOf(startTime);
    return Math.max(0, startMs + activeDeadlineSeconds * 1000 - this.nowMs);
  }

  get management(): Management {
    this.cachedManagement ??= managed(this);
    return this.cachedManagement;
  }

  /** What the Job will come to, if that is sure. */
  get outcome(): Outcome | undefined {
    this.cachedOutcome ??= outcomeOf(this, this.beliefs.of('job')) ?? 'none';
    return this.cachedOutcome === 'none' ? undefined : this.cachedOutcome;
  }
}
