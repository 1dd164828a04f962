'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './class.module.css';
import type { AskedWords } from './words';

interface NotToldProps {
  readonly told: { readonly ok: false; readonly message?: string } | { readonly ok: undefined };
  readonly words: AskedWords;
  readonly again: () => void;
}

/** Instead of what was asked for: that it is on its way, or why it did not come. */
export function NotTold({ told, words, again }: NotToldProps) {
  if (told.ok === undefined) return <p className={styles.quiet}>{words.loading}</p>;
  return (
    <div className={styles.failed} role="alert">
      <p>{told.message ?? words.unreachable}</p>
      {told.message === undefined && <p>{words.kept}</p>}
      <button type="button" className={styles.button} onClick={again}>
        {words.again}
      </button>
    </div>
  );
}

/** Why something was not done; empty while there is nothing to say, so that it is read when it comes. */
export function Refused({ message }: { readonly message: string | undefined }) {
  return (
    <p className={styles.refused} role="alert">
      {message}
    </p>
  );
}

interface FieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly isCode?: boolean;
  readonly autoFocus?: boolean;
}

/** A field with its label above it. `isCode`: typed by letter, not by word. */
export function Field({ label, help, value, onChange, maxLength, isCode, autoFocus }: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {help && <p id={`${id}-help`}>{help}</p>}
      <input
        ref={input}
        id={id}
        className={isCode ? styles.codeInput : undefined}
        value={value}
        maxLength={maxLength}
        required
        autoComplete="off"
        autoCapitalize={isCode ? 'characters' : 'off'}
        spellCheck={false}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface SureProps {
  /** On the button that asks. */
  readonly label: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** Resolves with why it was not done. */
  readonly onYes: () => Promise<string | undefined>;
}

/** A button that asks once before it does something for good; the focus goes to the question and back. */
export function Sure({ label, question, yes, no, onYes }: SureProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'busy'>('idle');
  const [message, setMessage] = useState<string>();
  const box = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (state === 'asking') box.current?.focus();
    if (state === 'idle' && wasAsking.current) opener.current?.focus();
    wasAsking.current = state !== 'idle';
  }, [state]);
  if (state === 'idle')
    return (
      <button ref={opener} type="button" className={styles.button} onClick={() => setState('asking')}>
        {label}
      </button>
    );
  const confirm = async () => {
    setState('busy');
    setMessage(await onYes());
    setState('asking');
  };
  return (
    <fieldset
      ref={box}
      className={styles.sure}
      tabIndex={-1}
      aria-label={question}
      onKeyDown={(event) => event.key === 'Escape' && setState('idle')}
    >
      <p>{question}</p>
      <Refused message={message} />
      <div className={styles.row}>
        <button type="button" className={styles.primary} disabled={state === 'busy'} onClick={confirm}>
          {yes}
        </button>
        <button type="button" className={styles.button} onClick={() => setState('idle')}>
          {no}
        </button>
      </div>
    </fieldset>
  );
}

/** A button that copies a text and says so. */
export function Copy({
  text,
  label,
  done,
}: {
  readonly text: string;
  readonly label: string;
  readonly done: string;
}) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <button type="button" className={styles.button} onClick={copy}>
      <span role="status">{isCopied ? done : label}</span>
    </button>
  );
}

/** A part of a page with its heading. */
export function Part({
  title,
  children,
  id,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly id: string;
}) {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
