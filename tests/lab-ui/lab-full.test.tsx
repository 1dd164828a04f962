// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { Lab } from '@/app/_ui/lab/lab';
import { openInPage } from '@/app/_ui/lab/session-client';
import labs from '@/content/statefulset-identity-and-order/lab';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import { type Lab as LabWithKey, statementOf } from '@/lib/lab/scenario';
import { locales } from '@/lib/text';

const lab = statementOf(labs.labs[0] as LabWithKey);
const first = createSession(lab).view();

function show(more: Partial<Parameters<typeof Lab>[0]> = {}) {
  const client = openInPage(createSession(lab, { typist: kubectlTypist }));
  render(
    <Lab layout="full" scenario={lab} locale="en" {...{ first, client }} task={<p>the task</p>} {...more} />,
  );
  return { client, figure: screen.getByRole('figure') };
}
const press = (target: Element, key: string, more: object = {}) =>
  fireEvent.keyDown(target, { key, ...more });
const typeLine = async (line: string) => {
  const field = screen.getByRole('log').parentElement?.querySelector('input') as HTMLInputElement;
  await act(async () => {
    fireEvent.change(field, { target: { value: line } });
  });
  await act(async () => press(field, 'Enter'));
};
const pressed = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');

test.each(locales)('the server draws the whole lab in %s, each time the same', (locale) => {
  const draw = () => renderToString(<Lab layout="full" scenario={lab} {...{ locale, first }} />);
  const html = draw();
  expect(draw()).toBe(html);
  expect(html).not.toMatch(/NaN|Infinity|undefined/);
});

test('scene, score, task, objects and kubectl are there together', () => {
  const { figure } = show();
  expect(within(figure).getByRole('slider', { name: 'Time' })).toBeTruthy();
  expect(within(figure).getByText('the task')).toBeTruthy();
  expect(within(figure).getByRole('tablist')).toBeTruthy();
  expect(within(figure).getByRole('log')).toBeTruthy();
});

test('a slash leads to kubectl, Y to the YAML, M to the machine', async () => {
  const { figure } = show();
  expect(pressed('Goals')).toBe('true');
  press(figure, 'y');
  expect(pressed('Objects')).toBe('true');
  expect(screen.getByRole('tab', { name: 'YAML' }).getAttribute('aria-selected')).toBe('true');
  press(figure, 'm');
  expect(screen.getByRole('tab', { name: 'Machine' }).getAttribute('aria-selected')).toBe('true');
  press(figure, '/');
  expect(pressed('kubectl')).toBe('true');
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
});

test('an object that is chosen in the scene is opened beside it', async () => {
  const { figure } = show();
  const pod = within(figure).getAllByRole('button', { name: /^web-2, Pod/ })[0] as HTMLElement;
  pod.focus();
  fireEvent.click(pod);
  press(figure, 'y');
  const panel = () => screen.getByRole('tabpanel').textContent;
  await vi.waitFor(() => expect(panel()).toContain('kind: Pod'), { timeout: 10_000 });
  expect(panel()).toContain('name: web-2');
});

test('F forks; both futures stand in the score, and their letters lead to them', async () => {
  const { figure, client } = show();
  await act(async () => press(figure, 'f'));
  expect(client.shown().view.futures.map(({ name, isHere }) => [name, isHere])).toEqual([
    ['A', false],
    ['B', true],
  ]);
  await act(async () => press(figure, 'a'));
  expect(client.shown().view.futures.find(({ isHere }) => isHere)?.name).toBe('A');
  expect(screen.getAllByRole('button', { name: /B/ }).length).toBeGreaterThan(0);
});

test.each([
  ['Width of the column at the right', 'ArrowLeft', 416],
  ['Width of the column at the right', 'ArrowRight', 384],
  ['Width of the column at the right', 'Home', 300],
  ['Width of the column at the left', 'ArrowRight', 436],
  ['Height of the score', 'ArrowUp', 316],
  ['Height of the score', 'End', 640],
])('the divider "%s" is moved by %s to %i px', (name, key, size) => {
  const { figure, client } = show();
  const before = client.shown().view.nowMs;
  const divider = screen.getByRole('separator', { name });
  press(divider, key);
  expect(divider.getAttribute('aria-valuenow')).toBe(`${size}`);
  expect(client.shown().view.nowMs, 'it does not step').toBe(before);
  expect(figure.getAttribute('style')).toContain(`${size}px`);
});

test('a divider is dragged', () => {
  show();
  const divider = screen.getByRole('separator', { name: 'Width of the column at the right' });
  divider.setPointerCapture = () => undefined;
  fireEvent.pointerDown(divider, { button: 0, clientX: 800 });
  fireEvent.pointerMove(divider, { clientX: 750 });
  fireEvent.pointerUp(divider);
  fireEvent.pointerMove(divider, { clientX: 500 });
  expect(divider.getAttribute('aria-valuenow')).toBe('450');
});

test('a line that only looks does not start the clock; one that does something plays on', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const { client } = show();
  await typeLine('kubectl get pods');
  await vi.waitFor(() => expect(client.shown().view.typed).toHaveLength(1));
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  await typeLine('kubectl delete pod web-2 --wait=false');
  await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy());
  vi.unstubAllGlobals();
});

test('Tab completes from the cluster; Ctrl-C ends a line that waits in the session itself', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const { client } = show();
  const field = screen.getByRole('log').parentElement?.querySelector('input') as HTMLInputElement;
  await act(async () => void fireEvent.change(field, { target: { value: 'kubectl get statefulset w' } }));
  await act(async () => press(field, 'Tab'));
  await vi.waitFor(() => expect(field.value).toBe('kubectl get statefulset web '));
  await typeLine('sleep 50');
  await vi.waitFor(() => expect(client.shown().view.typed).toHaveLength(1));
  await act(async () => press(field, 'c', { ctrlKey: true }));
  await vi.waitFor(() => expect(client.shown().view.typed[0]?.exit).toBe(130));
  expect(screen.getByRole('log').textContent).toContain('^C');
  vi.unstubAllGlobals();
});

test('kubectl edit opens the text in place of the prompt; what is saved is done, what is left is not', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const { client } = show();
  const editor = () => screen.queryByRole('region', { name: /^YAML editor/ });
  await typeLine('kubectl edit statefulset web');
  await vi.waitFor(() => expect(editor()).not.toBeNull());
  expect(screen.queryByRole('log')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Leave as it is' })));
  await vi.waitFor(() => expect(editor()).toBeNull());
  expect(screen.getByRole('log').textContent).toContain('Edit cancelled, no changes made.');
  expect(document.activeElement?.tagName).toBe('INPUT');
  const before = client.shown().view.score.commands.length;
  await typeLine('kubectl edit statefulset web');
  await vi.waitFor(() => expect(editor()).not.toBeNull());
  const text = client.shown().view.typed.at(-1)?.editor?.text ?? '';
  const { id } = client.shown().view.typed.at(-1) ?? { id: 0 };
  await act(async () => void client.tell('edited', id, text.replace('replicas: 3', 'replicas: 4')));
  await vi.waitFor(() => expect(editor()).toBeNull());
  expect(screen.getByRole('log').textContent).toContain('statefulset.apps/web edited');
  expect(client.shown().view.score.commands).toHaveLength(before + 1);
  vi.unstubAllGlobals();
});
