'use client';
import { useRef } from 'react';
import type { BelievedFilm } from '@/lib/lab/believed-film';
import type { BelievedPlay } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { Scene } from '../cluster/scene';
import { useWidth } from '../lab/use-width';
import { labWords } from '../lab/words';
import styles from './believed.module.css';
import { BelievedLanes } from './believed-lanes';
import { deedText, markedKey, type Side, stateText } from './believed-said';
import { believedWords } from './believed-words';

interface SideProps {
  readonly side: Side;
  readonly run: BelievedPlay;
  readonly locale: Locale;
  /** Both runs at the moment that is shown, once they are there. */
  readonly frame: BelievedFilm[number] | undefined;
  readonly isParting: boolean;
}

/** One of the two runs: its title, what it does where they part, its sentence, its scene and its lanes. */
export function BelievedSide({ side, run, locale, frame, isParting }: SideProps) {
  const words = believedWords[locale];
  const figures = labWords[locale];
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { parting, scenario, untilMs } = run;
  const view = frame?.[side];
  const hasParted = frame !== undefined && frame.atMs >= parting.atMs;
  return (
    <section className={styles.side} data-side={side} aria-label={words[side]}>
      <h5 className={styles.title}>{words[side]}</h5>
      <p className={styles.deed} data-is={isParting}>
        {deedText(locale, parting, side)}
      </p>
      <div ref={box} className={styles.figure}>
        {view && width !== undefined ? (
          <>
            <p className={styles.state}>{stateText(locale, view, side)}</p>
            <Scene
              {...{ view, width }}
              words={figures}
              compact
              selected={hasParted ? markedKey(parting, side) : undefined}
            />
            <BelievedLanes
              {...{ width, untilMs }}
              score={view.score}
              fromMs={scenario.openAtMs}
              partingMs={parting.atMs}
              words={figures}
            />
          </>
        ) : (
          <p className={styles.starting}>{words.starting}</p>
        )}
      </div>
    </section>
  );
}
