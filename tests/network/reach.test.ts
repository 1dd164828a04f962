import { describe, expect, it } from 'vitest';
import { connect } from '@/lib/network/exchange';
import { networkOf } from '@/lib/network/network';
import { isAnswered } from '@/lib/network/reach';
import type { World } from '@/lib/network/world';
import { worldWith } from './world';

const wired = worldWith();
const wires = worldWith({
  nodes: wired.nodes.map((node) =>
    node.name === 'node-3' ? { ...node, address: '192.168.1.13', gateway: '192.168.1.1' } : node,
  ),
  router: {
    addresses: ['eth0 192.168.0.1/24', 'eth2 192.168.1.1/24', 'eth1 203.0.113.1/24'],
    routes: ['192.168.0.0/24 dev eth0', '192.168.1.0/24 dev eth2', '203.0.113.0/24 dev eth1'],
  },
});

/** The world, with another address in the lease of node-2. */
const leased = (world: World, leaseAddress: string): World => ({
  ...world,
  nodes: world.nodes.map((node) => (node.name === 'node-2' ? { ...node, leaseAddress } : node)),
});

const pods = ['a', 'b', 'c', 'e'];
const pairs = pods.flatMap((from) => pods.map((to) => [from, to] as const));

/** What the packets' own model says. */
function isAnsweredByPackets(world: World, from: string, to: string, port: number): boolean {
  const ip = world.pods.find(({ name }) => name === to)?.ip ?? '';
  const { ending } = connect(networkOf(world), `pod-${from}`, ip, port);
  return ending.how === 'answered' && ending.by === to;
}

describe('who is answered by whom', () => {
  it.each([
    ['one wire', wired],
    ['two wires', wires],
    ['one wire, a lease with an address of nobody', leased(wired, '10.0.2.15')],
    ['one wire, a lease with an address of the wire that nobody has', leased(wired, '192.168.0.99')],
    ['one wire, a lease with the address of another node', leased(wired, '192.168.0.13')],
    ['two wires, a lease with the address of the router', leased(wires, '192.168.0.1')],
    ['two wires, plain routes where they can be', { ...wires, isDirectRouting: true }],
  ] as const)('is the same as with packets: %s', (_, world) => {
    for (const [from, to] of pairs)
      for (const port of [8080, 81])
        expect([from, to, port, isAnswered(world, from, to, port)]).toEqual([
          from,
          to,
          port,
          isAnsweredByPackets(world, from, to, port),
        ]);
  });

  it('is nobody, when one of them is not there', () => {
    expect(isAnswered(wired, 'a', 'nobody', 8080)).toBe(false);
    expect(isAnswered(wired, 'nobody', 'a', 8080)).toBe(false);
  });

  it('leaves the Pods of one node to each other when the lease of theirs is wrong', () => {
    const world = leased(wired, '10.0.2.15');
    expect(isAnswered(world, 'c', 'd', 8080)).toBe(true);
    expect(isAnswered(world, 'a', 'c', 8080)).toBe(false);
    expect(isAnswered(world, 'c', 'a', 8080)).toBe(false);
    expect(isAnswered(world, 'a', 'e', 8080)).toBe(true);
  });
});
