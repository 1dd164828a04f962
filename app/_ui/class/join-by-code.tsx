'use client';

import { useEffect, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import type { JoinedClass } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class.module.css';
import { classApi } from './class-api';
import { tellWhoIsHere } from './join';
import join from './join.module.css';
import { Field, Refused } from './parts';
import type { ClassWords, JoinWords } from './words';

interface JoinByCodeProps {
  /** As the address has it; empty for none. */
  readonly code: string;
  readonly locale: Locale;
  readonly words: ClassWords;
  readonly onJoined: (joined: JoinedClass) => void;
}

/** First the code, which names the class; then the nickname, with what the instructor will see. */
export function JoinByCode({ code: given, locale, words, onJoined }: JoinByCodeProps) {
  const say = words.join;
  const [code, setCode] = useState(given);
  const [className, setClassName] = useState<string>();
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const find = async (typed: string) => {
    setBusy(true);
    const told = await classApi.ofCode(locale, typed);
    setBusy(false);
    setClassName(told.ok ? told.value.name : undefined);
    setMessage(told.ok ? undefined : (told.message ?? words.asked.unreachable));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address alone asks by itself
  useEffect(() => {
    if (given !== '') void find(given);
  }, [given]);
  if (className !== undefined)
    return (
      <Nickname
        {...{ code, className, locale, words, onJoined }}
        onOther={() => {
          setClassName(undefined);
          setCode('');
        }}
      />
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void find(code);
      }}
    >
      <Field label={say.code} help={say.codeHelp} value={code} onChange={setCode} maxLength={40} isCode />
      <Refused message={message} />
      <button type="submit" className={styles.primary} disabled={isBusy}>
        {say.next}
      </button>
    </form>
  );
}

interface NicknameProps extends JoinByCodeProps {
  readonly className: string;
  readonly onOther: () => void;
}

function Nickname({ code, className, locale, words, onJoined, onOther }: NicknameProps) {
  const say = words.join;
  const [nickname, setNickname] = useState('');
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const enter = async () => {
    setBusy(true);
    const told = await classApi.join(locale, code, nickname);
    setBusy(false);
    if (!told.ok) return setMessage(told.message ?? words.asked.unreachable);
    tellWhoIsHere();
    onJoined(told.value);
  };
  return (
    <div className={join.twoColumns}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <h2>{fill(say.toClass, { name: className })}</h2>
        <Field
          label={say.nickname}
          help={say.nicknameHelp}
          value={nickname}
          onChange={setNickname}
          maxLength={60}
          autoFocus
        />
        <Refused message={message} />
        <div className={styles.row}>
          <button type="submit" className={styles.primary} disabled={isBusy}>
            {say.join}
          </button>
          <button type="button" className={styles.button} onClick={onOther}>
            {say.otherCode}
          </button>
        </div>
      </form>
      <WhatIsSeen say={say} />
    </div>
  );
}

/** What an instructor sees of a learner: what `GridView`, `LessonItems` and `ClassView` hold, in plain words. */
function WhatIsSeen({ say }: { readonly say: JoinWords }) {
  return (
    <div className={join.seen}>
      <h3>{say.seesTitle}</h3>
      <ul>
        {say.sees.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{say.seesNotTitle}</h3>
      <ul>
        {say.seesNot.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
