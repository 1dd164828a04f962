import { ascending, correlation, covariance, deviation, mean } from './moments';
import { checked, type ScoreTable, triesOf } from './score-table';

/** What first tries say of one item. Null where they say nothing: too few learners, or scores that do not vary. */
export interface ItemStatistics {
  /** Learners who tried it. */
  readonly n: number;
  /** The mean score in per cent of the most. */
  readonly facility: number | null;
  /** Of the scores, in points. */
  readonly sd: number | null;
  /** 100 times the correlation of the item with the rest of the items. */
  readonly discriminationIndex: number | null;
  /** 100 times the covariance with the rest, of the largest that these scores could have. */
  readonly discriminativeEfficiency: number | null;
  /** The item's share of the most points, in per cent: what it is meant to weigh. */
  readonly intendedWeight: number;
  /** Its share of what makes learners differ in all, in per cent. Null when it pulls against the rest. */
  readonly effectiveWeight: number | null;
  /** It pulls against the rest: those who earned more in it earned less in all. */
  readonly isAgainstRest: boolean;
}

/**
 * One for each column. Definitions of Moodle's question statistics (question/classes/statistics/questions/calculator.php):
 * an item's numbers rest on those who tried it, a missing try earns nothing in the total. Throws for a table that is none.
 */
export function itemStatistics(table: ScoreTable): ItemStatistics[] {
  const { max } = checked(table);
  const most = max.reduce((sum, one) => sum + one, 0);
  const withTotal = max.map((_, item) => {
    const { own, total } = triesOf(table, item);
    return covariance(own, total);
  });
  const pulls = withTotal.map((value) => (value !== null && value >= 0 ? Math.sqrt(value) : null));
  const allPulls = pulls.reduce<number>((sum, pull) => sum + (pull ?? 0), 0);
  return max.map((itemMost, item) => {
    const { own, rest } = triesOf(table, item);
    const average = mean(own);
    const pull = pulls[item] ?? null;
    return {
      n: own.length,
      facility: average === null ? null : 100 * Math.min(1, average / itemMost),
      sd: deviation(own),
      discriminationIndex: inPercent(correlation(own, rest)),
      discriminativeEfficiency: efficiency(own, rest),
      intendedWeight: (100 * itemMost) / most,
      effectiveWeight: pull === null || allPulls === 0 ? null : (100 * pull) / allPulls,
      isAgainstRest: (withTotal[item] ?? 0) < 0,
    };
  });
}

const inPercent = (share: number | null): number | null => (share === null ? null : 100 * share);

function efficiency(own: readonly number[], rest: readonly number[]): number | null {
  const [is, most] = [covariance(own, rest), covariance(ascending(own), ascending(rest))];
  return is === null || !most ? null : (100 * is) / most;
}
