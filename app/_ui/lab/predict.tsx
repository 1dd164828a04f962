'use client';
import { type KeyboardEvent, useCallback, useEffect, useId, useState, useSyncExternalStore } from 'react';
import type { Prediction, Scenario } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { Coded } from './coded';
import { LabFigure } from './lab-figure';
import styles from './predict.module.css';
import { openInWorker, type SessionClient } from './session-client';
import type { Shared } from './share-of';
import { shellWords } from './shell-words';
import { labWords } from './words';

export interface PredictProps {
  readonly prediction: Prediction;
  readonly scenario: Scenario;
  readonly locale: Locale;
  readonly first: LabView;
  readonly number?: string;
  readonly client?: SessionClient;
  /** Once the question is behind the reader, the figure can be shared. */
  readonly share?: Shared;
}

/**
 * A question before a run: the figure plays only after a prediction, or after the reader skipped it. Choosing a line is not
 * yet predicting: the button is, or Enter, or Space on the chosen line. When the run has reached the moment of judgement,
 * what happened stands beside what was predicted.
 */
export function Predict({ prediction, scenario, locale, first, number, client: given, share }: PredictProps) {
  const words = labWords[locale];
  const say = words.predict;
  const [client] = useState(() => given ?? openInWorker(scenario, first));
  const [choice, setChoice] = useState<number>();
  const [predicted, setPredicted] = useState<number>();
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
  const answer = useHappened(client, prediction, judged && !asked);
  const predict = (at: number | undefined) => {
    if (at === undefined) return;
    setChoice(at);
    setPredicted(at);
    setPlays(1);
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.key !== 'Enter' && !(event.key === ' ' && choice === at)) return;
    event.preventDefault();
    predict(at);
  };
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
              onChange={() => setChoice(at)}
              onKeyDown={(event) => asked && onKeyDown(event, at)}
            />
            <span className={styles.text}>
              <Coded text={one.text[locale]} />
            </span>
            <span className={styles.said}>
              {[predicted === at && say.yours, answer === at && say.happened].filter(Boolean).map((word) => (
                <b key={String(word)}>{word}</b>
              ))}
            </span>
          </label>
        ))}
        {asked && (
          <div className={styles.acts}>
            <button
              type="button"
              className={styles.commit}
              disabled={choice === undefined}
              onClick={() => predict(choice)}
            >
              {shellWords[locale].commit}
            </button>
            <button type="button" className={styles.skip} onClick={() => setPlays(1)}>
              {say.skip}
            </button>
          </div>
        )}
      </fieldset>
      <LabFigure
        {...{ scenario, locale, first, number, client, onView, share }}
        pauseAtMs={prediction.judgedAtMs}
        playOn={plays}
        waitingFor={asked ? say.choose : undefined}
      />
    </>
  );
}

/** The place of the choice that happened, once it may be told: the run itself is asked, again if its engine was lost. */
function useHappened(client: SessionClient, prediction: Prediction, mayTell: boolean): number | undefined {
  const [happened, setHappened] = useState<number>();
  const isReady = () => client.shown().status === 'ready';
  const asks =
    useSyncExternalStore(client.subscribe, isReady, () => false) && mayTell && happened === undefined;
  useEffect(() => {
    if (!asks) return;
    let isHere = true;
    const tell = (place: number) => isHere && setHappened(place);
    client.ask('happened', prediction).then(tell, () => undefined);
    return () => {
      isHere = false;
    };
  }, [client, prediction, asks]);
  return happened;
}
