import type { Loss } from '@/lib/network/walk';
import type { Because, FrameView, LaneName, LaneSpan, PacketView } from '@/lib/network/xray/view';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';

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

const en: StripWords = {
  label: 'The way of the packet, a column for each frame',
  wire: 'wire',
  pod: 'Pod {name}',
  lanes: {
    source: 'inner source',
    destination: 'inner destination',
    ttl: 'inner TTL',
    ethernetTo: 'Ethernet to',
    outer: 'outer header',
    bytes: 'bytes',
  },
  plainLanes: { source: 'source', destination: 'destination', ttl: 'TTL' },
  because: {
    dnat: 'DNAT on {host}, was {was}',
    snat: 'SNAT on {host}, was {was}',
    undoneDnat: '{host} undid its DNAT, was {was}',
    undoneSnat: '{host} undid its SNAT, was {was}',
    routed: '{host} routed it',
    neighbour: 'neighbour {address} of {host}',
    tunnelled: 'put on by {host}',
    untunnelled: 'taken off by {host}',
  },
  never: {
    source: 'never changes',
    destination: 'never changes',
    ttl: 'no host routed it',
    ethernetTo: 'never changes',
    bytes: 'never changes',
  },
  none: 'none',
  frame: 'Frame {n} of {of}: {host}, {device}, {bytes} bytes',
  frameVxlan: 'Frame {n} of {of}: {host}, {device}, {bytes} bytes, VXLAN',
  span: '{lane}, frames {from} to {to}: {value}',
  spanOne: '{lane}, frame {from}: {value}',
  comma: ', ',
  losses: {
    noRoute: 'no route',
    tooLong: 'too long',
    tooLongFor: 'longer than {mtu}',
    noNeighbour: 'no neighbour answers',
    noFdb: 'not in the FDB',
    deviceDown: 'device is down',
    notForwarding: 'forwarding is off',
    rule: 'dropped by a rule',
    rejected: 'rejected by a rule',
    ttl: 'TTL ran out',
    noName: 'nobody has the name',
    notForUs: 'not for this host',
  },
  lostHere: 'It ends on {host}: {reason}',
};

const zh: StripWords = {
  label: '数据包走过的路，每一帧一列',
  wire: '网线',
  pod: 'Pod {name}',
  lanes: {
    source: '内层源地址',
    destination: '内层目的地址',
    ttl: '内层 TTL',
    ethernetTo: '以太网目的地址',
    outer: '外层首部',
    bytes: '字节数',
  },
  plainLanes: { source: '源地址', destination: '目的地址', ttl: 'TTL' },
  because: {
    dnat: '{host} 做了 DNAT，原为 {was}',
    snat: '{host} 做了 SNAT，原为 {was}',
    undoneDnat: '{host} 还原 DNAT，原为 {was}',
    undoneSnat: '{host} 还原 SNAT，原为 {was}',
    routed: '{host} 路由转发',
    neighbour: '{host} 的邻居 {address}',
    tunnelled: '{host} 封装',
    untunnelled: '{host} 解封装',
  },
  never: {
    source: '始终不变',
    destination: '始终不变',
    ttl: '没有主机转发过它',
    ethernetTo: '始终不变',
    bytes: '始终不变',
  },
  none: '无',
  frame: '第 {n} 帧，共 {of} 帧：{host}，{device}，{bytes} 字节',
  frameVxlan: '第 {n} 帧，共 {of} 帧：{host}，{device}，{bytes} 字节，VXLAN',
  span: '{lane}，第 {from} 至 {to} 帧：{value}',
  spanOne: '{lane}，第 {from} 帧：{value}',
  comma: '，',
  losses: {
    noRoute: '没有路由',
    tooLong: '太长',
    tooLongFor: '超过 {mtu} 字节',
    noNeighbour: '没有邻居应答',
    noFdb: 'FDB 里没有',
    deviceDown: '设备已关闭',
    notForwarding: '没有开启转发',
    rule: '被规则丢弃',
    rejected: '被规则拒绝',
    ttl: 'TTL 耗尽',
    noName: '没有这个名字',
    notForUs: '不是发给这台主机的',
  },
  lostHere: '它在 {host} 上终止：{reason}',
};

export const stripWords: Readonly<Record<Locale, StripWords>> = { en, zh };

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
