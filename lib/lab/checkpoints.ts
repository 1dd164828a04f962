import type { Cluster } from '../cluster/cluster';

/** What all checkpoints of a timeline together may hold: objects, and entries of journals at a quarter of an object. */
const mostHeld = 800_000;

const heldBy = ({ reading, journal }: Pick<Cluster, 'reading' | 'journal'>): number =>
  reading.size + journal.length / 4;

/**
 * Checkpoints within memory, oldest first: while they hold too much every second one goes, but never the first, from which
 * every branch can start, nor the last. The longer ago, the wider they stand apart: it is rarer to go back so far.
 */
export function withinMemory<Checkpoint extends Pick<Cluster, 'reading' | 'journal'>>(
  checkpoints: readonly Checkpoint[],
  most = mostHeld,
): readonly Checkpoint[] {
  let kept = checkpoints;
  const held = () => kept.reduce((sum, one) => sum + heldBy(one), 0);
  while (kept.length > 2 && held() > most) {
    const last = kept.length - 1;
    kept = kept.filter((_, i) => i === last || i % 2 === 0);
  }
  return kept;
}
