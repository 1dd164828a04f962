import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import { Invariants, restsWell } from './invariants';
import { Walk } from './walk';
import { apply, threeNodes } from './web';

const seeds = 320;
const movesPerWalk = 30;

/** Seeds that once broke a rule. */
const kept: readonly number[] = [];

/** Walks from a seed and holds the invariants after each step. Throws with the seed and how to walk it again. */
function walk(seed: number): Cluster {
  const kubelet = seed % 3 === 0 ? 'played' : 'modelled';
  const cluster = new Cluster({ seed, nodes: threeNodes, kubelet });
  const invariants = new Invariants(cluster);
  const user = new Walk(seed, kubelet);
  try {
    cluster.do(apply(user.first()));
    for (let i = 0; i < movesPerWalk; i++) {
      invariants.see();
      const move = user.next(cluster);
      if ('command' in move) cluster.do(move.command);
      else {
        const untilMs = cluster.nowMs + move.waitMs;
        while (cluster.step(untilMs)) invariants.see();
        cluster.run(untilMs);
      }
    }
    invariants.see();
    restsWell(cluster, invariants);
  } catch (error) {
    const commands = cluster.commands.map(({ atMs, command }) => `${atMs} ${JSON.stringify(command)}`);
    throw new Error(`seed ${seed} at ${cluster.nowMs} ms: ${String(error)}\n${commands.join('\n')}`);
  }
  return cluster;
}

describe('whatever a user does, in whatever order', () => {
  it.each(Array.from({ length: 8 }, (_, i) => i))(
    `the invariants hold (part %i of ${seeds} seeds)`,
    (part) => {
      for (let seed = part; seed < seeds; seed += 8) walk(seed);
    },
  );

  it('the invariants hold for the seeds that once broke them', () => {
    for (const seed of kept) walk(seed);
  });

  it('the walks go through refusals, deletions and adoptions', () => {
    const guards = new Set<string>();
    let refused = 0;
    for (let seed = 0; seed < 60; seed++) {
      for (const entry of walk(seed).journal) {
        if (entry.type === 'transition') guards.add(entry.guard);
        if (entry.type === 'command' && entry.refused) refused++;
      }
    }
    expect(refused).toBeGreaterThan(10);
    expect([...guards]).toEqual(
      expect.arrayContaining([
        'orphanMatchesSelector',
        'hasTooManyReplicas',
        'highestOldReplicaIsDue',
        'replicaHasEnded',
        'claimOwnersDifferFromPolicy',
        'historyIsTooLong',
        'isBeingDeleted',
      ]),
    );
  });
});
