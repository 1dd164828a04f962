// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Scene } from '@/app/_ui/cluster/scene';
import { labWords } from '@/app/_ui/lab/words';
import type { LabView } from '@/lib/lab/view';
import { steady } from './fixtures';
import { crowd, deployment, mixed, node } from './scene-views';

function show(view: LabView, selected?: string, locale: 'en' | 'zh' = 'en') {
  const onSelect = vi.fn();
  const onDelete = vi.fn();
  const of = (now: LabView) => (
    <Scene view={now} width={604} words={labWords[locale]} {...{ selected, onSelect, onDelete }} />
  );
  const { container, rerender } = render(of(view));
  return { container, onSelect, onDelete, show: (now: LabView) => rerender(of(now)) };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.getAttribute('data-key');
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });

test.each([
  [/^web-1-a, Pod on node-1/, 'Pod/default/web-1-a'],
  [/^Deployment web, wants 3, has 3/, deployment],
  [/^node-2, node/, 'Node//node-2'],
  [/^Service web, 2 of 3/, 'Service/default/web'],
  [/^data-db-0, claim/, 'PersistentVolumeClaim/default/data-db-0'],
])('a click on %s selects its object', (name, key) => {
  const { onSelect } = show(mixed);
  fireEvent.click(button(name));
  expect(onSelect.mock.calls).toEqual([[key]]);
});

test.each([
  [/^node-2, node/, 'Node//node-2'],
  [/^Service web/, 'Service/default/web'],
  [/^data-web-1, /, 'PersistentVolumeClaim/default/data-web-1'],
])('in the picture of one set %s can be selected, too', (name, key) => {
  const { onSelect } = show(steady);
  fireEvent.click(button(name));
  expect(onSelect.mock.calls).toEqual([[key]]);
});

test('what is selected has four corners, and a second click lets it go', () => {
  const { container, onSelect } = show(mixed, 'Node//node-1');
  expect(container.querySelectorAll('[class*=corners]')).toHaveLength(1);
  expect(button(/^node-1/).getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(button(/^node-1/));
  expect(onSelect.mock.calls).toEqual([[undefined]]);
});

test('a bare name selects the Pod of that name', () => {
  show(mixed, 'client');
  expect(button(/^client, Pod/).getAttribute('aria-pressed')).toBe('true');
});

test('Delete asks for the object that has the focus', () => {
  const { onDelete } = show(mixed);
  button(/^StatefulSet db/).focus();
  press('Delete');
  expect(onDelete.mock.calls).toEqual([['StatefulSet/default/db']]);
});

test('one object is in the tab order, the one that was visited last', () => {
  const { container } = show(mixed);
  const inOrder = () => [...container.querySelectorAll('button')].filter((one) => one.tabIndex === 0);
  expect(inOrder()).toHaveLength(1);
  act(() => button(/^node-3/).focus());
  expect(inOrder().map((one) => one.dataset.key)).toEqual(['Node//node-3']);
});

test('from 120 Pods on they are on a canvas; fewer are drawings with a button each', () => {
  const parts = (count: number) => {
    const { container } = show(crowd(count, 10));
    return [!!container.querySelector('canvas'), container.querySelectorAll('button[data-pod]').length];
  };
  expect(parts(119)).toEqual([false, 119]);
  expect(parts(120)).toEqual([true, 1]);
});

test('of a thousand cells on the canvas one button stands for the current one, and arrows lead on', async () => {
  const { container, onSelect } = show(crowd(1000));
  expect(container.querySelector('canvas')).toBeTruthy();
  expect(container.querySelectorAll('svg [class*=grow]')).toHaveLength(0);
  expect(container.querySelectorAll('button[data-pod]')).toHaveLength(1);
  expect(container.querySelectorAll('*').length).toBeLessThan(400);
  container.querySelector<HTMLElement>('button[data-pod]')!.focus();
  expect(focused()).toBe('Pod/default/web-1-0');
  press('ArrowRight');
  await waitFor(() => expect(focused()).toBe('Pod/default/web-1-20'));
  fireEvent.click(document.activeElement!);
  expect(onSelect.mock.calls).toEqual([['Pod/default/web-1-20']]);
});

test('a cell that has the focus shows its full mark and words', () => {
  const { container } = show(crowd(100, 10));
  expect(container.querySelector('[class*=lens]')).toBeNull();
  fireEvent.focus(button(/^web-1-7, /));
  expect(container.querySelector('[class*=lens]')?.textContent).toContain('web-1-7');
  fireEvent.blur(button(/^web-1-7, /));
  expect(container.querySelector('[class*=lens]')).toBeNull();
});

test('a still draws all cells, without a canvas or buttons', () => {
  const { container } = render(<Scene view={crowd(400)} width={604} words={labWords.en} />);
  expect(container.querySelector('canvas')).toBeNull();
  expect(container.querySelectorAll('svg [class*=grow]')).toHaveLength(400);
  expect(container.querySelectorAll('button')).toHaveLength(0);
});

test('a Pod keeps its place on the screen when one before it goes', () => {
  const { show: next } = show(mixed);
  const left = () => button(/^web-1-c, /).style.left;
  const before = left();
  next({ ...mixed, pods: mixed.pods.filter(({ name }) => name !== 'web-1-b') });
  expect(left()).toBe(before);
});

test('nodes say what is wrong with them: NotReady, cordoned, tainted, silent', () => {
  const nodes = [
    node(1, { ready: false }),
    node(2, { cordoned: true, taints: [{ key: 'gpu', effect: 'NoSchedule' }] }),
    node(3, { isSilent: true }),
  ];
  const { container } = show({ ...mixed, nodes });
  const text = container.querySelector('svg')!.textContent;
  for (const word of ['NotReady', 'cordoned', 'gpu', 'silent']) expect(text).toContain(word);
  expect(button(/^node-2, .*taint gpu:NoSchedule/)).toBeTruthy();
  expect(button(/^node-3, .*silent, and the cluster has not noticed/)).toBeTruthy();
});

test('steps say what is wanted and what is there, in both languages', () => {
  const lacking = {
    ...mixed,
    workloads: mixed.workloads.map((one) => ({ ...one, wants: 4, state: 'scaling' })),
  };
  expect(show(lacking).container.querySelector('svg')!.textContent).toContain('wants 4, has 3scaling');
  expect(show(lacking, undefined, 'zh').container.querySelector('svg')!.textContent).toContain(
    '期望 4，现有 3',
  );
});

test('a mark that changes gets the ring of readers without movement, one that only came does not', () => {
  const { container, show: next } = show(mixed);
  expect(container.querySelectorAll('[class*=changed]')).toHaveLength(0);
  next({
    ...mixed,
    pods: mixed.pods.map((pod) => (pod.name === 'client' ? { ...pod, state: 'crashLoop' as const } : pod)),
  });
  expect(container.querySelectorAll('[class*=changed]')).toHaveLength(1);
});

test('a Pod that comes while the scene is there gets the ring, too', () => {
  const { container, show: next } = show({ ...mixed, pods: mixed.pods.slice(1) });
  next(mixed);
  expect(container.querySelectorAll('[class*=changed]')).toHaveLength(1);
});

test('in a grid a silent node says so, and a taint where its Pods leave room', () => {
  const nodes = [
    node(1, { isSilent: true }),
    node(2, { taints: [{ key: 'gpu', effect: 'NoSchedule' }] }),
    ...Array.from({ length: 10 }, (_, at) => node(at + 3)),
  ];
  const { container } = show({ ...crowd(70, 12), nodes });
  const text = container.querySelector('svg')!.textContent;
  expect(text).toContain('silent');
  expect(text).toContain('gpu');
});
