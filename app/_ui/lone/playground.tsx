'use client';
import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { InlineText } from '@/app/_ui/kit/inline-text';
import { Lab } from '@/app/_ui/lab/lab';
import { openInWorker, type SessionClient } from '@/app/_ui/lab/session-client';
import { Share } from '@/app/_ui/lab/share';
import type { Looking } from '@/app/_ui/lab/use-stage';
import { seconds } from '@/app/_ui/lab/words';
import { asNodeCount, type Example, playNodes } from '@/lib/lab/examples';
import type { LabLink } from '@/lib/lab/link';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { IdleButton } from '../kit/idle-button';
import { clusterOfExample, clusterOfLink, emptyCluster, firstOf, type PlayCluster, startOf } from './cluster';
import styles from './lone.module.css';
import { longestLink, momentOf } from './moment';
import { Refused } from './refused';
import { useOpened } from './use-opened';
import { type LoneWords, loneWords } from './words';

export interface PlaygroundProps {
  readonly locale: Locale;
  /** The view of an empty cluster of the usual number of nodes. */
  readonly first: LabView;
  readonly examples: readonly Example[];
  /** What the page says first. */
  readonly children: ReactNode;
}

interface Playing {
  readonly cluster: PlayCluster;
  /** Grows with each cluster. */
  readonly number: number;
  readonly said?: string;
  readonly before?: PlayCluster;
}

const fits = ({ scenario }: LabLink) => typeof scenario !== 'string';

/** A cluster without a lesson: empty, an example, or what a link holds. The one before is kept, to go back to. */
export function Playground({ locale, first, examples, children }: PlaygroundProps) {
  const words = loneWords[locale];
  const say = words.play;
  const [playing, setPlaying] = useState<Playing>(() => ({
    cluster: emptyCluster(playNodes.usual, locale),
    number: 0,
  }));
  const { cluster, before, said, number } = playing;
  const client = useMemo(
    () => openInWorker(cluster.scenario, firstOf(first, cluster), cluster.from),
    [cluster, first],
  );
  const looking = useMemo((): Looking => ({ current: cluster.shown ?? {} }), [cluster]);
  const opened = useOpened(fits);
  useEffect(() => {
    if (opened.kind !== 'link') return;
    const nowMs = opened.link.state.nowMs;
    setPlaying(({ number }) => ({
      cluster: clusterOfLink(opened.link, locale),
      number: number + 1,
      said: fill(loneWords[locale].play.opened, { seconds: seconds(nowMs) }),
    }));
  }, [opened, locale]);
  const replace = async (next: PlayCluster, nowSaid: string) => {
    const left = await leftAs(client, cluster, looking);
    setPlaying({ cluster: next, number: number + 1, said: nowSaid, ...(left && { before: left }) });
  };
  const { isEmpty, onView } = useEmptiness();
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (number > 0) leadTo(stage.current);
  }, [number]);
  const load = (example: Example) =>
    void replace(clusterOfExample(example), fill(say.loaded, { title: example.title[locale] }));
  const make = (nodes: number) => void replace(emptyCluster(nodes, locale), fill(say.made, { nodes }));
  const [usual] = examples;
  const [writeOn, setWriteOn] = useState({ cluster: 0, times: 0 });
  const write = () => setWriteOn(({ times }) => ({ cluster: number, times: times + 1 }));
  return (
    <>
      <Refused opened={opened} words={words} instead={words.insteadCluster} />
      <div className={styles.top}>
        {children}
        <div className={`${styles.set} needs-script`}>
          <NodeCount key={number} nodes={cluster.scenario.nodes.length} say={say} onMake={make} />
          <Share
            locale={locale}
            title={cluster.scenario.caption}
            page={`/${locale}/play`}
            widget={{ lesson: 'play', lab: 'cluster' }}
            moment={() => momentOf(client, startOf(cluster.scenario), longestLink.cluster, looking.current)}
          />
        </div>
      </div>
      <div className={styles.said} role="status">
        {said}
        {before && (
          <button
            type="button"
            className={styles.plain}
            onClick={() => void replace(before, before.scenario.caption[locale])}
          >
            {say.goBack}
          </button>
        )}
      </div>
      {isEmpty && cluster.example === undefined && (
        <EmptyLine nodes={cluster.scenario.nodes.length} say={say}>
          {usual && (
            <button type="button" className={`${styles.plain} needs-script`} onClick={() => load(usual)}>
              {fill(say.load, { title: usual.title[locale] })}
            </button>
          )}
          <button type="button" className={`${styles.plain} needs-script`} onClick={write}>
            {say.write}
          </button>
        </EmptyLine>
      )}
      <div ref={stage} className={styles.stage}>
        <Lab
          key={number}
          layout="full"
          {...{ locale, client, onView, looking }}
          scenario={cluster.scenario}
          first={client.shown().view}
          writeOn={writeOn.cluster === number ? writeOn.times : 0}
        />
      </div>
      <section className={styles.examples} aria-label={say.examples}>
        <h2>{say.examples}</h2>
        <p>{say.examplesLead}</p>
        <ul>
          {examples.map((example) => (
            <li key={example.id} data-here={example.id === cluster.example ? '' : undefined}>
              <button type="button" onClick={() => load(example)}>
                {example.title[locale]}
                {example.id === cluster.example && <span className="unseen">, {say.here}</span>}
              </button>
              <span>{example.sentence[locale]}</span>
              <span>{example.nodes === 1 ? say.ofNode : fill(say.ofNodes, { nodes: example.nodes })}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** A cluster that was just made takes the focus and stands on the screen: the list of examples is below it. */
function leadTo(stage: HTMLElement | null): void {
  stage?.querySelector('figure')?.focus({ preventScroll: true });
  stage?.scrollIntoView({ block: 'nearest' });
  const top = stage?.getBoundingClientRect().top ?? 0;
  if (top < 0) stage?.scrollIntoView({ block: 'start' });
}

/** The cluster as it is left, to come back to; undefined for one in which nothing was done. */
async function leftAs(
  client: SessionClient,
  cluster: PlayCluster,
  looking: Looking,
): Promise<PlayCluster | undefined> {
  const { status } = client.shown();
  if (status === 'waiting' || status === 'failed') return cluster.example === undefined ? undefined : cluster;
  const from = await client.ask('state').catch(() => undefined);
  if (from === undefined) return undefined;
  const isUntouched = from.futures.every(({ commands }) => commands.length === 0);
  return isUntouched && cluster.example === undefined
    ? undefined
    : { ...cluster, from, shown: looking.current };
}

/** Whether there is nothing in the cluster but its nodes. */
function useEmptiness() {
  const [isEmpty, setEmpty] = useState(true);
  const onView = useCallback(
    ({ pods, workloads, services }: LabView) =>
      setEmpty(pods.length === 0 && workloads.length === 0 && services.length === 0),
    [],
  );
  return { isEmpty, onView };
}

function EmptyLine({
  nodes,
  say,
  children,
}: {
  readonly nodes: number;
  readonly say: LoneWords['play'];
  readonly children: ReactNode;
}) {
  return (
    <p className={styles.empty}>
      <span>
        <InlineText text={nodes === 1 ? say.emptyOne : fill(say.empty, { nodes })} />
      </span>
      {children}
    </p>
  );
}

/** How many nodes a new cluster shall have, and the button that makes it. */
function NodeCount({
  nodes,
  say,
  onMake,
}: {
  readonly nodes: number;
  readonly say: LoneWords['play'];
  readonly onMake: (nodes: number) => void;
}) {
  const [text, setText] = useState(String(nodes));
  const id = useId();
  const count = asNodeCount(text.trim() === '' ? Number.NaN : Number(text));
  const to = (next: number) => setText(String(asNodeCount(next)));
  return (
    <form
      className={styles.count}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setText(String(count));
        onMake(count);
      }}
    >
      <label htmlFor={id}>{say.nodes}</label>
      <div className={styles.stepper}>
        <IdleButton aria-label={say.fewer} isIdle={count <= playNodes.fewest} onClick={() => to(count - 1)}>
          −
        </IdleButton>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={playNodes.fewest}
          max={playNodes.most}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <IdleButton aria-label={say.more} isIdle={count >= playNodes.most} onClick={() => to(count + 1)}>
          +
        </IdleButton>
      </div>
      <button type="submit" className={styles.check}>
        {say.make}
      </button>
    </form>
  );
}
