// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PodWorkbench } from '@/app/_ui/bench/pod-workbench';
import { workbenchWords } from '@/app/_ui/bench/workbench-words';
import { type OpenSession, openInPage } from '@/app/_ui/lab/session-client';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import { manifestOf } from '@/lib/lab/pod-design';
import type { Scenario } from '@/lib/lab/scenario';

const socket = (port: number) => ({ protocol: 'TCP', address: '', port }) as const;
const plain = { hostNetwork: false, sharesProcesses: false };
const designs = [
  {
    ...plain,
    name: 'web',
    containers: [
      { name: 'a', server: socket(8080), mounts: true },
      { name: 'b', server: socket(9090), mounts: false },
    ],
  },
  { ...plain, name: 'other', containers: [{ name: 'c', server: socket(8080), mounts: false }] },
];

const scenario: Scenario = {
  id: 'bench',
  caption: { en: 'Bench', zh: '工作台' },
  seed: 7,
  nodes: ['node-1'],
  commands: designs.map((design) => ({
    atMs: 0,
    command: { verb: 'apply', object: manifestOf(design, 'node-1') },
  })),
  openAtMs: 3_000,
  pauseAtMs: 60_000,
  hands: ['any'],
};

const open: OpenSession = (of) => openInPage(createSession(of, { typist: kubectlTypist }));

/** The bench with its real cluster, in this thread. */
async function show(locale: 'en' | 'zh' = 'en') {
  const first = createSession(scenario).view();
  render(<PodWorkbench {...{ scenario, first, locale, open }} number="1.6" />);
  const figure = screen.getByRole('figure');
  fireEvent.focusIn(figure);
  await screen.findByText(workbenchWords[locale].sentence.well);
  return figure;
}

const container = (name: string) => screen.getByRole('region', { name: `Container ${name}` });
const choose = (within_: HTMLElement, name: string) =>
  fireEvent.click(within(within_).getByRole('radio', { name }));
const toEnd = (figure: HTMLElement) => fireEvent.keyDown(figure, { key: 'End' });

test('the bench draws containers, sockets, networks and who mounts the volume', async () => {
  await show();
  expect(container('a').textContent).toContain('TCP *:8080');
  expect(screen.getByText(/^Network namespace of web, 10\.244\./)).toBeTruthy();
  expect(screen.getByText('mounted at /shared by a')).toBeTruthy();
});

test('a container that is given its neighbour’s port falls, and the sentence says so', async () => {
  const figure = await show();
  choose(container('b'), '8080');
  await screen.findByText(workbenchWords.en.sentence.starting);
  toEnd(figure);
  expect(await screen.findByText('b in web falls: its port is taken.')).toBeTruthy();
  expect(container('b').textContent).toContain('TCP *:8080, taken');
});

test('a container is moved to the other Pod by its button, and the last one stays', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Move b to other' }));
  const other = await screen.findByRole('region', { name: 'Pod other' });
  expect(await within(other).findByRole('region', { name: 'Container b' })).toBeTruthy();
  expect(within(container('a')).getByText(workbenchWords.en.hands.lastOne)).toBeTruthy();
});

test('a client in a container shows the line and what it printed', async () => {
  await show();
  const ask = screen.getByRole('region', { name: workbenchWords.en.askTitle });
  choose(ask, '9090');
  fireEvent.click(within(ask).getByRole('button', { name: 'Ask' }));
  expect(await within(ask).findByText(/exec web -c a -- \/app get http:\/\/localhost:9090\//)).toBeTruthy();
  expect(within(ask).getByRole('status').textContent).toContain('web from 127.0.0.1:');
});

test('with hostNetwork the Pod stands in the network of its node', async () => {
  await show();
  const web = screen.getByRole('region', { name: 'Pod web' });
  fireEvent.click(within(web).getByRole('checkbox', { name: 'hostNetwork' }));
  expect(await screen.findByText(/^Network namespace of node-1/)).toBeTruthy();
});

test('in Chinese it speaks Chinese', async () => {
  await show('zh');
  expect(screen.getByText(workbenchWords.zh.anew)).toBeTruthy();
});
