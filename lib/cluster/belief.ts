/**
 * One thing that somebody believes of Kubernetes and that is not so: a named guard of a machine that answers otherwise.
 * What there is to believe of, and what is true of it, is in `believable`; a belief about anything else throws.
 */
export interface Belief {
  /** `statefulset`, `scheduler`, `kubelet`, … */
  readonly machine: string;
  /** The name of a rule, of a fact that rules rest on, or of a rule that Kubernetes does not have. */
  readonly rule: string;
  /** What it answers, whatever is the case. */
  readonly holds: boolean;
  /** The moment from which on it is believed, ms; without it, from the beginning. */
  readonly sinceMs?: number;
}

/** What one machine's guards are believed to answer, by their names. One value for one machine of one `Beliefs`. */
export type Answers = ReadonlyMap<string, boolean>;

/** Facts of one machine: questions that its rules rest on and that are asked by name, so that a belief can answer them. */
export interface Facts<Name extends string> {
  readonly machine: string;
  readonly names: readonly Name[];
}

const noAnswers: Answers = new Map();

/** What is believed at one moment: a value. */
export class Beliefs {
  private readonly answers = new Map<string, Map<string, boolean>>();

  constructor(beliefs: readonly Belief[]) {
    for (const { machine, rule, holds } of beliefs) {
      const answers = this.answers.get(machine) ?? new Map<string, boolean>();
      this.answers.set(machine, answers.set(rule, holds));
    }
  }

  of(machine: string): Answers {
    return this.answers.get(machine) ?? noAnswers;
  }

  /** What a fact is believed to be; what it is where nothing is believed of it. */
  ask<Name extends string>({ machine }: Facts<Name>, name: Name, truth: boolean): boolean {
    return this.answers.get(machine)?.get(name) ?? truth;
  }
}

/** Nothing is believed: everything is as it is in Kubernetes. */
export const noBeliefs = new Beliefs([]);

/** What is believed at each moment. */
export function beliefsOverTime(beliefs: readonly Belief[]): (nowMs: number) => Beliefs {
  if (beliefs.length === 0) return () => noBeliefs;
  const from = (belief: Belief): number => belief.sinceMs ?? 0;
  const stages = [...new Set(beliefs.map(from))]
    .sort((a, b) => b - a)
    .map((sinceMs) => ({
      sinceMs,
      held: new Beliefs(beliefs.filter((belief) => from(belief) <= sinceMs)),
    }));
  return (nowMs) => stages.find(({ sinceMs }) => sinceMs <= nowMs)?.held ?? noBeliefs;
}
