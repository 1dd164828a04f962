import { expect, type Page, test } from '@playwright/test';
import type { Locale } from '@/lib/text';
import { lessonPath, scenario } from './content';
import { asRead, Figure } from './figure';
import { browserLanguage, otherThan, wordsOf } from './said';

const theme = (page: Page) => page.locator('html').getAttribute('data-theme');
const themeButton = (page: Page, locale: Locale) =>
  page.getByRole('button', { name: wordsOf(locale).site.header.theme, exact: true });

/** The languages take turns. */
const kept: readonly (readonly [Locale, string, string])[] = [
  ['en', 'home', ''],
  ['zh', 'the page of progress', '/progress'],
  ['zh', 'the lesson', lessonPath('zh').slice(3)],
];

for (const [locale, name, address] of kept) {
  test.describe(`From ${locale}`, () => {
    test.use({ locale: browserLanguage[locale], viewport: { width: 1280, height: 900 } });

    test(`the language switch keeps ${name}`, async ({ page }) => {
      await page.goto(`/${locale}${address}`);
      await page.getByRole('link', { name: wordsOf(locale).site.header.toOther, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/${otherThan[locale]}${address}$`));
      await expect(page.locator('html')).toHaveAttribute('lang', wordsOf(otherThan[locale]).site.htmlLang);
    });
  });
}

test.describe('From en', () => {
  const locale = 'en' satisfies Locale;
  test.use({ locale: browserLanguage[locale], viewport: { width: 1280, height: 900 } });

  test('the language switch keeps the section that the reader went to', async ({ page }) => {
    await page.goto(lessonPath(locale));
    await asRead(page, locale, 'who-comes-back').figure.isAlive();
    const sections = page.getByRole('navigation', { name: wordsOf(locale).site.lesson.rail });
    await sections.getByRole('link').nth(2).click();
    await expect(page).toHaveURL(/#order$/);
    const toOther = page.getByRole('link', { name: wordsOf(locale).site.header.toOther, exact: true });
    await expect(toOther).toHaveAttribute('href', `${lessonPath(otherThan[locale])}#order`);
    await toOther.click();
    await expect(page).toHaveURL(new RegExp(`${lessonPath(otherThan[locale])}#order$`));
    await expect(page.locator('#order').getByRole('heading').first()).toBeInViewport();
  });

  test('a chosen theme is there before the first paint of the next page, and after a reload', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    // Nothing is painted before there is a body: what the document says at that moment is what is seen first.
    await page.addInitScript(() => {
      const atBody = window as unknown as { themeAtBody?: string };
      const look = () => {
        if (document.body === null || atBody.themeAtBody !== undefined) return;
        atBody.themeAtBody = document.documentElement.dataset.theme ?? 'none';
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    });
    const first = () => page.evaluate(() => (window as unknown as { themeAtBody?: string }).themeAtBody);
    await page.goto(`/${locale}`);
    expect(await first()).toBe('none');
    await new Figure(page, locale, scenario('delete-one')).isAlive();
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await themeButton(page, locale).click();
    await expect.poll(() => theme(page)).toBe('dark');
    await expect.poll(paper).not.toBe(light);
    const dark = await paper();

    for (const open of [() => page.reload(), () => page.goto(lessonPath(locale))]) {
      await open();
      expect(await first()).toBe('dark');
      expect(await theme(page)).toBe('dark');
      expect(await paper()).toBe(dark);
    }
    await asRead(page, locale, 'who-comes-back').figure.isAlive();
    await themeButton(page, locale).click();
    await expect.poll(() => theme(page)).toBeNull();
  });
});

test('for a reader who wants no movement, play goes from step to step as the step button does', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/en');
  const figure = new Figure(page, 'en', scenario('delete-one'));
  const { transport } = figure.words;
  await figure.isAlive();
  await figure.time.evaluate((slider) => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push(Number(slider.getAttribute('aria-valuenow')))).observe(slider, {
      attributeFilter: ['aria-valuenow'],
    });
  });
  /** The moments that were shown since, each once: several steps may share a tenth of a second. */
  const seen = () => page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  const forget = () => page.evaluate(() => (window as unknown as { seen: number[] }).seen.splice(0));

  const opened = await figure.seconds();
  for (let pressed = 0; (await seen()).length < 2; pressed++) {
    expect(pressed, 'steps lead on').toBeLessThan(40);
    await figure.button(transport.step).click();
  }
  const stepped = await forget();
  await figure.button(transport.reset).click();
  await expect.poll(() => figure.seconds()).toBe(opened);
  await forget();
  await figure.button(transport.play).click();
  await expect
    .poll(async () => (await seen()).length, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(stepped.length);
  expect((await seen()).slice(0, stepped.length)).toEqual(stepped);
});
