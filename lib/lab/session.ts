import type { Command, TimedCommand } from '../cluster/command';
import type { KubeObject } from '../cluster/objects';
import type { Completion } from '../kubectl/completion';
import type { World } from '../network/world';
import type { Condition } from './condition';
import type { Debrief } from './debrief';
import type { Turn } from './gap-log';
import type { LabStatement, Scenario } from './scenario';
import type { FutureName, LabView, ObjectView, TextRefusal, Typed } from './view';

export type StepUnit = 'event' | 'reconcile' | 'change';

/**
 * A reader's hold on one cluster: time, commands, undo. The save file is the seed and the commands.
 * Every method leaves the session at a moment whose `view()` can be drawn; none waits.
 */
export interface Session {
  readonly scenario: Scenario | LabStatement;
  readonly nowMs: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Does it at this moment. A command in the past cuts off what came after it (undo brings that back). */
  do(command: Command): void;
  /** Goes to a moment, running the cluster forward if it was not run so far yet. Never past `longestMs` of the scenario. */
  seek(atMs: number): void;
  /** To the next journal entry, the next reconcile of the subject, or the next moment at which the picture changes. False if nothing is due. */
  step(unit: StepUnit): boolean;
  back(unit: StepUnit): boolean;
  undo(): void;
  redo(): void;
  /** Plays the same commands from 0 s on a set with this policy (a living one refuses the change). */
  runWith(policy: 'OrderedReady' | 'Parallel'): void;
  /**
   * Goes on in a copy of the present future, made at this moment: its name. Undefined when there are four.
   * Undo and redo are of the whole session, its futures with it.
   */
  fork(): FutureName | undefined;
  /** Goes to another future, at the same moment. False when there is none of that name. */
  goTo(name: FutureName): boolean;
  /** Drops a future; of the one that one is in, goes on in the one it was forked from. False for the last one. */
  drop(name: FutureName): boolean;
  /** Types a line at this moment; its commands come into the log at their own moments. Throws without a typist. */
  type(line: string): Typed;
  /**
   * Ctrl-C at a line that waits: what it prints and does after this moment is cut off. False for a line that has ended by now.
   */
  interrupt(id: number): boolean;
  /**
   * Answers the editor that a line has opened, at this moment: the text as it was saved, undefined when it was left as it is.
   * The line as it stands then; undefined for one that has no editor open.
   */
  edited(id: number, text: string | undefined): Typed | undefined;
  /** What can stand at the cursor (`at`) of a line at this moment. Throws without a typist. */
  complete(line: string, at: number): Completion;
  /** Applies documents of YAML at this moment. Nothing is applied of a document that is refused. Throws without a typist. */
  applyText(yaml: string): { readonly refusals: readonly TextRefusal[] };
  /** What is known of an object that is there at this moment. */
  inspect(key: string): ObjectView | undefined;
  /** What the reader's own run came to, up to this moment. Plays it again, and once more without each command: not for every frame. */
  debrief(): Debrief;
  /** When each condition began and ceased to hold, up to this moment, oldest first. Reads the whole journal: not for every frame. */
  turns(conditions: readonly Condition[]): readonly (readonly Turn[])[];
  /** The network as the objects of this moment make it; the same value until something was written. */
  world(): World;
  /** The objects of a kind, as they stand at this moment. */
  list(kind: string): readonly KubeObject[];
  /** Back to where the figure opened, with the scenario's own commands only. */
  reset(): void;
  /** What the reader did, without the scenario's own commands: with the scenario, the whole save file. */
  commands(): readonly TimedCommand[];
  /** All that is needed to open the session again as it stands, typed lines aside. */
  state(): SessionState;
  view(): LabView;
}

/** The save file of a session of several futures: with the scenario, all of it. */
export interface SessionState {
  readonly nowMs: number;
  readonly here: FutureName;
  readonly futures: readonly {
    readonly name: FutureName;
    readonly from?: FutureName;
    readonly forkedAtMs?: number;
    readonly policy?: 'OrderedReady' | 'Parallel';
    readonly commands: readonly TimedCommand[];
  }[];
}
