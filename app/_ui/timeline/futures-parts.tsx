import { fill, type LabWords, seconds } from '../lab/words';
import styles from './futures.module.css';
import type { Bracket, FutureBlock, FuturesLayout } from './futures-layout';
import { futuresWords } from './futures-words';
import { textWidth } from './lane-label';
import score from './score.module.css';
import { Commands, LaneInk, States } from './score-parts';

interface Part {
  readonly layout: FuturesLayout;
  readonly words: LabWords;
}

/** Right of what has been run nothing is known. */
export function NotYetRun({ layout }: { readonly layout: FuturesLayout }) {
  const { runX, width, axisY } = layout;
  return (
    <rect className={score.future} x={runX} y={14} width={Math.max(0, width - runX)} height={axisY - 14} />
  );
}

/** The common past: its names at the left edge, and up to the first bracket all that was. */
export function Past({ layout, words }: Part) {
  const { past, machine } = layout;
  if (past === undefined) return null;
  return (
    <g>
      <text className={score.name} y={past.youY + 4}>
        {words.score.you}
      </text>
      {machine && past.stateY !== undefined && (
        <text className={score.name} y={past.stateY + 4}>
          <title>{machine.title}</title>
          {machine.label}
        </text>
      )}
      {past.rows.map(({ key, label, title, y }) => (
        <text key={key} className={score.lane} y={y + 4.5}>
          <title>{title}</title>
          {label}
        </text>
      ))}
      <Ink block={past} height={layout.laneHeight} />
    </g>
  );
}

/** One future from its fork on: its letter, what was done in it, its lanes. */
export function Future({ block, layout, words }: Part & { readonly block: FutureBlock }) {
  const said = futuresWords[words.locale];
  const { fromX, youY, name = '' } = block;
  const labelX = fromX - layout.labelGap;
  const room = layout.width - layout.nowX - 12;
  const where = fill(block.isHere ? said.youAreIn : said.sameMoment, { name });
  const fits = layout.nowX >= fromX && room >= where.length * (words.locale === 'zh' ? 11 : 6.4);
  return (
    <g data-future={name}>
      <text className={styles.letter} x={labelX} y={youY + 5} textAnchor="end">
        {name}
      </text>
      {block.commands.length === 0 && (
        <text className={score.notYet} x={fromX + 6} y={youY + 4}>
          {said.noCommand}
        </text>
      )}
      {block.rows.map(({ key, label, title, y }) => (
        <text key={key} className={styles.rowName} x={labelX} y={y + 4} textAnchor="end">
          <title>{title}</title>
          {label}
        </text>
      ))}
      <Ink block={block} height={layout.laneHeight} />
      {fits && (
        <text
          className={block.isHere ? styles.here : score.notYet}
          x={layout.nowX + 10}
          y={youY + 4}
          data-here={block.isHere || undefined}
        >
          {where}
        </text>
      )}
    </g>
  );
}

function Ink({ block, height }: { readonly block: FutureBlock; readonly height: number }) {
  const { fromX, toX, stateY, rows } = block;
  return (
    <>
      {rows.map(({ key, y, shapes }) => (
        <g key={key} transform={`translate(0 ${y})`}>
          <path className={score.guide} d={`M${fromX} 0H${toX}`} />
          <LaneInk shapes={shapes} height={height} />
        </g>
      ))}
      <Commands labels={block.commands} y={block.youY} guideTo={block.bottomY} />
      {stateY !== undefined && (
        <>
          <path className={score.guide} d={`M${fromX} ${stateY + 9}H${toX}`} />
          <States labels={block.states} y={stateY} />
        </>
      )}
    </>
  );
}

/** Where one score becomes two: an upright stroke, a stem, and an arm to each. The first says when. */
export function Fork({
  bracket,
  isFirst,
  words,
}: {
  readonly bracket: Bracket;
  readonly isFirst: boolean;
  readonly words: LabWords;
}) {
  const { x, reach, fromY, toYs, atMs, bar } = bracket;
  const turn = isFirst ? x + reach * 0.3 : x;
  const arms = [...new Set(toYs)].map(
    (y) => `M${turn} ${fromY}L${x + reach * 0.62} ${y}H${x + reach * 0.85}`,
  );
  const said = fill(futuresWords[words.locale].forkAt, { seconds: seconds(atMs) });
  return (
    <g>
      <title>{said}</title>
      <path className={styles.bracket} d={`M${x} ${bar.fromY}V${bar.toY}`} />
      <path className={styles.bracket} d={`M${x} ${fromY}H${turn}${arms.join('')}`} />
      {isFirst && (
        <text
          className={styles.forkAt}
          x={x < 130 ? 0 : x}
          y={bar.toY + 18}
          textAnchor={x < 130 ? 'start' : 'end'}
        >
          {said}
        </text>
      )}
    </g>
  );
}

/** Room of the words between a first difference and the now-line, or right of that; undefined where there is none. */
export function differencePlace(
  x: number,
  lines: readonly string[],
  layout: FuturesLayout,
): number | undefined {
  const { nowX, width } = layout;
  const longest = Math.max(...lines.map((line) => textWidth(line, 6.5)));
  if (nowX < x || x + 12 + longest < nowX) return x + 12 + longest < width ? x + 8 : undefined;
  return nowX + 14 + longest < width ? nowX + 10 : undefined;
}

/** A dotted line where two futures part, with what differs where there is room for it. */
export function FirstDifference({
  x,
  lines,
  textX,
  upper,
  lower,
}: {
  readonly x: number;
  readonly lines: readonly string[];
  readonly textX: number | undefined;
  readonly upper: FutureBlock;
  readonly lower: FutureBlock;
}) {
  const firstY = lower.youY - 33;
  const leader = textX !== undefined && textX > x + 8 ? `M${x} ${firstY - 4}H${textX - 4}` : '';
  return (
    <g className={styles.difference}>
      <path d={`M${x} ${upper.youY + 12}V${lower.bottomY}${leader}`} />
      {textX !== undefined &&
        lines.map((line, at) => (
          <text key={line} x={textX} y={firstY + at * 15}>
            {line}
          </text>
        ))}
    </g>
  );
}
