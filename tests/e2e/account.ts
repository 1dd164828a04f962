import { expect, type Page } from '@playwright/test';
import { accountWords } from '@/app/_ui/account/words';
import { fill } from '@/app/_ui/fill';
import type { Locale } from '@/lib/text';
import { wordsOf } from './said';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The page of sign-in as a reader sees it. */
export class AccountPage {
  readonly words;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {
    this.words = accountWords[locale];
  }

  open = (query = '') => this.page.goto(`/${this.locale}/sign-in${query}`);

  form = (name: string) => this.page.getByRole('form', { name, exact: true });

  async signsUp({ name, email, password }: Person) {
    const { form: say } = this.words;
    const form = this.form(say.signUp);
    await form.getByLabel(say.name, { exact: true }).fill(name);
    await form.getByLabel(say.email, { exact: true }).fill(email);
    await form.getByLabel(say.newPassword, { exact: true }).fill(password);
    await form.getByRole('button', { name: say.signUpDo, exact: true }).click();
  }

  async signsIn({ email, password }: Person) {
    const { form: say } = this.words;
    const form = this.form(say.signIn);
    await form.getByLabel(say.email, { exact: true }).fill(email);
    await form.getByLabel(say.password, { exact: true }).fill(password);
    await form.getByRole('button', { name: say.signIn, exact: true }).click();
  }

  /** The page says who is signed in, and so does the header. */
  async isSignedIn({ name }: Person) {
    const said = fill(this.words.signedIn.as, { name });
    await expect(this.page.getByRole('heading', { name: said, exact: true })).toBeFocused();
    await isNamedInHeader(this.page, this.locale, name);
  }
}

/** The header names the account, or offers to sign in. */
export async function isNamedInHeader(page: Page, locale: Locale, name: string | undefined) {
  const { signIn } = wordsOf(locale).site.header;
  await expect(page.getByRole('banner').getByRole('link', { name: name ?? signIn })).toBeVisible();
}
