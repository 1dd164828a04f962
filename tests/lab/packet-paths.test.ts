import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WorldFlow } from '@/lib/conformance/world-recording';
import { getPacketPaths, getPacketScenario } from '@/lib/course/packets';
import type { PacketScenario, Send } from '@/lib/lab/packet-path';
import { firstChoice, type PacketChoice, type PacketRun, runPacket } from '@/lib/lab/packet-run';

const backends = ['vxlan', 'host-gw'] as const;
const modes = ['iptables', 'nftables'] as const;
const networks = backends.flatMap((backend) => modes.map((mode) => ({ backend, mode })));

const scenarioOf = (id: string): PacketScenario => {
  const found = getPacketScenario(id);
  if (!found) throw new Error(`no path ${id}`);
  return found;
};

const send = (scenario: PacketScenario, { from, line }: Send, more: Partial<PacketChoice> = {}): PacketRun =>
  runPacket(scenario, { ...firstChoice(scenario), sent: [{ from, line }], ...more });

/** How it ended for who asked, and as whom the answerer saw the client; a port that the kernel chose is left out. */
function endOf({ xray: { ending } }: PacketRun): string {
  if (ending.how === 'answered') return `${ending.by} saw ${ending.from.replace(/:\d+$/, '')}`;
  if (ending.how === 'error') return `ICMP ${ending.icmp.type}/${ending.icmp.code} from ${ending.from}`;
  if (ending.how === 'local') return `not sent: ${ending.loss.sort}`;
  return ending.how === 'http' ? `${ending.status} by ${ending.by}` : ending.how;
}

/** One text for all networks, or one per backend or mode. */
type Expected =
  | string
  | Readonly<Partial<Record<(typeof backends)[number] | (typeof modes)[number], string>>>;
const expectedIn = (expected: Expected, { backend, mode }: (typeof networks)[number]): string | undefined =>
  typeof expected === 'string' ? expected : (expected[backend] ?? expected[mode]);

const tunnelOrNode = { vxlan: 'far saw 10.244.1.0', 'host-gw': 'far saw 192.168.0.11' };
const strayed = { iptables: 'ICMP 3/0 from 192.168.0.1', nftables: 'ICMP 3/3 from 10.244.1.1' };

const ways: Readonly<Record<string, Readonly<Record<string, Expected>>>> = {
  'same-pod': {
    localhost: 'client saw 127.0.0.1',
    'own-address': 'client saw 10.244.1.2',
    'closed-port': 'reset',
    'other-pod': 'near saw 10.244.1.2',
  },
  'same-node': {
    near: 'near saw 10.244.1.2',
    ping: '10.244.1.3 saw 10.244.1.2',
    'from-node': 'near saw 10.244.1.1',
  },
  'across-nodes': {
    far: 'far saw 10.244.1.2',
    ping: '10.244.2.2 saw 10.244.1.2',
    fits: '10.244.2.2 saw 10.244.1.2',
    'too-long': { vxlan: 'not sent: tooLong', 'host-gw': '10.244.2.2 saw 10.244.1.2' },
    three: 'three saw 10.244.1.2',
    'from-node': tunnelOrNode,
  },
  'two-wires': {
    far: 'far saw 10.244.1.2',
    three: { vxlan: 'three saw 10.244.1.2', 'host-gw': 'silence' },
    back: { vxlan: 'client saw 10.244.3.2', 'host-gw': 'silence' },
  },
  'pod-to-service': {
    far: 'far saw 10.244.1.2',
    near: 'near saw 10.244.1.2',
    three: 'one saw 10.244.1.2',
    sticky: 'one saw 10.244.1.2',
    hairpin: 'loop saw 10.244.1.1',
    headless: 'one saw 10.244.1.2',
    'headless-80': 'reset',
    empty: 'ICMP 3/3 from 10.244.1.1',
    'wrong-port': strayed,
    ping: strayed,
    'no-such-name': 'not sent: noName',
    'from-node': tunnelOrNode,
  },
  'out-to-the-internet': {
    outside: 'outside saw 192.168.0.11',
    'other-node': '192.168.0.12 saw 192.168.0.11',
    'other-pod': 'far saw 10.244.1.2',
  },
  'in-from-outside': {
    'node-port': tunnelOrNode,
    'node-port-same-node': 'far saw 10.244.2.1',
    local: 'far saw 203.0.113.9',
    'local-without-endpoint': 'silence',
    'load-balancer': tunnelOrNode,
    ingress: 'far saw 10.244.1.6',
    'ingress-no-host': '404 by ingress',
    gateway: 'far saw 10.244.1.7',
    'cluster-ip': 'ICMP 3/0 from 203.0.113.1',
    'pod-address': 'ICMP 3/0 from 203.0.113.1',
  },
};

describe.each(Object.entries(ways))('the path %s', (id, ends) => {
  const scenario = scenarioOf(id);

  it('has an end written here for every way, and no other', () => {
    expect(Object.keys(ends)).toEqual(scenario.ways.map((way) => way.id));
  });

  it.each(scenario.ways.flatMap((way) => networks.map((network) => [way.id, network, way] as const)))(
    'by way of %s in %o ends as written',
    (way, network, sent) => {
      expect(endOf(send(scenario, sent, network))).toBe(expectedIn(ends[way] ?? '', network));
    },
  );

  it.each(networks)('answers its first way in %o', (network) => {
    const [first] = scenario.ways;
    expect(first && send(scenario, first, network).xray.ending.how).toBe('answered');
  });
});

/** By path, hand and way (`send`: what the hand itself sends): how it ends with the hand. */
const changed: readonly (readonly [string, string, string, Expected])[] = [
  ['same-pod', 'unplug-client', 'other-pod', 'silence'],
  ['same-pod', 'unplug-client', 'localhost', 'client saw 127.0.0.1'],
  ['same-node', 'unplug-near', 'near', 'silence'],
  ['same-node', 'drop-forwarded', 'near', 'silence'],
  ['same-node', 'drop-forwarded', 'from-node', 'near saw 10.244.1.1'],
  ['same-node', 'hide-bridged', 'near', 'near saw 10.244.1.2'],
  ['across-nodes', 'block-8472', 'far', { vxlan: 'silence', 'host-gw': 'far saw 10.244.1.2' }],
  ['across-nodes', 'pod-mtu-1500', 'far', 'far saw 10.244.1.2'],
  [
    'across-nodes',
    'pod-mtu-1500',
    'send',
    { vxlan: 'ICMP 3/4 from 10.244.1.1', 'host-gw': '10.244.2.2 saw 10.244.1.2' },
  ],
  ['across-nodes', 'cut-wire', 'far', { vxlan: 'silence', 'host-gw': 'ICMP 3/1 from 10.244.1.1' }],
  ['across-nodes', 'cut-wire', 'three', 'three saw 10.244.1.2'],
  ['across-nodes', 'forwarding-off', 'far', 'silence'],
  ['across-nodes', 'forwarding-off', 'from-node', tunnelOrNode],
  ['across-nodes', 'flanneld-forgets', 'far', 'silence'],
  ['across-nodes', 'flanneld-forgets', 'three', 'three saw 10.244.1.2'],
  ['across-nodes', 'node-3-leaves', 'send', 'silence'],
  ['across-nodes', 'node-3-leaves', 'far', 'far saw 10.244.1.2'],
  ['across-nodes', 'node-4-joins', 'send', 'late saw 10.244.1.2'],
  ['overlapping-ranges', 'other-pod-range', 'send', '192.168.1.13 saw 192.168.0.11'],
  ['two-wires', 'router-routes', 'three', 'three saw 10.244.1.2'],
  ['two-wires', 'router-routes', 'back', 'client saw 10.244.3.2'],
  ['pod-to-service', 'far-not-ready', 'far', 'ICMP 3/3 from 10.244.1.1'],
  ['pod-to-service', 'far-replaced', 'far', 'far-2 saw 10.244.1.2'],
  ['pod-to-service', 'proxy-stopped', 'far', 'ICMP 3/1 from 10.96.0.21'],
  ['pod-to-service', 'proxy-stopped', 'near', 'near saw 10.244.1.2'],
  ['pod-to-service', 'proxy-stopped', 'three', 'one saw 10.244.1.2'],
  ['pod-to-service', 'block-8472', 'far', { vxlan: 'silence', 'host-gw': 'far saw 10.244.1.2' }],
  ['pod-to-service', 'forwarding-off', 'near', 'silence'],
  ['pod-to-service', 'forwarding-off', 'headless', 'one saw 10.244.1.2'],
  ['pod-to-service', 'hide-bridged', 'near', 'silence'],
  ['pod-to-service', 'hide-bridged', 'far', 'far saw 10.244.1.2'],
  ['pod-to-service', 'cut-wire', 'far', { vxlan: 'silence', 'host-gw': 'ICMP 3/1 from 10.96.0.21' }],
  ['out-to-the-internet', 'no-masquerade', 'outside', 'silence'],
  ['out-to-the-internet', 'no-masquerade', 'other-pod', 'far saw 10.244.1.2'],
  ['out-to-the-internet', 'spared-range', 'outside', 'outside saw 10.244.1.2'],
  ['out-to-the-internet', 'spared-range', 'other-node', '192.168.0.12 saw 192.168.0.11'],
  ['out-to-the-internet', 'forwarding-off', 'outside', 'silence'],
  ['out-to-the-internet', 'cut-wire', 'outside', 'ICMP 3/0 from 10.244.1.1'],
  ['in-from-outside', 'local-policy', 'node-port', 'silence'],
  ['in-from-outside', 'local-policy', 'node-port-same-node', 'far saw 203.0.113.9'],
  ['in-from-outside', 'local-policy', 'load-balancer', 'far saw 203.0.113.9'],
  ['in-from-outside', 'far-not-ready', 'node-port', 'ICMP 3/3 from 192.168.0.11'],
  ['in-from-outside', 'far-not-ready', 'ingress', '503 by ingress'],
  ['in-from-outside', 'route-to-services', 'send', tunnelOrNode],
  ['in-from-outside', 'block-8472', 'node-port', { vxlan: 'silence', 'host-gw': 'far saw 192.168.0.11' }],
  ['in-from-outside', 'cut-wire', 'node-port-same-node', 'ICMP 3/1 from 203.0.113.1'],
];

describe('two wires with a router between them', () => {
  const scenario = scenarioOf('two-wires');
  const passed = (way: string, more: Partial<PacketChoice>) => {
    const sent = scenario.ways.find(({ id }) => id === way) as Send;
    const frames = send(scenario, sent, more).xray.packets[0]?.frames ?? [];
    return frames.map(({ host, device }) => `${host}/${device}`);
  };

  it.each([
    ['vxlan', 'far', ['node-1/flannel.1']],
    ['vxlan', 'three', ['node-1/flannel.1', 'router/eth0', 'router/eth2']],
    ['direct', 'far', []],
    ['direct', 'three', ['node-1/flannel.1', 'router/eth0', 'router/eth2']],
    ['host-gw', 'far', []],
    ['host-gw', 'three', ['router/eth0']],
  ] as const)('%s: to %s by tunnel and router as written', (backend, way, expected) => {
    const marks = ['node-1/flannel.1', 'router/eth0', 'router/eth2'];
    expect(passed(way, { backend }).filter((one) => marks.includes(one))).toEqual(expected);
  });
});

/** All that can be seen of a run: where packets passed, what was asked there, how it ended. */
const sightOf = (run: PacketRun): string =>
  JSON.stringify([
    endOf(run),
    run.xray.packets.map(({ frames, gaps }) => [
      frames.map(({ host, device }) => `${host}/${device}`),
      gaps.map((gap) => gap.map(({ host, place, hook }) => [host, place, hook?.asked.length])),
    ]),
  ]);

describe('hands', () => {
  it.each(changed.flatMap((row) => networks.map((network) => [...row, network] as const)))(
    'on %s: with %s, the way %s ends with %j in %o',
    (id, hand, way, expected, network) => {
      const scenario = scenarioOf(id);
      const own = scenario.hands.find((one) => one.id === hand);
      const sent = way === 'send' ? own?.send : scenario.ways.find((one) => one.id === way);
      if (!own || !sent) throw new Error(`${id} has no hand ${hand} or no way ${way}`);
      expect(endOf(send(scenario, sent, { ...network, hands: [hand] }))).toBe(expectedIn(expected, network));
    },
  );

  const all = getPacketPaths().flatMap(({ id, hands }) => hands.map((hand) => [id, hand.id, hand] as const));

  it.each(all)('on %s %s changes what is seen of some way', (id, hand, { send: own }) => {
    const scenario = scenarioOf(id);
    const sends: readonly Send[] = own ? [own] : scenario.ways;
    const isSeen = sends.some(
      (one) => sightOf(send(scenario, one, { hands: [hand] })) !== sightOf(send(scenario, one)),
    );
    expect(isSeen).toBe(true);
  });

  it('all have an effect written here', () => {
    const written = new Set(changed.map(([id, hand]) => `${id} ${hand}`));
    expect(all.filter(([id, hand]) => !written.has(`${id} ${hand}`))).toEqual([]);
  });
});

describe('what proxies make of it', () => {
  const inwards = scenarioOf('in-from-outside');
  const through = (way: string, hands: readonly string[] = []) => {
    const sent = inwards.ways.find((one) => one.id === way);
    const { ending } = send(inwards, sent as Send, { hands }).xray;
    return ending.how === 'answered' ? ending.through : undefined;
  };

  it.each(['ingress', 'gateway'])(
    '%s forwards the client that it sees: with policy Local the real one',
    (way) => {
      expect(through(way)).toMatchObject({
        kind: way,
        endpoint: '10.244.2.2:8080',
        forwardedFor: '10.244.1.1',
      });
      expect(through(way, ['local-policy'])).toMatchObject({ forwardedFor: '203.0.113.9' });
    },
  );
});

describe('what was recorded on real nodes', () => {
  interface Recorded {
    readonly backend: (typeof backends)[number];
    readonly mode: (typeof modes)[number];
    readonly flows: readonly WorldFlow[];
  }
  const recorded = ['vxlan-iptables', 'vxlan-nftables', 'host-gw-iptables'].map((name) => {
    const file = path.join(process.cwd(), 'recordings', 'network', `${name}.json`);
    return JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  });
  const flows = recorded.flatMap(({ backend, mode, flows: list }) =>
    list
      .filter(({ name }) => name !== 'service-internal-local-none')
      .map((flow) => [flow.name, backend, mode, flow] as const),
  );

  it('is many flows', () => {
    expect(flows.length).toBeGreaterThan(60);
  });

  it.each(flows)(
    '%s prints the same here with %s and %s',
    (_, backend, mode, { from, cmd, setup, output }) => {
      const label = { en: 'set-up', zh: '准备' };
      const hands = [{ id: 'setup', label, ...(setup && { lines: setup }) }];
      const scenario = { ...scenarioOf('across-nodes'), hands };
      const { output: printed } = send(scenario, { from, line: cmd }, { backend, mode, hands: ['setup'] });
      expect(printed.replace(/(from [\d.]+):\d+$/, '$1:EPHEMERAL')).toBe(output);
    },
  );
});
