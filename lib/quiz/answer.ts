import type { Item, MatchItem } from './item';

/**
 * What a browser sends. Places: of the chosen choices or regions; of the steps from the earliest to the latest; for match, of the
 * choice for each stem as the stems are shown, -1 for none. Texts: one for numeric, one a blank for yaml. A lab has none: its log is its answer.
 */
export type Response = readonly number[] | readonly string[];

/** The same in the author's numbers: indices of choices, regions or steps; for match the choice of each authored stem; for a lab the goals that hold. */
export type Answer = Response;

export const isTexts = (response: Response): response is readonly string[] =>
  response.length > 0 && typeof response[0] === 'string';

export const numbersOf = (response: Response): readonly number[] =>
  response.filter((one): one is number => typeof one === 'number');

export const textsOf = (response: Response): readonly string[] =>
  response.filter((one): one is string => typeof one === 'string');

/** Of a match item's places, which stem stands where: they follow the choices in what was shown. */
export const stemsShown = (item: MatchItem, shown: readonly number[]): readonly number[] =>
  shown.slice(item.choices.length).map((index) => index - item.choices.length);

/** A valid response in the author's numbers; `shown` says what stood where (shuffle.ts). */
export function authored(item: Item, shown: readonly number[], response: Response): Answer {
  const indexAt = (place: number) => shown[place] as number;
  if (item.kind === 'numeric' || item.kind === 'yaml' || item.kind === 'lab') return response;
  const places = numbersOf(response);
  if (item.kind !== 'match') return places.map(indexAt);
  const answer = new Array<number>(item.stems.length).fill(-1);
  stemsShown(item, shown).forEach((stem, at) => {
    const place = places[at] ?? -1;
    answer[stem] = place < 0 ? -1 : indexAt(place);
  });
  return answer;
}
