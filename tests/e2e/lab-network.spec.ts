import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { shellWords } from '@/app/_ui/lab/shell-words';
import { networkWords } from '@/app/_ui/network/network-words';
import { packetWords } from '@/app/_ui/network/words';
import { terminalWords } from '@/app/_ui/terminal/words';
import examples from '@/content/examples';
import type { Locale } from '@/lib/text';
import { browserLanguage, wordsOf } from './said';

const [deployment] = examples;

async function pressed(page: Page, name: string, within: Page | Locator = page) {
  await within.getByRole('button', { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
}

/** A cluster in which three Pods stand behind a Service, with its network in the place of the scene. */
async function openNetwork(page: Page, locale: Locale) {
  const words = wordsOf(locale).lab;
  await page.goto(`/${locale}/play`);
  const figure = page.getByRole('figure').first();
  await expect(figure).toHaveAttribute('data-live');
  await pressed(page, deployment?.title[locale] ?? '');
  await figure.focus();
  await expect(async () => {
    await page.keyboard.press('Shift+ArrowRight');
    await expect(page.getByText('3/3').first()).toBeVisible({ timeout: 300 });
  }).toPass();
  await pressed(page, shellWords[locale].network);
  const view = page.getByRole('region', { name: networkWords[locale].label, exact: true });
  await expect(view.locator('[data-sentence]')).toBeVisible();
  await expect(page.getByRole('button', { name: words.tabs.scene, exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  return view;
}

// The languages take turns.
test.describe('The network of a cluster that lives, en', () => {
  const locale = 'en' satisfies Locale;
  const say = networkWords[locale];
  test.use({ locale: browserLanguage[locale], viewport: { width: 1280, height: 1000 } });

  test('is walked, broken and mended by keys alone, and has no fault that axe finds', async ({ page }) => {
    const view = await openNetwork(page, locale);
    const sentence = view.locator('[data-sentence]');
    await view.focus();
    await page.keyboard.press('End');
    await expect(sentence).toHaveAttribute('data-sentence', 'answered');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const hand = view.getByRole('group', { name: say.break.label, exact: true });
    await hand.getByRole('combobox', { name: say.break.what }).selectOption('cut');
    await hand.getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await view.focus();
    await page.keyboard.press('End');
    await expect(sentence).not.toHaveAttribute('data-sentence', 'answered');
    await view.locator('[data-hand]').focus();
    await page.keyboard.press('Enter');
    await view.focus();
    await page.keyboard.press('End');
    await expect(sentence).toHaveAttribute('data-sentence', 'answered');
    await page.keyboard.press('Escape');
  });
});

test.describe('The network of a cluster that lives, zh', () => {
  const locale = 'zh' satisfies Locale;
  const say = networkWords[locale];
  test.use({ locale: browserLanguage[locale], viewport: { width: 1280, height: 1000 } });

  test('follows the cluster: when the Service is deleted nobody knows its name', async ({ page }) => {
    const view = await openNetwork(page, locale);
    const sentence = view.locator('[data-sentence]');
    await view.focus();
    await page.keyboard.press('End');
    await expect(sentence).toHaveAttribute('data-sentence', 'answered');
    const line = page.getByRole('combobox', { name: terminalWords[locale].field, exact: true });
    await line.fill('kubectl delete service web');
    await page.keyboard.press('Enter');
    await expect(sentence).toHaveAttribute('data-sentence', 'noName');
    await pressed(page, packetWords[locale].send.over, view);
    await expect(sentence).toHaveAttribute('data-sentence', 'leaves');
    await pressed(page, say.close, view);
    await expect(view).toHaveCount(0);
  });
});
