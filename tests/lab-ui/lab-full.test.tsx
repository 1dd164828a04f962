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

const plain = { ...lab, hands: lab.hands.filter((hand) => hand !== 'kubectl') };

test('without the hand kubectl there is neither a prompt nor an editor', () => {
  const { figure } = show({ scenario: plain });
  expect(screen.queryByRole('log')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Write YAML' })).toBeNull();
  press(figure, '/');
  expect(pressed('Goals')).toBe('true');
});

const editorField = () =>
  screen.getByRole('region', { name: /^YAML editor/ }).querySelector('textarea') as HTMLTextAreaElement;

test('YAML is written beside the scene: what is refused stands there, what is taken is applied', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const { client } = show();
  expect(screen.queryByRole('region', { name: /^YAML editor/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Write YAML' }));
  const before = client.shown().view.score.commands.length;
  const apply = async (text: string) => {
    fireEvent.change(editorField(), { target: { value: text } });
    await act(async () => press(editorField(), 'Enter', { ctrlKey: true }));
  };
  await apply('kind: Service');
  await vi.waitFor(() => expect(screen.getByText('The API server refused 1 thing')).toBeTruthy());
  expect(client.shown().view.score.commands).toHaveLength(before);
  await apply('apiVersion: v1\nkind: Service\nmetadata:\n  name: front\nspec:\n  ports:\n    - port: 80\n');
  await vi.waitFor(() => expect(client.shown().view.score.commands).toHaveLength(before + 1));
  expect(client.shown().view.services.map(({ name }) => name)).toContain('front');
  vi.unstubAllGlobals();
});

test('Edit lays an object’s YAML into the editor, again when it was changed there', async () => {
  const { figure } = show();
  const pod = within(figure).getAllByRole('button', { name: /^web-2, Pod/ })[0] as HTMLElement;
  pod.focus();
  fireEvent.click(pod);
  press(figure, 'y');
  const button = () => screen.findByRole('button', { name: 'Edit' }, { timeout: 10_000 });
  const edit = async () => fireEvent.click(await button());
  await edit();
  expect(pressed('Write YAML')).toBe('true');
  const given = editorField().value;
  expect(given).toContain('name: web-2');
  expect(document.activeElement).toBe(editorField());
  fireEvent.change(editorField(), { target: { value: 'kind: Pod' } });
  press(figure, 'y');
  await edit();
  expect(editorField().value).toBe(given);
});

test('Delete on a Pod leads to the hand that deletes it, on anything else to what can be done to it', async () => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => {
    queueMicrotask(then);
    return 0;
  });
  const { figure } = show();
  const of = (name: RegExp) => within(figure).getAllByRole('button', { name })[0] as HTMLElement;
  await act(async () => void press(of(/^web-2, Pod/), 'Delete'));
  expect(document.activeElement?.textContent).toBe('Delete web-2');
  await act(async () => void press(of(/^node-1, /), 'Delete'));
  expect(pressed('Objects')).toBe('true');
  expect(document.activeElement?.textContent).toBe('Cordon node-1');
  vi.unstubAllGlobals();
});

test('of several futures the score opens higher, unless the reader has set its height', async () => {
  const { figure } = show();
  const height = () => screen.getByRole('separator', { name: 'Height of the score' });
  expect(height().getAttribute('aria-valuenow')).toBe('300');
  await act(async () => press(figure, 'f'));
  expect(height().getAttribute('aria-valuenow')).toBe('428');
  press(height(), 'ArrowUp');
  expect(height().getAttribute('aria-valuenow')).toBe('444');
});
