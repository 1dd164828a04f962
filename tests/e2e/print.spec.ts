import { expect, type Page, test } from '@playwright/test';
import { fill } from '@/app/_ui/fill';
import { locales } from '@/lib/text';
import { content, lessonPath } from './content';
import { asRead } from './figure';
import { browserLanguage, wordsOf } from './said';

/** A page of A4 with margins of 14 mm, px. */
const paper = { width: 688, height: 1_000 };

/** What is drawn as something to press; a word that is explained and a place in a drawing look like text on paper. */
const controls = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, select, textarea, [role=tablist], [role=slider]')]
      .filter((one) => {
        const { borderTopStyle, backgroundColor } = getComputedStyle(one);
        return (
          one.checkVisibility() && (borderTopStyle === 'solid' || backgroundColor !== 'rgba(0, 0, 0, 0)')
        );
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  );

for (const locale of locales) {
  test.describe(`A lesson on paper, ${locale}`, () => {
    test.use({
      locale: browserLanguage[locale],
      colorScheme: 'dark',
      viewport: { width: 1280, height: 900 },
    });

    test('is text, stills with their captions and questions with their choices, black on white', async ({
      page,
    }) => {
      const { site } = wordsOf(locale);
      await page.goto(lessonPath(locale));
      const { figure, predicting } = asRead(page, locale, 'who-comes-back');
      await figure.isAlive();
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(paper);

      await expect(page.getByRole('banner')).toBeHidden();
      await expect(page.getByRole('contentinfo')).toBeHidden();
      await expect(page.getByRole('navigation', { name: site.lesson.rail })).toBeHidden();
      expect(await controls(page)).toEqual([]);
      await expect(figure.box.locator('figcaption, p').first()).toBeVisible();
      await expect(figure.box.locator('svg').first()).toBeVisible();
      await expect(predicting.box.getByRole('radio').first()).toBeVisible();
      const address = `${lessonPath(locale)}#quiz`;
      const asks = fill(site.lesson.quizOnPaper, { n: content.quiz.items.length, address });
      await expect(page.getByText(asks, { exact: true })).toBeVisible();
      await expect(page.getByRole('heading', { name: site.lesson.glossary })).toBeVisible();

      const [width, ground] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        getComputedStyle(document.documentElement).backgroundColor,
      ]);
      expect(width, 'nothing is wider than the paper').toBeLessThanOrEqual(paper.width);
      expect(ground).toBe('rgb(255, 255, 255)');
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(100_000);
    });
  });
}

/** Lessons with a bench, and what its caption says. */
const benches = [
  ['inside-a-pod', 'Pod web with two containers'],
  ['labels-and-selectors', 'Twelve Pods that nobody owns'],
  ['autoscaling-hpa', 'Load and scale bench'],
  ['stateless-or-stateful', 'The swap-test bench'],
  ['capstone-lvs-squid-apache-mysql', 'The migration board'],
] as const;

test('Benches on paper are stills with their captions: nothing to press, to choose or to open', async ({
  page,
}) => {
  for (const [slug, caption] of benches) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`/en/learn/${slug}`);
    const bench = page.getByRole('figure').filter({ hasText: caption });
    await bench.scrollIntoViewIfNeeded();
    await expect(bench.locator('[aria-live], [role=status]').first()).toBeAttached();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(paper);
    expect(await controls(page), slug).toEqual([]);
    await expect(bench.getByText(caption)).toBeVisible();
    const chosen = bench.locator('input, [role=radio], [role=slider], summary');
    expect(await chosen.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length), slug).toBe(
      0,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth), slug).toBeLessThanOrEqual(
      paper.width,
    );
  }
});
