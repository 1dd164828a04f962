import type { Condition, KubeObject, LabelSelector, Labels } from './meta';
import type { PodTemplate } from './pod';

export type PodFailurePolicyAction = 'FailJob' | 'FailIndex' | 'Ignore' | 'Count';

export interface OnExitCodes {
  readonly containerName?: string;
  readonly operator: 'In' | 'NotIn';
  readonly values: readonly number[];
}

export interface OnPodCondition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
}

export interface PodFailurePolicyRule {
  readonly action: PodFailurePolicyAction;
  readonly onExitCodes?: OnExitCodes;
  readonly onPodConditions?: readonly OnPodCondition[];
}

export interface PodFailurePolicy {
  readonly rules: readonly PodFailurePolicyRule[];
}

export interface SuccessPolicyRule {
  readonly succeededIndexes?: string;
  readonly succeededCount?: number;
}

export interface SuccessPolicy {
  readonly rules: readonly SuccessPolicyRule[];
}

export interface JobSpec {
  readonly parallelism: number;
  /** Absent: a work queue, whose Pods say themselves that all is done. */
  readonly completions?: number;
  readonly completionMode: 'NonIndexed' | 'Indexed';
  readonly backoffLimit: number;
  readonly backoffLimitPerIndex?: number;
  readonly maxFailedIndexes?: number;
  readonly podFailurePolicy?: PodFailurePolicy;
  readonly successPolicy?: SuccessPolicy;
  readonly podReplacementPolicy: 'TerminatingOrFailed' | 'Failed';
  readonly activeDeadlineSeconds?: number;
  readonly ttlSecondsAfterFinished?: number;
  readonly suspend: boolean;
  readonly selector: LabelSelector;
  readonly manualSelector: boolean;
  readonly managedBy?: string;
  readonly template: PodTemplate;
}

export interface JobCondition extends Condition {
  readonly lastProbeTime?: string;
}

export interface JobStatus {
  readonly active?: number;
  readonly ready?: number;
  readonly terminating?: number;
  readonly succeeded?: number;
  readonly failed?: number;
  readonly completedIndexes?: string;
  readonly failedIndexes?: string;
  readonly startTime?: string;
  readonly completionTime?: string;
  readonly conditions?: readonly JobCondition[];
  /** Uids of Pods that have ended and still hold the finalizer: counted as soon as it is off. */
  readonly uncountedTerminatedPods?: {
    readonly succeeded?: readonly string[];
    readonly failed?: readonly string[];
  };
}

export interface Job extends KubeObject {
  readonly kind: 'Job';
  readonly spec: JobSpec;
  readonly status: JobStatus;
}

/** A Job as it stands in a CronJob: without the defaults that need its name. */
export interface JobTemplate {
  readonly metadata?: { readonly labels?: Labels; readonly annotations?: Labels };
  readonly spec: Partial<JobSpec> & { readonly template: PodTemplate };
}
