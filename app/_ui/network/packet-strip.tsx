'use client';
import { type CSSProperties, type RefObject, useEffect, useRef } from 'react';
import type { Moment, PacketView } from '@/lib/network/xray/view';
import { fill } from '../fill';
import { LaneNames, LaneStrokes, LaneWords } from './packet-lanes';
import styles from './strip.module.css';
import { StripDevice, StripPacket } from './strip-device';
import { StripHosts } from './strip-hosts';
import { layoutStrip, type StripLayout } from './strip-layout';
import {
  columnName,
  frameWords,
  hostWords,
  laneLines,
  lossWords,
  type StripWords,
  shortened,
} from './strip-words';

export interface PacketStripProps {
  readonly packet: PacketView;
  readonly moment: Moment;
  /** px to draw in; where the columns need more, the strip scrolls inside its own box. */
  readonly width: number;
  readonly words: StripWords;
  /** Called with the frame whose column was chosen. */
  readonly onFrame: (frame: number) => void;
}

/** Width of a strip on a page of A4 with its margins, px. */
const paperWidth = 680;

/**
 * The way of one packet: hosts with a column for each frame, the packet over the column where it is, below it the fields of
 * its header as lanes. Draws and decides nothing; the keys that step belong to the figure around it.
 */
export function PacketStrip({ packet, moment, width, words, onFrame }: PacketStripProps) {
  const layout = layoutStrip(packet, moment, width);
  const box = useRef<HTMLDivElement>(null);
  useCentred(box, layout.nowX, width);
  const lines = [...laneLines(words, packet), ...lossLine(words, packet)];
  return (
    <div
      className={styles.strip}
      data-stacked={layout.isStacked}
      style={{ width, '--on-paper': Math.min(1, paperWidth / layout.width) } as CSSProperties}
    >
      <div ref={box} className={styles.scroll} style={{ '--view': `${width}px` } as CSSProperties}>
        <div className={styles.content} style={{ width: layout.width, height: layout.height }}>
          <Drawing layout={layout} packet={packet} moment={moment} words={words} />
          <StripHosts layout={layout} words={words} />
          <LaneWords layout={layout} packet={packet} words={words} />
          {layout.lost && <LossWords layout={layout} packet={packet} words={words} />}
          <Columns layout={layout} packet={packet} words={words} onFrame={onFrame} />
        </div>
      </div>
      <LaneNames layout={layout} packet={packet} words={words} />
      <ul className="unseen">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** Keeps the now-line in the middle of the box that scrolls, as far as there is something to scroll. */
function useCentred(box: RefObject<HTMLDivElement | null>, nowX: number, width: number) {
  const isMoved = useRef(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const isCalm = !isMoved.current || matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollTo?.({ left: nowX - width / 2, behavior: isCalm ? 'instant' : 'smooth' });
    isMoved.current = true;
  }, [box, nowX, width]);
}

function lossLine(words: StripWords, packet: PacketView): string[] {
  const reason = lossWords(words, packet);
  if (reason === undefined || !packet.loss) return [];
  return [fill(words.lostHere, { host: hostWords(words, packet.loss.host), reason })];
}

interface PartProps {
  readonly layout: StripLayout;
  readonly packet: PacketView;
  readonly words: StripWords;
}

function Drawing({ layout, packet, moment, words }: PartProps & { readonly moment: Moment }) {
  const { width, height, lineY, bandHeight, bands, links, lost } = layout;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {bands.map((band) => (
        <rect key={band.x} className={styles.band} x={band.x} width={band.width} height={bandHeight} />
      ))}
      <LaneStrokes layout={layout} isBack={packet.isBack} />
      <g transform={`translate(0 ${lineY})`}>
        {links.map(({ from, to, isWire }) =>
          isWire ? (
            <g key={from}>
              <path className={styles.wire} d={`M${from + 18} -3.5H${to - 18}M${from + 18} 3.5H${to - 18}`} />
              <text className={styles.wireName} x={(from + to) / 2} y={-9}>
                {words.wire}
              </text>
            </g>
          ) : (
            <path key={from} className={styles.line} d={`M${from} 0H${to}`} />
          ),
        )}
      </g>
      <Now key={moment.packet} layout={layout} />
      <g transform={`translate(0 ${lineY})`}>
        {layout.columns.map((column) => (
          <StripDevice key={column.index} column={column} />
        ))}
        {lost && (
          <path
            className={styles.cross}
            data-reached={lost.isReached}
            d={`M${lost.x - 7} -7l14 14m0 -14l-14 14`}
          />
        )}
      </g>
    </svg>
  );
}

/** The red line with the packet on it; both move from column to column. */
function Now({ layout }: { readonly layout: StripLayout }) {
  const { nowX, height, packet } = layout;
  return (
    <g className={styles.moving} style={{ transform: `translateX(${nowX}px)` }}>
      <path className={styles.now} d={`M0 46V${height - 8}`} />
      <g className={styles.moving} style={{ transform: `translateY(${packet.y}px)` }}>
        <StripPacket isTunnelled={packet.isTunnelled} facing={packet.facing} />
        <rect
          key={`${nowX} ${packet.y} ${packet.isTunnelled}`}
          className={styles.ring}
          x={-23}
          y={-16}
          width={46}
          height={32}
        />
      </g>
    </g>
  );
}

function LossWords({ layout, packet, words }: PartProps) {
  const { lost, pitch, lineY } = layout;
  if (!lost) return null;
  return (
    <p
      className={styles.loss}
      data-reached={lost.isReached}
      style={{ left: lost.x - pitch / 2, top: lineY + 37, width: pitch }}
      aria-hidden="true"
    >
      <span>{lossWords(words, packet)}</span>
    </p>
  );
}

/** A name that was cut is drawn and no text: the column's label says the whole one. */
function Name({ name, width }: { readonly name: string; readonly width: number }) {
  const short = shortened(name, width);
  return short === name ? name : <i className={styles.short} data-short={short} />;
}

function Columns({ layout, packet, words, onFrame }: PartProps & Pick<PacketStripProps, 'onFrame'>) {
  const { pitch, bandHeight, lineY, columns, current } = layout;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and words
    <div role="group" aria-label={words.label}>
      {columns.map((column) => (
        <button
          key={column.index}
          type="button"
          className={styles.column}
          tabIndex={column.index === current ? 0 : -1}
          aria-current={column.index === current ? 'step' : undefined}
          aria-label={frameWords(words, packet, column.index)}
          title={frameWords(words, packet, column.index)}
          style={{
            left: column.x - pitch / 2,
            top: 28,
            width: pitch,
            height: bandHeight - 28,
            paddingTop: lineY - 10,
          }}
          onClick={() => onFrame(column.index)}
        >
          <span data-pod={column.form === 'pod'}>
            <Name name={columnName(words, column.frame)} width={pitch} />
          </span>
        </button>
      ))}
    </div>
  );
}
