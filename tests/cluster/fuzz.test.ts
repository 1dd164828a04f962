import { describe, expect, it } from 'vitest';
import { commandsEach, run } from './fuzz';

const sequences = Number(process.env.FUZZ ?? 10_000);
const parts = 20;
/** Which seeds are run: a number of its own finds new ones. */
const from = Number(process.env.FUZZ_FROM ?? 0);

/** Seeds that once broke a rule. */
const kept: readonly number[] = [11830, 21291];

describe(`whatever is asked, sensible or not (${sequences} sequences from seed ${from})`, () => {
  it.each(Array.from({ length: parts }, (_, i) => i))(
    'it is answered in Kubernetes’ words, nothing is thrown, nothing goes on for ever, and the bounds hold: part %i',
    (part) => {
      let refused = 0;
      let done = 0;
      for (let seed = from + part; seed < from + sequences; seed += parts) {
        refused += run(seed).refused;
        done += commandsEach;
      }
      expect(refused / done).toBeGreaterThan(0.1);
      expect(refused / done).toBeLessThan(0.8);
    },
    120_000,
  );

  it('the seeds that once broke a rule hold', () => {
    for (const seed of kept) run(seed);
  });
});
