import { locales, type Text } from '../text';
import { chanceScore } from './chance-score';
import type { Choice, Item, LessonQuiz } from './item';
import { fixedPairs } from './order';

/** A fault of an author's quiz: where, which rule, and what to write instead. */
export interface QuizFault {
  readonly file: string;
  /** Absent for a rule of the whole quiz. */
  readonly item?: string;
  readonly rule: string;
  readonly instead: string;
}

/** What blind guessing may earn on average. */
const MAX_CHANCE = 0.4;
/** Share of choice items whose longest option may be right, in a quiz of at least `SHAPE_FROM` items. */
const MAX_LONGEST_RIGHT = 0.35;
const SHAPE_FROM = 6;

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const faultLine = (fault: QuizFault): string =>
  `${fault.file}${fault.item ? ` item ${fault.item}` : ''}: ${fault.rule}: ${fault.instead}`;

/** The rules that every `quiz.ts` keeps; no fault, no entry. `file` is what the messages name. */
export function lintQuiz(quiz: LessonQuiz, file: string): readonly QuizFault[] {
  const items = quiz.items.flatMap((item) =>
    lintItem(item).map(([rule, instead]) => ({ file, item: item.id, rule, instead })),
  );
  return [...items, ...lintShape(quiz).map(([rule, instead]) => ({ file, rule, instead }))];
}

type Finding = readonly [rule: string, instead: string];

function lintItem(item: Item): readonly Finding[] {
  const own = item.kind === 'order' ? lintOrder(item) : lintChoices(item);
  const found = [...lintWords(item), ...own];
  return found.length > 0 ? found : lintChance(item);
}

function lintWords(item: Item): Finding[] {
  const found: Finding[] = [];
  if (!kebabCase.test(item.id)) found.push(['id is kebab-case', 'use lower-case words joined by hyphens']);
  if (!kebabCase.test(item.concept))
    found.push(['concept is kebab-case', 'use lower-case words joined by hyphens']);
  const texts: readonly (readonly [string, Text])[] = [
    ['question', item.question],
    ['explanation', item.explanation],
    ...item.hints.map((hint, index) => [`hint ${index + 1}`, hint] as const),
    ...optionTexts(item).map((text, index) => [`option ${index + 1}`, text] as const),
  ];
  for (const [name, text] of texts) found.push(...missingLanguages(name, text));
  for (const locale of locales) {
    const seen = optionTexts(item).map((text) => plain(text[locale]));
    const twice = seen.find((text, index) => text !== '' && seen.indexOf(text) !== index);
    if (twice !== undefined)
      found.push(['options are distinct', `two options read "${twice}" in ${locale}; make them differ`]);
  }
  return found;
}

const optionTexts = (item: Item): readonly Text[] =>
  item.kind === 'order' ? item.steps.map((step) => step.text) : item.choices.map((choice) => choice.text);

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

function lintChoices(item: Exclude<Item, { kind: 'order' }>): Finding[] {
  const found = item.choices.flatMap((choice, index) =>
    locales
      .filter((locale) => !choice.because?.[locale]?.trim())
      .map(
        (locale): Finding => [
          'every choice has its reason',
          `say in ${locale} why choice ${index + 1} is right or wrong`,
        ],
      ),
  );
  const right = item.choices.filter((choice) => choice.correct).length;
  if (item.kind === 'single' && right !== 1) {
    found.push([
      'a single item has exactly one right choice',
      `${right} are marked correct; mark one, or make the item multiple`,
    ]);
  }
  if (item.kind === 'multiple' && right === 0) {
    found.push(['a multiple item has a right choice', 'mark at least one choice correct']);
  }
  return found;
}

function lintOrder(item: Extract<Item, { kind: 'order' }>): Finding[] {
  const ids = item.steps.map((step) => step.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return [['step ids are distinct', `"${twice}" is there twice; rename one`]];
  const unknown = item.before.flat().find((id) => !ids.includes(id));
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

function lintChance(item: Item): Finding[] {
  const chance = chanceScore(item);
  if (chance <= MAX_CHANCE) return [];
  const more =
    item.kind === 'order'
      ? 'fix more pairs or add a step'
      : 'add a choice that a misconception would make, or ask for more of them';
  return [['guessing earns at most 0.4', `blind guesses earn ${chance.toFixed(2)} on average; ${more}`]];
}

/** Rules against answers that can be read off the form of the choices. */
function lintShape(quiz: LessonQuiz): readonly Finding[] {
  const found: Finding[] = [];
  const ids = quiz.items.map((item) => item.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    found.push(['item ids are unique in a lesson', `"${twice}" is there twice; rename one`]);
  if (quiz.items.length < SHAPE_FROM) return found;
  const choiceItems = quiz.items.filter((item) => item.kind !== 'order');
  for (const locale of locales) {
    const giving = choiceItems
      .filter((item) => longest(item.choices, locale)?.correct)
      .map((item) => item.id);
    if (giving.length <= MAX_LONGEST_RIGHT * choiceItems.length) continue;
    const share = `${giving.length} of ${choiceItems.length}`;
    found.push([
      'the longest option is right in at most 35 % of the choice items',
      `in ${locale} it is right in ${share} (${giving.join(', ')}); shorten right options or give wrong ones their detail`,
    ]);
  }
  const positions = choiceItems
    .filter((item) => item.kind === 'single')
    .map((item) => item.choices.findIndex((choice) => choice.correct));
  if (positions.length > 1 && new Set(positions).size === 1) {
    found.push([
      'right choices stand at different positions',
      `each stands at position ${(positions[0] as number) + 1}; move some`,
    ]);
  }
  return found;
}

/** The one choice that is longer than all others in this language, if there is one. */
function longest(choices: readonly Choice[], locale: 'en' | 'zh'): Choice | undefined {
  const lengthOf = (choice: Choice) => [...choice.text[locale]].length;
  const most = Math.max(...choices.map(lengthOf));
  const candidates = choices.filter((choice) => lengthOf(choice) === most);
  return candidates.length === 1 ? candidates[0] : undefined;
}
