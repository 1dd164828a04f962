import type { NodeSelector } from './affinity';
import type { Condition, KubeObject, LabelSelector, Labels } from './meta';

export interface ClaimSpec {
  readonly accessModes: readonly string[];
  readonly resources: { readonly requests: Labels };
  /** Absent: the default class, if there is one. Empty: no class, a volume made by hand. */
  readonly storageClassName?: string;
  readonly volumeName?: string;
  readonly volumeMode?: string;
  readonly volumeAttributesClassName?: string;
  readonly selector?: LabelSelector;
}

export interface ClaimTemplate {
  readonly metadata: { readonly name: string; readonly labels?: Labels; readonly annotations?: Labels };
  readonly spec: ClaimSpec;
}

export interface PersistentVolumeClaim extends KubeObject {
  readonly kind: 'PersistentVolumeClaim';
  readonly spec: ClaimSpec;
  readonly status: {
    readonly phase: 'Pending' | 'Bound' | 'Lost';
    readonly capacity?: Labels;
    readonly accessModes?: readonly string[];
    readonly conditions?: readonly ClaimCondition[];
  };
}

export interface ClaimCondition extends Condition {
  readonly lastProbeTime: string | null;
}

export interface ClaimRef {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace: string;
  readonly name: string;
  /** Absent in a reference that somebody made by hand, for a claim to come. */
  readonly uid?: string;
}

export interface PersistentVolumeSpec {
  readonly capacity: Labels;
  readonly accessModes?: readonly string[];
  readonly claimRef?: ClaimRef;
  readonly persistentVolumeReclaimPolicy?: 'Retain' | 'Delete' | 'Recycle';
  readonly storageClassName?: string;
  readonly volumeMode?: string;
  readonly nodeAffinity?: { readonly required?: NodeSelector };
  readonly [field: string]: unknown;
}

export interface PersistentVolume extends KubeObject {
  readonly kind: 'PersistentVolume';
  readonly spec: PersistentVolumeSpec;
  readonly status: {
    readonly phase: 'Pending' | 'Available' | 'Bound' | 'Released' | 'Failed';
    readonly reason?: string;
    readonly message?: string;
    readonly lastPhaseTransitionTime?: string;
  };
}

export interface StorageClass extends KubeObject {
  readonly kind: 'StorageClass';
  readonly provisioner: string;
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  readonly volumeBindingMode: 'Immediate' | 'WaitForFirstConsumer';
  readonly allowVolumeExpansion?: boolean;
}
