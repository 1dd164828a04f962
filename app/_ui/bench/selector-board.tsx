'use client';
import { useMemo, useState } from 'react';
import { shownAt } from '@/lib/lab/bench-shown';
import {
  type EditorId,
  editorIds,
  firstSelectorChoice,
  type SelectorChoice,
  tasks,
} from '@/lib/lab/selector-board';
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
import { openInWorker } from '../lab/session-client';
import { type Figure, useFigure } from '../lab/use-figure';
import { type LabWords, labWords } from '../lab/words';
import type { BenchProps } from './bench';
import { Owners, PodBoard } from './pod-board';
import { Relabel } from './relabel';
import { SelectorApply } from './selector-apply';
import styles from './selector-board.module.css';
import { SelectorEditors } from './selector-editors';
import { goneNote, notesFor, selectedBy, sentenceFor } from './selector-reading';
import { type SelectorWords, selectorWords } from './selector-words';
import { type Reads, useReads } from './use-reads';
import { useSharing } from './use-sharing';

/**
 * Pods with their labels, three selectors as they are written, and the cluster's own API server. What a selector selects is
 * worked out by the function that the controllers use, at each letter; what follows from applying one is the cluster's run.
 */
export function SelectorBoard({
  scenario,
  first,
  locale,
  share,
  number,
  link,
  open = openInWorker,
}: BenchProps) {
  const lab = labWords[locale];
  const words = selectorWords[locale];
  const [client] = useState(() => open(scenario, first, link?.state));
  const [choice, setChoice] = useState(
    () => shownAt('selector-board', link?.shown?.bench)?.choice ?? firstSelectorChoice,
  );
  const choose = (part: Partial<SelectorChoice>) => setChoice((old) => ({ ...old, ...part }));
  const figure = useFigure({
    client,
    pauseAtMs: scenario.pauseAtMs,
    selected: link?.shown?.selected,
  });
  const { box, end, width, selected, onKeyDown } = figure;
  const sharing = useSharing({ share, locale }, client, {
    selected,
    bench: { kind: 'selector-board', choice },
  });
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
        <Board {...{ figure, choice, words, lab, scenario }} onChoose={choose} />
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
  choice,
  words,
  lab: labWords,
  scenario,
  onChoose,
}: {
  readonly figure: Figure;
  readonly choice: SelectorChoice;
  readonly words: SelectorWords;
  readonly lab: LabWords;
  readonly scenario: BenchProps['scenario'];
  readonly onChoose: (part: Partial<SelectorChoice>) => void;
}) {
  const { lab, box, selected, select } = figure;
  const { view } = lab;
  /** What was refused last stands where it was asked: a label at the Pods, a manifest in kubectl's own text. */
  const [isRelabelled, setRelabelled] = useState(false);
  const { active, task, texts } = choice;
  const reads = useReads(texts);
  const wanted = tasks[task - 1];
  const caught = useCaught(reads, view.pods);
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
          onChoose={(asked) => onChoose({ task: asked })}
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
          onChoose={(id) => onChoose({ active: id })}
        />
      </div>
      <SelectorEditors
        {...{ choice, reads, caught, words, onChoose }}
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
      <SelectorApply {...{ choice, lab, words, onChoose }} onApply={() => setRelabelled(false)} />
      <LiveText text={said} />
    </>
  );
}

const withoutRefusal = ({ refusal: _, ...view }: LabView): LabView => view;

/** What each of the three selects of the Pods as they are. */
function useCaught(
  reads: Reads,
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
