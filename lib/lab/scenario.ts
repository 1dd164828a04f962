import type { TimedCommand } from '../cluster/command';
import type { Text } from '../text';
import type { Condition } from './condition';

/**
 * What a reader may do. `kubectl`: whatever kubectl can ask of the API server. `any`: that, and everything that can break.
 * The others are one control each; `scale`, `setImage`, `deleteSet`, `minReadySeconds`, `whenScaled` act on the scenario's
 * subject, or without one on any object.
 */
export type Hand =
  | 'kubectl'
  | 'any'
  | 'delete'
  | 'crash'
  | 'failLiveness'
  | 'slowStart'
  | 'cordon'
  | 'taint'
  | 'drain'
  | 'silence'
  | 'scale'
  | 'deletePod'
  | 'failReadiness'
  | 'policy'
  | 'setImage'
  | 'deleteSet'
  | 'minReadySeconds'
  | 'whenScaled';

/** A cluster with a story: what has been done, and what the reader may do. Serialisable as it stands. */
export interface Scenario {
  readonly id: string;
  readonly caption: Text;
  readonly seed: number;
  /** Names of the nodes; each has 4 CPU and 8 GiB. */
  readonly nodes: readonly string[];
  /** The object that the figure is about, `Kind/name`; without one, the whole cluster. */
  readonly subject?: string;
  /** Played before the reader has the hands. */
  readonly commands: readonly TimedCommand[];
  /** Where the story stands when the figure opens, ms. Play goes on from here. */
  readonly openAtMs: number;
  /** Where play pauses by itself, ms; the reader can go on. */
  readonly pauseAtMs: number;
  readonly hands: readonly Hand[];
  /** Images offered by the hand `setImage`. `db:broken` never becomes Ready. */
  readonly images?: readonly string[];
  /** Files at the prompt, by path: `kubectl apply -f web.yaml`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Claims of the study notes that can be seen in it. */
  readonly claims?: readonly string[];
}

/** A question before a run. Which choice happened is read from the run, not written here. */
export interface Prediction {
  readonly id: string;
  /** The scenario that answers it. */
  readonly scenario: string;
  readonly question: Text;
  /** Exactly one choice's condition holds at `askedUntilMs`. */
  readonly choices: readonly { readonly text: Text; readonly happened: Condition }[];
  /** The moment at which the choices are judged, ms. */
  readonly judgedAtMs: number;
}

export interface Goal {
  readonly id: string;
  readonly text: Text;
  readonly condition: Condition;
  /** `now`: holds at the moment of the check. `always`: held at every moment since the scenario opened. */
  readonly when: 'now' | 'always';
}

/** A hint in both languages. It is given only while the cluster stands as `when` says, without one at any time. */
export interface Hint extends Text {
  readonly when?: Condition;
}

/** A scenario with something to reach, as a reader gets it. */
export interface LabStatement extends Scenario {
  readonly title: Text;
  readonly task: Text;
  readonly goals: readonly Goal[];
  /** In the order in which they are given: the first that fits. */
  readonly hints: readonly Hint[];
}

/** A lab with its key. The tests play `solutions` to solved and see each shortcut fail. */
export interface Lab extends LabStatement {
  readonly solutions: readonly { readonly commands: readonly TimedCommand[]; readonly untilMs: number }[];
  readonly shortcuts: readonly {
    readonly why: string;
    readonly commands: readonly TimedCommand[];
    readonly untilMs: number;
    readonly fails: string;
  }[];
}

/** The lab without its key: all of it that a browser may have. */
export function statementOf({ solutions: _, shortcuts: __, ...statement }: Lab): LabStatement {
  return statement;
}

/** What a lesson's `lab.ts` exports as default, through `defineLabs`. */
export interface LessonLabs {
  readonly scenarios: readonly Scenario[];
  readonly predictions: readonly Prediction[];
  readonly labs: readonly Lab[];
}

export const defineLabs = (labs: LessonLabs): LessonLabs => labs;
