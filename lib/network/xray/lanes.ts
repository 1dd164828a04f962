import type { Frame } from '../packet';
import { portsOf } from '../packet';
import type { Because, FrameView, Lane, LaneName, LaneSpan, PlaceView } from './view';

/** How the fields of a packet go on from frame to frame, and why one changed. */

const inner = ({ frame }: FrameView): Frame => frame.packet.vxlan?.inner ?? frame;

const withPort = (address: string, port: number | undefined): string =>
  port === undefined ? address : `${address}:${port}`;

const end = ({ packet }: Frame, side: 'src' | 'dst'): string =>
  withPort(packet[side], packet.tcp || packet.udp ? portsOf(packet)[side] : undefined);

const values: Readonly<Record<LaneName, (view: FrameView) => string>> = {
  source: (view) => end(inner(view), 'src'),
  destination: (view) => end(inner(view), 'dst'),
  ttl: (view) => String(inner(view).packet.ttl),
  ethernetTo: (view) => inner(view).eth.dst,
  outer: ({ frame: { packet } }) => (packet.vxlan ? `${packet.src} → ${packet.dst}` : ''),
  bytes: ({ bytes }) => String(bytes.length),
};

/** NAT in a gap that changed one side of the packet; of an answer it is the first packet's NAT undone. */
function translation(gap: readonly PlaceView[], side: 'src' | 'dst'): Because | undefined {
  for (const { hook } of gap) {
    if (!hook) continue;
    const was = end({ eth: { src: '', dst: '' }, packet: hook.before }, side);
    if (was === end({ eth: { src: '', dst: '' }, packet: hook.after }, side)) continue;
    const isAnswer = hook.connection?.direction === 'reply';
    const why = side === 'dst' ? (isAnswer ? 'undoneSnat' : 'dnat') : isAnswer ? 'undoneDnat' : 'snat';
    return { why, host: hook.host, was };
  }
  return undefined;
}

function resolution(gap: readonly PlaceView[]): Because | undefined {
  const read = gap
    .flatMap(({ reads }) => reads)
    .findLast(({ table, row }) => row !== undefined && (table === 'neighbour' || table === 'arp'));
  return read && { why: 'neighbour', host: read.host, address: read.key };
}

function routing(gap: readonly PlaceView[]): Because | undefined {
  const place = gap.findLast((one) => one.place === 'routing' || one.place === 'router');
  return place && { why: 'routed', host: place.host };
}

const tunnel = (before: FrameView, after: FrameView): Because | undefined => {
  if (!before.frame.packet.vxlan === !after.frame.packet.vxlan) return undefined;
  const why = after.frame.packet.vxlan ? 'tunnelled' : 'untunnelled';
  return { why, host: after.host };
};

function becauseOf(
  name: LaneName,
  before: FrameView | undefined,
  after: FrameView,
  gap: readonly PlaceView[],
): Because | undefined {
  if (name === 'source') return translation(gap, 'src');
  if (name === 'destination') return translation(gap, 'dst');
  if (!before) return undefined;
  if (name === 'ttl') return routing(gap);
  if (name === 'ethernetTo') return resolution(gap);
  return tunnel(before, after);
}

function spansOf(
  name: LaneName,
  frames: readonly FrameView[],
  gaps: readonly (readonly PlaceView[])[],
): LaneSpan[] {
  const spans: LaneSpan[] = [];
  frames.forEach((view, at) => {
    const value = values[name](view);
    const last = spans.at(-1);
    if (last?.value === value && last.to === at - 1) spans[spans.length - 1] = { ...last, to: at };
    else if (value) {
      const before = frames[at - 1];
      const because = becauseOf(name, before, view, gaps[at] ?? []);
      spans.push({ from: at, to: at, value, ...(because && { because }) });
    }
  });
  return spans;
}

const names: readonly LaneName[] = ['source', 'destination', 'ttl', 'ethernetTo', 'outer', 'bytes'];

/** The lanes of a packet; one without anything to show (no tunnel) is left out. */
export const lanesOf = (
  frames: readonly FrameView[],
  gaps: readonly (readonly PlaceView[])[],
): readonly Lane[] =>
  names
    .map((name): Lane => ({ name, spans: spansOf(name, frames, gaps) }))
    .filter(({ spans }) => spans.length > 0);
