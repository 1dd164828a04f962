import { Chance } from '../cluster/chance';
import { type Scale, scaleOf } from './scale';

/** What so many Services come to in one mode. */
export interface Growth extends Scale {
  /** Rules asked when the lot falls on the endpoint whose rule stands first, and on the one whose stands last. */
  readonly fewest: number;
  readonly most: number;
}

/** A seed under which a rule `--probability 1/n`, 1/(n-1), … takes the packet at the first or only at the last endpoint. */
function seedOf(endpoints: number, falls: 'first' | 'last'): number {
  for (let seed = 1; seed < seedsTried; seed++) {
    const chance = new Chance(seed);
    let at = 0;
    while (at < endpoints - 1 && chance.next() >= 1 / (endpoints - at)) at++;
    if (at === (falls === 'first' ? 0 : endpoints - 1)) return seed;
  }
  throw new Error(`no seed under ${seedsTried} chooses the ${falls} of ${endpoints} endpoints`);
}
const seedsTried = 100_000;

/**
 * The counts of `scaleOf` without writing every Service's rules: all Services of its world are alike, so that each further one
 * adds what the second adds to the first. A few milliseconds for any number.
 */
export function growthOf(mode: Scale['mode'], services: number, endpoints: number): Growth {
  const one = scaleOf(mode, 1, endpoints);
  const two = scaleOf(mode, 2, endpoints);
  const grown = (what: 'rules' | 'asked' | 'lookups', from = one) =>
    from[what] + (services - 1) * (two[what] - one[what]);
  const under = (falls: 'first' | 'last') =>
    grown('asked', scaleOf(mode, 1, endpoints, seedOf(endpoints, falls)));
  return {
    mode,
    rules: grown('rules'),
    asked: grown('asked'),
    lookups: grown('lookups'),
    fewest: under('first'),
    most: under('last'),
  };
}
