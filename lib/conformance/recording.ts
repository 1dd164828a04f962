import type { NodeOptions } from '../cluster/beginnings';
import type { Manifest } from '../cluster/objects';

/** A recording of a real control plane, step by step: the form of conformance `cases/`. */
export interface CaseRecording {
  readonly name: string;
  readonly says?: string;
  readonly nodes?: readonly NodeOptions[];
  readonly observe?: { readonly image?: boolean; readonly node?: boolean; readonly revision?: boolean };
  readonly steps: readonly CaseStep[];
}

/** What happened to objects, a line for each. */
export type Done = readonly string[] | { readonly anyOrder: readonly string[] };

/** The status of objects, by kind and name. */
export type After = Readonly<Record<string, Readonly<Record<string, object>>>>;

export interface CaseStep {
  readonly do: Step;
  /** Seconds since the case began: when it was done, when it was looked at. */
  readonly at?: readonly [number, number];
  readonly refused?: { readonly status?: number; readonly reason?: string; readonly message?: string };
  readonly done?: Done;
  readonly events?: readonly Said[];
  readonly eventsVary?: boolean;
  readonly after: After;
  readonly afterVaries?: readonly string[];
}

export interface Said {
  readonly reason: string;
  readonly type: string;
  readonly on: string;
  readonly says: string;
  readonly by: string;
}

interface Change {
  readonly kind: string;
  readonly name: string;
  readonly body: object;
}

export interface Step {
  readonly apply?: Manifest;
  readonly create?: Manifest;
  readonly scale?: { readonly kind: string; readonly name: string; readonly replicas: number };
  readonly merge?: Change;
  readonly patch?: Change;
  /** The template of an old revision of a Deployment; revision 0 or none is the one before the newest. */
  readonly rollback?: { readonly name: string; readonly toRevision?: number };
  readonly delete?: {
    readonly kind: string;
    readonly name: string;
    readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
    readonly gracePeriodSeconds?: number;
  };
  readonly evict?: string;
  readonly kubelet?: readonly [string, string, number?];
  /** The kubelet step names an owner; the verb is for its oldest Pod that waits for it. */
  readonly any?: boolean;
  readonly addNode?: NodeOptions;
  readonly removeNode?: string;
  readonly node?: { readonly name: string; readonly body: object };
  readonly nodeReady?: NodeReady;
  /** The node's lease is no longer renewed. */
  readonly silence?: string;
  /** What the metrics API says of each Pod. */
  readonly metrics?: Readonly<Record<string, { readonly cpu?: string; readonly memory?: string }>>;
  readonly wait?: number;
  /** The second of the minute. */
  readonly waitUntilSecond?: number;
  readonly nothing?: unknown;
}

type Readiness = boolean | 'True' | 'False' | 'Unknown';

/** A node and the status of its Ready condition. */
export type NodeReady =
  | readonly [string, Readiness]
  | { readonly name: string; readonly status?: Readiness; readonly ready?: Readiness };
