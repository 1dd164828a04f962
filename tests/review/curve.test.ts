import { default_w, forgetting_curve } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { chanceAfter, decay } from '@/lib/review/curve';

describe('the curve that is drawn', () => {
  it('is the one of the scheduler, to eight places', () => {
    expect(decay).toBe(default_w[20]);
    for (const stability of [0.212, 1, 2.3065, 46, 700])
      for (const days of [0, 1, 2, 11, 180, 4_000])
        expect(chanceAfter(days, stability)).toBeCloseTo(forgetting_curve(default_w, days, stability), 7);
  });

  it('is 1 at the answer, .9 after as many days as the stability says, and never 0', () => {
    for (const stability of [0.5, 7, 90]) {
      expect(chanceAfter(0, stability)).toBe(1);
      expect(chanceAfter(-3, stability)).toBe(1);
      expect(chanceAfter(stability, stability)).toBeCloseTo(0.9, 12);
      expect(chanceAfter(100_000, stability)).toBeGreaterThan(0);
    }
  });
});
