'use client';

import { type InputHTMLAttributes, useId, useState } from 'react';
import styles from './account.module.css';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The refusal that names this field. */
  readonly refused?: boolean | undefined;
  /** The id of the sentence of the refusal. */
  readonly because: string;
}

/** A labelled field of a form, as a password manager reads it. */
export function Field({ label, hint, refused, because, ...rest }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, refused && because].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        required
        aria-invalid={refused || undefined}
        aria-describedby={described || undefined}
      />
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface PasswordProps extends Omit<FieldProps, 'type'> {
  readonly show: string;
  readonly hide: string;
}

/** A password, which may be pasted and looked at. */
export function PasswordField({ show, hide, label, hint, refused, because, ...rest }: PasswordProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const described = [hint && `${id}-hint`, refused && because].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.secret}>
        <input
          {...rest}
          id={id}
          type={shown ? 'text' : 'password'}
          required
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={refused || undefined}
          aria-describedby={described || undefined}
        />
        <button
          type="button"
          aria-label={`${shown ? hide : show}: ${label}`}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {shown ? hide : show}
        </button>
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
