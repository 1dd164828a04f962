import { describe, expect, it } from 'vitest';
import { connect } from '@/lib/network/exchange';
import { ipvsadm, virtualServers } from '@/lib/network/ipvs';
import { scaleOf } from '@/lib/network/scale';
import type { ServicePort, World } from '@/lib/network/world';
import { endpoint, networkWith, servicePort, worldWith } from './world';

describe.each(['iptables', 'nftables'] as const)('a Service in %s mode', (mode) => {
  const both = [endpoint('10.244.2.2', 'node-2'), endpoint('10.244.3.2', 'node-3')];
  const get = (port: Partial<ServicePort>, from: string, to: string, at: number, seed = 1) =>
    connect(networkWith({ mode, servicePorts: [servicePort(port)] }, seed), from, to, at).ending;

  it('is shared among its endpoints by lot', () => {
    const network = networkWith({ mode, servicePorts: [servicePort({ endpoints: both })] });
    const by = Array.from({ length: 200 }, () => connect(network, 'pod-a', '10.96.0.50', 80).ending);
    const c = by.filter((ending) => ending.how === 'answered' && ending.by === 'c').length;
    expect(c).toBeGreaterThan(70);
    expect(c).toBeLessThan(130);
  });

  it('with affinity keeps a client until the time is over', () => {
    const port = servicePort({ endpoints: both, affinitySeconds: 600 });
    const network = networkWith({ mode, servicePorts: [port] });
    const one = () => connect(network, 'pod-a', '10.96.0.50', 80).ending;
    const first = one();
    for (let i = 0; i < 20; i++) expect(one()).toMatchObject({ by: (first as { by: string }).by });
    const later = Array.from({ length: 20 }, () => {
      network.nowMs += 700_000;
      return (one() as { by: string }).by;
    });
    expect(new Set(later).size).toBe(2);
  });

  const door = { nodePort: 30_080 };
  it.each<[string, Partial<ServicePort>, string, string, number, object]>([
    [
      'NodePort: the source is rewritten',
      door,
      'outside',
      '192.168.0.11',
      30_080,
      { by: 'c', from: expect.stringMatching(/^10\.244\.1\.0:/) },
    ],
    [
      'NodePort Local where the endpoint is: the source stays',
      { ...door, isExternalLocal: true },
      'outside',
      '192.168.0.12',
      30_080,
      { by: 'c', from: expect.stringMatching(/^203\.0\.113\.9:/) },
    ],
    [
      'NodePort Local elsewhere: dropped',
      { ...door, isExternalLocal: true },
      'outside',
      '192.168.0.11',
      30_080,
      { how: 'silence' },
    ],
    [
      'NodePort Local elsewhere, from a Pod there: to any endpoint',
      { ...door, isExternalLocal: true },
      'pod-a',
      '192.168.0.11',
      30_080,
      { by: 'c', from: expect.stringMatching(/^10\.244\.1\.2:/) },
    ],
    [
      'NodePort Local elsewhere, from that node',
      { ...door, isExternalLocal: true },
      'node-1',
      '192.168.0.11',
      30_080,
      { by: 'c' },
    ],
    [
      'NodePort without endpoints: refused',
      { ...door, endpoints: [] },
      'outside',
      '192.168.0.11',
      30_080,
      { how: 'error', icmp: { type: 3, code: 3 }, from: '192.168.0.11' },
    ],
    ['a port that no Service has', door, 'outside', '192.168.0.11', 30_081, { how: 'reset' }],
    ['LoadBalancer', { loadBalancerIPs: ['198.51.100.7'] }, 'outside', '198.51.100.7', 80, { by: 'c' }],
    [
      'LoadBalancer, from a range that is allowed',
      { loadBalancerIPs: ['198.51.100.7'], sourceRanges: ['203.0.113.0/24'] },
      'outside',
      '198.51.100.7',
      80,
      { by: 'c' },
    ],
    [
      'LoadBalancer, from elsewhere',
      { loadBalancerIPs: ['198.51.100.7'], sourceRanges: ['198.18.0.0/15'] },
      'outside',
      '198.51.100.7',
      80,
      { how: 'silence' },
    ],
    [
      'internalTrafficPolicy Local without one here',
      { isInternalLocal: true },
      'pod-a',
      '10.96.0.50',
      80,
      { how: 'silence' },
    ],
    [
      'internalTrafficPolicy Local with one here',
      { isInternalLocal: true },
      'pod-d',
      '10.96.0.50',
      80,
      { by: 'c' },
    ],
    [
      'a Pod that meets itself',
      {},
      'pod-c',
      '10.96.0.50',
      80,
      { by: 'c', from: expect.stringMatching(/^10\.244\.2\.1:/) },
    ],
    ['no endpoints', { endpoints: [] }, 'pod-a', '10.96.0.50', 80, { how: 'error', from: '10.244.1.1' }],
    [
      'no endpoints, from a node',
      { endpoints: [] },
      'node-1',
      '10.96.0.50',
      80,
      { how: 'error', from: '192.168.0.11' },
    ],
  ])('%s', (_, port, from, to, at, ending) => {
    expect(get(port, from, to, at)).toMatchObject(ending);
  });
});

describe('IPVS and scale', () => {
  it('lists one virtual server an address', () => {
    const world = worldWith({ servicePorts: [servicePort({ nodePort: 30_080, affinitySeconds: 600 })] });
    const [node] = world.nodes;
    if (!node) throw new Error('no node');
    expect(ipvsadm(virtualServers(world, node)).slice(3)).toEqual([
      'TCP  10.96.0.50:80 rr persistent 600',
      '  -> 10.244.2.2:8080              Masq    1      0          0',
      'TCP  192.168.0.11:30080 rr persistent 600',
      '  -> 10.244.2.2:8080              Masq    1      0          0',
    ]);
  });

  it('iptables grows with Services, maps and hashes do not', () => {
    const asked = (mode: World['mode'], n: number) => scaleOf(mode, n, 10).asked;
    expect(asked('iptables', 200) - asked('iptables', 100)).toBeGreaterThan(80);
    expect(asked('nftables', 200)).toBe(asked('nftables', 100));
    expect(scaleOf('ipvs', 1000, 10).lookups).toBe(1);
  });
});
