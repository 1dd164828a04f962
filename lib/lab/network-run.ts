import { runOn } from '../network/command';
import { type Memory, memoryOf, recall } from '../network/memory';
import { type Network, networkOf } from '../network/network';
import type { World } from '../network/world';
import { linesOf, type NetworkHand } from './network-hands';
import type { Send } from './packet-path';
import { builtWith, followed, type PacketChoice, type PacketRun } from './packet-run';

/** What a reader chose for a network that lives: how it is built, and what is broken in it. */
export interface NetworkSetup extends Pick<PacketChoice, 'backend' | 'mode'> {
  /** In the order in which they were done. */
  readonly hands: readonly NetworkHand[];
}

export interface NetworkRun extends PacketRun {
  /** What the hosts remember when the last packet has come to its end. */
  readonly after: Memory;
}

/** All that makes a reader's network, beside its world, and where the packet stands. */
export interface NetworkShown {
  readonly setup: NetworkSetup;
  /** Since the network was built, in order; the last is looked through. */
  readonly sent: readonly Send[];
  /** Index into the moments of its run. */
  readonly at: number;
}

const seed = 1;

/**
 * Sends a line into the network of a world: its tables are written anew from the world, the hands are done, and the hosts
 * remember what `before` says. The same four give the same run. A hand on a node that has left does nothing.
 */
export function runInWorld(
  world: World,
  setup: NetworkSetup,
  send: Send | undefined,
  before?: Memory,
): NetworkRun {
  const network = networkWith(world, setup);
  if (before) recall(network, before);
  const run = followed(network, send ? [send] : []);
  return { ...run, after: memoryOf(network) };
}

/** What the hosts remember after these lines, as if all of them were sent in this world; undefined without a line. */
export function memoryAfter(world: World, setup: NetworkSetup, sent: readonly Send[]): Memory | undefined {
  if (sent.length === 0) return undefined;
  const network = networkWith(world, setup);
  followed(network, sent);
  return memoryOf(network);
}

function networkWith(world: World, { hands, ...built }: NetworkSetup): Network {
  const network = networkOf(builtWith(world, built), seed);
  for (const hand of hands)
    if (network.hosts[hand.node]) for (const line of linesOf(hand)) runOn(network, hand.node, line);
  return network;
}
