import { type Answer, numbersOf, textsOf } from './answer';
import {
  type ChoiceItem,
  faultCount,
  type HotspotItem,
  type Item,
  type LabItem,
  type MatchItem,
  type MultipleItem,
  type NumericItem,
  type OrderItem,
  type YamlItem,
} from './item';
import { judgeNumeric } from './numeric';
import { brokenPairs, fixedPairs } from './order';
import { judgeBlanks } from './yaml-fill';

export interface Score {
  /** The whole answer is right: points are 1. */
  readonly correct: boolean;
  /** 0 to 1. */
  readonly points: number;
  /** What the wrong parts of the answer come from, each once, as far as the author has named it. */
  readonly misconceptions: readonly string[];
}

/** Grades a valid answer, given in the author's numbers (answer.ts). The rule of each kind stands at its function. */
export function score(item: Item, answer: Answer): Score {
  const { points, misconceptions } = scoreOf(item, answer);
  const named = misconceptions.filter((one) => one !== undefined);
  return { correct: points === 1, points, misconceptions: [...new Set(named)] };
}

interface Scored {
  readonly points: number;
  readonly misconceptions: readonly (string | undefined)[];
}

function scoreOf(item: Item, answer: Answer): Scored {
  switch (item.kind) {
    case 'single':
    case 'predict':
      return scoreSingle(item, numbersOf(answer));
    case 'multiple':
      return scoreMultiple(item, numbersOf(answer));
    case 'order':
      return scoreOrder(item, numbersOf(answer));
    case 'match':
      return scoreMatch(item, numbersOf(answer));
    case 'numeric':
      return scoreNumeric(item, textsOf(answer)[0] ?? '');
    case 'yaml':
      return scoreYaml(item, textsOf(answer));
    case 'hotspot':
      return scoreHotspot(item, numbersOf(answer));
    case 'lab':
      return scoreLab(item, numbersOf(answer));
  }
}

const misconceptionsOf = (item: ChoiceItem, answer: readonly number[]) =>
  answer.flatMap((index) => (item.choices[index]?.correct ? [] : [item.choices[index]?.misconception]));

/** All or nothing. */
function scoreSingle(item: ChoiceItem, answer: readonly number[]): Scored {
  const isRight = answer.length === 1 && item.choices[answer[0] as number]?.correct === true;
  return { points: isRight ? 1 : 0, misconceptions: misconceptionsOf(item, answer) };
}

/**
 * With K right choices: min(chosen right ones, K less the chosen wrong ones) / K, at least 0. So choosing everything earns nothing
 * when as many are wrong as are right. Source: the Open University's multiple response question for Moodle.
 */
function scoreMultiple(item: MultipleItem, answer: readonly number[]): Scored {
  const rightCount = item.choices.filter((choice) => choice.correct).length;
  const chosenRight = answer.filter((index) => item.choices[index]?.correct).length;
  const chosenWrong = answer.length - chosenRight;
  const points = Math.max(Math.min(chosenRight, rightCount - chosenWrong), 0) / rightCount;
  return { points, misconceptions: misconceptionsOf(item, answer) };
}

/**
 * Only pairs whose order is fixed count, so every legal order is right. Of them the share q stands in order; points are 2q - 1, at
 * least 0: a list the wrong way round earns nothing, and guessing little.
 */
function scoreOrder(item: OrderItem, answer: readonly number[]): Scored {
  const pairs = fixedPairs(item);
  const broken = brokenPairs(pairs, answer);
  const points = pairs.length === 0 ? 1 : Math.max(0, (pairs.length - 2 * broken.length) / pairs.length);
  const isBroken = (first: string, second: string) =>
    broken.some(([earlier, later]) => item.steps[later]?.id === first && item.steps[earlier]?.id === second);
  const turned = (item.turned ?? []).filter(({ pair: [first, second] }) => isBroken(first, second));
  return { points, misconceptions: turned.map(({ misconception }) => misconception) };
}

/** The share of stems with their choice. Source: Moodle's question/type/match. */
function scoreMatch({ stems, choices }: MatchItem, answer: readonly number[]): Scored {
  const chosen = stems.map((_, at) => choices[answer[at] ?? -1]?.id);
  const right = stems.filter(({ choice }, at) => chosen[at] === choice).length;
  return {
    points: right / stems.length,
    misconceptions: stems.map(({ choice, wrong }, at) =>
      chosen[at] === undefined || chosen[at] === choice ? undefined : wrong?.[chosen[at]],
    ),
  };
}

/** All or nothing within the tolerance, less what a wrong unit costs. Source: Moodle's question/type/numerical. */
function scoreNumeric(item: NumericItem, text: string): Scored {
  const { points, wrong } = judgeNumeric(item, text);
  return { points, misconceptions: wrong === undefined ? [] : [item.wrong?.[wrong]?.misconception] };
}

/** The weighted share of blanks that are right. */
function scoreYaml(item: YamlItem, texts: readonly string[]): Scored {
  const judged = judgeBlanks(item, texts);
  const weights = item.blanks.map(({ weight = 1 }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const isAllRight = judged.every(({ isRight }) => isRight);
  const earned = weights.reduce((sum, weight, at) => sum + (judged[at]?.isRight ? weight : 0), 0);
  return {
    points: isAllRight ? 1 : earned / total,
    misconceptions: judged.map(({ wrong }, at) =>
      wrong === undefined ? undefined : item.blanks[at]?.wrong?.[wrong]?.misconception,
    ),
  };
}

/**
 * As many choices, with K regions that are worth 1: a region worth p counts p as right and 1 - p as wrong. One near the only
 * fault earns its own points.
 */
function scoreHotspot(item: HotspotItem, answer: readonly number[]): Scored {
  const count = faultCount(item);
  const worth = answer.map((index) => item.regions[index]?.points ?? 0);
  const found = worth.reduce((sum, points) => sum + points, 0);
  const points = count === 1 ? found : Math.max(Math.min(found, count - (worth.length - found)), 0) / count;
  return {
    points,
    misconceptions: answer.map((index) =>
      item.regions[index]?.points === 1 ? undefined : item.regions[index]?.misconception,
    ),
  };
}

/** The weighted share of goals that hold at the end of the replay. */
function scoreLab({ goals }: LabItem, met: readonly number[]): Scored {
  const weightOf = (index: number) => goals[index]?.weight ?? (goals[index] ? 1 : 0);
  const total = goals.reduce((sum, _, index) => sum + weightOf(index), 0);
  const isAllMet = goals.every((_, index) => met.includes(index));
  const earned = [...new Set(met)].reduce((sum, index) => sum + weightOf(index), 0);
  return { points: isAllMet ? 1 : earned / total, misconceptions: [] };
}

/** The answer of a lab item: its goals that hold, by what a replay says of each. */
export const goalsMet = (
  { goals }: LabItem,
  states: readonly { readonly id: string; readonly state: string }[],
): readonly number[] =>
  goals.flatMap(({ id }, index) =>
    states.some((one) => one.id === id && one.state === 'holds') ? [index] : [],
  );
