'use client';
import { useEffect, useMemo, useState } from 'react';
import { shownAt } from '@/lib/lab/bench-shown';
import { type Board, boardOfTheNotes, type Machine, manifestsOf } from '@/lib/lab/migration-board';
import { type Marks, markConditions, marksOf } from '@/lib/lab/migration-marks';
import { warningsOf } from '@/lib/lab/migration-rules';
import type { LabView, TextRefusal } from '@/lib/lab/view';
import { fill } from '../fill';
import controls from '../lab/controls.module.css';
import { EngineState } from '../lab/engine-state';
import figure from '../lab/figure.module.css';
import { SceneAt, ScoreAt } from '../lab/figure-parts';
import { Caption, captionOf, Doing, PlayerOf } from '../lab/lab-figure';
import { LiveText } from '../lab/live-text';
import { Sentence, sentenceText } from '../lab/sentence';
import { openInWorker, type SessionClient } from '../lab/session-client';
import { useFigure } from '../lab/use-figure';
import type { LabControl } from '../lab/use-lab';
import { labWords } from '../lab/words';
import type { BenchProps } from './bench';
import { Manifests } from './manifests';
import styles from './migration-board.module.css';
import { MarksOf } from './migration-marks';
import { MachineRow } from './migration-row';
import { type MigrationWords, migrationWords } from './migration-words';
import { useSharing } from './use-sharing';

const shownMachines: readonly Machine[] = ['lvs', 'squid', 'apache', 'mysql'];

/**
 * The old machines on places of a cluster: what carries each, how it is found, where its data is. The board writes the
 * manifests, says what will go wrong, and applies them to the session's empty cluster; the marks come from the run.
 */
export function MigrationBoard({
  scenario,
  first,
  locale,
  share,
  number,
  link,
  open = openInWorker,
}: BenchProps) {
  const words = labWords[locale];
  const say = migrationWords[locale];
  const [client] = useState(() => open(scenario, first, link?.state));
  const [board, setBoard] = useState<Board>(
    () => shownAt('migration-board', link?.shown?.bench)?.choice ?? boardOfTheNotes,
  );
  const [refusals, setRefusals] = useState<readonly TextRefusal[]>([]);
  const bench = useFigure({
    client,
    pauseAtMs: scenario.pauseAtMs,
    selected: link?.shown?.selected,
  });
  const { lab, box, end, width, selected, select, askToDelete, onKeyDown } = bench;
  const { view } = lab;
  const isApplied = view.workloads.length > 0 || view.pods.length > 0;
  const marks = useMarks(client, lab, isApplied);
  const text = useMemo(() => manifestsOf(board), [board]);
  const sharing = useSharing({ share, locale }, client, {
    selected,
    bench: { kind: 'migration-board', choice: board },
  });
  const applyAll = async () => {
    lab.reset();
    setRefusals((await lab.applyText(text)).refusals);
  };
  return (
    <>
      <figure
        ref={box}
        className={figure.figure}
        data-live={width === undefined ? undefined : ''}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure takes the focus so that its keys can be used at once
        tabIndex={0}
        aria-label={captionOf(scenario, words, locale, number)}
        onKeyDown={onKeyDown}
      >
        <Caption {...{ scenario, words, locale }} number={number} />
        <EngineState lab={lab} words={words} />
        <BoardOf {...{ board, say }} onChange={setBoard} />
        <WarningsOf {...{ board, say }} />
        <div className={styles.apply}>
          <button type="button" className={controls.primary} onClick={() => void applyAll().catch(lost)}>
            {isApplied ? say.applyAgain : say.apply}
          </button>
          {sharing}
        </div>
        {refusals.map((refusal) => (
          <pre key={refusal.text} className={styles.refused} role="alert">
            {refusal.text}
          </pre>
        ))}
        <Manifests title={say.manifests} text={text} />
        <div className={styles.run} hidden={!isApplied}>
          <Sentence view={view} words={words} />
          <div className={figure.body} data-compact="">
            <div>
              <SceneAt
                {...{ view, words, selected, width }}
                compact
                onSelect={select}
                onDelete={askToDelete}
              />
              <Doing {...{ lab, scenario, words, selected }}>
                <Faults {...{ lab, say }} />
              </Doing>
            </div>
            <div>
              <div className={figure.scoreRow}>
                <ScoreAt {...{ lab, words, width }} compact isHeld={false} />
              </div>
              <PlayerOf {...{ lab, words }} compact />
            </div>
          </div>
        </div>
        <MarksOf {...{ marks, say, locale, client }} />
        <LiveText text={isApplied ? sentenceText(words, view.sentence) : ''} />
      </figure>
      <span ref={end} tabIndex={-1} className={figure.hidden}>
        {words.figure.end}
      </span>
    </>
  );
}

/** A lost engine is told of in its place. */
const lost = () => undefined;

/** How often the marks are read while the figure plays, ms of the cluster's time. */
const readEachMs = 1_000;

/** The marks of the run up to the moment that is shown; undefined as long as nothing was applied. */
function useMarks(client: SessionClient, lab: LabControl, isApplied: boolean): Marks | undefined {
  const [marks, setMarks] = useState<Marks>();
  const { nowMs, score } = lab.view;
  const atMs = lab.playing ? Math.floor(nowMs / readEachMs) * readEachMs : nowMs;
  const done = score.commands.length;
  useEffect(() => {
    if (!isApplied) return setMarks(undefined);
    let isNewest = done >= 0;
    client
      .ask('turns', markConditions)
      .then((turns) => isNewest && setMarks(marksOf(turns, atMs)))
      .catch(lost);
    return () => {
      isNewest = false;
    };
  }, [client, atMs, done, isApplied]);
  return marks;
}

function BoardOf({
  board,
  say,
  onChange,
}: {
  readonly board: Board;
  readonly say: MigrationWords;
  readonly onChange: (board: Board) => void;
}) {
  return (
    <section className={styles.board} aria-label={say.board}>
      <p className={styles.how}>{say.how}</p>
      {shownMachines.map((machine) => (
        <MachineRow
          key={machine}
          {...{ machine, say }}
          slot={board[machine]}
          onChange={(slot) => onChange({ ...board, [machine]: slot })}
        />
      ))}
    </section>
  );
}

function WarningsOf({ board, say }: { readonly board: Board; readonly say: MigrationWords }) {
  const warnings = warningsOf(board);
  return (
    <section className={styles.warnings} aria-live="polite">
      <h3>{say.warnings}</h3>
      {warnings.length === 0 ? (
        <p>{say.noWarnings}</p>
      ) : (
        <ul>
          {warnings.map(({ rule, machine }) => (
            <li key={`${rule} ${machine}`}>{fill(say.rules[rule], { machine: say.machines[machine] })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

const silencedNode = 'node-2';

/** The Pod that a fault takes: one that is Ready, if there is one. */
function podFor(view: LabView, machine: Machine): string | undefined {
  const own = view.pods.filter(
    ({ name, state }) =>
      (name === machine || name.startsWith(`${machine}-`) || name.startsWith('site-')) &&
      state !== 'terminating',
  );
  return (own.find(({ state }) => state === 'ready') ?? own[0])?.name;
}

function Faults({ lab, say }: { readonly lab: LabControl; readonly say: MigrationWords }) {
  const { faults } = say;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar, not a form
    <div className={controls.hands} role="group" aria-label={faults.label}>
      {(['squid', 'apache', 'mysql'] as const).map((machine) => {
        const name = podFor(lab.view, machine);
        return (
          <button
            key={machine}
            type="button"
            className={controls.button}
            aria-disabled={name === undefined || undefined}
            onClick={() => name !== undefined && lab.act({ verb: 'delete', kind: 'Pod', name })}
          >
            {faults[machine]}
          </button>
        );
      })}
      {(['silence', 'restore'] as const).map((verb) => (
        <button
          key={verb}
          type="button"
          className={controls.button}
          onClick={() => lab.act({ verb, node: silencedNode })}
        >
          {faults[verb]}
        </button>
      ))}
    </div>
  );
}
