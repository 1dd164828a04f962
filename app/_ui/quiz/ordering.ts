/** The order with the step at `from` taken out and put in at `to`; an index outside the list changes nothing. */
export function moveStep(places: readonly number[], from: number, to: number): readonly number[] {
  const step = places[from];
  if (step === undefined || to < 0 || to >= places.length) return places;
  return places.toSpliced(from, 1).toSpliced(to, 0, step);
}

/**
 * Which of `values` (a permutation of places) have to move so that the rest rises: as few as possible, and among equally
 * few those that do not stand at their own place. Indices into `values`. Quadratic; an item has at most a dozen steps.
 */
export function movedIndices(values: readonly number[]): ReadonlySet<number> {
  const chains: Chain[] = [];
  let best: Chain = { kept: [], last: -Infinity, worth: 0 };
  values.forEach((value, index) => {
    const before = chains
      .filter(({ last }) => last < value)
      .reduce(worthier, { kept: [], last: -Infinity, worth: 0 });
    // A row kept is worth more than any number of rows that stand at their own place.
    const worth = before.worth + values.length + 1 + (value === index ? 1 : 0);
    const chain = { kept: [...before.kept, index], last: value, worth };
    chains.push(chain);
    best = worthier(best, chain);
  });
  return new Set(values.map((_, index) => index).filter((index) => !best.kept.includes(index)));
}

interface Chain {
  readonly kept: readonly number[];
  readonly last: number;
  readonly worth: number;
}

const worthier = (one: Chain, other: Chain): Chain => (other.worth > one.worth ? other : one);
