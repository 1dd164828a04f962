// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SelectorBoard } from '@/app/_ui/bench/selector-board';
import { applyLine, manifestOf } from '@/app/_ui/bench/selector-manifest';
import { openInPage } from '@/app/_ui/lab/session-client';
import labs from '@/content/labels-and-selectors/lab';
import { selects } from '@/lib/cluster/selector';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import { tasks } from '@/lib/lab/selector-board';
import type { Locale } from '@/lib/text';

const scenario = labs.scenarios.find(({ id }) => id === 'board');
if (!scenario) throw new Error('lesson 3 has no scenario "board"');

function show(locale: Locale = 'en') {
  const session = createSession(scenario as NonNullable<typeof scenario>, { typist: kubectlTypist });
  const client = openInPage(session);
  const first = session.view();
  render(
    <SelectorBoard
      scenario={scenario as NonNullable<typeof scenario>}
      {...{ first, locale }}
      open={() => client}
      number="3.3"
    />,
  );
  return { client, figure: screen.getByRole('figure') };
}

const field = (name: RegExp) => screen.getByRole('textbox', { name }) as HTMLTextAreaElement;
const write = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const board = () => screen.getByRole('list', { name: 'The Pods and their labels' });
const pod = (name: string) => within(board()).getByRole('button', { name: new RegExp(name) });
const caught = () =>
  within(board())
    .getAllByRole('button')
    .filter((one) => one.dataset.caught !== undefined)
    .map((one) => /[a-z]+-\d/.exec(one.textContent ?? '')?.[0]);
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));

test('one condition in three forms selects the same Pods, and all three objects can carry it', () => {
  const { figure } = show();
  expect(figure.textContent).toContain('app=apache,version=v1 selects 4 of 12 Pods.');
  expect(figure.textContent?.match(/4 of 12 · RC, Service, RS/g)).toHaveLength(3);
  expect(figure.textContent?.match(/the same Pods/g)).toHaveLength(2);
  expect(caught()).toEqual(['apache-1', 'apache-2', 'apache-3', 'apache-4']);
});

test('a capital letter selects nothing, and it is said which letters there are', async () => {
  const { figure } = show();
  write(/A map/, 'app: Apache\n');
  await waitFor(() => expect(figure.textContent).toContain('app=Apache selects 0 of 12 Pods.'));
  expect(figure.textContent).toContain('Some have app=apache: letters are compared one by one.');
  expect(caught()).toEqual([]);
});

test('NotIn also selects Pods without the key, and only a ReplicaSet can carry it', async () => {
  const { figure } = show();
  write(/matchExpressions/, 'matchExpressions:\n  - {key: track, operator: NotIn, values: [canary]}\n');
  await waitFor(() => expect(figure.textContent).toContain('track notin (canary) selects 9 of 12 Pods.'));
  expect(figure.textContent).toContain('9 of the selected Pods have no label track at all.');
  expect(figure.textContent).toContain('A map cannot say what track must not be.');
  expect(caught()).toContain('bare-1');
});

test.each([
  ['matchExpressions:\n  - {key: app, operator: In}\n', 'In needs values.'],
  ['matchExpressions:\n  - {key: app, operator: Equals, values: [a]}\n', 'Equals is no operator.'],
  ['matchExpressions: [\n', 'This is not YAML:'],
  ['', 'It asks for nothing.'],
])('%j is no selector, and it is said why', async (text, said) => {
  const { figure } = show();
  write(/matchExpressions/, text);
  await waitFor(() => expect(figure.textContent).toContain('This text is no selector yet.'));
  expect(figure.textContent).toContain(said);
  expect(caught()).toEqual([]);
});

test('a set that is asked for is marked, and it is told how far the selector is from it', async () => {
  const { figure } = show();
  choose('3');
  expect(figure.textContent).toContain('catches all 3 that are wanted, and 1 too many.');
  expect(within(board()).getAllByText('wanted')).toHaveLength(3);
  write(
    /matchExpressions/,
    'matchLabels: {app: apache, version: v1}\nmatchExpressions:\n  - {key: track, operator: DoesNotExist}\n',
  );
  await waitFor(() => expect(figure.textContent).toContain('catches exactly the 3 Pods that are wanted.'));
});

test('what is applied is answered in the words of kubectl and of the API server, and the cluster goes on', async () => {
  const { client, figure } = show();
  fireEvent.focus(field(/matchLabels/));
  press('Apply ReplicaSet mine');
  await waitFor(() => expect(figure.textContent).toContain('replicaset.apps/mine created'));
  act(() => client.tell('seek', 12_000));
  await waitFor(() => expect(figure.textContent).toContain('ReplicaSet mine wants 3, has 3'));
  expect(within(board()).getAllByRole('button')).toHaveLength(11);
  expect(pod('apache-1').textContent).toContain('of mine');

  write(/matchLabels/, 'matchLabels:\n  app: apache\n');
  press('Apply ReplicaSet mine');
  await waitFor(() => expect(figure.textContent).toContain('field is immutable'));
  write(/matchLabels/, 'matchLabels:\n  app: nginx\n');
  choose('Service');
  press('Apply Service mine');
  await waitFor(() => expect(figure.textContent).toContain('cannot unmarshal object into Go struct field'));
});

test('a selector that does not match its template is refused', async () => {
  const { figure } = show();
  fireEvent.focus(field(/matchLabels/));
  fireEvent.change(screen.getByRole('textbox', { name: 'Labels of its template' }), {
    target: { value: 'app=nginx' },
  });
  press('Apply ReplicaSet mine');
  await waitFor(() => expect(figure.textContent).toContain('`selector` does not match template `labels`'));
});

test('a Pod that is relabelled leaves its owner, and another takes its place', async () => {
  const { client } = show();
  fireEvent.click(pod('nginx-1'));
  expect(pod('nginx-1').textContent).toContain('of nginx');
  fireEvent.change(screen.getByRole('textbox', { name: 'Labels of nginx-1' }), {
    target: { value: 'app=nginx,version=debug' },
  });
  press('Relabel nginx-1');
  act(() => client.tell('seek', 12_000));
  await waitFor(() => expect(within(board()).getAllByRole('button')).toHaveLength(13));
  expect(pod('nginx-1').textContent).toContain('no owner');
  expect(pod('nginx-1').textContent).toContain('version=debug');
});

test('labels that the API server refuses are told of at the Pods', async () => {
  show();
  fireEvent.click(pod('bare-1'));
  fireEvent.change(screen.getByRole('textbox', { name: 'Labels of bare-1' }), {
    target: { value: 'app=two_' },
  });
  press('Relabel bare-1');
  expect((await screen.findByRole('alert')).textContent).toContain('metadata.labels');
});

test('in Chinese it says the same', () => {
  const { figure } = show('zh');
  expect(figure.textContent).toContain('app=apache,version=v1 选中了 12 个 Pod 里的 4 个。');
});

test('a selector is known for each set that the board asks for', () => {
  const known = [
    { matchLabels: { app: 'apache', version: 'v1' } },
    { matchExpressions: [{ key: 'app', operator: 'In', values: ['apache', 'nginx'] }] },
    {
      matchLabels: { app: 'apache', version: 'v1' },
      matchExpressions: [{ key: 'track', operator: 'NotIn', values: ['canary'] }],
    },
    { matchLabels: { track: 'canary' } },
    { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
  ] as const;
  const { pods } = createSession(scenario as NonNullable<typeof scenario>).view();
  expect(tasks.map((names) => [...names].sort())).toEqual(
    known.map((selector) =>
      pods
        .filter(({ labels }) => selects(selector, labels))
        .map(({ name }) => name)
        .sort(),
    ),
  );
});

test('a manifest takes the selector as it is written, and the shell takes it in quotes', () => {
  const text = manifestOf('ReplicaSet', "matchLabels:\n  app: 'yes'\n", { app: 'yes', n: '1' });
  expect(parse(text).spec.selector).toEqual({ matchLabels: { app: 'yes' } });
  expect(parse(text).spec.template.metadata.labels).toEqual({ app: 'yes', n: '1' });
  expect(parse(manifestOf('Service', '', {})).spec.selector).toEqual({});
  expect(parse(manifestOf('ReplicationController', 'a: b', {})).spec.template.metadata).toEqual({});
  expect(applyLine("a: 'b'\n")).toBe("echo 'a: '\\''b'\\''' > mine.yaml && kubectl apply -f mine.yaml");
});
