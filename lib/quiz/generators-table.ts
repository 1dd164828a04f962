import type { GeneratorReport } from './check-generator';

/** The mean over the generators of choice items, each counting once. */
export function longestRightShare(reports: readonly GeneratorReport[]): number {
  const shares = reports.flatMap(({ longestRight }) => longestRight ?? []);
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

type Timed = GeneratorReport & { readonly seconds: number };

/** A line for each generator: what was drawn, what differs, how many keys were found by runs, and the time. */
export function generatorsTable(reports: readonly Timed[]): string {
  const rows = reports.map((one) => [
    one.id,
    one.kind,
    String(one.tried),
    String(one.distinct),
    String(one.keys),
    String(one.runs),
    one.longestRight === undefined ? '' : one.longestRight.toFixed(2),
    one.seconds.toFixed(1),
    one.faults.length === 0 ? 'good' : `${one.faults.length} faults`,
  ]);
  const head = ['generator', 'kind', 'seeds', 'different', 'keys', 'runs', 'longest', 'seconds', ''];
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const total = reports.reduce((sum, { seconds }) => sum + seconds, 0);
  return `${[head, ...rows].map(line).join('\n')}\n${reports.length} generators in ${total.toFixed(1)} s\n`;
}
