import dynamic from 'next/dynamic';
import { type CSSProperties, memo } from 'react';
import type { MachineView } from '@/lib/lab/view';
import { fill, type LabWords, seconds } from '../lab/words';
import { type ChartName, chartNames } from './chart-layout';
import last from './last-line.module.css';
import styles from './machine.module.css';
import { layoutMachine } from './machine-layout';
import { machineOf, ruleWords } from './rule-words';

/** The charts are large and are seen by who opens one. */
const Chart = dynamic(() => import('./chart').then(({ Chart }) => Chart));

export interface MachineProps {
  readonly machine: MachineView;
  /** Room in px for the list of states. */
  readonly height: number;
  readonly words: LabWords;
}

/**
 * The machine that runs, drawn from its description alone: a list in the order in which it is asked, or the chart of one whose
 * states have ways of their own.
 */
export const Machine = memo(
  MachineDrawing,
  (before, after) => before.words === after.words && same(before.machine, after.machine),
);

const same = (a: MachineView, b: MachineView) =>
  a === b ||
  (a.name === b.name &&
    a.current === b.current &&
    a.states.length === b.states.length &&
    a.last?.atMs === b.last?.atMs &&
    a.last?.guard === b.last?.guard &&
    a.last?.about === b.last?.about &&
    a.last?.from === b.last?.from);

function MachineDrawing(props: MachineProps) {
  const chart = chartNames.find((name) => name === machineOf(props.machine.name));
  return chart === undefined ? <RuleList {...props} /> : <MachineChart {...props} chart={chart} />;
}

/** A machine with ways of its own: its statechart, with the last transition in words. */
function MachineChart({ machine, height, words, chart }: MachineProps & { readonly chart: ChartName }) {
  const { name, current, last } = machine;
  const said = last && {
    from: last.from,
    to: last.to,
    words: `${fill(words.score.seconds, { seconds: seconds(last.atMs) })} ${ruleWords(words.locale, chart, last.guard, last.about)}`,
  };
  return (
    <div className={styles.machine}>
      <p className={styles.name}>{name}</p>
      <Chart name={chart} current={current} last={said} locale={words.locale} height={height} />
    </div>
  );
}

function RuleList({ machine, height, words }: MachineProps) {
  const { pitch, boxHeight, last } = layoutMachine(machine, height);
  const { name, states, current } = machine;
  const rows = `repeat(${states.length}, ${boxHeight}px minmax(${pitch - boxHeight}px, auto))`;
  return (
    <div className={styles.machine}>
      <p className={styles.name}>{name}</p>
      <p className={styles.asked}>{words.machine.asked}</p>
      <div
        className={styles.list}
        style={{ gridTemplateRows: rows, '--box': `${boxHeight}px` } as CSSProperties}
      >
        <ol className={styles.states} aria-label={fill(words.machine.label, { name })}>
          {states.map(({ id, guards }) => (
            <li key={id} className={styles.row} aria-current={id === current ? 'step' : undefined}>
              <span className={styles.state}>
                <span>{breakable(id)}</span>
              </span>
              <span className={styles.guards}>
                {id === current && machine.last?.to === id ? (
                  <Hit machine={name} last={machine.last} words={words} />
                ) : (
                  rulesOf(name, guards, words)
                )}
              </span>
            </li>
          ))}
        </ol>
        {last && <Transition {...last} />}
      </div>
    </div>
  );
}

/** `waitingForReady` may go on in a new line before `For` and `Ready`. */
const breakable = (id: string) =>
  id.split(/(?=[A-Z])/).flatMap((part, at) => [at > 0 && <wbr key={part} />, part]);

/** The rules that lead to a state, in the order in which they are asked. */
const rulesOf = (name: string, guards: readonly string[], words: LabWords): string =>
  guards
    .map((guard) => ruleWords(words.locale, machineOf(name), guard))
    .join(words.locale === 'zh' ? '；' : '; ') || words.otherwise;

/** The rule that let the last transition through, with its moment. */
function Hit({
  machine,
  last,
  words,
}: {
  readonly machine: string;
  readonly last: NonNullable<MachineView['last']>;
  readonly words: LabWords;
}) {
  return (
    <>
      <b>{fill(words.score.seconds, { seconds: seconds(last.atMs) })}</b>{' '}
      {ruleWords(words.locale, machineOf(machine), last.guard, last.about)}
    </>
  );
}

/** A heavy line at the right from the box of the state before to that of the current one, as far as the rules between need. */
function Transition({ from, to }: { readonly from: number; readonly to: number }) {
  const [start, end] = from > to ? ['100%', '0'] : ['0', '100%'];
  // Of each state two rows of the grid: its box, and what its rules need more.
  const gridRow = `${2 * Math.min(from, to) + 1} / ${2 * Math.max(from, to) + 2}`;
  return (
    <div className={styles.transition} data-stayed={from === to || undefined} style={{ gridRow }}>
      <svg className={last.lastLine} aria-hidden="true" key={`${from} ${to}`}>
        <line x1={0} y1={start} x2={15} y2={start} pathLength={1} />
        <line x1={15} y1={start} x2={15} y2={end} pathLength={1} strokeLinecap="square" />
        <line x1={15} y1={end} x2={7} y2={end} pathLength={1} />
        <svg y={end} aria-hidden="true" overflow="visible">
          <path className={last.head} d="M0 0l9 -4.5v9Z" />
        </svg>
      </svg>
    </div>
  );
}
