import type { Advice, WeakConcept } from './public';

/** A concept with how many of those who were asked know it. */
export type AskedConcept = WeakConcept;

/** Below so many learners a share is told of nobody: it would be about one or two of them. */
export const leastForShare = 4;
/** A concept that so many know needs no lesson. */
const knownByMost = 0.8;
/** Two concepts are named together when no more than so much lies between them. */
const alike = 0.1;

/** The mean of some shares, with how many there are; none for fewer than four. */
export const groupShare = (shares: readonly number[]) => ({
  n: shares.length,
  share: shares.length < leastForShare ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
});

/**
 * What a class should be taught next: the concept that the smallest share knows of those who were asked, and one more that is as weak.
 * `answered`: learners who have answered anything. Of fewer than four learners nothing is concluded.
 */
export function adviceOf(learners: number, answered: number, concepts: readonly AskedConcept[]): Advice {
  if (learners === 0) return { kind: 'nobody' };
  if (answered === 0) return { kind: 'nothingYet' };
  const enough = concepts
    .filter(({ asked }) => asked >= leastForShare)
    .sort((a, b) => shareOf(a) - shareOf(b) || b.asked - a.asked);
  const [weakest, second] = enough;
  if (!weakest) return { kind: 'few', asked: answered };
  if (shareOf(weakest) >= knownByMost) return { kind: 'allKnown', concepts: enough.length };
  const isAlike = second && shareOf(second) < knownByMost && shareOf(second) - shareOf(weakest) <= alike;
  return { kind: 'weakest', concepts: isAlike ? [weakest, second] : [weakest] };
}

const shareOf = ({ known, asked }: AskedConcept): number => known / asked;
