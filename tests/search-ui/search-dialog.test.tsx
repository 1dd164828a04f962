// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchLink } from '@/app/_ui/search/search-link';
import { searchWords } from '@/app/_ui/search/words';
import { makeIndex } from '@/lib/search/search';

const words = searchWords.en;
const index = makeIndex([
  {
    kind: 'section',
    href: '/en/learn/a#order',
    title: 'Order',
    of: 'Lesson A',
    text: 'The Pods of a StatefulSet.',
  },
  { kind: 'section', href: '/en/learn/b#one', title: 'One', of: 'Lesson B', text: 'A Pod alone.' },
  { kind: 'term', href: '/en/glossary#term-pod', title: 'Pod', text: 'The smallest thing that runs.' },
]);

let answers: (() => Response)[];

beforeEach(() => {
  localStorage.clear();
  answers = [];
  vi.stubGlobal('fetch', async () => (answers.shift() ?? (() => Response.json(index)))());
});

const show = (locale: 'en' | 'zh' = 'en') =>
  render(<SearchLink locale={locale} title="Search" words={searchWords[locale]} current={false} />);
const field = () => screen.findByRole('combobox');
const write = async (query: string) => fireEvent.change(await field(), { target: { value: query } });
const options = async () => (await screen.findAllByRole('option')).map((one) => one.getAttribute('href'));
const chosen = () =>
  screen.queryAllByRole('option', { selected: true }).map((one) => one.getAttribute('href'));

describe('The search in the header', () => {
  it('is a link to its page, and opens a dialog by a press', async () => {
    show();
    const link = screen.getByRole('link', { name: 'Search' });
    expect(link.getAttribute('href')).toBe('/en/search');
    fireEvent.click(link);
    await field();
    expect(screen.getByRole('dialog', { name: words.title })).toBeDefined();
  });

  it('lists what it finds by kind, then the way to all of it', async () => {
    show();
    fireEvent.click(screen.getByRole('link', { name: 'Search' }));
    await write('pod');
    expect(await options()).toEqual([
      '/en/learn/b#one',
      '/en/learn/a#order',
      '/en/glossary#term-pod',
      '/en/search?q=pod',
    ]);
    expect(screen.getAllByRole('group').map((one) => one.getAttribute('aria-labelledby'))).toHaveLength(2);
    expect(screen.getByRole('status').textContent).toBe('3 places');
    expect((await field()).getAttribute('aria-expanded')).toBe('true');
    await write('xylophone');
    await waitFor(() => expect(screen.queryAllByRole('option')).toEqual([]));
    expect(screen.getByRole('status').textContent).toBe(words.nothing.replace('{query}', 'xylophone'));
    expect((await field()).getAttribute('aria-expanded')).toBe('false');
  });

  it('goes through the lines by arrows, from the field and back to it, and follows the one that is chosen', async () => {
    show();
    fireEvent.click(screen.getByRole('link', { name: 'Search' }));
    await write('pod');
    await options();
    const input = await field();
    const press = (key: string) => fireEvent.keyDown(input, { key });
    expect(chosen()).toEqual([]);
    press('ArrowDown');
    expect(chosen()).toEqual(['/en/learn/b#one']);
    expect(
      document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.getAttribute('href'),
    ).toBe('/en/learn/b#one');
    press('ArrowUp');
    expect(chosen()).toEqual([]);
    press('ArrowUp');
    expect(chosen()).toEqual(['/en/search?q=pod']);
    press('ArrowDown');
    expect(chosen()).toEqual([]);
    const followed: string[] = [];
    document.addEventListener('click', (event) => {
      event.preventDefault();
      followed.push((event.target as Element).closest('a')?.getAttribute('href') ?? '');
    });
    press('Enter');
    expect(followed).toEqual(['/en/search?q=pod']);
  });

  it('says when the index does not come, and asks again', async () => {
    answers = [() => new Response('', { status: 503 })];
    show('zh');
    fireEvent.click(screen.getByRole('link', { name: 'Search' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(searchWords.zh.failed));
    fireEvent.click(screen.getByRole('button', { name: searchWords.zh.again }));
    await write('pod');
    expect(await options()).toHaveLength(4);
  });
});

describe('The key /', () => {
  it('opens the search, but not where it is a letter, nor within a figure, nor when it is turned off', async () => {
    render(
      <>
        <SearchLink locale="en" title="Search" words={words} current={false} />
        <input aria-label="field" />
        <figure>
          <button type="button">play</button>
        </figure>
      </>,
    );
    fireEvent.keyDown(screen.getByLabelText('field'), { key: '/' });
    fireEvent.keyDown(screen.getByRole('button', { name: 'play' }), { key: '/' });
    fireEvent.keyDown(document.body, { key: '/', ctrlKey: true });
    localStorage.setItem('podium-search-key', 'off');
    fireEvent.keyDown(document.body, { key: '/' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByRole('combobox')).toBeNull();
    localStorage.clear();
    fireEvent.keyDown(document.body, { key: '/' });
    await field();
    fireEvent.click(screen.getByRole('checkbox', { name: words.keyOpens }));
    expect(localStorage.getItem('podium-search-key')).toBe('off');
  });

  it('has a fellow that no text needs: Ctrl K', async () => {
    show();
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    await field();
  });
});
