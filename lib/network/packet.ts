/** Packets and frames as values. A MAC is named by the interface that has it (`node-1/cni0`). */

export interface Tcp {
  readonly src: number;
  readonly dst: number;
  /** In alphabetical order: `S`, `AS`, `AR`. */
  readonly flags: string;
  /** Of a SYN and its answer: the longest segment that its sender takes, bytes. */
  readonly mss?: number;
}
export interface Udp {
  readonly src: number;
  readonly dst: number;
}
export interface Icmp {
  readonly type: number;
  readonly code: number;
  /** Of an echo and its reply. */
  readonly id?: number;
  /** The next hop's MTU, in "fragmentation needed". */
  readonly mtu?: number;
  /** The packet that an error is about. */
  readonly quoted?: Packet;
}

export interface Packet {
  readonly src: string;
  readonly dst: string;
  readonly ttl: number;
  /** Bytes with the IP header. */
  readonly length: number;
  readonly isDontFragment: boolean;
  readonly tcp?: Tcp;
  readonly udp?: Udp;
  readonly icmp?: Icmp;
  readonly vxlan?: { readonly vni: number; readonly inner: Frame };
}

export interface Ethernet {
  readonly src: string;
  readonly dst: string;
}

export interface Frame {
  readonly eth: Ethernet;
  readonly packet: Packet;
}

export const ethernetBytes = 14;
export const noMac = '00:00:00:00:00:00';
export const defaultTtl = 64;

export const protocolOf = (packet: Packet): 'tcp' | 'udp' | 'icmp' =>
  packet.tcp ? 'tcp' : packet.udp ? 'udp' : 'icmp';

/** An ICMP error (not an echo): destination unreachable, time exceeded. */
export const isIcmpError = (packet: Packet): boolean => packet.icmp?.quoted !== undefined;

/** Ports of a packet; an echo has its id in both. */
export const portsOf = (packet: Packet): { readonly src: number; readonly dst: number } => {
  const l4 = packet.tcp ?? packet.udp;
  if (l4) return { src: l4.src, dst: l4.dst };
  const id = packet.icmp?.id ?? 0;
  return { src: id, dst: id };
};

/** The packet with another sender or receiver. */
export function readdressed(
  packet: Packet,
  to: {
    readonly src?: string | undefined;
    readonly dst?: string | undefined;
    readonly sport?: number | undefined;
    readonly dport?: number | undefined;
  },
): Packet {
  const { src = packet.src, dst = packet.dst } = to;
  if (packet.tcp) {
    const tcp = {
      ...packet.tcp,
      ...(to.sport !== undefined && { src: to.sport }),
      ...(to.dport !== undefined && { dst: to.dport }),
    };
    return { ...packet, src, dst, tcp };
  }
  if (packet.udp) {
    const udp = { src: to.sport ?? packet.udp.src, dst: to.dport ?? packet.udp.dst };
    return { ...packet, src, dst, udp };
  }
  const id = to.sport ?? to.dport;
  return {
    ...packet,
    src,
    dst,
    ...(packet.icmp && id !== undefined && { icmp: { ...packet.icmp, id } }),
  };
}

/** A SYN or its answer: 20 bytes IP, 20 TCP, 20 options. A reset has no options. */
export const tcpPacket = (src: string, dst: string, tcp: Tcp): Packet => ({
  src,
  dst,
  ttl: defaultTtl,
  length: tcp.flags.includes('R') ? 40 : 60,
  isDontFragment: true,
  tcp,
});

export const echoPacket = (
  src: string,
  dst: string,
  id: number,
  data: number,
  isDontFragment: boolean,
): Packet => ({
  src,
  dst,
  ttl: defaultTtl,
  length: 28 + data,
  isDontFragment,
  icmp: { type: 8, code: 0, id },
});

/** An error quotes as much as fits into 576 bytes. Source: Linux net/ipv4/icmp.c icmp_send. */
export const errorPacket = (
  src: string,
  quoted: Packet,
  error: { readonly type: number; readonly code: number; readonly mtu?: number },
): Packet => ({
  src,
  dst: quoted.src,
  ttl: defaultTtl,
  length: 28 + Math.min(quoted.length, 576 - 28),
  isDontFragment: false,
  icmp: { ...error, quoted },
});
