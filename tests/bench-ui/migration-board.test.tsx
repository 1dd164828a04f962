// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MigrationBoard } from '@/app/_ui/bench/migration-board';
import { openInPage } from '@/app/_ui/lab/session-client';
import labs from '@/content/capstone-lvs-squid-apache-mysql/lab';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import { locales } from '@/lib/text';

const scenario = labs.scenarios.find(({ id }) => id === 'board');
if (!scenario) throw new Error('lesson 14 has no scenario "board"');
const share = {
  title: scenario.caption,
  path: '/lab/board',
  widget: { lesson: 'capstone-lvs-squid-apache-mysql', lab: 'board' },
};

function show() {
  const session = createSession(scenario as NonNullable<typeof scenario>, { typist: kubectlTypist });
  const client = openInPage(session);
  const first = session.view();
  render(
    <MigrationBoard
      scenario={scenario as NonNullable<typeof scenario>}
      locale="en"
      number="14.7"
      {...{ first, share }}
      open={() => client}
    />,
  );
  const row = (name: RegExp) => within(screen.getByRole('group', { name }));
  return {
    client,
    row,
    put: (name: RegExp, place: string) => fireEvent.click(row(name).getByRole('radio', { name: place })),
    choose: (name: RegExp, label: string, value: string) =>
      fireEvent.change(row(name).getByRole('combobox', { name: label }), { target: { value } }),
    applyAll: () => fireEvent.click(screen.getByRole('button', { name: /^Apply all/ })),
    warnings: () => within(screen.getByText('What will go wrong').parentElement as HTMLElement),
    marks: () => screen.getByRole('region', { name: 'Marks of this run' }).textContent ?? '',
  };
}

test('the board opens with the notes’ plan and says what will go wrong with it', () => {
  const { row, warnings, marks } = show();
  expect(row(/^MySQL/).getByRole<HTMLInputElement>('radio', { name: 'A Pod' }).checked).toBe(true);
  expect(warnings().getAllByRole('listitem')).toHaveLength(3);
  expect(warnings().getByText(/^MySQL is a bare Pod\./)).toBeTruthy();
  expect(marks()).toContain('Nothing is applied yet.');
});

test('a place, a Service and a disk change the manifests and what is told', () => {
  const { put, choose, warnings } = show();
  put(/^MySQL/, 'StatefulSet');
  choose(/^MySQL/, 'Data', 'claim');
  choose(/^Squid/, 'Service', 'nodeport');
  expect(warnings().queryAllByRole('listitem')).toEqual([]);
  const text = screen.getByText(/kind: StatefulSet/).textContent ?? '';
  expect(text).toContain('volumeClaimTemplates:');
  expect(text).toContain('nodePort: 30080');
  put(/^Squid/, 'One StatefulSet for all');
  expect(warnings().getByText(/^Squid shares a template\./)).toBeTruthy();
});

test('a card that is dropped on another place of its machine lies there, and on one of another machine it does not', () => {
  const { row } = show();
  const place = (name: RegExp, of: string) => row(name).getByRole<HTMLInputElement>('radio', { name: of });
  const dataTransfer = { types: ['text/x-podium-mysql'], getData: () => 'mysql', setData: () => undefined };
  const drop = (on: HTMLInputElement) => fireEvent.drop(on.closest('label') as Element, { dataTransfer });
  drop(place(/^Apache/, 'StatefulSet'));
  expect(place(/^Apache/, 'Deployment').checked).toBe(true);
  drop(place(/^MySQL/, 'StatefulSet'));
  expect(place(/^MySQL/, 'StatefulSet').checked).toBe(true);
});

test('all is applied to the cluster, a fault is done to it, and the marks say which moment cost what', async () => {
  const { client, put, choose, applyAll, marks } = show();
  put(/^MySQL/, 'StatefulSet');
  choose(/^MySQL/, 'Data', 'claim');
  choose(/^Squid/, 'Service', 'nodeport');
  applyAll();
  await waitFor(() => expect(client.shown().view.workloads.length).toBeGreaterThan(0));
  act(() => client.tell('seek', 40_000));
  await waitFor(() => expect(marks()).toContain('A page with rows for 100 % of the time since 10.7 s'));
  fireEvent.click(screen.getByRole('button', { name: 'Delete MySQL' }));
  act(() => client.tell('seek', 60_000));
  await waitFor(() => expect(marks()).toMatch(/since 10\.7 s40\.1 s to 4\d\.\d s/));
  expect(marks()).toContain('The old rows are there');
  expect(marks()).toContain('Nothing that nobody needs');
});

test.each(locales)('the server draws it, each time the same: %s', (locale) => {
  const draw = () => {
    const session = createSession(scenario as NonNullable<typeof scenario>);
    const first = session.view();
    return renderToString(
      <MigrationBoard
        scenario={scenario as NonNullable<typeof scenario>}
        number="14.7"
        {...{ first, share, locale }}
      />,
    );
  };
  expect(draw()).toBe(draw());
  expect(draw()).toContain('14.7');
});
