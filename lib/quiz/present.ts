import type { Locale } from '../text';
import type { Item } from './item';
import { brokenPairs, fixedPairs, nearestLegalOrder } from './order';
import type { AnswerResult, ItemState, PublicItem } from './public';

/** What the learner has done with an item: its tries so far, and whether the last one was right. */
export interface Standing {
  readonly tries: number;
  readonly solved: boolean;
}

export const stateOf = ({ tries, solved }: Standing): ItemState => {
  if (tries === 0) return 'new';
  if (!solved) return 'wrong';
  return tries === 1 ? 'firstTry' : 'later';
};

/** The try that is open, or the one that was right. */
export const tryNumberOf = ({ tries, solved }: Standing): number => (solved ? tries : tries + 1);

/**
 * What a browser may see of an item before an answer. Every field is named here one by one, so a field that an author's item gets
 * later stays on the server until somebody lets it out. `shown` holds the author's index of the option at each place.
 */
export function publicItem(
  item: Item,
  shown: readonly number[],
  standing: Standing,
  locale: Locale,
): PublicItem {
  return {
    id: item.id,
    kind: item.kind,
    question: item.question[locale],
    options: shown.map((index) => publicOption(item, index, locale)),
    hintCount: item.hints.length,
    state: stateOf(standing),
    tryNumber: tryNumberOf(standing),
  };
}

function publicOption(item: Item, index: number, locale: Locale): PublicItem['options'][number] {
  if (item.kind !== 'order') return { text: item.choices[index]?.text[locale] ?? '' };
  const step = item.steps[index];
  return step?.glyph ? { text: step.text[locale], glyph: step.glyph } : { text: step?.text[locale] ?? '' };
}

export interface GradedAnswer {
  readonly places: readonly number[];
  readonly shown: readonly number[];
  readonly correct: boolean;
  readonly points: number;
  readonly standing: Standing;
}

/** What a browser sees of an item after an answer: everything about this item, in one language. */
export function answerResult(item: Item, answer: GradedAnswer, locale: Locale): AnswerResult {
  return {
    item: item.id,
    correct: answer.correct,
    points: answer.points,
    options: item.kind === 'order' ? orderOptions(item, answer) : choiceOptions(item, answer, locale),
    explanation: item.explanation[locale],
    state: stateOf(answer.standing),
  };
}

function choiceOptions(
  item: Exclude<Item, { kind: 'order' }>,
  answer: GradedAnswer,
  locale: Locale,
): AnswerResult['options'] {
  return answer.shown.map((index, place) => {
    const choice = item.choices[index];
    const option = { chosen: answer.places.includes(place), right: choice?.correct ?? false };
    return choice ? { ...option, because: choice.because[locale] } : option;
  });
}

/** A step is `right` when no fixed pair that it belongs to was turned round. `placeInOrder` counts from 0 and is the right order nearest to the answer. */
function orderOptions(item: Extract<Item, { kind: 'order' }>, answer: GradedAnswer): AnswerResult['options'] {
  const pairs = fixedPairs(item);
  const order = answer.places.map((place) => answer.shown[place] as number);
  const legal = nearestLegalOrder(pairs, order);
  const misplaced = new Set(brokenPairs(pairs, order).flat());
  return answer.shown.map((index) => ({
    chosen: true,
    right: !misplaced.has(index),
    placeInOrder: legal.indexOf(index),
  }));
}
