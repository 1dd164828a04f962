import type { Item, MultipleItem, OrderItem, SingleItem } from './item';
import { brokenPairs, fixedPairs } from './order';

export interface Score {
  /** The whole answer is right: points are 1. */
  readonly correct: boolean;
  /** 0 to 1. */
  readonly points: number;
}

/**
 * Grades a valid answer. `answer` holds the author's indices: of the chosen choices, or of the steps from the earliest to the latest.
 * A single choice is all or nothing; the other two have their rule below.
 */
export function score(item: Item, answer: readonly number[]): Score {
  switch (item.kind) {
    case 'single':
      return scoreSingle(item, answer);
    case 'multiple':
      return scoreMultiple(item, answer);
    case 'order':
      return scoreOrder(item, answer);
  }
}

function scoreSingle(item: SingleItem, answer: readonly number[]): Score {
  const correct = answer.length === 1 && item.choices[answer[0] as number]?.correct === true;
  return { correct, points: correct ? 1 : 0 };
}

/**
 * With K right choices: min(chosen right ones, K less the chosen wrong ones) / K, at least 0. So choosing everything earns nothing
 * when as many are wrong as are right. Source: the Open University's multiple response question for Moodle.
 */
function scoreMultiple(item: MultipleItem, answer: readonly number[]): Score {
  const rightCount = item.choices.filter((choice) => choice.correct).length;
  const chosenRight = answer.filter((index) => item.choices[index]?.correct).length;
  const chosenWrong = answer.length - chosenRight;
  const points = Math.max(Math.min(chosenRight, rightCount - chosenWrong), 0) / rightCount;
  return { correct: points === 1, points };
}

/**
 * Only pairs whose order is fixed count, so every legal order is right. Of them the share q stands in order; points are 2q - 1, at
 * least 0: a list the wrong way round earns nothing, and guessing little.
 */
function scoreOrder(item: OrderItem, answer: readonly number[]): Score {
  const pairs = fixedPairs(item);
  const broken = brokenPairs(pairs, answer).length;
  const points = pairs.length === 0 ? 1 : Math.max(0, (pairs.length - 2 * broken) / pairs.length);
  return { correct: broken === 0, points };
}
