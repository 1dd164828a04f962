// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { knowledgeWords } from '@/app/_ui/lesson/knowledge-words';
import { words } from '@/app/_ui/words';
import { today } from './concepts';

const lessons = [
  {
    slug: 'a',
    sections: ['text'],
    items: [],
    labs: [],
    number: 7,
    title: 'Lesson A',
    href: '/en/learn/a',
    sectionTitles: ['The text'],
  },
];
const say = knowledgeWords.en.kept;

type Reply = () => Response;

/** The server: what it keeps by table, how it answers to a deletion and to an export, what it was asked to delete. */
interface Server {
  tables: Record<string, readonly object[]>;
  erase: Reply;
  exports: 'whole' | 'failing';
  erasures: (string | undefined)[];
  posts: number;
}

let server: Server;
let saved: { readonly name: string; readonly text: Promise<string> }[];

const refusal = (status: number, code: string) =>
  Response.json({ error: { code, message: `refused: ${code}` } }, { status });
const erased: Reply = () => Response.json({ erased: true });

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  sessionStorage.clear();
  server = { tables: {}, erase: erased, exports: 'whole', erasures: [], posts: 0 };
  saved = [];
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(input, 'http://podium.test');
    if (pathname === '/api/progress/export') return exported(searchParams.get('table'));
    if (pathname === '/api/knowledge') return Response.json({ today, concepts: [] });
    if (init?.method === 'POST') {
      server.posts += 1;
      return new Response('{}', { status: 503 });
    }
    if (init?.method !== 'DELETE') return Response.json({ lessons: {} });
    server.erasures.push(init.body as string | undefined);
    return server.erase();
  });
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    saved.push({ name: this.download, text: blob ? blob.text() : Promise.resolve('') });
  });
});

afterEach(() => vi.unstubAllGlobals());

function exported(table: string | null): Response {
  if (server.exports === 'failing') return refusal(503, 'storage-unavailable');
  if (table !== null) return new Response(`rows of ${table}`);
  const tables = Object.entries(server.tables).map(([name, rows]) => [
    name,
    { why: `Why ${name}.`, withheld: name === 'Session' ? { token: 'A secret.' } : {}, rows },
  ]);
  return Response.json({ format: 'podium-export/1', tables: Object.fromEntries(tables) });
}

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ id: at }));

async function open() {
  const { Knowledge } = await import('@/app/_ui/lesson/knowledge');
  const { lane, progress } = words.en;
  const view = render(
    <Knowledge locale="en" lessons={lessons} words={progress} say={knowledgeWords.en} lane={lane} />,
  );
  await screen.findByText(progress.empty);
  return view;
}

const button = (name: string) => screen.getByRole('button', { name });

/** Opens the question and waits until it says what goes. */
async function ask() {
  const opener = button(say.erase);
  opener.focus();
  fireEvent.click(opener);
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText(say.cookie);
  return dialog;
}

const keepHere = () => {
  const request = { attempt: 'x', item: 'q', tryNumber: 1, response: [0], sure: false, submission: 's' };
  const answer = { request, item: { id: 'q', options: [] }, givenAtMs: 1 };
  localStorage.setItem('podium.answer.a.q', JSON.stringify(answer));
  localStorage.setItem('podium-sections-waiting', JSON.stringify(['a/text']));
  localStorage.setItem('podium-theme', 'dark');
  localStorage.setItem('another-site', 'x');
  sessionStorage.setItem('podium-something', 'x');
};

describe('Deleting', () => {
  it('asks once, and says exactly what goes', async () => {
    server.tables = {
      Learner: rows(1),
      SectionRead: rows(1),
      Answer: rows(14),
      LabRun: [],
      ReviewCard: rows(7),
      User: [{ email: 'ada@example.org' }],
      Classroom: rows(2),
      Enrollment: rows(1),
    };
    await open();
    const dialog = await ask();
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '1 section that you read',
      '14 answers',
      '7 concepts with their review dates',
      '2 classes that you made, with their codes; who joined them keeps their own progress',
      '1 class that you are in: its instructor no longer sees you',
      'your account ada@example.org',
      say.cookie,
    ]);
    expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: say.cancel }));
    expect(server.erasures).toEqual([]);
  });

  it('counts what waits here, and goes on in general words where the server does not count', async () => {
    await open();
    keepHere();
    server.exports = 'failing';
    const dialog = await ask();
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([say.notCounted, '2 things that wait in this browser to be sent', say.cookie]);
  });

  it.each(['button', 'Escape'])('keeps everything by the %s, and the focus goes back', async (way) => {
    await open();
    keepHere();
    const dialog = (await ask()) as HTMLDialogElement;
    if (way === 'button') fireEvent.click(within(dialog).getByRole('button', { name: say.cancel }));
    // happy-dom has no keys of its own: a browser closes the dialog so.
    else act(() => dialog.close());
    await waitFor(() => expect(document.activeElement).toBe(button(say.erase)));
    expect(server.erasures).toEqual([]);
    expect(localStorage.length).toBe(4);
  });

  it('leaves this browser empty but for its appearance, and says so where the focus is', async () => {
    await open();
    keepHere();
    const told: string[] = [];
    for (const name of ['podium:progress', 'podium:account'])
      window.addEventListener(name, () => told.push(name), { once: true });
    await ask();
    fireEvent.click(button(say.confirm));
    const sentence = await screen.findByText(say.erased);
    expect(document.activeElement).toBe(sentence);
    expect(server.erasures).toEqual([undefined]);
    expect(Object.keys(localStorage).sort()).toEqual(['another-site', 'podium-theme']);
    expect(sessionStorage.length).toBe(0);
    expect(told).toEqual(['podium:progress', 'podium:account']);
    expect(screen.getByRole('link').textContent).toBe('Begin anew with lesson 7: Lesson A');
  });

  it.each([
    ['the server has a fault', () => refusal(503, 'storage-unavailable'), say.eraseFailed],
    [
      'no answer comes',
      () => {
        throw new TypeError('no network');
      },
      say.eraseUnsure,
    ],
    ['it is refused', () => refusal(403, 'cross-origin'), 'refused: cross-origin'],
  ])('changes nothing here when %s, and says so', async (_, reply: Reply, expected) => {
    await open();
    keepHere();
    server.erase = reply;
    await ask();
    fireEvent.click(button(say.confirm));
    expect((await screen.findByRole('alert')).textContent).toBe(expected);
    expect(screen.queryByLabelText(say.password)).toBeNull();
    expect(localStorage.length).toBe(4);
    server.erase = erased;
    fireEvent.click(button(say.confirm));
    await screen.findByText(say.erased);
  });

  it('of an account that signed in long ago asks for the password, or to sign in', async () => {
    await open();
    server.erase = () => refusal(403, 'fresh-session-needed');
    await ask();
    fireEvent.click(button(say.confirm));
    const field = await screen.findByLabelText(say.password);
    expect(document.activeElement).toBe(field);
    expect(screen.getByRole('link', { name: say.signIn }).getAttribute('href')).toBe(
      '/en/sign-in?next=/en/progress',
    );
    server.erase = () => refusal(403, 'wrong-password');
    fireEvent.change(field, { target: { value: 'not this one' } });
    fireEvent.click(button(say.confirm));
    await screen.findByText('refused: wrong-password');
    server.erase = erased;
    fireEvent.change(screen.getByLabelText(say.password), { target: { value: 'this one' } });
    fireEvent.click(button(say.confirm));
    await screen.findByText(say.erased);
    expect(server.erasures.slice(1)).toEqual(['{"password":"not this one"}', '{"password":"this one"}']);
  });

  it('in another tab makes this one forget what it would still send', async () => {
    localStorage.setItem('podium-sections-waiting', JSON.stringify(['a/text']));
    const { Knowledge } = await import('@/app/_ui/lesson/knowledge');
    const { lane, progress } = words.en;
    render(<Knowledge locale="en" lessons={lessons} words={progress} say={knowledgeWords.en} lane={lane} />);
    await screen.findByRole('region', { name: '7 Lesson A' });
    await waitFor(() => expect(server.posts).toBe(1));
    localStorage.clear();
    act(
      () => void window.dispatchEvent(new StorageEvent('storage', { key: 'podium-erased', newValue: '1' })),
    );
    await screen.findByText(progress.empty);
    act(() => void window.dispatchEvent(new Event('online')));
    await screen.findByText(progress.empty);
    expect(server.posts).toBe(1);
  });
});

describe('Exporting', () => {
  it('saves one file with everything, by one press', async () => {
    server.tables = { Answer: rows(2) };
    await open();
    fireEvent.click(button(say.export));
    expect((await screen.findByText(say.exported)).getAttribute('role')).toBe('status');
    expect(saved.map(({ name }) => name)).toEqual(['podium.json']);
    expect(JSON.parse((await saved[0]?.text) ?? '').tables.Answer.rows).toHaveLength(2);
  });

  it('saves nothing when the file does not come whole, and says so', async () => {
    server.exports = 'failing';
    await open();
    fireEvent.click(button(say.export));
    await screen.findByText(say.exportFailed);
    expect(saved).toEqual([]);
  });

  it('says what is not in the file, for it waits here', async () => {
    keepHere();
    localStorage.removeItem('podium-sections-waiting');
    await open();
    expect(screen.getByText(/^1 answer waits in this browser and is not in the file/)).toBeTruthy();
  });

  it('shows each table with why it is kept, and saves it alone', async () => {
    server.tables = { Answer: rows(14), Session: rows(1), Classroom: [], Enrollment: [] };
    await open();
    const details = screen.getByText(say.tables).closest('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    const table = await screen.findByRole('table');
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Why it is keptRowsFile',
      'Why Answer.14Answer.csv',
      'Why Session.Not in the file: token. A secret.1Session.csv',
    ]);
    expect(screen.getByText('Nothing of you is in: Classroom, Enrollment.')).toBeTruthy();
    fireEvent.click(button('Answer.csv'));
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['podium-Answer.csv']));
    expect(await saved[0]?.text).toBe('rows of Answer');
  });
});
