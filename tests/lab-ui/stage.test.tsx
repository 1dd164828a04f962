// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LabFigure } from '@/app/_ui/lab/lab-figure';
import { LabFull } from '@/app/_ui/lab/lab-full';
import * as clients from '@/app/_ui/lab/session-client';
import type { Looking } from '@/app/_ui/lab/use-stage';
import { LoneLab } from '@/app/_ui/lone/lone-lab';
import { longestLink, momentOf } from '@/app/_ui/lone/moment';
import { lookingAt, openedBy } from '@/app/_ui/lone/opened';
import { words } from '@/app/_ui/words';
import { createSession } from '@/lib/lab/create-session';
import type { SessionState } from '@/lib/lab/session';
import { about, deployment, made, pod, service } from '../lab/objects';

const commands = made(0, deployment('web', 2), service('web', 'web'), pod('client'));
const scenario = about('Deployment/web', commands, { id: 'a-lab', openAtMs: 20_000, pauseAtMs: 60_000 });
const { openInPage } = clients;
const layouts = [
  ['figure', LabFigure],
  ['whole screen', LabFull],
] as const;

beforeEach(() => {
  const still = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => still);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function show(
  Layout: (typeof layouts)[number][1],
  { looking = { current: {} } as Looking, state = undefined as SessionState | undefined, of = scenario } = {},
) {
  const session = createSession(of, state && { state });
  const client = openInPage(session);
  const first = session.view();
  const { container, unmount } = render(<Layout scenario={of} locale="en" {...{ first, client, looking }} />);
  act(() => client.start());
  const pods = () => container.querySelectorAll('[aria-label^="client, Pod on"]:not([role=treeitem])').length;
  return { client, looking, unmount, pods };
}

const button = (name: string, within: ParentNode = document) =>
  [...within.querySelectorAll('button')].find(
    (one) => one.textContent === name && one.getAttribute('role') !== 'tab',
  ) as HTMLElement;
const network = () => screen.findByLabelText('Network', { selector: 'section' }, { timeout: 10_000 });
const said = (view: HTMLElement) => view.querySelector('[data-sentence]')?.textContent;

test.each(layouts)('a %s shows the network in place of the scene, and the scene again', async (_, Layout) => {
  const { pods, looking } = show(Layout);
  expect(pods()).toBe(1);
  fireEvent.click(button('Network'));
  const view = await network();
  expect(button('Network').getAttribute('aria-pressed')).toBe('true');
  expect(pods()).toBe(0);
  expect(looking.current.network?.sent).toEqual([{ from: 'client', line: 'app get http://web/' }]);
  fireEvent.click(button('Back to the scene', view));
  expect(pods()).toBe(1);
  expect(looking.current).toEqual({});
  expect(document.activeElement).toBe(document.querySelector('figure'));
});

test('the network that was left for the scene comes back as it was', async () => {
  show(LabFigure);
  fireEvent.click(button('Network'));
  fireEvent.keyDown(await network(), { key: 'End' });
  const left = said(await network());
  fireEvent.click(button('Scene'));
  fireEvent.click(button('Network'));
  expect(said(await network())).toBe(left);
});

test('a link opens the object that was open and the network that was shown, at the same place', async () => {
  const { client, looking, unmount } = show(LabFull);
  fireEvent.click(document.querySelector('[aria-label^="client, Pod on"]:not([role=treeitem])') as Element);
  fireEvent.click(button('Network'));
  const view = await network();
  fireEvent.click(button('Send again', view));
  for (let times = 0; times < 5; times++) fireEvent.keyDown(view, { key: 'ArrowRight' });
  const left = said(view);
  const moment = await momentOf(client, scenario.id, longestLink.lab, looking.current);
  if (moment.kind !== 'link') throw new Error(moment.kind);
  expect(moment.isNetwork).toBe(true);
  unmount();
  const opened = openedBy(moment.hash, ({ scenario: of }) => of === scenario.id);
  if (opened.kind !== 'link') throw new Error(opened.kind);
  const again = show(LabFull, { looking: lookingAt(opened.link), state: opened.link.state });
  expect(said(await network())).toBe(left);
  expect(screen.getByText('sent 2 times')).toBeTruthy();
  expect(again.looking.current).toEqual(opened.link.shown);
  expect(again.looking.current.selected).toBe('Pod/default/client');
});

test('a link that what is looked at makes too long is a link to the moment alone', async () => {
  const { client } = show(LabFigure);
  const setup = { backend: 'vxlan', mode: 'iptables', hands: [] } as const;
  const sent = Array.from({ length: 20 }, (_, n) => ({
    from: 'client',
    line: `ping ${n}.${'x1y'.repeat(n)}`,
  }));
  const shown = { network: { setup, sent, at: 0 } };
  const bare = await momentOf(client, scenario.id, longestLink.lab);
  if (bare.kind !== 'link') throw new Error(bare.kind);
  const { nowMs, hash } = bare;
  expect(await momentOf(client, scenario.id, hash.length, shown)).toEqual({ kind: 'link', nowMs, hash });
  expect(await momentOf(client, scenario.id, hash.length - 1, shown)).toEqual({ kind: 'tooLong' });
});

test('a figure without a Pod offers no network', () => {
  show(LabFigure, { of: about(undefined, [], { openAtMs: 0 }) });
  expect(button('Network')).toBeUndefined();
  expect(screen.queryByRole('tab', { name: 'Network' })).toBeNull();
});

test('on a phone the network is one more tab, and the tabs beside it stay', async () => {
  show(LabFigure);
  const tabs = screen.getByRole('tablist');
  const tab = (name: string) => within(tabs).getByText(name);
  fireEvent.click(tab('Network'));
  await network();
  expect(tab('Network').getAttribute('aria-selected')).toBe('true');
  fireEvent.click(tab('Objects'));
  expect(tab('Objects').getAttribute('aria-selected')).toBe('true');
  expect(screen.getByLabelText('Objects', { selector: 'section' })).toBeTruthy();
  fireEvent.keyDown(tab('Objects'), { key: 'ArrowRight' });
  fireEvent.keyDown(tab('Events'), { key: 'ArrowRight' });
  expect(tab('Network').getAttribute('aria-selected')).toBe('true');
  fireEvent.click(tab('Scene'));
  expect(document.querySelector('section[aria-label="Network"]')).toBeNull();
});

test('the page of a lab shares what is looked at there', async () => {
  window.history.replaceState(null, '', '/en/lab/x');
  const session = createSession(scenario);
  vi.spyOn(clients, 'openInWorker').mockImplementation(() => openInPage(session));
  render(
    <LoneLab
      locale="en"
      site={words.en.header}
      scenario={scenario}
      first={session.view()}
      title={scenario.caption}
      path="/lab/x"
      lesson={{ slug: 'x', number: 1 }}
    />,
  );
  fireEvent.pointerDown(button('Network'));
  fireEvent.click(button('Network'));
  await network();
  HTMLDialogElement.prototype.showModal = () => undefined;
  fireEvent.click(button('Share'));
  const link = await screen.findByLabelText<HTMLInputElement>('A link');
  const opened = openedBy(new URL(link.value).hash, () => true);
  expect(opened).toMatchObject({ link: { shown: { network: { sent: [{ from: 'client' }] } } } });
});
