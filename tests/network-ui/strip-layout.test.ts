import { expect, test } from 'vitest';
import { layoutStrip, leastPitch } from '@/app/_ui/network/strip-layout';
import { currentFrame, isTunnelledAt } from '@/app/_ui/network/strip-moment';
import type { FrameView, HostSpan, Moment, PacketView } from '@/lib/network/xray/view';
import { answer, dropped, looped, question, unsent } from './xray-fixture';

const at = (gap: number, more: Partial<Moment> = {}): Moment => ({ at: 'frame', packet: 0, gap, ...more });
const place = (gap: number, index: number): Moment => at(gap, { at: 'place', place: index });
const end = (gap: number): Moment => at(gap, { at: 'end' });
const widths = [328, 358, 700, 960, 1_200];
const packets = { question, answer, dropped, unsent, looped };
const cases = Object.entries(packets).flatMap(([name, packet]) =>
  widths.map((width) => [name, width, packet] as const),
);

/** Every moment of a packet: frames, places, and its end. */
const momentsOf = ({ frames, gaps }: PacketView): Moment[] => [
  ...gaps.flatMap((places, gap) => [
    ...places.map((_, index) => place(gap, index)),
    ...(gap < frames.length ? [at(gap)] : []),
  ]),
  end(frames.length),
];

test.each(cases)('columns and lanes of %s share their x and fit the drawing (%i px)', (_, width, packet) => {
  const { columns, lanes, pitch, width: wide } = layoutStrip(packet, end(packet.frames.length), width);
  const x = (index: number) => columns[index]!.x;
  for (const { spans } of lanes)
    for (const { span, x: from, to } of spans) {
      expect(from).toBeLessThan(Math.min(x(span.from), x(span.to)));
      expect(to).toBeGreaterThan(Math.max(x(span.from), x(span.to)));
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(wide);
    }
  for (const [i, one] of columns.entries())
    if (i > 0) expect(Math.abs(Math.abs(one.x - x(i - 1)) - pitch)).toBeLessThanOrEqual(1);
});

test.each(cases)(
  'nothing but the packet and its ink moves when %s is stepped through (%i px)',
  (_, width, packet) => {
    const still = (moment: Moment) => {
      const { nowX, packet: moved, lost, lanes, current, ...rest } = layoutStrip(packet, moment, width);
      return {
        ...rest,
        lost: lost?.x,
        lanes: lanes.map(({ y, spans }) => [y, spans.map(({ x, to }) => [x, to])]),
      };
    };
    const [first, ...others] = momentsOf(packet).map(still);
    for (const other of others) expect(other).toEqual(first);
  },
);

test.each(cases)('the now-line of %s never goes back on its way (%i px)', (_, width, packet) => {
  const way = momentsOf(packet).map((moment) => layoutStrip(packet, moment, width).nowX);
  const forward = packet.isBack ? way.map((x) => -x) : way;
  expect(forward).toEqual([...forward].sort((a, b) => a - b));
});

test('spans of a lane do not touch', () => {
  for (const packet of [question, answer])
    for (const { spans } of layoutStrip(packet, at(0), 358).lanes) {
      const inOrder = [...spans].sort((a, b) => a.x - b.x);
      for (const [i, one] of inOrder.entries())
        if (i > 0) expect(one.x - inOrder[i - 1]!.to).toBeGreaterThanOrEqual(10);
    }
});

test('a frame puts the now-line on its column, a place between two of them', () => {
  const { columns, nowX } = layoutStrip(question, at(4), 1_200);
  expect(nowX).toBe(columns[4]!.x);
  const between = layoutStrip(question, place(4, 1), 1_200).nowX;
  expect(between).toBeGreaterThan(columns[3]!.x);
  expect(between).toBeLessThan(columns[4]!.x);
});

test('rules of a place stand where their place stands', () => {
  const rule = (index: number) =>
    layoutStrip(question, at(2, { at: 'rule', place: 0, rule: index }), 1_200).nowX;
  expect(rule(0)).toBe(rule(5));
  expect(rule(0)).toBe(layoutStrip(question, place(2, 0), 1_200).nowX);
});

test('what comes back runs from right to left, and every host keeps its place', () => {
  const there = layoutStrip(question, at(0), 1_200);
  const back = layoutStrip(answer, at(0), 1_200);
  expect(there.packet.facing).toBe(1);
  expect(back.packet.facing).toBe(-1);
  expect(back.columns.map(({ x }) => x)).toEqual(there.columns.map(({ x }) => x).reverse());
  const hosts = ({ bands }: typeof there) => bands.map(({ host, x }) => [host, x]).sort();
  expect(hosts(back)).toEqual(hosts(there));
  const asks = ({ columns }: typeof there) =>
    columns.filter(({ isLeftEnd, isPod }) => isPod && isLeftEnd).map(({ frame }) => frame.host);
  expect(asks(back)).toEqual(asks(there));
});

test('a Pod stands in the band of its node; only between nodes there is a wire', () => {
  const { bands, links } = layoutStrip(question, at(0), 1_200);
  expect(bands.map(({ host }) => host)).toEqual(['node-1', 'node-2']);
  expect(links.map(({ isWire }) => isWire)).toEqual([...Array(4).fill(false), true, ...Array(4).fill(false)]);
});

test('the envelope is there while the packet is in the tunnel: from one place to another', () => {
  const isTunnelled = (moment: Moment) => isTunnelledAt(question, moment);
  expect([3, 4, 5, 6].map((gap) => isTunnelled(at(gap)))).toEqual([false, true, true, false]);
  expect(isTunnelled(place(3, 3))).toBe(false);
  expect(isTunnelled(place(4, 0))).toBe(true);
  expect([0, 1, 2, 3].map((index) => isTunnelled(place(6, index)))).toEqual([true, true, true, false]);
  expect(isTunnelledAt(dropped, end(6))).toBe(true);
});

test('a lane is inked as far as the packet came', () => {
  const { lanes, nowX } = layoutStrip(question, at(4), 1_200);
  const ttl = lanes.find(({ name }) => name === 'ttl')!.spans;
  expect(ttl.map(({ when }) => when)).toEqual(['past', 'current', 'ahead']);
  expect(ttl.map(({ inkedTo }) => inkedTo)).toEqual([ttl[0]!.to, nowX, ttl[2]!.x]);
  const back = layoutStrip(answer, at(4), 1_200);
  const ttlBack = back.lanes.find(({ name }) => name === 'ttl')!.spans;
  expect(ttlBack.map(({ inkedTo }) => inkedTo)).toEqual([ttlBack[0]!.x, back.nowX, ttlBack[2]!.to]);
});

test('at its end all lanes are inked to their ends', () => {
  for (const packet of [question, answer, dropped])
    for (const { spans } of layoutStrip(packet, end(packet.frames.length), 960).lanes)
      for (const { inkedTo, x, to } of spans) expect(inkedTo).toBe(packet.isBack ? x : to);
});

test('the strip is of one height with a tunnel and without', () => {
  const untunnelled = { ...question, lanes: question.lanes.filter(({ name }) => name !== 'outer') };
  const { lanes, height } = layoutStrip(untunnelled, at(0), 960);
  expect(lanes.map(({ name }) => name)).toEqual(question.lanes.map(({ name }) => name));
  expect(height).toBe(layoutStrip(question, at(0), 960).height);
});

test('a packet that is dropped falls under the line at its end, after its last frame, on the host where it ended', () => {
  const before = layoutStrip(dropped, at(5), 1_200);
  const { packet, lost, lineY, columns, bands, nowX } = layoutStrip(dropped, end(6), 1_200);
  expect(before.packet.y).toBeLessThan(lineY);
  expect(before.lost?.isReached).toBe(false);
  expect(packet.y).toBeGreaterThan(lineY);
  expect(lost).toEqual({ x: nowX, isReached: true });
  expect(nowX).toBeGreaterThan(columns.at(-1)!.x);
  const node2 = bands.find(({ host }) => host === 'node-2')!;
  expect(node2.x + node2.width).toBeGreaterThan(nowX);
});

test('a host that no device saw the packet on has a band of its own when it is lost there', () => {
  const cut: PacketView = {
    ...dropped,
    frames: dropped.frames.slice(0, 5),
    gaps: dropped.gaps.slice(0, 6),
    hosts: dropped.hosts.slice(0, 2),
  };
  const { bands, links } = layoutStrip(cut, end(5), 1_200);
  expect(bands.map(({ host }) => host)).toEqual(['node-1', 'node-2']);
  expect(links.at(-1)?.isWire).toBe(true);
});

test('a packet that no frame was seen of shows its host and no lanes', () => {
  const { bands, columns, lanes, packet } = layoutStrip(unsent, end(0), 1_200);
  expect(bands.map(({ host }) => host)).toEqual(['pod-client']);
  expect(columns).toEqual([]);
  expect(lanes).toEqual([]);
  expect(packet.isFallen).toBe(true);
});

test('below 720 px a column keeps 84 px, and the names of lanes stand above them', () => {
  for (const width of [320, 358, 719]) {
    const { pitch, isStacked, width: wide } = layoutStrip(question, at(0), width);
    expect(isStacked).toBe(true);
    expect(pitch).toBeGreaterThanOrEqual(leastPitch);
    expect(wide).toBeGreaterThanOrEqual(840);
  }
  const roomy = layoutStrip(question, at(0), 1_000);
  expect(roomy).toMatchObject({ isStacked: false, width: 1_000 });
  for (const { spans } of roomy.lanes) for (const { x } of spans) expect(x).toBeGreaterThan(120);
});

test('a strip with more columns than its width has room for scrolls instead of growing narrow', () => {
  const frames = [...question.frames, ...answer.frames];
  const { pitch, width } = layoutStrip({ ...question, frames }, at(0), 1_000);
  expect(pitch).toBe(leastPitch);
  expect(width).toBe(20 * leastPitch);
});

const frame = question.frames[0]!;
const on = (
  host: string,
  hostKind: HostSpan['kind'],
  device: string,
  kind: FrameView['kind'],
): PacketView => ({
  ...looped,
  frames: [{ ...frame, host, device, kind }],
  hosts: [{ host, kind: hostKind, from: 0, to: 0 }],
});

test.each([
  ['pod-client', 'pod', 'eth0', 'ethernet', 'pod'],
  ['pod-client', 'pod', 'lo', 'loopback', 'loop'],
  ['node-1', 'node', 'veth-client', 'port', 'veth'],
  ['node-1', 'node', 'cni0', 'bridge', 'bridge'],
  ['node-1', 'node', 'flannel.1', 'vxlan', 'tunnel'],
  ['node-1', 'node', 'eth0', 'ethernet', 'ethernet'],
  ['router', 'router', 'eth1', 'ethernet', 'router'],
  ['outside', 'outside', 'eth0', 'ethernet', 'outside'],
] as const)('on %s (%s) the device %s (%s) is drawn as %s', (host, hostKind, device, kind, form) => {
  expect(layoutStrip(on(host, hostKind, device, kind), at(0), 960).columns[0]!.form).toBe(form);
});

test('the frame that was passed last is the current one, the first before any', () => {
  expect(currentFrame(question, place(0, 1))).toBe(0);
  expect(currentFrame(question, place(4, 1))).toBe(3);
  expect(currentFrame(question, at(4))).toBe(4);
  expect(currentFrame(question, end(10))).toBe(9);
  expect(currentFrame(unsent, end(0))).toBe(0);
});
