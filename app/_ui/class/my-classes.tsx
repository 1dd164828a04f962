'use client';

import { useCallback, useEffect, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import type { Locale } from '@/lib/text';
import styles from './class.module.css';
import { classApi } from './class-api';
import { Part, Sure } from './parts';
import { useTold } from './use-told';
import type { ClassWords } from './words';

interface MyClassesProps {
  readonly locale: Locale;
  readonly words: Pick<ClassWords, 'join' | 'asked'>;
}

/** The classes that this reader is a learner of, each with the way out; nothing for who is in none. For /join, and for any page of a learner. */
export function MyClasses({ locale, words }: MyClassesProps) {
  const say = words.join;
  const [asked, again, put] = useTold(useCallback(() => classApi.list(locale), [locale]));
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    const asksAnew = () => void again();
    window.addEventListener('podium:account', asksAnew);
    return () => window.removeEventListener('podium:account', asksAnew);
  }, [again]);
  if (!asked.ok || (asked.value.places.length === 0 && left === undefined)) return null;
  const { places } = asked.value;
  const leave = async (id: string, name: string) => {
    const told = await classApi.leave(locale, id);
    if (!told.ok) return told.message ?? words.asked.unreachable;
    setLeft(name);
    put({ ...asked.value, places: told.value.places });
    return undefined;
  };
  return (
    <Part title={say.mine} id="my-classes">
      <p role="status">{left !== undefined && fill(say.left, { name: left })}</p>
      {places.length > 0 && (
        <ul className={styles.list}>
          {places.map(({ classroom, className, nickname }) => (
            <li key={classroom}>
              <span className={styles.name}>{className}</span>
              <span className={styles.aside}>{fill(say.as, { nickname })}</span>
              <Sure
                label={fill(say.leave, { name: className })}
                question={fill(say.leaveAsk, { name: className })}
                yes={say.yesLeave}
                no={say.stay}
                onYes={() => leave(classroom, className)}
              />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
