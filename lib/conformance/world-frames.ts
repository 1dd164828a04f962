import { vxlanPort } from '../network/flannel';
import { ethernetBytes, type Frame, type Packet } from '../network/packet';
import type { Sent } from '../network/packet.machine';
import type { WorldFrame } from './world-recording';

/** Linux's default range of ports that the kernel chooses. */
export const isEphemeral = (port: number): boolean => port >= 32_768 && port <= 60_999;

/** Gives each port that the kernel chose its word, in the order in which frames show them. */
class Ports {
  private readonly words = new Map<number, string>();

  word(port: number): number | string {
    if (!isEphemeral(port)) return port;
    const known = this.words.get(port);
    if (known) return known;
    const word = this.words.size === 0 ? 'EPHEMERAL' : `EPHEMERAL-${this.words.size + 1}`;
    this.words.set(port, word);
    return word;
  }
}

const ipOf = ({ src, dst, ttl }: Packet) => ({ src, dst, ttl });

function tcpOf({ tcp, icmp }: Packet, ports: Ports) {
  const shown = tcp ?? icmp?.quoted?.tcp;
  return shown && { tcp: { src: ports.word(shown.src), dst: ports.word(shown.dst), flags: shown.flags } };
}

const icmpOf = ({ icmp }: Packet) => icmp && { icmp: { type: icmp.type, code: icmp.code } };

function frameOf(on: string, { eth, packet }: Frame, ports: Ports): WorldFrame {
  const { vxlan } = packet;
  const base = { on, bytes: packet.length + ethernetBytes, eth, ip: ipOf(packet) };
  if (!vxlan) return { ...base, ...tcpOf(packet, ports), ...icmpOf(packet) };
  const { inner } = vxlan;
  return {
    ...base,
    udp: { src: 'HASH', dst: vxlanPort },
    vxlan: { vni: vxlan.vni },
    inner: { eth: inner.eth, ip: ipOf(inner.packet), ...tcpOf(inner.packet, ports) },
    ...icmpOf(inner.packet),
  };
}

/** All frames of some packets, in order of time, each different one once. */
export function framesOf(sent: readonly Sent[]): WorldFrame[] {
  const ports = new Ports();
  const frames = sent.flatMap(({ happened }) =>
    happened.flatMap((one) => (one.kind === 'frame' ? [frameOf(one.on, one.frame, ports)] : [])),
  );
  const texts = frames.map((frame) => JSON.stringify(frame));
  return frames.filter((_, i) => texts.indexOf(texts[i] ?? '') === i);
}
