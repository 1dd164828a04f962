// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NetworkView } from '@/app/_ui/network/network-view';
import { handText, networkWords } from '@/app/_ui/network/network-words';
import { createSession } from '@/lib/lab/create-session';
import type { NetworkShown } from '@/lib/lab/network-run';
import type { World } from '@/lib/network/world';
import { locales } from '@/lib/text';
import { about, deployment, made, pod, service } from '../lab/objects';

const commands = made(0, deployment('web', 2), service('web', 'web'), pod('client'));
const world = createSession(about(undefined, commands, { openAtMs: 20_000 })).world();
const [client] = world.pods.filter(({ name }) => name === 'client');
const far = world.pods.find(({ node }) => node !== client?.node);

const close = vi.fn();
const element = (of: World = world, locale: 'en' | 'zh' = 'en') => (
  <NetworkView world={of} locale={locale} onClose={close} />
);
const view = () => screen.getByRole('region', { name: 'Network' });
const press = (key: string) => fireEvent.keyDown(view(), { key });
const said = () => view().querySelector('[data-sentence]')?.getAttribute('data-sentence');
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
const line = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Line that is typed there' });
const toFar = () => {
  choose('To', `pod/${far?.name}`);
  fireEvent.click(button('Send'));
};

/** All that is said, but what is about to be broken, which is a draft. */
function shownNow() {
  const copy = view().cloneNode(true) as HTMLElement;
  copy.querySelector(`[role=group][aria-label="${networkWords.en.break.label}"]`)?.remove();
  return copy.textContent;
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  close.mockClear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('it opens with a Pod that asks a Service, and keys move the packet', () => {
  render(element());
  expect(line().value).toBe('app get http://web/');
  expect(said()).toBe('leaves');
  press('ArrowRight');
  press('ArrowRight');
  expect(said()).toBe('dnatService');
  press('End');
  expect(said()).toMatch(/^answered/);
});

test('who sends, as what and to whom write the line; one that is written by hand is sent as it is', () => {
  render(element());
  choose('To', `pod/${far?.name}`);
  expect(line().value).toBe(`app get http://${far?.ip}/`);
  choose('As', 'longPing');
  expect(line().value).toBe(`ping -c1 -W1 -s 1400 ${far?.ip}`);
  choose('From', 'node-1');
  choose('To', 'default/web:80');
  choose('As', 'get');
  expect(line().value).toBe(`app get http://${world.servicePorts[0]?.clusterIP}/`);
  fireEvent.change(line(), { target: { value: 'ping -c1 203.0.113.9' } });
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'To' }).value).toBe('');
  fireEvent.click(button('Send'));
  press('End');
  expect(said()).toMatch(/^answered/);
});

test('a line that is not understood is refused and what was sent before stays', () => {
  render(element());
  fireEvent.change(line(), { target: { value: 'nmap web' } });
  fireEvent.click(button('Send'));
  expect(screen.getByRole('alert').textContent).toContain('nmap: not found');
  expect(said()).toBe('leaves');
});

test.each([
  ['Cut .* off the wire', 'cut', undefined],
  ['Drop UDP 8472 on', 'drop', undefined],
  [
    'Block port 80 on',
    'block',
    () => fireEvent.change(screen.getByLabelText('TCP port'), { target: { value: '80' } }),
  ],
  ['Turn forwarding off on', 'forwarding', undefined],
] as const)('%s: the answer does not come, and comes again when it is taken back', (name, kind, more) => {
  render(element());
  toFar();
  choose('Break', kind);
  choose('On', far?.node ?? '');
  more?.();
  fireEvent.click(button(new RegExp(`^${name}`)));
  press('End');
  expect(said()).not.toMatch(/^answered/);
  const done = screen.getByRole('group', { name: /press to take back/ });
  fireEvent.click(within(done).getByRole('button', { pressed: true }));
  press('End');
  expect(said()).toMatch(/^answered/);
});

test('before a node was chosen the one is offered to which the packet goes', () => {
  render(element());
  toFar();
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'On' }).value).toBe(far?.node);
});

test('a lower MTU stops a ping that is too long; a number that is none is not taken', () => {
  render(element());
  choose('As', 'longPing');
  toFar();
  choose('Break', 'mtu');
  choose('Device', 'flannel.1');
  choose('On', client?.node ?? '');
  const bytes = screen.getByLabelText('MTU');
  fireEvent.change(bytes, { target: { value: '' } });
  const lower = button(/^Lower the MTU/);
  expect(lower.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(lower);
  fireEvent.change(bytes, { target: { value: '1280' } });
  fireEvent.click(button(`Lower the MTU of flannel.1 on ${client?.node} to 1280`));
  press('End');
  expect(said()).toBe('errorBack');
});

test('in another world the line is sent again: who looked at the end sees how it ends now', () => {
  const { rerender } = render(element());
  press('End');
  const unready = world.servicePorts.map((port) => ({
    ...port,
    endpoints: port.endpoints.map((endpoint) => ({ ...endpoint, ready: false, serving: false })),
  }));
  rerender(element({ ...world, servicePorts: unready }));
  expect(said()).not.toMatch(/^answered/);
  rerender(element(world));
  expect(said()).toMatch(/^answered/);
});

test('another world in which the packet goes the same way leaves the reader where he is, also while he plays', () => {
  const { rerender } = render(element());
  press('ArrowRight');
  press('ArrowRight');
  press(' ');
  const later: World = { ...world, pods: [...world.pods, { ...far!, name: 'late', ip: '10.244.3.99' }] };
  rerender(element(later));
  expect(said()).toBe('dnatService');
  expect(button('Pause')).toBeTruthy();
});

test('a sender that is gone sends nothing, and that is said', () => {
  const { rerender } = render(element());
  rerender(element({ ...world, pods: world.pods.filter((one) => one !== client) }));
  expect(screen.getByRole('alert').textContent).toContain('there is no Pod or node client');
  expect(said()).toBe('nothingSent');
});

test('what was sent before is remembered, and starting over forgets it', () => {
  render(element());
  fireEvent.click(button('Send again'));
  expect(screen.getByText('sent 2 times')).toBeTruthy();
  fireEvent.click(button('Start over'));
  expect(screen.queryByText('sent 2 times')).toBeNull();
});

test('it opens as a link left it: what was sent, what is broken, and the place where the packet stands', () => {
  const shown = vi.fn<(shown: NetworkShown) => void>();
  const { unmount } = render(<NetworkView {...{ world }} locale="en" onClose={close} onShown={shown} />);
  toFar();
  choose('Break', 'block');
  fireEvent.change(screen.getByLabelText('TCP port'), { target: { value: '81' } });
  fireEvent.click(button(/^Block port 81/));
  fireEvent.click(button('Send again'));
  fireEvent.click(screen.getByRole('radio', { name: 'nftables' }));
  fireEvent.click(button('Send again'));
  for (let times = 0; times < 4; times++) press('ArrowRight');
  const left = shown.mock.lastCall?.[0];
  const text = shownNow();
  expect(left?.sent).toHaveLength(2);
  expect(left?.setup).toMatchObject({ mode: 'nftables', hands: [{ kind: 'block', port: 81 }] });
  unmount();
  render(<NetworkView {...{ world }} locale="en" onClose={close} opening={left} />);
  expect(shownNow()).toBe(text);
  expect(screen.getByText('sent 2 times')).toBeTruthy();
});

test('a link to a line that nobody understands, sent by nobody, opens with what is wrong with it', () => {
  const opening: NetworkShown = {
    setup: { backend: 'vxlan', mode: 'iptables', hands: [{ kind: 'cut', node: 'nowhere' }] },
    sent: [{ from: 'ghost', line: 'nmap web' }],
    at: 99,
  };
  render(<NetworkView {...{ world, opening }} locale="en" onClose={close} />);
  expect(screen.getByRole('alert').textContent).toContain('there is no Pod or node ghost');
  fireEvent.click(button('Start over'));
  expect(said()).toBe('leaves');
});

test('without a node it says what is missing, and begins when one comes', () => {
  const bare: World = { ...world, nodes: [], pods: [], servicePorts: [], names: {} };
  const { rerender } = render(element(bare));
  expect(screen.getByText(networkWords.en.empty)).toBeTruthy();
  rerender(element(world));
  expect(said()).toBe('leaves');
});

test('the scene comes back by a button', () => {
  render(element());
  fireEvent.click(button('Back to the scene'));
  expect(close).toHaveBeenCalledOnce();
});

test.each(locales)('every hand is named with all that it is about (%s)', (locale) => {
  const words = networkWords[locale];
  const texts = [
    handText(words, { kind: 'cut', node: 'node-2' }),
    handText(words, { kind: 'drop', node: 'node-2', packets: 'vxlan' }),
    handText(words, { kind: 'block', node: 'node-2', port: 8080 }),
    handText(words, { kind: 'mtu', node: 'node-2', device: 'eth0', bytes: 1400 }),
    handText(words, { kind: 'forwarding', node: 'node-2' }),
  ];
  expect(new Set(texts).size).toBe(5);
  for (const text of texts) {
    expect(text).toContain('node-2');
    expect(text).not.toContain('{');
  }
  render(element(world, locale));
  expect(screen.getByText(words.caption)).toBeTruthy();
});
