import type { Locale } from '../text';
import { authored, numbersOf, type Response, stemsShown, textsOf } from './answer';
import type {
  ChoiceItem,
  HotspotItem,
  Item,
  LabItem,
  MatchItem,
  NumericItem,
  OrderItem,
  YamlItem,
} from './item';
import { judgeNumeric, windowOf } from './numeric';
import { brokenPairs, fixedPairs, nearestLegalOrder } from './order';
import { optionsShown, type Standing, stateOf } from './present';
import type { AnswerResult } from './public';
import { judgeBlanks } from './yaml-fill';

export interface GradedAnswer {
  readonly response: Response;
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
    ...judgedParts(item, answer, locale),
    // Of a lab it says how it is solved: whoever has not solved it tries on.
    explanation: item.kind === 'lab' && !answer.correct ? '' : item.explanation[locale],
    state: stateOf(answer.standing),
  };
}

type Parts = Pick<AnswerResult, 'options' | 'stems' | 'texts' | 'goals'>;

function judgedParts(item: Item, answer: GradedAnswer, locale: Locale): Parts {
  switch (item.kind) {
    case 'order':
      return { options: orderOptions(item, answer) };
    case 'match':
      return matchParts(item, answer, locale);
    case 'numeric':
      return { options: [], texts: [numericText(item, textsOf(answer.response)[0] ?? '', locale)] };
    case 'yaml':
      return { options: [], texts: yamlTexts(item, textsOf(answer.response), locale) };
    case 'hotspot':
      return { options: hotspotOptions(item, answer, locale) };
    case 'lab':
      return { options: [], goals: labGoals(item, numbersOf(answer.response), locale) };
    default:
      return { options: choiceOptions(item, answer, locale) };
  }
}

function choiceOptions(item: ChoiceItem, answer: GradedAnswer, locale: Locale): AnswerResult['options'] {
  const places = numbersOf(answer.response);
  return answer.shown.map((index, place) => {
    const choice = item.choices[index];
    const option = { chosen: places.includes(place), right: choice?.correct ?? false };
    return choice ? { ...option, because: choice.because[locale] } : option;
  });
}

/** A step is `right` when no fixed pair that it belongs to was turned round. `placeInOrder` counts from 0 and is the right order nearest to the answer. */
function orderOptions(item: OrderItem, answer: GradedAnswer): AnswerResult['options'] {
  const pairs = fixedPairs(item);
  const order = numbersOf(authored(item, answer.shown, answer.response));
  const legal = nearestLegalOrder(pairs, order);
  const misplaced = new Set(brokenPairs(pairs, order).flat());
  return answer.shown.map((index) => ({
    chosen: true,
    right: !misplaced.has(index),
    placeInOrder: legal.indexOf(index),
  }));
}

/** A choice is `chosen` when a stem has it, `right` when a stem needs it. */
function matchParts(item: MatchItem, { response, shown }: GradedAnswer, locale: Locale): Parts {
  const places = numbersOf(response);
  const choiceAt = optionsShown(item, shown).map((index) => item.choices[index]?.id);
  const stems = stemsShown(item, shown).flatMap((index) => item.stems[index] ?? []);
  return {
    options: choiceAt.map((id, place) => ({
      chosen: places.includes(place),
      right: stems.some(({ choice }) => choice === id),
    })),
    stems: stems.map(({ choice, because }, at) => {
      const answer = choiceAt.indexOf(choice);
      return { right: places[at] === answer, answer, because: because[locale] };
    }),
  };
}

type TextResult = NonNullable<AnswerResult['texts']>[number];

function numericText(item: NumericItem, text: string, locale: Locale): TextResult {
  const { points, wrong } = judgeNumeric(item, text);
  const said = (wrong === undefined ? undefined : item.wrong?.[wrong]?.because) ?? item.because;
  const unit = item.units?.[0]?.name;
  const answer = `${item.answer}${unit === undefined ? '' : ` ${unit}`}`;
  const told = { right: points === 1, answer, because: said[locale] };
  if (item.tolerance === undefined) return told;
  const [low, high] = windowOf(item.answer, item.tolerance).map((bound) => Number(bound.toPrecision(12)));
  return low === undefined || high === undefined ? told : { ...told, accepts: [low, high] };
}

function yamlTexts(item: YamlItem, texts: readonly string[], locale: Locale): readonly TextResult[] {
  const judged = judgeBlanks(item, texts);
  return item.blanks.map((blank, at) => {
    const { isRight = false, wrong } = judged[at] ?? {};
    const said = (wrong === undefined ? undefined : blank.wrong?.[wrong]?.because) ?? blank.because;
    return { right: isRight, answer: blank.text, because: said[locale] };
  });
}

function hotspotOptions(item: HotspotItem, answer: GradedAnswer, locale: Locale): AnswerResult['options'] {
  const places = numbersOf(answer.response);
  return answer.shown.flatMap((index, place) => {
    const region = item.regions[index];
    if (!region) return [];
    const { points, because } = region;
    const isNear = points > 0 && points < 1;
    const option = { chosen: places.includes(place), right: points === 1, because: because[locale] };
    return isNear ? { ...option, near: true } : option;
  });
}

const labGoals = ({ goals }: LabItem, met: readonly number[], locale: Locale): AnswerResult['goals'] =>
  goals.map(({ text }, index) => ({ text: text[locale], met: met.includes(index) }));
