import { type AnyStateMachine, createMachine, type SnapshotFrom } from 'xstate';
import type { Answers, Beliefs } from '../belief';
import { note } from '../believable';
import { keyOf } from '../keys';
import type { KubeObject } from '../objects';
import { stepsOf } from '../step';
import type { SyncResult, Write } from './controller';

/**
 * One rule of a controller: while `holds`, the machine is in `state` and wants `writes`. A sync asks the rules in
 * order; the first that holds decides. `holds` returns false, or true, or the key of the object that it is about.
 */
export interface Rule<Observed> {
  readonly name: string;
  readonly state: string;
  readonly holds: (observed: Observed) => boolean | string;
  readonly writes?: (observed: Observed) => readonly Write[];
}

/** A rule that Kubernetes does not have. It is asked before the rule that it names, and only where it is believed to hold. */
export interface Fiction<Observed> extends Rule<Observed> {
  readonly before: string;
}

/** What a rule holds about: the key of the object, false when there is none. */
export const about = (object: KubeObject | undefined): string | false => (object ? keyOf(object) : false);

/** `verdict` is where the guards leave what they found, so that nothing is asked twice. */
interface Sync<Observed> {
  readonly type: 'sync';
  readonly observed: Observed;
  readonly verdict: { holds?: boolean | string };
}

const fictionsOf = new WeakMap<AnyStateMachine, readonly Fiction<never>[]>();

/**
 * The XState machine of a list of rules: one event, `sync`, that leads from every state to the state of the first rule
 * that holds. Level-triggered by construction: the state after a sync depends on what it observes alone.
 * Its rules and fictions are noted as what there is to believe of it.
 */
export function machineOf<Observed>(
  id: string,
  rules: readonly Rule<Observed>[],
  fictions: readonly Fiction<Observed>[] = [],
): AnyStateMachine {
  const machine = chartOf(id, rules);
  fictionsOf.set(machine, fictions);
  const [names, made] = [rules, fictions].map((list) => list.map(({ name }) => name));
  note(id, { rules: names, fictions: made, last: rules.at(-1)?.name });
  return machine;
}

function chartOf<Observed>(id: string, rules: readonly Rule<Observed>[]): AnyStateMachine {
  const guards = Object.fromEntries(
    rules.map((rule) => [
      rule.name,
      ({ event }: { event: Sync<Observed> }) => {
        event.verdict.holds = rule.holds(event.observed);
        return event.verdict.holds !== false;
      },
    ]),
  );
  const states = Object.fromEntries(
    [...new Set(rules.map((rule) => rule.state))].map((state) => [state, {}]),
  );
  const initial = rules.at(-1)?.state;
  if (!initial) throw new Error(`machine ${id} has no rules`);
  const machine: unknown = createMachine(
    {
      id,
      initial,
      states,
      on: {
        sync: rules.map((rule) => ({
          guard: rule.name,
          target: `.${rule.state}`,
          actions: [{ type: 'decide', params: { rule: rule.name } }],
        })),
      },
    },
    { guards, actions: { decide: () => undefined } } as never,
  );
  return machine as AnyStateMachine;
}

type Snapshot = SnapshotFrom<AnyStateMachine>;
interface Runner {
  readonly step: (snapshot: Snapshot, event: unknown) => [Snapshot, readonly { readonly params?: unknown }[]];
  /** A machine of rules has no context: its snapshots are as many as its states. */
  readonly snapshots: Map<string, Snapshot>;
}
const runners = new WeakMap<AnyStateMachine, Runner>();

function runnerOf(machine: AnyStateMachine): Runner {
  const known = runners.get(machine);
  if (known) return known;
  const runner: Runner = { step: stepsOf(machine), snapshots: new Map() };
  runners.set(machine, runner);
  return runner;
}

function snapshotOf(machine: AnyStateMachine, { snapshots }: Runner, state: string): Snapshot {
  const known = snapshots.get(state);
  if (known) return known;
  const snapshot: Snapshot = machine.resolveState({ value: state, context: {} } as never);
  snapshots.set(state, snapshot);
  return snapshot;
}

interface Asked<Observed> {
  readonly machine: AnyStateMachine;
  readonly rules: readonly Rule<Observed>[];
}
const believed = new WeakMap<Answers, Asked<never>>();

/** The rule as it is believed to answer. Where it holds anyway, it holds about the same object. */
function answering<Observed>(rule: Rule<Observed>, holds: boolean | undefined): Rule<Observed> {
  if (holds === undefined) return rule;
  return { ...rule, holds: (observed) => holds && (rule.holds(observed) || true) };
}

/** The machine with other answers of its guards, and with those fictions among its rules that are believed. */
function under<Observed>({ machine, rules }: Asked<Observed>, answers: Answers): Asked<Observed> {
  if (answers.size === 0) return { machine, rules };
  const known = believed.get(answers);
  if (known) return known as unknown as Asked<Observed>;
  const fictions = (fictionsOf.get(machine) ?? []) as readonly unknown[] as readonly Fiction<Observed>[];
  const changed = rules.flatMap((rule) => [
    ...fictions.filter(({ before, name }) => before === rule.name && answers.get(name)),
    answering(rule, answers.get(rule.name)),
  ]);
  const asked: Asked<Observed> = { machine: chartOf(machine.id, changed), rules: changed };
  believed.set(answers, asked as unknown as Asked<never>);
  return asked;
}

/**
 * Runs one sync on a machine of rules: from `state` to the state of the rule that decided, with that rule's writes.
 * Under beliefs the machine's guards answer as those say. Throws when no rule holds: the last one must always hold.
 */
export function decide<Observed>(
  given: AnyStateMachine,
  givenRules: readonly Rule<Observed>[],
  state: string | undefined,
  observed: Observed,
  beliefs?: Beliefs,
): SyncResult {
  const answers = beliefs?.of(given.id);
  const { machine, rules } =
    answers === undefined
      ? { machine: given, rules: givenRules }
      : under({ machine: given, rules: givenRules }, answers);
  const runner = runnerOf(machine);
  const from = snapshotOf(machine, runner, state ?? rules.at(-1)?.state ?? '');
  const verdict: Sync<Observed>['verdict'] = {};
  const [next, actions] = runner.step(from, { type: 'sync', observed, verdict });
  const name = (actions[0]?.params as { rule?: string } | undefined)?.rule;
  const rule = rules.find((r) => r.name === name);
  if (!rule) throw new Error(`${machine.id}: no rule holds; the last rule must always hold`);
  return {
    writes: rule.writes?.(observed) ?? [],
    state: String(next.value),
    rule: rule.name,
    ...(typeof verdict.holds === 'string' && { about: verdict.holds }),
  };
}
