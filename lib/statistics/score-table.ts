/**
 * What a group's first tries earned: a row a learner, a column an item, null where a learner has not tried the item.
 * Only first tries belong here: the definitions are those of a test that is taken once.
 */
export interface ScoreTable {
  /** The most that each item can earn, in points above 0. */
  readonly max: readonly number[];
  /** Points from 0 to the item's most. */
  readonly scores: readonly (readonly (number | null)[])[];
}

/** The table itself. Throws for a row of another length, for a most that is not above 0 and for points outside it. */
export function checked(table: ScoreTable): ScoreTable {
  const { max, scores } = table;
  for (const [item, most] of max.entries())
    if (!(Number.isFinite(most) && most > 0))
      throw new Error(`item ${item}: its most is ${most}, not above 0`);
  for (const [learner, row] of scores.entries()) {
    if (row.length !== max.length)
      throw new Error(`learner ${learner}: ${row.length} scores for ${max.length} items`);
    for (const [item, points] of row.entries())
      if (points !== null && !(points >= 0 && points <= (max[item] as number)))
        throw new Error(`learner ${learner}, item ${item}: ${points} points of ${max[item]}`);
  }
  return table;
}

/** What a learner earned in all. An item without a try earned nothing, as in Moodle. */
export const totalOf = (row: readonly (number | null)[]): number =>
  row.reduce<number>((sum, points) => sum + (points ?? 0), 0);

/** What those who tried an item earned in it, in the rest of the items, and in all: three lists in one order. */
export function triesOf(
  { scores }: ScoreTable,
  item: number,
): { readonly own: readonly number[]; readonly rest: readonly number[]; readonly total: readonly number[] } {
  const tried = scores.flatMap((row) => {
    const points = row[item];
    // Summed and not subtracted: equal rests stay equal to the last digit.
    const rest = totalOf(row.map((one, i) => (i === item ? 0 : one)));
    return points === null || points === undefined ? [] : [{ points, rest }];
  });
  return {
    own: tried.map(({ points }) => points),
    rest: tried.map(({ rest }) => rest),
    total: tried.map(({ points, rest }) => points + rest),
  };
}
