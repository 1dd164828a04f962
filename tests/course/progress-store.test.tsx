// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** The server as the network shows it: what it has, and whether it answers. */
interface Server {
  sections: string[];
  status: number;
  posts: string[];
}

let server: Server;

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  server = { sections: [], status: 200, posts: [] };
  vi.stubGlobal('fetch', async (_url: string, init?: RequestInit) => {
    if (server.status === 0) throw new TypeError('no network');
    if (init?.method === 'POST') {
      const { lesson, section } = JSON.parse(String(init.body)) as { lesson: string; section: string };
      server.posts.push(`${lesson}/${section}`);
      if (server.status === 200 && !server.sections.includes(section)) server.sections.push(section);
      return new Response('{}', { status: server.status });
    }
    const lessons = server.sections.length ? { x: { sections: server.sections, items: {}, labs: [] } } : {};
    return new Response(JSON.stringify({ lessons }), { status: server.status });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Store = typeof import('@/app/_ui/lesson/progress-store');

function Shown({ store }: { readonly store: Store }) {
  const view = store.useProgress();
  return (
    <p>{`${view.status}; read ${store.progressIn(view, 'x').sections.join()}; waiting ${view.waiting.join()}`}</p>
  );
}

/** A page that shows what is read, what waits, and how asking went. */
async function open(): Promise<Store> {
  const store = await import('@/app/_ui/lesson/progress-store');
  render(<Shown store={store} />);
  return store;
}

it('shows what the server has', async () => {
  server.sections = ['question'];
  await open();
  await screen.findByText('ready; read question; waiting');
});

it('sends a section once, however often it is marked', async () => {
  const { markRead } = await open();
  await screen.findByText('ready; read ; waiting');
  act(() => {
    markRead('x', 'order');
    markRead('x', 'order');
  });
  await screen.findByText('ready; read order; waiting');
  act(() => markRead('x', 'order'));
  expect(server.posts).toEqual(['x/order']);
});

it('keeps a section that could not be sent, over a reload, until the server is back', async () => {
  server.status = 503;
  const { markRead } = await open();
  await screen.findByText('failed; read ; waiting');
  act(() => markRead('x', 'order'));
  await screen.findByText('failed; read order; waiting x/order');

  cleanup();
  vi.resetModules();
  server.status = 0;
  await open();
  await screen.findByText('failed; read order; waiting x/order');

  server.status = 200;
  act(() => void window.dispatchEvent(new Event('online')));
  await screen.findByText('ready; read order; waiting');
  expect(server.sections).toEqual(['order']);
  expect(localStorage.length).toBe(0);
});

it('drops a section that the server refuses for good', async () => {
  const { markRead } = await open();
  await screen.findByText('ready; read ; waiting');
  server.status = 404;
  act(() => markRead('x', 'unknown'));
  await screen.findByText('ready; read ; waiting');
  expect(server.posts).toEqual(['x/unknown']);
});

it('asks again when another part of the page says that progress was made', async () => {
  await open();
  await screen.findByText('ready; read ; waiting');
  server.sections = ['quiz'];
  act(() => void window.dispatchEvent(new CustomEvent('podium:progress')));
  await screen.findByText('ready; read quiz; waiting');
});
