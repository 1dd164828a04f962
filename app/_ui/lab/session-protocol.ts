import type { Belief } from '@/lib/cluster/belief';
import type { BelievedFilm } from '@/lib/lab/believed-film';
import type { LoadChoice } from '@/lib/lab/load-choice';
import type { LoadRun } from '@/lib/lab/load-run';
import type { LabStatement, Prediction, Scenario } from '@/lib/lab/scenario';
import type { Session, SessionState, StepUnit } from '@/lib/lab/session';
import type { SwapChoice } from '@/lib/lab/swap-test/choice';
import type { SwapRun } from '@/lib/lab/swap-test/run';
import type { Patch } from './patch';

/** Answers of a session that are not passed on as they are: its fields come with each view, steps are asked for in numbers. */
type Told = 'scenario' | 'nowMs' | 'canUndo' | 'canRedo' | 'step' | 'back' | 'view';

/** What a page can ask of a session that runs elsewhere, and what it gets back: the calls of lib/lab/session, and a few more. */
export interface SessionCalls extends Omit<Session, Told> {
  /** So many steps; false when nothing was due any more. */
  step(unit: StepUnit, times: number): boolean;
  back(unit: StepUnit, times: number): boolean;
  /** Which choice of a prediction happens, by its place. */
  happened(prediction: Prediction): number;
  /** The scenario's own run as it is and as it is believed to be, up to a moment. */
  believed(belief: Belief, untilMs: number, partingMs: number): BelievedFilm;
  /** What the clients of a bench's program found, up to this moment. */
  swapTest(choice: SwapChoice): SwapRun;
  /** A cluster of the load bench, on the scenario's nodes, from its beginning to its end. */
  load(choice: LoadChoice): LoadRun;
}

export type CallName = keyof SessionCalls;
export type ArgumentsOf<Name extends CallName> = Parameters<SessionCalls[Name]>;
export type ResultOf<Name extends CallName> = ReturnType<SessionCalls[Name]>;

/** Calls that only look: the view stays as it is. */
export const looks: ReadonlySet<CallName> = new Set([
  'inspect',
  'debrief',
  'turns',
  'world',
  'list',
  'complete',
  'state',
  'commands',
  'happened',
  'believed',
  'swapTest',
  'load',
]);

/** Calls that go into what a session came to be: done again in order, each at its moment, they make it once more. */
export const deeds: ReadonlySet<CallName> = new Set([
  'do',
  'undo',
  'redo',
  'runWith',
  'fork',
  'goTo',
  'drop',
  'type',
  'interrupt',
  'edited',
  'applyText',
]);

/** To the engine. `session` is a number that the page gave. */
export type Request = { readonly id: number; readonly session: number } & (
  | { readonly open: Scenario | LabStatement; readonly from?: SessionState }
  | { readonly call: CallName; readonly args: readonly unknown[] }
  | { readonly close: true }
);

/** From the engine: what of the view is another than the view told before has become at `atMs` by time alone. */
export type Answer = { readonly id: number; readonly session: number } & (
  | {
      readonly atMs?: number;
      readonly view?: Patch;
      readonly canUndo: boolean;
      readonly canRedo: boolean;
      readonly result?: unknown;
    }
  | { readonly failed: string }
);
