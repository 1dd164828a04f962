'use client';
import { useMemo, useState } from 'react';
import type { LabView } from '@/lib/lab/view';
import { Coded } from '../lab/coded';
import { EngineState } from '../lab/engine-state';
import figureStyles from '../lab/figure.module.css';
import { ScoreAt } from '../lab/figure-parts';
import { Caption, captionOf, Doing, PlayerOf } from '../lab/lab-figure';
import { LiveText } from '../lab/live-text';
import { Segments } from '../lab/segments';
import { Sentence } from '../lab/sentence';
import sentence from '../lab/sentence.module.css';
import { openInWorker, type SessionClient } from '../lab/session-client';
import { ShareOf } from '../lab/share-of';
import { type Figure, useFigure } from '../lab/use-figure';
import { useStage } from '../lab/use-stage';
import { type LabWords, labWords } from '../lab/words';
import type { BenchProps } from '../lesson/living';
import { Owners, PodBoard } from './pod-board';
import { Relabel } from './relabel';
import { SelectorApply } from './selector-apply';
import styles from './selector-board.module.css';
import { SelectorEditors } from './selector-editors';
import { goneNote, notesFor, selectedBy, sentenceFor } from './selector-reading';
import { type EditorId, editorIds, formOf, tasks } from './selector-start';
import { type SelectorWords, selectorWords } from './selector-words';
import { type Selectors, useSelectors } from './use-selectors';

/** A bench may be given the cluster that it works on; else it opens its own in the page's worker. */
export interface SelectorBoardProps extends Omit<BenchProps, 'share'> {
  readonly share?: BenchProps['share'];
  readonly client?: SessionClient;
}

const without = {};

/**
 * Pods with their labels, three selectors as they are written, and the cluster's own API server. What a selector selects is
 * worked out by the function that the controllers use, at each letter; what follows from applying one is the cluster's run.
 */
export function SelectorBoard({ scenario, first, locale, share, number, client: given }: SelectorBoardProps) {
  const lab = labWords[locale];
  const words = selectorWords[locale];
  const [client] = useState(() => given ?? openInWorker(scenario, first));
  const figure = useFigure({
    client,
    pauseAtMs: scenario.pauseAtMs,
    playOn: 0,
    isHeld: false,
    beside: without,
  });
  const { looking } = useStage();
  const sharing = useMemo(
    () => share && <ShareOf shared={share} {...{ client, looking, locale }} />,
    [share, client, looking, locale],
  );
  const { box, end, width, onKeyDown } = figure;
  return (
    <>
      <figure
        ref={box}
        className={`${figureStyles.figure} ${styles.figure}`}
        data-live={width === undefined ? undefined : ''}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure takes the focus so that its keys can be used at once
        tabIndex={0}
        aria-label={captionOf(scenario, lab, locale, number)}
        onKeyDown={onKeyDown}
      >
        <Caption scenario={scenario} words={lab} locale={locale} number={number} />
        <EngineState lab={figure.lab} words={lab} />
        <Board {...{ figure, words, lab, scenario }} />
        <div className={figureStyles.scoreRow}>
          <Sentence view={figure.lab.view} words={lab} />
          <Owners view={figure.lab.view} words={words} />
          <ScoreAt lab={figure.lab} words={lab} width={width} isHeld={false} />
        </div>
        <PlayerOf lab={figure.lab} words={lab} compact={false} share={sharing} />
      </figure>
      <span ref={end} tabIndex={-1} className={figureStyles.hidden}>
        {lab.figure.end}
      </span>
    </>
  );
}

function Board({
  figure,
  words,
  lab: labWords,
  scenario,
}: {
  readonly figure: Figure;
  readonly words: SelectorWords;
  readonly lab: LabWords;
  readonly scenario: BenchProps['scenario'];
}) {
  const { lab, box, selected, select } = figure;
  const { view } = lab;
  const [task, setTask] = useState(0);
  /** What was refused last stands where it was asked: a label at the Pods, a manifest in kubectl's own text. */
  const [isRelabelled, setRelabelled] = useState(false);
  const selectors = useSelectors();
  const wanted = tasks[task - 1];
  const caught = useCaught(selectors, view.pods);
  const { active, reads, texts } = selectors;
  const said = sentenceFor(words, reads[active], caught[active], view.pods.length, wanted);
  const notes = [...goneNote(words, wanted, view.pods), ...notesFor(words, reads[active], view.pods)];
  return (
    <>
      <p className={`${sentence.sentence} ${styles.sentence}`}>{said}</p>
      <div className={styles.task}>
        <Segments
          label={words.ask}
          choices={[
            { value: 0, label: words.free },
            ...tasks.map((_, n) => ({ value: n + 1, label: `${n + 1}` })),
          ]}
          value={task}
          onChoose={setTask}
        />
      </div>
      <div className={styles.which}>
        <Segments
          label={words.editorsLabel}
          shown={false}
          choices={editorIds.map((value) => ({
            value,
            label: value === 'map' ? words.shortMap : words.editors[value],
          }))}
          value={active}
          onChoose={selectors.setActive}
        />
      </div>
      <SelectorEditors
        {...{ selectors, caught, words }}
        all={view.pods.length}
        onLeave={() => box.current?.focus({ preventScroll: true })}
      />
      <div className={styles.notes}>
        {notes.map((note) => (
          <p key={note}>
            <Coded text={note} />
          </p>
        ))}
      </div>
      <PodBoard {...{ view, wanted, selected, words }} caught={caught[active]} onSelect={select} />
      <Doing
        lab={isRelabelled ? lab : { ...lab, view: withoutRefusal(view) }}
        scenario={scenario}
        words={labWords}
        selected={selected}
      >
        <Relabel
          pod={view.pods.find(({ key }) => key === selected)}
          words={words}
          act={(command) => {
            setRelabelled(true);
            lab.act(command);
          }}
        />
      </Doing>
      <SelectorApply
        selector={texts[active]}
        form={formOf[active]}
        {...{ lab, words }}
        onApply={() => setRelabelled(false)}
      />
      <LiveText text={said} />
    </>
  );
}

const withoutRefusal = ({ refusal: _, ...view }: LabView): LabView => view;

/** What each of the three selects of the Pods as they are. */
function useCaught(
  { reads }: Selectors,
  pods: Figure['lab']['view']['pods'],
): Readonly<Record<EditorId, ReadonlySet<string>>> {
  return useMemo(
    () => ({
      map: selectedBy(reads.map, pods),
      pairs: selectedBy(reads.pairs, pods),
      sets: selectedBy(reads.sets, pods),
    }),
    [reads, pods],
  );
}
