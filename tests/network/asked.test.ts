import { describe, expect, it } from 'vitest';
import { Chance } from '@/lib/cluster/chance';
import { track } from '@/lib/network/conntrack';
import { connect, type Exchange } from '@/lib/network/exchange';
import { walkChain } from '@/lib/network/iptables/walk';
import { hostOf } from '@/lib/network/network';
import type { NftTable } from '@/lib/network/nftables/listing';
import { walkBaseChain } from '@/lib/network/nftables/walk';
import { echoPacket, tcpPacket } from '@/lib/network/packet';
import type { Sent } from '@/lib/network/packet.machine';
import { scaleOf } from '@/lib/network/scale';
import { hitsOf, type InHook, type Surroundings, type Unmatched } from '@/lib/network/verdict';
import type { ConnectionSeen, Happening } from '@/lib/network/walk';
import { endpoint, networkWith, servicePort } from './world';

const syn = tcpPacket('10.244.1.2', '10.96.0.50', { src: 40_000, dst: 80, flags: 'S' });
const echo = echoPacket('10.244.1.2', '10.96.0.50', 7, 56, true);

/** The connection of `syn` after its DNAT, with an answer. */
const answered = (): InHook['tracked'] => {
  const tracked = track([], syn);
  if (!tracked) throw new Error('not tracked');
  const { connection } = tracked;
  connection.reply = { ...connection.reply, src: '10.244.2.2', sport: 8080 };
  return { ...tracked, state: 'ESTABLISHED' };
};

const skb = (more: Partial<InHook> = {}): InHook => ({
  packet: syn,
  mark: 0,
  tracked: track([], syn),
  ...more,
});

const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  isLocal: (address) => address === '192.168.0.11',
  chance: new Chance(1),
  nowMs: 1_000_000,
  affinity: new Map([['before', new Map([['10.244.1.2', 300_500]])]]),
  ...more,
});

/** `not` before what a rule wants means that it asks for the opposite. */
const said = (match: string, wanted: string, was: string): Unmatched => ({
  match,
  isNot: wanted.startsWith('not '),
  wanted: wanted.replace(/^not /, ''),
  was,
});

const everything = (rules: readonly string[], of: Partial<InHook> = {}, at = around()) =>
  walkChain('nat', { INPUT: { rules: rules.map((rule) => `-A INPUT ${rule}`) } }, 'INPUT', skb(of), at);

describe('a rule of iptables that does not take a packet says', () => {
  it.each<[rule: string, match: string, wanted: string, was: string, of?: Partial<InHook>]>([
    ['-s 10.244.2.0/24', 'source', '10.244.2.0/24', '10.244.1.2'],
    ['! -s 10.244.0.0/16', 'source', 'not 10.244.0.0/16', '10.244.1.2'],
    ['-d 10.96.0.51/32', 'destination', '10.96.0.51/32', '10.96.0.50'],
    ['-p udp', 'protocol', 'udp', 'tcp'],
    ['-p tcp', 'protocol', 'tcp', 'icmp', { packet: echo }],
    ['-p tcp -m tcp --dport 81', 'tcp', '81', '80'],
    ['-p tcp -m tcp --sport 1:1023', 'tcp', '1:1023', '40000'],
    ['-p tcp -m tcp ! --dport 80', 'tcp', 'not 80', '80'],
    ['-p udp --dport 8472', 'protocol', 'udp', 'tcp'],
    ['-p tcp --dport 8472', 'tcp', '8472', '80'],
    ['-i cni+', 'in', 'cni+', 'eth0', { inDevice: 'eth0' }],
    ['-o eth0', 'out', 'eth0', ''],
    ['-m mark --mark 0x4000/0x4000', 'mark', '0x4000/0x4000', '0x8000', { mark: 0x8000 }],
    ['-m mark ! --mark 0x4000/0x4000', 'mark', 'not 0x4000/0x4000', '0x4000', { mark: 0x4000 }],
    ['-m conntrack --ctstate RELATED,ESTABLISHED', 'conntrack', 'RELATED,ESTABLISHED', 'NEW'],
    ['-m conntrack --ctstate NEW', 'conntrack', 'NEW', 'ESTABLISHED,DNAT', { tracked: answered() }],
    ['-m conntrack ! --ctstate DNAT', 'conntrack', 'not DNAT', 'ESTABLISHED,DNAT', { tracked: answered() }],
    ['-m conntrack --ctstate NEW', 'conntrack', 'NEW', 'INVALID', { tracked: undefined }],
    ['-m addrtype --dst-type LOCAL', 'addrtype', 'LOCAL', 'UNICAST'],
    ['-m addrtype ! --src-type UNICAST', 'src-type', 'not UNICAST', 'UNICAST'],
    ['-m statistic --mode random --probability 0.5', 'statistic', '0.5', new Chance(1).next().toFixed(5)],
    ['-m recent --rcheck --seconds 600 --name nobody', 'recent', '600', ''],
    ['-m recent --rcheck --seconds 600 --name before', 'recent', '600', '699.5'],
    [
      '-m comment --comment "a b" -s 10.244.1.2 -d 10.96.0.51 -p udp',
      'destination',
      '10.96.0.51',
      '10.96.0.50',
    ],
  ])('%s: %s wants %s, finds %s', (rule, match, wanted, was, of) => {
    expect(everything([`${rule} -j ACCEPT`], of).asked).toEqual([
      {
        table: 'nat',
        chain: 'INPUT',
        rule: `-A INPUT ${rule} -j ACCEPT`,
        unmatched: said(match, wanted, was),
      },
    ]);
  });

  it('nothing when it takes it, in the order in which the rules were asked', () => {
    const { asked } = everything(['-p udp -j DROP', '-p tcp', '-j ACCEPT', '-j DROP']);
    expect(asked.map(({ rule, unmatched }) => [rule, unmatched?.match])).toEqual([
      ['-A INPUT -p udp -j DROP', 'protocol'],
      ['-A INPUT -p tcp', undefined],
      ['-A INPUT -j ACCEPT', undefined],
    ]);
    expect(hitsOf(asked)).toEqual(asked.slice(1));
  });

  it('a lot is drawn only when the matches before it hold', () => {
    const lot = '-m statistic --mode random --probability 0.5 -j ACCEPT';
    const chance = new Chance(1);
    everything([`-p udp ${lot}`], {}, around({ chance }));
    expect(chance.state).toBe(1);
    everything([`-p tcp ${lot}`], {}, around({ chance }));
    expect(chance.state).not.toBe(1);
  });

  it('looks into a list of recent are noted, being put into one is not', () => {
    const { lookups } = everything([
      '-m recent --rcheck --name nobody',
      '-m recent --set --name nobody',
      '-m recent --rcheck --name nobody -j ACCEPT',
    ]);
    expect(lookups).toEqual([
      { in: 'nobody', key: '10.244.1.2' },
      { in: 'nobody', key: '10.244.1.2', found: '10.244.1.2' },
    ]);
  });
});

/** A table with one base chain of these rules, the sets and maps that they look into, and a chain to lead to. */
const nft = (...rules: readonly string[]): NftTable => ({
  name: 'kube-proxy',
  comment: '',
  sets: {
    'cluster-ips': { type: 'ipv4_addr', elements: ['10.96.0.51'] },
    before: { type: 'ipv4_addr', more: ['timeout 10m'], elements: [] },
  },
  maps: {
    'service-ips': {
      type: 'ipv4_addr . inet_proto . inet_service : verdict',
      comment: '',
      elements: [{ key: '10.96.0.50 . tcp . 80', verdict: 'goto inner' }],
    },
    'no-endpoint-services': { type: 'inet_proto . inet_service : verdict', comment: '', elements: [] },
  },
  chains: { base: { rules }, inner: { rules: ['meta l4proto tcp dnat to 10.244.2.2:8080'] } },
});
const inNft = (rules: readonly string[], of: Partial<InHook> = {}, at = around()) =>
  walkBaseChain(nft(...rules), 'base', skb(of), at);

describe('a rule of nftables that does not take a packet says', () => {
  const triple = 'ip daddr . meta l4proto . th dport';
  it.each<[rule: string, match: string, wanted: string, was: string, of?: Partial<InHook>]>([
    ['ip saddr 10.244.2.0/24 accept', 'ip saddr', '10.244.2.0/24', '10.244.1.2'],
    ['ip saddr != 10.244.0.0/16 accept', 'ip saddr', 'not 10.244.0.0/16', '10.244.1.2'],
    [
      'ip saddr != { 10.0.0.0/8, 192.168.0.0/16 } drop',
      'ip saddr',
      'not { 10.0.0.0/8, 192.168.0.0/16 }',
      '10.244.1.2',
    ],
    ['ip daddr @cluster-ips reject comment "ports"', 'ip daddr', '@cluster-ips', '10.96.0.50'],
    ['ip saddr @before goto inner', 'ip saddr', '@before', '10.244.1.2'],
    ['meta l4proto udp accept', 'meta l4proto', 'udp', 'tcp'],
    ['ct state new jump inner', 'ct state', 'new', 'established', { tracked: answered() }],
    ['ct state new jump inner', 'ct state', 'new', 'invalid', { tracked: undefined }],
    ['ct status dnat masquerade', 'ct status', 'dnat', ''],
    [
      'meta mark & 0x00004000 != 0x00000000 masquerade',
      'meta mark',
      '& 0x00004000 != 0x00000000',
      '0x00008000',
      { mark: 0x8000 },
    ],
    ['fib daddr type local accept', 'fib daddr type', 'local', 'unicast'],
    [`${triple} vmap @service-ips`, triple, '@service-ips', '10.96.0.50 . icmp . 7', { packet: echo }],
    [
      'meta l4proto . th dport vmap @no-endpoint-services',
      'meta l4proto . th dport',
      '@no-endpoint-services',
      'tcp . 80',
    ],
    ['meta l4proto tcp ip daddr 10.96.0.51/32 accept', 'ip daddr', '10.96.0.51/32', '10.96.0.50'],
  ])('%s: %s wants %s, finds %s', (rule, match, wanted, was, of) => {
    expect(inNft([rule], of).asked).toEqual([
      { table: 'nft', chain: 'base', rule, unmatched: said(match, wanted, was) },
    ]);
  });

  it('nothing when it takes it; a verdict map leads on from there', () => {
    const rule = `${triple} vmap @service-ips`;
    expect(inNft([rule]).asked).toEqual([
      { table: 'nft', chain: 'base', rule },
      { table: 'nft', chain: 'inner', rule: 'meta l4proto tcp dnat to 10.244.2.2:8080' },
    ]);
  });

  it('what was looked up in which set or map, and what stands there', () => {
    const rules = [
      'ip daddr @cluster-ips accept',
      'ip saddr { 10.0.0.0/8, 192.168.0.0/16 } meta mark set meta mark | 0x00004000',
      `${triple} vmap @no-endpoint-services`,
      `${triple} vmap @service-ips`,
    ];
    expect(inNft(rules).lookups).toEqual([
      { in: 'cluster-ips', key: '10.96.0.50' },
      { in: '{ 10.0.0.0/8, 192.168.0.0/16 }', key: '10.244.1.2', found: '10.0.0.0/8' },
      { in: 'no-endpoint-services', key: '10.96.0.50 . tcp . 80' },
      { in: 'service-ips', key: '10.96.0.50 . tcp . 80', found: 'goto inner' },
    ]);
  });

  it('an entry whose timeout is over is no longer there', () => {
    const looked = (nowMs: number) => inNft(['ip saddr @before accept'], {}, around({ nowMs })).lookups;
    expect(looked(900_499)).toEqual([{ in: 'before', key: '10.244.1.2', found: '10.244.1.2' }]);
    expect(looked(900_500)).toEqual([{ in: 'before', key: '10.244.1.2' }]);
  });

  it.each([
    ['meta l4proto tcp dnat ip to numgen random mod 2 map { 0 : 10.244.2.2 . 8080, 1 : 10.244.3.2 . 81 }'],
    ['numgen random mod 2 vmap { 0 : goto one, 1 : goto two }'],
  ])('which lot was drawn: %s', (rule) => {
    const at = new Chance(1).between(0, 1);
    const [, entry = ''] = new RegExp(`${at} : ([^,}]+?)(?:,| })`).exec(rule) ?? [];
    expect(inNft([rule]).lookups).toEqual([{ in: 'numgen random mod 2', key: String(at), found: entry }]);
  });
});

const both = [endpoint('10.244.2.2', 'node-2'), endpoint('10.244.3.2', 'node-3')];
const modes = ['iptables', 'nftables'] as const;
const isHook = (one: Happening) => one.kind === 'hook';
const hooks = ({ sent }: Pick<Exchange, 'sent'>) => sent.flatMap(({ happened }) => happened.filter(isHook));

describe.each(modes)('an exchange in %s mode', (mode) => {
  const port = { endpoints: both, affinitySeconds: 600, nodePort: 30_080 };
  const network = () => networkWith({ mode, servicePorts: [servicePort(port)] });

  it.each([
    ['pod-a', '10.96.0.50', 80],
    ['node-1', '10.96.0.50', 80],
    ['outside', '192.168.0.11', 30_080],
  ])('from %s to %s: every rule that was asked stands in the tables of its node', (from, to, at) => {
    const one = network();
    const all = hooks(connect(one, from, to, at));
    for (const { host, asked } of all)
      for (const { table, chain, rule } of asked) {
        const { nft: rules, ruleset } = hostOf(one, host);
        expect((table === 'nft' ? rules?.chains : ruleset[table])?.[chain]?.rules).toContain(rule);
      }
    expect(all.some(({ asked }) => asked.some(({ unmatched }) => unmatched))).toBe(true);
    expect(all.some(({ asked }) => hitsOf(asked).length > 0)).toBe(true);
  });

  it('affinity is a look that finds nobody the first time and the client the second', () => {
    const one = network();
    const looks = () =>
      hooks(connect(one, 'pod-a', '10.96.0.50', 80)).flatMap(({ lookups }) =>
        lookups.filter(({ in: list }) => /^(KUBE-SEP|affinity)-/.test(list)),
      );
    expect(looks()).toMatchObject([{ key: '10.244.1.2' }, { key: '10.244.1.2' }]);
    expect(looks().at(-1)).toMatchObject({ key: '10.244.1.2', found: '10.244.1.2' });
  });

  it('the connection that a hook shows stays as it was when later packets pass', () => {
    const one = network();
    const { sent } = connect(one, 'pod-a', '10.96.0.50', 80);
    const seen = ({ happened }: Sent, at = 'node-1') =>
      happened.flatMap((h) =>
        isHook(h) && h.host === at && h.connection?.original.protocol === 'tcp' ? [h.connection] : [],
      );
    const [question, answer] = [seen(sent[0] as Sent), seen(sent[1] as Sent)];
    const kept = structuredClone(question);
    expect(question[0]).toMatchObject<Partial<ConnectionSeen>>({
      direction: 'original',
      state: 'NEW',
      isConfirmed: false,
      hasReply: false,
    });
    expect(question[0]?.original).toMatchObject({ dst: '10.96.0.50', dport: 80 });
    expect(question[0]?.reply).toMatchObject({ sport: 8080, dst: '10.244.1.2' });
    expect(question.find(({ isConfirmed }) => isConfirmed)).toMatchObject({ hasReply: false });
    expect(answer[0]).toMatchObject({ direction: 'reply', state: 'ESTABLISHED', hasReply: true });
    connect(one, 'pod-a', '10.96.0.50', 80);
    for (const connection of hostOf(one, 'node-1').connections)
      Object.assign(connection, { reply: { ...connection.reply, src: '0.0.0.0' }, hasReply: true });
    expect(question).toEqual(kept);
  });
});

describe('1,000 Services of 10 endpoints', () => {
  it.each([
    ['iptables', 1006, 0],
    ['nftables', 4, 3],
    ['ipvs', 0, 1],
  ] as const)('in %s mode a new connection asks %i rules and looks %i times', (mode, asked, lookups) => {
    expect(scaleOf(mode, 1000, 10)).toMatchObject({ asked, lookups });
  });
});
