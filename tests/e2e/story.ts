import { expect, type Page } from '@playwright/test';
import type { Locale } from '@/lib/text';
import { item, lab } from './content';
import { wordsOf } from './said';

const single = item('five-to-two-to-four');
const multiple = item('what-stays-with-the-ordinal');
const order = item('three-to-one-in-order');

/** What a reader does in the lesson, by mouse or by keyboard, and what stays of it. */
export const story = {
  single,
  multiple,
  order,
  /** Three items and the lab; the sections that were read come on top. */
  provenSteps: 4,
  kept: {
    labs: [lab.id],
    items: { [multiple.id]: 'firstTry', [single.id]: 'later', [order.id]: 'firstTry' },
  },
  /** The goals of the lab that ask for this moment come to hold. */
  reachesGoals: async (page: Page, locale: Locale) => {
    const { task } = wordsOf(locale).lab;
    const [held = ''] = task.since.split('{seconds}');
    const box = page.getByRole('region', { name: lab.title[locale], exact: true });
    const goals = box.getByRole('list', { name: task.goals, exact: true }).getByRole('listitem');
    await expect(goals).toHaveCount(lab.goals.length);
    for (const { text, when } of lab.goals) {
      if (when === 'now') await expect(goals.filter({ hasText: text[locale] })).toContainText(held);
    }
  },
} as const;
