import { valueAt } from '../lab/counted';
import { locales, type Text } from '../text';
import { chanceScore } from './chance-score';
import {
  type ChoiceItem,
  faultCount,
  type HotspotItem,
  hasChoices,
  type Item,
  type LabItem,
  type MatchItem,
  type NumericItem,
  type OrderItem,
  type YamlItem,
} from './item';
import { judgeNumeric } from './numeric';
import { fixedPairs } from './order';
import { blankCount, blankMark, filled, judgeBlanks, meaningOf } from './yaml-fill';

/** What an author broke, and what to write instead. */
export type Finding = readonly [rule: string, instead: string];

/** What blind guessing may earn on average. */
export const mostChance = 0.4;

export const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The rules that every item keeps by itself. */
export function lintItem(item: Item): readonly Finding[] {
  const found = [...lintIds(item), ...lintWords(item), ...lintReasons(item), ...lintKind(item)];
  return found.length > 0 ? found : lintChance(item);
}

function lintIds(item: Item): Finding[] {
  const named = [['id', item.id] as const, ['concept', item.concept] as const];
  return [...named, ...misconceptionsIn(item).map((id) => ['misconception', id] as const)].flatMap(
    ([name, id]): Finding[] =>
      kebabCase.test(id) ? [] : [[`${name} is kebab-case`, 'use lower-case words joined by hyphens']],
  );
}

/** The misconceptions that an item names. */
export function misconceptionsIn(item: Item): readonly string[] {
  const named = (of: readonly { readonly misconception?: string }[] = []) =>
    of.flatMap(({ misconception }) => misconception ?? []);
  switch (item.kind) {
    case 'order':
      return named(item.turned);
    case 'match':
      return item.stems.flatMap(({ wrong }) => Object.values(wrong ?? {}));
    case 'numeric':
      return named(item.wrong);
    case 'yaml':
      return item.blanks.flatMap(({ wrong }) => named(wrong));
    case 'hotspot':
      return named(item.regions);
    case 'lab':
      return [];
    default:
      return named(item.choices);
  }
}

function lintWords(item: Item): Finding[] {
  const texts: readonly (readonly [string, Text])[] = [
    ['question', item.question],
    ['explanation', item.explanation],
    ...item.hints.map((hint, index) => [`hint ${index + 1}`, hint] as const),
    ...optionTexts(item).map((text, index) => [`option ${index + 1}`, text] as const),
    ...stemTexts(item).map((text, index) => [`stem ${index + 1}`, text] as const),
  ];
  const found = texts.flatMap(([name, text]) => missingLanguages(name, text));
  for (const locale of locales) {
    for (const side of [optionTexts(item), stemTexts(item)]) {
      const seen = side.map((text) => plain(text[locale]));
      const twice = seen.find((text, index) => text !== '' && seen.indexOf(text) !== index);
      if (twice !== undefined)
        found.push(['options are distinct', `two options read "${twice}" in ${locale}; make them differ`]);
    }
  }
  return found;
}

export function optionTexts(item: Item): readonly Text[] {
  switch (item.kind) {
    case 'order':
      return item.steps.map(({ text }) => text);
    case 'hotspot':
      return item.regions.map(({ text }) => text);
    case 'numeric':
    case 'yaml':
      return [];
    case 'lab':
      return item.goals.map(({ text }) => text);
    default:
      return item.choices.map(({ text }) => text);
  }
}

const stemTexts = (item: Item): readonly Text[] =>
  item.kind === 'match' ? item.stems.map(({ text }) => text) : [];

/** What is left of an option when it is read quickly. */
const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[\s`.。]+/g, ' ')
    .trim();

const missingLanguages = (name: string, text: Text): Finding[] =>
  locales
    .filter((locale) => !text[locale]?.trim())
    .map((locale) => ['every text is there in both languages', `write the ${name} in ${locale}`]);

/** Every part that can be right or wrong says why. */
function lintReasons(item: Item): Finding[] {
  return reasonsIn(item).flatMap(([name, because]) =>
    locales
      .filter((locale) => !because?.[locale]?.trim())
      .map(
        (locale): Finding => [
          'every choice has its reason',
          `say in ${locale} why ${name} is right or wrong`,
        ],
      ),
  );
}

function reasonsIn(item: Item): readonly (readonly [string, Text | undefined])[] {
  const of = (name: string, parts: readonly { readonly because: Text }[] = []) =>
    parts.map(({ because }, index) => [`${name} ${index + 1}`, because] as const);
  switch (item.kind) {
    case 'order':
    case 'lab':
      return [];
    case 'match':
      return of('the choice for stem', item.stems);
    case 'numeric':
      return [['the number', item.because], ...of('wrong number', item.wrong)];
    case 'yaml':
      return [
        ...of('blank', item.blanks),
        ...item.blanks.flatMap(({ wrong }, at) => of(`blank ${at + 1} value`, wrong)),
      ];
    case 'hotspot':
      return of('region', item.regions);
    default:
      return of('choice', item.choices);
  }
}

function lintKind(item: Item): Finding[] {
  switch (item.kind) {
    case 'order':
      return lintOrder(item);
    case 'match':
      return lintMatch(item);
    case 'numeric':
      return lintNumeric(item);
    case 'yaml':
      return lintYaml(item);
    case 'hotspot':
      return lintHotspot(item);
    case 'lab':
      return lintLab(item);
    default:
      return lintChoices(item);
  }
}

function lintChoices(item: ChoiceItem): Finding[] {
  const right = item.choices.filter((choice) => choice.correct).length;
  const named = item.choices.findIndex((choice) => choice.correct && choice.misconception !== undefined);
  const found: Finding[] =
    named < 0
      ? []
      : [['a right choice names no misconception', `take it from choice ${named + 1}, which is right`]];
  if (item.kind === 'multiple') {
    if (right === 0) found.push(['a multiple item has a right choice', 'mark at least one choice correct']);
  } else if (right !== 1) {
    found.push([
      `a ${item.kind} item has exactly one right choice`,
      `${right} are marked correct; mark one, or make the item multiple`,
    ]);
  }
  return found;
}

function lintOrder(item: OrderItem): Finding[] {
  const ids = item.steps.map((step) => step.id);
  const twice = twiceIn(ids);
  if (twice !== undefined) return [['step ids are distinct', `"${twice}" is there twice; rename one`]];
  const named = [...item.before, ...(item.turned ?? []).map(({ pair }) => pair)].flat();
  const unknown = named.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    return [['before names steps of the item', `"${unknown}" is not a step; use one of ${ids.join(', ')}`]];
  }
  if (item.before.length === 0)
    return [['an order item fixes a pair', 'write which step comes before which in before']];
  try {
    fixedPairs(item);
    return [];
  } catch {
    return [
      [
        'before is without cycles',
        `no order can satisfy ${item.before.map((pair) => pair.join(' < ')).join(', ')}; drop a pair`,
      ],
    ];
  }
}

const twiceIn = (ids: readonly string[]): string | undefined =>
  ids.find((id, index) => ids.indexOf(id) !== index);

function lintMatch({ stems, choices }: MatchItem): Finding[] {
  const ids = choices.map(({ id }) => id);
  const twice = twiceIn(ids);
  if (twice !== undefined) return [['choice ids are distinct', `"${twice}" is there twice; rename one`]];
  if (stems.length < 2) return [['a match item has two stems', 'add a stem, or make the item single']];
  const named = stems.flatMap(({ choice, wrong }) => [choice, ...Object.keys(wrong ?? {})]);
  const unknown = named.find((id) => !ids.includes(id));
  if (unknown !== undefined)
    return [['stems name choices of the item', `"${unknown}" is no choice; use one of ${ids.join(', ')}`]];
  const own = stems.findIndex(({ choice, wrong }) => wrong !== undefined && choice in wrong);
  return own < 0
    ? []
    : [['a right choice names no misconception', `take ${stems[own]?.choice} from wrong of stem ${own + 1}`]];
}

function lintNumeric(item: NumericItem): Finding[] {
  if (!Number.isFinite(item.answer))
    return [['the answer is a number', `write one in place of ${item.answer}`]];
  const taken = item.wrong?.find(({ answer }) => judgeNumeric(item, plainNumber(answer)).points > 0);
  if (taken)
    return [
      ['wrong numbers are wrong', `${taken.answer} counts as right; drop it or make the tolerance smaller`],
    ];
  const answers = (item.wrong ?? []).map(({ answer }) => String(answer));
  const twice = twiceIn(answers);
  return twice === undefined ? [] : [['wrong numbers are distinct', `${twice} is there twice; drop one`]];
}

/** As somebody would type it. */
const plainNumber = (value: number): string =>
  value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 12 });

function lintYaml(item: YamlItem): Finding[] {
  const marks = blankCount(item.source);
  if (marks === 0 || marks !== item.blanks.length)
    return [
      [
        'every blank of the source is described',
        `the source has ${marks} times ${blankMark}, blanks ${item.blanks.length}; make them as many`,
      ],
    ];
  const key = item.blanks.map(({ text }) => text);
  const wanted = meaningOf(filled(item.source, key))?.value;
  if (wanted === undefined)
    return [
      ['the source with its key is YAML', 'fill the blanks with their texts and mend what does not parse'],
    ];
  const lost = item.blanks.find(({ path }) => path !== undefined && valueAt(wanted, path) === undefined);
  if (lost) return [['a path leads to a value', `nothing is at ${lost.path} in the filled source`]];
  for (const [at, { wrong = [], accepts = [] }] of item.blanks.entries()) {
    const judged = wrong.map(({ value }) => judgeBlanks(item, key.with(at, JSON.stringify(value)))[at]);
    if (judged.some((one) => one?.isRight))
      return [['wrong values are wrong', `a wrong value of blank ${at + 1} counts as right; drop it`]];
    if (accepts.length + wrong.length > 0 && item.blanks[at]?.path === undefined)
      return [['values are compared at a path', `write the path of blank ${at + 1}`]];
  }
  const free = key.findIndex((_, at) => judgeBlanks(item, key.with(at, ''))[at]?.isRight);
  return free < 0 ? [] : [['a blank has to be filled', `blank ${free + 1} is right when it is left empty`]];
}

function lintHotspot(item: HotspotItem): Finding[] {
  const found: Finding[] = [];
  if (faultCount(item) === 0)
    found.push(['a hotspot has a region that is right', 'give the fault 1 in points']);
  if (item.regions.some(({ points }) => !(points >= 0 && points <= 1)))
    found.push([
      'points lie between 0 and 1',
      'write 1 for the fault, less for what is near it, 0 elsewhere',
    ]);
  const right = item.regions.findIndex(({ points, misconception }) => points === 1 && misconception);
  if (right >= 0)
    found.push(['a right choice names no misconception', `take it from region ${right + 1}, the fault`]);
  if (item.source === undefined) return found;
  const last = item.source.trimEnd().split('\n').length;
  let end = 0;
  const ranges = item.regions.map(({ lines }) => lines ?? [0, 0]).sort((a, b) => a[0] - b[0]);
  for (const [from, to] of ranges) {
    if (from <= end || to < from || to > last)
      return [
        ...found,
        [
          'regions are lines of the source that do not overlap',
          `lines ${from} to ${to} do not fit after line ${end} of ${last}`,
        ],
      ];
    end = to;
  }
  return found;
}

function lintLab({ goals }: LabItem): Finding[] {
  if (goals.length === 0) return [['a lab has goals', 'name a lab of the lesson that has some']];
  return goals.every(({ weight = 1 }) => weight > 0)
    ? []
    : [['a goal weighs something', 'write weights above 0']];
}

function lintChance(item: Item): Finding[] {
  const chance = chanceScore(item);
  if (chance <= mostChance) return [];
  const more =
    item.kind === 'order'
      ? 'fix more pairs or add a step'
      : 'add a choice that a misconception would make, or ask for more of them';
  return [['guessing earns at most 0.4', `blind guesses earn ${chance.toFixed(2)} on average; ${more}`]];
}

/** The one choice that is longer than all others in this language, if there is one; undefined for other kinds. */
export function isLongestRight(item: Item, locale: 'en' | 'zh'): boolean {
  if (!hasChoices(item)) return false;
  const lengths = item.choices.map(({ text }) => [...text[locale]].length);
  const most = Math.max(...lengths);
  if (lengths.filter((length) => length === most).length !== 1) return false;
  return item.choices[lengths.indexOf(most)]?.correct ?? false;
}
