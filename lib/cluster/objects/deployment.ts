import type { KubeObject } from './meta';

export interface Deployment extends KubeObject {
  readonly kind: 'Deployment';
}
