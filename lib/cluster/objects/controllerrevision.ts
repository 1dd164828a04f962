import type { KubeObject } from './meta';
import type { PodTemplate } from './pod';

export interface ControllerRevision extends KubeObject {
  readonly kind: 'ControllerRevision';
  readonly revision: number;
  readonly data: { readonly spec: { readonly template: PodTemplate } };
}
