// @vitest-environment happy-dom
import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnswerQueue } from '@/app/_ui/quiz/answer-queue';
import { OfflineLine } from '@/app/_ui/quiz/offline-line';
import { offlineWords } from '@/app/_ui/quiz/offline-words';
import type { Sent } from '@/app/_ui/quiz/quiz-api';
import { allWaiting, waitingAnswers } from '@/app/_ui/quiz/waiting-answers';
import type { AnswerRequest, PublicItem } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';

const item: PublicItem = {
  id: 'one',
  kind: 'single',
  question: 'Which?',
  options: [{ text: 'a' }, { text: 'b' }],
  hintCount: 0,
  state: 'new',
  tryNumber: 1,
};
const requestOf = (id: string): AnswerRequest => ({
  attempt: 'attempt-1',
  item: id,
  tryNumber: 1,
  response: [0],
  sure: false,
  submission: `submission-${id}`,
});
const keep = (lesson: string, id: string, givenAtMs: number, isOffered = false) =>
  waitingAnswers(lesson).keep({ request: requestOf(id), item: { ...item, id }, givenAtMs, isOffered });

/** What arrives, in its order, and what is said of it; the last reply is said again and again. */
function serve(...replies: (number | 'lost')[]) {
  const arrived: string[] = [];
  const counted = new Set<string>();
  const answer = async (input: RequestInfo | URL, init?: RequestInit) => {
    const { item: id, submission } = JSON.parse(String(init?.body)) as AnswerRequest;
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? 200;
    arrived.push(`${String(input).split('/')[3]} ${id}`);
    if (reply === 'lost') throw new TypeError('Failed to fetch');
    if (reply === 200) counted.add(submission);
    const body =
      reply === 200 ? { correct: true, options: [] } : { error: { code: 'some-code', message: 'No.' } };
    const headers = { 'content-type': 'application/json', ...(reply === 429 && { 'retry-after': '7' }) };
    return new Response(JSON.stringify(body), { status: reply, headers });
  };
  vi.stubGlobal('fetch', answer);
  return { arrived, counted };
}

const show = (locale: Locale = 'en') => render(<OfflineLine locale={locale} words={offlineWords[locale]} />);
const said = () => screen.getByRole('status').textContent;
const fire = (name: string) => act(() => void window.dispatchEvent(new Event(name)));
const goOffline = () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  fire('offline');
};
const goOnline = () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  fire('online');
};

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the line under the header', () => {
  it('says nothing while the browser is online and nothing waits', () => {
    serve(200);
    show();
    expect(said()).toBe('');
  });

  it.each([
    ['en', 'Offline. 3 answers wait here and will be sent.'],
    ['zh', '已离线。3 个回答留在这里，稍后会发送。'],
  ] as const)('counts in %s the answers of all lessons and of review', async (locale, line) => {
    serve('lost');
    keep('statefulset', 'one', 1);
    keep('statefulset', 'two', 2);
    keep('review', 'deployment/limits', 3);
    show(locale);
    goOffline();
    await waitFor(() => expect(said()).toBe(line));
  });

  it('counts sections that were read, alone and beside answers', async () => {
    serve('lost');
    localStorage.setItem('podium-sections-waiting', JSON.stringify(['a/b', 'a/c']));
    show();
    goOffline();
    expect(said()).toBe('Offline. 2 sections that you read wait here and will be sent.');
    act(() => void keep('statefulset', 'one', 1));
    expect(said()).toBe('Offline. 1 answer and 2 sections that you read wait here and will be sent.');
  });

  it('says so before the first answer, too', () => {
    serve('lost');
    show();
    goOffline();
    expect(said()).toBe('Offline. What you answer waits here and will be sent.');
  });

  it('sends what waits for other pages when the connection is back, and says that it is sent', async () => {
    const server = serve('lost', 200);
    keep('statefulset', 'one', 1);
    show();
    goOffline();
    await waitFor(() => expect(said()).toBe('Offline. 1 answer waits here and will be sent.'));
    await waitFor(() => expect(server.arrived).toHaveLength(1));
    goOnline();
    await waitFor(() => expect(said()).toBe('Everything that waited here has been sent.'));
    expect(allWaiting()).toEqual([]);
    expect(server.counted.size).toBe(1);
  });

  it('tells a server that does not answer from a lost connection', async () => {
    serve(503);
    keep('statefulset', 'one', 1);
    show();
    await waitFor(() =>
      expect(said()).toBe('The server does not answer. 1 answer waits here and will be sent.'),
    );
  });

  it('leads to the quiz of an answer that the server does not take, and sends it no more', async () => {
    const server = serve(404);
    keep('statefulset', 'one', 1);
    show();
    const link = await screen.findByRole('link', { name: 'To the quiz' });
    expect(link.getAttribute('href')).toBe('/en/learn/statefulset#quiz');
    goOnline();
    await act(() => Promise.resolve());
    expect(server.arrived).toEqual(['statefulset one']);
    expect(allWaiting()).toHaveLength(1);
  });

  it('says that the page has to stay open where the browser stores nothing', async () => {
    serve('lost');
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    show();
    act(() => void keep('statefulset', 'one', 1));
    goOffline();
    expect(said()).toContain('keep this page open until then');
    waitingAnswers('statefulset').forget('one', 'submission-one');
  });
});

describe('many answers that wait', () => {
  const ids = Array.from({ length: 40 }, (_, at) => `item-${at}`);

  it('forty arrive in the order in which they were given, wait as long as a 429 says, and count once', async () => {
    vi.useFakeTimers();
    const server = serve(...ids.slice(0, 10).map(() => 200), 429, 200);
    // Stored in another order than given.
    for (const at of ids.keys()) keep('statefulset', ids[(at * 7) % 40] ?? '', (at * 7) % 40);
    show();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.arrived).toHaveLength(11);
    expect(allWaiting()).toHaveLength(30);
    goOnline();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.arrived).toHaveLength(11);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.counted.size).toBe(40);
    expect(server.arrived.filter((_, at) => at !== 10)).toEqual(ids.map((id) => `statefulset ${id}`));
    expect(allWaiting()).toEqual([]);
  });

  it('count once in two tabs that come online together', async () => {
    const server = serve(200);
    for (const [at, id] of ids.slice(0, 8).entries()) keep('statefulset', id, at);
    show();
    show();
    goOnline();
    await waitFor(() => expect(allWaiting()).toEqual([]));
    expect(server.arrived).toHaveLength(8);
  });
});

describe('the queue', () => {
  const judged = { kind: 'judged', result: { correct: true } } as unknown as Sent;

  it('does not try those behind an answer that nobody takes, but those behind one that alone is not taken', async () => {
    const tried: string[] = [];
    const post = (name: string, sent: Sent) => async () => {
      tried.push(name);
      return sent;
    };
    const queue = new AnswerQueue();
    await Promise.all([
      queue.send(post('a', { kind: 'unreachable', isOfThisAnswer: true })),
      queue.send(post('b', { kind: 'unreachable' })),
      queue.send(post('c', judged)),
    ]);
    expect(tried).toEqual(['a', 'b']);
    expect(await queue.send(post('d', judged))).toBe(judged);
  });
});
