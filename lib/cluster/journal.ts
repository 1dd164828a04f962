import type { Command, Status } from './command';
import type { KubeObject } from './objects';

/** Who wrote: `you` for a command, else the component's name as Events report it (`statefulset-controller`, `kubelet`, …). */
export interface Cause {
  readonly by: string;
  /** The object whose sync wrote, as `Kind/namespace/name`. */
  readonly on?: string;
  /** The rule that decided, as the machine's guard names it. */
  readonly rule?: string;
  /** Sequence number of the entry that this sync reacted to: following it leads back to a command. */
  readonly because?: number;
}

interface EntryBase {
  /** Position in the journal, from 0, without gaps. */
  readonly sequence: number;
  /** Milliseconds since the cluster began. */
  readonly atMs: number;
  readonly cause: Cause;
}

/** One write of the API server: `before` is absent for a creation, `after` for the moment that the object is gone. */
export interface WriteEntry extends EntryBase {
  readonly type: 'write';
  /** `Kind/namespace/name`; namespace is empty for Nodes and PersistentVolumes. */
  readonly key: string;
  readonly before?: KubeObject;
  readonly after?: KubeObject;
}

/** A machine took a sync: it went from one state to another, or stayed (`from` equals `to`) for another reason. */
export interface TransitionEntry extends EntryBase {
  readonly type: 'transition';
  /** Name of the machine: `statefulset`, `pod`. */
  readonly machine: string;
  /** The object whose life it is: `Kind/namespace/name`. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** The guard that let it through. */
  readonly guard: string;
  /** The objects named by the guard, e.g. the Pod that is waited for. */
  readonly about?: string;
}

/** Somebody outside did something; `refused` holds the API server's answer if it said no. */
export interface CommandEntry extends EntryBase {
  readonly type: 'command';
  readonly command: Command;
  readonly refused?: Status;
}

export type Entry = WriteEntry | TransitionEntry | CommandEntry;

/** Beside the entries, so that a journal reads and hashes the same whatever is known of its causes. */
const allCauses = new WeakMap<Cause, readonly number[]>();

/** Says of what is written with this cause that it came of all of these entries, not of `because` alone. */
export function causedByAll(cause: Cause, entries: readonly number[]): void {
  if (entries.length > 1 || entries[0] !== cause.because) allCauses.set(cause, entries);
}

/** The entries of which another one came, in order: mostly one, none where it began by itself. Those of one sync are one value. */
export const causesOf = ({ cause }: Entry): readonly number[] =>
  allCauses.get(cause) ?? (cause.because === undefined ? [] : [cause.because]);
