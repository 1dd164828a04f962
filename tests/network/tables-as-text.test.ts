import { describe, expect, it } from 'vitest';
import { Chance } from '@/lib/cluster/chance';
import { contains, networkOf, nthOf } from '@/lib/network/address';
import { runOn } from '@/lib/network/command';
import { isDnat, isSnat, rowOf, track } from '@/lib/network/conntrack';
import { connect, ping } from '@/lib/network/exchange';
import { lookup, routeOf, sourceFor } from '@/lib/network/host';
import { parseRule } from '@/lib/network/iptables/parse';
import type { Table } from '@/lib/network/iptables/ruleset';
import { walkChain } from '@/lib/network/iptables/walk';
import { hostOf } from '@/lib/network/network';
import { errorPacket, tcpPacket } from '@/lib/network/packet';
import { typed } from '@/lib/network/program';
import { tablesOf } from '@/lib/network/tables';
import { hitsOf, type InHook, type Surroundings } from '@/lib/network/verdict';
import { networkWith, worldWith } from './world';

describe('addresses', () => {
  it.each([
    ['10.244.0.0/16', '10.244.9.1', true],
    ['10.244.1.0/24', '10.244.2.1', false],
    ['0.0.0.0/0', '203.0.113.9', true],
    ['192.168.0.11', '192.168.0.11', true],
    ['128.0.0.0/1', '255.255.255.255', true],
  ])('%s holds %s: %s', (cidr, address, holds) => {
    expect(contains(cidr, address)).toBe(holds);
  });

  it('counts within a prefix', () => {
    expect(nthOf('10.244.1.0/24', 1)).toBe('10.244.1.1');
    expect(networkOf('192.168.0.11/24')).toBe('192.168.0.0/24');
  });
});

describe('routes', () => {
  it.each([
    [
      '10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink',
      { prefix: '10.244.2.0/24', via: '10.244.2.0', device: 'flannel.1' },
    ],
    ['default via 192.168.0.1 dev eth0', { prefix: '0.0.0.0/0', via: '192.168.0.1', device: 'eth0' }],
    [
      '10.244.1.0/24 dev cni0 proto kernel scope link src 10.244.1.1',
      { prefix: '10.244.1.0/24', device: 'cni0', source: '10.244.1.1' },
    ],
    ['blackhole 10.0.0.1', { prefix: '10.0.0.1/32', device: '', kind: 'blackhole' }],
  ])('%s', (line, route) => {
    expect(routeOf(line)).toEqual(route);
  });

  it('the longest prefix wins, and says which source', () => {
    const node = hostOf(networkWith(), 'node-1');
    expect(lookup(node, '10.244.2.9')?.device).toBe('flannel.1');
    expect(sourceFor(node, '10.244.2.9')).toBe('10.244.1.0');
    expect(sourceFor(node, '203.0.113.9')).toBe('192.168.0.11');
    expect(sourceFor(node, '10.244.1.1')).toBe('10.244.1.1');
    expect(sourceFor(node, '127.0.0.1')).toBe('127.0.0.1');
  });
});

describe('tables of a node', () => {
  const tables = (world: Parameters<typeof worldWith>[0], index = 0) => {
    const all = worldWith(world);
    const node = all.nodes[index];
    if (!node) throw new Error('no node');
    return tablesOf(all, node);
  };

  it('VXLAN has a route, a neighbour and an FDB entry for each other node', () => {
    const { routes, neighbours, fdb } = tables({});
    expect(routes).toContain('10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink');
    expect(neighbours).toContain('10.244.2.0 lladdr mac(node-2/flannel.1) PERMANENT');
    expect(fdb).toContain('mac(node-2/flannel.1) dst 192.168.0.12 self permanent');
  });

  it('a node that leaves takes its entries along', () => {
    const nodes = worldWith().nodes.slice(0, 2);
    const { routes, neighbours, fdb } = tables({ nodes });
    expect([neighbours.length, fdb.length]).toEqual([1, 1]);
    expect(routes.some((route) => route.startsWith('10.244.3.0/24'))).toBe(false);
  });

  it('DirectRouting has plain routes, but keeps the device of the tunnel', () => {
    const { routes, neighbours, addresses } = tables({ isDirectRouting: true });
    expect(routes).toContain('10.244.2.0/24 via 192.168.0.12 dev eth0');
    expect(neighbours).toEqual([]);
    expect(addresses).toContain('flannel.1 10.244.1.0/32');
  });

  it('DirectRouting keeps the tunnel to a node of another network; host-gw has no way there', () => {
    const nodes = worldWith().nodes.map((node) =>
      node.name === 'node-2' ? { ...node, address: '172.16.0.12' } : node,
    );
    expect(tables({ nodes, isDirectRouting: true }).routes).toContain(
      '10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink',
    );
    const { routes } = tables({ nodes, backend: 'host-gw' });
    expect(routes.some((route) => route.startsWith('10.244.2.0/24'))).toBe(false);
  });

  it('the bridge comes with the first Pod', () => {
    expect(tables({ pods: [] }).mtu).toEqual({ lo: 65_536, eth0: 1500, 'flannel.1': 1450 });
  });
});

const around: Surroundings = {
  isLocal: (address) => address === '192.168.0.11',
  chance: new Chance(1),
  nowMs: 0,
  affinity: new Map(),
};
const syn = tcpPacket('10.244.1.2', '10.96.0.50', { src: 40_000, dst: 80, flags: 'S' });
const skb = (more: Partial<InHook> = {}): InHook => ({
  packet: syn,
  mark: 0,
  tracked: track([], syn),
  ...more,
});
const verdict = (rules: readonly string[], of: InHook = skb(), others: Table = {}) => {
  const table: Table = {
    INPUT: { policy: 'DROP', rules: rules.map((rule) => `-A INPUT ${rule}`) },
    ...others,
  };
  return walkChain('filter', table, 'INPUT', of, around);
};

describe('rules of iptables', () => {
  it.each<[string, boolean, Partial<InHook>?]>([
    ['-s 10.244.0.0/16 -j ACCEPT', true],
    ['! -s 10.244.0.0/16 -j ACCEPT', false],
    ['-d 10.96.0.50/32 -p tcp -m tcp --dport 80 -j ACCEPT', true],
    ['-d 10.96.0.50/32 -p tcp -m tcp --dport 81 -j ACCEPT', false],
    ['-p tcp --dport 79:81 -j ACCEPT', true],
    ['-p udp -j ACCEPT', false],
    ['-i cni+ -j ACCEPT', true, { inDevice: 'cni0' }],
    ['-o eth0 -j ACCEPT', false, { outDevice: 'cni0' }],
    ['-m mark --mark 0x4000/0x4000 -j ACCEPT', true, { mark: 0xc000 }],
    ['-m mark ! --mark 0x4000/0x4000 -j ACCEPT', true, { mark: 0x8000 }],
    ['-m conntrack --ctstate NEW -j ACCEPT', true],
    ['-m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT -j ACCEPT', true],
    ['-m conntrack --ctstate INVALID -j ACCEPT', true, { tracked: undefined }],
    ['-m addrtype --dst-type LOCAL -j ACCEPT', false],
    ['-m comment --comment "two words" -j ACCEPT', true],
    ['-m statistic --mode random --probability 0.00000000000 -j ACCEPT', false],
  ])('%s: %s', (rule, matches, more = {}) => {
    expect(verdict([rule], skb(more)).verdict.do).toBe(matches ? 'accept' : 'drop');
  });

  it('lead into chains and come back from them', () => {
    const others = {
      INNER: { rules: ['-A INNER -p udp -j DROP', '-A INNER -p tcp -j RETURN', '-A INNER -j DROP'] },
    };
    const decision = verdict(['-j INNER', '-j MARK --set-xmark 0x4000/0x4000', '-j ACCEPT'], skb(), others);
    expect(decision).toMatchObject({ verdict: { do: 'accept' }, mark: 0x4000 });
    expect(decision.asked).toHaveLength(5);
    expect(hitsOf(decision.asked).map(({ rule }) => rule)).toEqual([
      '-A INPUT -j INNER',
      '-A INNER -p tcp -j RETURN',
      '-A INPUT -j MARK --set-xmark 0x4000/0x4000',
      '-A INPUT -j ACCEPT',
    ]);
  });

  it('what is not known is refused, not guessed', () => {
    expect(() => parseRule('-A INPUT -z')).toThrow(/what is "-z"/);
    expect(() => verdict(['-m quota --quota 5 -j ACCEPT'])).toThrow(/quota is not modelled/);
  });
});

describe('conntrack', () => {
  const begun = () => {
    const tracked = track([], syn);
    if (!tracked) throw new Error('not tracked');
    const { connection } = tracked;
    connection.reply = { ...connection.reply, src: '10.244.2.2', sport: 8080 };
    return connection;
  };

  it('knows an answer by what NAT made of the question', () => {
    const connection = begun();
    const answer = tcpPacket('10.244.2.2', '10.244.1.2', { src: 8080, dst: 40_000, flags: 'AS' });
    expect(track([connection], answer)).toMatchObject({ direction: 'reply', state: 'ESTABLISHED' });
    expect([isDnat(connection), isSnat(connection)]).toEqual([true, false]);
    expect(rowOf(connection)).toBe(
      'src=10.244.1.2 dst=10.96.0.50 sport=40000 dport=80 src=10.244.2.2 dst=10.244.1.2 sport=8080 dport=40000',
    );
  });

  it('relates an error to the connection that it quotes, and an unknown one to none', () => {
    const sent = tcpPacket('10.244.1.2', '10.244.2.2', { src: 40_000, dst: 8080, flags: 'S' });
    const error = errorPacket('192.168.0.12', sent, { type: 3, code: 1 });
    expect(track([begun()], error)?.state).toBe('RELATED');
    expect(track([], error)).toBeUndefined();
  });

  it('a question that was dropped leaves no row, one without an answer does', () => {
    const network = networkWith();
    runOn(network, 'node-1', 'iptables -I FORWARD -d 10.244.2.2 -j DROP');
    connect(network, 'pod-a', '10.244.2.2', 8080);
    expect(hostOf(network, 'node-1').connections).toEqual([]);
    runOn(network, 'node-1', 'iptables -F FORWARD');
    runOn(network, 'node-1', 'iptables -t raw -I OUTPUT -p udp --dport 8472 -j DROP');
    connect(network, 'pod-a', '10.244.2.2', 8080);
    expect(hostOf(network, 'node-1').connections).toHaveLength(1);
  });
});

describe('commands', () => {
  it.each([
    ['iptables -t nat -Z', /not modelled/],
    ['tc qdisc add', /not modelled/],
  ])('%s is refused', (line, says) => {
    expect(() => runOn(networkWith(), 'node-1', line)).toThrow(says);
  });

  it('a device that is not there is said, and nothing else happens', () => {
    expect(runOn(networkWith(), 'node-1', 'ip link set eth9 down')).toBe('Cannot find device "eth9"');
  });

  it('routes are added, replaced and deleted', () => {
    const network = networkWith();
    const to = () => lookup(hostOf(network, 'router'), '10.96.0.50')?.via;
    runOn(network, 'router', 'ip route add 10.96.0.0/16 via 192.168.0.11');
    expect(to()).toBe('192.168.0.11');
    runOn(network, 'router', 'ip route replace 10.96.0.0/16 via 192.168.0.12');
    expect(to()).toBe('192.168.0.12');
    runOn(network, 'router', 'ip route del 10.96.0.0/16');
    expect(to()).toBeUndefined();
  });

  it('a rule that was put in can be taken out', () => {
    const network = networkWith();
    const rules = () => hostOf(network, 'node-1').ruleset.filter?.FORWARD?.rules.length ?? 0;
    const before = rules();
    runOn(network, 'node-1', 'iptables -I FORWARD -p tcp -j DROP');
    expect(rules()).toBe(before + 1);
    runOn(network, 'node-1', 'iptables -D FORWARD -p tcp -j DROP');
    expect(rules()).toBe(before);
  });
});

describe('what programs print', () => {
  const says = (line: string, setup: readonly string[] = []) => {
    const network = networkWith();
    for (const one of setup) runOn(network, 'node-1', one);
    return typed(network, 'pod-a', line).output;
  };
  it.each([
    [
      'app get http://10.244.2.2:9/',
      [],
      'Get "http://10.244.2.2:9/": dial tcp 10.244.2.2:9: connect: connection refused',
    ],
    [
      'app get http://198.18.0.1/',
      [],
      'Get "http://198.18.0.1/": dial tcp 198.18.0.1:80: connect: network is unreachable',
    ],
    [
      'app get http://10.244.1.99:80/',
      [],
      'Get "http://10.244.1.99:80/": dial tcp 10.244.1.99:80: connect: no route to host',
    ],
    ['timeout 3 app get http://10.244.2.2:8080/', ['sysctl net.ipv4.ip_forward=0'], ''],
    [
      'app get http://10.244.2.2:8080/',
      ['sysctl net.ipv4.ip_forward=0'],
      'Get "http://10.244.2.2:8080/": dial tcp 10.244.2.2:8080: connect: connection timed out',
    ],
    [
      "ping -c1 -W2 -M do -s 1423 10.244.2.2 2>&1 | grep -E 'mtu|frag'",
      [],
      'ping: local error: message too long, mtu=1450',
    ],
    [
      'ping -c1 10.244.2.2 | head -2 | tail -1 | cut -d" " -f1-6',
      [],
      '64 bytes from 10.244.2.2: icmp_seq=1 ttl=62',
    ],
    ['ping -c1 198.18.0.1 | grep From', [], 'From 192.168.0.1 icmp_seq=1 Destination Net Unreachable'],
  ])('%s', (line, setup, output) => {
    expect(says(line, setup)).toBe(output);
  });

  it('a node answers to ping, and so does the host outside', () => {
    expect(ping(networkWith(), 'pod-a', '192.168.0.12').ending).toMatchObject({ how: 'answered', ttl: 63 });
    expect(ping(networkWith(), 'pod-a', '203.0.113.9').ending).toMatchObject({ how: 'answered', ttl: 62 });
  });
});
