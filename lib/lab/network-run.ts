import { runOn } from '../network/command';
import { type Memory, memoryOf, recall } from '../network/memory';
import { networkOf } from '../network/network';
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

const seed = 1;

/**
 * Sends a line into the network of a world: its tables are written anew from the world, the hands are done, and the hosts
 * remember what `before` says. The same four give the same run. A hand on a node that has left does nothing.
 */
export function runInWorld(
  world: World,
  { hands, ...built }: NetworkSetup,
  send: Send | undefined,
  before?: Memory,
): NetworkRun {
  const network = networkOf(builtWith(world, built), seed);
  for (const hand of hands)
    if (network.hosts[hand.node]) for (const line of linesOf(hand)) runOn(network, hand.node, line);
  if (before) recall(network, before);
  const run = followed(network, send ? [send] : []);
  return { ...run, after: memoryOf(network) };
}
