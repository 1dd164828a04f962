import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { playerWords } from '@/app/_ui/lab/player-words';
import { packetWords } from '@/app/_ui/network/words';
import packets from '@/content/packets';
import type { PacketPath } from '@/lib/lab/packet-path';
import type { Locale } from '@/lib/text';
import { browserLanguage } from './said';

const { paths } = packets;
/** No exchange has more frames and ends than this. */
const mostStops = 80;
const named = (id: string) => paths.find((path) => path.id === id) as PacketPath;

/** The figure of a path's page, as a reader without a mouse uses it. */
class PacketPage {
  readonly figure;
  readonly words;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
    readonly path: PacketPath,
  ) {
    this.figure = page.getByRole('figure', { name: path.caption[locale] });
    this.words = packetWords[locale];
  }

  async open(query = '') {
    await this.page.goto(`/${this.locale}/packets/${this.path.id}${query}`);
    await expect(this.figure).toHaveAttribute('data-live');
  }

  button = (name: string) => this.figure.getByRole('button', { name, exact: true });
  hand = (id: string) => this.figure.locator(`button[data-hand="${id}"]`);

  /** What the sentence is about. */
  said = () => this.figure.locator('[data-sentence]').getAttribute('data-sentence');

  /** The sentence, and where the packet is: no two stops of an exchange share both. */
  stop = () =>
    this.figure
      .locator('[data-sentence]')
      .evaluate((p) => `${p.textContent} ${p.nextElementSibling?.textContent}`);

  async press(key: string) {
    await this.page.keyboard.press(key);
  }

  /** Goes on by a key until it goes no further; every stop on the way. */
  async walk(key: 'ArrowRight' | 'ArrowLeft'): Promise<readonly string[]> {
    const stops = [await this.stop()];
    for (let pressed = 0; pressed < mostStops; pressed++) {
      await this.press(key);
      const stop = await this.stop();
      if (stop === stops.at(-1)) return stops;
      stops.push(stop);
    }
    throw new Error(`${this.path.id} does not end within ${mostStops} steps`);
  }

  async toEnd() {
    await this.figure.focus();
    await this.press('End');
  }
}

for (const path of paths) {
  const locale = paths.indexOf(path) % 2 === 0 ? 'en' : 'zh';
  test(`${path.id} is walked by keys to its end, the answer with it, and back (${locale})`, async ({
    page,
  }) => {
    const on = new PacketPage(page, locale, path);
    await on.open();
    await on.figure.focus();
    const there = await on.walk('ArrowRight');
    // Where two ranges overlap, what comes back is an error.
    expect(await on.said()).toMatch(/^answered|^errorBack$/);
    const { out, back } = on.words.where;
    expect(there.some((stop) => stop.includes(out))).toBe(true);
    expect(there.some((stop) => stop.includes(back))).toBe(true);
    expect(new Set(there).size, 'no stop is like another').toBe(there.length);
    expect(await on.walk('ArrowLeft')).toEqual([...there].reverse());
  });
}

test('UDP 8472 blocked ends the packet in the tunnel, and only there', async ({ page }) => {
  const on = new PacketPage(page, 'en', named('across-nodes'));
  await on.open();
  await on.hand('block-8472').click();
  await expect(on.hand('block-8472')).toBeFocused();
  await on.toEnd();
  expect(await on.said()).toBe('droppedByRule');
  await expect(on.figure.getByText('8472').first()).toBeVisible();
  await on.figure.getByRole('radio', { name: 'host-gw' }).check();
  await on.toEnd();
  expect(await on.said(), 'without a tunnel nothing is blocked').toBe('answeredAsSent');
});

test('a wire that is cut is where the packet ends; the hand off, it arrives', async ({ page }) => {
  const on = new PacketPage(page, 'zh', named('pod-to-service'));
  await on.open();
  await on.hand('cut-wire').click();
  await on.toEnd();
  expect(await on.said()).not.toMatch(/^answered/);
  await on.hand('cut-wire').click();
  await on.toEnd();
  expect(await on.said()).toBe('answered');
});

test('any line can be sent; one that is not understood is refused in place', async ({ page }) => {
  const on = new PacketPage(page, 'en', named('pod-to-service'));
  await on.open();
  const line = on.figure.getByRole('textbox');
  await line.fill('curl http://far');
  await line.press('Enter');
  await expect(on.figure.getByRole('alert')).toContainText(on.words.send.refused);
  await expect(line).toHaveValue('curl http://far');
  await line.fill('ping -c1 10.244.2.2');
  await line.press('Enter');
  await on.toEnd();
  await expect(on.figure.getByText('1 received')).toBeVisible();
});

test('the frames are saved as a capture that begins as pcapng does', async ({ page }) => {
  const on = new PacketPage(page, 'en', named('across-nodes'));
  await on.open();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    on.button(on.words.hands.pcap).click(),
  ]);
  expect(download.suggestedFilename()).toBe('podium-across-nodes.pcapng');
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 4).toString('hex')).toBe('0a0d0d0a');
  expect(bytes.length).toBeGreaterThan(1_000);
});

test('a link brings another reader to the same network and the same line', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const on = new PacketPage(page, 'en', named('across-nodes'));
  await on.open();
  await on.figure.getByRole('radio', { name: 'nftables' }).check();
  await on.hand('block-8472').click();
  await on.button(on.words.hands.copy).click();
  await expect(on.figure.getByText(on.words.hands.copied)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await on.open(new URL(link).search);
  await expect(on.figure.getByRole('radio', { name: 'nftables' })).toBeChecked();
  await expect(on.hand('block-8472')).toHaveAttribute('aria-pressed', 'true');
});

// The languages take turns.
test.describe('Pages of packets, en', () => {
  const locale = 'en' satisfies Locale;
  test.use({ locale: browserLanguage[locale] });

  test('every way is listed with its question, and leads on', async ({ page }) => {
    await page.goto(`/${locale}/packets`);
    for (const path of paths)
      await expect(page.getByRole('link', { name: path.title[locale], exact: true })).toBeVisible();
    await page.getByRole('link', { name: paths[0]?.title[locale] ?? '', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: paths[0]?.title[locale] ?? '' })).toBeVisible();
  });

  test('axe finds no violation on the list and on a figure in the tunnel', async ({ page }) => {
    const standard = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
    const clean = async () => {
      const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
      const told = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
      expect(told, page.url()).toEqual([]);
    };
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`/${locale}/packets`);
    await clean();
    const on = new PacketPage(page, locale, named('pod-to-service'));
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await on.open();
    await on.figure.focus();
    for (let at = 0; at < 4; at++) await on.press('ArrowRight');
    await on.press('?');
    await clean();
  });
});

test.describe('Pages of packets, zh', () => {
  const locale = 'zh' satisfies Locale;
  test.use({ locale: browserLanguage[locale] });

  test('on a phone nothing scrolls sideways, and the sentence comes before what is set up', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const on = new PacketPage(page, locale, named('pod-to-service'));
    await on.open();
    await on.figure.focus();
    for (let at = 0; at < 4; at++) await on.press('ArrowRight');
    for (const panel of Object.values(on.words.panels).slice(1)) {
      await on.figure.getByRole('tab', { name: panel, exact: true }).click();
      for (const width of [360, 390]) {
        await page.setViewportSize({ width, height: 844 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${panel} at ${width} px`).toBe(width);
      }
    }
    await expect(on.figure.getByRole('textbox')).toBeHidden();
    await on.figure.locator('[data-sentence]').scrollIntoViewIfNeeded();
    await expect(on.button(playerWords[locale].play)).toBeInViewport();
  });
});

test.describe('Without JavaScript, zh', () => {
  const locale = 'zh' satisfies Locale;
  test.use({ javaScriptEnabled: false, locale: browserLanguage[locale] });

  test('a path stands still with its sentence, its drawing and every hop', async ({ page }) => {
    const path = named('pod-to-service');
    await page.goto(`/${locale}/packets/${path.id}`);
    const still = page.locator('noscript figure');
    await expect(still.locator('figcaption')).toContainText(path.caption[locale]);
    await expect(still.locator('svg:visible').first()).toBeVisible();
    await expect(still.getByText(packetWords[locale].figure.still)).toBeVisible();
    expect(await still.locator('ol ul li').count()).toBeGreaterThan(15);
    await expect(page.locator('figure:visible')).toHaveCount(1);
  });
});
