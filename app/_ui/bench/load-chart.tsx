'use client';
import { type PointerEvent, useRef } from 'react';
import { type LoadChoice, loadEndMs, lookMs, minuteMs } from '@/lib/lab/load-choice';
import type { LoadLook, LoadRun } from '@/lib/lab/load-run';
import { fill } from '../fill';
import styles from './load-bench.module.css';
import { LoadCurve } from './load-curve';
import { type Band, clock, type LoadLayout, layoutOf, startOf, staysOf, stepsOf } from './load-layout';
import type { LoadWords } from './load-words';

interface ChartProps {
  readonly choice: LoadChoice;
  readonly run: LoadRun | undefined;
  /** The look that is shown, by its place. */
  readonly at: number;
  readonly words: LoadWords;
  readonly width: number;
  readonly onDraw: (load: readonly number[]) => void;
  readonly onLook: (at: number) => void;
}

/** Work, use and replicas under each other on one time axis, with the moment that is looked at. */
export function LoadChart({ choice, run, at, words, width, onDraw, onLook }: ChartProps) {
  const layout = layoutOf(width, run, choice.target, choice.maxReplicas);
  const box = useRef<HTMLDivElement>(null);
  const looked = (event: PointerEvent) => {
    const field = box.current?.getBoundingClientRect();
    if (!field || !run) return;
    const share = (event.clientX - field.left - layout.left) / (layout.right - layout.left);
    const place = Math.round((share * loadEndMs) / lookMs);
    onLook(Math.min(run.looks.length - 1, Math.max(0, place)));
  };
  const below = layout.work.bottom + 6;
  return (
    <div ref={box} className={styles.chart} style={{ height: layout.height }}>
      <svg width={layout.width} height={layout.height} aria-hidden="true">
        <Axis layout={layout} />
        <Work layout={layout} load={choice.load} words={words} />
        <Use layout={layout} choice={choice} looks={run?.looks ?? []} words={words} />
        <Replicas layout={layout} choice={choice} run={run} words={words} />
        {run && <Now layout={layout} atMs={run.looks[at]?.atMs ?? 0} />}
      </svg>
      <LoadCurve {...{ layout, words, onDraw }} load={choice.load} />
      <div
        className={styles.looking}
        style={{ top: below, height: layout.height - below }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture?.(event.pointerId);
          looked(event);
        }}
        onPointerMove={(event) => event.buttons !== 0 && looked(event)}
      />
    </div>
  );
}

function Axis({ layout }: { readonly layout: LoadLayout }) {
  const { replicas, x, named, left, right } = layout;
  return (
    <g>
      <line className={styles.axis} x1={left} x2={right} y1={replicas.bottom} y2={replicas.bottom} />
      {named.map((minute) => (
        <g key={minute}>
          <line
            className={styles.axis}
            x1={x(startOf(minute))}
            x2={x(startOf(minute))}
            y1={replicas.bottom}
            y2={replicas.bottom + 4}
          />
          <text className={styles.tick} x={x(startOf(minute))} y={replicas.bottom + 19} textAnchor="middle">
            {clock(startOf(minute))}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The name of a band above it, its bottom line, and its highest value at its left. */
function Frame({
  band,
  title,
  most,
  layout,
}: {
  readonly band: Band;
  readonly title: string;
  readonly most: string;
  readonly layout: LoadLayout;
}) {
  const { left, right } = layout;
  return (
    <g>
      <text className={styles.band} x={left} y={band.top - 9}>
        {title}
      </text>
      <line className={styles.hair} x1={left} x2={right} y1={band.top} y2={band.top} />
      <line className={styles.axis} x1={left} x2={right} y1={band.bottom} y2={band.bottom} />
      <text className={styles.tick} x={left - 7} y={band.top + 4} textAnchor="end">
        {most}
      </text>
      <text className={styles.tick} x={left - 7} y={band.bottom + 4} textAnchor="end">
        0
      </text>
    </g>
  );
}

function Work({
  layout,
  load,
  words,
}: {
  readonly layout: LoadLayout;
  readonly load: readonly number[];
  readonly words: LoadWords;
}) {
  const { work, x } = layout;
  return (
    <g>
      <Frame band={work} title={words.bands.work} most={String(work.most)} layout={layout} />
      {load.map((milli, minute) => {
        const from = x(startOf(minute));
        const [top, width] = [work.y(milli), x(startOf(minute) + minuteMs) - from];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a minute is its place
          <g key={minute}>
            <rect className={styles.work} x={from} y={top} width={width} height={work.bottom - top} />
            <line className={styles.workTop} x1={from} x2={from + width} y1={top} y2={top} />
          </g>
        );
      })}
    </g>
  );
}

function Use({
  layout,
  choice,
  looks,
  words,
}: {
  readonly layout: LoadLayout;
  readonly choice: LoadChoice;
  readonly looks: readonly LoadLook[];
  readonly words: LoadWords;
}) {
  const { percent: band, x, left, right } = layout;
  const { target } = choice;
  const of = (name: 'cpu' | 'memory') =>
    stepsOf(
      staysOf(looks, ({ metrics }) => metrics.find((one) => one.name === name)?.percent),
      x,
      band.y,
    );
  const isUnknown = looks.length > 0 && looks.every(({ metrics }) => metrics.length === 0);
  return (
    <g>
      <Frame band={band} title={words.bands.percent} most={`${band.most}%`} layout={layout} />
      <rect
        className={styles.tenth}
        x={left}
        width={right - left}
        y={band.y(target * 1.1)}
        height={band.y(target * 0.9) - band.y(target * 1.1)}
      />
      <line className={styles.target} x1={left} x2={right} y1={band.y(target)} y2={band.y(target)} />
      <text className={styles.tick} x={right} y={band.top - 9} textAnchor="end">
        {fill(words.target, { target })}
      </text>
      <path className={styles.memory} d={of('memory')} />
      <path className={styles.use} d={of('cpu')} />
      {isUnknown && (
        <text
          className={styles.unknown}
          x={(left + right) / 2}
          y={(band.top + band.bottom) / 2 + 5}
          textAnchor="middle"
        >
          {words.nothingKnown}
        </text>
      )}
    </g>
  );
}

function Replicas({
  layout,
  choice,
  run,
  words,
}: {
  readonly layout: LoadLayout;
  readonly choice: LoadChoice;
  readonly run: LoadRun | undefined;
  readonly words: LoadWords;
}) {
  const { replicas: band, x, left, right } = layout;
  const { looks, moments } = run ?? { looks: [], moments: [] };
  const { minReplicas: min, maxReplicas: max } = choice;
  const ready = moments.map(({ atMs, ready: value }, place) => ({
    fromMs: atMs,
    untilMs: moments[place + 1]?.atMs ?? atMs,
    value,
  }));
  return (
    <g>
      <Frame band={band} title={words.bands.replicas} most={String(band.most)} layout={layout} />
      {ready.map(({ fromMs, untilMs, value }) => (
        <rect
          key={fromMs}
          className={styles.ready}
          x={x(fromMs)}
          y={band.y(value)}
          width={Math.max(0, x(untilMs) - x(fromMs))}
          height={band.bottom - band.y(value)}
        />
      ))}
      {[max, min].map((bound) => (
        <line
          key={bound}
          className={styles.bound}
          x1={left}
          x2={right}
          y1={band.y(bound)}
          y2={band.y(bound)}
        />
      ))}
      <text className={styles.tick} x={right} y={band.top - 9} textAnchor="end">
        {`${fill(words.least, { min })}, ${fill(words.most, { max })}`}
      </text>
      <path
        className={styles.wants}
        d={stepsOf(
          staysOf(looks, ({ after }) => after),
          x,
          band.y,
        )}
      />
      <path
        className={styles.wish}
        d={stepsOf(
          staysOf(looks, ({ wish }) => wish),
          x,
          band.y,
        )}
      />
    </g>
  );
}

function Now({ layout, atMs }: { readonly layout: LoadLayout; readonly atMs: number }) {
  const x = layout.x(atMs);
  const isRight = x > layout.right - 40;
  return (
    <g>
      <line className={styles.now} x1={x} x2={x} y1={16} y2={layout.replicas.bottom} />
      <text className={styles.nowText} x={x} y={11} textAnchor={isRight ? 'end' : 'middle'}>
        {clock(atMs)}
      </text>
    </g>
  );
}
