import { describe, expect, it } from 'vitest';
import { runOn } from '@/lib/network/command';
import { connect, type Exchange, ping } from '@/lib/network/exchange';
import { packetMachine } from '@/lib/network/packet.machine';
import type { World } from '@/lib/network/world';
import { networkWith, servicePort } from './world';

/** Where an exchange came to, by the places and ends of its packets. */
const visited = ({ sent }: Exchange): Set<string> =>
  new Set(
    sent.flatMap(({ happened, end }) => [
      end,
      ...happened.flatMap((one) => (one.kind === 'place' ? [one.place] : [])),
    ]),
  );

const losses = ({ sent }: Exchange): string[] => sent.flatMap(({ loss }) => (loss ? [loss.sort] : []));

const frames = ({ sent }: Exchange): string[] =>
  sent.flatMap(({ happened }) => happened.flatMap((one) => (one.kind === 'frame' ? [one.on] : [])));

describe('the states of a packet', () => {
  it('are all reached', () => {
    const reached = new Set<string>(['socket']);
    const go = (of: Exchange) => {
      for (const place of visited(of)) reached.add(place);
    };
    const network = networkWith();
    go(connect(network, 'pod-a', '10.96.0.50', 80));
    go(connect(network, 'pod-a', '127.0.0.1', 8080));
    go(connect(network, 'pod-a', '10.244.1.3', 8080));
    go(connect(network, 'outside', '10.96.0.50', 80));
    go(connect(network, 'node-1', '10.244.1.3', 8080));
    go(connect(networkWith({ servicePorts: [servicePort({ endpoints: [] })] }), 'pod-a', '10.96.0.50', 80));
    runOn(network, 'node-1', 'sysctl net.ipv4.ip_forward=0');
    go(connect(network, 'pod-a', '10.244.2.2', 8080));
    expect([...reached].sort()).toEqual(Object.keys(packetMachine.config.states ?? {}).sort());
  });
});

/** What is broken, who asks whom, how the question ends, and what the lost packet says. */
const faults: readonly (readonly [
  says: string,
  setup: readonly string[],
  from: string,
  to: string,
  port: number,
  how: string,
  loss: readonly string[],
])[] = [
  ['nothing', [], 'pod-a', '10.244.2.2', 8080, 'answered', []],
  ['nothing, at a closed port', [], 'pod-a', '10.244.2.2', 9, 'reset', []],
  [
    'UDP 8472 blocked on the way out',
    ['node-1: iptables -t raw -I OUTPUT -p udp --dport 8472 -j DROP'],
    'pod-a',
    '10.244.2.2',
    8080,
    'silence',
    ['rule'],
  ],
  [
    'UDP 8472 blocked on the way in',
    ['node-2: iptables -I INPUT -p udp -m udp --dport 8472 -j DROP'],
    'pod-a',
    '10.244.2.2',
    8080,
    'silence',
    ['rule'],
  ],
  [
    'UDP 8472 blocked, on one node',
    ['node-1: iptables -t raw -I OUTPUT -p udp --dport 8472 -j DROP'],
    'pod-a',
    '10.244.1.3',
    8080,
    'answered',
    [],
  ],
  [
    'forwarding off',
    ['node-1: sysctl -w net.ipv4.ip_forward=0'],
    'pod-a',
    '10.244.2.2',
    8080,
    'silence',
    ['notForwarding'],
  ],
  [
    'forwarding off, to a Service',
    ['node-1: sysctl net.ipv4.ip_forward=0'],
    'pod-a',
    '10.96.0.50',
    80,
    'silence',
    ['notForwarding'],
  ],
  [
    'no route to the other node',
    ['node-1: ip route del 10.244.2.0/24'],
    'pod-a',
    '10.244.2.2',
    8080,
    'silence',
    ['noRoute'],
  ],
  [
    'no way back',
    ['node-2: ip route del 10.244.1.0/24'],
    'pod-a',
    '10.244.2.2',
    8080,
    'silence',
    ['noRoute'],
  ],
  [
    'a blackhole',
    ['node-1: ip route add blackhole 10.244.2.2'],
    'pod-a',
    '10.244.2.2',
    8080,
    'error',
    ['noRoute'],
  ],
  [
    'no FDB entry',
    ['node-1: bridge fdb del mac(node-2/flannel.1) dev flannel.1'],
    'pod-a',
    '10.244.2.2',
    8080,
    'silence',
    ['noFdb'],
  ],
  [
    'no neighbour behind the tunnel',
    ['node-1: ip neigh del 10.244.2.0 dev flannel.1'],
    'pod-a',
    '10.244.2.2',
    8080,
    'error',
    ['noNeighbour'],
  ],
  ['the tunnel is down', ['node-2: ip link set flannel.1 down'], 'pod-a', '10.244.2.2', 8080, 'silence', []],
  [
    'the cable is down',
    ['node-1: ip link set dev veth-b down'],
    'pod-a',
    '10.244.1.3',
    8080,
    'silence',
    ['notForUs'],
  ],
  [
    'a policy of DROP alone changes nothing',
    ['node-1: iptables -P FORWARD DROP'],
    'pod-a',
    '10.244.2.2',
    8080,
    'answered',
    [],
  ],
  [
    'a rule that rejects',
    ['node-1: iptables -I FORWARD -p tcp --dport 8080 -j REJECT'],
    'pod-a',
    '10.244.2.2',
    8080,
    'error',
    ['rule'],
  ],
  ['no Pod there', [], 'pod-a', '10.244.2.99', 8080, 'error', ['noNeighbour']],
  ['nobody on the own bridge', [], 'pod-a', '10.244.1.99', 8080, 'local', ['noNeighbour']],
  ['an address outside without a route', [], 'pod-a', '198.18.0.1', 80, 'error', ['noRoute']],
];

describe('a packet says where and why it ended', () => {
  it.each(faults)('%s', (_, setup, from, to, port, how, sorts) => {
    const network = networkWith();
    for (const line of setup) {
      const [host = '', command = ''] = line.split(/: (.*)/);
      runOn(network, host, command);
    }
    const exchange = connect(network, from, to, port);
    expect(losses(exchange)).toEqual(sorts);
    expect(exchange.ending.how).toBe(how);
  });

  it('a tunnel that is down answers with port unreachable, to the other node', () => {
    const network = networkWith();
    runOn(network, 'node-2', 'ip link set flannel.1 down');
    const { sent } = connect(network, 'pod-a', '10.244.2.2', 8080);
    expect(sent.at(-1)?.packet).toMatchObject({
      src: '192.168.0.12',
      dst: '192.168.0.11',
      length: 138,
      icmp: { type: 3, code: 3 },
    });
  });

  it('answers nobody when the sender cannot be reached, and ends', () => {
    const exchange = connect(networkWith(), 'outside', '10.244.1.2', 8080);
    expect(exchange.ending).toMatchObject({ how: 'error', from: '203.0.113.1', icmp: { type: 3, code: 0 } });
  });
});

describe('sizes', () => {
  it.each<[string, Partial<World>, number]>([
    ['VXLAN takes 50 bytes', { backend: 'vxlan' }, 1450],
    ['DirectRouting keeps the MTU of the tunnel', { backend: 'vxlan', isDirectRouting: true }, 1450],
    ['host-gw takes none', { backend: 'host-gw' }, 1500],
  ])('%s', (_, world, mtu) => {
    const largest = ping(networkWith(world), 'pod-a', '10.244.2.2', mtu - 28);
    expect(largest.ending.how).toBe('answered');
    const more = ping(networkWith(world), 'pod-a', '10.244.2.2', mtu - 27);
    expect(more.ending).toMatchObject({ how: 'local', loss: { sort: 'tooLong', mtu } });
    expect(frames(more)).toEqual([]);
  });

  it('a Pod with a larger MTU than its cable is heard by nobody', () => {
    const network = networkWith();
    runOn(network, 'pod-a', 'ip link set eth0 mtu 1500');
    const exchange = ping(network, 'pod-a', '10.244.2.2', 1472);
    expect(exchange.ending.how).toBe('silence');
    expect(frames(exchange)).toEqual(['pod-a/eth0']);
  });

  it('a node that cannot forward so much says which MTU would do', () => {
    const network = networkWith();
    for (const device of ['veth-a', 'cni0']) runOn(network, 'node-1', `ip link set ${device} mtu 1500`);
    runOn(network, 'pod-a', 'ip link set eth0 mtu 1500');
    expect(ping(network, 'pod-a', '10.244.2.2', 1472).ending).toMatchObject({
      how: 'error',
      from: '10.244.1.1',
      icmp: { type: 3, code: 4, mtu: 1450 },
    });
  });
});

describe('the way between nodes', () => {
  it.each<[string, Partial<World>, boolean]>([
    ['vxlan goes through the tunnel', { backend: 'vxlan' }, true],
    ['DirectRouting does not', { backend: 'vxlan', isDirectRouting: true }, false],
    ['host-gw does not', { backend: 'host-gw' }, false],
  ])('%s', (_, world, isTunnel) => {
    const exchange = connect(networkWith(world), 'pod-a', '10.244.2.2', 8080);
    expect(exchange.ending).toMatchObject({ how: 'answered', by: 'c' });
    expect(frames(exchange).includes('node-1/flannel.1')).toBe(isTunnel);
  });

  it('a bridged answer is not changed back when br_netfilter does not call iptables', () => {
    const servicePorts = [
      servicePort({
        endpoints: [
          { ip: '10.244.1.3', port: 8080, node: 'node-1', ready: true, serving: true, terminating: false },
        ],
      }),
    ];
    expect(connect(networkWith({ servicePorts }), 'pod-a', '10.96.0.50', 80).ending.how).toBe('answered');
    const network = networkWith({ servicePorts });
    runOn(network, 'node-1', 'sysctl net.bridge.bridge-nf-call-iptables=0');
    const exchange = connect(network, 'pod-a', '10.96.0.50', 80);
    expect(exchange.ending.how).toBe('silence');
    expect(exchange.sent.map(({ packet }) => packet.tcp?.flags)).toEqual(['S', 'AS', 'R']);
  });
});
