import type { KubeObject } from './meta';

export interface DaemonSet extends KubeObject {
  readonly kind: 'DaemonSet';
}
