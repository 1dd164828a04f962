import { describe, expect, it } from 'vitest';
import { connect } from '@/lib/network/exchange';
import { saved } from '@/lib/network/iptables/ruleset';
import { ipvsadm, virtualServers } from '@/lib/network/ipvs';
import { listed } from '@/lib/network/nftables/listing';
import { crowdedWorld, type Scale, scaleOf } from '@/lib/network/scale';
import { growthOf } from '@/lib/network/scale-growth';
import { linesOf } from '@/lib/network/scale-lines';
import { tablesOf } from '@/lib/network/tables';
import { endpoint, networkWith, servicePort } from './world';

const modes: readonly Scale['mode'][] = ['iptables', 'nftables', 'ipvs'];
const sizes = [
  [1, 1],
  [1, 10],
  [2, 10],
  [4, 2],
  [10, 100],
  [100, 1],
  [101, 10],
  [300, 10],
] as const;
const rows = modes.flatMap((mode) =>
  sizes.map(([services, endpoints]) => ({ mode, services, endpoints }) as const),
);

describe('growthOf counts what scaleOf counts by writing every rule', () => {
  it.each(rows)('$mode, $services Services of $endpoints endpoints', ({ mode, services, endpoints }) => {
    expect(growthOf(mode, services, endpoints)).toMatchObject(scaleOf(mode, services, endpoints));
  });

  it('a packet to the last of 1,000 Services is held against more than 1,000 rules of iptables and 4 of nftables', () => {
    expect(growthOf('iptables', 1_000, 10)).toMatchObject(scaleOf('iptables', 1_000, 10));
    expect(growthOf('iptables', 1_000, 10).asked).toBe(1_006);
    expect(growthOf('nftables', 1_000, 10).asked).toBe(4);
  });
});

describe('the lot among endpoints', () => {
  it.each([1, 2, 10, 100])(
    'adds at most one rule for each of %i endpoints, and only in iptables',
    (endpoints) => {
      const [iptables, nftables, ipvs] = modes.map((mode) => growthOf(mode, 5, endpoints));
      expect((iptables?.most ?? 0) - (iptables?.fewest ?? 0)).toBe(endpoints - 1);
      expect(iptables?.asked).toBeGreaterThanOrEqual(iptables?.fewest ?? 0);
      expect(iptables?.asked).toBeLessThanOrEqual(iptables?.most ?? 0);
      expect(nftables?.fewest).toBe(nftables?.most);
      expect(ipvs?.most).toBe(0);
    },
  );
});

describe('what is asked later', () => {
  it.each(['iptables', 'nftables'] as const)('%s: the answer of a connection asks no rule of nat', (mode) => {
    // On one node, for the envelope of a tunnel is a connection of its own.
    const servicePorts = [servicePort({ endpoints: [endpoint('10.244.1.3', 'node-1')] })];
    const { sent, ending } = connect(networkWith({ mode, servicePorts }), 'pod-a', '10.96.0.50', 80);
    expect(ending.how).toBe('answered');
    const nat = sent.map(({ happened }) =>
      happened
        .flatMap((one) => (one.kind === 'hook' ? one.asked : []))
        .filter(({ table, chain }) => table === 'nat' || /^(nat-|services$)/.test(chain)),
    );
    expect(nat[0]?.length).toBeGreaterThan(0);
    expect(nat.slice(1).flat()).toEqual([]);
    expect(nat.length).toBeGreaterThanOrEqual(2);
  });
});

/** Everything that the tools print for a whole crowded world. */
function printed(mode: Scale['mode'], services: number, endpoints: number): string[] {
  const world = crowdedWorld(mode, services, endpoints);
  const [node] = world.nodes;
  if (!node) return [];
  if (mode === 'ipvs') return ipvsadm(virtualServers(world, node));
  const { nft, ruleset } = tablesOf(world, node);
  return nft ? listed(nft) : saved(ruleset);
}

describe('the lines that are shown', () => {
  const bare = (line: string) =>
    line
      .trim()
      .replace(/^elements = \{ /, '')
      .replace(/(,| \})$/, '');
  it.each(rows)(
    '$mode, $services Services of $endpoints endpoints: each stands in the whole table',
    ({ mode, services, endpoints }) => {
      const all = new Set(printed(mode, services, endpoints).map(bare));
      const lines = linesOf(mode, services, endpoints).flatMap((listing) => listing.lines);
      for (const line of lines) {
        if (typeof line !== 'string' || line.startsWith('-N ')) continue;
        // A long map inside one rule is shortened to its first entries and its last.
        const [before = '', after = ''] = line.split(', …');
        const found = [...all].filter((one) => one.startsWith(bare(before)) && one.endsWith(bare(after)));
        expect(found.length, line).toBeGreaterThan(0);
      }
    },
  );

  it('say how many were left out: all of them together are the whole chain, map and list', () => {
    const count = (mode: Scale['mode'], at: number, is: (line: string) => boolean) =>
      (linesOf(mode, 300, 10)[at]?.lines ?? []).reduce<number>(
        (sum, line) => sum + (typeof line === 'number' ? line : is(line) ? 1 : 0),
        0,
      );
    expect(count('iptables', 0, (line) => line.startsWith('-A KUBE-SERVICES '))).toBe(301);
    expect(count('iptables', 1, (line) => line.startsWith('-A '))).toBe(11);
    expect(count('nftables', 0, (line) => line.includes(' . tcp . 80 : goto '))).toBe(300);
    expect(count('ipvs', 0, () => true)).toBe(3 + 300 * 11);
  });
});
