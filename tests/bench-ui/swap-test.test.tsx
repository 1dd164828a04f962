// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SwapBench } from '@/app/_ui/bench/swap-test';
import { swapWords } from '@/app/_ui/bench/swap-words';
import { type OpenSession, openInPage } from '@/app/_ui/lab/session-client';
import { createSession } from '@/lib/lab/create-session';
import type { Scenario } from '@/lib/lab/scenario';
import { defineSwapBench } from '@/lib/lab/swap-test/manifests';
import { keptSwapRun } from '@/lib/lab/swap-test/run';

const scenario: Scenario = defineSwapBench({
  id: 'bench',
  caption: { en: 'Bench', zh: '试验台' },
  seed: 7,
  nodes: ['node-1', 'node-2', 'node-3'],
  openAtMs: 8_000,
  pauseAtMs: 30_000,
  hands: ['kubectl'],
});

const open: OpenSession = (of) => openInPage(createSession(of), undefined, { swapTest: keptSwapRun() });

/** The bench with its real cluster, in this thread. */
async function show(locale: 'en' | 'zh' = 'en') {
  const first = createSession(scenario).view();
  render(<SwapBench {...{ scenario, first, locale, open }} number="6.6" />);
  const stage = screen.getAllByRole('group').find((one) => one.hasAttribute('aria-label')) as HTMLElement;
  fireEvent.focusIn(stage);
  return screen.getByRole('figure');
}

const stageOf = (figure: HTMLElement): Element =>
  figure.querySelector('[tabindex="0"][role=group]') as Element;
const toEnd = (figure: HTMLElement) => fireEvent.keyDown(stageOf(figure), { key: 'End' });
const replace = () => fireEvent.click(screen.getByRole('button', { name: /^Replace mysql-/ }));

test('the bench opens with all clients served, and the test is open', async () => {
  await show();
  expect(await screen.findByText(swapWords.en.verdicts.unswapped)).toBeTruthy();
  expect(screen.getByText(swapWords.en.open)).toBeTruthy();
});

test('a replica that is replaced takes the rows in its layer along', async () => {
  const figure = await show();
  await screen.findByText(swapWords.en.verdicts.unswapped);
  replace();
  toEnd(figure);
  expect(await screen.findByText(/^The row of client [ABC] is lost/)).toBeTruthy();
  expect(screen.getByText(swapWords.en.fails)).toBeTruthy();
  expect(screen.getByText(swapWords.en.reasons.layerGoes)).toBeTruthy();
});

test('on a claim the rows stay, and the manifests show the claim', async () => {
  const figure = await show();
  fireEvent.click(screen.getByRole('radio', { name: swapWords.en.stores.claim }));
  fireEvent.focusIn(stageOf(figure));
  await screen.findByText(swapWords.en.verdicts.unswapped);
  expect(figure.textContent).toContain('kind: PersistentVolumeClaim');
  replace();
  toEnd(figure);
  expect(await screen.findByText(swapWords.en.passes)).toBeTruthy();
});

test('every request is told in words, to be read one by one', async () => {
  await show();
  const stream = await screen.findByRole('region', { name: swapWords.en.requests });
  const items = await within(stream).findAllByRole('listitem');
  expect(items.length).toBe(8);
  expect(items[0]?.textContent).toMatch(/client A came for the first time/);
});
