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

/** Height of a row that has room for two lines of a rule, px. */
const twoLines = 30;

function RuleList({ machine, height, words }: MachineProps) {
  const layout = layoutMachine(machine, height);
  const { last } = machine;
  const box = { '--box': `${layout.boxWidth}px` } as CSSProperties;
  return (
    <div className={styles.machine} style={box}>
      <p className={styles.name}>{machine.name}</p>
      <p className={styles.asked}>{words.machine.asked}</p>
      <ol
        className={styles.states}
        data-two-lines={layout.boxHeight >= twoLines || undefined}
        style={{ height: layout.height }}
        aria-label={fill(words.machine.label, { name: machine.name })}
      >
        {layout.states.map((state) => (
          <li
            key={state.id}
            className={styles.row}
            style={{ top: state.y, height: layout.boxHeight }}
            aria-current={state.current ? 'step' : undefined}
          >
            <span className={styles.state}>{state.id}</span>
            <span className={styles.guards}>
              {state.current && last?.to === state.id ? (
                <Hit machine={machine.name} last={last} words={words} />
              ) : (
                <Rules machine={machine.name} guards={state.guards} words={words} />
              )}
            </span>
          </li>
        ))}
      </ol>
      {layout.last && <Transition {...layout.last} height={layout.height} />}
    </div>
  );
}

/** The first rule that leads to a state; the others wait under the pointer, for the list stays a list. */
function Rules({
  machine,
  guards,
  words,
}: {
  readonly machine: string;
  readonly guards: readonly string[];
  readonly words: LabWords;
}) {
  const all = guards.map((guard) => ruleWords(words.locale, machineOf(machine), guard));
  return <span title={all.length > 1 ? all.join('; ') : undefined}>{all[0] ?? words.otherwise}</span>;
}

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

/** A heavy line at the right from the state before to the current one. */
function Transition({
  fromY,
  toY,
  stayed,
  height,
}: {
  readonly fromY: number;
  readonly toY: number;
  readonly stayed: boolean;
  readonly height: number;
}) {
  const [start, end] = stayed ? [fromY - 8, toY + 6] : [fromY, toY];
  return (
    <svg
      className={`${styles.transition} ${last.lastLine}`}
      width={22}
      height={height}
      aria-hidden="true"
      key={`${fromY} ${toY}`}
    >
      <path d={`M0 ${start}H15V${end}H7`} pathLength={1} />
      <path className={last.head} d={`M0 ${end}l9 -4.5v9Z`} />
    </svg>
  );
}
