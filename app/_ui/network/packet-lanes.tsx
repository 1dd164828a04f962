import type { PacketView } from '@/lib/network/xray/view';
import { textWidth } from '../cluster/text-width';
import styles from './strip.module.css';
import type { PlacedLane, PlacedSpan, StripLayout } from './strip-layout';
import { laneName, reasonWords, type StripWords, valueWords } from './strip-words';

/** The strokes of all lanes: a tick where a value begins, a line as long as it stays, inked as far as the packet came. */
export function LaneStrokes({ layout, isBack }: { readonly layout: StripLayout; readonly isBack: boolean }) {
  return layout.lanes.map(({ name, y, spans }) => (
    <g key={name} className={styles[name]} transform={`translate(0 ${y})`}>
      {spans.map((placed) => (
        <Stroke key={placed.span.from} placed={placed} isBack={isBack} />
      ))}
    </g>
  ));
}

function Stroke({ placed, isBack }: { readonly placed: PlacedSpan; readonly isBack: boolean }) {
  const { span, before, x, to, when, inkedTo } = placed;
  const start = isBack ? to : x;
  const isChange = before !== undefined || span.because !== undefined;
  return (
    <g className={styles.span} data-when={when}>
      <path className={styles.stay} d={`M${x} 0H${to}`} />
      {inkedTo !== start && <path className={styles.inked} d={`M${start} 0H${inkedTo}`} />}
      <path className={styles.tick} data-change={isChange} d={`M${start} 1.5V-19`} />
    </g>
  );
}

interface LaneProps {
  readonly layout: StripLayout;
  readonly packet: PacketView;
  readonly words: StripWords;
}

/** Values and reasons: text over the strokes, cut where the next value begins. */
export function LaneWords({ layout, packet, words }: LaneProps) {
  return layout.lanes.map((lane) => (
    <div key={lane.name} aria-hidden="true">
      {lane.spans.map((placed) => (
        <SpanWords key={placed.span.from} lane={lane} placed={placed} isBack={packet.isBack} words={words} />
      ))}
    </div>
  ));
}

interface SpanProps {
  readonly lane: PlacedLane;
  readonly placed: PlacedSpan;
  readonly isBack: boolean;
  readonly words: StripWords;
}

function SpanWords({ lane, placed, isBack, words }: SpanProps) {
  const { span, before, x, to, when } = placed;
  const value = valueWords(words, lane.name, span.value);
  const reason = reasonWords(words, lane.name, span, before, lane.spans.length === 1);
  const isRoomy = reason !== undefined && hasRoom(value, reason, to - x);
  const full = reason === undefined ? span.value : `${span.value}${words.comma}${reason}`;
  return (
    <div
      className={styles.words}
      data-when={when}
      data-back={isBack}
      style={{ left: x, top: lane.y - 21, width: to - x }}
      title={full}
    >
      <p>
        <b>{value}</b>
        {isRoomy && <span>{reason}</span>}
      </p>
    </div>
  );
}

/** A reason that would be cut to a stump is left to the title. */
function hasRoom(value: string, reason: string, width: number): boolean {
  const room = width - 2 * 8 - 10 - textWidth(value, 7.3);
  return room >= Math.min(60, textWidth(reason, 6.2));
}

/** They stand still while the strip scrolls under them. */
export function LaneNames({ layout, packet, words }: LaneProps) {
  return layout.lanes.map(({ name, labelY, spans }) => (
    <p key={name} className={styles.laneName} style={{ top: labelY - 12 }} aria-hidden="true">
      {laneName(words, packet, name)}
      {spans.length === 0 && <span> {words.none}</span>}
    </p>
  ));
}
