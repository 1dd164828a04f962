import { expect, test } from '@playwright/test';
import results from '../../recordings/results.json' with { type: 'json' };

const example = 'statefulset/ordered-create';
const world = 'network/vxlan-iptables';
const words = {
  en: {
    same: 'your browser made the same trace as the tests',
    missing: 'There is no recording of this name.',
    frames: 'Frames, in order of time',
  },
  zh: {
    same: '你的浏览器得到了与测试相同的轨迹',
    missing: '没有这个名字的录制。',
    frames: '各帧，按时间先后',
  },
} as const;

// The languages take turns.
test.describe('In en', () => {
  const locale = 'en' as const;

  test('the page of trust lists every recording with its result', async ({ page }) => {
    await page.goto(`/${locale}/truth`);
    const links = page.locator('main details a');
    await expect(links).toHaveCount(results.length);
    const named = await links.evaluateAll((all) =>
      all.map((a) => new URL((a as HTMLAnchorElement).href).search),
    );
    expect(named.sort()).toEqual(results.map(({ name }) => `?name=${name}`).sort());
    await expect(page.locator('main h3', { hasText: 'StatefulSet' }).first()).toBeVisible();
  });

  test('a recorded network is played here, frame by frame beside the recording', async ({ page }) => {
    await page.goto(`/${locale}/truth/recording?name=${world}`);
    await expect(page.getByText(words[locale].same)).toBeVisible();
    const { hash } = results.find(({ name }) => name === world) ?? { hash: 'none' };
    await expect(page.getByText(hash)).toBeVisible();
    const flow = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'service-far' }) });
    await expect(flow.getByText('pod-client$ app get http://10.96.0.21/')).toBeVisible();
    await expect(flow.getByRole('cell', { name: 'far from 10.244.1.2:EPHEMERAL' })).toHaveCount(2);
    const frames = flow.locator('details', { hasText: words[locale].frames });
    await frames.locator('summary').click();
    const tunnelled =
      'node-1/eth0: node-1/eth0 > node-2/eth0, 124 bytes: 192.168.0.11:HASH > 192.168.0.12:8472 UDP ttl 64';
    await expect(frames.getByRole('cell', { name: tunnelled })).toHaveCount(2);
    await expect(page.locator('[data-missing]')).toHaveCount(0);
  });
});

test.describe('In zh', () => {
  const locale = 'zh' as const;

  test('a recording is played here, and the trace is the one that the tests made', async ({ page }) => {
    await page.goto(`/${locale}/truth/recording?name=${example}`);
    await expect(page.getByRole('heading', { level: 1, name: example })).toBeVisible();
    await expect(page.getByText(words[locale].same)).toBeVisible();
    const { hash } = results.find(({ name }) => name === example) ?? { hash: 'none' };
    await expect(page.getByText(hash)).toBeVisible();
    await page.locator('main details summary').first().click();
    await expect(page.locator('main details pre').first()).toContainText('StatefulSet/');
  });

  test('a name without a recording says so, and leads back to the list', async ({ page }) => {
    await page.goto(`/${locale}/truth/recording?name=../../package`);
    await expect(page.getByText(words[locale].missing)).toBeVisible();
    await page.getByRole('main').getByRole('link').last().click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/truth$`));
  });
});

test('what kubectl printed keeps its columns', async ({ page }) => {
  await page.goto('/en/truth/recording?name=kubectl/daemonset');
  const head = page.getByRole('cell', { name: /^NAME +DESIRED/ }).first();
  await expect(head).toBeVisible();
  await expect(head).toHaveCSS('white-space', 'pre-wrap');
});
