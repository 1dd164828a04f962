import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { hasChoices } from '@/lib/quiz/item';
import { optionTexts } from '@/lib/quiz/lint-item';
import type { AnswerResult, PublicQuiz } from '@/lib/quiz/public';
import { locales } from '@/lib/text';
import { content, lab, lessonPath, placeOf, root } from './content';
import { crawl, type Document } from './crawl';
import { found, type Needle } from './letters';
import { wordsOf } from './said';

const quizAddress = `/api/quiz/${content.slug}`;
const learners = 12;

/** Every sentence that tells what is right: why a choice is, what is explained after an answer, why a lab's way fails. */
const sentences: readonly Needle[] = [
  ...content.quiz.items.flatMap((item) =>
    locales.flatMap((locale) => [
      { name: `explanation of ${item.id}, ${locale}`, text: item.explanation[locale] },
      ...(hasChoices(item) ? item.choices : []).map(({ because }, at) => ({
        name: `reason ${at + 1} of ${item.id}, ${locale}`,
        text: because[locale],
      })),
    ]),
  ),
  ...content.labs.labs.flatMap(({ id, shortcuts }) =>
    shortcuts.map(({ why }, at) => ({ name: `shortcut ${at + 1} of ${id}`, text: why })),
  ),
];

/** What the lesson's own text says is no key. */
const taught = locales.flatMap((locale) => {
  const file = path.join(root, 'content', content.slug, `${locale}.mdx`);
  return found(sentences, readFileSync(file, 'utf8'));
});
const keys = sentences.filter(({ name }) => !taught.includes(name));

/** Keys that have lost their sentences: the fields that hold them, with something in them. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['a choice with its key', /\bcorrect\\*"?\s*:\s*(?:true|false|!0|!1)/],
  // A style's name is no reason: `because: "x_because"`.
  ['a reason', /\bbecause\\*"?\s*:\s*(?:\{\s*\\*"?(?:en|zh)\\*"?\s*:\s*)?\\*["'`](?![\w-]*_because)/],
  ['the fixed pairs of an order item', /\bbefore\\*"?\s*:\s*\[\s*\[/],
  ['a solution of a lab', /\bsolutions\\*"?\s*:\s*\[\s*[^\]\s]/],
  ['a shortcut of a lab', /\bshortcuts\\*"?\s*:\s*\[\s*[^\]\s]/],
];

const givesAway = (text: string) => [
  ...found(keys, text),
  ...shapes.filter(([, shape]) => shape.test(text)).map(([name]) => name),
];

async function openQuiz(request: APIRequestContext, locale: string): Promise<PublicQuiz> {
  const response = await request.get(`${quizAddress}?locale=${locale}`);
  expect(response.status()).toBe(200);
  return (await response.json()) as PublicQuiz;
}

test('A browser gets no key: not in a page, not in a payload, not in a file', async ({ request }) => {
  test.slow();
  expect(taught.length, 'almost nothing of the keys is in the text').toBeLessThan(3);
  const documents = await crawl(request, ['/en', '/zh', '/en/nowhere', '/zh/nowhere', '/fr']);
  const of = (kind: Document['kind']) => documents.filter((document) => document.kind === kind);
  for (const locale of locales) {
    const pages = of('page').map(({ address }) => address);
    expect(pages).toEqual(expect.arrayContaining([`/${locale}`, `/${locale}/progress`, lessonPath(locale)]));
  }

  // The finder finds what is there: a sentence of the course in the page and its payload, words of the screen in a file.
  const claim = content.claims.find(({ id }) => id === 'statefulset-04');
  for (const locale of locales) {
    const [today, stuck] = [
      { name: 'claim', text: claim?.today[locale] ?? '' },
      { name: 'sentence', text: wordsOf(locale).lab.sentences.stuck.replace('{subject}', '') },
    ];
    const at = ({ address }: Document) => address.trim() === lessonPath(locale);
    for (const kind of ['page', 'payload'] as const) {
      expect(
        of(kind)
          .filter(at)
          .map(({ text }) => found([today], text)),
        kind,
      ).toContainEqual(['claim']);
    }
    expect(of('file').map(({ text }) => found([stuck], text))).toContainEqual(['sentence']);
  }

  const told = documents.map(({ address, text }) => [address, givesAway(text)] as const);
  expect(told.filter(([, names]) => names.length > 0)).toEqual([]);
});

for (const locale of locales) {
  test(`The quiz says nothing of its keys before an answer, and all of one item after it, ${locale}`, async ({
    request,
  }) => {
    const quiz = await openQuiz(request, locale);
    const before = JSON.stringify(quiz);
    expect(
      found([{ name: 'question', text: content.quiz.items[0]?.question[locale] ?? '' }], before),
    ).toEqual(['question']);
    expect(givesAway(before)).toEqual([]);
    expect(before).not.toMatch(/"(correct|right|because|explanation|points|placeInOrder|before)"/);

    const [item] = content.quiz.items;
    const answer = { attempt: quiz.attempt, item: item?.id, tryNumber: 1, response: [0], sure: false };
    const response = await request.post(`${quizAddress}/answers?locale=${locale}`, {
      data: { ...answer, submission: 'a-first-answer' },
    });
    const result = (await response.json()) as AnswerResult;
    expect(result.item).toBe(item?.id);
    const own = keys
      .filter(({ name }) => name.includes(` of ${item?.id}, ${locale}`))
      .map(({ name }) => name);
    expect(found(keys, JSON.stringify(result))).toEqual(own);
    expect(givesAway(JSON.stringify(result))).toContain('a choice with its key');

    expect(givesAway(JSON.stringify(await openQuiz(request, locale)))).toEqual([]);
  });
}

test('The order in which options stand tells nothing: it changes from learner to learner', async ({
  playwright,
  baseURL,
}) => {
  const seen = new Map<string, Set<string>>();
  for (let learner = 0; learner < learners; learner++) {
    const request = await playwright.request.newContext({ ...(baseURL !== undefined && { baseURL }) });
    for (const item of (await openQuiz(request, 'en')).items) {
      const orders = seen.get(item.id) ?? new Set<string>();
      seen.set(item.id, orders.add(item.options.map(({ text }) => text).join('\n')));
    }
    await request.dispose();
  }
  for (const item of content.quiz.items) {
    const authored = optionTexts(item)
      .map((text) => text.en)
      .join('\n');
    const others = [...(seen.get(item.id) ?? [])].filter((order) => order !== authored);
    expect(others.length, `item ${placeOf(item.id)}: orders beside the authored one`).toBeGreaterThan(0);
    expect(seen.get(item.id)?.size, `item ${placeOf(item.id)}: different orders`).toBeGreaterThan(1);
  }
});

test('A lab says that a run is not solved, and nothing of what would solve it', async ({ request }) => {
  const response = await request.post(`/api/labs/${content.slug}/${lab.id}`, {
    data: { commands: [], untilMs: 60_000 },
  });
  expect(response.status()).toBe(422);
  expect(givesAway(await response.text())).toEqual([]);
});
