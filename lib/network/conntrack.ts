import { isIcmpError, type Packet, portsOf, protocolOf, readdressed } from './packet';

/** One direction of a connection. Source: Linux net/netfilter/nf_conntrack_core.c. */
export interface Tuple {
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly src: string;
  readonly sport: number;
  readonly dst: string;
  readonly dport: number;
}

export type Direction = 'original' | 'reply';

/** A connection: what the first packet said, and what an answer to it will look like. NAT is the difference. */
export interface Connection {
  readonly original: Tuple;
  reply: Tuple;
  /** It stands in the table only when its first packet left the node or reached a socket. */
  isConfirmed: boolean;
  hasReply: boolean;
  /** Each direction of NAT is decided once, by the first packet. */
  dstDecided: boolean;
  srcDecided: boolean;
}

export interface Tracked {
  readonly connection: Connection;
  readonly direction: Direction;
  readonly state: 'NEW' | 'ESTABLISHED' | 'RELATED';
}

export function tupleOf(packet: Packet): Tuple {
  const ports = portsOf(packet);
  return {
    protocol: protocolOf(packet),
    src: packet.src,
    sport: ports.src,
    dst: packet.dst,
    dport: ports.dst,
  };
}

export const inverted = ({ protocol, src, sport, dst, dport }: Tuple): Tuple => ({
  protocol,
  src: dst,
  sport: dport,
  dst: src,
  dport: sport,
});

const isSame = (a: Tuple, b: Tuple): boolean =>
  a.protocol === b.protocol &&
  a.src === b.src &&
  a.dst === b.dst &&
  a.sport === b.sport &&
  a.dport === b.dport;

function find(
  table: readonly Connection[],
  tuple: Tuple,
): { readonly connection: Connection; readonly direction: Direction } | undefined {
  for (const connection of table) {
    if (isSame(connection.original, tuple)) return { connection, direction: 'original' };
    if (isSame(connection.reply, tuple)) return { connection, direction: 'reply' };
  }
  return undefined;
}

/** Finds the connection of a packet or begins one; undefined for what is INVALID (an error about nothing known). */
export function track(table: readonly Connection[], packet: Packet): Tracked | undefined {
  const { quoted } = packet.icmp ?? {};
  if (quoted) {
    const about = find(table, inverted(tupleOf(quoted)));
    return about && { ...about, state: 'RELATED' };
  }
  const tuple = tupleOf(packet);
  const known = find(table, tuple);
  if (known) {
    const { connection, direction } = known;
    if (direction === 'reply') connection.hasReply = true;
    return { ...known, state: connection.hasReply ? 'ESTABLISHED' : 'NEW' };
  }
  if (packet.icmp && packet.icmp.type !== 8) return undefined;
  if (packet.tcp?.flags.includes('R')) return undefined;
  const connection: Connection = {
    original: tuple,
    reply: inverted(tuple),
    isConfirmed: false,
    hasReply: false,
    dstDecided: false,
    srcDecided: false,
  };
  return { connection, direction: 'original', state: 'NEW' };
}

/** An echo has one id for both directions: only its addresses say which side was changed. */
export const isDnat = ({ original, reply }: Connection): boolean =>
  original.dst !== reply.src || (original.protocol !== 'icmp' && original.dport !== reply.sport);

export const isSnat = ({ original, reply }: Connection): boolean =>
  original.src !== reply.dst || original.sport !== reply.dport;

/**
 * Changes the receiver (in PREROUTING and OUTPUT) or the sender (in POSTROUTING and INPUT) of a packet as its connection
 * says; an answer is changed back the same way. Source: net/netfilter/nf_nat_core.c nf_nat_packet.
 */
export function translated(packet: Packet, tracked: Tracked, side: 'dst' | 'src'): Packet {
  const { connection, direction } = tracked;
  const other = direction === 'original' ? connection.reply : connection.original;
  if (isIcmpError(packet)) return translatedError(packet, tracked, side);
  return side === 'dst'
    ? readdressed(packet, { dst: other.src, dport: other.sport })
    : readdressed(packet, { src: other.dst, sport: other.dport });
}

/** An error about a translated packet: the quoted packet is changed back, too. Source: nf_nat_icmp_reply_translation. */
function translatedError(packet: Packet, { connection, direction }: Tracked, side: 'dst' | 'src'): Packet {
  const { icmp } = packet;
  if (!icmp?.quoted) return packet;
  const changesSource = (side === 'src') === (direction === 'original');
  if (changesSource ? !isSnat(connection) : !isDnat(connection)) return packet;
  const other = direction === 'original' ? connection.reply : connection.original;
  const quoted =
    side === 'dst'
      ? readdressed(icmp.quoted, { src: other.src, sport: other.sport })
      : readdressed(icmp.quoted, { dst: other.dst, dport: other.dport });
  const outer = side === 'dst' ? { dst: other.src } : { src: other.dst };
  return { ...packet, ...outer, icmp: { ...icmp, quoted } };
}

/** A row as `conntrack -L` prints its two tuples. */
export function rowOf({ original, reply }: Connection, port: (n: number) => string = String): string {
  const one = ({ src, dst, sport, dport }: Tuple) =>
    `src=${src} dst=${dst} sport=${port(sport)} dport=${port(dport)}`;
  return `${one(original)} ${one(reply)}`;
}
