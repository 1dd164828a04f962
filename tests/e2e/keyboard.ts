import { expect, type Locator, type Page } from '@playwright/test';

/** No page has more stops than this. */
const mostStops = 400;

interface Stop {
  readonly name: string;
  /**
   * An outline is drawn on what has the focus, or on what is drawn for it: the words beside a hidden input; or of a field in a
   * text, a bar before its line.
   */
  readonly isShown: boolean;
}

/** What has the focus, or undefined when nothing has. Runs in the page. */
function stopInPage(): Stop | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body || element === document.documentElement) return undefined;
  const isDrawn = (one: Element | null) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    const { width, height } = one.getBoundingClientRect();
    const hasLine = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    return hasLine && outlineColor !== 'rgba(0, 0, 0, 0)' && width > 1 && height > 1;
  };
  const hasBar = (one: Element | null) => {
    if (one === null) return false;
    const { content, width, backgroundColor } = getComputedStyle(one, '::before');
    return content !== 'none' && Number.parseFloat(width) > 1 && backgroundColor !== 'rgba(0, 0, 0, 0)';
  };
  const label = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60) ?? '';
  const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
  const drawn = [element, element.nextElementSibling, element.closest('label')];
  return {
    name: `${role} "${label}"`,
    isShown: drawn.some(isDrawn) || (element.matches('input') && hasBar(element.closest('div'))),
  };
}

/** A reader without a mouse: keys go to what has the focus, and each stop on the way must be seen. */
export class Keyboard {
  constructor(readonly page: Page) {}

  press = (key: string, times = 1) =>
    Array.from({ length: times }).reduce<Promise<void>>(
      (before) => before.then(() => this.page.keyboard.press(key)),
      Promise.resolve(),
    );

  stop = (): Promise<Stop | undefined> => this.page.evaluate(stopInPage);

  /** What has the focus shows it. */
  async isSeen() {
    const stop = await this.stop();
    expect(stop, 'something has the focus').toBeDefined();
    expect(stop?.isShown, `${stop?.name} shows that it has the focus`).toBe(true);
  }

  /** Goes on by Tab, or back by Shift+Tab, until the focus is in `target`. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
    await target.waitFor();
    // To look a target up by its name takes longer than to press a key: once is enough.
    const wanted = await target.elementHandle();
    const passed: string[] = [];
    for (let stops = 0; stops < mostStops; stops++) {
      await this.press(key);
      const stop = await this.stop();
      if (stop === undefined) continue;
      expect(stop.isShown, `${stop.name} shows that it has the focus`).toBe(true);
      if (await wanted?.evaluate((element) => element.contains(document.activeElement))) return;
      passed.push(stop.name);
    }
    throw new Error(`${key} does not lead to ${target}; the last stops: ${passed.slice(-8).join(', ')}`);
  }

  /** Goes by Tab from a stop round to it again, or to the browser's own: no stop holds the focus, each is seen. Gives their names. */
  async walk(from: Locator): Promise<readonly string[]> {
    await this.tabTo(from);
    const begin = await from.elementHandle();
    const passed: string[] = [];
    for (;;) {
      await this.press('Tab');
      const stop = await this.stop();
      if (stop === undefined || (await begin?.evaluate((one) => one === document.activeElement)))
        return passed;
      expect(stop.isShown, `${stop.name} shows that it has the focus`).toBe(true);
      passed.push(stop.name);
      const last = passed.slice(-5).join(', ');
      expect(passed.length, `the end is reached; the last stops: ${last}`).toBeLessThan(mostStops);
    }
  }

  /** Goes down an open menu, which has the focus, to an entry. */
  async downTo(entry: Locator) {
    const isThere = () => entry.evaluate((element) => element === document.activeElement);
    const entries = await this.page.getByRole('menuitem').count();
    for (let pressed = 0; pressed < entries && !(await isThere()); pressed++) {
      await this.press('ArrowDown');
      await this.isSeen();
    }
    await expect(entry).toBeFocused();
  }

  /** Goes to a button or link and presses it. */
  async use(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
    await this.tabTo(target, key);
    await this.press('Enter');
  }
}
