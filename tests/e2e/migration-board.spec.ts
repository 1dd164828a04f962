import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { migrationWords } from '@/app/_ui/bench/migration-words';
import { fill } from '@/app/_ui/fill';
import type { Locale } from '@/lib/text';
import { browserLanguage } from './said';

// One language is enough: both are held to the same words by their type.
const locale = 'en' satisfies Locale;
const words = migrationWords[locale];
test.use({ locale: browserLanguage[locale] });

test('the migration board applies what the cards say, and a MySQL that is deleted costs availability and no rows', async ({
  page,
}) => {
  await page.goto(`/${locale}/learn/capstone-lvs-squid-apache-mysql`);
  const board = page.getByRole('figure').filter({ has: page.getByRole('region', { name: words.board }) });
  const row = (machine: 'squid' | 'mysql') => board.getByRole('group', { name: words.was[machine] });
  const warnings = board.locator('section').filter({ hasText: words.warnings }).last();
  await board.scrollIntoViewIfNeeded();
  await expect(board).toHaveAttribute('data-live');
  await expect(warnings).toContainText(fill(words.rules.bare, { machine: words.machines.mysql }));

  const place = row('mysql').getByRole('radio', { name: words.carriers.statefulset, exact: true });
  await row('mysql').locator('[draggable=true]').dragTo(place);
  await expect(place).toBeChecked();
  await row('mysql').getByLabel(words.storage).selectOption('claim');
  await row('squid').getByLabel(words.door).selectOption('nodeport');
  await expect(warnings).toContainText(words.noWarnings);

  await board.getByRole('button', { name: words.apply }).click();
  const marks = board.getByRole('region', { name: words.marks });
  await expect(marks).toContainText(words.rows.there, { timeout: 15_000 });
  await expect(marks).toContainText(words.needless.none);
  await board.getByRole('button', { name: words.faults.mysql }).click();
  await expect(marks).toContainText(words.rows.away);
  await expect(marks).toContainText(words.rows.there, { timeout: 15_000 });
  await expect(marks.getByRole('button').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('figure:has(fieldset)').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
