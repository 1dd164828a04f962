'use client';
import { useEffect, useState } from 'react';
import styles from './figure.module.css';
import { shellWords } from './shell-words';
import type { LabControl } from './use-lab';
import type { LabWords } from './words';

/** After so long an engine that is still starting is told of, ms. */
const tellAfterMs = 1_000;

/** What a reader has to know of the engine: that it takes its time, or that it is gone and can be made anew. */
export function EngineState({
  lab,
  words,
}: {
  readonly lab: Pick<LabControl, 'status' | 'startAgain'>;
  readonly words: LabWords;
}) {
  if (lab.status === 'starting') return <Starting words={words} />;
  if (lab.status !== 'failed') return null;
  const say = shellWords[words.locale];
  return (
    <div className={styles.refusal} role="alert">
      <p>{say.failed}</p>
      <p className={styles.note}>{say.failedNote}</p>
      <button type="button" className={styles.again} onClick={lab.startAgain}>
        {say.startAgain}
      </button>
    </div>
  );
}

function Starting({ words }: { readonly words: LabWords }) {
  const [told, setTold] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTold(true), tellAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return told ? (
    <p className={styles.starting} role="status">
      {words.figure.starting}
    </p>
  ) : null;
}
