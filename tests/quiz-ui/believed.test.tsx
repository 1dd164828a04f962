// @vitest-environment happy-dom
import '@/app/_ui/language/both';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SessionHost } from '@/app/_ui/lab/session-host';
import type { Answer, Request } from '@/app/_ui/lab/session-protocol';
import { Believed } from '@/app/_ui/quiz/believed';
import { deedText, momentText, stateText } from '@/app/_ui/quiz/believed-said';
import labs from '@/content/statefulset-identity-and-order/lab';
import { believedFilm } from '@/lib/lab/believed-film';
import type { Parting } from '@/lib/lab/believed-parting';
import { createSession } from '@/lib/lab/create-session';
import type { BelievedPlay } from '@/lib/quiz/public';

/** A worker that answers at once, through what a real one's messages go through; or not at all. */
class Worker {
  static isBroken = false;
  static asked: string[] = [];
  onmessage: (event: { data: Answer }) => void = () => undefined;
  onerror: (event: { message: string; preventDefault: () => void }) => void = () => undefined;
  private readonly host = new SessionHost({
    open: (one) => createSession(one),
    happened: () => 0,
    believed: believedFilm,
  });
  postMessage(request: Request) {
    if ('call' in request) Worker.asked.push(request.call);
    queueMicrotask(() => {
      if (Worker.isBroken) this.onerror({ message: 'no memory', preventDefault: () => undefined });
      const answer = Worker.isBroken ? undefined : this.host.answer(structuredClone(request));
      if (answer) this.onmessage({ data: structuredClone(answer) });
    });
  }
  terminate() {}
}

const five = labs.scenarios.find(({ id }) => id === 'five-to-two') ?? expect.fail('no scenario');
const run: BelievedPlay = {
  scenario: { ...five, openAtMs: 15_000 },
  belief: { machine: 'statefulset', rule: 'lowestOrdinalGoesFirst', holds: true, sinceMs: 17_000 },
  untilMs: 22_000,
  parting: {
    atMs: 17_010,
    truth: { atMs: 17_010, key: 'Pod/default/web-4', is: 'marked' },
    believed: { atMs: 17_010, key: 'Pod/default/web-0', is: 'marked' },
  },
};
const text = 'A StatefulSet gives up its lowest ordinals first.';

beforeEach(() => {
  Worker.isBroken = false;
  Worker.asked = [];
  vi.stubGlobal('Worker', Worker);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const show = async () => {
  render(<Believed believed={[{ text, run }]} locale="en" asIf="As if: {belief}" />);
  await screen.findByRole('button', { name: 'Play both' });
};
const moment = () =>
  screen.getByText(/ s\. (Here they part|They parted|Up to here)/, { selector: 'p:not([role])' }).textContent;
const side = (name: string) => within(screen.getByRole('region', { name }));

test('what each run does where they part is said, then the belief', async () => {
  await show();
  expect(side('What happens').getByText('17.0 s: web-4 is marked for deletion')).toBeDefined();
  expect(side('What you expected').getByText('17.0 s: web-0 is marked for deletion')).toBeDefined();
  expect(screen.getByText(`As if: ${text}`)).toBeDefined();
});

test('both open at the difference; one transport takes both through the run, and back to it', async () => {
  await show();
  await screen.findByText('17.0 s. Here they part.');
  expect(Worker.asked).toEqual(['believed']);
  expect(
    side('What happens').getByText('web-4 is going, because the highest ordinal goes first.'),
  ).toBeDefined();
  expect(side('What you expected').getByText('web-0 is going.')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Step back' }));
  expect(moment()).toMatch(/Up to here both are the same run/);
  fireEvent.click(screen.getByRole('button', { name: 'To the difference' }));
  fireEvent.click(screen.getByRole('button', { name: 'Step both' }));
  expect(moment()).toMatch(/They parted at 17\.0 s/);
});

test('arrow keys, Home and End go through the run; Space plays unless a button has the focus', async () => {
  await show();
  await screen.findByText('17.0 s. Here they part.');
  const group = screen.getByRole('group');
  fireEvent.keyDown(group, { key: 'ArrowRight' });
  expect(moment()).toMatch(/They parted/);
  fireEvent.keyDown(group, { key: 'Home' });
  expect(moment()).toMatch(/^15\.0 s\. Up to here/);
  fireEvent.keyDown(group, { key: 'End' });
  expect(moment()).toMatch(/^22\.0 s/);
  fireEvent.keyDown(group, { key: ' ' });
  expect(screen.getByRole('button', { name: 'Pause' })).toBeDefined();
  expect(moment()).toMatch(/^15\.0 s/);
});

test('play goes on by itself and ends at the end', async () => {
  await show();
  await screen.findByText('17.0 s. Here they part.');
  vi.useFakeTimers();
  fireEvent.click(screen.getByRole('button', { name: 'Play both' }));
  for (let i = 0; i < 80; i++) await act(() => vi.advanceTimersByTimeAsync(500));
  expect(moment()).toMatch(/^22\.0 s\. They parted/);
  expect(screen.getByRole('button', { name: 'Play both again' })).toBeDefined();
});

test('without an engine the words stay, and it can be asked again', async () => {
  Worker.isBroken = true;
  render(<Believed believed={[{ text, run }]} locale="en" asIf="As if: {belief}" />);
  await screen.findByRole('alert');
  expect(side('What happens').getByText('17.0 s: web-4 is marked for deletion')).toBeDefined();
  Worker.isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Play them again' }));
  await screen.findByText('17.0 s. Here they part.');
});

test('a belief without a run is said alone, and asks for no engine', async () => {
  render(<Believed believed={[{ text }]} locale="en" asIf="As if: {belief}" />);
  expect(screen.getByText(`As if: ${text}`)).toBeDefined();
  expect(screen.queryByRole('group')).toBeNull();
  expect(Worker.asked).toEqual([]);
});

test.each([
  [
    { atMs: 500, believed: { atMs: 500, key: 'Pod/default/a-x2', is: 'created' } },
    'truth',
    '0.5 s: no other Pod is created',
  ],
  [
    { atMs: 500, believed: { atMs: 500, key: 'Pod/default/a', is: 'marked' } },
    'truth',
    '0.5 s: nothing happens to a',
  ],
  [
    {
      atMs: 500,
      truth: { atMs: 4200, key: 'Pod/default/a', is: 'created', to: 'a:1' },
      believed: { atMs: 500, key: 'Pod/default/a', is: 'created', to: 'a:1' },
    },
    'truth',
    'only at 4.2 s: a is created from a:1',
  ],
  [
    {
      atMs: 9000,
      truth: { atMs: 9000, key: 'Deployment/default/web', is: 'condition', to: 'Progressing=False' },
    },
    'truth',
    '9.0 s: Deployment web has the condition Progressing=False',
  ],
  [
    { atMs: 9000, truth: { atMs: 9000, key: 'Pod/default/a', is: 'state', state: 'ready' } },
    'truth',
    '9.0 s: a is Running, Ready',
  ],
] as const)('%o is said of the %s as "%s"', (parting, which, words) => {
  expect(deedText('en', parting as Parting, which)).toBe(words);
});

test('a believed run gives no reason that is not so there', () => {
  const sentence = { key: 'scalingDown', subject: 'web-0' } as const;
  expect(stateText('en', { sentence }, 'truth')).toContain('because');
  expect(stateText('en', { sentence }, 'believed')).toBe('web-0 is going.');
  expect(stateText('zh', { sentence }, 'believed')).toBe('web-0 正在退出。');
  expect(momentText('zh', 9000, run.parting, false)).toBe('9.0 秒。到这里为止，两边完全相同。');
});
