import type { KubeObject } from './meta';

export interface PodDisruptionBudget extends KubeObject {
  readonly kind: 'PodDisruptionBudget';
}
