'use client';
import type { LoadMoment, LoadRun } from '@/lib/lab/load-run';
import { fill } from '../fill';
import { Player } from '../lab/player';
import type { PlayerWords } from '../lab/player-words';
import type { Stops } from '../lab/use-stops';
import styles from './load-bench.module.css';
import { clock } from './load-layout';
import type { LoadWords } from './load-words';

/** Which look is shown, and the Pods that there are at that moment. */
export function LoadLooking({
  run,
  stops,
  said,
  words,
}: {
  readonly run: LoadRun | undefined;
  readonly stops: Stops;
  readonly said: string;
  readonly words: LoadWords;
}) {
  const { at, seek } = stops;
  const atMs = run?.looks[at]?.atMs ?? 0;
  const moment = run?.moments.findLast((one) => one.atMs <= atMs);
  return (
    <div className={styles.lookRow}>
      <label>
        <span>{words.moment}</span>
        <input
          type="range"
          min={0}
          max={(run?.looks.length ?? 1) - 1}
          value={at}
          disabled={run === undefined}
          aria-valuetext={fill(words.momentValue, { time: clock(atMs), said })}
          onChange={(event) => seek(Number(event.target.value))}
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

const without = [{ value: 'look', label: '' }] as const;

/** The player of the looks. Of what it can step by there is one thing, so that it is not asked. */
export function LoadPlayer({ stops, words }: { readonly stops: Stops; readonly words: PlayerWords }) {
  const { playing, speed } = stops;
  return (
    <Player
      {...{ words, playing, speed }}
      unit="look"
      units={without}
      compact
      atStart={stops.at === 0}
      on={{
        toStart: stops.toStart,
        back: () => stops.back(),
        playOrPause: playing ? stops.pause : stops.play,
        step: () => stops.step(),
        toEnd: stops.toEnd,
        unit: () => undefined,
        speed: stops.setSpeed,
      }}
    />
  );
}
