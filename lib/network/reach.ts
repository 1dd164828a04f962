import { remoteLease } from './flannel';
import type { World, WorldNode } from './world';

/**
 * Whether a Pod that asks another one by its address and port gets an answer, as the leases of the world stand: flanneld's
 * tables lead there and back, and something listens. It is what a packet meets in a network where nothing else was changed, and
 * costs no packet: tests hold it against the packets' own model. For VXLAN, with and without DirectRouting.
 */
export function isAnswered(world: World, from: string, to: string, port: number): boolean {
  const [asker, answerer] = [from, to].map((name) => world.pods.find((pod) => pod.name === name));
  if (!asker || !answerer) return false;
  if (answerer.listens !== 'any' && !answerer.listens.includes(port)) return false;
  const [here, there] = [asker, answerer].map((pod) => world.nodes.find(({ name }) => name === pod.node));
  if (!here || !there) return false;
  return here === there || (leads(world, here, there) && leads(world, there, here));
}

/** The tunnel, or the plain route in its place, ends at the other node itself. */
function leads(world: World, node: WorldNode, other: WorldNode): boolean {
  const { route = '', fdb } = remoteLease(world, node, other) ?? {};
  const [, end] = (fdb ? /dst (\S+)/ : /via (\S+)/).exec(fdb ?? route) ?? [];
  return end === other.address;
}
