'use client';

import { useState } from 'react';
import type { JoinedClass } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class.module.css';
import { ComeBack } from './come-back';
import { FourWords } from './four-words';
import { JoinByCode } from './join-by-code';
import { MyClasses } from './my-classes';
import { Part } from './parts';
import { useHash } from './use-hash';
import type { ClassWords } from './words';

interface JoinProps {
  readonly locale: Locale;
  readonly words: ClassWords;
}

/** Said to the page when who sits here may be another than before: progress and header ask anew. */
export function tellWhoIsHere(): void {
  window.dispatchEvent(new CustomEvent('podium:account'));
  window.dispatchEvent(new CustomEvent('podium:progress'));
}

/** By a code and a nickname into a class, or by four words back into one. */
export function Join({ locale, words }: JoinProps) {
  const hash = useHash();
  const [joined, setJoined] = useState<JoinedClass>();
  if (hash === undefined) return <p className={styles.quiet}>{words.asked.loading}</p>;
  if (joined)
    return (
      <FourWords
        joined={joined}
        locale={locale}
        words={words}
        onWritten={() => setJoined({ ...joined, words: '' })}
      />
    );
  return (
    <>
      <JoinByCode key={hash} code={hash} {...{ locale, words }} onJoined={setJoined} />
      <Part title={words.join.before} id="before">
        <ComeBack {...{ locale, words }} />
      </Part>
      <MyClasses {...{ locale, words }} />
    </>
  );
}
