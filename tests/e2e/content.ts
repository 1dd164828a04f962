import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Claim } from '@/lib/course/claim';
import type { Course } from '@/lib/course/outline';
import type { LabStatement, LessonLabs, Prediction, Scenario } from '@/lib/lab/scenario';
import type { LessonQuiz } from '@/lib/quiz/entry';
import { hasChoices, type Item, type OrderItem } from '@/lib/quiz/item';
import type { Locale, Text } from '@/lib/text';

export const root = path.resolve(import.meta.dirname, '../..');

interface Content {
  readonly slug: string;
  readonly quiz: LessonQuiz;
  readonly labs: LessonLabs;
  readonly claims: readonly Claim[];
  /** Every lab and figure of the course that has a page, with the name of that page. */
  readonly figures: readonly {
    readonly page: string;
    readonly lesson: string;
    readonly scenario: Scenario | LabStatement;
  }[];
  readonly course: Course;
  /** The lesson's h2 headings, in the order of its sections. */
  readonly titles: Readonly<Record<Locale, readonly string[]>>;
  /** By prediction: the place of the choice that the model's run comes to. */
  readonly happened: Readonly<Record<string, number>>;
  /** By code: what the API says when it refuses. */
  readonly refusals: Readonly<Record<string, Text>>;
  /** Sentences that a browser gets by an answer alone, with whose they are. */
  readonly secrets: readonly { readonly name: string; readonly text: string }[];
}

const printed = execFileSync(
  process.execPath,
  ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'tests/e2e/keys.ts'],
  { cwd: root, encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 },
);

/** What the course holds, with its keys. */
export const content = JSON.parse(printed) as Content;

function find<T extends { readonly id: string }>(entries: readonly T[], id: string): T {
  const entry = entries.find((each) => each.id === id);
  if (!entry) throw new Error(`There is no "${id}" among ${entries.map((each) => each.id).join(', ')}`);
  return entry;
}

export const lesson = (() => {
  const all = content.course.flatMap((part) => part.lessons);
  const number = all.findIndex(({ slug }) => slug === content.slug) + 1;
  return { number, of: all.length, ...(all[number - 1] as (typeof all)[number]) };
})();

export const lessonPath = (locale: Locale): string => `/${locale}/learn/${content.slug}`;
export const scenario = (id: string): Scenario => find(content.labs.scenarios, id);
export const prediction = (id: string): Prediction => find(content.labs.predictions, id);
export const lab = find(content.labs.labs, 'free-the-rollout');
export function item(id: string): Item {
  const found = find(content.quiz.items, id);
  if (found.kind === 'generated') throw new Error(`${id} is generated: its item is drawn on the server`);
  return found;
}
/** The items of the quiz that an author wrote one by one. */
export const authoredItems: readonly Item[] = content.quiz.items.filter(
  (entry): entry is Item => entry.kind !== 'generated',
);
export const placeOf = (id: string): number => content.quiz.items.findIndex((each) => each.id === id) + 1;

/** Steps that a learner can do in the lesson: sections, items, labs. */
export const stepCount = content.titles.en.length + content.quiz.items.length + content.labs.labs.length;

/** A text of the course as it is read: the marks of code are not letters. */
export const plain = (text: string): string => text.replaceAll('`', '');

export function choicesOf(one: Item) {
  if (!hasChoices(one)) throw new Error(`${one.id} is a ${one.kind} item`);
  return one.choices;
}

/** The steps of an order item in a right order: each as early as its predecessors let it. */
export function rightOrder(one: Item): OrderItem['steps'] {
  if (one.kind !== 'order') throw new Error(`${one.id} is no order item`);
  const left = [...one.steps];
  const sorted: OrderItem['steps'][number][] = [];
  while (left.length > 0) {
    const isFree = (id: string) =>
      one.before.every(([earlier, later]) => later !== id || sorted.some((step) => step.id === earlier));
    const next = left.findIndex(({ id }) => isFree(id));
    if (next < 0) throw new Error(`${one.id}: its pairs go in a circle`);
    sorted.push(...left.splice(next, 1));
  }
  return sorted;
}
