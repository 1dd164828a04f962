// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { LabFigure } from '@/app/_ui/lab/lab-figure';
import { openInPage } from '@/app/_ui/lab/session-client';
import type { LabView } from '@/lib/lab/view';
import { FakeSession } from './fake-session';
import { blocked, early, scenario, steady, troubled } from './fixtures';

function show(view: LabView = blocked, more: Partial<Parameters<typeof LabFigure>[0]> = {}) {
  const session = new FakeSession(more.scenario ?? scenario, view);
  const client = openInPage(session);
  render(
    <LabFigure
      scenario={scenario}
      locale="en"
      number="7.2"
      first={session.view()}
      client={client}
      {...more}
    />,
  );
  return { session, figure: screen.getByRole('figure') };
}
const press = (target: Element, key: string, more: object = {}) =>
  fireEvent.keyDown(target, { key, ...more });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('the figure opens with its number, its caption, the sentence and the cause', () => {
  const { figure } = show();
  expect(figure.getAttribute('aria-label')).toBe(
    'Figure 7.2. StatefulSet web, 3 replicas, from db:v1 to db:v2',
  );
  expect(figure.textContent).toMatch(/web-1 waits for 0?web-0 to be Ready\./);
  expect(figure.textContent).toContain('because you failed the readiness probe of web-0.');
});

test.each([
  ['ArrowRight', {}, 'step reconcile', 1],
  ['ArrowLeft', {}, 'back reconcile', 1],
  ['ArrowRight', { shiftKey: true }, 'step reconcile', 10],
  ['Home', {}, 'seek 0', 1],
  ['End', {}, 'seek 40000', 1],
  ['z', { ctrlKey: true }, 'undo', 1],
  ['Z', { ctrlKey: true, shiftKey: true }, 'redo', 1],
])('the key %s %o asks the session to %s', (key, more, asked, times) => {
  const { session, figure } = show();
  press(figure, key, more);
  expect(session.asked).toEqual(Array.from({ length: times }, () => asked));
});

test('steps go by the chosen unit', () => {
  const { session, figure } = show();
  fireEvent.click(screen.getByRole('radio', { name: 'change' }));
  press(figure, 'ArrowRight');
  expect(session.asked).toEqual(['step change']);
});

test('the space bar plays and pauses, but not from a button', () => {
  const { figure } = show();
  press(figure, ' ');
  expect(button('Pause')).toBeTruthy();
  press(button('Undo'), ' ');
  expect(button('Pause')).toBeTruthy();
  press(figure, ' ');
  expect(button('Play')).toBeTruthy();
});

test('brackets change the speed within ½ and 16', () => {
  const { figure } = show();
  const chosen = () =>
    ['½×', '1×', '4×', '16×'].find(
      (name) => screen.getByRole('radio', { name }).getAttribute('aria-checked') === 'true',
    );
  press(figure, '[');
  press(figure, '[');
  expect(chosen()).toBe('½×');
  for (let at = 0; at < 5; at++) press(figure, ']');
  expect(chosen()).toBe('16×');
});

test('a full stop asks why: the chain ends in a command, and each link leads to its moment', () => {
  const { session, figure } = show();
  press(figure, '.');
  const chain = screen.getByRole('region', { name: 'From the fact down to a command' });
  expect(
    within(chain)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toHaveLength(3);
  fireEvent.click(within(chain).getAllByRole('button', { name: 'Go to 28.2 s' })[0]!);
  expect(session.asked).toEqual(['seek 28200']);
  press(figure, '.');
  expect(screen.queryByRole('region', { name: 'From the fact down to a command' })).toBeNull();
});

test('a question mark shows the keys, O the outline', () => {
  const { figure } = show();
  press(figure, '?', { shiftKey: true });
  expect(screen.getByRole('region', { name: 'Keys' }).textContent).toContain('Ctrl');
  press(figure, 'o');
  expect(screen.queryByRole('region', { name: 'Keys' })).toBeNull();
  const tree = screen.getByRole('tree');
  const items = within(tree).getAllByRole('treeitem');
  expect(items[0]?.tabIndex).toBe(0);
  press(items[0]!, 'ArrowDown');
  expect(document.activeElement?.getAttribute('aria-label')).toBe(
    'web-0, Pod on node-1, Running, not Ready, revision 1 of 2',
  );
});

test('Escape leaves the figure', () => {
  const { figure } = show();
  figure.focus();
  press(figure, 'Escape');
  expect(figure.contains(document.activeElement)).toBe(false);
  expect(document.activeElement?.textContent).toBe('End of figure');
});

test('the outline is there for screen readers without being asked for, outside the tab order', () => {
  show();
  expect(screen.getAllByRole('treeitem').every((item) => item.tabIndex === -1)).toBe(true);
});

test('a failed probe is mended by the black button', () => {
  const { session } = show();
  fireEvent.click(button(/^Mend readiness of web-0/));
  expect(session.done).toEqual([{ verb: 'mendReadiness', pod: 'web-0' }]);
});

test('a Pod is deleted from the menu, by keys alone', () => {
  const { session } = show(steady);
  const opener = button('Delete a Pod');
  opener.focus();
  press(opener, 'ArrowDown');
  expect(document.activeElement?.textContent).toContain('web-0');
  press(document.activeElement!, 'ArrowDown');
  fireEvent.click(document.activeElement!);
  expect(session.done).toEqual([{ verb: 'delete', kind: 'Pod', name: 'web-1' }]);
  expect(document.activeElement).toBe(opener);
});

test('Escape in a menu closes the menu and stays in the figure', () => {
  const { figure } = show(steady);
  fireEvent.click(button('Fail readiness'));
  press(document.activeElement!, 'Escape');
  expect(button('Fail readiness').getAttribute('aria-expanded')).toBe('false');
  expect(figure.contains(document.activeElement)).toBe(true);
});

test('a Pod chosen in the scene is what the hands act on', () => {
  const { session } = show(steady);
  fireEvent.click(button(/^web-2, Pod on node-3/));
  fireEvent.click(button('Delete web-2'));
  fireEvent.click(button(/^Fail readiness of web-2/));
  expect(session.done).toEqual([
    { verb: 'delete', kind: 'Pod', name: 'web-2' },
    { verb: 'failReadiness', pod: 'web-2' },
  ]);
});

test('in the scene arrows move by place and do not step', () => {
  const { session } = show(steady);
  const first = button(/^web-0, Pod/);
  first.focus();
  press(first, 'ArrowRight');
  expect(document.activeElement?.getAttribute('data-pod')).toBe('web-1');
  expect(session.asked).toEqual([]);
});

test('scale, policy and image make one command each', () => {
  const { session } = show(steady);
  fireEvent.click(button('One replica more'));
  fireEvent.click(button('One replica fewer'));
  fireEvent.click(screen.getByRole('radio', { name: 'db:v2' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Parallel' }));
  expect(session.done).toMatchObject([
    { verb: 'scale', replicas: 4 },
    { verb: 'scale', replicas: 2 },
    { verb: 'patch', type: 'strategic' },
  ]);
  expect(session.asked).toEqual(['runWith Parallel']);
});

test('only the scenario’s hands are there', () => {
  show(steady, { scenario: { ...scenario, hands: ['deleteSet', 'whenScaled', 'minReadySeconds'] } });
  expect(screen.queryByRole('button', { name: 'Delete a Pod' })).toBeNull();
  expect(button('Delete the set')).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'Retain' }).getAttribute('aria-checked')).toBe('true');
});

test('what the API server refuses is shown in its own words, in place', () => {
  show(troubled);
  expect(screen.getByRole('alert').textContent).toContain(
    'is invalid: spec: Forbidden: updates to statefulset spec',
  );
});

test.each([
  [
    { why: 'replicas', asked: 101, limit: 100 } as const,
    /at most 100 replicas of one object.*101.*100 or fewer/,
  ],
  [{ why: 'early', asked: 5_000, limit: 20_000 } as const, /begins at 20\.0 s/],
])('what a run does not take is told in place, with what to do instead: %o', (denial, said) => {
  show({ ...troubled, denial });
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toMatch(said);
  expect(alert.textContent).not.toContain('API server');
});

test('undo and redo can be pressed when there is something to undo', () => {
  const { session } = show();
  expect(button('Undo').getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(button('Undo'));
  expect(session.asked.filter((asked) => !asked.startsWith('seek'))).toEqual([]);
  fireEvent.click(button(/^Mend readiness/));
  fireEvent.click(button('Undo'));
  expect(button('Redo').getAttribute('aria-disabled')).toBeNull();
  fireEvent.click(button('Reset'));
  expect(session.asked.filter((asked) => !asked.startsWith('seek'))).toEqual(['undo', 'reset']);
});

test('a button of the player that has nothing to do keeps the focus, so that the keys of the figure go on working', () => {
  const { session } = show({ ...early, nowMs: 0 });
  for (const name of ['To the start', 'Step back', 'Undo', 'Redo']) {
    const idle = button(name);
    expect([name, idle.getAttribute('aria-disabled'), idle.hasAttribute('disabled')]).toEqual([
      name,
      'true',
      false,
    ]);
    idle.focus();
    fireEvent.click(idle);
    expect(document.activeElement).toBe(idle);
  }
  expect(session.asked).toEqual([]);
});

test('the score is a slider over time', () => {
  const { session } = show();
  const slider = screen.getByRole('slider', { name: 'Time' });
  expect(slider.getAttribute('aria-valuetext')).toBe('33.6 seconds');
  press(slider, 'PageDown');
  expect(session.asked).toEqual(['seek 28600']);
});

test('objects are listed in kubectl’s columns, Events in the API’s words', () => {
  show();
  fireEvent.click(button('Objects'));
  expect(screen.getByRole('table', { name: 'kubectl get pods -o wide' }).textContent).toContain(
    'web-00/1Running0',
  );
  fireEvent.click(button('Events'));
  expect(screen.getByRole('table', { name: 'kubectl get events' }).textContent).toContain('SuccessfulCreate');
  expect(screen.queryByRole('table', { name: 'kubectl get pods -o wide' })).toBeNull();
});

test('play runs with the frames, pauses by itself the first time, then goes on', async () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const run = (from: number, count: number) =>
    act(() => {
      for (let at = 0; at < count; at++) frames.splice(0).forEach((frame) => void frame(from + at * 50));
    });
  const { session, figure } = show(blocked, { pauseAtMs: 34_000 });
  press(figure, ' ');
  run(1_000, 60);
  expect(session.nowMs).toBe(34_000);
  expect(button('Play')).toBeTruthy();
  frames.length = 0;
  press(figure, ' ');
  run(9_000, 11);
  expect(session.nowMs).toBe(34_500);
  expect(button('Pause')).toBeTruthy();
  vi.unstubAllGlobals();
});

test('play pauses when the tab is hidden', () => {
  const { figure } = show();
  press(figure, ' ');
  expect(button('Pause')).toBeTruthy();
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  fireEvent(document, new Event('visibilitychange'));
  Object.defineProperty(document, 'hidden', { configurable: true, value: false });
  expect(button('Play')).toBeTruthy();
});

test('without movement play goes in steps of 1.5 s', () => {
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  const { session, figure } = show();
  press(figure, ' ');
  act(() => void vi.advanceTimersByTime(3_100));
  expect(session.asked).toEqual(['step reconcile', 'step reconcile']);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the live region reads at most one sentence every two seconds, and the latest wins', () => {
  vi.useFakeTimers();
  const { session, figure } = show();
  const status = () => within(figure).getByRole('status').textContent;
  expect(status()).toBe('');
  const say = (subject: string) => {
    session.show({ ...steady, sentence: { key: 'creating', subject } });
    press(figure, 'ArrowRight');
  };
  say('web-5');
  act(() => void vi.advanceTimersByTime(10));
  expect(status()).toBe('web-5 is being created.');
  say('web-6');
  say('web-7');
  act(() => void vi.advanceTimersByTime(1_500));
  expect(status()).toBe('web-5 is being created.');
  act(() => void vi.advanceTimersByTime(600));
  expect(status()).toBe('web-7 is being created.');
  vi.useRealTimers();
});

test.each(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'Home', 'End'])(
  'in a row of choices %s moves the focus alone; pressing chooses',
  (key) => {
    const { session } = show(steady, {
      scenario: { ...scenario, hands: ['setImage', 'policy', 'minReadySeconds'] },
    });
    for (const group of screen.getAllByRole('radiogroup')) {
      const chosen =
        within(group).queryByRole('radio', { checked: true }) ?? within(group).getAllByRole('radio')[0]!;
      chosen.focus();
      press(chosen, key);
      expect(group.contains(document.activeElement)).toBe(true);
    }
    expect(session.done).toEqual([]);
    expect(session.asked).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: 'db:v2' }));
    expect(session.done).toHaveLength(1);
  },
);

test('a row of choices is one stop of the Tab key: what is chosen', () => {
  show(steady);
  const group = screen.getByRole('radiogroup', { name: 'Run with' });
  const stops = within(group)
    .getAllByRole('radio')
    .filter((radio) => radio.tabIndex === 0);
  expect(stops.map((stop) => stop.getAttribute('aria-checked'))).toEqual(['true']);
});

test('an engine that is lost is told of in place, with a button that starts another', async () => {
  const session = new FakeSession(scenario, steady);
  session.seek = () => {
    throw new Error('out of memory');
  };
  const client = openInPage(session);
  render(<LabFigure scenario={scenario} locale="en" first={session.view()} client={client} />);
  press(screen.getByRole('figure'), 'Home');
  expect(screen.getByRole('alert').textContent).toContain('What you did is kept in this page.');
  session.seek = FakeSession.prototype.seek;
  fireEvent.click(button('Start again'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('of an engine that is still starting after a second the figure says so', () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'Worker',
    class {
      postMessage() {}
      terminate() {}
    },
  );
  render(<LabFigure scenario={scenario} locale="en" first={steady} />);
  press(screen.getByRole('figure'), 'ArrowRight');
  act(() => void vi.advanceTimersByTime(900));
  expect(screen.queryByText('starting')).toBeNull();
  act(() => void vi.advanceTimersByTime(200));
  expect(screen.getByText('starting')).toBeTruthy();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a figure whose reader may type has a prompt, opened by its button or by /, and closed by the button', async () => {
  await import('@/app/_ui/lab/prompt');
  const { figure } = show(blocked, { scenario: { ...scenario, hands: ['kubectl'] } });
  expect(screen.queryByLabelText('kubectl prompt')).toBeNull();
  fireEvent.focusIn(figure);
  press(figure, '/');
  expect(await screen.findByLabelText('kubectl prompt')).toBeTruthy();
  expect(button('kubectl prompt').getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(button('kubectl prompt'));
  expect(screen.queryByLabelText('kubectl prompt')).toBeNull();
});

test.each([
  ['whose reader may not type', {}],
  [
    'that waits for a prediction',
    { scenario: { ...scenario, hands: ['kubectl'] as const }, waitingFor: 'your choice' },
  ],
])('a figure %s has no prompt', (_, more) => {
  const { figure } = show(blocked, more);
  press(figure, '/');
  expect(screen.queryByRole('button', { name: 'kubectl prompt' })).toBeNull();
});

test('what else can be done to a chosen object stands under the controls, and nothing twice', async () => {
  const given = { ...scenario, hands: ['deletePod', 'scale', 'crash'] as const };
  const { session, figure } = show(steady, { scenario: given });
  expect(figure.textContent).toContain('Choose an object in the scene');
  fireEvent.click(within(figure).getAllByRole('button', { name: /^web-1, Pod/ })[0] as HTMLElement);
  const hands = await screen.findByRole('group', { name: 'What can be done to web-1' });
  expect(
    within(hands)
      .getAllByRole('button')
      .map((one) => one.textContent),
  ).toEqual(['Crash the container of web-1']);
  fireEvent.click(within(hands).getByRole('button'));
  expect(session.done).toEqual([{ verb: 'crash', pod: 'web-1' }]);
});

test('a figure whose hands are all controls asks for no choice', () => {
  const { figure } = show(steady);
  expect(figure.textContent).not.toContain('Choose an object in the scene');
});
