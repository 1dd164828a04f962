import type { Belief, Facts } from './belief';

/** What there is to believe of one machine. */
export interface Believable {
  /** Rules, or guards of a chart, in the order in which they are asked. */
  readonly rules: readonly string[];
  /** Facts that they rest on. */
  readonly facts: readonly string[];
  /** Rules that Kubernetes does not have: they are asked where somebody believes that they hold. */
  readonly fictions: readonly string[];
  /** The rule that holds when none before it does: it can't be believed away. */
  readonly last?: string;
}

const nothing: Believable = { rules: [], facts: [], fictions: [] };
const known = new Map<string, Believable>();

/** Notes what there is to believe of a machine, beside what is noted of it already: each machine does so where it is made. */
export function note(machine: string, more: Partial<Believable>): void {
  known.set(machine, { ...(known.get(machine) ?? nothing), ...more });
}

/** Facts of a machine, by their names. */
export function factsOf<Name extends string>(machine: string, names: readonly Name[]): Facts<Name> {
  note(machine, { facts: names });
  return { machine, names };
}

/** All machines by their names, with what there is to believe of each. */
export const believable = (): ReadonlyMap<string, Believable> => known;

const listed = (names: Iterable<string>): string => [...names].sort().join(', ');

/** Throws for beliefs that no machine can have, and says which it could. */
export function checkBeliefs(beliefs: readonly Belief[]): void {
  const seen = new Set<string>();
  for (const { machine, rule, holds, sinceMs = 0 } of beliefs) {
    const of = known.get(machine);
    if (!of) throw new Error(`no machine ${machine} to believe of; there are ${listed(known.keys())}`);
    const names = [...of.rules, ...of.facts, ...of.fictions];
    if (!names.includes(rule))
      throw new Error(`the machine ${machine} has nothing called ${rule}; it has ${listed(names)}`);
    if (rule === of.last && !holds)
      throw new Error(`${machine}: ${rule} decides when nothing else does, it can't be believed away`);
    if (seen.has(`${machine} ${rule}`)) throw new Error(`two beliefs about ${rule} of ${machine}`);
    if (!(sinceMs >= 0)) throw new Error(`a belief since ${sinceMs} ms`);
    seen.add(`${machine} ${rule}`);
  }
}
