import type { KubeObject, Labels } from './meta';
import type { PodTemplate } from './pod';
import type { ReplicaSetStatus } from './replicaset';

export interface ReplicationController extends KubeObject {
  readonly kind: 'ReplicationController';
  readonly spec: {
    readonly replicas: number;
    readonly minReadySeconds?: number;
    readonly selector: Labels;
    readonly template: PodTemplate;
  };
  readonly status: ReplicaSetStatus;
}
