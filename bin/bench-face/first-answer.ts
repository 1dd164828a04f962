import { labWords } from '../../app/_ui/lab/words';
import type { Site } from './site';

/** How many times slower the page's thread is made, and how long it may take, ms. */
export const slowedBy = 4;
const limitMs = 120_000;

export interface FirstAnswer {
  /** All from the beginning of navigation, ms: something is drawn; a figure takes clicks; a click has changed what it says. */
  readonly paintedMs: number;
  readonly aliveMs: number;
  readonly answeredMs: number;
}

/**
 * A reader who comes for the first time and clicks "step forward" in the first figure that has a player, as soon as it takes
 * clicks. Runs in the page, so that no message between processes is measured.
 */
function clickAndWait(words: { readonly step: string; readonly time: string }) {
  const told = window as { firstAnswer?: FirstAnswer };
  const look = () => {
    const button = document.querySelector<HTMLElement>(
      `figure[data-live] button[aria-label="${words.step}"]`,
    );
    const time = button?.closest('figure')?.querySelector(`[role=slider][aria-label="${words.time}"]`);
    if (!button || !time) return requestAnimationFrame(look);
    const aliveMs = performance.now();
    const before = time.getAttribute('aria-valuenow');
    button.scrollIntoView({ block: 'center' });
    button.click();
    const wait = () => {
      const now = button.closest('figure')?.querySelector(`[role=slider][aria-label="${words.time}"]`);
      if (now?.getAttribute('aria-valuenow') === before) return requestAnimationFrame(wait);
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      told.firstAnswer = {
        paintedMs: paint?.startTime ?? Number.NaN,
        aliveMs,
        answeredMs: performance.now(),
      };
      return 0;
    };
    return wait();
  };
  requestAnimationFrame(look);
}

/** Opens a page in an empty browser whose page thread is slowed, and uses its first figure. */
export async function firstAnswer({ browser, address }: Site, path: string): Promise<FirstAnswer> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const chromium = await context.newCDPSession(page);
    await chromium.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
    const { transport, score } = labWords.en;
    await page.addInitScript(clickAndWait, { step: transport.step, time: score.label });
    await page.goto(`${address}${path}`, { waitUntil: 'commit' });
    const told = await page.waitForFunction(
      () => (window as { firstAnswer?: FirstAnswer }).firstAnswer,
      undefined,
      { timeout: limitMs },
    );
    return (await told.jsonValue()) as FirstAnswer;
  } finally {
    await context.close();
  }
}
