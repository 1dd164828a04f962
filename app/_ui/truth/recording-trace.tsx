'use client';
import { useEffect, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import opening from '@/app/_ui/kit/opening.module.css';
import { Sideways } from '@/app/_ui/kit/sideways';
import type { Trace, TraceStep } from '@/lib/conformance/trace';
import type { Locale } from '@/lib/text';
import { Happened } from './happened';
import styles from './truth.module.css';
import type { TruthWords } from './words';
import { WorldTrace } from './world-trace';

type Played =
  | { readonly state: 'playing' | 'missing' | 'failed'; readonly name: string }
  | { readonly state: 'played'; readonly name: string; readonly trace: Trace; readonly hash?: string };

/** Fetches the recording and plays it here, on the reader's machine, with the same engine as every figure. */
async function play(name: string): Promise<Played> {
  const response = await fetch(`/api/recordings/${name}`);
  if (response.status === 404) return { state: 'missing', name };
  if (!response.ok) return { state: 'failed', name };
  const [recording, { traceOf }, { results }] = await Promise.all([
    response.json(),
    import('@/lib/conformance/trace'),
    import('@/lib/conformance/results'),
  ]);
  const hash = results.find((outcome) => outcome.name === name)?.hash;
  return { state: 'played', name, trace: traceOf(recording), ...(hash && { hash }) };
}

export function RecordingTrace({
  locale,
  words: say,
}: {
  readonly locale: Locale;
  readonly words: TruthWords;
}) {
  const [played, setPlayed] = useState<Played>();
  useEffect(() => {
    const name = new URLSearchParams(location.search).get('name') ?? '';
    setPlayed({ state: 'playing', name });
    let isLeft = false;
    play(name)
      .catch((): Played => ({ state: 'failed', name }))
      .then((next) => {
        if (!isLeft) setPlayed(next);
      });
    return () => {
      isLeft = true;
    };
  }, []);
  return (
    <>
      <div className={opening.opening}>
        <h1>{played?.name ?? say.trace.title}</h1>
        {played?.state === 'played' && <p lang="en">{played.trace.says}</p>}
      </div>
      <div aria-live="polite">
        {(!played || played.state === 'playing') && <p>{say.trace.playing}</p>}
        {(played?.state === 'missing' || played?.state === 'failed') && (
          <p className={styles.trouble}>{say.trace[played.state]}</p>
        )}
      </div>
      {played?.state === 'played' && <Whole {...played} say={say} />}
      <p className={styles.back}>
        <a href={`/${locale}/truth`}>{say.trace.back}</a>
      </p>
    </>
  );
}

function Whole({
  name,
  trace,
  hash,
  say,
}: {
  readonly name: string;
  readonly trace: Trace;
  readonly hash?: string;
  readonly say: TruthWords;
}) {
  const isSame = hash === undefined || hash === trace.hash;
  return (
    <>
      <dl className={styles.facts}>
        <dt>{say.trace.result}</dt>
        <dd>{trace.difference ?? say.trace.equal}</dd>
        <dt>{say.trace.kubernetes}</dt>
        <dd>{trace.kubernetes}</dd>
        <dt>{say.trace.seed}</dt>
        <dd>1</dd>
        <dt>{say.trace.hash}</dt>
        <dd>
          <code>{trace.hash}</code> ·{' '}
          {fill(trace.world ? say.world.entries : say.trace.entries, { count: trace.entries })} ·{' '}
          {isSame ? say.trace.sameHere : say.trace.otherHere}
        </dd>
        <dt>{say.trace.raw}</dt>
        <dd>
          <a href={`/api/recordings/${name}`}>{name}.json</a>
        </dd>
      </dl>
      {trace.shown.length > 0 && (
        <section className={styles.part} aria-labelledby="shown">
          <h2 id="shown">{say.trace.columns}</h2>
          <Happened pairs={trace.shown} label={say.trace.columns} words={say} />
        </section>
      )}
      {trace.world ? <WorldTrace world={trace.world} words={say} /> : <Steps steps={trace.steps} say={say} />}
    </>
  );
}

function Steps({ steps, say }: { readonly steps: readonly TraceStep[]; readonly say: TruthWords }) {
  return (
    <section className={styles.part} aria-labelledby="steps">
      <h2 id="steps">{say.trace.model}</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.number} className={styles.step}>
            <h3>
              {fill(say.trace.step, { n: step.number })}
              {step.at !== undefined && <span>{fill(say.trace.at, { seconds: step.at })}</span>}
            </h3>
            <pre className={styles.did}>{step.did}</pre>
            {step.happened.length > 0 && (
              <Happened
                pairs={step.happened}
                label={fill(say.trace.step, { n: step.number })}
                words={say}
                isCode={step.isPrinted}
              />
            )}
            {step.lines.length > 0 && (
              <details>
                <summary>
                  {say.trace.how}: {fill(say.trace.lines, { count: step.lines.length })}
                </summary>
                <Sideways as="pre" className={styles.lines}>
                  {step.lines.join('\n')}
                </Sideways>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
