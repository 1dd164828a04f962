import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Locale, locales } from '@/lib/text';
import { choicesOf, lessonPath, scenario } from './content';
import { asRead, Figure } from './figure';
import { Quiz } from './quiz';
import { browserLanguage, wordsOf } from './said';
import { story } from './story';

const standard = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const widths = [390, 1280] as const;

/**
 * Lets the docked player go back to its place. While it is docked it lies over whatever stands at the lower edge of the
 * screen, until the reader scrolls on; axe looks at one moment, and would call a target small that is half covered then.
 */
const undock = (page: Page) =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('figure *'))
      if (getComputedStyle(element).position === 'sticky') element.style.position = 'static';
  });

/** Each page in both schemes and at both widths: English on a light desk and a dark phone, Chinese the other way round. */
const looks = (page: Page): readonly (readonly ['light' | 'dark', number])[] =>
  page.url().includes('/zh')
    ? [
        ['light', widths[0]],
        ['dark', widths[1]],
      ]
    : [
        ['light', widths[1]],
        ['dark', widths[0]],
      ];

/** Holds the page as it stands against the standard, light and dark, on a phone and on a desk. */
async function hasNoViolations(page: Page) {
  for (const [colorScheme, width] of looks(page)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await undock(page);
    const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
    expect(told, `${page.url()}, ${colorScheme}, ${width} px`).toEqual([]);
  }
}

async function opensProgress(page: Page, locale: Locale) {
  await page.goto(`/${locale}/progress`);
  await expect(page.getByText(wordsOf(locale).site.progress.empty)).toBeVisible();
}

for (const locale of locales) {
  test.describe(`axe finds no violation, ${locale}`, () => {
    test.use({ locale: browserLanguage[locale] });
    test.slow();

    test('on the home page', async ({ page }) => {
      await page.goto(`/${locale}`);
      await new Figure(page, locale, scenario('delete-one')).isAlive();
      await hasNoViolations(page);
    });

    test('on the page of progress, empty', async ({ page }) => {
      await opensProgress(page, locale);
      await hasNoViolations(page);
    });

    test('on a recording of the page of trust', async ({ page }) => {
      await page.goto(`/${locale}/truth/recording?name=stories/job-back-off`);
      await expect(page.locator('main table').first()).toBeVisible();
      await hasNoViolations(page);
    });

    test('on the page for an address without one', async ({ page }) => {
      await page.goto(`/${locale}/nowhere`);
      await expect(page.getByRole('heading', { name: wordsOf(locale).site.notFound.title })).toBeVisible();
      await hasNoViolations(page);
    });
  });
}

/** A whole lesson takes long: one language shows it as it opens, the other as it is used. */
test.describe('axe finds no violation, en', () => {
  const locale = 'en' satisfies Locale;
  test.use({ locale: browserLanguage[locale] });
  test.slow();

  test('on the lesson as it opens', async ({ page }) => {
    await page.goto(lessonPath(locale));
    await asRead(page, locale, 'who-comes-back').figure.isAlive();
    await hasNoViolations(page);
  });
});

test.describe('axe finds no violation, zh', () => {
  const locale = 'zh' satisfies Locale;
  test.use({ locale: browserLanguage[locale] });
  test.slow();

  test('after a prediction was played, a panel and the reasons opened, and a quiz item answered', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(lessonPath(locale));
    const { figure, predicting, happened } = asRead(page, locale, 'who-comes-back');
    const { words } = figure;
    await figure.isAlive();
    await predicting.predicts(0);
    await figure.segment(words.transport.speed, '16×').click();
    await predicting.says(0, happened);
    await figure.button(words.tabs.outline).click();
    await figure.button(words.figure.whyButton).click();
    await expect(figure.box.getByRole('region', { name: words.figure.whyTitle })).toBeVisible();

    const quiz = new Quiz(page, locale);
    await quiz.box.scrollIntoViewIfNeeded();
    const [choice] = choicesOf(story.multiple);
    await quiz.choice(story.multiple, choice?.text[locale] ?? '').check();
    await quiz.button(quiz.words.answer).click();
    await quiz.givesReasons(story.multiple);
    await hasNoViolations(page);
  });
});
