import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { selectorWords } from '@/app/_ui/bench/selector-words';
import { fill } from '@/app/_ui/fill';
import type { Locale } from '@/lib/text';
import { browserLanguage } from './said';

// One language is enough: both are held to the same words by the tests of the board.
test.describe('The board of selectors, zh', () => {
  const locale = 'zh' satisfies Locale;
  test.use({ locale: browserLanguage[locale], viewport: { width: 390, height: 900 } });

  test('lights up as one types, gives the API server’s own refusal, and has no fault that axe finds', async ({
    page,
  }) => {
    const words = selectorWords[locale];
    await page.goto(`/${locale}/learn/labels-and-selectors`);
    const board = page.getByRole('figure').filter({ has: page.getByRole('list', { name: words.board }) });
    await board.scrollIntoViewIfNeeded();
    await expect(board).toHaveAttribute('data-live');
    const field = (form: string) => board.getByRole('textbox', { name: fill(words.editorLabel, { form }) });

    await field(words.editors.map).fill('app: Apache\n');
    await expect(board).toContainText(
      fill(words.sentence.selects, { selector: 'app=Apache', count: 0, all: 12 }),
    );
    await field(words.editors.map).fill('app: apache\n');
    await expect(board.locator('[data-caught]')).toHaveCount(6);
    const { violations } = await new AxeBuilder({ page }).include('figure:has(textarea)').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

    const apply = board.getByRole('button', {
      name: fill(words.apply.act, { kind: 'ReplicationController' }),
    });
    await board.getByRole('textbox', { name: words.apply.template }).fill('app=nginx');
    await apply.press('Enter');
    await expect(board.getByRole('alert')).toContainText('`selector` does not match template `labels`');
    await board.getByRole('textbox', { name: words.apply.template }).fill('app=apache');
    await apply.press('Enter');
    await expect(board.getByRole('status').filter({ hasText: 'kubectl' })).toContainText(
      'replicationcontroller/mine created',
    );
  });
});
