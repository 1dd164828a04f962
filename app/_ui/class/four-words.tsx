'use client';

import { useEffect, useRef } from 'react';
import { fill } from '@/app/_ui/fill';
import type { JoinedClass } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class.module.css';
import join from './join.module.css';
import { Copy } from './parts';
import type { ClassWords } from './words';

interface FourWordsProps {
  readonly joined: JoinedClass;
  readonly locale: Locale;
  readonly words: ClassWords;
  readonly onWritten: () => void;
}

/** After joining: the four words, this once. Empty words: they were written down. */
export function FourWords({ joined, locale, words: { join: say }, onWritten }: FourWordsProps) {
  const { className: name, nickname, words } = joined;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isIn = fill(words === undefined ? say.isInAlready : say.isIn, { name, nickname });
  return (
    <div className={join.joined}>
      <h2 ref={heading} tabIndex={-1}>
        {isIn}
      </h2>
      {words ? (
        <>
          <div className={join.words}>
            <h3>{say.wordsTitle}</h3>
            <ol>
              {words.split(' ').map((word, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place
                <li key={`${at} ${word}`}>{word}</li>
              ))}
            </ol>
            <p>{say.wordsLead}</p>
          </div>
          <div className={styles.row}>
            <button type="button" className={styles.primary} onClick={onWritten}>
              {say.written}
            </button>
            <Copy text={words} label={say.copy} done={say.copied} />
            <button type="button" className={styles.button} onClick={() => window.print()}>
              {say.print}
            </button>
          </div>
        </>
      ) : (
        <p className={styles.row}>
          <a className={styles.primary} href={`/${locale}`}>
            {say.toCourse}
          </a>
          <a className={styles.button} href={`/${locale}/review`}>
            {say.toReview}
          </a>
        </p>
      )}
    </div>
  );
}
