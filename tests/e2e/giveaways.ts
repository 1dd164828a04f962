import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect } from '@playwright/test';
import type { AnswerRequest, AnswerResult, PublicItem, PublicQuiz } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { content, root } from './content';
import { finder, letters, type Needle } from './letters';

/** Fewer letters of a generator's words could stand in any text. */
const fewestOfGenerators = { latin: 24, han: 10 } as const;

/** The sentences of a source file, cut where something is filled in or is code. Comments and what is no prose are passed by. */
const sentencesIn = (source: string): readonly string[] =>
  source
    .replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
    .split(/\\`|['`\n]|\$\{|\}/)
    .filter((part) => /^[^=;{}()<>[\]|]+$/.test(part) && isLong(part));

/** Long enough, and no name of the API: those are everywhere. */
const isLong = (text: string): boolean => {
  const { length } = letters(text);
  if (/\p{Script=Han}/u.test(text)) return length >= fewestOfGenerators.han;
  return length >= fewestOfGenerators.latin && /\p{L} \p{L}+ \p{L}/u.test(text);
};

/** What generators are written with: no browser loads them, so none of their words is in any of its files. */
function generatorWords(): readonly Needle[] {
  const folder = path.join(root, 'content/generators');
  return readdirSync(folder).flatMap((file) => {
    const sentences = new Set(sentencesIn(readFileSync(path.join(folder, file), 'utf8')));
    return [...sentences].map((text) => ({ name: `${file}: ${text}`, text }));
  });
}

/** What lessons and their figures say themselves is no key. */
function taughtIn(needles: readonly Needle[]): ReadonlySet<string> {
  const folder = path.join(root, 'content');
  const taught = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return new Set(finder(needles)(taught.join('\n')));
}

const taught = taughtIn(content.secrets);

/** Sentences that an answer alone tells: reasons, explanations, hints, beliefs, why a lab's shortcut fails. */
export const secrets: readonly Needle[] = content.secrets.filter(({ name }) => !taught.has(name));
/** The same that a lesson's own text says: an author's slip, to be few. */
export const taughtSecrets: readonly string[] = [...taught];

export const generated: readonly Needle[] = generatorWords();

/** Keys that have lost their sentences: the fields that hold them, with something in them. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['a choice with its key', /\bcorrect\\*"?\s*:\s*(?:true|false|!0|!1)/],
  // Neither a style's name nor a word of the screen is a reason: `because: "x_because"`, `because: "Because"`.
  [
    'a reason',
    /\bbecause\\*"?\s*:\s*(?:\{\s*\\*"?(?:en|zh)\\*"?\s*:\s*)?\\*["'`](?![\w-]*_because)[^"'`]{16}/,
  ],
  ['the fixed pairs of an order item', /\bbefore\\*"?\s*:\s*\[\s*\[/],
  ['the blanks of a manifest', /\bblanks\\*"?\s*:\s*\[\s*\{/],
  ['the points of a region', /\bregions\\*"?\s*:\s*\[\s*\{[^\]]*\bpoints\\*"?\s*:/],
  ['the misconception of a choice', /\bmisconception\\*"?\s*:\s*\\*["'`][a-z]/],
  ['a solution of a lab', /\bsolutions\\*"?\s*:\s*\[\s*[^\]\s]/],
  ['a shortcut of a lab', /\bshortcuts\\*"?\s*:\s*\[\s*[^\]\s]/],
];

/** Sentences of keys in a text, by whose they are. */
export const secretsIn = finder(secrets);

const shapesIn = (text: string): readonly string[] =>
  shapes.filter(([, shape]) => shape.test(text)).map(([name]) => name);

/** What of the keys a text gives away, by name. */
export const givesAway = (text: string): readonly string[] => [...secretsIn(text), ...shapesIn(text)];

/** One search for both: reading a text letter by letter is what takes the time. */
const builtIn = finder([...secrets, ...generated]);

/** The same of what is served as it was built: no question of a generator is in it either. */
export const builtGivesAway = (text: string): readonly string[] => [...builtIn(text), ...shapesIn(text)];

/** All that an item may have before it is right (lib/quiz/public.ts). */
const publicFields = new Set(
  'id isGenerated kind question options text glyph lines stems source unit chooses lab hintCount state tryNumber'.split(
    ' ',
  ),
);

const fieldsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  return Object.entries(value).flatMap(([key, one]) => [key, ...fieldsIn(one)]);
};

/** Some answer, right or wrong, of a form that the server takes; none for a lab, which is answered by its log. */
export function someResponse(item: PublicItem): AnswerRequest['response'] | undefined {
  switch (item.kind) {
    case 'order':
      return item.options.map((_, place) => place);
    case 'match':
      return (item.stems ?? []).map(() => 0);
    case 'numeric':
      return ['1'];
    case 'yaml':
      return (item.source ?? '')
        .split('___')
        .slice(1)
        .map(() => 'x');
    case 'lab':
      return undefined;
    default:
      return [0];
  }
}

export async function openQuiz(
  request: APIRequestContext,
  lesson: string,
  locale: Locale,
  query = '',
): Promise<PublicQuiz> {
  const response = await request.get(`/api/quiz/${lesson}?locale=${locale}${query}`);
  expect(response.status()).toBe(200);
  return (await response.json()) as PublicQuiz;
}

/** Sentences of a result that were told for the first time by it: each with where it stands. */
function toldBy({
  options,
  stems = [],
  texts = [],
  believed = [],
  explanation,
}: AnswerResult): readonly Needle[] {
  const told = [
    ['explanation', explanation],
    ...[...options, ...stems, ...texts].map(({ because = '' }) => ['because', because]),
    ...believed.map(({ text }) => ['belief', text]),
  ] as const;
  return told
    .filter(([, text = '']) => letters(text).length >= 12)
    .map(([name = '', text = '']) => ({ name, text }));
}

/**
 * Answers every item of a quiz once. Before its answer an item has its public fields and nothing else, and what the answer tells was
 * nowhere in the quiz: neither in this item nor in another one. Gives the kinds of the items that were answered.
 */
export async function tellsNothingBefore(
  request: APIRequestContext,
  lesson: string,
  locale: Locale,
  query = '',
): Promise<readonly string[]> {
  const quiz = await openQuiz(request, lesson, locale, query);
  const before = JSON.stringify(quiz);
  expect(givesAway(before)).toEqual([]);
  const answered: string[] = [];
  for (const item of quiz.items) {
    expect(
      fieldsIn(item).filter((field) => !publicFields.has(field)),
      item.id,
    ).toEqual([]);
    const response = someResponse(item);
    if (response === undefined) continue;
    const { attempt } = quiz;
    const data = { attempt, item: item.id, tryNumber: item.tryNumber, response, sure: false };
    const reply = await request.post(`/api/quiz/${lesson}/answers?locale=${locale}`, {
      data: { ...data, submission: `first-of-${item.id}` },
    });
    expect(reply.status(), `${item.id}: ${await reply.text()}`).toBe(200);
    const told = toldBy((await reply.json()) as AnswerResult);
    expect(told.length, item.id).toBeGreaterThan(0);
    expect(finder(told)(before), item.id).toEqual([]);
    answered.push(item.kind);
  }
  return answered;
}
