import { describe, expect, it } from 'vitest';
import { areEqual, paired } from '@/lib/conformance/pair';
import { traceHashOf } from '@/lib/conformance/play';
import { traceOf } from '@/lib/conformance/trace';
import { frameText } from '@/lib/conformance/world-frame-text';
import type { WorldFlow, WorldRecording } from '@/lib/conformance/world-recording';
import { worldTraceOf } from '@/lib/conformance/world-trace';
import { allRecordings } from './recordings';

const worlds = allRecordings()
  .filter(({ kind }) => kind === 'network')
  .map(({ name, recording }) => [name, recording as WorldRecording] as const);
const [[, world] = ['', undefined]] = worlds;
if (!world) throw new Error('no world');

describe('the trace of a recorded network', () => {
  it.each(worlds)('%s has every line on both sides', (_, recording) => {
    const { world: trace, difference, steps } = traceOf(recording);
    expect(difference).toBeUndefined();
    expect(steps).toEqual([]);
    expect(trace?.flows.map(({ name }) => name)).toEqual(recording.flows.map(({ name }) => name));
    for (const { output, frames, rules, conntrack } of trace?.flows ?? [])
      for (const pairs of [output, frames, ...[...rules, ...conntrack].map((one) => one.pairs)])
        expect(pairs.filter((pair) => !areEqual([pair]))).toEqual([]);
    for (const { parts } of trace?.tables ?? [])
      for (const { pairs } of parts) expect(pairs.filter((pair) => !areEqual([pair]))).toEqual([]);
  });

  it('tells of set-up as root and of what was typed as its Pod', () => {
    const flow = traceOf(world).world?.flows.find(({ name }) => name === 'clusterip-from-outside');
    expect(flow?.typed).toEqual([
      'router# ip route add 10.96.0.0/16 via 192.168.0.11',
      'outside$ app get http://10.96.0.21/',
    ]);
  });

  const flowOf = (change: (flow: WorldFlow) => WorldFlow) =>
    worldTraceOf(world, {
      ...world,
      flows: world.flows.map((flow) => (flow.name === 'service-far' ? change(flow) : flow)),
    }).flows.find(({ name }) => name === 'service-far');

  it('leaves a frame that was not played without a twin', () => {
    const frames = flowOf((flow) => ({ ...flow, frames: flow.frames?.slice(1) ?? [] }))?.frames ?? [];
    expect(frames.filter((pair) => pair.played === undefined)).toHaveLength(1);
    expect(frames[0]).toEqual({ recorded: expect.stringContaining('pod-client/eth0: ') });
  });

  it("counts a rule that only the model hit when it is a Service's own, and sets it apart otherwise", () => {
    const hit = (rule: string) =>
      flowOf((flow) => ({
        ...flow,
        rulesHit: { ...flow.rulesHit, 'node-1': [...(flow.rulesHit?.['node-1'] ?? []), rule] },
      }));
    const own = hit('nat -A KUBE-SVC-X -j Y');
    expect(own?.rules.flatMap(({ pairs }) => pairs)).toContainEqual({ played: 'nat -A KUBE-SVC-X -j Y' });
    expect(own?.alsoHit).toEqual([]);
    const common = hit('filter -A INPUT -j KUBE-FIREWALL');
    expect(common?.rules.every(({ pairs }) => areEqual(pairs))).toBe(true);
    expect(common?.alsoHit).toEqual([
      { node: 'node-1', pairs: [{ played: 'filter -A INPUT -j KUBE-FIREWALL' }] },
    ]);
  });

  it('shows a table row that only one side has', () => {
    const [first] = world.tablesOf;
    const routes = first?.routes?.slice(1) ?? [];
    const played = {
      ...world,
      tablesOf: world.tablesOf.map((one) => (one === first ? { ...one, routes } : one)),
    };
    const part = worldTraceOf(world, played).tables[0]?.parts.find(({ name }) => name === 'routes');
    expect(part?.pairs[0]).toEqual({ recorded: first?.routes?.[0] });
  });
});

describe('a frame as a line', () => {
  it.each(worlds)('is the same for equal frames only: %s', (_, { flows }) => {
    const frames = flows.flatMap((flow) => flow.frames ?? []);
    const wholes = new Map(frames.map((frame) => [JSON.stringify(frame), frameText(frame)]));
    expect(new Set(wholes.values()).size).toBe(wholes.size);
  });
});

describe('the hash of a world', () => {
  it('is of what was played: each world has its own, and it changes with the world', () => {
    const hashes = worlds.map(([, recording]) => traceHashOf(recording));
    expect(new Set(hashes).size).toBe(worlds.length);
    const others = { ...world, flows: world.flows.slice(1) };
    expect(traceHashOf(others)).not.toBe(traceHashOf(world));
    expect(traceHashOf(structuredClone(world))).toBe(traceHashOf(world));
  });
});

describe('paired', () => {
  it('sets equal lines side by side as often as both have them', () => {
    expect(paired(['a', 'a', 'b'], ['b', 'a', 'c'])).toEqual([
      { recorded: 'a', played: 'a' },
      { recorded: 'a' },
      { recorded: 'b', played: 'b' },
      { played: 'c' },
    ]);
  });
});
