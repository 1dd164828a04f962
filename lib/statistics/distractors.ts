import { correlationInterval } from './intervals';
import { correlation, mean } from './moments';

/** A learner's first try at an item of choices. */
export interface ChoiceTry {
  /** Places of the chosen choices. */
  readonly chosen: readonly number[];
  /** What the learner earned in this item, and in all. */
  readonly points: number;
  readonly total: number;
}

/**
 * `notWorking`: hardly anybody takes a wrong choice. `strongPickIt`: those who are good at the rest take a wrong one: look at
 * key and wording. `weakPickKey`: they avoid the right one. `classWide`: more than half take one wrong choice: teach it.
 */
export type ChoiceFlag = 'notWorking' | 'strongPickIt' | 'weakPickKey' | 'classWide';

export interface ChoiceStatistics {
  readonly choice: number;
  readonly isRight: boolean;
  /** Who chose it, and their share of all first tries in per cent. */
  readonly n: number;
  readonly share: number | null;
  /** The mean total of those who chose it, in points. */
  readonly meanTotal: number | null;
  /** Correlation of having chosen it with what was earned in the rest, -1 to 1. */
  readonly optionRest: number | null;
  /** Share of each third of the learners, by what they earned in the rest, that chose it, in per cent; null of an empty third. */
  readonly thirds: Readonly<Record<Third, number | null>>;
  readonly flags: readonly ChoiceFlag[];
}

type Third = 'lower' | 'middle' | 'upper';
const thirdNames: readonly Third[] = ['lower', 'middle', 'upper'];

/** From which number of first tries on a flag may stand: below, it would stand by chance. */
export const leastForFlag: Readonly<Record<ChoiceFlag, number>> = {
  notWorking: 40,
  strongPickIt: 30,
  weakPickKey: 30,
  classWide: 5,
};
const hardlyAnybody = 5;
const moreThanHalf = 50;

/** One row for each of `choices` choices. Throws for a place that is none. */
export function choiceStatistics(
  tries: readonly ChoiceTry[],
  choices: number,
  right: readonly number[],
): ChoiceStatistics[] {
  for (const place of [...right, ...tries.flatMap(({ chosen }) => chosen)])
    if (!(Number.isInteger(place) && place >= 0 && place < choices))
      throw new Error(`there is no choice ${place} of ${choices}`);
  const rests = tries.map(({ points, total }) => total - points);
  const thirds = thirdsOf(rests);
  return Array.from({ length: choices }, (_, choice) => {
    const took = tries.map(({ chosen }) => (chosen.includes(choice) ? 1 : 0));
    const row = {
      choice,
      isRight: right.includes(choice),
      n: took.filter((one) => one === 1).length,
      share: inPercent(mean(took)),
      meanTotal: mean(tries.filter((_, i) => took[i] === 1).map(({ total }) => total)),
      optionRest: correlation(took, rests),
      thirds: shares(took, thirds),
    };
    return { ...row, flags: flagsOf(row, tries.length) };
  });
}

const inPercent = (share: number | null): number | null => (share === null ? null : 100 * share);

const shares = (took: readonly number[], thirds: readonly Third[]): Record<Third, number | null> => {
  const of = (name: Third) => inPercent(mean(took.filter((_, i) => thirds[i] === name)));
  const [lower = null, middle = null, upper = null] = thirdNames.map(of);
  return { lower, middle, upper };
};

/** Sums of points that are apart by less are the same sum. */
const sameWithin = 1e-9;

/** By rank; those who earned the same stand in one third, in the middle of the places that they take together. */
function thirdsOf(values: readonly number[]): Third[] {
  const n = values.length;
  const inOrder = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const thirds: Third[] = [];
  for (let from = 0; from < n; ) {
    const { value } = inOrder[from] as { value: number };
    const next = inOrder.findIndex((one, at) => at > from && one.value > value + sameWithin);
    const to = next < 0 ? n : next;
    const twiceRank = from + to;
    const third = 3 * twiceRank < 2 * n ? 'lower' : 3 * twiceRank > 4 * n ? 'upper' : 'middle';
    for (const { i } of inOrder.slice(from, to)) thirds[i] = third;
    from = to;
  }
  return thirds;
}

function flagsOf(row: Omit<ChoiceStatistics, 'flags'>, n: number): ChoiceFlag[] {
  const { isRight, share, optionRest } = row;
  const between = optionRest === null ? null : correlationInterval(optionRest, n);
  const flags: Readonly<Record<ChoiceFlag, boolean>> = {
    notWorking: !isRight && (share ?? 0) < hardlyAnybody,
    strongPickIt: !isRight && between !== null && between.from > 0,
    weakPickKey: isRight && between !== null && between.to < 0,
    classWide: !isRight && (share ?? 0) > moreThanHalf,
  };
  return (Object.keys(flags) as ChoiceFlag[]).filter((flag) => flags[flag] && n >= leastForFlag[flag]);
}
