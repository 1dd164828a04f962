/** A line of the recording beside the model's; one of them may be missing. */
export interface Pair {
  readonly recorded?: string;
  readonly played?: string;
}

/** Equal lines side by side, in the recording's order; then what only the model has. */
export function paired(recorded: readonly string[], played: readonly string[]): Pair[] {
  const left = [...played];
  const pairs = recorded.map((one): Pair => {
    const at = left.indexOf(one);
    const [twin] = at < 0 ? [] : left.splice(at, 1);
    return { recorded: one, ...(twin !== undefined && { played: twin }) };
  });
  return [...pairs, ...left.map((one) => ({ played: one }))];
}

/** Each line has its twin. */
export const areEqual = (pairs: readonly Pair[]): boolean =>
  pairs.every(({ recorded, played }) => recorded !== undefined && played !== undefined);
