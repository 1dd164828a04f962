import { expect, type Page, test } from '@playwright/test';
import { accountWords } from '@/app/_ui/account/words';
import { classWords } from '@/app/_ui/class/words';
import { notesWords } from '@/app/_ui/notes/words';
import { reviewWords } from '@/app/_ui/review/words';
import { type Locale, locales } from '@/lib/text';
import { choicesOf, content, lab, lessonPath, scenario } from './content';
import { asRead, Figure } from './figure';
import { Quiz } from './quiz';
import { browserLanguage, wordsOf } from './said';
import { story } from './story';

const widths = [360, 390, 720, 1280, 1920, 2560];
const smallestTarget = 44;

/** By how much a page scrolls sideways, and what is too wide; empty when it does not. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wider = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5)
      .map((one) => `${one.tagName} ${one.className}`);
    return scrollWidth > clientWidth
      ? `${scrollWidth} > ${clientWidth}: ${wider.slice(0, 5).join('; ')}`
      : '';
  });

async function neverScrollsSideways(page: Page) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => sideways(page), `${page.url()} at ${width} px`).toBe('');
  }
}

for (const locale of locales) {
  test.describe(`No sideways scroll from 360 to 2560 px, ${locale}`, () => {
    test.use({ locale: browserLanguage[locale] });

    test('on the home page', async ({ page }) => {
      await page.goto(`/${locale}`);
      await new Figure(page, locale, scenario('delete-one')).isAlive();
      await neverScrollsSideways(page);
    });

    test('on the lesson, with its quiz', async ({ page }) => {
      await page.goto(lessonPath(locale));
      await asRead(page, locale, 'who-comes-back').figure.isAlive();
      const quiz = new Quiz(page, locale);
      await quiz.box.scrollIntoViewIfNeeded();
      await quiz.asks(story.multiple);
      await neverScrollsSideways(page);
    });
  });
}

// What hangs less on the length of words: the languages take turns.
test.describe('No sideways scroll from 360 to 2560 px, zh, without a lesson', () => {
  const locale = 'zh' satisfies Locale;
  test.use({ locale: browserLanguage[locale] });

  test('on the page of progress', async ({ page }) => {
    await page.goto(`/${locale}/progress`);
    await expect(page.getByText(wordsOf(locale).site.progress.empty)).toBeVisible();
    await neverScrollsSideways(page);
  });
});

test.describe('No sideways scroll from 360 to 2560 px, en, without a lesson', () => {
  const locale = 'en' satisfies Locale;

  test('on the page of trust and a recording', async ({ page }) => {
    await page.goto(`/${locale}/truth`);
    await page.locator('main details summary').first().click();
    await neverScrollsSideways(page);
    await page.goto(`/${locale}/truth/recording?name=stories/job-back-off`);
    await expect(page.locator('main table').first()).toBeVisible();
    await neverScrollsSideways(page);
  });
});

test('The pages of review, account, classes, progress, study notes and words reflow at 320 px', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const [address, said] of [
    ['/en/review', reviewWords.en.empty],
    ['/en/sign-in', accountWords.en.form.emailHint],
    ['/zh/teach', classWords.zh.teach.lead],
    ['/en/join', classWords.en.join.codeHelp],
    ['/en/progress', wordsOf('en').site.progress.empty],
    ['/en/notes/wrong', notesWords.en.lead],
    ['/zh/glossary', 'ordinal'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByText(said, { exact: true })).toBeVisible();
    await expect.poll(() => sideways(page), address).toBe('');
  }
});

test.describe('A phone of 390 px, en', () => {
  const locale = 'en' satisfies Locale;
  test.use({
    locale: browserLanguage[locale],
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });

  test('keeps the player within reach while the figure is on the screen', async ({ page }) => {
    await page.goto(`/${locale}`);
    const figure = new Figure(page, locale, scenario('delete-one'));
    await figure.isAlive();
    const { transport } = figure.words;
    await figure.box.evaluate((box) => {
      box.scrollIntoView({ block: 'start', behavior: 'instant' });
      window.scrollBy({ top: -window.innerHeight / 2, behavior: 'instant' });
    });
    await expect(figure.button(transport.play)).toBeInViewport({ ratio: 1 });
    await figure.button(transport.play).tap();
    await figure.button(transport.pause).tap();
    await figure.isPaused();
  });
});

test.describe('A phone of 390 px, zh', () => {
  const locale = 'zh' satisfies Locale;
  test.use({
    locale: browserLanguage[locale],
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });

  test('has no target smaller than 44 px', async ({ page }) => {
    await page.goto(lessonPath(locale));
    const { figure, predicting } = asRead(page, locale, 'who-comes-back');
    await figure.isAlive();
    await predicting.box.getByRole('button', { name: figure.words.predict.skip, exact: true }).tap();
    await figure.button(figure.words.hands.others).tap();
    await figure.button(settingsOf(locale)).tap();
    const quiz = new Quiz(page, locale);
    await quiz.box.scrollIntoViewIfNeeded();
    await quiz.asks(story.multiple);
    await expect(quiz.lines(story.multiple)).toHaveCount(choicesOf(story.multiple).length);
    expect(await smallTargets(page)).toEqual([]);
  });
});

function settingsOf(locale: Locale): string {
  const { transport } = wordsOf(locale).lab;
  return transport.settings.replace('{unit}', transport.reconcile).replace('{speed}', '1');
}

/**
 * Buttons, fields and links that a finger has less than 44 px for. A field counts with its label; a link or a button
 * within a sentence is let off, as the standard does, and so are a Pod in the drawing and what is not drawn.
 */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((smallest) => {
    const targets = [
      ...document.querySelectorAll('button, summary, input, a[href], [role=slider], [role=tab]'),
    ];
    return targets.flatMap((target) => {
      const style = getComputedStyle(target);
      if (style.display === 'inline' || target.closest('p, dd, td, [data-pod]') !== null) return [];
      if (!target.checkVisibility({ checkVisibilityCSS: true })) return [];
      const label = target instanceof HTMLInputElement ? target.labels?.[0] : undefined;
      const { width, height } = (label ?? target).getBoundingClientRect();
      if (width <= 1 || Math.min(width, height) >= smallest - 0.5) return [];
      const name = target.getAttribute('aria-label') ?? (label ?? target).textContent?.trim().slice(0, 40);
      return [`${target.tagName.toLowerCase()} "${name}": ${Math.round(width)} × ${Math.round(height)} px`];
    });
  }, smallestTarget);
}

test('A lab on the whole screen of a small desk shows its claims and its score whole, and its player in one row', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1120, height: 900 });
  await page.goto(`/en/lab/${content.slug}--${lab.id}`);
  const player = page.getByRole('group', { name: wordsOf('en').lab.transport.label });
  await expect(player).toBeVisible();
  for (const width of [1120, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const cutOff = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main div')]
          .filter((one) => getComputedStyle(one).overflowY === 'auto')
          .filter((one) => [...one.querySelectorAll('svg')].some(({ clientWidth }) => clientWidth > 400))
          .filter((one) => one.scrollHeight > one.clientHeight + 1)
          .map((one) => `${one.className}: ${one.scrollHeight} > ${one.clientHeight}`),
      );
    await expect.poll(cutOff, `at ${width} px`).toEqual([]);
    expect((await player.boundingBox())?.height, `at ${width} px`).toBeLessThanOrEqual(40);
  }
});
