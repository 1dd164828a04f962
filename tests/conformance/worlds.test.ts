import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeWorld } from '@/lib/conformance/judge-world';
import { newWorldCluster, playWorldOn } from '@/lib/conformance/play-world';
import type { WorldFlow, WorldRecording } from '@/lib/conformance/world-recording';

const folder = path.join(import.meta.dirname, '../../recordings/network');
const worlds = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as WorldRecording,
);
const play = (world: WorldRecording) => playWorldOn(newWorldCluster(world), world);

describe('worlds of three nodes, recorded frame by frame', () => {
  it('are there', () => {
    expect(worlds.length).toBeGreaterThanOrEqual(3);
  });

  it.each(worlds.map((world) => [world.name, world] as const))('%s is played as recorded', (_, world) => {
    expect(judgeWorld(world, play(world))).toBeUndefined();
  });

  it('are played from their set-up alone', () => {
    for (const world of worlds) {
      const { tablesOf: _tables, flows, ...setUp } = world;
      const asked = flows.map(({ name, setup, from, cmd }) => ({
        name,
        from,
        cmd,
        ...(setup && { setup }),
      }));
      expect(judgeWorld(world, play({ ...setUp, tablesOf: [], flows: asked }))).toBeUndefined();
    }
  });
});

describe('the judge of worlds', () => {
  const [world] = worlds;
  if (!world) throw new Error('no world');
  const changed = (change: (flow: WorldFlow) => WorldFlow): string | undefined =>
    judgeWorld(world, {
      ...world,
      flows: world.flows.map((flow) => (flow.name === 'service-far' ? change(flow) : flow)),
    });

  it('takes a world for itself', () => {
    expect(judgeWorld(world, world)).toBeUndefined();
  });

  it.each<[string, (flow: WorldFlow) => WorldFlow, RegExp]>([
    [
      'a frame too few',
      (flow) => ({ ...flow, frames: flow.frames?.slice(1) ?? [] }),
      /^service-far lacks the frame/,
    ],
    [
      'a frame twice',
      (flow) => ({ ...flow, frames: [...(flow.frames ?? []), ...(flow.frames?.slice(0, 1) ?? [])] }),
      /^service-far has the frame .* not recorded$/,
    ],
    ['a rule that was not hit', (flow) => ({ ...flow, rulesHit: {} }), /^service-far did not hit on node-1/],
    [
      'a chain of a Service that was hit besides',
      (flow) => ({
        ...flow,
        rulesHit: Object.fromEntries(
          Object.entries(flow.rulesHit ?? {}).map(([node, rules]) => [
            node,
            [...rules, 'nat -A KUBE-SVC-X -j Y'],
          ]),
        ),
      }),
      /^service-far hit on node-1: nat -A KUBE-SVC-X -j Y/,
    ],
    ['no connection', (flow) => ({ ...flow, conntrack: {} }), /^service-far: no conntrack row on node-1/],
    ['another output', (flow) => ({ ...flow, output: '' }), /^service-far says "far from/],
  ])('sees %s', (_, change, says) => {
    expect(changed(change)).toMatch(says);
  });

  it('sees a table that differs, and none where only the order of Services does', () => {
    const withTables = (change: (lines: readonly string[]) => readonly string[]) =>
      judgeWorld(world, {
        ...world,
        tablesOf: world.tablesOf.map((tables) => ({ ...tables, iptables: change(tables.iptables ?? []) })),
      });
    expect(withTables((lines) => lines.filter((line) => !line.includes('-j REJECT')))).toMatch(
      /^node-1 iptables/,
    );
    const isService = (line: string) => line.startsWith('-A KUBE-SERVICES -d');
    const reversed = withTables((lines) => {
      const services = lines.filter(isService);
      return lines.map((line) => (isService(line) ? (services.pop() ?? line) : line));
    });
    // Rules of filter and nat change places here, so that it differs; within one table it does not.
    expect(reversed).toMatch(/KUBE-SERVICES/);
    const natOnly = withTables((lines) => {
      const from = lines.indexOf('*nat');
      const services = lines.slice(from).filter(isService);
      return lines.map((line, i) => (i > from && isService(line) ? (services.pop() ?? line) : line));
    });
    expect(natOnly).toBeUndefined();
  });
});
