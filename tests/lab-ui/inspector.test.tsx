// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { BreakMenu } from '@/app/_ui/lab/break-menu';
import { Inspector, type InspectorProps } from '@/app/_ui/lab/inspector';
import { InspectorEvents } from '@/app/_ui/lab/inspector-events';
import { inspectorWords } from '@/app/_ui/lab/inspector-words';
import { foldedRows, type Listed, type ObjectRow, podWords, rowsOf } from '@/app/_ui/lab/object-rows';
import { labWords } from '@/app/_ui/lab/words';
import { examples } from '@/app/_ui/manifest/examples';
import { createSession } from '@/lib/lab/create-session';
import { handsFor } from '@/lib/lab/hands';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import type { Scenario } from '@/lib/lab/scenario';

const scenario: Scenario = {
  id: 'inspected',
  caption: { en: 'Three nodes', zh: '三个节点' },
  seed: 7,
  nodes: ['node-1', 'node-2', 'node-3'],
  commands: [],
  openAtMs: 0,
  pauseAtMs: 60_000,
  hands: [],
};
const textOf = (kind: string) => examples.find((example) => example.kind === kind)?.text ?? '';

/** A Deployment and a StatefulSet with their Services, 20 s old. */
function opened() {
  const session = createSession(scenario, { typist: kubectlTypist });
  session.applyText(textOf('Deployment'));
  session.applyText(textOf('Service'));
  session.applyText(textOf('StatefulSet'));
  session.seek(20_000);
  return session;
}
const db0 = 'Pod/default/db-0';
const words = labWords.en;

function show(more: Partial<InspectorProps> = {}, session = opened()) {
  const on = { onTab: vi.fn(), onSeek: vi.fn(), onSelect: vi.fn(), onEdit: vi.fn() };
  const selected = 'selected' in more ? more.selected : db0;
  render(
    <Inspector
      view={session.view()}
      selected={selected}
      object={selected === undefined ? undefined : session.inspect(selected)}
      tab="objects"
      words={words}
      {...on}
      {...more}
    />,
  );
  return { ...on, session };
}
const rowNames = () =>
  within(screen.getByRole('list', { name: 'Objects of the cluster' }))
    .getAllByRole('button')
    .map((row) => row.textContent);

describe('the list of objects', () => {
  test('each owner stands above what it owns; then claims, Services and nodes', () => {
    show();
    const names = rowNames();
    expect(names[0]).toBe('Deploymentshop3/3 ready');
    expect(names[1]).toMatch(/^ReplicaSetshop-\w+3\/3 ready$/);
    expect(names.slice(2, 5).every((name) => /^Podshop-\w+-\w+1\/1 Running$/.test(name ?? ''))).toBe(true);
    expect(names.slice(5, 9)).toEqual([
      'StatefulSetdb3/3 ready',
      'Poddb-01/1 Running',
      'Poddb-11/1 Running',
      'Poddb-21/1 Running',
    ]);
    expect(names.slice(9)).toEqual([
      ...[0, 1, 2].map((n) => `PVCdata-db-${n}Bound`),
      'Serviceshop3 endpoints',
      'Servicedb3 endpoints',
      ...[1, 2, 3].map((n) => `Nodenode-${n}Ready`),
    ]);
  });

  test('every row opens an object that the session knows', () => {
    const session = opened();
    for (const { key } of rowsOf(session.view(), inspectorWords.en))
      expect(session.inspect(key)?.key).toBe(key);
  });

  test('a row is chosen by a press; the chosen one is marked and is where Tab comes to', () => {
    const { onSelect } = show();
    fireEvent.click(screen.getByRole('button', { name: /^StatefulSet ?db/ }));
    expect(onSelect).toHaveBeenCalledWith('StatefulSet/default/db');
    const marked = document.querySelectorAll('[aria-current]');
    expect([...marked].map((row) => (row as HTMLElement).dataset.key)).toEqual([db0]);
    expect(document.querySelectorAll('li [tabindex="0"]')).toHaveLength(1);
  });

  test('arrows, Home and End walk over the rows and stay within them', () => {
    show();
    const rows = within(screen.getByRole('list', { name: 'Objects of the cluster' })).getAllByRole('button');
    const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
    rows[0]?.focus();
    press('ArrowUp');
    expect(document.activeElement).toBe(rows[0]);
    press('ArrowDown');
    expect(document.activeElement).toBe(rows[1]);
    press('End');
    expect(document.activeElement).toBe(rows.at(-1));
  });

  test('an empty cluster says what to do', () => {
    show({ selected: undefined }, createSession(scenario, { typist: kubectlTypist }));
    expect(screen.getByText(/Apply a manifest or write kubectl create/)).toBeTruthy();
  });
});

describe('long groups', () => {
  const row = (n: number, group = 'Pod web'): ObjectRow => ({
    key: `${group} ${n}`,
    kind: 'Pod',
    name: `web-${n}`,
    what: '',
    depth: 1,
    group,
  });
  const many = [...Array.from({ length: 40 }, (_, n) => row(n)), row(1, 'Node')];
  const outline = (opened: readonly string[], selected?: string) =>
    foldedRows(many, new Set(opened), selected).map((one) => ('row' in one ? one.row.key : `+${one.count}`));

  test('only the first six are listed, and the others are counted', () => {
    expect(outline([])).toEqual([...[0, 1, 2, 3, 4, 5].map((n) => `Pod web ${n}`), '+34', 'Node 1']);
  });
  test('the chosen one is listed even so', () => {
    expect(outline([], 'Pod web 30')).toContain('Pod web 30');
    expect(outline([], 'Pod web 39').slice(-3)).toEqual(['Pod web 39', '+33', 'Node 1']);
  });
  test('an opened group is listed whole and can be closed', () => {
    expect(outline(['Pod web'])).toHaveLength(42);
    expect(outline(['Pod web']).slice(-2)).toEqual(['+0', 'Node 1']);
  });
  test('a thousand Pods of one owner take few rows', () => {
    const view: Listed = { pods: [], workloads: [], claims: [], services: [], nodes: [] };
    const pods = Array.from({ length: 1_000 }, (_, n) => ({
      key: `Pod/default/web-${n}`,
      name: `web-${n}`,
      uid: `${n}`,
      state: 'ready' as const,
      readyColumn: '1/1',
      statusColumn: 'Running',
      restarts: 0,
      revision: 1,
      image: 'web:v1',
      sinceMs: 0,
    }));
    expect(foldedRows(rowsOf({ ...view, pods }, inspectorWords.en), new Set(), undefined)).toHaveLength(7);
  });
});

describe('the object that is chosen', () => {
  test('it is named with its state, and its chain of causes leads to moments, down to a command', () => {
    const { onSeek, session } = show();
    expect(screen.getByRole('heading').textContent).toContain('Pod db-0');
    expect(screen.getByText(/^1\/1 Running, on node-\d$/)).toBeTruthy();
    const chain = screen.getByRole('region', { name: 'From the fact down to a command' });
    const links = within(chain).getAllByRole('listitem');
    expect(links.at(-1)?.textContent).toContain('You: ');
    const why = session.inspect(db0)?.why ?? [];
    const last = within(links.at(-1) as HTMLElement).getByRole('button');
    fireEvent.click(last);
    expect(onSeek).toHaveBeenCalledWith(why.at(-1)?.atMs);
  });

  test('tabs are chosen by a press and by arrows', () => {
    const { onTab } = show();
    fireEvent.click(screen.getByRole('tab', { name: 'YAML' }));
    expect(onTab).toHaveBeenLastCalledWith('yaml');
    fireEvent.keyDown(screen.getByRole('tab', { name: 'Objects' }), { key: 'ArrowLeft' });
    expect(onTab).toHaveBeenLastCalledWith('machine');
    expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(
      screen.getByRole('tab', { selected: true }).id,
    );
  });

  test('its YAML goes to the editor as one would write it', () => {
    const { onEdit } = show({ tab: 'yaml' });
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    expect(onEdit.mock.calls[0]?.[0]).toMatch(/^apiVersion: v1\nkind: Pod\n/);
    expect(onEdit.mock.calls[0]?.[0]).not.toMatch(/resourceVersion|\nstatus:/);
  });

  test('its Events are in kubectl’s columns, with their ages, and lead to their moments', () => {
    const { onSeek, session } = show({ tab: 'events' });
    const events = session.inspect(db0)?.events ?? [];
    expect(events.length).toBeGreaterThan(2);
    const [head, ...rows] = screen.getAllByRole('row');
    expect(head?.textContent).toBe('LAST SEENTYPEREASONOBJECTMESSAGE');
    expect(rows).toHaveLength(events.length);
    const reasons = rows.map((row) =>
      row.textContent?.replace(/^\d+s(?:Normal|Warning)(\w+)pod\/db-0.*$/, '$1'),
    );
    expect(reasons.at(-1)).toBe('Scheduled');
    expect(reasons[0]).toBe('Started');
    fireEvent.click(within(rows[0] as HTMLElement).getByRole('button'));
    expect(onSeek).toHaveBeenCalledWith(events[0]?.atMs);
    expect(screen.getByRole('tab', { name: `Events ${events.length}` })).toBeTruthy();
  });

  test('its machine is drawn with the current state', () => {
    const selected = 'StatefulSet/default/db';
    const { session } = show({ tab: 'machine', selected });
    expect(document.querySelector('[aria-current=step]')?.textContent).toContain(
      session.inspect(selected)?.machine?.current,
    );
  });

  test('one that is not there at this moment is said to be gone', () => {
    show({ selected: 'Pod/default/db-9' });
    expect(screen.getByText('db-9 is not there at this moment.')).toBeTruthy();
  });

  test('one that is still being asked for is not said to be gone, and one asked for before is not shown for it', () => {
    const session = opened();
    show({ object: undefined }, session);
    expect(screen.queryByText(/is not there/)).toBeNull();
    expect(screen.queryByRole('heading')).toBeNull();
    show({ object: session.inspect('Node//node-1') }, session);
    expect(screen.queryByRole('heading')).toBeNull();
  });

  test('where the list stands above, the first tab tells why', () => {
    show({ split: true, tab: 'yaml' });
    expect(screen.getByRole('tab', { name: 'Why' })).toBeTruthy();
    expect(rowNames().length).toBeGreaterThan(9);
  });
});

describe('what can be done', () => {
  const session = opened();
  const hands = (key: string) => handsFor(session.view(), key, ['db:v2']);
  const texts = (key: string) => {
    render(<BreakMenu selected={key} hands={hands(key)} onDo={() => {}} words={words} />);
    const more = screen.queryByRole('button', { name: 'More' });
    if (more) fireEvent.click(more);
    return [...screen.getAllByRole('button'), ...screen.queryAllByRole('menuitem')]
      .map((button) => button.textContent)
      .filter((text) => text !== 'More');
  };

  test('a Pod can be deleted, crashed, and its probes failed', () => {
    expect(texts(db0)).toEqual(
      expect.arrayContaining([
        'Delete db-0',
        'Crash the container of db-0',
        'Fail readiness of db-0',
        'Fail liveness of db-0',
      ]),
    );
  });

  test.each([
    [db0, 'db-0'],
    ['StatefulSet/default/db', 'db'],
  ])('each start of %s can be made slow by one of three times, and then mended', (key, name) => {
    const slow = [10, 30, 60].map((seconds) => `Slow each start of ${name} by ${seconds} s`);
    expect(texts(key)).toEqual(expect.arrayContaining(slow));
    cleanup();
    const own = opened();
    const hand = handsFor(own.view(), key).find(({ id, value }) => id === 'slowStart' && value === '30');
    for (const command of hand?.commands ?? []) own.do(command);
    const now = handsFor(own.view(), key);
    render(<BreakMenu selected={key} hands={now} onDo={() => {}} words={words} />);
    const more = screen.queryByRole('button', { name: 'More' });
    if (more) fireEvent.click(more);
    expect(screen.getByText(`Mend the starts of ${name}`)).toBeTruthy();
    const row = rowsOf(own.view(), inspectorWords.en).find((one) => one.key === key);
    const said = row?.pod ? podWords(row.pod, inspectorWords.en) : row?.what;
    expect(said).toMatch(/^\d\/\d \w+, slow start$/);
    expect(screen.queryByText(slow[1] ?? '')).toBeNull();
  });

  test('a node can be cordoned, drained, tainted and cut off', () => {
    expect(texts('Node//node-1')).toEqual(
      expect.arrayContaining([
        'Cordon node-1',
        'Drain node-1',
        'Taint node-1: NoExecute',
        'Cut node-1 off',
        'Delete node-1',
      ]),
    );
  });

  test('a set can be scaled and given another image', () => {
    expect(texts('StatefulSet/default/db')).toEqual(
      expect.arrayContaining([
        'Scale db to 4',
        'Scale db to 2',
        'Scale db to 0',
        'Set image db:v2',
        'Delete db',
      ]),
    );
  });

  test('a press does it at once, without a question', () => {
    const onDo = vi.fn();
    const given = hands(db0);
    render(<BreakMenu selected={db0} hands={given} onDo={onDo} words={words} />);
    fireEvent.click(screen.getByRole('button', { name: 'Delete db-0' }));
    expect(onDo).toHaveBeenCalledWith(given.find(({ id }) => id === 'delete'));
  });

  test('without an object it says to choose one', () => {
    render(<BreakMenu selected={undefined} hands={[]} onDo={() => {}} words={labWords.zh} />);
    expect(screen.getByText('选一个对象，再对它动手。')).toBeTruthy();
  });
});

describe('words that kubectl has', () => {
  test('LAST SEEN of an Event that came again tells over how long; of another when it came', () => {
    const event = { type: 'Warning', reason: 'BackOff', on: 'Pod/a', from: 'kubelet', message: 'm' } as const;
    const events = [
      { ...event, atMs: 26_000, firstAtMs: 0, count: 3 },
      { ...event, atMs: 20_000, firstAtMs: 20_000, count: 1, message: 'n' },
    ];
    render(<InspectorEvents events={events} nowMs={30_000} onSeek={() => undefined} words={labWords.en} />);
    const cells = screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(cells).toEqual(['4s (x3 over 30s)', '10s']);
  });

  test('an HPA without metrics wants <unknown>, as kubectl says; one with a number wants that', () => {
    const key = 'HorizontalPodAutoscaler/default/a';
    const hpa = {
      key,
      kind: 'HorizontalPodAutoscaler',
      name: 'a',
      has: 2,
      ready: 1,
      isGoing: false,
      depth: 0,
    };
    const view: Listed = { pods: [], workloads: [hpa], claims: [], services: [], nodes: [] };
    expect(rowsOf(view, inspectorWords.en)[0]?.what).toBe('1/<unknown> ready');
    const known: Listed = { ...view, workloads: [{ ...hpa, wants: 2 }] };
    expect(rowsOf(known, inspectorWords.en)[0]?.what).toBe('1/2 ready');
  });
});
