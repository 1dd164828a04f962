'use client';

import { fill } from '@/app/_ui/fill';
import { forgetHere } from '@/app/_ui/review/kept-here';
import type { AccountView } from '@/lib/account/public';
import type { Locale } from '@/lib/text';
import styles from './account.module.css';
import { accountApi, type Done } from './account-api';
import { AccountForm } from './account-form';
import { Field, NewPasswordField, PasswordField } from './field';
import type { AccountWords } from './words';

interface DoorsProps {
  readonly locale: Locale;
  readonly words: AccountWords;
  readonly view: AccountView;
  readonly onDone: () => void;
}

const text = (typed: FormData, field: string): string => String(typed.get(field) ?? '');

const bringClass = (typed: FormData) => ({ bringClass: typed.get('class') === 'bring' });

/** Once in: what waits here to be sent and was somebody else's of a class is never sent in the name of the account. */
async function leaving(typed: FormData, sent: Promise<Done>): Promise<Done> {
  const done = await sent;
  if (done.ok && typed.get('class') === 'leave') forgetHere();
  return done;
}

/** The two ways in: with an account, and to make one. */
export function Doors({ locale, words, view, onDone }: DoorsProps) {
  const { form } = words;
  const email = {
    type: 'email',
    autoComplete: 'username',
    autoCapitalize: 'none',
    spellCheck: false,
  } as const;
  return (
    <div className={styles.doors}>
      <AccountForm
        title={form.signIn}
        action={form.signIn}
        words={form}
        send={(typed) =>
          leaving(
            typed,
            accountApi.signIn(locale, {
              email: text(typed, 'email'),
              password: text(typed, 'password'),
              ...bringClass(typed),
            }),
          )
        }
        onDone={onDone}
      >
        {({ because, refused }) => (
          <>
            <Field {...email} name="email" label={form.email} because={because} refused={refused('email')} />
            <PasswordField
              words={form}
              name="password"
              label={form.password}
              autoComplete="current-password"
              because={because}
            />
            <Coming words={words} view={view} />
          </>
        )}
      </AccountForm>
      <AccountForm
        title={form.signUp}
        action={form.signUpDo}
        words={form}
        send={(typed) =>
          leaving(
            typed,
            accountApi.signUp(locale, {
              name: text(typed, 'name'),
              email: text(typed, 'email'),
              password: text(typed, 'new-password'),
              ...bringClass(typed),
            }),
          )
        }
        onDone={onDone}
      >
        {({ because, refused }) => (
          <>
            <Field
              name="name"
              label={form.name}
              hint={form.nameHint}
              autoComplete="name"
              maxLength={60}
              because={because}
              refused={refused('name')}
            />
            <Field
              {...email}
              name="email"
              label={form.email}
              hint={form.emailHint}
              because={because}
              refused={refused('email')}
            />
            <NewPasswordField words={form} because={because} refused={refused('new-password')} />
            <p className={styles.warning}>{form.noMail}</p>
            <Coming words={words} view={view} />
          </>
        )}
      </AccountForm>
    </div>
  );
}

/** `the class A as Ann, the class B as Bo`. */
export const classNames = (words: AccountWords, view: AccountView): string =>
  (view.classes ?? []).map((one) => fill(words.inClass.list, one)).join(words.inClass.and);

/** What of this browser goes into the account; what was done in a class is asked for, for another person may have sat here. */
function Coming({ words, view }: { readonly words: AccountWords; readonly view: AccountView }) {
  if (view.kind === 'anonymous') return <p className={styles.hint}>{words.form.comes}</p>;
  if (view.kind !== 'class') return null;
  const say = words.inClass;
  return (
    <fieldset className={styles.choice}>
      <legend>{fill(say.where, { classes: classNames(words, view) })}</legend>
      <label>
        <input type="radio" name="class" value="bring" required />
        <span>
          {say.bring}
          <small>{say.bringHint}</small>
        </span>
      </label>
      <label>
        <input type="radio" name="class" value="leave" required />
        <span>
          {say.leave}
          <small>{say.leaveHint}</small>
        </span>
      </label>
    </fieldset>
  );
}
