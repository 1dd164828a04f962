import { chanceOf, shuffled } from './chance';
import { type Item, optionCount } from './item';
import { brokenPairs, fixedPairs } from './order';

/** Shuffles that are thrown away before a fixed order is taken instead. */
const MAX_SHUFFLES = 50;

/**
 * The author's index of the option at each place, for one try; behind the choices of a match item its stems, counted on from them.
 * The same seed, item and try: the same places. No try has the places of the try before it (an item with one option aside), and
 * steps to be put in order never stand in a right order already, nor in the author's. Lines of a text stay as they stand in it.
 */
export function placesOf(item: Item, seed: string, tryNumber: number): readonly number[] {
  let places: readonly number[] = [];
  for (let number = 1; number <= tryNumber; number += 1) {
    places = nextPlaces(item, `${seed}/${item.id}/${number}`, places);
  }
  return places;
}

function nextPlaces(item: Item, seed: string, previous: readonly number[]): readonly number[] {
  const count = optionCount(item);
  const inText = linesInOrder(item);
  if (inText || count === 0) return inText ?? [];
  const chance = chanceOf(seed);
  const pairs = item.kind === 'order' ? fixedPairs(item) : [];
  const isRight = (order: readonly number[]) => pairs.length > 0 && brokenPairs(pairs, order).length === 0;
  const isAuthored = (order: readonly number[]) =>
    item.kind === 'order' && order.every((index, place) => index === place);
  const before = previous.slice(0, count);
  const stems = () =>
    item.kind === 'match' ? shuffled(item.stems.length, chance).map((index) => index + count) : [];
  for (let round = 0; round < MAX_SHUFFLES; round += 1) {
    const places = shuffled(count, chance);
    if (!isSame(places, before) && !isRight(places) && !isAuthored(places)) return [...places, ...stems()];
  }
  return [...lastResort(count, isRight), ...stems()];
}

/** The regions of a text by their first line; undefined for an item whose options stand in no text. */
function linesInOrder(item: Item): readonly number[] | undefined {
  if (item.kind !== 'hotspot' || item.source === undefined) return undefined;
  const lineOf = (index: number) => item.regions[index]?.lines?.[0] ?? 0;
  return item.regions.map((_, index) => index).sort((a, b) => lineOf(a) - lineOf(b) || a - b);
}

/** Reached only by items that leave almost no choice, such as two steps in a fixed order. */
function lastResort(count: number, isRight: (order: readonly number[]) => boolean): readonly number[] {
  const forward = Array.from({ length: count }, (_, index) => index);
  return isRight(forward) ? forward.toReversed() : forward;
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, place) => value === other[place]);
