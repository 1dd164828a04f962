import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { debriefWords } from '@/app/_ui/lab/debrief-words';
import { hintWords } from '@/app/_ui/lab/hints-words';
import { shareWords } from '@/app/_ui/lab/share-words';
import { loneWords } from '@/app/_ui/lone/words';
import examples from '@/content/examples';
import type { Locale } from '@/lib/text';
import { content, lab } from './content';
import { Figure } from './figure';
import { browserLanguage, otherThan, pattern, sentence, wordsOf } from './said';

const example = (id: string) => {
  const found = examples.find((one) => one.id === id);
  if (!found) throw new Error(`no example ${id}`);
  return found;
};
const stuck = example('stuck-rollout');

const figure = (page: Page) => page.getByRole('figure').first();
const time = (page: Page, locale: Locale) =>
  figure(page).getByRole('slider', { name: wordsOf(locale).lab.score.label });
const labPath = (locale: Locale) => `/${locale}/lab/${content.slug}--${lab.id}`;

async function isAlive(page: Page) {
  await expect(figure(page)).toHaveAttribute('data-live');
}

/** Opens the dialog and gives the link that it shows. */
async function sharedLink(page: Page, locale: Locale): Promise<string> {
  const say = shareWords[locale];
  await page.getByRole('button', { name: say.open, exact: true }).click();
  const link = await page.getByRole('textbox', { name: say.link, exact: true }).inputValue();
  await page.keyboard.press('Escape');
  return link;
}

/** What these show does not hang on words: the languages take turns. */
const languageOf: Readonly<Record<'playground' | 'dialog' | 'lab', Locale>> = {
  playground: 'en',
  dialog: 'zh',
  lab: 'zh',
};

test.describe(`The playground, ${languageOf.playground}`, () => {
  const locale = languageOf.playground;
  const say = loneWords[locale].play;
  const load = (page: Page, id: string) =>
    page.getByRole('button', { name: example(id).title[locale], exact: true }).click();
  test.use({ locale: browserLanguage[locale], viewport: { width: 1280, height: 900 } });

  test('begins empty, says what to do first, and is in the header', async ({ page }) => {
    await page.goto(`/${locale}`);
    await page.getByRole('link', { name: wordsOf(locale).site.header.play, exact: true }).click();
    await isAlive(page);
    await expect(page.getByText(sentence(locale, 'emptyCluster', { count: 3 })).first()).toBeVisible();
    await expect(page.getByText(say.empty.replace('{nodes}', '3').split('`')[0] ?? '')).toBeVisible();
  });

  test('has as many nodes as are asked for, from 1 to 50', async ({ page }) => {
    await page.goto(`/${locale}/play`);
    await isAlive(page);
    const nodes = page.getByRole('spinbutton', { name: say.nodes });
    for (const [asked, made] of [
      ['7', 7],
      ['99', 50],
      ['0', 1],
    ] as const) {
      await nodes.fill(asked);
      await page.getByRole('button', { name: say.make, exact: true }).click();
      await expect(
        page.getByText(sentence(locale, 'emptyCluster', { count: made })).first(),
        asked,
      ).toBeVisible();
      await expect(nodes).toHaveValue(String(made));
    }
    await expect(page.getByRole('button', { name: say.fewer })).toBeDisabled();
  });

  test('loads an example, and goes back to the cluster before', async ({ page }) => {
    await page.goto(`/${locale}/play`);
    await isAlive(page);
    await load(page, 'crash-loop');
    await expect(figure(page)).toBeFocused();
    await expect(
      page.getByText(pattern(say.loaded, { title: example('crash-loop').title[locale] })),
    ).toBeVisible();
    await load(page, stuck.id);
    await expect(time(page, locale)).toHaveAttribute('aria-valuenow', '9.5');
    await page.getByRole('button', { name: say.goBack }).click();
    await expect(time(page, locale)).toHaveAttribute('aria-valuenow', '0.2');
  });

  test('a link opens the cluster as it stood', async ({ page }) => {
    await page.goto(`/${locale}/play`);
    await isAlive(page);
    await load(page, stuck.id);
    await expect(time(page, locale)).toHaveAttribute('aria-valuenow', '9.5');
    await figure(page).press('ArrowRight');
    await expect(time(page, locale)).not.toHaveAttribute('aria-valuenow', '9.5');
    const shown = (await time(page, locale).getAttribute('aria-valuenow')) ?? '';
    const link = await sharedLink(page, locale);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(time(page, locale)).toHaveAttribute('aria-valuenow', shown);
    await expect(page.getByText(pattern(say.opened))).toBeVisible();
  });

  test('says in place what is wrong with a link that can’t be opened, and shows an empty cluster', async ({
    page,
  }) => {
    const { refused, insteadCluster } = loneWords[locale];
    for (const [hash, why] of [
      ['#junk', refused.damaged],
      ['#9abc', refused.newerVersion],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`/${locale}/play${hash}`);
      const alert = page.getByRole('alert').filter({ hasText: why });
      await expect(alert).toBeVisible();
      await expect(alert).toContainText(insteadCluster);
      await expect(page.getByText(sentence(locale, 'emptyCluster', { count: 3 })).first()).toBeVisible();
    }
  });

  test('axe finds no violation, with the dialog that shares, too', async ({ page }) => {
    await page.goto(`/${locale}/play`);
    await isAlive(page);
    const told = async () =>
      (
        await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
      ).violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect(await told()).toEqual([]);
    await page.getByRole('button', { name: shareWords[locale].open, exact: true }).click();
    await expect(page.getByRole('textbox', { name: shareWords[locale].link, exact: true })).toBeVisible();
    expect(await told()).toEqual([]);
  });
});

test.describe(`The dialog that shares, ${languageOf.dialog}`, () => {
  const locale = languageOf.dialog;
  test.use({ locale: browserLanguage[locale], viewport: { width: 390, height: 844 } });

  test('is closed by Escape, gives the focus back, and does not scroll sideways on a phone', async ({
    page,
  }) => {
    const words = shareWords[locale];
    await page.goto(labPath(locale));
    await isAlive(page);
    const button = page.getByRole('button', { name: words.open, exact: true });
    await button.press('Enter');
    const dialog = page.getByRole('dialog', { name: words.title });
    await expect(dialog.getByRole('textbox', { name: words.link, exact: true })).toHaveValue(/#1/);
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });

  test('shows the widget in a page of somebody else, in the chosen language and theme', async ({ page }) => {
    const words = shareWords[locale];
    await page.goto(labPath(locale));
    await isAlive(page);
    await page.getByRole('button', { name: words.open, exact: true }).click();
    const other = otherThan[locale];
    await page.getByRole('radio', { name: words.languages[other], exact: true }).check();
    await page.getByRole('radio', { name: words.themes.dark, exact: true }).check();
    const widget = page.frameLocator('dialog iframe').frameLocator('iframe');
    await expect(widget.locator('html')).toHaveAttribute('lang', wordsOf(other).site.htmlLang);
    await expect(widget.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(widget.getByRole('heading', { name: lab.title[other] })).toBeVisible();
  });

  test('copies the link and says so', async ({ page, context }) => {
    const words = shareWords[locale];
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(labPath(locale));
    await isAlive(page);
    await page.getByRole('button', { name: words.open, exact: true }).click();
    const link = page.getByRole('textbox', { name: words.link, exact: true });
    await page.getByRole('button', { name: words.copyLink, exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: words.copiedLink })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
  });
});

test.describe(`A lab on the whole screen, ${languageOf.lab}`, () => {
  const locale = languageOf.lab;
  test.use({ locale: browserLanguage[locale], viewport: { width: 1280, height: 900 } });

  test('is solved at the second try, with hints for where it stands, and debriefs the run', async ({
    page,
  }) => {
    await page.goto(labPath(locale));
    const own = new Figure(page, locale, lab);
    await own.isAlive();
    const { task, hands, transport, score } = own.words;
    const debrief = debriefWords[locale];
    const goals = page.getByRole('list', { name: task.goals }).getByRole('listitem');
    await expect(goals).toHaveCount(lab.goals.length);
    const hint = (n: number) => page.getByText(pattern(task.hintOf, { n, of: lab.hints.length }));
    const asks = () => page.getByRole('button', { name: new RegExp(`^${task.hint}`) }).click();
    const checks = () => page.getByRole('button', { name: task.check, exact: true }).click();
    const run = page.getByRole('region', { name: debrief.title, exact: true });
    await asks();
    await expect(hint(1)).toBeVisible();
    await checks();
    const held = pattern(task.notSolvedBrief, { held: 1, of: lab.goals.length });
    await expect(page.getByRole('status').filter({ hasText: held })).toBeVisible();
    await expect(run.getByText(debrief.none, { exact: true })).toBeVisible();

    // A good image alone replaces no Pod: the first hint is past, the next one is about web-2 as it is.
    await own.segment(hands.image, 'db:v1').click();
    await expect(page.getByText(hintWords[locale].unfit, { exact: true })).toBeVisible();
    await asks();
    await expect(hint(2)).toBeVisible();
    await expect(page.getByText(lab.hints[1]?.[locale] ?? '', { exact: true })).toBeVisible();
    await own.button(hands.deletePod).click();
    await own.menuItem('web-2').click();
    await own.segment(transport.speed, '16×').click();
    const [holds = ''] = task.since.split('{seconds}');
    for (const { text } of lab.goals)
      await expect(goals.filter({ hasText: text[locale] })).toContainText(holds);
    await checks();
    await expect(page.getByText(pattern(task.solvedIn, { count: 2 }))).toBeVisible();
    const rows = run.getByRole('list', { name: debrief.rows, exact: true }).locator('> li');
    await expect(rows).toHaveCount(2);
    await expect(run.getByText(pattern(debrief.usedOf, { count: 2 }))).toBeVisible();
    await expect(rows.first()).toContainText(debrief.without);
    const moment = rows.last().getByRole('button', { name: pattern(score.seconds) });
    const seconds = Number.parseFloat((await moment.textContent()) ?? '');
    await moment.press('Enter');
    await expect(own.time).toHaveAttribute('aria-valuenow', String(seconds));
    await own.isPaused();
  });

  test('its link opens at its moment; the link of another lab is refused in place', async ({ page }) => {
    await page.goto(labPath(locale));
    await isAlive(page);
    await figure(page).press('Home');
    await expect(time(page, locale)).toHaveAttribute('aria-valuenow', '0');
    const link = await sharedLink(page, locale);
    expect(link.length).toBeLessThanOrEqual(2_000);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(time(page, locale)).toHaveAttribute('aria-valuenow', '0');
    await page.goto('about:blank');
    await page.goto(`/${locale}/lab/${content.slug}--in-order${new URL(link).hash}`);
    await expect(
      page.getByRole('alert').filter({ hasText: loneWords[locale].refused.otherLab }),
    ).toBeVisible();
    await isAlive(page);
  });

  test('keeps its language switch on the same lab', async ({ page }) => {
    await page.goto(labPath(locale));
    await page.getByRole('link', { name: wordsOf(locale).site.header.toOther, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${labPath(otherThan[locale])}$`));
  });
});

test('The playground does not scroll sideways from 360 to 2560 px', async ({ page }) => {
  await page.goto('/en/play');
  await isAlive(page);
  for (const width of [360, 390, 720, 1080, 1280, 1600, 1920, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    const over = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(over, `${width} px`).toBeLessThanOrEqual(0);
  }
});
