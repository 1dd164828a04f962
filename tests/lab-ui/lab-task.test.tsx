// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LabTask } from '@/app/_ui/lab/lab-task';
import { openInPage } from '@/app/_ui/lab/session-client';
import { runOf } from '@/app/_ui/lab/use-check';
import labs from '@/content/statefulset-identity-and-order/lab';
import { createSession } from '@/lib/lab/create-session';
import { replayLab } from '@/lib/lab/replay';
import { type LabStatement, statementOf } from '@/lib/lab/scenario';
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
  const fetched = answer(200, { solved: true, shortest: 2 });
  const told = vi.fn();
  window.addEventListener('podium:progress', told);
  const session = show();
  session.do({ verb: 'delete', kind: 'Pod', name: 'web-2' });
  session.do({ verb: 'delete', kind: 'Pod', name: 'web-3' });
  check();
  expect(await screen.findByText('Checked: solved in 2 commands')).toBeTruthy();
  const run = within(await screen.findByRole('region', { name: 'Your run' }));
  expect(run.getByText('2; the shortest known solution has 2')).toBeTruthy();
  const [address, request] = fetched.mock.calls[0] as unknown as [string, RequestInit];
  expect(address).toBe('/api/labs/a-lesson/update-stands?locale=en');
  expect(JSON.parse(String(request.body))).toEqual({
    commands: session.commands(),
    untilMs: 75_000,
    utcOffsetMinutes: 0 - new Date().getTimezoneOffset(),
  });
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

describe('A lab that runs', () => {
  const [real] = labs.labs;
  function run() {
    if (!real) throw new Error('the lesson has no lab');
    const statement = statementOf(real);
    const session = createSession(statement);
    const client = openInPage(session);
    render(<LabTask lab={statement} lesson="a-lesson" locale="en" first={session.view()} client={client} />);
    client.start();
    const goals = within(screen.getByRole('list', { name: 'Goals' }));
    return { session, client, goals, change: (does: () => void) => act(does) };
  }

  test('says what is missing, and the object that is named is selected in the figure', () => {
    const { goals } = run();
    const [first] = goals.getAllByText(/is not Ready: it runs/);
    expect(first?.textContent).toContain('web-2 is not Ready: it runs, and 0/1 of its containers are ready');
    const pod = document.querySelector('figure [data-key="Pod/default/web-2"]');
    expect(pod?.getAttribute('aria-pressed')).not.toBe('true');
    fireEvent.click(goals.getAllByRole('button', { name: /web-2$/ })[0]!);
    expect(pod?.getAttribute('aria-pressed')).toBe('true');
  });

  test('of a goal that has failed it names what broke it, and its moment leads there', () => {
    const { client, goals, change } = run();
    change(() => client.tell('do', { verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 0 }));
    change(() => client.tell('seek', 60_000));
    const moment = goals.getByRole('button', { name: /^failed at/ });
    const row = moment.closest('li');
    expect(row?.textContent).toContain('What was missing then:web-1 is not Ready: it is ending');
    const gone = goals.getAllByRole('button', { name: 'web-2' });
    for (const one of gone) expect(one.getAttribute('aria-disabled')).toBe('true');
    const failedAt = client.shown().view.goals.find(({ state }) => state === 'failed')?.sinceMs;
    change(() => fireEvent.click(moment));
    expect(client.shown().view.nowMs).toBe(failedAt);
  });
});
