'use client';

import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';
import styles from './account.module.css';
import type { AccountWords } from './words';

interface LabelProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The refusal that names this field. */
  readonly refused?: boolean | undefined;
  /** The id of the sentence of the refusal. */
  readonly because: string;
}

type FieldProps = LabelProps & InputHTMLAttributes<HTMLInputElement>;

/** A labelled field of a form, as a password manager reads it. */
export function Field({ label, hint, refused, because, ...rest }: FieldProps) {
  return (
    <Labelled {...{ label, hint, refused, because }}>{(named) => <input {...rest} {...named} />}</Labelled>
  );
}

type PasswordProps = Omit<FieldProps, 'type'> & { readonly words: AccountWords['form'] };

/** A password, which may be pasted and looked at. */
export function PasswordField({ words, label, hint, refused, because, ...rest }: PasswordProps) {
  const [shown, setShown] = useState(false);
  const turn = shown ? words.hide : words.show;
  return (
    <Labelled {...{ label, hint, refused, because }}>
      {(named) => (
        <div className={styles.secret}>
          <input
            {...rest}
            {...named}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
          />
          <button
            type="button"
            aria-label={`${turn}: ${label}`}
            aria-controls={named.id}
            onClick={() => setShown(!shown)}
          >
            {turn}
          </button>
        </div>
      )}
    </Labelled>
  );
}

type NewPasswordProps = Pick<PasswordProps, 'words' | 'because' | 'refused'>;

/** The password that an account is to have, with what it must be. */
export function NewPasswordField({ words, ...state }: NewPasswordProps) {
  return (
    <PasswordField
      {...{ ...state, words }}
      name="new-password"
      label={words.newPassword}
      hint={words.passwordHint}
      autoComplete="new-password"
      minLength={10}
      maxLength={128}
    />
  );
}

/** What ties an input to its label, its hint and its refusal. */
type Named = Pick<InputHTMLAttributes<HTMLInputElement>, 'required' | 'aria-invalid' | 'aria-describedby'> & {
  readonly id: string;
};

interface LabelledProps extends LabelProps {
  readonly children: (named: Named) => ReactNode;
}

function Labelled({ label, hint, refused, because, children }: LabelledProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, refused && because].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        required: true,
        'aria-invalid': refused || undefined,
        'aria-describedby': described || undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
