/**
 * Kubernetes objects as the API serves them: its field names, its nesting, its defaults. One file a kind.
 * Objects are values: nobody changes one, a change makes a new one (DESIGN.md part 2).
 * Only fields that the model reads or writes are typed; the rest passes through as it came.
 * Source: k8s.io/api v0.37; k8s.io/apimachinery meta/v1.
 */
export * from './affinity';
export * from './controllerrevision';
export * from './cronjob';
export * from './daemonset';
export * from './deployment';
export * from './event';
export * from './horizontalpodautoscaler';
export * from './job';
export * from './meta';
export * from './namespace';
export * from './node';
export * from './pod';
export * from './poddisruptionbudget';
export * from './priorityclass';
export * from './replicaset';
export * from './replicationcontroller';
export * from './service';
export * from './statefulset';
export * from './storage';
