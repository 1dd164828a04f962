'use client';
import { useCallback, useRef, useState } from 'react';
import { firstChoice, type LoadChoice } from '@/lib/lab/load-choice';
import type { LoadMoment, LoadRun } from '@/lib/lab/load-run';
import { fill } from '../fill';
import controls from '../lab/controls.module.css';
import figure from '../lab/figure.module.css';
import { Fitted } from '../lab/fitted';
import { LiveText } from '../lab/live-text';
import sentence from '../lab/sentence.module.css';
import { useWidth } from '../lab/use-width';
import type { BenchProps } from '../lesson/living';
import { useNearScreen } from '../quiz/use-near-screen';
import styles from './load-bench.module.css';
import { LoadChart } from './load-chart';
import { clock } from './load-layout';
import { linesOf, sentenceOf } from './load-said';
import { LoadSettings } from './load-settings';
import { LoadTable } from './load-table';
import { type LoadWords, loadWords } from './load-words';
import { useLoadRun } from './use-load-run';

/** The look that is shown first: the one that changes something for the first time, or the last. */
const firstLookOf = ({ looks }: LoadRun): number => {
  const at = looks.findIndex(({ before, after }) => before !== after);
  return at < 0 ? looks.length - 1 : at;
};

const never = () => false;

/**
 * The load bench: the reader draws the work of fifteen minutes and sets an HPA; a cluster plays it in the page's worker. A chart
 * shows work, use and replicas on one time axis, and each look of the HPA can be read with its numbers.
 */
export function LoadBench({ scenario, first, locale, number }: BenchProps) {
  const words = loadWords[locale];
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const [choice, setChoice] = useState<LoadChoice>(firstChoice);
  const [at, setAt] = useState<number>();
  const [isNear, setNear] = useState(false);
  const come = useCallback(async () => setNear(true), []);
  useNearScreen(box, never, come);
  const { played, isFailed, startAgain } = useLoadRun(scenario, first, choice, isNear);
  const run = played?.run;
  const place = run ? Math.min(at ?? firstLookOf(run), run.looks.length - 1) : 0;
  const look = run?.looks[place];
  const said = played && look ? sentenceOf(look, played.choice, words) : words.sentence.waiting;
  const label = number === undefined ? '' : fill(words.figure, { number });
  return (
    <figure
      ref={box}
      className={`${figure.figure} ${styles.figure}`}
      aria-label={[label, scenario.caption[locale]].filter(Boolean).join('. ')}
    >
      <figcaption className={`${figure.caption} ${styles.caption}`}>
        {label && <span className={figure.number}>{label}</span>}
        <span>{scenario.caption[locale]}</span>
      </figcaption>
      <p className={sentence.sentence}>{said}</p>
      {isFailed && (
        <div className={figure.refusal} role="alert">
          <p>{words.failed}</p>
          <button type="button" className={controls.button} onClick={startAgain}>
            {words.again}
          </button>
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a box of its own */}
      <div
        role="group"
        aria-label={words.curve}
        className={styles.field}
        aria-busy={played?.choice !== choice}
      >
        <Fitted width={width}>
          {(whole) => (
            <LoadChart
              {...{ choice, run, words }}
              at={place}
              width={whole}
              onDraw={(load) => setChoice({ ...choice, load })}
              onLook={setAt}
            />
          )}
        </Fitted>
      </div>
      <Looking {...{ run, place, said, words }} onLook={setAt} />
      <p className={styles.help}>
        {words.legend} {choice.measure === 'both' && `${words.lines} `}
        {words.curveHelp}
      </p>
      <div className={styles.account}>
        <p>{words.account.title}</p>
        <ol>
          {played && look && linesOf(look, played.choice, words).map((line) => <li key={line}>{line}</li>)}
        </ol>
      </div>
      <LoadSettings {...{ choice, words }} onChoose={setChoice} />
      {played && <LoadTable {...played} words={words} />}
      <p className={styles.help}>{words.note}</p>
      <LiveText text={said} />
    </figure>
  );
}

/** Which look is shown, and the Pods that there are at that moment. */
function Looking({
  run,
  place,
  said,
  words,
  onLook,
}: {
  readonly run: LoadRun | undefined;
  readonly place: number;
  readonly said: string;
  readonly words: LoadWords;
  readonly onLook: (at: number) => void;
}) {
  const atMs = run?.looks[place]?.atMs ?? 0;
  const moment = run?.moments.findLast((one) => one.atMs <= atMs);
  return (
    <div className={styles.lookRow}>
      <label>
        <span>{words.moment}</span>
        <input
          type="range"
          min={0}
          max={(run?.looks.length ?? 1) - 1}
          value={place}
          disabled={run === undefined}
          aria-valuetext={fill(words.momentValue, { time: clock(atMs), said })}
          onChange={(event) => onLook(Number(event.target.value))}
        />
      </label>
      {moment && <Pods moment={moment} words={words} />}
    </div>
  );
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `mark ${i + 1}`);

function Pods({ moment, words }: { readonly moment: LoadMoment; readonly words: LoadWords }) {
  const { ready, starting, leaving } = moment;
  const texts = [
    fill(words.pods.ready, { count: ready }),
    ...(starting > 0 ? [fill(words.pods.starting, { count: starting })] : []),
    ...(leaving > 0 ? [fill(words.pods.leaving, { count: leaving })] : []),
  ];
  return (
    <p className={styles.pods}>
      <span>{fill(words.pods.title, { time: clock(moment.atMs) })}</span>
      <span aria-hidden="true" className={styles.marks}>
        {many(ready).map((key) => (
          <span key={key} data-is="ready" />
        ))}
        {many(starting).map((key) => (
          <span key={key} data-is="starting" />
        ))}
        {many(leaving).map((key) => (
          <span key={key} data-is="leaving" />
        ))}
      </span>
      <span>{texts.join(', ')}</span>
    </p>
  );
}
