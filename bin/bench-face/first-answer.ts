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

interface Words {
  readonly play: string;
  readonly skip: string;
  readonly time: string;
}

/**
 * A reader who comes for the first time and presses the first button that makes a figure go, as soon as it takes clicks: "skip,
 * and play" of a question, else "play". Runs in the page, so that no message between processes is measured.
 */
function clickAndWait(words: Words) {
  const told = window as { firstAnswer?: FirstAnswer };
  const shownBy = (figure: Element) =>
    figure.querySelector(`[role=slider][aria-label="${words.time}"]`)?.getAttribute('aria-valuenow');
  const firstButton = (figure: Element) => {
    const before = figure.previousElementSibling?.matches('fieldset') ? figure.previousElementSibling : null;
    const skip = [...(before?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent === words.skip,
    );
    return skip ?? figure.querySelector<HTMLElement>(`button[aria-label="${words.play}"]`);
  };
  const look = () => {
    const figure = document.querySelector('figure[data-live]');
    const button = figure && firstButton(figure);
    if (!figure || !button) return requestAnimationFrame(look);
    const aliveMs = performance.now();
    let before = shownBy(figure);
    button.scrollIntoView({ block: 'center' });
    button.click();
    const wait = () => {
      const now = shownBy(figure);
      before ??= now;
      if (now === before) return requestAnimationFrame(wait);
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const paintedMs = paint?.startTime ?? Number.NaN;
      told.firstAnswer = { paintedMs, aliveMs, answeredMs: performance.now() };
      return 0;
    };
    return wait();
  };
  requestAnimationFrame(look);
}

/** Opens a page in an empty browser whose page thread is slowed, and uses its first figure: one that is not empty. */
export async function firstAnswer({ browser, address }: Site, path: string): Promise<FirstAnswer> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const chromium = await context.newCDPSession(page);
    await chromium.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
    const { transport, predict, score } = labWords.en;
    const words: Words = { play: transport.play, skip: predict.skip, time: score.label };
    // tsx wraps each inner function with a call that keeps its name.
    await page.addInitScript('globalThis.__name = (one) => one');
    await page.addInitScript(clickAndWait, words);
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
