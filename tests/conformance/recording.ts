import type { NodeOptions } from '@/lib/cluster/beginnings';
import type { Manifest } from '@/lib/cluster/objects';

/** A recording of a real control plane, step by step: the form of conformance `cases/`. */
export interface CaseRecording {
  readonly name: string;
  readonly says?: string;
  readonly nodes?: readonly NodeOptions[];
  readonly observe?: { readonly image?: boolean; readonly node?: boolean };
  readonly steps: readonly CaseStep[];
}

export interface CaseStep {
  readonly do: Step;
  /** Seconds since the case began: when it was done, when it was looked at. */
  readonly at?: readonly [number, number];
  readonly refused?: { readonly status?: number; readonly reason?: string; readonly message?: string };
  readonly done?: readonly string[] | { readonly anyOrder: readonly string[] };
  readonly events?: readonly Said[];
  readonly eventsVary?: boolean;
  readonly after: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly afterVaries?: readonly string[];
}

export interface Said {
  readonly reason: string;
  readonly type: string;
  readonly on: string;
  readonly says: string;
  readonly by: string;
}

export interface Step {
  readonly apply?: Manifest;
  readonly create?: Manifest;
  readonly scale?: { readonly kind: string; readonly name: string; readonly replicas: number };
  readonly merge?: { readonly kind: string; readonly name: string; readonly body: object };
  readonly patch?: { readonly kind: string; readonly name: string; readonly body: object };
  readonly delete?: {
    readonly kind: string;
    readonly name: string;
    readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
    readonly gracePeriodSeconds?: number;
  };
  readonly kubelet?: readonly [string, string, number?];
  /** The kubelet step names an owner; the verb is for its oldest Pod that waits for it. */
  readonly any?: boolean;
  readonly wait?: number;
  readonly nothing?: string;
}
