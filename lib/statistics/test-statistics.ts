import { mean, median, shape, variance } from './moments';
import { checked, type ScoreTable, totalOf } from './score-table';

/** What first tries say of a quiz as a whole. All in points but where it says per cent. */
export interface TestStatistics {
  /** Learners who tried every item: the others are in none of these numbers. */
  readonly n: number;
  readonly most: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly sd: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** Coefficient of internal consistency, in per cent: Cronbach's alpha times 100. Never above 100, may be below 0. */
  readonly cic: number | null;
  /** How much of the standard deviation is chance, in per cent. */
  readonly errorRatio: number | null;
  /** Of one learner's total. */
  readonly standardError: number | null;
}

/**
 * Definitions of Moodle's quiz statistics (mod/quiz/report/statistics/classes/calculator.php), which needs three learners,
 * two items and totals that vary for the last three. Throws for a table that is none.
 */
export function testStatistics(table: ScoreTable): TestStatistics {
  const { max, scores } = checked(table);
  const whole = scores.filter((row) => row.every((points) => points !== null)) as (readonly number[])[];
  const totals = whole.map(totalOf);
  const spread = variance(totals);
  const sd = spread === null ? null : Math.sqrt(spread);
  const items = max.length;
  const itemSpreads = max.map((_, item) => variance(whole.map((row) => row[item] as number)) ?? 0);
  const hasConsistency = !!spread && items > 1 && totals.length > 2;
  const shares = hasConsistency ? itemSpreads.reduce((sum, one) => sum + one, 0) / spread : null;
  const cic = shares === null ? null : ((100 * items) / (items - 1)) * (1 - shares);
  const errorRatio = cic === null ? null : 100 * Math.sqrt(Math.max(0, 1 - cic / 100));
  return {
    n: totals.length,
    most: max.reduce((sum, one) => sum + one, 0),
    mean: mean(totals),
    median: median(totals),
    sd,
    ...shape(totals),
    cic,
    errorRatio,
    standardError: errorRatio === null || sd === null ? null : (errorRatio * sd) / 100,
  };
}
