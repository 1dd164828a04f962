'use client';
import { useCallback, useId, useState } from 'react';
import { happenedChoice } from '@/lib/lab/happened';
import type { Prediction, Scenario } from '@/lib/lab/scenario';
import type { Session } from '@/lib/lab/session';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { Coded } from './coded';
import { LabFigure } from './lab-figure';
import styles from './predict.module.css';
import { labWords } from './words';

export interface PredictProps {
  readonly prediction: Prediction;
  readonly scenario: Scenario;
  readonly locale: Locale;
  readonly number?: string;
  readonly session?: Session;
  /** Which choice happened, by its place; without it the run itself is asked. */
  readonly happened?: number;
}

/**
 * A question before a run: the figure plays only after a choice, or after the reader skipped it. When the run has
 * reached the moment of judgement, what happened stands beside what was predicted.
 */
export function Predict({ prediction, scenario, locale, number, session, happened }: PredictProps) {
  const words = labWords[locale];
  const say = words.predict;
  const [choice, setChoice] = useState<number>();
  const [plays, setPlays] = useState(0);
  const [judged, setJudged] = useState(false);
  const name = useId();
  const asked = plays === 0;
  const onView = useCallback(
    (view: LabView) => {
      if (view.nowMs >= prediction.judgedAtMs) setJudged(true);
    },
    [prediction.judgedAtMs],
  );
  const answer = judged && !asked ? (happened ?? happenedChoice(scenario, prediction)) : undefined;
  return (
    <>
      <fieldset className={styles.predict}>
        <legend className={styles.question}>
          <Coded text={prediction.question[locale]} />
        </legend>
        {prediction.choices.map((one, at) => (
          <label key={one.text.en} className={styles.choice} data-chosen={choice === at || undefined}>
            <input
              type="radio"
              name={name}
              checked={choice === at}
              disabled={!asked && choice !== at}
              onChange={() => {
                setChoice(at);
                setPlays(1);
              }}
            />
            <span className={styles.text}>
              <Coded text={one.text[locale]} />
            </span>
            <span className={styles.said}>
              {[choice === at && say.yours, answer === at && say.happened].filter(Boolean).map((word) => (
                <b key={String(word)}>{word}</b>
              ))}
            </span>
          </label>
        ))}
        {asked && (
          <button type="button" className={styles.skip} onClick={() => setPlays(1)}>
            {say.skip}
          </button>
        )}
      </fieldset>
      <LabFigure
        {...{ scenario, locale, number, session, onView }}
        pauseAtMs={prediction.judgedAtMs}
        playOn={plays}
        waitingFor={asked ? say.choose : undefined}
      />
    </>
  );
}
