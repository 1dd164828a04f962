import type { GridCellView, Need } from './public';

/** From when on a learner needs somebody; so much that a slip or a free weekend is no reason. */
export const needRules = {
  awayDays: 7,
  notBegunDays: 3,
  wrongTwice: 2,
  lowAsked: 3,
  /** A lesson is low below this share. */
  low: 0.4,
  sure: 3,
  sureWrong: 0.5,
  labs: 2,
} as const;

/** What stands of a learner, days counted in the instructor's own dates. */
export interface LearnerStanding {
  readonly daysSinceJoined: number;
  /** Since the last visit or work; null: never. */
  readonly daysSinceSeen: number | null;
  /** Has read, answered or checked anything. */
  readonly hasBegun: boolean;
  /** Knows everything that there is. */
  readonly isDone: boolean;
  /** Titles of concepts whose last two questions were both wrong. */
  readonly wrongTwice: readonly string[];
  readonly lessons: readonly { readonly number: number; readonly known: number; readonly asked: number }[];
  /** First tries of which the learner was sure, and how many of them were wrong. */
  readonly sure: number;
  readonly sureWrong: number;
  /** Labs that were checked, and how many of them were solved. */
  readonly labsChecked: number;
  readonly labsSolved: number;
}

/** How heavy a reason is against others. */
const weights: Readonly<Record<Need['kind'], number>> = {
  away: 4,
  wrongTwice: 3,
  low: 3,
  notBegun: 2,
  sureWrong: 2,
  labsUnsolved: 1,
};

/** Why this learner needs somebody, the heaviest reason first; none for most. */
export function needsOf(standing: LearnerStanding): readonly Need[] {
  const { hasBegun, isDone, daysSinceSeen, daysSinceJoined, wrongTwice, sure, sureWrong } = standing;
  const needs: Need[] = [];
  if (hasBegun && !isDone && daysSinceSeen !== null && daysSinceSeen >= needRules.awayDays)
    needs.push({ kind: 'away', days: daysSinceSeen });
  if (wrongTwice.length >= needRules.wrongTwice) needs.push({ kind: 'wrongTwice', concepts: wrongTwice });
  for (const { number, known, asked } of standing.lessons)
    if (isLow(known, asked) && asked >= needRules.lowAsked)
      needs.push({ kind: 'low', lesson: number, known, asked });
  if (!hasBegun && daysSinceJoined >= needRules.notBegunDays)
    needs.push({ kind: 'notBegun', days: daysSinceJoined });
  if (sure >= needRules.sure && sureWrong / sure >= needRules.sureWrong)
    needs.push({ kind: 'sureWrong', wrong: sureWrong, sure });
  if (standing.labsChecked >= needRules.labs && standing.labsSolved === 0)
    needs.push({ kind: 'labsUnsolved', labs: standing.labsChecked });
  return needs;
}

/** Drawn in black: less than 40 % of what was asked is known. */
export const isLow = (known: number, asked: number): boolean => asked > 0 && known / asked < needRules.low;

/**
 * Who needs somebody first stands first: by the weight of the reasons, then by the share of what was asked that is known. Who is alike
 * keeps the order in which they joined; who has not been asked comes after who has.
 */
export function byNeed<
  Row extends { readonly needs: readonly Need[]; readonly cells: readonly GridCellView[] },
>(rows: readonly Row[]): readonly Row[] {
  const weight = ({ needs }: Row) => needs.reduce((sum, { kind }) => sum + weights[kind], 0);
  const share = ({ cells }: Row) => {
    const asked = cells.reduce((sum, cell) => sum + cell.asked, 0);
    return asked === 0 ? 2 : cells.reduce((sum, cell) => sum + cell.known, 0) / asked;
  };
  return [...rows].sort((a, b) => weight(b) - weight(a) || share(a) - share(b));
}
