'use client';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { hasPrompt } from '@/lib/lab/has-prompt';
import type { LabView } from '@/lib/lab/view';
import { Scene } from '../cluster/scene';
import { Breaking } from './breaking';
import { EngineState } from './engine-state';
import figureStyles from './figure.module.css';
import { Fitted } from './fitted';
import styles from './full.module.css';
import { Dividers, useSizes } from './full-dividers';
import { FullObjects } from './full-objects';
import { Corner, ScorePart, SideTabs } from './full-parts';
import { controlsOf } from './hands';
import { captionOf, Doing, type LabFigureProps, toScene } from './lab-figure';
import { LiveText } from './live-text';
import { NetworkPart } from './network-part';
import { OutlineTree } from './outline-tree';
import { type Panel, Panels } from './panels';
import { Prompt } from './prompt';
import { Sentence, sentenceText } from './sentence';
import { openInWorker } from './session-client';
import { useCalm } from './use-calm';
import { type Figure, useFigure } from './use-figure';
import { type Side, useSides } from './use-sides';
import { type Stage, useNoted, useStage } from './use-stage';
import { useWidth } from './use-width';
import { CauseLine, WhyChain } from './why';
import { type LabWords, labWords, shortName } from './words';
import { YamlSide } from './yaml-side';

export type LabFullProps = Omit<LabFigureProps, 'compact' | 'share'> & {
  /** What is to be reached, with hints; without it there is nothing to do but look. */
  readonly task?: ReactNode;
  /** Each time that this number grows the YAML editor is opened. */
  readonly writeOn?: number;
};

/**
 * A lab on the whole screen (look.md, 6): on a wide one the task and kubectl at the left, the scene, the objects at the right
 * and the score across; on a desk the task and the objects share the column at the right and kubectl stands beside the score;
 * on a narrow one the scene and the score stay and the rest are tabs. CSS arranges, so that nothing moves when script comes.
 */
export function LabFull({
  scenario,
  locale,
  first,
  client: given,
  task,
  writeOn = 0,
  ...more
}: LabFullProps) {
  const words = labWords[locale];
  const { number, pauseAtMs = scenario.pauseAtMs, playOn = 0, waitingFor, onView } = more;
  const [client] = useState(() => given ?? openInWorker(scenario, first));
  const [why, setWhy] = useState(false);
  const [panel, setPanel] = useState<Panel>('scene');
  const stage = useStage(more.looking);
  const toggle = (which: Panel) => setPanel((old) => (old === which ? 'scene' : which));
  const typing = hasPrompt(scenario);
  const beside = useSides(task !== undefined);
  const { side, setSide, openTab, openPrompt, openYaml } = beside;
  useEffect(() => {
    if (writeOn > 0) openYaml();
  }, [writeOn, openYaml]);
  const figure = useFigure({
    client,
    pauseAtMs,
    playOn,
    isHeld: waitingFor !== undefined,
    selected: stage.selected,
    onView,
    beside: {
      why: () => setWhy((old) => !old),
      outline: () => toggle('outline'),
      keys: () => toggle('keys'),
      machine: () => openTab('machine'),
      yaml: () => openTab('yaml'),
      ...(typing && { kubectl: openPrompt }),
    },
  });
  const { lab, box, end, selected, askToDelete } = figure;
  useNoted(stage.looking, selected);
  const { view } = lab;
  const calm = useCalm(view);
  const hasControls = controlsOf(scenario).length > 0;
  const onDelete = useCallback(
    (key: string) => {
      if (hasControls && !isPodKey(key)) setSide('objects');
      askToDelete(key);
    },
    [hasControls, setSide, askToDelete],
  );
  const breaking = <Breaking {...{ lab, words, selected, scenario }} />;
  const { sizes, resize, style } = useSizes(view.futures.length);
  const has = (one: Side) => one === 'objects' || (one === 'task' ? task !== undefined : typing);
  return (
    <>
      <figure
        ref={box}
        className={styles.full}
        data-live={figure.width === undefined ? undefined : ''}
        data-task={task === undefined ? undefined : ''}
        data-typing={typing ? '' : undefined}
        data-side={side}
        style={style}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure takes the focus so that its keys can be used at once
        tabIndex={0}
        aria-label={captionOf(scenario, words, locale, number)}
        onKeyDown={figure.onKeyDown}
      >
        <div className={styles.grid}>
          <div className={styles.scene}>
            <div className={styles.upper}>
              <EngineState lab={lab} words={words} />
              <div className={styles.head}>
                <Sentence view={view} words={words} />
                <CauseLine view={view} words={words} open={why} onToggle={() => setWhy(!why)} />
                <Corner {...{ words, panel, toggle, stage }} />
              </div>
              {why && view.why.length > 0 && <WhyChain view={view} words={words} onSeek={lab.seek} />}
              <StagePart {...{ figure, calm, words, panel, stage, onDelete }} />
            </div>
            {hasControls || waitingFor !== undefined ? (
              <Doing {...{ lab, scenario, words, selected, waitingFor }} />
            ) : (
              <Doing {...{ lab, scenario, words, selected }}>{breaking}</Doing>
            )}
          </div>
          <ScorePart {...{ lab, words }} isHeld={waitingFor !== undefined} />
          <SideTabs {...{ words, side, setSide, has }} />
          {task !== undefined && <div className={styles.task}>{task}</div>}
          <div className={styles.objects}>
            <FullObjects
              {...{ lab, words, selected }}
              view={calm}
              select={figure.select}
              tab={beside.tab}
              setTab={beside.setTab}
              {...(typing && {
                onEdit: (text) => beside.edit({ text, ...(selected && { name: shortName(selected) }) }),
              })}
            />
            {hasControls && breaking}
          </div>
          {typing && (
            <>
              <div className={styles.yaml}>
                {beside.isWriting && (
                  <YamlSide
                    key={beside.sheet.number}
                    {...{ lab, words }}
                    sheet={beside.sheet}
                    focusOn={beside.yamlOn}
                    onLeave={() => box.current?.focus()}
                  />
                )}
              </div>
              <div className={styles.prompt}>
                <Prompt
                  {...{ lab, words }}
                  focusOn={beside.promptOn}
                  files={Object.keys(scenario.files ?? {})}
                  onOpenFile={(name) => beside.edit({ name, text: scenario.files?.[name] ?? '' })}
                  onLeave={() => box.current?.focus()}
                />
              </div>
            </>
          )}
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

const isPodKey = (key: string): boolean => key.startsWith('Pod/');

/** The scene, or the network in its place, and what is open under it. */
function StagePart({
  figure: { lab, box: figureBox, selected, select },
  calm,
  words,
  panel,
  stage,
  onDelete,
}: {
  readonly figure: Figure;
  /** What the outline says (`useCalm`). */
  readonly calm: LabView;
  readonly words: LabWords;
  readonly panel: Panel;
  readonly stage: Stage;
  readonly onDelete: (key: string) => void;
}) {
  const { view } = lab;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const scene = stage.isNetwork ? (
    <NetworkPart {...{ lab, words, stage }} onClose={() => toScene(stage, figureBox.current)} />
  ) : (
    <Fitted width={width}>
      {(width) => <Scene {...{ view, words, width, selected, onDelete }} onSelect={select} />}
    </Fitted>
  );
  return (
    <div ref={box}>
      <Panels
        {...{ panel, words, scene }}
        machine={undefined}
        objects={null}
        events={null}
        outline={
          <OutlineTree {...{ words, selected }} view={calm} onSelect={select} shown={panel === 'outline'} />
        }
      />
    </div>
  );
}
