import { describe, expect, it } from 'vitest';
import { Chance } from '@/lib/cluster/chance';
import { Cluster } from '@/lib/cluster/cluster';
import type { TimedCommand } from '@/lib/cluster/command';
import { canonicalJson, hash53, journalHash } from '@/lib/cluster/journal-hash';
import { Timeline } from '@/lib/lab/timeline';
import { recordedTraceHash, trace, traceHash } from './trace-hash';
import { Walk } from './walk';
import { apply, threeNodes } from './web';

const seeds = [1, 2, 3, 4, 5];

/** Commands of a walk, at their moments, and the journal of the cluster that they were drawn on. */
function walked(seed: number) {
  const cluster = new Cluster({ seed, nodes: threeNodes });
  const user = new Walk(seed, 'modelled');
  cluster.do(apply(user.first()));
  for (let i = 0; i < 30; i++) {
    const move = user.next(cluster);
    if ('command' in move) cluster.do(move.command);
    else cluster.run(cluster.nowMs + move.waitMs);
  }
  cluster.run(cluster.nowMs + 20_000);
  return { commands: cluster.commands, endMs: cluster.nowMs, hash: journalHash(cluster.journal) };
}

function replay(
  seed: number,
  commands: readonly TimedCommand[],
  endMs: number,
  each?: (cluster: Cluster) => Cluster,
) {
  let cluster = new Cluster({ seed, nodes: threeNodes });
  for (const { atMs, command } of commands) {
    cluster.run(atMs);
    cluster = each?.(cluster) ?? cluster;
    cluster.do(command);
  }
  cluster.run(endMs);
  return cluster;
}

describe('the same seed and the same commands', () => {
  it.each(seeds)('make the same journal (seed %i)', (seed) => {
    const { commands, endMs, hash } = walked(seed);
    expect(journalHash(replay(seed, commands, endMs).journal)).toBe(hash);
  });

  it.each(seeds)(
    'make it through copies at any moment, and the copy leaves the original alone (seed %i)',
    (seed) => {
      const { commands, endMs, hash } = walked(seed);
      const chance = new Chance(seed);
      const left: Cluster[] = [];
      const cluster = replay(seed, commands, endMs, (one) => {
        if (chance.next() < 0.5) return one;
        const copy = one.copy();
        const abandoned = chance.next() < 0.5 ? one : copy;
        const kept = abandoned === one ? copy : one;
        abandoned.do({ verb: 'delete', kind: 'StatefulSet', name: 'web' });
        abandoned.run(abandoned.nowMs + chance.between(0, 5_000));
        left.push(abandoned);
        return kept;
      });
      expect(journalHash(cluster.journal)).toBe(hash);
      expect(left.length).toBeGreaterThan(0);
    },
  );

  it.each(seeds)('make it in small steps and in large ones (seed %i)', (seed) => {
    const { commands, endMs, hash } = walked(seed);
    const chance = new Chance(seed);
    const cluster = replay(seed, commands, endMs, (one) => one);
    const stepped = new Cluster({ seed, nodes: threeNodes });
    let next = 0;
    while (stepped.nowMs < endMs) {
      const untilMs = Math.min(endMs, stepped.nowMs + chance.between(1, 700), commands[next]?.atMs ?? endMs);
      stepped.run(untilMs);
      for (; commands[next]?.atMs === stepped.nowMs; next++)
        stepped.do((commands[next] as TimedCommand).command);
    }
    expect(journalHash(stepped.journal)).toBe(hash);
    expect(journalHash(cluster.journal)).toBe(hash);
  });

  it.each(seeds)('make it on a timeline, wherever one went in between (seed %i)', (seed) => {
    const { commands, endMs, hash } = walked(seed);
    const chance = new Chance(seed);
    const timeline = new Timeline({ seed, nodes: threeNodes }, commands);
    for (let i = 0; i < 24; i++) {
      const atMs = chance.between(0, endMs);
      const there = timeline.at(atMs);
      expect(there.nowMs).toBe(atMs);
      if (i % 8 === 0) {
        const direct = replay(
          seed,
          commands.filter((command) => command.atMs <= atMs),
          atMs,
        );
        expect(journalHash(there.journal), `at ${atMs} ms`).toBe(journalHash(direct.journal));
      }
      if (i % 5 === 0) timeline.seekForward(atMs, (entry) => entry.type === 'transition');
    }
    expect(journalHash(timeline.at(endMs).journal.filter((entry) => entry.atMs <= endMs))).toBe(hash);
  });

  it.each(seeds)('make it on a branch of another timeline (seed %i)', (seed) => {
    const { commands, endMs, hash } = walked(seed);
    const chance = new Chance(seed);
    const shorter = commands.slice(0, chance.between(0, commands.length - 1));
    const timeline = new Timeline({ seed, nodes: threeNodes }, shorter);
    timeline.at(chance.between(0, endMs + 30_000));
    const branch = timeline.branch(commands);
    branch.at(chance.between(0, endMs));
    expect(journalHash(branch.at(endMs).journal)).toBe(hash);
    const again = branch.branch(shorter);
    expect(journalHash(again.at(endMs).journal)).toBe(
      journalHash(new Timeline({ seed, nodes: threeNodes }, shorter).at(endMs).journal),
    );
  });

  it('another seed makes another', () => {
    const { commands, endMs, hash } = walked(1);
    expect(journalHash(replay(2, commands, endMs).journal)).not.toBe(hash);
  });
});

describe('the recorded trace', () => {
  it('has the recorded hash: a change here is a change of what the model does', () => {
    expect(traceHash()).toBe(recordedTraceHash);
    expect(traceHash()).toBe(recordedTraceHash);
  });

  it('goes through a refusal and to the end of the set', () => {
    const cluster = replay(trace.seed, trace.commands, trace.untilMs);
    expect(cluster.journal.filter((entry) => entry.type === 'command' && entry.refused)).toHaveLength(1);
    expect(cluster.reading.list('Pod')).toEqual([]);
    expect(cluster.nextDueMs).toBeUndefined();
  });
});

describe('canonical JSON and its hash', () => {
  it('do not depend on the order of keys, and leave out what is undefined', () => {
    expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[1,{"d":null}]}');
    expect(hash53(canonicalJson({ a: 1, b: 2 }))).toBe(hash53(canonicalJson({ b: 2, a: 1, c: undefined })));
    expect(hash53('a')).not.toBe(hash53('b'));
    expect(hash53('')).toMatch(/^[0-9a-f]{14}$/);
  });
});
