import type { Condition, KubeObject, Labels } from './meta';

export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /** When the node controller set it. */
  readonly timeAdded?: string;
}

export interface NodeCondition extends Condition {
  readonly lastHeartbeatTime?: string;
}

export interface NodeSpec {
  readonly podCIDR?: string;
  readonly podCIDRs?: readonly string[];
  readonly unschedulable?: boolean;
  readonly taints?: readonly Taint[];
}

export interface NodeStatus {
  readonly capacity: Labels;
  readonly allocatable: Labels;
  readonly conditions: readonly NodeCondition[];
  readonly addresses?: readonly { readonly type: string; readonly address: string }[];
  readonly nodeInfo?: Labels;
}

export interface Node extends KubeObject {
  readonly kind: 'Node';
  readonly spec: NodeSpec;
  readonly status: NodeStatus;
}
