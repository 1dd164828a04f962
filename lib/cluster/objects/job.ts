import type { KubeObject } from './meta';

export interface Job extends KubeObject {
  readonly kind: 'Job';
}
