'use client';

import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from './account.module.css';
import type { Done } from './account-api';

/** Which field a refusal is about. */
const fieldOf: Readonly<Record<string, string>> = {
  'bad-name': 'name',
  'bad-email': 'email',
  'email-taken': 'email',
  'wrong-password': 'current-password',
  'password-too-short': 'new-password',
  'password-too-long': 'new-password',
  'password-too-common': 'new-password',
};

/** What the fields of a form need to know of the last refusal. */
export interface FormState {
  readonly because: string;
  readonly refused: (field: string) => boolean;
}

interface AccountFormProps {
  readonly title: string;
  readonly action: string;
  readonly words: { readonly working: string; readonly failed: string };
  /** Sends what was typed. Whoever draws the form goes on from `onDone`. */
  readonly send: (typed: FormData) => Promise<Done>;
  readonly onDone: (form: HTMLFormElement) => void;
  readonly children: (state: FormState) => ReactNode;
}

/** A form that is sent once at a time, says a refusal in place and leads to the field that it is about. Nothing typed is lost. */
export function AccountForm({ title, action, words, send, onDone, children }: AccountFormProps) {
  const id = useId();
  const sending = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly code?: string; readonly message: string }>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setRefusal(undefined);
    const form = event.currentTarget;
    const done = await send(new FormData(form));
    sending.current = false;
    setBusy(false);
    if (done.ok) return onDone(form);
    const { code, message } = done;
    setRefusal({ ...(code && { code }), message: message ?? words.failed });
    const field = form.elements.namedItem(fieldOf[code ?? ''] ?? '');
    if (field instanceof HTMLElement) field.focus();
  };
  const because = `${id}-because`;
  const state = { because, refused: (field: string) => fieldOf[refusal?.code ?? ''] === field };
  return (
    <form className={styles.form} aria-labelledby={id} method="post" onSubmit={submit}>
      <h2 id={id}>{title}</h2>
      {children(state)}
      <div aria-live="assertive">
        {refusal && (
          <p id={because} className={styles.refusal}>
            {refusal.message}
          </p>
        )}
      </div>
      <button type="submit" className={styles.primary} aria-disabled={busy || undefined}>
        {action}
      </button>
      <p className="unseen" aria-live="polite">
        {busy ? words.working : ''}
      </p>
    </form>
  );
}
