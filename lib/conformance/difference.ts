import { canonicalJson } from '../cluster/journal-hash';

/** A value in words: the same for equal values. */
export const canonical = (value: unknown): string => (value === undefined ? 'nothing' : canonicalJson(value));

export const inCanonicalOrder = <Value>(values: readonly Value[]): Value[] =>
  values
    .map((value) => ({ value, words: canonical(value) }))
    .sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0))
    .map(({ value }) => value);

/** What the first list has more often than the second, in words. */
export function lacking(wanted: readonly unknown[], got: readonly unknown[]): string[] {
  const left = new Map<string, number>();
  for (const one of got.map(canonical)) left.set(one, (left.get(one) ?? 0) + 1);
  return wanted.map(canonical).filter((one) => {
    const n = left.get(one) ?? 0;
    left.set(one, n - 1);
    return n <= 0;
  });
}

/** Where two values differ first, and how; undefined when they are equal. */
export function firstDifference(wanted: unknown, got: unknown, path: string): string | undefined {
  if (canonical(wanted) === canonical(got)) return undefined;
  if (wanted && got && typeof wanted === 'object' && typeof got === 'object') {
    const [w, g] = [wanted as Record<string, unknown>, got as Record<string, unknown>];
    for (const key of new Set([...Object.keys(w), ...Object.keys(g)])) {
      const difference = firstDifference(w[key], g[key], `${path}.${key}`);
      if (difference) return difference;
    }
  }
  return `${path}: recorded ${canonical(wanted)}, played ${canonical(got)}`;
}
