'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Denial } from '@/lib/lab/denial';
import { hasPrompt } from '@/lib/lab/has-prompt';
import type { LabStatement, Scenario } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { Coded } from './coded';
import { controlledIn } from './controlled';
import { EngineState } from './engine-state';
import styles from './figure.module.css';
import { MachineOf, SceneAt, ScoreAt } from './figure-parts';
import { asked, FigurePrompt, type Prompting, toggled } from './figure-prompt';
import { controlsOf, Hands, hasMore } from './hands';
import { LiveText } from './live-text';
import { NetworkPart, StageSwitch } from './network-part';
import { Events, Objects } from './objects';
import { OutlineTree } from './outline-tree';
import { type Panel, PanelSwitch, Panels } from './panels';
import { Sentence, sentenceText } from './sentence';
import { openInWorker, type SessionClient } from './session-client';
import { type Shared, ShareOf } from './share-of';
import { Transport, type TransportProps } from './transport';
import { useFigure } from './use-figure';
import type { LabControl } from './use-lab';
import { type Looking, type Stage, useNoted, useStage } from './use-stage';
import { CauseLine, WhyChain } from './why';
import { fill, type LabWords, labWords, seconds } from './words';

/** It comes with the first object that is chosen. */
const Breaking = dynamic(() => import('./breaking').then((module) => module.Breaking));

export interface LabFigureProps {
  readonly scenario: Scenario | LabStatement;
  readonly locale: Locale;
  /** What it shows before its engine is there, made with the page: the session's view at its beginning. */
  readonly first: LabView;
  /** "7.2": set before the caption. */
  readonly number?: string | undefined;
  /** A cluster that somebody else holds too, e.g. a lab's check; else the figure opens its own in the page's worker. */
  readonly client?: SessionClient | undefined;
  /** Where play pauses by itself the first time, ms, instead of the scenario's own moment. */
  readonly pauseAtMs?: number;
  /** Each time that this number grows the figure plays. */
  readonly playOn?: number;
  /** Said instead of the hands and the player, which are not there as long as it is given. */
  readonly waitingFor?: string | undefined;
  readonly onView?: (view: LabView) => void;
  /** Without the machine and the player's settings; on a wide screen the score stands beside the scene. */
  readonly compact?: boolean;
  /** Its prompt is open from the beginning. */
  readonly isTyping?: boolean;
  /** It can be shared: where it has the whole screen, and its widget. */
  readonly share?: Shared | undefined;
  /** What is looked at when it opens, and where it is noted from then on. */
  readonly looking?: Looking | undefined;
}

/**
 * A living figure: the sentence, the scene, the machine, the hands, the score and the player over one session.
 * It draws what the session's view holds and turns what the reader does into commands and moments.
 */
export function LabFigure({
  scenario,
  locale,
  first,
  number,
  client: given,
  pauseAtMs = scenario.pauseAtMs,
  playOn = 0,
  waitingFor,
  onView,
  compact = false,
  isTyping = false,
  share,
  looking: noted,
}: LabFigureProps) {
  const words = labWords[locale];
  const [client] = useState(() => given ?? openInWorker(scenario, first));
  const [why, setWhy] = useState(false);
  const [panel, setPanel] = useState<Panel>('scene');
  const toggle = (which: Panel) => setPanel((old) => (old === which ? 'scene' : which));
  const [prompting, setPrompting] = useState<Prompting>({ isOpen: isTyping, focusOn: 0 });
  const canType = hasPrompt(scenario) && waitingFor === undefined;
  // A figure of a whole cluster looks at no single object.
  const hasMachine = !compact && scenario.subject !== undefined;
  const stage = useStage(noted);
  const { isNetwork, looking } = stage;
  const figure = useFigure({
    client,
    pauseAtMs,
    playOn,
    selected: stage.selected,
    isHeld: waitingFor !== undefined,
    onView,
    beside: {
      why: () => setWhy((old) => !old),
      outline: () => toggle('outline'),
      keys: () => toggle('keys'),
      ...(hasMachine && { machine: () => toggle('machine') }),
      ...(canType && { kubectl: () => setPrompting(asked) }),
    },
  });
  const { lab, box, end, width, selected, select, askToDelete, onKeyDown } = figure;
  useNoted(looking, selected);
  const sharing = useMemo(
    () => share && <ShareOf shared={share} {...{ client, looking, locale }} />,
    [share, client, looking, locale],
  );
  const { view } = lab;
  const switches = useSomebody(view) || isNetwork ? stage : undefined;
  const parts = { lab, words, compact: compact && !isNetwork, width };
  return (
    <>
      <figure
        ref={box}
        className={styles.figure}
        data-live={width === undefined ? undefined : ''}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure takes the focus so that its keys can be used at once
        tabIndex={0}
        aria-label={captionOf(scenario, words, locale, number)}
        onKeyDown={onKeyDown}
      >
        <Caption scenario={scenario} words={words} locale={locale} number={number} />
        <EngineState lab={lab} words={words} />
        <Sentence view={view} words={words} />
        <div className={styles.causeRow}>
          <CauseLine view={view} words={words} open={why} onToggle={() => setWhy(!why)} />
          {switches && <StageSwitch words={words} stage={switches} />}
        </div>
        {why && view.why.length > 0 && <WhyChain view={view} words={words} onSeek={lab.seek} />}
        <PanelSwitch
          {...{ words, panel, hasMachine }}
          stage={switches}
          onPanel={setPanel}
          onToggle={toggle}
        />
        <div
          className={styles.body}
          data-compact={parts.compact || undefined}
          data-network={isNetwork || undefined}
        >
          <div>
            <Panels
              panel={panel}
              words={words}
              scene={
                isNetwork ? (
                  <NetworkPart {...{ lab, words, stage }} onClose={() => toScene(stage, box.current)} />
                ) : (
                  <SceneAt
                    {...parts}
                    {...{ view, selected }}
                    isAlone={!hasMachine}
                    onSelect={select}
                    onDelete={askToDelete}
                  />
                )
              }
              machine={
                !hasMachine || (isNetwork && panel !== 'machine') ? undefined : (
                  <MachineOf view={view} words={words} />
                )
              }
              objects={<Objects view={view} />}
              events={<Events events={view.events} words={words} />}
              outline={
                <OutlineTree {...{ view, words, selected }} onSelect={select} shown={panel === 'outline'} />
              }
            />
            <Doing {...{ lab, scenario, words, selected, waitingFor }} />
            {waitingFor === undefined && hasMore(scenario) && (
              <More {...{ lab, scenario, words, selected }} />
            )}
            {canType && (
              <FigurePrompt
                {...{ lab, scenario, words, prompting }}
                page={share && `/${locale}${share.path}`}
                onToggle={() => setPrompting(toggled)}
                onLeave={() => box.current?.focus()}
              />
            )}
          </div>
          <div>
            <div className={styles.scoreRow}>
              <ScoreAt {...parts} isHeld={waitingFor !== undefined} />
            </div>
            {waitingFor === undefined && <PlayerOf {...{ lab, words, compact }} share={sharing} />}
          </div>
        </div>
        <LiveText text={sentenceText(words, view.sentence)} />
      </figure>
      <span ref={end} tabIndex={-1} className={styles.hidden}>
        {words.figure.end}
      </span>
    </>
  );
}

/** Whether there is, or was, a Pod that can send: without any a network has little to show. */
function useSomebody({ pods }: LabView): boolean {
  const [isSeen, setSeen] = useState(pods.length > 0);
  if (!isSeen && pods.length > 0) setSeen(true);
  return isSeen;
}

/** Out of the network, whose button is gone then: the focus goes to the figure. */
export function toScene({ setNetwork }: Pick<Stage, 'setNetwork'>, box: HTMLElement | null): void {
  setNetwork(false);
  box?.focus({ preventScroll: true });
}

export const captionOf = (scenario: Scenario, words: LabWords, locale: Locale, number: string | undefined) =>
  [number === undefined ? '' : fill(words.figure.figure, { number }), scenario.caption[locale]]
    .filter(Boolean)
    .join('. ');

export function Caption({
  scenario,
  words,
  locale,
  number,
}: {
  readonly scenario: Scenario;
  readonly words: LabWords;
  readonly locale: Locale;
  readonly number?: string | undefined;
}) {
  return (
    <figcaption className={styles.caption}>
      {number !== undefined && <span className={styles.number}>{fill(words.figure.figure, { number })}</span>}
      <span>
        <Coded text={scenario.caption[locale]} />
      </span>
    </figcaption>
  );
}

/** What the API server said last, if it refused, and the hands; or what the figure waits for. */
export function Doing({
  lab,
  scenario,
  words,
  selected,
  waitingFor,
  children,
}: {
  readonly lab: LabControl;
  readonly scenario: Scenario | LabStatement;
  readonly words: LabWords;
  readonly selected: string | undefined;
  readonly waitingFor?: string | undefined;
  /** In place of the scenario's own controls. */
  readonly children?: ReactNode;
}): ReactNode {
  const { view } = lab;
  return (
    <>
      {view.denial ? (
        <Denied denial={view.denial} words={words} />
      ) : (
        view.refusal !== undefined && <Refusal text={view.refusal} words={words} />
      )}
      {waitingFor === undefined ? (
        <div className={styles.handsRow}>
          {children ?? (
            <Hands
              {...{ scenario, words, selected }}
              set={controlledIn(view)}
              pods={view.pods}
              failing={view.failing}
              act={lab.act}
              runWith={lab.runWith}
            />
          )}
        </div>
      ) : (
        <p className={styles.waitingFor}>{waitingFor}</p>
      )}
    </>
  );
}

/** What else can be done to the chosen object, or how to choose one. */
function More({
  lab,
  scenario,
  words,
  selected,
}: {
  readonly lab: LabControl;
  readonly scenario: Scenario | LabStatement;
  readonly words: LabWords;
  readonly selected: string | undefined;
}) {
  return (
    <div className={styles.more}>
      {selected === undefined ? (
        <p>{words.hands.choose}</p>
      ) : (
        <Breaking {...{ lab, words, selected, scenario }} beside={controlsOf(scenario)} />
      )}
    </div>
  );
}

/** Why a run does not take what a hand would do, and what to do instead. */
function Denied({
  denial: { why, asked, limit },
  words,
}: {
  readonly denial: Denial;
  readonly words: LabWords;
}) {
  const values =
    why === 'early'
      ? { asked: seconds(asked), limit: seconds(limit) }
      : { asked: `${asked}`, limit: `${limit}` };
  return (
    <div className={styles.refusal} role="alert">
      <p>
        {words.hands.denied} {fill(words.denials[why], values)}
      </p>
    </div>
  );
}

/** What the API server said when it refused, in its own words, in place. */
function Refusal({ text, words }: { readonly text: string; readonly words: LabWords }) {
  const id = useId();
  return (
    <div className={styles.refusal} role="alert" aria-labelledby={id}>
      <p id={id}>{words.hands.refused}</p>
      <pre>{text}</pre>
    </div>
  );
}

const mostFutures = 4;

/** The player of a lab. Its callbacks stay the same, so that it is not drawn at every frame. */
export function PlayerOf({
  lab,
  words,
  compact,
  share,
}: {
  readonly lab: LabControl;
  readonly words: LabWords;
  readonly compact: boolean;
  readonly share?: ReactNode;
}) {
  const newest = useRef(lab);
  useEffect(() => {
    newest.current = lab;
  });
  const on = useMemo(
    (): TransportProps['on'] => ({
      toStart: () => newest.current.seek(0),
      back: () => newest.current.back(),
      playOrPause: () => (newest.current.playing ? newest.current.pause() : newest.current.play()),
      step: () => newest.current.step(),
      toEnd: () => newest.current.toEnd(),
      undo: () => newest.current.undo(),
      redo: () => newest.current.redo(),
      reset: () => newest.current.reset(),
      // A lost engine is told of in its place.
      fork: () => void newest.current.fork().catch(() => undefined),
      unit: (unit) => newest.current.setUnit(unit),
      speed: (speed) => newest.current.setSpeed(speed),
    }),
    [],
  );
  const { playing, unit, speed, canUndo, canRedo } = lab;
  return (
    <Transport
      {...{ words, playing, unit, speed, on, compact, canUndo, canRedo, share }}
      canFork={lab.view.futures.length < mostFutures}
      atStart={lab.view.nowMs <= 0}
    />
  );
}
