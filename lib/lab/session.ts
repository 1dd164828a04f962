import type { Command, TimedCommand } from '../cluster/command';
import type { LabStatement, Scenario } from './scenario';
import type { LabView } from './view';

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
  /** Goes to a moment, running the cluster forward if it was not run so far yet. Never past `runLimits.ms`. */
  seek(atMs: number): void;
  /** To the next journal entry, the next reconcile of the subject, or the next moment at which the picture changes. False if nothing is due. */
  step(unit: StepUnit): boolean;
  back(unit: StepUnit): boolean;
  undo(): void;
  redo(): void;
  /** Plays the same commands from 0 s on a set with this policy (a living one refuses the change). */
  runWith(policy: 'OrderedReady' | 'Parallel'): void;
  /** Back to where the figure opened, with the scenario's own commands only. */
  reset(): void;
  /** What the reader did, without the scenario's own commands: with the scenario, the whole save file. */
  commands(): readonly TimedCommand[];
  view(): LabView;
}
