import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { optionTexts } from '@/lib/quiz/lint-item';
import { locales } from '@/lib/text';
import { authoredItems, content, lab, lessonPath, placeOf, root } from './content';
import { crawl, type Document } from './crawl';
import {
  builtGivesAway,
  generated,
  givesAway,
  openQuiz,
  secrets,
  secretsIn,
  taughtSecrets,
  tellsNothingBefore,
} from './giveaways';
import { found } from './letters';
import { wordsOf } from './said';

const learners = 12;

/** Pages that no link of a crawl need lead to. */
const entrances = locales.flatMap((locale) => [
  ...['', '/progress', '/review', '/sign-in', '/teach', '/join', '/play', '/search', '/nowhere'].map(
    (page) => `/${locale}${page}`,
  ),
  `/${locale}/search/index.json`,
  `/embed/${content.slug}/${lab.id}?locale=${locale}`,
]);

/** How a text comes to stand in what a browser gets. */
const writings: readonly (readonly [string, (text: string) => string])[] = [
  ['HTML', (text) => `<p>${text.replaceAll('&', '&amp;').replace(/`([^`]*)`/g, '<code>$1</code>')}</p>`],
  ['JSON', (text) => JSON.stringify({ text })],
  ['a payload', (text) => `self.__next_f.push([1,${JSON.stringify(JSON.stringify([text]))}])`],
  [
    'a script',
    (text) =>
      `var a="${text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`,
  ],
];

test('The finder finds every key, however it is written', () => {
  expect(secrets.length).toBeGreaterThan(300);
  expect(generated.length).toBeGreaterThan(400);
  expect(taughtSecrets.length, 'almost nothing of the keys is in a text').toBeLessThan(secrets.length / 100);
  for (const [name, write] of writings) {
    const planted = [...secrets, ...generated].map(({ text }) => write(text)).join('\n');
    const found = new Set(builtGivesAway(planted));
    const missed = [...secrets, ...generated].filter((one) => !found.has(one.name));
    expect(missed, name).toEqual([]);
  }
});

test('A browser gets no key: not in a page, not in a payload, not in a file', async ({ request }) => {
  test.slow();
  const documents = await crawl(request, [...entrances, '/fr']);
  const of = (kind: Document['kind']) => documents.filter((document) => document.kind === kind);
  const pages = of('page').map(({ address }) => address);
  const files = of('file').filter(({ text }) => text !== '');
  expect([...pages, ...files.map(({ address }) => address)]).toEqual(
    expect.arrayContaining([...entrances, ...locales.map(lessonPath)]),
  );

  // The finder finds what is there: a sentence of the course in the page and its payload, words of the screen in a file.
  const claim = content.claims.find(({ id }) => id === 'statefulset-04');
  for (const locale of locales) {
    const today = { name: 'claim', text: claim?.today[locale] ?? '' };
    const stuck = wordsOf(locale).lab.sentences.stuck.replace('{subject}', '');
    const at = ({ address }: Document) => address.trim() === lessonPath(locale);
    for (const kind of ['page', 'payload'] as const) {
      const said = of(kind)
        .filter(at)
        .map(({ text }) => found([today], text));
      expect(said, kind).toContainEqual(['claim']);
    }
    const inFiles = of('file').map(({ text }) => found([{ name: 'sentence', text: stuck }], text));
    expect(inFiles).toContainEqual(['sentence']);
  }

  const texts = new Map(documents.map(({ address, text }) => [text, address]));
  const told = [...texts].map(([text, address]) => [address, builtGivesAway(text)] as const);
  expect(told.filter(([, names]) => names.length > 0)).toEqual([]);
});

for (const locale of locales) {
  test(`The quiz says nothing of its keys before an answer, and all of one item after it, ${locale}`, async ({
    request,
  }) => {
    const kinds = await tellsNothingBefore(request, content.slug, locale);
    expect(kinds.length).toBeGreaterThan(8);
    expect(new Set(kinds).size).toBeGreaterThan(3);
  });
}

/** Each route of the API that answers to GET, as this browser may ask it. */
const asked: Readonly<Record<string, string>> = {
  account: '/api/account',
  'auth/[...all]': '/api/auth/get-session',
  classes: '/api/classes',
  'classes/[id]': '/api/classes/none',
  'classes/[id]/grid': '/api/classes/none/grid',
  'classes/[id]/grid/[lesson]': `/api/classes/none/grid/${content.slug}`,
  'join/[code]': '/api/join/AAAAAAAA',
  knowledge: '/api/knowledge?utcOffset=0',
  offline: '/api/offline',
  progress: '/api/progress',
  'progress/export': '/api/progress/export',
  'quiz/[lesson]': `/api/quiz/${content.slug}`,
  'recordings/[...name]': '/api/recordings/stories/job-back-off',
  review: '/api/review?utcOffset=0',
};

test('No route of the API tells a key to who has opened a quiz and answered nothing', async ({ request }) => {
  const api = path.join(root, 'app/api');
  const routes = readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .filter((file) =>
      /export (?:const GET|(?:async )?function GET|\{[^}]*\bGET\b)/.test(
        readFileSync(path.join(api, file), 'utf8'),
      ),
    )
    .map((file) => path.dirname(file).split(path.sep).join('/'));
  expect(Object.keys(asked).sort(), 'every route that answers to GET is asked').toEqual(routes.sort());
  await openQuiz(request, content.slug, 'en');
  await openQuiz(request, 'review', 'en', '&utcOffset=0');
  for (const locale of locales)
    for (const address of Object.values(asked)) {
      const joint = address.includes('?') ? '&' : '?';
      const response = await request.get(`${address}${joint}locale=${locale}`);
      expect(response.status(), address).toBeLessThan(500);
      expect(givesAway(await response.text()), address).toEqual([]);
    }
});

test('The order in which options stand tells nothing: it changes from learner to learner', async ({
  playwright,
  baseURL,
}) => {
  const seen = new Map<string, Set<string>>();
  for (let learner = 0; learner < learners; learner++) {
    const request = await playwright.request.newContext({ ...(baseURL !== undefined && { baseURL }) });
    for (const item of (await openQuiz(request, content.slug, 'en')).items) {
      const orders = seen.get(item.id) ?? new Set<string>();
      seen.set(item.id, orders.add(item.options.map(({ text }) => text).join('\n')));
    }
    await request.dispose();
  }
  for (const item of authoredItems.filter(({ kind }) => kind !== 'lab')) {
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
  expect(secretsIn(await response.text())).toEqual([]);
});
