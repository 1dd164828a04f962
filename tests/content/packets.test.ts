import { describe, expect, it } from 'vitest';
import course from '@/content/packets';
import { getPacketPaths, getPacketScenario } from '@/lib/course/packets';
import { networkOf } from '@/lib/network/network';
import { usageError } from '@/lib/network/program';
import { hostNamed } from '@/lib/network/send';
import { locales, type Text } from '@/lib/text';

const { clusters, paths } = course;
const unique = (ids: readonly string[]) => expect(new Set(ids).size, ids.join(' ')).toBe(ids.length);

/** Ids of the study notes' claims that packets run, group by group. */
const claims = Object.entries({
  'same-pod': 2,
  'same-node': 2,
  'cross-node': 6,
  flannel: 5,
  'pod-to-service': 3,
  'pod-to-internet': 4,
  'internet-to-pod': 1,
}).flatMap(([group, count]) => Array.from({ length: count }, (_, i) => `${group}-0${i + 1}`));
/** And one of the network model: a network whose router knows where the Pods are. */
claims.push('network-model-02');

describe('paths of packets', () => {
  it('are eight, in the order of the course', () => {
    expect(getPacketPaths().map(({ id }) => id)).toEqual([
      'same-pod',
      'same-node',
      'overlapping-ranges',
      'across-nodes',
      'two-wires',
      'pod-to-service',
      'out-to-the-internet',
      'in-from-outside',
    ]);
  });

  it('have ids of their own, and so have ways and hands of each, and clusters', () => {
    unique(paths.map(({ id }) => id));
    unique(clusters.map(({ id }) => id));
    for (const { ways, hands } of paths) {
      unique(ways.map(({ id }) => id));
      unique(hands.map(({ id }) => id));
      unique(ways.map(({ from, line }) => `${from} ${line}`));
    }
  });

  it('run each claim of their groups once', () => {
    expect(paths.flatMap((path) => path.claims).sort()).toEqual([...claims].sort());
  });

  it('use only clusters that there are, each one used', () => {
    const used = paths.flatMap((path) =>
      [path, ...path.ways, ...path.hands].flatMap(({ cluster }) => cluster ?? []),
    );
    const known = clusters.map(({ id }) => id);
    expect([...new Set(used)].sort()).toEqual([...known].sort());
    for (const { on } of clusters) if (on !== undefined) expect(known).toContain(on);
  });

  it('that nobody wrote are not there', () => {
    expect(getPacketScenario('no-such-path')).toBeUndefined();
    expect(getPacketScenario('toString')).toBeUndefined();
  });
});

describe.each(paths.map((path) => [path.id, path] as const))('%s', (id, path) => {
  const texts: readonly Text[] = [path.title, path.question, path.caption];
  const labels: readonly Text[] = [path.title, ...[...path.ways, ...path.hands].map(({ label }) => label)];

  it('is written in both languages', () => {
    for (const text of [...texts, ...labels])
      for (const locale of locales) expect(text[locale].trim()).not.toBe('');
    for (const { zh } of texts) expect(zh).toMatch(/\p{Script=Han}/u);
    for (const text of [...texts, ...labels]) expect(text.en).not.toMatch(/\p{Script=Han}/u);
  });

  it('asks a question and says who sends what in a sentence', () => {
    expect(path.question.en).toMatch(/\?$/);
    expect(path.question.zh).toMatch(/？$/);
    expect(path.caption.en).toMatch(/\.$/);
    expect(path.caption.zh).toMatch(/。$/);
  });

  it('has labels without a full stop, and no text that shouts or says how easy it is', () => {
    for (const { en, zh } of labels) expect(`${en}|${zh}`).not.toMatch(/[.。](\||$)/);
    for (const { en, zh } of [...texts, ...labels]) {
      expect(`${en}${zh}`).not.toMatch(/[!！]/);
      expect(en).not.toMatch(/\b(simply|just|easy|easily)\b/i);
    }
  });

  it('sends lines that are understood, from hosts that are there', () => {
    const scenario = getPacketScenario(id);
    const sends = [...path.ways, ...path.hands.flatMap(({ send }) => send ?? [])];
    const network = networkOf(scenario?.worlds[path.cluster] ?? ({} as never));
    for (const { from, line } of sends) {
      expect(usageError(line)).toBeUndefined();
      expect(hostNamed(network, from)?.name).toBeDefined();
    }
  });

  it('is small enough for a browser: less than 30 kB with all of its worlds', () => {
    expect(JSON.stringify(getPacketScenario(id)).length).toBeLessThan(30_000);
  });
});

describe('the clusters', () => {
  const world = getPacketScenario('across-nodes')?.worlds.base;

  it('begin with the addresses of the recordings', () => {
    expect(world?.pods.map(({ name, ip, node }) => `${name} ${ip} ${node}`)).toEqual([
      'client 10.244.1.2 node-1',
      'near 10.244.1.3 node-1',
      'one 10.244.1.4 node-1',
      'loop 10.244.1.5 node-1',
      'far 10.244.2.2 node-2',
      'two 10.244.2.3 node-2',
      'three 10.244.3.2 node-3',
    ]);
    expect(world?.nodes.map(({ address, podCIDR }) => [address, podCIDR])).toEqual([
      ['192.168.0.11', '10.244.1.0/24'],
      ['192.168.0.12', '10.244.2.0/24'],
      ['192.168.0.13', '10.244.3.0/24'],
    ]);
  });

  it('are played once', () => {
    expect(getPacketScenario('same-node')?.worlds.base).toBe(world);
  });
});
