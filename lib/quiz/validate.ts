import { type Item, optionCount } from './item';

/** Why an answer cannot be graded. It is no answer yet: nothing is stored, the try stays open. */
export type Invalid =
  | 'nothing-chosen'
  | 'one-choice-only'
  | 'place-out-of-range'
  | 'place-twice'
  | 'not-every-step';

/** Undefined for an answer that can be graded, right or wrong. Looks at the form only, never at the key. */
export function validate(item: Item, places: readonly number[]): Invalid | undefined {
  const count = optionCount(item);
  if (places.length === 0) return 'nothing-chosen';
  if (places.some((place) => !Number.isInteger(place) || place < 0 || place >= count))
    return 'place-out-of-range';
  if (new Set(places).size !== places.length) return 'place-twice';
  if (item.kind === 'single' && places.length > 1) return 'one-choice-only';
  if (item.kind === 'order' && places.length < count) return 'not-every-step';
  return undefined;
}
