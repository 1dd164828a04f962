import { expect, type Page } from '@playwright/test';
import type { Progress } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { content, lesson, lessonPath, stepCount } from './content';
import { pattern, wordsOf } from './said';

/** The lesson's row of the course map: how its link is called, and how many steps its lane proves. */
export async function mapShows(
  page: Page,
  locale: Locale,
  expected: { readonly begun: boolean; readonly proven: number },
) {
  const { home, lane } = wordsOf(locale).site;
  const row = page.getByRole('listitem').filter({ hasText: lesson.title[locale] });
  const verb = expected.begun ? home.goOn : home.start;
  await expect(row.getByRole('link', { name: `${verb}: ${lesson.title[locale]}` })).toBeVisible();
  await expect(row.getByRole('img', { name: pattern(lane, { proven: expected.proven }) })).toBeVisible();
}

/** How many steps the lesson's rail says are saved. */
async function savedSteps(page: Page, locale: Locale): Promise<number> {
  const { saved, savedAll } = wordsOf(locale).site.lesson;
  const said = (n: number) =>
    page.getByText(pattern(n === stepCount ? savedAll : saved, { n, m: stepCount }));
  for (let n = stepCount; n > 0; n--) if (await said(n).isVisible()) return n;
  return 0;
}

/** The lesson's rail comes to count at least so many saved steps; returns how many. */
export async function railCounts(page: Page, locale: Locale, atLeast: number): Promise<number> {
  await expect
    .poll(() => savedSteps(page, locale), `at least ${atLeast} steps are saved`)
    .toBeGreaterThanOrEqual(atLeast);
  return savedSteps(page, locale);
}

/** What the server keeps for the lesson, in the browser of this page. */
export async function keptBy(page: Page) {
  const response = await page.request.get('/api/progress');
  expect(response.status()).toBe(200);
  const { lessons } = (await response.json()) as Progress;
  return lessons[content.slug];
}

/** Opens the page of progress: these items are right at the first try, those later, and the lab is solved. */
export async function knowledgeShows(
  page: Page,
  locale: Locale,
  expected: {
    readonly firstTry: readonly number[];
    readonly later: readonly number[];
    readonly lab: boolean;
  },
) {
  const { site } = wordsOf(locale);
  await page.goto(`/${locale}/progress`);
  const row = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
  const item = (n: number) => row(site.progress.item.replace('{n}', String(n)));
  for (const n of expected.firstTry) await expect(item(n)).toContainText(site.progress.firstTry);
  for (const n of expected.later) await expect(item(n)).toContainText(site.progress.later);
  if (expected.lab) {
    const labRow = page.getByRole('listitem').filter({ hasText: site.progress.labSolved });
    await expect(labRow.getByRole('link')).toHaveAttribute('href', `${lessonPath(locale)}#lab`);
  }
}
