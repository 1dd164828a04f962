import { locales } from '../text';
import { itemsOf, type LessonQuiz } from './entry';
import { hasChoices, type Item } from './item';
import { type Finding, isLongestRight, kebabCase, lintItem, misconceptionsIn } from './lint-item';

/** A fault of an author's quiz: where, which rule, and what to write instead. */
export interface QuizFault {
  readonly file: string;
  /** Absent for a rule of the whole quiz. */
  readonly item?: string;
  readonly rule: string;
  readonly instead: string;
}

/** Share of choice items whose longest option may be right, among at least `SHAPE_FROM` items. */
const MAX_LONGEST_RIGHT = 0.35;
const SHAPE_FROM = 6;

export const faultLine = (fault: QuizFault): string =>
  `${fault.file}${fault.item ? ` item ${fault.item}` : ''}: ${fault.rule}: ${fault.instead}`;

/**
 * The rules that every `quiz.ts` keeps; no fault, no entry. `file` is what the messages name. With `misconceptions`, the ids that
 * there are, an item names no other. Variants of generated entries are held against the rules with their generator
 * (check-generator.ts).
 */
export function lintQuiz(
  quiz: LessonQuiz,
  file: string,
  misconceptions?: ReadonlySet<string>,
): readonly QuizFault[] {
  const items = itemsOf(quiz).flatMap((item) =>
    [...lintItem(item), ...lintNames(item, misconceptions)].map(([rule, instead]) => ({
      file,
      item: item.id,
      rule,
      instead,
    })),
  );
  const ids = quiz.items.map((item) => item.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const ofIds: Finding[] =
    twice === undefined ? [] : [['item ids are unique in a lesson', `"${twice}" is there twice; rename one`]];
  const unfit = quiz.items.find(({ id, kind }) => kind === 'generated' && !kebabCase.test(id));
  if (unfit) ofIds.push(['id is kebab-case', `rename the generated entry "${unfit.id}"`]);
  return [
    ...items,
    ...[...ofIds, ...lintShape(itemsOf(quiz))].map(([rule, instead]) => ({ file, rule, instead })),
  ];
}

/** An item names misconceptions that there are. */
export const lintNames = (item: Item, misconceptions: ReadonlySet<string> | undefined): Finding[] =>
  misconceptionsIn(item)
    .filter((id) => misconceptions?.has(id) === false)
    .map((id) => ['a misconception has an entry', `write "${id}" in content/misconceptions.ts`]);

/** Rules against answers that can be read off the form of the choices: of a quiz, or of all quizzes together. */
export function lintShape(items: readonly Item[]): readonly Finding[] {
  const found: Finding[] = [];
  if (items.length < SHAPE_FROM) return found;
  const choiceItems = items.filter(hasChoices);
  for (const locale of locales) {
    const giving = choiceItems.filter((item) => isLongestRight(item, locale)).map((item) => item.id);
    if (giving.length <= MAX_LONGEST_RIGHT * choiceItems.length) continue;
    const share = `${giving.length} of ${choiceItems.length}`;
    found.push([
      'the longest option is right in at most 35 % of the choice items',
      `in ${locale} it is right in ${share} (${giving.join(', ')}); shorten right options or give wrong ones their detail`,
    ]);
  }
  const positions = choiceItems
    .filter((item) => item.kind !== 'multiple')
    .map((item) => item.choices.findIndex((choice) => choice.correct));
  if (positions.length > 1 && new Set(positions).size === 1) {
    found.push([
      'right choices stand at different positions',
      `each stands at position ${(positions[0] as number) + 1}; move some`,
    ]);
  }
  return found;
}
