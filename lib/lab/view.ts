import type { Command } from '../cluster/command';

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
  /** 1 for the oldest revision that is shown, 2 for the next; and its image. */
  readonly revision: number;
  readonly image: string;
  readonly ip?: string;
  readonly sinceMs: number;
}

export interface NodeView {
  readonly name: string;
  readonly size: string;
  readonly ready: boolean;
  readonly cordoned: boolean;
}

export interface ClaimView {
  readonly name: string;
  readonly ordinal?: number;
  readonly phase: 'Pending' | 'Bound' | 'Lost';
  readonly capacity: string;
  /** A Pod has it mounted; else it is kept without one. */
  readonly mounted: boolean;
  readonly terminating: boolean;
}

export interface ServiceView {
  readonly name: string;
  readonly headless: boolean;
  readonly clusterIP?: string;
  /** One for each Pod that the selector matches: in with its address, or left out with the reason. */
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
  readonly waitsFor?: { readonly pod: string; readonly until: 'ready' | 'available' | 'gone' };
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
    | 'starting';
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
  /** File name of the machine: `statefulset.machine`. */
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
  readonly lanes: readonly Lane[];
}

export interface EventView {
  readonly atMs: number;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly on: string;
  readonly from: string;
  readonly message: string;
  readonly count: number;
}

export interface LabView {
  readonly nowMs: number;
  readonly subject: string;
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
  readonly reserved: readonly ReservedView[];
  readonly claims: readonly ClaimView[];
  readonly services: readonly ServiceView[];
  readonly machine?: MachineView;
  readonly score: Score;
  readonly events: readonly EventView[];
  /** Pods whose readiness the reader has failed. */
  readonly failing: readonly string[];
  /** The API server's refusal of the last command, in its own words. */
  readonly refusal?: string;
  readonly goals: readonly {
    readonly id: string;
    readonly state: 'open' | 'holds' | 'failed';
    readonly sinceMs?: number;
  }[];
}
