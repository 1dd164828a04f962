import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import type { Site } from './site';

/** A page is read down in steps of this, px, with a wait after each for what comes with it, ms. */
const readBy = 700;
const readEachMs = 150;

export interface Scripts {
  /** kB (1,000 bytes), each file gzipped: as the page opens at its top, and once it was read to its end. */
  readonly opened: number;
  readonly read: number;
  /** What of the latter runs in workers only. */
  readonly workers: number;
  readonly files: number;
}

/** Every script that a page loads while it is opened and read, its workers' too: by the browser's own log of the network. */
export async function scriptsOf({ browser, address }: Site, path: string): Promise<Scripts> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const loading = new Map<string, Promise<number>>();
  context.on('response', (response) => {
    if (isScript(response) && !loading.has(response.url())) loading.set(response.url(), gzipBytes(response));
  });
  try {
    const page = await context.newPage();
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    const atTop = new Set(loading.keys());
    await readDown(page);
    await page.waitForLoadState('networkidle');
    const sizes = new Map<string, number>();
    for (const [url, bytes] of loading) sizes.set(url, await bytes);
    const ofWorkers = await loadedByWorkers(page);
    const ofPage = await loadedByPage(page);
    const kB = (urls: Iterable<string>) =>
      [...urls].reduce((sum, url) => sum + (sizes.get(url) ?? 0), 0) / 1000;
    return {
      opened: kB(atTop),
      read: kB(sizes.keys()),
      workers: kB([...sizes.keys()].filter((url) => ofWorkers.has(url) && !ofPage.has(url))),
      files: sizes.size,
    };
  } finally {
    await context.close();
  }
}

const isScript = (response: Response): boolean =>
  response.status() === 200 && /javascript/.test(response.headers()['content-type'] ?? '');

const gzipBytes = async (response: Response): Promise<number> => gzipSync(await response.body()).length;

async function readDown(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += readBy) {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    await page.waitForTimeout(readEachMs);
  }
}

const loadedByPage = async (page: Page): Promise<ReadonlySet<string>> =>
  new Set(
    await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ initiatorType }) => initiatorType === 'script' || initiatorType === 'link')
        .map(({ name }) => name),
    ),
  );

async function loadedByWorkers(page: Page): Promise<ReadonlySet<string>> {
  const lists = await Promise.all(
    page
      .workers()
      .map((worker) =>
        worker.evaluate(() => [
          self.location.href.replace(/[#?].*$/, ''),
          ...performance.getEntriesByType('resource').map(({ name }) => name),
        ]),
      ),
  );
  return new Set(lists.flat());
}
