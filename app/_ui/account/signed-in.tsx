'use client';

import { useEffect, useRef, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { forgetLearner } from '@/app/_ui/kit/call-api';
import { forgetProgress } from '@/app/_ui/lesson/progress-store';
import { forgetHere, keptHere } from '@/app/_ui/review/kept-here';
import type { AccountView } from '@/lib/account/public';
import type { Locale } from '@/lib/text';
import styles from './account.module.css';
import { accountApi } from './account-api';
import { AccountForm } from './account-form';
import { accountEvent } from './account-store';
import { classNames } from './doors';
import { NewPasswordField, PasswordField } from './field';
import type { AccountWords } from './words';

interface SignedInProps {
  readonly locale: Locale;
  readonly words: AccountWords;
  readonly view: AccountView;
  /** The reader has signed in on this page: then the heading takes the focus. */
  readonly isNews: boolean;
}

/** Tells the page that somebody else may sit here now. */
const tell = () => window.dispatchEvent(new Event(accountEvent));

/** Who is signed in, and what can be done about it. */
export function SignedIn({ locale, words, view, isNews }: SignedInProps) {
  const say = words.signedIn;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNews) heading.current?.focus();
  }, [isNews]);
  return (
    <div className={styles.signedIn}>
      <div>
        <section>
          <h2 ref={heading} tabIndex={-1}>
            {fill(say.as, { name: view.name ?? '' })}
          </h2>
          <p>{fill(say.here, { email: view.email ?? '' })}</p>
          {(view.classes ?? []).length > 0 && (
            <p>{fill(say.classes, { classes: classNames(words, view) })}</p>
          )}
          <SignOut locale={locale} words={words} />
        </section>
        <OtherBrowsers locale={locale} words={words} number={view.otherSessions ?? 0} />
        <section>
          <p>{say.everything}</p>
          <p>
            <a href={`/${locale}/progress`}>{say.everythingLink}</a>
          </p>
        </section>
      </div>
      <ChangePassword locale={locale} words={words} email={view.email ?? ''} />
    </div>
  );
}

interface PartProps {
  readonly locale: Locale;
  readonly words: AccountWords;
}

/** Answers that wait in this browser are the learner's: who signs out is told of them first. */
function SignOut({ locale, words }: PartProps) {
  const say = words.signedIn;
  const [unsent, setUnsent] = useState(0);
  const [failed, setFailed] = useState<string>();
  const leave = async () => {
    const waiting = keptHere().answers;
    if (waiting > 0 && unsent === 0) return setUnsent(waiting);
    const done = await accountApi.signOut(locale);
    if (!done.ok) return setFailed(done.message ?? words.form.failed);
    forgetHere();
    forgetProgress();
    forgetLearner();
    tell();
  };
  return (
    <>
      <div aria-live="assertive">
        {(failed !== undefined || unsent > 0) && (
          <p className={styles.refusal}>
            {failed ?? (unsent === 1 ? say.unsentOne : fill(say.unsent, { n: unsent }))}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <a className={styles.primary} href={`/${locale}`}>
          {say.goOn}
        </a>
        <button type="button" className={styles.secondary} onClick={() => void leave()}>
          {unsent > 0 ? say.signOutAll : say.signOut}
        </button>
      </div>
    </>
  );
}

function ChangePassword({ locale, words, email }: PartProps & { readonly email: string }) {
  const { form, signedIn: say } = words;
  const [changed, setChanged] = useState(false);
  return (
    <div>
      <AccountForm
        title={say.change}
        action={say.changeDo}
        words={form}
        send={(typed) => {
          setChanged(false);
          return accountApi.changePassword(locale, {
            currentPassword: String(typed.get('current-password')),
            newPassword: String(typed.get('new-password')),
          });
        }}
        onDone={(sent) => {
          sent.reset();
          setChanged(true);
          tell();
        }}
      >
        {({ because, refused }) => (
          <>
            <p className={styles.hint}>{say.changeHint}</p>
            <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
            <PasswordField
              words={form}
              name="current-password"
              label={say.current}
              autoComplete="current-password"
              because={because}
              refused={refused('current-password')}
            />
            <NewPasswordField words={form} because={because} refused={refused('new-password')} />
          </>
        )}
      </AccountForm>
      <p className={styles.done} role="status">
        {changed ? say.changed : ''}
      </p>
    </div>
  );
}

function OtherBrowsers({ locale, words, number }: PartProps & { readonly number: number }) {
  const say = words.signedIn;
  const [failed, setFailed] = useState<string>();
  const end = async () => {
    const done = await accountApi.endOthers(locale);
    setFailed(done.ok ? undefined : (done.message ?? words.form.failed));
    tell();
  };
  const said =
    number === 0 ? say.noOthers : number === 1 ? say.oneOther : fill(say.someOthers, { n: number });
  return (
    <section>
      <h2>{say.others}</h2>
      <p role="status">{said}</p>
      {failed !== undefined && <p className={styles.refusal}>{failed}</p>}
      {number > 0 && (
        <button type="button" className={styles.secondary} onClick={() => void end()}>
          {say.endOthers}
        </button>
      )}
    </section>
  );
}
