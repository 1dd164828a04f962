import { expect, type Page, test } from '@playwright/test';
import { offlinePageWords } from '@/app/_ui/kit/offline-page-words';
import { searchWords } from '@/app/_ui/search/words';
import { type Locale, locales } from '@/lib/text';
import { lesson, lessonPath } from './content';
import { asRead } from './figure';
import { wordsOf } from './said';

/** Found in each language, in a section with this id. */
const looked: Readonly<Record<Locale, readonly [query: string, section: string]>> = {
  en: ['headless on purpose', 'headless'],
  zh: ['有意用无头服务', 'headless'],
};

async function plays(page: Page, locale: Locale) {
  await page.goto(lessonPath(locale));
  await expect(page.getByRole('heading', { level: 1, name: lesson.title[locale] })).toBeVisible();
  const { figure, predicting } = asRead(page, locale, 'who-comes-back');
  await figure.isAlive();
  const { predict, transport } = figure.words;
  await predicting.box.getByRole('button', { name: predict.skip, exact: true }).click();
  await figure.button(transport.pause).click();
  await figure.isPaused();
}

async function searches(page: Page, locale: Locale) {
  const [query, section] = looked[locale];
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(query);
  const lessons = page.getByRole('group', { name: searchWords[locale].kinds.section });
  await lessons.getByRole('option').first().click();
  await expect(page).toHaveURL(new RegExp(`/${locale}/learn/.+#${section}$`));
  await expect(page.locator(`#${section}`)).toBeInViewport();
}

test.describe('Offline after the first visit', () => {
  test.use({ serviceWorkers: 'allow', viewport: { width: 1280, height: 900 } });

  test('lessons that were never opened are read, their figures run and the search answers', async ({
    page,
    context,
  }) => {
    for (const locale of locales) {
      await page.goto(`/${locale}`);
      await expect(page.getByText(wordsOf(locale).site.footer.offline)).toBeVisible({ timeout: 40_000 });
    }
    await context.setOffline(true);
    for (const locale of locales) {
      await plays(page, locale);
      await searches(page, locale);
    }
    await page.goto('/zh/sign-in');
    await expect(page.getByRole('heading', { level: 1, name: offlinePageWords.zh.title })).toBeVisible();
  });
});
