import type { NodeOptions } from './beginnings';
import type { Manifest } from './objects';

/**
 * What somebody does to a Pod's programs: their readiness or liveness probes fail until said otherwise, or one of them ends with 1
 * at once (the first container's, unless `container` says which).
 */
export type FaultCommand = (
  | { readonly verb: 'failReadiness' | 'mendReadiness' | 'failLiveness' | 'mendLiveness' }
  | { readonly verb: 'crash'; readonly container?: string }
) & {
  /** The Pod's name. The fault belongs to this one life of the Pod and goes with it. */
  readonly pod: string;
};

/**
 * From now on every start of a Pod's containers takes `ms` longer until their processes do anything: listen, answer a probe, run
 * to their end. Said of a workload it holds for all Pods under it, those to come too; said of a StatefulSet's Pod, for its name.
 * What is said of the nearest counts. `mendStart` ends it, and with it the starts under way that it slows. An instance that runs
 * already is not touched; nor are init containers that are no sidecars.
 */
export type StartCommand = {
  readonly kind: string;
  readonly name: string;
} & ({ readonly verb: 'slowStart'; readonly ms: number } | { readonly verb: 'mendStart' });

/** Quantities, as a manifest writes them. */
export interface Amounts {
  readonly cpu?: string;
  readonly memory?: string;
}

/**
 * The work that comes to a workload from now on, in place of what came before: the Pods under it that are Ready share it evenly, each
 * in its first container. A metrics-server finds what comes of it every 15 seconds; a workload need not be there yet.
 */
export interface LoadCommand {
  readonly verb: 'load';
  readonly kind: string;
  readonly name: string;
  /** What the work takes, all of it together. */
  readonly shared: Amounts;
  /** What the containers of every running Pod use besides, by their names. */
  readonly each?: Readonly<Record<string, Amounts>>;
}

/** Runs a command in a container that runs (the first one, unless `container` says which), as `kubectl exec` does. */
export interface ExecCommand {
  readonly verb: 'exec';
  readonly pod: string;
  readonly container?: string;
  readonly command: readonly string[];
}

/** What a played kubelet is told (tests and recordings): see shared conformance README, `cases/`. */
export interface KubeletCommand {
  readonly verb: 'kubelet';
  readonly act: 'run' | 'ready' | 'unready' | 'succeed' | 'fail' | 'restart' | 'gone';
  readonly pod: string;
  readonly exitCode?: number;
}

/** What a node does on its own, and what its containers are measured to use: no request to the API server says it. */
export type NodeCommand =
  /** A machine joins: its kubelet registers it. It leaves when its Node is deleted. */
  | { readonly verb: 'addNode'; readonly node: NodeOptions }
  /** Its kubelet is cut off: nothing is renewed or reported, containers run on; `restore` ends that. */
  | { readonly verb: 'silence' | 'restore'; readonly node: string }
  /** What the metrics API says of Pods by name from now on, in place of what it said before. */
  | {
      readonly verb: 'metrics';
      readonly usage: Readonly<Record<string, Amounts>>;
    };

/**
 * What somebody outside does to the cluster: the only way in, and with the seed the whole save file.
 * Names are in the namespace `default` unless `namespace` says otherwise.
 */
export type Command = (
  | { readonly verb: 'apply' | 'create'; readonly object: Manifest }
  | { readonly verb: 'scale'; readonly kind: string; readonly name: string; readonly replicas: number }
  | {
      readonly verb: 'patch';
      readonly kind: string;
      readonly name: string;
      readonly type: 'merge' | 'strategic' | 'json';
      /** `status` patches the status subresource, as a controller of one's own would. */
      readonly subresource?: 'status';
      readonly body: object;
    }
  | {
      readonly verb: 'delete';
      readonly kind: string;
      readonly name: string;
      readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
      /** 0 with no kubelet's word is `--force`: the object goes at once. */
      readonly gracePeriodSeconds?: number;
    }
  /** The eviction subresource of a Pod: a deletion that asks the PodDisruptionBudgets first. */
  | { readonly verb: 'evict'; readonly name: string; readonly gracePeriodSeconds?: number }
  | NodeCommand
  | FaultCommand
  | StartCommand
  | LoadCommand
  | ExecCommand
  | KubeletCommand
) & { readonly namespace?: string };

export interface TimedCommand {
  /** Milliseconds since the cluster began. */
  readonly atMs: number;
  readonly command: Command;
}

/** A refusal of the API server, in its own words. Source: meta/v1 Status. */
export interface Status {
  readonly code: number;
  readonly reason: string;
  readonly message: string;
  /** The object that an Invalid is about. */
  readonly details?: { readonly kind: string; readonly name: string };
  /** What stands behind it, where the API server says so: which field is wrong, which PodDisruptionBudget refused, and why. */
  readonly causes?: readonly {
    readonly reason: string;
    readonly message: string;
    readonly field?: string;
  }[];
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly status: Status };
