import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { loadWords } from '@/app/_ui/bench/load-words';
import { fill } from '@/app/_ui/fill';
import type { Locale } from '@/lib/text';
import { browserLanguage, wordsOf } from './said';

// One language is enough: both are held to the same words by the tests of the bench.
test.describe('The load and scale bench, zh', () => {
  const locale = 'zh' satisfies Locale;
  test.use({ locale: browserLanguage[locale], viewport: { width: 390, height: 900 } });

  test('plays the work that is drawn by keys, says what a look did, and has no fault that axe finds', async ({
    page,
  }) => {
    const words = loadWords[locale];
    await page.goto(`/${locale}/learn/autoscaling-hpa`);
    const bench = page.getByRole('figure').filter({ has: page.getByRole('group', { name: words.curve }) });
    await bench.scrollIntoViewIfNeeded();
    const seen = { time: '3:15', metric: 'CPU', percent: 150, target: 50, before: 3, after: 6 };
    await expect(bench).toContainText(fill(words.sentence.changes, seen));
    const { violations } = await new AxeBuilder({ page }).include('figure:has(input[type=range])').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

    const fourth = bench.getByRole('slider', { name: fill(words.minute, { minute: 4 }) });
    await fourth.press('End');
    await expect(fourth).toHaveAttribute('aria-valuetext', '1600m');
    await expect(bench).toContainText(fill(words.sentence.changes, { ...seen, percent: 266 }));
    await bench.getByRole('radio', { name: words.sidecars.silent }).click();
    await expect(bench).toContainText(words.account.unknown.noRequest);

    const look = bench.getByRole('slider', { name: words.moment });
    await bench.press('End');
    await expect(look).toHaveValue('60');
    await bench.press('ArrowLeft');
    await bench.getByRole('button', { name: wordsOf(locale).lab.transport.play, exact: true }).click();
    await expect(look).toHaveValue('60');
    await expect(
      bench.getByRole('button', { name: wordsOf(locale).lab.transport.play, exact: true }),
    ).toBeVisible();
  });
});
