'use client';
import dynamic from 'next/dynamic';
import type { BelievedAnswer } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { InlineText } from '../kit/inline-text';
import styles from './believed.module.css';

/** Scenes, lanes and their words come when an answer has two runs to show, not with the quiz. */
const BelievedRuns = dynamic(() => import('./believed-runs').then((file) => file.BelievedRuns), {
  ssr: false,
});

interface BelievedProps {
  readonly believed: readonly BelievedAnswer[];
  readonly locale: Locale;
  /** "You answered as if this were so: {belief}" */
  readonly asIf: string;
}

/** What an answer comes from that is not right: each belief as a sentence, below the run that shows it, if there is one. */
export function Believed({ believed, locale, asIf }: BelievedProps) {
  return believed.map(({ text, run }) => (
    <div key={text} className={styles.believed}>
      {run !== undefined && <BelievedRuns run={run} locale={locale} />}
      <p className={styles.belief}>
        <InlineText text={fill(asIf, { belief: text })} />
      </p>
    </div>
  ));
}
