// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PacketFigure } from '@/app/_ui/network/packet-figure';
import { choiceInAddress, linkTo } from '@/app/_ui/network/packet-link';
import { switched } from '@/app/_ui/network/use-packet';
import { packetWords } from '@/app/_ui/network/words';
import { pcapOfXray } from '@/app/_ui/network/xray-pcap';
import { getPacketPaths, getPacketScenario } from '@/lib/course/packets';
import type { PacketScenario } from '@/lib/lab/packet-path';
import { firstChoice, runPacket } from '@/lib/lab/packet-run';
import { locales } from '@/lib/text';

const named = (id: string) => getPacketScenario(id) as PacketScenario;
const service = named('pod-to-service');
const across = named('across-nodes');

function show(scenario = service) {
  render(<PacketFigure scenario={scenario} locale="en" number="10.2" />);
  return screen.getByRole('figure');
}
const press = (target: Element, key: string, more: object = {}) =>
  fireEvent.keyDown(target, { key, ...more });
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const radio = (name: string | RegExp) => screen.getByRole('radio', { name });
const said = (figure: Element) => figure.querySelector('[data-sentence]')?.getAttribute('data-sentence');
const text = (figure: Element) => figure.querySelector('[data-sentence]')?.textContent ?? '';
const hand = (id: string) => document.querySelector<HTMLButtonElement>(`button[data-hand="${id}"]`)!;
const line = () => screen.getByRole<HTMLInputElement>('textbox');

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: false })));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  window.history.replaceState(null, '', '/');
});

test('the figure opens with its number, its caption, and the packet leaving', () => {
  const figure = show();
  expect(figure.getAttribute('aria-label')).toBe(`Figure 10.2. ${service.caption.en}`);
  expect(said(figure)).toBe('leaves');
  expect(text(figure)).toBe('The SYN leaves Pod client for 10.96.0.21:80.');
});

describe('keys', () => {
  test('arrows step by frame, there and back', () => {
    const figure = show();
    press(figure, 'ArrowRight');
    press(figure, 'ArrowRight');
    expect(said(figure)).toBe('dnatService');
    press(figure, 'ArrowLeft');
    expect(said(figure)).toBe('enters');
  });

  test('with Shift they go ten steps, Home and End to the ends', () => {
    const figure = show();
    press(figure, 'ArrowRight', { shiftKey: true });
    expect(said(figure)).toBe('arrived');
    press(figure, 'End');
    expect(said(figure)).toBe('answered');
    press(figure, 'ArrowLeft', { shiftKey: true });
    expect(said(figure)).toBe('answerLeaves');
    press(figure, 'Home');
    expect(said(figure)).toBe('leaves');
  });

  test('the unit says how far one step goes', () => {
    const figure = show();
    fireEvent.click(radio('rule'));
    let steps = 0;
    while (said(figure) !== 'dnatService' && steps < 40) {
      press(figure, 'ArrowRight');
      steps++;
    }
    expect(steps).toBeGreaterThan(5);
    press(figure, 'ArrowLeft');
    expect(said(figure)).toBe('hookAsked');
    press(figure, 'ArrowLeft');
    expect(said(figure)).toBe('ruleTakes');
    expect(text(figure)).toContain('KUBE-SEP-');
  });

  test('a question mark shows the keys, Escape leaves', () => {
    const figure = show();
    press(figure, '?', { shiftKey: true });
    expect(screen.getByRole('region', { name: 'Keys' })).toBeTruthy();
    press(figure, 'Escape');
    expect(figure.contains(document.activeElement)).toBe(false);
    expect(document.activeElement?.textContent).toBe('End of figure');
  });

  test('in the line that is typed they belong to the line', () => {
    const figure = show();
    press(line(), 'ArrowRight');
    press(line(), ' ');
    expect(said(figure)).toBe('leaves');
    expect(button('Play')).toBeTruthy();
  });
});

describe('playing', () => {
  test('goes from frame to frame and pauses at the end', () => {
    vi.useFakeTimers();
    const figure = show();
    press(figure, ' ');
    expect(button('Pause')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(1_300));
    expect(said(figure)).toBe('enters');
    for (let at = 0; at < 30; at++) act(() => void vi.advanceTimersByTime(1_300));
    expect(said(figure)).toBe('answered');
    expect(button('Play')).toBeTruthy();
  });

  test('without movement is a step every 1.5 s', () => {
    vi.useFakeTimers();
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const figure = show();
    press(figure, ']');
    press(figure, ' ');
    act(() => void vi.advanceTimersByTime(1_400));
    expect(said(figure)).toBe('leaves');
    act(() => void vi.advanceTimersByTime(200));
    expect(said(figure)).toBe('enters');
  });

  test('pauses when the tab is hidden', () => {
    const figure = show();
    press(figure, ' ');
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    fireEvent(document, new Event('visibilitychange'));
    Object.defineProperty(document, 'hidden', { configurable: true, value: false });
    expect(button('Play')).toBeTruthy();
  });
});

test('the packets of the exchange can be chosen, each with its direction', () => {
  const figure = show();
  fireEvent.click(radio('2 SYN-ACK ←'));
  expect(said(figure)).toBe('answerLeaves');
  expect(screen.getByRole('radio', { name: '2 SYN-ACK ←', checked: true })).toBeTruthy();
});

describe('the focus', () => {
  const near = { value: 'near' };
  const atLastColumn = () => {
    const figure = show();
    fireEvent.change(screen.getByRole('combobox', { name: 'Way' }), { target: near });
    for (let i = 0; i < 4; i++) press(figure, 'ArrowRight');
    const column = figure.querySelector<HTMLElement>('button[aria-current=step]')!;
    act(() => column.focus());
    return { figure, column };
  };

  test('stays in the figure when the next packet has no such column, and the keys go on', () => {
    const { figure, column } = atLastColumn();
    press(column, 'ArrowRight');
    press(column, 'ArrowRight');
    expect(said(figure)).toBe('answerLeaves');
    expect(column.isConnected).toBe(false);
    expect(document.activeElement).toBe(figure);
    press(document.activeElement!, 'ArrowRight');
    expect(said(figure)).toBe('enters');
  });

  test('is not taken from a reader who left the figure', () => {
    const { figure, column } = atLastColumn();
    act(() => column.blur());
    press(figure, 'ArrowRight');
    press(figure, 'ArrowRight');
    expect(document.activeElement).toBe(document.body);
  });

  test('stays on a button of the player that has brought the packet to its start', () => {
    show();
    fireEvent.click(radio('rule'));
    const back = button('To the start');
    back.focus();
    fireEvent.click(back);
    expect([back.getAttribute('aria-disabled'), back.disabled]).toEqual(['true', false]);
    expect(document.activeElement).toBe(back);
  });
});

describe('hands', () => {
  test('a hand that is on blocks what it says, and switched off lets it pass again', () => {
    const figure = show(across);
    press(figure, 'End');
    expect(said(figure)).toBe('answeredAsSent');
    const block = hand('block-8472');
    block.focus();
    fireEvent.click(block);
    expect(block.getAttribute('aria-pressed')).toBe('true');
    expect(document.activeElement).toBe(block);
    expect(said(figure)).toBe('leaves');
    press(figure, 'End');
    expect(said(figure)).toBe('droppedByRule');
    fireEvent.click(block);
    press(figure, 'End');
    expect(said(figure)).toBe('answeredAsSent');
  });

  test('several can be on; of those that need a cluster of their own one at a time', () => {
    const own = across.hands.filter(({ cluster }) => cluster).map(({ id }) => id);
    expect(own.length).toBeGreaterThan(1);
    const [first = '', second = ''] = own;
    expect(switched(across, ['block-8472', first], second)).toEqual(['block-8472', second]);
    expect(switched(across, ['block-8472'], first)).toEqual(['block-8472', first]);
    expect(switched(across, ['block-8472', first], 'block-8472')).toEqual([first]);
  });

  test('a hand that shows only with another packet sends that one, and gives the old one back', () => {
    show(across);
    const before = line().value;
    const { id, send } = across.hands.find((one) => one.send)!;
    fireEvent.click(hand(id));
    expect(line().value).toBe(send?.line);
    fireEvent.click(hand(id));
    expect(line().value).toBe(before);
  });
});

test('each tab says which panel it shows', () => {
  show();
  for (const tab of screen.getAllByRole('tab'))
    expect(document.getElementById(tab.getAttribute('aria-controls') ?? '')).not.toBeNull();
});

test('a figure with tabs has their panels, and Home and End go to the first and the last tab', () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(360);
  const figure = show();
  press(figure, 'ArrowRight');
  const before = said(figure);
  const [first] = screen.getAllByRole('tab');
  const last = screen.getAllByRole('tab').at(-1);
  first?.focus();
  press(first!, 'End');
  expect(document.activeElement).toBe(last);
  expect(last?.getAttribute('aria-selected')).toBe('true');
  press(last!, 'ArrowRight');
  expect(document.activeElement).toBe(first);
  press(first!, 'ArrowLeft');
  press(last!, 'Home');
  expect(document.activeElement).toBe(first);
  expect(said(figure)).toBe(before);
  expect(screen.getAllByRole('tabpanel').map((panel) => panel.getAttribute('aria-labelledby'))).toEqual(
    screen.getAllByRole('tab').map(({ id }) => id),
  );
  vi.restoreAllMocks();
});

test('where all panels stand beside each other none is called the panel of a tab', () => {
  show();
  expect(screen.queryAllByRole('tabpanel')).toEqual([]);
});

test('rules that are hidden below the edge of their box are announced to the eye', () => {
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  const figure = show();
  const list = figure.querySelector('[data-of=rules] > div')!;
  fireEvent.scroll(list);
  expect(screen.getByText(/^The list goes on/)).toBeTruthy();
  list.scrollTop = 260;
  fireEvent.scroll(list);
  expect(screen.queryByText(/^The list goes on/)).toBeNull();
  vi.restoreAllMocks();
});

test('only a Pod asks the cluster’s DNS', () => {
  const { container } = render(<PacketFigure scenario={named('in-from-outside')} locale="en" />);
  fireEvent.change(line(), { target: { value: 'app get http://shop.example/' } });
  fireEvent.submit(screen.getByRole('form'));
  expect(container.querySelector('caption')?.textContent).toBe('asked before, of public DNS');
});

describe('a hand with a line of its own', () => {
  const { id, send } = across.hands.find((one) => one.send && !one.cluster)!;
  const chooseWay = (value: string) =>
    fireEvent.change(screen.getByRole('combobox', { name: 'Way' }), { target: { value } });

  test('gives the old line back also after it was sent again', () => {
    show(across);
    const before = line().value;
    fireEvent.click(hand(id));
    fireEvent.click(button('Send again'));
    fireEvent.click(hand(id));
    expect(line().value).toBe(before);
  });

  test('does not take its line back from a reader who chose another one since', () => {
    show(across);
    fireEvent.click(hand(id));
    chooseWay('ping');
    fireEvent.click(radio('nftables'));
    expect(line().value).toBe('ping -c1 10.244.2.2');
    fireEvent.click(hand(id));
    expect(line().value).toBe('ping -c1 10.244.2.2');
  });

  test('opened by a link gives the first way back', () => {
    const link = linkTo(across, 'en', { ...firstChoice(across), hands: [id], sent: [send!] });
    window.history.replaceState(null, '', link.slice(link.indexOf('/en/')));
    show(across);
    expect(line().value).toBe(send?.line);
    fireEvent.click(hand(id));
    expect(line().value).toBe(across.ways[0]?.line);
  });
});

describe('what is sent', () => {
  const submit = () => fireEvent.submit(screen.getByRole('form'));

  test('any line from anywhere', () => {
    const figure = show();
    fireEvent.change(screen.getByRole('combobox', { name: 'From' }), { target: { value: 'node-1' } });
    fireEvent.change(line(), { target: { value: 'ping -c1 10.244.2.2' } });
    submit();
    expect(text(figure)).toMatch(/^The echo request leaves node-1 for 10\.244\.2\.2\.$/);
    press(figure, 'End');
    expect(figure.textContent).toContain('1 packets transmitted, 1 received');
  });

  test('a line that is not understood is refused in place; what was typed stays, and so does the packet', () => {
    const figure = show();
    press(figure, 'ArrowRight');
    fireEvent.change(line(), { target: { value: 'curl http://far' } });
    submit();
    expect(screen.getByRole('alert').textContent).toMatch(/^Not sent: .+/);
    expect(line().value).toBe('curl http://far');
    expect(said(figure)).toBe('enters');
    fireEvent.change(line(), { target: { value: 'app get http://near/' } });
    submit();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('sent again it meets what the nodes remember; starting over forgets it', () => {
    const figure = show();
    fireEvent.click(button('Send again'));
    expect(figure.textContent).toContain('sent 2 times');
    fireEvent.click(button('Start over'));
    expect(figure.textContent).not.toContain('sent 2 times');
  });

  test('what the program prints is read when the answer is there', () => {
    const figure = show();
    expect(figure.textContent).toContain('Nothing yet: the answer is still on its way');
    press(figure, 'End');
    expect(figure.textContent).not.toContain('Nothing yet');
  });

  test('with another Flannel the packets are sent again, without a tunnel', () => {
    const figure = show();
    press(figure, 'End');
    fireEvent.click(radio('host-gw'));
    expect(said(figure)).toBe('leaves');
    const seen = new Set<unknown>();
    for (let at = 0; at < 30; at++) {
      press(figure, 'ArrowRight');
      seen.add(said(figure));
    }
    expect(seen).toContain('routed');
    expect(seen).not.toContain('tunnelled');
  });
});

test('a link opens the same choice on the page of its path, and nowhere else', () => {
  const choice = { ...firstChoice(across), backend: 'host-gw', hands: ['block-8472'] } as const;
  const link = linkTo(across, 'en', choice);
  expect(link).toContain('/en/packets/across-nodes?');
  window.history.replaceState(null, '', link.slice(link.indexOf('/en/')));
  expect(choiceInAddress(across)).toEqual(choice);
  expect(choiceInAddress(service)).toBeUndefined();
  show(across);
  expect(screen.getByRole('radio', { name: 'host-gw', checked: true })).toBeTruthy();
  expect(hand('block-8472').getAttribute('aria-pressed')).toBe('true');
  window.history.replaceState(null, '', '/en/packets/across-nodes');
  expect(choiceInAddress(across)).toBeUndefined();
});

test('a capture holds every frame of the exchange, an interface by its name each', () => {
  const { xray } = runPacket(service, firstChoice(service));
  const bytes = pcapOfXray(xray);
  expect([...bytes.slice(0, 4)]).toEqual([0x0a, 0x0d, 0x0d, 0x0a]);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let packets = 0;
  for (let at = 0; at < bytes.length; at += view.getUint32(at + 4, true))
    if (view.getUint32(at, true) === 6) packets++;
  expect(packets).toBe(xray.packets.flatMap(({ frames }) => frames).length);
  expect(new TextDecoder('latin1').decode(bytes)).toContain('node-1/flannel.1');
});

test.each(getPacketPaths().flatMap(({ id }) => locales.map((locale) => [id, locale] as const)))(
  'the server draws %s (%s), each time the same, with a still and every hop for pages without script',
  (id, locale) => {
    const draw = () => renderToString(<PacketFigure scenario={named(id)} locale={locale} number="1" />);
    const html = draw();
    expect(draw()).toBe(html);
    expect(html).not.toMatch(/undefined|NaN|Infinity/);
    const still = /<noscript>(.*)<\/noscript>/s.exec(html)?.[1] ?? '';
    expect(still).toContain(named(id).caption[locale]);
    expect(still).toContain('<svg');
    const { xray } = runPacket(named(id), firstChoice(named(id)));
    const stops = xray.moments.filter(({ at }) => at === 'frame' || at === 'end').length;
    const hops = still.slice(still.indexOf(packetWords[locale].figure.still));
    expect(hops.match(/<li>/g)?.length).toBe(stops + xray.packets.length);
  },
);

test('keys that belong to other figures do nothing here', () => {
  const figure = show();
  press(figure, 'ArrowRight');
  press(figure, 'o');
  press(figure, 'z', { ctrlKey: true });
  expect(said(figure)).toBe('enters');
  expect(within(figure).queryByRole('tree')).toBeNull();
});
