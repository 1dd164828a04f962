'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import { shownAt } from '@/lib/lab/bench-shown';
import { firstChoice, type LoadChoice, lookMs } from '@/lib/lab/load-choice';
import type { LoadRun } from '@/lib/lab/load-run';
import { fill } from '../fill';
import controls from '../lab/controls.module.css';
import figure from '../lab/figure.module.css';
import { Fitted } from '../lab/fitted';
import { LiveText } from '../lab/live-text';
import { playerWords } from '../lab/player-words';
import sentence from '../lab/sentence.module.css';
import { openInWorker } from '../lab/session-client';
import { doing, perform } from '../lab/stop-keys';
import { usePausing } from '../lab/use-pausing';
import { useStops } from '../lab/use-stops';
import { useWidth } from '../lab/use-width';
import { labWords } from '../lab/words';
import { useNearScreen } from '../quiz/use-near-screen';
import type { BenchProps } from './bench';
import styles from './load-bench.module.css';
import { LoadChart } from './load-chart';
import { LoadLooking, LoadPlayer } from './load-looking';
import { linesOf, sentenceOf } from './load-said';
import { LoadSettings } from './load-settings';
import { LoadTable } from './load-table';
import { loadWords } from './load-words';
import { useLoadRun } from './use-load-run';
import { useSharing } from './use-sharing';

/** The look that is shown first: the one that changes something for the first time, or the last. */
const firstLookOf = ({ looks }: LoadRun): number => {
  const at = looks.findIndex(({ before, after }) => before !== after);
  return at < 0 ? looks.length - 1 : at;
};

const never = () => false;
/** How long play stays at a look at 1×, ms. */
const stayMs = 600;
const noStops: readonly number[] = [];

/**
 * The load bench: the reader draws the work of fifteen minutes and sets an HPA; a cluster plays it in the page's worker. A chart
 * shows work, use and replicas on one time axis, and each look of the HPA can be read with its numbers.
 */
export function LoadBench({ scenario, first, locale, number, share, link, open = openInWorker }: BenchProps) {
  const words = loadWords[locale];
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const end = useRef<HTMLSpanElement>(null);
  const [shown] = useState(() => shownAt('load-bench', link?.shown?.bench));
  const [choice, setChoice] = useState<LoadChoice>(shown?.choice ?? firstChoice);
  const [at, setAt] = useState(shown && shown.atMs / lookMs);
  const [isNear, setNear] = useState(false);
  const come = useCallback(async () => setNear(true), []);
  useNearScreen(box, never, come);
  const [client] = useState(() => open(scenario, first));
  const { played, isFailed, startAgain } = useLoadRun(client, choice, isNear);
  const run = played?.run;
  const places = useMemo(() => run?.looks.map((_, place) => place) ?? noStops, [run]);
  const wanted = at ?? (run ? firstLookOf(run) : 0);
  const stops = useStops({ run, stops: places, wanted, move: setAt, stayMs });
  usePausing(box, stops.pause);
  const look = run?.looks[stops.at];
  const sharing = useSharing({ share, locale }, client, {
    bench: { kind: 'load-bench', choice, atMs: look?.atMs ?? shown?.atMs ?? 0 },
  });
  const said = played && look ? sentenceOf(look, played.choice, words) : words.sentence.waiting;
  const label = number === undefined ? '' : fill(words.figure, { number });
  return (
    <>
      <figure
        ref={box}
        className={`${figure.figure} ${styles.figure}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure takes the focus so that its keys can be used at once
        tabIndex={0}
        aria-label={[label, scenario.caption[locale]].filter(Boolean).join('. ')}
        onKeyDown={(event) => perform(event, doing(stops, { leave: () => end.current?.focus() }))}
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
                at={stops.at}
                width={whole}
                onDraw={(load) => setChoice({ ...choice, load })}
                onLook={stops.seek}
              />
            )}
          </Fitted>
        </div>
        <LoadLooking {...{ run, stops, said, words }} />
        <LoadPlayer stops={stops} words={playerWords[locale]} />
        <p className={`${styles.help} ${styles.legend}`}>
          {words.legend} {choice.measure === 'both' && `${words.lines} `}
          <span className={styles.how}>{words.curveHelp}</span>
        </p>
        <div className={styles.account}>
          <p>{words.account.title}</p>
          <ol>
            {played && look && linesOf(look, played.choice, words).map((line) => <li key={line}>{line}</li>)}
          </ol>
        </div>
        <LoadSettings {...{ choice, words }} onChoose={setChoice}>
          {sharing}
        </LoadSettings>
        {played && <LoadTable {...played} words={words} />}
        <p className={styles.help}>{words.note}</p>
        <LiveText text={said} />
      </figure>
      <span ref={end} tabIndex={-1} className={figure.hidden}>
        {labWords[locale].figure.end}
      </span>
    </>
  );
}
