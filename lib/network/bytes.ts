import { vni as tunnelId } from './flannel';
import { type Frame, type Icmp, noMac, type Packet, type Tcp } from './packet';
import { sha256 } from './sha256';

/** Frames as bytes on the wire: Ethernet, IPv4 (RFC 791), TCP (RFC 9293), UDP, ICMP (RFC 792), VXLAN (RFC 7348). */

const u16 = (n: number): number[] => [(n >>> 8) & 255, n & 255];
const u32 = (n: number): number[] => [...u16(n >>> 16), ...u16(n & 0xffff)];
const addressBytes = (address: string): number[] => address.split('.').map(Number);

/** The MAC of an interface: real ones are random; these are locally administered and follow from the name. */
export function macBytes(name: string): number[] {
  if (name === noMac) return [0, 0, 0, 0, 0, 0];
  return [0x02, ...sha256(name).slice(0, 5)];
}

export const macText = (name: string): string =>
  macBytes(name)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(':');

/** The Internet checksum: one's complement of the one's complement sum of 16-bit words. */
export function checksum(bytes: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) sum += ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

const ipHeaderLength = 20;
const flagBits: Readonly<Record<string, number>> = { F: 1, S: 2, R: 4, P: 8, A: 16 };
/** First sequence numbers, fixed: NAT changes neither. */
const clientSequence = 1000;
const serverSequence = 2000;

/** MSS, SACK permitted, timestamps, no-op, window scale: what Linux puts into a SYN, 20 bytes. */
const synOptions = (mss: number): number[] => [
  ...[2, 4, ...u16(mss)],
  ...[4, 2],
  ...[8, 10, ...u32(1), ...u32(0)],
  1,
  ...[3, 3, 7],
];
/** What an Ethernet of 1,500 bytes leaves for a segment. */
const usualMss = 1460;

function tcpBytes({ src, dst, flags, mss = usualMss }: Tcp): number[] {
  const isSyn = flags.includes('S');
  const isAnswer = flags.includes('A');
  const bits = [...flags].reduce((all, flag) => all | (flagBits[flag] ?? 0), 0);
  const options = isSyn ? synOptions(mss) : [];
  return [
    ...u16(src),
    ...u16(dst),
    ...u32(isAnswer ? (flags === 'AR' ? 0 : serverSequence) : clientSequence),
    ...u32(isAnswer ? clientSequence + 1 : 0),
    ((20 + options.length) / 4) << 4,
    bits,
    ...u16(flags.includes('R') ? 0 : 64_240),
    0,
    0,
    ...u16(0),
    ...options,
  ];
}

/** A TCP checksum covers the addresses, too. */
function withTcpChecksum(packet: Packet, tcp: number[]): number[] {
  const pseudo = [...addressBytes(packet.src), ...addressBytes(packet.dst), 0, 6, ...u16(tcp.length)];
  const [high = 0, low = 0] = u16(checksum([...pseudo, ...tcp]));
  return tcp.map((byte, i) => (i === 16 ? high : i === 17 ? low : byte));
}

function icmpBytes({ type, code, id = 0, mtu = 0, quoted }: Icmp, length: number): number[] {
  const rest = quoted ? [...u16(0), ...u16(mtu)] : [...u16(id), ...u16(1)];
  const body = quoted ? ipBytes(quoted) : Array.from({ length: length - 28 }, (_, i) => i & 255);
  const all = [type, code, 0, 0, ...rest, ...body.slice(0, length - 28)];
  const [high = 0, low = 0] = u16(checksum(all));
  return all.map((byte, i) => (i === 2 ? high : i === 3 ? low : byte));
}

function udpBytes(packet: Packet): number[] {
  const { src = 0, dst = 0 } = packet.udp ?? {};
  const { vni = tunnelId, inner } = packet.vxlan ?? {};
  const payload = inner ? [0x08, 0, 0, 0, ...u32(vni << 8), ...frameBytes(inner)] : [];
  // A checksum of zero says that there is none, as Linux sends VXLAN over IPv4.
  return [...u16(src), ...u16(dst), ...u16(8 + payload.length), 0, 0, ...payload];
}

function ipBytes(packet: Packet): number[] {
  const body = packet.tcp
    ? withTcpChecksum(packet, tcpBytes(packet.tcp))
    : packet.udp
      ? udpBytes(packet)
      : icmpBytes(packet.icmp ?? { type: 8, code: 0 }, packet.length);
  const protocol = packet.tcp ? 6 : packet.udp ? 17 : 1;
  const header = [
    0x45,
    0,
    ...u16(ipHeaderLength + body.length),
    ...u16(0),
    ...u16(packet.isDontFragment ? 0x4000 : 0),
    packet.ttl,
    protocol,
    0,
    0,
    ...addressBytes(packet.src),
    ...addressBytes(packet.dst),
  ];
  const [high = 0, low = 0] = u16(checksum(header));
  return [...header.map((byte, i) => (i === 10 ? high : i === 11 ? low : byte)), ...body];
}

/** All bytes of a frame, without the trailing check sequence. */
export const frameBytes = ({ eth, packet }: Frame): number[] => [
  ...macBytes(eth.dst),
  ...macBytes(eth.src),
  0x08,
  0x00,
  ...ipBytes(packet),
];
