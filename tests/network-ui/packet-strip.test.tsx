// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { PacketStrip } from '@/app/_ui/network/packet-strip';
import {
  frameWords,
  laneLines,
  lossWords,
  reasonWords,
  stripWords,
  valueWords,
} from '@/app/_ui/network/strip-words';
import type { Because, Moment, PacketView } from '@/lib/network/xray/view';
import { locales } from '@/lib/text';
import { answer, dropped, looped, question, unsent } from './xray-fixture';

const moment = (gap: number, at: Moment['at'] = 'frame', more: Partial<Moment> = {}): Moment => ({
  at,
  packet: 0,
  gap,
  ...more,
});
const { en, zh } = stripWords;

function show(packet: PacketView, now: Moment, width = 1_200) {
  const onFrame = vi.fn();
  const strip = (at: Moment) => (
    <PacketStrip packet={packet} moment={at} width={width} words={en} onFrame={onFrame} />
  );
  const { container, rerender } = render(strip(now));
  return { container, onFrame, go: (at: Moment) => rerender(strip(at)) };
}
const columns = () => screen.getAllByRole('button');

test('a column is a button that says which frame it is, where, how long, and whether in the tunnel', () => {
  show(question, moment(4));
  expect(columns().map((one) => one.getAttribute('aria-label'))).toEqual([
    'Frame 1 of 10: Pod client, eth0, 74 bytes',
    'Frame 2 of 10: node-1, veth-client, 74 bytes',
    'Frame 3 of 10: node-1, cni0, 74 bytes',
    'Frame 4 of 10: node-1, flannel.1, 74 bytes',
    'Frame 5 of 10: node-1, eth0, 124 bytes, VXLAN',
    'Frame 6 of 10: node-2, eth0, 124 bytes, VXLAN',
    'Frame 7 of 10: node-2, flannel.1, 74 bytes',
    'Frame 8 of 10: node-2, cni0, 74 bytes',
    'Frame 9 of 10: node-2, veth-far, 74 bytes',
    'Frame 10 of 10: Pod far, eth0, 74 bytes',
  ]);
  expect(frameWords(zh, question, 4)).toBe('第 5 帧，共 10 帧：node-1，eth0，124 字节，VXLAN');
});

test('a chosen column leads to its frame', () => {
  const { onFrame } = show(question, moment(4));
  fireEvent.click(columns()[7]!);
  expect(onFrame).toHaveBeenCalledExactlyOnceWith(7);
});

test('only the current column is in the tab order, and arrow keys are left to the figure', () => {
  const { go } = show(question, moment(4));
  const inOrder = () => columns().flatMap((one, index) => (one.tabIndex === 0 ? [index] : []));
  expect(inOrder()).toEqual([4]);
  expect(columns()[4]!.getAttribute('aria-current')).toBe('step');
  expect(fireEvent.keyDown(columns()[4]!, { key: 'ArrowRight' })).toBe(true);
  go(moment(5, 'place', { place: 0 }));
  expect(inOrder()).toEqual([4]);
  go(moment(6));
  expect(inOrder()).toEqual([6]);
});

test('the packet has its envelope in the tunnel alone', () => {
  const { container, go } = show(question, moment(3));
  const isTunnelled = () => container.querySelector('[data-tunnelled]')?.getAttribute('data-tunnelled');
  expect(isTunnelled()).toBe('false');
  go(moment(4));
  expect(isTunnelled()).toBe('true');
});

test('what is drawn in lanes is also there as a list', () => {
  const { container } = show(question, moment(4));
  const lines = [...container.querySelectorAll('li')].map((one) => one.textContent);
  expect(lines).toEqual(laneLines(en, question));
  expect(lines).toContain('inner source, frames 1 to 10: 10.244.1.2:41236, never changes');
  expect(lines).toContain('inner TTL, frames 4 to 7: 63, node-1 routed it');
  expect(lines).toContain('bytes, frames 5 to 6: 124, 74 + 50');
  expect(lines).toContain('bytes, frames 7 to 10: 74, 124 − 50');
});

test('a dropped packet says why and where, in few words', () => {
  const { container } = show(dropped, moment(6, 'end'));
  expect(container.querySelector('p[data-reached="true"]')?.textContent).toBe('dropped by a rule');
  expect(container.textContent).toContain('It ends on node-2: dropped by a rule');
  expect(lossWords(en, { ...dropped, end: 'rejected' })).toBe('rejected by a rule');
  const loss = { sort: 'tooLong', says: '', mtu: 1450 } as const;
  expect(lossWords(en, { ...dropped, loss: { kind: 'loss', host: 'node-1', loss } })).toBe(
    'longer than 1450',
  );
  expect(lossWords(en, question)).toBeUndefined();
});

test('a packet that no frame was seen of has no column, only its host and why', () => {
  const { container } = show(unsent, moment(0, 'end'));
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(container.textContent).toContain('Pod client');
  expect(container.textContent).toContain('device is down');
});

test('without a tunnel nothing is called inner, and the outer header is none', () => {
  const { container } = show(looped, moment(0));
  expect(container.textContent).not.toContain('inner');
  expect(container.textContent).toContain('outer header none');
});

test('in few px the strip scrolls in its own box to the column where the packet is', () => {
  const scrollTo = vi.spyOn(Element.prototype, 'scrollTo').mockImplementation(() => {});
  const { go } = show(question, moment(4), 358);
  expect(scrollTo).toHaveBeenLastCalledWith({ left: 4.5 * 84 - 179, behavior: 'instant' });
  go(moment(5));
  expect(scrollTo).toHaveBeenLastCalledWith({ left: 5.5 * 84 - 179, behavior: 'smooth' });
});

test('devices are shown with their hosts, a second address where it differs', () => {
  expect(valueWords(en, 'ethernetTo', 'pod-far/eth0')).toBe('Pod far / eth0');
  expect(valueWords(en, 'ethernetTo', '00:00:00:00:00:00')).toBe('00:00:00:00:00:00');
  expect(valueWords(en, 'outer', '192.168.0.11 → 192.168.0.12')).toBe('192.168.0.11 → .12');
  expect(valueWords(en, 'outer', '192.168.0.11 → 192.168.1.12')).toBe('192.168.0.11 → 192.168.1.12');
});

const reasons: readonly Because[] = [
  { why: 'dnat', host: 'node-1', was: '10.96.0.21:80' },
  { why: 'snat', host: 'node-1', was: '10.244.1.2:41236' },
  { why: 'undoneDnat', host: 'node-1', was: '10.244.2.2:8080' },
  { why: 'undoneSnat', host: 'node-1', was: '192.168.0.11:2048' },
  { why: 'routed', host: 'node-1' },
  { why: 'neighbour', host: 'node-1', address: '10.244.2.0' },
  { why: 'tunnelled', host: 'node-1' },
  { why: 'untunnelled', host: 'node-1' },
];

test.each(locales.flatMap((locale) => reasons.map((because) => [locale, because.why, because] as const)))(
  'in %s every reason names its host and leaves nothing open (%s)',
  (locale, _, because) => {
    const span = { from: 1, to: 2, value: 'x', because };
    const said = reasonWords(stripWords[locale], 'source', span, undefined, false);
    expect(said).toContain('node-1');
    expect(said).not.toMatch(/[{}]/);
  },
);

test.each(
  locales.flatMap((locale) =>
    [question, answer, dropped, unsent, looped].map((packet, i) => [i, locale, packet] as const),
  ),
)('the server draws packet %i in %s, each time the same', (_, locale, packet) => {
  const strip = (
    <PacketStrip
      packet={packet}
      moment={moment(packet.frames.length, 'end')}
      width={960}
      words={stripWords[locale]}
      onFrame={() => {}}
    />
  );
  const html = renderToString(strip);
  expect(renderToString(strip)).toBe(html);
  expect(html).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
});
