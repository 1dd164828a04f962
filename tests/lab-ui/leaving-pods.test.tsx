// @vitest-environment happy-dom
import { render, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Scene } from '@/app/_ui/cluster/scene';
import { labWords } from '@/app/_ui/lab/words';
import type { LabView, PodView } from '@/lib/lab/view';
import { many } from './fixtures';

const scene = (view: LabView) => <Scene view={view} width={604} words={labWords.en} />;
const drawn = (container: Element) => container.querySelectorAll('svg [class*=grow]').length;
const withPods = (view: LabView, change: (pod: PodView) => PodView): LabView => ({
  ...view,
  pods: view.pods.map(change),
});

test('a Pod that changes its node dissolves in one row while it grows in the other', async () => {
  const view = many(3);
  const { container, rerender } = render(scene(view));
  expect(drawn(container)).toBe(3);
  const other = view.nodes.find(({ name }) => name !== view.pods[0]!.node)!.name;
  rerender(scene(withPods(view, (pod) => (pod.ordinal === 0 ? { ...pod, node: other } : pod))));
  expect(drawn(container)).toBe(4);
  await waitFor(() => expect(drawn(container)).toBe(3));
});

test('a Pod that is gone dissolves', async () => {
  const view = many(3);
  const { container, rerender } = render(scene(view));
  rerender(scene({ ...view, pods: view.pods.slice(0, 2) }));
  expect(drawn(container)).toBe(3);
  await waitFor(() => expect(drawn(container)).toBe(2));
});

test('a Pod that stays on its node is one mark, whatever becomes of it', () => {
  const view = many(3);
  const { container, rerender } = render(scene(view));
  rerender(scene(withPods(view, (pod) => ({ ...pod, state: 'terminating', graceUsed: 0.5 }))));
  expect(drawn(container)).toBe(3);
});

test('cells come and go in one step', () => {
  const { container, rerender } = render(scene(many(200)));
  rerender(scene({ ...many(200), pods: many(200).pods.slice(0, 100) }));
  expect(drawn(container)).toBe(100);
});
