'use client';
import { type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react';
import type { Score as ScoreView } from '@/lib/lab/view';
import { revisionClass } from '../cluster/ink';
import mark from '../cluster/pod-mark.module.css';
import { commandWords } from '../lab/command-words';
import { fill, type LabWords, seconds } from '../lab/words';
import { LaneSpan } from './lane-span';
import styles from './score.module.css';
import { layoutScore, type ScoreLayout } from './score-layout';
import type { TimeScale } from './time-scale';

export interface ScoreProps {
  readonly score: ScoreView;
  /** px; the height follows from the lanes. */
  readonly width: number;
  readonly words: LabWords;
  /** Called with a moment in ms while the reader clicks or drags; without it the score is a still. */
  readonly onSeek?: (atMs: number) => void;
}

/** Everything that lives, as lanes over one time. Click or drag to go to a moment. */
export const Score = memo(function Score({ score, width, words, onSeek }: ScoreProps) {
  const [frozen, setFrozen] = useState<TimeScale>();
  const drawing = useRef<SVGSVGElement>(null);
  const layout = layoutScore(score, width, (command) => commandWords(words, command), frozen);
  const seek = (event: PointerEvent) => {
    const box = drawing.current?.getBoundingClientRect();
    if (box === undefined || onSeek === undefined) return;
    const x = ((event.clientX - box.left) * layout.width) / box.width;
    onSeek(Math.round(layout.scale.at(x - layout.left) / 100) * 100);
  };
  const start = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrozen(layout.scale);
    seek(event);
  };
  const svg = (
    <svg
      ref={drawing}
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
    >
      <Field layout={layout} words={words} />
      <Names layout={layout} words={words} label={score.controller.label} />
      <Labels layout={layout} />
      {layout.lanes.map((placed) => (
        <LaneRow key={placed.lane.label} placed={placed} layout={layout} />
      ))}
      {layout.notShown && (
        <text className={styles.notYet} y={layout.notShown.y + 4}>
          {fill(words.score.notShown, { count: layout.notShown.count })}
        </text>
      )}
      <Arrows layout={layout} words={words} />
      <Axis layout={layout} />
      <Now layout={layout} text={fill(words.score.seconds, { seconds: seconds(score.nowMs) })} />
    </svg>
  );
  if (onSeek === undefined) return <div className={styles.score}>{svg}</div>;
  return (
    <div
      className={`${styles.score} ${styles.alive}`}
      role="slider"
      tabIndex={0}
      aria-label={words.score.label}
      aria-valuemin={0}
      aria-valuemax={Math.round(Math.max(score.endMs, score.nowMs)) / 1000}
      aria-valuenow={Math.round(score.nowMs / 100) / 10}
      aria-valuetext={fill(words.score.at, { seconds: seconds(score.nowMs) })}
      onPointerDown={start}
      onPointerMove={(event) => frozen !== undefined && seek(event)}
      onPointerUp={() => setFrozen(undefined)}
      onPointerCancel={() => setFrozen(undefined)}
      onKeyDown={(event) => page(event, score.nowMs, onSeek)}
    >
      {svg}
    </div>
  );
});

/** A slider's own keys beside those of the figure: up and down by a second, pages by five. */
function page(event: KeyboardEvent, nowMs: number, onSeek: (atMs: number) => void) {
  const by = { ArrowUp: 1_000, ArrowDown: -1_000, PageUp: 5_000, PageDown: -5_000 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  onSeek(Math.max(0, nowMs + by));
}

interface PartProps {
  readonly layout: ScoreLayout;
  readonly words: LabWords;
}

function Field({ layout, words }: PartProps) {
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

function Names({ layout, words, label }: PartProps & { readonly label: string }) {
  return (
    <>
      <text className={styles.name} y={layout.youY + 4}>
        {words.score.you}
      </text>
      <text className={styles.name} y={layout.controllerY + 4}>
        {layout.narrow ? words.score.set : label}
      </text>
    </>
  );
}

function Labels({ layout }: { readonly layout: ScoreLayout }) {
  const { youY, controllerY, axisY, left, runX } = layout;
  return (
    <>
      {layout.commands.map((label) => (
        <g key={label.atMs} className={styles.command} data-refused={label.refused}>
          <title>{label.title}</title>
          <path className={styles.guide} d={`M${label.x} ${youY + 8}V${axisY}`} />
          <path className={styles.commandTick} d={`M${label.x} ${youY - 8}V${youY + 8}`} />
          <text x={label.x + 6} y={youY + 4}>
            {label.text}
          </text>
        </g>
      ))}
      <path className={styles.guide} d={`M${left} ${controllerY + 9}H${runX}`} />
      {layout.states.map((label) => (
        <g key={label.atMs}>
          <title>{label.title}</title>
          <path className={styles.stateTick} d={`M${label.x} ${controllerY - 6}V${controllerY + 9}`} />
          <text className={styles.state} x={label.x + 6} y={controllerY + 3}>
            {label.text}
          </text>
        </g>
      ))}
    </>
  );
}

interface LaneRowProps {
  readonly placed: ScoreLayout['lanes'][number];
  readonly layout: ScoreLayout;
}

const LaneRow = memo(function LaneRow({ placed, layout }: LaneRowProps) {
  return (
    <g transform={`translate(0 ${placed.y})`}>
      <text className={styles.lane} y={4.5}>
        {placed.lane.label}
      </text>
      <path className={styles.guide} d={`M${layout.left} 0H${layout.width - 4}`} />
      {placed.shapes.map(({ key, revision, later, shape }) => (
        <g key={key} className={`${mark[revisionClass('ready', revision)]} ${later ? styles.later : ''}`}>
          <LaneSpan shape={shape} height={layout.laneHeight} />
        </g>
      ))}
    </g>
  );
}, sameLane);

/** A lane changes where it is open; the others stand still while time runs. */
function sameLane(a: LaneRowProps, b: LaneRowProps): boolean {
  const sign = ({ placed, layout }: LaneRowProps) =>
    JSON.stringify([
      placed.lane.label,
      placed.y,
      placed.shapes,
      layout.left,
      layout.width,
      layout.laneHeight,
    ]);
  return sign(a) === sign(b);
}

function Arrows({ layout, words }: PartProps) {
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

function Axis({ layout }: { readonly layout: ScoreLayout }) {
  const { axisY, left, width, scale } = layout;
  const last = scale.ticks.at(-1);
  const breaks = scale.segments.slice(1).map((segment) => left + segment.fromX);
  return (
    <g className={styles.axis}>
      <path d={`M${left} ${axisY}H${width - 4}`} />
      {breaks.map((x) => (
        <path key={x} className={styles.break} d={`M${x - 4} ${axisY + 4}l4 -8M${x} ${axisY + 4}l4 -8`} />
      ))}
      {scale.ticks.map(({ atMs, x }) => (
        <g key={atMs}>
          <path d={`M${left + x} ${axisY}v5`} />
          <text
            className={styles.tick}
            x={left + x}
            y={axisY + 19}
            textAnchor={atMs === 0 ? 'start' : 'middle'}
          >
            {atMs / 1000}
            {atMs === last?.atMs ? ' s' : ''}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The one red line: this moment, with its time on a flag. */
function Now({ layout, text }: { readonly layout: ScoreLayout; readonly text: string }) {
  const { nowX, axisY, width } = layout;
  const flips = width - nowX < 62;
  return (
    <g className={styles.now} transform={`translate(${nowX} 0)`}>
      <path className={styles.nowLine} d={`M0 8V${axisY + 7}`} />
      <path className={styles.flag} d="M-6 0H6V7L0 13L-6 7Z" />
      <text x={flips ? -12 : 12} y={11} textAnchor={flips ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}
