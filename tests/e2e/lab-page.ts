import { expect, type Locator, type Page } from '@playwright/test';
import { sceneWords } from '@/app/_ui/cluster/scene-words';
import { inspectorWords } from '@/app/_ui/lab/inspector-words';
import { shareWords } from '@/app/_ui/lab/share-words';
import { templateOf } from '@/app/_ui/lab/state-words';
import { labWords, shortName } from '@/app/_ui/lab/words';
import { terminalWords } from '@/app/_ui/terminal/words';
import type { HandId } from '@/lib/lab/hands';
import type { Scenario } from '@/lib/lab/scenario';
import type { Sentence } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { Figure } from './figure';
import { Keyboard } from './keyboard';
import { escaped } from './said';

/** Objects of a scene that an arrow key may have to pass to come to the next of a kind. */
const mostOnTheWay = 12;

/** A sentence of the model as it is drawn, with all that it names: before a Pod's name may stand its mark. */
export function drawn(locale: Locale, sentence: Sentence): RegExp {
  const words = labWords[locale];
  const parts = templateOf(words, sentence)
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return escaped(part).replaceAll(' ', '\\s*');
      if (name === 'subject' || name === 'object') return `\\s*\\d*\\s*${escaped(shortName(sentence[name]))}`;
      return name === 'state' ? '.+' : escaped(String(sentence[name as 'count' | 'of']));
    });
  return new RegExp(`^\\s*${parts.join('')}\\s*$`);
}

/** A lab on the whole screen, in the hands of a reader with a keyboard alone. */
export class LabPage extends Figure {
  readonly keys: Keyboard;
  readonly inspector = inspectorWords[this.locale];
  readonly terminal = terminalWords[this.locale];
  readonly share = shareWords[this.locale];
  readonly prompt: Locator;
  readonly log: Locator;
  readonly panel: Locator;
  readonly scene: Locator;

  constructor(page: Page, locale: Locale, scenario: Pick<Scenario, 'caption'>) {
    super(page, locale, scenario);
    this.keys = new Keyboard(page);
    this.prompt = this.box.getByRole('combobox', { name: this.terminal.field });
    this.log = this.box.getByRole('log', { name: this.terminal.log });
    this.panel = this.box.getByRole('tabpanel');
    const group = (name: string) => this.box.getByRole('group', { name, exact: true });
    this.scene = group(this.words.scene.label).or(group(sceneWords[locale].label));
  }

  async says(sentence: Sentence) {
    const line = this.box.locator('p:not([role=status])').filter({ hasText: drawn(this.locale, sentence) });
    await expect(line.first()).toBeVisible();
  }

  /** Presses a key on a control that Tab or the arrows lead to. */
  async on(control: Locator, key = 'Enter') {
    await control.focus();
    await expect(control).toBeFocused();
    await this.keys.press(key);
  }

  async isAt(seconds: number) {
    await expect(this.time).toHaveAttribute('aria-valuenow', String(seconds));
  }

  object = (key: string): Locator => this.scene.locator(`[data-key="${key}"]`);
  hand = (id: HandId): Locator => this.box.locator(`[data-hand="${id}"]`);
  tab = (name: keyof typeof this.inspector.tabs): Locator =>
    this.box.getByRole('tab', { name: new RegExp(`^${escaped(this.inspector.tabs[name])}`) });

  private focusedKey = (): Promise<string | null | undefined> =>
    this.page.evaluate(() => document.activeElement?.getAttribute('data-key'));

  /** Walks the scene by arrows until an object of a kind has the focus; returns its key. */
  async walkTo(kind: string): Promise<string> {
    await this.scene.locator('[tabindex="0"]').focus();
    for (const arrow of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) {
      for (let pressed = 0; pressed < mostOnTheWay; pressed++) {
        const key = await this.focusedKey();
        if (key?.startsWith(`${kind}/`)) return key;
        await this.keys.press(arrow);
      }
    }
    throw new Error(`the arrows lead to no ${kind}`);
  }

  /** Selects an object of a kind in the scene, if it is not selected already. */
  async selects(kind: string): Promise<string> {
    const key = await this.walkTo(kind);
    await this.keys.isSeen();
    if ((await this.object(key).getAttribute('aria-pressed')) !== 'true') await this.keys.press('Enter');
    await expect(this.object(key)).toHaveAttribute('aria-pressed', 'true');
    return key;
  }

  /** Writes a line at the prompt and runs it. */
  async runs(line: string) {
    await this.prompt.focus();
    await this.page.keyboard.type(line);
    await this.keys.press('Enter');
  }

  /** Runs a line that comes back at once. */
  async types(line: string) {
    await this.runs(line);
    await expect(this.log).toContainText(line);
  }
}
