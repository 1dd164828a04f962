import { describe, expect, it } from 'vitest';
import { linesEach, session } from './fuzz';

const lines = Number(process.env.FUZZ ?? 5_000);
/** Which seeds are run: a number of its own finds new ones. */
const from = Number(process.env.FUZZ_FROM ?? 0);
const parts = 10;

/** Seeds that once broke a rule. */
const kept: readonly number[] = [507];

describe(`whatever is typed (${lines} lines from seed ${from})`, () => {
  it.each(Array.from({ length: parts }, (_, i) => i))(
    'a line is answered and ends with an exit code, nothing is thrown, nothing goes on for ever: part %i',
    (part) => {
      let failed = 0;
      let typed = 0;
      for (let seed = from + part; seed < from + lines / linesEach; seed += parts) {
        const { lines: count, failed: bad } = session(seed);
        failed += bad;
        typed += count;
      }
      expect(failed / typed).toBeGreaterThan(0.2);
      expect(failed / typed).toBeLessThan(0.95);
    },
    600_000,
  );

  it('the seeds that once broke a rule hold', () => {
    for (const seed of kept) session(seed);
  });
});
