import { fill } from '@/app/_ui/fill';
import type { Frame, Packet } from '@/lib/network/packet';
import type { FrameView, Layer } from '@/lib/network/xray/view';
import type { FrameWords } from './frame-words';

/** How the layers of a frame are drawn, and what is said in each of them in a few letters. */

/** Bytes of what a packet carries that are drawn; a longer one is drawn torn. */
const longestData = 40;
/** A frame is drawn on a scale for so many bytes at least: an envelope makes it longer. */
const scaleBytes = 124;
/** So many bytes of what is carried are shown in hex before the rest is asked for. */
const shownData = 32;

export const drawnBytes = ({ name, length }: Layer): number =>
  name === 'data' ? Math.min(length, longestData) : length;

const sum = (layers: readonly Layer[]): number => layers.reduce((all, layer) => all + drawnBytes(layer), 0);

/** What share of the width a frame takes: 1 for the longest. */
export const shareOf = (layers: readonly Layer[]): number => sum(layers) / Math.max(scaleBytes, sum(layers));

/** The parts of a frame under one bracket: the outer headers and the inner frame, or all that there is. */
export interface Bracket {
  readonly isOuter: boolean;
  readonly layers: readonly Layer[];
  readonly length: number;
  readonly drawn: number;
}

export function bracketsOf({ layers }: FrameView): Bracket[] {
  const parts = [layers.filter(({ isOuter }) => isOuter), layers.filter(({ isOuter }) => !isOuter)];
  return parts.flatMap((part, i) =>
    part.length === 0
      ? []
      : [
          {
            isOuter: i === 0,
            layers: part,
            length: part.reduce((all, { length }) => all + length, 0),
            drawn: sum(part),
          },
        ],
  );
}

/** Who put the envelope around it: the node whose tunnel device sent the inner frame. */
export const encapsulatedBy = ({ frame, host }: FrameView): string =>
  frame.packet.vxlan?.inner.eth.src.split('/')[0] ?? host;

/** `.12` when all but the last number is that of `like`. */
function shortened(address: string, like: string): string {
  const cut = address.lastIndexOf('.');
  return address !== like && like.startsWith(address.slice(0, cut + 1)) ? address.slice(cut) : address;
}

const flagWords: Readonly<Record<string, string>> = { S: 'SYN', A: 'ACK', R: 'RST', F: 'FIN', P: 'PSH' };

function tcpText({ tcp }: Packet, { fields }: Layer): string {
  if (!tcp) return '';
  const flags = [...tcp.flags].reverse().map((flag) => flagWords[flag] ?? flag);
  const mss = fields.find(({ name }) => name === 'Maximum Segment Size')?.value;
  return [`${tcp.src} → ${tcp.dst}`, ...flags, ...(mss ? [`MSS ${mss}`] : [])].join(', ');
}

/** The few letters that stand in a layer. */
export function layerText(view: FrameView, layer: Layer, words: FrameWords): string {
  const { packet: whole } = view.frame;
  const inside = whole.vxlan !== undefined && !layer.isOuter ? whole.vxlan.inner : undefined;
  const { eth, packet }: Frame = inside ?? view.frame;
  if (layer.name === 'Ethernet') return fill(words.toDevice, { device: eth.dst });
  if (layer.name === 'IPv4') return `${packet.src} → ${shortened(packet.dst, packet.src)}`;
  if (layer.name === 'TCP') return tcpText(packet, layer);
  if (layer.name === 'UDP') return `→ ${packet.udp?.dst ?? ''}`;
  if (layer.name === 'ICMP') return `type ${packet.icmp?.type ?? ''}, code ${packet.icmp?.code ?? ''}`;
  if (layer.name === 'VXLAN') return `VNI ${packet.vxlan?.vni ?? ''}`;
  return layer.length > longestData ? words.cut : '';
}

/** How many bytes are shown in hex as long as not all are asked for, in whole rows of 32. */
export function shownBytes({ bytes, layers }: FrameView): number {
  const data = layers.find(({ name }) => name === 'data');
  if (!data) return bytes.length;
  const wanted = Math.ceil((data.from + shownData) / 32) * 32;
  return wanted + 32 >= bytes.length ? bytes.length : wanted;
}

/** Bytes in groups of eight, each with the offset of its first. */
export function groupsOf(bytes: readonly number[]): { readonly from: number; readonly bytes: number[] }[] {
  return Array.from({ length: Math.ceil(bytes.length / 8) }, (_, i) => ({
    from: i * 8,
    bytes: bytes.slice(i * 8, i * 8 + 8),
  }));
}

export const hexOf = (n: number, digits = 2): string => n.toString(16).padStart(digits, '0');
