import { type APIRequestContext, expect, test } from '@playwright/test';
import type { PublicQuiz } from '@/lib/quiz/public';
import { locales } from '@/lib/text';
import { choicesOf, content, lab, lessonPath } from './content';
import { errorIn, postBytes } from './requests';
import { browserLanguage, otherThan, wordsOf } from './said';
import { story } from './story';

const quizAddress = `/api/quiz/${content.slug}`;
const answers = `${quizAddress}/answers`;
const hints = `${quizAddress}/hints`;
const progress = '/api/progress';
const labAddress = `/api/labs/${content.slug}/${lab.id}`;
const tenMegabytes = 10 * 1024 * 1024;

async function openQuiz(request: APIRequestContext): Promise<PublicQuiz> {
  const response = await request.get(`${quizAddress}?locale=en`);
  expect(response.status()).toBe(200);
  return (await response.json()) as PublicQuiz;
}

const answerOf = (attempt: string, change: object = {}) => ({
  attempt,
  item: story.single.id,
  tryNumber: 1,
  response: [0],
  sure: false,
  submission: 'a-submission',
  ...change,
});

/** What the API refuses a POST with, in both languages; nothing but the refusal is told. */
async function refuses(
  request: APIRequestContext,
  address: string,
  options: Parameters<APIRequestContext['post']>[1],
  [status, code]: readonly [number, string],
) {
  for (const locale of locales) {
    const response = await request.post(`${address}?locale=${locale}`, options);
    const text = await response.text();
    expect([response.status(), errorIn(text)], `${address}: ${text.slice(0, 200)}`).toEqual([
      status,
      { code, message: content.refusals[code]?.[locale] },
    ]);
    expect(text).not.toMatch(/node_modules|\bat \w+.*:\d+:\d+|prisma/i);
  }
}

test.afterEach(async ({ request }) => {
  expect((await request.get('/en')).status(), 'the site still answers').toBe(200);
  expect((await request.get(progress)).status(), 'the API still answers').toBe(200);
});

for (const locale of locales) {
  test.describe(`An address without a page, ${locale}`, () => {
    test.use({ locale: browserLanguage[locale] });
    const { notFound, htmlLang } = wordsOf(locale).site;
    const other = wordsOf(otherThan[locale]).site.notFound;

    test('is answered with 404, in the language of the reader, and leads home', async ({ page }) => {
      for (const address of [
        '/fr',
        '/fr/progress',
        `/${locale}/learn/nowhere`,
        `/${locale}/learn/__proto__`,
        `/${locale}/learn/..%2f..%2fpackage.json`,
        `/${locale}/nowhere`,
      ]) {
        const response = await page.goto(address);
        expect(response?.status(), address).toBe(404);
        await expect(page.getByRole('heading', { name: notFound.title })).toBeVisible();
        await expect(page.getByRole('heading', { name: other.title })).toBeHidden();
        await expect(page.locator('html')).toHaveAttribute('lang', htmlLang);
      }
      await page.getByRole('link', { name: notFound.action }).click();
      await expect(page).toHaveURL(new RegExp(`/${locale}$`));
    });
  });
}

test('A forged cookie is nobody: it shows no progress and answers for nobody', async ({
  request,
  baseURL,
}) => {
  const { attempt } = await openQuiz(request);
  const { cookies } = await request.storageState();
  const cookie = cookies.find(({ name }) => name === 'podium-learner');
  expect(cookie?.httpOnly).toBe(true);
  expect(cookie?.sameSite).toBe('Lax');
  const [id = '', signature = ''] = (cookie?.value ?? '').split('.');
  const another = `${id.startsWith('0') ? '1' : '0'}${id.slice(1)}`;
  for (const value of [
    `${another}.${signature}`,
    id,
    `${id}.`,
    `${id}.${'A'.repeat(43)}`,
    '%00',
    '.'.repeat(4_000),
  ]) {
    const forged = (address: string, body?: object) =>
      fetch(new URL(address, baseURL), {
        headers: { cookie: `podium-learner=${value}`, 'content-type': 'application/json' },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      });
    expect(await (await forged(progress)).json(), value).toEqual({ lessons: {} });
    const answered = await forged(answers, answerOf(attempt));
    expect([answered.status, errorIn(await answered.text()).code], value).toEqual([404, 'unknown-attempt']);
  }
});

test('An answer for what is not there is refused, and counts for nothing', async ({
  request,
  playwright,
  baseURL,
}) => {
  const { attempt } = await openQuiz(request);
  const of = (change: object) => ({ data: answerOf(attempt, change) });
  await refuses(request, answers, of({ item: 'no-such-item' }), [404, 'unknown-item']);
  await refuses(request, answers, of({ item: '__proto__' }), [404, 'unknown-item']);
  await refuses(request, answers, of({ attempt: 'no-such-attempt' }), [404, 'unknown-attempt']);
  await refuses(request, answers, of({ tryNumber: 2 }), [409, 'try-not-open']);
  await refuses(request, answers, of({ response: [choicesOf(story.single).length] }), [
    422,
    'place-out-of-range',
  ]);
  await refuses(request, answers, of({ response: [] }), [422, 'nothing-chosen']);
  await refuses(request, answers, of({ response: 'all' }), [400, 'invalid-body']);
  await refuses(request, answers, of({ correct: true }), [400, 'invalid-body']);
  await refuses(request, '/api/quiz/nowhere/answers', of({}), [404, 'unknown-lesson']);
  await refuses(request, hints, { data: { attempt, item: story.single.id, number: 99 } }, [
    404,
    'unknown-hint',
  ]);
  await refuses(request, progress, { data: { lesson: content.slug, section: 'nowhere' } }, [
    404,
    'unknown-section',
  ]);
  await refuses(request, progress, { data: { lesson: 'nowhere', section: 'lab' } }, [404, 'unknown-lesson']);
  await refuses(request, `/api/labs/${content.slug}/nowhere`, { data: {} }, [404, 'unknown-lab']);

  const stranger = await playwright.request.newContext({ ...(baseURL !== undefined && { baseURL }) });
  await openQuiz(stranger);
  await refuses(stranger, answers, of({}), [404, 'unknown-attempt']);
  await stranger.dispose();
  expect(await (await request.get(progress)).json()).toEqual({ lessons: {} });
});

for (const address of [answers, hints, progress, labAddress]) {
  test(`${address} refuses 10 MB, another media type, another site and what is no JSON`, async ({
    request,
    baseURL,
  }) => {
    for (const isLengthTold of [true, false]) {
      const { status, text } = await postBytes(new URL(address, baseURL), tenMegabytes, isLengthTold);
      expect([status, errorIn(text).code], isLengthTold ? 'with its length' : 'in pieces').toEqual([
        413,
        'body-too-large',
      ]);
    }
    const json = { 'content-type': 'application/json' };
    await refuses(request, address, { data: '{}', headers: { 'content-type': 'text/plain' } }, [
      415,
      'not-json',
    ]);
    await refuses(request, address, { data: Buffer.from('{"a":'), headers: json }, [400, 'malformed-json']);
    await refuses(request, address, { data: {} }, [400, 'invalid-body']);
    const elsewhere: readonly Readonly<Record<string, string>>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of elsewhere) {
      await refuses(request, address, { data: {}, headers }, [403, 'cross-origin']);
    }
  });
}

test('Each page comes with the headers that keep a browser safe', async ({ request }) => {
  const addresses = locales.flatMap((locale) => [`/${locale}`, `/${locale}/progress`, lessonPath(locale)]);
  for (const address of [...addresses, '/en/nowhere']) {
    const headers = (await request.get(address)).headers();
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['x-powered-by'], address).toBeUndefined();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, address).toContain("default-src 'self'");
    expect(policy, address).toContain("object-src 'none'");
    expect(/script-src ([^;]*)/.exec(policy)?.[1], address).not.toMatch(/unsafe|\*|https?:/);
  }
});

for (const locale of locales) {
  for (const address of [`/${locale}`, `/${locale}/progress`, lessonPath(locale)]) {
    test(`${address} runs without an error in the console`, async ({ page }) => {
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('requestfailed', (failed) => errors.push(`${failed.url()}: ${failed.failure()?.errorText}`));
      await page.goto(address);
      for (const figure of await page.getByRole('figure').all()) {
        await expect(figure).toHaveAttribute('data-live');
        await figure.scrollIntoViewIfNeeded();
      }
      await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
      await page.waitForLoadState('networkidle');
      expect(errors).toEqual([]);
    });
  }
}
