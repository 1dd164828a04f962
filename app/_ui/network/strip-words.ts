import type { Loss } from '@/lib/network/walk';
import type { Because, FrameView, LaneName, LaneSpan, PacketView } from '@/lib/network/xray/view';
import { fill } from '../fill';
import { spoken } from '../language/spoken';

/** What the strip says, in one language. `{name}` is filled in. */
export interface StripWords {
  readonly label: string;
  readonly wire: string;
  readonly pod: string;
  readonly lanes: Readonly<Record<LaneName, string>>;
  /** Of a packet that no tunnel carries: there is no inner one. */
  readonly plainLanes: Readonly<Partial<Record<LaneName, string>>>;
  readonly because: Readonly<Record<Because['why'], string>>;
  /** Said of a lane's only value. */
  readonly never: Readonly<Record<Exclude<LaneName, 'outer'>, string>>;
  /** Said of a lane without a value. */
  readonly none: string;
  readonly frame: string;
  readonly frameVxlan: string;
  readonly span: string;
  readonly spanOne: string;
  readonly comma: string;
  readonly losses: Readonly<Record<Loss['sort'] | 'rejected' | 'tooLongFor', string>>;
  readonly lostHere: string;
}

export const stripWords = spoken('strip');

/** `pod-client` is shown as `Pod client`; other hosts by their names. */
export const hostWords = (words: StripWords, host: string): string =>
  host.startsWith('pod-') ? fill(words.pod, { name: host.slice(4) }) : host;

/** What stands under a column: a Pod's name for the interface that it has, else the device's. */
export const columnName = (words: StripWords, { host, device, kind }: FrameView): string =>
  kind === 'ethernet' && host.startsWith('pod-') ? hostWords(words, host) : device;

/** Of a letter under a device, px. */
const letterWidth = 7.3;
/** What it begins with, `veth`, `Pod `, is told from the rest by its form already. */
const keptAtHead = 4;

/** A name in the room that there is. Of a long one the end is kept: by it Pods of one ReplicaSet are told apart. */
export function shortened(name: string, width: number): string {
  const most = Math.max(keptAtHead + 4, Math.floor(width / letterWidth));
  if (name.length <= most) return name;
  return `${name.slice(0, keptAtHead)}…${name.slice(keptAtHead + 1 - most)}`;
}

/** "Frame 5 of 10: node-1, eth0, 124 bytes, VXLAN". */
export const frameWords = (words: StripWords, { frames }: PacketView, index: number): string => {
  const frame = frames[index];
  if (!frame) return '';
  return fill(frame.frame.packet.vxlan ? words.frameVxlan : words.frame, {
    n: index + 1,
    of: frames.length,
    host: hostWords(words, frame.host),
    device: frame.device,
    bytes: frame.bytes.length,
  });
};

/** The value as it is drawn: devices as `node-2 / flannel.1`, of a second address only where it differs in the last byte. */
export function valueWords(words: StripWords, lane: LaneName, value: string): string {
  if (lane === 'outer') return value.replace(/^((?:\d+\.){3})(\d+) → \1(\d+)$/, '$1$2 → .$3');
  const [host, device] = value.split('/');
  if (lane !== 'ethernetTo' || host === undefined || device === undefined) return value;
  return `${hostWords(words, host)} / ${device}`;
}

/** Why a lane's value is what it is: what changed it, or that nothing does; undefined where there is nothing to say. */
export function reasonWords(
  words: StripWords,
  lane: LaneName,
  span: LaneSpan,
  before: LaneSpan | undefined,
  isOnly: boolean,
): string | undefined {
  const { because, value } = span;
  if (!because) return isOnly && lane !== 'outer' && span.to > span.from ? words.never[lane] : undefined;
  if (lane === 'bytes' && before) {
    const more = Number(value) - Number(before.value);
    return `${before.value} ${more < 0 ? '−' : '+'} ${Math.abs(more)}`;
  }
  return fill(words.because[because.why], { ...because, host: hostWords(words, because.host) });
}

export function laneName(words: StripWords, { lanes }: Pick<PacketView, 'lanes'>, name: LaneName): string {
  const isTunnelled = lanes.some((lane) => lane.name === 'outer' && lane.spans.length > 0);
  return (isTunnelled ? undefined : words.plainLanes[name]) ?? words.lanes[name];
}

/** Every value of every lane as a line, for whoever does not see the drawing. */
export const laneLines = (words: StripWords, { lanes }: Pick<PacketView, 'lanes'>): string[] =>
  lanes.flatMap(({ name, spans }) =>
    spans.map((span, i) => {
      const reason = reasonWords(words, name, span, spans[i - 1], spans.length === 1);
      const value = reason === undefined ? span.value : `${span.value}${words.comma}${reason}`;
      const lane = laneName(words, { lanes }, name);
      const said = { lane, from: span.from + 1, to: span.to + 1, value };
      return fill(span.from === span.to ? words.spanOne : words.span, said);
    }),
  );

/** Why it ended, in few words; undefined for what arrived. */
export function lossWords(words: StripWords, { loss, end }: PacketView): string | undefined {
  if (!loss) return undefined;
  const { sort, mtu } = loss.loss;
  if (sort === 'rule' && end === 'rejected') return words.losses.rejected;
  if (sort === 'tooLong' && mtu !== undefined) return fill(words.losses.tooLongFor, { mtu });
  return words.losses[sort];
}
