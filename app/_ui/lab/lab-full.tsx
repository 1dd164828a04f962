'use client';
import { type ReactNode, useRef, useState } from 'react';
import { handsFor } from '@/lib/lab/hands';
import { selectedKey } from '../cluster/object-keys';
import { Scene } from '../cluster/scene';
import { BreakMenu } from './break-menu';
import { Divider } from './divider';
import { EngineState } from './engine-state';
import figureStyles from './figure.module.css';
import { ScoreOf } from './figure-parts';
import { Fitted } from './fitted';
import styles from './full.module.css';
import { Inspector, type InspectorTab } from './inspector';
import { captionOf, Doing, type LabFigureProps, PlayerOf } from './lab-figure';
import { LiveText } from './live-text';
import { NetworkPart } from './network-part';
import { OutlineTree } from './outline-tree';
import { type Panel, Panels } from './panels';
import { Prompt } from './prompt';
import { Sentence, sentenceText } from './sentence';
import { openInWorker } from './session-client';
import { shellWords } from './shell-words';
import { useFigure } from './use-figure';
import { useInspected } from './use-inspected';
import type { LabControl } from './use-lab';
import { useWidth } from './use-width';
import { CauseLine, WhyChain } from './why';
import { type LabWords, labWords } from './words';

export type LabFullProps = Omit<LabFigureProps, 'compact'> & {
  /** What is to be reached, with hints; without it there is nothing to do but look. */
  readonly task?: ReactNode;
};

type Side = 'task' | 'objects' | 'prompt';

/** Sizes of the parts in px as they open: the columns at the left and at the right, the score. */
const opensWith = { left: 420, right: 400, score: 320 } as const;

/**
 * A lab on the whole screen (look.md, 6): on a wide one the task and kubectl at the left, the scene, the objects at the right
 * and the score across; on a desk the task and the objects share the column at the right and kubectl stands beside the score;
 * on a narrow one the scene and the score stay and the rest are tabs. CSS arranges, so that nothing moves when script comes.
 */
export function LabFull({ scenario, locale, first, client: given, task, ...more }: LabFullProps) {
  const words = labWords[locale];
  const { number, pauseAtMs = scenario.pauseAtMs, playOn = 0, waitingFor, onView } = more;
  const [client] = useState(() => given ?? openInWorker(scenario, first));
  const [why, setWhy] = useState(false);
  const [panel, setPanel] = useState<Panel>('scene');
  const [side, setSide] = useState<Side>(task === undefined ? 'objects' : 'task');
  const [tab, setTab] = useState<InspectorTab>('objects');
  const [promptOn, setPromptOn] = useState(0);
  const [network, setNetwork] = useState(false);
  const toggle = (which: Panel) => setPanel((old) => (old === which ? 'scene' : which));
  const open = (which: InspectorTab) => () => {
    setSide('objects');
    setTab(which);
  };
  const figure = useFigure({
    client,
    pauseAtMs,
    playOn,
    isHeld: waitingFor !== undefined,
    onView,
    beside: {
      why: () => setWhy((old) => !old),
      outline: () => toggle('outline'),
      keys: () => toggle('keys'),
      machine: open('machine'),
      yaml: open('yaml'),
      kubectl: () => {
        setSide('prompt');
        setPromptOn((old) => old + 1);
      },
    },
  });
  const { lab, box, end, selected, select } = figure;
  const { view } = lab;
  const key = selectedKey(view, selected);
  const stage = useRef<HTMLDivElement>(null);
  const stageWidth = useWidth(stage);
  const [sizes, setSizes] = useState<Record<keyof typeof opensWith, number>>(opensWith);
  const resize = (part: keyof typeof opensWith) => (px: number) =>
    setSizes((old) => ({ ...old, [part]: px }));
  return (
    <>
      <figure
        ref={box}
        className={styles.full}
        data-live={figure.width === undefined ? undefined : ''}
        data-task={task === undefined ? undefined : ''}
        data-side={side}
        style={
          {
            '--left': `${sizes.left}px`,
            '--right': `${sizes.right}px`,
            '--score': `${sizes.score}px`,
          } as object
        }
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure takes the focus so that its keys can be used at once
        tabIndex={0}
        aria-label={captionOf(scenario, words, locale, number)}
        onKeyDown={figure.onKeyDown}
      >
        <div className={styles.grid}>
          <div className={styles.scene}>
            <div className={styles.upper}>
              <EngineState lab={lab} words={words} />
              <Sentence view={view} words={words} />
              <CauseLine view={view} words={words} open={why} onToggle={() => setWhy(!why)} />
              {why && view.why.length > 0 && <WhyChain view={view} words={words} onSeek={lab.seek} />}
              <Corner {...{ words, panel, toggle, network, setNetwork }} />
              <div ref={stage}>
                <Panels
                  panel={panel}
                  words={words}
                  scene={
                    network ? (
                      <NetworkPart {...{ lab, words }} onClose={() => setNetwork(false)} />
                    ) : (
                      <Fitted width={stageWidth}>
                        {(width) => (
                          <Scene
                            {...{ view, words, width }}
                            selected={key}
                            onSelect={select}
                            onDelete={figure.askToDelete}
                          />
                        )}
                      </Fitted>
                    )
                  }
                  machine={undefined}
                  objects={null}
                  events={null}
                  outline={<OutlineTree view={view} words={words} shown={panel === 'outline'} />}
                />
              </div>
            </div>
            <Doing {...{ lab, scenario, words, selected, waitingFor }} />
          </div>
          <ScorePart {...{ lab, words }} isHeld={waitingFor !== undefined} />
          <SideTabs {...{ words, side, setSide }} hasTask={task !== undefined} />
          {task !== undefined && <div className={styles.task}>{task}</div>}
          <div className={styles.objects}>
            <Objects {...{ lab, words, selected: key, select, tab, setTab }} images={scenario.images ?? []} />
          </div>
          <div className={styles.prompt}>
            <Prompt
              {...{ lab, words }}
              focusOn={promptOn}
              files={Object.keys(scenario.files ?? {})}
              onLeave={() => box.current?.focus()}
            />
          </div>
          <Dividers {...{ words, sizes, resize }} />
        </div>
        <LiveText text={sentenceText(words, view.sentence)} />
      </figure>
      <span ref={end} tabIndex={-1} className={figureStyles.hidden}>
        {words.figure.end}
      </span>
    </>
  );
}

/** The scene or the network, and what opens under it, as words in its corner. */
function Corner({
  words,
  panel,
  toggle,
  network,
  setNetwork,
}: {
  readonly words: LabWords;
  readonly panel: Panel;
  readonly toggle: (panel: Panel) => void;
  readonly network: boolean;
  readonly setNetwork: (shown: boolean) => void;
}) {
  const say = shellWords[words.locale];
  return (
    <div className={styles.corner}>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons, not a form */}
      <div role="group" aria-label={say.stage}>
        <button type="button" aria-pressed={!network} onClick={() => setNetwork(false)}>
          {words.tabs.scene}
        </button>
        <button type="button" aria-pressed={network} onClick={() => setNetwork(true)}>
          {say.network}
        </button>
      </div>
      {(['outline', 'keys'] as const).map((which) => (
        <button key={which} type="button" aria-expanded={panel === which} onClick={() => toggle(which)}>
          {which === 'keys' ? words.transport.keys : words.tabs.outline}
        </button>
      ))}
    </div>
  );
}

function ScorePart({
  lab,
  words,
  isHeld,
}: {
  readonly lab: LabControl;
  readonly words: LabWords;
  readonly isHeld: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div className={styles.score}>
      <div ref={box} className={styles.lanes}>
        <Fitted width={width}>{(whole) => <ScoreOf {...{ lab, words, isHeld }} width={whole} />}</Fitted>
      </div>
      {!isHeld && <PlayerOf lab={lab} words={words} compact={false} />}
    </div>
  );
}

/** Which of the parts beside the scene is open where they share one column. */
function SideTabs({
  words,
  side,
  setSide,
  hasTask,
}: {
  readonly words: LabWords;
  readonly side: Side;
  readonly setSide: (side: Side) => void;
  readonly hasTask: boolean;
}) {
  const say = shellWords[words.locale];
  const label = { task: say.goals, objects: say.objects, prompt: say.terminal };
  const all = (['task', 'objects', 'prompt'] as const).filter((one) => one !== 'task' || hasTask);
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, not a form
    <div className={styles.tabs} role="group" aria-label={say.tabs}>
      {all.map((one) => (
        <button
          key={one}
          type="button"
          data-side={one}
          aria-pressed={side === one}
          onClick={() => setSide(one)}
        >
          {label[one]}
        </button>
      ))}
    </div>
  );
}

function Objects({
  lab,
  words,
  selected,
  select,
  tab,
  setTab,
  images,
}: {
  readonly lab: LabControl;
  readonly words: LabWords;
  readonly selected: string | undefined;
  readonly select: (key: string) => void;
  readonly tab: InspectorTab;
  readonly setTab: (tab: InspectorTab) => void;
  readonly images: readonly string[];
}) {
  const { view } = lab;
  const object = useInspected(lab, selected);
  return (
    <>
      <Inspector
        {...{ view, selected, object, tab, words }}
        onTab={setTab}
        onSelect={select}
        onSeek={lab.seek}
        split
      />
      <BreakMenu
        {...{ selected, words }}
        hands={selected === undefined ? [] : handsFor(view, selected, images)}
        onDo={({ commands }) => {
          for (const command of commands) lab.act(command);
        }}
      />
    </>
  );
}

function Dividers({
  words,
  sizes,
  resize,
}: {
  readonly words: LabWords;
  readonly sizes: Readonly<Record<keyof typeof opensWith, number>>;
  readonly resize: (part: keyof typeof opensWith) => (px: number) => void;
}) {
  const say = shellWords[words.locale];
  return (
    <>
      <Divider
        className={styles.atLeft}
        label={say.goalsDivider}
        orientation="vertical"
        grows="before"
        {...{ size: sizes.left, least: 280, most: 620, onSize: resize('left') }}
      />
      <Divider
        className={styles.atRight}
        label={say.sideDivider}
        orientation="vertical"
        {...{ size: sizes.right, least: 300, most: 640, onSize: resize('right') }}
      />
      <Divider
        className={styles.atScore}
        label={say.scoreDivider}
        orientation="horizontal"
        {...{ size: sizes.score, least: 180, most: 640, onSize: resize('score') }}
      />
    </>
  );
}
