import { type PackedBench, packedBench, unpackedBench } from './bench-packed';
import type { BenchShown } from './bench-shown';
import { droppedKinds, idOf, mtuLimits, type NetworkHand, nodeDevices, portLimits } from './network-hands';
import type { NetworkShown } from './network-run';
import { listOf, oneOf, text, whole, within } from './packed';
import { longestLine, mostSent, type Send } from './packet-path';

/** What a reader looks at beside the moment: the object that is open, the network in place of the scene, what is chosen at a bench. */
export interface LabShown {
  /** Key of the object: `Pod/default/web-0`. */
  readonly selected?: string;
  readonly network?: NetworkShown;
  readonly bench?: BenchShown;
}

/** Kind, node, then what the hand is about. */
type PackedHand = readonly [kind: string, node: string, ...about: (string | number)[]];
type PackedNetwork = readonly [
  backend: string,
  mode: string,
  hands: readonly PackedHand[],
  /** Who sent, then what, one after the other. */
  sent: readonly string[],
  at: number,
];
/** Without its last value in links of an older time, and where there is no bench. */
export type PackedShown = readonly [
  selected: string | null,
  network: PackedNetwork | null,
  bench?: PackedBench,
];

/** As JSON that is short; undefined where there is nothing beside the moment. */
export function packedShown({ selected, network, bench }: LabShown): PackedShown | undefined {
  if (selected === undefined && network === undefined && bench === undefined) return undefined;
  const beside = [selected ?? null, network ? packedNetwork(network) : null] as const;
  return bench === undefined ? beside : [...beside, packedBench(bench)];
}

const packedNetwork = ({ setup: { backend, mode, hands }, sent, at }: NetworkShown): PackedNetwork => [
  backend,
  mode,
  hands.map(packedHand),
  sent.slice(-mostSent).flatMap(({ from, line }) => [from, line]),
  at,
];

function packedHand(hand: NetworkHand): PackedHand {
  const { kind, node } = hand;
  if (kind === 'drop') return [kind, node, hand.packets];
  if (kind === 'block') return [kind, node, hand.port];
  return kind === 'mtu' ? [kind, node, hand.device, hand.bytes] : [kind, node];
}

/** What was packed; a stranger's word, so that each value is looked at. Fails with a TypeError for one of another form. */
export function unpackedShown(packed: unknown): LabShown {
  const values = within(packed, 3);
  const [selected, network, bench] = listOf(values, Math.max(2, values.length)) as PackedShown;
  return {
    ...(selected !== null && { selected: text(selected, longestName) }),
    ...(network !== null && { network: networkOf(network) }),
    ...(bench !== undefined && { bench: unpackedBench(bench) }),
  };
}

const backends = ['vxlan', 'host-gw', 'direct'] as const;
const modes = ['iptables', 'nftables'] as const;
/** Longest key of an object, and name of a Pod or a node: three parts of 253 letters (RFC 1123). */
const longestName = 800;
/** Hands, more than a reader has: each node can be broken in some ways. */
const mostHands = 50;
/** Places of one packet's way, more than any way has. */
const mostMoments = 100_000;

function networkOf(packed: unknown): NetworkShown {
  const [backend, mode, hands, sent, at] = listOf(packed, 5);
  const listed = within(hands, mostHands).map(handOf);
  if (new Set(listed.map(idOf)).size < listed.length) throw new TypeError('a hand twice');
  return {
    setup: { backend: oneOf(backends, backend), mode: oneOf(modes, mode), hands: listed },
    sent: sentOf(within(sent, 2 * mostSent)),
    at: whole(at, { least: 0, most: mostMoments }),
  };
}

function sentOf(packed: readonly unknown[]): Send[] {
  if (packed.length === 0 || packed.length % 2 !== 0) throw new TypeError('sent');
  const texts = packed.map((one, i) => text(one, i % 2 === 0 ? longestName : longestLine));
  return texts.flatMap((from, i) => (i % 2 === 0 ? { from, line: texts[i + 1] ?? '' } : []));
}

function handOf(packed: unknown): NetworkHand {
  const [kind, named, ...about] = within(packed, 4);
  const node = text(named, longestName);
  const [first, second] = about;
  const is = (count: number) => {
    if (about.length !== count) throw new TypeError('hand');
  };
  switch (kind) {
    case 'cut':
    case 'forwarding':
      is(0);
      return { kind, node };
    case 'drop':
      is(1);
      return { kind, node, packets: oneOf(droppedKinds, first) };
    case 'block':
      is(1);
      return { kind, node, port: whole(first, portLimits) };
    case 'mtu':
      is(2);
      return { kind, node, device: oneOf(nodeDevices, first), bytes: whole(second, mtuLimits) };
    default:
      throw new TypeError('hand');
  }
}
