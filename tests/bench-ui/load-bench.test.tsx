// @vitest-environment happy-dom
import '@/app/_ui/language/both';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LoadBench } from '@/app/_ui/bench/load-bench';
import { linesOf, sentenceOf } from '@/app/_ui/bench/load-said';
import { loadWords } from '@/app/_ui/bench/load-words';
import { SessionHost } from '@/app/_ui/lab/session-host';
import type { Answer, Request } from '@/app/_ui/lab/session-protocol';
import labs from '@/content/autoscaling-hpa/lab';
import { createSession } from '@/lib/lab/create-session';
import {
  descents,
  firstChoice,
  type LoadChoice,
  loadPresets,
  measures,
  sidecars,
} from '@/lib/lab/load-choice';
import { runLoad } from '@/lib/lab/load-run';
import { locales } from '@/lib/text';

/** A worker that answers at once, through what a real one's messages go through. */
class Worker {
  static played: LoadChoice[] = [];
  onmessage: (event: { data: Answer }) => void = () => undefined;
  private readonly host = new SessionHost({
    open: (one) => createSession(one),
    happened: () => 0,
    believed: () => [],
    load: (scenario, choice) => {
      Worker.played.push(choice);
      return runLoad(scenario, choice);
    },
  });
  postMessage(request: Request) {
    queueMicrotask(() => {
      const answer = this.host.answer(structuredClone(request));
      if (answer) this.onmessage({ data: structuredClone(answer) });
    });
  }
  terminate() {}
}

const scenario = labs.scenarios.find(({ id }) => id === 'bench') ?? expect.fail('no scenario');
const share = {
  title: scenario.caption,
  path: '/lab/bench',
  widget: { lesson: 'autoscaling-hpa', lab: 'bench' },
};

beforeEach(() => {
  Worker.played = [];
  vi.stubGlobal('Worker', Worker);
  vi.stubGlobal('IntersectionObserver', undefined);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const show = async () => {
  const first = createSession(scenario).view();
  render(<LoadBench {...{ scenario, first, share }} locale="en" number="5.9" />);
  await said(/^At /);
};
const said = (pattern: RegExp) =>
  screen.findByText(pattern, { selector: 'p:not([role])' }, { timeout: 8_000 });
const choose = (group: string, name: string) =>
  fireEvent.click(within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name }));
const minute = (number: number) => screen.getByRole('slider', { name: `Work of minute ${number}` });

test('opens at the first look that changes something, and says how it came to its number', async () => {
  await show();
  expect((await said(/^At 3:15/)).textContent).toBe(
    'At 3:15 CPU is at 150% with a target of 50%: 3 replicas become 6.',
  );
  const lines = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    'CPU: 3 × 150 ÷ 50 = 9',
    'One step at most doubles (to four it may go always): limited',
    'It writes 6',
  ]);
});

test('another look is read with the slider of looks, with the Pods of its moment', async () => {
  await show();
  await act(async () => {
    fireEvent.change(screen.getByRole('slider', { name: 'Look' }), { target: { value: '20' } });
  });
  await said(/^At 5:00 CPU is at 50%.*: it stays at 9 replicas\.$/);
  expect(screen.getByText('9 Ready')).toBeDefined();
});

const place = () => Number(screen.getByRole<HTMLInputElement>('slider', { name: 'Look' }).value);
const key = (name: string, shiftKey = false) =>
  fireEvent.keyDown(screen.getByRole('figure'), { key: name, shiftKey });
const passes = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test('the keys of every player go from look to look, and play stops at the last', async () => {
  await show();
  key('Home');
  expect(place()).toBe(0);
  key('ArrowRight');
  key('ArrowRight', true);
  expect(place()).toBe(11);
  key('End');
  key('ArrowLeft');
  key('ArrowLeft');
  expect(place()).toBe(58);
  vi.useFakeTimers();
  key(' ');
  expect(screen.getByRole('button', { name: 'Pause' })).toBeDefined();
  for (const at of [58, 59, 60, 60]) {
    expect(place()).toBe(at);
    passes(600);
  }
  expect(screen.getByRole('button', { name: 'Play' })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Play' }));
  expect(place()).toBe(0);
  fireEvent.change(screen.getByRole('slider', { name: 'Look' }), { target: { value: '7' } });
  passes(60_000);
  expect(place()).toBe(7);
});

test('for a reader who wants no movement play waits longer at each look', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  await show();
  key('Home');
  vi.useFakeTimers();
  key(' ');
  passes(1_499);
  expect(place()).toBe(0);
  passes(1);
  expect(place()).toBe(1);
});

test('keys change the work of a minute, and lead to the next; what rests is played once', async () => {
  await show();
  minute(4).focus();
  for (const key of ['PageDown', 'PageDown', 'ArrowDown', 'ArrowUp'])
    fireEvent.keyDown(document.activeElement as Element, { key });
  expect(minute(4).getAttribute('aria-valuetext')).toBe('700m');
  fireEvent.keyDown(minute(4), { key: 'ArrowRight' });
  expect(document.activeElement).toBe(minute(5));
  fireEvent.keyDown(minute(5), { key: 'Home' });
  await vi.waitFor(() => expect(Worker.played).toHaveLength(2), { timeout: 4_000 });
  expect(Worker.played[1]?.load.slice(2, 6)).toEqual([300, 700, 0, 900]);
});

test('a DaemonSet has no number, and a sidecar without a request no percentage', async () => {
  await show();
  choose('Target', 'DaemonSet');
  await said(/finds no number that it could write/);
  choose('Target', 'StatefulSet');
  choose('Sidecar log', 'requests nothing');
  await said(/knows no percentage, and leaves 3 replicas/);
  expect(screen.getByText(/the container log has no request/)).toBeDefined();
});

test('each look of each setting is said in both languages, with every value filled in', () => {
  const choices: LoadChoice[] = [
    ...descents.map((descent) => ({ ...firstChoice, load: loadPresets.spike, descent })),
    ...measures.map((measure) => ({ ...firstChoice, measure })),
    ...sidecars.map((sidecar) => ({ ...firstChoice, sidecar, maxReplicas: 6 })),
    { ...firstChoice, kind: 'DaemonSet' },
    { ...firstChoice, hasMetrics: false },
  ];
  for (const choice of choices)
    for (const look of runLoad(scenario, choice).looks)
      for (const locale of locales) {
        const words = loadWords[locale];
        for (const text of [sentenceOf(look, choice, words), ...linesOf(look, choice, words)])
          expect(text).not.toMatch(/[{}]|undefined|NaN/);
      }
}, 30_000);
