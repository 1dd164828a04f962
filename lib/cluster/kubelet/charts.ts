import type { AnyStateMachine, SnapshotFrom } from 'xstate';
import type { Answers, Beliefs } from '../belief';
import { note } from '../believable';
import { stepsOf } from '../step';
import { podMachine } from './pod.machine';
import { probeMachine } from './probe.machine';

for (const { id, implementations } of [podMachine, probeMachine])
  note(id, { rules: Object.keys(implementations.guards) });

/** A chart with its steps, and what is kept of it: under other beliefs it is another one. */
export interface Chart<Machine extends AnyStateMachine> {
  readonly machine: Machine;
  readonly step: ReturnType<typeof stepsOf<Machine>>;
  /** By state: a snapshot knows the machine that made it, and asks that one's guards. */
  readonly snapshots: Map<string, SnapshotFrom<Machine>>;
}

const charts = new WeakMap<Answers | AnyStateMachine, Chart<AnyStateMachine>>();

/** A chart as it runs: under beliefs, with guards that answer as those say. */
export function chartOf<Machine extends AnyStateMachine>(given: Machine, beliefs: Beliefs): Chart<Machine> {
  const answers = beliefs.of(given.id);
  const key = answers.size === 0 ? given : answers;
  const known = charts.get(key) as Chart<Machine> | undefined;
  if (known) return known;
  const guards = Object.fromEntries([...answers].map(([guard, holds]) => [guard, () => holds]));
  const machine = answers.size === 0 ? given : (given.provide({ guards } as never) as Machine);
  const chart: Chart<Machine> = { machine, step: stepsOf(machine), snapshots: new Map() };
  charts.set(key, chart as unknown as Chart<AnyStateMachine>);
  return chart;
}
