import { memo } from 'react';
import { revisionClass } from '../cluster/ink';
import mark from '../cluster/pod-mark.module.css';
import { fill, type LabWords } from '../lab/words';
import { LaneSpan } from './lane-span';
import styles from './score.module.css';
import type { Label } from './score-labels';
import type { PlacedLane, ScoreLayout } from './score-layout';
import type { TimeScale } from './time-scale';

interface PartProps {
  readonly layout: ScoreLayout;
  readonly words: LabWords;
}

export function Field({ layout, words }: PartProps) {
  const { runX, axisY, youY, width } = layout;
  const roomy = width - runX > 84;
  return (
    <>
      <rect
        className={styles.future}
        x={runX}
        y={youY - 18}
        width={Math.max(0, width - runX)}
        height={axisY - youY + 18}
      />
      {roomy && (
        <text className={styles.notYet} x={runX + 12} y={axisY - 9}>
          {words.score.notYetRun}
        </text>
      )}
    </>
  );
}

export function Names({ layout, words }: PartProps) {
  return (
    <>
      <text className={styles.name} y={layout.youY + 4}>
        {words.score.you}
      </text>
      {layout.controllers.map(({ y, label, title }) => (
        <text key={title} className={styles.name} y={y + 4}>
          <title>{title}</title>
          {label === '' ? words.score.set : label}
        </text>
      ))}
    </>
  );
}

export function Labels({ layout }: { readonly layout: ScoreLayout }) {
  const { youY, axisY, left, runX } = layout;
  return (
    <>
      <Commands labels={layout.commands} y={youY} guideTo={axisY} />
      {layout.controllers.map(({ y, title, states }) => (
        <g key={title}>
          <path className={styles.guide} d={`M${left} ${y + 9}H${runX}`} />
          <States labels={states} y={y} />
        </g>
      ))}
    </>
  );
}

/** What the reader did, over ticks whose hairlines run down through all lanes. */
export function Commands({
  labels,
  y,
  guideTo,
}: {
  readonly labels: readonly Label[];
  readonly y: number;
  readonly guideTo: number;
}) {
  return labels.map((label) => (
    <g key={label.atMs} className={styles.command} data-refused={label.refused}>
      <title>{label.title}</title>
      <path className={styles.guide} d={`M${label.x} ${y + 8}V${guideTo}`} />
      <path className={styles.commandTick} d={`M${label.x} ${y - 8}V${y + 8}`} />
      <text x={label.x + 6} y={y + 4}>
        {label.text}
      </text>
    </g>
  ));
}

export function States({ labels, y }: { readonly labels: readonly Label[]; readonly y: number }) {
  return labels.map((label) => (
    <g key={label.atMs}>
      <title>{label.title}</title>
      <path className={styles.stateTick} d={`M${label.x} ${y - 6}V${y + 9}`} />
      <text className={styles.state} x={label.x + 6} y={y + 3}>
        {label.text}
      </text>
    </g>
  ));
}

export function LaneRow({
  placed,
  layout,
}: {
  readonly placed: ScoreLayout['lanes'][number];
  readonly layout: ScoreLayout;
}) {
  return (
    <g transform={`translate(0 ${placed.y})`}>
      <LaneName label={placed.label} whole={placed.lane.label} left={layout.left} width={layout.width} />
      <LaneInk shapes={placed.shapes} height={layout.laneHeight} />
    </g>
  );
}

const LaneName = memo(function LaneName({
  label,
  whole,
  left,
  width,
}: Pick<ScoreLayout, 'left' | 'width'> & { readonly label: string; readonly whole: string }) {
  return (
    <>
      <text className={styles.lane} y={4.5}>
        {label !== whole && <title>{whole}</title>}
        {label}
      </text>
      <path className={styles.guide} d={`M${left} 0H${width - 4}`} />
    </>
  );
});

export function LaneInk({
  shapes,
  height,
}: {
  readonly shapes: PlacedLane['shapes'];
  readonly height: number;
}) {
  return shapes.map(({ key, ...stretch }) => <Stretch key={key} {...stretch} height={height} />);
}

/** A lane changes where it is open; the rest of it stands still while time runs, and is not drawn again. */
const Stretch = memo(function Stretch({
  revision,
  later,
  shape,
  height,
}: Omit<PlacedLane['shapes'][number], 'key'> & { readonly height: number }) {
  return (
    <g className={`${mark[revisionClass('ready', revision)]} ${later ? styles.later : ''}`}>
      <LaneSpan shape={shape} height={height} />
    </g>
  );
});

export function Arrows({ layout, words }: PartProps) {
  return (
    <>
      {layout.arrows.map((one) => {
        const up = one.toY < one.fromY ? 1 : -1;
        return (
          <g key={one.lane}>
            <path className={styles.waitArrow} d={`M${one.x} ${one.fromY}V${one.toY + 5 * up}`} />
            <path className={styles.waitHead} d={`M${one.x} ${one.toY}l-4 ${8 * up}h8Z`} />
            {one.words !== undefined && (
              <text
                className={styles.waitWords}
                x={one.x + (one.words === 'right' ? 7 : -7)}
                y={one.fromY - (up > 0 ? 9 : -15)}
                textAnchor={one.words === 'right' ? 'start' : 'end'}
              >
                {fill(words.waitsForLane, { lane: one.to })}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** The scale below the lanes, with a break where the past is pressed together. */
export function Axis({
  left,
  width,
  axisY,
  ticks,
  breaks,
  words,
}: {
  readonly left: number;
  readonly width: number;
  readonly axisY: number;
  readonly ticks: TimeScale['ticks'];
  readonly breaks: readonly number[];
  readonly words: LabWords;
}) {
  const last = ticks.at(-1);
  return (
    <g className={styles.axis}>
      <path d={`M${left} ${axisY}H${width - 4}`} />
      {breaks.map((x) => (
        <path key={x} className={styles.break} d={`M${x - 4} ${axisY + 4}l4 -8M${x} ${axisY + 4}l4 -8`} />
      ))}
      {ticks.map(({ atMs, x }) => (
        <g key={atMs}>
          <path d={`M${left + x} ${axisY}v5`} />
          <text
            className={styles.tick}
            x={left + x}
            y={axisY + 19}
            textAnchor={atMs === 0 ? 'start' : 'middle'}
          >
            {atMs === last?.atMs ? fill(words.score.seconds, { seconds: atMs / 1000 }) : atMs / 1000}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The one red line: this moment, with its time on a flag. */
export function Now({
  nowX,
  axisY,
  width,
  text,
}: Pick<ScoreLayout, 'nowX' | 'axisY' | 'width'> & { readonly text: string }) {
  const flips = width - nowX < 62;
  return (
    <g className={styles.now}>
      <path className={styles.nowLine} d={`M${nowX} 8V${axisY + 7}`} />
      <path className={styles.flag} d={`M${nowX - 6} 0h12v7l-6 6l-6 -6Z`} />
      <text x={nowX + (flips ? -12 : 12)} y={11} textAnchor={flips ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}
