import { describe, expect, it } from 'vitest';
import { getPacketScenario } from '@/lib/course/packets';
import { mostSent, type PacketScenario, type Send } from '@/lib/lab/packet-path';
import {
  choiceOf,
  choiceText,
  firstChoice,
  type PacketChoice,
  runPacket,
  worldOf,
} from '@/lib/lab/packet-run';
import { hostOf } from '@/lib/network/network';

const scenarioOf = (id: string): PacketScenario => {
  const found = getPacketScenario(id);
  if (!found) throw new Error(`no path ${id}`);
  return found;
};
const services = scenarioOf('pod-to-service');
const across = scenarioOf('across-nodes');
const inwards = scenarioOf('in-from-outside');

const from = (who: string, ...lines: readonly string[]): readonly Send[] =>
  lines.map((line) => ({ from: who, line }));
const choiceWith = (scenario: PacketScenario, more: Partial<PacketChoice>): PacketChoice => ({
  ...firstChoice(scenario),
  ...more,
});
const run = (scenario: PacketScenario, more: Partial<PacketChoice> = {}) =>
  runPacket(scenario, choiceWith(scenario, more));
const endingOf = (scenario: PacketScenario, more: Partial<PacketChoice> = {}) =>
  run(scenario, more).xray.ending;

describe('a run of packets', () => {
  it('sends the first way when nothing else is chosen, and says what the program printed', () => {
    const { xray, output, dns, refusal } = run(services);
    expect(output).toMatch(/^far from 10\.244\.1\.2:\d+$/);
    expect(xray.packets).toHaveLength(2);
    expect(xray.moments.length).toBeGreaterThan(20);
    expect(dns).toEqual([{ name: 'far.default.svc.cluster.local', answer: '10.96.0.21' }]);
    expect(refusal).toBeUndefined();
  });

  it('is the same for the same choice', () => {
    const more = { sent: from('client', 'app get http://three/', 'app get http://three/') };
    const [a, b] = [run(services, more), run(services, more)];
    expect(JSON.stringify([a.xray, a.output])).toBe(JSON.stringify([b.xray, b.output]));
  });

  it('looks through the last packet, in a network that remembers those before', () => {
    const line = 'app get http://far/';
    const { network } = run(services, { sent: from('client', line, line) });
    const tcp = hostOf(network, 'node-1').connections.filter(({ original }) => original.protocol === 'tcp');
    expect(tcp).toHaveLength(2);
  });

  const answerers = (line: string) => {
    const times = Array.from({ length: 8 }, (_, i) => i + 1);
    return new Set(
      times.map((n) => {
        const ending = endingOf(services, { sent: from('client', ...Array<string>(n).fill(line)) });
        return ending.how === 'answered' ? ending.by : ending.how;
      }),
    );
  };

  it('sent again to a Service with several endpoints comes to others; with affinity to the same', () => {
    expect(answerers('app get http://three/').size).toBeGreaterThan(1);
    expect(answerers('app get http://sticky/').size).toBe(1);
  });

  it.each([
    ['vxlan', 20, 2],
    ['host-gw', 16, 0],
    ['direct', 16, 0],
  ] as const)(
    'with the backend %s passes %i frames, %i of them on flannel.1 of node-1',
    (backend, all, inTunnel) => {
      const { packets } = run(across, { backend }).xray;
      const frames = packets.flatMap((packet) => packet.frames);
      expect(frames).toHaveLength(all);
      expect(frames.filter(({ host, device }) => `${host}/${device}` === 'node-1/flannel.1')).toHaveLength(
        inTunnel,
      );
    },
  );

  it('asks the rules of the mode that was chosen', () => {
    const tables = (mode: PacketChoice['mode']) =>
      new Set(
        run(services, { mode }).xray.packets.flatMap(({ gaps }) =>
          gaps.flat().flatMap(({ hook }) => hook?.asked.map(({ table }) => table) ?? []),
        ),
      );
    expect(tables('iptables').has('nft')).toBe(false);
    expect(tables('nftables').has('nft')).toBe(true);
  });

  it('types hands in their order, and may have several on', () => {
    const hands = ['block-8472', 'cut-wire'];
    expect(endingOf(across, { hands, backend: 'vxlan' }).how).toBe('silence');
    const { network } = run(across, { hands });
    expect(hostOf(network, 'node-2').devices.eth0?.isUp).toBe(false);
  });

  it('takes the cluster of the newest hand that needs one', () => {
    const nodes = (...hands: string[]) => worldOf(across, choiceWith(across, { hands })).nodes.length;
    expect(nodes()).toBe(3);
    expect(nodes('node-4-joins', 'block-8472')).toBe(4);
    expect(nodes('node-4-joins', 'node-3-leaves')).toBe(2);
  });

  it.each([
    [from('client', 'curl http://far/'), 'sh: 1: curl: not found'],
    [from('ghost', 'app get http://far/'), 'there is no Pod or node ghost'],
    [from('client', 'app get http://far/', 'ping'), 'ping: usage error: Destination address required'],
  ])('refuses %j as a value, and sends nothing', (sent, refusal) => {
    const got = run(services, { sent });
    expect(got.refusal).toBe(refusal);
    expect([got.output, got.xray.packets, got.xray.moments]).toEqual(['', [], []]);
  });

  it('of a name that nobody has shows the questions, and no packets', () => {
    const { xray, output, dns, refusal } = run(services, { sent: from('client', 'app get http://fra/') });
    expect(output).toContain('lookup fra on 10.96.0.10:53: no such host');
    expect(dns.map(({ answer }) => answer)).toEqual(['NXDOMAIN', 'NXDOMAIN', 'NXDOMAIN', 'NXDOMAIN']);
    expect([xray.packets, xray.ending.how, refusal]).toEqual([[], 'local', undefined]);
  });

  it('goes on behind a proxy on a second leg', () => {
    const { xray, dns } = run(inwards, { sent: from('outside', 'app get http://shop.example/') });
    expect(xray.packets.map(({ leg }) => leg)).toEqual([0, 0, 1, 1]);
    expect(dns).toEqual([{ name: 'shop.example', answer: '198.51.100.8' }]);
  });
});

describe('a choice as a link', () => {
  it.each<[string, Partial<PacketChoice>]>([
    ['', {}],
    ['backend=host-gw', { backend: 'host-gw' }],
    ['backend=direct&mode=nftables', { backend: 'direct', mode: 'nftables' }],
    ['hands=block-8472%2Ccut-wire', { hands: ['block-8472', 'cut-wire'] }],
    [
      'from=client&line=ping+-c1+10.244.2.2&from=node-1&line=app+get+http%3A%2F%2F10.244.2.2%3A8080%2F',
      {
        sent: [
          ...from('client', 'ping -c1 10.244.2.2'),
          ...from('node-1', 'app get http://10.244.2.2:8080/'),
        ],
      },
    ],
  ])('%s is read as it was written', (text, more) => {
    const choice = choiceWith(across, more);
    expect(choiceText(across, choice)).toBe(text);
    expect(choiceOf(across, text)).toEqual(choice);
    expect(choiceOf(across, `?${text}`)).toEqual(choice);
  });

  it('keeps the first way when it was sent twice', () => {
    const { sent } = firstChoice(across);
    const twice = choiceWith(across, { sent: [...sent, ...sent] });
    expect(choiceOf(across, choiceText(across, twice))).toEqual(twice);
  });

  it.each([
    ['a backend and a mode that are not there', 'backend=udp&mode=ipvs', {}],
    ['a hand that is gone', 'hands=stop-kube-proxy,block-8472', { hands: ['block-8472'] }],
    ['a hand twice', 'hands=block-8472,block-8472', { hands: ['block-8472'] }],
    [
      'an older cluster',
      'hands=node-3-leaves,block-8472,node-4-joins',
      { hands: ['block-8472', 'node-4-joins'] },
    ],
    ['a Pod that is not there', 'from=ghost&line=ping+-c1+10.244.2.2', {}],
    [
      'a Pod that left with its node',
      'hands=node-3-leaves&from=three&line=ping+-c1+10.244.2.2',
      { hands: ['node-3-leaves'] },
    ],
    ['a line that is not understood', 'from=client&line=rm+-rf', {}],
    ['a line that is too long', `from=client&line=ping+${'x'.repeat(300)}`, {}],
    ['a sender without a line', 'from=client', {}],
    ['anything else', 'x=%00&hands=&from=&line=%E0%A4%A', {}],
  ])('passes over %s', (_, text, more) => {
    expect(choiceOf(across, text)).toEqual(choiceWith(across, more));
  });

  it('says the last lines when there are many', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `ping -c1 10.244.2.${i}`);
    const read = choiceOf(across, choiceText(across, choiceWith(across, { sent: from('client', ...lines) })));
    expect(read.sent.map(({ line }) => line)).toEqual(lines.slice(-mostSent));
  });

  it('always gives a choice that runs', () => {
    for (const text of ['hands=node-3-leaves&from=client&line=app+get+http://three/', 'from=a&from=b&line=c'])
      expect(runPacket(across, choiceOf(across, text)).refusal).toBeUndefined();
  });
});

describe('a line that a reader types', () => {
  const typed = (line: string, who = 'client') => run(services, { sent: from(who, line) });

  it.each([
    ['ping -c1 -s abc 10.244.2.2', /invalid argument of -s/],
    ['ping -c1 -s -5 10.244.2.2', /invalid argument of -s/],
    ['ping -c1 -s 70000 -M do 10.244.2.2', /too large\. Maximum is 65507/],
    ['ping -c3 10.244.2.2', /one echo is sent here/],
    ['ping -c1 -t 0 10.244.2.2', /invalid argument of -t/],
    ['ping -c1 -s 1472 10.244.2.2', /pieces of a packet are not modelled/],
    ['ping -c1 -M dont -s 1472 10.244.2.2', /pieces of a packet are not modelled/],
    ['app get http://far:99999/', /address 99999: invalid port/],
  ])('is refused when it would be played wrongly: %s', (line, why) => {
    const { refusal, xray } = typed(line);
    expect(refusal).toMatch(why);
    expect(xray.packets).toEqual([]);
  });

  it('finds a name in capitals as DNS does', () => {
    expect(typed('app get http://FAR/').output).toMatch(/^far from /);
  });

  it('takes four numbers for an address only when each is a byte', () => {
    expect(typed('app get http://999.1.1.1/').output).toMatch(/lookup 999\.1\.1\.1 .*: no such host$/);
  });

  it.each([
    [1, '10.244.1.1'],
    [2, '10.244.2.0'],
  ])('with a TTL of %i, ping is told by the host where it ran out: %s', (ttl, host) => {
    const { output, xray } = typed(`ping -c1 -t ${ttl} 10.244.2.2`);
    expect(output).toContain(`From ${host} icmp_seq=1 Time to live exceeded`);
    expect(xray.packets[0]?.loss?.loss.sort).toBe('ttl');
  });
});
