import { correlationInterval, type Interval, wilson } from './intervals';
import type { ItemStatistics } from './item-statistics';
import type { TestStatistics } from './test-statistics';
import { type DiscriminationWord, discriminationWord, type FacilityWord, facilityWord } from './words';

/**
 * A number as it may be shown: always with the n it rests on. `hidden` says why there is none: `tooFew` learners for it to
 * mean anything, scores that do not vary (`noSpread`), an item that pulls against the rest (`againstRest`).
 */
export interface Shown<Value = number> {
  readonly value: Value | null;
  readonly n: number;
  readonly hidden?: 'tooFew' | 'noSpread' | 'againstRest';
  /** The n from which on it would be shown. */
  readonly least?: number;
  /** Where the true value may lie with 95 % confidence, in the unit of the value. */
  readonly interval?: Interval;
}

/**
 * From which n on each number is shown. A facility has its interval beside it, which says how little one learner tells; its
 * word has none, and at 10 the interval is still wider than any word's range. A correlation of .3 among 20 may be
 * anything from -.16 to .66: words about discrimination and consistency, and the numbers that have them, wait for 30.
 */
export const leastN = {
  facility: 1,
  facilityWord: 10,
  sd: 2,
  discrimination: 30,
  weight: 30,
  mean: 1,
  shape: 30,
  consistency: 30,
} as const;

type Rule = keyof typeof leastN;

function shown<Value>(
  value: Value | null,
  n: number,
  rule: Rule,
  more: Partial<Pick<Shown<Value>, 'interval' | 'hidden'>> = {},
): Shown<Value> {
  const least = leastN[rule];
  if (n < least) return { value: null, n, hidden: 'tooFew', least };
  if (value === null) return { value, n, hidden: more.hidden ?? 'noSpread' };
  return { value, n, ...(more.interval && { interval: more.interval }) };
}

export interface ShownItem {
  readonly n: number;
  readonly facility: Shown;
  readonly facilityWord: Shown<FacilityWord>;
  readonly sd: Shown;
  readonly discriminationIndex: Shown;
  readonly discriminationWord: Shown<DiscriminationWord>;
  readonly discriminativeEfficiency: Shown;
  readonly effectiveWeight: Shown;
}

const inPercent = (interval: Interval | null): Pick<Shown, 'interval'> =>
  interval ? { interval: { from: 100 * interval.from, to: 100 * interval.to } } : {};

/** An item's numbers with what a class of this size may be told. */
export function shownItem(item: ItemStatistics): ShownItem {
  const { n, facility, sd, discriminationIndex: index, discriminativeEfficiency, effectiveWeight } = item;
  const share = facility === null ? null : wilson(Math.min(n, (facility / 100) * n), n);
  const between = index === null ? null : correlationInterval(index / 100, n);
  return {
    n,
    facility: shown(facility, n, 'facility', inPercent(share)),
    facilityWord: shown(facility === null ? null : facilityWord(facility), n, 'facilityWord'),
    sd: shown(sd, n, 'sd'),
    discriminationIndex: shown(index, n, 'discrimination', inPercent(between)),
    discriminationWord: shown(index === null ? null : discriminationWord(index), n, 'discrimination'),
    discriminativeEfficiency: shown(discriminativeEfficiency, n, 'discrimination'),
    effectiveWeight: shown(effectiveWeight, n, 'weight', item.isAgainstRest ? { hidden: 'againstRest' } : {}),
  };
}

export type ShownTest = Readonly<
  Record<'mean' | 'median' | 'sd' | 'skewness' | 'kurtosis' | 'cic' | 'errorRatio' | 'standardError', Shown>
>;

/** A quiz's numbers with what a class of this size may be told. */
export function shownTest(test: TestStatistics): ShownTest {
  const { n } = test;
  return {
    mean: shown(test.mean, n, 'mean'),
    median: shown(test.median, n, 'mean'),
    sd: shown(test.sd, n, 'sd'),
    skewness: shown(test.skewness, n, 'shape'),
    kurtosis: shown(test.kurtosis, n, 'shape'),
    cic: shown(test.cic, n, 'consistency'),
    errorRatio: shown(test.errorRatio, n, 'consistency'),
    standardError: shown(test.standardError, n, 'consistency'),
  };
}
