import { expect, test } from '@playwright/test';
import { type Locale, locales } from '@/lib/text';
import { choicesOf, lessonPath, scenario } from './content';
import { asRead, Figure } from './figure';
import { Quiz } from './quiz';
import { browserLanguage, wordsOf } from './said';
import { story } from './story';
import { hasNoViolations } from './violations';

for (const locale of locales) {
  test.describe(`axe finds no violation, ${locale}`, () => {
    test.use({ locale: browserLanguage[locale] });
    test.slow();

    test('on the home page', async ({ page }) => {
      await page.goto(`/${locale}`);
      await new Figure(page, locale, scenario('delete-one')).isAlive();
      await hasNoViolations(page);
    });
  });
}

// Pages without a figure of their own: the languages take turns.
test.describe('axe finds no violation beside the figures, en', () => {
  const { site } = wordsOf('en');

  test('on the page of progress, empty', async ({ page }) => {
    await page.goto('/en/progress');
    await expect(page.getByText(site.progress.empty)).toBeVisible();
    await hasNoViolations(page);
  });

  test('on the study notes that are wrong, of one lesson alone', async ({ page }) => {
    await page.goto('/en/notes/wrong#reconcile-loop');
    await expect(page.locator('#controllers-04')).toBeVisible();
    await expect(page.locator('#statefulset-11')).toBeHidden();
    await hasNoViolations(page);
  });

  test('on a recording of the page of trust', async ({ page }) => {
    await page.goto('/en/truth/recording?name=stories/job-back-off');
    await expect(page.locator('main table').first()).toBeVisible();
    await hasNoViolations(page);
  });
});

test.describe('axe finds no violation beside the figures, zh', () => {
  test.use({ locale: browserLanguage.zh });

  test('on the page to sign in, of one who has done nothing', async ({ page }) => {
    await page.goto('/zh/sign-in');
    await expect(page.getByRole('form')).toHaveCount(2);
    await hasNoViolations(page);
  });

  test('on the glossary', async ({ page }) => {
    await page.goto('/zh/glossary#term-ordinal');
    await expect(page.locator('#term-ordinal')).toBeInViewport();
    await hasNoViolations(page);
  });

  test('on the page for an address without one', async ({ page }) => {
    await page.goto('/zh/nowhere');
    await expect(page.getByRole('heading', { name: wordsOf('zh').site.notFound.title })).toBeVisible();
    await hasNoViolations(page);
  });
});

/** A whole lesson takes long: one language shows it as it opens, the other as it is used. */
test.describe('axe finds no violation, en', () => {
  const locale = 'en' satisfies Locale;
  test.use({ locale: browserLanguage[locale] });
  test.slow();

  test('on the lesson as it opens', async ({ page }) => {
    await page.goto(lessonPath(locale));
    await asRead(page, locale, 'who-comes-back').figure.isAlive();
    await hasNoViolations(page, [['light', 1280]]);
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
