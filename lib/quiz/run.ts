import type { NodeOptions } from '../cluster/beginnings';
import type { Belief } from '../cluster/belief';
import type { TimedCommand } from '../cluster/command';
import type { Scenario } from '../lab/scenario';

/** What is run for a key: a small cluster and what is done to it. Serialisable as it stands. */
export interface Run {
  readonly seed?: number;
  /** A name stands for a node of 4 CPU and 8 GiB. */
  readonly nodes: readonly (string | NodeOptions)[];
  /** The object that the item is about, `Kind/name`. */
  readonly subject?: string;
  readonly commands: readonly TimedCommand[];
  /** Without it a command that the API server refuses is an author's mistake. */
  readonly allowsRefusals?: boolean;
  /**
   * It names objects whose names are chance (a ReplicaSet's Pods), so it is played with its own seed alone. Other seeds can't tell luck from
   * rule then: the author answers for the key, and for each pair of an order.
   */
  readonly isOfSeed?: boolean;
  /** Never an author's: the same run as somebody believes it to be (believed.ts). */
  readonly beliefs?: readonly Belief[];
}

/** The seed of a run that names none. */
export const defaultSeed = 7;

/** The run as a scenario of a lab, to be drawn or played under a belief. Nodes with options join at 0 ms. */
export function scenarioOf(run: Run, { id, untilMs }: { id: string; untilMs: number }): Scenario {
  const names = run.nodes.filter((node) => typeof node === 'string');
  const joining = run.nodes.flatMap((node): TimedCommand[] =>
    typeof node === 'string' ? [] : [{ atMs: 0, command: { verb: 'addNode', node } }],
  );
  return {
    id,
    caption: { en: id, zh: id },
    seed: run.seed ?? defaultSeed,
    nodes: names,
    ...(run.subject && { subject: run.subject }),
    commands: [...joining, ...run.commands],
    openAtMs: untilMs,
    pauseAtMs: untilMs,
    hands: [],
  };
}
