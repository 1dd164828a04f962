import type { Condition, KubeObject } from './meta';

export interface Namespace extends KubeObject {
  readonly kind: 'Namespace';
  /** Who has to have done its part before the namespace may go; not to be taken for the finalizers of the metadata. */
  readonly spec: { readonly finalizers?: readonly string[] };
  readonly status: {
    readonly phase: 'Active' | 'Terminating';
    readonly conditions?: readonly Condition[];
  };
}
