'use client';

import { useCallback, useEffect, useState } from 'react';
import { counted } from '@/app/_ui/review/reader-dates';
import type { ClassList } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class.module.css';
import { classApi } from './class-api';
import { ClassPage } from './class-page';
import { Field, NotTold, Refused } from './parts';
import { useHash } from './use-hash';
import { useTold } from './use-told';
import type { ClassWords } from './words';

interface TeachProps {
  readonly locale: Locale;
  readonly words: ClassWords;
}

/** The address of a class: its id gives no right, who is signed in has it or not. */
export const classHash = (id: string): string => `#class=${encodeURIComponent(id)}`;

const classIn = (hash: string): string | undefined => /^class=(.+)$/.exec(hash)?.[1];

/** The instructor's page: their classes, or the one that the address names. */
export function Teach({ locale, words }: TeachProps) {
  const hash = useHash();
  const id = hash === undefined ? undefined : classIn(hash);
  useEffect(() => {
    if (id !== undefined) window.scrollTo(0, 0);
  }, [id]);
  if (hash === undefined) return <p className={styles.quiet}>{words.asked.loading}</p>;
  return id === undefined ? (
    <Classes locale={locale} words={words} />
  ) : (
    <ClassPage key={id} id={id} locale={locale} words={words} />
  );
}

function Classes({ locale, words }: TeachProps) {
  const [asked, again] = useTold(useCallback(() => classApi.list(locale), [locale]));
  const say = words.teach;
  return (
    <>
      <div className={styles.opening}>
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      {!asked.ok ? (
        <NotTold told={asked} words={words.asked} again={again} />
      ) : (
        <OwnClasses list={asked.value} {...{ locale, words }} />
      )}
    </>
  );
}

function OwnClasses({ list, locale, words }: TeachProps & { readonly list: ClassList }) {
  const say = words.teach;
  if (!list.mayMake && list.classes.length === 0)
    return (
      <>
        <Gives lines={say.gives} />
        <p className={styles.row}>
          <a
            className={styles.primary}
            href={`/${locale}/sign-in?next=${encodeURIComponent(`/${locale}/teach`)}`}
          >
            {say.signIn}
          </a>
          <a className={styles.button} href={`/${locale}/join`}>
            {say.join}
          </a>
        </p>
      </>
    );
  return (
    <>
      {list.classes.length === 0 ? (
        <>
          <p className={styles.lead}>{say.none}</p>
          <Gives lines={say.gives} />
        </>
      ) : (
        <ul className={styles.list} aria-label={say.classes}>
          {list.classes.map(({ id, name, learners }) => (
            <li key={id}>
              <a className={styles.name} href={classHash(id)}>
                {name}
              </a>
              <span className={styles.aside}>{counted(locale, say.learners, learners)}</span>
            </li>
          ))}
        </ul>
      )}
      {list.mayMake && <MakeClass {...{ locale, words }} />}
    </>
  );
}

export const Gives = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className={styles.gives}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

function MakeClass({ locale, words }: TeachProps) {
  const [name, setName] = useState('');
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    const told = await classApi.make(locale, name);
    setBusy(false);
    if (told.ok) window.location.hash = classHash(told.value.id);
    else setMessage(told.message ?? words.asked.unreachable);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Field label={words.teach.name} value={name} onChange={setName} maxLength={80} />
      <Refused message={message} />
      <button type="submit" className={styles.primary} disabled={isBusy}>
        {words.teach.make}
      </button>
    </form>
  );
}
