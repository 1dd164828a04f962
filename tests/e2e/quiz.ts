import { expect, type Locator, type Page } from '@playwright/test';
import { hasChoices, type Item } from '@/lib/quiz/item';
import type { ItemState } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { choicesOf, plain } from './content';
import { pattern, wordsOf } from './said';

/** The quiz of a lesson as a reader sees it. Looks and waits; what answers is the mouse or the keyboard. */
export class Quiz {
  readonly box: Locator;
  readonly words;

  constructor(
    page: Page,
    readonly locale: Locale,
  ) {
    this.words = wordsOf(locale).quiz;
    this.box = page.getByRole('region', { name: this.words.quiz, exact: true });
  }

  button = (name: string) => this.box.getByRole('button', { name, exact: true });

  async asks(item: Item) {
    await expect(
      this.box.getByRole('heading', { name: plain(item.question[this.locale]), exact: true }),
    ).toBeVisible();
  }

  /** Where the wanted choices stand among the shuffled lines, from 0. */
  async placesOf(item: Item, isWanted: (choice: ReturnType<typeof choicesOf>[number]) => boolean) {
    await expect(this.lines(item)).toHaveCount(choicesOf(item).length);
    const lines = await this.lines(item).allInnerTexts();
    const wanted = choicesOf(item).filter(isWanted);
    return wanted.map(({ text }) => lines.findIndex((line) => line.includes(plain(text[this.locale]))));
  }

  lines = (item: Item) =>
    this.box
      .getByRole(item.kind === 'single' ? 'radiogroup' : 'group', {
        name: plain(item.question[this.locale]),
        exact: true,
      })
      .locator('label');

  choice = (item: Item, text: string) =>
    this.box.getByRole(item.kind === 'single' ? 'radio' : 'checkbox', { name: plain(text), exact: true });

  mark = (place: number, state: ItemState) =>
    this.box.getByRole('button', {
      name: pattern(this.words.mark, { n: place, state: this.words.states[state] }),
    });

  /** The steps of an order item, from the top. */
  rows = (item: Item) =>
    this.box
      .getByRole('list', { name: plain(item.question[this.locale]), exact: true })
      .getByRole('listitem');

  /** Where a step stands, from 0 at the top. */
  async rowOf(item: Item, step: string): Promise<number> {
    const place = (await this.rows(item).allInnerTexts()).findIndex((row) => row.includes(step));
    expect(place, `"${step}" is among the rows`).toBeGreaterThanOrEqual(0);
    return place;
  }

  async hasVerdict(verdict: string) {
    await expect(this.box.getByRole('heading', { name: verdict, exact: true })).toBeVisible();
  }

  /** Every choice's reason, and the explanation below them. */
  async givesReasons(item: Item) {
    const texts = hasChoices(item) ? item.choices.map(({ because }) => because) : [];
    for (const text of [...texts, item.explanation]) {
      await expect(this.box.getByText(plain(text[this.locale]), { exact: true })).toBeVisible();
    }
  }

  async isSaved() {
    await expect(this.box.getByText(this.words.saved, { exact: true })).toBeVisible();
  }
}
