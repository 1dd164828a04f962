import { expect, type Page, test } from '@playwright/test';
import { searchWords } from '@/app/_ui/search/words';
import type { Locale } from '@/lib/text';
import { content, lesson, lessonPath } from './content';
import { browserLanguage, wordsOf } from './said';
import { hasNoViolations } from './violations';

const opener = (page: Page, locale: Locale) =>
  page.getByRole('banner').getByRole('link', { name: wordsOf(locale).site.header.search, exact: true });
/** Goes to a page that says something only once its scripts are there: before that the link is one to a page. */
async function toLivingPage(page: Page, locale: Locale) {
  await page.goto(`/${locale}/progress`);
  await expect(page.getByText(wordsOf(locale).site.progress.empty)).toBeVisible();
}
const field = (page: Page) => page.getByRole('combobox');

test.describe('The search, en', () => {
  const words = searchWords.en;
  test.use({ locale: browserLanguage.en, viewport: { width: 1280, height: 900 } });

  test('opens by a key, leads by keys to a section, and gives the focus back when it is left', async ({
    page,
  }) => {
    await toLivingPage(page, 'en');
    await opener(page, 'en').click();
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(opener(page, 'en')).toBeFocused();

    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('stuck rollout');
    const lessons = page.getByRole('group', { name: words.kinds.section });
    const section = content.titles.en.find((title) => /stuck/i.test(title)) ?? '';
    await expect(lessons.getByRole('option').first()).toContainText(section);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${lessonPath('en')}#stuck-rollouts`);
    await expect(page.getByRole('heading', { level: 2, name: section, exact: true })).toBeInViewport();
  });
});

test.describe('The search on a phone of 390 px, zh', () => {
  const words = searchWords.zh;
  test.use({ locale: browserLanguage.zh, viewport: { width: 390, height: 844 }, hasTouch: true });

  test('finds Chinese without spaces, and all of it on a page with an address', async ({ page }) => {
    await toLivingPage(page, 'zh');
    await opener(page, 'zh').tap();
    await field(page).fill('滚动更新');
    const count = page.getByRole('status').filter({ hasText: /^\d+ 处$/ });
    await expect(count).toBeVisible();
    await expect(page.getByRole('option').first()).toContainText('滚动更新');
    const said = (await count.textContent()) ?? '';
    await hasNoViolations(page, [['dark', 390]]);
    await page.getByRole('option').last().tap();
    await expect(page).toHaveURL(/\/zh\/search\?q=/);
    await page.reload();
    await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible();
    await expect(page.getByRole('searchbox', { name: words.label })).toHaveValue('滚动更新');
    await expect(page.locator('main mark').first()).toHaveText('滚动更新');
    await hasNoViolations(page, [['light', 390]]);
  });
});

test.describe('The search without JavaScript, en', () => {
  test.use({ locale: browserLanguage.en, javaScriptEnabled: false });

  test('says that it needs it, and lists the course', async ({ page }) => {
    await page.goto('/en');
    await opener(page, 'en').click();
    await expect(page.locator('noscript p').filter({ hasText: searchWords.en.noScript })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: lesson.title.en, exact: true }).click();
    await expect(page).toHaveURL(lessonPath('en'));
  });
});
