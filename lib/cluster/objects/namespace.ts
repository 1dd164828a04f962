import type { KubeObject } from './meta';

export interface Namespace extends KubeObject {
  readonly kind: 'Namespace';
}
