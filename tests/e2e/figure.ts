import { expect, type Locator, type Page } from '@playwright/test';
import { shellWords } from '@/app/_ui/lab/shell-words';
import type { Scenario } from '@/lib/lab/scenario';
import type { Sentence } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { content, plain, prediction, scenario } from './content';
import { escaped, podNamed, sentence, wordsOf } from './said';

/** A figure of a page as a reader finds it: by its caption. Looks and waits; what acts on it is the mouse or the keyboard. */
export class Figure {
  readonly box: Locator;
  readonly words;
  readonly time: Locator;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
    { caption }: Pick<Scenario, 'caption'>,
  ) {
    this.words = wordsOf(locale).lab;
    this.box = page.getByRole('figure', { name: caption[locale] });
    this.time = this.box.getByRole('slider', { name: this.words.score.label });
  }

  /** The page's script has taken the figure over. */
  async isAlive() {
    await expect(this.box).toHaveAttribute('data-live');
  }

  button = (name: string) => this.box.getByRole('button', { name, exact: true });

  segment = (group: string, name: string) =>
    this.box.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name, exact: true });

  menuItem = (name: string) => this.box.getByRole('menuitem', { name: new RegExp(`${name}$`) });

  pod = (name: string, state?: Parameters<typeof podNamed>[2]) =>
    this.box.getByRole('button', { name: podNamed(this.locale, name, state) });

  async saysSentence(key: Sentence['key'], values?: Parameters<typeof sentence>[2]) {
    const line = this.box.locator('p:not([role=status])').filter({
      hasText: sentence(this.locale, key, values),
    });
    await expect(line.first()).toBeVisible();
  }

  async seconds(): Promise<number> {
    return Number(await this.time.getAttribute('aria-valuenow'));
  }

  /** After `act` the shown moment is another one; returns it. */
  async secondsAfter(act: () => Promise<void>): Promise<number> {
    const before = await this.seconds();
    await act();
    await expect.poll(() => this.seconds(), 'the moment changes').not.toBe(before);
    return this.seconds();
  }

  /** Plays on from this moment by so much, in seconds of the model. */
  async passes(seconds: number) {
    const from = await this.seconds();
    await expect.poll(() => this.seconds(), 'the figure plays').toBeGreaterThan(from + seconds);
  }

  async isPaused() {
    await expect(this.button(this.words.transport.play)).toBeVisible();
  }
}

/** A question before a figure, with its choices. */
export class Predicting {
  readonly box: Locator;

  constructor(
    page: Page,
    readonly locale: Locale,
    readonly given: { readonly question: string; readonly choices: readonly string[] },
  ) {
    this.box = page.getByRole('group', { name: given.question, exact: true });
  }

  choice = (place: number) =>
    this.box.getByRole('radio', { name: new RegExp(`^${escaped(this.given.choices[place] ?? '')}`) });

  /** Chooses a line and says that it is the prediction. */
  async predicts(place: number) {
    await this.choice(place).check();
    await this.box.getByRole('button', { name: shellWords[this.locale].commit, exact: true }).click();
  }

  /** The lines beside the choices say which was predicted and which happened. */
  async says(predicted: number, happened: number) {
    const { yours, happened: word } = wordsOf(this.locale).lab.predict;
    const line = (place: number) =>
      this.box.locator('label').filter({ hasText: this.given.choices[place] ?? '' });
    await expect(line(happened).getByText(word, { exact: true })).toBeVisible();
    await expect(line(predicted).getByText(yours, { exact: true })).toBeVisible();
    await expect(this.box.getByText(word, { exact: true })).toHaveCount(1);
  }
}

/** A prediction of the lesson with its figure, and the place of the choice that happens. */
export function asRead(page: Page, locale: Locale, id: string) {
  const { question, choices, scenario: name } = prediction(id);
  const given = {
    question: plain(question[locale]),
    choices: choices.map(({ text }) => plain(text[locale])),
  };
  return {
    figure: new Figure(page, locale, scenario(name)),
    predicting: new Predicting(page, locale, given),
    happened: content.happened[id] as number,
  };
}
