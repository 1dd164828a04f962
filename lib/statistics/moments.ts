/**
 * Means, variances and their kin over a sample: divided by n - 1. Null where the sample does not have them.
 * A spread that is only rounding counts as none: sums of decimals differ in their last digit.
 */

const roundingShare = 1e-12;
const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;

/** The middle value; of an even number of them, the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const inOrder = ascending(values);
  const half = inOrder.length >> 1;
  return mean(inOrder.length % 2 ? inOrder.slice(half, half + 1) : inOrder.slice(half - 1, half + 1));
}

export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** Of two lists of one length, pair by pair. Null for fewer than two pairs. */
export function covariance(left: readonly number[], right: readonly number[]): number | null {
  const [a, b] = [mean(left), mean(right)];
  if (a === null || b === null || left.length < 2) return null;
  const products = left.map((value, i) => (value - a) * ((right[i] as number) - b));
  const value = sum(products) / (left.length - 1);
  const rounding = roundingShare * (largest(left) || 1) * (largest(right) || 1);
  return Math.abs(value) <= rounding ? 0 : value;
}

/** Not below 0; exactly 0 when all values are the same but for rounding. */
export const variance = (values: readonly number[]): number | null => covariance(values, values);

export const deviation = (values: readonly number[]): number | null => {
  const spread = variance(values);
  return spread === null ? null : Math.sqrt(spread);
};

/** Pearson's r, -1 to 1. Null for fewer than two pairs, and where one of the two does not vary. */
export function correlation(left: readonly number[], right: readonly number[]): number | null {
  const [a, b, both] = [variance(left), variance(right), covariance(left, right)];
  return !a || !b || both === null ? null : Math.max(-1, Math.min(1, both / Math.sqrt(a * b)));
}

/**
 * Skewness k3 / k2^1.5 and excess kurtosis k4 / k2^2 by k-statistics, the unbiased estimates of the cumulants: they need
 * three and four values that vary. Source: Moodle's quiz statistics, which takes them from Fisher.
 */
export function shape(values: readonly number[]): {
  readonly skewness: number | null;
  readonly kurtosis: number | null;
} {
  const n = values.length;
  const [middle, k2] = [mean(values), variance(values)];
  if (middle === null || !k2 || n < 3) return { skewness: null, kurtosis: null };
  const power = (exponent: number) => sum(values.map((value) => (value - middle) ** exponent));
  const k3 = (n * power(3)) / ((n - 1) * (n - 2));
  if (n < 4) return { skewness: k3 / k2 ** 1.5, kurtosis: null };
  const m2 = power(2) / n;
  const k4 = (n * ((n + 1) * power(4) - 3 * (n - 1) * n * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3));
  return { skewness: k3 / k2 ** 1.5, kurtosis: k4 / (k2 * k2) };
}
