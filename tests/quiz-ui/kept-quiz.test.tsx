// @vitest-environment happy-dom
import { render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Quiz } from '@/app/_ui/quiz/quiz';
import { quizApi } from '@/app/_ui/quiz/quiz-api';
import { quizWords } from '@/app/_ui/quiz/words';
import { forgetHere } from '@/app/_ui/review/kept-here';
import { FakeQuizServer } from './fake-quiz-server';
import { openQuiz, question } from './open-quiz';

const item = (id: string, text: string) => ({
  id,
  kind: 'single' as const,
  question: text,
  options: [{ text: 'web-2', right: true, because: 'The highest ordinal.' }, { text: 'web-0' }],
  explanation: 'The highest ordinal goes first.',
});

let server: FakeQuizServer;
beforeEach(() => {
  localStorage.clear();
  server = new FakeQuizServer([item('first', 'Which Pod goes first?'), item('last', 'Which Pod goes last?')]);
  vi.stubGlobal('fetch', server.fetch);
});

const stored = () => Object.entries(localStorage).filter(([key]) => key.startsWith('podium-quiz-'));

async function answerFirst() {
  const api = quizApi('lesson', 'en');
  const quiz = await api.load();
  const [one] = quiz?.items ?? [];
  return api.answer({
    attempt: quiz?.attempt ?? '',
    item: one?.id ?? '',
    tryNumber: one?.tryNumber ?? 1,
    response: [0],
    sure: false,
    submission: 'once',
  });
}

describe('A quiz that was opened here', () => {
  it('is there without a connection, with its questions as they stood', async () => {
    const { unmount } = await openQuiz(server);
    const asked = question().textContent;
    unmount();
    server.down = 'network';
    await openQuiz(server);
    expect(question().textContent).toBe(asked);
  });

  it('is kept as it is before an answer: nothing of what is said of one', async () => {
    const sent = await answerFirst();
    expect(sent.kind).toBe('judged');
    await quizApi('lesson', 'en').load();
    expect(stored()).toHaveLength(1);
    expect(JSON.stringify(stored())).not.toMatch(/ordinal|result|because|explanation/);
    server.down = 'network';
    const kept = await quizApi('lesson', 'en').load();
    expect(kept?.items.some(({ id }) => id === 'last')).toBe(true);
  });

  it('loses the item that was judged since: its next try stands in another order', async () => {
    await answerFirst();
    server.down = 'network';
    expect((await quizApi('lesson', 'en').load())?.items.map(({ id }) => id)).toEqual(['last']);
  });

  it('is kept for its own language, and forgotten with its reader', async () => {
    await quizApi('lesson', 'en').load();
    server.down = 'network';
    expect(await quizApi('lesson', 'zh').load()).toBeUndefined();
    forgetHere();
    expect(stored()).toEqual([]);
    expect(await quizApi('lesson', 'en').load()).toBeUndefined();
  });
});

describe('A quiz that was never opened here', () => {
  it.each(['en', 'zh'] as const)('says in %s that it comes from the server', async (locale) => {
    server.down = 'network';
    vi.stubGlobal('IntersectionObserver', undefined);
    render(<Quiz lesson="lesson" locale={locale} words={quizWords[locale]} />);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(quizWords[locale].notLoaded));
  });
});
