import { describe, expect, it } from 'vitest';
import { runOn } from '@/lib/network/command';
import { connect, type Exchange, ping } from '@/lib/network/exchange';
import type { Network } from '@/lib/network/network';
import type { LaneName, PacketView, Xray } from '@/lib/network/xray/view';
import { stopsOf, xrayOf } from '@/lib/network/xray/xray';
import { endpoint, networkWith, servicePort } from './world';

const looked = (send: (network: Network) => Exchange, network = networkWith()): Xray => {
  const exchange = send(network);
  return xrayOf(network, exchange);
};

const packet = (xray: Xray, i: number): PacketView => {
  const found = xray.packets[i];
  if (!found) throw new Error(`there is no packet ${i}`);
  return found;
};

const lane = ({ lanes }: PacketView, name: LaneName): string[] =>
  (lanes.find((one) => one.name === name)?.spans ?? []).map(
    ({ from, to, value, because }) =>
      `${from}-${to} ${value}${because ? ` ${because.why} ${because.host}` : ''}`,
  );

const portFree = (lines: string[]): string[] => lines.map((line) => line.replace(/:\d{5}\b/g, ':PORT'));

const service = (network: Network) => connect(network, 'pod-a', '10.96.0.50', 80);

describe('a SYN to a Service whose Pod is on another node', () => {
  const xray = looked(service);
  const there = packet(xray, 0);

  it('passes ten interfaces of four hosts', () => {
    expect(there.frames.map(({ host, device }) => `${host}/${device}`)).toEqual([
      'pod-a/eth0',
      'node-1/veth-a',
      'node-1/cni0',
      'node-1/flannel.1',
      'node-1/eth0',
      'node-2/eth0',
      'node-2/flannel.1',
      'node-2/cni0',
      'node-2/veth-c',
      'pod-c/eth0',
    ]);
    expect(there.hosts.map(({ host, from, to }) => `${host} ${from}-${to}`)).toEqual([
      'pod-a 0-0',
      'node-1 1-4',
      'node-2 5-8',
      'pod-c 9-9',
    ]);
  });

  it('keeps its sender, and its receiver from the bridge on', () => {
    expect(portFree(lane(there, 'source'))).toEqual(['0-9 10.244.1.2:PORT']);
    expect(lane(there, 'destination')).toEqual(['0-1 10.96.0.50:80', '2-9 10.244.2.2:8080 dnat node-1']);
  });

  it('loses one of its TTL to each node, not to the tunnel', () => {
    expect(lane(there, 'ttl')).toEqual(['0-2 64', '3-6 63 routed node-1', '7-9 62 routed node-2']);
  });

  it('is 50 bytes longer on the wire, inside a packet of the nodes', () => {
    expect(lane(there, 'outer')).toEqual(['4-5 192.168.0.11 → 192.168.0.12 tunnelled node-1']);
    expect(lane(there, 'bytes')).toEqual(['0-3 74', '4-5 124 tunnelled node-1', '6-9 74 untunnelled node-2']);
  });

  it('is answered from right to left, and the answer is turned back on the first node', () => {
    const back = packet(xray, 1);
    expect([there.isBack, back.isBack]).toEqual([false, true]);
    expect(lane(back, 'source').at(-1)).toMatch(/10\.96\.0\.50:80 undoneDnat node-1$/);
  });

  it('offers segments that fit into the tunnel, as does its answer', () => {
    const offers = [there, packet(xray, 1)].map(
      ({ frames }) =>
        frames[0]?.layers.at(-1)?.fields.find(({ name }) => name === 'Maximum Segment Size')?.value,
    );
    expect(offers).toEqual(['1410', '1410']);
  });

  it('shows in the frame before and after NAT exactly what NAT changed', () => {
    const at = there.frames[2];
    const names = at?.layers.flatMap(({ fields }) =>
      fields
        .filter(({ from, length }) => at.changed.some((byte) => byte >= from && byte < from + length))
        .map(({ name }) => name),
    );
    expect(names).toEqual(['Header Checksum', 'Destination Address', 'Destination Port', 'Checksum']);
  });
});

describe('the direction of a packet', () => {
  const backs = (xray: Xray) => xray.packets.map(({ isBack }) => isBack);
  const loop = [endpoint('10.244.1.2', 'node-1')];

  it.each([
    ['over lo', (network: Network) => connect(network, 'pod-a', '127.0.0.1', 8080), [false, true]],
    [
      'to a port of its own where nothing listens',
      (network: Network) => connect(network, 'pod-a', '127.0.0.1', 9),
      [false, true],
    ],
    ['to itself through its Service', service, [false, true]],
    ['an echo to itself', (network: Network) => ping(network, 'node-1', '192.168.0.11'), [false, true]],
  ])('of an answer is back also where both ends are one host: %s', (_, send, expected) => {
    expect(backs(looked(send, networkWith({ servicePorts: [servicePort({ endpoints: loop })] })))).toEqual(
      expected,
    );
  });

  it('of the refusal of an answer that nobody asked for is out again', () => {
    const near = [endpoint('10.244.1.3', 'node-1')];
    const network = networkWith({ servicePorts: [servicePort({ endpoints: near })] });
    runOn(network, 'node-1', 'sysctl net.bridge.bridge-nf-call-iptables=0');
    const xray = looked(service, network);
    expect(xray.packets.map(({ packet: { tcp } }) => tcp?.flags)).toEqual(['S', 'AS', 'R']);
    expect(backs(xray)).toEqual([false, true, false]);
  });
});

describe('a node that asks a Service itself', () => {
  const there = packet(
    looked((network) => connect(network, 'node-1', '10.96.0.50', 80)),
    0,
  );

  it('changes both ends before the first frame, and the lanes say so', () => {
    expect(portFree(lane(there, 'destination'))).toEqual(['0-6 10.244.2.2:8080 dnat node-1']);
    expect(portFree(lane(there, 'source'))).toEqual(['0-6 10.244.1.0:PORT snat node-1']);
  });
});

describe('an echo that is masqueraded', () => {
  it('is answered by who saw the address of the node', () => {
    const { ending } = looked((network) => ping(network, 'pod-a', '192.168.0.12'));
    expect(ending).toMatchObject({ how: 'answered', by: '192.168.0.12', from: '192.168.0.11' });
  });
});

describe('layers', () => {
  const exchanges: readonly (readonly [string, (network: Network) => Exchange])[] = [
    ['to a Service', service],
    ['to a closed port', (network) => connect(network, 'pod-a', '10.244.2.2', 9)],
    ['over lo', (network) => connect(network, 'pod-a', '127.0.0.1', 8080)],
    ['an echo of 1,400 bytes', (network) => ping(network, 'pod-a', '10.244.2.2', 1372)],
    ['an echo that is too long for the tunnel', (network) => ping(network, 'node-1', '10.244.2.2', 1472)],
    ['from outside to a node', (network) => connect(network, 'outside', '192.168.0.11', 9)],
    ['a Service without endpoints', (network) => connect(network, 'pod-a', '10.96.0.51', 80)],
  ];

  it.each(exchanges)('%s: tile every frame, and fields tile every header', (_, send) => {
    const network = networkWith({
      servicePorts: [servicePort(), servicePort({ service: 'none', clusterIP: '10.96.0.51', endpoints: [] })],
    });
    const { packets } = looked(send, network);
    for (const { bytes, layers } of packets.flatMap(({ frames }) => frames)) {
      let at = 0;
      for (const { name, from, length, fields } of layers) {
        expect(from).toBe(at);
        at += length;
        if (name !== 'data') expect(fields.reduce((sum, field) => sum + field.length, 0)).toBe(length);
      }
      expect(at).toBe(bytes.length);
    }
  });

  it('of a tunnelled frame are outer up to the Pod’s own frame', () => {
    const wire = packet(looked(service), 0).frames[4];
    expect(wire?.layers.map(({ name, isOuter, length }) => `${name} ${isOuter} ${length}`)).toEqual([
      'Ethernet true 14',
      'IPv4 true 20',
      'UDP true 8',
      'VXLAN true 8',
      'Ethernet false 14',
      'IPv4 false 20',
      'TCP false 40',
    ]);
    expect(wire?.layers[3]?.fields.find(({ name }) => name.startsWith('VXLAN'))?.value).toBe('1');
  });
});

describe('moments', () => {
  it('stop at every rule, then at the place, then at the frame that it leads to', () => {
    const xray = looked(service);
    const rules = xray.packets.flatMap(({ gaps }) => gaps.flat().flatMap(({ hook }) => hook?.asked ?? []));
    expect(xray.moments.filter(({ at }) => at === 'rule')).toHaveLength(rules.length);
    expect(rules.length).toBeGreaterThan(10);
    const order = { rule: 0, place: 1, frame: 2, end: 2 };
    for (const [i, one] of xray.moments.entries()) {
      const next = xray.moments[i + 1];
      if (next?.packet === one.packet && next.gap === one.gap && next.place === one.place)
        expect(order[next.at]).toBeGreaterThanOrEqual(order[one.at]);
    }
  });

  it('of the unit frame are the frames of each packet and its end', () => {
    const xray = looked(service);
    const frames = xray.packets.reduce((sum, { frames: all }) => sum + all.length + 1, 0);
    expect(stopsOf(xray, 'frame')).toHaveLength(frames);
    expect(stopsOf(xray, 'rule')).toHaveLength(xray.moments.length);
    expect(stopsOf(xray, 'place').length).toBeGreaterThan(frames);
  });

  it('end where a packet is lost, with the rule that dropped it', () => {
    const network = networkWith();
    runOn(network, 'node-2', 'iptables -I INPUT -p udp -m udp --dport 8472 -j DROP');
    const xray = looked(service, network);
    const there = packet(xray, 0);
    expect(there.end).toBe('dropped');
    expect(there.frames.at(-1)?.host).toBe('node-2');
    expect(there.loss?.loss.says).toContain('INPUT');
    expect(there.gaps.at(-1)?.at(-1)?.place).toBe('input');
    expect(xray.moments.at(-1)?.at).toBe('end');
  });

  it('are there for a packet that no interface saw', () => {
    const xray = looked((network) => ping(network, 'pod-a', '10.244.2.2', 1472));
    expect(packet(xray, 0).frames).toEqual([]);
    expect(stopsOf(xray, 'frame')).toHaveLength(1);
  });
});

describe('a packet through a Service of its own node', () => {
  it('turns back at the bridge without leaving it', () => {
    const network = networkWith({
      servicePorts: [servicePort({ endpoints: [endpoint('10.244.1.3', 'node-1')] })],
    });
    const there = packet(looked(service, network), 0);
    expect(lane(there, 'ttl')).toEqual([`0-${there.frames.length - 1} 64`]);
    expect(there.frames.some(({ device }) => device === 'flannel.1')).toBe(false);
  });
});
