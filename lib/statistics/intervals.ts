/** From and to, both ends in it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The normal quantile of a two-sided 95 %. */
const z95 = 1.959963984540054;

/**
 * Where a share may lie with 95 % confidence, after `successes` of `n`, both as shares of 1. Scores between 0 and 1 may be
 * summed into `successes`: they vary less than right and wrong do, so the interval is only too wide. Null for n = 0.
 * Source: Wilson 1927, the score interval.
 */
export function wilson(successes: number, n: number, z = z95): Interval | null {
  if (!(successes >= 0 && successes <= n)) throw new Error(`${successes} successes of ${n}`);
  if (n === 0) return null;
  const share = successes / n;
  const widened = 1 + (z * z) / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return {
    from: successes === 0 ? 0 : Math.max(0, (middle - half) / widened),
    to: successes === n ? 1 : Math.min(1, (middle + half) / widened),
  };
}

/**
 * Where a correlation may lie with 95 % confidence. Null for fewer than four pairs, of which nothing can be said.
 * Source: Fisher's z-transformation, standard error 1 / sqrt(n - 3).
 */
export function correlationInterval(r: number, n: number, z = z95): Interval | null {
  if (!(Math.abs(r) <= 1)) throw new Error(`a correlation of ${r}`);
  if (n < 4) return null;
  const half = z / Math.sqrt(n - 3);
  return { from: Math.tanh(Math.atanh(r) - half), to: Math.tanh(Math.atanh(r) + half) };
}
