import type { KubeObject } from './meta';

/** A Kubernetes Event (events.k8s.io), as `kubectl describe` lists it. */
export interface Event extends KubeObject {
  readonly kind: 'Event';
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly involvedObject: {
    readonly kind: string;
    readonly namespace?: string;
    readonly name: string;
    readonly uid: string;
    /** The container that it is about: `spec.containers{app}`. */
    readonly fieldPath?: string;
  };
  readonly reportingComponent: string;
  readonly count: number;
  readonly firstTimestamp: string;
  readonly lastTimestamp: string;
}
