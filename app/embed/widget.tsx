'use client';
import dynamic from 'next/dynamic';
import { Suspense, useRef, useState } from 'react';
import { InlineText } from '@/app/_ui/kit/inline-text';
import { Mark } from '@/app/_ui/kit/mark';
import { speaking } from '@/app/_ui/language/language';
import type { BenchKind } from '@/lib/lab/bench-shown';
import type { LabStatement, Prediction, Scenario } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { leave, useEscape, useHeight } from './frame';
import styles from './widget.module.css';
import type { EmbedWords, WidgetKind } from './words';

export interface WidgetProps {
  readonly locale: Locale;
  readonly words: EmbedWords;
  /** The name of the site that it comes from. */
  readonly site: string;
  readonly kind: WidgetKind;
  /** The sentence or the question, and what there is behind the button. */
  readonly heading: string;
  readonly about: string;
  readonly scenario: Scenario | LabStatement;
  readonly first: LabView;
  readonly prediction?: Prediction;
  /** Of a figure: in its lesson it is a bench. */
  readonly bench?: BenchKind;
  /** The page that it belongs to, and the page on which it has the whole screen. */
  readonly lesson?: string;
  readonly whole?: string;
}

const Inside = speaking(
  'lone',
  dynamic(() => import('./inside').then((file) => file.Inside), { ssr: false }),
);

const InsideBench = speaking(
  'lone',
  dynamic(() => import('./inside-bench').then((file) => file.InsideBench), { ssr: false }),
);

/**
 * A lab in somebody else's page. Before it is loaded it is a sentence and one button; then the figure, and below it whose it
 * is and how one leaves. It keeps nothing: no cookie, no storage, no word to the server.
 */
export function Widget(props: WidgetProps) {
  const { locale, words: say, site, kind, heading, about, lesson, whole } = props;
  const [isStarted, setStarted] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useHeight(box);
  useEscape(box);
  return (
    <div ref={box} className={styles.widget}>
      {isStarted ? (
        <main>
          <h1 className={kind === 'lab' ? styles.title : 'unseen'}>
            <InlineText text={heading} />
          </h1>
          <Suspense>
            {props.bench === undefined ? (
              <Inside {...props} />
            ) : (
              <InsideBench {...props} kind={props.bench} />
            )}
          </Suspense>
        </main>
      ) : (
        <main className={styles.before}>
          <div>
            <h1>
              <InlineText text={heading} />
            </h1>
            <p>{about}</p>
            <noscript>
              <p>{say.noScript}</p>
            </noscript>
          </div>
          <button type="button" className={`${styles.show} needs-script`} onClick={() => setStarted(true)}>
            {say.show[kind]}
          </button>
        </main>
      )}
      <footer className={styles.foot}>
        <a className={styles.mark} href={`/${locale}`} target="_blank" rel="noopener">
          <Mark />
          {site}
        </a>
        {lesson !== undefined && (
          <a href={lesson} target="_blank" rel="noopener">
            {say.lesson}
          </a>
        )}
        {whole !== undefined && (
          <a href={whole} target="_blank" rel="noopener">
            {say.whole}
          </a>
        )}
        <p className={styles.how}>
          {say.kept}
          {isStarted && <How text={say.how} />}
        </p>
        <button type="button" className={styles.leave} onClick={leave}>
          {say.leave}
        </button>
      </footer>
    </div>
  );
}

/** How one leaves, with the key as a key. */
function How({ text }: { readonly text: string }) {
  const [before, after] = text.split('{key}');
  return (
    <span className={styles.key}>
      {' '}
      {before}
      <kbd>Esc</kbd>
      {after}
    </span>
  );
}
