import { rowOf } from './conntrack';
import type { Ending, Exchange } from './exchange';
import { hostOf, type Network } from './network';
import { type Frame, isIcmpError, type Packet, portsOf } from './packet';
import { hitsOf } from './verdict';
import type { Happening } from './walk';

/** What happened to packets, as lines to read. */

const end = (address: string, port: number | undefined): string =>
  port === undefined ? address : `${address}:${port}`;

/** What a packet is to who reads it, by what it holds. */
interface Kinds {
  readonly tcp?: { readonly flags: string };
  readonly udp?: object;
  readonly icmp?: { readonly type: number; readonly code: number };
}

/** `SYN`, `SYN-ACK`, `RST`, `UDP`, `echo request`, `ICMP 3/4`. */
export function kindText({ tcp, udp, icmp }: Kinds): string {
  if (tcp) return { S: 'SYN', AS: 'SYN-ACK', AR: 'RST' }[tcp.flags] ?? `TCP ${tcp.flags}`;
  if (udp) return 'UDP';
  if (icmp?.type === 8) return 'echo request';
  if (icmp?.type === 0) return 'echo reply';
  return `ICMP ${icmp?.type}/${icmp?.code}`;
}

/** `10.244.1.2:40512 > 10.96.0.20:80 SYN ttl 64`. */
export function packetText(packet: Packet): string {
  const ports = packet.tcp || packet.udp ? portsOf(packet) : undefined;
  const ends = `${end(packet.src, ports?.src)} > ${end(packet.dst, ports?.dst)}`;
  const about = isIcmpError(packet) && packet.icmp?.quoted ? ` about ${packetText(packet.icmp.quoted)}` : '';
  return `${ends} ${kindText(packet)} ttl ${packet.ttl}${about}`;
}

function frameText({ eth, packet }: Frame): string {
  const { vxlan } = packet;
  const inside = vxlan ? ` [VNI ${vxlan.vni}: ${packetText(vxlan.inner.packet)}]` : '';
  return `${eth.src} > ${eth.dst}, ${packet.length + 14} bytes: ${packetText(packet)}${inside}`;
}

function linesOf(one: Happening): string[] {
  if (one.kind === 'place') return [`  ${one.place.padEnd(15)} ${one.host}`];
  if (one.kind === 'frame') return [`    ${one.on}: ${frameText(one.frame)}`];
  if (one.kind === 'read') return [];
  if (one.kind === 'loss') return [`    X ${one.loss.says}`];
  const changed = packetText(one.before) !== packetText(one.after);
  return [
    ...hitsOf(one.asked).map(({ table, chain, rule }) =>
      table === 'nft' ? `    nft ${chain}: ${rule}` : `    ${table} ${rule}`,
    ),
    ...(changed ? [`    now ${packetText(one.after)}`] : []),
  ];
}

function endingText(ending: Ending): string {
  if (ending.how === 'answered') {
    const { by, from, through } = ending;
    const way = through
      ? `; through ${through.kind} ${through.proxy}, X-Forwarded-For ${through.forwardedFor}`
      : '';
    return `answered by ${by}, which saw ${from}${way}`;
  }
  if (ending.how === 'http')
    return `HTTP ${ending.status} from ${ending.through.kind} ${ending.by}: ${ending.because}`;
  if (ending.how === 'reset') return 'refused: nothing listens there (RST)';
  if (ending.how === 'error')
    return `refused: ICMP ${ending.icmp.type}/${ending.icmp.code} from ${ending.from}`;
  if (ending.how === 'local') return `not sent: ${ending.loss.says}`;
  return 'no answer: whoever asked waits until its timeout';
}

/** The hops of an exchange, packet by packet, with the rules that were hit; then the connections that nodes remember. */
export function hopsText(network: Network, { sent, ending }: Exchange): string[] {
  const packets = sent.flatMap(({ happened, end: how }, i) => {
    const [first] = happened;
    const head = first?.kind === 'place' ? packetText(first.packet) : '';
    return [`${i + 1}. ${head}`, ...happened.flatMap(linesOf), `  ${how}`];
  });
  const rows = network.world.nodes.flatMap(({ name }) =>
    hostOf(network, name).connections.map((connection) => `conntrack ${name}: ${rowOf(connection)}`),
  );
  return [...packets, ...rows, endingText(ending)];
}
