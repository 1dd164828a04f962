import { expect, test } from '@playwright/test';
import { selectorWords } from '@/app/_ui/bench/selector-words';
import { swapWords } from '@/app/_ui/bench/swap-words';
import { fill } from '@/app/_ui/fill';
import { shareWords } from '@/app/_ui/lab/share-words';
import { loneWords } from '@/app/_ui/lone/words';
import { embedWords } from '@/app/embed/words';
import { browserLanguage } from './said';

// What each bench keeps in its link is held by the tests of the benches; here is the way from page to page.
test.describe('A bench that is shared, zh', () => {
  test.use({ locale: browserLanguage.zh, viewport: { width: 1280, height: 900 } });

  test('opens on its own page as it stood, and begins anew where the link is cut short', async ({ page }) => {
    const words = selectorWords.zh;
    await page.goto('/zh/learn/labels-and-selectors');
    const board = page.getByRole('figure').filter({ has: page.getByRole('list', { name: words.board }) });
    const map = board.getByRole('textbox', { name: fill(words.editorLabel, { form: words.editors.map }) });
    const selects = (selector: string, count: number) =>
      fill(words.sentence.selects, { selector, count, all: 12 });
    await board.scrollIntoViewIfNeeded();
    await expect(board).toHaveAttribute('data-live');
    await map.fill('app: nginx');
    await expect(board).toContainText(selects('app=nginx', 3));
    await board.getByRole('button', { name: shareWords.zh.open, exact: true }).press('Enter');
    const link = await page.getByRole('textbox', { name: shareWords.zh.link, exact: true }).inputValue();
    await page.goto(link);
    await expect(map).toHaveValue('app: nginx');
    await expect(board).toContainText(selects('app=nginx', 3));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );

    await page.goto(link.slice(0, -20));
    const refused = page.getByRole('alert').filter({ hasText: loneWords.zh.insteadBench });
    await expect(refused).toContainText(loneWords.zh.refused.damaged);
    await expect(board).toContainText(selects('app=apache,version=v1', 4));
  });
});

test('The widget of a bench runs without an origin of its own, at 320 px', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.route('**/host', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" src="${baseURL}/embed/stateless-or-stateful/swap-bench?locale=en" style="width:100%;height:800px"></iframe>`,
    }),
  );
  await page.goto(`${baseURL}/host`);
  const inside = page.frameLocator('iframe');
  await inside.getByRole('button', { name: embedWords.en.show.figure }).click();
  const bench = inside.getByRole('figure');
  await expect(bench).toContainText(swapWords.en.verdicts.unswapped);
  await bench.getByRole('radio', { name: swapWords.en.stores.claim }).click();
  await expect(bench).toContainText(swapWords.en.verdicts.unswapped);
  const over = () =>
    bench.evaluate(({ ownerDocument: { documentElement: root } }) => root.scrollWidth - root.clientWidth);
  expect(await over()).toBeLessThanOrEqual(0);
});
