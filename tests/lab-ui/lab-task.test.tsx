// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LabTask } from '@/app/_ui/lab/lab-task';
import { openInPage } from '@/app/_ui/lab/session-client';
import { runOf } from '@/app/_ui/lab/use-check';
import { createSession } from '@/lib/lab/create-session';
import { replayLab } from '@/lib/lab/replay';
import type { LabStatement } from '@/lib/lab/scenario';
import { stuckLab } from '../lab/stories';
import { FakeSession } from './fake-session';
import { scenario, troubled } from './fixtures';

const both = (text: string) => ({ en: text, zh: text });
const goal = (id: string, when: 'now' | 'always') => ({
  id,
  text: both(`goal ${id}`),
  condition: { all: [] },
  when,
});
const lab: LabStatement = {
  ...scenario,
  title: both('Free the rollout'),
  task: both('Bring all Pods to `db:v2`.'),
  goals: [goal('ready', 'now'), goal('always', 'always'), goal('lost', 'always')],
  hints: [both('first hint'), both('second hint')],
};

function show() {
  const session = new FakeSession(lab, troubled);
  const client = openInPage(session);
  render(<LabTask lab={lab} lesson="a-lesson" locale="en" first={session.view()} client={client} />);
  return session;
}
/** The server's answer at the network's border. */
function answer(status: number, body: unknown) {
  const fetched = vi.fn(async () => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
const check = () => fireEvent.click(screen.getByRole('button', { name: 'Check my run' }));

afterEach(() => {
  vi.unstubAllGlobals();
});

test('goals say how they stand', () => {
  show();
  const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(rows).toContain('goal readyin progress');
  expect(rows).toContain('goal alwaysholds since 0.0 s');
  expect(rows).toContain('goal lostfailed at 41.0 s');
});

test('hints come one by one and stay', () => {
  show();
  expect(document.body.textContent).not.toContain('first hint');
  fireEvent.click(screen.getByRole('button', { name: /Show a hint/ }));
  expect(document.body.textContent).toContain('first hint');
  expect(document.body.textContent).not.toContain('second hint');
  fireEvent.click(screen.getByRole('button', { name: /Show a hint/ }));
  expect(document.body.textContent).toContain('first hint');
  expect(document.body.textContent).toContain('second hint');
  expect(screen.queryByRole('button', { name: /Show a hint/ })).toBeNull();
});

test('the check sends the commands and the moment, says that it is solved and tells the page', async () => {
  const fetched = answer(200, { solved: true });
  const told = vi.fn();
  window.addEventListener('podium:progress', told);
  const session = show();
  session.do({ verb: 'delete', kind: 'Pod', name: 'web-2' });
  session.do({ verb: 'delete', kind: 'Pod', name: 'web-3' });
  check();
  expect(await screen.findByText('Checked: solved in 2 commands')).toBeTruthy();
  const [address, request] = fetched.mock.calls[0] as unknown as [string, RequestInit];
  expect(address).toBe('/api/labs/a-lesson/update-stands?locale=en');
  expect(JSON.parse(String(request.body))).toEqual({ commands: session.commands(), untilMs: 75_000 });
  expect(told).toHaveBeenCalledTimes(1);
  window.removeEventListener('podium:progress', told);
});

test('a check at a moment of the past sends what was done by then, and before the lab opens nothing', async () => {
  const real = { ...stuckLab, solutions: undefined, shortcuts: undefined };
  const client = openInPage(createSession(real));
  const ran = async (nowMs: number) => {
    client.tell('seek', nowMs);
    const run = await runOf(client, real);
    return [
      run?.commands.length,
      run?.untilMs,
      run && replayLab(stuckLab, run.commands, run.untilMs).refused,
    ];
  };
  client.tell('seek', 30_000);
  client.tell('do', { verb: 'delete', kind: 'Pod', name: 'web-2' });
  expect(await ran(31_000)).toEqual([1, 31_000, undefined]);
  expect(await ran(25_000)).toEqual([0, 25_000, undefined]);
  expect(await ran(3_000)).toEqual([0, 20_000, undefined]);
});

test('a run that does not solve says which goal the server saw missed, and when', async () => {
  answer(422, {
    solved: false,
    goals: [
      { id: 'ready', state: 'open' },
      { id: 'lost', state: 'failed', sinceMs: 41_000 },
      { id: 'always', state: 'holds' },
    ],
  });
  show();
  check();
  const status = (await screen.findByText(/Not solved yet/)).parentElement!;
  expect(status.textContent).toContain('goal readyin progress');
  expect(status.textContent).toContain('goal lostfailed at 41.0 s');
  expect(status.textContent).not.toContain('goal always');
});

test('a server that cannot be reached keeps the run and says so', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('no network');
  });
  show();
  check();
  expect(await screen.findByText(/Could not reach the server. Your run is kept here/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Check my run' }).getAttribute('aria-disabled')).toBeNull();
});

test('a command that the server refuses to replay is said in its words', async () => {
  answer(422, { error: { code: 'bad-command', message: 'commands: 1 is not a command' } });
  show();
  check();
  expect(await screen.findByText('The server saw something else: commands: 1 is not a command')).toBeTruthy();
});
