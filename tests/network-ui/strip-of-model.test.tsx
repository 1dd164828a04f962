// @vitest-environment happy-dom
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PacketStrip } from '@/app/_ui/network/packet-strip';
import { layoutStrip } from '@/app/_ui/network/strip-layout';
import { lossWords, stripWords } from '@/app/_ui/network/strip-words';
import { runOn } from '@/lib/network/command';
import { connect, type Exchange, ping } from '@/lib/network/exchange';
import type { Network } from '@/lib/network/network';
import type { Xray } from '@/lib/network/xray/view';
import { xrayOf } from '@/lib/network/xray/xray';
import { endpoint, networkWith, servicePort, worldWith } from '../network/world';

const on = (send: (network: Network) => Exchange, ...more: Parameters<typeof networkWith>): Xray => {
  const network = networkWith(...more);
  return xrayOf(network, send(network));
};
const nodePort = { servicePorts: [servicePort({ nodePort: 30_080 })] };
const typed = (host: string, line: string, send: (network: Network) => Exchange) => (network: Network) => {
  runOn(network, host, line);
  return send(network);
};
const service = (network: Network) => connect(network, 'pod-a', '10.96.0.50', 80);

const exchanges: Readonly<Record<string, Xray>> = {
  'to a Service over VXLAN': on(service),
  'to a Service over host-gw': on(service, { ...worldWith(), backend: 'host-gw' }),
  'to a Pod of the same node': on((network) => connect(network, 'pod-a', '10.244.1.3', 8080)),
  'over lo': on((network) => connect(network, 'pod-a', '127.0.0.1', 8080)),
  'from a Pod to the outside': on((network) => connect(network, 'pod-a', '203.0.113.9', 80)),
  'from outside to a NodePort': on(
    (network) => connect(network, 'outside', '192.168.0.11', 30_080),
    nodePort,
  ),
  'from a node to a Pod elsewhere': on((network) => connect(network, 'node-1', '10.244.2.2', 8080)),
  'to nobody in the Pod network': on((network) => connect(network, 'pod-a', '10.244.2.99', 8080)),
  'too long to leave its Pod': on((network) => ping(network, 'pod-a', '10.244.2.2', 1472)),
  'dropped on the other node': on(
    typed('node-2', 'iptables -I INPUT -p udp -m udp --dport 8472 -j DROP', service),
  ),
  'dropped on its own node': on(typed('node-1', 'iptables -I FORWARD -j DROP', service)),
  'to itself through its Service': on(service, {
    servicePorts: [servicePort({ endpoints: [endpoint('10.244.1.2', 'node-1')] })],
  }),
  'refused by who did not ask it': on(
    typed('node-1', 'sysctl net.bridge.bridge-nf-call-iptables=0', service),
    { servicePorts: [servicePort({ endpoints: [endpoint('10.244.1.3', 'node-1')] })] },
  ),
  'from a node to a Service': on((network) => connect(network, 'node-1', '10.96.0.50', 80)),
};

describe.each(Object.entries(exchanges))('%s', (_, { packets, moments }) => {
  test.each([358, 1_000])('every moment has its place in %i px, and the packet never turns back', (width) => {
    for (const [index, packet] of packets.entries()) {
      const layouts = moments
        .filter((one) => one.packet === index)
        .map((moment) => layoutStrip(packet, moment, width));
      let last: number | undefined;
      for (const { nowX, width: wide, bands, height } of layouts) {
        expect(nowX).toBeGreaterThan(0);
        expect(nowX).toBeLessThan(wide);
        expect(height).toBe(layouts[0]!.height);
        expect(bands.length).toBeGreaterThan(0);
        const way = packet.isBack ? -nowX : nowX;
        expect(way).toBeGreaterThanOrEqual(last ?? way);
        last = way;
      }
    }
  });

  test('every frame stands in the band of a host, and a lost packet too', () => {
    for (const packet of packets) {
      const { columns, bands, lost } = layoutStrip(
        packet,
        { at: 'end', packet: 0, gap: packet.frames.length },
        1_000,
      );
      const places = [...columns.map(({ x }) => x), ...(lost ? [lost.x] : [])];
      for (const x of places)
        expect(bands.filter((band) => band.x < x && x < band.x + band.width)).toHaveLength(1);
    }
  });

  test('it is drawn whole in both languages, with a reason where it is lost', () => {
    for (const words of Object.values(stripWords))
      for (const packet of packets) {
        const end = { at: 'end', packet: 0, gap: packet.frames.length } as const;
        const html = renderToString(
          <PacketStrip packet={packet} moment={end} width={1_000} words={words} onFrame={() => {}} />,
        );
        expect(html).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
        if (packet.loss) expect(html).toContain(lossWords(words, packet));
      }
  });
});

test('every exchange here has a packet to draw', () => {
  for (const { packets } of Object.values(exchanges)) expect(packets.length).toBeGreaterThan(0);
});
