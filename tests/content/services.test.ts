import { describe, expect, it } from 'vitest';
import { getPacketScenario } from '@/lib/course/packets';
import { createSession } from '@/lib/lab/create-session';
import { runInWorld } from '@/lib/lab/network-run';
import type { PacketScenario } from '@/lib/lab/packet-path';
import { firstChoice, type PacketChoice, runPacket } from '@/lib/lab/packet-run';
import { optionsOf } from '@/lib/lab/story';
import { Timeline } from '@/lib/lab/timeline';
import { worldFrom } from '@/lib/network/from-cluster';
import { growthOf } from '@/lib/network/scale-growth';
import { locales } from '@/lib/text';
import { readLesson } from './lesson-text';
import { scenarioOf, type Written, written } from './written';

const slug = 'services-and-discovery';
const content = written.find((one) => one.slug === slug) as Written;
const path = getPacketScenario('pod-to-service') as PacketScenario;

const sent = (id: string, more: Partial<PacketChoice> = {}) => {
  const way = path.ways.find((one) => one.id === id);
  if (!way) throw new Error(`no way ${id}`);
  return runPacket(path, { ...firstChoice(path), sent: [{ from: way.from, line: way.line }], ...more });
};

describe.each(locales)('what the text in %s says of packets', (locale) => {
  const prose = async () => (await readLesson(slug, locale)).prose;

  it('is what DNS answers for a Service with an address and for a headless one', async () => {
    for (const id of ['three', 'headless']) expect(await prose()).toContain(sent(id).dns[0]?.answer ?? '-');
  });

  it('is how requests end that no rule matches, in each mode', async () => {
    const errors = { iptables: 'network is unreachable', nftables: 'connection refused' } as const;
    const pings = { iptables: 'Net Unreachable', nftables: 'Port Unreachable' } as const;
    for (const mode of ['iptables', 'nftables'] as const) {
      expect(sent('wrong-port', { mode }).output).toContain(errors[mode]);
      expect(sent('ping', { mode }).output).toContain(pings[mode]);
      expect(await prose()).toContain(errors[mode]);
      expect(await prose()).toContain(pings[mode]);
    }
  });

  it('is what a stopped kube-proxy does not learn', async () => {
    const stopped = sent('far', { hands: ['proxy-stopped'] });
    expect(stopped.output).toContain('no route to host');
    expect(path.worlds['far-replaced-unlearned']?.pods.find(({ name }) => name === 'far-2')?.ip).toBe(
      '10.244.2.4',
    );
    for (const words of ['no route to host', '10.244.2.4']) expect(await prose()).toContain(words);
  });

  it('is how many rules stand and are asked', async () => {
    const [tables, map, more] = [
      growthOf('iptables', 1000, 10),
      growthOf('nftables', 1000, 10),
      growthOf('nftables', 5000, 10),
    ];
    expect([map.asked, map.lookups, more.asked, more.lookups]).toEqual([4, 3, 4, 3]);
    for (const count of [tables.rules, tables.asked])
      expect(await prose()).toContain(count.toLocaleString('en-US'));
  });
});

describe('what the text invites to try', () => {
  it('is refused at once in the first figure, by the client’s node, and the name still resolves', () => {
    const scenario = scenarioOf(content, 'typo');
    const cluster = new Timeline(optionsOf(scenario), scenario.commands).at(14_000);
    const run = runInWorld(
      worldFrom(cluster.reading),
      { backend: 'vxlan', mode: 'iptables', hands: [] },
      { from: 'client', line: 'app get http://web/' },
    );
    expect(run.output).toContain('connection refused');
    expect(run.dns.at(-1)?.answer).toBe('10.96.0.20');
  });

  it('makes a deleted Pod of the second figure leave the ready endpoints at once', () => {
    const session = createSession(scenarioOf(content, 'members'));
    session.seek(20_000);
    session.do({ verb: 'delete', kind: 'Pod', name: 'trial' });
    session.seek(20_100);
    const endpoint = session.view().services[0]?.endpoints.find(({ pod }) => pod === 'trial');
    expect(endpoint).not.toHaveProperty('address');
  });
});
