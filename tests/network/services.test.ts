import { describe, expect, it } from 'vitest';
import { categorize } from '@/lib/network/endpoints';
import { chainsOf, probability } from '@/lib/network/iptables/kube-proxy';
import { saved } from '@/lib/network/iptables/ruleset';
import { nftNamesOf, nftTime } from '@/lib/network/nftables/kube-proxy';
import { listed } from '@/lib/network/nftables/listing';
import { base32, sha256, utf8 } from '@/lib/network/sha256';
import { tablesOf } from '@/lib/network/tables';
import type { ServicePort, World, WorldEndpoint } from '@/lib/network/world';
import { endpoint, leaving, servicePort, worldWith } from './world';

const hex = (bytes: readonly number[]): string => bytes.map((b) => b.toString(16).padStart(2, '0')).join('');

describe('hashes', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('SHA-256 of %j is that of FIPS 180-4', (text, hash) => {
    expect(hex(sha256(text))).toBe(hash);
  });

  it('base32 is that of RFC 4648, without padding', () => {
    expect(base32(utf8('foobar'))).toBe('MZXW6YTBOI');
    expect(base32(utf8('f'))).toBe('MY');
  });

  it('names the chain of the Service kubernetes as every cluster does', () => {
    const kubernetes = servicePort({ service: 'kubernetes', portName: 'https' });
    expect(chainsOf(kubernetes).cluster).toBe('KUBE-SVC-NPX46M4PTMTKRN6Y');
  });

  it('names chains of nftables with what they stand for', () => {
    const names = nftNamesOf(servicePort({ namespace: 'ns1', service: 'svc1', portName: 'p80' }));
    expect(names.cluster).toBe('service-ULMVA6XW-ns1/svc1/tcp/p80');
    expect(names.endpoint('10.180.0.1:80')).toBe('endpoint-5OJB2KTY-ns1/svc1/tcp/p80__10.180.0.1/80');
  });
});

describe('which endpoints a node uses', () => {
  const local = endpoint('10.244.1.2', 'node-1');
  const far = endpoint('10.244.2.2', 'node-2');
  const goingHere = endpoint('10.244.1.3', 'node-1', leaving);
  const goingThere = endpoint('10.244.2.3', 'node-2', leaving);
  const notReady = endpoint('10.244.1.4', 'node-1', { ready: false, serving: false });
  const local0 = { isInternalLocal: true };
  const door = { nodePort: 30_080, isExternalLocal: true };

  it.each<[string, readonly WorldEndpoint[], Partial<ServicePort>, string[], string[], boolean]>([
    ['ready ones', [far, local], {}, ['10.244.1.2', '10.244.2.2'], [], true],
    ['not those that leave, while one is ready', [far, goingHere], {}, ['10.244.2.2'], [], true],
    [
      'those that leave and serve, when none is ready',
      [goingHere, goingThere],
      {},
      ['10.244.1.3', '10.244.2.3'],
      [],
      true,
    ],
    ['none', [notReady], {}, [], [], false],
    ['of internal Local only here', [far, local], local0, [], ['10.244.1.2'], true],
    ['of internal Local none here, but there are some', [far], local0, [], [], true],
    ['of external Local both', [far, local], door, ['10.244.1.2', '10.244.2.2'], ['10.244.1.2'], true],
    ['of external Local here one that leaves', [far, goingHere], door, ['10.244.2.2'], ['10.244.1.3'], true],
    [
      'of external Local without a door: Cluster',
      [far, local],
      { isExternalLocal: true },
      ['10.244.1.2', '10.244.2.2'],
      [],
      true,
    ],
  ])('%s', (_, endpoints, more, cluster, localOnes, has) => {
    const found = categorize(servicePort({ endpoints, ...more }), 'node-1');
    expect(found.cluster.map(({ ip }) => ip)).toEqual(cluster);
    expect(found.local.map(({ ip }) => ip)).toEqual(localOnes);
    expect(found.hasEndpoints).toBe(has);
  });
});

const rulesOf = (port: ServicePort, on = 0, mode: World['mode'] = 'iptables'): string[] => {
  const world = worldWith({ servicePorts: [port], mode });
  const node = world.nodes[on];
  if (!node) throw new Error('no node');
  const { ruleset, nft } = tablesOf(world, node);
  return nft ? listed(nft).map((line) => line.trim()) : saved(ruleset);
};

describe('rules of kube-proxy in iptables mode', () => {
  const lb = { loadBalancerIPs: ['198.51.100.7'], nodePort: 30_082 };
  const names = chainsOf(servicePort());

  it.each<[string, Partial<ServicePort>, string]>([
    [
      'an external address leads to EXT',
      { externalIPs: ['203.0.113.50'] },
      `-A KUBE-SERVICES -d 203.0.113.50/32 -p tcp -m comment --comment "default/web external IP" -m tcp --dport 80 -j ${names.external}`,
    ],
    [
      'source ranges lead through FW',
      { ...lb, sourceRanges: ['203.0.113.0/24'] },
      `-A KUBE-SERVICES -d 198.51.100.7/32 -p tcp -m comment --comment "default/web loadbalancer IP" -m tcp --dport 80 -j ${names.firewall}`,
    ],
    [
      'FW lets the range through',
      { ...lb, sourceRanges: ['203.0.113.0/24'] },
      `-A ${names.firewall} -s 203.0.113.0/24 -m comment --comment "default/web loadbalancer IP" -j ${names.external}`,
    ],
    [
      'what FW lets fall is dropped',
      { ...lb, sourceRanges: ['203.0.113.0/24'] },
      `-A KUBE-PROXY-FIREWALL -d 198.51.100.7/32 -p tcp -m comment --comment "default/web traffic not accepted by ${names.firewall}" -m tcp --dport 80 -j DROP`,
    ],
    [
      'a range with the node lets the address itself in',
      { ...lb, sourceRanges: ['192.168.0.0/24'] },
      `-A ${names.firewall} -s 198.51.100.7/32 -m comment --comment "default/web loadbalancer IP" -j ${names.external}`,
    ],
    [
      'health checks are let in',
      { ...lb, isExternalLocal: true, healthCheckNodePort: 31_000 },
      '-A KUBE-NODEPORTS -p tcp -m comment --comment "default/web health check node port" -m tcp --dport 31000 -j ACCEPT',
    ],
    [
      'UDP is UDP',
      { protocol: 'udp' },
      `-A KUBE-SERVICES -d 10.96.0.50/32 -p udp -m comment --comment "default/web cluster IP" -m udp --dport 80 -j ${chainsOf(servicePort({ protocol: 'udp' })).cluster}`,
    ],
    [
      'no endpoints: refused',
      { endpoints: [], nodePort: 30_080 },
      '-A KUBE-EXTERNAL-SERVICES -p tcp -m comment --comment "default/web has no endpoints" -m addrtype --dst-type LOCAL -m tcp --dport 30080 -j REJECT --reject-with icmp-port-unreachable',
    ],
    [
      'none here and Local: dropped',
      { isInternalLocal: true },
      '-A KUBE-SERVICES -d 10.96.0.50/32 -p tcp -m comment --comment "default/web has no local endpoints" -m tcp --dport 80 -j DROP',
    ],
  ])('%s', (_, more, rule) => {
    expect(rulesOf(servicePort(more))).toContain(rule);
  });

  it('above a thousand endpoints the rules of endpoints have no comments', () => {
    const many = Array.from({ length: 1001 }, (_, i) =>
      endpoint(`10.244.${2 + (i >> 8)}.${i & 255}`, 'node-2'),
    );
    const choice = (endpoints: readonly WorldEndpoint[]) =>
      rulesOf(servicePort({ endpoints })).find((rule) => rule.startsWith(`-A ${names.cluster} -m`)) ?? '';
    expect(choice(many)).not.toContain('comment');
    expect(choice(many.slice(0, 1000))).toContain('comment');
  });

  it.each([
    [2, '0.50000000000'],
    [3, '0.33333333349'],
    [7, '0.14285714272'],
  ])('one of %i is %s', (n, text) => {
    expect(probability(n)).toBe(text);
  });
});

describe('rules of kube-proxy in nftables mode', () => {
  const names = nftNamesOf(servicePort());
  const sticky = nftNamesOf(servicePort()).affinity('10.244.2.2:8080');

  it.each<[string, Partial<ServicePort>, string]>([
    ['one endpoint needs no map', {}, 'meta l4proto tcp dnat to 10.244.2.2:8080'],
    [
      'two need one',
      { endpoints: [endpoint('10.244.1.2', 'node-1'), endpoint('10.244.2.2', 'node-2')] },
      'meta l4proto tcp dnat ip to numgen random mod 2 map { 0 : 10.244.1.2 . 8080, 1 : 10.244.2.2 . 8080 }',
    ],
    ['affinity has a set', { affinitySeconds: 10_800 }, 'timeout 3h'],
    [
      'and a rule before the lot',
      { affinitySeconds: 10_800 },
      `ip saddr @${sticky} goto ${names.endpoint('10.244.2.2:8080')}`,
    ],
    [
      'source ranges drop the rest',
      { loadBalancerIPs: ['198.51.100.7'], sourceRanges: ['203.0.113.0/24'] },
      'ip saddr != { 203.0.113.0/24 } drop',
    ],
  ])('%s', (_, more, rule) => {
    expect(rulesOf(servicePort(more), 0, 'nftables')).toContain(rule);
  });

  it.each([
    [600, '10m'],
    [5400, '1h30m'],
    [86_400, '1d'],
    [61, '1m1s'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(nftTime(seconds)).toBe(text);
  });
});
