import { type Browser, expect, type Page, test } from '@playwright/test';
import { classWords } from '@/app/_ui/class/words';
import { fill } from '@/app/_ui/fill';
import { counted } from '@/app/_ui/review/reader-dates';
import type { Locale } from '@/lib/text';
import { AccountPage, type Person } from './account';
import { content } from './content';
import { openQuiz, someResponse } from './giveaways';
import { browserLanguage } from './said';
import { story } from './story';
import { hasNoViolations } from './violations';

const instructor = { name: 'Ines', email: 'ines@example.org', password: 'a class begins at eight' };
const stranger = { name: 'Otto', email: 'otto@example.org', password: 'nobody told me of a class' };
const className = 'Tuesday evening';
const nickname = '小安';

const opens = async (browser: Browser, baseURL: string | undefined, locale: Locale): Promise<Page> => {
  const context = await browser.newContext({
    ...(baseURL !== undefined && { baseURL }),
    locale: browserLanguage[locale],
    viewport: { width: 1280, height: 900 },
  });
  return context.newPage();
};

/** From the page of classes to an account and back. */
async function signsUpToTeach(page: Page, locale: Locale, person: Person) {
  const { teach } = classWords[locale];
  await page.goto(`/${locale}/teach`);
  await page.getByRole('link', { name: teach.signIn, exact: true }).click();
  await new AccountPage(page, locale).signsUp(person);
  await expect(page).toHaveURL(new RegExp(`/${locale}/teach$`));
}

/** Makes a class and a code for it; returns the code as it is shown. */
async function makesClass(page: Page, locale: Locale): Promise<string> {
  const { teach, code } = classWords[locale];
  await page.getByLabel(teach.name, { exact: true }).fill(className);
  await page.getByRole('button', { name: teach.make, exact: true }).click();
  await page.getByRole('button', { name: code.make, exact: true }).click();
  const shown = page.getByText(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  await expect(shown).toBeVisible();
  return (await shown.textContent()) ?? '';
}

/** By the address that is read out, a nickname and nothing else; the four words are shown this once. */
async function joins(page: Page, locale: Locale, code: string) {
  const { join } = classWords[locale];
  await page.goto(`/join/${code.toLowerCase()}`);
  await expect(page.getByRole('heading', { name: fill(join.toClass, { name: className }) })).toBeVisible();
  for (const line of join.sees) await expect(page.getByText(line, { exact: true })).toBeVisible();
  await hasNoViolations(page, [['dark', 390]]);
  await page.getByLabel(join.nickname, { exact: true }).fill(nickname);
  await page.getByRole('button', { name: join.join, exact: true }).click();
  await expect(
    page.getByRole('heading', { name: fill(join.isIn, { name: className, nickname }) }),
  ).toBeFocused();
  await expect(page.getByRole('heading', { name: join.wordsTitle, exact: true })).toBeVisible();
  await page.getByRole('button', { name: join.written, exact: true }).click();
  await expect(page.getByRole('link', { name: join.toCourse, exact: true })).toBeVisible();
}

async function answersOne(page: Page, locale: Locale) {
  const quiz = await openQuiz(page.request, content.slug, locale);
  const item = quiz.items.find(({ id }) => id === story.single.id);
  const response = await page.request.post(`/api/quiz/${content.slug}/answers?locale=${locale}`, {
    data: {
      ...{ attempt: quiz.attempt, item: item?.id, tryNumber: 1, sure: true, submission: 'of-the-class' },
      response: item && someResponse(item),
    },
  });
  expect(response.status()).toBe(200);
}

test('An instructor makes a class and shows its code, a learner joins by nickname and answers, the grid shows it; another instructor sees nothing', async ({
  browser,
  baseURL,
}) => {
  const desk = await opens(browser, baseURL, 'en');
  const { teach, grid, item, code: say } = classWords.en;
  await signsUpToTeach(desk, 'en', instructor);
  const code = await makesClass(desk, 'en');
  await expect(desk.getByText(counted('en', teach.learners, 0), { exact: true })).toBeVisible();
  const address = desk.url();

  const learner = await opens(browser, baseURL, 'zh');
  await joins(learner, 'zh', code);
  await answersOne(learner, 'zh');

  await desk.reload();
  await expect(desk.getByText(code, { exact: true }), 'the tab still shows the code').toBeVisible();
  const row = desk
    .getByRole('row')
    .filter({ has: desk.getByRole('button', { name: nickname, exact: true }) });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: nickname, exact: true }).click();
  const [right, wrong] = [grid.tryRight, grid.tryWrong].map((said) => said.split('{')[0]);
  const tries = desk.getByRole('definition').locator('span');
  await expect(tries).toHaveText([new RegExp(`^(${right}|${wrong})`)]);
  await expect(desk.getByText(item.title).first()).toBeVisible();
  await hasNoViolations(desk, [['light', 1280]]);
  await desk.getByRole('button', { name: say.end, exact: true }).click();
  await expect(desk.getByText(code, { exact: true })).toHaveCount(0);
  const late = await opens(browser, baseURL, 'en');
  await late.goto(`/join/${code}`);
  await expect(late.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();

  const other = await opens(browser, baseURL, 'zh');
  await signsUpToTeach(other, 'zh', stranger);
  await expect(other.getByText(classWords.zh.teach.none)).toBeVisible();
  await other.goto(address.replace('/en/', '/zh/'));
  await expect(other.getByRole('heading', { name: classWords.zh.teach.noClass, exact: true })).toBeVisible();
  expect(await other.content()).not.toContain(className);
  for (const page of [desk, learner, late, other]) await page.context().close();
});
