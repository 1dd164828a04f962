import type { Json } from '../cluster/objects';

/**
 * A statement about a cluster at one moment, as data: it travels to the browser and is asked again on the server.
 * `object` is `Kind/name` in the namespace `default`; `path` is dotted (`status.readyReplicas`, `spec.template.spec.containers.0.image`).
 */
export type Condition =
  | { readonly object: string; readonly exists: boolean }
  | { readonly object: string; readonly path: string; readonly equals: Json }
  /** Ready as kubectl counts it: condition Ready is True. False also when the Pod is not there. */
  | { readonly pod: string; readonly ready: boolean }
  | { readonly pod: string; readonly terminating: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
