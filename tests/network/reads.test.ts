import { describe, expect, it } from 'vitest';
import { runOn } from '@/lib/network/command';
import { connect } from '@/lib/network/exchange';
import { routeOf } from '@/lib/network/host';
import { hostOf, type Network } from '@/lib/network/network';
import { routeRow } from '@/lib/network/rows';
import { tablesOf } from '@/lib/network/tables';
import type { Happening } from '@/lib/network/walk';
import type { World } from '@/lib/network/world';
import { endpoint, networkWith, servicePort, worldWith } from './world';

type Read = Extract<Happening, { readonly kind: 'read' }>;

/** `node-1 route 10.244.2.2: ROW`, for each row that the question read. */
const reads = (network: Network, from: string, to: string, port: number): string[] =>
  (connect(network, from, to, port).sent[0]?.happened ?? [])
    .filter((one): one is Read => one.kind === 'read')
    .map(({ host, table, key, row }) => `${host} ${table} ${key}: ${row ?? 'nothing'}`);

const toPeer = [
  'node-1 route 10.244.2.2: 10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink',
  'node-1 neighbour 10.244.2.0: 10.244.2.0 lladdr node-2/flannel.1 PERMANENT',
  'node-1 fdb node-2/flannel.1: node-2/flannel.1 dst 192.168.0.12 self permanent',
  'node-1 route 192.168.0.12: 192.168.0.0/24 dev eth0 proto kernel scope link src 192.168.0.11',
  'node-1 arp 192.168.0.12: 192.168.0.12 lladdr node-2/eth0',
];

describe('rows that a packet reads', () => {
  it('across nodes are route, neighbour, fdb, route, arp, each before what it leads to', () => {
    expect(reads(networkWith(), 'pod-a', '10.96.0.50', 80)).toEqual([
      'pod-a route 10.96.0.50: default via 10.244.1.1 dev eth0',
      'pod-a arp 10.244.1.1: 10.244.1.1 lladdr node-1/cni0',
      ...toPeer,
      'node-2 local 192.168.0.12: eth0 192.168.0.12/24',
      'node-2 route 10.244.2.2: 10.244.2.0/24 dev cni0 proto kernel scope link src 10.244.2.1',
      'node-2 arp 10.244.2.2: 10.244.2.2 lladdr pod-c/eth0',
      'node-2 bridge pod-c/eth0: pod-c/eth0 dev veth-c master cni0',
    ]);
  });

  it('stand before the frame that they lead to', () => {
    const [first] = connect(networkWith(), 'pod-a', '10.244.2.2', 8080).sent;
    const order = (first?.happened ?? []).flatMap((one) =>
      one.kind === 'frame' ? [one.on] : one.kind === 'read' && one.host === 'node-1' ? [one.table] : [],
    );
    expect(order.slice(0, 10)).toEqual([
      'pod-a/eth0',
      'node-1/veth-a',
      'node-1/cni0',
      'route',
      'neighbour',
      'node-1/flannel.1',
      'fdb',
      'route',
      'arp',
      'node-1/eth0',
    ]);
  });

  it.each<
    [says: string, world: Partial<World>, setup: string, from: string, to: string, port: number, last: string]
  >([
    [
      'the bridge’s port, on one node',
      {},
      '',
      'pod-a',
      '10.244.1.3',
      8080,
      'node-1 bridge pod-b/eth0: pod-b/eth0 dev veth-b master cni0',
    ],
    [
      'no port',
      {},
      'ip link set dev veth-b down',
      'pod-a',
      '10.244.1.3',
      8080,
      'node-1 bridge pod-b/eth0: nothing',
    ],
    [
      'the node’s own address',
      {},
      '',
      'pod-a',
      '192.168.0.11',
      9,
      'node-1 local 192.168.0.11: eth0 192.168.0.11/24',
    ],
    [
      'no route',
      {},
      'ip route del 10.244.2.0/24',
      'pod-a',
      '10.244.2.2',
      8080,
      'router route 10.244.2.2: nothing',
    ],
    [
      'a route that refuses',
      {},
      'ip route add blackhole 10.244.2.2',
      'pod-a',
      '10.244.2.2',
      8080,
      'node-1 route 10.244.2.2: blackhole 10.244.2.2',
    ],
    [
      'no neighbour',
      {},
      'ip neigh flush dev flannel.1',
      'pod-a',
      '10.244.2.2',
      8080,
      'node-1 neighbour 10.244.2.0: nothing',
    ],
    [
      'no FDB entry',
      {},
      'bridge fdb del mac(node-2/flannel.1) dev flannel.1',
      'pod-a',
      '10.244.2.2',
      8080,
      'node-1 fdb node-2/flannel.1: nothing',
    ],
    ['nobody on the segment', {}, '', 'node-1', '192.168.0.99', 80, 'node-1 arp 192.168.0.99: nothing'],
    ['nobody behind the bridge', {}, '', 'node-1', '10.244.1.99', 80, 'node-1 arp 10.244.1.99: nothing'],
  ])('end with %s', (_, world, setup, from, to, port, last) => {
    const network = networkWith(world);
    if (setup) runOn(network, 'node-1', setup);
    expect(reads(network, from, to, port).at(-1)).toBe(last);
  });

  it('host-gw needs neither neighbour nor FDB of the tunnel', () => {
    const tables = reads(networkWith({ backend: 'host-gw' }), 'pod-a', '10.244.2.2', 8080)
      .filter((line) => line.startsWith('node-1'))
      .map((line) => line.split(' ')[1]);
    expect(tables).toEqual(['route', 'arp']);
  });

  it('a Service that leads across the bridge: the bridge asks for the way, the MAC and its port', () => {
    const near = servicePort({ endpoints: [endpoint('10.244.1.3', 'node-1')] });
    const lines = reads(networkWith({ servicePorts: [near] }), 'pod-a', '10.96.0.50', 80);
    expect(lines.slice(2)).toEqual([
      'node-1 route 10.244.1.3: 10.244.1.0/24 dev cni0 proto kernel scope link src 10.244.1.1',
      'node-1 arp 10.244.1.3: 10.244.1.3 lladdr pod-b/eth0',
      'node-1 bridge pod-b/eth0: pod-b/eth0 dev veth-b master cni0',
    ]);
  });
});

describe('a route', () => {
  it.each<Partial<World>>([{}, { isDirectRouting: true }, { backend: 'host-gw' }])(
    'that was read prints as it stands in the node: %j',
    (more) => {
      const world = worldWith(more);
      const network = networkWith(more);
      for (const node of world.nodes) {
        const { routes } = tablesOf(world, node);
        expect(routes.map((line) => routeRow(hostOf(network, node.name), routeOf(line)))).toEqual(routes);
      }
    },
  );

  it.each([
    ['10.96.0.0/16 via 192.168.0.12', '10.96.0.0/16 via 192.168.0.12 dev eth0'],
    ['10.0.0.1 dev eth0', '10.0.0.1 dev eth0 scope link'],
    ['unreachable 10.0.0.0/8', 'unreachable 10.0.0.0/8'],
  ])('typed as %s prints as %s', (typed, printed) => {
    const network = networkWith();
    runOn(network, 'node-1', `ip route add ${typed}`);
    const node = hostOf(network, 'node-1');
    const route = node.routes.at(-1);
    expect(route && routeRow(node, route)).toBe(printed);
  });
});
