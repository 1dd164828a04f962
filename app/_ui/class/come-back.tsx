'use client';

import { useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { forgetHere } from '@/app/_ui/review/kept-here';
import { counted } from '@/app/_ui/review/reader-dates';
import type { DoneHere, MyPlace } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class.module.css';
import { classApi } from './class-api';
import { tellWhoIsHere } from './join';
import { Field, Refused } from './parts';
import type { ClassWords } from './words';

interface ComeBackProps {
  readonly locale: Locale;
  readonly words: ClassWords;
}

/**
 * By the four words back to who one is. What was done in this browser comes along only if its reader says that it was them; what waits here
 * to be sent is never sent in the name of somebody else.
 */
export function ComeBack({ locale, words }: ComeBackProps) {
  const say = words.join;
  const [typed, setTyped] = useState('');
  const [message, setMessage] = useState<string>();
  const [done, setDone] = useState<DoneHere>();
  const [places, setPlaces] = useState<readonly MyPlace[]>();
  const [isBusy, setBusy] = useState(false);
  const send = async (takesAlong?: boolean) => {
    setBusy(true);
    const told = await classApi.comeBack(locale, typed, takesAlong);
    setBusy(false);
    setMessage(told.ok ? undefined : (told.message ?? words.asked.unreachable));
    if (!told.ok) return;
    if (told.value.state === 'asks') return setDone(told.value.done);
    if (told.value.wasOther) forgetHere();
    setPlaces(told.value.places);
    tellWhoIsHere();
  };
  if (places) return <Back {...{ places, locale, words }} />;
  if (done)
    return <TakeAlong {...{ done, locale, words, message, isBusy }} onAnswer={(takes) => void send(takes)} />;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className={styles.lead}>{say.beforeLead}</p>
      <Field label={say.fourWords} value={typed} onChange={setTyped} maxLength={100} />
      <Refused message={message} />
      <button type="submit" className={styles.button} disabled={isBusy}>
        {say.comeBack}
      </button>
    </form>
  );
}

interface TakeAlongProps extends ComeBackProps {
  readonly done: DoneHere;
  readonly message: string | undefined;
  readonly isBusy: boolean;
  readonly onAnswer: (takesAlong: boolean) => void;
}

function TakeAlong({ done, locale, words: { join: say }, message, isBusy, onAnswer }: TakeAlongProps) {
  const parts = [
    done.answers > 0 && counted(locale, say.doneAnswers, done.answers),
    done.sections > 0 && counted(locale, say.doneSections, done.sections),
    done.labs > 0 && counted(locale, say.doneLabs, done.labs),
  ].filter((part) => part !== false);
  return (
    <fieldset className={styles.sure} aria-labelledby="take-along">
      <h3 id="take-along">{say.asksTitle}</h3>
      <p>{fill(say.asks, { done: parts.join(say.and) })}</p>
      <Refused message={message} />
      <div className={styles.row}>
        <button type="button" className={styles.primary} disabled={isBusy} onClick={() => onAnswer(true)}>
          {say.take}
        </button>
        <button type="button" className={styles.button} disabled={isBusy} onClick={() => onAnswer(false)}>
          {say.leaveBehind}
        </button>
        <span className={styles.quiet}>{say.leaveBehindNote}</span>
      </div>
    </fieldset>
  );
}

function Back({
  places,
  locale,
  words: { join: say },
}: ComeBackProps & { readonly places: readonly MyPlace[] }) {
  return (
    <div className={styles.form} role="status">
      <p>
        <b>{say.isBack}</b>{' '}
        {places.map(({ className, nickname }) => fill(say.isIn, { name: className, nickname })).join(' ')}
      </p>
      <p className={styles.row}>
        <a className={styles.primary} href={`/${locale}`}>
          {say.toCourse}
        </a>
        <a className={styles.button} href={`/${locale}/review`}>
          {say.toReview}
        </a>
      </p>
    </div>
  );
}
