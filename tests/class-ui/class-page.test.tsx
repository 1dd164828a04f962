// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Teach } from '@/app/_ui/class/teach';
import { classWords } from '@/app/_ui/class/words';
import type { GridView, ItemView } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import { bar, cell, firstTry, grid, item, refusal, row, serve, view } from './site';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

const words = classWords.en;

function openClass(shown: GridView, items: readonly ItemView[] = [], more = {}, locale: Locale = 'en') {
  window.location.hash = '#class=x';
  const asked = serve({
    'GET /api/classes/x': { body: view(shown.rows.length, more) },
    'GET /api/classes/x/grid': { body: shown },
    'GET /api/classes/x/grid/sets': { body: { lesson: 'sets', number: 7, title: 'StatefulSet', items } },
    'POST /api/classes/x/codes': {
      body: { id: 'code-1', code: 'K7QM-2XWR', expiresAtMs: Date.now() + 86_400_000 },
    },
    'DELETE /api/classes/x/codes/code-1': { body: { codes: [] } },
    'DELETE /api/classes/x/learners/place-0': { body: { learners: [] } },
    'DELETE /api/classes/x': { body: {} },
  });
  render(<Teach locale={locale} words={classWords[locale]} />);
  return asked;
}

const weak = (known: number, asked: number) => ({
  ...{ title: 'Who keeps the order', lesson: 7, known, asked, from: 0.2, to: 0.7 },
});

describe('the sentence of a class', () => {
  it.each<[string, Partial<GridView>]>([
    [words.grid.advice.nothingYet, { advice: { kind: 'nothingYet' } }],
    ['Too few have answered to say what the class knows: 2 of 5.', { advice: { kind: 'few', asked: 2 } }],
    [
      'Teach next: Who keeps the order. 3 of 12 know it.',
      { advice: { kind: 'weakest', concepts: [weak(3, 12)] } },
    ],
    [words.grid.advice.allKnown, { advice: { kind: 'allKnown', concepts: 3 } }],
  ])('is: %s', async (sentence, more) => {
    openClass(
      grid(
        Array.from({ length: 5 }, (_, at) => row(`r${at}`, [cell(['ok', 'new'])])),
        more,
      ),
    );
    await screen.findByRole('table', { name: 'What the class knows' });
    const said = [...document.querySelectorAll('p')].map(({ textContent }) => textContent);
    expect(said).toContain(sentence);
  });

  it('says of fewer than ten that it may be chance, and of more nothing like it', async () => {
    openClass(
      grid([row('ann', [cell(['ok', 'new'])])], { advice: { kind: 'weakest', concepts: [weak(2, 5)] } }),
    );
    expect(
      await screen.findByText(/may be chance: the true share may lie anywhere from 20 to 70 %/),
    ).toBeDefined();
    cleanup();
    openClass(
      grid([row('ann', [cell(['ok', 'new'])])], { advice: { kind: 'weakest', concepts: [weak(4, 10)] } }),
    );
    await screen.findByRole('table');
    expect(screen.queryByText(/chance/)).toBeNull();
  });
});

describe('the grid', () => {
  const rows = [
    row('ann', [cell(['tried', 'new'])], {
      needs: [
        { kind: 'away', days: 9 },
        { kind: 'labsUnsolved', labs: 3 },
      ],
    }),
    row('bo', [cell(['ok', 'tried'])]),
  ];

  it('says in every cell and in every row what is drawn, and why somebody comes first', async () => {
    openClass(grid(rows));
    const table = await screen.findByRole('table');
    const cells = within(table).getAllByRole('row')[1];
    expect(cells?.textContent).toBe('anntriednot asked yetNot here for 9 days; 3 labs checked, none solved');
    const heads = within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(heads).toEqual(['Learner', '1Who keeps the order', '2How it shrinks', 'Why they come first']);
  });

  it('shows a mean from four learners up, and “few” below', async () => {
    openClass(grid(rows));
    const last = within(await screen.findByRole('table'))
      .getAllByRole('row')
      .at(-1);
    const [first, second] = within(last as HTMLElement).getAllByRole('cell');
    expect([first?.textContent, second?.textContent]).toEqual(['40', 'few']);
  });

  it('draws low what is known below 40 %, hollow what was not asked', async () => {
    openClass(grid(rows));
    await screen.findByRole('table');
    const kinds = [...document.querySelectorAll('tbody [data-kind]')].map((one) =>
      one.getAttribute('data-kind'),
    );
    expect(kinds).toEqual(['low', 'read', 'asked', 'low']);
  });

  it('opens by a name what somebody knows, down to the tries', async () => {
    openClass(grid(rows));
    const name = await screen.findByRole('button', { name: 'bo' });
    expect(name.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(name);
    expect(name.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('1 of 3 sections read, 0 of 1 labs solved')).toBeDefined();
    expect(screen.getByText(/^right .*24/)).toBeDefined();
    expect(screen.getByText(/^wrong .*24/)).toBeDefined();
  });

  it('stands as a table in words when asked', async () => {
    openClass(grid(rows));
    fireEvent.click(await screen.findByRole('button', { name: 'As a table' }));
    expect(document.querySelectorAll('tbody [data-kind]')).toHaveLength(0);
    expect(screen.getByRole('table').textContent).toContain('not asked yet');
  });

  it('shows twelve of many first, and all on demand', async () => {
    openClass(grid(Array.from({ length: 40 }, (_, at) => row(`r${at}`, [cell(['ok', 'new'])]))));
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('rowheader')).toHaveLength(13);
    expect(screen.getByText(/12 of 40 shown/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(within(table).getAllByRole('rowheader')).toHaveLength(41);
  });
});

describe('an item of a class', () => {
  const rows = [row('ann', [cell(['ok', 'new'])])];

  it('has a bar with counts, share, interval and belief; below four learners counts alone', async () => {
    const many = item({ n: 26, right: 11, sure: 15, sureWrong: 9, tries: [firstTry('ann', true, 'a')] });
    const few = item({ item: 'two', n: 3, right: 1, tries: [firstTry('ann', true, 'a')] });
    openClass(grid(rows), [
      { ...many, bars: [bar('web-0 first', 12, 26), bar('no order', 11, 26, true)] },
      { ...few, bars: [bar('x', 2, 3)] },
    ]);
    expect(await screen.findByText('12 of 26, 46 % (10 to 60)')).toBeDefined();
    expect(screen.getByText('believes: belief of web-0 first')).toBeDefined();
    expect(screen.getByText('42 %')).toBeDefined();
    expect(screen.getByText('9 of 15')).toBeDefined();
    expect(screen.getByText('2 of 3')).toBeDefined();
    expect(screen.getByText(words.item.tooFew)).toBeDefined();
  });

  it('opens every first try in words', async () => {
    const tries = [firstTry('ann', false, 'web-0 first'), firstTry('bo', true, null)];
    openClass(grid(rows), [item({ n: 1, earlier: 1, bars: [bar('web-0 first', 1, 1)], tries })]);
    const figure = (await screen.findByRole('heading', { name: 'In which order?' })).closest('section');
    fireEvent.click(within(figure as HTMLElement).getByRole('button', { name: 'As a table' }));
    const said = within(figure as HTMLElement)
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(said[1]).toMatch(/^annweb-0 firstpartly, 50 %sure1/);
    expect(said[2]).toMatch(/^boan earlier form of the questionrightsure1/);
  });

  it('that was answered in an earlier form alone says so, with no bars', async () => {
    openClass(grid(rows), [item({ earlier: 2, tries: [firstTry('ann', true, null)] })]);
    expect(await screen.findByText(/^2 answered an earlier form/)).toBeDefined();
    expect(screen.queryByText(words.item.nobodySure)).toBeNull();
  });

  it('that nobody has answered says so', async () => {
    openClass(grid(rows), [item({}), item({ item: 'drawn', question: null })]);
    expect(await screen.findAllByText(words.item.nobody)).toHaveLength(2);
    expect(screen.getByRole('heading', { name: /drawn anew for everybody: Order/ })).toBeDefined();
  });
});

describe('the code of a class', () => {
  it('is shown with the address to type, survives a reload of the tab, and is gone when it is ended', async () => {
    openClass(grid([]));
    fireEvent.click(await screen.findByRole('button', { name: 'Make a code' }));
    expect(await screen.findByText('K7QM-2XWR')).toBeDefined();
    expect(screen.getByText(/\/join$/)).toBeDefined();
    cleanup();
    const codes = [{ id: 'code-1', createdAtMs: 1, expiresAtMs: 2, state: 'open', maxUses: null, uses: 0 }];
    openClass(grid([]), [], { codes });
    expect(await screen.findByText('K7QM-2XWR')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'End this code' }));
    await waitFor(() => expect(screen.queryByText('K7QM-2XWR')).toBeNull());
    expect(sessionStorage.getItem('podium-join-codes')).toBe('[]');
  });

  it('of another tab can be ended, not shown', async () => {
    const codes = [{ id: 'code-9', createdAtMs: 1, expiresAtMs: 2, state: 'open', maxUses: null, uses: 3 }];
    openClass(grid([]), [], { codes });
    expect(await screen.findByText(/3 learners came in by it/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'End this code' })).toBeDefined();
  });
});

describe('what is done for good', () => {
  it('asks once, and Escape takes it back with the focus where it was', async () => {
    const asked = openClass(grid([]));
    const opener = await screen.findByRole('button', { name: 'Delete the class' });
    fireEvent.click(opener);
    const question = screen.getByRole('group', { name: /Delete “Class 7b” for good/ });
    expect(document.activeElement).toBe(question);
    fireEvent.keyDown(question, { key: 'Escape' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Delete the class' }));
    expect(asked.some(({ route }) => route.startsWith('DELETE'))).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Delete the class' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(asked.at(-1)?.route).toBe('DELETE /api/classes/x'));
  });

  it('is not offered to an instructor who does not own the class', async () => {
    openClass(grid([row('learner 0', [cell(['ok', 'new'])])]), [], { isOwner: false });
    await screen.findByRole('table');
    for (const name of [/Delete/, /Remove/, /Make a/, /Rename/])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });
});

describe('the page of an instructor', () => {
  it('offers to sign in to who has no account, and leads back here', async () => {
    window.location.hash = '';
    serve({ 'GET /api/classes': { body: { mayMake: false, classes: [], places: [] } } });
    render(<Teach locale="en" words={words} />);
    const link = await screen.findByRole('link', { name: 'Sign in to make a class' });
    expect(link.getAttribute('href')).toBe('/en/sign-in?next=%2Fen%2Fteach');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says of a class that may not be read what it says of none', async () => {
    window.location.hash = '#class=x';
    serve({ 'GET /api/classes/x': refusal('unknown-class', 'There is no such class.') });
    render(<Teach locale="en" words={words} />);
    expect(await screen.findByRole('heading', { name: 'There is no such class' })).toBeDefined();
  });

  it('says when the server cannot be reached, what is kept, and asks again', async () => {
    window.location.hash = '';
    serve({});
    render(<Teach locale="en" words={words} />);
    const again = await screen.findByRole('button', { name: 'Ask again' });
    expect(screen.getByText(words.asked.kept)).toBeDefined();
    serve({ 'GET /api/classes': { body: { mayMake: true, classes: [], places: [] } } });
    fireEvent.click(again);
    expect(await screen.findByRole('button', { name: 'Make a class' })).toBeDefined();
  });
});
