import type { Beliefs } from '../belief';
import type { Chance } from '../chance';
import type { Write } from '../controllers/controller';
import type { KubeObject, Pod, PodStatus } from '../objects';
import type { BackOff } from './back-off';
import type { ContainerContext, ContainerState } from './container.machine';
import type { PodState } from './pod.machine';
import type { ProbeContext, ProbeState } from './probe.machine';
import type { SlowStart } from './slow-starts';
import type { Socket } from './sockets';

/** How one instance of a container ended. */
export interface Exit {
  readonly exitCode: number;
  readonly reason: string;
  readonly message?: string;
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  readonly containerID: string;
  /** What its program wrote of its end, where that is more than its exit code says. */
  readonly wrote?: string;
}

/** Being stopped: the hook, the wait for its turn, SIGTERM, SIGKILL. Source: kuberuntime_container.go killContainer. */
export interface Stopping {
  /** Seconds that are left of the grace period, as of `sinceMs`. */
  readonly graceSeconds: number;
  readonly sinceMs: number;
  /** Containers that have to end before this one gets SIGTERM. */
  readonly after: readonly string[];
  readonly stage: 'preStop' | 'waiting' | 'signalled';
  /** Its preStop hook goes on when the container ends: it has failed then. */
  readonly isHookOpen?: boolean;
}

/** One container of a Pod: its machine, and what the machine leaves to the kubelet. A value. */
export interface ContainerLife {
  readonly state: ContainerState;
  readonly context: ContainerContext;
  /** How it ended, while the kubelet has not looked yet. */
  readonly unseen?: Exit;
  readonly stopping?: Stopping;
  readonly backOff?: BackOff;
  /** The image that its newest instance runs. */
  readonly image?: string;
  /** What its newest instance listens on. */
  readonly listens?: readonly Socket[];
  /** Files in its own layer, which goes with the instance. */
  readonly files: readonly string[];
  /** The start of its newest instance is slow: until then its process does nothing. Kept until the container is ready. */
  readonly slowed?: { readonly untilMs: number; readonly by: SlowStart };
}

/** A container of which no instance was made yet. */
export const newContainer: ContainerLife = {
  state: 'Waiting',
  context: { attempt: -1, startedAtMs: 0, containerID: '' },
  files: [],
};

export type ProbeKind = 'startup' | 'liveness' | 'readiness';

/** A worker of the prober. Its ticks are at `originMs` and each period after that. */
export interface ProbeLife {
  readonly state: ProbeState;
  readonly context: ProbeContext;
  /** The instance that it probes. */
  readonly attempt: number;
  readonly originMs: number;
  readonly dueMs?: number;
}

/** What one turn of the worker still has to do, in order. */
export type Job =
  | {
      readonly do: 'kill';
      readonly container: string;
      readonly message: string;
      readonly graceSeconds: number;
    }
  | { readonly do: 'start'; readonly container: string }
  | { readonly do: 'killPod' };

/** A turn that is under way. Source: kuberuntime_manager.go SyncPod. */
export interface Turn {
  readonly jobs: readonly Job[];
  /** Its number among the turns of this life: a message for another one is stale. */
  readonly serial: number;
  readonly stage: 'starting' | 'postStart' | 'stopping';
  /** What the postStart hook that runs will have failed of. */
  readonly hookFailed?: string;
  /** An attempt to start something failed, or was held back until then. */
  readonly failed?: boolean;
  readonly heldUntilMs?: number;
  /** When a container was last started in it. */
  readonly startedAtMs?: number;
  /** Containers ended or could not run: the next look finds that. */
  readonly hasNews?: boolean;
  /** Containers were started: the next look finds that, too, which matters to those that wait for readiness. */
  readonly hasStarts?: boolean;
  /** It made the sandbox, which is news of its own while a postStart hook runs. */
  readonly isFirst?: boolean;
  /** Another turn was asked for meanwhile. */
  readonly isAsked?: boolean;
}

/** What somebody does to a Pod's programs from outside, for this one life of it. */
export interface Faults {
  readonly readiness?: boolean;
  readonly liveness?: boolean;
}

/** A Pod on its kubelet between two messages: a value. */
export interface PodLife {
  readonly state: PodState;
  readonly containers: Readonly<Record<string, ContainerLife>>;
  /** By container and kind: `app readiness`. */
  readonly probes: Readonly<Record<string, ProbeLife>>;
  readonly images: Readonly<Record<string, BackOff>>;
  readonly sandbox: 'none' | 'ready' | 'stopped';
  readonly podIP?: string;
  readonly turn?: Turn;
  readonly serial: number;
  /** When the worker has its next turn. */
  readonly turnAtMs?: number;
  /** How many turns are asked for, that one included. */
  readonly asked: number;
  /** The turn is only for containers that wait for their readiness. */
  readonly isForReadiness?: boolean;
  /** When the last turn ended. */
  readonly turnedAtMs: number;
  /** What runs is being stopped, for the Pod is over. */
  readonly isEnding?: boolean;
  /** The last status that the kubelet has made; what the API shows may hold its phase back. */
  readonly status?: PodStatus;
  /** Why the whole Pod failed. */
  readonly failure?: { readonly reason: string; readonly message: string };
  /** Files in its volumes that go with it. */
  readonly volumes: Readonly<Record<string, readonly string[]>>;
  readonly faults: Faults;
  /** By container and kind: the journal entry of what was done here that this probe finds something else since, until it tells. */
  readonly turnedBy?: Readonly<Record<string, number>>;
}

export type KubeletMessage =
  /** The worker's turn. */
  | { readonly type: 'turn' }
  /** What the turn waits for is done: a start, a hook. */
  | { readonly type: 'done'; readonly serial: number }
  | {
      readonly type: 'exited';
      readonly container: string;
      readonly attempt: number;
      readonly exitCode: number;
      readonly reason?: string;
      /** It waits for something: it ends if that is there by now. */
      readonly isTry?: boolean;
      readonly wrote?: string;
    }
  /** The next stage of a container's end. */
  | { readonly type: 'stop'; readonly container: string; readonly attempt: number }
  | { readonly type: 'probe'; readonly container: string; readonly kind: ProbeKind }
  | { readonly type: 'deleted' }
  /** Somebody else changed the Pod in a way that its kubelet cares about. */
  | { readonly type: 'changed' }
  | { readonly type: 'deadline' };

export interface Later {
  readonly afterMs: number;
  readonly message: KubeletMessage;
}

/** A machine of the Pod's went from one state to another, by a guard. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly guard: string;
}

export interface Reaction {
  readonly life: PodLife;
  readonly moves: readonly Move[];
  readonly writes: readonly Write[];
  readonly later: readonly Later[];
  /** Files of the PersistentVolumes to which something was written. */
  readonly disks?: Disks;
}

/** Files on PersistentVolumes, by their uid. */
export type Disks = Readonly<Record<string, readonly string[]>>;

export interface KubeletAround {
  readonly nowMs: number;
  readonly chance: Chance;
  readonly hostIP?: string;
  /** Where in each second the kubelet looks at its containers, ms. */
  readonly looksAtMs: number;
  /** The node is cut off: nothing that is written arrives. */
  readonly isSilent: boolean;
  /** The node has no network of Pods yet; undefined is that it has. */
  readonly lacksNetwork?: boolean;
  /** What is believed of the kubelet; undefined is nothing. */
  readonly beliefs?: Beliefs;
  /** The next free address of the Pod's node. */
  newIP(): string;
  find(kind: string, namespace: string, name: string): KubeObject | undefined;
  /** The files of a PersistentVolume, by its uid, or of a node, as `Node/NAME`. */
  disk(name: string): readonly string[];
  /** Whether the Pod reaches a Service by its name; undefined when there is no network to ask. */
  answers?(host: string, port: number): boolean;
  /** What others listen on in the node's own network: the node itself, and other Pods with hostNetwork. */
  nodeSockets?(): readonly Socket[];
  /** Whether the Pod's containers start slowly now. */
  slowStart(): SlowStart | undefined;
}

/** Whether its newest instance was, or is still, on its slow way to an answer: nothing else keeps it from one. */
export const isSlowed = ({ slowed, context, unseen }: ContainerLife): boolean =>
  slowed !== undefined && ((unseen ?? context.exit)?.finishedAtMs ?? 0) < slowed.untilMs;

export const isDeleted = (pod: Pod): boolean => pod.metadata.deletionTimestamp !== undefined;

/** `p_default(3f0c…)`: how the kubelet names a Pod. Source: pkg/kubelet/util/format Pod. */
export const fullName = ({ metadata }: Pod): string =>
  `${metadata.name}_${metadata.namespace ?? 'default'}(${metadata.uid})`;
