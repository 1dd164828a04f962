import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { swapWords } from '@/app/_ui/bench/swap-words';
import { workbenchWords } from '@/app/_ui/bench/workbench-words';
import { fill } from '@/app/_ui/fill';
import type { Locale } from '@/lib/text';
import { browserLanguage } from './said';

async function faults(page: Page, figure: Locator) {
  await figure.evaluate((box) => box.setAttribute('data-looked-at', ''));
  const { violations } = await new AxeBuilder({ page }).include('[data-looked-at]').analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

// One language is enough: both are held to the same words by the tests of the benches.
const locale = 'zh' satisfies Locale;
test.use({ locale: browserLanguage[locale], viewport: { width: 390, height: 900 } });

test('On the Pod workbench a container that is given its neighbour’s port falls, and a client is refused', async ({
  page,
}) => {
  const words = workbenchWords[locale];
  await page.goto(`/${locale}/learn/inside-a-pod`);
  const bench = page.getByRole('figure').filter({ hasText: words.anew });
  await bench.scrollIntoViewIfNeeded();
  await expect(bench).toContainText(words.sentence.well);
  expect(await faults(page, bench)).toEqual([]);
  const second = bench.getByRole('region', { name: fill(words.container, { name: 'b' }) });
  await second.getByRole('radio', { name: '8080' }).click();
  await bench.focus();
  await page.keyboard.press('End');
  await expect(bench).toContainText(fill(words.sentence.taken, { container: 'b', pod: 'web' }));
  const ask = bench.getByRole('region', { name: words.askTitle });
  await ask.getByRole('radio', { name: '9090' }).click();
  await ask.getByRole('button', { name: words.hands.ask, exact: true }).click();
  await expect(ask.getByRole('status')).toContainText('connection refused');
});

test('On the swap-test bench rows in a layer go with their Pod, and rows on a claim stay', async ({
  page,
}) => {
  const words = swapWords[locale];
  await page.goto(`/${locale}/learn/stateless-or-stateful`);
  const bench = page.getByRole('figure').filter({ hasText: words.requests });
  await bench.scrollIntoViewIfNeeded();
  await expect(bench).toContainText(words.verdicts.unswapped);
  expect(await faults(page, bench)).toEqual([]);
  const replaced = async (outcome: string) => {
    await bench
      .getByRole('group', { name: words.replace })
      .getByRole('button', { name: /mysql-/ })
      .click();
    await page.keyboard.press('End');
    await expect(bench).toContainText(outcome);
  };
  await replaced(words.fails);
  await bench.getByRole('radio', { name: words.stores.claim }).click();
  await expect(bench).toContainText(words.verdicts.unswapped);
  await replaced(words.passes);
});
