import type {
  FrameView,
  HostSpan,
  Lane,
  LaneName,
  LaneSpan,
  Moment,
  PacketView,
} from '@/lib/network/xray/view';
import { type Band, bandsOf, type Edges, type Link, linksOf } from './strip-bands';
import { currentFrame, isTunnelledAt, slotOf } from './strip-moment';

/** Where everything of a packet's strip stands, in px: y grows downwards from the top of the bands. */
export interface StripLayout {
  /** Of the drawing; wider than what was asked for when its columns need more: then it scrolls. */
  readonly width: number;
  readonly height: number;
  readonly pitch: number;
  /** Names of lanes stand above their lanes, for want of width. */
  readonly isStacked: boolean;
  /** The red line: where the packet is. */
  readonly nowX: number;
  readonly lineY: number;
  readonly bandHeight: number;
  readonly columns: readonly Column[];
  readonly bands: readonly Band[];
  readonly links: readonly Link[];
  readonly packet: PlacedPacket;
  readonly lost?: PlacedLoss;
  readonly lanes: readonly PlacedLane[];
  /** The frame that was passed last; the first before any. */
  readonly current: number;
}

export type Form = 'pod' | 'veth' | 'bridge' | 'tunnel' | 'ethernet' | 'loop' | 'router' | 'outside';

/** One frame: where it was seen. */
export interface Column {
  readonly index: number;
  readonly x: number;
  readonly form: Form;
  /** Of Pods: the one at the left end asks, whatever travels. */
  readonly isLeftEnd: boolean;
  readonly frame: FrameView;
  readonly isPod: boolean;
  readonly address?: string;
}

export interface PlacedPacket {
  readonly y: number;
  readonly isTunnelled: boolean;
  readonly isFallen: boolean;
  readonly facing: 1 | -1;
}

export interface PlacedLoss {
  readonly x: number;
  /** The packet has come here. */
  readonly isReached: boolean;
}

export interface PlacedLane {
  readonly name: LaneName;
  readonly labelY: number;
  readonly y: number;
  readonly spans: readonly PlacedSpan[];
}

/** A value that stays from `x` to `to`, left to right; the packet comes to it at the right end when it travels back. */
export interface PlacedSpan {
  readonly span: LaneSpan;
  readonly before: LaneSpan | undefined;
  readonly x: number;
  readonly to: number;
  readonly when: 'past' | 'current' | 'ahead';
  /** How far it is inked, from where the packet comes to it. */
  readonly inkedTo: number;
}

/** A column is never narrower than this, px. */
export const leastPitch = 84;
const labelWidth = 126;
/** From here on the names of lanes have a column of their own. */
const roomyFrom = 720;
const lineY = 78;
const packetY = 46;
const fallenY = lineY + 22;
/** Room for a name and an address, or for a fallen packet and two lines of why. */
const bandHeight = lineY + 68;
/** Of the two ways in which a lane is given its name. */
const roomyLane = { height: 38, name: -8 };
const stackedLane = { height: 54, name: -31 };

/**
 * Columns, bands, lanes and the now-line of one packet at one moment. Nothing but the now-line, the packet and what is inked
 * depends on the moment: a step moves no column and no lane.
 */
export function layoutStrip(packet: PacketView, moment: Moment, width: number): StripLayout {
  const count = packet.frames.length;
  const slots = Math.max(1, count + (packet.loss ? 1 : 0));
  const isStacked = width < roomyFrom || (width - labelWidth) / slots < leastPitch;
  const left = isStacked ? 0 : labelWidth;
  const pitch = Math.max(leastPitch, (width - left) / slots);
  const wide = left + pitch * slots;
  const x = (slot: number) => Math.round(left + ((packet.isBack ? slots - 1 - slot : slot) + 0.5) * pitch);
  const nowX = x(slotOf(packet, moment));
  const current = currentFrame(packet, moment);
  const isFallen = moment.at === 'end' && packet.loss !== undefined;
  const lane = isStacked ? stackedLane : roomyLane;
  const drawn = count === 0 ? [] : withOuter(packet.lanes);
  const edges = { left, right: wide, pitch, x };
  return {
    width: wide,
    height: bandHeight + (drawn.length === 0 ? 0 : drawn.length * lane.height + 28),
    pitch,
    isStacked,
    nowX,
    lineY,
    bandHeight,
    columns: columnsOf(packet, x),
    bands: bandsOf(packet, edges),
    links: linksOf(packet, x),
    packet: {
      y: isFallen ? fallenY : packetY,
      isTunnelled: isTunnelledAt(packet, moment),
      isFallen,
      facing: packet.isBack ? -1 : 1,
    },
    ...(packet.loss && { lost: { x: x(count), isReached: isFallen } }),
    lanes: drawn.map((one, i) => {
      const y = bandHeight + 10 + (i + 1) * lane.height;
      return {
        name: one.name,
        labelY: y + lane.name,
        y,
        spans: spansOf(one, { current, nowX, isBack: packet.isBack, hasEnded: moment.at === 'end' }, edges),
      };
    }),
    current,
  };
}

/** Lanes with one for the outer header though there is none: with and without a tunnel the strip is of one height. */
function withOuter(lanes: readonly Lane[]): readonly Lane[] {
  if (lanes.some(({ name }) => name === 'outer')) return lanes;
  const at = lanes.findIndex(({ name }) => name === 'bytes');
  return lanes.toSpliced(at < 0 ? lanes.length : at, 0, { name: 'outer', spans: [] });
}

const forms: Readonly<Record<FrameView['kind'], Form>> = {
  loopback: 'loop',
  ethernet: 'ethernet',
  bridge: 'bridge',
  port: 'veth',
  vxlan: 'tunnel',
};

function formOf(frame: FrameView, host: HostSpan['kind'] | undefined): Form {
  if (frame.kind !== 'ethernet' || host === undefined || host === 'node') return forms[frame.kind];
  return host;
}

function columnsOf(packet: PacketView, x: (slot: number) => number): Column[] {
  const rightmost = packet.isBack ? 0 : packet.frames.length - 1;
  return packet.frames.map((frame, index) => {
    const host = packet.hosts.find(({ from, to }) => from <= index && index <= to);
    const isPod = host?.kind === 'pod';
    return {
      index,
      x: x(index),
      form: formOf(frame, host?.kind),
      isLeftEnd: index !== rightmost || packet.frames.length === 1,
      frame,
      isPod,
      ...(host?.address !== undefined && isPod && { address: host.address }),
    };
  });
}

interface Progress {
  readonly current: number;
  readonly nowX: number;
  readonly isBack: boolean;
  /** It left its last frame behind: nothing lies ahead. */
  readonly hasEnded: boolean;
}

/** Between two values of a lane, px. */
const spanGap = 12;

function spansOf(
  { spans }: Lane,
  { current, nowX, isBack, hasEnded }: Progress,
  { left, right, pitch, x }: Edges,
) {
  return spans.map((span, i): PlacedSpan => {
    const ends = [x(span.from), x(span.to)];
    const start = Math.max(left + 4, Math.min(...ends) - pitch / 2 + spanGap / 2);
    const stop = Math.min(right, Math.max(...ends) + pitch / 2 - spanGap / 2);
    const when = current > span.to ? 'past' : current < span.from ? 'ahead' : 'current';
    const within = Math.min(stop, Math.max(start, nowX));
    const [from, to] = isBack ? [stop, start] : [start, stop];
    return {
      span,
      before: spans[i - 1],
      x: start,
      to: stop,
      when,
      inkedTo: when === 'past' || hasEnded ? to : when === 'ahead' ? from : within,
    };
  });
}
