import 'server-only';
import type { AnswerBar } from '@/lib/class/public';
import { getMisconception } from '@/lib/course/generators';
import { type Answer, numbersOf, textsOf } from '@/lib/quiz/answer';
import {
  type ChoiceItem,
  choosesOne,
  type HotspotItem,
  type Item,
  type LabItem,
  type MatchItem,
  type NumericItem,
  type OrderItem,
  type YamlItem,
} from '@/lib/quiz/item';
import { judgeNumeric } from '@/lib/quiz/numeric';
import { brokenPairs, fixedPairs } from '@/lib/quiz/order';
import { judgeBlanks } from '@/lib/quiz/yaml-fill';
import { wilson } from '@/lib/statistics/intervals';
import type { Locale } from '@/lib/text';

/** Of numbers, blanks and pairs so many wrong ones are shown, the commonest; of choices all. */
const MOST_WRONG = 6;

/** Whether one answer may be counted in several bars. */
export const isSeveral = (item: Item): boolean => !choosesOne(item) && item.kind !== 'numeric';

/**
 * What a class answered to an item, in one language: wrong answers first, the commonest of them first, then the right one. `answers` are
 * in the author's numbers, one a learner. No answers: no bars, so that nobody is told the key who could not have it by answering.
 */
export function answerBars(item: Item, answers: readonly Answer[], locale: Locale): readonly AnswerBar[] {
  if (answers.length === 0) return [];
  const counted = countedAnswers(item, answers, locale).map((bar) => ({
    ...bar,
    of: answers.length,
    ...(wilson(bar.n, answers.length) ?? { from: 0, to: 1 }),
    beliefs: bar.beliefs.flatMap((id) => getMisconception(id)?.text[locale] ?? []),
  }));
  const wrong = counted.filter(({ isRight }) => !isRight).sort((a, b) => b.n - a.n);
  return [...wrong, ...counted.filter(({ isRight }) => isRight)];
}

/** The same of a question that was drawn anew for everybody: what its wrong answers come from. */
export function beliefBars(
  tries: readonly { readonly isRight: boolean; readonly misconceptions: readonly string[] }[],
  locale: Locale,
): readonly AnswerBar[] {
  if (tries.length === 0) return [];
  const wrong = tries.filter(({ isRight }) => !isRight);
  const known = (id: string) => getMisconception(id)?.text[locale];
  const isNamed = ({ misconceptions }: (typeof tries)[number]) => misconceptions.some(known);
  const ids = [...new Set(wrong.flatMap(({ misconceptions }) => misconceptions))].filter(known);
  const bar = (text: string | null, isRight: boolean, n: number): AnswerBar => {
    const interval = wilson(n, tries.length) ?? { from: 0, to: 1 };
    return { text, isRight, n, of: tries.length, ...interval, beliefs: [] };
  };
  const believed = ids.map((id) =>
    bar(known(id) ?? null, false, wrong.filter((one) => one.misconceptions.includes(id)).length),
  );
  const others = wrong.filter((one) => !isNamed(one)).length;
  return [
    ...believed.sort((a, b) => b.n - a.n),
    ...(others > 0 ? [bar(null, false, others)] : []),
    bar(null, true, tries.length - wrong.length),
  ];
}

interface Counted {
  readonly text: string;
  readonly isRight: boolean;
  readonly n: number;
  readonly beliefs: readonly string[];
}

function countedAnswers(item: Item, answers: readonly Answer[], locale: Locale): readonly Counted[] {
  switch (item.kind) {
    case 'order':
      return orderBars(item, answers, locale);
    case 'match':
      return matchBars(item, answers, locale);
    case 'numeric':
      return numericBars(item, answers);
    case 'yaml':
      return yamlBars(item, answers);
    case 'hotspot':
      return hotspotBars(item, answers, locale);
    case 'lab':
      return labBars(item, answers, locale);
    default:
      return choiceBars(item, answers, locale);
  }
}

const named = (misconception: string | undefined): readonly string[] =>
  misconception === undefined ? [] : [misconception];

const countOf = (answers: readonly Answer[], holds: (answer: Answer) => boolean): number =>
  answers.filter(holds).length;

const choiceBars = ({ choices }: ChoiceItem, answers: readonly Answer[], locale: Locale): Counted[] =>
  choices.map(({ text, correct, misconception }, at) => ({
    text: text[locale],
    isRight: correct,
    n: countOf(answers, (answer) => numbersOf(answer).includes(at)),
    beliefs: correct ? [] : named(misconception),
  }));

const hotspotBars = ({ regions }: HotspotItem, answers: readonly Answer[], locale: Locale): Counted[] =>
  regions.map(({ text, points, misconception }, at) => ({
    text: text[locale],
    isRight: points === 1,
    n: countOf(answers, (answer) => numbersOf(answer).includes(at)),
    beliefs: points === 1 ? [] : named(misconception),
  }));

const labBars = ({ goals }: LabItem, answers: readonly Answer[], locale: Locale): Counted[] =>
  goals.map(({ text }, at) => ({
    text: text[locale],
    isRight: true,
    n: countOf(answers, (answer) => numbersOf(answer).includes(at)),
    beliefs: [],
  }));

/** Each pair that was turned round, as it was answered; and the orders that turned none. */
function orderBars(item: OrderItem, answers: readonly Answer[], locale: Locale): Counted[] {
  const pairs = fixedPairs(item);
  const broken = answers.map((answer) => brokenPairs(pairs, numbersOf(answer)));
  const step = (index: number) => item.steps[index];
  const turned = pairs.map(([earlier, later]) => ({
    text: `${step(later)?.text[locale]} → ${step(earlier)?.text[locale]}`,
    isRight: false,
    n: broken.filter((each) => each.some((pair) => pair[0] === earlier && pair[1] === later)).length,
    beliefs: named(
      item.turned?.find(({ pair }) => pair[0] === step(later)?.id && pair[1] === step(earlier)?.id)
        ?.misconception,
    ),
  }));
  const right = { isRight: true, n: broken.filter((each) => each.length === 0).length, beliefs: [] };
  return [...commonest(turned), { text: rightOrder(item, locale), ...right }];
}

/** One order that turns no pair round: the steps by how many come before them. */
function rightOrder(item: OrderItem, locale: Locale): string {
  const pairs = fixedPairs(item);
  const before = item.steps.map((_, at) => pairs.filter(([, later]) => later === at).length);
  return [...item.steps.keys()]
    .sort((a, b) => (before[a] ?? 0) - (before[b] ?? 0))
    .map((at) => item.steps[at]?.text[locale])
    .join(' → ');
}

function matchBars(item: MatchItem, answers: readonly Answer[], locale: Locale): Counted[] {
  return item.stems.flatMap((stem, at) => {
    const pairs = item.choices.map(({ id, text }, choice) => ({
      text: `${stem.text[locale]}: ${text[locale]}`,
      isRight: id === stem.choice,
      n: countOf(answers, (answer) => numbersOf(answer)[at] === choice),
      beliefs: named(stem.wrong?.[id]),
    }));
    return [...commonest(pairs.filter(({ isRight }) => !isRight)), ...pairs.filter(({ isRight }) => isRight)];
  });
}

function numericBars(item: NumericItem, answers: readonly Answer[]): Counted[] {
  const typed = answers.map((answer) => textsOf(answer)[0]?.trim() ?? '');
  const unit = item.units?.[0] ? ` ${item.units[0].name}` : '';
  const isRight = (text: string) => judgeNumeric(item, text).points === 1;
  const wrong = [...new Set(typed)]
    .filter((text) => !isRight(text))
    .map((text) => {
      const { wrong: known } = judgeNumeric(item, text);
      const beliefs = named(known === undefined ? undefined : item.wrong?.[known]?.misconception);
      return { text, isRight: false, n: typed.filter((one) => one === text).length, beliefs };
    });
  const right = {
    text: `${item.answer}${unit}`,
    isRight: true,
    n: typed.filter(isRight).length,
    beliefs: [],
  };
  return [...commonest(wrong), right];
}

function yamlBars(item: YamlItem, answers: readonly Answer[]): Counted[] {
  const judged = answers.map((answer) => ({
    texts: textsOf(answer),
    by: judgeBlanks(item, textsOf(answer)),
  }));
  return item.blanks.flatMap((blank, at) => {
    const wrongs = judged.filter(({ by }) => !by[at]?.isRight);
    const texts = [...new Set(wrongs.map(({ texts }) => texts[at] ?? ''))].map((text) => {
      const same = wrongs.filter((one) => (one.texts[at] ?? '') === text);
      const known = same[0]?.by[at]?.wrong;
      const beliefs = named(known === undefined ? undefined : blank.wrong?.[known]?.misconception);
      return { text: `\`${text}\` ≠ \`${blank.text}\``, isRight: false, n: same.length, beliefs };
    });
    const right = { text: `\`${blank.text}\``, isRight: true, n: judged.length - wrongs.length, beliefs: [] };
    return [...commonest(texts), right];
  });
}

const commonest = (bars: readonly Counted[]): Counted[] =>
  bars
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, MOST_WRONG);

/** An answer in the author's numbers, in words. */
export function saidIn(item: Item, answer: Answer, locale: Locale): string {
  const at = numbersOf(answer);
  const texts = (all: readonly { readonly text: Readonly<Record<Locale, string>> }[]) =>
    at.flatMap((index) => all[index]?.text[locale] ?? []);
  switch (item.kind) {
    case 'order':
      return texts(item.steps).join(' → ');
    case 'match':
      return item.stems
        .map(({ text }, stem) => `${text[locale]}: ${item.choices[at[stem] ?? -1]?.text[locale] ?? '–'}`)
        .join('; ');
    case 'numeric':
      return textsOf(answer).join('');
    case 'yaml':
      return textsOf(answer)
        .map((text) => `\`${text}\``)
        .join(', ');
    case 'hotspot':
      return texts(item.regions).join('; ');
    case 'lab':
      return `${at.length}/${item.goals.length}`;
    default:
      return texts(item.choices).join('; ');
  }
}
