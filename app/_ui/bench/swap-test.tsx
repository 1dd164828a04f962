'use client';
import { useMemo, useState } from 'react';
import { yamlDocuments } from '@/lib/kubectl/yaml/emit';
import { shownAt } from '@/lib/lab/bench-shown';
import {
  asksOf,
  chosen,
  firstSwapChoice,
  idOf,
  type SwapChoice,
  storesOf,
  swapApps,
  swapControllers,
} from '@/lib/lab/swap-test/choice';
import { manifestsOf, swapScenario } from '@/lib/lab/swap-test/manifests';
import type { Locale } from '@/lib/text';
import { EngineState } from '../lab/engine-state';
import figureStyles from '../lab/figure.module.css';
import { SceneAt, ScoreAt } from '../lab/figure-parts';
import { Caption, captionOf, Doing, PlayerOf } from '../lab/lab-figure';
import { LiveText } from '../lab/live-text';
import { labelled, Segments } from '../lab/segments';
import sentence from '../lab/sentence.module.css';
import { type OpenSession, openInWorker, type SessionClient } from '../lab/session-client';
import { useFigure } from '../lab/use-figure';
import { labWords } from '../lab/words';
import type { BenchProps } from './bench';
import { Manifests } from './manifests';
import { SwapHands } from './swap-hands';
import { SwapNotices, SwapRequests } from './swap-notices';
import { saidOf } from './swap-said';
import styles from './swap-test.module.css';
import { type SwapWords, swapWords } from './swap-words';
import { useSharing } from './use-sharing';
import { useSwapRun } from './use-swap-run';

/**
 * The bench of the swap test: a program, its controller and the place of its state are put together as manifests, applied to a
 * cluster of their own, and clients ask once a second. Each other choice is another cluster, from its beginning.
 */
export function SwapBench({ scenario, first, locale, number, share, link, open = openInWorker }: BenchProps) {
  const words = swapWords[locale];
  const [choice, setChoice] = useState(
    () => shownAt('swap-test', link?.shown?.bench)?.choice ?? firstSwapChoice,
  );
  const [isFirst, setFirst] = useState(true);
  const choose = (part: Partial<SwapChoice>) => {
    setFirst(false);
    setChoice(chosen(choice, part));
  };
  const own = useMemo(() => swapScenario(scenario, choice), [scenario, choice]);
  const manifests = useMemo(() => yamlDocuments(manifestsOf(choice)), [choice]);
  return (
    <figure
      className={`${figureStyles.figure} ${styles.figure}`}
      aria-label={captionOf(scenario, labWords[locale], locale, number)}
    >
      <Caption scenario={scenario} words={labWords[locale]} locale={locale} number={number} />
      <Choices {...{ choice, words, choose }} />
      <Stage
        key={idOf(choice)}
        {...{ choice, locale, first, isFirst, share, open }}
        scenario={own}
        link={isFirst ? link : undefined}
      />
      <Manifests title={words.manifests} text={manifests} />
      <p className={styles.note}>{words.leftOut}</p>
    </figure>
  );
}

function Choices({
  choice,
  words,
  choose,
}: {
  readonly choice: SwapChoice;
  readonly words: SwapWords;
  readonly choose: (part: Partial<SwapChoice>) => void;
}) {
  return (
    <div className={styles.choices}>
      <Segments
        label={words.choose.app}
        value={choice.app}
        onChoose={(app) => choose({ app })}
        choices={labelled(swapApps, words.apps)}
      />
      <Segments
        label={words.choose.controller}
        value={choice.controller}
        onChoose={(controller) => choose({ controller })}
        choices={labelled(swapControllers, words.controllers)}
      />
      <Segments
        label={words.choose.store}
        value={choice.store}
        onChoose={(store) => choose({ store })}
        choices={labelled(storesOf(choice.app), words.stores)}
      />
      {choice.app === 'mongodb' ? (
        <p className={styles.members}>{words.membersAsk}</p>
      ) : (
        <Segments
          label={words.choose.asks}
          value={choice.asks}
          onChoose={(asks) => choose({ asks })}
          choices={labelled(asksOf(choice.app), words.asks)}
        />
      )}
    </div>
  );
}

interface StageProps extends Pick<BenchProps, 'scenario' | 'first' | 'share' | 'link'> {
  readonly choice: SwapChoice;
  readonly locale: Locale;
  /** It is the bench as the page came; what the reader has put together plays at once. */
  readonly isFirst: boolean;
  readonly open: OpenSession;
}

/** One choice on its cluster: what clients noticed, the scene, the hands, the requests and the player. */
function Stage({ scenario, first, choice, locale, isFirst, share, link, open }: StageProps) {
  const words = labWords[locale];
  const say = swapWords[locale];
  const [client] = useState<SessionClient>(() => open(scenario, first, link?.state));
  const figure = useFigure({
    client,
    pauseAtMs: scenario.pauseAtMs,
    playOn: isFirst ? 0 : 1,
    selected: link?.shown?.selected,
  });
  const { lab, box, end, width, selected, select, askToDelete, onKeyDown } = figure;
  const sharing = useSharing({ share, locale }, client, { selected, bench: { kind: 'swap-test', choice } });
  const { view } = lab;
  const run = useSwapRun(client, choice, view, lab.status === 'ready');
  const said = saidOf(run, choice, say);
  const parts = { lab, words, compact: true, width };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of the figure around, which has its caption */}
      <div
        ref={box as React.RefObject<HTMLDivElement | null>}
        className={styles.stage}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure takes the focus so that its keys can be used at once
        tabIndex={0}
        aria-label={said.result}
        data-live={width === undefined ? undefined : ''}
        onKeyDown={onKeyDown}
      >
        <EngineState lab={lab} words={words} />
        <p className={sentence.sentence}>{said.sentence}</p>
        <p className={styles.because}>
          <strong>{said.result}</strong> <span>{said.because}</span>
        </p>
        {run?.sharesDirectory && <p className={styles.sharing}>{say.sharing}</p>}
        <Doing {...{ lab, scenario, words, selected }}>
          <SwapHands {...{ view, run, choice }} words={say} act={lab.act} />
        </Doing>
        <div className={styles.parts}>
          <SceneAt {...parts} {...{ view, selected }} onSelect={select} onDelete={askToDelete} />
          <div className={styles.told}>
            <SwapRequests run={run} words={say} isOfMembers={choice.app === 'mongodb'} />
            <SwapNotices run={run} verdict={said.verdict} words={say} />
          </div>
        </div>
        <div className={figureStyles.scoreRow}>
          <ScoreAt lab={lab} words={words} width={width} isHeld={false} />
        </div>
        <PlayerOf lab={lab} words={words} compact={false} share={sharing} />
        <LiveText text={`${said.sentence} ${said.result}`} />
      </div>
      <span ref={end} tabIndex={-1} className={figureStyles.hidden}>
        {words.figure.end}
      </span>
    </>
  );
}
