import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { fill } from '@/app/_ui/fill';
import { knowledgeWords } from '@/app/_ui/lesson/knowledge-words';
import { counted } from '@/app/_ui/review/reader-dates';
import { reviewWords } from '@/app/_ui/review/words';
import type { Progress } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { AccountPage, isNamedInHeader } from './account';
import { choicesOf, content, lessonPath, placeOf, plain, rightOrder } from './content';
import { keptBy, knowledgeShows } from './course-progress';
import { tellsNothingBefore } from './giveaways';
import { Quiz } from './quiz';
import { browserLanguage, pattern, wordsOf } from './said';
import { Site } from './site';
import { story } from './story';
import { hasNoViolations } from './violations';

const { single, multiple, order } = story;
const person = {
  name: 'Ada',
  email: 'ada-of-the-story@example.org',
  password: 'four quiet words stand here',
};

const desktop = { width: 1280, height: 900 };

let site: Site;
test.beforeEach(async () => {
  site = await Site.make();
});
test.afterEach(() => site.remove());

/** The quiz of the lesson, on the screen and fetched. */
async function openQuiz(page: Page, locale: Locale): Promise<Quiz> {
  await page.goto(lessonPath(locale));
  const quiz = new Quiz(page, locale);
  await quiz.box.scrollIntoViewIfNeeded();
  await expect(quiz.mark(1, 'new').or(quiz.mark(1, 'firstTry'))).toBeVisible();
  return quiz;
}

async function goesTo(quiz: Quiz, item: typeof multiple) {
  await quiz.box.getByRole('button', { name: pattern(quiz.words.mark, { n: placeOf(item.id) }) }).click();
  await quiz.asks(item);
}

/** Chooses the right lines, or one wrong one, and presses Answer. */
async function answers(quiz: Quiz, item: typeof multiple, rightly: boolean) {
  const wanted = choicesOf(item).filter(({ correct }) => correct === rightly);
  for (const { text } of rightly ? wanted : wanted.slice(0, 1))
    await quiz.choice(item, text[quiz.locale]).check();
  await quiz.button(quiz.words.answer).click();
}

const waiting = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('podium.answer.')).length);

/** Two answers without a connection: they wait in the browser, through a reload of nothing, and arrive once when it is back. */
async function answersOffline(page: Page, locale: Locale) {
  const quiz = await openQuiz(page, locale);
  await page.context().setOffline(true);
  await goesTo(quiz, multiple);
  await answers(quiz, multiple, true);
  await expect(quiz.box.getByText(quiz.words.notices.waits, { exact: true })).toBeVisible();
  await goesTo(quiz, single);
  await answers(quiz, single, false);
  await expect(quiz.box.getByText(quiz.words.notices.waits, { exact: true })).toBeVisible();
  expect(await waiting(page)).toBe(2);
  await page.context().setOffline(false);
  await expect(quiz.mark(placeOf(multiple.id), 'firstTry')).toBeVisible();
  await expect(quiz.mark(placeOf(single.id), 'wrong')).toBeVisible();
  await expect.poll(() => waiting(page)).toBe(0);
  expect((await keptBy(page))?.items).toEqual({ [multiple.id]: 'firstTry', [single.id]: 'wrong' });
}

/** The other device has done something of its own: it has put the steps in order. */
async function answersOrder(page: Page, locale: Locale) {
  const quiz = await openQuiz(page, locale);
  await goesTo(quiz, order);
  for (const [to, { text }] of rightOrder(order).entries()) {
    const step = plain(text[locale]);
    for (let from = await quiz.rowOf(order, step); from > to; from = await quiz.rowOf(order, step)) {
      await quiz.button(fill(quiz.words.order.up, { step })).click();
      await expect(quiz.rows(order).nth(from - 1)).toContainText(step);
    }
  }
  await quiz.button(quiz.words.answer).click();
  await quiz.hasVerdict(quiz.words.verdicts.right);
}

const both = { [multiple.id]: 'firstTry', [single.id]: 'wrong', [order.id]: 'firstTry' };

/** What was not known comes back the next day, says why, is asked, and is over then for that day. */
async function reviews(page: Page, locale: Locale) {
  const say = reviewWords[locale];
  await page.goto(`/${locale}/review`);
  await expect(page.getByRole('status').filter({ hasText: counted(locale, say.due, 1) })).toBeVisible();
  const { review, reviewDue } = wordsOf(locale).site.header;
  const link = page
    .getByRole('banner')
    .getByRole('link', { name: new RegExp(`^${review}`) })
    .first();
  await expect(link).toContainText(fill(reviewDue, { n: 1 }));
  const due = page.getByRole('region', { name: say.dates, exact: true });
  await expect(due.getByRole('listitem')).toHaveCount(1);
  await due.locator('summary').click();
  await expect(due.getByRole('cell', { name: say.why.reasons.wrong, exact: true })).toBeVisible();

  const quiz = new Quiz(page, locale);
  await expect(quiz.mark(1, 'new')).toBeVisible();
  await hasNoViolations(page, [['light', 1280]]);
  expect(await tellsNothingBefore(page.request, 'review', locale, '&utcOffset=0')).toHaveLength(1);
  await page.goto(`/${locale}/review`);
  // Whether the answer was right is chance: of a wrong one the question stays open.
  await expect(page.getByText(say.nothingDue).or(page.getByText(say.doneToday)).first()).toBeVisible();
  await expect(page.getByRole('region', { name: say.later, exact: true }).getByRole('listitem')).toHaveCount(
    3,
  );
}

interface Export {
  readonly tables: Readonly<Record<string, { readonly rows: readonly Readonly<Record<string, unknown>>[] }>>;
}

async function exportsAll(page: Page, locale: Locale) {
  const say = knowledgeWords[locale].kept;
  await page.goto(`/${locale}/progress`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say.export, exact: true }).click(),
  ]);
  const { tables } = JSON.parse(readFileSync(await download.path(), 'utf8')) as Export;
  const rows = (name: string) => tables[name]?.rows ?? [];
  const items = rows('Answer').map(({ item }) => item);
  expect(items.filter((item) => Object.keys(both).includes(String(item))).sort()).toEqual(
    Object.keys(both).sort(),
  );
  expect(items, 'and the answer of the review').toHaveLength(4);
  expect(rows('ReviewCard')).toHaveLength(3);
  expect(JSON.stringify(rows('User'))).toContain(person.email);
}

/** Deleting asks for the password, for the session is of yesterday; then nothing is left, in the browser and in the files. */
async function deletesAll(page: Page, locale: Locale) {
  const say = knowledgeWords[locale].kept;
  await page.getByRole('button', { name: say.erase, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say.ask, exact: true });
  await expect(dialog.getByText(fill(say.account, { email: person.email }))).toBeVisible();
  await hasNoViolations(page, [['dark', 390]]);
  await page.setViewportSize(desktop);
  await dialog.getByRole('button', { name: say.confirm, exact: true }).click();
  await dialog.getByLabel(say.password, { exact: true }).fill(person.password);
  await dialog.getByRole('button', { name: say.confirm, exact: true }).click();
  await expect(page.getByText(say.erased, { exact: true })).toBeFocused();
  await isNamedInHeader(page, locale, undefined);
  expect(await page.context().cookies()).toEqual([]);
  expect(await keptBy(page)).toBeUndefined();
}

/** Deleted from the other device in the middle: what was pressed meanwhile is not lost, and counts for somebody new. */
async function beginsAnew(quiz: Quiz, page: Page) {
  await goesTo(quiz, single);
  return async () => {
    await answers(quiz, single, true);
    await expect(quiz.box.getByText(quiz.words.notices.offered, { exact: true })).toBeVisible();
    await quiz.button(quiz.words.answer).click();
    await quiz.hasVerdict(quiz.words.verdicts.right);
    await isNamedInHeader(page, quiz.locale, undefined);
    const { lessons } = (await (await page.request.get('/api/progress')).json()) as Progress;
    expect(lessons[content.slug]?.items).toEqual({ [single.id]: 'firstTry' });
  };
}

test('Anonymous, offline, online, an account, a second device, a review on the next day, everything exported, everything deleted', async ({
  browser,
}) => {
  test.slow();
  await site.start();
  const device = async (locale: Locale): Promise<[BrowserContext, Page]> => {
    const context = await browser.newContext({
      baseURL: site.address,
      locale: browserLanguage[locale],
      viewport: desktop,
      timezoneId: 'UTC',
    });
    return [context, await context.newPage()];
  };
  const [first, desk] = await device('en');
  const [second, phone] = await device('zh');

  await test.step('answers offline arrive once', () => answersOffline(desk, 'en'));
  await test.step('an account keeps what was anonymous', async () => {
    const account = new AccountPage(desk, 'en');
    await account.open();
    await account.signsUp(person);
    await account.isSignedIn(person);
    expect((await keptBy(desk))?.items).toEqual({ [multiple.id]: 'firstTry', [single.id]: 'wrong' });
  });
  await test.step('a second device brings its own history, and both meet', async () => {
    await answersOrder(phone, 'zh');
    const account = new AccountPage(phone, 'zh');
    await account.open(`?next=${encodeURIComponent('/zh/progress')}`);
    await account.signsIn(person);
    await expect(phone).toHaveURL(/\/zh\/progress$/);
    expect((await keptBy(phone))?.items).toEqual(both);
    await knowledgeShows(desk, 'en', {
      firstTry: [placeOf(multiple.id), placeOf(order.id)],
      later: [],
      lab: false,
    });
  });
  await test.step('the next day, after a restart, the session holds and the review asks what was not known', async () => {
    await site.stop();
    await site.start(1);
    expect((await keptBy(desk))?.items).toEqual(both);
    await reviews(desk, 'en');
    await isNamedInHeader(desk, 'en', person.name);
  });
  await test.step('everything is exported', () => exportsAll(desk, 'en'));
  await test.step('everything is deleted, and the other device begins anew', async () => {
    const goesOn = await beginsAnew(await openQuiz(phone, 'zh'), phone);
    await deletesAll(desk, 'en');
    await goesOn();
  });
  await first.close();
  await second.close();
  await site.stop();
  for (const text of [person.email, person.name]) expect(site.holds(text), text).toBe(false);
});
