import { type FormEvent, useId, useRef, useState } from 'react';
import type { Locale } from '@/lib/text';
import { type EraseFailure, eraseEverything } from './erase-everything';
import { type ExportedTable, fetchTables } from './exported';
import styles from './kept.module.css';
import type { KeptWords } from './knowledge-words';
import { WhatGoes } from './what-goes';

interface EraseProps {
  readonly locale: Locale;
  readonly words: KeptWords;
  readonly onErased: () => void;
}

/** A button, and the one question that it asks: what exactly goes, and whether. Escape, the other button and a press outside keep everything. */
export function Erase({ locale, words, onErased }: EraseProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [tables, setTables] = useState<readonly ExportedTable[] | 'failed'>();
  const titleId = useId();
  const open = () => {
    setOpen(true);
    setTables(undefined);
    dialog.current?.showModal();
    void fetchTables(locale).then((found) => setTables(found ?? 'failed'));
  };
  const close = () => dialog.current?.close();
  const closed = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={styles.button}
        data-quiet
        aria-haspopup="dialog"
        onClick={open}
      >
        {words.erase}
      </button>
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-labelledby={titleId}
        onClose={closed}
        onClick={(event) => event.target === dialog.current && close()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {isOpen && (
          <div className={styles.inside}>
            <h2 id={titleId}>{words.ask}</h2>
            <p>{words.askLead}</p>
            <WhatGoes tables={tables} locale={locale} words={words} />
            <p className={styles.note}>{words.stays}</p>
            <Decision {...{ locale, words, onErased, close }} />
          </div>
        )}
      </dialog>
    </>
  );
}

interface DecisionProps extends EraseProps {
  readonly close: () => void;
}

/** Whether it is done. An account whose session is old is asked for its password. */
function Decision({ locale, words, onErased, close }: DecisionProps) {
  const [state, setState] = useState<'asking' | 'erasing' | EraseFailure>('asking');
  const [password, setPassword] = useState('');
  const isErasing = state === 'erasing';
  const failure = typeof state === 'object' ? state : undefined;
  const erase = async (event: FormEvent) => {
    event.preventDefault();
    if (isErasing) return;
    setState('erasing');
    const failed = await eraseEverything(locale, password);
    if (failed === undefined) onErased();
    else setState(failed);
  };
  return (
    <form onSubmit={(event) => void erase(event)}>
      {failure && <Failure {...{ failure, locale, words, password, setPassword }} />}
      <div className={styles.decide}>
        {/* biome-ignore lint/a11y/noAutofocus: of the two answers a dialog's focus belongs on the one that keeps */}
        <button type="button" autoFocus className={styles.button} onClick={close}>
          {words.cancel}
        </button>
        <button type="submit" className={styles.button} data-quiet aria-disabled={isErasing}>
          {isErasing ? words.confirming : words.confirm}
        </button>
      </div>
    </form>
  );
}

interface FailureProps {
  readonly failure: EraseFailure;
  readonly locale: Locale;
  readonly words: KeptWords;
  readonly password: string;
  readonly setPassword: (password: string) => void;
}

function Failure({ failure, locale, words, password, setPassword }: FailureProps) {
  const id = useId();
  const message = failure.kind === 'refused' ? failure.message : '';
  return (
    <div className={styles.failure}>
      <p role="alert">{message || (failure.kind === 'unsure' ? words.eraseUnsure : words.eraseFailed)}</p>
      {failure.kind === 'refused' && failure.wantsPassword && (
        <p className={styles.password}>
          <label htmlFor={id}>{words.password}</label>
          <input
            id={id}
            // biome-ignore lint/a11y/noAutofocus: it comes because the reader pressed the button that needs it
            autoFocus
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <a href={`/${locale}/sign-in?next=/${locale}/progress`}>{words.signIn}</a>
        </p>
      )}
    </div>
  );
}
