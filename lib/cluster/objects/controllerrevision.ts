import type { KubeObject } from './meta';
import type { PodTemplate } from './pod';

/** A template as it was, as a patch that brings it back. */
export interface ControllerRevision extends KubeObject {
  readonly kind: 'ControllerRevision';
  readonly revision: number;
  readonly data: { readonly spec: { readonly template: PodTemplate & { readonly $patch?: 'replace' } } };
}
