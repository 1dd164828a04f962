import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What is asked of every page. */
export const standard = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const widths = [390, 1280] as const;

/**
 * Lets the docked player go back to its place. While it is docked it lies over whatever stands at the lower edge of the
 * screen, until the reader scrolls on; axe looks at one moment, and would call a target small that is half covered then.
 */
const undock = (page: Page) =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('figure *'))
      if (getComputedStyle(element).position === 'sticky') element.style.position = 'static';
  });

type Look = readonly ['light' | 'dark', number];

/** Each page in both schemes: English on a light desk and a dark phone, Chinese the other way round. */
const looks = (page: Page): readonly Look[] =>
  page.url().includes('/zh')
    ? [
        ['light', widths[0]],
        ['dark', widths[1]],
      ]
    : [
        ['light', widths[1]],
        ['dark', widths[0]],
      ];

/** Holds the page as it stands against the standard, light and dark, or in one look alone. */
export async function hasNoViolations(page: Page, seen = looks(page)) {
  for (const [colorScheme, width] of seen) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await undock(page);
    const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
    expect(told, `${page.url()}, ${colorScheme}, ${width} px`).toEqual([]);
  }
}
