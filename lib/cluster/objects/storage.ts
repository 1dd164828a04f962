import type { KubeObject, Labels } from './meta';

export interface ClaimSpec {
  readonly accessModes: readonly string[];
  readonly resources: { readonly requests: Labels };
  readonly storageClassName?: string;
  readonly volumeName?: string;
  readonly volumeMode?: string;
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
  };
}

export interface PersistentVolume extends KubeObject {
  readonly kind: 'PersistentVolume';
  readonly spec: {
    readonly claimRef?: { readonly namespace: string; readonly name: string; readonly uid: string };
    readonly capacity: Labels;
    readonly [field: string]: unknown;
  };
  readonly status: { readonly phase: 'Available' | 'Bound' | 'Released' };
}
