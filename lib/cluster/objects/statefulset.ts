import type { KubeObject, LabelSelector } from './meta';
import type { PodTemplate } from './pod';
import type { ClaimTemplate } from './storage';

export type RetentionPolicy = 'Retain' | 'Delete';

export interface StatefulSetSpec {
  readonly replicas: number;
  readonly serviceName?: string;
  readonly selector: LabelSelector;
  readonly template: PodTemplate;
  readonly volumeClaimTemplates?: readonly ClaimTemplate[];
  readonly podManagementPolicy: 'OrderedReady' | 'Parallel';
  readonly updateStrategy: {
    readonly type: 'RollingUpdate' | 'OnDelete';
    readonly rollingUpdate?: { readonly partition?: number; readonly maxUnavailable?: number | string };
  };
  readonly minReadySeconds?: number;
  readonly ordinals?: { readonly start?: number };
  readonly persistentVolumeClaimRetentionPolicy?: {
    readonly whenDeleted?: RetentionPolicy;
    readonly whenScaled?: RetentionPolicy;
  };
  readonly revisionHistoryLimit?: number;
}

export interface StatefulSetStatus {
  readonly observedGeneration?: number;
  readonly replicas: number;
  readonly readyReplicas?: number;
  readonly currentReplicas?: number;
  readonly updatedReplicas?: number;
  readonly availableReplicas: number;
  readonly currentRevision?: string;
  readonly updateRevision?: string;
  readonly collisionCount?: number;
}

export interface StatefulSet extends KubeObject {
  readonly kind: 'StatefulSet';
  readonly spec: StatefulSetSpec;
  readonly status: StatefulSetStatus;
}
