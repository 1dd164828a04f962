// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { sceneWords } from '@/app/_ui/cluster/scene-words';
import { type OutlineItem, outlineOf } from '@/app/_ui/lab/outline';
import { OutlineTree } from '@/app/_ui/lab/outline-tree';
import { nodeLabel, outlineWords, podLabel, workloadLabel } from '@/app/_ui/lab/outline-words';
import { labWords } from '@/app/_ui/lab/words';
import type { LabView } from '@/lib/lab/view';
import { steady } from './fixtures';
import { crowd, deployment, mixed, node, workload } from './scene-views';

function show(view: LabView, shown = true) {
  const onSelect = vi.fn();
  render(<OutlineTree view={view} words={labWords.en} {...{ shown, onSelect }} />);
  return { onSelect };
}
const item = (name: string | RegExp) => screen.getByRole('treeitem', { name });
const labels = () => screen.getAllByRole('treeitem').map((one) => one.getAttribute('aria-label'));
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
const depths = (
  items: readonly OutlineItem[],
  depth = 0,
): readonly (readonly [number, string | undefined])[] =>
  items.flatMap((one) => [[depth, one.key] as const, ...depths(one.items, depth + 1)]);

test('the cluster goes to its nodes, a node to its Pods; then workloads by ownership, Services, claims', () => {
  const hpa = workload('HorizontalPodAutoscaler/default/web', { scales: deployment });
  const tree = depths(outlineOf({ ...mixed, workloads: [hpa, ...mixed.workloads] }, labWords.en));
  expect(tree.filter(([, key]) => key !== undefined)).toEqual([
    [1, 'Node//node-1'],
    [2, 'Pod/default/web-1-a'],
    [2, 'Pod/default/db-1'],
    [1, 'Node//node-2'],
    [2, 'Pod/default/web-1-b'],
    [2, 'Pod/default/web-1-c'],
    [1, 'Node//node-3'],
    [2, 'Pod/default/db-0'],
    [2, 'Pod/default/client'],
    [1, hpa.key],
    [2, deployment],
    [3, 'ReplicaSet/default/web-1'],
    [1, 'StatefulSet/default/db'],
    [0, 'Service/default/web'],
    [0, 'PersistentVolumeClaim/default/data-db-0'],
    [0, 'PersistentVolumeClaim/default/data-db-1'],
  ]);
});

test('each object has its label', () => {
  show(mixed);
  expect(labels()).toEqual(
    expect.arrayContaining([
      'Cluster, 3 nodes, 6 Pods',
      'node-1, node, 4 CPU, 8 GiB, Ready, 2 Pods',
      'web-1-c, Pod on node-2, Running, not Ready, revision 1 of 1',
      'Deployment web, wants 3, has 3, 3 Ready',
      'ReplicaSet web-1, wants 3, has 3, 3 Ready, revision 1',
      'Service web, 2 of 3 selected Pods are endpoints',
      'data-db-0, claim, Bound, 1Gi, mounted',
    ]),
  );
});

test('whose starts are slow says so, and so does each Pod under it', () => {
  const [pod] = mixed.pods;
  if (!pod) throw new Error('the cluster has no Pod');
  const slow = { ...pod, slowStartMs: 30_000 };
  expect(podLabel(labWords.en, slow)).toMatch(/, each start 30 s slower$/);
  expect(podLabel(labWords.zh, slow)).toMatch(/，每次启动都慢 30 秒$/);
  const set = workload('StatefulSet/default/db', { slowStartMs: 10_000 });
  expect(workloadLabel(labWords.en, set)).toMatch(/, each start 10 s slower$/);
  expect(workloadLabel(labWords.en, workload(set.key))).not.toContain('start');
});

test('both languages say the same of a node', () => {
  const one = node(1, {
    ready: false,
    cordoned: true,
    taints: [{ key: 'gpu', effect: 'NoExecute' }],
    requested: { cpu: 0.25, memory: 0.126 },
  });
  expect(nodeLabel(labWords.en, one, 3)).toBe(
    'node-1, node, 4 CPU, 8 GiB, NotReady, cordoned, taint gpu:NoExecute, requested: CPU 25 %, memory 13 %, 3 Pods',
  );
  expect(nodeLabel(labWords.zh, one, 3)).toBe(
    'node-1，节点，4 CPU, 8 GiB，NotReady，已隔离，污点 gpu:NoExecute，已请求 CPU 25%、内存 13%，3 个 Pod',
  );
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [en, zh] of [
    [outlineWords.en, outlineWords.zh],
    [sceneWords.en, sceneWords.zh],
  ] as const)
    for (const [name, text] of Object.entries(en))
      expect(places(zh[name as never]), name).toEqual(places(text));
});

test('up and down move over what is open, Enter and a click select', () => {
  const { onSelect } = show(mixed);
  item(/^Cluster/).focus();
  press('ArrowDown');
  press('ArrowDown');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^web-1-a, /);
  press('Enter');
  fireEvent.click(item(/^Deployment web/));
  expect(onSelect.mock.calls).toEqual([['Pod/default/web-1-a'], [deployment]]);
});

test('left folds an item and goes out of it, right opens it and goes in', () => {
  show(mixed);
  item(/^Cluster/).focus();
  press('ArrowDown');
  press('ArrowLeft');
  expect(item(/^node-1/).getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('treeitem', { name: /^web-1-a, / })).toBeNull();
  press('ArrowRight');
  expect(item(/^web-1-a, /)).toBeTruthy();
  press('ArrowRight');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^web-1-a, /);
  press('ArrowLeft');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^node-1/);
});

test('of 1,000 Pods only those of an opened node are in the page', () => {
  show(crowd(1000));
  expect(labels().length).toBeLessThan(40);
  item(/^node-3, /).focus();
  fireEvent.click(item(/^node-3, /));
  expect(labels().filter((label) => label?.includes('Pod on node-3'))).toHaveLength(50);
});

test('for screen readers alone nothing is in the tab order, and a click opens', () => {
  show(crowd(100), false);
  expect(screen.getAllByRole('treeitem').every(({ tabIndex }) => tabIndex === -1)).toBe(true);
  fireEvent.click(item(/^node-3, /));
  expect(labels().filter((label) => label?.includes('Pod on node-3'))).toHaveLength(5);
});

test('of one set the set comes first, with its Pods in order', () => {
  show(steady);
  expect(labels().slice(0, 2)).toEqual([
    'StatefulSet web, 3 of 3 Ready, OrderedReady, db:v1',
    'web-0, Pod on node-1, Running, Ready, revision 1 of 1',
  ]);
});
