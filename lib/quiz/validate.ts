import { isTexts, type Response, textsOf } from './answer';
import { choosesOne, type Item, type MatchItem, type NumericItem, optionCount, type YamlItem } from './item';
import { isUnitKnown, longestNumber, typedNumber } from './numeric';
import { filled, longestBlank, meaningOf } from './yaml-fill';

/** Why an answer cannot be graded. It is no answer yet: nothing is stored, the try stays open. */
export type Invalid =
  | 'nothing-chosen'
  | 'one-choice-only'
  | 'place-out-of-range'
  | 'place-twice'
  | 'not-every-step'
  /** Numbers where texts are the answer, or the other way round, or not one for each stem or blank. */
  | 'wrong-form'
  | 'not-a-number'
  | 'unknown-unit'
  | 'text-too-long'
  | 'not-yaml'
  /** A lab is answered by what is done in it. */
  | 'answered-by-log';

/** Undefined for an answer that can be graded, right or wrong. Looks at the form only, never at the key. */
export function validate(item: Item, response: Response): Invalid | undefined {
  if (item.kind === 'lab') return 'answered-by-log';
  if (response.length === 0) return 'nothing-chosen';
  const wantsTexts = item.kind === 'numeric' || item.kind === 'yaml';
  const type = isTexts(response) ? 'string' : 'number';
  if (wantsTexts !== (type === 'string') || response.some((one) => typeof one !== type)) return 'wrong-form';
  if (item.kind === 'numeric') return validateNumber(item, textsOf(response));
  if (item.kind === 'yaml') return validateYaml(item, textsOf(response));
  const places = response as readonly number[];
  if (item.kind === 'match') return validateMatch(item, places);
  const count = optionCount(item);
  if (places.some((place) => !Number.isInteger(place) || place < 0 || place >= count))
    return 'place-out-of-range';
  if (new Set(places).size !== places.length) return 'place-twice';
  if (places.length > 1 && choosesOne(item)) return 'one-choice-only';
  if (item.kind === 'order' && places.length < count) return 'not-every-step';
  return undefined;
}

function validateMatch({ stems, choices }: MatchItem, places: readonly number[]): Invalid | undefined {
  if (places.length !== stems.length) return 'wrong-form';
  if (places.some((place) => !Number.isInteger(place) || place < -1 || place >= choices.length))
    return 'place-out-of-range';
  return places.every((place) => place === -1) ? 'nothing-chosen' : undefined;
}

function validateNumber(item: NumericItem, texts: readonly string[]): Invalid | undefined {
  const [text = ''] = texts;
  if (texts.length !== 1) return 'wrong-form';
  if (text.trim() === '') return 'nothing-chosen';
  if (text.length > longestNumber) return 'text-too-long';
  const typed = typedNumber(text);
  if (!typed) return 'not-a-number';
  return isUnitKnown(item, typed) || item.unitPenalty !== undefined ? undefined : 'unknown-unit';
}

function validateYaml({ source, blanks }: YamlItem, texts: readonly string[]): Invalid | undefined {
  if (texts.length !== blanks.length) return 'wrong-form';
  if (texts.every((text) => text.trim() === '')) return 'nothing-chosen';
  if (texts.some((text) => text.length > longestBlank)) return 'text-too-long';
  return meaningOf(filled(source, texts)) ? undefined : 'not-yaml';
}
