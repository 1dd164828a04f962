import type { Locale } from '@/lib/text';
import { Sideways } from '../kit/sideways';
import { fill } from '../lab/words';
import styles from './chart.module.css';
import { anyName, type ChartLayout, type ChartLine, type ChartPart, stateOf } from './chart-layout';
import { exceptions, lineOf, pathOf, waysOf } from './chart-ways';
import { chartWords } from './chart-words';
import type { Chart } from './charts';
import last from './last-line.module.css';
import { ruleWords } from './rule-words';

export interface ChartDrawingProps {
  readonly chart: Chart;
  readonly shape: 'down' | 'wide';
  readonly current: string | undefined;
  /** The last transition. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly locale: Locale;
  readonly label: string;
  readonly height: number | undefined;
}

const mostGrown = 1.25;

/** One shape of a chart: boxes and lines as they were laid out, the current state and the last transition in ink. */
export function ChartDrawing({ chart, shape, current, from, to, locale, label, height }: ChartDrawingProps) {
  const layout = chart.shapes[shape];
  const last = from !== undefined && to !== undefined ? lineOf(layout, from, to) : undefined;
  const grown = Math.min(mostGrown, Math.max(1, (height ?? 0) / layout.height));
  return (
    <Sideways className={styles[shape]}>
      <svg
        role="img"
        aria-label={label}
        width={layout.width * grown}
        height={layout.height * grown}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
      >
        {layout.parts.map((part) => (
          <Part
            key={`${part.kind} ${part.id}`}
            part={part}
            isCurrent={part.id === current}
            holdsCurrent={current?.startsWith(`${part.id}.`) ?? false}
            isLeft={part.id === from}
            name={nameOf(part, chart, layout, locale)}
          />
        ))}
        {layout.lines.map(
          (line) =>
            line !== last && (
              <Line key={`${line.from} ${line.to}`} line={line} rules={rulesOf(chart, line, locale)} />
            ),
        )}
        {last && (
          <Line
            key={`last ${last.from} ${last.to}`}
            line={last}
            rules={rulesOf(chart, last, locale)}
            isLast
          />
        )}
      </svg>
    </Sideways>
  );
}

function nameOf({ id, kind }: ChartPart, chart: Chart, layout: ChartLayout, locale: Locale): string {
  const words = chartWords[locale];
  if (kind === 'any') {
    const but = exceptions(chart, layout);
    if (but.length > 2) return words.mostStates;
    return but.length === 0 ? words.everyState : fill(words.everyBut, { names: but.join(', ') });
  }
  return kind === 'frame' && !chart.states.some((state) => state.id === id) ? words.anyState : stateOf(id);
}

function Part({
  part,
  isCurrent,
  holdsCurrent,
  isLeft,
  name,
}: {
  readonly part: ChartPart;
  readonly isCurrent: boolean;
  readonly holdsCurrent: boolean;
  readonly isLeft: boolean;
  readonly name: string;
}) {
  const { kind, id } = part;
  const [x, y, width, height] = part.box;
  if (kind === 'start')
    return <circle className={styles.start} cx={x + width / 2} cy={y + height / 2} r={3.5} />;
  const isFrame = kind === 'frame';
  const says =
    isFrame && name === stateOf(id) ? styles.state : isFrame || id === anyName ? styles.said : styles.state;
  return (
    <g
      className={styles.part}
      data-kind={kind}
      data-state={id}
      data-current={isCurrent || undefined}
      data-holds={holdsCurrent || undefined}
      data-left={isLeft || undefined}
    >
      <rect x={x} y={y} width={width} height={height} rx={2} />
      {isCurrent && <rect className={styles.now} x={x - 1} y={y - 1} width={7} height={height + 2} />}
      {kind === 'final' && (
        <>
          <path className={styles.thin} d={`M${x + width - 8} ${y}v${height}`} />
          <path className={styles.thick} d={`M${x + width - 3} ${y}v${height}`} />
        </>
      )}
      <text className={says} x={x + 12} y={y + 18}>
        {name}
      </text>
    </g>
  );
}

/** The rules of all ways that a line stands for, once each. */
function rulesOf(chart: Chart, line: ChartLine, locale: Locale): string {
  const rules = waysOf(chart, line).flatMap(({ guard }) => guard ?? []);
  return [...new Set(rules)].map((guard) => ruleWords(locale, chart.name, guard)).join('; ');
}

function Line({
  line,
  rules,
  isLast = false,
}: {
  readonly line: ChartLine;
  readonly rules: string;
  readonly isLast?: boolean;
}) {
  const path = pathOf(line, isLast ? 8 : 6);
  return (
    <g className={isLast ? last.lastLine : styles.line} data-from={line.from} data-to={line.to}>
      {rules !== '' && <title>{rules}</title>}
      <path d={path.line} pathLength={isLast ? 1 : undefined} />
      <path className={isLast ? last.head : styles.head} d={path.head} />
    </g>
  );
}
