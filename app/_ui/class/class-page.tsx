'use client';

import { useCallback, useEffect } from 'react';
import { fill } from '@/app/_ui/fill';
import { counted } from '@/app/_ui/review/reader-dates';
import type { ClassView } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class.module.css';
import { classApi } from './class-api';
import { ClassGrid } from './class-grid';
import { ClassItems } from './class-items';
import { ClassSettings } from './class-settings';
import { JoinCodes } from './join-codes';
import { dayOfMoment } from './moments';
import { NotTold, Part, Sure } from './parts';
import { useTold } from './use-told';
import type { ClassWords } from './words';

interface ClassProps {
  readonly id: string;
  readonly locale: Locale;
  readonly words: ClassWords;
}

/** A class: what to teach next, the grid, what was answered first, how learners come in, who they are. */
export function ClassPage({ id, locale, words }: ClassProps) {
  const [asked, again, put] = useTold(useCallback(() => classApi.view(locale, id), [locale, id]));
  const say = words.teach;
  const name = asked.ok ? asked.value.name : undefined;
  useEffect(() => {
    if (name === undefined) return;
    const before = document.title;
    document.title = name;
    return () => {
      document.title = before;
    };
  }, [name]);
  if (asked.ok === false && asked.code === 'unknown-class') return <NoClass {...{ locale, words }} />;
  if (!asked.ok)
    return (
      <div className={styles.opening}>
        <NotTold told={asked} words={words.asked} again={again} />
      </div>
    );
  const view = asked.value;
  const codes = (
    <JoinCodes
      key="codes"
      {...{ view, locale }}
      words={words}
      onChange={(codes) => put({ ...view, codes })}
    />
  );
  const isEmpty = view.learners.length === 0;
  return (
    <>
      <div className={styles.opening}>
        <p className={styles.back}>
          <a href={`/${locale}/teach#`}>{say.back}</a>
        </p>
        <h1>{view.name}</h1>
        <div className={`${styles.row} ${styles.under}`}>
          <span>{counted(locale, say.learners, view.learners.length)}</span>
          {!isEmpty && (
            <button type="button" className={styles.button} onClick={() => window.print()}>
              {say.print}
            </button>
          )}
        </div>
      </div>
      {isEmpty && codes}
      {!isEmpty && <WhatItKnows id={id} locale={locale} words={words} size={view.learners.length} />}
      {!isEmpty && codes}
      {!isEmpty && (
        <People {...{ view, locale, words }} onChange={(learners) => put({ ...view, learners })} />
      )}
      {view.isOwner && <ClassSettings view={view} locale={locale} words={words} onChange={put} />}
    </>
  );
}

/** `size`: learners of the class; another number asks anew. */
function WhatItKnows({ id, locale, words, size }: ClassProps & { readonly size: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody was removed
  const [asked, again] = useTold(useCallback(() => classApi.grid(locale, id), [locale, id, size]));
  if (!asked.ok) return <NotTold told={asked} words={words.asked} again={again} />;
  const { columns, advice } = asked.value;
  const weakest = advice.kind === 'weakest' ? advice.concepts[0]?.lesson : undefined;
  const lessons = columns.filter(({ concepts }) => concepts.length > 0);
  const first = lessons.find(({ number }) => number === weakest) ?? lessons[0];
  return (
    <>
      <ClassGrid grid={asked.value} locale={locale} words={words} />
      {first && <ClassItems {...{ id, locale, words, lessons }} first={first.lesson} />}
    </>
  );
}

function NoClass({ locale, words: { teach: say } }: Omit<ClassProps, 'id'>) {
  const next = `/${locale}/teach${typeof window === 'undefined' ? '' : window.location.hash}`;
  return (
    <div className={styles.opening}>
      <h1>{say.noClass}</h1>
      <p>{say.noClassLead}</p>
      <p className={styles.row}>
        <a className={styles.primary} href={`/${locale}/teach#`}>
          {say.back}
        </a>
        <a className={styles.button} href={`/${locale}/sign-in?next=${encodeURIComponent(next)}`}>
          {say.signIn}
        </a>
      </p>
    </div>
  );
}

interface PeopleProps {
  readonly view: ClassView;
  readonly locale: Locale;
  readonly words: ClassWords;
  readonly onChange: (learners: ClassView['learners']) => void;
}

function People({ view, locale, words, onChange }: PeopleProps) {
  const say = words.teach;
  const remove = async (learner: string) => {
    const told = await classApi.remove(locale, view.id, learner);
    if (told.ok) onChange(told.value.learners);
    return told.ok ? undefined : (told.message ?? words.asked.unreachable);
  };
  return (
    <Part title={say.people} id="people">
      <ul className={`${styles.list} ${styles.people}`}>
        {view.learners.map(({ id, nickname, joinedAtMs, lastSeenAtMs }) => (
          <li key={id}>
            <span className={styles.name}>{nickname}</span>
            <span className={styles.aside}>
              {fill(say.joined, { day: dayOfMoment(locale, joinedAtMs) })},{' '}
              {lastSeenAtMs === null
                ? say.notSeen
                : fill(say.seen, { day: dayOfMoment(locale, lastSeenAtMs) })}
            </span>
            {view.isOwner && (
              <Sure
                label={fill(say.remove, { name: nickname })}
                question={fill(say.removeAsk, { name: nickname })}
                yes={say.yesRemove}
                no={say.keep}
                onYes={() => remove(id)}
              />
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
