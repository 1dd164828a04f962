/** What first tries at putting steps in order say. Steps are numbered as the key has them. */
export interface OrderStatistics {
  readonly n: number;
  /** `matrix[step][place]`: how many put that step there. */
  readonly matrix: readonly (readonly number[])[];
  /** The pair that most had the wrong way round, how many, and their share in per cent; null when nobody had any. */
  readonly mostInverted: InvertedPair | null;
}

export interface InvertedPair {
  /** Stands before `after` in the key. */
  readonly before: number;
  readonly after: number;
  readonly n: number;
  readonly share: number;
}

/**
 * `answers` are orders of the steps 0 to `steps` - 1; `fixed` the pairs whose order counts, without it all of them. Of pairs
 * that equally many inverted the one is named that comes first in the key. Throws for an answer that is no order of the steps.
 */
export function orderStatistics(
  answers: readonly (readonly number[])[],
  steps: number,
  fixed: readonly (readonly [before: number, after: number])[] = everyPair(steps),
): OrderStatistics {
  for (const answer of answers)
    if (answer.length !== steps || new Set(answer).size !== steps || answer.some((step) => !(step in answer)))
      throw new Error(`[${answer.join(', ')}] is no order of ${steps} steps`);
  const n = answers.length;
  const places = answers.map((answer) => placesOf(answer));
  const inverted = [...fixed]
    .sort(([a, b], [c, d]) => a - c || b - d)
    .map(([before, after]): InvertedPair => {
      const count = places.filter((at) => (at[before] ?? 0) > (at[after] ?? 0)).length;
      return { before, after, n: count, share: n === 0 ? 0 : (100 * count) / n };
    });
  const most = inverted.reduce<InvertedPair | null>(
    (top, pair) => (pair.n > (top?.n ?? 0) ? pair : top),
    null,
  );
  const matrix = Array.from({ length: steps }, (_, step) =>
    Array.from({ length: steps }, (_, place) => places.filter((at) => at[step] === place).length),
  );
  return { n, matrix, mostInverted: most };
}

const everyPair = (steps: number): (readonly [number, number])[] =>
  Array.from({ length: steps }, (_, before) =>
    Array.from({ length: steps - before - 1 }, (_, i) => [before, before + 1 + i] as const),
  ).flat();

function placesOf(answer: readonly number[]): number[] {
  const places: number[] = [];
  for (const [place, step] of answer.entries()) places[step] = place;
  return places;
}
