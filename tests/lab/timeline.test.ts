import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { TimedCommand } from '@/lib/cluster/command';
import type { WriteEntry } from '@/lib/cluster/journal';
import { journalHash } from '@/lib/cluster/journal-hash';
import { withinMemory } from '@/lib/lab/checkpoints';
import { differencesOf, firstDifference } from '@/lib/lab/difference';
import { Timeline } from '@/lib/lab/timeline';
import { data, deletePod, probed, scale, setImage, threeNodes, web } from '../cluster/web';

const options = { seed: 7, nodes: threeNodes };
const commands: readonly TimedCommand[] = [
  { atMs: 0, command: { verb: 'apply', object: web(4, { volumeClaimTemplates: data }, probed) } },
  { atMs: 12_000, command: setImage('db:v2') },
  { atMs: 30_000, command: deletePod('web-1') },
  { atMs: 41_000, command: scale(9) },
  { atMs: 60_000, command: scale(2) },
];

describe('A timeline', () => {
  it('goes back to any event: what it wrote is there, and what came later is not', () => {
    const timeline = new Timeline(options, commands);
    timeline.at(90_000);
    const { journal } = timeline;
    expect(journal.length).toBeGreaterThan(500);
    const fresh = new Cluster(options);
    expect(fresh.journal.length).toBeGreaterThan(0);
    for (const sequence of [journal.length - 1, 3, 400, 17, 401, 399, 5, Math.floor(journal.length / 2)]) {
      const then = timeline.atEntry(sequence);
      expect(then?.journal.length).toBeGreaterThan(sequence);
      expect(journalHash(then?.journal ?? [])).toBe(journalHash(journal.slice(0, then?.journal.length)));
      const last = then?.journal.findLast((entry): entry is WriteEntry => entry.type === 'write');
      if (last?.after) expect(then?.reading.get(last.key)).toEqual(last.after);
      expect(then?.nowMs).toBeLessThanOrEqual(journal[sequence]?.atMs ?? 0);
    }
    expect(timeline.atEntry(journal.length)).toBeUndefined();
    expect(timeline.atEntry(-1)).toBeUndefined();
  });

  it('runs on from an event to the same end', () => {
    const timeline = new Timeline(options, commands);
    const end = journalHash(timeline.at(90_000).journal);
    const again = new Timeline(options, commands);
    again.at(45_000);
    again.atEntry(120);
    expect(journalHash(again.at(90_000).journal)).toBe(end);
  });

  it('goes back within the work between two checkpoints, however it came there', () => {
    const timeline = new Timeline(options, commands);
    timeline.at(90_000);
    for (let sequence = timeline.journal.length - 1; sequence >= 0; sequence -= 37) {
      const then = timeline.atEntry(sequence);
      const straight = new Timeline(options, commands).at(then?.nowMs ?? 0);
      expect(straight.journal.length).toBeGreaterThanOrEqual(then?.journal.length ?? 0);
    }
  });
});

describe('Two futures', () => {
  const base = new Timeline(options, commands);
  const left = base.at(90_000).copy();
  const other = base.branch([...commands.slice(0, 4), { atMs: 60_000, command: scale(5) }]);
  const right = other.at(90_000);

  it('part at the command that differs', () => {
    const parting = firstDifference(left.journal, right.journal);
    expect(parting?.left).toMatchObject({ type: 'command', atMs: 60_000, command: scale(2) });
    expect(parting?.right).toMatchObject({ type: 'command', atMs: 60_000, command: scale(5) });
    expect(firstDifference(left.journal, left.journal.slice(0, 40))).toBeUndefined();
  });

  it('differ in the objects that one has and the other has not, and in fields by path', () => {
    const differences = differencesOf(left, right);
    expect(differences).toContainEqual({ key: 'Pod/default/web-4', is: 'right', paths: [] });
    const set = differences.find(({ key }) => key === 'StatefulSet/default/web');
    expect(set?.is).toBe('changed');
    expect(set?.paths).toContain('spec.replicas');
    expect(differences.some(({ key }) => key === 'Pod/default/web-0')).toBe(false);
    expect(differencesOf(left, left)).toEqual([]);
  });
});

describe('Checkpoints', () => {
  const of = (count: number, size: number) =>
    Array.from({ length: count }, (_, n) => ({ n, reading: { size }, journal: [] })) as never as Parameters<
      typeof withinMemory
    >[0];
  const numbers = (count: number, size: number, most: number) =>
    withinMemory(of(count, size), most).map((one) => (one as never as { readonly n: number }).n);

  it('stay as they are while they hold little', () => {
    expect(numbers(5, 10, 50)).toEqual([0, 1, 2, 3, 4]);
  });

  it('lose every second one while they hold too much: the first and the last stay', () => {
    expect(numbers(6, 10, 50)).toEqual([0, 2, 4, 5]);
    expect(numbers(9, 10, 30)).toEqual([0, 4, 8]);
    expect(numbers(9, 10, 0)).toEqual([0, 8]);
  });
});
