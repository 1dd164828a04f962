import type { Command } from '../cluster/command';
import type { Labels } from '../cluster/objects';
import type { Denial } from './denial';
import type { ObjectDifference } from './difference';
import type { Gap } from './lack';

/**
 * What a figure shows at one moment: the whole interface between the model and the screen. Plain data, no words of a
 * language: the screen has the words (app/_ui/lab/words). All times are milliseconds since the cluster began.
 */

/** State of a Pod as look.md part 4 lists them; `reserved`: its controller will make it. */
export type PodState =
  | 'reserved'
  | 'pending'
  | 'creating'
  | 'notReady'
  | 'ready'
  | 'partlyReady'
  | 'terminating'
  | 'imageError'
  | 'crashLoop'
  | 'failed'
  | 'succeeded'
  | 'unknown';

export interface PodView {
  readonly key: string;
  readonly name: string;
  readonly uid: string;
  readonly ordinal?: number;
  readonly node?: string;
  readonly state: PodState;
  /** kubectl's READY, STATUS and RESTARTS columns. */
  readonly readyColumn: string;
  readonly statusColumn: string;
  readonly restarts: number;
  /** While terminating: share of the grace period used, 0 to 1, and whether it was Ready when it was marked. */
  readonly graceUsed?: number;
  readonly wasReady?: boolean;
  /** And when the period ends, and how long it is: what time alone makes of it is told by these. */
  readonly graceEndsMs?: number;
  readonly graceMs?: number;
  /** 1 for the oldest revision of its owner, 2 for the next; and its image. */
  readonly revision: number;
  readonly image: string;
  readonly ip?: string;
  readonly sinceMs: number;
  /** Key of the controller that manages it, and that controller's kind. */
  readonly owner?: string;
  readonly kind?: string;
  /** Absent where it has none. */
  readonly labels?: Labels;
  /** The reader fails its liveness probe. */
  readonly failsLiveness?: boolean;
  /** By how much its containers start slower from now on; `isSlowItself`: that was said of the Pod, and not of what it is under. */
  readonly slowStartMs?: number;
  readonly isSlowItself?: boolean;
}

export interface NodeView {
  readonly name: string;
  readonly size: string;
  readonly ready: boolean;
  readonly cordoned: boolean;
  readonly taints: readonly {
    readonly key: string;
    readonly effect: string;
    readonly value?: string;
    readonly timeAdded?: string;
  }[];
  /** Its kubelet is cut off, whether or not the cluster has noticed. */
  readonly isSilent: boolean;
  /** What its Pods request, as shares of what is allocatable: 0 to 1. */
  readonly requested: { readonly cpu: number; readonly memory: number };
}

/**
 * Something that keeps Pods, or keeps what keeps them. Listed in the order of ownership: an owner, then what it owns one step
 * deeper; a Deployment's ReplicaSets with the newest first and empty old ones last; an HPA before what it scales.
 */
export interface WorkloadView {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly owner?: string;
  /** What an HPA scales. */
  readonly scales?: string;
  /** Pods that it asks for; absent where no number is asked for (a CronJob), or none is known (an HPA without metrics). */
  readonly wants?: number;
  /** Pods that it has, through what it owns too, without those that have ended; and how many of them are Ready. */
  readonly has: number;
  readonly ready: number;
  readonly revision?: number;
  readonly image?: string;
  /** Name of the first container of its template. */
  readonly container?: string;
  /** Where its machine stands. */
  readonly state?: string;
  /** It is marked for deletion. */
  readonly isGoing: boolean;
  /** By how much the containers of its Pods start slower from now on, if that was said of it. */
  readonly slowStartMs?: number;
  /** Steps down from what nobody owns. */
  readonly depth: number;
}

export interface ClaimView {
  readonly key: string;
  readonly name: string;
  readonly ordinal?: number;
  readonly phase: 'Pending' | 'Bound' | 'Lost';
  readonly capacity: string;
  /** A Pod has it mounted; else it is kept without one. */
  readonly mounted: boolean;
  /** Key of the Pod that has it mounted; of several, of the first. */
  readonly pod?: string;
  readonly terminating: boolean;
}

export interface ServiceView {
  readonly key: string;
  readonly name: string;
  readonly headless: boolean;
  readonly clusterIP?: string;
  /** One for each Pod of its namespace that the selector matches: in with its address, or left out with the reason. */
  readonly endpoints: readonly {
    readonly pod: string;
    readonly address?: string;
    readonly leftOut?: 'notReady' | 'noAddress' | 'terminating';
  }[];
}

/** A place whose Pod its controller will make, and what it waits for. */
export interface ReservedView {
  readonly name: string;
  readonly ordinal: number;
  readonly revision: number;
  readonly image: string;
  readonly waitsFor?: {
    readonly pod: string;
    readonly until: 'ready' | 'available' | 'gone';
    /** The place is wanted, and this Pod waited for, since then. */
    readonly sinceMs: number;
  };
}

/** The one line that says what is the case. The screen has a sentence for each `key` in each language. */
export interface Sentence {
  readonly key:
    | 'empty'
    | 'steady'
    | 'creating'
    | 'waitsForReady'
    | 'waitsForAvailable'
    | 'waitsForGone'
    | 'scalingDown'
    | 'scaleDownBlocked'
    | 'updating'
    | 'updateBlocked'
    | 'notReady'
    | 'stuck'
    | 'recreating'
    | 'setDeleted'
    | 'allGone'
    | 'starting'
    /** `count`: by how many seconds. */
    | 'startsSlowly'
    /** What a machine is at, for every kind: the words are those of its state. */
    | 'machine'
    | 'progressing'
    | 'deadlineExceeded'
    | 'jobComplete'
    | 'jobFailed'
    | 'podIs'
    | 'objectDeleted'
    | 'serviceHas'
    /** Of a whole cluster. */
    | 'emptyCluster'
    | 'calm'
    /** No Pod has to run. */
    | 'idle'
    | 'lacksPods'
    | 'podInError'
    | 'nodeSilent'
    | 'nodeNotReady';
  /** Of `machine`: the machine, its state, and the key that its rule is about. */
  readonly machine?: string;
  readonly state?: string;
  readonly about?: string;
  /** Pod or set that the sentence is about, and the one it waits for. */
  readonly subject?: string;
  readonly object?: string;
  readonly count?: number;
  readonly of?: number;
  /** The state of the named Pods, for the live marks in the sentence. */
  readonly subjectState?: PodState;
  readonly objectState?: PodState;
}

/** One link of the answer to "why?": from the fact down to a command. The screen has words for each `key`. */
export interface WhyLink {
  readonly atMs: number;
  readonly by: string;
  readonly key:
    | 'command'
    | 'created'
    | 'deleted'
    | 'gone'
    | 'becameReady'
    | 'becameUnready'
    | 'bound'
    | 'started'
    | 'startedSlowly'
    | 'waits'
    | 'scaled'
    | 'updated'
    | 'wrote';
  readonly object: string;
  /** The guard of the machine that decided, if one did, and that machine: `statefulset`. */
  readonly rule?: string;
  readonly machine?: string;
  readonly command?: Command;
}

export interface MachineView {
  /** File name of the machine: `statefulset.machine`; of a Pod, a chart and no list of rules, `pod.machine`. */
  readonly name: string;
  /** In the order in which a sync asks: first that holds wins. */
  readonly states: readonly { readonly id: string; readonly guards: readonly string[] }[];
  readonly current: string;
  readonly last?: {
    readonly from: string;
    readonly to: string;
    readonly guard: string;
    readonly about?: string;
    readonly atMs: number;
  };
}

/** A stretch of a Pod's lane in the score. */
export interface LaneSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: PodState;
  readonly revision: number;
  readonly wasReady?: boolean;
  /** The span goes on beyond the now-line. */
  readonly open: boolean;
  /** Its share of the grace period at both ends, while terminating. */
  readonly graceFrom?: number;
  readonly graceTo?: number;
}

export interface Lane {
  readonly label: string;
  /** Key of the Pod whose lane it is. */
  readonly key?: string;
  readonly ordinal?: number;
  readonly spans: readonly LaneSpan[];
  /** Drawn in `wait` from this lane to the lane that it waits for. */
  readonly waitsFor?: {
    readonly lane: string;
    readonly sinceMs: number;
    readonly until: 'ready' | 'available' | 'gone';
  };
}

export interface Score {
  readonly nowMs: number;
  /** Up to where the future has been run already, at least `nowMs`. */
  readonly endMs: number;
  readonly commands: readonly {
    readonly atMs: number;
    readonly command: Command;
    readonly refused?: string;
  }[];
  readonly controller: {
    readonly label: string;
    readonly spans: readonly {
      readonly fromMs: number;
      readonly toMs: number;
      readonly state: string;
      readonly times: number;
    }[];
  };
  /** The lanes of machines: the subject's first, then the one under it that works for it (a Deployment's newest ReplicaSet); at most three. */
  readonly controllers?: readonly ControllerLane[];
  readonly lanes: readonly Lane[];
  /** Lanes of Pods that are left out: gone the longest, or in the middle of very many. */
  readonly folded?: number;
}

export interface ControllerLane {
  readonly label: string;
  readonly machine: string;
  readonly key: string;
  readonly spans: Score['controller']['spans'];
}

export type FutureName = 'A' | 'B' | 'C' | 'D';

/** One of up to four futures, on one scale of time. */
export interface FutureView {
  readonly name: FutureName;
  readonly isHere: boolean;
  readonly forkedAtMs?: number;
  readonly from?: FutureName;
  readonly score: Score;
}

export interface TypedText {
  readonly atMs: number;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** A line that was typed. `exit` is absent while it still waits at `untilMs`. */
export interface Typed {
  readonly id: number;
  readonly line: string;
  readonly future: FutureName;
  readonly atMs: number;
  readonly printed: readonly TypedText[];
  readonly exit?: number;
  /** When it ended, or up to when it was followed. */
  readonly untilMs: number;
  /** The text that it has opened in an editor; it goes on when that is answered. */
  readonly editor?: EditedText;
}

export interface EditedText {
  /** Name of the file, as kubectl makes it up. */
  readonly name: string;
  readonly text: string;
}

/** What is known of one object: for whoever opens it. */
export interface ObjectView {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  /** Empty for a kind of the whole cluster. */
  readonly namespace: string;
  /** As `kubectl get -o yaml` prints it. */
  readonly yaml: string;
  readonly events: readonly EventView[];
  readonly why: readonly WhyLink[];
  readonly machine?: MachineView;
  /** `rules`: a list that a sync asks from the top; `chart`: states with arrows of their own. */
  readonly machineKind: 'rules' | 'chart';
}

/** The API server's refusal of a text, at a line of it, from 1. */
export interface TextRefusal {
  readonly line: number;
  readonly text: string;
}

export interface EventView {
  /** When it was last seen, and first. */
  readonly atMs: number;
  readonly firstAtMs: number;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly on: string;
  readonly from: string;
  readonly message: string;
  readonly count: number;
}

export interface LabView {
  readonly nowMs: number;
  /** Up to where this future has been run, at least `nowMs`. */
  readonly endMs: number;
  /** `Kind/name`; absent where the figure is about the whole cluster. */
  readonly subject?: string;
  /** The set as it stands, or undefined when it is gone. */
  readonly set?: {
    readonly replicas: number;
    readonly ready: number;
    readonly policy: 'OrderedReady' | 'Parallel';
    readonly image: string;
    readonly minReadySeconds: number;
    readonly whenScaled: 'Retain' | 'Delete';
  };
  readonly sentence: Sentence;
  readonly why: readonly WhyLink[];
  readonly nodes: readonly NodeView[];
  readonly pods: readonly PodView[];
  readonly workloads: readonly WorkloadView[];
  readonly reserved: readonly ReservedView[];
  readonly claims: readonly ClaimView[];
  readonly services: readonly ServiceView[];
  readonly machine?: MachineView;
  readonly score: Score;
  /** The newest, at most 60. */
  readonly events: readonly EventView[];
  /** Pods whose readiness the reader has failed. */
  readonly failing: readonly string[];
  /** The API server's refusal of the last command, in its own words. */
  readonly refusal?: string;
  /** Why the last command of a hand was not taken at all: it is not in the log. */
  readonly denial?: Denial;
  readonly goals: readonly {
    readonly id: string;
    readonly state: 'open' | 'holds' | 'failed';
    readonly sinceMs?: number;
    /** What is missing now; of a goal that has failed, what was missing when it did. */
    readonly gap?: Gap;
  }[];
  /** Places of the lab's hints that fit the cluster as it stands. */
  readonly fitting?: readonly number[];
  /** In the order of their names; one that was never forked is alone. */
  readonly futures: readonly FutureView[];
  /** Between the future one is in and the one it was forked from: where they part, and what differs now. */
  readonly firstDifference?: { readonly atMs: number; readonly objects: readonly ObjectDifference[] };
  /** What was typed in this future up to now, with what was printed up to now. */
  readonly typed: readonly Typed[];
}
