import type { Condition, KubeObject, Labels } from './meta';

export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

export interface Node extends KubeObject {
  readonly kind: 'Node';
  readonly spec: {
    readonly podCIDR?: string;
    readonly unschedulable?: boolean;
    readonly taints?: readonly Taint[];
  };
  readonly status: {
    readonly capacity: Labels;
    readonly allocatable: Labels;
    readonly conditions: readonly Condition[];
  };
}
