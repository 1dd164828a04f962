import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import notes from '@/content/notes';
import { type Locale, locales } from '@/lib/text';
import { content, lab, lesson, lessonPath, plain, prediction, root } from './content';
import { found } from './letters';
import { browserLanguage, otherThan, pattern, wordsOf } from './said';

const source = (locale: Locale) =>
  readFileSync(path.join(root, 'content', content.slug, `${locale}.mdx`), 'utf8');

/** The sentences of the study notes, as they follow each other. */
const inNotes = notes.flatMap(({ claims }) => claims);

/** A fragment of the text between two marks, long enough to be looked for. */
const fewestLetters = 8;

/** All that is read in a lesson's text, piece by piece: prose, code, cells, definitions of words. */
function proseOf(locale: Locale): readonly { name: string; text: string }[] {
  const body = source(locale).replace(/^---[\s\S]*?\n---\n/, '');
  return body
    .split(/<[^>]*>|\n|\||`{3}[^\n]*|\*\*?|\[|\]\([^)]*\)/)
    .map((text) => text.replace(/^\s*(?:[-#]+|\d+\.)\s+/, '').trim())
    .filter((text) => text.replace(/[^\p{L}\p{N}]+/gu, '').length >= fewestLetters)
    .map((text) => ({ name: text, text }));
}

/** Figures of the lesson in the order of the text, with how they open. */
const figuresOf = (locale: Locale) => {
  const names = [...source(locale).matchAll(/<(Predict|Figure|LabTask) (?:id|scenario)="([^"]+)"/g)];
  return names.map(([, kind, id = '']) => {
    if (kind === 'LabTask') return lab;
    const name = kind === 'Predict' ? prediction(id).scenario : id;
    const scenario = content.labs.scenarios.find((each) => each.id === name);
    if (!scenario) throw new Error(`There is no scenario ${name}`);
    return scenario;
  });
};

/** What stands in a `noscript`: a search by text passes those by. */
const notice = (page: Page, text: string) => page.locator('noscript p').filter({ hasText: text });

for (const locale of locales) {
  test.describe(`Without JavaScript, ${locale}`, () => {
    test.use({
      javaScriptEnabled: false,
      locale: browserLanguage[locale],
      viewport: { width: 1280, height: 900 },
    });
    const { site } = wordsOf(locale);

    test('the lesson is read whole, every study note with it', async ({ page }) => {
      await page.goto(lessonPath(locale));
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read
      const read = await page.getByRole('article').innerText();
      const prose = proseOf(locale);
      expect(prose.length).toBeGreaterThan(80);
      const there = new Set(found(prose, read));
      expect(prose.filter(({ name }) => !there.has(name)).map(({ text }) => text)).toEqual([]);
      await expect(notice(page, site.lesson.noScript)).toBeVisible();

      const ids = [...source(locale).matchAll(/<Claim id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(5);
      for (const id of ids) {
        const claim = content.claims.find((each) => each.id === id);
        const note = page.getByRole('note', {
          name: pattern(site.claim.note, { n: inNotes.indexOf(id ?? '') + 1 }),
        });
        await expect(note).toContainText(claim?.quote[locale] ?? '');
        await expect(note).toContainText(plain(claim?.today[locale] ?? ''));
        await expect(note).toContainText(site.verdicts[claim?.verdict ?? 'wrong']);
      }
    });
  });
}

// The languages take turns.
test.describe('Without JavaScript, beside the text, en', () => {
  const locale = 'en' satisfies Locale;
  test.use({
    javaScriptEnabled: false,
    locale: browserLanguage[locale],
    viewport: { width: 1280, height: 900 },
  });
  const { lab: labWords } = wordsOf(locale);

  test('each figure stands still, with its sentence, its drawing and its outline', async ({ page }) => {
    await page.goto(lessonPath(locale));
    const scenarios = figuresOf(locale);
    await expect(page.getByRole('figure')).toHaveCount(scenarios.length);
    for (const { caption } of scenarios) {
      const figure = page.getByRole('figure', { name: caption[locale] });
      await expect(figure.locator('figcaption')).toContainText(caption[locale]);
      const [first = ''] = await figure.locator('p:visible').allInnerTexts();
      const [begins = ''] = labWords.outline.label.split('{name}');
      expect(first.replace(/\s+/g, ''), 'the sentence').toContain('web');
      await expect(figure.locator('svg:visible').first()).toBeVisible();
      const tree = figure.getByRole('tree', { name: new RegExp(`${begins}.*`) });
      await expect(tree.getByText(pattern(labWords.outline.claim)).first()).toBeVisible();
      const { width = 0, height = 0 } = (await tree.boundingBox()) ?? {};
      expect(Math.min(width, height), 'the outline has room').toBeGreaterThan(40);
      await expect(figure.getByRole('button', { name: labWords.transport.play, exact: true })).toHaveCount(0);
    }
  });
});

test.describe('Without JavaScript, beside the text, zh', () => {
  const locale = 'zh' satisfies Locale;
  test.use({
    javaScriptEnabled: false,
    locale: browserLanguage[locale],
    viewport: { width: 1280, height: 900 },
  });
  const { site, quiz } = wordsOf(locale);

  test('the quiz and the page of progress say that they need it', async ({ page }) => {
    await page.goto(lessonPath(locale));
    await expect(notice(page, quiz.noScript)).toBeVisible();
    await page.goto(`/${locale}/progress`);
    await expect(notice(page, site.progress.noScript)).toBeVisible();
    await expect(page.getByText(site.progress.loading)).toBeHidden();
  });

  test('the course map leads to the lesson, and the language switch to its other version', async ({
    page,
  }) => {
    await page.goto(`/${locale}`);
    await page.getByRole('link', { name: lesson.title[locale], exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: lesson.title[locale] })).toBeVisible();
    await page.getByRole('link', { name: site.header.toOther, exact: true }).click();
    const other = otherThan[locale];
    await expect(page.getByRole('heading', { level: 1, name: lesson.title[other] })).toBeVisible();
  });
});
