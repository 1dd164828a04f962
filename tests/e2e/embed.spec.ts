import http from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { shareWords } from '@/app/_ui/lab/share-words';
import { shellWords } from '@/app/_ui/lab/shell-words';
import { networkWords } from '@/app/_ui/network/network-words';
import { embedWords } from '@/app/embed/words';
import { locales } from '@/lib/text';
import { content, lab, scenario } from './content';
import { browserLanguage, wordsOf } from './said';

/** Somebody else's site: 127.0.0.1 is another site than localhost. A made-up name would be a public one, which may not frame a local one. */
let post = '';
const blog = http.createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(post);
});
test.beforeAll(() => new Promise<void>((done) => void blog.listen(0, '127.0.0.1', done)));
test.afterAll(() => void blog.close());

const figure = scenario('delete-one');
const addressOf = (id: string, query = 'locale=en') => `/embed/${content.slug}/${id}?${query}`;

/** A page of somebody else with a widget in it. The reader's browser gets it from another site. */
async function opensHost(
  page: Page,
  site: string | undefined,
  address: string,
  attributes = '',
  script = true,
) {
  post = `<!doctype html><title>Blog</title><a href="#before">before</a>
    <iframe ${attributes} src="${site}${address}" title="Widget" width="100%" height="200" style="border:0"></iframe>
    ${script ? `<script async src="${site}/embed.js"></script>` : ''}<a href="#after">after</a>`;
  await page.goto(`http://127.0.0.1:${(blog.address() as AddressInfo).port}/post`);
  return page.frameLocator('iframe');
}

const frameHeight = (page: Page) =>
  page.locator('iframe').evaluate((frame) => Math.round(frame.getBoundingClientRect().height));

/** How high the widget is in its own page. */
const widgetHeight = (page: Page) =>
  page
    .frames()
    .find((frame) => frame.url().includes('/embed/'))
    ?.evaluate(() =>
      Math.ceil(document.querySelector('footer')?.parentElement?.getBoundingClientRect().height ?? 0),
    );

const show = embedWords.en.show;

test.describe('A widget in somebody else’s page', () => {
  test.use({ viewport: { width: 900, height: 900 } });

  test('is a sentence and one button before it is loaded, then the figure; its frame is as high as it is', async ({
    page,
    baseURL,
  }) => {
    const inside = await opensHost(page, baseURL, addressOf(figure.id));
    await expect(inside.getByRole('button', { name: show.figure })).toBeVisible();
    await expect(inside.getByRole('figure')).toHaveCount(0);
    const over = async () => (await frameHeight(page)) - ((await widgetHeight(page)) ?? 0);
    await expect.poll(over).toBe(0);
    const before = await frameHeight(page);
    await inside.getByRole('button', { name: show.figure }).click();
    await expect(inside.getByRole('figure', { name: figure.caption.en })).toHaveAttribute('data-live');
    await expect.poll(over).toBe(0);
    expect(await frameHeight(page)).toBeGreaterThan(before + 200);
  });

  test('works without the script, and scrolls inside its frame', async ({ page, baseURL }) => {
    const inside = await opensHost(page, baseURL, addressOf(figure.id), '', false);
    await inside.getByRole('button', { name: show.figure }).click();
    await expect(inside.getByRole('figure', { name: figure.caption.en })).toHaveAttribute('data-live');
    expect(await frameHeight(page)).toBe(200);
    const end = inside.getByRole('link', { name: embedWords.en.lesson });
    await end.scrollIntoViewIfNeeded();
    await expect(end).toBeInViewport();
  });

  test('runs in a sandbox that has no origin, as WordPress makes them', async ({ page, baseURL }) => {
    const inside = await opensHost(page, baseURL, addressOf(figure.id), 'sandbox="allow-scripts"');
    await inside.getByRole('button', { name: show.figure }).click();
    const box = inside.getByRole('figure', { name: figure.caption.en });
    await expect(box).toHaveAttribute('data-live');
    const time = box.getByRole('slider', { name: wordsOf('en').lab.score.label });
    const from = Number(await time.getAttribute('aria-valuenow'));
    await box.getByRole('button', { name: wordsOf('en').lab.transport.step, exact: true }).click();
    await expect.poll(async () => Number(await time.getAttribute('aria-valuenow'))).toBeGreaterThan(from);
    await expect.poll(() => frameHeight(page)).toBeGreaterThan(300);
  });

  test('is left by Escape, and by the last control: the focus goes on behind the frame', async ({
    page,
    baseURL,
  }) => {
    const inside = await opensHost(page, baseURL, addressOf(figure.id));
    const box = inside.getByRole('figure', { name: figure.caption.en });
    const after = page.getByRole('link', { name: 'after' });
    await inside.getByRole('button', { name: show.figure }).click();
    await expect(box).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('iframe + span')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(after).toBeFocused();
    const leave = inside.getByRole('button', { name: embedWords.en.leave });
    expect(
      await leave.evaluate((button) => [...document.querySelectorAll('a, button, input')].at(-1) === button),
    ).toBe(true);
    await leave.press('Enter');
    await expect(page.locator('iframe + span')).toBeFocused();
  });

  test('sets no cookie, keeps nothing, and asks the server for nothing but its own files', async ({
    page,
    context,
    baseURL,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const inside = await opensHost(page, baseURL, addressOf(lab.id));
    await inside.getByRole('button', { name: show.lab }).click();
    const box = inside.getByRole('figure', { name: lab.caption.en });
    await expect(box).toHaveAttribute('data-live');
    await box.getByRole('button', { name: wordsOf('en').lab.transport.step, exact: true }).click();
    expect(await context.cookies()).toEqual([]);
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
    const kept = await page
      .frames()
      .find((frame) => frame.url().includes('/embed/'))
      ?.evaluate(() => {
        try {
          return localStorage.length + sessionStorage.length;
        } catch {
          return 0;
        }
      });
    expect(kept).toBe(0);
  });

  test('breaks no rule of its page’s policy', async ({ page, baseURL }) => {
    const told: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|violat/i.test(message.text())) told.push(message.text());
    });
    const inside = await opensHost(page, baseURL, addressOf(figure.id, 'locale=zh&theme=dark'));
    await inside.getByRole('button', { name: embedWords.zh.show.figure }).click();
    await expect(inside.getByRole('figure')).toHaveAttribute('data-live');
    expect(told).toEqual([]);
  });
});

test.describe('Who may frame what', () => {
  test('anybody a widget, nobody but this site any other page', async ({ request }) => {
    const headersOf = async (address: string) => (await request.get(address)).headers();
    const widget = await headersOf(addressOf(figure.id));
    expect(widget['content-security-policy']).toContain('frame-ancestors *');
    expect(widget['x-frame-options']).toBeUndefined();
    expect(widget['set-cookie']).toBeUndefined();
    for (const address of ['/en', '/en/play', `/en/lab/${content.slug}--${lab.id}`, '/en/nowhere']) {
      const headers = await headersOf(address);
      expect(headers['content-security-policy'], address).toContain("frame-ancestors 'self'");
      expect(headers['x-frame-options'], address).toBe('SAMEORIGIN');
    }
  });

  test('a page of the site stays empty in a frame of another site', async ({ page, baseURL }) => {
    const inside = await opensHost(page, baseURL, '/en/play');
    await page.waitForLoadState('load');
    await expect(inside.getByRole('main')).toHaveCount(0);
  });
});

test('A page with a widget says where oEmbed is found, and what is told there shows the widget', async ({
  request,
}) => {
  const linkIn = async (address: string) => {
    const text = await (await request.get(address)).text();
    return /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(text)?.[1];
  };
  const lone = `/en/lab/${content.slug}--${lab.id}`;
  for (const address of [lone, `/zh/learn/${content.slug}`, '/en/play']) {
    const answer = await request.get((await linkIn(address))?.replaceAll('&amp;', '&') ?? '');
    expect(answer.status(), address).toBe(200);
    const { html } = await answer.json();
    const src = /src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await (await request.get(src)).text(), src).toContain('data-embed');
  }
  expect(await linkIn('/en')).toBeUndefined();
});

test.describe('A widget’s parameters', () => {
  test('language and theme are what the address says', async ({ page }) => {
    for (const locale of locales) {
      await page.goto(addressOf(figure.id, `locale=${locale}&theme=dark`));
      await expect(page.locator('html')).toHaveAttribute('lang', wordsOf(locale).site.htmlLang);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await expect(page.getByRole('button', { name: embedWords[locale].show.figure })).toBeVisible();
    }
  });

  for (const locale of locales) {
    test.describe(`of a reader who reads ${locale}`, () => {
      test.use({ locale: browserLanguage[locale], colorScheme: 'dark' });

      test(`without any it speaks ${locale} and follows the page around it`, async ({ page }) => {
        await page.goto(`/embed/${content.slug}/${figure.id}`);
        await expect(page.locator('html')).toHaveAttribute('lang', wordsOf(locale).site.htmlLang);
        await expect(page.locator('html')).not.toHaveAttribute('data-theme');
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
          'dark',
        );
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
          'rgba(0, 0, 0, 0)',
        );
      });
    });
  }

  test('a widget that is not there is the page for an address without one', async ({ request }) => {
    for (const address of ['/embed/nowhere/nothing', `/embed/${content.slug}/nothing`, '/embed', '/embed/x'])
      expect((await request.get(address)).status(), address).toBe(404);
  });
});

test('A widget reflows at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const [id, button] of [
    [figure.id, show.figure],
    [lab.id, show.lab],
    ['who-comes-back', show.prediction],
  ] as const) {
    await page.goto(addressOf(id));
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('figure')).toHaveAttribute('data-live');
    const over = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(over, id).toBeLessThanOrEqual(0);
  }
});

test('A widget on a phone shows the network by keys alone, whose script comes only then; axe finds no fault', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.add(response.url());
  });
  await page.goto(addressOf(figure.id));
  await page.getByRole('button', { name: show.figure }).press('Enter');
  await expect(page.getByRole('figure')).toHaveAttribute('data-live');
  const before = scripts.size;
  await page.getByRole('tab', { name: wordsOf('en').lab.tabs.scene, exact: true }).press('End');
  const view = page.getByRole('region', { name: networkWords.en.label, exact: true });
  const said = view.locator('[data-sentence]');
  await expect(said).toBeVisible();
  expect(scripts.size).toBeGreaterThan(before);
  await view.press('End');
  await expect(said).toHaveAttribute('data-sentence', /^answered/);
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await view.getByRole('button', { name: networkWords.en.close, exact: true }).press('Enter');
  await expect(view).toHaveCount(0);
  await expect(page.getByRole('figure')).toBeFocused();
});

test('The code of the share dialog shows the moment that was shared, and the network with its packet', async ({
  page,
}) => {
  await page.goto(`/en/lab/${content.slug}--${figure.id}`);
  const box = page.getByRole('figure', { name: figure.caption.en });
  await expect(box).toHaveAttribute('data-live');
  const time = (within: typeof box) => within.getByRole('slider', { name: wordsOf('en').lab.score.label });
  await box.getByRole('button', { name: wordsOf('en').lab.transport.step, exact: true }).click();
  await expect.poll(() => time(box).getAttribute('aria-valuenow')).not.toBe('11.5');
  const shown = await time(box).getAttribute('aria-valuenow');
  await box.getByRole('button', { name: shellWords.en.network, exact: true }).press('Enter');
  const network = page.getByRole('region', { name: networkWords.en.label, exact: true });
  await network.press('ArrowRight');
  const said = await network.locator('[data-sentence]').textContent();
  await page.getByRole('button', { name: shareWords.en.open, exact: true }).click();
  const code = await page.getByRole('textbox', { name: shareWords.en.frame }).inputValue();
  const src = /src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '';
  await page.goto(src);
  await page.getByRole('button', { name: show.figure }).click();
  await expect.poll(() => time(page.getByRole('figure')).getAttribute('aria-valuenow')).toBe(shown);
  await expect(network.locator('[data-sentence]')).toHaveText(said ?? '');
});
