import { addressOf } from '../address';
import { frameBytes } from '../bytes';
import type { Frame, Packet } from '../packet';
import type { Field, Layer } from './view';

/** The bytes of a frame cut into headers and fields, by the names of RFC 791, 768, 792, 9293 and 7348, and IEEE 802.3. */

/** Reads a number in network order. */
const numberAt = (bytes: readonly number[], from: number, length: number): number =>
  bytes.slice(from, from + length).reduce((sum, byte) => sum * 256 + byte, 0);

const hex = (n: number, digits: number): string => `0x${n.toString(16).padStart(digits, '0')}`;

type Reader = (bytes: readonly number[], from: number, length: number) => string;
const decimal: Reader = (bytes, from, length) => String(numberAt(bytes, from, length));
const hexadecimal: Reader = (bytes, from, length) => hex(numberAt(bytes, from, length), length * 2);
const address: Reader = (bytes, from) => addressOf(numberAt(bytes, from, 4));
const mac: Reader = (bytes, from) =>
  bytes
    .slice(from, from + 6)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(':');

type Form = readonly (readonly [name: string, length: number, read: Reader])[];

const words: Readonly<Record<number, string>> = { 2048: 'IPv4', 1: 'ICMP', 6: 'TCP', 17: 'UDP' };
const named =
  (read: Reader): Reader =>
  (bytes, from, length) => {
    const word = words[numberAt(bytes, from, length)];
    return word ? `${read(bytes, from, length)} (${word})` : read(bytes, from, length);
  };

const fragment: Reader = (bytes, from) => {
  const bits = numberAt(bytes, from, 2);
  return `${hex(bits, 4)}${bits & 0x4000 ? ' (DF)' : ''}`;
};
const versionAndLength: Reader = (bytes, from) => `${numberAt(bytes, from, 1) >> 4}, 20`;
const headerLength: Reader = (bytes, from) => String((numberAt(bytes, from, 1) >> 4) * 4);
const flagNames = ['FIN', 'SYN', 'RST', 'PSH', 'ACK'];
const flags: Reader = (bytes, from) => {
  const bits = numberAt(bytes, from, 1);
  return flagNames.filter((_, i) => bits & (1 << i)).join(', ');
};

const ethernetForm: Form = [
  ['Destination', 6, mac],
  ['Source', 6, mac],
  ['EtherType', 2, named(hexadecimal)],
];
const ipForm: Form = [
  ['Version, IHL', 1, versionAndLength],
  ['DSCP, ECN', 1, hexadecimal],
  ['Total Length', 2, decimal],
  ['Identification', 2, hexadecimal],
  ['Flags, Fragment Offset', 2, fragment],
  ['Time to Live', 1, decimal],
  ['Protocol', 1, named(decimal)],
  ['Header Checksum', 2, hexadecimal],
  ['Source Address', 4, address],
  ['Destination Address', 4, address],
];
const tcpForm: Form = [
  ['Source Port', 2, decimal],
  ['Destination Port', 2, decimal],
  ['Sequence Number', 4, decimal],
  ['Acknowledgment Number', 4, decimal],
  ['Data Offset', 1, headerLength],
  ['Flags', 1, flags],
  ['Window', 2, decimal],
  ['Checksum', 2, hexadecimal],
  ['Urgent Pointer', 2, decimal],
];
const synOptionsForm: Form = [
  ['Maximum Segment Size', 4, (bytes, from) => decimal(bytes, from + 2, 2)],
  ['SACK Permitted', 2, () => ''],
  ['Timestamps', 10, (bytes, from) => decimal(bytes, from + 2, 4)],
  ['No-Operation', 1, () => ''],
  ['Window Scale', 3, (bytes, from) => decimal(bytes, from + 2, 1)],
];
const udpForm: Form = [
  ['Source Port', 2, decimal],
  ['Destination Port', 2, decimal],
  ['Length', 2, decimal],
  ['Checksum', 2, hexadecimal],
];
const vxlanForm: Form = [
  ['Flags', 1, hexadecimal],
  ['Reserved', 3, hexadecimal],
  ['VXLAN Network Identifier (VNI)', 3, decimal],
  ['Reserved', 1, hexadecimal],
];
const icmpForm = ({ icmp }: Packet): Form => [
  ['Type', 1, decimal],
  ['Code', 1, decimal],
  ['Checksum', 2, hexadecimal],
  ...((icmp?.quoted
    ? [
        ['Unused', 2, hexadecimal],
        ['Next-Hop MTU', 2, decimal],
      ]
    : [
        ['Identifier', 2, decimal],
        ['Sequence Number', 2, decimal],
      ]) as Form),
];

/** Collects the layers of one frame from its start to its end. */
class Cutter {
  readonly layers: Layer[] = [];
  private at = 0;
  constructor(readonly bytes: readonly number[]) {}

  private layer(name: Layer['name'], isOuter: boolean, form: Form): void {
    const from = this.at;
    const fields = form.map(([field, length, read]): Field => {
      const start = this.at;
      this.at += length;
      return { name: field, from: start, length, value: read(this.bytes, start, length) };
    });
    this.layers.push({ name, isOuter, from, length: this.at - from, fields });
  }

  private rest(isOuter: boolean): void {
    const length = this.bytes.length - this.at;
    if (length <= 0) return;
    this.layers.push({ name: 'data', isOuter, from: this.at, length, fields: [] });
    this.at = this.bytes.length;
  }

  frame({ packet }: Frame, isOuter: boolean): void {
    this.layer('Ethernet', isOuter, ethernetForm);
    this.layer('IPv4', isOuter, ipForm);
    if (packet.tcp) {
      const hasOptions = packet.tcp.flags.includes('S');
      this.layer('TCP', isOuter, hasOptions ? [...tcpForm, ...synOptionsForm] : tcpForm);
    } else if (packet.udp) this.layer('UDP', isOuter, udpForm);
    else this.layer('ICMP', isOuter, icmpForm(packet));
    if (packet.vxlan) {
      this.layer('VXLAN', isOuter, vxlanForm);
      this.frame(packet.vxlan.inner, false);
    } else this.rest(isOuter);
  }
}

/** The headers of a frame in order; what a tunnel put around the Pod's own frame is `isOuter`. */
export function layersOf(frame: Frame): Layer[] {
  const cutter = new Cutter(frameBytes(frame));
  cutter.frame(frame, frame.packet.vxlan !== undefined);
  return cutter.layers;
}

/** Where the Pod's own frame begins inside a frame. */
const innerStart = (layers: readonly Layer[]): number => layers.find(({ isOuter }) => !isOuter)?.from ?? 0;

/**
 * Offsets of the bytes that differ from the frame before: of the inner frame from the inner one, of the outer headers from
 * outer ones when both have them, else all of them.
 */
export function changedBytes(
  bytes: readonly number[],
  layers: readonly Layer[],
  before: { readonly bytes: readonly number[]; readonly layers: readonly Layer[] } | undefined,
): number[] {
  if (!before) return [];
  const start = innerStart(layers);
  const startBefore = innerStart(before.layers);
  return bytes.flatMap((byte, at) => {
    if (at < start) return startBefore > 0 && before.bytes[at] === byte ? [] : [at];
    return before.bytes[at - start + startBefore] === byte ? [] : [at];
  });
}
