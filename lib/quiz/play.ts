import { Cluster, type ClusterOptions } from '../cluster/cluster';
import type { Reading as Objects } from '../cluster/store';
import type { Run } from './run';

/** A moment of a run: the objects stand so until `nextMs`, and to the end of time at the last. */
export interface Moment {
  readonly atMs: number;
  readonly nextMs: number;
  readonly objects: Objects;
}

/** Keys are read from runs of this length at most, ms. */
export const longestRunMs = 2 * 60 * 60 * 1000;

/** A command of the run that the API server would not have. */
export class RefusedCommand extends Error {}

const optionsOf = ({ nodes, beliefs }: Run, seed: number): ClusterOptions => ({
  seed,
  ...(beliefs && { beliefs }),
  nodes: nodes.map((node) => (typeof node === 'string' ? { name: node } : node)),
});

/**
 * Plays a run up to a moment: each moment at which something was done, when all of it is done. `objects` is the same living value
 * each time. Throws a RefusedCommand for what the API server refuses, unless the run allows it.
 */
export function* play(run: Run, seed: number, untilMs: number): Generator<Moment> {
  const cluster = new Cluster(optionsOf(run, seed));
  const endMs = Math.min(untilMs, longestRunMs);
  let next = 0;
  for (;;) {
    const command = run.commands[next];
    const dueMs = cluster.nextDueMs ?? Number.POSITIVE_INFINITY;
    const commandMs = command?.atMs ?? Number.POSITIVE_INFINITY;
    const nextMs = Math.min(dueMs, commandMs);
    if (nextMs > cluster.nowMs) yield { atMs: cluster.nowMs, nextMs, objects: cluster.reading };
    if (nextMs > endMs) return;
    if (command && commandMs < dueMs) {
      cluster.run(commandMs);
      const done = cluster.do(command.command);
      if (!done.ok && !run.allowsRefusals) throw new RefusedCommand(done.status.message);
      next += 1;
    } else cluster.step(endMs);
  }
}

/** The objects as they stand at a moment. */
export function objectsAt(run: Run, seed: number, atMs: number): Objects {
  let objects: Objects | undefined;
  for (const moment of play(run, seed, atMs)) objects = moment.objects;
  if (!objects) throw new Error('a run has a first moment');
  return objects;
}
