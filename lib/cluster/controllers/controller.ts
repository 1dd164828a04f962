import type { Beliefs } from '../belief';
import type { Chance } from '../chance';
import type { Amounts, Status } from '../command';
import type { Flags } from '../flags';
import type { WriteEntry } from '../journal';
import type { KubeObject, Manifest } from '../objects';
import type { Reading } from '../store';

/** What a sync wants done. The API server does it, or refuses and the sync is asked again. */
export type Write =
  | {
      readonly do: 'create';
      readonly object: Manifest;
      /** What follows when it was made (an Event that names it), and when the API server said no. */
      readonly made?: (object: KubeObject) => readonly Write[];
      readonly refused?: (status: Status) => readonly Write[];
    }
  | { readonly do: 'update'; readonly object: KubeObject }
  | { readonly do: 'updateStatus'; readonly object: KubeObject }
  | {
      readonly do: 'delete';
      readonly object: KubeObject;
      readonly gracePeriodSeconds?: number;
      readonly propagationPolicy?: 'Background' | 'Foreground';
    }
  /** Through the finalize subresource of a Namespace: what holds it. */
  | { readonly do: 'finalize'; readonly object: KubeObject }
  | { readonly do: 'bind'; readonly object: KubeObject; readonly node: string }
  /** Through the scale subresource of the object. */
  | { readonly do: 'scale'; readonly object: KubeObject; readonly replicas: number }
  | {
      readonly do: 'event';
      readonly on: KubeObject;
      /** The part of the object that it is about: `spec.containers{app}`. */
      readonly fieldPath?: string;
      readonly type: 'Normal' | 'Warning';
      readonly reason: string;
      readonly message: string;
    };

/** What the metrics API says of one Pod. */
export interface Usage extends Amounts {
  /** The same of each container, where that is known. */
  readonly containers?: Readonly<Record<string, Amounts>>;
  /** When it was measured, ms. */
  readonly atMs: number;
}

/** What controllers learn from elsewhere than the API's objects. */
export interface Outside {
  /** Since when nothing was heard of a node's kubelet, ms; undefined while it speaks. */
  silentSinceMs(node: string): number | undefined;
  /** Whether anything serves metrics.k8s.io at all. */
  readonly hasMetricsApi: boolean;
  usageOf(podKey: string): Usage | undefined;
}

export interface SyncContext {
  readonly reading: Reading;
  readonly nowMs: number;
  readonly chance: Chance;
  /** The state in which the last sync left this object's machine; undefined before the first. */
  readonly state: string | undefined;
  /** What the last sync remembered of this object; undefined before the first, and when the object was gone since. */
  readonly memory?: unknown;
  readonly outside: Outside;
  readonly flags: Flags;
  /** What is believed of the controller; undefined is nothing. */
  readonly beliefs?: Beliefs;
}

export interface SyncResult {
  readonly writes: readonly Write[];
  /** Where the sync left the machine, by which rule, and the object that the rule names. */
  readonly state?: string;
  readonly rule?: string;
  readonly about?: string;
  /** What the controller keeps of the object in its own memory, as a value, in place of what it kept; needs a machine. */
  readonly memory?: unknown;
  /** Ask again after so many milliseconds, though nothing may have changed by then. */
  readonly againAfterMs?: number;
}

/**
 * A control loop: is told of writes, says whose sync they concern, and syncs one object at a time.
 * Level-triggered: a sync looks at what is, never at what happened.
 */
export interface Controller {
  /** As Events report it: `statefulset-controller`. */
  readonly name: string;
  /** The machine's name, if its syncs run one. */
  readonly machine?: string;
  readonly kinds: readonly string[];
  /** From a write to the sync that it causes: watch, queue and a worker's turn, ms. */
  readonly delayMs: number;
  /** The same after a write of this sort, where it is not `delayMs`: some controllers gather what happens for a while. */
  readonly delayAfter?: (entry: Pick<WriteEntry, 'key' | 'before' | 'after'>) => number;
  /** Keys to sync because of a write. */
  concerns(
    entry: Pick<WriteEntry, 'key' | 'before' | 'after'>,
    reading: Reading,
    beliefs?: Beliefs,
  ): readonly string[];
  /** Keys to sync when a node's kubelet falls silent or is heard again. */
  readonly concernsSilence?: (node: string) => readonly string[];
  sync(key: string, context: SyncContext): SyncResult;
}
