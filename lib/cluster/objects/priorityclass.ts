import type { KubeObject } from './meta';

export interface PriorityClass extends KubeObject {
  readonly kind: 'PriorityClass';
  readonly value: number;
  /** For Pods that name no class. */
  readonly globalDefault?: boolean;
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never';
  readonly description?: string;
}
