'use client';

import { Fragment, type ReactNode } from 'react';
import { fill } from '@/app/_ui/fill';
import { counted } from '@/app/_ui/review/reader-dates';
import type { GridView, Advice as Said } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class-grid.module.css';
import type { GridWords } from './words';

interface AdviceProps {
  readonly grid: GridView;
  readonly locale: Locale;
  readonly say: GridWords;
}

/** Of fewer learners the interval is wider than any conclusion. */
const wideBelow = 10;

/** What to teach next, in one sentence; under it how sure that is, what is believed, and how many need somebody. */
export function Advice({ grid, locale, say }: AdviceProps) {
  const { advice, belief, rows } = grid;
  const needing = rows.filter(({ needs }) => needs.length > 0).length;
  const weakest = advice.kind === 'weakest' ? advice.concepts[0] : undefined;
  const percent = (share: number) => Math.round(share * 100);
  return (
    <>
      <p className={styles.sentence}>{sentence(advice, rows.length, say)}</p>
      <div className={styles.notes}>
        {weakest && weakest.asked < wideBelow && (
          <p>{fill(say.wide, { from: percent(weakest.from), to: percent(weakest.to) })}</p>
        )}
        {belief && <p>{fill(say.belief, { ...belief })}</p>}
        {needing > 0 && <p>{counted(locale, say.needing, needing, { of: rows.length })}</p>}
      </div>
    </>
  );
}

function sentence(advice: Said, learners: number, say: GridWords): ReactNode {
  if (advice.kind === 'few') return fill(say.advice.few, { n: advice.asked, of: learners });
  if (advice.kind !== 'weakest') return say.advice[advice.kind];
  const [a, b] = advice.concepts;
  const named = { a: a && <mark>{a.title}</mark>, b: b && <mark>{b.title}</mark> };
  const template = b ? say.advice.two : say.advice.one;
  const numbers = fill(template, {
    ...(a && { ka: a.known, na: a.asked }),
    ...(b && { kb: b.known, nb: b.asked }),
  });
  return numbers.split(/\{([ab])\}/).map((part, at) => {
    const key = `${at} ${part}`;
    return at % 2 === 1 ? (
      <Fragment key={key}>{named[part as 'a' | 'b']}</Fragment>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
